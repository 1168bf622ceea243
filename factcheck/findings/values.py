"""Exact numbers as text: decimals where they end, else fractions."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity

__all__ = ["ends_text", "exact_text", "grouped", "value_text"]


def exact_text(value: Fraction) -> str:
    """`value` as a decimal ("78.94", "-0.5", "5700000000"), or as a fraction ("1/3") where no decimal ends."""
    places = _decimal_places(value.denominator)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    sign = "-" if value < 0 else ""
    digits = str(abs(value.numerator) * 10**places // value.denominator)
    if places == 0:
        return sign + digits
    digits = digits.zfill(places + 1)
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def grouped(text: str) -> str:
    """A decimal or fraction with commas between the thousands of its whole part."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}" if whole.isdigit() else text


def value_text(quantity: Quantity) -> str | None:
    """The value in the printed unit; of a date its ISO form, "--06-31" without a year, None where it is a month."""
    if quantity.kind is not Kind.DATE:
        return exact_text(quantity.value)
    if quantity.date is not None:
        return quantity.date.isoformat()
    return None if quantity.month_day is None else "--{:02}-{:02}".format(*quantity.month_day)


def ends_text(quantity: Quantity) -> tuple[str | None, str | None] | None:
    """Both ends of the first reading, of a range its printed ends, None for a date; None for an end without bound."""
    if quantity.kind is Kind.DATE:
        return None
    if quantity.bound is Bound.RANGE and quantity.second is not None:
        return exact_text(quantity.value), exact_text(quantity.second)
    return _end(quantity.interval, low=True), _end(quantity.interval, low=False)


def _end(interval: Interval, *, low: bool) -> str | None:
    end = interval.low if low else interval.high
    return None if end is None else exact_text(end)


def _decimal_places(denominator: int) -> int | None:
    """How many decimals it takes to print a fraction in lowest terms, None where they never end."""
    places = 0
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        places = max(places, count)
    return places if denominator == 1 else None
