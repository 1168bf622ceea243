"""Markdown: markdown-it tells the blocks, `inline` blanks the markup inside them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.documents.inline import prose_and_comments, prose_of
from factcheck.documents.lines import captions, heads_section
from factcheck.documents.marks import date_in, find_dateline, find_sic
from factcheck.documents.model import Block, BlockKind, Document, Suppression
from factcheck.documents.sentences import split_sentences

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["parse_markdown"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_COMMENT = re.compile(
    r"<!--\s*factcheck:\s*ignore(?P<file>-file)?\s*(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*?)-->", re.DOTALL
)
_FRONT_DATE = re.compile(r"^(?:date|published):[ \t]*(.+)$", re.MULTILINE | re.IGNORECASE)
_BARE_HEADING = re.compile(r"#{2,6}(?=[^#\s])")  # "##Results": no heading to CommonMark, but meant as one
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(?:(?!\1).)+(?<=\S)\1:?")
_DATELINE_BLOCKS = 5
_BOLD_LEVEL = 6  # of a paragraph in bold that stands for a heading


@dataclass(slots=True)
class _Lists:
    """Which lists are open, and how many there were."""

    count: int = 0
    open: list[int] = field(default_factory=list)
    fresh: bool = False  # the next paragraph is the first of its item


@dataclass(slots=True)
class _Reader:
    """What is known while the tokens of one file are walked."""

    text: str
    lines: list[tuple[int, int]]
    references: Collection[str]
    blocks: list[Block] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)
    pending: list[Suppression] = field(default_factory=list)
    lists: _Lists = field(default_factory=_Lists)
    quotes: int = 0
    section: int = 0
    heading: int = 0  # level of the heading whose text comes next
    dateline: dt.date | None = None


def parse_markdown(path: str, text: str, bom: int = 0) -> Document:
    """The document of a Markdown text (CommonMark, tables, front matter, footnotes), with offsets into `text`.

    In a block's text every character that is not blank equals the source character at its place. Code blocks, HTML
    blocks and front matter make no blocks, but a `date` in the front matter is the dateline. The text of a table keeps
    its lines and pipes and has no sentences. Comments that begin "factcheck: ignore" become suppressions.
    """
    clean, sic = find_sic(text)
    environment: dict[str, Any] = {}
    tokens = _parser().parse(clean, environment)
    reader = _Reader(clean, _line_spans(clean), frozenset(environment.get("references", ())))
    for token in tokens:
        _take(reader, token)
    dateline = reader.dateline or find_dateline(block.text.strip() for block in islice(reader.blocks, _DATELINE_BLOCKS))
    marks = sorted((*sic, *reader.suppressions), key=lambda mark: (mark.start, mark.end))
    return Document(path, text, tuple(reader.blocks), dateline, tuple(marks), bom)


@cache
def _parser() -> MarkdownIt:
    """A parser of blocks only; markdown-it is slow to import, so that only Markdown files pay for it."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(footnote_plugin)
    return parser.disable(["inline", "text_join", "footnote_tail"])


def _line_spans(text: str) -> list[tuple[int, int]]:
    return [(match.start(), match.start() + len(match.group().rstrip("\r\n"))) for match in _LINE.finditer(text)]


def _take(reader: _Reader, token: Token) -> None:
    lists = reader.lists
    match token.type:
        case "inline":
            _take_inline(reader, token)
        case "table_open":
            _take_table(reader, token)
        case "html_block":
            start, end = _span(reader, token)
            reader.pending += _marks(reader, reader.text[start:end], start, end)
        case "front_matter":
            found = _FRONT_DATE.search(token.content)
            reader.dateline = date_in(found.group(1)) if found else None
        case "heading_open":
            reader.heading = int(token.tag[1:])
        case "bullet_list_open" | "ordered_list_open":
            lists.open.append(lists.count)
            lists.count += 1
        case "bullet_list_close" | "ordered_list_close":
            lists.open.pop()
        case "list_item_open" | "list_item_close":
            lists.fresh = token.nesting > 0
        case "blockquote_open" | "blockquote_close":
            reader.quotes += token.nesting


def _span(reader: _Reader, token: Token) -> tuple[int, int]:
    """The source span of the token's lines, without the last line's end."""
    first, past = token.map or [0, 0]
    return reader.lines[first][0], reader.lines[max(first, past - 1)][1]


