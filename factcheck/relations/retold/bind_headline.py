"""The figure of a headline and the same figure in the first sentences below it.

Where a headline has one amount of a kind, the first sentence with one of the same, and both have words in common, they
were one figure in nearly all published texts, and were a slip apart in none. The same goes for a figure that is told
nowhere below, and the first one of its kind beside a word of the same family: "to axe 700 jobs", "1,700 lose posts".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.repairs.repair import numeral_repairs
from factcheck.relations.retold.around import told_apart
from factcheck.relations.retold.slips import closed_bound, slip_between
from factcheck.relations.retold.taken_up import akin, beside, is_rate, mention, stems
from factcheck.relations.rules import Rule
from factcheck.relations.units import figures_of
from factcheck.statements.context import place_of
from factcheck.statements.model import SentenceReading

__all__ = ["bind_headline", "is_headline"]

NEXT, FAR = 4, 8  # sentences from the headline to the figure
LONGEST = 30  # tokens of a headline
SHARED = {  # words in common, by what is told
    Kind.MONEY: 1,
    Kind.MEASURE: 2,
    Kind.COUNT: 2,
    Kind.PERCENT: 2,
    Kind.DURATION: 2,
}
CLOSE = {Kind.MONEY: 2, Kind.DURATION: 2}  # words in common, one beside the figures, with which any slip will do; or:
_CLOSE = 3
BEFORE = 3  # tokens before a figure that tell of when it is
_SLIPS = ("swap", "digit", "scale", "point")
_COMMON = {Kind.MONEY: ("swap", "digit", "scale"), Kind.PERCENT: ("swap",)}  # slips that need not be rare
_FEW = {Kind.PERCENT: 3}  # words in common, for a slip that is rare
_LIKE_WORDS = frozenset({Kind.COUNT, Kind.MONEY})
_LONG = 3  # digits of a count that may have lost another
_MORE = 2  # times: as many more as a headline may have wrong
_HALF = 2  # one of so many words of the headline comes again, where true figures may well be a slip apart


class _Words(NamedTuple):
    """The content words of a headline, and how many of them a sentence has, or words of one stem."""

    all: frozenset[str]
    again: int

    @property
    def most(self) -> bool:
        return self.again * _HALF >= len(self.all)


def bind_headline(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each number that is the only one of its kind and unit in the headline, and in the first sentence that has one."""
    if len(reading.sentences) < 2 or not is_headline(reading.sentences[0]):
        return
    headline = reading.sentences[0]
    far = [s for s in reading.sentences[1 : 1 + FAR] if s.block != headline.block and s.section == headline.section]
    below = [s for s in far[:NEXT] if s.index - headline.index <= NEXT]
    for first in _numbers(headline):
        if sum(_is_like(first, q) for q in _numbers(headline)) > 1:
            continue
        lead = next((s for s in below if any(_is_like(first, q) for q in _numbers(s))), None)
        again = _told_again(reading, first, headline, lead) if lead is not None else None
        again = again or _in_like_words(reading, first, headline, far)
        if again is not None:
            operands = {"first": (closed_bound(first),), "again": (closed_bound(again),)}
            closed = Licence.CLAUSE if _is_above(first, again) else Licence.STRUCTURE
            yield Constraint(rule, operands, closed, variant="headline")


def _told_again(reading: Reading, first: Quantity, headline: SentenceReading, lead: SentenceReading) -> Quantity | None:
    """The only number like that of the headline, where it is the same, or a slip away and told in the same words."""
    alike = [q for q in _numbers(lead) if _is_like(first, q)]
    if len(alike) > 1 or told_apart(headline, lead):
        return None
    again = alike[0]
    words = _shared(_words(headline.tokens), _words(lead.tokens))
    if closed_bound(first).wide.meets(closed_bound(again).wide):
        return again if words.again >= SHARED[first.kind] else None
    if _is_of_others(first, headline, again, lead):
        return None
    near_first = beside(headline, place_of(first, headline.tokens))
    close = _shared(near_first, beside(lead, place_of(again, lead.tokens))).again
    alone = not _is_told_below(reading, first) and not _is_of_before(again, lead)
    if alone and _is_misprint(first, again, words.again, close):
        return again
    return again if words.again >= SHARED[first.kind] and _is_slip(reading, first, again, words, close) else None


