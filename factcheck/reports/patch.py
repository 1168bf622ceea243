"""Suggestions made good: the edits taken from a report, and the texts before and after them as a patch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.findings.edits import applied
from factcheck.findings.model import Edit, Finding, Report

__all__ = ["chosen_edits", "render_patch"]

_CONTEXT = 3  # lines round a change
_MARK = "\ufeff"


def chosen_edits(findings: Iterable[Finding], *, notation: bool) -> list[Edit]:
    """The edits of each finding's first suggestion, in the order of the text; with `notation` only where it adds a word
    that the writer left out.

    All edits of a suggestion are taken or none: those that overlap an earlier finding's are left for another run.
    """
    taken: list[Edit] = []
    for finding in findings:
        edits = finding.suggestions[0].edits if finding.suggestions else ()
        if notation and not (finding.suggestions and finding.suggestions[0].notation):
            continue
        if not any(_overlap(edit, other) for edit in edits for other in taken):
            taken.extend(edits)
    return sorted(taken, key=lambda edit: edit.start)


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end


def render_patch(report: Report, *, notation: bool = False) -> str:
    """The first suggestion of every finding as one unified patch, file by file; "" where there is none.

    Line ends and byte order marks are those of the files, so that `patch -p0 --binary` and `git apply -p0` take it.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_path.setdefault(finding.path, []).append(finding)
    return "".join(
        "".join(_patch(path, report.texts[path], chosen_edits(findings, notation=notation), report.boms.get(path, 0)))
        for path, findings in by_path.items()
    )


def _patch(path: str, text: str, edits: list[Edit], bom: int) -> Iterator[str]:
    from difflib import unified_diff  # slow to import

    mark = _MARK if bom else ""
    before, after = (_lines(mark + each) for each in (text, applied(text, edits)))
    for line in unified_diff(before, after, path, path, n=_CONTEXT):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as patches have them: only LF ends one."""
    lines = text.split("\n")
    ended = [line + "\n" for line in lines[:-1]]
    return [*ended, lines[-1]] if lines[-1] else ended
