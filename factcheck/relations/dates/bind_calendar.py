"""Weekdays against dates, and dates that no calendar has."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["WEEKDAYS", "bind_impossible_date", "bind_weekday", "dated", "tells_another_year"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EARLIEST = 1900  # before it, calendars differ from place to place
_LEAP = 2000
_FITTING = 3  # weekdays of one year, for a date beside them to be of that year
_NEAR_DAYS = 31
_BITS = 2.8  # a weekday fits by chance once in seven


def bind_weekday(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each weekday printed with a date, judged by the proleptic Gregorian calendar.

    Dates without a year that stand together share one, where most of their weekdays fit one year that the text names.
    """
    with_weekday = [q for q in reading.quantities if q.kind is Kind.DATE and q.weekday is not None]
    shared = dict(_shared_year(reading, with_weekday))
    beside = dict(_year_before(reading))
    for quantity in with_weekday:
        date = quantity.date or beside.get(quantity.start) or dated(quantity, reading.dateline)
        constraint = Constraint(rule, {"date": (quantity,)}, Licence.CLAUSE, closed=True)
        if date is None and quantity.start in shared:
            date = shared[quantity.start]
            constraint = Constraint(rule, {"date": (quantity,)}, Licence.STRUCTURE, family=f"year {date.year}")
        if date is None or date.year < _EARLIEST:
            yield Evaluated(constraint, Verdict.UNDETERMINED, 0.0)
            continue
        fits = date.weekday() == quantity.weekday
        yield Evaluated(constraint, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT, _BITS, date=date)


def _year_before(reading: Reading) -> Iterator[tuple[int, dt.date]]:
    """The dates without a year, by their starts, in that of the full date before: "May 2, 2024, … Saturday, May 4".

    That date stands in the same sentence or the one before, some weeks away at most, and has its right weekday.
    """
    told: tuple[int, dt.date] | None = None
    for sentence in reading.sentences:
        for quantity in (token.quantity for token in sentence.tokens):
            if quantity is None or quantity.kind is not Kind.DATE or quantity.month_day is None:
                continue
            if quantity.date is not None:
                right = quantity.weekday == quantity.date.weekday()
                told = (sentence.index, quantity.date) if right and quantity.date.year >= _EARLIEST else None
            elif told is not None and sentence.index - told[0] <= 1 and not _has_year(quantity):
                date = _date(told[1].year, *quantity.month_day)
                if date is not None and abs(date - told[1]).days <= _NEAR_DAYS and not tells_another_year(sentence):
                    yield quantity.start, date


def tells_another_year(sentence: SentenceReading) -> bool:
    """Whether a date of a sentence may be of another year than those beside it."""
    words = set(sentence.lows)
    return not words_of("spans.another_year").isdisjoint(words) or any(
        token.quantity is not None and token.quantity.kind is Kind.YEAR for token in sentence.tokens
    )


def _shared_year(reading: Reading, quantities: Sequence[Quantity]) -> Iterator[tuple[int, dt.date]]:
    """The dates without a year, by their starts, in the one year of the text that fits `_FITTING` of them or more.

    Left out are those months away from all that fit, which may be of the year before or after, and those that another
    year of the text would fit.
    """
    bare = [q for q in quantities if q.date is None and q.month_day is not None and not _has_year(q)]
    years = {q.date.year for q in reading.quantities if q.date is not None}
    years |= {int(q.value) for q in reading.quantities if q.kind is Kind.YEAR and q.value.denominator == 1}
    years = {year for year in years if _EARLIEST <= year <= dt.MAXYEAR}
    fits = {year: [q for q in bare if _fits(q, year)] for year in sorted(years)} if len(bare) >= _FITTING else {}
    best = max(fits, key=lambda year: len(fits[year]), default=0)
    if best and len(fits[best]) >= max(_FITTING, len(bare) // 2 + 1):
        fitting = {date for q in fits[best] if (date := _date(best, *q.month_day or (0, 0))) is not None}
        for quantity in bare:
            date = _date(best, *quantity.month_day or (0, 0))
            elsewhere = any(_fits(quantity, year) for year in fits if year != best)
            near = date is not None and any(abs(date - other).days <= _NEAR_DAYS for other in fitting)
            if date is not None and near and (_fits(quantity, best) or not elsewhere):
                yield quantity.start, date


def _fits(quantity: Quantity, year: int) -> bool:
    date = _date(year, *quantity.month_day) if quantity.month_day is not None else None
    return date is not None and date.weekday() == quantity.weekday


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
