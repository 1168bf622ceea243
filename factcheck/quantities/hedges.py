"""The words before and behind a number that loosen or bound it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind

__all__ = ["Hedge", "hedge_after", "hedge_before"]


class Hedge(NamedTuple):
    """A hedge: its effect, the index of its first piece and of the piece behind it."""

    effect: str
    first: int
    after: int


_BOUNDS = frozenset(("more", "less", "over_close", "under_close"))
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
            return Hedge(effect, first, i) if _loosens(tape, first, effect, kind) else None
    return None


def _loosens(tape: Tape, first: int, effect: str, kind: Kind) -> bool:
    if effect not in _BOUNDS:
        return True
    if tape.low(first + 1) == "zero":  # "ten degrees below zero"
        return False
    if kind in _CALENDAR or (kind is Kind.DURATION and tape.low(first) in ("over", "under", "above", "below")):
        return False
    before = tape.low(first - 1)
    return before not in LEXICON.compared_after and not before[-1:].isdigit()


def hedge_after(tape: Tape, i: int) -> Hedge | None:
    """The hedge that begins at piece `i`: "or so", "or more"; "+" only where it is glued on."""
    if not tape.near(i):
        return None
    if tape.words[i] == "+":
        return Hedge("at_least", i, i + 1) if tape.glued(i) and not tape.word(i + 1)[:1].isdigit() else None
    entries = LEXICON.hedges_after.get(tape.low(i))
    if tape.low(i) == "plus" and tape.word(i + 1)[:1].isalnum() and not tape.word(i + 1).islower():
        return None
    for pieces, effect in entries or ():
        after = i + len(pieces)
        if all(tape.low(i + k) == piece for k, piece in enumerate(pieces)) and tape.low(after) != "than":
            return Hedge(effect, i, after)
    return None
