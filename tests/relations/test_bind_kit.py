"""Register, turnout and votes cast: one value each in a section."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.quantities.interval import Interval
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles


def test_the_three_measures() -> None:
    found = only("turnout", "Of 41,250 registered voters, 29,700 cast a ballot, a turnout of 78%.")
    assert roles(found) == {"registered": "41,250", "cast": "29,700", "turnout": "78"}
    assert found.licence is Licence.STRUCTURE
    assert found.variant == ""


def test_they_may_stand_in_several_sentences() -> None:
    (one,) = evaluated("turnout", "The register holds 12,480 voters. Turnout was 61.5%. In all 7,675 votes were cast.")
    assert roles(one.constraint) == {"registered": "12,480", "cast": "7,675", "turnout": "61.5"}
    assert one.verdict is Verdict.CONSISTENT


def test_votes_and_their_share_imply_the_votes_cast() -> None:
    text = "There are 41,250 registered voters, and turnout was 72%. Ash won 15,100 votes (50.8% of the votes cast)."
    (one,) = evaluated("turnout", text)
    found = one.constraint
    assert roles(found) == {"registered": "41,250", "turnout": "72"}
    assert found.derived == {"cast": Interval(Fraction(1510000 * 20, 1017), Fraction(1510000 * 20, 1015))}
    assert {role: [q.text for q in numbers] for role, numbers in found.sources.items()} == {
        "votes": ["15,100"],
        "share": ["50.8"],
    }
    assert [(role, number.text) for role, number in found.quantities()] == [
        ("registered", "41,250"),
        ("turnout", "72"),
        ("votes", "15,100"),
        ("share", "50.8"),
    ]
    assert one.verdict is Verdict.CONSISTENT


def test_a_share_that_fits_the_register_is_told_as_such() -> None:
    text = "There are 41,250 registered voters, and turnout was 72%. Ash won 15,100 votes (36.6% of the votes cast)."
    (one,) = evaluated("turnout", text)
    assert one.constraint.variant == "registered"
    assert one.verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "Of 41,250 registered voters, 29,700 cast a ballot.",
        "Turnout was 78%, and 29,700 cast a ballot.",
        "Of 90 registered voters, 29 cast a ballot, a turnout of 78%.",
        "The register holds 41,250 voters. Turnout was 72%. Ash won 15,100 votes (36.6% of the registered voters).",
        "Turnout was 72%. Turnout was 78%. There are 41,250 registered voters. In all 29,700 votes were cast.",
        "Turnout in 2011 was 72%. In 2015 there are 41,250 registered voters. In 2015 some 29,700 votes were cast.",
        "# Marlow\n\nTurnout was 72%. In all 29,700 votes were cast.\n\n# Vale\n\nThere are 41,250 registered voters.",
    ],
)  # fmt: skip
def test_nothing_where_a_measure_is_missing_or_has_two_values_or_another_base(text: str) -> None:
    assert bound("turnout", text, md=True) == []
