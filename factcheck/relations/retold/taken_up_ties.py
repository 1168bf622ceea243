"""Whether a description means a figure told before, of which it is a slip away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factcheck.facts.names import name_words
from factcheck.quantities.model import Kind, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.retold.around import is_quoted, told_apart
from factcheck.relations.retold.slips import Slip
from factcheck.relations.retold.taken_up import Mention, Tie, akin, beside, descriptions, is_rate, near, stems
from factcheck.relations.units import figures_of

__all__ = ["Pair", "is_bare", "is_those", "is_titled"]

_TIMES = frozenset({Kind.YEAR, Kind.DATE})
_GROUP = 6  # of whom "The 10" is told with no noun, at least
_SUBJECT = 4  # tokens behind a figure, up to what is told of
_LONG = 3  # digits with which a figure of money needs no noun


@dataclass(frozen=True)
class Pair:
    """A figure, the description that may mean it, and the slip between them."""

    first: Mention
    again: Mention
    slip: Slip

    def is_tied(self) -> bool:
        """Whether it is one thing: nothing tells them apart, and a word names it or the slip is a rare one.

        A slip that is not rare needs a description with no word of its own, or one whose noun is told of beside the
        figure, and may be no other thing of a sort ("the £54 ticket") nor a part ("the 34 coins in the north").
        """
        if self._is_other_thing() or (self._same_sentence and not self.slip.rare):
            return False
        if self.again.tie in (Tie.LEVEL, Tie.SORT):
            return self._is_measured_again()
        if self.slip.kind == "edit":
            return self._is_all_that_was_told() and not self._is_apart()
        if _is_this_sum(self.again) or (not self._new and self._is_named()):
            return self.slip.rare or self._is_the_one()
        if self.slip.kind == "swap" and self._is_closely_named():
            return self._is_the_one()
        loose = self.slip.rare and not self._is_narrowed() and not self._same_sentence
        return loose and self._may_be_named() and not self._is_apart()

    @property
    def _same_sentence(self) -> bool:
        return self.first.sentence is self.again.sentence

    @cached_property
    def _new(self) -> frozenset[str]:
        """The words of the description that were not told with the figure."""
        tokens = self.first.sentence.tokens
        told = _words(tokens[: self.again.at] if self._same_sentence else tokens)
        said = self.again.modifiers - words_of("taken_up.concerned")
        return frozenset(word for word in said if not any(akin(word, other) for other in told))

    def _is_other_thing(self) -> bool:
        """Whether words tell that it is a rate, a change, or of others, another place or another time."""
        first, again = self.first, self.again
        if again.tie is None or is_rate(first) or is_rate(again) or _is_change(first):
            return True
        return self._is_of_others() or _new_places(first, again) or _is_later(first, again)

    def _is_of_others(self) -> bool:
        """Whether it is of other things: "the other 13", "its rival's 13", "the 13 of the year before"."""
        again, ahead = self.again, self.again.sentence.tokens[: self.again.at]
        if self._new & again.before & words_of("taken_up.of_others"):
            return True
        if self._new & again.behind & (words_of("taken_up.other_times") | words_of("taken_up.added")):
            return True
        others = words_of("taken_up.added") | words_of("contrasts.ordinals") | words_of("taken_up.past")
        if any(token.low in others for token in ahead):
            return True
        if not words_of("taken_up.added").isdisjoint(again.sentence.lows[again.at + 1 : again.at + 2]):
            return True  # "the sale of 420 more"
        names = name_words(ahead[1:]) - name_words(self.first.sentence.tokens)
        return again.tie is Tie.OWNED and bool(names)

    def _is_named(self) -> bool:
        """Whether the description's noun is told of beside the figure before, or it needs none."""
        again = self.again
        if again.title or again.quantity.kind is Kind.PERCENT:
            return is_titled(self.first, again)
        if again.quantity.kind is Kind.COUNT:
            return True
        nouns = {again.noun, *again.before} - {""} or again.behind
        if not nouns:
            return True
        told = near(self.first.sentence, self.first.at)
        if again.quantity.kind is not Kind.MONEY:
            told |= _words(self.first.sentence.tokens)
        return any(akin(noun, word) for noun in nouns for word in told)

    def _is_measured_again(self) -> bool:
        """Whether "at 11 tonnes" or "a bill of $1.3m" is told of what was measured, and of nothing with a name.

        What could be is another thing: "a vessel of 178 metres could turn there", "at 140km it would burn up".
        """
        if self._is_apart() or (self.slip.kind != "swap" and not self.slip.rare):
            return False
        again, level = self.again, self.again.tie is Tie.LEVEL
        behind = again.sentence.tokens[again.at + 1 : again.last + _SUBJECT]
        factual = {"would"} | ({"could"} if level else set())
        if level and not self._is_sum:
            factual = {"can", "may"}
        supposed = words_of("taken_up.supposed") - factual
        if not supposed.isdisjoint(token.low for token in behind):
            return False
        return name_words(behind) <= name_words(self.first.sentence.tokens) and (not level or self._is_of_the_thing())

    @property
    def _is_sum(self) -> bool:
        return self.again.quantity.kind is Kind.MONEY

    def _is_of_the_thing(self) -> bool:
        """Whether no other noun stands before the aside: "its car park, at 35,000 square metres"."""
        low = self.again.sentence.lows
        at = self.again.at - 2
        if at == 0 and low[at] in ("that", "this"):
            return True
        while at >= 0 and low[at] in words_of("taken_up.asides") | {"which"}:
            at -= 1
        if at < 0:
            return True
        noun = stems(self.again.sentence.tokens[at : at + 1])
        told = _words(self.first.sentence.tokens)
        return low[at] in words_of("taken_up.sorts") or any(akin(one, other) for one in noun for other in told)

    def _is_all_that_was_told(self) -> bool:
        """Whether it is "the €60,000" or "The 12" with a verb behind, or "those four months", right after the figure.

        Of a group that was told, the fewer may be some.
        """
        again, next_to = self.again, self.again.sentence.follows(self.first.sentence)
        if again.quantity.kind is Kind.DURATION:
            return is_those(again) and next_to
        if again.quantity.kind is Kind.COUNT:
            larger = again.quantity.value > self.first.quantity.value >= _GROUP
            return is_bare(again) and next_to and again.at == 1 and larger
        return again.quantity.kind is Kind.MONEY and is_bare(again)

    def _is_closely_named(self) -> bool:
        """Whether its noun is told of beside the figure, and what is said behind it singles out no part.

        "He will share the 430 coins with the farmer" are no part of 340.
        """
        again = self.again
        if self._new & again.before or again.compound or (again.behind & self._new and not self._is_a_clause()):
            return False
        if again.quantity.kind is Kind.COUNT and not again.title:
            return bool(again.noun) and again.quantity.value > self.first.quantity.value
        return is_titled(self.first, again)

    def _is_a_clause(self) -> bool:
        """Whether what stands behind the description opens a clause, or is of no noun of money: "with them"."""
        behind = self.again.sentence.lows[self.again.last + 1 :]
        owing = not words_of("taken_up.owing").isdisjoint(behind[1:2]) and behind[0] in words_of("taken_up.doers")
        return owing or not words_of("taken_up.clauses").isdisjoint(behind[:1])

    def _is_of_the_verb(self) -> bool:
        """Whether what stands behind the description is said of the verb: "the coins with them", "the fine it pays"."""
        opens = self.again.sentence.tokens[self.again.last + 1].low
        return opens in words_of("taken_up.done_with") or opens in words_of("taken_up.doers")

    def _may_be_named(self) -> bool:
        """Whether its noun may be what was told: one for any sum, or none; any where the figure is long."""
        again = self.again
        if self._is_named():
            return True
        if again.quantity.kind is not Kind.MONEY:
            return False
        long = len(figures_of(again.quantity).strip("0")) >= _LONG
        return long or (again.title or again.noun) in words_of("taken_up.sums")

    def _is_the_one(self) -> bool:
        """Whether the figure is told for the first time, and of no thing that has others of its sort beside it."""
        return not _is_definite(self.first) and not self._is_one_of_a_range()

    def _is_one_of_a_range(self) -> bool:
        """Whether both may name things side by side: "a 9.7-inch screen", "the 7.9-inch screen"; "the £54 ticket"."""
        first, again = self.first, self.again
        if first.compound and again.compound:
            return True
        if again.quantity.kind is not Kind.MONEY or again.tie is Tie.POINTING:
            return False
        return self.slip.kind == "point" or (bool(again.noun) and again.noun not in words_of("taken_up.sums"))

    def _is_narrowed(self) -> bool:
        """Whether the description singles out some of what was told, or something else: "the 120 shops in the north".

        What is said behind an object is often said of the verb: "told the 2,430 workers on Friday".
        """
        again, new = self.again, self._new
        if not new:
            return False
        if again.quantity.kind is Kind.COUNT:
            smaller = again.quantity.value < self.first.quantity.value
            return not again.behind <= words_of("contrasts.weekdays") or smaller
        return bool(again.behind & new) and not self._is_of_the_verb()

    def _is_apart(self) -> bool:
        first, again = self.first, self.again
        quoted = is_quoted(first.sentence) or is_quoted(again.sentence)
        return told_apart(first.sentence, again.sentence) or (quoted and again.quantity.kind is Kind.MONEY)


