"""Words for a pace, which tell a rise or a fall where the levels are rates: "inflation slowed to 3.2% from 3.9%".

Of a time, a number or an index the same words may tell either: a runner who slows takes longer.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Word

__all__ = ["pace_word"]

_PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are", "not", "n't", "never"})
_BEHIND = frozenset({"TO", "FROM", "PCT", "VALUE", "PTS", "BY"})
_ADVERBS = 1  # tokens between the word and what it leads to: "slowed slightly to"


def pace_word(at: int, fed: Sequence[Cue], tokens: Sequence[Token], levels: Sequence[Quantity]) -> Word | None:
    """The word of pace at a place of the cues, with the side that the levels give it; None where it has none.

    It is a verb without an object, so that "were eased to 50%" and "eased its limit to 50%", which may go up, are none.
    """
    cue = fed[at]
    lower = tokens[cue.first].low
    following = fed[at + 1] if at + 1 < len(fed) else None
    if following is None or following.type not in _BEHIND or following.first - cue.last > 1 + _ADVERBS:
        return None
    if cue.first and tokens[cue.first - 1].low in _PASSIVE:
        return None
    side = _side(lower, tokens, levels)
    if not side:
        return None
    token = tokens[cue.first]
    return Word("UP" if side > 0 else "DOWN", token.start, token.end, token.text)


def _side(word: str, tokens: Sequence[Token], levels: Sequence[Quantity]) -> int:
    words = lexicon()
    if all(level.kind is Kind.PERCENT for level in levels):
        return (word in words.faster) - (word in words.slower)
    if any(level.kind is not Kind.MONEY for level in levels):
        return 0
    if not words.currency.isdisjoint(token.low for token in tokens if token.quantity is None):
        return 0
    return (word in words.dearer) - (word in words.cheaper)
