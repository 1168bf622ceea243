"""A figure and the definite description that takes it up: "with 131 people on board. All 113 people on board …".

In 3,345 published texts 90 descriptions repeat the one figure of their kind in the sentence or two before. Of all that
have another there, none has its digits swapped or at another scale, but for "$50m … the $5m of shares".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck.facts.model import Reading
from factcheck.facts.names import name_words
from factcheck.quantities.model import LABELS, Kind, Quantity, Token, TokenKind
from factcheck.relations.around import is_quoted, told_apart
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.slips import Slip, closed_bound, slip_between
from factcheck.relations.taken_up import Mention, Tie, akin, descriptions, is_rate, mention, near, stems
from factcheck.relations.units import figures_of, is_plain
from factcheck.statements.model import SentenceReading

__all__ = ["bind_taken_up"]

SENTENCES = 2  # back to the figure that is taken up
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_TIMES = frozenset({Kind.YEAR, Kind.DATE})
_LONG = 3  # digits with which a figure of money needs no noun

Printed = Mapping[tuple[Kind, Fraction], int]  # how often each value is printed


def bind_taken_up(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each description with the only figure in reach that it may take up: the same, or one slip away."""
    printed = Counter((q.kind, q.value) for q in reading.quantities)
    for place, sentence in enumerate(reading.sentences):
        for again in descriptions(sentence):
            if not _may_stand(again):
                continue
            before = _within_reach(reading.sentences[max(0, place - SENTENCES) : place + 1], again)
            first = _taken_up(before, again)
            if first is None or not _is_one_thing(reading, before, first, again, printed):
                continue
            operands = {"first": (closed_bound(first.quantity),), "again": (closed_bound(again.quantity),)}
            yield Constraint(rule, operands, Licence.STRUCTURE, variant="taken-up")


def _may_stand(one: Mention) -> bool:
    """Whether it counts or measures; of lasting only what describes a noun does: "the 39-day strike"."""
    quantity = one.quantity
    fits = quantity.kind in _KINDS or (quantity.kind is Kind.DURATION and one.compound)
    return fits and is_plain(quantity) and quantity.value > 0


def _within_reach(sentences: Sequence[SentenceReading], again: Mention) -> list[Mention]:
    """The figures of its kind before the description, in its sentence and the two before, the nearest sentence last."""
    found = []
    for sentence in sentences:
        if sentence.section != again.sentence.section or again.sentence.index - sentence.index > SENTENCES:
            continue
        for at, token in enumerate(sentence.tokens):
            quantity = token.quantity
            if quantity is not None and quantity.start < again.quantity.start and _is_like(quantity, again.quantity):
                found.append(mention(sentence, at, quantity))
    return found