def is_bare(again: Mention) -> bool:
    """Whether no noun and nothing else says which it is, and a verb follows: "the €60,000 would", "The 10 had"."""
    behind = again.sentence.lows[again.last + 1 : again.last + 2]
    told = again.noun or again.title or again.modifiers or again.tie not in (Tie.DEFINITE, Tie.POINTING)
    return not told and not words_of("taken_up.verbs").isdisjoint(behind)


def is_those(again: Mention) -> bool:
    """Whether it is "those four months"."""
    return again.tie is Tie.POINTING and again.sentence.lows[again.at - 1] in ("those", "these")


def is_titled(first: Mention, again: Mention) -> bool:
    """Whether the noun that a description is of, "fine" in "the £4,300 fine", is told of beside the figure before."""
    noun = again.title or again.noun
    return bool(noun) and any(akin(noun, word) for word in beside(first.sentence, first.at))


def _is_change(one: Mention) -> bool:
    """Whether a figure stands behind "by" or "from"; a percentage is told so as well."""
    before = one.sentence.tokens[one.at - 1].low if one.at else ""
    return one.quantity.kind is not Kind.PERCENT and before in words_of("taken_up.changes")


def _is_later(first: Mention, again: Mention) -> bool:
    """Whether the description is of another time than the figure before: behind "when", "now" or another year."""
    ahead = again.sentence.tokens[: again.at]
    dated = [
        [token.quantity.value for token in tokens if token.quantity is not None and token.quantity.kind in _TIMES]
        for tokens in (first.sentence.tokens, ahead)
    ]
    told = any(token.low in words_of("taken_up.later") for token in ahead) or _is_by_a_day(ahead)
    return told or not set(dated[1]) <= set(dated[0])


