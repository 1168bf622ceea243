"""The figure of a headline and the same figure in the first sentence below it.

Where a headline has one amount of a kind, the first sentence with numbers one of the same, and both have words in
common, they were one figure in nearly all published texts, and were a slip apart in none.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.facts.names import content_words, names_in
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.around import told_apart
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["bind_headline"]

NEXT = 3  # sentences from the headline to the first with numbers
LONGEST = 30  # tokens of a headline
SHARED = {Kind.MONEY: 1, Kind.MEASURE: 2, Kind.COUNT: 3, Kind.PERCENT: 3}  # words in common, by what is told


def bind_headline(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each number that is the only one of its kind and unit in the headline, and in the sentence below."""
    if len(reading.sentences) < 2:
        return
    headline, lead = reading.sentences[:2]
    if not _is_headline(headline) or lead.block == headline.block or lead.index - headline.index > NEXT:
        return
    if told_apart(headline, lead):
        return
    shared = len(_words(headline) & _words(lead))
    for quantity in _numbers(headline):
        alike = [[q for q in _numbers(one) if _is_like(q, quantity)] for one in (headline, lead)]
        if shared >= SHARED[quantity.kind] and all(len(some) == 1 for some in alike):
            yield Constraint(rule, {"first": (quantity,), "again": (alike[1][0],)}, Licence.STRUCTURE)


def _is_headline(sentence: SentenceReading) -> bool:
    """Whether it is the short first line of a text, without a full stop."""
    return sentence.block == 0 and len(sentence.tokens) <= LONGEST and sentence.tokens[-1].text not in (".", ":", ";")


def _numbers(sentence: SentenceReading) -> list[Quantity]:
    found = (token.quantity for token in sentence.tokens if token.quantity is not None)
    return [
        q for q in found if q.kind in SHARED and q.bound is not Bound.RANGE and (q.unit or q.kind is not Kind.COUNT)
    ]


def _is_like(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and one.unit == other.unit


def _words(sentence: SentenceReading) -> set[str]:
    tokens = sentence.tokens
    return {*content_words(tokens), *(word for name in names_in(tokens, 0, len(tokens)) for word in name)}
