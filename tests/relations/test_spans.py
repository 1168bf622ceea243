"""Interval arithmetic over a common denominator gives what interval arithmetic over fractions gives."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities.interval import Interval
from factcheck.relations import spans
from factcheck.relations.spans import UndeterminedError, interval_of, span_of

ENDS = st.none() | st.fractions(min_value=-20, max_value=20, max_denominator=6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    open_low = low is not None and draw(st.booleans())
    open_high = high is not None and draw(st.booleans())
    return Interval(low, high, open_low and low != high, open_high and low != high)


@given(intervals(), st.fractions(min_value=Fraction(1, 10), max_value=10, max_denominator=20))
def test_a_span_means_its_interval(one: Interval, factor: Fraction) -> None:
    assert interval_of(span_of(one, factor)) == one.scaled(factor)
    assert interval_of(span_of(one), factor) == one.scaled(factor)


@given(intervals(), intervals())
def test_sums_differences_and_products(one: Interval, other: Interval) -> None:
    a, b = span_of(one), span_of(other)
    assert interval_of(spans.add(a, b)) == one + other
    assert interval_of(spans.negate(a)) == -one
    assert interval_of(spans.multiply(a, b)) == one * other


@given(intervals(), intervals())
def test_quotients_where_the_divisor_keeps_off_zero(one: Interval, other: Interval) -> None:
    a, b = span_of(one), span_of(other)
    positive = other.low is not None and other.low > 0
    negative = other.high is not None and other.high < 0
    if positive or negative:
        assert interval_of(spans.divide(a, b)) == one / other
    else:
        with pytest.raises(UndeterminedError):
            spans.divide(a, b)


@given(intervals(), intervals())
def test_meeting_is_a_common_value(one: Interval, other: Interval) -> None:
    assert spans.meets(span_of(one), span_of(other)) == one.meets(other)


@given(st.lists(st.tuples(intervals(), st.fractions(0, 1, max_denominator=7)), min_size=1, max_size=4))
def test_the_extremes_of_a_list_hold_the_extremes_of_any_choice(entries: list[tuple[Interval, Fraction]]) -> None:
    chosen = []
    for interval, share in entries:
        low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 10
        high = interval.high if interval.high is not None else low + 10
        value = low + (high - low) * share
        if value in interval:
            chosen.append(value)
    if len(chosen) == len(entries):
        each = [span_of(interval) for interval, _ in entries]
        assert min(chosen) in interval_of(spans.lowest(each))
        assert max(chosen) in interval_of(spans.highest(each))


def test_the_largest_of_half_open_spans_keeps_its_flags() -> None:
    one, other = Interval(Fraction(1), Fraction(3), True, False), Interval(Fraction(1), Fraction(3), False, True)
    assert interval_of(spans.highest([span_of(one), span_of(other)])) == Interval(Fraction(1), Fraction(3), True, False)
    assert interval_of(spans.lowest([span_of(one), span_of(other)])) == Interval(Fraction(1), Fraction(3), False, True)


def test_no_list_has_no_extremes() -> None:
    with pytest.raises(UndeterminedError):
        spans.highest([])
