"""Plain text: blocks by blank lines and by the shape of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from factcheck.documents.lines import (
    CLOSERS,
    Line,
    captions,
    continues,
    heads_section,
    is_row,
    marker,
    numeric,
    split_lines,
    wrap_width,
)
from factcheck.documents.marks import blank, find_dateline, find_sic
from factcheck.documents.model import Block, BlockKind, Document
from factcheck.documents.sentences import split_sentences

__all__ = ["parse_text"]

_HEADLINE, _LEAD_IN_ITEM, _INLINE_HEADING = 160, 120, 60  # longest, in characters
_SUBTITLE = 45  # characters from which a line under the headline says something, and is no heading
_DATELINE_LINES = 5
_ITEM_END = re.compile(r"(?:[;,]|[;,] (?:and|or))$")
_TEMPLATE = re.compile(r"\{\{.*\}\}")


class _Shape(Enum):
    PLAIN = "plain"
    ITEM = "item"
    TABLE = "table"


class _Piece(NamedTuple):
    """Lines that make one block, with the shape of the first."""

    shape: _Shape
    lines: Sequence[Line]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def size(self) -> int:
        return self.lines[-1].end - self.lines[0].start


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece's neighbours and the kind of the block before it.

    `listed`: it still follows a line that ends in ":"; `opening`: only the headline and its subtitles stand before.
    """

    index: int
    before: _Piece | None
    after: _Piece | None
    previous: BlockKind | None
    listed: bool
    opening: bool

    @property
    def alone(self) -> bool:
        """Whether a blank line or the end of the text follows."""
        return self.after is None or self.after.first.gap


def parse_text(path: str, text: str, bom: int = 0) -> Document:
    """The document of a plain text: `text` is what was decoded, behind `bom` bytes; `path` is only named.

    Blocks are in source order. A line is a paragraph of its own, unless its shape shows that the text is hard-wrapped:
    then the lines of a paragraph are one block, with spaces for the line breaks. Tables have no sentences.
    """
    clean, suppressions = find_sic(text)
    lines = split_lines(clean)
    pieces = _pieces(lines)
    blocks = _blocks(clean, pieces)
    dateline = find_dateline(line.text for line in lines[:_DATELINE_LINES])
    return Document(path, text, tuple(blocks), dateline, suppressions, bom)


def _pieces(lines: Sequence[Line]) -> list[_Piece]:
    pieces: list[_Piece] = []
    width = wrap_width(lines)
    at = 0
    while at < len(lines):
        past = _table_end(lines, at)
        shape = _Shape.TABLE
        if past == at:
            shape = _Shape.ITEM if marker(lines[at]) else _Shape.PLAIN
            past = _wrapped_end(lines, at, width, shape)
        pieces.append(_Piece(shape, lines[at:past]))
        at = past
    return pieces


def _table_end(lines: Sequence[Line], at: int) -> int:
    """Where the table that begins at line `at` ends; `at` for none."""
    past = at
    while past < len(lines) and is_row(lines[past]) and (past == at or not lines[past].gap):
        past += 1
    return past if past - at >= 2 and numeric(lines[at:past]) else at


def _wrapped_end(lines: Sequence[Line], at: int, width: int, shape: _Shape) -> int:
    past = at + 1
    hanging = shape is _Shape.ITEM
    while past < len(lines) and (
        continues(lines[at], lines[past - 1], lines[past], width) or (hanging and _hangs(lines[at], lines[past]))
    ):
        past += 1
    return past


def _hangs(item: Line, line: Line) -> bool:
    """Whether `line` is indented under the text of the list item."""
    return not line.gap and not marker(line) and line.indent > item.indent


def _blocks(text: str, pieces: Sequence[_Piece]) -> list[Block]:
    blocks: list[Block] = []
    section, list_id, listed, opening = 0, -1, False, False
    depths: list[int] = []
    for index, piece in enumerate(pieces):
        previous = blocks[-1].kind if blocks else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        kind = _kind(piece, _Place(index, pieces[index - 1] if index else None, after, previous, listed, opening))
        unmarked = kind is BlockKind.LIST_ITEM and piece.shape is _Shape.PLAIN
        listed = piece.lines[-1].text.endswith(":") or (listed and unmarked)
        opening = kind is BlockKind.HEADLINE or (opening and not piece.lines[-1].stopped)
        section += kind is BlockKind.HEADING
        if kind is BlockKind.LIST_ITEM and previous is not BlockKind.LIST_ITEM:
            list_id, depths = list_id + 1, []
        blocks.append(_block(text, piece, kind, section, list_id, _level(kind, piece, depths)))
    return blocks


