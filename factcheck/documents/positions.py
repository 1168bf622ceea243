"""From an offset in the text to line, column, byte and UTF-16 unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Position", "Positions"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_STEP = 1024  # characters between the places whose bytes are counted ahead


class Position(NamedTuple):
    """A place between characters: `line` and `column` (code points) from 1; the others from 0.

    `offset` counts code points of the decoded text, `byte` UTF-8 bytes from the start of the file, its byte order mark
    included, `utf16` the UTF-16 units of the line before the place.
    """

    offset: int
    line: int
    column: int
    byte: int
    utf16: int


class Positions:
    """The positions of one text; lines end at LF, CRLF or CR only, and `bom` bytes stand before the text.

    The first question costs one pass over the text, each further one about a microsecond.
    """

    __slots__ = ("_bom", "_bytes", "_starts", "_text", "_units")

    def __init__(self, text: str, bom: int = 0) -> None:
        self._text = text
        self._bom = bom
        self._starts: list[int] | None = None
        self._bytes: list[int] = []  # before each step; empty for ASCII
        self._units: list[int] = []

    def at(self, offset: int) -> Position:
        """The position of `offset`, from 0 to the length of the text; raises ValueError beyond."""
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} is outside a text of {len(self._text)} characters")
        starts = self._starts or self._prepare()
        line = bisect_right(starts, offset)
        start = starts[line - 1]
        if not self._bytes:
            return Position(offset, line, offset - start + 1, self._bom + offset, offset - start)
        return Position(
            offset,
            line,
            offset - start + 1,
            self._bom + self._count(self._bytes, "utf-8", offset),
            (self._count(self._units, "utf-16-le", offset) - self._count(self._units, "utf-16-le", start)) // 2,
        )

    def _prepare(self) -> list[int]:
        text = self._text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        if not text.isascii():
            steps = [text[at : at + _STEP] for at in range(0, len(text), _STEP)]
            self._bytes = list(accumulate((_size(step, "utf-8") for step in steps), initial=0))
            self._units = list(accumulate((_size(step, "utf-16-le") for step in steps), initial=0))
        return self._starts

    def _count(self, counted: list[int], encoding: str, offset: int) -> int:
        step = offset // _STEP
        return counted[step] + _size(self._text[step * _STEP : offset], encoding)


def _size(text: str, encoding: str) -> int:
    return len(text.encode(encoding, "surrogatepass"))
