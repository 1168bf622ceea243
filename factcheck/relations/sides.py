"""Which of two levels is the higher one."""

from __future__ import annotations

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity

__all__ = ["printed_side", "side_of"]

_NARROW = 2  # times


def printed_side(before: Quantity, after: Quantity) -> int:
    """Whether the later level is higher, 1, or lower, -1; 0 where it may be either.

    As printed, where rounding alone leaves it open: no writer says "cut to 5.25% from 5%" of a cut from 5.4%.
    """
    side = side_of(after.wide - before.wide)
    if side or not (_is_narrow(before.wide) and _is_narrow(after.wide)):
        return side
    return (after.value > before.value) - (after.value < before.value)


def _is_narrow(interval: Interval) -> bool:
    """Whether the readings of a number differ by its rounding, and not by a scale word that it may take over."""
    low, high = interval.low, interval.high
    return low is not None and high is not None and 0 < high <= _NARROW * low


def side_of(difference: Interval) -> int:
    """1 where every value of a difference is above nought, -1 where every one is below it, else 0."""
    if difference.low is not None and difference.low > 0:
        return 1
    return -1 if difference.high is not None and difference.high < 0 else 0
