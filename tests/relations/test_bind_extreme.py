"""Numbers that are called the highest or lowest of a row, places with all those ahead, and things that are compared."""

from __future__ import annotations

import pytest

from factcheck import check_text
from tests.relations.binding import bound, only, roles

ROW = "Ash has 300 boats, Birch has 200 boats and Cole 150 boats"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The pier drew bids of £4.1m, £3.8m and £4.6m, and the town took the lowest, £4.1m.", "4.1", "3.8"),
        ("The pier drew bids of £4.1m, £3.8m and £4.6m. The town took the highest, £4.1m.", "4.6", "4.1"),
        (f"{ROW}, making Birch the largest.", "300", "200"),
        (f"{ROW}. Cole was the largest of the 3.", "300", "150"),
        ("A leap of 7.02 metres was the shortest; her rivals managed 6.88 metres and 6.79 metres.", "7.02", "6.79"),
        ("A leap of 6.82 metres was the longest. Her rivals managed 6.88 metres and 6.79 metres.", "6.88", "6.82"),
        ("Osterby, with 41 medals, came second behind Holm on 57 and Vale on 49.", "49", "41"),
        ("Osterby (population 41,000) is the second-largest town after Holm (88,000) and Vale (53,000).", "53", "41"),
    ],
)
def test_what_stands_before_or_behind_another_in_a_row(text: str, low: str, high: str) -> None:
    found = roles(only("extreme", text))
    assert (found["low"].startswith(low), found["high"].startswith(high)) == (True, True)
    assert [finding.rule for finding in check_text(text).findings] == ["extreme"]


@pytest.mark.parametrize(
    "text",
    [
        f"{ROW}, making Ash the largest.",
        f"{ROW}. Cole was the youngest of the 3.",
        "The pier drew bids of £4.1m, £3.8m and £4.6m. The town took the second lowest, £4.1m.",
        "The pier drew bids of £4.1m, £3.8m and £4.6m. The town took the highest, £4.1m, as £4.6m was withdrawn.",
        "Prices fell by £4.1m, £3.8m and £4.6m, and the town bore the lowest, £4.1m.",
        "Osterby, with 41 medals, came third behind Holm on 57 and Vale on 49.",
        "Osterby, with 41 medals, came joint second behind Holm on 57 and Vale on 49.",
        "Osterby, with 41 medals, came second behind Holm on 57 and ahead of Vale on 39.",
    ],
)
def test_nothing_is_reported_where_the_row_fits(text: str) -> None:
    assert check_text(text).findings == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("At 188 metres, the tower is taller than the spire, which stands at 201 metres.", "201", "188"),
        ("The ferry, at 84 metres, is shorter than the barge (79 metres).", "84", "79"),
    ],
)
def test_two_things_with_their_numbers_beside_them(text: str, low: str, high: str) -> None:
    assert roles(only("comparatives", text)) == {"low": low, "high": high}


@pytest.mark.parametrize(
    "text",
    [
        "At 188 metres, the tower is no taller than the spire, which stands at 201 metres.",
        "At 188 metres, the tower is taller than the spire, which lies 201 metres away.",
        "At 188 metres, the tower is taller than in 1990, when it measured 201 metres.",
        "Some 188 metres away is a tower taller than the spire, which stands at 201 metres.",
    ],
)
def test_numbers_that_are_not_those_of_the_two_things(text: str) -> None:
    assert bound("comparatives", text) == []
