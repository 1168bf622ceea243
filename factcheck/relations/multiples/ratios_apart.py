"""Ratios of two amounts: "outnumber women by three to one, 12 men and four women", "five applicants for every place".

The two amounts are the only others of the sentence, or of the one before where that counts the same things; one of
them counts what the ratio is told of, or both are the two sides of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.facts.names import singular
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.multiples.multiples import Multiple, loosely
from factcheck.statements.model import SentenceReading

__all__ = ["ratio_levels"]

MANY = 20  # no ratio in words is told of more to one
CROWD = 200  # that one of something may be told to be for
_BY = 3  # tokens before a ratio in which "by" or "ratio" stands
_EVERY = 3  # tokens from "applicants" to "for every"
_ONE = 4  # tokens from "one" to "to every 18"
_LEFT = 18  # tokens from "for every ten" to "there is only one"
_PAIR = 2
_REACH = 4  # sentences back to the two counts of a ratio
_APART = 7  # tokens between the two counts behind a ratio
_OPENING = (["for", "every"], ["for", "each"], ["to", "every"], ["to", "each"])

Levels = tuple[Quantity, Quantity]  # the smaller side of the ratio, and the larger


class _Claim(NamedTuple):
    """The number of a ratio at the token `at`, its words from `first` to `last`, and what tells its two amounts.

    `every` is the noun of the smaller side, `sides` says that both are of one thing or in two words, `priced` that
    they are sums of money.
    """

    at: int
    first: int
    last: int
    number: Quantity
    every: str = ""
    sides: bool = False
    priced: bool = False


def ratio_levels(reading: Reading, sentence: SentenceReading) -> tuple[Multiple, Levels] | None:
    """The one ratio of a sentence with its two amounts, where there are no others in reach."""
    tokens, lows = sentence.tokens, list(sentence.lows)
    if {"to", "for", "per", "ratio", "head"}.isdisjoint(lows) or not words_of("multiples.planned").isdisjoint(lows):
        return None
    found = list(_claims(tokens, lows))
    if len(found) != 1:
        return None
    claim = found[0]
    amounts = _amounts(tokens, lows, claim, range(claim.first, claim.last + 1))
    if amounts is None or len(amounts) not in (0, 2):
        return None
    if not amounts:
        levels = _told_before(reading, sentence, lows, claim)
    else:
        levels = _by_size(tokens, amounts) if _fits(tokens, lows, claim, amounts) else None
    if levels is None or min(level.value for level in levels) <= 0:
        return None
    if claim.number.value < 1:
        levels = levels[1], levels[0]
    return Multiple(claim.first, claim.last, _ratio(claim, lows), None, False, True), levels


def _claims(tokens: Sequence[Token], lows: Sequence[str]) -> Iterator[_Claim]:
    ways = (_to_one, _for_every, _one_to_every, _every_one, _ratio_of)
    for at, token in enumerate(tokens):
        number = token.quantity
        if number is not None and number.kind is Kind.COUNT and number.bound is not Bound.RANGE:
            claim = next((found for way in ways if (found := way(tokens, lows, at, number)) is not None), None)
            if claim is not None:
                yield claim


def _to_one(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> _Claim | None:
    """ "By three to one", "a ratio of 5 to 1"."""
    if lows[at + 1 : at + 2] != ["to"] or at + 2 >= len(tokens) or not 1 < number.value <= MANY:
        return None
    one = tokens[at + 2].quantity
    introduced = not {"by", "ratio", "outnumber", "outnumbered"}.isdisjoint(lows[max(0, at - _BY) : at])
    single = lows[at + 2] == "one" if one is None else one.kind is Kind.COUNT and one.value == 1 and not one.unit
    return _Claim(at, at, at + 2, number, sides=True) if introduced and single else None


def _for_every(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> _Claim | None:
    """ "Five applicants for every place", "three goats a head"; none where a number follows, "for every 100"."""
    if not 1 < number.value <= MANY or not (number.unit or lows[at - 1 : at] in ([","], [":"], ["–"], ["—"])):
        return None
    for place in range(at + 1, at + 1 + _EVERY):
        noun = place + 1 if lows[place : place + 1] == ["per"] or lows[place : place + 2] == ["a", "head"] else 0
        noun = place + 2 if lows[place : place + 2] in _OPENING else noun
        if noun and noun < len(tokens):
            plain = tokens[noun].quantity is None and lows[noun] not in ("cent", "100")
            return _Claim(at, at, at, number, every=singular(lows[noun])) if plain else None
    return None


def _one_to_every(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> _Claim | None:
    """ "One teacher to every 18 pupils", "one nurse for every nine beds"."""
    every = lows[at - 1 : at] in (["every"], ["each"])
    if not every or at < 3 or lows[at - 2] not in ("to", "for", "per") or not 1 < number.value <= CROWD:
        return None
    for place in range(at - 3, max(-1, at - 3 - _ONE), -1):
        one = tokens[place].quantity
        if one is not None:
            single = one.kind is Kind.COUNT and one.value == 1 and bool(one.unit)
            return _Claim(at, place, at, number, every=one.unit) if single else None
    return None


def _every_one(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> _Claim | None:
    """ "For every ten that swam up the river then there is now only one"."""
    if lows[max(0, at - 2) : at] not in _OPENING[:_PAIR] or not 1 < number.value <= CROWD:
        return None
    for place in range(at + 2, min(len(lows), at + _LEFT)):
        one = tokens[place].quantity
        single = lows[place] in ("one", "only one", "just one") and (one is None or one.value == 1)
        if single and not {"is", "was", "only", "just", "now"}.isdisjoint(
            [*lows[place - 2 : place], *lows[place].split()]
        ):
            return _Claim(at, at - 2, at, number, sides=True)
    return None


def _ratio_of(tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity) -> _Claim | None:
    """ "A debt-to-equity ratio of 2.5"."""
    told = lows[max(0, at - 2) : at] == ["ratio", "of"] and lows[at + 1 : at + 2] not in (["to"], [":"], ["-"])
    if not told or number.unit or number.value <= 0 or not any("-to-" in low for low in lows[max(0, at - 4) : at]):
        return None
    return _Claim(at, at, at, number, priced=True)


def _amounts(tokens: Sequence[Token], lows: Sequence[str], claim: _Claim, skipped: range) -> list[int] | None:
    """Where the other amounts of a sentence stand; None where one of them is none that such a ratio may be of."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is None or at in skipped or quantity.kind in LABELS:
            continue
        if claim.sides and quantity.value == 1 and quantity.in_words and not quantity.unit:
            continue  # the one that is left of every ten
        kinds = (Kind.MONEY,) if claim.priced else (Kind.COUNT, Kind.MEASURE) if claim.sides else (Kind.COUNT,)
        if quantity.kind not in kinds or quantity.bound is not Bound.EQUAL or quantity.signed:
            return None
        if lows[at - 1] in words_of("multiples.unlike") and not (quantity.kind is Kind.MONEY and lows[at - 1] == "of"):
            return None
        found.append(at)
    return found


