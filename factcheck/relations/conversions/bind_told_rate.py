"""An amount in another currency at a rate that is told: "36 million pesos. … At Friday's rate of 900 to the dollar the
loot is worth $40,000", "£40m ($50m at $1.25 to the pound)".

The rate names the currency that it is for; the one that it is told in, if it is bare, is that of the only other
amounts. Where several amounts are in reach and any two of them fit, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain
from factcheck.statements.model import SentenceReading

__all__ = ["bind_told_rate"]

BACK = 3  # sentences from a rate back to the amount that is put into its currency
LEAD = 7  # tokens of "at Friday's official rate of about"
DRIFT = Fraction(1, 50)  # of a rate: what it may have been rounded by hand
_TO = frozenset({"to", "per", "for", "against", "/", "a", "an"})
_ONE = frozenset({"the", "a", "an", "one", "each", "every", "us", "u.s"})


class _Rate(NamedTuple):
    """So much of one currency for one of another; `quoted` is "" where the number is bare."""

    value: Quantity
    base: str
    quoted: str


def bind_told_rate(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each rate told with the two amounts that it turns into one another."""
    for number, sentence in enumerate(reading.sentences):
        if words_of("exchange.heads").isdisjoint(sentence.lows):
            continue
        rates = list(_rates(sentence))
        if len(rates) == 1:
            near = [
                one
                for one in reading.sentences[max(0, number - BACK) : number]
                if one.section == sentence.section and sentence.index - one.index <= BACK
            ]
            yield from _converted(rule, rates[0], near, sentence)


def _rates(sentence: SentenceReading) -> Iterator[_Rate]:
    """ "At 75 rupees to the dollar", "at a rate of 900 pesos per dollar" """
    lows = sentence.lows
    for at, token in enumerate(sentence.tokens):
        value = token.quantity
        if value is None or value.kind not in (Kind.MONEY, Kind.COUNT) or not is_plain(value) or value.value <= 0:
            continue
        behind = at + 1
        while behind < len(lows) and behind <= at + 2 and lows[behind] in _TO | _ONE:
            behind += 1
        base = _currency(lows[behind]) if at + 1 < behind < len(lows) and lows[at + 1] in _TO else ""
        quoted = value.unit[:3] if value.kind is Kind.MONEY else ""
        if base and base != quoted and (quoted or not value.unit) and _is_taken(lows, at):
            yield _Rate(value, base, quoted)


def _currency(word: str) -> str:
    """The code of a currency by its word in the singular; "" where it names none."""
    if word in words_of("exchange.pounds"):
        return "GBP"
    found = LEXICON.units.get(word, {}).get("") if singular(word) == word else None
    return found[1] if found is not None and found[0] == "money" else ""


def _is_taken(lows: Sequence[str], at: int) -> bool:
    """Whether "at" or the like leads to a rate: it is the one that was used."""
    before = lows[max(0, at - LEAD) : at]
    first = next((k for k in reversed(range(len(before))) if before[k] in words_of("exchange.at")), None)
    if first is None:
        return False
    between = before[first + 1 :]
    return not between or (
        between[-1] in ("of", "about", "roughly", "around", "some")
        and not words_of("exchange.rate").isdisjoint(between)
    )


def _converted(rule: Rule, rate: _Rate, near: Sequence[SentenceReading], own: SentenceReading) -> Iterator[Constraint]:
    here = _amounts(own, rate)
    before = [amount for sentence in near for amount in _amounts(sentence, rate)]
    parted = _are_parted(own, here) or not any(_is_made(own, one) for one in here)
    for reach, licence in ((here, Licence.CLAUSE), ((*before, *here), Licence.STRUCTURE)):
        bases = [one for one in reach if one.unit[:3] == rate.base]
        others = [one for one in reach if one.unit[:3] == (rate.quoted or one.unit[:3]) != rate.base]
        pairs = [pair for pair in product(others, bases) if any(one in here for one in pair)]
        if not pairs or len({one.unit[:3] for one in others}) > 1:
            continue
        found = [_constraint(rule, rate, quoted, base, licence) for quoted, base in pairs]
        holding = [one for one in found if one.holds()]
        if holding or (len(found) == 1 and not parted):
            yield (holding or found)[0]
        return


def _is_made(sentence: SentenceReading, amount: Quantity) -> bool:
    """Whether the words before an amount say that it is what another one comes to: "worth", "or", "that is"."""
    before = [token.low for token in sentence.tokens if token.end <= amount.outer_start][-1:]
    before = before or [token.low for token in sentence.tokens if token.end <= amount.start][-1:]
    return not words_of("exchange.made").isdisjoint(before)


def _are_parted(sentence: SentenceReading, amounts: Sequence[Quantity]) -> bool:
    """Whether "and" or the like stands between two amounts: the one is not the other in another currency."""
    if len(amounts) < 2:
        return False
    first, last = amounts[0].end, amounts[-1].start
    between = [token.low for token in sentence.tokens if first <= token.start < last]
    return not words_of("exchange.parting").isdisjoint(between)


def _amounts(sentence: SentenceReading, rate: _Rate) -> list[Quantity]:
    told = (token.quantity for token in sentence.tokens)
    return [
        one
        for one in told
        if one is not None and one.kind is Kind.MONEY and one is not rate.value and is_plain(one) and one.value > 0
    ]


def _constraint(rule: Rule, rate: _Rate, quoted: Quantity, base: Quantity, licence: Licence) -> Constraint:
    near = Interval.around(rate.value.value, rate.value.value * DRIFT)
    value = rate.value
    if value.bound is Bound.EQUAL:
        value = replace(value, interval=Interval.around(value.value, value.ulp / 2), readings=(near,))
    operands = {"quoted": (quoted,), "base": (base,), "rate": (value,)}
    return Constraint(rule, operands, licence)
