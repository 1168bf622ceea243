"""Dates, years, clock times: what the calendar's numbers look like in print."""

from __future__ import annotations

import datetime as dt
import re

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.years import APOSTROPHES, YEAR, Calendar, noted_year, of_century, read_years, short_year

__all__ = ["CALENDAR_WORDS", "Calendar", "calendar_at", "read_calendar"]


_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_EDGE = r"(?![^\W_]|[.,:/]\d|%)"


def _names(names: dict[str, int]) -> str:
    forms = sorted({form for name in names for form in (name, name.upper())}, key=len, reverse=True)
    return "|".join(forms)


_MONTH = _names(LEXICON.months)
_WEEKDAY = _names(LEXICON.weekdays)
_TO = r"\s?[-–]\s?|\sto\s"
_DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\b\.?(?:,?\s+\(?|,|\s?\()(?:the\s+)?)?"
    rf"(?:(?P<d1>{_DAY})(?:(?P<to1>{_TO}){_DAY})?(?:\s+of)?[\s-]+(?P<m1>{_MONTH})\b(?:\.?,?[\s-]+(?P<y1>{YEAR}){_EDGE})?"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?:the\s+)?(?P<d2>{_DAY}){_EDGE}(?:(?P<to2>{_TO}){_DAY}{_EDGE})?"
    rf"(?:,?\s+(?P<y2>{YEAR}|['’]\d\d){_EDGE})?"
    rf"|(?P<m3>{_MONTH})\b\.?,?(?:\s+of)?\s+(?P<y3>{YEAR}){_EDGE})"
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)")
_LATE = re.compile(r"\s?(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|noon|midnight|o['’]clock)(?![^\W_])")
_CLOCK = re.compile(
    rf"\d{{1,2}}(?:[:.]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?)?{_LATE.pattern}|\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?![\d:])"
    r"|(?:[01]\d|2[0-4])[0-5]\d(?=(?:\s(?:hours|hrs))?\s?(?:GMT|BST|CET|CEST|UTC|EST|EDT|PST|PDT|IST|local time)\b)"
)

CALENDAR_WORDS = frozenset(
    form for names in (LEXICON.months, LEXICON.weekdays) for name in names for form in (name, name.upper())
)
_MONTH_NUMBERS = {name.upper(): number for name, number in LEXICON.months.items()}
_DAY_NUMBERS = {name.upper(): number for name, number in LEXICON.weekdays.items()}
_BEFORE_MONTH = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZosnrt-–"
)  # of "10 June", "10th June", "10 of June", "10 to 12 June"
_BEFORE_HOUR = frozenset("apAPonmOM")  # of "7 p.m.", "5 o'clock", "12 noon"
_ZONES = frozenset("GBCUEPIlh")  # of "1830 GMT", "0900 local time", "1200 hrs GMT"
_LINKS = frozenset("/.-")


def calendar_at(tape: Tape, i: int) -> Calendar | None:
    """The date, clock time or span of years that begins with the figures of piece `i`, if they are one."""
    word, follower = tape.words[i], tape.word(i + 1)
    if tape.word(i - 1) in APOSTROPHES:
        return short_year(tape, i)
    if not follower:
        return None
    glued, mark = tape.glued(i + 1), follower[0]
    if not word.isdigit():
        return _read_time(tape, i) if mark in "apAP" and "." in word and len(word) <= 5 else None
    if len(word) <= 2:
        return _of_a_day(tape, i, mark, glued)
    if len(word) != 4:
        return noted_year(tape, i) if len(word) == 5 else None
    if mark in _ZONES and not glued:
        return _read_time(tape, i)
    if not glued:
        return None
    return (_read_numeric(tape, i) if mark == "-" else None) or read_years(tape, i)


def _of_a_day(tape: Tape, i: int, mark: str, glued: bool) -> Calendar | None:
    if (mark == ":" and glued) or mark in _BEFORE_HOUR:
        time = _read_time(tape, i)
        if time is not None:
            return time
    if mark in _LINKS and glued and tape.word(i + 3)[:1] == mark:
        return _read_numeric(tape, i) or read_calendar(tape, i)
    return read_calendar(tape, i) if mark in _BEFORE_MONTH else None


def read_calendar(tape: Tape, i: int) -> Calendar | None:
    """The date that begins at piece `i`, with a weekday right before it if one is printed.

    A run of days ("10-20 February 2013") has no `date`, and the `month_day` of its first day.
    """
    found = _DATE.match(tape.text, tape.starts[i])
    if found is None:
        return None
    groups = found.groupdict()
    year = groups["y1"] or groups["y2"] or groups["y3"]
    day = groups["d1"] or groups["d2"]
    month = _MONTH_NUMBERS[(groups["m1"] or groups["m2"] or groups["m3"]).upper()]
    core = min(start for key in ("d1", "m2", "m3") if (start := found.start(key)) >= 0)
    month_day = (month, _day_number(day)) if day else None
    single = not (groups["to1"] or groups["to2"])
    weekday = groups["weekday"]
    return Calendar(
        "date",
        core,
        found.end(),
        _year_number(year) if year else _day_number(day),
        _date(_year_number(year), *month_day) if year and month_day and single else None,
        month_day,
        _DAY_NUMBERS[weekday.upper()] if weekday else None,
        found.span("weekday") if weekday else None,
        None,
        found.start(),
    )


def _year_number(year: str) -> int:
    return int(year) if year.isdigit() else of_century(int(year[1:]))


def _day_number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _read_numeric(tape: Tape, i: int) -> Calendar | None:
    """ "2024-06-10", or "13/04/2024" where one order of day and month alone is a date; where both are there is none."""
    text, start = tape.text, tape.starts[i]
    iso = _ISO.match(text, start)
    if iso:
        year, month, day = (int(iso[k]) for k in (1, 2, 3))
        return Calendar("date", start, iso.end(), year, _date(year, month, day), (month, day), outer_start=start)
    found = _NUMERIC.match(text, start)
    if found is None:
        return None
    a, b, year = int(found[1]), int(found[3]), int(found[4])
    if max(a, b) > 31 or min(a, b) > 12 or not a or not b or (found[2] == "." and len(found[4]) == 2):
        return None
    year = year if year > 99 else of_century(year)
    if a <= 12 and b <= 12 and a != b:
        return Calendar("date", start, found.end(), year, outer_start=start)
    month, day = (b, a) if a > 12 else (a, b)
    return Calendar("date", start, found.end(), year, _date(year, month, day), (month, day), outer_start=start)


def _read_time(tape: Tape, i: int) -> Calendar | None:
    """A clock time or a time of a race: "7:50 p.m.", "1830 GMT", "2:01:39"; its value is the first number."""
    start = tape.starts[i]
    found = _CLOCK.match(tape.text, start)
    if found is None:
        return None
    digits = tape.words[i].partition(".")[0]
    return Calendar("time", start, found.end(), int(digits), outer_start=start)
