"""A fraction of a whole and the part that it makes: "two thirds of the 180 flats, or 120"; "one in five of the 35"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.model import Constraint
from factcheck.relations.rules import Rule
from factcheck.relations.told_shares import told_shares

__all__ = ["bind_fraction"]


def bind_fraction(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each fraction that is told of a part and a whole."""
    for told in told_shares(reading):
        if told.share.kind is Kind.RATIO:
            operands = {"part": (told.part,), "whole": (told.whole,), "fraction": (_near(told.share),)}
            yield Constraint(rule, operands, told.licence, doubtful=told.doubtful)


def _near(fraction: Quantity) -> Quantity:
    """ "One in N" is said of what is at most one step of N away, where the whole and the part are told as well."""
    several = fraction.second
    if several is None or several < 3 or fraction.value * several != 1:
        return fraction
    step = Interval(Fraction(1) / (several + 1), Fraction(1) / (several - 1))
    return replace(fraction, readings=(step,) if fraction.readings else ())
