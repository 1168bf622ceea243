"""The age of one person told twice: "Ash Birch, 44, was ... Mr Birch, 46, said"; "Ash Birch, 19, starts. He is 18".

In published texts a full name with its age came nine times again, always with the same one; a surname alone as well,
but for relatives, whose first names tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, Token, TokenKind
from factcheck.relations.dates.ages import age_at, is_apposed, low
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["bind_told_ages"]

MOST = 3  # persons in a sentence; more are a table of results
_HEAD = 2  # tokens before "is" in "He is 18"


class _Person(NamedTuple):
    """Somebody named with an age, by first name ("" where only the surname is told) and surname."""

    first: str
    last: str
    age: Quantity
    sentence: SentenceReading
    at: int  # the tokens of the name, the end left out
    to: int


def bind_told_ages(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each age with the last one before that is the same person's: by the name, or by a pronoun right behind."""
    known: dict[str, list[_Person]] = {}
    before: _Person | None = None
    for sentence in reading.sentences:
        persons = _persons(sentence)
        if before is not None and not persons and sentence.follows(before.sentence):
            age = _of_pronoun(sentence)
            if age is not None and before.age.value // 10 == age.value // 10:  # else somebody else's
                yield _constraint(rule, before, age)
        for person in persons:
            earlier = _same(known.get(person.last, ()), person)
            if earlier is not None and _is_near(earlier.age, person.age):
                yield _constraint(rule, earlier, person.age)
            known.setdefault(person.last, []).append(person)
        before = persons[0] if len(persons) == 1 and _is_alone(persons[0]) else None


def _constraint(rule: Rule, person: _Person, age: Quantity) -> Constraint:
    return Constraint(rule, {"first": (person.age,), "again": (age,)}, Licence.STRUCTURE, variant="age")


def _is_near(one: Quantity, other: Quantity) -> bool:
    """Whether two ages are the same, or have a digit or all digits in common: others are of two persons."""
    (tens, ones), (other_tens, other_ones) = divmod(int(one.value), 10), divmod(int(other.value), 10)
    return tens == other_tens or ones == other_ones or (tens, ones) == (other_ones, other_tens)


def _persons(sentence: SentenceReading) -> list[_Person]:
    """All who are named with their age in a sentence: "Ash Birch, 44,"; none where it tells of another time."""
    tokens = sentence.tokens
    if not any(token.quantity is not None and token.quantity.kind in (Kind.AGE, Kind.COUNT) for token in tokens):
        return []
    found = []
    for at in range(2, len(tokens)):
        age = age_at(tokens, at) if tokens[at].quantity is not None and is_apposed(tokens, at) else None
        names = _names_before(tokens, at - 1) if age is not None else []
        if age is not None and names:
            first = names[0] if len(names) > 1 else ""
            found.append(_Person(first, names[-1], age, sentence, at - 1 - len(names), at - 1))
    told = any(token.quantity is not None and token.quantity.kind is Kind.YEAR for token in tokens)
    return [] if told or len(found) > MOST or not words_of("ages.other_time").isdisjoint(sentence.lows) else found


def _names_before(tokens: Sequence[Token], comma: int) -> list[str]:
    """The words of a name that ends before a comma, without a title."""
    at = comma
    while at and tokens[at - 1].kind is TokenKind.WORD and tokens[at - 1].text[:1].isupper():
        at -= 1
    names = [token.text for token in tokens[at:comma]]
    return [name for name in names if name.lower().rstrip(".") not in words_of("ages.titles")]


def _same(known: Sequence[_Person], person: _Person) -> _Person | None:
    """The last of the same surname, where all who have it and a first name have the same one."""
    firsts = {one.first for one in (*known, person)} - {""}
    return known[-1] if known and len(firsts) == 1 else None


def _is_alone(person: _Person) -> bool:
    """Whether any other name of the sentence stands behind a preposition, and no relation is told of."""
    tokens = person.sentence.tokens
    if not words_of("dates.kin").isdisjoint(person.sentence.lows):
        return False
    others = [at for at in range(1, len(tokens)) if tokens[at].text[:1].isupper() and not person.at <= at < person.to]
    inner = (at for at in others if not tokens[at - 1].text[:1].isupper())
    return all(low(tokens, at - 1) in words_of("ages.places") for at in inner)


def _of_pronoun(sentence: SentenceReading) -> Quantity | None:
    """The age in "He is 18 and": the head of a sentence, a quotation mark passed over, with no other age."""
    tokens = sentence.tokens
    at = 0 if tokens and tokens[0].kind is TokenKind.WORD else 1
    short = low(tokens, at) in words_of("ages.he_is")
    if not short and (low(tokens, at) not in ("he", "she") or low(tokens, at + 1) != "is"):
        return None
    place = at + _HEAD - short
    quantity = tokens[place].quantity if place < len(tokens) else None
    ends = low(tokens, place + 1) in words_of("ages.behind") | {"and", "but", "years"}
    if quantity is None or quantity.kind not in (Kind.AGE, Kind.COUNT) or quantity.unit not in ("", "year") or not ends:
        return None
    return quantity
