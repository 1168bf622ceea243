"""How often one time goes into another: twelve months to a year, 28 to 31 days to a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity

__all__ = ["counted", "in_period", "times"]

_TIMES: Mapping[tuple[str, str], tuple[Fraction, Fraction]] = {
    ("second", "minute"): (Fraction(60), Fraction(60)),
    ("minute", "hour"): (Fraction(60), Fraction(60)),
    ("second", "hour"): (Fraction(3600), Fraction(3600)),
    ("hour", "day"): (Fraction(24), Fraction(24)),
    ("minute", "day"): (Fraction(1440), Fraction(1440)),
    ("day", "week"): (Fraction(7), Fraction(7)),
    ("day", "fortnight"): (Fraction(14), Fraction(14)),
    ("week", "fortnight"): (Fraction(2), Fraction(2)),
    ("day", "month"): (Fraction(28), Fraction(31)),
    ("week", "month"): (Fraction(4), Fraction(31, 7)),
    ("day", "year"): (Fraction(360), Fraction(366)),
    ("week", "year"): (Fraction(52), Fraction(366, 7)),
    ("fortnight", "year"): (Fraction(26), Fraction(183, 7)),
    ("month", "year"): (Fraction(12), Fraction(12)),
    ("month", "quarter"): (Fraction(3), Fraction(3)),
    ("quarter", "year"): (Fraction(4), Fraction(4)),
    ("month", "decade"): (Fraction(120), Fraction(120)),
    ("year", "decade"): (Fraction(10), Fraction(10)),
    ("year", "century"): (Fraction(100), Fraction(100)),
}


def times(short: str, long: str) -> Interval | None:
    """How many of a short time one long time holds; None where that is not known, or `long` is the shorter one."""
    ends = _TIMES.get((short, long))
    return None if ends is None else Interval(*ends)


def counted(quantity: Quantity) -> Quantity:
    """A whole number of days, months or the like as one that was counted, and not rounded."""
    if quantity.bound is not Bound.EQUAL or quantity.kind is not Kind.DURATION or quantity.value.denominator != 1:
        return quantity
    return replace(quantity, interval=Interval.exactly(quantity.value), readings=())


def in_period(quantity: Quantity, period: str) -> Quantity | None:
    """A duration as so many of a shorter period, its text as printed; None where the two do not fit."""
    often = times(period, quantity.unit) if quantity.kind is Kind.DURATION else None
    if often is None or often.low is None or often.high is None:
        return None
    whole = counted(quantity)
    middle = (often.low + often.high) / 2
    readings = tuple(reading * often for reading in (*whole.readings, quantity.interval))
    return replace(
        whole,
        unit=period,
        value=quantity.value * middle,
        interval=whole.interval * often,
        readings=readings,
        scale=quantity.scale * middle,
        ulp=quantity.ulp * middle,
    )
