"""Binds the relations of lines and grids: shares of a line, totals of its percentages, columns over lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.facts.model import Line, Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from factcheck.relations.bind_columns import bind_columns
from factcheck.relations.evaluate import Verdict, judge
from factcheck.relations.grids import aligned, counts_of, percents_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_plain

__all__ = ["bind_common_whole", "bind_cross_total", "bind_line_shares", "bind_shares_total"]

STRONG = 8.0  # bits, over all columns, with which a line is meant to be the total
_NEAR_ALL = (60, 140)  # percentages that add up to less or more are not the shares of one split
_MOST_CELLS = 40
_EARLIER = 12  # numbers before a line that may belong to it
_SIBLINGS = 30  # sentences between lines with the same names
_FAR = 12  # sentences between a line of counts and a line of their shares
_FINE = 50  # a percentage of fewer units of its last place says too little of its whole
_MOST_LINES = 60  # lines of a section that are laid over one another


def bind_shares_total(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Percentages of one line that are said, or shown elsewhere in the line or its siblings, to be all there are."""
    seen: set[tuple[int, ...]] = set()
    index = _by_sentence(reading.lines)
    for line in reading.lines:
        percents = percents_of(line)
        if len(percents) < 2 or line.partial or not all(map(is_plain, percents)):
            continue
        shown = _shares_hold(line) >= max(2, len(percents) - 1)
        parts = _up_to_all(rule, reading, line, percents) if line.rest else percents
        starts = tuple(part.start for part in parts)
        if starts in seen:  # the same parts make a line of one sentence and a loose one
            continue
        seen.add(starts)
        shown = shown or _siblings_hold(rule, index, line) >= 2
        near = _NEAR_ALL[0] <= sum(p.value for p in parts) <= _NEAR_ALL[1]
        licence = Licence.STRUCTURE if (line.rest or shown) and near else Licence.ARITHMETIC
        if line.rest and near and len(parts) == len(line.cells):
            licence = Licence.CLAUSE
        yield Constraint(rule, {"parts": parts}, licence, family="line" if shown else "", doubtful=line.rest)


def _siblings_hold(rule: Rule, index: Mapping[int, Sequence[Line]], line: Line) -> int:
    """How many other lines with the same names hold all there is; asked only of lines that do not."""
    if len(line.cells) < 3 or judge(rule, {"parts": percents_of(line)}).verdict is Verdict.CONSISTENT:
        return 0
    return sum(
        aligned(line, other) is not None and judge(rule, {"parts": percents_of(other)}).verdict is Verdict.CONSISTENT
        for other in _lines_near(index, line, _SIBLINGS)
        if percents_of(other) and len(other.cells) == len(line.cells) and not other.loose and other is not line
    )


def _up_to_all(rule: Rule, reading: Reading, line: Line, percents: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The line with as many percentages before it as make 100, where some do: "A further 13%, and the remaining 6%"."""
    at = bisect_left(reading.facts, percents[0].start, key=lambda fact: fact.quantity.start)
    before = [
        fact.quantity
        for fact in reading.facts[max(0, at - _EARLIER) : at]
        if line.sentence - 2 <= fact.sentence
        and fact.quantity.kind is percents[0].kind
        and is_plain(fact.quantity)
        and not fact.base.startswith(("that", "those", "these"))
    ]
    parts = percents
    for quantity in (None, *reversed(before[-4:])):
        parts = parts if quantity is None else (quantity, *parts)
        if judge(rule, {"parts": parts}).verdict is Verdict.CONSISTENT:
            return parts
    return percents


def _shares_hold(line: Line) -> int:
    """How many cells of the line are, by their counts, the share that they are said to be."""
    counts, percents = counts_of(line), percents_of(line)
    if not counts or not percents:
        return 0
    return _hold(counts, percents)


def _is_share(count: Quantity, percent: Quantity, whole: Interval) -> bool:
    """Whether count = percent of whole within rounding."""
    return (whole * percent.interval.scaled(Fraction(1, 100))).meets(count.interval)


def bind_line_shares(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each count of a line against its percentage of the line's sum, where the line holds all the parts.

    The percentages stand with the counts, or in another line with the same names.
    """
    index = _by_sentence(reading.lines)
    for line in reading.lines:
        counts = counts_of(line)
        if not 2 <= len(counts) <= _MOST_CELLS or line.partial or line.loose or not all(map(is_plain, counts)):
            continue
        own = percents_of(line)
        if own and _exhaustive(counts, own):
            yield from _shares(rule, counts, own)
        for percents in () if own else _percents_elsewhere(line, index):
            if _hold(counts, percents) >= max(2, len(counts) - 1):
                yield from _shares(rule, counts, percents)


def _lines_near(index: Mapping[int, Sequence[Line]], line: Line, reach: int) -> Iterator[Line]:
    """The lines of the section within so many sentences of a line."""
    for at in range(line.sentence - reach, line.sentence + reach + 1):
        yield from (other for other in index.get(at, ()) if other.section == line.section)


def _by_sentence(lines: Sequence[Line]) -> dict[int, list[Line]]:
    index: dict[int, list[Line]] = {}
    for line in lines:
        index.setdefault(line.sentence, []).append(line)
    return index


def _percents_elsewhere(line: Line, index: Mapping[int, Sequence[Line]]) -> Iterator[tuple[Quantity, ...]]:
    for other in _lines_near(index, line, _FAR):
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
    return _hold(counts, percents) >= max(2, len(counts) - 1)


def _hold(counts: Sequence[Quantity], percents: Sequence[Quantity]) -> int:
    """How many counts are, of their sum, the share that they are said to be."""
    whole = sum((count.interval for count in counts[1:]), counts[0].interval)
    return sum(_is_share(count, percent, whole) for count, percent in zip(counts, percents, strict=True))


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
        for odd in (None, *range(len(wholes))):
            kept = [whole for at, whole in enumerate(wholes) if at != odd]
            common = _intersection(kept)
            if not common.empty and len(kept) >= 3 - (odd is not None and len(wholes) == 3):
                yield from _common(rule, counts, percents, common)
                break


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
