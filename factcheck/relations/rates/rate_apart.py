"""An average or a price for one told apart from its whole and its number: "From 6 hectares that makes … 7 tonnes a
hectare", "Over each of those days they put in an average of nine hours".

The numbers are those nearest before it that fit by unit: the rate names what it counts and what it is for. Where more
fit, some may be right, and nothing is told; so too where the words make one of the three a plan or a yardstick.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.rates.periods import counted, in_period
from factcheck.relations.rates.rate_claims import Cue, claims_of
from factcheck.relations.rates.rate_terms import EACH, Form, Rate
from factcheck.relations.rates.rate_ties import Tie, is_counted, opens_a_row
from factcheck.relations.rates.rate_windows import Place, Window, windows_of
from factcheck.relations.units import is_plain

__all__ = ["ties_apart"]

NEAR = Fraction(1, 20)  # of a rate: what one that was worked out may be off, for a pair of numbers to be meant
BEFORE = 3  # tokens before a whole that may say that it is another's
PACED = 8  # tokens from the whole of "6,000 litres of water at 1,500 litres an hour" to the rate
NEXT = 2  # sentences back to what so much "each" is for
MEAN = 5  # tokens of "an average school roll of"
Pair = tuple[Place, Place]


def ties_apart(reading: Reading) -> Iterator[Tie]:
    """Each rate that is worked out from numbers told shortly before it, with these."""
    for window in windows_of(reading, words_of("rates.heads")):
        for rate, cue in claims_of(window):
            tie = _tie(window, rate, cue)
            if tie is not None:
                yield tie
        yield from _shared_out(window)


def _tie(window: Window, rate: Rate, cue: Cue) -> Tie | None:
    """A rate with the one number and the one whole that it is of; None where there are more, or none."""
    pair = _meant(window, rate)
    if pair is None or _has_rival(window, rate):
        return None
    count, total = pair
    apposed = cue is Cue.APPOSED or (cue is Cue.NAMED and not window.scope.segment(rate.at))
    within = count.sentence == total.sentence == window.last
    if cue is Cue.APPOSED and not within:
        return None
    if within and rate.form is not Form.MEAN and not apposed:
        return None  # one sentence has ties of its own
    paced = total.sentence == window.last != count.sentence and rate.at - total.at <= PACED
    alone = total.sentence == count.sentence == window.last - 1 and _is_alone(window, rate)
    named = cue is not Cue.NAMED or (count.quantity.unit == rate.per and total.quantity.unit == rate.unit)
    if (
        _is_of_some(window, rate, count, total)
        or _is_elsewhere(window, total, count)
        or (cue is Cue.PACE and not (paced or alone))
        or not named
    ):
        return None
    near = total.sentence == count.sentence or window.last in (total.sentence, count.sentence)
    licence = Licence.CLAUSE if near and cue > Cue.PRICE else Licence.STRUCTURE
    return Tie(rate, counted(count.quantity), total.quantity, licence)


def _is_of_some(window: Window, rate: Rate, count: Place, total: Place) -> bool:
    """Whether the rate is told of some of them, or of what else was done: "the 12 matinees sold", "it lost"."""
    first = rate.at - len(window.scope.segment(rate.at))
    others = [
        one
        for one in window.amounts
        if max(window.own, first - 2) <= one.at < rate.first and one.quantity.kind is Kind.COUNT
    ]
    if any(one.quantity not in (count.quantity, total.quantity, rate.group) for one in others):
        return True
    if total.sentence < count.sentence and opens_a_row(window.scope, count.at):
        return True
    told = {*window.sentence(count.sentence), *window.sentence(total.sentence)}
    own = set(window.lows[first : rate.at]) & words_of("rates.flows")
    return window.last not in (count.sentence, total.sentence) and bool(own) and told.isdisjoint(own)


def _is_alone(window: Window, rate: Rate) -> bool:
    """Whether a rate is the only number of its sentence."""
    return not any(one.sentence == window.last and one.quantity is not rate.value for one in window.amounts)


def _meant(window: Window, rate: Rate) -> Pair | None:
    """The number and the whole that make the rate; else the only ones in the sentences nearest to it."""
    pairs = _pairs(window, rate, max(0, window.last - NEXT) if rate.per == EACH else 0)
    near = next((pair for pair in pairs if _comes_near(rate, *pair)), None)
    if near is not None or not pairs:
        return near
    first = max(min(place.sentence for place in pair) for pair in pairs)
    nearest = [pair for pair in pairs if min(place.sentence for place in pair) == first]
    together = [pair for pair in nearest if pair[0].sentence == pair[1].sentence]
    chosen = nearest if len(nearest) == 1 else together
    bare = any(
        one.quantity.kind is Kind.COUNT and not one.quantity.unit and one not in chosen[0] and one.at > chosen[0][0].at
        for one in window.amounts
        if chosen and rate.per == EACH and one.at < rate.first
    )
    return chosen[0] if len(chosen) == 1 and not bare else None


def _comes_near(rate: Rate, count: Place, total: Place) -> bool:
    base = rate.base.value if rate.base is not None else 1
    value = total.quantity.value * magnitude(total.quantity) * base
    each = value / (count.quantity.value * magnitude(count.quantity))
    mine = rate.value.value * magnitude(rate.value)
    return abs(each - mine) <= mine * NEAR


def _pairs(window: Window, rate: Rate, first: int) -> list[Pair]:
    """Each number with each whole that may be meant before the rate, from one sentence on."""
    before = [one for one in window.amounts if one.sentence >= first and one.at < rate.first and _is_told(one)]
    counts = [found for one in before if (found := _as_number(rate, one, window)) is not None]
    counts = [one for one in counts if one.quantity.unit == rate.per] or counts
    totals = [one for one in before if _is_whole(rate, one.quantity)]
    return [(count, total) for count, total in product(counts, totals) if _may_be(rate, count, total)]


def _is_told(place: Place) -> bool:
    return is_plain(place.quantity) and place.quantity.value > 0


def _may_be(rate: Rate, count: Place, total: Place) -> bool:
    """Whether two numbers can be the number and the whole: a whole is more than one share of it."""
    if count.at == total.at or (count.quantity.value == 1 and rate.base is None):
        return False
    size, number = (place.quantity.value * magnitude(place.quantity) for place in (total, count))
    if rate.base is not None:
        return size < number
    if _is_bare(rate) and rate.per == EACH:
        return size > number
    return size > rate.value.value * magnitude(rate.value)


def _is_bare(rate: Rate) -> bool:
    return rate.value.kind is Kind.COUNT and not rate.unit


def _as_number(rate: Rate, place: Place, window: Window) -> Place | None:
    """A place as the number of what a rate is for; None where it counts something else."""
    quantity = place.quantity
    if rate.group is not None:
        return place if quantity is rate.group else None
    if rate.per == EACH:
        of_them = window.lows[place.at + 1 : place.at + 3] == ("of", "them")
        sorts = (Kind.COUNT, Kind.DURATION) if _is_bare(rate) and rate.form is Form.MEAN else (Kind.COUNT,)
        fits = (bool(quantity.unit) or of_them) and quantity.unit != rate.unit
        return place if quantity.kind in sorts and fits else None
    if window.is_for(quantity, rate, window.tokens[place.at].text):
        return place
    if quantity.kind is Kind.COUNT and quantity.unit:
        generic = rate.per in words_of("rates.generic") and rate.value.kind is not Kind.COUNT
        return place if generic or is_counted(rate.per, quantity.unit) else None
    span = in_period(quantity, rate.per)
    return place._replace(quantity=span) if span is not None else None


def _is_whole(rate: Rate, quantity: Quantity) -> bool:
    """Whether a quantity is of the sort that a rate is one share of."""
    value = rate.value
    if quantity is value or quantity is rate.group:
        return False
    if _is_bare(rate):
        return quantity.kind in (Kind.COUNT, Kind.MEASURE) and rate.per != quantity.unit
    if quantity.kind is not value.kind:
        return False
    if value.kind is Kind.MONEY:
        return quantity.unit[:3] == value.unit[:3]
    if rate.base is not None:
        return quantity.unit in ("", rate.unit)
    return quantity.unit == rate.unit


def _shared_out(window: Window) -> Iterator[Tie]:
    """ "The five have 65 children between them. … An average roll of 13": two counts, one told of all."""
    for place in window.amounts:
        before = window.lows[max(window.own, place.at - MEAN) : place.at]
        if place.at < window.own or before[-1:] != ("of",) or words_of("rates.mean").isdisjoint(before):
            continue
        rate = Rate(place.quantity, place.at, place.at, place.at, EACH, form=Form.MEAN)
        for total in window.amounts:
            if total.sentence == window.last or not window.scope.is_in_all(_behind_noun(window, total)):
                continue
            others = [one for one in window.amounts if one.sentence == total.sentence and one is not total]
            sharers = [one for one in others if one.quantity.kind is Kind.COUNT and is_plain(one.quantity)]
            following = window.lows[_behind_noun(window, place) : _behind_noun(window, place) + 1]
            if not following or following[0] not in words_of("rates.told_of"):
                continue  # "an average of 180 people vote in each"
            alike = place.quantity.kind is total.quantity.kind and place.quantity.unit in ("", total.quantity.unit)
            if len(sharers) == 1 == len(others) and alike and not _is_elsewhere(window, total, sharers[0]):
                yield Tie(rate, sharers[0].quantity, total.quantity, Licence.CLAUSE)


def _behind_noun(window: Window, place: Place) -> int:
    """The token behind an amount and the noun that it counts."""
    named = place.quantity.unit and singular(window.lows[place.at + 1]) == place.quantity.unit
    return place.at + 1 + bool(named)


def _has_rival(window: Window, rate: Rate) -> bool:
    """Whether another rate of the sort stands before this one: the numbers may be of that."""
    return any(
        other.per == rate.per and other.unit == rate.unit and other.at < rate.at
        for other in window.rates
        if other.value is not rate.value
    )


def _is_elsewhere(window: Window, total: Place, count: Place) -> bool:
    """Whether the words make the whole or the number a plan, or one of another time or place."""
    if any(window.is_other_time(number) for number in {total.sentence, count.sentence} - {window.last}):
        return True
    before = range(max(0, total.at - BEFORE), total.at)
    numbers = [number for at in before if (number := window.tokens[at].quantity) is not None]
    if "of" in window.lows[before.start : before.stop] and any(
        number.kind is Kind.COUNT and not number.unit for number in numbers
    ):
        return True  # "4.6 million of our 5.1 million square feet": it may be of either
    return not words_of("rates.other").isdisjoint(window.lows[before.start : before.stop])
