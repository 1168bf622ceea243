"""The lines of a plain text and what their shape tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.documents.lexicon import lexicon

__all__ = [
    "CLOSERS",
    "Line",
    "captions",
    "cells_of",
    "continues",
    "heads_section",
    "is_row",
    "marker",
    "numeric",
    "split_lines",
    "wrap_width",
]

_LINE = re.compile(r"\S[^\r\n]*")
_MARKER = re.compile(r"(?:[-*•–·▪◦‣●■]|\d{1,2}[.)]|[a-z][.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s+(?=\S)")
_COLUMNS = re.compile(r"\s*\|\s*|\t+| {2,}")
_LIST_END = re.compile(r"[;,] (?:and|or)$")  # an item before the last, not a line broken off
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}(?:[/–-]\d{2,4})?\b")
_FIRST_WORD = re.compile(r"[\s:]")
_CAPTION = re.compile(r"([A-Z][a-z]+\.?) [A-Z]?\d{1,3}(?:\.\d{1,2})?[a-z]?(?:[:.]? |$)")
_HEADING = 90  # longest, in characters
_STOPS = ".!?:;…"
CLOSERS = "\"'”’)]»"
_WIDEST_CELL = 60
_NARROWEST, _WIDEST = 40, 110  # characters in a hard-wrapped line


class Line(NamedTuple):
    """A line that is not blank: its span without outer blanks, its indent, and whether a blank line stands before."""

    start: int
    end: int
    text: str
    indent: int
    gap: bool

    @property
    def stopped(self) -> bool:
        """Whether a stop or a colon ends the line, perhaps inside closing quotes and brackets."""
        return self.text.rstrip(CLOSERS)[-1:] in _STOPS


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


def continues(first: Line, one: Line, two: Line, width: int) -> bool:
    """Whether `two` goes on where `one` broke off, in a paragraph that begins with `first`.

    It does where `one` stops in mid-sentence, or the first word of `two` did not fit in `width` (0 for no such width).
    """
    if two.gap or marker(two) or two.text.startswith(("http", "www.")):
        return False
    if len(one.text) >= _NARROWEST and first.text[0].isupper() and _goes_on(one, two):
        return True
    if not width or len(one.text) > width + 3 or (two.indent > one.indent + 1 and one.stopped):
        return False
    return len(one.text) + 1 + len(two.text.partition(" ")[0]) > width


def _goes_on(one: Line, two: Line) -> bool:
    if one.stopped or _LIST_END.search(one.text):
        return False
    if (two.text[0].islower() and not two.text[1:2].isupper()) or one.text[-1] in ",–—":  # not "eBooks"
        return True
    last = _LAST_WORD.search(one.text[-12:])
    return last is not None and last.group() in lexicon().unfinished


def is_row(line: Line) -> bool:
    """Whether the line has three or more short columns, set apart by tabs, two blanks or pipes."""
    text = line.text
    if text[0] == "|":
        return text.count("|") >= 3
    if "  " not in text and "\t" not in text and "|" not in text:
        return False
    cells = cells_of(text)
    return len(cells) >= 3 and max(map(len, cells)) <= _WIDEST_CELL


def cells_of(text: str) -> list[str]:
    """The columns of a row; empty ones and rules ("|---|") are left out."""
    return [cell for cell in _COLUMNS.split(text) if cell.strip("-:=+")]


def numeric(rows: Iterable[Line]) -> bool:
    """Whether at least half of the columns after the first hold a digit."""
    cells = [cell for row in rows for cell in cells_of(row.text)[1:]]
    return 2 * sum(any(map(str.isdigit, cell)) for cell in cells) >= len(cells)


def heads_section(text: str) -> bool:
    """Whether a line reads like a heading: short, without a final stop, of words and few digits, and no credit line."""
    if len(text) > _HEADING or text.rstrip(CLOSERS)[-1:] in ".,;:!" or not text[0].isalnum():
        return False
    if text[0].islower() or _FIRST_WORD.split(text, 1)[0].lower() in lexicon().credits or "@" in text or "://" in text:
        return False
    plain = _YEAR.sub("", text)
    digits = sum(map(str.isdigit, plain))
    return digits <= 3 and sum(map(str.isalpha, text)) >= max(3, 3 * digits)


def captions(text: str) -> bool:
    """Whether a line names a figure or table ("Figure 3: Output by month"), so that it belongs to what it labels."""
    found = _CAPTION.match(text)
    return found is not None and found.group(1).rstrip(".").lower() in lexicon().captions
