"""The time between two moments of a text: "opened in 1974 and closed in 2009, after 35 years", "6 May, 14 days later".

What a time is counted from is seldom said in so many words. It is taken from what stands right beside the time
("later", "after it opened in 1962"), from a stretch ("from 6 May until 20 May"), or from two words for a beginning and
an end beside the only two moments in reach. What was spent "after 35 years of service" may have begun elsewhere, and
needs a slip that explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.dates.ages import low
from factcheck.relations.dates.moments import HOURS, between, moment_at, moments, month_of
from factcheck.relations.dates.spans_apart import ends_apart
from factcheck.relations.dates.spells import Spell, spells
from factcheck.relations.dates.whole_times import is_all_of_it
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_span"]

_VERB = 5  # tokens from a word for a beginning or an end to its moment
_CLAUSE = 10  # tokens of "after the first coal was raised in"
_FILLERS = 6
_HOUR = 60  # minutes
_DAY = 24
_BACK = 3  # sentences
_MARKS = frozenset(",.;:()—–")


class _Tie(NamedTuple):
    """Two moments in the order of time, and what makes them the ends of the time at hand.

    `sure` says that the words leave nothing else; `part` that the time may be one of something else as well,
    `within` that it can be shorter and no longer.
    """

    first: Quantity
    second: Quantity
    sure: bool
    part: bool = False
    near: bool = True
    within: bool = False


def bind_span(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each time between the two moments to which its words tie it."""
    for place, sentence in enumerate(reading.sentences):
        told = spells(sentence.tokens)
        for spell in told:
            span = spell.quantity
            alone = sum(other.quantity.unit == span.unit for other in told) == 1
            if not alone or _is_apart(sentence, span):
                continue
            tie = _tie(reading.sentences, place, spell) or _tie_apart(reading.sentences, place, spell)
            if tie is not None:
                yield from _bound(rule, tie, span)


def _tie_apart(sentences: Sequence[SentenceReading], place: int, spell: Spell) -> _Tie | None:
    ends = ends_apart(sentences, place, spell)
    return None if ends is None else _Tie(ends.first, ends.second, sure=False, near=False, within=ends.within)


def _bound(rule: Rule, tie: _Tie, span: Quantity) -> Iterator[Constraint]:
    ends = between(tie.first, tie.second, span)
    if ends is None:
        return
    start, end, loose = ends
    if tie.within and end.value - start.value > span.value:
        return
    exact = span.unit == "year" and month_of(tie.first) is not None is not month_of(tie.second)
    kept = _keeps_its_part(end.value - start.value, span)
    sure = (tie.sure or exact) and not tie.part
    licence = Licence.CLAUSE if tie.near or kept else Licence.STRUCTURE
    operands = {"start": (start,), "end": (end,), "span": (loose,)}
    closed = kept or (sure and tie.near)
    yield Constraint(rule, operands, licence, closed=closed, doubtful=not closed and not sure and tie.near)


def _keeps_its_part(true: Fraction, span: Quantity) -> bool:
    """Whether a time is wrong by whole hours or years alone: "16 and a quarter" for 14 and a quarter.

    That what stands beside the hours is right says that the two moments are meant.
    """
    whole = _HOUR if span.unit == "minute" else 1
    hours, rest = divmod(span.value, whole)
    true_hours, true_rest = divmod(true, whole)
    if not rest or not hours or abs(hours - true_hours) >= _DAY:
        return False
    digit = whole == _HOUR and hours == true_hours and (rest - true_rest) % 10 == 0  # "two hours and 40 minutes"
    return rest == true_rest or digit


def _is_apart(sentence: SentenceReading, span: Quantity) -> bool:
    """Whether clock times may be of two days or two zones."""
    if span.unit not in HOURS:
        return False
    return not words_of("spans.of_two_clocks").isdisjoint(sentence.lows)


def _tie(sentences: Sequence[SentenceReading], place: int, spell: Spell) -> _Tie | None:
    tokens, unit = sentences[place].tokens, spell.quantity.unit
    places = moments(tokens, unit)
    if not places:
        return None
    words = None
    if spell.whole and tokens[spell.first].quantity is not None:
        at = spell.first
        words = (
            _later(tokens, at, places, _moments_before(sentences, place, unit))
            or _after_it(tokens, at, places)
            or _stretch(tokens, at, places, unit)
        )
    return words or _from_end_to_end(tokens, spell, places)


def _moments_before(sentences: Sequence[SentenceReading], place: int, unit: str) -> list[Quantity]:
    """The moments of the nearest sentence before that has any."""
    here = sentences[place]
    for before in reversed(sentences[max(0, place - _BACK) : place]):
        if before.block != here.block or here.index - before.index > _BACK:
            return []
        told = [moment_at(before.tokens, k, unit) for k in moments(before.tokens, unit)]
        if told:
            return [moment for moment in told if moment is not None]
    return []


def _later(tokens: Sequence[Token], at: int, places: Sequence[int], before: Sequence[Quantity]) -> _Tie | None:
    """ "found in 2013, 70 years later": counted from the only other moment that is told before."""
    if low(tokens, at + 1) not in words_of("spans.later") or low(tokens, at + 2) not in words_of("spans.behind"):
        return None
    here = next((k for k in places if k < at and all(low(tokens, j) in words_of("spans.apposing")
                                                     for j in range(k + 1, at))), None)  # fmt: skip
    if here is None:
        here = _counted_on(tokens, at, places)
    if here is None:
        return None
    known = [quantity_at(tokens, k) for k in places if k != here]
    others = [k for k in places if k < min(here, at)]
    if len(others) != len(known):
        return None
    if others and not _of_one_clause(tokens, others[-1], min(here, at)):
        return None
    earlier = known or list(before)
    if len({(q.value, q.month_day) for q in earlier}) != 1:
        return None
    return _Tie(earlier[-1], quantity_at(tokens, here), sure=False, near=bool(known))


