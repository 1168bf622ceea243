"""Ranges, changes that are no ranges, hedges, and units shared between neighbours."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind
from tests.quantities.reading import only, outline, quantities

F = Fraction


@pytest.mark.parametrize(
    ("text", "low", "high", "interval"),
    [
        ("5 to 7%", 5, 7, ("4.5", "7.5")),
        ("5-7%", 5, 7, ("4.5", "7.5")),
        ("5%–7%", 5, 7, ("4.5", "7.5")),
        ("$120-$360", 120, 360, ("119.5", "360.5")),
        ("$120 to $360", 120, 360, ("119.5", "360.5")),
        ("between 3 and 5 million voters", 3000000, 5000000, ("2500000", "5500000")),
        ("30-60 million units", 30000000, 60000000, ("29500000", "60500000")),
        ("two to five million voters", 2000000, 5000000, ("1500000", "5500000")),
        ("ranging from 5% to 7%", 5, 7, ("4.5", "7.5")),
        ("people aged from 16 to 64", 16, 64, ("16", "64")),
        ("up 7.8% to 9.3%", F("7.8"), F("9.3"), ("7.75", "9.35")),
        ("12 to 15 towns", 12, 15, ("12", "15")),
        ("5-1/2 to 5-7/8 pct", F("5.5"), F("5.875"), ("5.4375", "5.9375")),
        ("an 8- to 16-metre mast", 8, 16, ("7.5", "16.5")),
        ("16 to 74 year old students", 16, 74, ("16", "74")),
        ("the 45-54 age group", 45, 54, ("45", "54")),
        ("aged 16 -24", 16, 24, ("16", "24")),
        ("1.02-03 million units", 1020000, 1030000, ("1015000", "1035000")),
        ("at 1.55-60 dlrs", F("1.55"), F("1.6"), ("1.545", "1.605")),
        ("at 6.0640/70 francs", F("6.064"), F("6.067"), ("6.06395", "6.06705")),
        ("growth of 5% to 6%", 5, 6, ("4.5", "6.5")),
        ("ranged from -18 °C to -34 °C", -34, -18, ("-34.5", "-17.5")),
        ("two- to three-fold", 2, 3, ("1.5", "3.5")),
        ("from 10 dollars to 20 dollars", 10, 20, ("9.5", "20.5")),
        ("costing from £5 to £12", 5, 12, ("4.5", "12.5")),
    ],
)
def test_ranges(text: str, low: Fraction | int, high: Fraction | int, interval: tuple[str, str]) -> None:
    quantity = only(text)
    assert (quantity.bound, quantity.value, quantity.second) == (Bound.RANGE, low, high)
    assert quantity.interval == Interval(F(interval[0]), F(interval[1]))


@pytest.mark.parametrize(
    "text",
    [
        "rose from 5% to 7%",
        "rose 5% to 52%",
        "from 7 to 10 towns",
        "rose from 10 dollars to 20 dollars",
        "from $80m to $100m in a year",
        "brought it from 30 degrees to 40 degrees",
        "growth of 5% to 52%",
        "fell by 12 towns to 5 towns",
        "718.7 to 662.3 million",
        "increased 5 to 12 towns",
        "gave $5 to 12 people",
        "up 30% to 45 people",
        "from $26m in 2001 to $30m",
        "up 30% in calendar 1987 to 1.68 million tonnes",
        "from $17.9 million in the autumn of 2019 to $19.1 million",
        "from 12.3 million in mid-2012 to 16.1 million by mid-2037",
    ],
)
def test_changes_are_two_numbers(text: str) -> None:
    amounts = [quantity for quantity in quantities(text) if quantity.kind is not Kind.YEAR]
    assert [quantity.bound for quantity in amounts] == [Bound.EQUAL] * 2


def test_growth_to_a_level_is_no_range() -> None:
    assert [quantity.bound for quantity in quantities("up 18% to 45%")] == [Bound.EQUAL, Bound.EQUAL]


def test_a_change_told_in_percent_first_is_no_range() -> None:
    found = quantities("grew 27% or $16.4 million to $77 million")
    assert [(quantity.text, quantity.bound) for quantity in found] == [
        ("27", Bound.EQUAL),
        ("16.4 million", Bound.EQUAL),
        ("77 million", Bound.EQUAL),
    ]


def test_a_scale_on_the_right_is_a_second_reading_on_the_left() -> None:
    left, right = quantities("from 718.7 to 662.3 million")
    assert left.value == F("718.7")
    assert Interval(F("718650000"), F("718750000")) in left.readings
    assert right.value == F("662300000")


def test_a_unit_on_the_right_is_the_left_ones_too() -> None:
    assert outline("two or three years, 9 and 14 percent") == [
        ("duration", "two", "2", "year"),
        ("duration", "three", "3", "year"),
        ("percent", "9", "9", "percent"),
        ("percent", "14", "14", "percent"),
    ]


def test_money_with_its_sign_lends_no_unit() -> None:
    assert outline("12 and $3 million")[0] == ("count", "12", "12", "")


@pytest.mark.parametrize(
    ("text", "bound", "hedge", "low", "high"),
    [
        ("about 200 metres", "~", "about", "190", "210"),
        ("nearly 200 metres", "~", "nearly", "180", "200.5"),
        ("just over 200 metres", ">", "just over", "199.5", "220"),
        ("more than 500 percent", ">", "more than", "500", None),
        ("at least 30 votes", ">=", "at least", "30", None),
        ("up to 30 votes", "<=", "up to", None, "30"),
        ("fewer than 30 votes", "<", "fewer than", None, "30"),
        ("30 votes or more", "=", "", "30", "30"),
        ("30 or more votes", ">=", "or more", "30", None),
        ("500+ votes", ">=", "+", "500", None),
        ("no fewer than 30 votes", ">=", "no fewer than", "30", None),
    ],
)
def test_hedges(text: str, bound: str, hedge: str, low: str | None, high: str | None) -> None:
    quantity = only(text)
    assert (quantity.bound.value, quantity.hedge) == (bound, hedge)
    assert (quantity.interval.low, quantity.interval.high) == (low and F(low), high and F(high))


@pytest.mark.parametrize(
    "text", ["12% over $3m", "over three years", "5% more than 2012", "up to 10 million from 8 million"]
)
def test_comparisons_and_passing_time_are_no_hedges(text: str) -> None:
    assert {quantity.bound for quantity in quantities(text)} == {Bound.EQUAL}
