"""Words and repairs for weekdays, dates and announced lists."""

from __future__ import annotations

import datetime as dt
import re
from calendar import isleap
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain

from factcheck.findings.model import Edit, Suggestion
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.dates.bind_calendar import WEEKDAYS
from factcheck.relations.model import Evaluated
from factcheck.relations.repairs.notation import ENDINGS, ordinal, restyle

__all__ = ["calendar_steps", "calendar_suggestions", "calendar_words"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_DAY = 29
_NEAR_YEARS = 6  # a weekday comes back to a date within so many years
_MOST_ITEMS = 6
_WEEK = 7
_SHORT = 4  # letters of a weekday cut short, with its full stop


def calendar_words(one: Evaluated, text: str) -> Mapping[str, str]:
    """What the message of a rule without equation may name."""
    constraint = one.constraint
    quantity = next((q for _, q in constraint.quantities()), None)
    if quantity is None:
        return {}
    words: dict[str, str] = {}
    if quantity.kind is Kind.DATE:
        words["date"] = _without_weekday(quantity, text)
        if quantity.weekday is not None:
            words["weekday"] = WEEKDAYS[quantity.weekday]
        if one.date is not None:
            words["computed.weekday"] = WEEKDAYS[one.date.weekday()]
    for other in constraint.operands.get("other", ()):
        words["other"], words["computed.other"] = _without_weekday(other, text), WEEKDAYS[other.weekday or 0]
    if constraint.items:
        words["items"] = words["computed.count"] = _count_text(one)
    return words


def calendar_steps(one: Evaluated, text: str) -> tuple[str, ...]:
    """Which day it was, how long the month is, or the list counted."""
    constraint = one.constraint
    if constraint.items:
        counted = f"counted: {_listed([' '.join(text[a:b].split()) for a, b in constraint.items])}"
        (count,) = constraint.operands["count"]
        gap = count.value - len(constraint.items)
        return counted, f"or {_missing(gap)} the list" if gap > 0 else f"or the list has {-gap} too many"
    quantity = next((q for _, q in constraint.quantities()), None)
    if quantity is None or quantity.kind is not Kind.DATE or "other" in constraint.operands:
        return ()
    if one.date is None:
        return _month_steps(quantity)
    return tuple(_day_steps(one.date, quantity))


def _missing(gap: Fraction) -> str:
    return "one is missing from" if gap == 1 else f"{gap} are missing from"


def _day_steps(date: dt.date, quantity: Quantity) -> Iterator[str]:
    """The year that was taken where none is printed, and the nearest one in which the date has the printed weekday."""
    day = f"{date.day} {MONTHS[date.month - 1]}"
    if quantity.date is None:
        yield f"in {date.year}, the year of the text, {day} falls on a {WEEKDAYS[date.weekday()]}"
    years = [date.year + step for away in range(1, _NEAR_YEARS + 1) for step in (-away, away)]
    fitting = (year for year in years if _weekday(year, date) == quantity.weekday)
    year = next(fitting, None)
    if year is not None and quantity.weekday is not None:
        yield f"in {year}, {day} falls on a {WEEKDAYS[quantity.weekday]}"


def _weekday(year: int, date: dt.date) -> int | None:
    try:
        return date.replace(year=year).weekday()
    except ValueError:  # 29 February
        return None


def _month_steps(quantity: Quantity) -> tuple[str, ...]:
    if quantity.month_day is None or not 1 <= quantity.month_day[0] <= len(MONTHS):
        return ()
    month, day = quantity.month_day
    name = MONTHS[month - 1]
    if month == 2:
        return (f"{name} has 28 days" + (", 29 in a leap year" if day == _LEAP_DAY else " or 29"),)
    return (f"{name} has {_DAYS[month - 1]} days",)


def _count_text(one: Evaluated) -> str:
    """How many items the list has, in the notation of the count: a word for a word."""
    (count,) = one.constraint.operands["count"]
    return restyle(count, Fraction(len(one.constraint.items)))


def _listed(items: list[str]) -> str:
    shown = items if len(items) <= _MOST_ITEMS else [*items[:2], "…", items[-1]]
    return f"{' · '.join(shown)} ({len(items)})"


def _without_weekday(quantity: Quantity, text: str) -> str:
    span = quantity.weekday_span
    start = quantity.start
    if span is not None and span[0] <= start < span[1]:
        start = span[1]
    return " ".join(text[start : quantity.end].strip(" ,()\n").split())


def calendar_suggestions(one: Evaluated, text: str) -> tuple[Suggestion, ...]:
    """The other weekday, the other day and the other year; the count that the list has; the last day of the month."""
    constraint = one.constraint
    if constraint.items:
        (count,) = constraint.operands["count"]
        other = _count_text(one)
        return (Suggestion(f"{other} instead of {count.text}", (Edit(count.start, count.end, other),)),)
    quantity = next((q for _, q in constraint.quantities()), None)
    if quantity is not None and "meant" in constraint.derived:
        return (_year_meant(quantity, constraint.derived["meant"]),)
    if quantity is None or quantity.kind is not Kind.DATE:
        return ()
    if one.date is None:
        return tuple(_possible_days(quantity, text))
    if quantity.weekday is None or quantity.weekday_span is None:
        return ()
    start, end = quantity.weekday_span
    right = WEEKDAYS[one.date.weekday()]
    if end - start <= _SHORT:
        right = right[: end - start] if text[end - 1 : end] != "." else right[: end - start - 1] + "."
    weekday = Suggestion(f"{right} instead of {text[start:end]}", (Edit(start, end, right),))
    return weekday, *_other_day(one.date, quantity, text), *_other_year(one.date, quantity, text)


def _year_meant(quantity: Quantity, meant: Interval) -> Suggestion:
    """The year that one slip turns into the printed one."""
    year = str(meant.low)
    clue = "two digits swapped" if sorted(year) == sorted(quantity.text) else "one digit differs"
    return Suggestion(f"{year} instead of {quantity.text} ({clue})", (Edit(quantity.start, quantity.end, year),))


def _possible_days(quantity: Quantity, text: str) -> Iterator[Suggestion]:
    """The last day that the month has, the digits of the day swapped where it has that day, a leap year beside."""
    if quantity.month_day is None or not 1 <= quantity.month_day[0] <= len(MONTHS):
        return
    month, day = quantity.month_day
    last = _DAYS[month - 1] - (day == _LEAP_DAY)
    swapped = day % 10 * 10 + day // 10
    for other in (last, swapped):
        if 0 < other <= last and other != day:
            yield from _changed(quantity, text, str(day), str(other))
    year = next((run for run in re.findall(r"\d+", quantity.text) if len(run) == 4), None)
    if day == _LEAP_DAY and year is not None:
        leaps = (other for other in (int(year) - 1, int(year) + 1) if isleap(other))
        yield from chain.from_iterable(_changed(quantity, text, year, str(other)) for other in leaps)


def _other_day(date: dt.date, quantity: Quantity, text: str) -> Iterator[Suggestion]:
    """The nearest day of the same month that has the printed weekday."""
    if quantity.weekday is not None:
        after = (quantity.weekday - date.weekday()) % _WEEK
        shifts = sorted((after, after - _WEEK), key=abs)
        others = (date + dt.timedelta(days=shift) for shift in shifts)
        other = next((other for other in others if other.month == date.month), date)
        yield from _changed(quantity, text, str(date.day), str(other.day))


def _other_year(date: dt.date, quantity: Quantity, text: str) -> Iterator[Suggestion]:
    """The year before or after, where the date has the printed weekday in it: last year's date copied."""
    for year in (date.year - 1, date.year + 1):
        if quantity.date is not None and _weekday(year, date) == quantity.weekday:
            yield from _changed(quantity, text, str(date.year), str(year))


def _changed(quantity: Quantity, text: str, number: str, other: str) -> Iterator[Suggestion]:
    """The date with one of its numbers changed, where that is printed so."""
    at = _digits_at(text[quantity.start : quantity.end], number)
    if at is None:
        return
    start = quantity.start + at
    end = start + len(number)
    if text[end : end + 2].lower() in ENDINGS:
        end, other = end + 2, ordinal(other)
    printed = _without_weekday(quantity, text)
    said = printed.replace(text[start:end], other, 1)
    yield Suggestion(f"{said} instead of {printed}", (Edit(start, end, other),))


def _digits_at(printed: str, day: str) -> int | None:
    """Where the day stands as a number of its own."""
    at = printed.find(day)
    while at >= 0:
        around = printed[at - 1 : at] + printed[at + len(day) : at + len(day) + 1]
        if not any(c.isdigit() for c in around):
            return at
        at = printed.find(day, at + 1)
    return None
