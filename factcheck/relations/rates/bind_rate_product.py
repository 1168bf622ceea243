"""What so many at so much come to, told apart from the two: "Each of the 4,000 is to get $500. The bill of $2 million".

A word says that the amount is a product or a sum ("adds up to", "that means", "the bill of", "in all"); the rate is the
only one in reach that fits its unit, and so is the number of what the rate is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.lexicon import unit_factor
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rates.periods import counted, in_period
from factcheck.relations.rates.rate_claims import each_one
from factcheck.relations.rates.rate_terms import EACH, Rate, period_at
from factcheck.relations.rates.rate_windows import Place, Window, windows_of
from factcheck.relations.rules import Rule
from factcheck.relations.units import figures_of, is_plain

__all__ = ["bind_rate_product"]

LEAD = 6  # tokens before an amount that may say that it is a product
ALL = 5  # tokens of "In all, the company lost"
FEW = 2
OBJECT = 4  # tokens of "cost the party"
_OBJECTS = frozenset(
    {(), ("the",), ("its",), ("their",), ("them",), ("him",), ("her",), ("it",), ("some",), ("about",)}
)
ZEROS = frozenset(10**zeros for zeros in (1, 2, 3, 6))
NEAR = Fraction(1, 20)  # of a rate: what a round one may be off
_PERIODS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}


class _Claim(NamedTuple):
    """An amount that is a product; `worded` says that its words name what is counted, or need not."""

    place: Place
    licence: Licence
    pronoun: bool = False
    whole: bool = False  # told of all and everything, which may take in more: only a slip of zeros is one


def bind_rate_product(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each product with the one rate and the one number in reach."""
    for window in windows_of(reading, words_of("rates.product_heads")):
        for claim in _claims(window):
            yield from _products(rule, window, claim)


def _claims(window: Window) -> Iterator[_Claim]:
    for place in window.amounts:
        if place.at >= window.own and is_plain(place.quantity) and place.quantity.value > 0:
            claim = _claim(window, place)
            if claim is not None:
                yield claim


def _claim(window: Window, place: Place) -> _Claim | None:
    """What makes an amount of the own sentence a product; None where nothing does."""
    before = window.lows[max(window.own, place.at - LEAD) : place.at]
    behind = window.lows[place.at + 1 : place.at + 1 + FEW]
    if not words_of("rates.besides").isdisjoint(before) or not words_of("rates.more").isdisjoint(behind):
        return None
    led = _led(before)
    if led is not None and not words_of("rates.more").isdisjoint(window.lows[window.own : place.at]):
        return None  # "with mattresses the bill comes to"
    if led is not None and before[-1:] == ("of",) and behind[:1] == ("for",):
        return None  # "the bill of $9 million for the dam" is another
    if led is not None:
        return _Claim(place, led, pronoun=before[0] in words_of("rates.resumed"))
    if _is_capacity(window, place):
        return _Claim(place, Licence.CLAUSE)
    if window.lows[_behind_noun(window, place) :][:2] == ("between", "them"):
        return _Claim(place, Licence.CLAUSE)
    if _is_brought_in(before) and _is_their_sum(window, place):
        return _Claim(place, Licence.STRUCTURE)
    opens = window.lows[window.own : window.own + 2]
    head = window.lows[window.own : window.own + ALL]
    resumed = (_sums(opens) or window.scope.is_in_all(window.own)) and "they" in head
    if resumed and place.quantity.kind is not Kind.MONEY and place.at - window.own <= LEAD + ALL:
        return _Claim(place, Licence.CLAUSE)  # "Together they draw 7.2 kilowatts"
    whole = window.scope.is_in_all(window.own) or window.scope.is_in_all(place.at + 1) or _sums(opens)
    return _Claim(place, Licence.STRUCTURE, whole=True) if whole and place.at - window.own <= LEAD + ALL else None


def _is_capacity(window: Window, place: Place) -> bool:
    """ "With three gigawatts of capacity it is", "At 120 megawatts the farm would be": all that the parts can do."""
    if place.quantity.kind is not Kind.MEASURE:
        return False
    named = window.lows[place.at + 1 : place.at + 1 + FEW]
    if named[:1] == ("of",) and not words_of("rates.capacities").isdisjoint(named):
        return True
    before = window.lows[max(window.own, place.at - FEW - 1) : place.at]
    if before[-1:] == ("of",) and not words_of("rates.capacities").isdisjoint(before):
        return True
    headed = before in (("at",), ("with",), ("with", "a"), ("at", "a"), ("with", "its"))
    behind = window.lows[place.at + 1 : place.at + 1 + FEW + 1]
    return headed and not {"it", "the", "they", "this", "that"}.isdisjoint(behind)


