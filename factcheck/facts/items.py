"""Lists of a document with the sentence that opens each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from factcheck.documents.model import Block, BlockKind, Document
from factcheck.facts.model import ItemList
from factcheck.statements.model import SentenceReading

__all__ = ["item_lists"]

_LEADS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.HEADLINE)
_NUMBERED = re.compile(r"\s*\(?(\d{1,3})[.)]")
_GOES_ON = 3  # blocks behind a list in which another may go on with it


def item_lists(document: Document, sentences: Sequence[SentenceReading]) -> list[ItemList]:
    """The lists whose opening sentence holds a number; that sentence is the last one of the block right before."""
    last = {sentence.block: sentence for sentence in sentences}
    found = []
    for number, block in enumerate(document.blocks[:-1]):
        lead = last.get(number)
        if lead is None or lead.start != block.sentences[-1].start:
            continue
        items = _items(document.blocks, number)
        if items:
            found.append(_list(document, lead, items, number + len(items) + 1))
    return found


def _items(blocks: Sequence[Block], lead: int) -> list[Block]:
    """The items right behind a block: all of a list behind prose, the deeper ones behind an item."""
    block, following = blocks[lead], blocks[lead + 1 : lead + 2]
    if not following or following[0].kind is not BlockKind.LIST_ITEM:
        return []
    behind = (blocks[at] for at in range(lead + 1, len(blocks)))
    if block.kind in _LEADS:
        own = following[0].list_id
        nested = following[0].level
        return list(
            takewhile(
                lambda item: item.kind is BlockKind.LIST_ITEM and (item.list_id == own or item.level > nested), behind
            )
        )
    if block.kind is BlockKind.LIST_ITEM:
        return list(takewhile(lambda item: item.kind is BlockKind.LIST_ITEM and item.level > block.level, behind))
    return []


def _list(document: Document, lead: SentenceReading, items: list[Block], behind: int) -> ItemList:
    own = document.blocks[lead.block].kind is BlockKind.LIST_ITEM  # ends with its item
    outermost = min(item.level for item in items)
    outer = [item for item in items if item.level == outermost]
    kept = list(_first_run(document.text, outer))
    return ItemList(
        lead=lead,
        items=tuple(_trimmed(item) for item in kept),
        texts=tuple(item.text.strip() for item in kept),
        open=not own and len(kept) == len(outer) and _goes_on(document.blocks[behind : behind + _GOES_ON]),
        nested=len(outer) < len(items),
    )


def _trimmed(item: Block) -> tuple[int, int]:
    blank = len(item.text) - len(item.text.lstrip())
    return item.start + blank, item.start + len(item.text.rstrip())


def _first_run(text: str, items: Sequence[Block]) -> Iterator[Block]:
    """The items up to one whose mark is of another sort, or is the number of a first item again."""
    numbered = _number(text, items[0])
    for at, item in enumerate(items):
        number = _number(text, item)
        if at and ((number is None) != (numbered is None) or number == 1):
            return
        yield item


def _number(text: str, item: Block) -> int | None:
    found = _NUMBERED.match(text, item.start, item.end)
    return int(found[1]) if found else None


def _goes_on(behind: Sequence[Block]) -> bool:
    before_heading = takewhile(lambda block: block.kind is not BlockKind.HEADING, behind)
    return any(block.kind is BlockKind.LIST_ITEM for block in before_heading)