def _in_like_words(
    reading: Reading, first: Quantity, headline: SentenceReading, below: Sequence[SentenceReading]
) -> Quantity | None:
    """The first figure of its kind beside a word of the same family, where that of the headline is told nowhere."""
    if first.kind not in _LIKE_WORDS or _is_told_below(reading, first):
        return None
    near_first = beside(headline, place_of(first, headline.tokens))
    for lead in below:
        alike = [q for q in _numbers(lead) if q.kind is first.kind and (q.kind is Kind.COUNT or q.unit == first.unit)]
        close = [q for q in alike if _is_close(near_first, q, lead)]
        if not close:
            continue
        next_to = lead.index == headline.index + 1
        may = [q for q in close if (next_to and _is_above(first, q)) or _is_one_edit(first, q)]
        if len(may) != 1 or told_apart(headline, lead) or not _lone(first, may[0], alike):
            return None
        other = _is_of_others(first, headline, may[0], lead) or _is_of_before(may[0], lead)
        return None if other else may[0]
    return None


def _is_close(near_first: frozenset[str], again: Quantity, lead: SentenceReading) -> bool:
    """Whether a word beside the figure is of one family with one of the headline, or it is "the $2.6m price"."""
    at = place_of(again, lead.tokens)
    if _shared(near_first, beside(lead, at)).again:
        return True
    told = again.kind is Kind.MONEY and lead.lows[max(0, at - 1)] in words_of("taken_up.definite")
    return told and mention(lead, at, again).noun in words_of("taken_up.sums")


def _lone(first: Quantity, again: Quantity, alike: Sequence[Quantity]) -> bool:
    """Whether no figures of its kind beside it may be parts of that of the headline, or what is told of it."""
    return len(alike) == 1 or (
        first.kind is Kind.COUNT and first.value < again.value and first.value not in _sums(alike)
    )


def _sums(alike: Sequence[Quantity]) -> set[Fraction]:
    return {a.value + b.value for a, b in combinations(alike, 2)} | {
        abs(a.value - b.value) for a, b in combinations(alike, 2)
    }


def _is_above(first: Quantity, again: Quantity) -> bool:
    """Whether more people are told of than the headline has, both in words: parts of them would be fewer."""
    people = first.kind is Kind.COUNT and not first.unit and again.unit in words_of("taken_up.people")
    return people and first.in_words and first.value < again.value <= first.value * _MORE


def _is_one_edit(first: Quantity, again: Quantity) -> bool:
    """Whether one slip of either figure makes it the other; of counts one digit more or less at its head as well."""
    if slip_between(first, again) is not None:
        return True
    a, b = sorted((figures_of(first), figures_of(again)), key=len)
    return first.kind is Kind.COUNT and len(a) >= _LONG and len(b) == len(a) + 1 and b.endswith(a)


def _is_told_below(reading: Reading, first: Quantity) -> bool:
    """Whether the figure of the headline is told again anywhere."""
    figure = closed_bound(first).wide
    others = (q for q in reading.quantities if q is not first and q.kind is first.kind)
    return any(closed_bound(q).wide.meets(figure) for q in others)


def _is_of_before(again: Quantity, lead: SentenceReading) -> bool:
    """Whether a figure may be what was before the news: "stood at 4.2%", "a year ago"."""
    at = place_of(again, lead.tokens)
    before = lead.lows[max(0, at - BEFORE) : at]
    return not (
        words_of("taken_up.stood").isdisjoint(before) and words_of("taken_up.other_times").isdisjoint(lead.lows)
    )


