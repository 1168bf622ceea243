"""Dates, years, clock times: what the calendar's numbers look like in print."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.pieces import Tape

__all__ = ["CALENDAR_WORDS", "Calendar", "read_calendar", "read_time", "read_year"]


class Calendar(NamedTuple):
    """A date, year or time: `start` to `end` of the text is its core, `outer` where it begins with its weekday."""

    kind: str  # date | year | time
    start: int
    end: int
    value: int  # the year, or the day of the month where there is no year
    date: dt.date | None = None
    month_day: tuple[int, int] | None = None
    weekday: int | None = None
    weekday_span: tuple[int, int] | None = None
    second: int | None = None
    outer_start: int = -1
    outer_end: int = -1


_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_EDGE = r"(?![^\W_]|[.,:/]\d|%)"


def _names(names: dict[str, int]) -> str:
    forms = sorted({form for name in names for form in (name, name.upper())}, key=len, reverse=True)
    return "|".join(forms)


_MONTH = _names(LEXICON.months)
_WEEKDAY = _names(LEXICON.weekdays)
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_LAST_DAY = rf"(?:\s?[-–]\s?|\sto\s){_DAY}(?![^\W_]|[.,:/-]\d|%)"

_DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\b\.?(?:,?\s+\(?|,|\s?\()(?:the\s+)?)?"
    rf"(?:(?P<d1>{_DAY})(?:(?:\s?[-–]\s?|\sto\s){_DAY})?(?:\s+of)?[\s-]+(?P<m1>{_MONTH})\b"
    rf"(?:\.?,?[\s-]+(?P<y1>{_YEAR}){_EDGE})?"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?:the\s+)?(?P<d2>{_DAY}){_EDGE}(?:{_LAST_DAY})?(?:,?\s+(?P<y2>{_YEAR}){_EDGE})?"
    rf"|(?P<m3>{_MONTH})\b\.?,?(?:\s+of)?\s+(?P<y3>{_YEAR}){_EDGE})"
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)")
_YEARS = re.compile(rf"({_YEAR})(?:([-–/]|--)({_YEAR}|\d\d)(?![\d%]|[.,/-]\d)|(['’]?s)(?![^\W_]))")
_LATE = re.compile(r"\s?(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|noon|midnight|o['’]clock)(?![^\W_])")
_CLOCK = re.compile(
    rf"\d{{1,2}}(?:[:.]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?)?{_LATE.pattern}|\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?![\d:])"
    r"|(?:[01]\d|2[0-4])[0-5]\d(?=(?:\s(?:hours|hrs))?\s?(?:GMT|BST|CET|CEST|UTC|EST|EDT|PST|PDT|IST|local time)\b)"
)

CALENDAR_WORDS = frozenset(form for names in (LEXICON.months, LEXICON.weekdays) for name in names for form in (name, name.upper()))
_SHORT_MONTHS = {name.upper(): number for name, number in LEXICON.months.items()}
_SHORT_DAYS = {name.upper(): number for name, number in LEXICON.weekdays.items()}


def read_calendar(tape: Tape, i: int) -> Calendar | None:
    """The date that begins at piece `i`, with a weekday right before it if one is printed."""
    found = _DATE.match(tape.text, tape.starts[i])
    if found is None:
        return None
    core = min(start for key in ("d1", "m2", "m3") if (start := found.start(key)) >= 0)
    year = found["y1"] or found["y2"] or found["y3"]
    day = found["d1"] or found["d2"]
    month = _SHORT_MONTHS[(found["m1"] or found["m2"] or found["m3"]).upper()]
    weekday = found["weekday"]
    named: dict[str, object] = {}
    calendar = Calendar("date", core, found.end(), int(year or _number(day)), outer_start=found.start(), outer_end=found.end())
    if weekday:
        number = _SHORT_DAYS[weekday.upper()]
        calendar = calendar._replace(weekday=number, weekday_span=found.span("weekday"))
    del named
    if not day:
        return calendar
    month_day = (month, _number(day))
    calendar = calendar._replace(month_day=month_day)
    return calendar._replace(date=_date(int(year), *month_day)) if year else calendar


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def read_numeric(tape: Tape, i: int) -> Calendar | None:
    """ "2024-06-10", or "13/04/2024" where only one order of day and month is a date; both orders valid give no date."""
    text, start = tape.text, tape.starts[i]
    iso = _ISO.match(text, start)
    if iso:
        year, month, day = (int(iso[k]) for k in (1, 2, 3))
        return Calendar("date", start, iso.end(), year, _date(year, month, day), (month, day))
    found = _NUMERIC.match(text, start)
    if found is None:
        return None
    a, b, year = int(found[1]), int(found[3]), int(found[4])
    if max(a, b) > 31 or min(a, b) > 12 or not a or not b or (found[2] == "." and len(found[4]) == 2):
        return None
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if a > 12 or b > 12 or a == b:
        month, day = (b, a) if a > 12 else (a, b)
        return Calendar("date", start, found.end(), year, _date(year, month, day), (month, day))
    return Calendar("date", start, found.end(), year)


def read_time(tape: Tape, i: int) -> Calendar | None:
    """A clock time or a time of a race: "7:50 p.m.", "19.30", "2:01:39"."""
    start = tape.starts[i]
    found = _CLOCK.match(tape.text, start)
    if found is None:
        return None
    hour = int(re.match(r"\d+", found.group()).group())  # type: ignore[union-attr]
    return Calendar("time", start, found.end(), hour)


def read_year(tape: Tape, i: int) -> Calendar | None:
    """Spans of years and decades: "2011-12", "2013/14", "1998–2004", "the 1990s"."""
    start = tape.starts[i]
    found = _YEARS.match(tape.text, start)
    if found is None:
        return None
    first = int(found[1])
    if found[4]:
        return Calendar("year", start, found.end(), first)
    second = int(found[3])
    if second < 100:
        second += first - first % 100
        if second < first:
            second += 100
    if second <= first or second - first > 200:
        return None
    return Calendar("year", start, found.end(), first, second=second)
