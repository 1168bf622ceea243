"""The same figures said again: two lines of the same names, all cells but one alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Line, Reading
from factcheck.quantities.model import Quantity
from factcheck.relations.grids import aligned, counts_of, percents_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_plain

__all__ = ["bind_same"]

_MOST_LINES = 60


def bind_same(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Cell by cell, two lines with the same names in which all cells but at most one agree, two at the least."""
    lines = [line for line in reading.lines if len(line.cells) >= 2][:_MOST_LINES]
    for at, one in enumerate(lines):
        for other in lines[at + 1 :]:
            if one.section != other.section or (one.loose and other.loose) or len(one.cells) != len(other.cells):
                continue
            for first, second in ((counts_of(one), counts_of(other)), (percents_of(one), percents_of(other))):
                if first and second:
                    yield from _cells(rule, one, other, first, second)


def _cells(
    rule: Rule, one: Line, other: Line, first: Sequence[Quantity], second: Sequence[Quantity]
) -> Iterator[Constraint]:
    if not all(map(is_plain, (*first, *second))) or not comparable_row(first, second):
        return
    order = aligned(one, other)
    if order is None:
        return
    pairs = [(quantity, second[at]) for quantity, at in zip(first, order, strict=True)]
    alike = sum(a.interval.meets(b.interval) for a, b in pairs)
    if alike < 2 or alike < len(pairs) - 1:
        return
    for earlier, later in pairs:
        yield Constraint(
            rule,
            {"first": (earlier,), "again": (later,)},
            Licence.STRUCTURE,
            family=f"same-{first[0].start}-{second[0].start}",
        )


def comparable_row(first: Sequence[Quantity], second: Sequence[Quantity]) -> bool:
    """Whether two rows are of one kind and unit."""
    return first[0].kind is second[0].kind and (first[0].unit == second[0].unit or comparable(first[0], second[0]))
