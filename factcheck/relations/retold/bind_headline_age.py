"""The age of a headline's person, told again below: "Teen, 16, cleared of arson … The 17-year-old wept".

Nobody else may be told of between, by an age or by a word for a victim, a friend or an opponent.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.retold.bind_headline import is_headline
from factcheck.relations.retold.slips import edit_between
from factcheck.relations.retold.taken_up import mention
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["bind_headline_age"]

BELOW = 8  # sentences from the headline to the age


def bind_headline_age(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """The one age of a headline with the first one below it."""
    sentences = reading.sentences
    if len(sentences) < 2 or not is_headline(sentences[0]):
        return
    headline = sentences[0]
    below = [one for one in sentences[1 : 1 + BELOW] if one.section == headline.section and one.block != headline.block]
    first, again = _ages(headline, below)
    if first is None or again is None:
        return
    if first.wide.meets(again.wide) or edit_between(first, again) is not None:
        operands = {"first": (first,), "again": (again,)}
        yield Constraint(rule, operands, Licence.STRUCTURE, variant="headline-age")


def _ages(headline: SentenceReading, below: list[SentenceReading]) -> tuple[Quantity | None, Quantity | None]:
    """The age of the headline and that of "The 17-year-old", where no age and nobody else is told of between."""
    told = _of_kind(headline, Kind.AGE)
    if len(told) != 1:
        return None, None
    for index, sentence in enumerate((headline, *below)):
        if sentence.index != headline.index + index:
            return None, None  # a sentence without numbers may tell of others
        if not words_of("taken_up.others_hurt").isdisjoint(sentence.lows):
            return None, None
        here = [] if sentence is headline else _of_kind(sentence, Kind.AGE)
        if here:
            at, again = here[0]
            alone = len(here) == 1 and sentence.lows[:at] == sentence.lows[:1] and sentence.lows[0] == "the"
            alone = alone and not mention(sentence, at, again).noun
            return told[0][1], again if alone else None
    return None, None


def _of_kind(sentence: SentenceReading, kind: Kind) -> list[tuple[int, Quantity]]:
    found = ((at, token.quantity) for at, token in enumerate(sentence.tokens))
    return [(at, quantity) for at, quantity in found if quantity is not None and quantity.kind is kind]
