"""A fraction in words and the percentage that says it again: "one in five (18%)", "three quarters of them, 74%,"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, TokenKind
from factcheck.relations.changes.bind_statement import bind_statement
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.shares.portions import numbers_of
from factcheck.relations.units import is_settled
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["bind_one_in_n"]

NAMED = 5  # words of those that a fraction is of
_MARKS = frozenset({",", "-", "–", "—", "--", ":"})


def bind_one_in_n(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """A percentage in brackets behind a fraction, or between two marks behind what the fraction is of."""
    yield from bind_statement(rule, reading)
    for sentence in reading.sentences:
        found = _apposed(sentence)
        if found is not None:
            ratio, percent = found
            yield Constraint(rule, {"ratio": (ratio,), "percent": (percent,)}, Licence.CLAUSE)


def _apposed(sentence: SentenceReading) -> tuple[Quantity, Quantity] | None:
    """The fraction at the head of a sentence and the percentage set off behind what it is of."""
    tokens, lows = sentence.tokens, sentence.lows
    numbers = numbers_of(tokens)[:2]
    if len(numbers) < 2:
        return None
    (at, place), (ratio, percent) = numbers, (tokens[k].quantity for k in numbers)
    if ratio is None or percent is None or (ratio.kind, percent.kind) != (Kind.RATIO, Kind.PERCENT):
        return None
    mark = place - 2 if lows[place - 1] == "or" else place - 1
    named = lows[at + 1 : mark]
    words = all(token.kind is TokenKind.WORD for token in tokens[at + 1 : mark])
    plain = named[:1] == ("of",) and 2 <= len(named) <= NAMED + 1 and words and lexicon().verbs.isdisjoint(named)
    closed = lows[mark] in _MARKS and lows[place + 1 : place + 2] != () and lows[place + 1] in _MARKS
    several = not words_of("portions.turning").isdisjoint(named) or "and" in named
    return (ratio, percent) if plain and closed and not several and is_settled(percent) else None
