"""Ratios of two counts: "outnumber women by three to one, 12 men and four women", "five applicants for every place".

The two counts are the only other amounts of the sentence; one of them counts what the ratio is told of, or both are
the two sides of one thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.names import singular
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.multiples import Multiple, loosely

__all__ = ["ratio_levels"]

MANY = 20  # no ratio in words is told of more to one
_BY = 3  # tokens before a ratio in which "by" or "ratio" stands
_EVERY = 3  # tokens from "applicants" to "for every"
_APART = 7  # tokens between the two counts

Levels = tuple[Quantity, Quantity]  # the smaller side of the ratio, and the larger


def ratio_levels(tokens: Sequence[Token], lows: Sequence[str]) -> tuple[Multiple, Levels] | None:
    """The one ratio of a sentence with its two counts, where it has both and no other amount."""
    if not {"to", "for", "per"} & set(lows):
        return None
    found = [at for at in range(len(tokens)) if _to_one(tokens, lows, at) or _for_every(tokens, lows, at)]
    if len(found) != 1:
        return None
    at = found[0]
    number = tokens[at].quantity
    one_to = _to_one(tokens, lows, at)
    last = at + 2 if one_to else at
    counts = _counts(tokens, lows, range(at, last + 1))
    if number is None or counts is None or len(counts) != 2 or counts[0] < last or counts[1] - counts[0] > _APART:
        return None
    one, other = (tokens[place].quantity for place in counts)
    if one is None or other is None or min(one.value, other.value) <= 0:
        return None
    fits = _are_sides(lows, at, counts) if one_to else _are_of(lows, at, one, other)
    multiple = Multiple(at, last, _ratio(number, lows, at), None, False, True)
    levels = (other, one) if one.value >= other.value else (one, other)
    return (multiple, levels) if fits else None


def _to_one(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """ "By three to one", "a ratio of 5 to 1"."""
    if lows[at + 1 : at + 2] != ["to"] or at + 2 >= len(tokens) or not _is_times(tokens[at].quantity):
        return False
    one = tokens[at + 2].quantity
    introduced = not {"by", "ratio", "outnumber", "outnumbered"}.isdisjoint(lows[max(0, at - _BY) : at])
    if one is None:
        return introduced and lows[at + 2] == "one"
    return introduced and one.kind is Kind.COUNT and one.value == 1 and not one.unit


def _for_every(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """ "Five applicants for every place"; none where a number follows, "for every 100"."""
    quantity = tokens[at].quantity
    if quantity is None or not quantity.unit or not _is_times(quantity):
        return False
    place = next(
        (k for k in range(at + 1, at + 1 + _EVERY) if lows[k : k + 2] in (["for", "every"], ["for", "each"])), 0
    )
    return bool(place) and place + 2 < len(tokens) and tokens[place + 2].quantity is None


def _is_times(quantity: Quantity | None) -> bool:
    if quantity is None or quantity.kind is not Kind.COUNT or quantity.bound is Bound.RANGE:
        return False
    return 1 < quantity.value <= MANY


def _counts(tokens: Sequence[Token], lows: Sequence[str], skipped: range) -> list[int] | None:
    """Where the other amounts of a sentence stand; None where one of them is no plain count."""
    found = []
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is None or at in skipped or quantity.kind in LABELS:
            continue
        if quantity.kind is not Kind.COUNT or quantity.bound is not Bound.EQUAL or quantity.signed:
            return None
        if lows[at - 1] in words_of("multiples.unlike"):
            return None
        found.append(at)
    return found


def _are_sides(lows: Sequence[str], at: int, counts: Sequence[int]) -> bool:
    """Whether two counts are of the two sides of a vote, or of the two that the ratio is told of."""
    if not words_of("multiples.sides").isdisjoint(lows[counts[0] :]):
        return True
    nouns = [lows[place + 1] for place in counts if place + 1 < len(lows)]
    return len(nouns) == 2 and nouns[0] != nouns[1] and all(noun in lows[:at] for noun in nouns)


def _are_of(lows: Sequence[str], at: int, one: Quantity, other: Quantity) -> bool:
    """Whether the smaller of two counts is one of what stands behind "for every"."""
    every = next(k for k in range(at, len(lows)) if lows[k] in ("every", "each"))
    noun = singular(lows[every + 1])
    low, high = (other, one) if one.value >= other.value else (one, other)
    return singular(low.unit) == noun and high.unit != low.unit


def _ratio(number: Quantity, lows: Sequence[str], at: int) -> Interval:
    before = lows[at - 1] if at else ""
    words = number.hedge or before
    hedge = next((name for name in ("below", "above", "about") if words in words_of(f"multiples.{name}")), "")
    return loosely(number.value, hedge)
