"""The commands for those who look into one text: a place explained, a text redacted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.redact import Redacted

Run = Callable[..., Any]
Write = Callable[[str, str], Path]


def test_a_place_is_explained(run: Run, write: Write) -> None:
    write("a.txt", "Fine.\nOf the 712 wells, 318 (44.7%) were dry.\n")
    outcome = run("explain", "a.txt:2:19")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("a.txt:2:19 318\n  read as    count: 318\n")
    assert run("explain", "a.txt:2").out.count("\n\na.txt:2:") == 2
    assert run("explain", "a.txt:1").out == "No number was read there.\n"


def test_a_rule_wins_over_a_place(run: Run) -> None:
    assert run("explain", "turnout").out.startswith("turnout (elections, error)\n")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("gone.txt:1", "factcheck: gone.txt: cannot be read: "),
        ("a.txt:7", "a.txt: there is no line 7: the last is 2"),
        ("nothing", "there is no rule 'nothing'"),
    ],
)
def test_a_place_that_is_not_there(run: Run, write: Write, place: str, message: str) -> None:
    write("a.txt", "Fine.\n")
    outcome = run("explain", place)
    assert outcome.status == 2
    assert outcome.out == ""
    assert message in outcome.err


def test_a_text_is_redacted(run: Run, write: Write) -> None:
    write("a.txt", "Of the 712 querns in Marlow, 318 (44.7%) were painted.\n")
    outcome = run("redact", "a.txt")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == "Of the 712 wordbs in Nameb, 318 (44.7%) were wordc.\n"


def test_a_text_that_is_not_there_is_not_redacted(run: Run) -> None:
    outcome = run("redact", "gone.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("factcheck: gone.txt: cannot be read: ")


def test_words_that_had_to_be_kept_are_told(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.redact.redact", lambda document, **_: Redacted(document.text, ("marlow", "well")))
    write("a.txt", "Marlow has 712 wells.\n")
    outcome = run("redact", "a.txt")
    assert outcome.err == "factcheck: kept, as the text is judged otherwise without: marlow, well\n"
