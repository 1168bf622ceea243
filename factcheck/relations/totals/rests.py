"""Where a text says what remains: "the remaining R", "the other R", "the rest, R"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.quantities.model import Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.units import is_settled
from factcheck.statements.model import SentenceReading

__all__ = ["behind", "remaining", "sentences_back", "the_final", "the_other", "the_rest"]

REACH = 2  # sentences back
_THE, _OTHER = frozenset({"the"}), frozenset({"other"})


def remaining(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "the remaining R"."""
    return behind(sentence, words_of("rest.of_them"), words_of("rest.remaining"))


def the_other(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "the other R"."""
    return behind(sentence, _THE, _OTHER)


def the_rest(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "the rest, R,", "the balance of R": what is told once more in its numbers."""
    lows = list(sentence.lows)
    for at in range(3, len(lows)):
        quantity = sentence.tokens[at].quantity
        if quantity is None or not is_settled(quantity):
            continue
        if lows[at - 1] == "of" and lows[at - 2] in ("balance", "remainder") and lows[at - 3] == "the":
            yield at, quantity  # "the balance of 33%"
        if lows[at - 1] not in words_of("rest.once_more"):
            continue
        name = at - 3 if lows[at - 2] == "," else at - 2
        closed = at + 1 == len(lows) or lows[at + 1] in words_of("portions.closing")
        if closed and name and lows[name] in words_of("rest.named") and lows[name - 1] == "the":
            yield at, quantity


def the_final(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "made up the final R", "accounted for the last R"."""
    lows = sentence.lows
    for at, quantity in behind(sentence, _THE, words_of("rest.final")):
        if at >= 4 and " ".join(lows[at - 4 : at - 2]) in words_of("rest.making_up"):
            yield at, quantity


def behind(sentence: SentenceReading, first: frozenset[str], second: frozenset[str]) -> Iterator[tuple[int, Quantity]]:
    """The bare numbers right behind a word of `first` and one of `second`, with their places."""
    tokens = sentence.tokens
    for at in range(2, len(tokens)):
        quantity = tokens[at].quantity
        if quantity is None or tokens[at - 1].low not in second:
            continue
        if tokens[at - 2].low in first and is_settled(quantity):
            yield at, quantity


def sentences_back(sentences: Sequence[SentenceReading], place: int) -> list[SentenceReading]:
    """The sentences right before one, in its section, with no sentence without numbers between."""
    found: list[SentenceReading] = []
    for step in range(1, REACH + 1):
        other = sentences[place - step] if place >= step else None
        if other is None or other.section != sentences[place].section or sentences[place].index - other.index != step:
            break
        found.insert(0, other)
    return found
