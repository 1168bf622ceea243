"""The commands for those who ask why: a place explained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
