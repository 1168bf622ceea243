"""What the reader of numbers gives: tokens of a sentence, among them quantities."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.quantities.interval import Interval

__all__ = ["AMOUNTS", "LABELS", "Bound", "Kind", "Quantity", "Token", "TokenKind"]


class Kind(StrEnum):
    """What a number is a number of."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    MEASURE = "measure"
    DATE = "date"
    YEAR = "year"
    TIME = "time"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    SCORE = "score"
    NAME = "name"


AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION})  # say how much
LABELS = frozenset({Kind.DATE, Kind.YEAR, Kind.TIME, Kind.ORDINAL, Kind.NAME})  # say when, or which


class Bound(StrEnum):
    """How the words beside a number loosen or bound it."""

    EQUAL = "="
    ABOUT = "~"
    LESS = "<"
    MORE = ">"
    AT_MOST = "<="
    AT_LEAST = ">="
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as printed, with every value it may stand for.

    `start` and `end` are code points in the source, end exclusive, round the numeral with its scale word ("98" of
    "98 percent", "5.7 billion" of "$5.7 billion"); `outer_start` and `outer_end` take in sign, currency
    and unit ("$5.7 billion", "98 percent"). `value` is in the printed unit with the scale word applied (98 for "98
    percent"). `interval` is the first reading (half a unit of the last place, or exact, or what the hedge says);
    `readings` are the others (truncation, a round count): what only they rescue is no error.
    """

    kind: Kind
    start: int
    end: int
    outer_start: int
    outer_end: int
    text: str
    value: Fraction
    interval: Interval
    readings: tuple[Interval, ...] = ()
    bound: Bound = Bound.EQUAL
    unit: str = ""  # a pint name, "percent", "point", an ISO currency code, or the counted noun in the singular
    hedge: str = ""  # the hedge as written, lower case
    numeral: str = ""  # digits as written without scale word ("5.7"), or the number words
    scale: Fraction = Fraction(1)  # of the scale word or suffix: 10**9 for "5.7 billion"
    ulp: Fraction = Fraction(1)  # one unit of the last printed place, scale applied
    in_words: bool = False
    second: Fraction | None = None  # the upper end of a printed range (value is the lower), or the N of "one in N"
    date: dt.date | None = None  # full dates; for a date without a year see `month_day`
    month_day: tuple[int, int] | None = None
    weekday: int | None = None  # Monday is 0: the weekday printed with this date
    weekday_span: tuple[int, int] | None = None
    signed: bool = False  # a sign or accounting bracket was printed

    @property
    def exact(self) -> bool:
        """Whether its first reading is one value."""
        return self.interval.low is not None and self.interval.low == self.interval.high

    @property
    def wide(self) -> Interval:
        """The hull of all readings."""
        hull = self.interval
        for reading in self.readings:
            hull = hull.hull(reading)
        return hull


class TokenKind(StrEnum):
    WORD = "word"
    PUNCT = "punct"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark or a quantity, with its place in the source (code points, end exclusive).

    Quantity tokens swallow hedge, sign, currency, scale word and unit, not the counted noun.
    """

    kind: TokenKind
    start: int
    end: int
    text: str  # as printed
    low: str  # in lower case: nearly every rule asks for it
    quantity: Quantity | None = None