def _is_like(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and (one.kind is Kind.COUNT or one.unit == other.unit)


def _taken_up(before: Sequence[Mention], again: Mention) -> Mention | None:
    """The one figure that the description may mean; None where there are two or none."""
    named = [one for one in before if _tells(one, again)]
    return named[0] if len(named) == 1 and is_plain(named[0].quantity) else None


def _tells(one: Mention, again: Mention) -> bool:
    """Whether a figure counts what the description names, or stands beside the word of which its noun is made."""
    if one.quantity.kind is not Kind.COUNT:
        return True
    if not again.noun:
        return False
    if one.noun == again.noun:
        return True
    return bool(one.noun) and any(akin(again.noun, word) for word in near(one.sentence, one.at))


def _is_one_thing(
    reading: Reading, before: Sequence[Mention], first: Mention, again: Mention, printed: Printed
) -> bool:
    """Whether both figures are the same, or so tied that the slip between them is one."""
    if closed_bound(first.quantity).wide.meets(closed_bound(again.quantity).wide):
        return True
    slip = slip_between(first.quantity, again.quantity)
    if slip is None or not _is_tied(first, again, slip):
        return False
    one, other = first.quantity, again.quantity
    if min(printed[one.kind, one.value], printed[other.kind, other.value]) > 1:
        return False
    told = (q for q in reading.quantities if q.start < other.start and _is_like(q, other))
    return not any(closed_bound(q).wide.meets(other.wide) for q in told) and not _is_worked_out(before, first, again)


def _is_tied(first: Mention, again: Mention, slip: Slip) -> bool:
    """Whether the description means the figure: by all its words, or by most where the slip is a rare one."""
    if again.tie is None or is_rate(first) or is_rate(again) or _is_change(first):
        return False
    told = _words(first.sentence.tokens[: again.at] if _same(first, again) else first.sentence.tokens)
    said = again.modifiers - words_of("taken_up.concerned")
    new = frozenset(word for word in said if not any(akin(word, other) for other in told))
    if _is_of_others(first, again, new) or (_same(first, again) and not slip.rare):
        return False
    if _new_places(first, again) or _is_later(first, again):
        return False
    if _is_this_sum(again) or (not new and _is_named(first, again)):
        return slip.rare or not (_is_definite(first) or _is_one_of_a_range(first, again, slip))
    loose = slip.rare and not _is_narrowed(first, again, new) and not _same(first, again)
    return loose and _may_be_named(first, again) and not _apart(first, again)


def _is_narrowed(first: Mention, again: Mention, new: frozenset[str]) -> bool:
    """Whether the description singles out some of what was told, or something else: "the 120 shops in the north".

    What is said behind an object is often said of the verb: "told the 2,430 workers on Friday", "spend the £640 on".
    """
    if not new:
        return False
    if again.quantity.kind is Kind.COUNT:
        return not again.behind <= words_of("contrasts.weekdays") or again.quantity.value < first.quantity.value
    opens = again.sentence.tokens[again.last + 1].text.lower() if again.behind else ""
    return bool(again.behind & new) and opens not in words_of("taken_up.done_with")


def _is_change(one: Mention) -> bool:
    """Whether a figure stands behind "by" or "from"."""
    return one.at > 0 and one.sentence.tokens[one.at - 1].text.lower() in words_of("taken_up.changes")


def _is_of_others(first: Mention, again: Mention, new: frozenset[str]) -> bool:
    """Whether the description is of other things: "the other 13", "its rival's 13", "the 13 of the year before"."""
    ahead = again.sentence.tokens[: again.at]
    if new & again.before & words_of("taken_up.of_others") or new & again.behind & words_of("taken_up.other_times"):
        return True
    others = words_of("taken_up.added") | words_of("contrasts.ordinals")
    if any(token.text.lower() in others for token in ahead):
        return True
    names = name_words(ahead[1:]) - name_words(first.sentence.tokens)
    return again.tie is Tie.OWNED and bool(names)


def _is_later(first: Mention, again: Mention) -> bool:
    """Whether the description is of another time than the figure before: behind "when", "now" or another year."""
    ahead = again.sentence.tokens[: again.at]
    dated = [
        [token.quantity.value for token in tokens if token.quantity is not None and token.quantity.kind in _TIMES]
        for tokens in (first.sentence.tokens, ahead)
    ]
    told = any(token.text.lower() in words_of("taken_up.later") for token in ahead) or _is_by_a_day(ahead)
    return told or not set(dated[1]) <= set(dated[0])


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    return stems(tokens).union(token.text for token in tokens if token.quantity is not None)


def _same(first: Mention, again: Mention) -> bool:
    return first.sentence is again.sentence


def _is_this_sum(again: Mention) -> bool:
    """Whether it is "that $5m": one sum, whatever is said of it."""
    word = again.sentence.tokens[again.at - 1].text.lower()
    return again.quantity.kind is Kind.MONEY and again.tie is Tie.POINTING and word in ("that", "this")


def _is_named(first: Mention, again: Mention) -> bool:
    """Whether the description's noun is told of beside the figure before, or it needs none."""
    if again.quantity.kind is Kind.COUNT:
        return True
    nouns = {again.noun, *again.before} - {""} or again.behind
    if not nouns:
        return True
    told = near(first.sentence, first.at)
    if again.quantity.kind is not Kind.MONEY:
        told |= _words(first.sentence.tokens)
    return any(akin(noun, word) for noun in nouns for word in told)


def _may_be_named(first: Mention, again: Mention) -> bool:
    """Whether its noun may be what was told: one for any sum, or none; any where the figure is long."""
    if again.quantity.kind is Kind.COUNT or _is_named(first, again):
        return True
    if again.quantity.kind is not Kind.MONEY:
        return False
    long = len(figures_of(again.quantity).strip("0")) >= _LONG
    return long or again.noun in words_of("taken_up.sums")


def _is_by_a_day(tokens: Sequence[Token]) -> bool:
    """Whether they say "by Sunday" or the like."""
    days = words_of("contrasts.weekdays") | words_of("contrasts.months")
    low = [token.text.lower() for token in tokens]
    return any(one == "by" and other in days for one, other in pairwise(low))


def _apart(first: Mention, again: Mention) -> bool:
    quoted = is_quoted(first.sentence) or is_quoted(again.sentence)
    return told_apart(first.sentence, again.sentence) or (quoted and again.quantity.kind is Kind.MONEY)


def _is_one_of_a_range(first: Mention, again: Mention, slip: Slip) -> bool:
    """Whether both may name things side by side: "a 9.7-inch screen" and "the 7.9-inch screen", "the £54 ticket"."""
    if first.compound and again.compound:
        return True
    if again.quantity.kind is not Kind.MONEY or again.tie is Tie.POINTING:
        return False
    return slip.kind == "point" or (bool(again.noun) and again.noun not in words_of("taken_up.sums"))


def _is_definite(first: Mention) -> bool:
    """Whether the first figure is one that is taken up itself, but for "the 327-page report"."""
    tokens = first.sentence.tokens
    before = tokens[first.at - 1].text.lower() if first.at else ""
    return not first.compound and before in words_of("taken_up.definite") | words_of("taken_up.owned") | {"all"}


def _new_places(first: Mention, again: Mention) -> bool:
    """Whether the description is of another place: "In the valley, the 73 villages", "officials in Sarn said"."""
    tokens = again.sentence.tokens[: again.at]
    if tokens[0].text.lower() in words_of("taken_up.where"):
        return True
    known = name_words(first.sentence.tokens)
    for before, token in pairwise(tokens):
        named = token.kind is TokenKind.WORD and token.text[0].isupper() and token.text.lower() not in known
        owner = token.text.endswith(("'s", "’s")) and named
        if named and (owner or before.text.lower() in ("in", "at", "near", "across", "for", "from", "of")):
            return True
    return False


def _is_worked_out(before: Sequence[Mention], first: Mention, again: Mention) -> bool:
    """Whether the second figure is what other figures leave of the first, or add up to."""
    window = [first.sentence, again.sentence] if not _same(first, again) else [first.sentence]
    others = {
        token.quantity.value
        for sentence in window
        for token in sentence.tokens
        if token.quantity is not None and token.quantity.kind not in LABELS
    } - {again.quantity.value}
    value = again.quantity.value
    return any(value in (a + b, abs(a - b)) for a, b in combinations(others, 2))
