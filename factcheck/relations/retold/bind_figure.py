"""One long figure printed twice: "1,570,228 residents" and, further on, "1,570,224 residents".

Figures of four digits and more rarely are one slip from another by chance. In 3,345 published texts 700 pairs with the
same words round them were the same; none had two digits swapped or the point moved, and the one pair of five digits or
more that differed in a digit was a misprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Fact, Reading
from factcheck.quantities.model import Bound, Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.retold.around import Around, around, is_quoted, told_apart
from factcheck.relations.rules import Rule
from factcheck.relations.units import figures_of, is_amount

__all__ = ["bind_figures"]

LONG, LONGEST = 4, 5  # digits, leading and trailing zeros left out
SHARED, ALIKE = 2, 0.6  # words round both places, and their share of the fewer
SWAPPED = 1  # the same for two swapped digits where it is a name: true figures practically never have them
_MOST_EARLIER = 6  # places of one figure
Told = tuple[Fact, Around]


def bind_figures(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each long figure with the last one before that is the same or one slip away, the words round them alike."""
    seen: dict[object, list[Told]] = {}
    for fact in reading.facts:
        quantity = fact.quantity
        if not _is_long(quantity):
            continue
        sentence = reading.sentence_at[fact.sentence]
        if is_quoted(sentence):
            continue
        told = fact, around(sentence, fact.token)
        kind = quantity.kind, quantity.unit, quantity.scale
        found = (_earlier(reading, seen.get((kind, key), []), told, shared) for key, shared in _sought(quantity))
        first = next((earlier for earlier in found if earlier is not None), None)
        if first is not None:
            yield Constraint(rule, {"first": (first.quantity,), "again": (quantity,)}, Licence.STRUCTURE)
        for key in _kept(quantity):
            seen[kind, key] = [*seen.get((kind, key), [])[1 - _MOST_EARLIER :], told]


def _is_long(quantity: Quantity) -> bool:
    """Whether it is an amount in figures of four digits or more, with a mark that no year or note has."""
    plain = quantity.bound is Bound.EQUAL and not quantity.in_words and is_amount(quantity)
    marked = "," in quantity.numeral or "." in quantity.numeral
    return plain and marked and len(figures_of(quantity).strip("0")) >= LONG and "byte" not in quantity.unit


def _kept(quantity: Quantity) -> Iterator[str]:
    """Under what a figure is found again: itself, its digits without their point, and all of it but one digit."""
    yield quantity.numeral
    yield figures_of(quantity)
    yield from _masked(quantity)


def _sought(quantity: Quantity) -> Iterator[tuple[str, int]]:
    """Under what a figure that is one slip away was kept, with the words that both places must share."""
    figures = figures_of(quantity)
    yield quantity.numeral, SHARED
    for at in range(len(figures) - 1):
        yield figures[:at] + figures[at + 1] + figures[at] + figures[at + 2 :], SWAPPED
    yield figures, SHARED
    yield from ((masked, SHARED) for masked in _masked(quantity))


def _masked(quantity: Quantity) -> Iterator[str]:
    numeral = quantity.numeral
    if len(figures_of(quantity).strip("0")) >= LONGEST:
        yield from (f"{numeral[:at]}_{numeral[at + 1 :]}" for at, digit in enumerate(numeral) if digit.isdigit())


def _earlier(reading: Reading, places: Sequence[Told], told: Told, least: int) -> Fact | None:
    """The last place in another sentence, of no other year, day, sex or the like, with so many words in common."""
    fact, near = told
    for other, words in reversed(places):
        years = not fact.years or not other.years or bool(fact.years & other.years)
        shared = near.shared(words)
        named = bool(near.names & words.names)
        alike = shared >= (least if named else SHARED) and (
            least < SHARED or shared >= ALIKE * min(len(near.all), len(words.all))
        )
        if near.names - words.names and words.names - near.names and fact.quantity.value != other.quantity.value:
            continue  # "Mount Harn", "Mount Velle"
        if other.sentence == fact.sentence or not years or not alike:
            continue
        if not told_apart(reading.sentence_at[fact.sentence], reading.sentence_at[other.sentence]):
            return other
    return None
