"""Suggestions: what a reader is told of a repair, and that every repair offered is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from factcheck.check import check_text
from factcheck.findings.model import Finding, Suggestion
from factcheck.reports.patch import applied

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
ARTICLES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))
NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
COPIES = 12  # of each article


def the(text: str) -> Finding:
    (found,) = check_text(text).findings
    return found


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Takings at the gate rose $18.2m, or 42%, to $94.1m.", ["24% instead of 42% (two digits swapped)"]),
        (
            "The jobless rate rose to 4.1% from 4.6%.",
            ["fell instead of rose (the direction turned)", "4.6 and 4.1 exchanged"],
        ),
        (
            "Support for the bypass rose 5% from 47% to 52%.",
            ["5 percentage points instead of 5% (another unit of change)"],
        ),
        (
            "The fund put up $11, made up of $5.7bn for roads and $5.3bn for rail.",
            ["$11bn instead of $11 (the scale word is missing)"],
        ),
        ("The bridge opened on Friday, 20 February 2014.",
         ["Thursday instead of Friday", "21 February 2014 instead of 20 February 2014"]),
        ("The mill has four owners: the Vale Trust, the Osterby council and the Ash family.",
         ["three instead of four"]),
        (
            "The number of homes started rose 27%, from 2,240 to 3,050.",
            ["36% instead of 27% (as the other figures give)"],
        ),
    ],
)  # fmt: skip
def test_a_suggestion_says_what_for_what_and_why(text: str, messages: list[str]) -> None:
    assert [suggestion.message for suggestion in the(text).suggestions] == messages


def test_one_of_each_number_before_a_second_of_one() -> None:
    text = "Of the members, 44% said yes, 33% said no and the remaining 33% did not answer."
    starts = [suggestion.edits[0].start for suggestion in the(text).suggestions]
    assert len(starts) == len(set(starts)) == 3


def test_only_a_word_left_out_is_notation() -> None:
    left_out = the("The fund put up $11, made up of $5.7bn for roads and $5.3bn for rail.")
    swapped = the("Takings at the gate rose $18.2m, or 42%, to $94.1m.")
    assert [s.notation for s in left_out.suggestions] == [True]
    assert [s.notation for s in swapped.suggestions] == [False]


def wrong_copies(text: str) -> Iterator[str]:
    """The text with one digit of one number changed, a few times over."""
    draw = Random(text[:40])
    numerals = [match for match in NUMERAL.finditer(text) if len(match[0]) > 1]
    for match in draw.sample(numerals, min(COPIES, len(numerals))):
        at = draw.choice([i for i in range(*match.span()) if text[i].isdigit()])
        other = draw.choice([digit for digit in "123456789" if digit != text[at]])
        yield text[:at] + other + text[at + 1 :]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_a_repair_made_good_adds_no_finding(path: Path) -> None:
    kind = "md" if path.suffix == ".md" else "txt"
    for copy in wrong_copies(path.read_bytes().decode("utf-8")):
        findings = check_text(copy, format=kind).findings
        for finding in findings:
            for suggestion in finding.suggestions:
                left = check_text(applied(copy, suggestion.edits), format=kind).findings
                assert len(left) <= len(findings), told(finding, suggestion, left)
                assert finding.message not in [other.message for other in left], told(finding, suggestion, left)


def told(finding: Finding, suggestion: Suggestion, left: tuple[Finding, ...]) -> str:
    return f"{finding.message}; {suggestion.message}; left: {[other.message for other in left]}"
