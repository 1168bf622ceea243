"""Rates, products and means told apart from their numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck import check_text
from factcheck.quantities.interval import Interval
from factcheck.relations.rates.periods import times


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
        ("The six nights brought 690 loaves. A nightly average of 150 was made.", ["rate-total"]),
        ("The six nights brought 690 loaves. A nightly average of 150 is normal.", []),
        ("The inn has 48 rooms and 1,920 beds. Attic rooms hold an average of 30 beds each.", []),
        ("Forty beds at $1,500 apiece were bought. The bill comes to $90,000.", ["rate-product"]),
        ("Forty beds at $1,500 apiece were bought. With lamps the bill comes to $90,000.", []),
        ("It owes 24 million rupees. That is worth $400,000 at 80 rupees to the dollar.", ["told-rate"]),
        ("It owes 24 million rupees. It has a loan of $400,000 at 80 rupees to the dollar.", []),
        ("It rained 14mm, 22mm and 30mm on the isle. The average was 32mm.", ["mean-of-list"]),
        ("It rained 14mm, 22mm and 30mm on the isle. The average was 32mm in the hills.", []),
    ],
)  # fmt: skip
def test_what_is_told(text: str, rules: list[str]) -> None:
    assert rules_of(text) == rules