def _level(kind: BlockKind, piece: _Piece, depths: list[int]) -> int:
    """The level of a heading, the depth of a list item; `depths`, the indents of the open items, is kept up."""
    if kind is not BlockKind.LIST_ITEM:
        return {BlockKind.HEADLINE: 1, BlockKind.HEADING: 2}.get(kind, 0)
    while depths and depths[-1] > piece.first.indent:
        depths.pop()
    if not depths or depths[-1] < piece.first.indent:
        depths.append(piece.first.indent)
    return len(depths)


def _block(text: str, piece: _Piece, kind: BlockKind, section: int, list_id: int, level: int) -> Block:
    start, end = piece.first.start, piece.lines[-1].end
    if kind is BlockKind.TABLE:
        return Block(kind, start, end, text[start:end], (), section)
    content = blank(text, start, end)
    if piece.shape is _Shape.ITEM:
        marked = marker(piece.first)
        content = " " * marked + content[marked:]
    own_list = list_id if kind is BlockKind.LIST_ITEM else -1
    return Block(kind, start, end, content, split_sentences(content, start), section, level, own_list)


def _kind(piece: _Piece, place: _Place) -> BlockKind:
    if piece.shape is _Shape.TABLE:
        return BlockKind.TABLE
    if piece.shape is _Shape.ITEM:
        return BlockKind.HEADING if _numbered_heading(piece, place) else BlockKind.LIST_ITEM
    if _TEMPLATE.fullmatch(piece.first.text):
        return BlockKind.HEADING
    if place.index == 0:
        return BlockKind.HEADLINE if _is_headline(piece, place) else BlockKind.PARAGRAPH
    if _is_lead_in_item(piece, place):
        return BlockKind.LIST_ITEM
    if captions(piece.first.text) and not piece.lines[-1].stopped:
        return BlockKind.CAPTION
    return BlockKind.HEADING if _is_heading(piece, place) else BlockKind.PARAGRAPH


def _is_headline(piece: _Piece, place: _Place) -> bool:
    return (
        place.after is not None
        and piece.size <= _HEADLINE
        and piece.lines[-1].text.rstrip(CLOSERS)[-1:] not in (".", ":", ";", ",")
        and sum(map(str.isalpha, piece.first.text)) >= 3
    )


def _numbered_heading(piece: _Piece, place: _Place) -> bool:
    """A line such as "2. Results" that stands alone, with no item beside it."""
    neighbours = [near for near in (place.before, place.after) if near is not None]
    return (
        piece.first.text[0].isdigit()
        and place.after is not None
        and len(piece.lines) == 1
        and piece.first.gap
        and all(near.shape is _Shape.PLAIN for near in neighbours)
        and heads_section(piece.first.text[marker(piece.first) :])
    )


def _is_lead_in_item(piece: _Piece, place: _Place) -> bool:
    """Short lines right behind a line that ends in ":", and, across blank lines, those that end like items."""
    if not place.listed or piece.size > _LEAD_IN_ITEM:
        return False
    if piece.first.gap:
        return _ITEM_END.search(piece.lines[-1].text) is not None
    return not (piece.size > _INLINE_HEADING and piece.lines[-1].stopped)


def _is_heading(piece: _Piece, place: _Place) -> bool:
    if place.after is None or len(piece.lines) > 1 or not heads_section(piece.first.text):
        return False
    if place.opening and piece.size > _SUBTITLE:  # the summary of an article, not of its first section
        return False
    if piece.first.text.isupper() or (piece.first.gap and place.alone):
        return True
    return piece.size <= _INLINE_HEADING and (place.after.shape is _Shape.ITEM or place.after.size > 3 * piece.size)
