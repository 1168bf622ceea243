"""Sums tied by their digits: of seven anywhere near, of five as outcomes of changes; and what a sentence splits."""

from __future__ import annotations

import pytest

from factcheck.relations.model import Licence
from tests.relations.binding import bound, only, roles

COUNTED = "The vale counted {} sheep. The coast had {} sheep. In all there were {} sheep."
OUTCOMES = "Sales by post rose 18% to £{}m. Sales of books grew 33% to £{}m. Sales of maps fell 15% to £{}m."


@pytest.mark.parametrize(
    ("numbers", "doubtful"),
    [
        (("1,767,182", "1,005,282", "2,772,464"), False),
        (("1,767,182", "1,005,282", "2,772,644"), True),  # two digits exchanged
        (("1,767,182", "1,005,282", "2,752,464"), True),  # another digit
    ],
)
def test_a_long_sum_is_bound_where_it_holds_or_is_a_slip_away(numbers: tuple[str, str, str], doubtful: bool) -> None:
    found = only("parts-total", COUNTED.format(*numbers))
    assert [quantity.text for quantity in found.operands["whole"]] == [numbers[2]]
    assert [quantity.text for quantity in found.operands["parts"]] == list(numbers[:2])
    assert found.doubtful is doubtful


@pytest.mark.parametrize(
    "numbers",
    [
        ("1,767,182", "1,005,282", "2,772,465"),  # rounding
        ("1,767,182", "1,005,282", "2,114,644"),  # no slip
        ("767,182", "105,282", "872,644"),  # six digits
        ("1,767,000", "1,005,000", "2,727,000"),  # rounded to four
    ],
)
def test_other_sums_say_nothing(numbers: tuple[str, str, str]) -> None:
    assert bound("parts-total", COUNTED.format(*numbers)) == []


def test_an_exact_sum_beside_it_settles_the_numbers_of_a_failed_one() -> None:
    text = COUNTED.format("1,767,182", "1,005,282", "2,772,464") + " Last year it was 2,772,644 sheep."
    assert [roles(found)["whole"] for found in bound("parts-total", text)] == ["2,772,464"]


@pytest.mark.parametrize(
    ("numbers", "count"),
    [
        (("68,377", "52,897", "15,480"), 1),
        (("68,377", "25,897", "15,480"), 1),
        (("68,377", "31,204", "15,480"), 0),  # no slip
        (("6,837", "5,289", "1,458"), 0),  # four digits
        (("68,000", "25,000", "15,000"), 0),  # rounded
    ],
)
def test_outcomes_of_neighbouring_changes(numbers: tuple[str, str, str], count: int) -> None:
    assert len(bound("parts-total", OUTCOMES.format(*numbers))) == count


@pytest.mark.parametrize(
    "text",
    [
        "Of the 42,387 wells drilled, 19,741 struck oil, 8,645 struck gas and 14,801 were dry.",
        "It invested £585m in its yards, with £119m for repairs and £394m for growth.",
        "Its leases totalled 39,600 plots, 11,500 of which were owned and 24,500 rented.",
        "It used £52.6m. The use of cash included £39.7m for ships and £19.2m for a yard.",
        "There were 1,113 homes. Of the total, 550 are in the vale and 536 on the coast.",
    ],
)
def test_all_that_is_told_of_a_whole_is_its_parts(text: str) -> None:
    assert not only("parts-total", text).doubtful


@pytest.mark.parametrize(
    "text",
    [
        "It invested £585m, mainly with £119m for repairs and £394m for growth.",
        "It invested £585m with £119m for repairs and up to £394m for growth.",
        "It invested £585m, with £119m for repairs and £394m for growth, the rest in yards.",
        "It invested £62m with £23.1m for repairs, £14.7m for growth and £8m for yards.",
        "There were 1,113 homes. Of those in use, 550 are in the vale and 536 on the coast.",
    ],
)
def test_some_of_it_is_not_all(text: str) -> None:
    assert all(found.licence < Licence.STRUCTURE for found in bound("parts-total", text))
