"""Ages against the year of birth and the year in which they were reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.years import as_years, stretches, year_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_age", "bind_anniversary"]

_NEAR = 3  # tokens between "born" and its year, or an age and its year
_FAR = 6  # tokens between a death, its year and the age


def bind_age(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "(1912–2004), aged 92"; "born in 1912, he died in 2004 aged 92"; "born in 1967 and reaching 45 in 2012".

    The birthday may lie before or behind the day in question, unless both are told in full.
    """
    for sentence in reading.sentences:
        ages = [at for at in range(len(sentence.tokens)) if _is_age(sentence.tokens, at)]
        if len(ages) != 1:
            continue
        found = _lived(sentence.tokens, ages[0]) or _born_and_then(sentence, ages[0])
        if found is not None:
            born, then = found
            yield _constraint(rule, born, then, _quantity(sentence.tokens, ages[0]))


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    quantity = tokens[at].quantity
    if quantity is None or quantity.kind is not Kind.AGE or quantity.bound is not Bound.EQUAL or quantity.hedge:
        return False
    return quantity.value.denominator == 1 and quantity.unit in ("", "year")


def _quantity(tokens: Sequence[Token], at: int) -> Quantity:
    quantity = tokens[at].quantity
    assert quantity is not None
    return quantity


def _lived(tokens: Sequence[Token], at: int) -> tuple[Quantity, Quantity] | None:
    """ "(1912–2004), aged 92": the years of a life in brackets, the age right behind them."""
    for stretch in stretches(tokens):
        behind = [token.text.lower() for token in tokens[stretch.last + 1 : at]]
        if stretch.last < at and behind[:1] == [")"] and {")", ",", *words_of("dates.turned")}.issuperset(behind):
            return stretch.start, stretch.end
    return None


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
    beside = abs(then - at) <= _NEAR and not min(then, at) < born[0] < max(then, at)
    if beside and tokens[then - 1].text.lower() not in ("in", "on"):
        beside = False
    if not beside and not (abs(then - at) <= _FAR and _died(tokens, min(then, at))):
        return None
    return _quantity(tokens, born[0]), _quantity(tokens, then)


def _died(tokens: Sequence[Token], at: int) -> bool:
    """Whether a death is told in the tokens before, of which both the year and the age are then said."""
    return any(token.text.lower() in words_of("dates.died") for token in tokens[max(0, at - _FAR) : at])


def _introduced(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    return any(token.text.lower() in words for token in tokens[max(0, at - _NEAR) : at])


def _constraint(rule: Rule, born: Quantity, then: Quantity, age: Quantity) -> Constraint:
    before = _before_birthday(born.date, then.date)
    stands_for = as_years(age, 0, 1) if before is None else as_years(age, -int(before), int(before))
    operands = {"born": (born,), "then": (then,), "age": (stands_for,)}
    return Constraint(rule, operands, Licence.CLAUSE, closed=True)


def _before_birthday(born: dt.date | None, then: dt.date | None) -> bool | None:
    """Whether the second day comes before the birthday in its year; None where a day is not told."""
    if born is None or then is None:
        return None
    return (then.month, then.day) < (born.month, born.day)


def bind_anniversary(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "founded in 1912, it marks its 100th anniversary in 2012": the only two years of the sentence."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for at in range(len(tokens) - 1):
            if not _is_anniversary(tokens, at):
                continue
            years = [k for k in range(len(tokens)) if year_at(tokens, k) is not None]
            first = [k for k in years if _introduced(tokens, k, words_of("dates.founded"))]
            if len(years) == 2 and len(first) == 1:
                then = years[1 - years.index(first[0])]
                if abs(then - at) <= _FAR and not min(then, at) < first[0] < max(then, at):
                    operands = {
                        "first": (_quantity(tokens, first[0]),),
                        "then": (_quantity(tokens, then),),
                        "anniversary": (_quantity(tokens, at),),
                    }
                    yield Constraint(rule, operands, Licence.CLAUSE, closed=True)


def _is_anniversary(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is somebody's own: "for the 25th anniversary of its cup" is not."""
    quantity = tokens[at].quantity
    return (
        quantity is not None
        and quantity.kind is Kind.ORDINAL
        and at > 0
        and tokens[at - 1].text.lower() in words_of("dates.own")
        and any(token.text.lower() in words_of("dates.anniversary") for token in tokens[at + 1 : at + 3])
    )
