"""One figure said again with the words round it: it confirms both places, and is never a finding."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Fact, Reading
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.retold.around import Around, around, told_apart
from factcheck.relations.rules import Rule
from factcheck.relations.units import figures_of, is_amount

__all__ = ["bind_repeated"]

_FIGURES = {Kind.PERCENT: 2, Kind.POINTS: 2}
_FEWEST = 3  # digits of a count or an amount that say enough
SHARED, ALIKE = 2, 0.6  # words round both places, and their share of the fewer
_MOST_EARLIER = 6  # places of one figure


def bind_repeated(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each figure with the last sentence before that has it among the same words, and is of no other year or side."""
    seen: dict[object, list[tuple[Fact, Around]]] = {}
    for fact in reading.facts:
        quantity = fact.quantity
        if not _says_enough(quantity):
            continue
        near = around(reading.sentence_at[fact.sentence], fact.token)
        earlier = seen.setdefault((quantity.kind, quantity.unit, quantity.value), [])
        first = _earlier(reading, earlier, fact, near)
        if first is not None:
            yield Constraint(rule, {"first": (first.quantity,), "again": (quantity,)}, Licence.NOUN)
        earlier.append((fact, near))
        del earlier[:-_MOST_EARLIER]


def _says_enough(quantity: Quantity) -> bool:
    if quantity.bound is not Bound.EQUAL or quantity.in_words or "byte" in quantity.unit:
        return False
    fewest = _FIGURES.get(quantity.kind, _FEWEST)
    fits = quantity.kind in _FIGURES or is_amount(quantity)
    return fits and len(figures_of(quantity).strip("0")) >= fewest


def _earlier(reading: Reading, places: list[tuple[Fact, Around]], fact: Fact, near: Around) -> Fact | None:
    for other, words in reversed(places):
        if other.sentence == fact.sentence or (other.years and fact.years and not other.years & fact.years):
            continue
        shared = near.shared(words)
        if shared < SHARED or shared < ALIKE * min(len(near.all), len(words.all)):
            continue
        if not told_apart(reading.sentence_at[fact.sentence], reading.sentence_at[other.sentence]):
            return other
    return None
