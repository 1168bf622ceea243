"""Exact numbers as text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings.values import ends_text, exact_text, grouped, value_text
from tests.quantities.reading import only


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(7894, 100), "78.94"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(5_700_000_000), "5700000000"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-2, 3), "-2/3"),
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 1000), "0.001"),
    ],
)
def test_a_decimal_where_it_ends_else_a_fraction(value: Fraction, text: str) -> None:
    assert exact_text(value) == text


@given(st.fractions(max_denominator=10_000))
def test_the_text_is_the_value(value: Fraction) -> None:
    assert Fraction(exact_text(value)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1234567.25", "1,234,567.25"), ("-1234", "-1,234"), ("999", "999"), ("0.5", "0.5"), ("1/3", "1/3")],
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
