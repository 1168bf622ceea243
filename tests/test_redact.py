"""A redacted text has the numbers, the findings and the checks of the original, and none of its names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import redact as module
from factcheck.check import check_document
from factcheck.config import Config
from factcheck.documents.load import load_document, parse_document
from factcheck.documents.model import Document
from factcheck.documents.text import parse_text
from factcheck.findings.model import Check, Finding, MarkedNumber, Report
from factcheck.redact import redact

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
ARTICLES = sorted(path for path in FIXTURES.rglob("*") if path.suffix in (".txt", ".md"))


def redacted(text: str) -> str:
    return redact(parse_text("a.txt", text), format="txt").text


def figures(numbers: tuple[MarkedNumber, ...]) -> list[str]:
    return [number.text for number in numbers if number.kind != "word"]


def judged(document: Document) -> Report:
    return check_document(document, config=Config(show_checks=True))


def told(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return sorted((finding.rule, finding.severity.value, *figures(finding.numbers)) for finding in findings)


def shown(checks: tuple[Check, ...]) -> list[tuple[object, ...]]:
    return sorted((check.rule, check.verdict, *figures(check.numbers)) for check in checks)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_fixtures_are_judged_as_before(path: Path) -> None:
    document = load_document(str(path))
    result = redact(document, format=path.suffix[1:])
    before, after = judged(document), judged(parse_document(str(path), result.text))
    assert told(after.findings) == told(before.findings)
    assert shown(after.checks) == shown(before.checks)
    assert len(result.kept) < 3
    assert re.findall(r"\d+|\W|_", result.text) == re.findall(r"\d+|\W|_", document.text)


def test_a_word_is_made_up_once() -> None:
    assert redacted("Marlow met Osterby. Osterby's querns are Marlow’s. A quern is a QUERN.") == (
        "Nameb met Namec. Namec's wordbs are Nameb’s. A wordb is a WORDB."
    )


def test_contractions_keep_their_ending() -> None:
    assert redacted("Marlow’ll paint; we’re with O’Brien and don't mind.") == (
        "Nameb’ll wordb; we’re with Namec and don't wordc."
    )


def test_a_name_is_a_word_that_is_never_written_small() -> None:
    assert redacted("Looms are new. The looms of Marlow are old.") == "Wordbs are new. The wordbs of Nameb are old."


def test_made_up_words_are_as_long_as_what_they_stand_for() -> None:
    assert redacted("The eft, the loom and the meadowland of Ivo and Marlborough") == (
        "The wob, the wordb and the longwordb of Nab and Longnameb"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Of the 1,200 votes, about three in ten rose to at least half a million by May.\r\n",
        "F-16 and Q1 and 5km and 30bn",
        "<!-- factcheck: ignore[percent-change] -->",
        "",
    ],
)
def test_what_the_grammar_knows_is_kept(text: str) -> None:
    assert redacted(text) == text


def test_words_without_which_the_text_is_judged_otherwise_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(document: Document, *, config: Config) -> Report:
        kept = all(word in document.text for word in ("Marlow", "looms"))
        return judged(parse_text("a.txt", "Of the 712 wells, 318 (44.7%) were dry." if kept else ""))

    monkeypatch.setattr(module, "check_document", check)
    result = redact(parse_text("a.txt", "Osterby and Marlow have looms, querns, huts."), format="txt")
    assert result.text == "Nameb and Marlow have looms, wordcs, wobs."
    assert result.kept == ("marlow", "loom")
