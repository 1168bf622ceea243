"""What a person's two ages and a number of years say of each other over sentences: "Pike, 62, … at 22 … her 40 years".

The age of today stands behind the name; the other is that at which something was taken up; the years are somebody's
own, or those "for" which or "after" which it was done. Nobody else may be told of, and no other age or number of
years, and a slip must explain what does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.ages import ages, is_apposed, low, of_one_person
from factcheck.relations.dates.spells import Spell, spells
from factcheck.relations.dates.whole_times import is_all_or_part
from factcheck.relations.lexicon import words_of
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["Career", "careers"]

_SENTENCES = 4
_VERB = 4  # tokens from "joined" to "at 22"
_YOUNGEST, _OLDEST = 5, 70  # at which something is taken up
Career = tuple[Quantity, Quantity, Quantity]  # the age of today, the age then, the years between


def careers(reading: Reading) -> Iterator[Career]:
    """Every age of today with the age then and the years between, in a run of sentences about one person."""
    for place, sentence in enumerate(reading.sentences):
        current = [at for at in ages(sentence.tokens) if is_apposed(sentence.tokens, at)]
        if len(current) != 1 or len(ages(sentence.tokens)) != 1:
            continue
        window = list(_about_one(reading.sentences, place))
        found = _only(window, place=sentence) if of_one_person(*(one.tokens for one in window)) else None
        if found is not None:
            yield (quantity_at(sentence.tokens, current[0]), *found)


def _about_one(sentences: Sequence[SentenceReading], place: int) -> Iterator[SentenceReading]:
    """The sentence and those behind it in which the same person may be told of, no other age of today among them."""
    first = sentences[place]
    for sentence in sentences[place : place + _SENTENCES]:
        if sentence.index - first.index > _SENTENCES or sentence.section != first.section:
            return
        yield sentence


def _only(window: Sequence[SentenceReading], place: SentenceReading) -> tuple[Quantity, Quantity] | None:
    """The one age at which something was taken up, and the one number of years, where there is no other."""
    then = [quantity_at(one.tokens, at) for one in window for at in _taken_up(one.tokens)]
    others = sum(len(ages(one.tokens)) for one in window if one is not place)
    told = [(one, spell) for one in window for spell in spells(one.tokens) if spell.quantity.unit == "year"]
    if len(then) != 1 or len(told) != 1 or others > 1:
        return None
    ((sentence, spell),) = told
    named = {
        q.start for one in window if one is not place for at in ages(one.tokens) for q in (quantity_at(one.tokens, at),)
    }
    if not named <= {then[0].start} or not _is_own(sentence, spell) or spell.quantity.value.denominator != 1:
        return None
    return then[0], spell.quantity


def _is_own(sentence: SentenceReading, spell: Spell) -> bool:
    """Whether the years are all those of the person: "her 40 years", "40 years later", "in 40 years she has"."""
    before, behind = low(sentence.tokens, spell.first - 1), low(sentence.tokens, spell.last + 1)
    if behind in words_of("ages.since"):
        return True
    if before in words_of("spans.own"):
        return is_all_or_part(sentence.tokens, spell) is not None
    until_now = behind in ("he", "she", ",") and bool({"has", "still", "'s", "’s"} & set(sentence.lows))
    return before in ("in", "after") and until_now


def _taken_up(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of all ages at which somebody took something up: "joined at 22", "was 22 when she joined"."""
    for at in range(len(tokens)):
        quantity = tokens[at].quantity
        if quantity is None or quantity.bound is not Bound.EQUAL or not _YOUNGEST <= quantity.value <= _OLDEST:
            continue
        if quantity.kind not in (Kind.AGE, Kind.COUNT) or (quantity.kind is Kind.COUNT and quantity.unit):
            continue
        before = low(tokens, at - 1)
        if before in ("at", "aged", "age", "of") and low(tokens, at + 1) in words_of("ages.behind_then"):
            near = {low(tokens, k) for k in range(max(0, at - 1 - _VERB), at)}
            if not near.isdisjoint(words_of("ages.entered")):
                yield at
        elif (before, low(tokens, at + 1)) == ("was", "when"):
            near = {low(tokens, k) for k in range(at + 2, at + 2 + _VERB)}
            if not near.isdisjoint(words_of("ages.entered")):
                yield at
