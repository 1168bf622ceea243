"""The number by which one side is ahead against the two sides: "by 468 votes, 8,307 to 7,839"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.leads.leads_apart import margins
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import of_one_kind

__all__ = ["bind_lead"]

_FILLERS = 6  # tokens between the lead and the two sides
_SIDES = (Kind.COUNT, Kind.PERCENT)
_POINTS = frozenset({"point", "points"})


class _Sides(NamedTuple):
    """Two like numbers with "to" or "against" between them, from token `first` to `last` (inclusive)."""

    one: Quantity
    other: Quantity
    first: int
    last: int


def bind_lead(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Two sides and the lead right beside them: votes, seats, or percentages with the points between.

    Then the leads of the other sentences, whose two sides are the only two numbers in reach.
    """
    done: set[int] = set()
    for sentence in reading.sentences:
        tokens = sentence.tokens
        if _is_over_mark(tokens, sentence.lows):
            done.add(sentence.index)  # the lead may be one over the votes needed, or count the empty seats
            continue
        for sides in _all_sides(tokens):
            lead = next((q for q in _leads(tokens, sides) if _of_one_kind(q, sides)), None)
            if lead is not None:
                done.add(sentence.index)
                yield _constraint(rule, sides.one, sides.other, lead, Licence.CLAUSE, closed=True)
    for margin in margins(reading, frozenset(done)):
        yield _constraint(rule, margin.one, margin.other, margin.lead, margin.licence, closed=margin.closed)


def _is_over_mark(tokens: Sequence[Token], lows: Sequence[str]) -> bool:
    """Whether votes or seats that are needed, or empty, are told; "short of control" tells no number of them."""
    marks = [at for at, low in enumerate(lows) if low in words_of("elections.threshold")]
    return any(lows[at] != "short" or _has_number(tokens, at) for at in marks)


def _has_number(tokens: Sequence[Token], at: int) -> bool:
    return any(token.quantity is not None for token in tokens[max(0, at - 3) : at])


def _constraint(
    rule: Rule, one: Quantity, other: Quantity, lead: Quantity, licence: Licence, *, closed: bool = False
) -> Constraint:
    high, low = sorted((one, other), key=lambda number: number.value, reverse=True)
    operands = {"lead": (lead,), "first": (high,), "second": (low,)}
    return Constraint(rule, operands, licence, closed=closed)


def _before_lead(tokens: Sequence[Token], at: int) -> bool:
    """Whether "lead" or the like stands behind the number, with nothing but what it counts between."""
    for token in tokens[at + 1 : at + 4]:
        lower = token.low
        if lower in words_of("elections.lead"):
            return True
        if lower != "-" and lower not in words_of("elections.counted"):
            return False
    return False


def _all_sides(tokens: Sequence[Token]) -> Iterator[_Sides]:
    for at in range(len(tokens)):
        one = _side(tokens, at)
        if one is None:
            continue
        between = at + 1
        if between < len(tokens) and tokens[between].low in words_of("elections.counted"):
            between += 1
        other = _side(tokens, between + 1)
        if other is None or tokens[between].low not in words_of("elections.against"):
            continue
        if of_one_kind(one, other) and one.value != other.value:
            last = between + 1
            while last + 1 < len(tokens) and tokens[last + 1].low in words_of("elections.counted"):
                last += 1
            if _side(tokens, last + 2) is None or tokens[last + 1].low not in words_of("elections.against"):
                yield _Sides(one, other, at, last)


def _side(tokens: Sequence[Token], at: int) -> Quantity | None:
    quantity = tokens[at].quantity if 0 <= at < len(tokens) else None
    if quantity is None or quantity.kind not in _SIDES or quantity.bound is not Bound.EQUAL or quantity.hedge:
        return None
    return None if quantity.signed else quantity


def _leads(tokens: Sequence[Token], sides: _Sides) -> Iterator[Quantity]:
    """The numbers right before or behind the two sides that are introduced as a lead."""
    fillers = words_of("elections.filler")
    for at in range(sides.first - 1, sides.first - 2 - _FILLERS, -1):
        if (lead := _side(tokens, at) or _points(tokens, at)) is not None:
            if _is_lead(tokens, at):
                yield _with_points(tokens, at, lead)
            break
        if at < 0 or tokens[at].low not in fillers:
            break
    for at in range(sides.last + 1, min(sides.last + 2 + _FILLERS, len(tokens))):
        if (lead := _side(tokens, at) or _points(tokens, at)) is not None:
            if _is_lead(tokens, at):
                yield _with_points(tokens, at, lead)
            break
        if tokens[at].low not in fillers:
            break


def _points(tokens: Sequence[Token], at: int) -> Quantity | None:
    quantity = tokens[at].quantity if 0 <= at < len(tokens) else None
    plain = quantity is not None and quantity.bound is Bound.EQUAL and not quantity.hedge
    return quantity if plain and quantity is not None and quantity.kind is Kind.POINTS else None


def _is_lead(tokens: Sequence[Token], at: int) -> bool:
    """Whether words introduce a number as the lead of the two sides, not as one "among" some of them."""
    if not words_of("elections.among").isdisjoint(token.low for token in tokens[at + 1 : at + 3]):
        return False
    if _before_lead(tokens, at):
        return True
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    return any(" ".join(before[-size:]) in words_of("elections.lead_by") for size in (1, 2))


def _with_points(tokens: Sequence[Token], at: int, lead: Quantity) -> Quantity:
    """The lead as points where "point" is said of it: "a 12-point lead"."""
    behind = {token.low for token in tokens[at + 1 : at + 3]}
    if lead.kind is Kind.COUNT and (lead.unit == "point" or behind & _POINTS):
        return replace(lead, kind=Kind.POINTS, unit="point")
    return lead


def _of_one_kind(lead: Quantity, sides: _Sides) -> bool:
    if sides.one.kind is Kind.PERCENT:
        return lead.kind in (Kind.POINTS, Kind.PERCENT)
    return lead.kind is Kind.COUNT
