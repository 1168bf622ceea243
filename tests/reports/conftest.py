from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.findings.model import Edit, Finding, MarkedNumber, Report, Severity, Suggestion, Summary

TEXT = (
    "Velmark votes\n\n"
    "By midnight the clerks had finished with all but two of the islands. The total number of votes tallied was "
    "7,160,864, which represents 78.94 percent of the votes cast. Turnout was 98 percent, the board said, "
    "and it praised the ferries.\n\n"
    "The register holds 9,071,157 names.\n"
)


@pytest.fixture
def number() -> Callable[..., MarkedNumber]:
    def make(text: str, printed: str, role: str, **more: object) -> MarkedNumber:
        start = text.index(printed)
        return MarkedNumber("number", role, start, start + len(printed), printed, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def finding(number: Callable[..., MarkedNumber]) -> Finding:
    claim = number(TEXT, "78.94", "share", value="78.94", interval=("78.935", "78.945"), unit="percent", culprit=True)
    return Finding(
        rule="turnout",
        group="elections",
        severity=Severity.ERROR,
        message="7,160,864 is 78.94% of the registered, not of the votes cast",
        path="night.txt",
        start=claim.start,
        end=claim.end,
        equation="cast = registered * turnout",
        derivation=("7,160,864 / 9,071,157 = 78.94%", "9,071,157 * 98% = 8,889,734"),
        numbers=(
            number(TEXT, "7,160,864", "cast", value="7160864", interval=("7160864", "7160864"), unit="vote"),
            claim,
            number(TEXT, "98", "turnout", value="98", interval=("97.5", "98.5"), unit="percent"),
            number(TEXT, "9,071,157", "registered", value="9071157", interval=("9071157", "9071157"), unit="name"),
        ),
        fingerprint="5d0c",
        suggestions=(Suggestion("write 80.55", (Edit(claim.start, claim.end, "80.55"),)),),
    )


@pytest.fixture
def report(finding: Finding) -> Report:
    summary = Summary(files=1, numbers=57, checked=41, consistent=36, edge=2, inconsistent=3)
    return Report(findings=(finding,), summary=summary, texts={"night.txt": TEXT})
