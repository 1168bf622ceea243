"""Moments that a text tells: years, days and clock times, on one scale with the time that lies between two of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.spells import UNITS
from factcheck.relations.dates.years import year_at
from factcheck.relations.lexicon import words_of

__all__ = ["DAYS", "HOURS", "between", "clock_hour", "is_span", "moment_at", "moments", "month_of"]

DAYS = {"day": Fraction(1), "week": Fraction(7), "fortnight": Fraction(14), "month": Fraction(365, 12)}
HOURS = {"hour": Fraction(1), "minute": Fraction(1, 60)}
_HALF_A_DAY = 12
_MONTHS = 12
_NO_LEAP = 2001  # any year without 29 February
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s?(?:([ap])\.?\s?m\b|(noon|midnight)|o['’]clock)?", re.I)
_OF_24 = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_WORDS = {"noon": 12, "midday": 12, "midnight": 0}
_NAMED = re.compile(rf"\b(?:{'|'.join(LEXICON.months)})\b", re.I)
_MONTH_OF = {name.lower(): number for name, number in LEXICON.months.items()}
# How far the printed time may be below and above what lies between: birthdays, the last day counted, times rounded.
_ROOM = {
    "year": (Fraction(1), Fraction(1)),
    "day": (Fraction(1), Fraction(1)),
    "week": (Fraction(6, 7), Fraction(6, 7)),
    "fortnight": (Fraction(1, 2), Fraction(1, 2)),
    "month": (Fraction(1), Fraction(1)),
    "hour": (Fraction(2, 3), Fraction(2, 3)),
}
_PART = Fraction(1, 3)
_BETWEEN_MONTHS = (Fraction(3, 5), Fraction(19, 20))  # of years, where both months are told
_MINUTES = ((30, 10), (10, 5), (5, 4), (1, 2))  # a time that is a multiple of the first is rounded by the second


def is_span(quantity: Quantity | None) -> bool:
    """Whether it is one time of so many years, days or hours, as told without a hedge."""
    return (
        quantity is not None
        and quantity.kind is Kind.DURATION
        and quantity.unit in UNITS
        and quantity.bound is Bound.EQUAL
        and not quantity.hedge
        and quantity.value > 0
        and (quantity.unit == "hour" or quantity.value.denominator == 1)
    )


def moments(tokens: Sequence[Token], unit: str) -> list[int]:
    """The places of all that tells when, for a time in this unit: years, days of a month, or clock times."""
    return [at for at in range(len(tokens)) if moment_at(tokens, at, unit) is not None]


def moment_at(tokens: Sequence[Token], at: int, unit: str) -> Quantity | None:
    """The moment that a token tells, for a time in this unit; None where it tells none."""
    if unit == "year":
        return year_at(tokens, at)
    quantity = tokens[at].quantity
    if unit not in HOURS:
        return quantity if quantity is not None and quantity.kind is Kind.DATE else None
    if quantity is not None and quantity.kind is Kind.TIME:
        return quantity
    before = tokens[at - 1].low if at else ""
    if before not in words_of("spans.at_a_time"):
        return None
    if quantity is None:
        return _named(tokens[at]) if tokens[at].low in _WORDS else None
    dotted = quantity.kind in (Kind.COUNT, Kind.NAME) and _OF_24.fullmatch(tokens[at].text)
    plain = quantity.kind is Kind.NAME or (quantity.scale == 1 and not quantity.unit)
    return replace(quantity, kind=Kind.TIME, text=tokens[at].text) if dotted and plain else None


def _named(token: Token) -> Quantity:
    """ "noon" as a moment."""
    hour = Fraction(_WORDS[token.low])
    return Quantity(
        Kind.TIME, token.start, token.end, token.start, token.end, token.text, hour, Interval.exactly(hour)
    )  # fmt: skip


def between(first: Quantity, second: Quantity, span: Quantity) -> tuple[Quantity, Quantity, Quantity] | None:
    """The two moments in the unit of the time that is said to lie between them, and that with the room it has.

    None where they cannot be told, or where the second is the earlier one.
    """
    below, above = _room(span)
    months = month_of(first), month_of(second)
    if span.unit == "year" and None in months:
        loose = replace(span, interval=Interval(span.value - below, span.value + above), readings=())
        return (first, second, loose) if first.value < second.value else None
    ends: tuple[Fraction, Fraction] | None
    if span.unit in HOURS:
        unit = HOURS[span.unit]
        ends = _hours(first, second, span.value * unit)
    elif span.unit in ("year", "month") and None not in months:
        unit = Fraction(_MONTHS) if span.unit == "year" else Fraction(1)
        below, above = _between_months(span) if span.unit == "year" else (below, above)
        ends = (Fraction(months[0] or 0), Fraction(months[1] or 0))
    else:
        unit, ends = DAYS[span.unit], _days(first, second)
    if ends is None or ends[0] >= ends[1]:
        return None
    start, end = (_at(q, Fraction(value) / unit) for q, value in zip((first, second), ends, strict=True))
    return start, end, replace(span, interval=Interval(span.value - below, span.value + above), readings=())


def _room(span: Quantity) -> tuple[Fraction, Fraction]:
    if span.unit == "minute":
        room = next(Fraction(room) for step, room in _MINUTES if not span.value % step)
        return room, room
    if span.unit == "hour" and span.value.denominator != 1:
        return _PART, _PART
    return _ROOM[span.unit]


def _between_months(span: Quantity) -> tuple[Fraction, Fraction]:
    return _BETWEEN_MONTHS if span.value.denominator == 1 else (_PART, _PART)


def _at(quantity: Quantity, value: Fraction) -> Quantity:
    return replace(quantity, value=value, interval=Interval.exactly(value), readings=())


def month_of(quantity: Quantity) -> int | None:
    """The months from the beginning of our era to a date with its month and year; None for any other moment."""
    if quantity.kind is not Kind.DATE:
        return None
    if quantity.date is not None:
        return quantity.date.year * _MONTHS + quantity.date.month
    found = _NAMED.search(quantity.text)
    if found is None or quantity.month_day is not None:
        return None
    return int(quantity.value) * _MONTHS + _MONTH_OF[found[0].lower()]


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


def clock_hour(quantity: Quantity) -> Fraction | None:
    """The hour of the day that a clock time tells; None where it may be of either half of the day."""
    found = _clock(quantity)
    return found[0] if found is not None and found[1] else None


def _clock(quantity: Quantity) -> tuple[Fraction, bool] | None:
    """The hour, and whether it is that of a day and not of either half of one."""
    if quantity.text.lower() in _WORDS:
        return quantity.value, True
    found = _CLOCK.match(quantity.text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    late = (found[3] or "").lower()
    if late or found[4]:
        noon = late == "p" or (found[4] or "").lower() == "noon"
        return Fraction(hour % _HALF_A_DAY + _HALF_A_DAY * noon) + Fraction(minute, 60), True
    return Fraction(hour) + Fraction(minute, 60), hour > _HALF_A_DAY or quantity.text.startswith("0")
