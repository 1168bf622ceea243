"""Lists of a document whose items hold one number each: one line over several blocks."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.documents.model import BlockKind, Document
from factcheck.facts.lines import alike
from factcheck.facts.model import Cell, Line
from factcheck.facts.names import names_in
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.statements.model import SentenceReading

__all__ = ["list_lines"]


def list_lines(document: Document, sentences: Sequence[SentenceReading]) -> list[Line]:
    """A line for each list of three or more items that hold one percentage, or one amount of one kind, each."""
    by_block: dict[int, list[SentenceReading]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    lists: dict[int, list[int]] = {}
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.LIST_ITEM and block.list_id >= 0:
            lists.setdefault(block.list_id, []).append(number)
    found = []
    for numbers in lists.values():
        line = _line([by_block.get(number, []) for number in numbers])
        if line is not None:
            found.append(line)
    return found


def _line(items: list[list[SentenceReading]]) -> Line | None:
    if len(items) < 3 or any(len(item) != 1 for item in items):
        return None
    cells, rest = [], False
    for (sentence,) in items:
        quantities = [cue.quantity for cue in sentence.cues if cue.quantity is not None]
        if len(quantities) != 1 or quantities[0].bound is Bound.RANGE:
            return None
        rest = rest or any(cue.type == "REST" for cue in sentence.cues)
        cells.append(_item(sentence, quantities[0]))
    if not all(alike(cells[0], cell) for cell in cells[1:]):
        return None
    return Line(tuple(cells), items[0][0].index, items[0][0].section, rest)


def _item(sentence: SentenceReading, quantity: Quantity) -> Cell:
    names = tuple(names_in(sentence.tokens, 0, len(sentence.tokens)))
    percent = quantity.kind is Kind.PERCENT
    return Cell(names, None if percent else quantity, quantity if percent else None, 0, len(sentence.tokens) - 1)
