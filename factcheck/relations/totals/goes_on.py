"""Whether what is told may go on behind the last part: "and one was absent"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity, Token
from factcheck.relations.lexicon import words_of

__all__ = ["goes_on"]

_AMONG = 3  # tokens from "including" to a number


def goes_on(reading: Reading, place: int, last: Quantity, gap: Fraction, *, whole: bool = False) -> bool:
    """Whether a further part that fills the gap may follow: "the other four voted against, and one was absent".

    `whole` tells that the list is said to be all there is, so that one more would be told with a word for it.
    """
    if gap <= 0:
        return False
    here = reading.sentences[place]
    after = reading.sentences[place + 1] if place + 1 < len(reading.sentences) else None
    follows = after is not None and after.index - here.index == 1
    if gap == 1 and not follows and not whole:  # what comes next, if anything, is told without a figure: "Another …"
        return True
    near = [here, after] if after is not None and follows else [here]
    later = [token for one in near for token in one.tokens if token.start >= last.end]
    if gap == 1 and _tells_of_one(later):
        return True
    numbers = (token.quantity for at, token in enumerate(later) if not _is_among_them(later, at))
    return any(q is not None and q.kind is last.kind and 0 < q.value <= gap for q in numbers)


def _is_among_them(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number counts some of those told before: "the other nine, among them two nurses"."""
    before = (token.low for token in tokens[max(0, at - _AMONG) : at])
    return not words_of("rest.among").isdisjoint(before)


def _tells_of_one(tokens: Sequence[Token]) -> bool:
    """Whether a single thing is told of that is none of those told before: not "and one of them said"."""
    lows = [token.low for token in tokens]
    singles = (at for at, word in enumerate(lows) if word in words_of("rest.single"))
    return any(lows[at + 1 : at + 2] != ["of"] for at in singles)
