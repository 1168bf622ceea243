"""The words before and behind a number that loosen or bound it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.lexer import Tape

__all__ = ["Hedge", "hedge_after", "hedge_before"]


class Hedge(NamedTuple):
    """A hedge: its effect, the index of its first piece and of the piece behind it."""

    effect: str
    first: int
    after: int


def hedge_before(tape: Tape, i: int) -> Hedge | None:
    """The hedge whose last piece is right before piece `i`."""
    last = tape.low(i - 1)
    entries = LEXICON.hedges_before.get(last)
    if entries is None or not tape.near(i):
        return None
    for pieces, effect in entries:
        first = i - len(pieces)
        if first >= 0 and all(tape.low(first + k) == piece for k, piece in enumerate(pieces)):
            return Hedge(effect, first, i)
    return None


def hedge_after(tape: Tape, i: int) -> Hedge | None:
    """The hedge that begins at piece `i`: "or so", "or more"; "+" only where it is glued on."""
    if not tape.near(i):
        return None
    if tape.words[i] == "+":
        return Hedge("at_least", i, i + 1) if tape.glued(i) and not tape.word(i + 1)[:1].isdigit() else None
    entries = LEXICON.hedges_after.get(tape.low(i))
    for pieces, effect in entries or ():
        if all(tape.low(i + k) == piece for k, piece in enumerate(pieces)):
            return Hedge(effect, i, i + len(pieces))
    return None
