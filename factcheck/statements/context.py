"""What the words round a quantity say of it: a change, a rate over years, a value per unit, a loss."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.statements.lexicon import lexicon

__all__ = ["DIRECTION", "has_unread_unit", "is_change", "is_negative", "is_per_unit", "is_rate", "place_of"]

DIRECTION = {"UP": 1, "DOWN": -1, "MOVE": 0, "MORE": 1, "FEWER": -1}


def place_of(quantity: Quantity, tokens: Sequence[Token]) -> int:
    """The token of a quantity; 0 where it is none of theirs."""
    at = bisect_right(tokens, quantity.start, key=lambda token: token.start) - 1
    return at if at >= 0 and tokens[at].quantity is quantity else 0


def is_change(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a quantity before the word of change is the change: "a 7.2% decrease"."""
    at = place_of(quantity, tokens)
    before = tokens[at - 1].text.lower() if at else ""
    near = any(lexicon().cues.get(token.text.lower(), "") in DIRECTION for token in tokens[at + 1 : at + 3])
    return near and (quantity.kind is Kind.POINTS or before in ("a", "an", "the", "that"))


def is_rate(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether the change is one a year over several: "a compound annual growth rate of 9.2%"."""
    at = place_of(quantity, tokens)
    rate = lexicon().rate
    behind = [token.text.lower() for token in tokens[at + 1 : at + 4]]
    if any(word in lexicon().adjusted for word in behind):
        return True
    around = [token.text.lower() for token in (*tokens[max(0, at - 6) : at], *tokens[at + 1 : at + 3])]
    return any(word in rate for word in around) or any(
        a in ("a", "per", "each") and b == "year" for a, b in pairwise(around)
    )


def is_per_unit(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a value is one per something: "$1.35 per diluted share"."""
    following: list[str] = []
    for token in tokens[place_of(quantity, tokens) + 1 :][:3]:
        if token.quantity is not None or token.text.lower() == "or":
            break
        following.append(token.text.lower())
    return "per" in following or following[:2] in (["a", "share"], ["an", "hour"])


def has_unread_unit(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a capitalised word stands right behind a bare number, a unit perhaps that is not known: "12.8 Mtoe"."""
    at = place_of(quantity, tokens) + 1
    bare = quantity.kind is Kind.COUNT and not quantity.unit and quantity.scale == 1
    return bare and at < len(tokens) and tokens[at].text[0].isupper()


def is_negative(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a value is said to be a loss, a deficit or the like."""
    at = place_of(quantity, tokens)
    sign = lexicon().sign
    before = [token.text.lower() for token in tokens[max(0, at - 5) : at]]
    behind = [token.text.lower() for token in tokens[at + 1 : at + 3]]
    return any(word in sign for word in (*before, *behind))
