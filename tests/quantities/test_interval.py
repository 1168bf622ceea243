"""The laws of intervals: what lies in the operands must lie in the result, and nothing that the ends do not reach."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.quantities.interval import ANY, Interval

NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=8)
FACTORS = st.fractions(min_value=-5, max_value=5, max_denominator=4)


STEPS = st.fractions(min_value=0, max_value=20, max_denominator=8)


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, with bounds missing or left out now and then, and a value that lies in it."""
    value, below, above = draw(NUMBERS), draw(STEPS), draw(STEPS)
    low = None if draw(st.integers(0, 9)) == 0 else value - below
    high = None if draw(st.integers(0, 9)) == 0 else value + above
    open_low = low is not None and below > 0 and draw(st.booleans())
    open_high = high is not None and above > 0 and draw(st.booleans())
    return Interval(low, high, open_low, open_high), value


def intervals() -> st.SearchStrategy[Interval]:
    return members().map(lambda member: member[0])


@given(members(), members())
def test_sums_differences_and_products_hold_every_pair(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    (left, x), (right, y) = a, b
    assert x + y in left + right
    assert x - y in left - right
    assert x * y in left * right


@given(members(), members())
def test_quotients_hold_every_pair(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    (left, x), (right, y) = a, b
    assume(y != 0)
    assert x / y in left / right


@given(members(), FACTORS)
def test_scaling_holds_every_value(a: tuple[Interval, Fraction], factor: Fraction) -> None:
    interval, x = a
    assert x * factor in interval.scaled(factor)


@given(intervals(), FACTORS.filter(bool))
def test_scaling_back_gives_the_interval(interval: Interval, factor: Fraction) -> None:
    assert interval.scaled(factor).scaled(1 / factor) == interval


@given(intervals(), FACTORS)
def test_shifting_back_gives_the_interval(interval: Interval, by: Fraction) -> None:
    assert interval.shifted(by).shifted(-by) == interval


@given(intervals())
def test_negation_undoes_itself(interval: Interval) -> None:
    negated = -interval
    assert -negated == interval


@given(intervals(), intervals(), NUMBERS)
def test_the_intersection_holds_what_both_hold(a: Interval, b: Interval, value: Fraction) -> None:
    assert (value in a.intersection(b)) == (value in a and value in b)


@given(intervals(), intervals(), NUMBERS)
def test_the_hull_holds_what_either_holds(a: Interval, b: Interval, value: Fraction) -> None:
    if value in a or value in b:
        assert value in a.hull(b)


@given(intervals(), intervals())
def test_the_hull_reaches_no_further_than_its_parts(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert hull.low in (a.low, b.low)
    assert hull.high in (a.high, b.high)


@given(intervals(), intervals())
def test_sums_and_products_do_not_mind_the_order(a: Interval, b: Interval) -> None:
    assert a + b == b + a
    assert a * b == b * a
    assert a.meets(b) == b.meets(a)


@given(intervals(), intervals(), intervals())
def test_sums_do_not_mind_the_grouping(a: Interval, b: Interval, c: Interval) -> None:
    assert (a + b) + c == a + (b + c)


@given(intervals())
def test_an_interval_meets_itself_and_lies_in_no_bounds_at_all(interval: Interval) -> None:
    assert interval.meets(interval)
    assert interval.intersection(ANY) == interval


def test_flags_of_ends_that_make_a_sum() -> None:
    assert Interval(Fraction(1), Fraction(2), open_high=True) + Interval(Fraction(3), Fraction(4), open_low=True) == (
        Interval(Fraction(4), Fraction(6), open_low=True, open_high=True)
    )


def test_a_negative_weight_swaps_the_ends_with_their_flags() -> None:
    assert Interval(Fraction(1), Fraction(2), open_high=True).scaled(-3) == Interval(
        Fraction(-6), Fraction(-3), open_low=True
    )


def test_an_end_left_out_by_either_side_is_left_out_of_the_intersection() -> None:
    closed, cut = Interval(Fraction(0), Fraction(1)), Interval(Fraction(0), Fraction(1), open_low=True, open_high=True)
    assert closed.intersection(cut) == cut
    assert not Interval(Fraction(0), Fraction(1), open_high=True).meets(Interval(Fraction(1), Fraction(2)))


def test_a_product_reaches_zero_where_either_side_does() -> None:
    assert Interval(Fraction(0), Fraction(2)) * Interval(Fraction(3), None, open_low=True) == Interval(
        Fraction(0), None
    )


def test_the_inverse_is_unbounded_on_the_side_of_zero() -> None:
    assert Interval(Fraction(0), Fraction(4), open_low=True).inverse() == Interval(Fraction(1, 4), None)
    assert Interval(Fraction(-4), Fraction(0), open_high=True).inverse() == Interval(None, Fraction(-1, 4))
    assert Interval(Fraction(-1), Fraction(1)).inverse() == ANY


@pytest.mark.parametrize(
    ("interval", "empty"),
    [
        (Interval(Fraction(2), Fraction(1)), True),
        (Interval(Fraction(1), Fraction(1)), False),
        (Interval(Fraction(1), Fraction(1), open_low=True), True),
        (Interval(None, Fraction(1)), False),
        (ANY, False),
    ],
)
def test_emptiness(interval: Interval, empty: bool) -> None:
    assert interval.empty is empty


@pytest.mark.parametrize(
    ("a", "b", "total"), [("185.76", "14.29", "200.05"), ("201.48", "-7.05", "194.43"), ("2.0", "-1.1", "0.9")]
)
def test_sums_that_binary_floats_get_wrong(a: str, b: str, total: str) -> None:
    assert float(a) + float(b) != float(total)
    assert Interval.exactly(Fraction(a)) + Interval.exactly(Fraction(b)) == Interval.exactly(Fraction(total))


@pytest.mark.parametrize(
    ("a", "b", "product", "fits"),
    [
        ("19935.66", "0.15", "2990.34", False),
        ("696.22", "0.25", "174.06", True),
        ("61.5", "-174.65", "-10740.98", True),
        ("61.5", "-174.65", "-10740.97", True),
        ("36.645", "1", "36.65", True),
    ],
)
def test_a_product_fits_what_it_rounds_to_with_a_tie_either_way(a: str, b: str, product: str, fits: bool) -> None:
    printed = Interval.around(Fraction(product), Fraction(1, 200))
    assert (Fraction(a) * Fraction(b) in printed) is fits
