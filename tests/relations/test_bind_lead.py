"""Leads against the two sides."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles


@pytest.mark.parametrize(
    ("text", "lead", "first", "second"),
    [
        ("Ash won by 468 votes, 8,307 to 7,839.", "468", "8,307", "7,839"),
        ("Ash won by 468 votes (8,307 votes to 7,839).", "468", "8,307", "7,839"),
        ("It was passed by 52 votes to 48, a majority of four.", "four", "52", "48"),
        ("It was passed 52-48, a majority of four votes.", "four", "52", "48"),
        ("The Ash list leads by 5 points, 39% to 34%.", "5", "39", "34"),
        ("The Ash list has a 5-point lead, 39% to 34%.", "5", "39", "34"),
        ("The Ash list leads by 39% to 34%, a lead of 5 percentage points.", "5", "39", "34"),
    ],
)
def test_a_lead_beside_its_two_sides(text: str, lead: str, first: str, second: str) -> None:
    (one,) = evaluated("winning-margin", text)
    assert roles(one.constraint) == {"lead": lead, "first": first, "second": second}
    assert one.verdict is Verdict.CONSISTENT
    assert one.constraint.licence is Licence.CLAUSE


@pytest.mark.parametrize(
    ("text", "lead", "first", "second", "licence"),
    [
        ("Ash polled 8,307 votes and Birch 7,839, a majority of 468.", "468", "8,307", "7,839", Licence.STRUCTURE),
        ("Ash won by 468 votes, polling 8,307 to Birch's 7,839.", "468", "8,307", "7,839", Licence.CLAUSE),
        (
            "Ash took 8,307 votes and Birch 7,839. Her margin, of 468, is slim.",
            "468",
            "8,307",
            "7,839",
            Licence.STRUCTURE,
        ),
        ("Ash held on by 468 votes. She polled 8,307 to Birch's 7,839.", "468", "8,307", "7,839", Licence.STRUCTURE),
        ("Osterby beat Holm 84-71, a 13-point win.", "13", "84", "71", Licence.CLAUSE),
        ("Osterby won 3-1 at Holm, but the two-goal margin flattered them.", "two", "3", "1", Licence.CLAUSE),
        ("They hold 61 seats and the Democrats 48, a lead of 13 seats.", "13", "61", "48", Licence.STRUCTURE),
        ("Osterby have 67 points. Holm, six points adrift, have 61.", "six", "67", "61", Licence.CLAUSE),
        ("Only 468 votes separated the two, on 8,307 and 7,839.", "468", "8,307", "7,839", Licence.CLAUSE),
    ],
)
def test_a_lead_apart_from_its_two_sides(text: str, lead: str, first: str, second: str, licence: Licence) -> None:
    (one,) = evaluated("winning-margin", text)
    assert roles(one.constraint) == {"lead": lead, "first": first, "second": second}
    assert one.verdict is Verdict.CONSISTENT
    assert one.constraint.licence is licence


def test_times_are_compared_by_their_last_part() -> None:
    text = "Ash came home in 31 minutes 12 seconds, nine seconds ahead of Birch in 31 minutes 21 seconds."
    (one,) = evaluated("winning-margin", text)
    assert roles(one.constraint) == {"lead": "nine", "first": "21", "second": "12"}


@pytest.mark.parametrize(("lead", "verdict"), [("4", "consistent"), ("6", "consistent"), ("7", "inconsistent")])
def test_percentages_are_rounded(lead: str, verdict: str) -> None:
    (one,) = evaluated("winning-margin", f"The Ash list leads by {lead} points, 39% to 34%.")
    assert one.verdict.value == verdict


def test_a_slip_names_its_lead() -> None:
    (finding,) = check_text("Ash won by 486 votes, 8,307 to 7,839.").findings
    assert finding.message == "8,307 to 7,839 is a lead of 468, not 486"
    assert finding.suggestions[0].edits[0].replacement == "468"


@pytest.mark.parametrize(
    "text",
    [
        "The Ash list leads by 39% to 34%, with 19% for Birch.",
        "Turnout rose by 12 points, from 39% to 51%.",
        "Ash won by 468 votes, 8,307 to 7,839 to 1,204.",
        "Ash won by 6-4, 6-3 after a lead of 5.",
        "Profit was 8,307 crowns and costs 7,839, a margin of 12.",
        "The majority of 161 was cut to 14 by 62 rebels.",
        "The margin of 24.2% compares with 24.5% in 2020 and 23.2% in 2019.",
        "Ash won by 468 votes.",
    ],
)
def test_nothing_where_the_sides_may_be_others(text: str) -> None:
    assert bound("winning-margin", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The motion was carried by 57-43, a three-vote margin over the 54 needed.",
        "The motion was carried by 57-43, with a majority of ten among the Ash members.",
    ],
    ids=["mark", "among"],
)
def test_margins_over_something_else(text: str) -> None:
    assert not bound("winning-margin", text)
