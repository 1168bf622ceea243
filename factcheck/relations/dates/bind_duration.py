"""A number of years against the two years that bound it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.years import Stretch, as_years, stretches, year_at
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_duration", "bind_year_order"]

_FILLERS = 4  # tokens between a duration and the years that bound it


def bind_duration(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "from 2008 to 2013, a five-year period"; "bought in 1867 … 92 years later, in 1959"."""
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        spans = [at for at in range(len(sentence.tokens)) if _in_years(sentence.tokens, at)]
        if spans:
            yield from _bounded(rule, sentence.tokens, spans)
            for at in spans:
                yield from _counted_on(rule, sentence, at, before)
        before = sentence


def _in_years(tokens: Sequence[Token], at: int) -> bool:
    quantity = tokens[at].quantity
    return (
        quantity is not None
        and quantity.kind is Kind.DURATION
        and quantity.unit == "year"
        and quantity.bound is Bound.EQUAL
        and not quantity.hedge
        and quantity.value.denominator == 1
    )


def _bounded(rule: Rule, tokens: Sequence[Token], spans: Sequence[int]) -> Iterator[Constraint]:
    """The duration right before or behind two years; the last year may be counted or not."""
    for stretch in stretches(tokens):
        at = next((at for at in spans if _beside(tokens, at, stretch)), None)
        if at is None or stretch.start.value >= stretch.end.value:
            continue
        span = quantity_at(tokens, at)
        above = 0 if stretch.to_the_year else 1  # "from May 2008 to January 2010" may be a year
        yield _constraint(rule, stretch.start, stretch.end, as_years(span, 1, above))


def _beside(tokens: Sequence[Token], at: int, stretch: Stretch) -> bool:
    if at < stretch.first:
        between = [token.low for token in tokens[at + 1 : stretch.first]]
        if not between and not _whole_stretch(tokens, at, stretch):
            return False
        return len(between) <= _FILLERS and words_of("dates.before_years").issuperset(between)
    between = [token.low for token in tokens[stretch.last + 1 : at]]
    if len(between) > _FILLERS or not words_of("dates.behind_years").issuperset(between):
        return False
    return at + 1 == len(tokens) or tokens[at + 1].low in words_of("dates.period")


def _whole_stretch(tokens: Sequence[Token], at: int, stretch: Stretch) -> bool:
    """Whether "for five years from" is all the time: "eight years between 1990 and 2013 saw a rise" is a choice."""
    before = tokens[at - 1].low if at else ""
    return tokens[stretch.first].low != "between" and before in words_of("dates.whole_stretch")


def _counted_on(rule: Rule, sentence: SentenceReading, at: int, before: SentenceReading | None) -> Iterator[Constraint]:
    """ "92 years later, in 1959": the only year told before it must lie so far back."""
    tokens = sentence.tokens
    word = tokens[at + 1].low if at + 1 < len(tokens) else ""
    later = word in words_of("dates.later")
    if not later and word not in words_of("dates.earlier"):
        return
    other = next((year for k in range(at + 2, at + 5) if (year := year_at(tokens, k)) is not None), None)
    if other is None or any(token.text not in (",", "in", "on") for token in tokens[at + 2 : _place(tokens, other)]):
        return
    known = [year for k in range(at) if (year := year_at(tokens, k)) is not None]
    near = bool(known)
    if not known and before is not None and sentence.follows(before):
        known = [year for k in range(len(before.tokens)) if (year := year_at(before.tokens, k)) is not None]
    if len({year.value for year in known}) != 1:
        return
    start, end = (known[-1], other) if later else (other, known[-1])
    yield _constraint(rule, start, end, as_years(quantity_at(tokens, at), 0, 1), near=near)


def _place(tokens: Sequence[Token], quantity: Quantity) -> int:
    return next(k for k, token in enumerate(tokens) if token.quantity is quantity)


def _constraint(rule: Rule, start: Quantity, end: Quantity, span: Quantity, *, near: bool = True) -> Constraint:
    operands = {"start": (start,), "end": (end,), "span": (span,)}
    licence = Licence.CLAUSE if near else Licence.STRUCTURE
    return Constraint(rule, operands, licence, closed=near)


def bind_year_order(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "from 2008 to 2013": the second year is not the earlier; "between 2013 and 2008" may look back."""
    for sentence in reading.sentences:
        for stretch in stretches(sentence.tokens):
            opening = sentence.tokens[stretch.first].low
            if opening not in words_of("dates.looking_back") and not _turned_back(sentence.tokens, stretch):
                operands = {"start": (stretch.start,), "end": (stretch.end,)}
                yield Constraint(rule, operands, Licence.CLAUSE, closed=True)


def _turned_back(tokens: Sequence[Token], stretch: Stretch) -> bool:
    before = tokens[max(0, stretch.first - _FILLERS) : stretch.first]
    behind = tokens[stretch.last + 1 : stretch.last + 3]
    return any(token.low in words_of("dates.turned_back") for token in (*before, *behind))
