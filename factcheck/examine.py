"""The numbers at one place of a text, with all that became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.documents.model import Document
from factcheck.documents.positions import Positions
from factcheck.facts.resolve import resolve_facts
from factcheck.findings.account import Account, accounts_of
from factcheck.findings.build import build_findings
from factcheck.findings.suppress import unsuppressed
from factcheck.quantities.model import Quantity
from factcheck.relations.bind import Failure, evaluate_rules
from factcheck.relations.rules import load_rules

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Place", "examine", "place_of"]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, and a column of it; both count from 1, columns in code points."""

    path: str
    line: int
    column: int | None = None


def place_of(text: str) -> Place | None:
    """The place that "FILE:LINE" or "FILE:LINE:COLUMN" names, None where it names none."""
    head, _, last = text.rpartition(":")
    path, _, line = head.rpartition(":")
    if path and _is_number(line) and _is_number(last):
        return Place(path, int(line), int(last))
    return Place(head, int(last)) if head and _is_number(last) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) > 0


def examine(
    document: Document, line: int, column: int | None = None, *, as_of: dt.date | None = None
) -> tuple[list[Account], list[Failure]]:
    """An account of every number that begins on `line`, or of the one at `column` of it; and the rules that crashed.

    Without a number at `column` it is the nearest one of the line. Raises ValueError, whose message is a sentence,
    where the text has no such line.
    """
    if document.dateline is None and as_of is not None:
        document = replace(document, dateline=as_of)
    reading = resolve_facts(document)
    wanted = _at(reading.quantities, Positions(document.text, document.bom), line, column)
    last = Positions(document.text).at(len(document.text)).line
    if line > last:
        raise ValueError(f"there is no line {line}: the last is {last}")
    evaluated, failures = evaluate_rules(load_rules().values(), reading)
    findings = build_findings(document.path, document.text, evaluated, reading)
    told = unsuppressed(findings, document)
    accepted = [finding for finding in findings if finding not in told]
    return accounts_of(wanted, reading, evaluated, told, accepted), failures


def _at(quantities: Iterable[Quantity], positions: Positions, line: int, column: int | None) -> list[Quantity]:
    """The numbers of a line in their order, or the one nearest to a column of it."""
    on_line = sorted(_on_line(quantities, positions, line), key=lambda item: item[0])
    if column is None:
        return [quantity for _, quantity in on_line]

    def distance(item: tuple[int, Quantity]) -> int:
        first, quantity = item
        return max(0, first - column, column - (first + quantity.end - quantity.start - 1))

    return [min(on_line, key=distance)[1]] if on_line else []


def _on_line(quantities: Iterable[Quantity], positions: Positions, line: int) -> Iterator[tuple[int, Quantity]]:
    for quantity in quantities:
        position = positions.at(quantity.start)
        if position.line == line:
            yield position.column, quantity
