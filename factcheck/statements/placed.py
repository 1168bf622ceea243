"""Words that are a cue by their place alone: "on" and "over" behind a change, "off" before a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.quantities.model import LABELS, Token, TokenKind
from factcheck.statements.lexicon import lexicon

__all__ = ["COPULAS", "PLACED", "ends_a_name", "is_outcome", "is_phrasal"]

COPULAS = frozenset({"is", "are", "was", "were"})
_BEHIND = 3  # tokens from "to reach" to its number
_SHORT = 4  # letters of a word that titles too leave in lower case


def _after_change(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a word of rise or fall stands right before, with the change behind it or not: "up 9% over the 80"."""
    back = at - 1
    if lows[back] in ("point", "points") and back > 1:
        back -= 1
    if back > 0 and tokens[back].quantity is not None:
        back -= 1
    if back > 0 and back < at - 1 and (lows[back] == "of" or (lows[back] == "by" and _is_next(tokens, lows, at + 1))):
        back -= 1  # "an increase of 19% over the 4,120", "down by 5.6 points on the 72.4%"
    return back >= 0 and (lexicon().cues.get(lows[back]) in ("UP", "DOWN") or lows[back] in ("off", "improvement"))


def _is_next(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a number stands right there, or behind "the" and a word: "on the 72.4%"."""
    near = next((k for k in range(at, min(len(tokens), at + 3)) if tokens[k].quantity is not None), None)
    return near is not None and "to" not in lows[at:near]


def is_outcome(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a change, or the word for it, stands right before "to" and its verb, and a number shortly behind them."""
    before, last = tokens[max(0, at - 2) : at], lows[at - 1 : at]
    counted = any(token.quantity is not None and token.quantity.kind not in LABELS for token in before)
    told = counted or (bool(last) and lexicon().cues.get(last[0], "") in ("UP", "DOWN"))
    return told and any(token.quantity is not None for token in tokens[at + 2 : at + 2 + _BEHIND])


def _is_fallen(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether "off" tells of a fall: behind "were" or a mark, right before a number."""
    if at + 1 >= len(tokens) or tokens[at + 1].quantity is None or at == 0:
        return False
    return lows[at - 1] in COPULAS or tokens[at - 1].kind is TokenKind.PUNCT


def _ranks(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a number stands right before, and "than" right behind: "12% higher than", "3.4 points higher than"."""
    before = at - 2 if lows[at - 1 : at] in (["point"], ["points"]) else at - 1
    return lows[at + 1 : at + 2] == ["than"] and before >= 0 and tokens[before].quantity is not None


def ends_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of change is part of a name, where other words are in lower case: "from 2.8% in Alder Falls"."""
    if at == 0 or not (_is_capitalised(tokens[at]) and _is_capitalised(tokens[at - 1])):
        return False
    return any(token.text.islower() and len(token.text) > _SHORT for token in tokens)


def is_phrasal(lows: Sequence[str], at: int) -> bool:
    """Whether "up" or "down" belongs to a verb that tells of no change: "butter held up", "who make up a fifth"."""
    return at > 0 and lows[at] in ("up", "down") and lows[at - 1] in lexicon().phrasal


def _is_capitalised(token: Token) -> bool:
    return token.quantity is None and token.text[0].isupper() and token.text[1:].islower()


# Words whose cue hangs on their place: the cue, and where they have it.
PLACED: dict[str, tuple[str, Callable[[Sequence[Token], Sequence[str], int], bool]]] = {
    "on": ("FROM", _after_change),
    "over": ("FROM", _after_change),
    "higher": ("MORE", _ranks),
    "lower": ("FEWER", _ranks),
    "off": ("DOWN", _is_fallen),
}
