"""Two weekdays with their dates, neither with a year: "Monday 3 June" and "Wednesday 6 June" are in no year both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.dates.bind_calendar import tells_another_year
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["bind_weekdays"]

_NEAR_DAYS = 31
_YEARS = range(2001, 2012)  # every weekday falls on every day of a month in one of them
_LEAP_DAY = (2, 29)
_BITS = 2.8
_REACH = 1  # sentences


def bind_weekdays(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each date against the one before it, where neither has a year and the text has no date of its own."""
    if reading.dateline is not None:
        return
    before: tuple[SentenceReading, Quantity] | None = None
    for sentence in reading.sentences:
        for quantity in (token.quantity for token in sentence.tokens):
            if quantity is None or quantity.kind is not Kind.DATE:
                continue
            if quantity.date is not None or quantity.weekday is None or quantity.month_day is None:
                before = None
                continue
            if before is not None and _together(before[0], sentence):
                yield from _judged(rule, before[1], quantity)
            before = sentence, quantity


def _together(one: SentenceReading, other: SentenceReading) -> bool:
    """Whether the dates of two sentences are of one year, or of two that follow each other."""
    near = one.section == other.section and other.index - one.index <= _REACH
    return near and not tells_another_year(one) and not tells_another_year(other)


def _judged(rule: Rule, one: Quantity, other: Quantity) -> Iterator[Evaluated]:
    """The second date in a year in which the first has its weekday; none where a leap day may lie between."""
    first = next((date for year in _YEARS if (date := _in(year, one)) and date.weekday() == one.weekday), None)
    date = _in(first.year, other) if first is not None else None
    if first is None or date is None or first == date or abs(date - first).days > _NEAR_DAYS:
        return
    if min(first, date).month <= _LEAP_DAY[0] < max(first, date).month:
        return
    constraint = Constraint(rule, {"date": (other,), "other": (one,)}, Licence.CLAUSE, closed=True)
    fits = date.weekday() == other.weekday
    yield Evaluated(constraint, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT, _BITS, date=date)


def _in(year: int, quantity: Quantity) -> dt.date | None:
    try:
        return dt.date(year, *quantity.month_day) if quantity.month_day is not None else None
    except ValueError:
        return None
