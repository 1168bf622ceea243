"""Binds the relations of lines and grids: shares of a line, totals of its percentages, columns over lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.facts.model import Line, Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.shares.bind_two_shares import bind_two_shares
from factcheck.relations.totals.bind_columns import bind_columns
from factcheck.relations.totals.grids import aligned, by_sentence, counts_of, lines_near, percents_of, shares_hold
from factcheck.relations.units import comparable, is_plain

__all__ = ["bind_common_whole", "bind_cross_total", "bind_line_shares"]

STRONG = 8.0  # bits, over all columns, with which a line is meant to be the total
_MOST_CELLS = 40
_FAR = 12  # sentences between a line of counts and a line of their shares
_FINE = 50  # a percentage of fewer units of its last place says too little of its whole
_MOST_LINES = 60  # lines of a section that are laid over one another


def bind_line_shares(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each count of a line against its percentage of the line's sum, where the line holds all the parts.

    The percentages stand with the counts, or in another line with the same names.
    """
    index = by_sentence(reading.lines)
    for line in reading.lines:
        counts = counts_of(line)
        if not 2 <= len(counts) <= _MOST_CELLS or line.partial or line.loose or not all(map(is_plain, counts)):
            continue
        own = percents_of(line)
        if own and _exhaustive(counts, own):
            yield from _shares(rule, counts, own)
        for percents in () if own else _percents_elsewhere(line, index):
            if shares_hold(counts, percents) >= max(2, len(counts) - 1):
                yield from _shares(rule, counts, percents)
    yield from bind_two_shares(rule, reading)


def _percents_elsewhere(line: Line, index: Mapping[int, Sequence[Line]]) -> Iterator[tuple[Quantity, ...]]:
    for other in lines_near(index, line, _FAR):
        percents = percents_of(other)
        if not percents or counts_of(other):
            continue
        order = aligned(line, other)
        if order is not None and all(map(is_plain, percents)):
            yield tuple(percents[at] for at in order)


def _exhaustive(counts: Sequence[Quantity], percents: Sequence[Quantity]) -> bool:
    """Whether the percentages reach 100 by more than chance, or all shares but one hold."""
    if not all(map(is_plain, percents)):
        return False
    total = sum((p.interval for p in percents[1:]), percents[0].interval)
    fine = all(p.ulp < 1 for p in percents)
    if 100 in total and fine:
        return True
    return shares_hold(counts, percents) >= max(2, len(counts) - 1)


def _shares(rule: Rule, counts: Sequence[Quantity], percents: Sequence[Quantity]) -> Iterator[Constraint]:
    for at, (count, percent) in enumerate(zip(counts, percents, strict=True)):
        others = tuple(counts[:at]) + tuple(counts[at + 1 :])
        operands = {"part": (count,), "share": (percent,), "others": others}
        yield Constraint(rule, operands, Licence.STRUCTURE, family=f"shares-{len(counts)}")


def bind_common_whole(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Three or more "N (p%)" of one line that need not be all parts: all imply one whole, or all but one."""
    for line in reading.lines:
        counts, percents = counts_of(line), percents_of(line)
        if len(counts) < 3 or line.loose or not percents or not all(map(is_plain, (*counts, *percents))):
            continue
        if (_exhaustive(counts, percents) and not line.partial) or any(p.value < _FINE * p.ulp for p in percents):
            continue
        wholes = [c.wide / p.wide.scaled(Fraction(1, 100)) for c, p in zip(counts, percents, strict=True)]
        odds = () if _named_twice(line) else range(len(wholes))
        for odd in (None, *odds):
            kept = [whole for at, whole in enumerate(wholes) if at != odd]
            common = _intersection(kept)
            if not common.empty and len(kept) >= 3 - (odd is not None and len(wholes) == 3):
                yield from _common(rule, counts, percents, common)
                break


def _named_twice(line: Line) -> bool:
    """Whether one name has two cells, which are then of two times or wholes: "; in 2008 Ash won 512 (46.1%)"."""
    names = [cell.names[0] for cell in line.cells if cell.names]
    return len(set(names)) < len(names)


def _intersection(intervals: Sequence[Interval]) -> Interval:
    common = intervals[0]
    for interval in intervals[1:]:
        common = common.intersection(interval)
    return common


def _common(
    rule: Rule, counts: Sequence[Quantity], percents: Sequence[Quantity], whole: Interval
) -> Iterator[Constraint]:
    for count, percent in zip(counts, percents, strict=True):
        yield Constraint(
            rule,
            {"part": (count,), "share": (percent,)},
            Licence.STRUCTURE,
            derived={"whole": whole},
            family=f"whole-{counts[0].start}",
        )


# --- columns over lines ---------------------------------------------------------------------------------------------


def bind_cross_total(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Lines with the same names, one of which is the sum of the others column by column.

    All columns hold, or all but one, by more than chance: then the line is the total, though no word says so.
    """
    for group in _groups(reading.lines):
        yield from _totals(rule, group)
    yield from bind_columns(rule, reading)


def _groups(lines: Sequence[Line]) -> Iterator[list[tuple[Quantity, ...]]]:
    """Lines of counts with the same names, their columns in one order."""
    left = [line for line in lines if len(line.cells) >= 2 and not line.loose]
    left = [line for line in left if counts_of(line) and all(map(is_plain, counts_of(line)))][:_MOST_LINES]
    while len(left) >= 3:
        first, *rest = left
        rows = [counts_of(first)]
        left = []
        for line in rest:
            order = aligned(first, line)
            if order is None or not comparable(counts_of(first)[0], counts_of(line)[order[0]]):
                left.append(line)
            else:
                counts = counts_of(line)
                rows.append(tuple(counts[at] for at in order))
        if len(rows) >= 3:
            yield rows


def _totals(rule: Rule, rows: list[tuple[Quantity, ...]]) -> Iterator[Constraint]:
    for at, top in enumerate(rows):
        others = _distinct([row for k, row in enumerate(rows) if k != at], top)
        if len(others) < 2:
            continue
        columns = [
            Constraint(
                rule,
                {"whole": (total,), "parts": tuple(row[column] for row in others)},
                Licence.STRUCTURE,
                family=f"columns-{top[0].start}",
            )
            for column, total in enumerate(top)
        ]
        judged = [column.judged() for column in columns]
        holding = [j.bits for j in judged if j.verdict is Verdict.CONSISTENT]
        if holding and len(holding) >= len(columns) - 1 and sum(holding) >= STRONG:
            yield from columns
            return


def _distinct(rows: list[tuple[Quantity, ...]], top: tuple[Quantity, ...]) -> list[tuple[Quantity, ...]]:
    """The rows without repetitions of the total or of one another."""
    seen = {tuple(q.value for q in top)}
    found = []
    for row in rows:
        values = tuple(q.value for q in row)
        if values not in seen:
            seen.add(values)
            found.append(row)
    return found
