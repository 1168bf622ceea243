"""Rates beside the whole and the number that they are worked out from: which words tie them, and which do not."""

from __future__ import annotations

import pytest

from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles

TOTAL, BASE, FRACTION = "rate-total", "rate-per-base", "fraction-of-whole"


@pytest.mark.parametrize(
    ("text", "total", "count", "each"),
    [
        ("The fund gave £48,000 to 16 halls, or £3,000 a hall.", "48,000", "16", "3,000"),
        ("The 12 volunteers logged 540 hours, an average of 45 hours each.", "540", "12", "45"),
        ("In 14 days it pumped 84,000 litres, averaging 6,000 litres a day.", "84,000", "14", "6,000"),
        ("The debt is £84m, or £700 for each of the trust's 120,000 members.", "84m", "120,000", "700"),
        ("The reserve has 420 hectares and 12 stags, one for every 35 hectares.", "420", "12", "35"),
        ("It sold 2,400 pies at €3.50 apiece, taking €8,400.", "8,400", "2,400", "3.50"),
        ("The clerks sold 450 calves at $140 a head, earning $63,000 in all.", "63,000", "450", "140"),
        ("A town of 60,000 used 9 million litres a day, or 150 litres a head.", "9 million", "60,000", "150"),
        ("The train covered 450 miles in five hours, an average speed of 90mph.", "450", "five", "90"),
    ],
)
def test_one_whole_and_one_number_in_a_sentence(text: str, total: str, count: str, each: str) -> None:
    (one,) = evaluated(TOTAL, text)
    assert roles(one.constraint) == {"total": total, "count": count, "each": each}
    assert one.verdict is Verdict.CONSISTENT
    assert one.constraint.licence is Licence.CLAUSE


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("It built 96 homes over four years. That works out at 24 a year.", Licence.CLAUSE),
        ("She cycled 1,080 miles in 18 days. She averaged 60 miles a day.", Licence.STRUCTURE),
        ("The 30 members each pay £80 a year. Together they pay £2,400 a year.", Licence.STRUCTURE),
        ("At £1.20 a bottle, the 500 bottles cost the shop £600.", Licence.STRUCTURE),
        ("Some 300 people gave an average of £20 to the fund, which has raised £6,000.", Licence.STRUCTURE),
    ],
)
def test_what_leaves_room_for_another_reading_is_no_clause(text: str, licence: Licence) -> None:
    assert only(TOTAL, text).licence is licence


@pytest.mark.parametrize(
    "text",
    [
        "The fund gave £48,000 to 16 halls and nine schools, or £1,920 each.",
        "The 30 members each pay £80 a month. Together they pay £28,800 a year.",
        "The fund gave £48,000 to 16 halls, up to £4,000 each.",
        "The fund gave £48,000 to 16 halls, or £3,500 each for the larger.",
        "The calves, the best of them at $140 a head, were 450 and made $53,000.",
    ],
)
def test_rivals_periods_bounds_and_subgroups_are_not_tied(text: str) -> None:
    assert not bound(TOTAL, text)


def test_a_rate_per_thousand_takes_part_and_whole_by_size() -> None:
    found = only(BASE, "The town of 40,000 people had 120 thefts, or three per 1,000 residents.")
    assert roles(found) == {"part": "120", "whole": "40,000", "base": "1,000", "rate": "three"}
    assert not bound(BASE, "The town of 40,000 people had 120 thefts, or three per 1,000 households.")


def test_one_in_so_many_takes_part_and_whole() -> None:
    found = only(FRACTION, "One in eight of the 16,000 homes, 2,000 in all, stands empty.")
    assert roles(found) == {"whole": "16,000", "part": "2,000", "fraction": "One in eight"}
    assert not bound(FRACTION, "One in eight of the 16,000 homes, 900 of them flats, stands empty.")