def _is_brought_in(before: Sequence[str]) -> bool:
    """ "The sale brought in $360,000", "The vouchers cost the party $10,000": a verb, and a short object at most."""
    for start in range(max(0, len(before) - OBJECT), len(before)):
        for size in (3, 2, 1):
            behind = before[start + size :]
            if " ".join(before[start : start + size]) in words_of("rates.product_verbs") and behind[:1] in _OBJECTS:
                return True
    return False


def _is_their_sum(window: Window, place: Place) -> bool:
    """Whether those told before, or their sale, are what brings an amount in or costs it, and nothing besides."""
    lows = window.lows
    rest = window.sentence(window.last)
    verbs = {phrase.split()[0] for phrase in words_of("rates.product_verbs")}
    verb = next((at for at in range(window.own, place.at) if lows[at] in verbs), None)
    if verb is None or verb == window.own or not words_of("rates.more").isdisjoint(rest):
        return False
    subject = lows[window.own : verb]
    known = {singular(word) for word in lows[: window.own]} | words_of("rates.sales")
    return {"of", "and", "with"}.isdisjoint(subject) and singular(subject[-1]) in known


def _sums(opens: Sequence[str]) -> bool:
    return opens[:1] != () and opens[0] in words_of("rates.together")


def _led(before: Sequence[str]) -> Licence | None:
    """What the words right before an amount make of it."""
    for start in range(len(before)):
        for size in (4, 3, 2):
            phrase = " ".join(before[start : start + size])
            if phrase in words_of("rates.product") and words_of("rates.filler").issuperset(before[start + size :]):
                return Licence.CLAUSE
    return None


def _products(rule: Rule, window: Window, claim: _Claim) -> Iterator[Constraint]:
    """The product that is meant; none where another rate or number may be."""
    place = claim.place
    rates = [rate for rate in _rates(window) if rate.base is None and rate.at < place.at and _fits(window, rate, claim)]
    if len(rates) != 1:
        return
    rate = rates[0]
    count = _count(window, rate, place)
    first = window.sentence_of(rate.at)
    alike = [one for one in window.wholes(rate.value, rate.unit) if one.sentence >= first and one.at != place.at]
    own = window.lows[window.own : place.at]
    timed = any(
        lows in (("for", "the"), ("in", "the")) and period in words_of("rates.periods")
        for lows, period in zip(pairwise(own), own[FEW:], strict=False)
    )  # "her pay for the month"
    if count is None or alike or timed or rate.at >= window.own <= count.at:
        return  # one sentence has ties of its own
    told = {window.sentence_of(rate.at), count.sentence, place.sentence}
    if not any(window.is_other_time(number) for number in told):
        operands = {
            "total": (_product(place.quantity),),
            "count": (counted(count.quantity),),
            "each": (_in_unit(_factor(rate.value), place.quantity.unit),),
        }
        constraint = Constraint(rule, operands, claim.licence)
        if not claim.whole or constraint.holds() or _is_a_zero_off(place.quantity, count.quantity, rate.value):
            yield constraint


def _is_a_zero_off(total: Quantity, count: Quantity, each: Quantity) -> bool:
    """Whether a total is ten times the product, or a thousand times, or as many times less."""
    times = total.value * magnitude(total) / (count.value * magnitude(count) * each.value * magnitude(each))
    return max(times, 1 / times) in ZEROS


def _factor(value: Quantity) -> Quantity:
    """A rate as it is multiplied: as printed, and however round no further off than a twentieth."""
    near = Interval.around(value.value, value.value * NEAR)
    return replace(value, readings=tuple(near for reading in value.readings if reading.low is not None)[:1])


def _in_unit(value: Quantity, unit: str) -> Quantity:
    """A rate as so many of the unit that its product is told in: 10 megawatts as 0.01 gigawatts."""
    often = _times(unit, value.unit) if value.kind is Kind.MEASURE and value.unit != unit else None
    if often is None:
        return value
    return replace(
        value,
        value=value.value * often,
        interval=value.interval.scaled(often),
        readings=tuple(reading.scaled(often) for reading in value.readings),
        scale=value.scale * often,
        ulp=value.ulp * often,
    )


def _product(total: Quantity) -> Quantity:
    """A product as it is told: one of a single digit is rounded, and not cut off."""
    digits = figures_of(total).strip("0")
    return replace(total, readings=()) if len(digits) <= 1 and total.bound is Bound.EQUAL else total


