"""The lines of a plain text and what their shape tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.documents.lexicon import lexicon

__all__ = ["Line", "cells_of", "continues", "is_row", "marker", "numeric", "split_lines", "wrap_width"]

_LINE = re.compile(r"\S[^\r\n]*")
_MARKER = re.compile(r"(?:[-*•–·▪◦‣●■]|\d{1,2}[.)]|[a-z]\)|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s+(?=\S)")
_COLUMNS = re.compile(r"\s*\|\s*|\t+| {2,}")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_STOPS = ".!?:;…"
_CLOSERS = "\"'”’)]»"
_NARROWEST, _WIDEST = 40, 110  # characters in a hard-wrapped line


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without outer blanks, its indent, and whether a blank line stands before."""

    start: int
    end: int
    text: str
    indent: int
    gap: bool

    @property
    def stopped(self) -> bool:
        """Whether a stop or a colon ends the line, perhaps inside closing quotes and brackets."""
        return self.text.rstrip(_CLOSERS)[-1:] in _STOPS


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank; lines end at LF, CRLF or CR only."""
    lines: list[Line] = []
    past = 0
    for match in _LINE.finditer(text):
        start, between = match.start(), text[past : match.start()]
        past = match.end()
        content = match.group().rstrip()
        breaks = between.count("\n") + between.count("\r") - between.count("\r\n")
        indent = len(between) - 1 - max(between.rfind("\n"), between.rfind("\r"))
        lines.append(Line(start, start + len(content), content, indent, breaks > 1 or not lines))
    return lines


def marker(line: Line) -> int:
    """The length of the list marker that opens the line ("- ", "1. ", "(a) "), with its blanks; 0 for none."""
    found = _MARKER.match(line.text)
    return found.end() if found else 0


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the text is wrapped by hard line breaks; 0 when every line is a paragraph of its own."""
    pairs = [(one, two) for one, two in pairwise(lines) if not two.gap and len(one.text) >= _NARROWEST]
    wrapped = [len(one.text) for one, two in pairs if _goes_on(one, two) and len(one.text) <= _WIDEST]
    return max(wrapped) if 3 * len(wrapped) >= len(pairs) and wrapped else 0


def continues(one: Line, two: Line, width: int) -> bool:
    """Whether `two` goes on where `one` broke off: mid-sentence, or because its first word did not fit in `width`."""
    if two.gap or marker(two):
        return False
    if len(one.text) >= _NARROWEST and _goes_on(one, two):
        return True
    if not width or len(one.text) > width + 3 or (two.indent > one.indent + 1 and one.stopped):
        return False
    return len(one.text) + 1 + len(two.text.partition(" ")[0]) > width


def _goes_on(one: Line, two: Line) -> bool:
    if one.stopped:
        return False
    if two.text[0].islower() or one.text[-1] in ",–—":
        return True
    last = _LAST_WORD.search(one.text[-12:])
    return last is not None and last.group() in lexicon().unfinished


def is_row(line: Line) -> bool:
    """Whether the line has three or more short columns, set apart by tabs, two blanks or pipes."""
    text = line.text
    if "  " not in text and "\t" not in text and "|" not in text:
        return False
    cells = cells_of(text)
    return len(cells) >= 3 and max(map(len, cells)) <= 60


def cells_of(text: str) -> list[str]:
    """The columns of a row, empty ones left out."""
    return [cell for cell in _COLUMNS.split(text) if cell]


def numeric(rows: Iterable[Line]) -> bool:
    """Whether at least half of the columns after the first hold a digit."""
    cells = [cell for row in rows for cell in cells_of(row.text)[1:]]
    return 2 * sum(any(map(str.isdigit, cell)) for cell in cells) >= len(cells)
