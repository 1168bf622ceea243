"""The steps from two levels to the change between them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.findings.phrases import bare, change_word, like, plain, points
from factcheck.findings.steps import allowed, bound_said, only
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.evaluate import magnitude
from factcheck.relations.model import Constraint, Evaluated

__all__ = [
    "amount_change_steps",
    "derived_base_steps",
    "direction_steps",
    "for_points_steps",
    "percent_change_steps",
    "points_change_steps",
]


def _difference(constraint: Constraint, text: str) -> tuple[Fraction, str]:
    """The difference of the two levels (equation value), and the sentence that says it."""
    before, after = only(constraint, "before"), only(constraint, "after")
    change = after.value * magnitude(after) - before.value * magnitude(before)
    way = f"from {bare(before, text)} to {bare(after, text)}"
    if not change:
        return change, f"{way} is no change"
    return change, f"{way} is {change_word(change)} {_amount(after, before, abs(change), text)}"


def _amount(after: Quantity, before: Quantity, change: Fraction, text: str) -> str:
    if after.kind is Kind.PERCENT:
        return points(change)
    pattern = before if after.scale == 1 and before.scale > 1 else _finest(after, before)
    return like(pattern, change / magnitude(pattern), text)


def _finest(one: Quantity, other: Quantity) -> Quantity:
    """The one with the smaller last place, the first where they are alike or cannot be compared."""
    return other if other.ulp < one.ulp and other.unit == one.unit and not other.in_words else one


def percent_change_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The difference, and what part of the earlier value it is."""
    constraint = one.constraint
    change, said = _difference(constraint, text)
    yield said
    before, claim = only(constraint, "before"), only(constraint, "change")
    if change and before.value:
        share = abs(change) / (before.value * magnitude(before)) / magnitude(claim)
        amount = _amount(only(constraint, "after"), before, abs(change), text)
        yield f"{amount} is {like(claim, share, text)} of {bare(before, text)}"
    yield allowed(one, "change", text)
    yield _later_base(constraint, change, text)
    yield bound_said(claim, text)


def _later_base(constraint: Constraint, change: Fraction, text: str) -> str:
    """That the percentage fits the later value, where it does."""
    after, claim = only(constraint, "after"), only(constraint, "change")
    if not after.value or claim.bound is not Bound.EQUAL:
        return ""
    share = abs(change) / (abs(after.value) * magnitude(after)) / magnitude(claim)
    if share not in claim.interval:
        return ""
    return f"{bare(claim, text)} is what the change is of the later value, {bare(after, text)}"


def amount_change_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The difference of the two levels."""
    change, said = _difference(one.constraint, text)
    yield said
    yield allowed(one, "amount", text) if change else ""
    yield bound_said(only(one.constraint, "amount"), text)


def points_change_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The difference of two percentages in points, and in basis points where the text counts in them."""
    change, said = _difference(one.constraint, text)
    claim = only(one.constraint, "change")
    yield said
    if claim.unit == "basis_point" and change:
        yield f"{points(abs(change))} are {like(claim, abs(change) / magnitude(claim), text)}"
    yield allowed(one, "change", text) if change else ""
    yield bound_said(claim, text)


def for_points_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The difference of two percentages in points and in percent."""
    constraint = one.constraint
    change, said = _difference(constraint, text)
    before = only(constraint, "before")
    yield said
    if before.value:
        share = abs(change) / (before.value * magnitude(before)) * 100
        yield f"{points(abs(change))} are {plain(share, 1)}% of {bare(before, text)}"


def direction_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The difference, with its side."""
    yield _difference(one.constraint, text)[1]


def derived_base_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The base that amount and later value give, and what part of it the amount is."""
    constraint = one.constraint
    amount, after, claim = (only(constraint, role) for role in ("amount", "after", "percent"))
    size, level = amount.value * magnitude(amount), after.value * magnitude(after)
    falls = constraint.direction < 0
    base = level + size if falls else level - size
    pattern = _finest(after, amount)
    started = like(pattern, base / magnitude(pattern), text)
    change = change_word(Fraction(-1 if falls else 1))
    if base <= 0:
        yield f"{change} {bare(amount, text)} cannot end at {bare(after, text)}, which is less"
        return
    yield f"{change} {bare(amount, text)} to {bare(after, text)} starts from {started}"
    yield f"{bare(amount, text)} is {like(claim, size / base / magnitude(claim), text)} of {started}"
    yield allowed(one, "percent", text)
    if level and claim.bound is Bound.EQUAL and size / level / magnitude(claim) in claim.interval:
        yield f"{bare(claim, text)} is what the change is of the later value, {bare(after, text)}"
