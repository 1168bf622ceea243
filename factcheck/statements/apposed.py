"""Two levels with a clause between them and the word that compares them: "44% of adults bought one, up from 53%".

The word opens an apposition ("up from", "a sharp fall from", "lower than the"), and the level before it is the only
one of its kind in the sentence so far, so that no other can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.statements.change import word_at
from factcheck.statements.context import DIRECTION, is_negative, is_per_unit
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Statement

__all__ = ["apposed_levels"]

OPENING = 4  # words from the comma to the word of change
REACH = 6  # words from "from" or "than" to the level
_MOVES = frozenset({"UP", "DOWN"})
_LINKS = frozenset({"FROM", "THAN"})
_OPENERS = frozenset({"COMMA", "SEP", "LPAR", "DASH", "AND"})
_GOES_ON = frozenset({"TO", "BY", "UP", "DOWN", "MORE", "FEWER"})
_LEVELS = frozenset({"VALUE", "PCT"})


def apposed_levels(cues: Sequence[Cue], tokens: Sequence[Token], found: Sequence[Statement]) -> Iterator[Statement]:
    """The changes that no statement found tells, each with its two levels and its word."""
    told = {quantity.start for one in found if one.kind == "change" for quantity in one.roles.values()}
    for at in range(1, len(cues) - 2):
        link = cues[at + 1]
        if cues[at].type not in _MOVES or link.type not in _LINKS or not _opens(cues, tokens, at):
            continue
        level = cues[at + 2]
        if level.type == "OF" and at + 3 < len(cues):
            level = cues[at + 3]
        before = level.quantity
        if level.type not in _LEVELS or before is None or before.start in told or level.first - link.last > REACH:
            continue
        if _goes_on(cues, level):
            continue
        after = _only_level(cues[:at], before)
        if after is None or after.start in told or not _alike(after, before, tokens) or _is_fall(after, found):
            continue
        word = word_at(cues[at], tokens)
        roles = {"after": after, "before": before}
        direction = DIRECTION[cues[at].type]
        yield Statement("change", roles, cues[at].first, level.last, direction, {"direction": word})


def _opens(cues: Sequence[Cue], tokens: Sequence[Token], at: int) -> bool:
    """Whether the word opens an apposition, and what it links follows at once."""
    opener, cue, link = cues[at - 1], cues[at], cues[at + 1]
    between = [token.low for token in tokens[opener.last + 1 : cue.first]]
    if opener.type not in _OPENERS or len(between) > OPENING or link.first != cue.last + 1:
        return False
    words = lexicon()
    if not words.clause.isdisjoint(between) or not words.verbs.isdisjoint(between):
        return False
    return not between or between[0] in ("a", "an") or words.apposition.issuperset(between)


def _goes_on(cues: Sequence[Cue], level: Cue) -> bool:
    """Whether the apposition has a change or a second level of its own: "up from 53% to 60%"."""
    behind = next((cue for cue in cues if cue.first > level.last), None)
    return behind is not None and behind.type in _GOES_ON


def _only_level(cues: Sequence[Cue], before: Quantity) -> Quantity | None:
    """The only number of that kind among the cues."""
    share = before.kind is Kind.PERCENT
    levels = [cue.quantity for cue in cues if cue.quantity and (cue.quantity.kind is Kind.PERCENT) == share]
    return levels[0] if len(levels) == 1 else None


def _alike(after: Quantity, before: Quantity, tokens: Sequence[Token]) -> bool:
    plain = all(q.bound is not Bound.RANGE and not q.signed for q in (after, before))
    named = after.kind is before.kind and (after.unit == before.unit or not before.unit)
    same = all(of(after, tokens) == of(before, tokens) for of in (is_per_unit, is_negative))
    scaled = after.scale == before.scale or 1 not in (after.scale, before.scale)
    return plain and named and scaled and same


def _is_fall(after: Quantity, found: Sequence[Statement]) -> bool:
    """Whether the number is told as a fall, whose size goes the other way."""
    return any(one.direction < 0 and after in one.roles.values() for one in found if one.kind == "move")
