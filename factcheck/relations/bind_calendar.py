"""Weekdays against dates, and dates that no calendar has."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule

__all__ = ["WEEKDAYS", "bind_impossible_date", "bind_weekday", "dated"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EARLIEST = 1900  # before it, calendars differ from place to place
_LEAP = 2000
_BITS = 2.8  # a weekday fits by chance once in seven


def bind_weekday(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each weekday printed with a date, judged by the proleptic Gregorian calendar."""
    for quantity in reading.quantities:
        if quantity.kind is not Kind.DATE or quantity.weekday is None:
            continue
        date = dated(quantity, reading.dateline)
        constraint = Constraint(rule, {"date": (quantity,)}, Licence.CLAUSE, closed=True)
        if date is None or date.year < _EARLIEST:
            yield Evaluated(constraint, Verdict.UNDETERMINED, 0.0)
            continue
        fits = date.weekday() == quantity.weekday
        yield Evaluated(constraint, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT, _BITS, date=date)


def dated(quantity: Quantity, dateline: dt.date | None) -> dt.date | None:
    """The full date; a date without a year takes the year that brings it nearest to the dateline."""
    if quantity.date is not None:
        return quantity.date
    if quantity.month_day is None or dateline is None or _has_year(quantity):
        return None
    found = [_date(year, *quantity.month_day) for year in (dateline.year - 1, dateline.year, dateline.year + 1)]
    possible = [date for date in found if date is not None]
    return min(possible, key=lambda date: abs(date - dateline), default=None)


def _has_year(quantity: Quantity) -> bool:
    return any(len(run) == 4 for run in "".join(c if c.isdigit() else " " for c in quantity.text).split())


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def bind_impossible_date(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each date with a month and a day that the month never has (29 February only in a year that lacks it)."""
    for quantity in reading.quantities:
        if quantity.kind is not Kind.DATE or quantity.month_day is None:
            continue
        month, day = quantity.month_day
        longest = 29 if month == 2 else calendar.monthrange(_LEAP, month)[1] if 1 <= month <= 12 else 31
        impossible = longest < day <= 31 or (day == 29 and month == 2 and quantity.date is None and _has_year(quantity))
        constraint = Constraint(rule, {"date": (quantity,)}, Licence.CLAUSE, closed=True)
        if impossible:
            yield Evaluated(constraint, Verdict.INCONSISTENT, 8.0)