def _is_of_last(again: Quantity, lead: SentenceReading) -> bool:
    """Whether "last year" or the like stands right behind a figure: "closed 210 branches last year"."""
    behind = lead.lows[place_of(again, lead.tokens) + 1 :][: BEFORE + 1]
    return any(one == "last" and other in words_of("taken_up.other_times") for one, other in pairwise(behind))


def _is_misprint(first: Quantity, again: Quantity, words: int, close: int) -> bool:
    """Whether a figure that a headline alone has is a misprint: by a slip that is rare, or by the words in common."""
    slip = slip_between(first, again)
    if slip is not None and (words or close) and (slip.kind == "swap" or (slip.kind == "scale" and slip.rare)):
        return True
    return bool(close) and words >= CLOSE.get(first.kind, _CLOSE) and _one_step(first, again)


def _is_slip(reading: Reading, first: Quantity, again: Quantity, words: _Words, close: int) -> bool:
    """Whether the figures are a slip apart, one of them told nowhere else, and the words leave no doubt of it."""
    slip = slip_between(first, again, rounded=True)
    if slip is None or words.again < _FEW.get(first.kind, 1):
        return False
    printed = Counter((q.kind, q.value) for q in reading.quantities)
    part = slip.kind == "point" and again.value < first.value
    if printed[first.kind, first.value] > 1 and (part or printed[again.kind, again.value] > 1):
        return False  # both are told again, or what may be a part and the whole
    if slip.rare:
        return True
    enough = words.again >= 2 and (words.most or first.kind is Kind.MONEY)
    return bool(close) and enough and slip.kind in _COMMON.get(first.kind, _SLIPS)


def _one_step(first: Quantity, again: Quantity) -> bool:
    """Whether one slip that may be mended, a digit too, makes one figure of the other; counts must be of one noun."""
    if first.in_words or again.in_words or (first.kind is Kind.COUNT and not first.unit == again.unit != ""):
        return False
    ways = ((first, again.value), (again, first.value))
    return any(
        repair.value == value for figure, value in ways for repair in numeral_repairs(figure, Interval.exactly(value))
    )


def _is_of_others(first: Quantity, headline: SentenceReading, again: Quantity, lead: SentenceReading) -> bool:
    """Whether the sentence tells of a rate, of more than the headline does, or of what was wished for."""
    told = {token.low for token in lead.tokens} - {token.low for token in headline.tokens}
    if told & (words_of("taken_up.added") | words_of("taken_up.wanted")) or _is_of_last(again, lead):
        return True
    at = place_of(again, lead.tokens)
    changes = words_of("taken_up.changes")
    moved = [
        s.tokens[max(0, i - 1)].low in changes for s, i in ((headline, place_of(first, headline.tokens)), (lead, at))
    ]
    return moved[0] != moved[1] or is_rate(mention(lead, at, again))


def is_headline(sentence: SentenceReading) -> bool:
    """Whether it is the short first line of a text, without a full stop."""
    return sentence.block == 0 and len(sentence.tokens) <= LONGEST and sentence.tokens[-1].text not in (".", ":", ";")


def _numbers(sentence: SentenceReading) -> list[Quantity]:
    found = (token.quantity for token in sentence.tokens if token.quantity is not None)
    scores = words_of("taken_up.scores")
    return [q for q in found if q.kind in SHARED and q.bound is not Bound.RANGE and q.unit not in scores]


def _is_like(one: Quantity, other: Quantity) -> bool:
    """Whether two are of one kind and unit; "kills 34" counts people."""
    if one.kind is Kind.COUNT and not one.unit:
        return other.kind is Kind.COUNT and other.unit in ("", "person")
    return one.kind is other.kind and one.unit == other.unit


def _shared(words: frozenset[str], told: frozenset[str]) -> _Words:
    return _Words(words, sum(any(akin(word, other) for other in told) for word in words))


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    """The content words, and the units of measures."""
    measured = (t.quantity.unit for t in tokens if t.quantity is not None and t.quantity.kind is Kind.MEASURE)
    return stems(tokens).union(measured)
