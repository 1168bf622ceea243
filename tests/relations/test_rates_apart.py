"""Rates, products and means told apart from their numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck import check_text
from factcheck.quantities.interval import Interval
from factcheck.relations.periods import times


def rules_of(text: str) -> list[str]:
    return [finding.rule for finding in check_text(text).findings]


def test_how_often_a_time_goes_into_another() -> None:
    assert times("month", "year") == Interval.exactly(12)
    assert times("day", "month") == Interval(Fraction(28), Fraction(31))
    assert times("year", "month") is None


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("It cost £18m and holds 60 beds. At £400,000 a bed, it is the dearest of all.", ["rate-total"]),
        ("It cost £18m and holds 60 beds. At £400,000 a bed, the one at Leeward was dearer.", []),
        ("A tap leaks 240 litres of water a day. That is 20 litres an hour, day and night.", ["rate-period"]),
        ("A tap leaks 240 litres of water a day. That is 20 litres an hour.", []),
        ("The clinic treats 240 patients a day, or 30 an hour.", []),
        ("Her salary is £3,500 a month, or £24,000 a year.", ["rate-period"]),
        ("Passes cost £30 a month or £300 a year.", []),
        ("The pipeline carries 200,000 barrels of oil a day. Over 30 days that adds up to 9 million barrels.",
         ["rate-product"]),
    ],
)  # fmt: skip
def test_what_is_told(text: str, rules: list[str]) -> None:
    assert rules_of(text) == rules
