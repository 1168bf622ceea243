"""Where a measure is said again in another unit: the measures and what ties them.

In brackets: "1.96m (6ft 5in)", "0.072 kiloton (72 tons of TNT)". Behind words that can join nothing else: "10,000
metres of track, or 6.2 miles", "which is". At the head of a later sentence: "That is 38 miles an hour".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.lexicon import unit_factor
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.ages import low
from factcheck.relations.lexicon import words_of
from factcheck.relations.units import is_plain
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["Tie", "apart", "compounds", "joined", "with_a_tail"]

_JOINTS = (
    (",", "or"), (",", "which", "is"), (",", "that", "is"), (",", "equal", "to"), (",", "equivalent", "to"),
    (",", "the", "equivalent", "of"), (",", "the", "same", "as"), ("translates", "to"), ("is", "equivalent", "to"),
    ("equals",), ("=",), ("converts", "to"), ("works", "out", "at"), ("works", "out", "as"),
)  # fmt: skip
_WORDS = 6  # of a noun phrase between a measure and the joint: "of forest track"
_TAIL = 3  # words of "of TNT" in brackets
_BACK = 3  # sentences back to what "That is" takes up
_SMALLER = {"foot": ("inch", 12), "stone": ("pound", 14), "pound": ("ounce", 16), "yard": ("foot", 3)}
_MARKS = frozenset(".,;:()—–")


class Tie(NamedTuple):
    """A measure and its conversion; `sure` says that what stands between leaves nothing else."""

    amount: Quantity
    converted: Quantity
    sure: bool


def joined(tokens: Sequence[Token], wanted: Callable[[Quantity], bool]) -> Iterator[Tie]:
    """Two measures with a noun phrase at most and a joint between them, the second closed by a mark or a clause."""
    places = [at for at, token in enumerate(tokens) if token.quantity is not None and wanted(token.quantity)]
    for one, other in pairwise(places):
        amount, converted = tokens[one].quantity, tokens[other].quantity
        if amount is None or converted is None or not (is_plain(amount) and is_plain(converted)):
            continue
        between = tuple(low(tokens, k) for k in range(one + 1, other))
        joint = next((joint for joint in _JOINTS if between[-len(joint) :] == joint), None)
        if joint is None or (joint == between == (",", "or")):
            continue
        noun = range(one + 1, other - len(joint))
        if len(noun) > _WORDS or any(tokens[k].quantity is not None or tokens[k].text in _MARKS for k in noun):
            continue
        if joint == (",", "or") and low(tokens, other + 1) not in words_of("conversions.behind"):
            continue
        if words_of("conversions.no_noun").isdisjoint(low(tokens, k) for k in noun):
            yield Tie(amount, converted, sure=not noun)


def with_a_tail(tokens: Sequence[Token], wanted: Callable[[Quantity], bool]) -> Iterator[Tie]:
    """ "0.072 kiloton (72 tons of TNT)": brackets that say of what."""
    for at in range(len(tokens) - 4):
        amount, converted = tokens[at].quantity, tokens[at + 2].quantity
        if amount is None or converted is None or low(tokens, at + 1) != "(" or low(tokens, at + 3) != "of":
            continue
        close = next((k for k in range(at + 5, min(len(tokens), at + 5 + _TAIL)) if low(tokens, k) == ")"), None)
        alone = close is not None and all(tokens[k].text.isalpha() for k in range(at + 4, close))
        if alone and wanted(amount) and wanted(converted) and is_plain(amount) and is_plain(converted):
            yield Tie(amount, converted, sure=False)


def compounds(tokens: Sequence[Token], wanted: Callable[[Quantity], bool]) -> Iterator[Tie]:
    """ "1.96m (6ft 5in)" and "6ft 5in (1.96m)": the measure in two units is the amount."""
    for at in range(1, len(tokens) - 1):
        two = _two_units(tokens, at)
        if two is None:
            continue
        single = tokens[at - 2].quantity if at > 1 and low(tokens, at - 1) == "(" else None
        if single is not None and low(tokens, at + 2) == ")" and wanted(single) and is_plain(single):
            yield Tie(two, single, sure=True)
        behind = tokens[at + 3].quantity if at + 4 < len(tokens) and low(tokens, at + 2) == "(" else None
        if behind is not None and low(tokens, at + 4) == ")" and wanted(behind) and is_plain(behind):
            yield Tie(two, behind, sure=True)


def _two_units(tokens: Sequence[Token], at: int) -> Quantity | None:
    """ "6ft 5in" as inches; None where the two tokens at `at` are no such measure."""
    large, small = tokens[at].quantity, tokens[at + 1].quantity
    if large is None or small is None or large.kind is not Kind.MEASURE or small.kind is not Kind.MEASURE:
        return None
    unit, times = _SMALLER.get(large.unit, ("", 0))
    if small.unit != unit or not 0 < small.value < times or large.value.denominator != 1:
        return None
    if Bound.RANGE in (large.bound, small.bound):
        return None
    value = large.value * times + small.value
    return replace(
        small, start=large.start, outer_start=large.outer_start, value=value, readings=(),
        interval=Interval.around(value, Fraction(1, 2)), text=f"{tokens[at].text} {small.text}", numeral=small.numeral,
    )  # fmt: skip


def apart(reading: Reading, wanted: Callable[[Quantity], bool]) -> Iterator[Tie]:
    """ "17 metres a second … That is 38 miles an hour": the one measure of its kind in the sentences before."""
    for place, sentence in enumerate(reading.sentences):
        if not _takes_up(sentence):
            continue
        told = _measures(sentence, wanted)
        first = max(0, place - _BACK)
        window = [
            one for one in reading.sentences[first:place]
            if one.block == sentence.block and sentence.index - one.index <= _BACK
        ]  # fmt: skip
        for converted in told[: _is_all_that_is_said(sentence, told)]:
            known = [q for one in window for q in _measures(one, wanted) if _of_one_dimension(q, converted)]
            alike = [q for q in told if _of_one_dimension(q, converted)]
            if len(known) == len(alike) == 1 and known[0].unit != converted.unit:
                yield Tie(known[0], converted, sure=False)


def _takes_up(sentence: SentenceReading) -> bool:
    head = sentence.lows[:2]
    return head[:1] != () and head[0] in ("that", "this", "which") and head[-1] in words_of("conversions.is")


def _is_all_that_is_said(sentence: SentenceReading, told: Sequence[Quantity]) -> bool:
    """Whether nothing stands between "That is" and the first measure: "That was 23% lower" has."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.quantity is not None), None)
    if at is None or not told or tokens[at].quantity is None or quantity_at(tokens, at).start != told[0].start:
        return False
    between = sentence.lows[2:at]
    behind = low(tokens, at + 1)
    return words_of("conversions.between").issuperset(between) and behind not in words_of("conversions.compared")


def _measures(sentence: SentenceReading, wanted: Callable[[Quantity], bool]) -> list[Quantity]:
    told = (token.quantity for token in sentence.tokens)
    return [q for q in told if q is not None and wanted(q) and is_plain(q)]


def _of_one_dimension(one: Quantity, other: Quantity) -> bool:
    first, second = unit_factor(one.unit), unit_factor(other.unit)
    return first is not None and second is not None and first.dimension == second.dimension