def _fits(tokens: Sequence[Token], lows: Sequence[str], claim: _Claim, places: Sequence[int]) -> bool:
    """Whether the only two amounts of the sentence of a ratio are those that it is of."""
    one, other = (tokens[place].quantity for place in places)
    if one is None or other is None:
        return False
    if one.kind is not other.kind or (one.kind is not Kind.COUNT and one.unit != other.unit):
        return False
    if claim.priced:
        return True
    if claim.sides:
        return _are_sides(tokens, lows, claim, places)
    low, high = sorted((one, other), key=lambda number: number.value)
    return bool(claim.every) and singular(low.unit) == claim.every and high.unit != low.unit


def _are_sides(tokens: Sequence[Token], lows: Sequence[str], claim: _Claim, places: Sequence[int]) -> bool:
    """Whether two amounts are of the two sides of a vote, of the two that a ratio is told of, or measured alike."""
    one, other = (tokens[place].quantity for place in places)
    if places[0] < claim.last or one is None or other is None or places[1] - places[0] > 2 * _APART:
        return False
    behind = lows[places[0] :]
    between = lows[places[0] + 1 : places[1]]
    if one.kind is Kind.MEASURE or (lows[claim.first] == "for" and "against" in between):
        return one.unit == other.unit
    if places[1] - places[0] > _APART:
        return False
    if not words_of("multiples.sides").isdisjoint(behind) or not words_of("multiples.sexes").isdisjoint(behind):
        return True
    nouns = [lows[place + 1] for place in places if place + 1 < len(lows)]
    return len(nouns) == 2 and nouns[0] != nouns[1] and all(noun in lows[: claim.at] for noun in nouns)