def _of_one_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what happened last before a moment is what happened at the one before: no third event between.

    "Built in 1902, she sank and was found in 2013, 70 years later" counts from when she sank.
    """
    words = [low(tokens, k) for k in range(first + 1, last)]
    apposed = words[:1] == [","] and words[1:2] not in (["and"], ["but"])
    joints = sum(word in ("and", "but", ";") for word in words)
    other = words_of("spans.other_clause").difference(("and", "but"))
    return joints <= (0 if apposed else 1) and other.isdisjoint(words)


def _counted_on(tokens: Sequence[Token], at: int, places: Sequence[int]) -> int | None:
    """ "14 days later, on 20 May"; of years another rule tells."""
    if quantity_at(tokens, at).unit == "year":
        return None
    return next((k for k in places if at + 2 < k <= at + 4 and all(low(tokens, j) in (",", "on", "at", "in")
                                                                   for j in range(at + 2, k))), None)  # fmt: skip


def _after_it(tokens: Sequence[Token], at: int, places: Sequence[int]) -> _Tie | None:
    """ "closed in 1968, 97 years after the first coal was raised in 1871", or "before"."""
    mark = low(tokens, at + 1)
    if mark not in ("after", "before"):
        return None
    behind = next((k for k in places if at + 2 < k <= at + 2 + _CLAUSE), None)
    ahead = [
        k for k in places if k < at and all(low(tokens, j) in words_of("spans.apposing") for j in range(k + 1, at))
    ]
    if behind is None or len(ahead) != 1 or low(tokens, behind - 1) not in ("in", "on", "at"):
        return None
    clause = tokens[at + 2 : behind]
    if any(map(_counts, clause)) or not _MARKS.isdisjoint(token.text for token in clause):
        return None
    if not words_of("spans.other_clause").isdisjoint(token.low for token in clause):
        return None
    first, second = quantity_at(tokens, behind), quantity_at(tokens, ahead[0])
    return _Tie(first, second, sure=True) if mark == "after" else _Tie(second, first, sure=True)


def _counts(token: Token) -> bool:
    return token.quantity is not None and token.quantity.kind is not Kind.ORDINAL


def _stretch(tokens: Sequence[Token], at: int, places: Sequence[int], unit: str) -> _Tie | None:
    """ "lasted from 6 May until 20 May, 14 days in all"; of years another rule tells."""
    if unit == "year" or len(places) != 2:
        return None
    one, other = places
    joined = [low(tokens, k) for k in range(one + 1, other)]
    if low(tokens, one - 1) not in words_of("dates.from") or not 1 <= len(joined) <= 2:
        return None
    if joined[0] not in words_of("dates.to") or not words_of("spans.joining").issuperset(joined[1:]):
        return None
    whole = _told_behind(tokens, other, at) if at > other else _told_before(tokens, at, one) if at < one else False
    return _Tie(quantity_at(tokens, one), quantity_at(tokens, other), sure=True) if whole else None


def _told_behind(tokens: Sequence[Token], end: int, at: int) -> bool:
    words = [low(tokens, k) for k in range(end + 1, at)]
    if len(words) > _FILLERS or not words_of("spans.summing").issuperset(words):
        return False
    return low(tokens, at + 1) in words_of("spans.behind") | words_of("spans.lasts")


def _told_before(tokens: Sequence[Token], at: int, first: int) -> bool:
    """ "for 14 days, from", "a 14-day siege from"."""
    words = [low(tokens, k) for k in range(at + 1, first - 1)]
    plain = all(word in (",", "(", "—", "–") for word in words) and low(tokens, at - 1) in words_of("spans.whole")
    event = (
        bool(words) and words[0] in words_of("spans.lasts") and all(word in (",", "(", "—", "–") for word in words[1:])
    )
    return low(tokens, first - 1) != "between" and (plain or event)


def _from_end_to_end(tokens: Sequence[Token], spell: Spell, places: Sequence[int]) -> _Tie | None:
    """ "opened in 1974 and closed in 2009, after 35 years": a beginning and an end, and a word for the whole of it."""
    unit = spell.quantity.unit
    whole = is_all_of_it(tokens, spell)
    if whole is None or spell.first < places[0] or len(places) != 2:
        return None
    begun = [k for k in places if _verb(tokens, k, places, _words("began", unit))]
    ended = [k for k in places if _verb(tokens, k, places, _words("ended", unit)) and k not in begun]
    first, second = (moment_at(tokens, k, unit) for k in places)
    if first is None or second is None or len(begun) != 1 or len(ended) != 1 or begun[0] != places[0]:
        return None
    return _Tie(first, second, sure=True, part=not whole)


def _words(name: str, unit: str) -> frozenset[str]:
    return words_of(f"spans.{name}_by_the_clock" if unit in HOURS else f"spans.{name}")


def _verb(tokens: Sequence[Token], at: int, places: Sequence[int], words: frozenset[str]) -> bool:
    """Whether a word of the class stands before a moment, with no other moment between."""
    first = max([at - _VERB, *(k + 1 for k in places if k < at), 0])
    behind = {low(tokens, k) for k in range(first, at)}
    return not words.isdisjoint(behind)
