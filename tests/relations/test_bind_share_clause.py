"""Part, percentage and whole of one clause: what joins them, in either order, and what parts them."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from factcheck.relations.shares.bind_share_clause import shares_in_clauses
from tests.relations.binding import evaluated, roles

RULE = "share-of-whole"
STAFF = ("86,000", "6.7", "1.28 million")


def shares(text: str) -> list[tuple[str, ...]]:
    """Part, percentage and whole of each share that a clause ties, as printed."""
    reading = resolve_facts(parse_text("article.txt", text))
    return [tuple(number.text for number in share) for share in shares_in_clauses(reading)]


@pytest.mark.parametrize(
    "text",
    [
        "The port has 86,000 staff on its boats, or 6.7% of a population of 1.28 million.",
        "The port has 86,000 staff (6.7% of a population of 1.28 million).",
        "The port has 86,000 staff (or 6.7% of the 1.28 million residents).",
        "The port has 86,000 staff (representing 6.7% of the 1.28 million residents).",
        "The 86,000 staff are 6.7% of the 1.28 million residents.",
        "The 86,000 staff of Marlow were 6.7% of the port's 1.28 million residents.",
        "The port has 86,000 staff, which is 6.7% of the 1.28 million residents.",
        "The port has 86,000 staff, representing 6.7% of the 1.28 million residents.",
        "The port has 86,000 staff, equivalent to 6.7% of the 1.28 million residents.",
        "The port has 86,000 staff; this was 6.7% of the 1.28 million residents.",
        "The 86,000 staff made up 6.7% of the 1.28 million residents.",
        "The 86,000 staff accounted for 6.7% of the 1.28 million residents.",
        "The 86,000 staff constitute a lot, or 6.7% of the 1.28 million residents.",
    ],
)
def test_a_part_before_its_percentage(text: str) -> None:
    assert shares(text) == [STAFF]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Felt brought in 6.7% of total sales of £101m, or £6.8m.", ("6.8m", "6.7", "101m")),
        ("Felt brought in 6.7% of total sales of £101m or £6.8m.", ("6.8m", "6.7", "101m")),
        ("Felt brought in 6.7% of the £101m of sales (£6.8m).", ("6.8m", "6.7", "101m")),
        ("The police made 6.7% of the 2,600 arrests (174).", ("174", "6.7", "2,600")),
    ],
)
def test_a_part_behind_the_whole(text: str, share: tuple[str, ...]) -> None:
    assert shares(text) == [share]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("It had sales of £101m, of which felt brought in £8.6m, or 8.5%.", ("8.6m", "8.5", "101m")),
        ("It had sales of £101m of which felt brought in £8.6m (8.5%).", ("8.6m", "8.5", "101m")),
        ("It had £101m of sales, of which felt brought in £8.6m or 8.5%.", ("8.6m", "8.5", "101m")),
        ("It asked 1,400 people, of whom the young were 350, or 25%.", ("350", "25", "1,400")),
    ],
)
def test_a_part_of_which_the_percentage_follows(text: str, share: tuple[str, ...]) -> None:
    assert shares(text) == [share]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The port has 86,000 staff, or 6.7% of a population of 1.28 million.", Verdict.CONSISTENT),
        ("The port has 86,000 staff, or 7.6% of a population of 1.28 million.", Verdict.INCONSISTENT),
        ("The 86,000 staff were 6.7% of the 1.28 million residents.", Verdict.CONSISTENT),
        ("The 86,000 staff were 7.6% of the 1.28 million residents.", Verdict.INCONSISTENT),
        ("It had sales of £101m, of which felt brought in £8.6m (8.5%).", Verdict.CONSISTENT),
        ("It had sales of £101m, of which felt brought in £8.6m (5.8%).", Verdict.INCONSISTENT),
        ("Felt brought in 6.7% of total sales of £101m, or £6.8m.", Verdict.CONSISTENT),
        ("Felt brought in 6.7% of total sales of £101m, or £8.6m.", Verdict.INCONSISTENT),
    ],
)
def test_they_are_judged_as_one_clause(text: str, verdict: Verdict) -> None:
    (one,) = evaluated(RULE, text)
    (share,) = shares(text)
    told = roles(one.constraint)
    assert (told["part"], told["share"], told["whole"]) == share
    assert one.verdict is verdict
    assert one.constraint.licence is Licence.CLAUSE


def test_the_message() -> None:
    text = "The port has 86,000 staff, or 7.6% of a population of 1.28 million."
    (finding,) = check_text(text).findings
    assert finding.message == "86,000 of 1.28 million is 6.7%, not 7.6%"
    assert text[finding.start : finding.end] == "7.6"
    assert finding.suggestions[0].message == "6.7% instead of 7.6% (two digits swapped)"


@pytest.mark.parametrize(
    "text",
    [
        "It has 86,000 staff and 6.7% of the 1.28 million residents.",
        "It has 86,000 staff, compared with 6.7% of the 1.28 million residents.",
        "It has 86,000 staff while boats were 6.7% of the 1.28 million residents.",
        "It has 86,000 staff who live well, or 6.7% of the 1.28 million residents.",
        "It has 86,000 staff, up 6.7% of the 1.28 million residents.",
        "It has 86,000 staff, or more than 6.7% of the 1.28 million residents.",
        "The 86,000 staff of the old and busy port were 6.7% of the 1.28 million residents.",
        "The 86,000 staff of old Marlow were 6.7% of the 1.28 million residents.",  # too far for a subject
        "The 86,000 staff, all told, were 6.7% of the 1.28 million residents.",
    ],
)
def test_what_unties_the_part(text: str) -> None:
    assert shares(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It has 86,000 staff, or 6.7% of those in the 1.28 million boats.",
        "It has 86,000 staff, or 6.7% of what it paid 1.28 million residents.",
        "It has 86,000 staff, or 6.7% of all, and 1.28 million residents.",
        "It has 86,000 staff, or 6.7% of the town: 1.28 million residents.",
        "It has 86,000 staff, or 6.7% of the top 1.28 million residents.",
        "It has 86,000 staff, or 6.7% of the over 1.28 million residents.",
        "It has 86,000 staff, or 6.7% of the 1.2 to 1.3 million residents.",
        "It has 86,000 staff, or 6.7% in the 1.28 million.",
    ],
)
def test_what_unties_the_whole(text: str) -> None:
    assert shares(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It fell from 86,000 staff, or 6.7% of the 1.28 million residents.",
        "It sells at £8.6m, or 8.5% of sales of £101m.",
        "There is a boat for every 86,000 staff, or 6.7% of the 1.28 million residents.",
        "It has 80,000 to 86,000 staff, or 6.7% of the 1.28 million residents.",
    ],
)
def test_a_part_that_is_another_level_or_a_price(text: str) -> None:
    assert shares(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The £86,000 grant was 6.7% of the 1.28 million residents.",
        "It has £8.6m, or 8.5% of sales of $101m.",
        "It has 128 million staff, or 6.7% of the 1.28 million residents.",  # no slip makes it so large
        "It has 0 staff, or 6.7% of the 1.28 million residents.",
    ],
)
def test_a_part_that_cannot_be_one(text: str) -> None:
    assert shares(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It had sales of £101m, of which felt that is old brought in £8.6m, or 8.5%.",
        "It had sales of £101m, of which felt brought in £8.6m and 8.5% more.",
        "It had sales of £101m. Of these felt brought in £8.6m, or 8.5%.",
        "It had sales of £101m, of which felt from the old mills by the long canal brought in £8.6m, or 8.5%.",
    ],
)
def test_what_unties_of_which(text: str) -> None:
    assert shares(text) == []
