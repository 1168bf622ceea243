"""Which values a printed number may stand for: rounding, truncation, round counts, and what hedges make of them.

Numbers come as integers: the value is `num / den`, one unit of its last printed place is `unit / den`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound

__all__ = [
    "Reading",
    "exact_count",
    "fraction",
    "hedged",
    "in_n",
    "part_in_words",
    "rounded",
    "rounded_reading",
    "truncated",
    "widened",
]

Reading = tuple[Interval, tuple[Interval, ...]]  # the first reading, and the others

SPREAD = Fraction(1, 20)  # "about" and fractions in words: 5% of themselves either way
NEAR = Fraction(1, 10)  # "nearly", "just over": 10% on the named side
LOOSE = Fraction(6, 100)  # \"six in ten (64%)\": within a step of the tenths that people speak in
LOOSE_PART = Fraction(2, 5)  # of itself: "one in thirty" is no 5%
ROUND_COUNT = 100  # a count that ends in two zeros may be rounded
ROUND_AMOUNT = 1000  # money and measures, whose own last place is loose already, from three zeros on
_LARGE = 10_000  # below it, a round count is loose by 5% of itself at most
_SPREAD_LARGE = Fraction(1, 8)  # above it, by what "400,000" beside "6.3 million" may be
KEPT = 4096  # the same few dozen values make up most of a text


@lru_cache(maxsize=KEPT)
def fraction(num: int, den: int = 1) -> Fraction:
    """`num / den`."""
    return Fraction(num, den)


@lru_cache(maxsize=KEPT)
def rounded(num: int, den: int, unit: int) -> Interval:
    """Half of `unit / den` either side of `num / den`, closed ends."""
    return Interval(Fraction(2 * num - unit, 2 * den), Fraction(2 * num + unit, 2 * den))


def truncated(num: int, den: int, unit: int) -> Interval:
    """What is printed `num / den` with its further digits cut off: towards zero, so mirrored for negative numbers."""
    if num < 0:
        return Interval(Fraction(num - unit, den), fraction(num, den), open_low=True)
    return Interval(fraction(num, den), Fraction(num + unit, den), open_high=True)


@lru_cache(maxsize=KEPT)
def exact_count(num: int) -> Reading:
    """A bare count: itself; where it ends in two zeros or more also rounded at its last digit that is not zero."""
    value = fraction(num)
    place = _round_place(num)
    return Interval(value, value), ((_round(num, place),) if place >= ROUND_COUNT else ())


def _round(num: int, place: int) -> Interval:
    """Half of `place` either side, but no more than a share of itself: nobody rounds 140,000 to 100,000 unsaid."""
    half = min(Fraction(place, 2), abs(num) * (SPREAD if abs(num) < _LARGE else _SPREAD_LARGE))
    return Interval(num - half, num + half)


def _round_place(num: int) -> int:
    place = 1
    while num and num % (place * 10) == 0:
        place *= 10
    return place


@lru_cache(maxsize=KEPT)
def rounded_reading(num: int, den: int, unit: int, *, whole: bool) -> Reading:
    """Rounded in the last place; as second readings truncated there and, for a `whole` number without a scale word,
    rounded at its last digit before three zeros or more."""
    others = [truncated(num, den, unit)]
    if whole and (place := _round_place(num)) >= ROUND_AMOUNT:
        others.append(_round(num, place))
    return rounded(num, den, unit), tuple(others)


def part_in_words(num: int, den: int) -> Reading:
    """A fraction in words ("a third"): 5% of itself either way."""
    value = fraction(num, den)
    return Interval.around(value, abs(value) * SPREAD), (Interval.around(value, LOOSE),)


def in_n(top: int, bottom: int) -> Reading:
    """ "N in M": M is rounded to the whole, so N over half a unit either side of M; said loosely, a few points off, but
    no more than two fifths of itself."""
    rounded_bottom = Interval(Fraction(2 * top, 2 * bottom + 1), Fraction(2 * top, 2 * bottom - 1))
    value = fraction(top, bottom)
    return rounded_bottom, (Interval.around(value, min(LOOSE, value * LOOSE_PART)),)


@lru_cache(maxsize=KEPT)
def hedged(value: Fraction, reading: Reading, effect: str) -> tuple[Reading, Bound]:
    """The reading and bound of a number with the hedge of that effect before or behind it.

    "more" leaves the value itself out and "at_least" takes it in; that the printed bound may itself be rounded is a
    second reading. Effects without meaning for the interval ("exactly") leave the reading as it is.
    """
    interval, others = reading
    low, high = interval.low, interval.high
    if low is None or high is None:
        return reading, Bound.EQUAL
    if effect in _BEYOND:
        return _beyond(value, low, high, effect)
    size = abs(value)
    if size < 1:  # "just over half (59%)": hedged parts of a whole are said more loosely than hedged figures
        others = (*others, Interval.around(value, size * 2 * NEAR))
    if effect == "about":
        return (interval.hull(Interval.around(value, size * SPREAD)), others), Bound.ABOUT
    if effect in ("nearly", "under_close"):
        wide = Interval(min(low, value - size * NEAR), high)
        return (wide, others), Bound.ABOUT if effect == "nearly" else Bound.LESS
    if effect == "over_close":
        return (Interval(low, max(high, value + size * NEAR)), others), Bound.MORE
    return reading, Bound.EQUAL


_BEYOND = {"more": Bound.MORE, "at_least": Bound.AT_LEAST, "less": Bound.LESS, "at_most": Bound.AT_MOST}


def _beyond(value: Fraction, low: Fraction, high: Fraction, effect: str) -> tuple[Reading, Bound]:
    bound = _BEYOND[effect]
    if effect in ("more", "at_least"):
        strict, loose = Interval(value, None, open_low=effect == "more"), Interval(low, None)
    else:
        strict, loose = Interval(None, value, open_high=effect == "less"), Interval(None, high)
    part = abs(value) < 1  # "more than half (48%)": a bound on a part of a whole is meant
    return (strict, (loose,) if low < high and not part else ()), bound


def widened(low: Reading, high: Reading) -> Reading:
    """A range: from the lowest that its printed low end may be to the highest that its high end may be."""
    (first, others), (second, more) = low, high
    outer = Interval(first.low, second.high)
    hulls = (outer.hull(reading) for reading in (*others, *more))
    return outer, tuple(dict.fromkeys(hull for hull in hulls if hull != outer))
