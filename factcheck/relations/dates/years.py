"""Years of a sentence: those that bound a stretch of time, and the two ends of a printed range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of

__all__ = ["Stretch", "as_years", "plain_year", "stretches", "year_at"]

_YEARS = frozenset({Kind.YEAR, Kind.DATE})


class Stretch(NamedTuple):
    """Two years in the order of the text, with the tokens `first` to `last` (inclusive) that tell them.

    `to_the_year` says that both are printed without a month or day.
    """

    start: Quantity
    end: Quantity
    first: int
    last: int
    to_the_year: bool


def year_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The quantity of a token that is one year, or a date with its year; None for anything else."""
    quantity = tokens[at].quantity if 0 <= at < len(tokens) else None
    if quantity is None or quantity.kind not in _YEARS or quantity.bound is not Bound.EQUAL:
        return None
    return quantity if quantity.value.denominator == 1 and 1000 <= quantity.value <= 2999 else None


def stretches(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Each "from 2008 to 2013", "between 2008 and 2013", "(2008 to 2013)", "period 2008 to 2013" and "2008–2013"."""
    for at, token in enumerate(tokens):
        if token.quantity is not None and token.quantity.kind is Kind.YEAR and token.quantity.bound is Bound.RANGE:
            ends = _ends(token.quantity)
            if ends is not None:
                yield Stretch(*ends, at, at, True)
        elif token.low in words_of("dates.from"):
            start, end = year_at(tokens, at + 1), year_at(tokens, at + 3)
            if start is not None and end is not None and _joins(tokens, at):
                yield Stretch(start, end, at, at + 3, start.kind is Kind.YEAR is end.kind)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word between the years behind `at` makes a stretch of them, and no list."""
    mark = tokens[at + 2].low
    return mark in words_of("dates.to") and (mark != "and" or tokens[at].low not in words_of("dates.listing"))


def _ends(both: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two years of "2008–2013" or "1914-18" as numbers of their own."""
    head, tail = both.text[:4], both.text.rstrip()[4:].lstrip(" -–—/")
    if both.second is None or not (head.isdigit() and tail.isdigit()) or "/" in both.text:
        return None
    if len(tail) < 4 and both.value // 100 != both.second // 100:
        return None  # "2013-08" is a month
    at = both.end - len(tail)
    first = replace(
        both, start=both.start, end=both.start + 4, outer_end=both.start + 4, text=head, numeral=head,
        interval=Interval(both.value, both.value), bound=Bound.EQUAL, second=None,
    )  # fmt: skip
    last = replace(
        both, start=at, outer_start=at, text=tail, numeral=tail, value=both.second,
        interval=Interval(both.second, both.second), bound=Bound.EQUAL, second=None,
    )  # fmt: skip
    return first, last


def as_years(duration: Quantity, below: int, above: int) -> Quantity:
    """The duration as a difference of years: from `below` less to `above` more than its printed value."""
    return replace(duration, interval=Interval(duration.value - below, duration.value + above), readings=())


def plain_year(quantity: Quantity) -> Quantity:
    """The year alone of "June 1935", in which a digit may be wrong."""
    digits = quantity.text[-4:]
    if quantity.kind is not Kind.DATE or not digits.isdecimal() or int(digits) != quantity.value:
        return quantity
    start = quantity.start + len(quantity.text) - len(digits)
    return replace(quantity, kind=Kind.YEAR, start=start, outer_start=start, text=digits, numeral=digits, date=None)
