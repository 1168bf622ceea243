"""What a rate is worked out from: the whole amount and the number of those that share it, one of each in reach.

The words must say that the three belong together: "…, or £700 each", "at €25 apiece, taking €20,500", "That is 150
litres per person". `Licence.CLAUSE` where they leave no doubt, `STRUCTURE` where another reading is thinkable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.rates.rate_scopes import Scope
from factcheck.relations.rates.rate_terms import EACH, Form, Rate, period_at, rates_in
from factcheck.relations.rates.rate_words import licence_of
from factcheck.relations.units import is_plain

__all__ = ["Tie", "is_counted", "opens_a_row", "ties_of"]

Placed = tuple[int, Quantity]
Roles = tuple[Placed, Placed]  # the number of those that share, and the whole
REACH = 14  # tokens between two of the three
BEFORE = 3  # tokens before a whole that may say that it is another's
_LAST_WORD = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Tie:
    """A rate with the number and the whole that it is worked out from."""

    rate: Rate
    count: Quantity
    total: Quantity
    licence: Licence


def ties_of(scope: Scope) -> Iterator[Tie]:
    """Each rate of a scope that the words tie to its whole and its number."""
    rates = list(rates_in(scope.tokens, scope.lows))
    for rate in rates:
        roles = _roles(scope, rate)
        if roles is None or not _is_alone(rate, rates, roles):
            continue
        (count_at, count), (total_at, total) = roles
        if not scope.own and _are_far(rate.at, count_at, total_at):
            continue
        crossing = min(count_at, total_at, rate.at) < scope.own <= max(count_at, total_at, rate.at)
        if bool(scope.own) is not crossing or not _fits_period(scope, rate, total_at):
            continue
        if total_at < scope.own <= count_at and opens_a_row(scope, count_at):
            continue
        licence = licence_of(scope, rate, count_at, total_at)
        if licence is not None and not _is_another(scope, total_at):
            yield Tie(rate, count, total, licence)


def opens_a_row(scope: Scope, count_at: int) -> bool:
    """Whether a number is that of some only, more of which follow: "For the first 20 years … 22 metres a year"."""
    return not words_of("rates.some_of_all").isdisjoint(scope.lows[max(0, count_at - 2) : count_at])


def _are_far(*places: int) -> bool:
    """Whether more lies between two neighbours of the three than one clause holds."""
    return any(later - earlier > REACH for earlier, later in pairwise(sorted(places)))


def _roles(scope: Scope, rate: Rate) -> Roles | None:
    """The one number and the one whole in reach that fit a rate; None where there are more or none."""
    others = [(at, q) for at, q in scope.amounts if q is rate.group or not rate.first <= at <= rate.last]
    if rate.value.kind is Kind.COUNT and (rate.base is not None or rate.per == EACH):
        return _two_counts(scope, rate, others)
    if rate.group is not None:
        counts = [(at, q) for at, q in others if q is rate.group]
    else:
        counts = [(at, q) for at, q in others if _shares_it(scope, rate, at, q)]
    totals = [(at, q) for at, q in others if (at, q) not in counts and _is_whole(rate, q)]
    if len(counts) != 1 or len(totals) != 1:
        return None
    told = (*counts, *totals)
    return None if any(_is_rival(rate, q) for at, q in others if (at, q) not in told) else (counts[0], totals[0])


def _is_rival(rate: Rate, quantity: Quantity) -> bool:
    """Whether a bare number may stand for one of the two: "of the 300 members 200 paid £20 each", "or 54 million"."""
    bare = quantity.kind is Kind.COUNT and not quantity.unit and rate.value.kind is not Kind.COUNT
    return bare and (rate.per == EACH or quantity.scale > 1)


def _two_counts(scope: Scope, rate: Rate, others: Sequence[Placed]) -> Roles | None:
    """The only two counts: the larger is the whole of "three each", and those among whom "16 per 100,000" are."""
    told = [placed for placed in others if placed[1].kind is Kind.COUNT]
    if rate.base is not None and len(told) > 2:
        told = [placed for placed in told if placed[0] < rate.at]
    counts = sorted(told, key=lambda placed: placed[1].value)
    if len(counts) != 2 or not all(is_plain(q) and q.value > 0 for _, q in counts):
        return None
    small, large = counts
    if rate.base is None:
        one_for = rate.form is Form.ONE_FOR
        named = bool(large[1].unit) if one_for else large[1].unit in ("", rate.unit) or not rate.unit
        return (small, large) if named else None
    suits = scope.lows[small[0] + 1 : small[0] + 3] == ("of", "them")  # of whatever is counted: "births" of babies
    suits = (
        suits
        or not rate.per
        or is_counted(rate.per, large[1].unit)
        or (not large[1].unit and _is_place(scope, large[0]))
    )
    return (large, small) if suits else None


def _shares_it(scope: Scope, rate: Rate, at: int, quantity: Quantity) -> bool:
    if not is_plain(quantity) or quantity.value <= 0:
        return False
    if rate.per == EACH:
        named = bool(quantity.unit) or rate.form is Form.ONE_FOR
        return quantity.kind is Kind.COUNT and named and quantity.unit != rate.value.unit
    if quantity.kind in (Kind.DURATION, Kind.MEASURE):
        return rate.per in (quantity.unit, singular(_LAST_WORD.split(scope.tokens[at].text)[-1]))
    if quantity.kind is not Kind.COUNT:
        return False
    if rate.per in words_of("rates.generic") and rate.value.kind is not Kind.COUNT and quantity.unit:
        return True  # "a head", "per vehicle": whatever is counted
    if not quantity.unit:
        return rate.per in words_of("rates.people") and _is_place(scope, at)
    return is_counted(rate.per, quantity.unit)


def is_counted(per: str, unit: str) -> bool:
    """Whether a number of `unit` counts what a rate is for."""
    return per == unit or any(
        per in words_of(name) and unit in words_of(name) for name in ("rates.people", "rates.games")
    )


def _is_place(scope: Scope, at: int) -> bool:
    """Whether a bare number counts the people of a place: "a city of 1.5 million", "population 800,000"."""
    if scope.lows[at - 1] == "population":
        return True
    return scope.lows[at - 1] == "of" and scope.lows[at - 2] in words_of("rates.places")


def _is_whole(rate: Rate, quantity: Quantity) -> bool:
    value = rate.value
    if quantity.kind is not value.kind or not is_plain(quantity) or quantity.value <= 0:
        return False
    if value.kind is Kind.MONEY:
        return quantity.unit[:3] == value.unit[:3]
    if value.kind is Kind.COUNT:
        return not rate.unit or quantity.unit == rate.unit
    timeless = " / " not in value.unit  # "6 million litres a day, or 120 litres a head"
    return (quantity.unit.split(" / ")[0] if timeless else quantity.unit) == rate.unit


def _is_alone(rate: Rate, rates: Sequence[Rate], roles: Roles) -> bool:
    """Whether no other rate of the sort stands in reach, of another group or time."""
    numbers = [quantity for _, quantity in roles]
    for other in rates:
        if other is rate:
            continue
        own = any(other.value is number for number in numbers)
        timed = other.per in words_of("rates.periods") and other.base is None
        if not timed or (not own and other.per == rate.per):
            return False
    return True


def _fits_period(scope: Scope, rate: Rate, total_at: int) -> bool:
    """Whether the whole is of the time that the value is for: both a month, or the value for none."""
    return not rate.period or period_at(scope.lows, total_at + 1) == rate.period


def _is_another(scope: Scope, total_at: int) -> bool:
    """Whether the words before a whole make it another one, a budget or a profit."""
    before = scope.lows[max(0, total_at - BEFORE) : total_at]
    return not words_of("rates.other").isdisjoint(before)
