"""Years: spans, decades, years of two digits, years with the mark of a note."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.nouns import is_plural

__all__ = ["APOSTROPHES", "YEAR", "Calendar", "is_quarter", "noted_year", "of_century", "read_years", "short_year"]


class Calendar(NamedTuple):
    """A date, year or time: `start` to `end` of the text is its core, `outer_start` where it begins with its weekday.

    `value` is the year, without one the day of the month, of a time the hour; `second` is the last year of a span.
    """

    kind: str  # date | year | time
    start: int
    end: int
    value: int
    date: dt.date | None = None
    month_day: tuple[int, int] | None = None
    weekday: int | None = None
    weekday_span: tuple[int, int] | None = None
    second: int | None = None
    outer_start: int = 0


YEAR = r"(?:1[0-9]|20|21)\d\d"
_YEARS = re.compile(rf"({YEAR})(?:([-–/]|--)({YEAR}|\d\d?)(?![\d%]|[.,/-]\d|/[A-Z])|(['’]?s)(?![^\W_]))")
EARLIEST_DECADE = 1100
TURN = 70  # '69 is 2069, '70 is 1970
_QUARTERS = frozenset(("q", "h"))
_NOTED_BEFORE = frozenset(("in", "since", "during", "until"))
APOSTROPHES = ("'", "’")
_ROW = frozenset((",", "and", "to", "or", "versus", "vs"))
_CLAUSE_MARKS = frozenset((",", ".", ";", ":", ")", "?", "!", "%"))


def read_years(tape: Tape, i: int) -> Calendar | None:
    """Spans of years and decades: "2011-12", "2013/14", "1998–2004", "the 1990s"."""
    start = tape.starts[i]
    found = _YEARS.match(tape.text, start)
    if found is None:
        return None
    first = int(found[1])
    if found[4]:
        if first < EARLIEST_DECADE:  # "1000s of years"
            return None
        return Calendar("year", start, found.end(), first, outer_start=start)
    second = int(found[3])
    if len(found[3]) == 1:  # "2005-6"
        if second != (first + 1) % 10:
            return None
        second = first + 1
    elif second < 100:
        second += first - first % 100
        second += 100 if second < first else 0
    if not first < second <= first + 200 or _is_a_code(tape, i):
        return None
    return Calendar("year", start, found.end(), first, second=second, outer_start=start)


def _is_a_code(tape: Tape, i: int) -> bool:
    """ "ASU 2018-20", "ISO 2016-17": capitals before two numbers number a document."""
    before = tape.word(i - 1)
    return len(before) > 1 and before.isupper() and before.isalpha() and before not in ("FY", "IN", "FOR", "THE")


def short_year(tape: Tape, i: int) -> Calendar | None:
    """The year of "fiscal '21", "Q3 '24", "of '98", where no noun makes a quoted count of it."""
    word, before, behind = tape.words[i], tape.low(i - 2), tape.word(i + 1)
    if len(word) != 2 or not word.isdigit() or not tape.glued(i) or tape.glued(i - 1):
        return None
    counted = behind.islower() and is_plural(behind) and before != "fiscal"
    if not is_quarter(tape, i - 2) and not _is_in_row(tape, i) and (before not in LEXICON.year_before or counted):
        return None
    if tape.glued(i + 1) and behind not in _CLAUSE_MARKS:
        return None
    return Calendar("year", tape.starts[i - 1], tape.ends[i], of_century(int(word)), outer_start=tape.starts[i - 1])


def _is_in_row(tape: Tape, i: int) -> bool:
    """Whether another short year stands beside: "'19, '20 and '21"."""
    behind = i + 1
    while behind < i + 3 and tape.low(behind) in _ROW:
        behind += 1
    ahead = tape.word(behind) in APOSTROPHES and tape.glued(behind + 1) and len(tape.word(behind + 1)) == 2
    k = i - 2
    while k > i - 4 and tape.low(k) in _ROW:
        k -= 1
    back = k < i - 2 and len(tape.word(k)) == 2 and tape.word(k).isdigit() and tape.word(k - 1) in APOSTROPHES
    return back or (behind > i + 1 and ahead and tape.word(behind + 1).isdigit())


def is_quarter(tape: Tape, k: int) -> bool:
    """Whether piece `k` ends the name of a quarter or half year: "Q4", "H1", "1Q"."""
    pair = (tape.low(k - 1), tape.low(k))
    letter, digit = pair if pair[0].isalpha() else (pair[1], pair[0])
    return letter in _QUARTERS and len(digit) == 1 and digit in "1234" and tape.glued(k)


def noted_year(tape: Tape, i: int) -> Calendar | None:
    """The year of "in 20102,": the mark of a note is glued to it."""
    start, noun = tape.starts[i], tape.word(i + 1)
    if tape.low(i - 1) not in _NOTED_BEFORE or not re.fullmatch(r"(?:19[5-9]|20[0-3])\d[1-9]", tape.words[i]):
        return None
    if tape.near(i + 1) and (noun.isalpha() or noun in LEXICON.signs or noun == "%"):
        return None
    return Calendar("year", start, start + 4, int(tape.words[i][:4]), outer_start=start)


def of_century(year: int) -> int:
    """The year that two digits stand for."""
    return year + (2000 if year < TURN else 1900)
