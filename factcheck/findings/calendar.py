"""Words and repairs for weekdays, dates and announced lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

from factcheck.findings.model import Edit, Suggestion
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.bind_calendar import WEEKDAYS
from factcheck.relations.model import Evaluated
from factcheck.relations.repair import restyle

__all__ = ["calendar_suggestions", "calendar_words"]


def calendar_words(one: Evaluated, text: str) -> Mapping[str, str]:
    """What the message of a rule without equation may name."""
    constraint = one.constraint
    quantity = next((q for _, q in constraint.quantities()), None)
    if quantity is None:
        return {}
    words: dict[str, str] = {}
    if quantity.kind is Kind.DATE:
        words["date"] = _without_weekday(quantity, text)
        if quantity.weekday is not None:
            words["weekday"] = WEEKDAYS[quantity.weekday]
        if one.date is not None:
            words["computed.weekday"] = WEEKDAYS[one.date.weekday()]
    if constraint.items:
        words["items"] = str(len(constraint.items))
        words["computed.count"] = str(len(constraint.items))
    return words


def _without_weekday(quantity: Quantity, text: str) -> str:
    span = quantity.weekday_span
    start = quantity.start
    if span is not None and span[0] <= start < span[1]:
        start = span[1]
    return " ".join(text[start : quantity.end].strip(" ,()\n").split())


def calendar_suggestions(one: Evaluated, text: str) -> tuple[Suggestion, ...]:
    """The other weekday and the other day; the count that the list has."""
    constraint = one.constraint
    if constraint.items:
        (count,) = constraint.operands["count"]
        other = restyle(count, Fraction(len(constraint.items)))
        return (Suggestion(f"the list has {len(constraint.items)} items", (Edit(count.start, count.end, other),)),)
    quantity = next((q for _, q in constraint.quantities()), None)
    if quantity is None or one.date is None or quantity.weekday is None or quantity.weekday_span is None:
        return ()
    start, end = quantity.weekday_span
    right = WEEKDAYS[one.date.weekday()]
    if end - start <= 4:
        right = right[: end - start] if text[end - 1 : end] != "." else right[: end - start - 1] + "."
    found = [Suggestion(f"the weekday of that date is {WEEKDAYS[one.date.weekday()]}", (Edit(start, end, right),))]
    found.extend(_other_day(one.date, quantity, text))
    return tuple(found)


def _other_day(date: dt.date, quantity: Quantity, text: str) -> list[Suggestion]:
    """The nearest day of the same month that has the printed weekday."""
    if quantity.weekday is None:
        return []
    shift = (quantity.weekday - date.weekday() + 3) % 7 - 3
    other = date + dt.timedelta(days=shift)
    printed = text[quantity.start : quantity.end]
    day = str(date.day)
    at = _digits_at(printed, day)
    if other.month != date.month or at is None:
        return []
    edit = Edit(quantity.start + at, quantity.start + at + len(day), str(other.day))
    return [Suggestion(f"{WEEKDAYS[quantity.weekday]} was the {other.day}th", (edit,))]


def _digits_at(printed: str, day: str) -> int | None:
    """Where the day stands as a number of its own."""
    at = printed.find(day)
    while at >= 0:
        around = printed[at - 1 : at] + printed[at + len(day) : at + len(day) + 1]
        if not any(c.isdigit() for c in around):
            return at
        at = printed.find(day, at + 1)
    return None
