"""How many times as much a word says: "more than doubled", "nearly ten-fold", "2.5 times greater".

Such words are meant loosely, and more so with a hedge; "three times more" is read as three times as much, and as four.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of

__all__ = ["Multiple", "loosely", "multiple_at"]

_GROUPS = {"twice": Fraction(2), "thrice": Fraction(3), "fourfold": Fraction(4), "half": Fraction(1, 2)}
_HEDGES = ("below", "above", "about")
LESS = Fraction(3, 5)  # no number of times is told of less than this below it
MANY = 10  # from here on a number of times is meant more exactly
NEAR = 4  # tokens between a number of times and the word that makes it a change


class Multiple(NamedTuple):
    """A word or number of times, at the tokens `first` to `last`, with the ratios that it may stand for.

    `changes` says that something became so many times as large, `compares` that it is so many times another.
    """

    first: int
    last: int
    ratio: Interval
    number: Quantity | None
    changes: bool
    compares: bool
    fraction: bool = False


def multiple_at(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Multiple | None:
    """The multiple at a token; None where there is none, and for "double-digit" and a doubles match."""
    quantity = tokens[at].quantity
    if quantity is not None:
        return _of_number(lows, at, quantity) if quantity.kind is Kind.MULTIPLE else _of_fraction(lows, at, quantity)
    factor = _factors().get(lows[at])
    if factor is None or (at + 1 < len(tokens) and lows[at + 1] == "-"):
        return None
    base = not lows[at].endswith(("d", "ing"))
    verbal = at > 0 and lows[at - 1] in words_of("multiples.verbal")
    if base and not verbal and lows[at] in ("doubles", "triples"):
        return None
    hedge, size = _hedge(lows, at)
    return Multiple(at - size, at, loosely(factor, hedge), None, not base or verbal, base)


def _of_fraction(lows: Sequence[str], at: int, number: Quantity) -> Multiple | None:
    """ "A third of the usual 90mm", "half as many"; "a tenth as many", where the word was read as a rank."""
    hedge = next((name for name in _HEDGES if number.hedge in words_of(f"multiples.{name}")), "")
    if number.kind is Kind.RATIO and number.in_words and 0 < number.value < 1:
        if lows[at + 1 : at + 2] == ["as"] and lows[at + 3 : at + 4] == ["again"]:
            last = at + 3 + (lows[at + 4 : at + 5] == ["as"])  # "half as many again as the 18,000"
            return Multiple(at, last, loosely(1 + number.value, hedge), number, False, True)
        return Multiple(at, at, _partly(number, hedge), number, False, True, True)
    ranked = number.kind is Kind.ORDINAL and number.value > 2 and lows[at - 1 : at] in (["a"], ["one"])
    if ranked and lows[at + 1 : at + 2] == ["as"]:
        return Multiple(at - 1, at, loosely(1 / number.value, ""), None, False, True, True)
    return None


@cache
def _factors() -> dict[str, Fraction]:
    return {word: factor for name, factor in _GROUPS.items() for word in words_of(f"multiples.{name}")}


def _of_number(lows: Sequence[str], at: int, number: Quantity) -> Multiple:
    hedge = next((name for name in _HEDGES if number.hedge in words_of(f"multiples.{name}")), "")
    growth = words_of("multiples.growth")
    around = (*lows[max(0, at - NEAR) : at], *lows[at + 1 : at + 3])
    behind = lows[at + 1] if at + 1 < len(lows) else ""
    if lows[at - 1 : at] and lows[at - 1] in words_of("multiples.exactly"):
        return Multiple(at, at, _exactly(number.value), number, False, True)
    changes = not growth.isdisjoint(around) and behind not in words_of("multiples.based")
    ratio = loosely(number.value, hedge)
    if changes or behind == "more" or behind.endswith("er"):
        ratio = ratio.hull(loosely(number.value + 1, hedge))
    return Multiple(at, at, ratio, number, changes, not changes)


def _hedge(lows: Sequence[str], at: int) -> tuple[str, int]:
    """The kind of hedge right before a word, and its length in words."""
    for size in (2, 1):
        words = " ".join(lows[at - size : at]) if at >= size else ""
        for name in _HEDGES:
            if words in words_of(f"multiples.{name}"):
                return name, size
    return "", 0


def _partly(number: Quantity, hedge: str) -> Interval:
    """The ratios that a fraction may stand for: "more than half" is no less, where "more than halved" is no more."""
    fraction = number.value
    if number.bound in (Bound.MORE, Bound.AT_LEAST):
        return Interval(fraction * Fraction(97, 100), None)
    if number.bound in (Bound.LESS, Bound.AT_MOST):
        return Interval(Fraction(0), fraction * Fraction(103, 100))
    if hedge == "below":
        return Interval(fraction * Fraction(72, 100), fraction * Fraction(108, 100))
    return loosely(fraction, hedge)


def _exactly(factor: Fraction) -> Interval:
    """The ratios that "exactly six times" may stand for, where the levels were rounded by hand."""
    return Interval(factor * Fraction(98, 100), factor * Fraction(102, 100))


def loosely(factor: Fraction, hedge: str) -> Interval:
    """The ratios that are told by a factor and a kind of hedge, one of "below", "above", "about" and "".

    Twice is anything from 1.7 to 2.4, nearly twice from 1.45 on.
    """
    if factor < 1:
        return loosely(1 / factor, hedge).inverse()
    low, high = max(factor * Fraction(85, 100), factor - LESS), min(factor * Fraction(6, 5), factor + 1)
    if factor >= MANY:
        low, high = factor * Fraction(9, 10), factor * Fraction(11, 10)
    if hedge == "below":
        return Interval(factor * Fraction(72, 100), factor * Fraction(108, 100))
    if hedge == "above":
        return Interval(factor * Fraction(97, 100), None)
    if hedge == "about":
        return Interval(factor * Fraction(3, 4), factor * Fraction(5, 4))
    return Interval(low, high)
