"""One fact told twice."""

from __future__ import annotations

import pytest

from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Licence
from tests.relations.binding import bound, evaluated, roles

FIRST = "Ash won 312 votes, Birch 1,156 votes and Cedar 52 votes. "


def test_two_lines_that_agree_in_all_cells_but_one() -> None:
    found = evaluated("restated-value", FIRST + "Again Ash has 312 votes, Birch 1,165 votes and Cedar 52 votes.")
    assert [roles(one.constraint) for one in found] == [
        {"first": "312", "again": "312"},
        {"first": "1,156", "again": "1,165"},
        {"first": "52", "again": "52"},
    ]
    assert [one.verdict for one in found] == [Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.CONSISTENT]
    assert {one.constraint.licence for one in found} == {Licence.STRUCTURE}
    assert {one.constraint.doubtful for one in found} == {True}
    assert len({one.constraint.family for one in found}) == 1


def tied(text: str, *, md: bool = False) -> list[Constraint]:
    """The relations that may become a finding."""
    return [one for one in bound("restated-value", text, md=md) if one.licence > Licence.NOUN]


def test_cells_meet_by_name_and_not_by_place() -> None:
    found = bound("restated-value", FIRST + "Again Cedar has 52 votes, Ash 312 votes and Birch 1,156 votes.")
    assert [roles(one)["again"] for one in found] == ["312", "1,156", "52"]


@pytest.mark.parametrize(
    "again",
    [
        "Again Ash has 313 votes, Birch 1,498 votes and Cedar 52 votes.",
        "Again Ash has 312 votes, Dale 1,165 votes and Elm 52 votes.",
        "Again Ash has 312 votes and Birch 1,498 votes.",
        "Again Ash has £312, Birch £1,165 and Cedar £52.",
        "Again Ash has 312 to 320 votes, Birch 1,498 votes and Cedar 52 votes.",
    ],
)
def test_other_lines_are_other_facts(again: str) -> None:
    assert tied(FIRST + again) == []


def test_another_section_is_another_table() -> None:
    text = f"# A\n\n{FIRST}\n\n# B\n\nAgain Ash has 312 votes, Birch 1,498 votes and Cedar 52 votes."
    assert tied(text, md=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Osterby mill employs 1,412 people. It makes felt. The Marlow mill employs 1,421 people.",
        "The Osterby mill employs 1,412 people. It makes felt. The Osterby mill makes 1,421 boats.",
        "In 2011 the Osterby mill employed 1,412 people. In 2012 the Osterby mill employed 1,421 people.",
        "The Osterby mill sold 12% of it. It makes felt. The Osterby mill sold 21% of it.",
        "The Osterby mill employs 12 people. It makes felt. The Osterby mill employs 14 people.",
    ],
)
def test_other_places_things_and_years_are_other_facts(text: str) -> None:
    assert bound("restated-value", text) == []
