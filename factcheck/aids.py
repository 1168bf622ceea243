"""Help for those who look into one text: the numbers of a place explained, a text redacted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.documents.load import DocumentError, format_of, load_document
from factcheck.documents.positions import Positions
from factcheck.findings.model import Fault

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.examine import Place

__all__ = ["explained", "redacted"]

Result = tuple[str, list[Fault]]


def explained(place: Place, as_of: dt.date | None) -> Result:
    """The account of the numbers at a place, "" where its file cannot be read, and what could not be done.

    Raises ValueError, whose message is a sentence, where the file has no such line.
    """
    from factcheck.examine import examine
    from factcheck.reports.explain_place import render_accounts

    try:
        document = load_document(place.path)
    except DocumentError as error:
        return "", [Fault(error.path, error.message)]
    accounts, failures = examine(document, place.line, place.column, as_of=as_of)
    faults = [Fault(place.path, f"rule {rule} failed: {message}") for rule, message in failures]
    return render_accounts(place.path, Positions(document.text, document.bom), accounts), faults


def redacted(path: str) -> tuple[str, tuple[str, ...], list[Fault]]:
    """The text redacted, the words of it that had to be kept, and what could not be done; "-" is standard input."""
    from factcheck.redact import redact

    try:
        document = load_document(path)
    except DocumentError as error:
        return "", (), [Fault(error.path, error.message)]
    result = redact(document, format=format_of(path))
    return result.text, result.kept, []
