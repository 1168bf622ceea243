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
from factcheck.relations.converted import in_one_unit
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.retold.bind_headline import is_headline
from factcheck.relations.retold.slips import closed_bound, edit_between, slip_between
from factcheck.relations.retold.taken_up import Mention, Tie, akin, descriptions, mention, near
from factcheck.relations.retold.taken_up_ties import Pair, is_bare, is_those, is_titled
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain
from factcheck.statements.model import SentenceReading

__all__ = ["bind_taken_up"]

SENTENCES, FAR = 2, 5  # back to the figure that is taken up, the only one of its kind; where none is nearer
MANY = 6  # of whom "the 10" may be told
BELOW = 5  # sentences from a headline that take up its figure
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})
_IN_UNITS = frozenset({Kind.MEASURE, Kind.DURATION})

Printed = Mapping[tuple[Kind, Fraction], int]  # how often each value is printed


def bind_taken_up(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each description with the only figure in reach that it may take up: the same, or one slip away."""
    printed = Counter((q.kind, q.value) for q in reading.quantities)
    for place, sentence in enumerate(reading.sentences):
        for again in descriptions(sentence):
            if not _may_stand(again):
                continue
            first = _earlier(reading, place, again)
            if first is None or not _is_one_thing(reading, first, again, printed):
                continue
            operands = {"first": (closed_bound(first.quantity),), "again": (closed_bound(again.quantity),)}
            yield Constraint(rule, operands, Licence.STRUCTURE, variant="taken-up")


def _may_stand(one: Mention) -> bool:
    """Whether it counts, measures or is a percentage; of times "the 39-day strike" and "those four months"."""
    quantity = one.quantity
    fits = quantity.kind in _KINDS or (quantity.kind is Kind.DURATION and (one.compound or is_those(one)))
    return fits and is_plain(quantity) and quantity.value > 0


def _earlier(reading: Reading, place: int, again: Mention) -> Mention | None:
    """The one figure that the description may mean, in the sentences before or in the headline."""
    if again.tie in (Tie.LEVEL, Tie.SORT):
        return _taken_up(_within_reach(reading.sentences[max(0, place - FAR) : place], again, FAR), again)
    for reach in (SENTENCES, FAR):
        before = _within_reach(reading.sentences[max(0, place - reach) : place + 1], again, reach)
        if any(_tells(one, again) for one in before):
            return _taken_up(before, again)
    return _taken_up(_in_headline(reading.sentences[0], again), again) if place <= BELOW else None


def _within_reach(sentences: Sequence[SentenceReading], again: Mention, reach: int) -> list[Mention]:
    """The figures of its kind before the description, in its sentence and those before, the nearest sentence last."""
    found = []
    for sentence in sentences:
        if sentence.section != again.sentence.section or again.sentence.index - sentence.index > reach:
            continue
        for at, token in enumerate(sentence.tokens):
            quantity = token.quantity
            if quantity is not None and quantity.start < again.quantity.start and _is_like(quantity, again.quantity):
                found.append(mention(sentence, at, _in_its_unit(quantity, again.quantity)))
    return found


def _in_its_unit(quantity: Quantity, wanted: Quantity) -> Quantity:
    """The figure in the unit of the description: "1,100 kilograms" in tonnes for "At 11 tonnes it"."""
    if quantity.unit == wanted.unit or quantity.kind not in _IN_UNITS:
        return quantity
    return (in_one_unit({"first": quantity, "again": wanted}, "again") or {"first": quantity})["first"]


def _in_headline(headline: SentenceReading, again: Mention) -> list[Mention]:
    """The figures of its kind in the headline, which the first sentences take up with none other between."""
    if not is_headline(headline) or headline.section != again.sentence.section or headline is again.sentence:
        return []
    numbers = [(at, token.quantity) for at, token in enumerate(headline.tokens) if token.quantity is not None]
    return [mention(headline, at, quantity) for at, quantity in numbers if _is_like(quantity, again.quantity)]


def _is_like(one: Quantity, other: Quantity) -> bool:
    if one.kind is other.kind and one.kind in _IN_UNITS and one.unit != other.unit:
        return in_one_unit({"one": one, "other": other}, "other") is not None
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
    if is_bare(again):
        return one.sentence is not again.sentence and one.quantity.value >= MANY
    if not again.noun:
        return False
    if one.noun == again.noun:
        return True
    return bool(one.noun) and any(akin(again.noun, word) for word in near(one.sentence, one.at))


def _is_one_thing(reading: Reading, first: Mention, again: Mention, printed: Printed) -> bool:
    """Whether both figures are the same, or so tied that the slip between them is one."""
    if closed_bound(first.quantity).wide.meets(closed_bound(again.quantity).wide):
        return True
    slip = slip_between(first.quantity, again.quantity) or edit_between(first.quantity, again.quantity)
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
