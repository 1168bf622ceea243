"""Interval arithmetic for the hot path: whole numbers over one common denominator, no fraction reduced on the way.

A `Span` is (low, high, denominator, low is open, high is open), its denominator positive; None is no bound. It means
what an `Interval` means, and every operation gives what the one of `Interval` gives, save that a division by a span
that touches zero raises `UndeterminedError`.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.quantities.interval import Interval

__all__ = [
    "Span", "UndeterminedError", "add", "divide", "highest", "interval_of", "lowest", "may_be_at_most", "meets",
    "multiply", "negate", "point", "span_of",
]  # fmt: skip

End = int | None
Span = tuple[End, End, int, bool, bool]
Corner = tuple[int, int, bool]  # -1, 0 or 1 for an infinity or a number, the number, whether it is left out


class UndeterminedError(ArithmeticError):
    """A division by what may be zero: the relation says nothing."""


def span_of(interval: Interval, factor: Fraction = Fraction(1)) -> Span:
    """Every value of the interval times `factor`, which is positive."""
    low, high = interval.low, interval.high
    den = 1 if low is None else low.denominator
    high_den = den if high is None else high.denominator
    low_n = None if low is None else low.numerator
    high_n = None if high is None else high.numerator
    if high_den != den:
        low_n = None if low_n is None else low_n * high_den
        high_n = None if high_n is None else high_n * den
        den *= high_den
    up, down = factor.numerator, factor.denominator
    if up != 1:
        low_n = None if low_n is None else low_n * up
        high_n = None if high_n is None else high_n * up
    return low_n, high_n, den * down, interval.open_low, interval.open_high


def point(value: Fraction) -> Span:
    """The span of one value."""
    return value.numerator, value.numerator, value.denominator, False, False


def interval_of(span: Span, factor: Fraction = Fraction(1)) -> Interval:
    """The span as an `Interval`, times `factor`, which is positive."""
    low, high, den, open_low, open_high = span
    down = den * factor.denominator
    return Interval(
        None if low is None else Fraction(low * factor.numerator, down),
        None if high is None else Fraction(high * factor.numerator, down),
        open_low and low is not None,
        open_high and high is not None,
    )


def negate(a: Span) -> Span:
    """Minus every value; the flags go with their ends."""
    low, high, den, open_low, open_high = a
    return None if high is None else -high, None if low is None else -low, den, open_high, open_low


def add(a: Span, b: Span) -> Span:
    """Every sum of a value of `a` and one of `b`."""
    a_low, a_high, a_den, a_ol, a_oh = a
    b_low, b_high, b_den, b_ol, b_oh = b
    if a_den == b_den:
        low = None if a_low is None or b_low is None else a_low + b_low
        high = None if a_high is None or b_high is None else a_high + b_high
        return low, high, a_den, a_ol or b_ol, a_oh or b_oh
    low = None if a_low is None or b_low is None else a_low * b_den + b_low * a_den
    high = None if a_high is None or b_high is None else a_high * b_den + b_high * a_den
    return low, high, a_den * b_den, a_ol or b_ol, a_oh or b_oh


def multiply(a: Span, b: Span) -> Span:
    """Every product of a value of `a` and one of `b`."""
    a_low, a_high, a_den, a_ol, a_oh = a
    b_low, b_high, b_den, b_ol, b_oh = b
    if a_low is None or b_low is None or a_high is None or b_high is None:
        pass
    elif a_low > 0 and b_low > 0:
        return a_low * b_low, a_high * b_high, a_den * b_den, a_ol or b_ol, a_oh or b_oh
    corners = [_corner(x, y) for x in _corners(a) for y in _corners(b)]
    low = min(corners)
    high = max(corners, key=lambda c: (c[0], c[1], not c[2]))
    return None if low[0] < 0 else low[1], None if high[0] > 0 else high[1], a_den * b_den, low[2], high[2]


def divide(a: Span, b: Span) -> Span:
    """Every quotient of a value of `a` by one of `b`. Raises UndeterminedError where `b` touches zero."""
    low, high, den, open_low, open_high = b
    if low is not None and low > 0:
        inverse: Span = (
            (0, den, low, True, open_low) if high is None else (den * low, den * high, low * high, open_high, open_low)
        )
        return multiply(a, inverse)
    if high is not None and high < 0:
        return negate(divide(a, negate(b)))
    raise UndeterminedError


def meets(a: Span, b: Span) -> bool:
    """Whether the two have a value in common."""
    return may_be_at_most(a, b) and may_be_at_most(b, a)


def may_be_at_most(a: Span, b: Span) -> bool:
    """Whether some value of `a` is at most some value of `b`."""
    low, high = a[0], b[1]
    if low is None or high is None:
        return True
    left, right = low * b[2], high * a[2]
    return left < right or (left == right and not (a[3] or b[4]))


def lowest(spans: Iterable[Span]) -> Span:
    """Every value that the smallest of the numbers may have."""
    return negate(highest(negate(span) for span in spans))


def highest(spans: Iterable[Span]) -> Span:
    """Every value that the largest of the numbers may have."""
    result: Span | None = None
    for span in spans:
        result = span if result is None else _higher(result, span)
    if result is None:
        raise UndeterminedError
    return result


def _higher(a: Span, b: Span) -> Span:
    den = a[2] * b[2]
    a_low, a_high = (None if end is None else end * b[2] for end in a[:2])
    b_low, b_high = (None if end is None else end * a[2] for end in b[:2])
    low = max((end is not None, end or 0, is_open) for end, is_open in ((a_low, a[3]), (b_low, b[3])))
    high = max((end is None, end or 0, not is_open) for end, is_open in ((a_high, a[4]), (b_high, b[4])))
    return low[1] if low[0] else None, None if high[0] else high[1], den, low[2], not high[2]


def _corners(a: Span) -> tuple[Corner, Corner]:
    low, high, _, open_low, open_high = a
    lower = (-1, 0, False) if low is None else (0, low, open_low)
    return lower, (1, 0, False) if high is None else (0, high, open_high)


def _corner(x: Corner, y: Corner) -> Corner:
    x_sign = x[0] or (x[1] > 0) - (x[1] < 0)
    y_sign = y[0] or (y[1] > 0) - (y[1] < 0)
    sign = x_sign * y_sign
    if sign == 0:  # a closed zero is reached whatever stands on the other side
        return 0, 0, not ((x_sign == 0 and not x[2]) or (y_sign == 0 and not y[2]))
    if x[0] or y[0]:
        return sign, 0, False
    return 0, x[1] * y[1], x[2] or y[2]
