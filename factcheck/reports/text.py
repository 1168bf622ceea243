"""The report for a reader at a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.findings.model import Check, Finding, MarkedNumber, Report, Severity, Summary
from factcheck.reports.columns import shown
from factcheck.reports.excerpt import Mark, Row, excerpt
from factcheck.reports.places import Places

__all__ = ["render_text", "summary_line"]

Paint = Callable[[str, str], str]

_STYLES = {
    "bold": "1",
    "dim": "2",
    "claim": "1;31",
    "other": "1;34",
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.NOTE: "1;36",
}
_SIGNS = re.compile(r"\^+|~+")


def render_text(report: Report, *, colour: bool, width: int) -> str:
    """The findings, then the checks where the report has them, then one line that sums up; ends with a line end.

    Excerpts are at most `width` columns wide. `colour` adds ANSI escapes. Faults are not in it: they go to stderr.
    """
    paint = _painted if colour else _plain
    places = Places(report)
    blocks = ["\n".join(_finding(finding, report, places, paint, width)) + "\n" for finding in report.findings]
    checks = "".join(f"{_check(check, places, paint)}\n" for check in report.checks)
    return "\n".join([*blocks, *filter(None, [checks]), summary_line(report.summary) + "\n"])


def summary_line(summary: Summary) -> str:
    """What was read and what became of it: that nothing could be cross-checked reads otherwise than that all holds."""
    if not summary.files:
        return "No files to check."
    where = "" if summary.files == 1 else f"{summary.files} files: "
    if not summary.numbers:
        return f"{where}no numbers read." if where else "No numbers read."
    read = f"{where}{_counted(summary.numbers, 'number')} read"
    if not summary.checked:
        return f"{read}, none could be cross-checked."
    return f"{read}, {summary.checked:,} cross-checked: {_verdicts(summary)}."


def _verdicts(summary: Summary) -> str:
    if summary.consistent == summary.checked > 1:
        return "all hold"
    one = summary.consistent == 1
    said = [
        (summary.consistent, "holds" if one else "hold"),
        (summary.edge, "only at the edge of rounding"),
        (summary.inconsistent, "disagrees" if summary.inconsistent == 1 else "disagree"),
        (summary.undetermined, "undetermined"),
    ]
    return ", ".join(f"{count:,} {verdict}" for count, verdict in said if count) or "none decided"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _finding(finding: Finding, report: Report, places: Places, paint: Paint, width: int) -> Iterator[str]:
    severity = paint(finding.severity, finding.severity.value)
    place = paint("bold", _place(finding.path, finding.start, places))
    yield f"{place} {severity} {finding.rule}: {paint('bold', _line(finding.message))}"
    rows = _rows(finding, report.texts[finding.path], width)
    numbers = ["" if row.offset is None else str(places.at(finding.path, row.offset).line) for row in rows]
    gutter = max((len(number) for number in numbers), default=0) + 1
    for number, row in zip(numbers, rows, strict=True):
        yield f"{paint('dim', number.rjust(gutter) + ' |')} {row.text}"
        if row.marks:
            yield f"{paint('dim', ' ' * gutter + ' |')} {_SIGNS.sub(lambda signs: _sign(signs, paint), row.marks)}"
    for line in _explanation(finding):
        yield f"{' ' * gutter} {paint('dim', '=')} {_line(line)}"


def _rows(finding: Finding, text: str, width: int) -> list[Row]:
    marks = [Mark(number.start, number.end, "^" if main else "~") for number, main in _mains(finding)]
    return excerpt(text, marks, width=max(width - 8, 20))


def _mains(finding: Finding) -> list[tuple[MarkedNumber, bool]]:
    """The numbers, each with whether the report points at it: at the culprits, where none is named at the claim."""
    blamed = any(number.culprit for number in finding.numbers)
    return [
        (number, number.culprit if blamed else number.start < finding.end and finding.start < number.end)
        for number in finding.numbers
    ]


def _explanation(finding: Finding) -> Iterator[str]:
    yield from finding.derivation
    culprits = list(dict.fromkeys(number.text for number in finding.numbers if number.culprit))
    if culprits:
        yield f"likely culprit{'s' if len(culprits) > 1 else ''}: {', '.join(culprits)}"
    else:
        yield "cannot tell which of them is wrong"
    for suggestion in finding.suggestions:
        yield f"suggestion: {suggestion.message}"


def _check(check: Check, places: Places, paint: Paint) -> str:
    start = min((number.start for number in check.numbers), default=0)
    numbers = " · ".join(_line(number.text) for number in check.numbers)
    place = paint("bold", _place(check.path, start, places))
    return f"{place} {check.verdict} {check.rule} ({check.bits:.1f} bits): {numbers}"


def _place(path: str, offset: int, places: Places) -> str:
    position = places.at(path, offset)
    return f"{_line(path)}:{position.line}:{position.column}"


def _line(text: str) -> str:
    """One printable line of what comes from the text."""
    return text if text.isprintable() else "".join(map(shown, text))


def _sign(match: re.Match[str], paint: Paint) -> str:
    return paint("claim" if match[0][0] == "^" else "other", match[0])


def _plain(style: str, text: str) -> str:
    return text


def _painted(style: str, text: str) -> str:
    return f"\033[{_STYLES[style]}m{text}\033[0m"
