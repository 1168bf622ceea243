"""Moments that a text tells: years, days and clock times, on one scale with the time that lies between two of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.years import year_at

__all__ = ["DAYS", "HOURS", "between", "is_span", "moments"]

DAYS = {"day": Fraction(1), "week": Fraction(7), "fortnight": Fraction(14), "month": Fraction(365, 12)}
HOURS = {"hour": Fraction(1), "minute": Fraction(1, 60)}
_HALF_A_DAY = 12
_NO_LEAP = 2001  # any year without 29 February
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s?(?:([ap])\.?\s?m\b|(noon|midnight)|o['’]clock)?", re.I)
# How far the printed time may be below and above what lies between: birthdays, the last day counted, times rounded.
_ROOM = {
    "year": (Fraction(1), Fraction(1)),
    "day": (Fraction(1), Fraction(1)),
    "week": (Fraction(6, 7), Fraction(6, 7)),
    "fortnight": (Fraction(1, 2), Fraction(1, 2)),
    "month": (Fraction(1), Fraction(1)),
    "hour": (Fraction(2, 3), Fraction(2, 3)),
    "minute": (Fraction(10), Fraction(10)),
}
_PART_OF_AN_HOUR = Fraction(1, 3)


def is_span(quantity: Quantity | None) -> bool:
    """Whether it is one time of so many years, days or hours, as told without a hedge."""
    return (
        quantity is not None
        and quantity.kind is Kind.DURATION
        and quantity.unit in _ROOM
        and quantity.bound is Bound.EQUAL
        and not quantity.hedge
        and quantity.value > 0
        and (quantity.unit == "hour" or quantity.value.denominator == 1)
    )


def moments(tokens: Sequence[Token], unit: str) -> list[int]:
    """The places of all that tells when, for a time in this unit: years, days of a month, or clock times."""
    if unit == "year":
        return [at for at in range(len(tokens)) if year_at(tokens, at) is not None]
    kind = Kind.TIME if unit in HOURS else Kind.DATE
    return [at for at, token in enumerate(tokens) if token.quantity is not None and token.quantity.kind is kind]


def between(first: Quantity, second: Quantity, span: Quantity) -> tuple[Quantity, Quantity, Quantity] | None:
    """The two moments in the unit of the time that is said to lie between them, and that with the room it has.

    None where they cannot be told, or where the second is the earlier one.
    """
    below, above = _ROOM[span.unit]
    if span.unit == "hour" and span.value.denominator != 1:
        below = above = _PART_OF_AN_HOUR
    loose = replace(span, interval=Interval(span.value - below, span.value + above), readings=())
    if span.unit == "year":
        return (first, second, loose) if first.value < second.value else None
    unit = HOURS.get(span.unit) or DAYS[span.unit]
    ends = _hours(first, second, span.value * unit) if span.unit in HOURS else _days(first, second)
    if ends is None:
        return None
    start, end = (_at(q, Fraction(value) / unit) for q, value in zip((first, second), ends, strict=True))
    return start, end, loose


def _at(quantity: Quantity, value: Fraction) -> Quantity:
    return replace(quantity, value=value, interval=Interval.exactly(value), readings=())


def _days(first: Quantity, second: Quantity) -> tuple[Fraction, Fraction] | None:
    """Two dates by their days; one without a year takes that of the other, or the next where the months have turned."""
    if first.month_day is None or second.month_day is None or _is_run(first) or _is_run(second):
        return None
    year = first.date.year if first.date else second.date.year if second.date else _NO_LEAP
    turned = second.month_day < first.month_day
    start = first.date or _date(year - (turned and second.date is not None), first.month_day)
    end = second.date or _date(year + turned, second.month_day)
    if start is None or end is None or end <= start:
        return None
    return Fraction(start.toordinal()), Fraction(end.toordinal())


def _is_run(quantity: Quantity) -> bool:
    """Whether it is a run of days: "10-20 February"."""
    return sum(len(run) <= 2 for run in re.findall(r"\d+", quantity.text)) > 1


def _date(year: int, month_day: tuple[int, int]) -> dt.date | None:
    try:
        return dt.date(year, *month_day)
    except ValueError:
        return None


def _hours(first: Quantity, second: Quantity, said: Fraction) -> tuple[Fraction, Fraction] | None:
    """Two clock times by their hours, the second as often half a day on as it must be, or as it comes nearest."""
    start, end = _clock(first), _clock(second)
    if start is None or end is None:
        return None
    halves = _HALF_A_DAY * 2 if start[1] and end[1] else _HALF_A_DAY
    away = (end[0] - start[0]) % halves
    if halves == _HALF_A_DAY and abs(away + halves - said) < abs(away - said):
        away += halves
    return (start[0], start[0] + away) if away else None


def _clock(quantity: Quantity) -> tuple[Fraction, bool] | None:
    """The hour, and whether it is that of a day and not of either half of one."""
    found = _CLOCK.match(quantity.text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    late = (found[3] or "").lower()
    if late or found[4]:
        noon = late == "p" or (found[4] or "").lower() == "noon"
        return Fraction(hour % _HALF_A_DAY + _HALF_A_DAY * noon) + Fraction(minute, 60), True
    return Fraction(hour) + Fraction(minute, 60), hour > _HALF_A_DAY or quantity.text.startswith("0")
