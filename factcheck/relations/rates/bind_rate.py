"""Rates beside the whole and the number that they are worked out from: "£36,000 to 12 families, or £3,000 each"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.model import Constraint
from factcheck.relations.rates.bind_product import bind_product
from factcheck.relations.rates.rate_apart import ties_apart
from factcheck.relations.rates.rate_scopes import scopes_of
from factcheck.relations.rates.rate_ties import Tie, ties_of
from factcheck.relations.rules import Rule

__all__ = ["bind_rate_per_base", "bind_rate_total"]

SLACK = Fraction(1, 20)  # of a value of two digits and more, which is rounded by hand or cut off
FEW = 10
CUT = Fraction(4, 5)  # of a last place: what is more was not cut off but rounded up


def bind_rate_total(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each value for one with the number and the whole; not where a purchase with its price has told them already."""
    ties = [tie for tie in _ties(reading) if tie.rate.base is None]
    bought = (
        {constraint.operands["price"][0].start for constraint in bind_product(rule, reading)}
        if ties or _apart(reading)
        else set()
    )
    apart = [tie for tie in _apart(reading) if tie.rate.base is None]
    for tie in (*ties, *apart):
        each = tie.rate.value
        if each.start not in bought:
            operands = {"total": (tie.total,), "count": (tie.count,), "each": (_loose(each),)}
            yield Constraint(rule, operands, tie.licence)


def bind_rate_per_base(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each value for so many with the part and the whole that it is of."""
    for tie in (*_ties(reading), *_apart(reading)):
        base = tie.rate.base
        if base is not None:
            exact = replace(base, interval=Interval.exactly(base.value), readings=())
            operands = {
                "part": (tie.total,),
                "whole": (tie.count,),
                "base": (exact,),
                "rate": (_loose(tie.rate.value),),
            }
            yield Constraint(rule, operands, tie.licence)


@lru_cache(maxsize=1)
def _ties(reading: Reading) -> tuple[Tie, ...]:
    """The ties of a document; the last one's are kept, as two rules use them."""
    return tuple(tie for scope in scopes_of(reading) for tie in ties_of(scope))


@lru_cache(maxsize=1)
def _apart(reading: Reading) -> tuple[Tie, ...]:
    """The ties over sentences of a document, less those whose value has one in its own; kept as above."""
    known = {tie.rate.value.start for tie in _ties(reading)}
    return tuple(tie for tie in ties_apart(reading) if tie.rate.value.start not in known)


def _loose(value: Quantity) -> Quantity:
    """A value as one that was worked out: a count too is rounded, or cut off, and 24.6 may be told as 24."""
    if value.bound is not Bound.EQUAL:
        return value
    first = Interval.around(value.value, value.ulp / 2) if value.kind is Kind.COUNT else value.interval
    cut = Interval(value.value, value.value + value.ulp * CUT)
    readings = (*value.readings, cut)
    if value.value >= FEW:
        by_hand = min(value.value * SLACK, _last_digit(value.value))
        readings = (*readings, Interval.around(value.value, by_hand))
    return replace(value, interval=first, readings=readings)


def _last_digit(value: Fraction) -> Fraction:
    """One unit of the last digit that is no zero; of the last place where it has decimals."""
    unit = Fraction(1)
    while value.denominator == 1 and value % (unit * 10) == 0:
        unit *= 10
    return unit
