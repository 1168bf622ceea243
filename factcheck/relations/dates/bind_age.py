"""Ages against the year of birth and the year in which they were reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.quantities.nouns import is_plural
from factcheck.relations.dates.bind_two_ages import born_beside
from factcheck.relations.dates.lives import lives
from factcheck.relations.dates.named_anniversaries import named_anniversaries
from factcheck.relations.dates.years import as_years, stretches, year_at
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_age", "bind_anniversary"]

_NEAR = 3  # tokens between "born" and its year, or an age and its year
_FAR = 6  # tokens between a death, its year and the age
_CLAUSE = 8  # tokens between "when" and its year
_OLDEST = 120


def bind_age(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "(1912–2004), aged 92"; "born in 1912, he was 92 when he died in 2004"; "born in 1967 and reaching 45 in 2012".

    The birthday may lie before or behind the day in question, unless both are told in full.
    """
    for sentence in reading.sentences:
        ages = [at for at in range(len(sentence.tokens)) if _is_age(sentence.tokens, at)]
        if len(ages) != 1:
            continue
        found = _lived(sentence.tokens, ages[0]) or _born_and_then(sentence, ages[0])
        if found is not None:
            born, then = found
            several = _are_several(sentence.tokens, born)
            yield _constraint(rule, born, then, quantity_at(sentence.tokens, ages[0]), several=several)
    told = {age.start: (born, died, age) for born, died, age in lives(reading)}
    told |= {age.start: (born, then, age) for born, then, age in born_beside(reading) if age.start not in told}
    for born, then, age in told.values():
        yield _constraint(rule, born, then, age, several=False, licence=Licence.STRUCTURE)


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    quantity = tokens[at].quantity
    if quantity is None or quantity.bound is not Bound.EQUAL or quantity.hedge or quantity.value.denominator != 1:
        return False
    if quantity.kind is Kind.AGE:
        return quantity.unit in ("", "year") and not _is_limit(tokens, at)
    return quantity.kind is Kind.COUNT and 0 < quantity.value <= _OLDEST and _is_bare_age(tokens, at)


def _is_limit(tokens: Sequence[Token], at: int) -> bool:
    """Whether something was so by an age: "had married by age 40", "up to the age of 29"."""
    k = at - 1
    while k > 0 and tokens[k].low in ("age", "ages", "aged", "the", "of"):
        k -= 1
    words = tuple(token.low for token in tokens[max(0, k - 1) : k + 1])
    return words[-1:] != () and (words[-1] in words_of("dates.limit") or words == ("up", "to"))


def _is_bare_age(tokens: Sequence[Token], at: int) -> bool:
    """Whether a count is an age by what stands round it: "was 67 when", "turned 67 in", "died in 2017 at 67."."""
    before = tokens[at - 1].low if at else ""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if before == "at":
        house = (
            behind == "," and not "".join(token.text for token in tokens[at + 2 : at + 3]).islower()
        )  # "at 12, Mill Road"
        return behind in (".", ",", ";", ")") and not house and _died(tokens, at)
    return before in words_of("dates.was") and behind in ("when", "in", "on")


def _are_several(tokens: Sequence[Token], born: Quantity) -> bool:
    """Whether a plural stands before "born": of people born in one year, some have their birthday still to come."""
    at = next((k for k, token in enumerate(tokens) if token.low in words_of("dates.born")), 0)
    before = [token.low for token in tokens[max(0, at - _NEAR) : at]]
    return tokens[at].start < born.start and any(is_plural(word) or word == "those" for word in before)


def _lived(tokens: Sequence[Token], at: int) -> tuple[Quantity, Quantity] | None:
    """ "(1912–2004), aged 92", "(1912–2004) died aged 92", "(1912–2004) was 92 when she died": a life in brackets."""
    for stretch in stretches(tokens):
        behind = [token.low for token in tokens[stretch.last + 1 : at]]
        if stretch.last < at and behind[:1] == [")"] and _tells_of_death(tokens, at, behind):
            return stretch.start, stretch.end
    return None


