"""Every number that was read, as an aligned sheet to go through by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.documents.positions import Positions
from factcheck.findings.values import ends_text, grouped, value_text
from factcheck.quantities.model import Quantity
from factcheck.reports.columns import padded, shown, width_of

__all__ = ["Listing", "render_sheet"]

_HEADINGS = ("place", "text", "value", "interval", "unit", "bound", "kind")
_TEXT_CAP = 40  # columns; a longer text is cut, its place tells where the rest stands


class Listing(NamedTuple):
    """The numbers of one text, in its order."""

    path: str
    positions: Positions
    quantities: tuple[Quantity, ...]


def render_sheet(listings: Sequence[Listing]) -> str:
    """A row a number under a row of headings, and a last line with their count; ends with a line end."""
    rows = [_row(listing, quantity) for listing in listings for quantity in listing.quantities]
    total = f"{len(rows):,} number{'' if len(rows) == 1 else 's'} read{_files(len(listings))}.\n"
    if not rows:
        return "No numbers read.\n" if len(listings) == 1 else total
    return "".join(f"{line}\n" for line in _aligned([_HEADINGS, *rows])) + "\n" + total


def _files(count: int) -> str:
    return "" if count == 1 else f" in {count:,} files"


def _row(listing: Listing, quantity: Quantity) -> tuple[str, ...]:
    position = listing.positions.at(quantity.start)
    return (
        _printable(f"{listing.path}:{position.line}:{position.column}"),
        _capped(_printable(quantity.text)),
        grouped(value_text(quantity) or ""),
        _interval(quantity),
        quantity.unit,
        quantity.bound.value,
        quantity.kind.value,
    )


def _interval(quantity: Quantity) -> str:
    """Both ends, "[" and "]" where they are within, "(" and ")" where not; "exactly" for a single value."""
    ends = ends_text(quantity)
    if ends is None:
        return ""
    low, high = ends
    if low is not None and low == high:
        return "exactly"
    left = "(" if quantity.interval.open_low or low is None else "["
    right = ")" if quantity.interval.open_high or high is None else "]"
    return f"{left}{_end(low)} to {_end(high)}{right}"


def _end(text: str | None) -> str:
    return "…" if text is None else grouped(text)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (padded(cell, width, right=at == 2) for at, (cell, width) in enumerate(zip(row, widths, strict=True)))
        yield "  ".join(cells).rstrip()


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(map(shown, text))


def _capped(text: str) -> str:
    if width_of(text) <= _TEXT_CAP:
        return text
    while width_of(text) >= _TEXT_CAP:
        text = text[:-1]
    return text.rstrip() + "…"
