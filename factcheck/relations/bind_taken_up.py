"""A figure and the definite description that takes it up: "with 131 people on board. All 113 people on board …".

In 3,345 published texts 90 descriptions repeat the one figure of their kind in the sentence or two before. Of all that
have another there, none has its digits swapped or at another scale, but for "$50m … the $5m of shares".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity
from factcheck.relations.bind_headline import is_headline
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.slips import closed_bound, slip_between
from factcheck.relations.taken_up import Mention, akin, descriptions, mention, near
from factcheck.relations.taken_up_ties import Pair, is_titled
from factcheck.relations.units import is_plain
from factcheck.statements.model import SentenceReading

__all__ = ["bind_taken_up"]

SENTENCES = 2  # back to the figure that is taken up
BELOW = 5  # sentences from a headline that take up its figure
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})

Printed = Mapping[tuple[Kind, Fraction], int]  # how often each value is printed


def bind_taken_up(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each description with the only figure in reach that it may take up: the same, or one slip away."""
    printed = Counter((q.kind, q.value) for q in reading.quantities)
    for place, sentence in enumerate(reading.sentences):
        for again in descriptions(sentence):
            if not _may_stand(again):
                continue
            before = _within_reach(reading.sentences[max(0, place - SENTENCES) : place + 1], again)
            if not before and place <= BELOW:
                before = _in_headline(reading.sentences[0], again)
            first = _taken_up(before, again)
            if first is None or not _is_one_thing(reading, first, again, printed):
                continue
            operands = {"first": (closed_bound(first.quantity),), "again": (closed_bound(again.quantity),)}
            yield Constraint(rule, operands, Licence.STRUCTURE, variant="taken-up")


def _may_stand(one: Mention) -> bool:
    """Whether it counts, measures or is a percentage; of lasting only what describes a noun: "the 39-day strike"."""
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


def _in_headline(headline: SentenceReading, again: Mention) -> list[Mention]:
    """The figures of its kind in the headline, which the first sentences take up with none other between."""
    if not is_headline(headline) or headline.section != again.sentence.section or headline is again.sentence:
        return []
    numbers = [(at, token.quantity) for at, token in enumerate(headline.tokens) if token.quantity is not None]
    return [mention(headline, at, quantity) for at, quantity in numbers if _is_like(quantity, again.quantity)]


def _is_like(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and (one.kind is Kind.COUNT or one.unit == other.unit)


def _taken_up(before: Sequence[Mention], again: Mention) -> Mention | None:
    """The one figure that the description may mean; None where there are two or none."""
    named = [one for one in before if _tells(one, again)]
    return named[0] if len(named) == 1 and is_plain(named[0].quantity) else None


def _tells(one: Mention, again: Mention) -> bool:
    """Whether a figure counts what the description names, or stands beside the word of which its noun is made.

    A percentage, and what "the fine of" is told of, must stand beside that word.
    """
    if again.title or again.quantity.kind is Kind.PERCENT:
        return is_titled(one, again)
    if one.quantity.kind is not Kind.COUNT:
        return True
    if not again.noun:
        return False
    if one.noun == again.noun:
        return True
    return bool(one.noun) and any(akin(again.noun, word) for word in near(one.sentence, one.at))


def _is_one_thing(reading: Reading, first: Mention, again: Mention, printed: Printed) -> bool:
    """Whether both figures are the same, or so tied that the slip between them is one."""
    if closed_bound(first.quantity).wide.meets(closed_bound(again.quantity).wide):
        return True
    slip = slip_between(first.quantity, again.quantity)
    if slip is None or not Pair(first, again, slip).is_tied():
        return False
    one, other = first.quantity, again.quantity
    if min(printed[one.kind, one.value], printed[other.kind, other.value]) > 1:
        return False
    told = (q for q in reading.quantities if q.start < other.start and _is_like(q, other))
    return not any(closed_bound(q).wide.meets(other.wide) for q in told) and not _is_worked_out(first, again)


def _is_worked_out(first: Mention, again: Mention) -> bool:
    """Whether the second figure is what other figures leave of the first, or add up to."""
    window = [first.sentence] if first.sentence is again.sentence else [first.sentence, again.sentence]
    others = {
        token.quantity.value
        for sentence in window
        for token in sentence.tokens
        if token.quantity is not None and token.quantity.kind not in LABELS
    } - {again.quantity.value}
    value = again.quantity.value
    return any(value in (a + b, abs(a - b)) for a, b in combinations(others, 2))
