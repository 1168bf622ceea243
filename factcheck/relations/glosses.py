"""Amounts said again in brackets, in other units: "$19.5m (£10.3m)", "4bn euros (£2.8bn; $5.2bn)", "38mph (61km/h)"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Quantity, Token
from factcheck.relations.units import is_plain

__all__ = ["bare", "glosses"]

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_BETWEEN = frozenset({";", ":", ",", "/", "or"})
_LOOSEST = Fraction(1, 20)  # of itself: how far a round figure may be from what it stands for
_HALF = Fraction(1, 2)


def glosses(tokens: Sequence[Token], wanted: Callable[[Quantity], bool]) -> Iterator[tuple[Quantity, ...]]:
    """Each wanted amount with those that alone fill the brackets right behind it, in their order.

    Brackets with any other word, number or range in them give nothing.
    """
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is None or at + 3 >= len(tokens) or tokens[at + 1].text not in _OPEN:
            continue
        if is_plain(quantity) and wanted(quantity):
            inside = _inside(tokens, at + 2)
            if inside and all(is_plain(q) and wanted(q) for q in inside):
                yield quantity, *inside


def _inside(tokens: Sequence[Token], at: int) -> list[Quantity]:
    found: list[Quantity] = []
    while at + 1 < len(tokens) and (quantity := tokens[at].quantity) is not None:
        found.append(quantity)
        behind = tokens[at + 1].text
        if behind in _CLOSE:
            return found
        if behind not in _BETWEEN:
            return []
        at += 2
    return []


def bare(quantity: Quantity) -> Quantity:
    """The amount without its hedge, which bounds both sides of a conversion alike, and as round as it may be.

    A converted figure is often rounded further than its zeros tell: its last digit but zeros may be off by half a unit,
    though by no more than a twentieth of the whole.
    """
    unit = quantity.ulp
    while quantity.value and (quantity.value / (unit * 10)).denominator == 1:
        unit *= 10
    fine = Interval.around(quantity.value, quantity.ulp * _HALF)
    half = max(quantity.ulp * _HALF, min(unit * _HALF, abs(quantity.value) * _LOOSEST))
    rough = () if half == quantity.ulp * _HALF else (Interval.around(quantity.value, half),)
    return replace(quantity, interval=fine, readings=rough, bound=Bound.EQUAL)