def _tells_of_death(tokens: Sequence[Token], at: int, behind: Sequence[str]) -> bool:
    """Whether an age is that of a death: nothing but "aged" or "died at" before it, or "when he died" behind it."""
    if quantity_at(tokens, at).kind is Kind.AGE and {")", ",", *words_of("dates.turned")}.issuperset(behind):
        return True
    if not words_of("dates.to_an_age").issuperset(behind):
        return False
    after = [token.low for token in tokens[at + 1 : at + 4]]
    died = words_of("dates.died")
    own = after[:2] in (["when", "he"], ["when", "she"])  # "was 30 when her brother died"
    return bool(died.intersection(behind)) or (own and bool(died.intersection(after[2:])))


def _born_and_then(sentence: SentenceReading, at: int) -> tuple[Quantity, Quantity] | None:
    """The year behind "born" and the only other one, which is that of a death or stands beside the age."""
    tokens = sentence.tokens
    years = [k for k in range(len(tokens)) if year_at(tokens, k) is not None]
    if len(years) != 2:
        return None
    born = [k for k in years if _introduced(tokens, k, words_of("dates.born"))]
    if len(born) != 1:
        return None
    then = years[1 - years.index(born[0])]
    if _is_of_kin(tokens, born[0], at):
        return None
    if not _of_the_born(tokens, born[0], at) and (_follows(tokens, at) or quantity_at(tokens, at).kind is not Kind.AGE):
        return None
    beside = abs(then - at) <= _NEAR and not min(then, at) < born[0] < max(then, at)
    if beside and (tokens[then - 1].low not in ("in", "on") or _is_of_something(tokens, at, then)):
        beside = False
    died = abs(then - at) <= _FAR and _died(tokens, min(then, at))
    if not beside and not died and not _at_the_time(tokens, at, then):
        return None
    return quantity_at(tokens, born[0]), quantity_at(tokens, then)


def _is_of_kin(tokens: Sequence[Token], born: int, at: int) -> bool:
    """Whether somebody else may be the one who was born: "the son of a miner born in 1901", "his mother was born".

    Where a relation is named before "born" in its clause, a "he" or "she" behind may be either of the two; so may it
    be where both are told of.
    """
    lows = [token.low for token in tokens]
    birth = next(k for k in range(born, -1, -1) if lows[k] in words_of("dates.born"))
    clause = list(takewhile(lambda low: low not in (",", ";", ":", "(", "–", "—"), reversed(lows[:birth])))
    kin = words_of("dates.kin").intersection(clause)
    parent = kin and "of" in clause and not words_of("dates.was").intersection(clause)
    behind = {"he", "she"}.intersection(lows[birth:])
    named_between = words_of("dates.kin").intersection(lows[at:birth])  # "aged 60, after her husband, born in 1921"
    return bool(parent or (kin and behind) or named_between or len(behind) > 1)


def _is_of_something(tokens: Sequence[Token], at: int, then: int) -> bool:
    """Whether a bare number stands before the year of a thing: "was 12 in 1973 standings"."""
    behind = tokens[then + 1].low if then + 1 < len(tokens) else "."
    return quantity_at(tokens, at).kind is not Kind.AGE and behind not in words_of("dates.behind_a_year")


