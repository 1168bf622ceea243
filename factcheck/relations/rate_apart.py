"""An average or a price for one told apart from its whole and its number: "From 6 hectares that makes … 7 tonnes a
hectare", "Over each of those days they put in an average of nine hours".

The rate names both by their units, and each must be the only one of its sort in reach. Nothing may make the rate one
of another time or place, a yardstick or a plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.periods import counted
from factcheck.relations.rate_scopes import PRONOUNS
from factcheck.relations.rate_terms import EACH, Form, Rate
from factcheck.relations.rate_ties import Tie
from factcheck.relations.rate_windows import Place, Window, windows_of
from factcheck.relations.rate_words import is_narrowed
from factcheck.relations.units import is_plain

__all__ = ["ties_apart"]

BACK = 16  # tokens from "each of those days" to the value
AHEAD = 4  # tokens before a rate "at" which so much was done, with the words for it
BEHIND = 8  # tokens from the whole of "6,000 litres of water at 1,500 litres an hour" to the rate
FEW = 3
AFTER = 4  # tokens behind a rate that may make a yardstick of it
MEAN = 5  # tokens of "an average school roll of"


def ties_apart(reading: Reading) -> Iterator[Tie]:
    """Each rate that is worked out from numbers told shortly before it, with these."""
    for window in windows_of(reading, words_of("rates.heads")):
        yield from (tie for rate in _claims(window) if (tie := _tie(window, rate)) is not None)
        yield from _shared_out(window)


def _claims(window: Window) -> Iterator[Rate]:
    """The rates of the own sentence that may be worked out, each with one thing that it is for."""
    for rate in window.rates:
        if rate.at >= window.own and rate.base is None and rate.per != EACH and not rate.period:
            yield rate
    yield from _of_each(window)


def _of_each(window: Window) -> Iterator[Rate]:
    """ "Over each of those days … an average of nine hours", "each tree gave … on average 40 kg" """
    lows = window.lows
    for at in range(window.own, len(lows) - FEW):
        if lows[at] != "each" or lows[at + 1] != "of" or lows[at + 2] not in words_of("rates.those"):
            continue
        places = (i for i in range(at + FEW, min(len(lows), at + BACK)) if window.tokens[i].quantity is not None)
        place = next(places, None)
        value = window.tokens[place].quantity if place is not None else None
        if place is not None and value is not None and is_plain(value) and value.value > 0:
            yield Rate(value, place, place, place, singular(lows[at + FEW]), form=Form.MEAN)


def _tie(window: Window, rate: Rate) -> Tie | None:
    """A rate with the one whole and the one number in reach; None where there are more, or none."""
    if rate.value.kind is Kind.COUNT and not rate.unit:
        return None
    totals, counts = window.wholes(rate.value, rate.unit), window.counts(rate)
    if len(totals) != 1 or len(counts) != 1 or totals[0].quantity is counts[0].quantity:
        return None
    total, count = totals[0], counts[0]
    if total.at > rate.at or _has_rival(window, rate) or _is_elsewhere(window, rate, total, count):
        return None
    licence = _licence(window, rate, total, count)
    if licence is None:
        return None
    number = counted(count.quantity) if rate.form is Form.MEAN else count.quantity
    return Tie(rate, number, total.quantity, licence)


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
            if len(sharers) == 1 == len(others) and alike and not _is_elsewhere(window, rate, total, sharers[0]):
                yield Tie(rate, sharers[0].quantity, total.quantity, Licence.CLAUSE)


def _behind_noun(window: Window, place: Place) -> int:
    """The token behind an amount and the noun that it counts."""
    named = place.quantity.unit and singular(window.lows[place.at + 1]) == place.quantity.unit
    return place.at + 1 + bool(named)


def _has_rival(window: Window, rate: Rate) -> bool:
    """Whether another rate of the sort stands in reach: one of another time, or of a part."""
    return any(
        other.per == rate.per and other.unit == rate.unit for other in window.rates if other.value is not rate.value
    )


def _is_elsewhere(window: Window, rate: Rate, total: Place, count: Place) -> bool:
    """Whether the words make one of the three a plan or a yardstick, or that of another time."""
    if any(window.is_other_time(number) for number in {total.sentence, count.sentence}):
        return True
    if not words_of("rates.other").isdisjoint(window.lows[max(0, total.at - FEW) : total.at]):
        return True
    clause = window.clause(rate.first, rate.last + AFTER)
    return any(not words_of(name).isdisjoint(clause) for name in ("rates.elsewhere", "rates.yardstick"))


def _licence(window: Window, rate: Rate, total: Place, count: Place) -> Licence | None:
    """What ties the three: a word for a result before the rate, or "at" before the rate at which it was done."""
    own = window.sentence_of(rate.at)
    if total.sentence == count.sentence == own or is_narrowed(window.scope, rate):
        return None  # one sentence has ties of its own
    together = total.sentence == count.sentence or own in (total.sentence, count.sentence)
    if _is_worked_out(window, rate):
        return Licence.CLAUSE if together else Licence.STRUCTURE
    segment = window.scope.segment(rate.at)
    if tuple(segment) == ("at",) and rate.at - 1 == window.own:
        return Licence.CLAUSE if together and _is_its_own(window, rate) else None
    done = total.sentence == own and count.sentence == own - 1 and rate.at - total.at <= BEHIND
    return Licence.CLAUSE if done and _is_pace(segment) else None


def _is_worked_out(window: Window, rate: Rate) -> bool:
    """Whether the words before a rate say that it comes of the numbers told before."""
    if window.scope.opens(rate.at) or (rate.form is Form.MEAN and _is_mean(window, rate)):
        return True
    segment = window.scope.segment(rate.at)
    if not words_of("rates.apart").isdisjoint(segment):
        return False
    if segment[:2] == ("the", "average"):
        return rate.at - len(segment) == window.own and words_of("rates.filler").issuperset(segment)
    led = (" ".join(segment[at + 1 : at + 4]) for at, word in enumerate(segment) if word in PRONOUNS)
    return any(phrase in words_of("rates.opening") for phrase in led)


def _is_its_own(window: Window, rate: Rate) -> bool:
    """ "At $3 million an acre, it is the dearest": a pronoun says that the price is of what was told before."""
    behind = window.lows[rate.last + 1 : rate.last + 3]
    priced = rate.value.kind is Kind.MONEY and behind[:1] == (",",)
    return priced and behind[1] in words_of("rates.resumed")


def _is_mean(window: Window, rate: Rate) -> bool:
    before = window.lows[max(window.own, rate.at - AHEAD) : rate.at]
    return not words_of("rates.mean").isdisjoint(before)


def _is_pace(segment: Sequence[str]) -> bool:
    """Whether nothing but "at a steady" and the like leads from the whole to the rate."""
    places = [at for at, word in enumerate(segment) if word == "at"]
    return bool(places) and (words_of("rates.pace") | words_of("rates.filler")).issuperset(segment[places[-1] + 1 :])
