"""The lexer: a text in pieces, which are words, numerals in figures and single marks, cut by one master regex."""

from __future__ import annotations

import re

__all__ = ["Tape", "pieces_of"]

# Blanks and the piece behind them: every character belongs to one or the other, so that offsets are sums of lengths.
# No numeral is longer than what an int reads quickly; a longer run of digits is cut.
_PIECES = re.compile(
    r"(\s*)("
    r"(?:https?://|www\.)[^\s<>\"”)\]]+"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|[^\W\d_]+(?:['’‑‐-][^\W\d_]+)*"
    # A note behind the stop of a sentence: "of 12,345.6 Data for", "in 2013.2 The bank".
    r"|(?<=[a-z] )\d{1,3}(?:,\d{3}){1,9}(?=\.\d\s+[A-Z][a-z]{2,} [a-z])"
    r"|(?<=[a-z] )(?:19|20)\d\d(?=\.\d\d?\s+[A-Z][a-z]+ [a-z])"
    # Points in the groups and a comma before the decimals: "12.345,67", "1.234.567".
    r"|\d{1,3}(?:\.\d{3}){1,9},\d{1,2}(?![\d,])|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,9},\d{1,2}(?![\d,])"
    r"|[1-9]\d{0,2}(?:\.\d{3}){2,9}(?![\d.])"
    r"|(?:\d{1,3}(?:,\d{3}){1,9}|\d{1,2}(?:,\d{2}){1,9},\d{3}|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,9}"
    r"|\d{1,3}(?:['’]\d{3}){1,9})(?!\d)(?:\.\d{1,40})?"
    r"|\d{1,40}(?:[.·]\d{1,40})?"
    r"|(?<![\w.%)\]”\"])\.\d{1,40}"
    r"|\S|\Z)"  # the end takes the last blanks, which would be tried again from each of them
)


def pieces_of(text: str) -> list[str]:
    """The pieces of `text` without the blanks between them."""
    return [piece for _, piece in _PIECES.findall(text) if piece]


class Tape:
    """The pieces of one text with their places: `words[i]` stands at `starts[i]` to `ends[i]` of `text`, which itself
    stands at `base` in the source.

    Reading past either end gives "" rather than an error, so that patterns need no bounds checks.
    """

    __slots__ = ("base", "ends", "starts", "text", "words")

    def __init__(self, text: str, base: int = 0) -> None:
        self.text = text
        self.base = base
        found = _PIECES.findall(text)
        while found and not found[-1][1]:  # the end, and with blanks before it the end again
            found.pop()
        self.words: list[str] = [piece for _, piece in found]
        self.starts: list[int] = []
        self.ends: list[int] = []
        add_start, add_end = self.starts.append, self.ends.append
        at = 0
        for blank, piece in found:
            at += len(blank)
            add_start(at)
            at += len(piece)
            add_end(at)

    def word(self, i: int) -> str:
        """Piece `i` as printed, "" outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def low(self, i: int) -> str:
        """Piece `i` in lower case, "" outside the text."""
        return self.words[i].lower() if 0 <= i < len(self.words) else ""

    def glued(self, i: int) -> bool:
        """Whether piece `i` follows piece `i - 1` without a blank."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def near(self, i: int) -> bool:
        """Whether piece `i` follows piece `i - 1` in the same cell and paragraph."""
        if not 0 < i < len(self.words):
            return False
        low, high = self.ends[i - 1], self.starts[i]
        if high - low < 2 and (high == low or self.text[low] != "\t"):
            return True
        gap = self.text[low:high]
        return "\t" not in gap and gap.count("\n") < 2

    def index_at(self, offset: int, i: int) -> int:
        """The first piece from `i` on that starts at `offset` or behind."""
        while i < len(self.words) and self.starts[i] < offset:
            i += 1
        return i
