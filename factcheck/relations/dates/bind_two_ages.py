"""What was told of one person: two ages with their years, or a year of birth in one sentence and an age in the next.

Only a pronoun ties the two sentences, so that a slip must explain what does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.ages import age_at, ages, is_apposed, low, of_one_person
from factcheck.relations.dates.years import as_years, year_at
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_two_ages", "born_beside"]

_NEAR = 5  # tokens from "born" to its year: "born in Velle in 1935"
_CLAUSE = 12  # tokens from an age to its year
_SENTENCES = 3  # back to what was told of the person before
_AHEAD = 10  # tokens in which an age stands at the head of a sentence
_YOUNGEST, _OLDEST = 8, 110
_YEARS = frozenset({Kind.YEAR, Kind.DATE})
_HEAD = 5  # tokens in which a sentence says whom it is about
Point = tuple[Quantity, Quantity]  # an age and the year in which it was reached


def bind_two_ages(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "was 19 when she signed in 2008. By the time she retired, in 2021, she was 32"; the same in one sentence."""
    latest = max((int(q.value) for q in reading.quantities if q.kind in _YEARS and q.value.denominator == 1), default=0)
    for place, sentence in enumerate(reading.sentences):
        points = _points(sentence.tokens) or _at_its_head(sentence, latest)
        if len(points) == 2 and of_one_person(sentence.tokens):
            yield _constraint(rule, points[0], points[1], near=True)
        elif len(points) == 1:
            for window in _told_before(reading.sentences, place):
                earlier = _points(window[0].tokens)
                if len(earlier) == 1 and of_one_person(*(one.tokens for one in window)):
                    yield _constraint(rule, earlier[0], points[0], near=False)
                    break


def born_beside(reading: Reading) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Year of birth, year and age of one person in two sentences near each other, in either order."""
    for place in range(len(reading.sentences)):
        for window in _told_before(reading.sentences, place):
            found = _born_and_aged(window) if of_one_person(*(one.tokens for one in window)) else None
            if found is not None:
                yield found
                break


def _born_and_aged(window: Sequence[SentenceReading]) -> tuple[Quantity, Quantity, Quantity] | None:
    for one, other in ((window[0], window[-1]), (window[-1], window[0])):
        born = _birth(one.tokens)
        points = _points(other.tokens) if born is not None else []
        if born is not None and len(points) == 1 and born.value < points[0][1].value:
            return born, points[0][1], points[0][0]
    return None


def _told_before(sentences: Sequence[SentenceReading], place: int) -> Iterator[Sequence[SentenceReading]]:
    """The runs of sentences that end with the one at `place` and go on about one person throughout, shortest first."""
    last = sentences[place]
    for first in range(place - 1, max(-1, place - 1 - _SENTENCES), -1):
        before, after = sentences[first], sentences[first + 1]
        if last.index - before.index > _SENTENCES or before.section != last.section or not _follows(before, after):
            return
        yield sentences[first : place + 1]


def _follows(before: SentenceReading, sentence: SentenceReading) -> bool:
    """Whether a sentence goes on about the person of the one before: "he" or "she" where it begins, or a name again."""
    head = sentence.lows[:_HEAD]
    if not {"he", "she", "his", "her"}.isdisjoint(head):
        return True
    return bool(_names(before.tokens) & _names(sentence.tokens[:_HEAD]))


def _names(tokens: Sequence[Token]) -> set[str]:
    return {token.text for token in tokens if token.text.istitle() and token.text.isalpha() and len(token.text) > 3}


def _at_its_head(sentence: SentenceReading, latest: int) -> list[Point]:
    """ "Now 47, she won in 2025", "In 2025, aged 47, she won": an age at the head, and the only year of the sentence.

    Who is 47 now may look back on an earlier year, so that it must be the latest one of the text.
    """
    tokens = sentence.tokens
    when = [at for at in range(len(tokens)) if year_at(tokens, at) is not None]
    if len(when) != 1 or low(tokens, when[0] - 1) != "in" or quantity_at(tokens, when[0]).value < latest:
        return []
    old = [at for at in range(len(tokens)) if _is_bare_age(tokens, at)]
    if len(old) != 1 or len(ages(tokens)) > 1 or old[0] > _AHEAD or _birth(tokens) is not None:
        return []
    return [(quantity_at(tokens, old[0]), quantity_at(tokens, when[0]))]


def _is_bare_age(tokens: Sequence[Token], at: int) -> bool:
    """ "Now 47,", "Today, aged 47,", "by then 47 years old,": nothing else can be counted."""
    quantity = tokens[at].quantity
    if quantity is None or quantity.bound is not Bound.EQUAL or quantity.hedge or quantity.scale != 1:
        return False
    if quantity.kind is Kind.AGE:
        return quantity.unit in ("", "year") and low(tokens, at + 1) in (",", ".", "old")
    if quantity.kind is not Kind.COUNT or quantity.unit or not _YOUNGEST <= quantity.value <= _OLDEST:
        return False
    return low(tokens, at - 1) in words_of("ages.nowadays") and low(tokens, at + 1) == "," and at <= _HEAD


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
    if _beside_its_year(tokens, at):
        return True
    words = {token.low for token in tokens}
    told = age_at(tokens, at) is not None and low(tokens, at - 1) in words_of("ages.reached")
    return told and not words_of("ages.moment").isdisjoint(words)


def _beside_its_year(tokens: Sequence[Token], at: int) -> bool:
    """ "left in 2021, aged 47", "at the age of 47 in 2021": an age that is apposed to a year and to no name."""
    first = at - 1
    while low(tokens, first) in ("age", "of", "the"):
        first -= 1
    if low(tokens, first) not in ("aged", "at", "age"):
        return False
    ahead = first - 1 - (low(tokens, first - 1) == ",")
    behind = at + 1 + (low(tokens, at + 1) == ",")
    return year_at(tokens, ahead) is not None or (
        low(tokens, behind) == "in" and year_at(tokens, behind + 1) is not None
    )


def _birth(tokens: Sequence[Token]) -> Quantity | None:
    """The only year of a sentence, behind "born"."""
    birth = next((at for at, token in enumerate(tokens) if token.low in words_of("dates.born")), None)
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
