"""Where the numbers of a rate may stand that is told apart from them: its sentence, and those shortly before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.lexicon import unit_factor
from factcheck.quantities.model import AMOUNTS, LABELS, Kind, Quantity, Token
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.rates.rate_scopes import Scope
from factcheck.relations.rates.rate_terms import EACH, Rate, rates_in
from factcheck.relations.units import is_plain
from factcheck.statements.model import SentenceReading

__all__ = ["Place", "Window", "windows_of"]

REACH = 4  # sentences before the one with the claim
MOST = 14  # amounts in them, beyond which no number is the only one of its sort
ENDS = frozenset({".", ";", "?", "!", "–", "—"})


class Place(NamedTuple):
    """A quantity at a token of a window, in the sentence of that number (0 for the first of the window)."""

    at: int
    quantity: Quantity
    sentence: int


@dataclass(frozen=True, eq=False)
class Window:
    """The tokens of a sentence behind those of the ones before it; `starts` is where each begins."""

    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    rates: tuple[Rate, ...]

    @property
    def own(self) -> int:
        """Where the sentence of the claim begins."""
        return self.starts[-1]

    @cached_property
    def scope(self) -> Scope:
        """The same as the binders of rates read it."""
        return Scope(self.tokens, self.lows, self.own)

    @cached_property
    def amounts(self) -> tuple[Place, ...]:
        """Every amount that is no rate's value, a base or a part of another number."""
        taken = {id(rate.value) for rate in self.rates} | {id(rate.base) for rate in self.rates}
        found = ((at, token.quantity) for at, token in enumerate(self.tokens))
        return tuple(
            Place(at, quantity, self.sentence_of(at))
            for at, quantity in found
            if quantity is not None and quantity.kind in AMOUNTS and id(quantity) not in taken
        )

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that token `at` stands in."""
        return sum(start <= at for start in self.starts) - 1

    def sentence(self, number: int) -> Sequence[str]:
        """The words of one sentence."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.lows)
        return self.lows[self.starts[number] : end]

    @property
    def last(self) -> int:
        """The number of the sentence of the claim."""
        return len(self.starts) - 1

    def clause(self, first: int, last: int) -> tuple[str, ...]:
        """The words round the tokens `first` to `last`, back to where their sentence or a part of it begins."""
        start = self.starts[self.sentence_of(first)]
        while first > start and self.lows[first - 1] not in ENDS:
            first -= 1
        return self.lows[first : last + 1]

    def is_other_time(self, number: int) -> bool:
        """Whether a sentence tells of another time or place, or of what is usual."""
        return not words_of("rates.elsewhere").isdisjoint(self.sentence(number))

    def wholes(self, value: Quantity, unit: str) -> list[Place]:
        """The amounts of the sort that a value is one share of; `unit` is the value's without what it is for."""
        return [place for place in self.amounts if self._is_of(place, value, unit)]

    def _is_of(self, place: Place, value: Quantity, unit: str) -> bool:
        quantity = place.quantity
        if quantity is value or quantity.kind is not value.kind or not is_plain(quantity) or quantity.value <= 0:
            return False
        if value.kind is Kind.MONEY:
            return quantity.unit[:3] == value.unit[:3]
        return bool(unit) and quantity.unit == unit

    def is_for(self, quantity: Quantity, rate: Rate, text: str) -> bool:
        """Whether a quantity, as printed, is a number of what a rate is for."""
        return _counts(quantity, rate, text)

    def counts(self, rate: Rate) -> list[Place]:
        """The numbers of what a rate is for: "6 hectares" of so much a hectare, "12-acre" of so much an acre."""
        if rate.group is not None:
            return [place for place in self.amounts if place.quantity is rate.group]
        return [place for place in self.amounts if _counts(place.quantity, rate, self.tokens[place.at].text)]


def _counts(quantity: Quantity, rate: Rate, text: str) -> bool:
    if not is_plain(quantity) or quantity.value <= 0 or quantity is rate.value or rate.per == EACH:
        return False
    if quantity.kind in (Kind.DURATION, Kind.MEASURE):
        one = unit_factor(quantity.unit)
        return rate.per == quantity.unit or (one is not None and singular(text.split()[-1].split("-")[-1]) == rate.per)
    return quantity.kind is Kind.COUNT and rate.per == quantity.unit


def windows_of(reading: Reading, heads: frozenset[str]) -> Iterator[Window]:
    """Each sentence that holds one of the words `heads` and an amount, with those before it that are near."""
    sentences = reading.sentences
    for number, sentence in enumerate(sentences):
        if heads.isdisjoint(sentence.lows) or not _has_amount(sentence):
            continue
        known = _known(reading)
        window = known.get(sentence.index)
        if window is None:
            window = known[sentence.index] = _window(_near(sentences, number))
        if sum(place.quantity.kind not in LABELS for place in window.amounts) <= MOST:
            yield window


@lru_cache(maxsize=1)
def _known(reading: Reading) -> dict[int, Window]:
    """The windows of a text that were built, by the sentence that they end with: several rules ask for them."""
    return {}


def _near(sentences: Sequence[SentenceReading], number: int) -> list[SentenceReading]:
    """A sentence with those before it that are near."""
    sentence = sentences[number]
    near = [sentence]
    while number > 0 and _is_near(sentences[number - 1], near[0], sentence):
        number -= 1
        near.insert(0, sentences[number])
    return near


def _has_amount(sentence: SentenceReading) -> bool:
    return any(token.quantity is not None and token.quantity.kind in AMOUNTS for token in sentence.tokens)


def _is_near(before: SentenceReading, behind: SentenceReading, own: SentenceReading) -> bool:
    """Whether a sentence is in reach of `own`: in its paragraph, or the last of the one before."""
    if before.section != own.section or own.index - before.index > REACH:
        return False
    return before.block == own.block or (behind is own and own.block - before.block == 1 and own.follows(before))


def _window(sentences: Sequence[SentenceReading]) -> Window:
    tokens: list[Token] = []
    starts: list[int] = []
    rates: list[Rate] = []
    for sentence in sentences:
        start = len(tokens)
        starts.append(start)
        tokens.extend(sentence.tokens)
        own = (_of_each(rate, sentence.lows) for rate in rates_in(sentence.tokens, sentence.lows))
        rates.extend(_moved(rate, start) for rate in own)
    lows = tuple(low for sentence in sentences for low in sentence.lows)
    return Window(tuple(tokens), lows, tuple(starts), tuple(rates))


def _of_each(rate: Rate, lows: Sequence[str]) -> Rate:
    """A rate for each and for a time: "31 patients a day each"."""
    each = lows[rate.last + 1 : rate.last + 2]
    if rate.per not in words_of("rates.periods") or rate.base is not None or each not in (("each",), ("apiece",)):
        return rate
    return rate._replace(per=EACH, period=rate.per, last=rate.last + 1)


def _moved(rate: Rate, by: int) -> Rate:
    return rate._replace(at=rate.at + by, first=rate.first + by, last=rate.last + by)
