"""Files read and checked one by one: a fault in one is told, and the others go on."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from factcheck.check import check_document, numbers_of
from factcheck.config import Config
from factcheck.documents.discovery import find_files
from factcheck.documents.load import DocumentError, load_document, parse_document, rewrite_document
from factcheck.documents.model import Document
from factcheck.findings.model import Fault, Report, Summary

if TYPE_CHECKING:
    from factcheck.reports.sheet import Listing

__all__ = ["check_paths", "fix_files", "merged", "read_paths"]

Result = TypeVar("Result")


def check_paths(paths: Iterable[str], *, stdin_name: str, as_of: dt.date | None, config: Config) -> Report:
    """One report on all files of `paths` (files, folders, "-" for standard input, called `stdin_name`)."""

    def check(document: Document) -> Report:
        def parse(edited: str) -> Document:
            return parse_document(document.path, edited)

        report = check_document(document, as_of=as_of, config=config, parse=parse)
        return replace(report, boms={document.path: document.bom}) if document.bom else report

    reports = _each(paths, stdin_name, check)
    return merged(Report(faults=(item,)) if isinstance(item, Fault) else item for item in reports)


def fix_files(report: Report, *, notation: bool) -> tuple[int, list[Fault]]:
    """Write each file of the report with the first suggestion of every finding made good.

    Gives the number of edits, and a fault for each file that is not as it was read or cannot be written. With
    `notation` only words that were left out are put in. Line ends, encoding and byte order mark stay.
    """
    from factcheck.findings.edits import applied
    from factcheck.reports.patch import chosen_edits

    made, faults = 0, []
    for path, text in report.texts.items():
        edits = chosen_edits((f for f in report.findings if f.path == path), notation=notation)
        if edits:
            try:
                rewrite_document(path, text, applied(text, edits))
                made += len(edits)
            except DocumentError as error:
                faults.append(Fault(error.path, error.message))
    return made, faults


def read_paths(paths: Iterable[str], *, stdin_name: str) -> tuple[list[Listing], list[Fault]]:
    """The numbers of every file of `paths`, and what could not be read."""
    listings: list[Listing] = []
    faults: list[Fault] = []
    for item in _each(paths, stdin_name, _listing):
        if isinstance(item, Fault):
            faults.append(item)
        else:
            listings.append(item)
    return listings, faults


def merged(reports: Iterable[Report]) -> Report:
    """Reports made one, in their order; a text that nothing points into is let go."""
    every = [_lean(report) for report in reports]
    texts: dict[str, str] = {}
    boms: dict[str, int] = {}
    for report in every:
        texts |= report.texts
        boms |= report.boms
    return Report(
        findings=tuple(finding for report in every for finding in report.findings),
        checks=tuple(check for report in every for check in report.checks),
        summary=sum((report.summary for report in every), Summary()),
        faults=tuple(fault for report in every for fault in report.faults),
        texts=texts,
        boms=boms,
    )


def _lean(report: Report) -> Report:
    if report.findings or report.checks:
        return report
    return Report(summary=report.summary, faults=report.faults)


def _listing(document: Document) -> Listing:
    from factcheck.documents.positions import Positions
    from factcheck.reports.sheet import Listing

    positions = Positions(document.text, document.bom)
    return Listing(document.path, positions, tuple(numbers_of(document)))


def _each(paths: Iterable[str], stdin_name: str, work: Callable[[Document], Result]) -> Iterator[Result | Fault]:
    for item in find_files(paths):
        if isinstance(item, DocumentError):
            yield Fault(item.path, item.message)
            continue
        name = stdin_name if item == "-" else item
        try:
            stdin = sys.stdin.buffer.read() if item == "-" else None
            yield work(load_document(name, stdin=stdin, format=None))
        except DocumentError as error:
            yield Fault(error.path, error.message)
        except Exception as error:  # one text that trips us up must not cost the reader the others
            yield Fault(name, f"internal error: {type(error).__name__}: {error}")
