"""How wide a text stands on a terminal, and what of it may be shown there."""

from __future__ import annotations

from unicodedata import category, east_asian_width

__all__ = ["padded", "shown", "width_of"]


def shown(char: str) -> str:
    """`char` as it may be printed: tabs, line ends and controls as a space, marks that turn the text round as nothing.

    An escape sequence in an article must not reach the reader's terminal.
    """
    if char.isprintable():
        return char
    kind = category(char)
    if kind in ("Cf", "Cs"):
        return char if char == "\u200d" else ""  # a joiner holds an emoji together
    return " "


def width_of(text: str) -> int:
    """The columns that `text` takes, every character taken as `shown`."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_columns(char) for char in text)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """`text` filled up with spaces to `width` columns, before it where `right`."""
    fill = " " * (width - width_of(text))
    return fill + text if right else text + fill


def _columns(char: str) -> int:
    if char.isprintable():
        if category(char) in ("Mn", "Me"):
            return 0
        return 2 if east_asian_width(char) in "WF" else 1
    return 0 if category(char) in ("Cf", "Cs") else 1
