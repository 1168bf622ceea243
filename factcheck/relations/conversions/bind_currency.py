"""Conversions between two currencies, all of one text at one rate: "$22m (£11.7m)" beside "$7.5m (£4m)".

Rates move, and a writer may convert two amounts on two days: conversions within a tenth of the rate of the others are
no finding, nor are two that agree with one another, nor one of a past year. Of two alone, in one sentence or in two
that follow, either may be wrong: they must be clearly apart, and nothing may tell of another time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, cycle
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.conversions.glosses import bare, glosses
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule

__all__ = ["bind_currency"]

SAME = Fraction(3, 100)  # how far two rates of one text drift apart
OTHER_DAY = Fraction(1, 10)  # and how far they do where they are of two days
CLEAR = Fraction(1, 5)  # off by so much, an amount with three others against it is wrong whatever explains it
ENOUGH = 3
_FINE = Fraction(1, 10)  # of itself: how far an amount of one digit is rounded before it is converted
_LEAD = 3  # tokens from a word for a price to the price
_DEAR = 1000  # a dearer thing has no price list
SCALES = tuple(Fraction(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))
DRIFT = Interval(1 - SAME, 1 + SAME)


class _Pair(NamedTuple):
    """An amount and what it is said to be in another currency."""

    amount: Quantity
    converted: Quantity
    dated: bool  # its sentence names a year
    sentence: int = 0
    past: bool = False  # its sentence tells of another time without a year
    priced: bool = False  # it is what something costs, which is set in each country and not converted

    @property
    def sides(self) -> tuple[Quantity, Quantity]:
        """The two by currency: rates of one pair of currencies are all taken the same way round."""
        one, other = self.amount, self.converted
        return (one, other) if one.unit < other.unit else (other, one)

    @property
    def rate(self) -> Interval:
        one, other = self.sides
        return one.wide.scaled(magnitude(one)) / other.wide.scaled(magnitude(other))

    @property
    def middle(self) -> Fraction:
        one, other = self.sides
        return one.value * magnitude(one) / (other.value * magnitude(other))

    @property
    def looseness(self) -> Fraction:
        return (self.rate.width or Fraction(0)) / self.middle


def bind_currency(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each conversion against the most precise of those that agree; one that stands alone against two or more fails."""
    groups: dict[str, list[_Pair]] = {}
    for pair in _pairs(reading):
        groups.setdefault("-".join(side.unit[:3] for side in pair.sides), []).append(pair)
    for family, pairs in groups.items():
        if len(pairs) == 2:
            yield from _of_two(rule, pairs)
        elif len(pairs) > 2:
            yield from _of_many(rule, pairs, family)


def _pairs(reading: Reading) -> Iterator[_Pair]:
    for sentence in reading.sentences:
        for amounts in glosses(sentence.tokens, _is_money):
            dated = any(t.quantity is not None and t.quantity.kind is Kind.YEAR for t in sentence.tokens)
            past = not words_of("prices.of_another_time").isdisjoint(sentence.lows)
            for one, other in combinations(map(bare, amounts), 2):
                if one.unit[:3] != other.unit[:3]:
                    priced = _is_cost(sentence.tokens, min(one.start, other.start))
                    yield _Pair(one, other, dated, sentence.index, past, priced)


def _is_cost(tokens: Sequence[Token], start: int) -> bool:
    """Whether a word for a price leads to the amount that starts there: "a ticket costs $10 (£7)"."""
    at = next((k for k, token in enumerate(tokens) if token.end > start), 0)
    return any(token.low in words_of("prices.set") for token in tokens[max(0, at - _LEAD) : at])


def _is_money(quantity: Quantity) -> bool:
    low = bare(quantity).wide.low
    return quantity.kind is Kind.MONEY and low is not None and low > 0


