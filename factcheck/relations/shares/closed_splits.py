"""Percentages that words make parts of one thing, so that they cannot be more than all of it.

A vote "won by 53.4% to 46.6%", a coin of "70% copper, 18% zinc and 12% nickel", power "from hydro (48%), gas (29%) and
wind (23%)", a poll that ends with those who "had no opinion".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.shares.portions import Text, numbers_of
from factcheck.relations.shares.shared_things import breaks_down, is_held, is_taken, tells_of_parts
from factcheck.relations.units import is_settled
from factcheck.statements.lexicon import lexicon

__all__ = ["closed_splits"]

ITEM = 10  # tokens from one share to the next
BEHIND = 7  # tokens from the last share of a poll to the words for those who chose nothing
SUBJECT = 6  # tokens from "by" to the word for a vote
SOURCES = 8  # tokens from "gets" to "from", and from there to the first share
MIXTURE = 3  # tokens from the name of a mixture to "is"
HALF = 3  # tokens from "women" to "make up", and from "men" to their share
_MOST = Fraction(135)  # what shares of one thing may be printed as with a slip in one of them
_ALL = Fraction(100)
_CHANGES = frozenset({"change", "move", "versus"})
_COPULAS = frozenset({"is", "are", "was", "were"})
_OWN = frozenset({"its", "their", "his", "her", "our"})

Shares = tuple[int, ...]  # the tokens of percentages side by side


def closed_splits(reading: Reading) -> Iterator[tuple[Quantity, ...]]:
    """The percentages of each such list that come to more than all there is, or are halves that do not make it."""
    for sentence in reading.sentences:
        percents = [token.quantity for token in sentence.tokens if token.quantity is not None]
        if sum(quantity.kind is Kind.PERCENT for quantity in percents) < 2:
            continue
        text = Text(sentence, sentence.tokens, sentence.lows, numbers_of(sentence.tokens))
        for run in _runs(reading, text):
            shares = tuple(text.number(at) for at in run)
            over = _ALL < sum(share.value for share in shares) <= _MOST
            if (over and _is_split(text, run)) or _are_halves(text, run):
                yield shares


def _runs(reading: Reading, text: Text) -> Iterator[Shares]:
    """The runs of two percentages and more that are no changes, with a comma, a bracket, "and" or "to" between."""
    run: list[int] = []
    parts = tells_of_parts(text)
    for at in text.numbers:
        usable = _is_level(reading, text.number(at), parts=parts)
        if run and not (usable and _is_next(text, run[-1], at)):
            if len(run) > 1:
                yield tuple(run)
            run = []
        if usable:
            run.append(at)
    if len(run) > 1:
        yield tuple(run)


def _is_level(reading: Reading, quantity: Quantity, *, parts: bool) -> bool:
    """Whether it is a share and no change; what is called one may be a part where words tell of `parts`."""
    if quantity.kind is not Kind.PERCENT or quantity.signed or quantity.interval.low is None:
        return False
    fact = reading.fact_of.get(quantity.start)
    return quantity.interval.high is not None and (parts or fact is None or fact.role.partition(".")[0] not in _CHANGES)


def _is_next(text: Text, one: int, other: int) -> bool:
    between = text.lows[one + 1 : other]
    if len(between) > ITEM or not {";", ":", "while", "but", "whereas", "compared"}.isdisjoint(between):
        return False
    return not {",", "and", ")", *words_of("splits.sides")}.isdisjoint(between)


def _is_split(text: Text, run: Shares) -> bool:
    """Whether words make the shares of a run, which come to over 100, parts of one thing."""
    if is_taken(text, run):
        return True
    if len(run) == 2:
        return _is_vote(text, *run)
    again = any(text.lows[at + 1 : at + 2] == ("of",) for at in run[1:])  # a share of another whole
    return not again and any(tied(text, run) for tied in (_ends_poll, _is_made_of, _is_drawn, is_held, breaks_down))


def _is_vote(text: Text, one: int, other: int) -> bool:
    """ "won by 53.4% to 48.6%": both shares settled, with nothing but the word for the other side between them."""
    between = text.lows[one + 1 : other]
    if len(between) != 1 or between[0] not in words_of("splits.sides"):
        return False
    if not (is_settled(text.number(one)) and is_settled(text.number(other))):
        return False
    return not words_of("splits.won").isdisjoint(text.lows[max(0, one - SUBJECT) : one])


def _ends_poll(text: Text, run: Shares) -> bool:
    """Whether those who chose nothing that was asked come last: "and 25% had no opinion"."""
    last = run[-1]
    end = next((k for k in range(last + 1, len(text.lows)) if text.lows[k] in (",", ";", ".", ")")), len(text.lows))
    behind = " ".join(text.lows[last + 1 : min(end, last + 1 + BEHIND)])
    single = not words_of("splits.single").isdisjoint(text.lows[:last])
    phrases = words_of("splits.no_answer") | (words_of("splits.another") if single else frozenset())
    return any(f" {phrase} " in f" {behind} " for phrase in phrases)


def _is_made_of(text: Text, run: Shares) -> bool:
    """Whether each share has its stuff behind it, and the thing that is made of them stands before the first."""
    if not all(_has_noun(text, at) for at in run) or "than" in text.lows[run[0] : run[-1] + 4]:
        return False
    first = run[0]
    for size in (3, 2, 1):
        if " ".join(text.lows[max(0, first - size) : first]) in words_of("splits.made_of"):
            return True
    copula = first > 1 and text.lows[first - 1] in _COPULAS
    return copula and not words_of("splits.mixtures").isdisjoint(text.lows[max(0, first - 1 - MIXTURE) : first - 1])


def _has_noun(text: Text, at: int) -> bool:
    behind = text.tokens[at + 1 : at + 2]
    return bool(behind) and behind[0].kind is TokenKind.WORD and text.lows[at + 1] not in lexicon().function


def _is_drawn(text: Text, run: Shares) -> bool:
    """Whether the shares are what comes from several sources, or goes to several ends.

    "gets its power from hydro (48%), gas (29%) …", "spends 40% of its money on pay, 35% on rent and …".
    """
    first, lows = run[0], text.lows
    before = lows[max(0, first - 2 * SOURCES) : first]
    if "from" in before and all(lows[at - 1] == "(" for at in run):
        source = len(before) - 1 - before[::-1].index("from")
        between = {*before[source + 1 :], *text.lows[first : run[-1]]}
        other = lexicon().clause | lexicon().finite | lexicon().verbs
        return other.isdisjoint(between) and not words_of("splits.drawn").isdisjoint(
            before[max(0, source - SOURCES) : source]
        )
    verbs = words_of("splits.drawn") | words_of("splits.given")
    if lows[first - 1] not in verbs or lows[first + 1] != "of" or lows[first + 2] not in _OWN:
        return False
    ties = {lows[at + 1] for at in run[1:]}
    return len(ties) == 1 and ties <= words_of("splits.bound") and not ties.isdisjoint(lows[first + 3 : run[1]])


def _are_halves(text: Text, run: Shares) -> bool:
    """ "Women make up 38% of the force and men 62%": shares of one whole that men and women make up."""
    if len(run) != 2 or len(text.numbers) != 2:
        return False
    one, other = run
    if text.lows[one + 1 : one + 2] != ("of",) or text.lows[other + 1 : other + 2] == ("of",):
        return False
    halves = {word for pair in words_of("splits.halves") for word in pair.split()}
    first = _named(text.lows[:one], halves, one)
    second = _named(text.lows[one + 1 : other], halves, HALF)
    before = " ".join(text.lows[max(0, one - HALF) : one])
    composed = any(before.endswith(verb) for verb in words_of("splits.make_up"))
    return composed and f"{first} {second}" in words_of("splits.halves")


def _named(lows: Sequence[str], names: set[str], reach: int) -> str:
    """The last of the names among some words, no further back than `reach`; "" where there is none, or are two."""
    found = [(k, word) for k, word in enumerate(lows) if word in names]
    return found[-1][1] if len(found) == 1 and len(lows) - found[-1][0] <= reach else ""