def _take_table(reader: _Reader, token: Token) -> None:
    first, past = token.map or [0, 0]
    start, end = _span(reader, token)
    parts, at = [], start
    for begin, stop in reader.lines[first:past]:
        parts += [reader.text[at:begin], prose_of(reader.text[begin:stop].replace("\\|", "  "), reader.references)]
        at = stop
    _add(reader, Block(BlockKind.TABLE, start, end, "".join(parts), (), reader.section))


def _take_inline(reader: _Reader, token: Token) -> None:
    """One block of prose: a paragraph, a heading, an item; the cells of a table have their own block already."""
    level, reader.heading = reader.heading, 0
    if reader.blocks and token.map and reader.lines[token.map[0]][0] < reader.blocks[-1].end:
        return
    group: list[tuple[int, int]] = []
    for place in _places(reader, token, level > 0):
        hashes = _BARE_HEADING.match(reader.text, *place) if not level else None
        if hashes:
            _take_prose(reader, group, 0)
            _take_prose(reader, [(hashes.end(), place[1])], hashes.end() - hashes.start())
            group = []
        else:
            group.append(place)
    _take_prose(reader, group, level)


def _take_prose(reader: _Reader, places: Sequence[tuple[int, int]], level: int) -> None:
    """The lines at `places` as one block; `level` is that of a heading, 0 for another block."""
    if not places:
        return
    start, end = places[0][0], places[-1][1]
    source = "\n".join(reader.text[left:right] for left, right in places)
    content, comments = prose_and_comments(source, reader.references)
    prose = _spread(content, places)
    reader.suppressions += _marks(reader, "".join(comments), start, end)
    if prose.isspace():
        return
    kind, level = _kind(reader, level, prose, bold=_BOLD_LINE.fullmatch(source) is not None)
    reader.section += kind is BlockKind.HEADING
    list_id = reader.lists.open[-1] if kind is BlockKind.LIST_ITEM else -1
    _add(reader, Block(kind, start, end, prose, split_sentences(prose, start), reader.section, level, list_id))


def _places(reader: _Reader, token: Token, heading: bool) -> list[tuple[int, int]]:
    """The source spans of the lines of the token's content, without quote and list marks before them."""
    first = token.map[0] if token.map else 0
    places = []
    for number, content in enumerate(token.content.split("\n"), first):
        start, end = reader.lines[number]
        line = reader.text[start:end]
        if heading:
            line = _CLOSING_HASHES.sub("", line) if not line.rstrip().endswith(content.strip()) else line
        stripped = content.strip()
        place = start + len(line.rstrip()) - len(stripped)
        if stripped and reader.text.startswith(stripped, place):
            places.append((place, place + len(stripped)))
    return places


def _spread(content: str, places: Sequence[tuple[int, int]]) -> str:
    """The lines of `content`, joined by one character, set at their places with spaces between."""
    parts, past, taken = [], places[0][0], 0
    for start, end in places:
        parts += [" " * (start - past), content[taken : taken + end - start]]
        taken += end - start + 1
        past = end
    return "".join(parts)


def _kind(reader: _Reader, level: int, prose: str, *, bold: bool) -> tuple[BlockKind, int]:
    lists, words = reader.lists, prose.strip()
    if captions(words) and words[-1] not in ".!?":
        return BlockKind.CAPTION, 0
    if level:
        return (BlockKind.HEADING if reader.blocks or level > 1 else BlockKind.HEADLINE), level
    if lists.open and lists.fresh:
        lists.fresh = False
        return BlockKind.LIST_ITEM, len(lists.open)
    if reader.quotes:
        return BlockKind.QUOTATION, 0
    if bold and not lists.open and heads_section(words.rstrip(":")):
        return BlockKind.HEADING, _BOLD_LEVEL
    return BlockKind.PARAGRAPH, 0


def _add(reader: _Reader, block: Block) -> None:
    reader.blocks.append(block)
    reader.suppressions += [replace(mark, start=block.start, end=block.end) for mark in reader.pending]
    reader.pending.clear()


def _marks(reader: _Reader, comments: str, start: int, end: int) -> list[Suppression]:
    """The suppressions that `comments` ask for, over `start` to `end`; those for the file are kept at once."""
    found = []
    for match in _COMMENT.finditer(comments):
        rules = frozenset(rule for rule in re.split(r"[\s,]+", match["rules"] or "") if rule)
        mark = Suppression(start, end, rules, " ".join(match["reason"].split()))
        if match["file"]:
            reader.suppressions.append(replace(mark, start=0, end=len(reader.text)))
        else:
            found.append(mark)
    return found
