"""Short forms of what the facts layer found, for tests."""

from __future__ import annotations

from factcheck.documents.markdown import parse_markdown
from factcheck.documents.model import Document
from factcheck.documents.text import parse_text
from factcheck.facts.model import Fact, Line, Reading
from factcheck.facts.resolve import resolve_facts

Cells = list[tuple[str | None, str | None]]


def document(text: str, *, md: bool = False) -> Document:
    return parse_markdown("article.md", text) if md else parse_text("article.txt", text)


def read(text: str, *, md: bool = False) -> Reading:
    return resolve_facts(document(text, md=md))


def lines(text: str, *, md: bool = False, loose: bool = False) -> list[Line]:
    """The lines of a text; loose ones only where they are asked for."""
    return [line for line in read(text, md=md).lines if line.loose is loose]


def cells(line: Line) -> Cells:
    """Count and percentage of each cell, as printed."""
    return [(cell.count and cell.count.text, cell.percent and cell.percent.text) for cell in line.cells]


def first_names(line: Line) -> list[str]:
    """The nearest name of each cell, its words in the order of the alphabet; "" where a cell has none."""
    return [" ".join(sorted(cell.names[0])) if cell.names else "" for cell in line.cells]


def fact(text: str, printed: str) -> Fact:
    """The one fact whose number is printed so."""
    (found,) = (one for one in read(text).facts if one.quantity.text == printed)
    return found
