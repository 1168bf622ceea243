"""The time between two moments of a text: "opened in 1974 and closed in 2009, after 35 years", "6 May, 14 days later".

What a time is counted from is seldom said in so many words. It is taken from what stands right beside the time
("later", "after it opened in 1962"), from a stretch ("from 6 May until 20 May"), or from two words for a beginning and
an end beside the only two moments in reach. What was spent "after 35 years of service" may have begun elsewhere, and
needs a slip that explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.ages import low
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.moments import HOURS, between, is_span, moments
from factcheck.relations.rules import Rule
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_span"]

_VERB = 5  # tokens from a word for a beginning or an end to its moment
_CLAUSE = 10  # tokens of "after the first coal was raised in"
_FILLERS = 6
_TAIL = 6  # tokens of "of continuous production"
_MARKS = frozenset(",.;:()—–")


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two moments in the order of time, and what makes them the ends of the time at hand.

    `sure` says that the words leave nothing else; `part` that the time may be one of something else as well.
    """

    first: Quantity
    second: Quantity
    sure: bool
    part: bool = False
    near: bool = True


def bind_span(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each time between the two moments to which its words tie it."""
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        spans = [at for at, token in enumerate(sentence.tokens) if is_span(token.quantity)]
        for at in spans:
            span = quantity_at(sentence.tokens, at)
            alone = sum(quantity_at(sentence.tokens, k).unit == span.unit for k in spans) == 1
            tie = _tie(sentence, at, before) if alone and not _is_apart(sentence, span) else None
            if tie is not None:
                yield from _bound(rule, tie, span)
        before = sentence


def _bound(rule: Rule, tie: _Tie, span: Quantity) -> Iterator[Constraint]:
    ends = between(tie.first, tie.second, span)
    if ends is None:
        return
    start, end, loose = ends
    sure = tie.sure and not tie.part
    licence = Licence.CLAUSE if tie.near else Licence.STRUCTURE
    operands = {"start": (start,), "end": (end,), "span": (loose,)}
    yield Constraint(rule, operands, licence, closed=sure and tie.near, doubtful=not sure and tie.near)


def _is_apart(sentence: SentenceReading, span: Quantity) -> bool:
    """Whether clock times may be of two days or two zones."""
    if span.unit not in HOURS:
        return False
    return not words_of("spans.of_two_clocks").isdisjoint(sentence.lows)


def _tie(sentence: SentenceReading, at: int, before: SentenceReading | None) -> _Tie | None:
    tokens = sentence.tokens
    unit = quantity_at(tokens, at).unit
    places = moments(tokens, unit)
    if not places:
        return None
    return (
        _later(tokens, at, places, _of_before(sentence, before, unit))
        or _after_it(tokens, at, places)
        or _stretch(tokens, at, places, unit)
        or _from_end_to_end(sentence, at, places, before)
    )


def _of_before(sentence: SentenceReading, before: SentenceReading | None, unit: str) -> list[Quantity]:
    """The moments of the sentence before, where it is near."""
    if before is None or not sentence.follows(before):
        return []
    return [quantity_at(before.tokens, k) for k in moments(before.tokens, unit)]


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
    if not words_of("spans.other_clause").isdisjoint(token.text.lower() for token in clause):
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


def _from_end_to_end(
    sentence: SentenceReading, at: int, places: Sequence[int], before: SentenceReading | None
) -> _Tie | None:
    """ "opened in 1974 and closed in 2009, after 35 years": a beginning and an end, and a word for the whole of it."""
    tokens = sentence.tokens
    part = _spent(tokens, at)
    if part is None or (places and at < places[0]):
        return None
    begun = [k for k in places if _verb(tokens, k, places, "spans.began")]
    ended = [k for k in places if _verb(tokens, k, places, "spans.ended") and k not in begun]
    if len(places) == 2 and len(begun) == len(ended) == 1:
        return _Tie(quantity_at(tokens, begun[0]), quantity_at(tokens, ended[0]), sure=True, part=part)
    if len(places) != 1 or not ended or not before or low(tokens, 0) not in words_of("spans.same_subject"):
        return None
    earlier = _of_before(sentence, before, quantity_at(tokens, at).unit)
    known = moments(before.tokens, quantity_at(tokens, at).unit)
    if len(earlier) != 1 or not _verb(before.tokens, known[0], known, "spans.began"):
        return None
    return _Tie(earlier[0], quantity_at(tokens, ended[0]), sure=False, part=part, near=False)


def _verb(tokens: Sequence[Token], at: int, places: Sequence[int], name: str) -> bool:
    """Whether a word of the class stands before a moment, with no other moment between."""
    first = max([at - _VERB, *(k + 1 for k in places if k < at), 0])
    behind = {low(tokens, k) for k in range(first, at)}
    return not words_of(name).isdisjoint(behind)


def _spent(tokens: Sequence[Token], at: int) -> bool | None:
    """Whether a time told as spent between may be less than all; None where it is not told so."""
    word = low(tokens, at - 1)
    if word == "of":
        return False if low(tokens, at - 2) in words_of("spans.lasts") and _is_summed_up(tokens, at - 3) else None
    if word in ("after", "lasting", "spanning"):
        return True if _tail_is_whole(tokens, at + 1) else None
    summed = word in (",", "—", "–") and low(tokens, at + 1) in ("in", "altogether")
    return False if summed and low(tokens, at + 2) in ("all", "total", "") else None


def _is_summed_up(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun in apposition begins before: ", a run of", ", a running time of", but not "with a run of"."""
    article = next((k for k in range(at, max(-1, at - 2), -1) if low(tokens, k) in ("a", "an", "the")), None)
    return article is not None and low(tokens, article - 1) in (",", "—", "–", "(", "for", "giving", "making")


def _tail_is_whole(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands behind the time, or what a thing or person was all along: "of production", "in jail"."""
    head = low(tokens, at)
    if not head or head in _MARKS:
        return True
    if head not in words_of("spans.tail_opens"):
        return False
    last = ""
    for k in range(at + 1, min(len(tokens), at + _TAIL)):
        word = low(tokens, k)
        if word in _MARKS or word in words_of("spans.tail_closes"):
            break
        if tokens[k].quantity is not None:
            return False
        last = word
    return last in words_of("spans.spent")
