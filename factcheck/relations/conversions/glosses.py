"""Amounts said again in brackets, in other units: "$19.5m (£10.3m)", "4bn euros (£2.8bn; $5.2bn)", "38mph (61km/h)"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Quantity, Token
from factcheck.relations.units import is_plain

__all__ = ["bare", "glosses", "last_unit"]

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
        if quantity is None:
            continue
        opening = _behind_compound(tokens, at + 1)
        if opening + 1 < len(tokens) and tokens[opening].text in _OPEN and is_plain(quantity) and wanted(quantity):
            inside = _inside(tokens, opening + 1)
            if inside and all(is_plain(q) and wanted(q) for q in inside):
                yield quantity, *inside


def _inside(tokens: Sequence[Token], at: int) -> list[Quantity]:
    found: list[Quantity] = []
    while at + 1 < len(tokens) and (quantity := tokens[at].quantity) is not None:
        found.append(quantity)
        at = _behind_compound(tokens, at + 1)
        behind = tokens[at].text if at < len(tokens) else ""
        if behind in _CLOSE:
            return found
        if behind not in _BETWEEN:
            return []
        at += 1
    return []


def _behind_compound(tokens: Sequence[Token], at: int) -> int:
    """Behind the rest of a compound: "-tall" of "30-foot-tall"."""
    compound = at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].end == tokens[at + 1].start
    return at + 2 if compound and tokens[at + 1].quantity is None else at


def bare(quantity: Quantity) -> Quantity:
    """The amount without its hedge, which bounds both sides of a conversion alike, and as round as it may be.

    Its last digit that is no zero may be off by half a unit, though by no more than a twentieth of the whole.
    """
    fine = Interval.around(quantity.value, quantity.ulp * _HALF)
    half = max(quantity.ulp * _HALF, min(last_unit(quantity) * _HALF, abs(quantity.value) * _LOOSEST))
    rough = () if half == quantity.ulp * _HALF else (Interval.around(quantity.value, half),)
    return replace(quantity, interval=fine, readings=rough, bound=Bound.EQUAL)


def last_unit(quantity: Quantity) -> Fraction:
    """One unit of the last digit that is no zero."""
    unit = quantity.ulp
    while quantity.value and (quantity.value / (unit * 10)).denominator == 1:
        unit *= 10
    return unit
