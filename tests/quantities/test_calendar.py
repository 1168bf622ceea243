"""Dates, years, times."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.quantities.model import Bound, Kind
from tests.quantities.reading import only, outline, quantities


@pytest.mark.parametrize(
    ("text", "date", "weekday"),
    [
        ("June 10, 2024", dt.date(2024, 6, 10), None),
        ("10 June 2024", dt.date(2024, 6, 10), None),
        ("10th of June 2024", dt.date(2024, 6, 10), None),
        ("2024-06-10", dt.date(2024, 6, 10), None),
        ("25/12/2024", dt.date(2024, 12, 25), None),
        ("12-29-2014", dt.date(2014, 12, 29), None),
        ("Tue Apr 21st, 2014", dt.date(2014, 4, 21), 1),
        ("Wednesday, June 10, 2024", dt.date(2024, 6, 10), 2),
        ("Friday 20 February 2014", dt.date(2014, 2, 20), 4),
        ("Fri, 03 Oct 2014", dt.date(2014, 10, 3), 4),
        ("10-Jun-2024", dt.date(2024, 6, 10), None),
        ("March 31, '21", dt.date(2021, 3, 31), None),
        ("March 31, ’98", dt.date(1998, 3, 31), None),
    ],
)
def test_full_dates(text: str, date: dt.date, weekday: int | None) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.date, quantity.weekday) == (Kind.DATE, date, weekday)
    assert quantity.month_day == (date.month, date.day)
    assert quantity.value == date.year


@pytest.mark.parametrize(
    ("text", "month_day", "printed"),
    [
        ("Oct. 3", (10, 3), "Oct. 3"),
        ("on 20 February. Then", (2, 20), "20 February"),
        ("31 June 2024", (6, 31), "31 June 2024"),
        ("February 29, 2014", (2, 29), "February 29, 2014"),
        ("Sunday (January 25)", (1, 25), "January 25"),
        ("10-20 February 2013", (2, 10), "10-20 February 2013"),
        ("November 15-30", (11, 15), "November 15-30"),
        ("June 2024", None, "June 2024"),
        ("03/04/2024", None, "03/04/2024"),
    ],
)
def test_dates_that_name_no_single_day_of_the_calendar(
    text: str, month_day: tuple[int, int] | None, printed: str
) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.date, quantity.month_day, quantity.text) == (Kind.DATE, None, month_day, printed)


def test_the_weekday_has_its_own_span_and_stands_in_the_outer_one() -> None:
    text = "It opened on Wednesday, June 10, 2024 in rain."
    quantity = only(text)
    assert quantity.weekday_span is not None
    assert text[slice(*quantity.weekday_span)] == "Wednesday"
    assert text[quantity.start : quantity.end] == "June 10, 2024"
    assert text[quantity.outer_start : quantity.outer_end] == "Wednesday, June 10, 2024"


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "the 2010 census",
        "a 1998 law",
        "since 1867",
        "mid-2019",
        "January 2012 was",
        "FY2019",
        "our quarter 2021 results",
    ],
)
def test_years(text: str) -> None:
    assert [quantity.kind.value for quantity in quantities(text)] in (["year"], ["date"])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011-12", 2011, 2012),
        ("2013/14", 2013, 2014),
        ("1998–2004", 1998, 2004),
        ("1999-00", 1999, 2000),
        ("1987 - 2014", 1987, 2014),
    ],
)
def test_spans_of_years(text: str, first: int, last: int) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.bound, quantity.value, quantity.second) == (Kind.YEAR, Bound.RANGE, first, last)


def test_years_from_and_to_are_two() -> None:
    assert outline("from 2010 to 2012 and between 2009 and 2017") == [
        ("year", "2010", "2010", ""),
        ("year", "2012", "2012", ""),
        ("year", "2009", "2009", ""),
        ("year", "2017", "2017", ""),
    ]


def test_four_figures_with_a_comma_or_a_noun_are_a_count() -> None:
    assert outline("2,012 voters, 2012 voters") == [
        ("count", "2,012", "2012", "voter"),
        ("count", "2012", "2012", "voter"),
    ]


@pytest.mark.parametrize("text", ["7:50 p.m.", "19:30", "7.50pm", "5 o'clock", "1830 GMT", "2:01:39", "11pm"])
def test_times(text: str) -> None:
    quantity = only(text)
    assert quantity.kind is Kind.TIME
    assert text.startswith(quantity.text)


@pytest.mark.parametrize("text", ["the 1990s", "the '70s", "in her 30s"])
def test_decades_are_no_durations(text: str) -> None:
    assert only(text).kind in (Kind.YEAR, Kind.NAME)


@pytest.mark.parametrize(
    ("text", "first", "last", "printed"),
    [
        ("in fiscal '21 sales", 2021, None, "'21"),
        ("in Q3 ’98 results", 1998, None, "’98"),
        ("Q4 2021 shipments", 2021, None, "2021"),
        ("1Q 2021 shipments", 2021, None, "2021"),
        ("1987 earnings exclude", 1987, None, "1987"),
        ("the 2005-6 target", 2005, 2006, "2005-6"),
        ("the 2009/0 season", 2009, 2010, "2009/0"),
        ("in 20132, it said", 2013, None, "2013"),
    ],
)
def test_years_in_short_and_before_nouns(text: str, first: int, last: int | None, printed: str) -> None:
    years = [quantity for quantity in quantities(text) if quantity.kind is Kind.YEAR and quantity.text == printed]
    assert [(quantity.value, quantity.second) for quantity in years] == [(first, last)]


def test_short_years_in_a_row() -> None:
    text = "three years, '19, '20 and '21, at"
    assert [quantity.value for quantity in quantities(text) if quantity.kind is Kind.YEAR] == [2019, 2020, 2021]


@pytest.mark.parametrize(
    "text", ["she said '45 people' came", "in '45 boats", "its '12 men", "2000 people", "in 20132 boats"]
)
def test_counts_that_are_no_years(text: str) -> None:
    assert [quantity.kind for quantity in quantities(text)] == [Kind.COUNT]
