"""Two counts with their shares that are all there is: "44.6 million adults (87%) had … 6.4 million (13%) had never"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_settled

__all__ = ["bind_two_shares"]

_ALL = Fraction(100)
_HUNDREDTH = Fraction(1, 100)
_FEW = 20  # units of the last place: the share of a smaller count says too little

Pair = tuple[Quantity, Quantity]


def bind_two_shares(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Neighbouring pairs whose percentages make 100; or of one noun, one of which holds, so that the other must too.

    Where both counts may be shares of one larger whole, they are not all there is. Those of one list are judged there.
    """
    listed = _listed(reading)
    for one, other in _neighbours(reading):
        if listed.get(one[0].start, -1) == listed.get(other[0].start, -2):
            continue
        shares = (_share(rule, one, other), _share(rule, other, one))
        closed = one[1].value + other[1].value == _ALL
        alike = _of_one_noun(one, other) and any(share.holds() for share in shares)
        if closed or (alike and not _wholes_meet(one, other)):
            yield from shares


def _listed(reading: Reading) -> dict[int, int]:
    """The line of each count that stands in one beside its percentage, by the count's start."""
    cells = ((at, cell) for at, line in enumerate(reading.lines) if not line.loose for cell in line.cells)
    return {cell.count.start: at for at, cell in cells if cell.count is not None and cell.percent is not None}


def _neighbours(reading: Reading) -> Iterator[tuple[Pair, Pair]]:
    """Each pair with the next one, in its sentence or the one behind it."""
    told: list[tuple[int, int, Pair]] = []
    for sentence, statement in reading.statements:
        pair = statement.roles.get("count"), statement.roles.get("percent")
        count, percent = pair
        if statement.kind == "pair" and count is not None and percent is not None and _is_usable(count, percent):
            told.append((sentence.section, sentence.index, (count, percent)))
    told.sort(key=lambda entry: min(entry[2][0].start, entry[2][1].start))
    for (section, index, one), (other_section, other_index, other) in pairwise(told):
        if section == other_section and other_index - index <= 1 and comparable(one[0], other[0]):
            yield one, other


def _is_usable(count: Quantity, percent: Quantity) -> bool:
    return is_settled(count) and is_settled(percent) and count.value >= _FEW and 0 < percent.value < _ALL


def _of_one_noun(one: Pair, other: Pair) -> bool:
    return one[0].unit == other[0].unit != ""


def _wholes_meet(one: Pair, other: Pair) -> bool:
    """Whether both shares may be of one whole, of which there is more."""
    return _whole(one).meets(_whole(other))


def _whole(pair: Pair) -> Interval:
    count, percent = pair
    return count.wide / percent.wide.scaled(_HUNDREDTH)


def _share(rule: Rule, one: Pair, other: Pair) -> Constraint:
    operands = {"part": (one[0],), "share": (one[1],), "others": (other[0],)}
    return Constraint(rule, operands, Licence.STRUCTURE)
