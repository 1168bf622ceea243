"""What was told of one person: two ages with their years, or a year of birth in one sentence and an age in the next.

Only a pronoun ties the two sentences, so that a slip must explain what does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.ages import age_at, ages, is_apposed, low, of_one_person
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.years import as_years, year_at
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_two_ages", "born_beside"]

_NEAR = 5  # tokens from "born" to its year: "born in Velle in 1935"
_CLAUSE = 12  # tokens from an age to its year
Point = tuple[Quantity, Quantity]  # an age and the year in which it was reached


def bind_two_ages(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "was 19 when she signed in 2008. By the time she retired, in 2021, she was 32"; the same in one sentence."""
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        points = _points(sentence.tokens)
        if len(points) == 2 and of_one_person(sentence.tokens):
            yield _constraint(rule, points[0], points[1], near=True)
        elif len(points) == 1 and before is not None and _follows(before, sentence):
            earlier = _points(before.tokens)
            if len(earlier) == 1 and of_one_person(before.tokens, sentence.tokens):
                yield _constraint(rule, earlier[0], points[0], near=False)
        before = sentence


def born_beside(reading: Reading) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Year of birth, year and age of one person in two neighbouring sentences, in either order."""
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        if before is not None and _follows(before, sentence):
            for one, other in ((before, sentence), (sentence, before)):
                born = _birth(one.tokens)
                points = _points(other.tokens) if born is not None else []
                if born is not None and len(points) == 1 and of_one_person(one.tokens, other.tokens):
                    age, then = points[0]
                    if born.value < then.value:
                        yield born, then, age
        before = sentence


def _follows(before: SentenceReading, sentence: SentenceReading) -> bool:
    """Whether a sentence goes on about the person of the one before: it says "he" or "she" where it begins."""
    head = [low(sentence.tokens, at) for at in range(min(5, len(sentence.tokens)))]
    return sentence.follows(before) and not {"he", "she"}.isdisjoint(head)


def _points(tokens: Sequence[Token]) -> list[Point]:
    """The ages that are told with their years, each with its own; none where the numbers leave a choice."""
    if not any(token.quantity is not None and token.quantity.kind in (Kind.YEAR, Kind.DATE) for token in tokens):
        return []
    when = [at for at in range(len(tokens)) if year_at(tokens, at) is not None]
    old = [at for at in ages(tokens) if not is_apposed(tokens, at) and _at_a_time(tokens, at)]
    if not old or len(old) != len(when) or len(old) > 2 or len(old) != len(ages(tokens)) or _birth(tokens) is not None:
        return []
    if len(old) == 2 and not (max(old[0], when[0]) < min(old[1], when[1])):
        return []
    pairs = list(zip(old, when, strict=True))
    if any(abs(age - year) > _CLAUSE or low(tokens, year - 1) not in ("in", "on") for age, year in pairs):
        return []
    return [(quantity_at(tokens, age), quantity_at(tokens, year)) for age, year in pairs]


def _at_a_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether an age is that of a moment: "was 27 when", "by the time she retired she was 32", "died aged 81"."""
    words = {token.text.lower() for token in tokens}
    told = age_at(tokens, at) is not None and low(tokens, at - 1) in words_of("ages.reached")
    return told and not words_of("ages.moment").isdisjoint(words)


def _birth(tokens: Sequence[Token]) -> Quantity | None:
    """The only year of a sentence, behind "born"."""
    birth = next((at for at, token in enumerate(tokens) if token.text.lower() in words_of("dates.born")), None)
    if birth is None:
        return None
    when = [at for at in range(len(tokens)) if year_at(tokens, at) is not None]
    if len(when) != 1 or not birth < when[0] <= birth + _NEAR:
        return None
    return quantity_at(tokens, when[0])


def _constraint(rule: Rule, one: Point, other: Point, *, near: bool) -> Constraint:
    operands = {
        "age": (one[0],),
        "year": (one[1],),
        "other_age": (as_years(other[0], 1, 1),),
        "other_year": (other[1],),
    }
    licence = Licence.CLAUSE if near else Licence.STRUCTURE
    return Constraint(rule, operands, licence, doubtful=near)
