"""Sums said again for each share: "$22.5 million, or $0.14 per share". All of one text make about as many shares.

Companies buy shares back and issue new ones, so that two periods differ; in 500 couples of published pairs the
numbers of shares never were further apart than two fifths, but for misprints and a company that had doubled its shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain

__all__ = ["bind_per_share"]

DRIFT = Fraction(7, 5)  # between the numbers of shares of two periods
MANY = 3  # pairs that agree and leave one alone
APART = 5  # times: of two pairs alone in a sentence, one must be wrong
LEAST = 1000  # shares
BETWEEN = 3  # tokens from the sum to what it is for a share
BEHIND = 6  # tokens from there to the word for a share
SPREAD = Interval(1 / DRIFT, DRIFT)


class _Pair(NamedTuple):
    amount: Quantity
    each: Quantity
    sentence: int

    @property
    def shares(self) -> Interval:
        amount, each = self.amount, self.each
        return amount.wide.scaled(magnitude(amount)) / each.wide.scaled(magnitude(each))

    @property
    def middle(self) -> Fraction:
        return self.amount.value * magnitude(self.amount) / (self.each.value * magnitude(self.each))

    def near(self, other: _Pair, share: Interval = SPREAD) -> bool:
        """Whether both may be of one company."""
        return self.shares.meets(other.shares * share)


def bind_per_share(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each pair against one that it agrees with; and a pair that stands alone against those that agree."""
    groups: dict[str, list[_Pair]] = {}
    for pair in _pairs(reading):
        groups.setdefault(pair.each.unit[:3], []).append(pair)
    for pairs in groups.values():
        if len(pairs) > 1:
            yield from _compared(rule, pairs)


def _compared(rule: Rule, pairs: Sequence[_Pair]) -> Iterator[Constraint]:
    middle = sorted(pairs, key=lambda pair: pair.middle)[len(pairs) // 2]
    agreeing = [pair for pair in pairs if pair.near(middle)]
    model = min(agreeing, key=lambda pair: (pair.shares.width or Fraction(0)) / pair.middle)
    for pair in pairs:
        others = [other for other in pairs if other is not pair and other.near(pair)]
        if others:
            if pair is not model and pair.near(model):
                yield _constraint(rule, pair, model)
        elif len(agreeing) >= MANY:
            yield _constraint(rule, pair, _neighbour(pair, agreeing))
        elif len(pairs) == 2 and pair is pairs[1]:
            yield from _of_two(rule, pairs[0], pair)


def _neighbour(pair: _Pair, agreeing: Sequence[_Pair]) -> _Pair:
    return min(agreeing, key=lambda other: abs(other.amount.start - pair.amount.start))


def _of_two(rule: Rule, first: _Pair, second: _Pair) -> Iterator[Constraint]:
    """Two periods of one company in one sentence, the numbers of shares worlds apart."""
    if first.sentence == second.sentence and not first.near(second, Interval(Fraction(1, APART), Fraction(APART))):
        yield _constraint(rule, second, first)


def _constraint(rule: Rule, pair: _Pair, model: _Pair) -> Constraint:
    operands = {
        "amount": (pair.amount,),
        "each": (pair.each,),
        "other_amount": (_drifting(model.amount),),
        "other_each": (model.each,),
    }
    return Constraint(rule, operands, Licence.STRUCTURE, family=f"shares-{pair.each.unit[:3]}")


def _drifting(quantity: Quantity) -> Quantity:
    """The sum as it would be with the shares of another period."""
    readings = tuple(reading * SPREAD for reading in quantity.readings)
    return replace(quantity, interval=quantity.interval * SPREAD, readings=readings)


def _pairs(reading: Reading) -> Iterator[_Pair]:
    for sentence in reading.sentences:
        tokens = sentence.tokens
        if not words_of("prices.deal").isdisjoint(token.low for token in tokens):
            continue  # a price paid for some of the shares, or shares that were split
        for at, token in enumerate(tokens):
            amount = token.quantity
            if amount is None or not _is_sum(amount):
                continue
            pair = _pair(tokens, at, amount, sentence.index)
            if pair is not None:
                yield pair


def _pair(tokens: Sequence[Token], at: int, amount: Quantity, sentence: int) -> _Pair | None:
    reach = range(at + 2, min(at + 2 + BETWEEN, len(tokens)))
    place = next((i for i in reach if tokens[i].quantity is not None), None)
    each = tokens[place].quantity if place is not None else None
    if place is None or each is None or not _is_for_a_share(tokens, place):
        return None
    between = {token.low for token in tokens[at + 1 : place]}
    if not between <= words_of("prices.restating") or each.kind is not Kind.MONEY or not is_plain(each):
        return None
    if each.value <= 0 or (amount.kind is Kind.MONEY and amount.unit[:3] != each.unit[:3]):
        return None
    pair = _Pair(amount, each, sentence)
    return pair if pair.middle >= LEAST and pair.shares.low is not None and pair.shares.high is not None else None


def _is_sum(quantity: Quantity) -> bool:
    money = quantity.kind is Kind.MONEY or (quantity.kind is Kind.COUNT and quantity.scale > 1 and not quantity.unit)
    return money and is_plain(quantity) and quantity.value > 0


def _is_for_a_share(tokens: Sequence[Token], at: int) -> bool:
    """Whether "per diluted share" or "a share" follows."""
    behind = [token.low for token in tokens[at + 1 : at + 1 + BEHIND]]
    end = next((i for i, word in enumerate(behind) if word in words_of("prices.share")), 0)
    words = all(token.quantity is None and token.text.isalpha() for token in tokens[at + 2 : at + 1 + end])
    return end > 0 and behind[0] in words_of("prices.per") and words
