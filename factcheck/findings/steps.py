"""What the steps of a derivation have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.findings.phrases import printed, range_of
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Quantity
from factcheck.relations.model import Constraint, Evaluated

__all__ = ["Steps", "allowed", "bound_said", "matters", "only"]

Steps = Callable[[Evaluated, str], Iterator[str]]
_CHANGES = frozenset({"change", "amount"})
_ROUNDED = "as the figures are rounded"
_NOTABLE = 10  # a range is told that is a tenth of the gap between claim and computed value, or more


def only(constraint: Constraint, role: str) -> Quantity:
    """The one number of a role."""
    return constraint.operands[role][0]


def allowed(one: Evaluated, role: str, text: str) -> str:
    """What the rounding of the other numbers allows, where that is much, measured by how far off the claim is."""
    interval = one.judgement.computed.get(role) if one.judgement else None
    number = only(one.constraint, role)
    if interval is None or not matters(_size(interval), number.value):
        return ""
    if role in _CHANGES and interval.low is not None and interval.high is not None and interval.low < 0 < interval.high:
        fall, rise = (range_of(number, Interval(None, abs(end)), text) for end in (interval.low, interval.high))
        return f"{_ROUNDED}, anything from a fall of {fall} to a rise of {rise} would fit"
    said = range_of(number, _size(interval), text)
    return f"{_ROUNDED}, {said} would fit" if said else ""


def matters(interval: Interval, claim: Fraction) -> bool:
    """Whether an interval is wide, measured by how far its middle is from the claim; one without a bound always is."""
    low, high = interval.low, interval.high
    return low is None or high is None or (high - low) * _NOTABLE >= abs(claim - (low + high) / 2)


def _size(interval: Interval) -> Interval:
    """Without its sign: the size of a fall."""
    return -interval if interval.high is not None and interval.high <= 0 else interval


def bound_said(number: Quantity, text: str) -> str:
    """What a hedged claim says, where the hedge bounds it."""
    return "" if number.bound in (Bound.EQUAL, Bound.ABOUT) else f"the text says {printed(number, text)}"
