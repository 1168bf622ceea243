"""Lines of a document laid over one another: which cells of two lines belong together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.model import Line
from factcheck.facts.names import share_name

__all__ = ["aligned", "counts_of", "percents_of"]

from factcheck.quantities.model import Quantity


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