def _told_before(reading: Reading, sentence: SentenceReading, lows: Sequence[str], claim: _Claim) -> Levels | None:
    """The only two counts of a sentence before, both of what the ratio is told of: "… 30 teachers and 540 pupils".

    It is the sentence next to it where words take that up, or else the only one in reach that counts both.
    """
    if claim.priced:
        return None
    resumed = lows[0] in words_of("multiples.resuming") or not words_of("multiples.therefore").isdisjoint(lows)
    back = [reading.sentence_at.get(sentence.index - distance) for distance in range(1, _REACH + 1)]
    near = [there for there in back if there is not None and there.section == sentence.section]
    words = {singular(low) for low in lows}
    for earlier in near[:1] if resumed and near and sentence.follows(near[0]) else []:
        places = _amounts(earlier.tokens, list(earlier.lows), claim, range(0))
        levels = _by_size(earlier.tokens, places) if places is not None and len(places) == _PAIR else None
        units = {level.unit for level in levels or ()}
        if levels is not None and len(units) == _PAIR and "" not in units and units <= words:
            return levels
    if not claim.every or not claim.number.unit or _is_of_others(sentence, lows):
        return None
    counted = [pair for there in near if (pair := _counted_there(there, claim)) is not None]
    return counted[0] if len(counted) == 1 else None


def _is_of_others(sentence: SentenceReading, lows: Sequence[str]) -> bool:
    """Whether a ratio is one of another time, of a part, or a mark."""
    if lows[0] in words_of("ranks.places"):
        return True  # "In the sixth form there are"
    dated = any(t.quantity is not None and t.quantity.kind in (Kind.YEAR, Kind.DATE) for t in sentence.tokens)
    others = words_of("multiples.marks") | words_of("leads.partly") | words_of("multiples.once")
    return dated or not others.isdisjoint(lows)


def _counted_there(there: SentenceReading, claim: _Claim) -> Levels | None:
    """The counts of the two things of a ratio in a sentence with one of each: "90 inhabitants and 360 goats"."""
    people = words_of("multiples.people")
    every = people if claim.every in words_of("multiples.heads") else {claim.every}
    counts = [t.quantity for t in there.tokens if t.quantity is not None and t.quantity.kind is Kind.COUNT]
    small = [number for number in counts if number.unit in every]
    large = [number for number in counts if number.unit == claim.number.unit]
    partly = not words_of("leads.partly").isdisjoint(there.lows)
    if len(small) != 1 or len(large) != 1 or partly:
        return None
    settled = all(number.bound is Bound.EQUAL and not number.signed for number in (*small, *large))
    return (small[0], large[0]) if settled and small[0].value < large[0].value else None


def _by_size(tokens: Sequence[Token], places: Sequence[int]) -> Levels | None:
    one, other = (tokens[place].quantity for place in places)
    if one is None or other is None:
        return None
    return (other, one) if one.value >= other.value else (one, other)


def _ratio(claim: _Claim, lows: Sequence[str]) -> Interval:
    if claim.priced:
        return claim.number.wide
    words = claim.number.hedge or (lows[claim.at - 1] if claim.at else "")
    hedge = next((name for name in ("below", "above", "about") if words in words_of(f"multiples.{name}")), "")
    return loosely(claim.number.value, hedge)
