from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound
from factcheck.quantities.rounding import exact_count, hedged, in_n, part_in_words, rounded, truncated, widened

F = Fraction


@pytest.mark.parametrize(
    ("num", "den", "low", "high"),
    [
        (82, 10, "8.15", "8.25"),
        (45, 10, "4.45", "4.55"),
        (450, 100, "4.495", "4.505"),
        (4500, 1000, "4.4995", "4.5005"),
        (45000, 10000, "4.49995", "4.50005"),
        (-82, 10, "-8.25", "-8.15"),
        (0, 10, "-0.05", "0.05"),
    ],
)
def test_rounding_is_half_a_unit_with_closed_ends(num: int, den: int, low: str, high: str) -> None:
    assert rounded(num, den, 1) == Interval(F(low), F(high))


def test_truncation_is_one_unit_away_from_zero_and_leaves_the_next_value_out() -> None:
    assert truncated(82, 10, 1) == Interval(F("8.2"), F("8.3"), open_high=True)
    assert truncated(-82, 10, 1) == Interval(F("-8.3"), F("-8.2"), open_low=True)


@given(st.fractions(max_denominator=10**6), st.integers(0, 4))
def test_a_value_lies_in_what_it_is_rounded_or_cut_to(value: Fraction, places: int) -> None:
    den = 10**places
    assert value in rounded(round(value * den), den, 1)
    cut = abs(value) * den // 1
    assert value in truncated(int(cut if value >= 0 else -cut), den, 1) or cut == 0


@pytest.mark.parametrize(
    ("count", "half"),
    [
        (1_200_000, 50_000),
        (190_000, 5_000),
        (100, 5),
        (400_000, 50_000),
        (1_000_000, 125_000),
        (40, 0),
        (150, 0),
        (1_540, 0),
        (0, 0),
    ],
)
def test_round_counts_have_a_second_reading(count: int, half: int) -> None:
    first, others = exact_count(count)
    assert first == Interval.exactly(count)
    assert others == ((Interval.around(count, half),) if half else ())


def test_fractions_in_words_are_loose_by_a_twentieth() -> None:
    assert part_in_words(1, 2) == (Interval(F("0.475"), F("0.525")), (Interval(F("0.44"), F("0.56")),))


def test_one_in_n_is_loose_by_half_of_n() -> None:
    assert in_n(1, 5) == (Interval(F(2, 11), F(2, 9)), (Interval(F("0.14"), F("0.26")),))


@pytest.mark.parametrize(
    ("effect", "interval", "bound"),
    [
        ("about", Interval(F(190), F(210)), Bound.ABOUT),
        ("nearly", Interval(F(180), F("200.5")), Bound.ABOUT),
        ("under_close", Interval(F(180), F("200.5")), Bound.LESS),
        ("over_close", Interval(F("199.5"), F(220)), Bound.MORE),
        ("more", Interval(F(200), None, open_low=True), Bound.MORE),
        ("at_least", Interval(F(200), None), Bound.AT_LEAST),
        ("less", Interval(None, F(200), open_high=True), Bound.LESS),
        ("at_most", Interval(None, F(200)), Bound.AT_MOST),
        ("exactly", Interval(F("199.5"), F("200.5")), Bound.EQUAL),
    ],
)
def test_hedges(effect: str, interval: Interval, bound: Bound) -> None:
    reading, found = hedged(F(200), (rounded(200, 1, 1), ()), effect)
    assert (reading[0], found) == (interval, bound)


def test_about_is_never_narrower_than_rounding() -> None:
    reading, _ = hedged(F(2), (rounded(2, 1, 1), ()), "about")
    assert reading[0] == Interval(F("1.5"), F("2.5"))


def test_a_bound_that_is_rounded_itself_is_a_second_reading() -> None:
    reading, _ = hedged(F(12), (rounded(12, 1, 1), ()), "more")
    assert reading[1] == (Interval(F("11.5"), None),)
    exact, _ = hedged(F(12), (Interval.exactly(12), ()), "more")
    assert exact[1] == ()


def test_a_range_is_widened_at_both_ends() -> None:
    assert widened((rounded(5, 1, 1), ()), (rounded(7, 1, 1), ())) == (Interval(F("4.5"), F("7.5")), ())
