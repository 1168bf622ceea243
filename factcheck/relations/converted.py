"""A number in the unit of another: "fell by 23 cm to 43.12 m", "went up by 60p, from £2.30"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.lexicon import unit_factor
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.units import comparable

__all__ = ["in_one_unit", "is_only_a_scale_apart"]

_SCALES = tuple(Fraction(10) ** power for power in range(-6, 7) if power)
_CENTS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "EUR"})  # divided into hundredths that print alike
_TEMPERATURES = frozenset({"degree_Celsius", "degree_Fahrenheit", "kelvin"})


def in_one_unit(operands: Mapping[str, Quantity], claim: str) -> dict[str, Quantity] | None:
    """The amounts, all in the unit of the one of role `claim`; None where they cannot be compared.

    A number put into another unit keeps its text, and has the factor as its scale: "2 km" in metres is 2 times 1,000.
    """
    wanted = operands[claim]
    found: dict[str, Quantity] = {}
    for role, quantity in operands.items():
        one = quantity if comparable(wanted, quantity) else _converted(quantity, wanted)
        if one is None:
            return None
        found[role] = one
    return found


def _converted(quantity: Quantity, wanted: Quantity) -> Quantity | None:
    """A quantity in the unit of another of its kind; None where there is no factor between them."""
    if quantity.kind is Kind.MONEY is wanted.kind:
        alike = quantity.scale == wanted.scale  # "315p" and "£186m" are a price and a value
        return quantity if alike and _is_hundredth(quantity.unit, wanted.unit) else None
    if quantity.kind is not wanted.kind or wanted.kind not in (Kind.MEASURE, Kind.DURATION):
        return None
    own, other = unit_factor(quantity.unit), unit_factor(wanted.unit)
    if own is None or other is None or own.dimension != other.dimension:
        return None
    if not _TEMPERATURES.isdisjoint((quantity.unit, wanted.unit)):
        return None
    factor = own.factor / other.factor
    return replace(
        quantity,
        unit=wanted.unit,
        value=quantity.value * factor,
        interval=quantity.interval.scaled(factor),
        readings=tuple(reading.scaled(factor) for reading in quantity.readings),
        scale=quantity.scale * factor,
        ulp=quantity.ulp * factor,
    )


def _is_hundredth(one: str, other: str) -> bool:
    """Whether one of two units of money is the hundredth of the other, as the equation knows: "GBP_penny" and "GBP"."""
    small, large = (one, other) if "_" in one else (other, one)
    currency, _, name = small.partition("_")
    return "_" not in large and (currency == large or (name == "cent" and {currency, large} <= _CENTS))


def is_only_a_scale_apart(operands: Mapping[str, Quantity], claim: str) -> bool:
    """Whether a change fits its levels but for a power of ten, and the unit of some number is in doubt.

    "By 23 cm, to 43.12 from 43.35" leaves the unit of the levels out; "m" are metres or millions.
    """
    units = {quantity.unit for quantity in operands.values()}
    if units != {"meter"} and ("" not in units or len(units) == 1):
        return False
    before, after, amount = (operands[role].value for role in ("before", "after", claim))
    return any(abs(after - before) * scale == abs(amount) for scale in _SCALES)
