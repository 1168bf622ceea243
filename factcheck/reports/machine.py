"""Reports for programs: one JSON document, one finding a line, keys in a fixed order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.documents.positions import Position
from factcheck.findings.model import Check, Fault, Finding, MarkedNumber, Report, Suggestion
from factcheck.findings.values import ends_text, value_text
from factcheck.reports.places import Places
from factcheck.reports.sheet import Listing

__all__ = ["SCHEMA_VERSION", "render_json", "render_numbers_json"]

SCHEMA_VERSION = 1

Json = dict[str, Any]


def render_json(report: Report, *, version: str, show_checks: bool = False) -> str:
    """The report as schemas/report.schema.json has it; "checks" only where `show_checks`; ends with a line end.

    `version` is that of the tool.
    """
    places = Places(report)
    parts: Json = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": version},
        "findings": [_finding(finding, places) for finding in report.findings],
    }
    if show_checks:
        parts["checks"] = [_check(check, places) for check in report.checks]
    parts["summary"] = {name: getattr(report.summary, name) for name in report.summary.__slots__}
    parts["errors"] = _faults(report.faults)
    return _document(parts)


def render_numbers_json(listings: Iterable[Listing], faults: Sequence[Fault]) -> str:
    """Every number that was read, as schemas/numbers.schema.json has it; ends with a line end."""
    numbers = [_quantity(listing, at) for listing in listings for at in range(len(listing.quantities))]
    return _document({"schema_version": SCHEMA_VERSION, "errors": _faults(faults), "numbers": numbers})


def _document(parts: Json) -> str:
    """JSON with one line for each item of a list, so that two reports can be compared line by line."""
    return "{" + ",\n ".join(f'"{name}": {_value(value)}' for name, value in parts.items()) + "}\n"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _dumps(value)
    return "[\n  " + ",\n  ".join(map(_dumps, value)) + "]"


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _finding(finding: Finding, places: Places) -> Json:
    path = finding.path
    return {
        "rule": finding.rule,
        "group": finding.group,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": path,
        "start": _position(places.at(path, finding.start)),
        "end": _position(places.at(path, finding.end)),
        "equation": finding.equation,
        "derivation": list(finding.derivation),
        "fingerprint": finding.fingerprint,
        "numbers": [_number(number, path, places) for number in finding.numbers],
        "suggestions": [_suggestion(suggestion, path, places) for suggestion in finding.suggestions],
    }


def _check(check: Check, places: Places) -> Json:
    return {
        "rule": check.rule,
        "path": check.path,
        "verdict": str(check.verdict),
        "bits": round(check.bits, 1),
        "numbers": [_number(number, check.path, places) for number in check.numbers],
    }


def _number(number: MarkedNumber, path: str, places: Places) -> Json:
    return {
        "kind": number.kind,
        "role": number.role,
        "text": number.text,
        "value": number.value,
        "interval": None if number.interval is None else list(number.interval),
        "open": list(number.open),
        "unit": number.unit or None,
        "start": _position(places.at(path, number.start)),
        "end": _position(places.at(path, number.end)),
        "culprit": number.culprit,
    }


def _suggestion(suggestion: Suggestion, path: str, places: Places) -> Json:
    edits = [
        {
            "start": _position(places.at(path, edit.start)),
            "end": _position(places.at(path, edit.end)),
            "replacement": edit.replacement,
        }
        for edit in suggestion.edits
    ]
    return {"message": suggestion.message, "edits": edits}


def _quantity(listing: Listing, index: int) -> Json:
    quantity = listing.quantities[index]
    ends = ends_text(quantity)
    return {
        "path": listing.path,
        "text": quantity.text,
        "value": value_text(quantity),
        "interval": None if ends is None else list(ends),
        "open": [quantity.interval.open_low, quantity.interval.open_high] if ends else [False, False],
        "unit": quantity.unit or None,
        "bound": quantity.bound.value,
        "kind": quantity.kind.value,
        "start": _position(listing.positions.at(quantity.start)),
        "end": _position(listing.positions.at(quantity.end)),
    }


def _position(position: Position) -> Json:
    return {
        "offset": position.offset,
        "line": position.line,
        "column": position.column,
        "byte": position.byte,
        "utf16": position.utf16,
    }


def _faults(faults: Iterable[Fault]) -> list[Json]:
    return [{"path": fault.path, "message": fault.message} for fault in faults]
