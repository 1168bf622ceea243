from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from factcheck.__main__ import main
from factcheck.documents.model import Document
from factcheck.findings.model import Finding, MarkedNumber, Report, Severity, Summary

SEVERITIES = {"BAD": Severity.ERROR, "ODD": Severity.WARNING, "HUM": Severity.NOTE}


@dataclass(frozen=True)
class Rule:
    name: str
    group: str
    severity: str = "error"
    summary: str = "Two numbers agree."
    why: str = ""
    equation: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


def fake_check(document: Document, **options: Any) -> Report:
    """Reports every BAD, ODD and HUM, and falls over a CRASH."""
    if "CRASH" in document.text:
        raise ZeroDivisionError("by nought")
    found = re.finditer("|".join(SEVERITIES), document.text)
    findings = tuple(_finding(document.path, match) for match in found)
    texts = {document.path: document.text}
    return Report(findings=findings, summary=Summary(files=1, numbers=len(findings)), texts=texts)


def _finding(path: str, match: re.Match[str]) -> Finding:
    number = MarkedNumber("word", "claim", match.start(), match.end(), match[0])
    severity = SEVERITIES[match[0]]
    return Finding(
        "turnout", "elections", severity, f"{match[0]}!", path, match.start(), match.end(), "", (), (number,)
    )


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The checker made a fake; gives the options of each of its calls."""
    calls: list[dict[str, Any]] = []

    def check(document: Document, **options: Any) -> Report:
        calls.append(options)
        return fake_check(document)

    monkeypatch.setattr("factcheck.gather.check_document", check)
    monkeypatch.setattr(
        "factcheck.check.rule_table",
        lambda: [Rule("turnout", "elections"), Rule("share-of-whole", "shares", "warning")],
    )
    return calls


@pytest.fixture
def run(
    checker: list[dict[str, Any]], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> Outcome:
        status = main(list(args))
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def make(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return make
