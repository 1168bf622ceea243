"""From a place in a text to its numbers and what became of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factcheck.documents.markdown import parse_markdown
from factcheck.documents.text import parse_text
from factcheck.examine import Place, examine, place_of
from factcheck.findings.account import Account
from factcheck.relations import bind

TEXT = """Vale accounts

Costs at the depot rose 30% from $80m to $100m. It has 12 looms.
Of the 712 wells in the Vale, 318 (44.7%) were dry.
"""


def accounts(line: int, column: int | None = None, text: str = TEXT) -> list[Account]:
    found, failures = examine(parse_text("a.txt", text), line, column)
    assert failures == []
    return found


def texts(found: list[Account]) -> list[str]:
    return [account.quantity.text for account in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a.txt:3", Place("a.txt", 3)),
        ("a.txt:3:14", Place("a.txt", 3, 14)),
        ("C:\\texts\\a.txt:3", Place("C:\\texts\\a.txt", 3)),
        ("C:\\texts\\a.txt:3:14", Place("C:\\texts\\a.txt", 3, 14)),
        ("a:b.txt:3", Place("a:b.txt", 3)),
        ("a.txt", None),
        ("a.txt:", None),
        ("a.txt:0", None),
        (":3", None),
        ("a.txt:x:3", Place("a.txt:x", 3)),
        ("share-of-whole", None),
    ],
)
def test_a_place_is_a_file_a_line_and_perhaps_a_column(text: str, place: Place | None) -> None:
    assert place_of(text) == place


def test_the_numbers_of_a_line_in_their_order() -> None:
    assert texts(accounts(3)) == ["30", "80m", "100m", "12"]
    assert texts(accounts(4)) == ["712", "318", "44.7"]
    assert texts(accounts(2)) == []


@pytest.mark.parametrize(
    ("column", "number"), [(25, "30"), (26, "30"), (1, "30"), (34, "80m"), (38, "80m"), (90, "12")]
)
def test_the_number_at_a_column_or_the_nearest(column: int, number: str) -> None:
    assert texts(accounts(3, column)) == [number]


def test_a_line_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="there is no line 6: the last is 5"):
        accounts(6)


def outcomes(account: Account) -> list[tuple[str, str, str]]:
    return [(found.one.constraint.rule.name, found.role, found.outcome) for found in account.standings]


def test_a_failure_that_is_reported() -> None:
    (change,) = accounts(3, 25)
    assert ("percent-change", "change", "it fails, reported as an error") in outcomes(change)
    assert change.idle == ""
    assert [statement.kind for statement in change.statements] == ["change"]
    assert change.fact is not None
    assert change.fact.role == "change.percent"


def test_what_holds_and_what_the_others_make_it() -> None:
    (part,) = accounts(4, 31)
    standing = next(found for found in part.standings if found.one.constraint.rule.name == "share-of-whole")
    assert (standing.role, standing.outcome) == ("part", "it holds")
    low, high = standing.expected.low, standing.expected.high
    assert low is not None
    assert high is not None
    assert low <= 318 <= high


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("It has 12 looms.", "nothing in the text was found to depend on it, and it on nothing"),
        ("It came 2nd.", "it was read as ordinal, which is compared with nothing"),
        ("Costs rose 25%.", "of the move that it stands in a number is missing, or they differ in unit or base"),
    ],
)
def test_a_number_in_no_relation(text: str, idle: str) -> None:
    (account,) = accounts(1, text=text)
    assert account.standings == ()
    assert account.idle == idle


def test_a_mark_in_the_text_accepts_a_failure() -> None:
    page = parse_markdown("a.md", "Costs rose 30% [sic] from $80m to $100m.\n")
    found, _ = examine(page, 1, 12)
    assert ("percent-change", "change", "it fails, accepted by a mark in the text") in outcomes(found[0])


def test_an_edge_is_no_error() -> None:
    (_, _, share) = accounts(1, text="Tests found that 31 of the 71 wells (43.6%) were dry.")
    assert ("share-of-whole", "share", "it holds only at the edge of rounding, which is no error") in outcomes(share)


def test_a_day_is_given_where_the_text_gives_none() -> None:
    page = parse_text("a.txt", "It opened on Monday, 4 May 2026.\n")
    found, _ = examine(page, 1, as_of=dt.date(2026, 6, 1))
    assert [account.quantity.date for account in found] == [dt.date(2026, 5, 4)]


def test_a_rule_that_crashes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: Any) -> None:
        raise RuntimeError("out of cheese")

    monkeypatch.setitem(bind.BINDERS, "share-of-whole", crash)
    found, failures = examine(parse_text("a.txt", TEXT), 4)
    assert len(found) == 3
    assert ("share-of-whole", "RuntimeError: out of cheese") in failures
