"""Exact intervals: every value that a printed number may stand for.

An `Interval` has two ends, each a `Fraction` or None for "no bound", and each end is closed or open. All arithmetic
is exact; no binary float takes part. A sum's end is closed only where both ends that make it are closed, and a
negation swaps the ends together with their flags.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["ANY", "Interval"]

End = Fraction | None


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low` to `high`; None is no bound; `open_low` and `open_high` leave the end itself out."""

    low: End
    high: End
    open_low: bool = False
    open_high: bool = False

    @staticmethod
    def exactly(value: Fraction | int) -> Interval:
        """The closed interval of one value."""
        point = Fraction(value)
        return Interval(point, point)

    @staticmethod
    def around(value: Fraction | int, half: Fraction | int) -> Interval:
        """The closed interval of `half` either side of `value`."""
        return Interval(Fraction(value) - half, Fraction(value) + half)

    @property
    def empty(self) -> bool:
        """Whether no value lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.open_low or self.open_high))

    @property
    def width(self) -> End:
        """The distance of its ends, None where one is missing."""
        return None if self.low is None or self.high is None else self.high - self.low

    def __contains__(self, value: Fraction | int) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.open_low)
        below = self.high is None or value < self.high or (value == self.high and not self.open_high)
        return above and below

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.open_high,
            self.open_low,
        )

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        open_low = low is not None and (self.open_low or other.open_low)
        open_high = high is not None and (self.open_high or other.open_high)
        return Interval(low, high, open_low, open_high)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Fraction | int) -> Interval:
        """Every value times `factor`; a negative factor swaps the ends with their flags."""
        if factor < 0:
            return (-self).scaled(-factor)
        if factor == 0:
            return Interval.exactly(0)
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.open_low,
            self.open_high,
        )

    def shifted(self, by: Fraction | int) -> Interval:
        """Every value plus `by`."""
        return self + Interval.exactly(by)

    def __mul__(self, other: Interval) -> Interval:
        if self.low is not None and self.low == self.high:
            return other.scaled(self.low)
        if other.low is not None and other.low == other.high:
            return self.scaled(other.low)
        ends = [_product(a, b) for a in self._ends() for b in other._ends()]
        low, open_low = min(ends, key=lambda e: (e[0], e[1]))
        high, open_high = max(ends, key=lambda e: (e[0], not e[1]))
        return Interval(low.value, high.value, open_low, open_high)

    def inverse(self) -> Interval:
        """One over every value; no bound on either side where zero lies within.

        An end at zero has no bound on that side of the result.
        """
        if 0 in self or self._touches_zero_inside():
            return ANY
        low = None if self.high == 0 else Fraction(0) if self.high is None else 1 / self.high
        high = None if self.low == 0 else Fraction(0) if self.low is None else 1 / self.low
        open_low = low is not None and (self.high is None or self.open_high)
        open_high = high is not None and (self.low is None or self.open_low)
        return Interval(low, high, open_low, open_high)

    def _touches_zero_inside(self) -> bool:
        below = self.low is None or self.low < 0
        above = self.high is None or self.high > 0
        return below and above

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.inverse()

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return not self.intersection(other).empty

    def intersection(self, other: Interval) -> Interval:
        """The values in both; an end is open where either side leaves it out."""
        low, open_low = _tighter(self.low, self.open_low, other.low, other.open_low, lower=True)
        high, open_high = _tighter(self.high, self.open_high, other.high, other.open_high, lower=False)
        return Interval(low, high, open_low, open_high)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        if self.low is None or other.low is None:
            low, open_low = None, False
        else:
            low = min(self.low, other.low)
            open_low = low not in self and low not in other
        if self.high is None or other.high is None:
            high, open_high = None, False
        else:
            high = max(self.high, other.high)
            open_high = high not in self and high not in other
        return Interval(low, high, open_low, open_high)

    def _ends(self) -> tuple[tuple[_Extended, bool], tuple[_Extended, bool]]:
        return (_Extended(self.low, -1), self.open_low), (_Extended(self.high, 1), self.open_high)


@dataclass(frozen=True, slots=True)
class _Extended:
    """A rational number, or where `value` is None the infinity of the given sign."""

    value: End
    sign: int

    def __lt__(self, other: _Extended) -> bool:
        if self.value is None:
            return self.sign < 0 and not (other.value is None and other.sign < 0)
        if other.value is None:
            return other.sign > 0
        return self.value < other.value

    def sgn(self) -> int:
        if self.value is None:
            return self.sign
        return (self.value > 0) - (self.value < 0)


def _product(a: tuple[_Extended, bool], b: tuple[_Extended, bool]) -> tuple[_Extended, bool]:
    (x, x_open), (y, y_open) = a, b
    sign = x.sgn() * y.sgn()
    if sign == 0:  # a closed zero is reached whatever stands on the other side
        return _Extended(Fraction(0), 0), not ((x.sgn() == 0 and not x_open) or (y.sgn() == 0 and not y_open))
    if x.value is None or y.value is None:
        return _Extended(None, sign), False
    return _Extended(x.value * y.value, sign), x_open or y_open


def _tighter(a: End, a_open: bool, b: End, b_open: bool, *, lower: bool) -> tuple[End, bool]:
    if a is None:
        return b, b_open
    if b is None:
        return a, a_open
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a > b) == lower else (b, b_open)


ANY = Interval(None, None)
