"""Like items side by side: the cells of a sentence that make one line of a grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.facts.model import Cell, Line, Name
from factcheck.facts.names import names_in
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.statements.model import Cue, SentenceReading, Statement

__all__ = ["lines_of"]

_COUNTED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def lines_of(reading: SentenceReading) -> list[Line]:
    """The lines of two or more like cells in a sentence, in order."""
    cells = list(_cells(reading))
    total = _lead_total(reading)
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and _alike(runs[-1][-1], cell) and not _parted(reading, runs[-1][-1], cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [_line(reading, _named(reading, run), total) for run in runs if len(run) > 1]


def _named(reading: SentenceReading, cells: list[Cell]) -> list[Cell]:
    """Each cell with the names between it and the cell before it; the first has those from the sentence's start."""
    behind, found = 0, []
    for cell in cells:
        found.append(replace(cell, names=_names_near(reading, behind, cell.first, cell.last)))
        behind = cell.last + 1
    return found


def _line(reading: SentenceReading, cells: list[Cell], total: Quantity | None) -> Line:
    cues = [cue for cue in reading.cues if cells[-2].last < cue.first < cells[-1].first]
    rest = bool(cues) and any(_introduces_rest(reading, cue, cells[-1]) for cue in cues if cue.type == "REST")
    before = [cue for cue in reading.cues if cue.first < cells[0].first]
    partial = any(cue.type == "PARTIAL" for cue in before[-3:])
    return Line(tuple(cells), reading.index, reading.section, rest, partial, total)


def _introduces_rest(reading: SentenceReading, cue: Cue, cell: Cell) -> bool:
    """Whether "the remaining" or "the rest" stands right before the last cell, with no "of" between."""
    between = [token.text.lower() for token in reading.tokens[cue.last + 1 : cell.first]]
    return len(between) <= 4 and not {"of", "in", "from"} & set(between)


def _lead_total(reading: SentenceReading) -> Quantity | None:
    """The M of "Of the M …" at the head of the sentence."""
    for at, cue in enumerate(reading.cues[:2]):
        if cue.type == "OF" and cue.first <= 1 and at + 1 < len(reading.cues):
            following = reading.cues[at + 1].quantity
            if following is not None and following.kind is Kind.COUNT:
                return following
    return None


def _cells(reading: SentenceReading) -> Iterable[Cell]:
    """Pairs and loose numbers in order."""
    taken: dict[int, Statement] = {}
    for statement in reading.statements:
        for at in range(statement.first, statement.last + 1):
            taken[at] = statement
    done: set[int] = set()
    for cue in reading.cues:
        if cue.quantity is None or cue.first in done:
            continue
        statement = taken.get(cue.first)
        cell = _cell(cue, statement)
        if cell is not None:
            done.update(range(cell.first, cell.last + 1))
            yield cell


def _cell(cue: Cue, statement: Statement | None) -> Cell | None:
    quantity = cue.quantity
    assert quantity is not None
    if statement is not None and statement.kind == "pair":
        return Cell((), statement.roles["count"], statement.roles["percent"], statement.first, statement.last)
    if statement is not None and statement.kind not in ("parts", "pair"):
        return None
    if quantity.bound is Bound.RANGE:
        return None
    if quantity.kind in _COUNTED:
        return Cell((), quantity, None, cue.first, cue.last)
    if quantity.kind is Kind.PERCENT:
        return Cell((), None, quantity, cue.first, cue.last)
    return None


def _names_near(reading: SentenceReading, behind: int, first: int, last: int) -> tuple[Name, ...]:
    """Names before the cell, the nearest first; where there are none, those behind it up to the next number."""
    before = names_in(reading.tokens, behind, first)
    if before:
        return tuple(reversed(before))
    ahead = next((cue.first for cue in reading.cues if cue.first > last and cue.quantity), len(reading.tokens))
    return tuple(names_in(reading.tokens, last + 1, ahead))


def _alike(one: Cell, other: Cell) -> bool:
    if (one.count is None) != (other.count is None) or (one.percent is None) != (other.percent is None):
        return False
    if one.count is not None and other.count is not None:
        return like(one.count, other.count)
    return True


def like(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of one kind and unit; a bare count goes with any counted noun."""
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.COUNT:
        return one.unit == other.unit or not one.unit or not other.unit
    return one.unit == other.unit


def _parted(reading: SentenceReading, one: Cell, other: Cell) -> bool:
    """Whether a number of another kind stands between two cells, or a change does."""
    return any(
        statement.kind == "change" and one.last < statement.first < other.first for statement in reading.statements
    )
