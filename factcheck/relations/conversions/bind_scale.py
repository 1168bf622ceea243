"""A number a thousand times too large or small for what it is compared with: a million written for a billion.

Each tie is between numbers that both have a scale word, not the same one, and that are a hundred times apart or more.
Where they are compared as levels, where one is part of the other, where both are told with their percentage and where
the same figure is told twice, published texts have such numbers practically never but by a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.model import Fact, Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import LABELS, Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.retold.around import Around, around
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_plain, of_one_kind
from factcheck.statements.bases import Base, base_of
from factcheck.statements.model import SentenceReading, Statement

__all__ = ["bind_scale"]

LEAST_SCALE = 1000
APART = 100  # times
WIDE = Fraction(30)  # times: no more, once the slip is mended, and so much that no other slip than one of scale does
NEAR = Interval(1 / WIDE, WIDE)
YEARS = 3  # between two levels that may be worlds apart
PART_REACH = 7  # tokens from a whole to a part that "including" brings in
KIN = 3  # counts with their percentages, for one beside them to stand out
WITNESSES = 2  # of them that are named
FIGURES, FEW_FIGURES = 3, 2  # digits printed
FEW_SHARED, SHARED = 3, 1  # words round both places of a figure

Tie = tuple[Quantity, Quantity, Interval]  # how many times as large the one may be as the other, but for NEAR
_AS_MUCH = Interval(Fraction(1), Fraction(1))


def bind_scale(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each two numbers that are tied and a hundred times apart or more, no two numbers twice."""
    seen: set[tuple[int, int]] = set()
    for one, other, times in _ties(reading):
        key = min(one.start, other.start), max(one.start, other.start)
        if key not in seen and _apart(one, other):
            seen.add(key)
            large, small = (one, other) if one.value > other.value else (other, one)
            spread = times if one is large else _AS_MUCH / times
            constraint = Constraint(
                rule,
                {"larger": (large,), "smaller": (small,)},
                Licence.STRUCTURE,
                derived={"times": spread * NEAR},
            )
            if constraint.holds() or large.value > APART * small.value * (spread.high or 1):
                yield constraint


def _ties(reading: Reading) -> Iterator[Tie]:
    for sentence, statement in reading.statements:
        yield from _levels(sentence, statement)
    for sentence in reading.sentences:
        yield from _included(sentence)
    yield from _paired(reading)
    yield from _told_again(reading)


def _is_scaled(quantity: Quantity) -> bool:
    return quantity.scale >= LEAST_SCALE and is_amount(quantity) and is_plain(quantity) and quantity.value > 0


def _apart(one: Quantity, other: Quantity) -> bool:
    """Whether another scale word may be meant: both have one, not the same, and they are of one kind."""
    return _is_scaled(one) and _is_scaled(other) and one.scale != other.scale and of_one_kind(one, other)


def _levels(sentence: SentenceReading, statement: Statement) -> Iterator[Tie]:
    """Two levels of one comparison that no long time lies between."""
    before, after = statement.roles.get("before"), statement.roles.get("after")
    if before is None or after is None or statement.resumed or not _apart(before, after):
        return
    lows = set(sentence.lows)
    if base_of(sentence, statement) is Base.OTHER or not words_of("scales.grown").isdisjoint(lows):
        return
    years = [t.quantity.value for t in sentence.tokens if t.quantity is not None and t.quantity.kind is Kind.YEAR]
    if not years or max(years) - min(years) <= YEARS:
        yield before, after, _AS_MUCH


def _included(sentence: SentenceReading) -> Iterator[Tie]:
    """A whole and a part that "including" brings in, the part a hundred times the whole."""
    tokens = sentence.tokens
    places = [i for i, t in enumerate(tokens) if t.quantity is not None and t.quantity.kind not in LABELS]
    for at, to in pairwise(places):
        whole, part = tokens[at].quantity, tokens[to].quantity
        between = {token.low for token in tokens[at + 1 : to]}
        if whole is None or part is None or to - at > PART_REACH or between.isdisjoint(words_of("scales.including")):
            continue
        if not words_of("scales.through").isdisjoint(between):
            continue
        if _apart(whole, part) and part.value > APART * whole.value:
            yield whole, part, _AS_MUCH


class _Share(NamedTuple):
    """A count with its percentage, and the whole that they make."""

    part: Quantity
    percent: Quantity

    @property
    def whole(self) -> Fraction:
        return self.part.value / self.percent.value


def _paired(reading: Reading) -> Iterator[Tie]:
    """A count with its percentage whose whole is a hundred times those of all the others in its section."""
    sections: dict[int, list[_Share]] = {}
    for sentence, statement in reading.statements:
        share = _share(statement)
        if share is not None:
            sections.setdefault(sentence.section, []).append(share)
    for shares in sections.values():
        ordered = sorted(shares, key=lambda share: share.whole)
        if len(shares) > KIN:
            yield from _outlier(ordered[0], ordered[1:])
            yield from _outlier(ordered[-1], ordered[:-1])


def _share(statement: Statement) -> _Share | None:
    part, percent = statement.roles.get("part") or statement.roles.get("count"), statement.roles.get("percent")
    if statement.kind not in ("pair", "share") or part is None or percent is None or "whole" in statement.roles:
        return None
    counted = part.kind is Kind.COUNT and _is_scaled(part)
    return _Share(part, percent) if counted and percent.value > 0 and is_plain(percent) else None


def _outlier(odd: _Share, others: Sequence[_Share]) -> Iterator[Tie]:
    """The one share against the nearest two others, where a thousand times more or less would bring it among them."""
    low, high = others[0].whole, others[-1].whole
    if low / APART <= odd.whole <= high * APART:
        return
    mended = odd.whole / 1000 if odd.whole > high else odd.whole * 1000
    if low / WIDE <= mended <= high * WIDE:
        for kin in sorted(others, key=lambda share: abs(share.part.start - odd.part.start))[:WITNESSES]:
            yield odd.part, kin.part, odd.percent.interval / kin.percent.interval


def _told_again(reading: Reading) -> Iterator[Tie]:
    """One figure in two scale words, the words round it alike: "£44.6bn of taxes" and "taxes of £44.6m"."""
    seen: dict[tuple[str, Kind, str], list[tuple[Fact, Around]]] = {}
    for fact in reading.facts:
        quantity = fact.quantity
        digits = quantity.numeral.replace(",", "")
        figures = len(digits.replace(".", "").strip("0"))
        if not _is_scaled(quantity) or quantity.in_words or figures < FEW_FIGURES:
            continue
        words = around(reading.sentence_at[fact.sentence], fact.token)
        least = SHARED if figures >= FIGURES else FEW_SHARED
        earlier = seen.setdefault((digits, quantity.kind, quantity.unit), [])
        for other, told in earlier:
            if other.sentence != fact.sentence and words.shared(told) >= least:
                yield other.quantity, quantity, _AS_MUCH
                break
        earlier.append((fact, words))
