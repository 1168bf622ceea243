"""The two numbers that a lead lies between: the only two of its kind in reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.leads.leads import Lead, opens_sides
from factcheck.relations.lexicon import words_of

__all__ = ["Side", "alike", "clocked", "halves", "is_joined", "is_set_aside", "is_spoiled", "number_of", "sides_of"]

_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})$")
_CLOCK = re.compile(r"(?:(\d{1,2})[:.])?(\d{1,2}):(\d{2}(?:\.\d{1,3})?)$")
_SECONDS = {"second": 1, "minute": 60}  # of a unit, that leads in a race are told in
_BETWEEN = 8  # tokens between two sides that "to" or "against" joins
_WHEN = 4  # tokens from "when" to the level of another time
_NAMED = 5  # tokens from a side to "and", where it is read as the number of a name: "and the Ash list 48"


class Side(NamedTuple):
    """One of two numbers, at a token; both halves of a score stand at one."""

    at: int
    number: Quantity


def sides_of(
    tokens: Sequence[Token], lows: Sequence[str], lead: Lead, at: int = -1, *, settled: bool = False
) -> list[Side] | None:
    """All numbers of a sentence that a lead may lie between; None where one of them is loose or a part.

    Words that make a number one of another time, or a change, leave it aside; where it is `settled` that the lead is
    told of this sentence, the only two that "to" or "against" joins leave all others aside. `at` is the token of the
    lead, -1 where it stands in another sentence.
    """
    told = _told_against(tokens, lows, lead) if settled else None
    if told is not None:
        return told
    found: list[Side] = []
    for place, token in enumerate(tokens):
        if token.quantity is None or place == at:
            continue
        if token.quantity.kind is Kind.SCORE:
            found.extend(Side(place, half) for half in halves(token.quantity))
            continue
        number = number_of(tokens, lows, place, lead)
        if number is None or not alike(lead, number) or _is_pair(lows, place, number):
            continue
        if is_set_aside(tokens, lows, place):
            continue
        if number.bound is not Bound.EQUAL or number.hedge or number.signed or is_spoiled(tokens, lows, place, lead):
            return None
        found.append(Side(place, number))
    return _last_parts(found, lead) if lead.number.kind is Kind.DURATION else found


def _told_against(tokens: Sequence[Token], lows: Sequence[str], lead: Lead) -> list[Side] | None:
    """The only two plain numbers of a sentence with nothing but "to" or "against" and their unit between them."""
    against, counted = words_of("elections.against"), words_of("elections.counted")
    if lead.number.kind is not Kind.COUNT or against.isdisjoint(lows):
        return None
    found: list[list[Side]] = []
    for place in range(len(tokens) - 2):
        joint = place + 1 + (lows[place + 1] in counted)
        if joint + 1 >= len(tokens) or lows[joint] not in against:
            continue
        pair = [_counted(tokens, lows, end) for end in (place, joint + 1)]
        sides = [
            Side(end, number)
            for end, number in zip((place, joint + 1), pair, strict=True)
            if number is not None and alike(lead, number) and number.bound is Bound.EQUAL and not number.signed
        ]
        if len(sides) == 2 and lows[place - 1 : place] != ["from"]:
            found.append(sides)
    return found[0] if len(found) == 1 else None


def number_of(tokens: Sequence[Token], lows: Sequence[str], at: int, lead: Lead | None = None) -> Quantity | None:
    """The number at a token as one of the kind of a lead, a count by default; a clock's reading is a race's time."""
    quantity = tokens[at].quantity
    if lead is None or lead.number.kind is Kind.COUNT:
        return _target(lows, at, _counted(tokens, lows, at), lead)
    if lead.number.kind is Kind.DURATION and quantity is not None and quantity.kind is Kind.TIME:
        return clocked(quantity, lead.number.unit)
    return quantity


def _target(lows: Sequence[str], at: int, number: Quantity | None, lead: Lead | None) -> Quantity | None:
    """The runs that a side was set to win with, which is one more than the other made: "set 243", "chasing 212"."""
    before = lows[at - 1] if at else ""
    aim = before in words_of("leads.chasing") or (before == "of" and lows[max(0, at - 2)] == "target")
    if number is None or lead is None or lead.number.unit != "run" or not aim:
        return number
    return replace(number, interval=Interval(number.value - 1, number.value))


def clocked(quantity: Quantity, unit: str) -> Quantity | None:
    """What a stopwatch shows, as a time in a unit: "2:31:40", "15:42.31"."""
    found = _CLOCK.match(quantity.text)
    if found is None or unit not in _SECONDS or (found[1] is None and "." not in found[3]):
        return None  # "15:42" is a time of the day
    seconds = Fraction(found[3]) + int(found[2]) * 60 + int(found[1] or 0) * 3600
    value, half = seconds / _SECONDS[unit], Fraction(1, 2 * _SECONDS[unit])
    room = Interval(value - half, value + half)
    return replace(quantity, kind=Kind.DURATION, unit=unit, value=value, interval=room, readings=(), numeral="")


def is_set_aside(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether words make a number a change, or one of another time: "from almost 9,000", "trailed by six", "40 ago"."""
    if at == 0 or lows[at - 1] not in words_of("leads.aside"):
        return False
    return lows[at - 1] != "by" or not opens_sides(tokens, lows, at)


