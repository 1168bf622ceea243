from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.findings.model import Check, Finding, Report, Severity, Summary
from factcheck.reports.text import render_text, summary_line


def test_a_finding_is_shown_with_its_numbers_its_arithmetic_and_its_mend(report: Report) -> None:
    assert render_text(report, colour=False, width=100) == (
        "night.txt:3:136 error turnout: 7,160,864 is 78.94% of the registered, not of the votes cast\n"
        " 3 | … The total number of votes tallied was 7,160,864, which represents 78.94 percent of the\n"
        "   |                                         ~~~~~~~~~                   ^^^^^\n"
        "   | votes cast. Turnout was 98 percent, the board said, and it praised the ferries.\n"
        "   |                         ~~\n"
        " 5 | The register holds 9,071,157 names.\n"
        "   |                    ~~~~~~~~~\n"
        "   = 7,160,864 / 9,071,157 = 78.94%\n"
        "   = 9,071,157 * 98% = 8,889,734\n"
        "   = likely culprit: 78.94\n"
        "   = suggestion: write 80.55\n"
        "\n"
        "57 numbers read, 41 cross-checked: 36 hold, 2 only at the edge of rounding, 3 disagree.\n"
    )


def test_without_a_culprit_the_claim_is_pointed_at(report: Report, finding: Finding) -> None:
    unsure = replace(
        finding, numbers=tuple(replace(number, culprit=False) for number in finding.numbers), suggestions=()
    )
    text = render_text(replace(report, findings=(unsure,)), colour=False, width=100)
    assert "~~~~~~~~~                   ^^^^^\n" in text
    assert "   = cannot tell which of them is wrong\n" in text
    assert "culprit" not in text


def test_colour_adds_escapes_and_nothing_else(report: Report) -> None:
    coloured = render_text(report, colour=True, width=100)
    assert "\033[1;31merror\033[0m turnout" in coloured
    assert re.sub(r"\033\[[0-9;]*m", "", coloured) == render_text(report, colour=False, width=100)


def test_no_row_of_an_excerpt_is_wider_than_the_terminal(report: Report) -> None:
    lines = render_text(report, colour=False, width=60).splitlines()
    assert max(len(line) for line in lines if "|" in line) <= 60


def test_a_message_cannot_steer_the_terminal(report: Report, finding: Finding) -> None:
    evil = replace(finding, message="a\x1b[2Jb\nc")
    assert "turnout: a [2Jb c\n" in render_text(replace(report, findings=(evil,)), colour=False, width=100)


def test_checks_are_listed_where_the_report_has_them(report: Report, finding: Finding) -> None:
    check = Check("share-of-whole", "night.txt", "consistent", 11.25, finding.numbers[:2])
    text = render_text(replace(report, findings=(), checks=(check,)), colour=False, width=100)
    assert text.startswith("night.txt:3:108 consistent share-of-whole (11.2 bits): 7,160,864 · 78.94\n\n57 numbers")


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(), "No files to check."),
        (Summary(files=1), "No numbers read."),
        (Summary(files=3), "3 files: no numbers read."),
        (Summary(files=1, numbers=57), "57 numbers read, none could be cross-checked."),
        (Summary(files=1, numbers=1), "1 number read, none could be cross-checked."),
        (Summary(files=1, numbers=57, checked=41, consistent=41), "57 numbers read, 41 cross-checked: all hold."),
        (Summary(files=1, numbers=3, checked=1, consistent=1), "3 numbers read, 1 cross-checked: 1 holds."),
        (
            Summary(files=2, numbers=1057, checked=4, consistent=1, inconsistent=1, undetermined=2),
            "2 files: 1,057 numbers read, 4 cross-checked: 1 holds, 1 disagrees, 2 undetermined.",
        ),
    ],
)
def test_the_last_line_tells_what_was_read_and_what_held(summary: Summary, line: str) -> None:
    assert summary_line(summary) == line


def test_severities_are_named(report: Report, finding: Finding) -> None:
    shown = render_text(replace(report, findings=(replace(finding, severity=Severity.NOTE),)), colour=False, width=100)
    assert shown.startswith("night.txt:3:136 note turnout: ")