def _fits(window: Window, rate: Rate, claim: _Claim) -> bool:
    """Whether a product of a rate may be told in the unit of an amount, and of the same time."""
    quantity, value = claim.place.quantity, rate.value
    unit, _, timed = quantity.unit.partition(" / ")
    place = claim.place
    period = period_at(window.lows, _behind_noun(window, place)) or timed
    period = period or next((w for w in window.lows[max(window.own, place.at - LEAD) : place.at] if w in _PERIODS), "")
    if _PERIODS.get(period, period) != rate.period or quantity.kind is not value.kind:
        return False
    if quantity.kind is Kind.MONEY:
        return quantity.unit[:3] == value.unit[:3]
    if quantity.kind is Kind.COUNT:
        return unit in ("", rate.unit) or (claim.pronoun and bool(period))
    return unit == rate.unit or _times(unit, rate.unit) is not None


def _times(unit: str, other: str) -> Fraction | None:
    """How many of one unit make one of another of its dimension; None where they are of two."""
    one, two = unit_factor(unit), unit_factor(other)
    return None if one is None or two is None or one.dimension != two.dimension else two.factor / one.factor


def _behind_noun(window: Window, place: Place) -> int:
    named = place.at + 1 < len(window.lows) and singular(window.lows[place.at + 1]) == place.quantity.unit
    return place.at + 1 + named


def _rates(window: Window) -> Iterator[Rate]:
    """The rates of a window; one of "each lorry" or "every household" names what it is for."""
    named = list(each_one(window, 0))
    known = {rate.value.start for rate in named}
    yield from (rate for rate in window.rates if rate.value.start not in known)
    yield from named
    yield from _contained(window)


def _contained(window: Window) -> Iterator[Rate]:
    """ "Sold in cases of a dozen bottles": so many bottles a case."""
    lows = window.lows
    for place in window.amounts:
        at, quantity = place.at, place.quantity
        boxed = at > FEW and lows[at - 1] == "of" and quantity.kind is Kind.COUNT and quantity.bound is Bound.EQUAL
        if boxed and quantity.unit and singular(lows[at - 2]) in words_of("rates.boxes"):
            yield Rate(quantity, at, at, at, singular(lows[at - 2]))


def _count(window: Window, rate: Rate, place: Place) -> Place | None:
    """The one number of what a rate is for; None where there are more, or none."""
    if rate.per == EACH and rate.group is None:
        places = _sharers(window, rate)
    else:
        places = [one for one in window.counts(rate) if not _is_of_another(window, rate, one)] or _spans(window, rate)
    places = [one for one in places if one.quantity is not place.quantity and is_plain(one.quantity)]
    return _of_all(window, places[0]) if len(places) == 1 and not _has_company(window, places[0], place) else None


def _has_company(window: Window, count: Place, claim: Place) -> bool:
    """Whether others are counted beside them: "350 households and 60 farms"."""
    return any(
        count.at < one.at < claim.at and one.quantity.kind is Kind.COUNT and one.sentence == count.sentence
        and "and" in window.lows[count.at : one.at]
        for one in window.amounts
    )  # fmt: skip


def _is_of_another(window: Window, rate: Rate, place: Place) -> bool:
    """Whether the boxes counted hold another thing: "400 boxes of chocolates" beside boxes of six eggs."""
    behind = window.lows[place.at + 2 : place.at + 4]
    return behind[:1] == ("of",) and singular(behind[-1]) != rate.unit


def _sharers(window: Window, rate: Rate) -> list[Place]:
    """Those counted in the sentence of "31 patients each"; of "Each can seat 52" in the sentence before."""
    number = window.sentence_of(rate.at)
    if rate.first == window.starts[number]:
        number -= 1
    return [
        one
        for one in window.amounts
        if one.sentence == number and one.quantity.kind is Kind.COUNT and one.quantity.unit not in ("", rate.unit)
    ]


def _spans(window: Window, rate: Rate) -> list[Place]:
    """The spans that hold so many of the time that a rate is for: the "two weeks" of so much a day."""
    spans = ((one, in_period(one.quantity, rate.per)) for one in window.amounts)
    return [one._replace(quantity=span) for one, span in spans if span is not None]


def _of_all(window: Window, place: Place) -> Place:
    """ "For ten years of 52 weeks": all the weeks."""
    at = place.at
    outer = window.tokens[at - 2].quantity if at > FEW and window.lows[at - 1] == "of" else None
    if outer is None or outer.kind is not Kind.DURATION or place.quantity.kind is not Kind.DURATION:
        return place
    often = counted(outer).interval
    inner = counted(place.quantity)
    middle = outer.value
    return place._replace(
        quantity=replace(inner, value=inner.value * middle, interval=inner.interval * often, scale=middle)
    )