def is_joined(lows: Sequence[str], one: Side, other: Side) -> bool:
    """Whether "to", "against" or a dash parts two sides: "4,112 votes to 3,870", "84-71"."""
    if one.at == other.at:
        return True
    between = lows[one.at + 1 : other.at]
    if len(between) > _BETWEEN or "," in between or "and" in between:
        return False
    return not words_of("elections.against").isdisjoint(between)


def halves(score: Quantity) -> Iterator[Quantity]:
    """The two numbers of a score, none for one of several sets."""
    found = _SCORE.match(score.text)
    if found is None:
        return
    for group in (1, 2):
        start, end = score.start + found.start(group), score.start + found.end(group)
        yield replace(
            _exactly(score, int(found[group])), start=start, end=end, outer_start=start, outer_end=end,
            text=found[group], numeral=found[group],
        )  # fmt: skip


def _exactly(quantity: Quantity, value: int) -> Quantity:
    exact = Interval.exactly(value)
    return replace(quantity, kind=Kind.COUNT, value=Fraction(value), interval=exact, readings=())


def _counted(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Quantity | None:
    """The count at a token, also where a capital before it made a name of it: "61 seats and the Ash list 48"."""
    quantity = tokens[at].quantity
    if quantity is None or quantity.kind is Kind.COUNT:
        return quantity
    named = quantity.kind is Kind.NAME and quantity.text.isdigit()
    opens_score = lows[at + 1 : at + 2] in (["-"], ["–"])  # "beat Ash 84-71, a 13-point win"
    before = lows[max(0, at - 1 - _NAMED) : at]
    owned = bool(before) and before[-1].endswith(("'s", "’s", "'", "’"))  # "to the Greens' 48"
    if named and (opens_score or owned or not {"and", ",", "while"}.isdisjoint(before)):
        return _exactly(quantity, int(quantity.text))
    return None


def alike(lead: Lead, number: Quantity) -> bool:
    """Whether a number is one of what the lead counts; a bare one may be."""
    own = lead.number
    if number.kind is not own.kind:
        return own.kind is Kind.DURATION and number.kind is Kind.COUNT and not number.unit and number.ulp < 1
    if own.kind in (Kind.DURATION, Kind.MEASURE):
        return own.kind is Kind.DURATION or number.unit == own.unit
    if number.unit == own.unit or own.kind is not Kind.COUNT or not number.unit:
        return number.unit == own.unit or not number.unit
    if not own.unit and number.unit in words_of("leads.units"):
        return True  # "248 points": "a lead of 27"
    voters = words_of("leads.voters")
    return number.unit in voters and (not own.unit or own.unit in voters)


def _is_pair(lows: Sequence[str], at: int, number: Quantity) -> bool:
    """Whether a number only says how many the sides are: "separated the two"."""
    return number.in_words and number.value == 2 and not number.unit and lows[at - 1 : at] in (["the"], ["these"])


def is_spoiled(tokens: Sequence[Token], lows: Sequence[str], at: int, lead: Lead) -> bool:
    """Whether the words round a number make no level of it; "by 29 to 16" tells two sides.

    What was won "of 600 seats", or "when it had 310", is the same side's.
    """
    behind = any(token.quantity is not None for token in tokens[at + 2 : at + 4])
    if (lows[at + 1 : at + 2] == ["of"] and behind) or "when" in lows[max(0, at - _WHEN) : at]:
        return True
    if at == 0 or lows[at - 1] not in words_of("leads.spoiling"):
        return False
    if lows[at - 1] == "of" and lead.number.kind in (Kind.MONEY, Kind.MEASURE):
        return False  # "a bid of 340p"
    return lows[at - 1] != "by" or not opens_sides(tokens, lows, at)


def _last_parts(found: Sequence[Side], lead: Lead) -> list[Side] | None:
    """Of times of several parts the last ones, where those before are the same: "2 hours 31 minutes"."""
    times: list[list[Side]] = []
    for side in found:
        if times and side.at == times[-1][-1].at + 1 and side.number.kind is Kind.DURATION:
            times[-1].append(side)
        else:
            times.append([side])
    for one, other in pairwise(times):
        if [(s.number.unit, s.number.value) for s in one[:-1]] != [(s.number.unit, s.number.value) for s in other[:-1]]:
            return None
    last = [time[-1] for time in times]
    fitting = all(side.number.unit in (lead.number.unit, "") for side in last)
    return last if fitting else None
