"""A text as read: blocks of prose with their places in the source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Block", "BlockKind", "Document", "Sentence", "Suppression"]


class BlockKind(StrEnum):
    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its half-open span of code points in the source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose.

    `text` has the same length as the source from `start` to `end`: markup, entities and line prefixes are blanked
    with spaces, so that `text[i]` stands at `start + i` in the source.
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    sentences: tuple[Sentence, ...]
    section: int = 0  # headings start a new one
    level: int = 0  # of a heading; the depth of a list item
    list_id: int = -1  # list items of one list share it


@dataclass(frozen=True, slots=True)
class Suppression:
    """A reader's mark that findings in `start` to `end` are accepted; `rules` empty means all rules or groups."""

    start: int
    end: int
    rules: frozenset[str] = frozenset()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The decoded text (after a byte order mark) with its blocks in source order."""

    path: str
    text: str
    blocks: tuple[Block, ...]
    dateline: dt.date | None = None
    suppressions: tuple[Suppression, ...] = field(default=())
    bom: int = 0  # bytes of the mark before the text
