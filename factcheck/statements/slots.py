"""The numbers that the parts of a change tell, given their roles: percent, points, amount, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.quantities.model import AMOUNTS, Kind, Quantity, Token
from factcheck.statements.context import (
    has_unread_unit,
    is_change,
    is_negative,
    is_per_unit,
    is_rate,
    place_of,
    precedes_change,
)

__all__ = ["assigned", "of_one_unit"]


def assigned(slots: Mapping[str, list[Quantity]], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """One quantity a role; a level before the word of change is its outcome, unless "to" names another."""
    before, after, changes = slots["before"][:1], slots["after"][:1], list(slots["by"])
    priced = any(level.kind is Kind.MONEY for level in (*before, *after))  # "closed 5% higher at $4.20"
    for place, quantity in enumerate(slots["lead"]):
        told = place or (priced and precedes_change(quantity, tokens))
        in_points = bool(after) and _counts_points(quantity, after[0])  # "40.4%, 9.5 points up on the 30.9%"
        if is_change(quantity, tokens) or (told and (quantity.kind is Kind.PERCENT or in_points)):
            changes.append(quantity)
        elif not after:
            after.append(quantity)
    level = next(iter([*before, *after]), None)
    roles: dict[str, Quantity] = {}
    for quantity in changes:
        role = _change_role(quantity, level)
        if role == "amount" and has_unread_unit(quantity, tokens):
            continue
        if role is not None and not is_rate(quantity, tokens):
            roles.setdefault(role, _as_points(quantity) if role == "points" else quantity)
    if after:
        roles["after"] = after[0]
    if before:
        roles["before"] = before[0]
    if after and before and _of_two_sorts(after[0], before[0], tokens):
        return None
    return roles if len(roles) > 1 or (roles and not before and not after) else None


def of_one_unit(one: Quantity, other: Quantity) -> bool:
    same = one.unit == other.unit or not one.unit or not other.unit
    return one.scale == other.scale and same


def _of_two_sorts(after: Quantity, before: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether one level is a loss and the other none, or one a value per unit and the other a sum.

    "To $8.23 from $4.48 per share" leaves the unit out once; sums and values per share differ in scale.
    """
    if is_negative(after, tokens) != is_negative(before, tokens):
        return True
    rates = is_per_unit(after, tokens), is_per_unit(before, tokens)
    taken_up = rates[0] and before.kind is Kind.COUNT and not before.unit and before.scale == 1
    if rates[0] == rates[1] or taken_up:  # "fell to 4.0 per thousand homes, compared with 4.2"
        return False
    places = sorted((place_of(after, tokens), place_of(before, tokens)))
    joined = [token.low for token in tokens[places[0] + 1 : places[1]]] == ["to"]
    if joined and after.kind is before.kind and is_per_unit(max(after, before, key=lambda level: level.start), tokens):
        return False  # "from $12.50 to $14 an hour"
    comma = any(token.text == "," for token in tokens[places[0] : places[1]])
    return comma or after.kind is not before.kind or after.scale != before.scale or after.ulp != before.ulp


def _change_role(quantity: Quantity, level: Quantity | None) -> str | None:
    if quantity.kind is Kind.POINTS or _counts_points(quantity, level):
        return "points"
    if quantity.kind is Kind.PERCENT or quantity.kind is Kind.RATIO:
        return "percent"
    if quantity.kind in AMOUNTS and (level is None or level.kind is not Kind.PERCENT):
        return "amount"
    return None


def _counts_points(quantity: Quantity, level: Quantity | None) -> bool:
    """Whether "1.4 points" stands beside a level in percent."""
    between = level is not None and level.kind is Kind.PERCENT
    return between and quantity.kind is Kind.COUNT and quantity.unit == "point"


def _as_points(quantity: Quantity) -> Quantity:
    return quantity if quantity.kind is Kind.POINTS else replace(quantity, kind=Kind.POINTS)
