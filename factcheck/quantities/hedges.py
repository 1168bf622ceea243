"""The words before and behind a number that loosen or bound it."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind
from factcheck.quantities.numeral import Numeral

__all__ = ["Hedge", "hedge_after", "hedge_before", "hedge_on", "past_hedge"]


class Hedge(NamedTuple):
    """A hedge: its effect, the index of its first piece and of the piece behind it."""

    effect: str
    first: int
    after: int


_TAIL = re.compile(r"-([A-Za-z]+)(?![^\W_])")
_DIRECTIONS = (["north"], ["south"])
_BOUNDS = frozenset(("more", "less", "over_close", "under_close"))
_RAISED = frozenset(
    ("go", "goes", "going", "gone", "went", "add", "adds", "added", "adding")
)  # "went up to £5", "adds up to £5"
_HANDED = frozenset(
    ("hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning", "sign", "signs", "signed", "signing")
)  # "hand over £5", "turned over £5m"
_CALENDAR = frozenset((Kind.YEAR, Kind.DATE, Kind.TIME))


def hedge_before(tape: Tape, i: int, kind: Kind) -> Hedge | None:
    """The hedge whose last piece is right before piece `i`, where a number of that kind begins.

    "12% over $3m" compares, "over three years" is a time that passes, "more than 2012" a base: none of them hedges.
    """
    last = tape.low(i - 1)
    entries = LEXICON.hedges_before.get(last)
    if entries is None or not tape.near(i):
        return None
    for pieces, effect in entries:
        first = i - len(pieces)
        if first >= 0 and all(tape.low(first + k) == piece for k, piece in enumerate(pieces)):
            placed = pieces[-2:-1] in _DIRECTIONS and kind not in (Kind.MONEY, Kind.PERCENT)  # "north of 3 villages"
            return Hedge(effect, first, i) if not placed and _loosens(tape, first, effect, kind) else None
    return None


def past_hedge(tape: Tape, numeral: Numeral) -> Numeral:
    """`numeral` with the piece behind it past a hedge that hangs on it ("50-odd years"), so that its unit is found."""
    if numeral.tail:
        return numeral._replace(tail="") if numeral.tail.lower() in LEXICON.hedges_tail else numeral
    i = numeral.after
    if tape.word(i) == "-" and tape.glued(i) and tape.glued(i + 1) and tape.low(i + 1) in LEXICON.hedges_tail:
        return numeral._replace(after=i + 2)
    return numeral


def hedge_on(tape: Tape, numeral: Numeral) -> Hedge | None:
    """The hedge that hangs on `numeral` by a hyphen."""
    found = _TAIL.match(tape.text, numeral.end)
    effect = LEXICON.hedges_tail.get(found[1].lower()) if found else None
    return None if effect is None else Hedge(effect, numeral.after - 1, numeral.after)


def _loosens(tape: Tape, first: int, effect: str, kind: Kind) -> bool:
    if effect == "at_most" and tape.low(first) == "up" and tape.low(first - 1) in _RAISED:
        return False
    if effect not in _BOUNDS:
        return True
    if tape.low(first) == "over" and tape.low(first - 1) in _HANDED:
        return False
    if tape.low(first + 1) == "zero":  # "ten degrees below zero"
        return False
    if kind in _CALENDAR or (kind is Kind.DURATION and tape.low(first) in ("over", "under", "above", "below")):
        return False
    before = tape.low(first - 1)
    return before not in LEXICON.compared_after and not before[-1:].isdigit()


def _is_more(tape: Tape, i: int) -> bool:
    """Whether the "plus" at piece `i` bounds the number before it: not "6 Plus", "3 plus 4", "plus or minus"."""
    behind = tape.word(i + 1)
    return tape.words[i] == "plus" and behind != "or" and not (behind[:1].isalnum() and not behind.islower())


def hedge_after(tape: Tape, i: int) -> Hedge | None:
    """The hedge that begins at piece `i`: "or so", "or more"; "+" only where it is glued on."""
    if not tape.near(i):
        return None
    if tape.words[i] == "+":
        return Hedge("at_least", i, i + 1) if tape.glued(i) and not tape.word(i + 1)[:1].isdigit() else None
    entries = LEXICON.hedges_after.get(tape.low(i))
    if tape.low(i) == "plus" and not _is_more(tape, i):
        return None
    for pieces, effect in entries or ():
        after = i + len(pieces)
        if all(tape.low(i + k) == piece for k, piece in enumerate(pieces)) and tape.low(after) != "than":
            return Hedge(effect, i, after)
    return None
