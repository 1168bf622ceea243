"""Anniversaries by a name or a round age, told apart from their beginning: "opened in June 1925 … its centenary"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.ages import low
from factcheck.relations.dates.years import plain_year, year_at
from factcheck.relations.lexicon import words_of
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["named_anniversaries"]

_YEARS = (25, 50, 60, 100, 150, 200, 300, 400, 500)
_REACH = 3  # sentences
_NEAR = 3  # tokens from "founded" to its year
_FAR = 8  # tokens from "centenary" to its year
_HEAD = 4  # tokens in which a sentence says what it is about
_NOUN = 4  # letters
_ROUND = 5  # the ages that are kept
Anniversary = tuple[Quantity, Quantity, Quantity]  # the beginning, the year it is kept in, how many years


def named_anniversaries(reading: Reading) -> Iterator[Anniversary]:
    """Every anniversary of the only thing whose beginning is told in reach, with the two years."""
    for place, sentence in enumerate(reading.sentences):
        told = list(_kept(sentence.tokens))
        if len(told) != 1 or not words_of("dates.out_of_its_year").isdisjoint(sentence.lows):
            continue
        number, then, at = told[0]
        first = _begun(reading.sentences, place, at)
        if first is not None and first.value < then.value:
            yield plain_year(first), plain_year(then), number


def _kept(tokens: Sequence[Token]) -> Iterator[tuple[Quantity, Quantity, int]]:
    """Each anniversary of a sentence with the only year that is told beside it, and its place."""
    years = [k for k in range(len(tokens)) if year_at(tokens, k) is not None]
    for at in range(len(tokens)) if years else ():
        number = _by_name(tokens, at) or _by_age(tokens, at)
        if number is None:
            continue
        near = [k for k in years if abs(k - at) <= _FAR and low(tokens, k - 1) in ("in", "on", "for", "of", "during")]
        others = [k for k in years if k not in near and not _is_begun(tokens, k)]
        near = [k for k in near if not _is_begun(tokens, k)]
        if len(near) == 1 and not others:
            yield number, quantity_at(tokens, near[0]), at


def _by_name(tokens: Sequence[Token], at: int) -> Quantity | None:
    """ "centenary", "golden jubilee": as many years."""
    if tokens[at].low not in _last_words():
        return None
    for first in (at, at - 1):
        name = " ".join(low(tokens, k) for k in range(first, at + 1))
        years = _named().get(name)
        if years is not None:
            start, value = tokens[first].start, Fraction(years)
            end = tokens[at].end
            return Quantity(Kind.ORDINAL, start, end, start, end, name, value, Interval.exactly(value))
    return None


@lru_cache(maxsize=1)
def _named() -> Mapping[str, int]:
    """The names of anniversaries and their years."""
    return {name: years for years in _YEARS for name in words_of(f"dates.named_{years}")}


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    """What the names of anniversaries end with."""
    return frozenset(name.split()[-1] for name in _named())


def _by_age(tokens: Sequence[Token], at: int) -> Quantity | None:
    """ "turns 125 in 2026", "will be 75 years old in 2027", "is 100 in"."""
    quantity = tokens[at].quantity
    if quantity is None or quantity.bound is not Bound.EQUAL or quantity.hedge or quantity.value % _ROUND:
        return None
    if quantity.kind is Kind.COUNT and not quantity.unit and quantity.scale == 1:
        turned = low(tokens, at - 1) in ("turns", "turn", "turned", "be", "reaches", "turning")
        return quantity if turned and low(tokens, at + 1) in ("in", "on", ".", ",", "next", "this", "") else None
    old = quantity.kind is Kind.AGE or (quantity.kind is Kind.DURATION and quantity.unit == "year")
    told = low(tokens, at - 1) in ("be", "is", "was", "turns") and "old" in _behind(tokens, at)
    return quantity if old and told else None


def _behind(tokens: Sequence[Token], at: int) -> list[str]:
    return [low(tokens, k) for k in range(at, at + 3)] + tokens[at].low.split()


def _begun(sentences: Sequence[SentenceReading], place: int, at: int) -> Quantity | None:
    """The one year in which the thing began, where no other beginning is told in reach and it is what is told of."""
    here = sentences[place]
    window = [
        one
        for one in sentences[max(0, place - _REACH) : place + 2]
        if one.section == here.section and abs(one.index - here.index) <= _REACH
    ]
    found = {
        quantity_at(one.tokens, k).value: (one, quantity_at(one.tokens, k))
        for one in window
        for k in range(len(one.tokens))
        if year_at(one.tokens, k) is not None and _is_begun(one.tokens, k)
    }
    if len(found) != 1:
        return None
    ((sentence, year),) = found.values()
    if sentence is here or _is_told_again(sentence, here, at):
        return year
    return None


def _is_begun(tokens: Sequence[Token], at: int) -> bool:
    return any(low(tokens, k) in words_of("dates.beginning") for k in range(max(0, at - _NEAR), at))


def _is_told_again(told: SentenceReading, here: SentenceReading, at: int) -> bool:
    """Whether two sentences are of one thing: "its centenary", "the school … It was founded"."""
    second = here if told.start < here.start else told
    first = told if second is here else here
    if second is here and low(here.tokens, 0) in ("its", "their") and at <= 2:  # "Its golden jubilee"
        return True
    if second.lows[0] in ("it", "they"):
        return True
    nouns = {word for word in second.lows[1:_HEAD] if len(word) >= _NOUN}
    return second.lows[0] in ("the", "this", "that") and not nouns.isdisjoint(first.lows)
