"""The piece of a text that a reader needs to see, with marks under its numbers.

A paragraph is often one line of several hundred characters: only the sentences that hold a mark are shown, wrapped
to the width, and a long sentence only in the neighbourhood of its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.reports.columns import shown, width_of

__all__ = ["Mark", "Row", "excerpt"]

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_WORD_EDGE = re.compile(r"\s")
_CUT = "…"

Cell = tuple[str, int, str]  # what is printed, its columns, its mark
Span = tuple[int, int]


class Mark(NamedTuple):
    """A span of code points (end exclusive) to mark by `sign`, one character."""

    start: int
    end: int
    sign: str


class Row(NamedTuple):
    """A row of an excerpt: `offset` is that of the source line it begins, None where it goes on with it."""

    offset: int | None
    text: str
    marks: str


def excerpt(text: str, marks: Iterable[Mark], *, width: int) -> list[Row]:
    """Rows of at most `width` columns that show every mark, in the order of the source; no mark is shown twice."""
    rows: list[Row] = []
    for line, on_line in _by_line(text, sorted(marks, key=lambda mark: mark.start)):
        spans = _merged(_window(text, line, mark, width) for mark in on_line)
        for number, cells in enumerate(_wrapped(_cells(text, line, spans, on_line), width)):
            rows.append(_row(cells, None if number else line[0]))
    return rows


def _by_line(text: str, marks: list[Mark]) -> list[tuple[Span, list[Mark]]]:
    """Source lines that hold a mark; a mark that crosses a line end stands on both."""
    lines: dict[Span, list[Mark]] = {}
    for mark in marks:
        at = mark.start
        while at < mark.end:
            line = _line_round(text, at)
            lines.setdefault(line, []).append(mark)
            at = line[1] + 1
    return sorted(lines.items())


def _line_round(text: str, at: int) -> Span:
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return start, min(ends, default=len(text))


def _window(text: str, line: Span, mark: Mark, width: int) -> Span:
    """The sentence round the mark, or where that is more than two rows long the neighbourhood of the mark."""
    start, end = _sentence_round(text, line, mark)
    if width_of(text[start:end]) <= 2 * width - 4:
        return start, end
    low = max(start, mark.start - width // 2)
    high = min(end, mark.end + width // 3)
    if low > start and (edge := _WORD_EDGE.search(text, low, mark.start)):
        low = edge.end()
    if high < end:
        high = max((edge.start() for edge in _WORD_EDGE.finditer(text, mark.end, high)), default=high)
    return low, high


def _sentence_round(text: str, line: Span, mark: Mark) -> Span:
    low, high = line
    for stop in _SENTENCE_END.finditer(text, *line):
        if stop.end() <= mark.start:
            low = stop.end()
        elif stop.start() >= mark.end:
            high = stop.end()
            break
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return low, high


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap or nearly touch made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 12:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _cells(text: str, line: Span, spans: list[Span], marks: list[Mark]) -> list[Cell]:
    """The characters to print, an ellipsis for every stretch of the line that is left out."""
    signs = {at: mark.sign for mark in marks for at in range(mark.start, mark.end)}
    cells: list[Cell] = []
    done = line[0]
    for start, end in spans:
        if text[done:start].strip():
            cells += _plain(f" {_CUT} " if cells else f"{_CUT} ")
        cells += [(shown(text[at]), width_of(text[at]), signs.get(at, " ")) for at in range(start, end)]
        done = end
    if text[done : line[1]].strip():
        cells += _plain(f" {_CUT}")
    return cells


def _plain(text: str) -> list[Cell]:
    return [(char, 1, " ") for char in text]


def _wrapped(cells: list[Cell], width: int) -> Iterator[list[Cell]]:
    """Cells broken at spaces into rows of at most `width` columns; a word longer than that is cut."""
    start = 0
    while start < len(cells):
        used, end, gap = 0, start, 0
        while end < len(cells) and used + cells[end][1] <= width:
            if cells[end][0] == " ":
                gap = end
            used += cells[end][1]
            end += 1
        if end < len(cells) and gap > start and cells[end][0] != " ":
            end = gap
        end = max(end, start + 1)
        yield cells[start:end]
        start = end
        while start < len(cells) and cells[start][0] == " ":
            start += 1


def _row(cells: list[Cell], offset: int | None) -> Row:
    text = "".join(char for char, _, _ in cells).rstrip()
    return Row(offset, text, "".join(sign * columns for _, columns, sign in cells).rstrip())
