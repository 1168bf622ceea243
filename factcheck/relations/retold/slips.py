"""How two figures for one thing came apart: two digits swapped, another scale, one digit; and how rare that is."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Quantity
from factcheck.relations.repairs.repair import numeral_repairs
from factcheck.relations.units import figures_of

__all__ = ["Slip", "closed_bound", "edit_between", "slip_between"]

FEW, MANY = 2, 3  # digits, zeros at both ends left out
_TEENS = (13, 19)
_SCALES = 5  # times that figures of another scale are apart at least
_BOUNDED = 2  # times: "more than 9,000" is said of no more than so many times as much


class Slip(NamedTuple):
    """The one step between two figures: its kind, and whether true figures practically never lie so.

    Two true figures are as often two swapped digits apart as two random ones: of two digits once in ninety, of three
    and more once in four hundred. Figures with the same two digits or more at another scale are as rare.
    """

    kind: str  # "edit", "heard", "swap", "digit", "scale" (another scale word), "point" (the point or zeros elsewhere)
    rare: bool


def slip_between(one: Quantity, other: Quantity, *, rounded: bool = False) -> Slip | None:
    """The slip that makes one figure of the other; None where there is none, or where their readings meet.

    With `rounded` one may be the other in fewer digits as well: "400,000" and "41,200".
    """
    first, second = closed_bound(one), closed_bound(other)
    if first.wide.meets(second.wide) or one.value <= 0 or other.value <= 0:
        return None
    ways = (_misheard, _same_digits, _swapped, _one_digit, *((_rounded,) if rounded else ()))
    return next((slip for told in ways if (slip := told(first, second))), None)


def edit_between(one: Quantity, other: Quantity) -> Slip | None:
    """Any one edit that makes one figure of the other, a digit of a round one too; such are not rare."""
    ways = ((one, other.value), (other, one.value))
    found = any(numeral_repairs(figure, Interval.exactly(value)) for figure, value in ways)
    return Slip("edit", False) if found else None


def closed_bound(quantity: Quantity) -> Quantity:
    """The quantity without an open end: what is "more than 9,000" is no 90,000."""
    value = quantity.value
    if quantity.bound in (Bound.MORE, Bound.AT_LEAST):
        return _within(quantity, Interval(value, value * _BOUNDED))
    if quantity.bound in (Bound.LESS, Bound.AT_MOST):
        return _within(quantity, Interval(value / _BOUNDED, value))
    return quantity


def _within(quantity: Quantity, room: Interval) -> Quantity:
    return replace(quantity, interval=room, readings=())


def _digits(quantity: Quantity) -> str:
    """The significant digits; of number words with a scale word those of the number before it."""
    if quantity.in_words:
        count = quantity.value / quantity.scale
        return str(count).strip("0") if count.denominator == 1 and quantity.scale > 1 else ""
    return figures_of(quantity).strip("0")


def _misheard(one: Quantity, other: Quantity) -> Slip | None:
    """A teen and a ten, one of them in words: "seventeen" and "seventy"."""
    small, large = sorted((one.value, other.value))
    alike = _TEENS[0] <= small <= _TEENS[1] and large == (small - 10) * 10
    return Slip("heard", False) if alike and (one.in_words or other.in_words) else None


def _same_digits(one: Quantity, other: Quantity) -> Slip | None:
    digits = _digits(one)
    if not digits or digits != _digits(other):
        return None
    words = one.scale != other.scale and one.value * other.scale == other.value * one.scale
    return Slip("scale" if words else "point", len(digits) >= FEW)


def _rounded(one: Quantity, other: Quantity) -> Slip | None:
    """Figures of which the shorter is the longer one rounded or cut off, at another scale."""
    short, long = sorted((_digits(one), _digits(other)), key=len)
    apart = max(one.value, other.value) > _SCALES * min(one.value, other.value)
    if not short or len(short) == len(long) or not apart:
        return None
    cut = long[: len(short)]
    up = str(int(cut) + (long[len(short)] >= "5"))
    return Slip("point", len(short) >= MANY) if short in (cut, up) else None


def _swapped(one: Quantity, other: Quantity) -> Slip | None:
    """Two neighbouring digits in one another's place, all else printed alike."""
    a, b = figures_of(one), figures_of(other)
    if not _printed_alike(one, other) or sorted(a) != sorted(b):
        return None
    apart = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    neighbours = len(apart) == 2 and apart[1] - apart[0] == 1
    return Slip("swap", len(a.strip("0")) >= MANY) if neighbours else None


def _one_digit(one: Quantity, other: Quantity) -> Slip | None:
    a, b = figures_of(one), figures_of(other)
    if not _printed_alike(one, other) or min(len(a.strip("0")), len(b.strip("0"))) < MANY:
        return None
    return Slip("digit", False) if sum(x != y for x, y in zip(a, b, strict=True)) == 1 else None


def _printed_alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are in figures, with as many digits, decimals and the same scale."""
    a, b = figures_of(one), figures_of(other)
    return bool(a) and len(a) == len(b) and one.ulp == other.ulp
