"""Every repair offered for a wrong copy of a text mends its finding and adds none anywhere in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from factcheck.check import check_document, check_text
from factcheck.documents.load import parse_document
from factcheck.findings.edits import applied
from factcheck.findings.model import Edit, Finding, Suggestion
from factcheck.recheck import MOST_READ, without_harm

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
TEXTS = sorted(
    path for path in (*FIXTURES.iterdir(), *(FIXTURES / "silent").iterdir()) if path.suffix in (".txt", ".md")
)
NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
SCALE = re.compile(r"\s?(million|billion|bn|m)\b")
OTHER = {"million": "billion", "billion": "million", "bn": "m", "m": "bn"}
COPIES = 3  # numbers of each text that are changed, each in four ways

Slip = Callable[[Random, str, int, int], str | None]


def digit(draw: Random, text: str, start: int, end: int) -> str:
    at = draw.choice([i for i in range(start, end) if text[i].isdigit()])
    return text[:at] + draw.choice([other for other in "123456789" if other != text[at]]) + text[at + 1 :]


def swap(draw: Random, text: str, start: int, end: int) -> str | None:
    pairs = [i for i in range(start, end - 1) if text[i : i + 2].isdigit() and text[i] != text[i + 1]]
    at = draw.choice(pairs) if pairs else None
    return None if at is None else text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def point(_: Random, text: str, start: int, end: int) -> str | None:
    whole, mark, rest = text[start:end].partition(".")
    return f"{text[:start]}{whole}{rest[0]}.{rest[1:] or '0'}{text[end:]}" if mark else None


def scale(_: Random, text: str, start: int, end: int) -> str | None:
    found = SCALE.match(text, end)
    return None if found is None else text[: found.start(1)] + OTHER[found[1]] + text[found.end(1) :]


def wrong_copies(text: str) -> Iterator[str]:
    """The text with a digit of a number changed, two swapped, the point moved, another scale word; a few times over."""
    draw = Random(text[:40])
    numerals = [match.span() for match in NUMERAL.finditer(text)]
    slips: tuple[Slip, ...] = (digit, swap, point, scale)
    for start, end in draw.sample(numerals, min(COPIES, len(numerals))):
        copies = (slip(draw, text, start, end) for slip in slips)
        yield from (copy for copy in copies if copy is not None)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_repair_made_good_adds_no_finding(path: Path) -> None:
    for copy in wrong_copies(path.read_bytes().decode("utf-8")):
        findings = check_text(copy, format=path.suffix[1:]).findings
        for finding in findings:
            for suggestion in finding.suggestions:
                left = check_document(parse_document(path.name, applied(copy, suggestion.edits))).findings
                assert len(left) < len(findings), told(finding, suggestion, left)
                assert finding.message not in [other.message for other in left], told(finding, suggestion, left)


def told(finding: Finding, suggestion: Suggestion, left: tuple[Finding, ...]) -> str:
    return f"{finding.message}; {suggestion.message}; left: {[other.message for other in left]}"


TEXT = "Of the 48 boats, 12 (35%) were new."
FINDING = check_text(TEXT).findings[0]


def without(*left: Finding, text: str = TEXT) -> tuple[Suggestion, ...]:
    """The suggestions that stay where these findings are left by every repair."""
    return without_harm([FINDING], text, lambda edited: left)[0].suggestions


def test_a_repair_that_leaves_nothing_is_offered() -> None:
    assert without() == FINDING.suggestions != ()


def test_one_that_leaves_its_own_finding_is_not() -> None:
    assert without(FINDING) == ()


def test_one_that_adds_another_is_not() -> None:
    (other,) = check_text("The bridge opened on Friday, 20 February 2014.").findings
    assert without(other) == ()


def test_other_findings_may_stay_where_the_repair_moves_them() -> None:
    text = f"{TEXT} Of the 60 looms, 15 (35%) stood still."
    first, second = check_text(text).findings
    longer = Suggestion("", (Edit(text.index("35"), text.index("35") + 2, "25.0"),))
    moved = check_text(applied(text, longer.edits)).findings
    assert moved != ()
    (kept, _) = without_harm([_with(first, longer), second], text, lambda edited: moved)
    assert kept.suggestions == (longer,)


def _with(finding: Finding, suggestion: Suggestion) -> Finding:
    return replace(finding, suggestions=(suggestion,))


def test_a_long_text_is_not_read_again_for_ever() -> None:
    asked: list[str] = []

    def again(edited: str) -> list[Finding]:
        asked.append(edited)
        return [FINDING]

    text = TEXT + " " * (MOST_READ - len(TEXT))
    (kept,) = without_harm([FINDING], text, again)
    assert len(asked) == 1
    assert kept.suggestions == FINDING.suggestions[1:]
