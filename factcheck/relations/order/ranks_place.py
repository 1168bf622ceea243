"""Places with the numbers that gave them: "finished third in 51.2 seconds, behind Ash in 50.4 and Birch in 50.9"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of

__all__ = ["crowded_places", "places_behind"]

_OWN = 8  # tokens from a place to its number, and from there to "behind"
_NAME = 6  # tokens from "behind" or "and" to the number of the next in the row
_LAST = 12  # the last place that is told with all before it
_PARTICLES = frozenset({"the", "of", "de", "van", "von", "al", "-", "'s", "’s"})

Ordered = tuple[Quantity, Quantity, int]  # the better and the worse, and 1 where more is better


def places_behind(reading: Reading) -> Iterator[Ordered]:
    """Each of those who are told to be ahead, with the one that is behind them."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        lows = list(sentence.lows)
        if "behind" not in lows:
            continue
        behind = lows.index("behind")
        place = next(
            (at for at in range(behind - 1, max(-1, behind - 2 * _OWN), -1) if _is_place(tokens, lows, at)), None
        )
        own = _own(tokens, lows, place, behind) if place is not None else None
        if own is None or place is None or not _is_near(tokens, own, behind):
            continue
        worse, rank = tokens[own].quantity, tokens[place].quantity
        side = _side(worse)
        row = list(_row(tokens, lows, behind + 1))
        if worse is not None and rank is not None and side and len(row) < rank.value:
            for at in row:
                better = _like(tokens[at].quantity, worse)
                if better is not None:
                    yield better, worse, side


def _is_place(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    quantity = tokens[at].quantity
    ranked = quantity is not None and quantity.kind is Kind.ORDINAL and 1 < quantity.value <= _LAST
    return ranked and at > 0 and lows[at - 1] in words_of("ranks.finishing")


def _own(tokens: Sequence[Token], lows: Sequence[str], place: int, behind: int) -> int | None:
    """The only number between a place and "behind"."""
    found = [at for at in range(place + 1, behind) if tokens[at].quantity is not None]
    if len(found) != 1 or found[0] > place + _OWN or lows[found[0] - 1] not in words_of("ranks.placing"):
        return None
    return found[0]


def _is_near(tokens: Sequence[Token], own: int, behind: int) -> bool:
    """Whether nothing but the unit and a comma stand between the number of a place and "behind"."""
    return behind - own <= 3 and all(token.quantity is None for token in tokens[own + 1 : behind])


def _side(own: Quantity | None) -> int:
    """1 where more is better, -1 for a time, 0 where that cannot be told."""
    if own is None or own.bound is not Bound.EQUAL or own.signed:
        return 0
    if own.kind is Kind.DURATION:
        return -1
    return 1 if own.kind is Kind.COUNT and own.unit in words_of("ranks.tallies") else 0


def _row(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Iterator[int]:
    """Where the numbers of those ahead stand: "Ash in 50.4 and Birch in 50.9"."""
    while True:
        number = next((k for k in range(at, min(len(tokens), at + _NAME)) if tokens[k].quantity is not None), None)
        if number is None or number < at + 2 or lows[number - 1] not in words_of("ranks.placing"):
            return
        if not all(token.text[:1].isupper() or token.low in _PARTICLES for token in tokens[at : number - 1]):
            return
        quantity = tokens[number].quantity
        if quantity is None or quantity.kind in LABELS or _goes_on(tokens, number):
            return
        yield number
        at = number + 1 + (lows[number - 1] == "(")
        if lows[at : at + 1] not in ([","], ["and"]):
            return
        at += 1


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether another part of a time follows: "2 minutes 14 seconds"."""
    return at + 1 < len(tokens) and tokens[at + 1].quantity is not None


def _like(number: Quantity | None, own: Quantity) -> Quantity | None:
    """A number as one of the kind of another, which it may leave to that; None for one of another kind."""
    if number is None or number.bound is not Bound.EQUAL or number.signed:
        return None
    if number.kind is Kind.COUNT and not number.unit:
        decimal = own.kind is Kind.DURATION and number.ulp == own.ulp
        return replace(number, kind=own.kind, unit=own.unit) if decimal or own.kind is Kind.COUNT else None
    return number if number.kind is own.kind and number.unit == own.unit else None


def crowded_places(reading: Reading) -> Iterator[tuple[Quantity, Quantity, Token]]:
    """The own number of a place, one that should be behind it, and the place: "second-largest after A (90) and B (70)".

    As many are told to be ahead as the place has before it, or more; so the last of them is no better.
    """
    for sentence in reading.sentences:
        tokens, lows = sentence.tokens, list(sentence.lows)
        joint = next((at for at, low in enumerate(lows) if low in ("behind", "after")), None)
        place = _last_place(tokens, lows, joint) if joint is not None else None
        if joint is None or place is None or not words_of("ranks.shared").isdisjoint(lows):
            continue
        rank = tokens[place].quantity
        own = [at for at in range(place) if (q := tokens[at].quantity) is not None and q.kind not in LABELS]
        row = list(_row(tokens, lows, joint + 1))
        if rank is None or len(own) != 1 or not rank.value <= len(row) <= _LAST:
            continue
        number = tokens[own[0]].quantity
        better = _like(tokens[row[-1]].quantity, number) if number is not None else None
        largest = not words_of("ranks.top").isdisjoint(lows[place : place + 3])
        if number is not None and better is not None and (largest or _side(number) > 0):
            yield number, better, tokens[place]


def _last_place(tokens: Sequence[Token], lows: Sequence[str], joint: int) -> int | None:
    """The place that is told before "behind" or "after": "came second in the table", "is the second-largest city"."""
    for at in range(joint - 1, max(0, joint - 1 - _OWN), -1):
        quantity = tokens[at].quantity
        if quantity is not None:
            ranked = quantity.kind is Kind.ORDINAL and 1 < quantity.value <= _LAST
            sized = lows[at + 1 : at + 2] == ["-"] and lows[at + 2] in words_of("ranks.top")
            sized = sized or lows[at + 1] in words_of("ranks.top")
            return at if ranked and (sized or _is_place(tokens, lows, at)) else None
    return None
