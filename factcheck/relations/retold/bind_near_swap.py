"""Two neighbouring sentences with one figure each of a kind, two of its digits swapped: "294 metres", "249 metres".

In 3,345 published texts no two such counts, sums or measures of three digits were two different things, lists apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.facts.names import name_words, singular
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.retold.around import is_quoted, told_apart
from factcheck.relations.retold.slips import slip_between
from factcheck.relations.retold.taken_up import akin, beside, is_rate, mention
from factcheck.relations.rules import Rule
from factcheck.relations.units import figures_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["bind_near_swaps"]

FIGURES = 3  # digits
BACK = 2  # sentences
SHARED = {Kind.COUNT: 2, Kind.MONEY: 1, Kind.MEASURE: 1}  # words beside both, of counts their noun among them
_TIMES = frozenset({Kind.YEAR, Kind.DATE})
Place = tuple[SentenceReading, int, Quantity]


def bind_near_swaps(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each figure with one before it that has two of its digits swapped, each the only one of its kind there."""
    before: list[list[Place]] = []
    for sentence in reading.sentences:
        here = _figures(sentence)
        for place in here:
            for earlier in (one for places in before for one in places):
                if _is_swapped(earlier, place):
                    operands = {"first": (earlier[2],), "again": (place[2],)}
                    yield Constraint(rule, operands, Licence.STRUCTURE, variant="near")
        before = [*before, here][-BACK:]


def _figures(sentence: SentenceReading) -> list[Place]:
    """The figures of three digits and more that are the only ones of their kind and unit in a sentence."""
    places = [
        (sentence, at, token.quantity)
        for at, token in enumerate(sentence.tokens)
        if token.quantity is not None and token.quantity.kind in SHARED
    ]
    found = [place for place in places if sum(_is_like(place[2], other[2]) for other in places) == 1]
    return [place for place in found if _is_figure(place[2]) and not is_rate(mention(*place))]


def _is_figure(quantity: Quantity) -> bool:
    digits = figures_of(quantity).strip("0")
    return quantity.bound is not Bound.RANGE and len(digits) >= FIGURES and "byte" not in quantity.unit


def _is_like(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and one.unit == other.unit


def _is_swapped(first: Place, again: Place) -> bool:
    """Whether two digits are swapped, nothing tells of two things, and words beside both of one.

    A description is tied by what it takes up, and not here.
    """
    (one, at, figure), (other, place, quantity) = first, again
    if not _is_like(figure, quantity) or sorted(figures_of(figure)) != sorted(figures_of(quantity)):
        return False
    slip = slip_between(figure, quantity)
    if slip is None or slip.kind != "swap" or one.section != other.section or other.index - one.index > BACK:
        return False
    if _names(other) - name_words(one.tokens) or _is_described(other, place):
        return False
    if told_apart(one, other) or is_quoted(one) or is_quoted(other) or _is_of_two(one) or _is_of_two(other):
        return False
    if any(a and b and a != b for a, b in ((_times(one), _times(other)), (_ways(one), _ways(other)))):
        return False
    words = beside(other, place) - words_of("taken_up.dimensions")
    if figure.kind is Kind.MEASURE:
        words -= {figure.unit}
    shared = sum(any(akin(word, told) for told in beside(one, at)) for word in words)
    return shared >= SHARED[figure.kind]


def _names(sentence: SentenceReading) -> frozenset[str]:
    """The words of its names; the word at its head is one where it owns something or a verb follows it."""
    head, behind = sentence.lows[0], sentence.lows[1:2]
    common = singular(head) != head or head in lexicon().function
    named = not common and (head.endswith(("'s", "’s")) or not lexicon().verbs.isdisjoint(behind))
    return name_words(sentence.tokens if named else sentence.tokens[1:])


def _is_described(sentence: SentenceReading, at: int) -> bool:
    before = sentence.lows[at - 1] if at else ""
    return any(before in words_of(f"taken_up.{name}") for name in ("definite", "owned", "pointing", "whole"))


def _is_of_two(sentence: SentenceReading) -> bool:
    """Whether a sentence sets a figure against another, or tells of another time, of others, or of what may be."""
    names = ("against", "other_times", "added", "of_others", "modal")
    apart = frozenset().union(*(words_of(f"taken_up.{name}") for name in names)) - words_of("taken_up.places")
    return not apart.isdisjoint(sentence.lows)


def _times(sentence: SentenceReading) -> frozenset[object]:
    return frozenset(t.quantity.value for t in sentence.tokens if t.quantity is not None and t.quantity.kind in _TIMES)


def _ways(sentence: SentenceReading) -> frozenset[str]:
    return words_of("taken_up.ways").intersection(sentence.lows)
