"""Numbers that say by how much one side is ahead: "a majority of 468", "a 23-point win", "nine points behind"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from factcheck.quantities.model import AMOUNTS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.statements.lexicon import lexicon

__all__ = ["Lead", "LeadForm", "has_moved", "leads", "opens_sides"]

_JOINTS = 4  # tokens between a noun and its number
_VERB = 9  # tokens between a verb of winning and "by"
_NOUN = 4  # tokens from a number to the noun behind it
_MOVED = 4  # tokens behind a lead in which its verb stands
_UNIT = 2  # tokens of a unit behind a number
_PRICED = (Kind.MONEY, Kind.MEASURE)  # what no side wins by
_CUES = (
    "leads.exceeding",
    "leads.nouns",
    "leads.outcomes",
    "leads.states",
    "leads.winning",
    "leads.winning_so",
    "leads.ahead",
    "leads.parting",
)


class LeadForm(StrEnum):
    """How the number is introduced: by a noun and "of", before a noun, by a verb and "by", by "ahead", or as a gap."""

    OF = "of"
    BEFORE = "before"
    BY = "by"
    AHEAD = "ahead"
    PARTING = "parting"


class Lead(NamedTuple):
    """The number at token `at`, with the unit that its words give it; its words take the tokens `first` to `last`."""

    at: int
    number: Quantity
    form: LeadForm
    noun: str
    first: int
    last: int


def leads(tokens: Sequence[Token], lows: Sequence[str]) -> Iterator[Lead]:
    """Every number of a sentence that is said to be a lead or a gap."""
    if all(words_of(name).isdisjoint(lows) for name in _CUES):
        return
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is None or quantity.kind not in AMOUNTS or quantity.bound is Bound.RANGE or quantity.signed:
            continue
        ways = (_behind_noun, _before_noun, _ahead, _parting, _by)
        found = next((lead for way in ways if (lead := way(tokens, lows, at, quantity)) is not None), None)
        if found is not None:
            yield found


def has_moved(lows: Sequence[str], lead: Lead) -> bool:
    """Whether a lead is told only to say what became of it: "the eight-point lead had dwindled to three"."""
    behind = takewhile(lambda low: low != ",", lows[lead.last + 1 : lead.last + 1 + _MOVED])
    return any(lexicon().cues.get(low) in ("UP", "DOWN", "MOVE") for low in behind)


def _behind_noun(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> Lead | None:
    """ "A majority of just 468", "the margin was 468", "his margin, of 468,"."""
    first = at - 1
    while first > max(0, at - 1 - _JOINTS) and lows[first] in words_of("leads.joints"):
        first -= 1
    joined = lows[first + 1 : at]
    if first < 0 or lows[first] not in words_of("leads.nouns") or not {"of", "was", "is", ":", "mere"} & set(joined):
        return None
    return Lead(at, _with_unit(lows, at, number), LeadForm.OF, lows[first], first, _unit_end(lows, at))


def _before_noun(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> Lead | None:
    """ "A 23-point victory", "a 468-vote majority", "the three-goal margin"."""
    for place in range(at + 1, min(len(lows), at + 1 + _NOUN)):
        if lows[place] in words_of("leads.outcomes") or lows[place] in words_of("leads.states"):
            joined = place > at + 1 and not (lows[place] == "majority" and lows[place + 1 : place + 2] == ["of"])
            return Lead(at, _with_unit(lows, at, number), LeadForm.BEFORE, lows[place], at, place) if joined else None
        if lows[place] not in words_of("leads.qualities"):
            return None
    return None


def _ahead(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> Lead | None:
    """ "Four minutes ahead of Ash", "nine points behind", "sit nine clear of Birch"."""
    place = _unit_end(lows, at) + 1
    if place >= len(lows) or lows[place] not in words_of("leads.ahead"):
        return None
    if number.unit or place > at + 1 or (lows[at - 1 : at] and lows[at - 1] in words_of("leads.standing")):
        return Lead(at, _with_unit(lows, at, number), LeadForm.AHEAD, lows[place], at, place)
    return None


def _parting(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> Lead | None:
    """ "Just 468 votes separated the two", "were separated by 468 votes"."""
    end = _unit_end(lows, at)
    behind = lows[end + 1] if end + 1 < len(lows) else ""
    before = lows[max(0, at - 3) : at]
    by = "by" in before and not words_of("leads.parting").isdisjoint(before)
    if (behind in words_of("leads.parting") or by) and number.unit:
        return Lead(at, _with_unit(lows, at, number), LeadForm.PARTING, "", at, end)
    return None


def _by(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> Lead | None:
    """ "Won the mayoralty by 468 votes", "tops the rival offer of 315p by 25p"."""
    by = at - 1
    while by > max(0, at - _JOINTS) and lows[by] in words_of("leads.slight"):
        by -= 1
    if by < 1 or lows[by] != "by" or opens_sides(tokens, lows, at):
        return None
    verbs = words_of("leads.winning" if number.kind not in _PRICED else "leads.exceeding")
    if number.unit in words_of("leads.units") or number.unit in words_of("leads.voters"):
        verbs |= words_of("leads.winning_so")
    for place in range(by - 1, max(-1, by - 1 - _VERB), -1):
        if lows[place] in verbs:
            return Lead(at, _with_unit(lows, at, number), LeadForm.BY, lows[place], place, _unit_end(lows, at))
        if lows[place] in (",", ";", ":", "and", "but", "by"):
            return None
    return None


def opens_sides(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a number is the first of two sides: "by 4,112 votes to 3,870", "by 29 to 16"."""
    joint = _unit_end(lows, at) + 1
    if lows[joint - 1] in words_of("elections.against"):
        joint -= 1
    behind = [token.quantity is not None for token in tokens[joint + 1 : joint + 3]]
    return joint < len(lows) and lows[joint] in words_of("elections.against") and any(behind)


def _unit_end(lows: Sequence[str], at: int) -> int:
    """The last token of a number's unit: "468 votes"."""
    end = at
    while end + 1 < len(lows) and end < at + _UNIT and lows[end + 1] in words_of("leads.qualities"):
        end += 1
    return end


def _with_unit(lows: Sequence[str], at: int, number: Quantity) -> Quantity:
    """The number with what it counts, where a hyphen parts the two: "a 23-point win"; a verb behind is no unit."""
    if number.kind is Kind.COUNT and number.unit and not words_of("leads.telling").isdisjoint(lows[at + 1 : at + 2]):
        return replace(number, unit="")  # "a lead of 27 means that"
    if number.kind is Kind.COUNT and not number.unit and lows[at + 1 : at + 2] == ["-"]:
        return replace(number, unit="".join(lows[at + 2 : at + 3]).removesuffix("s"))
    return number
