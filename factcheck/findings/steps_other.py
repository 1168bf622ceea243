"""The steps of differences, products, multiples, conversions and years."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.findings.phrases import bare, like, plain, points, range_of, significant
from factcheck.findings.steps import allowed, only
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import magnitude
from factcheck.relations.model import Evaluated

__all__ = [
    "age_steps",
    "anniversary_steps",
    "balance_steps",
    "conversion_steps",
    "duration_steps",
    "lead_steps",
    "multiple_steps",
    "no_steps",
    "product_steps",
    "remainder_steps",
    "remaining_share_steps",
]

_RATE_DIGITS = 4


def no_steps(one: Evaluated, text: str) -> Iterator[str]:
    """Nothing, where the message says it all."""
    yield from ()


def lead_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The first result less the second; of two percentages in points."""
    first, second = only(one.constraint, "first"), only(one.constraint, "second")
    if first.kind is Kind.PERCENT:
        gap = abs(first.value - second.value) * magnitude(first)
        yield f"{bare(first, text)} - {bare(second, text)} = {points(gap)}"
        yield allowed(one, "lead", text)
    else:
        yield from _less(one, first, [second], "lead", text)


def balance_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The one amount less the other."""
    minuend, subtrahend = only(one.constraint, "minuend"), only(one.constraint, "subtrahend")
    yield from _less(one, minuend, [subtrahend], "result", text)


def remainder_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The whole less its parts."""
    yield from _less(one, only(one.constraint, "whole"), one.constraint.operands["parts"], "rest", text)


def remaining_share_steps(one: Evaluated, text: str) -> Iterator[str]:
    """All less the shares that are told."""
    parts, rest = one.constraint.operands["parts"], only(one.constraint, "rest")
    made = _face(one, "rest")
    if made is not None:
        yield f"{' - '.join(['100%', *(bare(part, text) for part in parts)])} = {like(rest, made, text)}"
    yield allowed(one, "rest", text)


def _less(
    one: Evaluated, whole: Quantity, parts: list[Quantity] | tuple[Quantity, ...], role: str, text: str
) -> Iterator[str]:
    made = _face(one, role)
    if made is not None:
        said = " - ".join(bare(number, text) for number in (whole, *parts))
        yield f"{said} = {like(only(one.constraint, role), made, text)}"
    yield allowed(one, role, text)


def product_steps(one: Evaluated, text: str) -> Iterator[str]:
    """What one costs, and what all would."""
    total, count, price = (only(one.constraint, role) for role in ("total", "count", "price"))
    made = _face(one, "price")
    if made is not None:
        yield f"{bare(total, text)} / {bare(count, text)} = {like(price, made, text)}"
    whole = _face(one, "total")
    if whole is not None:
        yield f"{bare(count, text)} at {bare(price, text)} each would be {like(total, whole, text)}"


def multiple_steps(one: Evaluated, text: str) -> Iterator[str]:
    """How many times as much it is, and what the word would make of the earlier value."""
    constraint = one.constraint
    before, after = only(constraint, "before"), only(constraint, "after")
    if before.value:
        times = after.value * magnitude(after) / (before.value * magnitude(before))
        yield f"{bare(after, text)} / {bare(before, text)} = {plain(times)}"
    expected = one.judgement.computed.get("after") if one.judgement else None
    said = range_of(after, expected, text) if expected is not None else ""
    if said and "multiple" in constraint.words:
        yield f"“{constraint.words['multiple'].text}” would make it {said}"


def conversion_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The amount times the factor between the units."""
    constraint = one.constraint
    amount, converted = only(constraint, "amount"), only(constraint, "converted")
    factor, offset = constraint.derived["factor"].low, constraint.derived["offset"].low
    made = _face(one, "converted")
    if factor and made is not None:
        more = "" if not offset else f" {'-' if offset < 0 else '+'} {significant(abs(offset), _RATE_DIGITS)}"
        times = f"{bare(amount, text)} × {significant(factor, _RATE_DIGITS)}{more}"
        yield f"{times} = {like(converted, made, text)}"
    yield allowed(one, "converted", text)


def age_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The years between birth and then."""
    born, then = only(one.constraint, "born"), only(one.constraint, "then")
    years = then.value - born.value
    dated = born.date is not None and then.date is not None
    before = "" if dated or years < 1 else f", or {plain(years - 1)} before the birthday"
    yield f"{_stretch(born, then, text)}{before}" if not dated else ""


def anniversary_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The years between the first and the other."""
    yield _stretch(only(one.constraint, "first"), only(one.constraint, "then"), text)


def duration_steps(one: Evaluated, text: str) -> Iterator[str]:
    """The years between the two."""
    yield _stretch(only(one.constraint, "start"), only(one.constraint, "end"), text)


def _stretch(first: Quantity, last: Quantity, text: str) -> str:
    years = plain(last.value - first.value)
    return f"from {bare(first, text)} to {bare(last, text)} is {years} year{'' if years == '1' else 's'}"


def _face(one: Evaluated, role: str) -> Fraction | None:
    return one.judgement.face.get(role) if one.judgement else None
