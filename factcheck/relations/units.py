"""Which quantities may stand in one relation."""

from __future__ import annotations

from factcheck.quantities.model import AMOUNTS, Bound, Kind, Quantity

__all__ = ["comparable", "figures_of", "is_amount", "is_plain", "is_settled", "of_one_kind"]


def is_amount(quantity: Quantity) -> bool:
    """Whether it counts or measures something, and is neither a share nor a ratio."""
    return quantity.kind in AMOUNTS


def is_plain(quantity: Quantity) -> bool:
    """Whether it is one value and no range."""
    return quantity.bound is not Bound.RANGE


def is_settled(quantity: Quantity) -> bool:
    """Whether it is one value without a bound and without a sign of its own."""
    return quantity.bound is Bound.EQUAL and not quantity.signed


def figures_of(quantity: Quantity) -> str:
    """The printed digits without points and commas; empty where the number is in words."""
    return "".join(filter(str.isdigit, quantity.numeral))


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts may be added or compared: one kind and unit, or one of them bare ("from 718 to $662m")."""
    if one.kind is other.kind:
        if one.kind is Kind.COUNT:
            return one.unit == other.unit or not one.unit or not other.unit
        return one.unit == other.unit
    kinds = {one.kind, other.kind}
    if Kind.COUNT in kinds and kinds <= AMOUNTS:
        bare = one if one.kind is Kind.COUNT else other
        return not bare.unit
    return False


def of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts may be added or compared, a bare number not standing for money or a measure."""
    return one.kind is other.kind and comparable(one, other)
