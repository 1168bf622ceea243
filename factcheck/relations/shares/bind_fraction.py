"""A fraction of a whole and the part that it makes: "two thirds of the 180 flats, or 120"; "one in five of the 35"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.shares.ratios_of_wholes import ratios_of_wholes
from factcheck.relations.shares.told_shares import told_shares

__all__ = ["bind_fraction"]

_HALF, _MORE = Fraction(1, 2), Fraction(3, 5)


def bind_fraction(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each fraction that is told of a part and a whole, or stands beside the only two counts that it can be of."""
    told = [one for one in told_shares(reading) if one.share.kind is Kind.RATIO]
    for one in told:
        yield _constraint(rule, one.share, one.whole, one.part, one.licence, doubtful=one.doubtful)
    known = {one.share.start for one in told}
    for fraction, whole, part in ratios_of_wholes(reading):
        if fraction.start not in known:
            yield _constraint(rule, fraction, whole, part, Licence.CLAUSE)


def _constraint(
    rule: Rule, fraction: Quantity, whole: Quantity, part: Quantity, licence: Licence, *, doubtful: bool = False
) -> Constraint:
    operands = {"part": (part,), "whole": (whole,), "fraction": (_counted(fraction),)}
    return Constraint(rule, operands, licence, doubtful=doubtful)


def _counted(fraction: Quantity) -> Quantity:
    """ "N in M" that was worked out from two counts: half of one either way, one of "one in M" as a second reading."""
    several = fraction.second
    if (
        fraction.bound is not Bound.EQUAL
        or several is None
        or several < 3
        or (fraction.value * several).denominator > 1
    ):
        return fraction
    if fraction.value * several == 1:
        step = min(Fraction(1), several / 4)
        near, wide = (Interval(1 / (several + by), 1 / (several - by)) for by in (_HALF, step))
    else:
        near, wide = (Interval.around(fraction.value, by / several) for by in (_HALF, _MORE))
    return replace(fraction, interval=near, readings=(wide,))
