"""Quantities for tests, made without the reader."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity


def quantity(
    text: str,
    value: str | int | None = None,
    *,
    kind: Kind = Kind.COUNT,
    unit: str = "",
    scale: int = 1,
    places: int | None = None,
    exact: bool = False,
    interval: Interval | None = None,
    readings: tuple[Interval, ...] = (),
    **fields: object,
) -> Quantity:
    """A quantity printed as `text`: of half a unit of its last place unless `exact` or given an `interval`."""
    plain = text.replace(",", "") if value is None else str(value)
    number = Fraction(plain) * (1 if value is not None else scale)
    decimals = len(plain.partition(".")[2]) if places is None else places
    ulp = Fraction(scale, 10**decimals)
    if interval is None:
        interval = Interval.exactly(number) if exact else Interval.around(number, ulp / 2)
    end = len(text)
    return Quantity(
        kind, 0, end, 0, end, text, number, interval, readings, unit=unit, scale=Fraction(scale), ulp=ulp, **fields
    )  # type: ignore[arg-type]


def percent(text: str, **fields: object) -> Quantity:
    return quantity(text, kind=Kind.PERCENT, unit="percent", **fields)  # type: ignore[arg-type]


def count(text: str, **fields: object) -> Quantity:
    return quantity(text, exact=True, **fields)  # type: ignore[arg-type]