def _follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the time of an age is told behind it: "aged 67 when"."""
    return at + 1 < len(tokens) and tokens[at + 1].low == "when"


def _of_the_born(tokens: Sequence[Token], born: int, at: int) -> bool:
    """Whether the age is that of who was born: "born in 1950, he was 67", "born in 1950, Ash was 67"."""
    if _died(tokens, at) and tokens[at - 1].low == "at":
        return True
    between = tokens[born + 1 : at]
    return born < at and all(_links(token) for token in between)


def _links(token: Token) -> bool:
    return token.low in words_of("dates.born_and_aged") or (token.quantity is None and token.text.istitle())


def _at_the_time(tokens: Sequence[Token], at: int, then: int) -> bool:
    """ "67 when he left for Marlow in 2017": one clause with no other number."""
    between = tokens[at + 2 : then - 1]
    if not _follows(tokens, at) or not 0 < len(between) <= _CLAUSE or tokens[then - 1].low not in ("in", "on"):
        return False
    words = [token.low for token in between]
    return all(token.quantity is None and token.text.isalpha() for token in between) and not (
        words_of("dates.another_time").intersection(words)
    )


def _died(tokens: Sequence[Token], at: int) -> bool:
    """Whether a death is told in the tokens before, of which both the year and the age are then said."""
    return any(token.low in words_of("dates.died") for token in tokens[max(0, at - _FAR) : at])


def _introduced(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    return any(token.low in words for token in tokens[max(0, at - _NEAR) : at])


def _constraint(
    rule: Rule, born: Quantity, then: Quantity, age: Quantity, *, several: bool, licence: Licence = Licence.CLAUSE
) -> Constraint:
    before = _before_birthday(born.date, then.date)
    stands_for = as_years(age, int(several), 1) if before is None else as_years(age, 0, 0)
    if before:  # a year less has been lived, which the message must say
        then = replace(then, value=then.value - 1, interval=Interval.exactly(then.value - 1), readings=())
    operands = {"born": (born,), "then": (then,), "age": (stands_for,)}
    return Constraint(rule, operands, licence, closed=licence is Licence.CLAUSE)


def _before_birthday(born: dt.date | None, then: dt.date | None) -> bool | None:
    """Whether the second day comes before the birthday in its year; None where a day is not told."""
    if born is None or then is None:
        return None
    return (then.month, then.day) < (born.month, born.day)


def bind_anniversary(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "founded in 1912, it marks its 100th anniversary in 2012": the only two years of one or two sentences."""
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        for at in range(len(sentence.tokens) - 1):
            if not _is_anniversary(sentence.tokens, at) or words_of("dates.out_of_turn") & set(sentence.lows):
                continue
            found = _founded_and_then(sentence.tokens, at)
            licence = Licence.CLAUSE
            if found is None and before is not None and sentence.follows(before):
                found, licence = _founded_before(before, sentence, at), Licence.STRUCTURE
            if found is not None:
                first, then = found
                operands = {"first": (first,), "then": (then,), "anniversary": (quantity_at(sentence.tokens, at),)}
                yield Constraint(rule, operands, licence, closed=licence is Licence.CLAUSE)
        before = sentence
    for first, then, kept in named_anniversaries(reading):
        yield Constraint(rule, {"first": (first,), "then": (then,), "anniversary": (kept,)}, Licence.STRUCTURE)


def _founded_and_then(tokens: Sequence[Token], at: int) -> tuple[Quantity, Quantity] | None:
    years = [k for k in range(len(tokens)) if year_at(tokens, k) is not None]
    first = [k for k in years if _introduced(tokens, k, words_of("dates.founded"))]
    if len(years) != 2 or len(first) != 1:
        return None
    then = years[1 - years.index(first[0])]
    if abs(then - at) > _FAR or min(then, at) < first[0] < max(then, at):
        return None
    return quantity_at(tokens, first[0]), quantity_at(tokens, then)


def _founded_before(before: SentenceReading, sentence: SentenceReading, at: int) -> tuple[Quantity, Quantity] | None:
    """ "The club was founded in 1912. It kept its 100th anniversary in 2012.": one year each."""
    if words_of("spans.same_subject").isdisjoint(sentence.lows[:_NEAR]):
        return None
    known = [k for k in range(len(before.tokens)) if year_at(before.tokens, k) is not None]
    years = [k for k in range(len(sentence.tokens)) if year_at(sentence.tokens, k) is not None]
    if len(known) != 1 or len(years) != 1 or abs(years[0] - at) > _FAR:
        return None
    if not _introduced(before.tokens, known[0], words_of("dates.founded")):
        return None
    return quantity_at(before.tokens, known[0]), quantity_at(sentence.tokens, years[0])


def _is_anniversary(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is somebody's own: "for the 25th anniversary of its cup" is not."""
    quantity = tokens[at].quantity
    return (
        quantity is not None
        and quantity.kind is Kind.ORDINAL
        and at > 0
        and tokens[at - 1].low in words_of("dates.own")
        and any(token.low in words_of("dates.anniversary") for token in tokens[at + 1 : at + 3])
    )
