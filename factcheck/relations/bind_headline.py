"""The figure of a headline and the same figure in the first sentence below it.

Where a headline has one amount of a kind, the first sentence with numbers one of the same, and both have words in
common, they were one figure in nearly all published texts, and were a slip apart in none.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.facts.names import content_words, name_words
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.around import told_apart
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import figures_of
from factcheck.statements.model import SentenceReading

__all__ = ["bind_headline"]

NEXT = 3  # sentences from the headline to the first with numbers
LONGEST = 30  # tokens of a headline
SHORT, LONG = 2, 3  # digits of figures with the same ones, and with one that differs
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
    for first in _numbers(headline):
        alike = [[q for q in _numbers(one) if _is_like(q, first)] for one in (headline, lead)]
        if shared < SHARED[first.kind] or any(len(some) > 1 for some in alike) or not alike[1]:
            continue
        again = alike[1][0]
        if first.wide.meets(again.wide) or _is_a_slip(first, again):
            yield Constraint(rule, {"first": (first,), "again": (again,)}, Licence.STRUCTURE)


def _is_a_slip(first: Quantity, again: Quantity) -> bool:
    """Whether two figures have the same digits, or are long ones that differ in one: others tell two things.

    A bid is of £1.9bn and the shares are worth £1.48bn; a roof costs £50,000 and £18,000 is there.
    """
    one, other = (figures_of(q).strip("0") for q in (first, again))
    if min(len(one), len(other)) < SHORT:
        return False
    if sorted(one) == sorted(other):
        return True
    long = len(one) == len(other) >= LONG and first.scale == again.scale and first.kind is not Kind.PERCENT
    return long and sum(a != b for a, b in zip(one, other, strict=True)) == 1


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


def _words(sentence: SentenceReading) -> frozenset[str]:
    return name_words(sentence.tokens).union(content_words(sentence.tokens))