def _is_by_a_day(tokens: Sequence[Token]) -> bool:
    """Whether they say "by Sunday" or the like."""
    days = words_of("contrasts.weekdays") | words_of("contrasts.months")
    low = [token.low for token in tokens]
    return any(one == "by" and other in days for one, other in pairwise(low))


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    return stems(tokens).union(token.text for token in tokens if token.quantity is not None)


def _is_this_sum(again: Mention) -> bool:
    """Whether it is "that $5m": one sum, whatever is said of it."""
    word = again.sentence.tokens[again.at - 1].low
    return again.quantity.kind is Kind.MONEY and again.tie is Tie.POINTING and word in ("that", "this")


def _is_definite(first: Mention) -> bool:
    """Whether the first figure is one that is taken up itself, but for "the 327-page report"."""
    tokens = first.sentence.tokens
    before = tokens[first.at - 1].low if first.at else ""
    if not first.compound and before in words_of("taken_up.definite") | words_of("taken_up.owned") | {"all"}:
        return True
    return before == "of" and any(one.title and one.at == first.at for one in descriptions(first.sentence))


def _new_places(first: Mention, again: Mention) -> bool:
    """Whether the description is of another place: "In the valley, the 73 villages", "officials in Sarn said"."""
    tokens = again.sentence.tokens[: again.at - (again.tie is Tie.LEVEL)]
    if not tokens:
        return False
    if tokens[0].low in words_of("taken_up.where"):
        return tokens[1].low not in words_of("taken_up.above")
    known = name_words(first.sentence.tokens)
    for before, token in pairwise(tokens):
        named = token.kind is TokenKind.WORD and token.text[0].isupper() and token.low not in known
        owner = token.text.endswith(("'s", "’s")) and named
        if named and (owner or before.low in ("in", "at", "near", "across", "for", "from", "of")):
            return True
    return False
