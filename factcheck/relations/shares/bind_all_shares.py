"""Percentages that are said, or shown, to be all there are of one whole must make 100."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate, pairwise

from factcheck.facts.model import Line, Reading
from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.relations.evaluate import Verdict, judge
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.shares.closed_splits import closed_splits
from factcheck.relations.totals.grids import (
    adds_nearly_up,
    aligned,
    by_sentence,
    counts_of,
    lines_near,
    percents_of,
    shares_hold,
)
from factcheck.relations.units import is_plain, is_settled
from factcheck.statements.model import SentenceReading

__all__ = ["bind_shares_total"]

_VOTED = 3  # shares of a vote, for them to be those of one vote
_UNDECIDED = 6  # tokens from the last share of a poll to the words for those who have no opinion
_ITEM = 10  # tokens from one share of a poll to the next
_ALL = 100  # percent
_EARLIER = 12  # numbers before a line that may belong to it
_SIBLINGS = 30  # sentences between lines with the same names


def bind_shares_total(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Percentages of one line that are said, or shown elsewhere in the line or its siblings, to be all there are."""
    seen: set[tuple[int, ...]] = set()
    closed = {tuple(part.start for part in parts): parts for parts in (*closed_splits(reading), *_polled(reading))}
    index = by_sentence(reading.lines)
    for line in reading.lines:
        percents = tuple(map(_at_least_nothing, percents_of(line)))
        if len(percents) < 2 or line.partial or not all(map(is_plain, percents)):
            continue
        shown = shares_hold(counts_of(line), percents) >= max(2, len(percents) - 1)
        parts = _up_to_all(rule, reading, line, percents) if line.rest else percents
        starts = tuple(part.start for part in parts)
        if starts in seen:  # the same parts make a line of one sentence and a loose one
            continue
        seen.add(starts)
        shown = shown or _siblings_hold(rule, index, line) >= 2
        near = adds_nearly_up(parts)
        shown = shown or _shares_a_vote(reading, reading.sentence_at[line.sentence], line, parts)
        one = not _of_two(reading.sentence_at[line.sentence], line)
        tied = (line.rest or shown) and near and one
        licence = Licence.STRUCTURE if tied or starts in closed else Licence.ARITHMETIC
        if line.rest and tied and len(parts) == len(line.cells):
            licence = Licence.CLAUSE
        yield Constraint(rule, {"parts": parts}, licence, family="line" if shown else "", doubtful=line.rest)
    for starts, parts in closed.items():
        if starts not in seen:
            yield Constraint(rule, {"parts": parts}, Licence.STRUCTURE)


def _of_two(sentence: SentenceReading, line: Line) -> bool:
    """Whether a semicolon and another whole stand between the shares of a line: "; of women 55% …"."""
    if line.loose:
        return False
    words = [token.low for token in sentence.tokens[line.cells[0].last + 1 : line.cells[-1].first]]
    return any(one == ";" and other in ("of", "among", "in", "for", "from") for one, other in pairwise(words))


def _polled(reading: Reading) -> Iterator[tuple[Quantity, ...]]:
    """ "46% backed the plan, 41% opposed it and 13% were undecided": those who have no opinion close a poll."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        places = [i for i, t in enumerate(tokens) if t.quantity is not None and t.quantity.kind not in LABELS]
        shares = tuple(q for i in places if (q := tokens[i].quantity) is not None and q.kind is Kind.PERCENT)
        if len(shares) < _VOTED or len(shares) != len(places) or not all(map(is_settled, shares)):
            continue
        behind = {token.low for token in tokens[places[-1] + 1 : places[-1] + 1 + _UNDECIDED]}
        roles = {fact.role.partition(".")[0] for q in shares if (fact := reading.fact_of.get(q.start)) is not None}
        told = roles <= {"level", "share"} and all(_is_next(tokens, one, other) for one, other in pairwise(places))
        whole = all(tokens[at + 1].low != "of" for at in places[1:] if at + 1 < len(tokens))
        closed = not words_of("elections.undecided").isdisjoint(behind) and adds_nearly_up(shares)
        if told and whole and closed:
            yield shares


def _is_next(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether two shares follow one another in a list."""
    between = [token.low for token in tokens[one + 1 : other]]
    return len(between) <= _ITEM and ("," in between or "and" in between)


def _siblings_hold(rule: Rule, index: Mapping[int, Sequence[Line]], line: Line) -> int:
    """How many other lines with the same names hold all there is; asked only of lines that do not."""
    if len(line.cells) < 3 or judge(rule, {"parts": percents_of(line)}).verdict is Verdict.CONSISTENT:
        return 0
    return sum(
        aligned(line, other) is not None and judge(rule, {"parts": percents_of(other)}).verdict is Verdict.CONSISTENT
        for other in lines_near(index, line, _SIBLINGS)
        if percents_of(other) and len(other.cells) == len(line.cells) and not other.loose and other is not line
    )


def _shares_a_vote(reading: Reading, sentence: SentenceReading, line: Line, parts: Sequence[Quantity]) -> bool:
    """Whether three shares or more are said to be "of the vote", which nobody casts twice, and come to over 100%.

    Not where a place is told between them: "51% of the vote in the north, 48% in the south"; nor where some of them are
    all there is, "and 21% of the voters stayed at home".
    """
    sums = list(accumulate(part.value for part in parts))
    if len(parts) < _VOTED or line.loose or sums[-1] <= _ALL or _ALL in sums[1:-1]:
        return False
    facts = [reading.fact_of[part.start] for part in parts if part.start in reading.fact_of]
    voted = any(fact.base.split(" ")[0] in words_of("elections.voted") for fact in facts if fact.base)
    if not voted:
        return False
    between = sentence.tokens[line.cells[0].first : line.cells[-1].last + 4]
    return not any(token.low in ("in", "at", "among", "from") for token in between)


def _at_least_nothing(share: Quantity) -> Quantity:
    """A share of a list with nothing below it: "under 1%" is from 0 to 1."""
    if share.interval.low is not None or share.interval.high is None:
        return share
    floor = replace(share.interval, low=Fraction(0))
    return replace(share, interval=floor, readings=())


def _up_to_all(rule: Rule, reading: Reading, line: Line, percents: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The line with as many percentages before it as make 100, where some do: "A further 13%, and the remaining 6%"."""
    at = bisect_left(reading.facts, percents[0].start, key=lambda fact: fact.quantity.start)
    before = [
        fact.quantity
        for fact in reading.facts[max(0, at - _EARLIER) : at]
        if line.sentence - 2 <= fact.sentence
        and fact.quantity.kind is percents[0].kind
        and is_plain(fact.quantity)
        and not fact.base.startswith(("that", "those", "these"))
    ]
    parts = percents
    for quantity in (None, *reversed(before[-4:])):
        parts = parts if quantity is None else (quantity, *parts)
        if judge(rule, {"parts": parts}).verdict is Verdict.CONSISTENT:
            return parts
    return percents
