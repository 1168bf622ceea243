"""A quantity, its price for one and its price in all: "bought 920,000 shares for $138m at about $149 a share"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rates.offers import is_choice
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain

__all__ = ["bind_product"]

REACH = 14  # tokens between two of the three
LEAD = 7  # tokens from the word for a sum to the sum
BEHIND = 4  # tokens behind the last of the three that may add something to it
FEES = Fraction(1, 50)  # of a sum: what it may differ by that is told before fees
NET = Fraction(3, 50)  # and one that is told net of them


def bind_product(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each price for one with the two amounts before it, or those round it, where the words say what they are."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        places = [i for i, t in enumerate(tokens) if t.quantity is not None and t.quantity.kind not in LABELS]
        if len(places) < 3 or not any(_is_money(tokens, at) for at in places):
            continue
        lows = list(sentence.lows)
        for first, second, third in zip(places, places[1:], places[2:], strict=False):
            if third - second <= REACH and second - first <= REACH:
                yield from _product(rule, tokens, lows, first, second, third)


def _is_money(tokens: Sequence[Token], at: int) -> bool:
    quantity = tokens[at].quantity
    return quantity is not None and quantity.kind is Kind.MONEY


def _product(
    rule: Rule, tokens: Sequence[Token], lows: Sequence[str], first: int, second: int, third: int
) -> Iterator[Constraint]:
    """The three in one of the orders count, sum, price; sum, count, price; count, price, sum."""
    orders = (
        (first, second, third, _is_price(lows, second, third) and _is_sum(lows, first, second)),
        (second, first, third, _is_price(lows, second, third) and _is_sum(lows, max(-1, first - LEAD), first)),
        (first, third, second, _is_price(lows, first, second) and _is_sum(lows, second, third)),
    )
    for count_at, total_at, price_at, worded in orders:
        count, total, price = (tokens[at].quantity for at in (count_at, total_at, price_at))
        if worded and count and total and price and _alike(count, total, price):
            choice = is_choice(lows, count, total, price)
            if _is_for_one(lows, price_at, count) and not _holds_more(lows, first, third) and not choice:
                yield _constraint(rule, count, total, price, net="net" in lows[first:third])
            return


def _alike(count: Quantity, total: Quantity, price: Quantity) -> bool:
    money = total.kind is price.kind is Kind.MONEY and total.unit[:3] == price.unit[:3]
    counted = count.kind in (Kind.COUNT, Kind.MEASURE) and bool(count.unit)
    return money and counted and all(is_plain(q) and q.value > 0 for q in (count, total, price))


def _is_for_one(lows: Sequence[str], at: int, count: Quantity) -> bool:
    """Whether the price is for one of the things counted."""
    behind = lows[at + 1 : at + 3]
    if behind[:1] and behind[0] in words_of("prices.each"):
        return True
    if lows[at - 1] == "at" and behind[:1] == ["for"]:  # "3.8 million shares at $25 for $95 million"
        return True
    return len(behind) == 2 and behind[0] in words_of("prices.per") and singular(behind[1]) == count.unit


def _holds_more(lows: Sequence[str], first: int, third: int) -> bool:
    """Whether the sum or the price takes in more, or less, than the things: "with plaques", "plus tax"."""
    return not words_of("prices.more").isdisjoint((*lows[first:third], *lows[third + 1 : third + 1 + BEHIND]))


def _is_price(lows: Sequence[str], before: int, at: int) -> bool:
    """Whether nothing but words for a price lead from the noun behind an amount to the price."""
    words, opening = words_of("prices.price"), words_of("prices.opening")
    start = at
    while start - 1 > before and lows[start - 1] in words:
        start -= 1
    return not opening.isdisjoint(lows[start:at])


def _is_sum(lows: Sequence[str], before: int, at: int) -> bool:
    """Whether a word for a sum stands before the amount, and none for another sum."""
    between = lows[before + 1 : at]
    if between[-1:] == ["to"] and words_of("rates.bill").isdisjoint(between):
        return False  # "bringing the total raised this year to $45,000"
    return not words_of("prices.sum").isdisjoint(between[-LEAD:]) and words_of("prices.other").isdisjoint(between)


def _constraint(rule: Rule, count: Quantity, total: Quantity, price: Quantity, *, net: bool) -> Constraint:
    share = NET if net else FEES
    loose = total.interval * Interval(1 - share, 1 + share)
    operands = {"count": (count,), "total": (replace(total, readings=(*total.readings, loose)),), "price": (price,)}
    return Constraint(rule, operands, Licence.CLAUSE)
