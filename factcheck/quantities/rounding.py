"""Which values a printed number may stand for: rounding, truncation, round counts, and what hedges make of them."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound
from factcheck.quantities.numeral import Numeral

__all__ = ["Reading", "exact_count", "hedged", "in_n", "part_in_words", "rounded", "truncated", "widened"]

Reading = tuple[Interval, tuple[Interval, ...]]

SPREAD = Fraction(1, 20)  # "about" and fractions in words: 5% of themselves either way
NEAR = Fraction(1, 10)  # "nearly", "just over": 10% on the named side


def rounded(num: int, den: int, unit: int) -> Interval:
    """Half of `unit / den` either side of `num / den`, closed ends."""
    return Interval(Fraction(2 * num - unit, 2 * den), Fraction(2 * num + unit, 2 * den))


def truncated(num: int, den: int, unit: int) -> Interval:
    """What is printed `num / den` with its further digits cut off: towards zero, so mirrored for negative numbers."""
    if num < 0:
        return Interval(Fraction(num - unit, den), Fraction(num, den), open_low=True)
    return Interval(Fraction(num, den), Fraction(num + unit, den), open_high=True)


def exact_count(num: int, den: int) -> Reading:
    """A bare count: itself; where it ends in two zeros or more also rounded at its last digit that is not zero."""
    value = Interval.exactly(Fraction(num, den))
    place = _round_place(num) if den == 1 else 1
    return value, ((rounded(num, 1, place),) if place >= 100 else ())


def _round_place(num: int) -> int:
    place = 1
    while num and num % (place * 10) == 0:
        place *= 10
    return place


def rounded_reading(numeral: Numeral, *, round_from: int = 1000) -> Reading:
    """Rounded in the last place; as second readings truncated there, and rounded at a last digit before many zeros."""
    num, den, unit = numeral.num, numeral.den, numeral.unit
    others = [truncated(num, den, unit)]
    if den == 1 and numeral.scale == 1:
        place = _round_place(num)
        if place >= round_from:
            others.append(rounded(num, 1, place))
    return rounded(num, den, unit), tuple(others)


def part_in_words(num: int, den: int) -> Reading:
    """A fraction in words ("a third"): 5% of itself either way."""
    value = Fraction(num, den)
    return Interval.around(value, abs(value) * SPREAD), ()


def in_n(top: int, bottom: int) -> Reading:
    """ "N in M": M is rounded to the whole, so N over half a unit either side of M."""
    return Interval(Fraction(2 * top, 2 * bottom + 1), Fraction(2 * top, 2 * bottom - 1)), ()


def hedged(value: Fraction, reading: Reading, effect: str) -> tuple[Reading, Bound]:
    """The reading and bound of a number with the hedge of that effect before or behind it."""
    interval, others = reading
    low, high = interval.low, interval.high
    if low is None or high is None:
        return reading, Bound.EQUAL
    size = abs(value)
    if effect == "about":
        return (interval.hull(Interval.around(value, size * SPREAD)), others), Bound.ABOUT
    if effect == "nearly":
        return (Interval(min(low, value - size * NEAR), high), others), Bound.ABOUT
    if effect == "under_close":
        return (Interval(min(low, value - size * NEAR), high), others), Bound.LESS
    if effect == "over_close":
        return (Interval(low, max(high, value + size * NEAR)), others), Bound.MORE
    if effect in ("more", "at_least"):
        strict = effect == "more"
        return _beyond(Interval(value, None, open_low=strict), Interval(low, None), low < value), Bound.MORE if strict else Bound.AT_LEAST
    if effect in ("less", "at_most"):
        strict = effect == "less"
        return _beyond(Interval(None, value, open_high=strict), Interval(None, high), value < high), Bound.LESS if strict else Bound.AT_MOST
    return reading, Bound.EQUAL


def _beyond(strict: Interval, loose: Interval, wider: bool) -> Reading:
    return strict, ((loose,) if wider else ())


def widened(low: Reading, high: Reading) -> Reading:
    """A range: from the lowest that its printed low end may be to the highest that its high end may be."""
    (first, others), (second, more) = low, high
    outer = Interval(first.low, second.high)
    hulls = tuple(outer.hull(reading) for reading in (*others, *more) if reading.low is not None and reading.high is not None)
    return outer, hulls
