"""Lines of a document laid over one another: which cells of two lines belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.facts.model import Line
from factcheck.facts.names import share_name
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity

__all__ = ["adds_nearly_up", "aligned", "by_sentence", "counts_of", "lines_near", "percents_of", "shares_hold"]

_NEAR_ALL = (60, 140)  # percentages that add up to less or more are not the shares of one split


def adds_nearly_up(percents: Sequence[Quantity]) -> bool:
    """Whether percentages add up to what the shares of one split may, with a slip in one of them."""
    return _NEAR_ALL[0] <= sum(percent.value for percent in percents) <= _NEAR_ALL[1]


def counts_of(line: Line) -> tuple[Quantity, ...]:
    """The counts or amounts of a line; empty where a cell has none."""
    found = tuple(cell.count for cell in line.cells if cell.count is not None)
    return found if len(found) == len(line.cells) else ()


def percents_of(line: Line) -> tuple[Quantity, ...]:
    """The percentages of a line; empty where a cell has none."""
    found = tuple(cell.percent for cell in line.cells if cell.percent is not None)
    return found if len(found) == len(line.cells) else ()


def aligned(one: Line, other: Line) -> tuple[int, ...] | None:
    """For each cell of `one` the cell of `other` of the same name; None where the names do not match one to one."""
    if len(one.cells) != len(other.cells):
        return None
    chosen: list[int | None] = []
    for cell in one.cells:
        fitting = [
            at for at, there in enumerate(other.cells) if at not in chosen and share_name(cell.names, there.names)
        ]
        chosen.append(_nearest(cell.names, other, fitting) if fitting else None)
    return _completed(one, other, chosen)


def _completed(one: Line, other: Line, chosen: list[int | None]) -> tuple[int, ...] | None:
    """The match, where at most one cell is left over, and has no name on one side: "She received 8,307 votes"."""
    left = [at for at in range(len(other.cells)) if at not in chosen]
    if len(left) > 1 or (left and len(chosen) < 3):
        return None
    if left:
        mine = one.cells[chosen.index(None)]
        if mine.names and other.cells[left[0]].names:
            return None
    return tuple(left[0] if at is None else at for at in chosen)


def _nearest(names: Sequence[frozenset[str]], other: Line, fitting: list[int]) -> int:
    """Of several cells that could be meant, the one whose nearest name is the nearest here."""
    if len(fitting) == 1:
        return fitting[0]
    for name in names:
        hits = [at for at in fitting if share_name([name], other.cells[at].names[:1])]
        if len(hits) == 1:
            return hits[0]
    return fitting[0]


def lines_near(index: Mapping[int, Sequence[Line]], line: Line, reach: int) -> Iterator[Line]:
    """The lines of the section within so many sentences of a line."""
    for at in range(line.sentence - reach, line.sentence + reach + 1):
        yield from (other for other in index.get(at, ()) if other.section == line.section)


def by_sentence(lines: Sequence[Line]) -> dict[int, list[Line]]:
    index: dict[int, list[Line]] = {}
    for line in lines:
        index.setdefault(line.sentence, []).append(line)
    return index


def shares_hold(counts: Sequence[Quantity], percents: Sequence[Quantity]) -> int:
    """How many counts are, of their sum, the share that they are said to be; 0 where there are none of one sort."""
    if not counts or not percents:
        return 0
    whole = sum((count.interval for count in counts[1:]), counts[0].interval)
    return sum(_is_share(count, percent, whole) for count, percent in zip(counts, percents, strict=True))


def _is_share(count: Quantity, percent: Quantity, whole: Interval) -> bool:
    """Whether count = percent of whole within rounding."""
    return (whole * percent.interval.scaled(Fraction(1, 100))).meets(count.interval)