def _of_two(rule: Rule, pairs: Sequence[_Pair]) -> Iterator[Constraint]:
    """Two conversions that agree, or of which one must be wrong."""
    first, second = pairs
    fine = [pair._replace(amount=_fine(pair.amount), converted=_fine(pair.converted)) for pair in pairs]
    if _of_one_time(pairs) and not _near(fine[0].rate, fine[1], OTHER_DAY) and not _scaled(first, second):
        yield _constraint(rule, fine[1], fine[0], "")
    elif _near(first.rate, second, SAME):
        yield _constraint(rule, second, first, "")
    elif _scaled(first, second):
        yield _constraint(rule, second, first, "", variant="scale")


def _of_one_time(pairs: Sequence[_Pair]) -> bool:
    """Whether two conversions stand side by side and nothing makes them prices or of different times."""
    first, second = pairs
    return second.sentence - first.sentence <= 1 and not any(p.dated or p.past or _are_prices(p) for p in pairs)


def _fine(quantity: Quantity) -> Quantity:
    """The amount as it was converted: what is printed with one digit was hardly rounded by half of that."""
    half = min(quantity.ulp / 2, abs(quantity.value) * _FINE)
    return replace(quantity, interval=Interval.around(quantity.value, half), readings=())


def _of_many(rule: Rule, pairs: Sequence[_Pair], family: str) -> Iterator[Constraint]:
    middle = sorted(pairs, key=lambda pair: pair.middle)[len(pairs) // 2]
    model = min((pair for pair in pairs if _near(middle.rate, pair, SAME)), key=lambda pair: pair.looseness)
    agreeing = sorted((pair for pair in pairs if _near(model.rate, pair, SAME)), key=lambda pair: pair.looseness)
    odd = [pair for pair in pairs if pair not in agreeing]
    if len(agreeing) < 2 or len(odd) >= len(agreeing):
        return
    for pair in agreeing[1:]:
        yield _constraint(rule, pair, model, family)
    witnesses = cycle(agreeing)  # two failures that share their witness would be taken for one
    for pair in odd:
        alone = not any(_near(other.rate, pair, SAME) for other in odd if other is not pair)
        if alone and not _near(model.rate, pair, OTHER_DAY):
            yield from _failing(rule, pair, next(witnesses), family, len(agreeing))


def _failing(rule: Rule, pair: _Pair, model: _Pair, family: str, agreeing: int) -> Iterator[Constraint]:
    if _scaled(model, pair):
        yield _constraint(rule, pair, model, family, variant="scale")
    elif not pair.dated and not _are_prices(pair):
        many, clear = agreeing >= ENOUGH, not _near(model.rate, pair, CLEAR)
        yield _constraint(rule, pair, model, family, doubtful=many and not clear)


def _near(rate: Interval, pair: _Pair, share: Fraction) -> bool:
    return rate.meets(pair.rate * Interval(1 / (1 + share), 1 + share))


def _scaled(model: _Pair, pair: _Pair) -> bool:
    """Whether one of the two conversions is right but for a power of ten."""
    return any(_near(model.rate.scaled(scale), pair, SAME) for scale in SCALES)


def _are_prices(pair: _Pair) -> bool:
    """Prices of two countries ("$149 (£99)") are set, not converted."""
    if pair.priced and all(q.scale == 1 and q.value < _DEAR for q in (pair.amount, pair.converted)):
        return True
    return all(q.scale == 1 and q.value < 1000 and q.numeral[-1:] in ("9", "5") for q in (pair.amount, pair.converted))


def _constraint(
    rule: Rule, pair: _Pair, model: _Pair, family: str, *, doubtful: bool = False, variant: str = ""
) -> Constraint:
    like = model.amount.unit[:3] == pair.amount.unit[:3]
    amount, converted = (model.amount, model.converted) if like else (model.converted, model.amount)
    operands = {
        "amount": (pair.amount,),
        "converted": (pair.converted,),
        "other_amount": (_drifting(amount),),
        "other_converted": (converted,),
    }
    return Constraint(rule, operands, Licence.STRUCTURE, doubtful=doubtful, family=family, variant=variant)


def _drifting(quantity: Quantity) -> Quantity:
    """The amount as it may be at the rate of another hour."""
    return replace(
        quantity,
        interval=quantity.interval * DRIFT,
        readings=tuple(reading * DRIFT for reading in quantity.readings),
    )
