"""Exact numbers as text."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings.values import ends_text, exact_text, grouped, value_text
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from tests.quantities.reading import only


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(7894, 100), "78.94"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(5_700_000_000), "5700000000"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-2, 3), "-2/3"),
        (Fraction(-7, 6), "-7/6"),
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 1000), "0.001"),
    ],
)
def test_a_decimal_where_it_ends_else_a_fraction(value: Fraction, text: str) -> None:
    assert exact_text(value) == text


@given(st.fractions() | st.fractions(max_denominator=10_000))
def test_the_text_is_the_value(value: Fraction) -> None:
    assert Fraction(exact_text(value)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7160864", "7,160,864"),
        ("1234567.25", "1,234,567.25"),
        ("-1234", "-1,234"),
        ("-1234.5", "-1,234.5"),
        ("999", "999"),
        ("12", "12"),
        ("0.5", "0.5"),
        ("1/3", "1/3"),
        ("2024-06-10", "2024-06-10"),
    ],
)
def test_thousands_are_grouped(text: str, expected: str) -> None:
    assert grouped(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "ends"),
    [
        ("78.94%", "78.94", ("78.935", "78.945")),
        ("$5.7 billion", "5700000000", ("5650000000", "5750000000")),
        ("12 boats", "12", ("12", "12")),
        ("more than 500", "500", ("500", None)),
        ("3 to 4 boats", "3", ("3", "4")),
        ("3 May 2012", "2012-05-03", None),
        ("31 June", "--06-31", None),
    ],
)
def test_value_and_ends_of_a_number(text: str, value: str, ends: tuple[str | None, str | None] | None) -> None:
    quantity = only(f"in all {text}")
    assert value_text(quantity) == value
    assert ends_text(quantity) == ends


def quantity(kind: Kind, value: Fraction | int, interval: Interval | None = None, **more: object) -> Quantity:
    value = Fraction(value)
    return Quantity(kind, 0, 1, 0, 1, "?", value, interval or Interval.exactly(value), **more)  # type: ignore[arg-type]


def test_dates_are_iso() -> None:
    assert value_text(quantity(Kind.DATE, 0, date=dt.date(2024, 6, 10), month_day=(6, 10))) == "2024-06-10"
    assert value_text(quantity(Kind.DATE, 0, month_day=(6, 31))) == "--06-31"
    assert value_text(quantity(Kind.DATE, 0)) is None
    assert ends_text(quantity(Kind.DATE, 0)) is None


def test_a_range_has_its_printed_ends() -> None:
    wide = Interval(Fraction(9, 2), Fraction(15, 2))
    assert ends_text(quantity(Kind.PERCENT, 5, wide, bound=Bound.RANGE, second=Fraction(7))) == ("5", "7")


def test_one_in_n_has_its_reading() -> None:
    reading = Interval(Fraction(2, 11), Fraction(2, 9))
    assert ends_text(quantity(Kind.RATIO, Fraction(1, 5), reading, second=Fraction(5))) == ("2/11", "2/9")


def test_no_bound_is_none() -> None:
    assert ends_text(quantity(Kind.COUNT, 500, Interval(Fraction(500), None), bound=Bound.MORE)) == ("500", None)
