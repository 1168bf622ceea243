"""What comes next to the largest: "the largest city, with 812,000 people, followed by Ash, with 643,000".

The first of the order is told by a superlative of whatever thing, with the only number of its kind; the next by a
word for its place in the same sentence or the one behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.order.ranks import may_be_ranked
from factcheck.relations.units import of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["NextInRank", "next_in_rank"]

_BACK = 3  # tokens before a superlative that may take it from the top
_TIME = 4  # tokens behind it that may make it one of a time
_THAN = 8  # tokens from "more" to "than anyone"
_NEAR = 14  # tokens from the word for the next place to its number
_WHEN = 4  # tokens round a number that may tell another time
_HEAD = 3  # tokens at the head of a sentence that take up the one before
_SECOND = 2
_OWNERS = frozenset({"its", "his", "her", "their"})
_TIMES = frozenset({Kind.YEAR, Kind.DATE})


class NextInRank(NamedTuple):
    """The first number of an order and the next; `side` is 1 where the order begins with the highest."""

    first: Quantity
    second: Quantity
    side: int


class _Part(NamedTuple):
    """The tokens `begin` to `end` (exclusive) of a sentence, with all its words in lower case."""

    tokens: Sequence[Token]
    lows: Sequence[str]
    begin: int
    end: int


def next_in_rank(reading: Reading) -> Iterator[NextInRank]:
    """Each pair of the first and the next in an order."""
    for sentence, behind in pairwise([*reading.sentences, None]):
        if sentence is None:
            return
        lows = list(sentence.lows)
        side, at = _top(lows)
        if not side or _is_turned(lows):
            continue
        cue = _next_cue(sentence.tokens, lows, at + 1, head=False)
        if cue is not None:
            first = _Part(sentence.tokens, lows, 0, cue)
            found = _pair(side, first, _Part(sentence.tokens, lows, cue, len(lows)), whole=False)
        elif behind is not None and behind.follows(sentence):
            found = _told_next(side, _Part(sentence.tokens, lows, 0, len(lows)), behind)
        else:
            continue
        if found is not None and _is_size(found.first, lows, at):
            yield found


def _told_next(side: int, first: _Part, behind: SentenceReading) -> NextInRank | None:
    lows = [token.low for token in behind.tokens]
    if _is_turned(lows) or _top(lows)[0] == -side:
        return None
    cue = _next_cue(behind.tokens, lows, 0, head=True)
    if cue is not None and not (lows[cue] in _OWNERS and _is_elsewhere(behind.tokens, lows)):
        follows = lows[cue] == "followed"
        begin = cue if follows else 0
        return _pair(side, first, _Part(behind.tokens, lows, begin, len(lows)), whole=not follows)
    return None


def _pair(side: int, first: _Part, second: _Part, *, whole: bool) -> NextInRank | None:
    """The only number of the first part and the first of the second, which is the only one of the `whole` sentence."""
    following = [at for at in range(second.begin, second.end) if _is_level(second, at)]
    if not following or following[0] > second.begin + _NEAR or _is_of_a_time(second, following[0]):
        return None
    number = second.tokens[following[0]].quantity
    alike = [
        q for at in range(first.begin, first.end) if (q := first.tokens[at].quantity) is not None and _fit(q, number)
    ]
    others = [at for at in following[1:] if _fit(second.tokens[at].quantity, number)]
    each = words_of("ranks.each")
    if second.lows[following[0] + 1 : following[0] + 2] and second.lows[following[0] + 1] in each:
        return None  # "£9 a head"
    if number is None or len(alike) != 1 or (whole and others) or number.unit not in ("", alike[0].unit):
        return None
    return NextInRank(alike[0], number, side)


def _is_size(number: Quantity, lows: Sequence[str], at: int) -> bool:
    """Whether a thing may be the first by such a number: a town is the largest by its people, not by its shops."""
    if lows[at] in ("most", "more"):
        frequent = words_of("ranks.frequent").isdisjoint(lows[at + 1 : at + 2])
        return number.kind is Kind.PERCENT or (number.kind is Kind.COUNT and (frequent or not number.unit))
    return number.kind is not Kind.COUNT or not number.unit or number.unit in words_of("ranks.sizes")


def _fit(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and may_be_ranked(one) and of_one_kind(one, other)


def _is_level(part: _Part, at: int) -> bool:
    """Whether a number may be that of the next in the order, and no distance or part of something."""
    quantity = part.tokens[at].quantity
    if quantity is None or quantity.kind in LABELS or at == 0:
        return False
    apart = not words_of("ranks.distance").isdisjoint(part.lows[at + 1 : at + 3]) or part.lows[at + 1 : at + 2] == ["-"]
    return may_be_ranked(quantity) and not apart and part.lows[at - 1] not in words_of("ranks.unranking")


def _is_of_a_time(part: _Part, at: int) -> bool:
    near = part.tokens[max(part.begin, at - _WHEN) : at + 1 + _WHEN]
    return any(token.quantity is not None and token.quantity.kind in _TIMES for token in near)


def _is_turned(lows: Sequence[str]) -> bool:
    """Whether numbers may be ranked the other way round: falls, losses, what is below nought."""
    return not words_of("ranks.falling").isdisjoint(lows) or not words_of("ranks.unranked").isdisjoint(lows)


def _top(lows: Sequence[str]) -> tuple[int, int]:
    """The side of the only superlatives of a sentence and the place of the first; (0, 0) without one, or with both."""
    top, bottom = words_of("ranks.top"), words_of("ranks.bottom")
    found = [(1 if low in top else -1, at) for at, low in enumerate(lows) if low in top or low in bottom]
    found += [(1, at) for at, low in enumerate(lows) if low in ("most", "more") and _is_most(lows, at)]
    if not found or len({side for side, _ in found}) != 1:
        return 0, 0
    side, at = min(found, key=lambda one: one[1])
    taken = words_of("ranks.not_first").isdisjoint(lows[max(0, at - _BACK) : at])
    timed = not words_of("ranks.of_a_time").isdisjoint(lows[at : at + _TIME])
    places = lows[at - 1 : at] in (["the"], ["a"]) and at > 1 and lows[at - 2] in words_of("ranks.places")
    return (side, at) if taken and not timed and not places else (0, 0)


def _is_most(lows: Sequence[str], at: int) -> bool:
    """Whether "the most" or "more … than anyone" stands at a token."""
    if lows[at] == "most":
        return lows[at - 1 : at] == ["the"] and lows[at + 1 : at + 2] != ["of"]
    than = next((place for place in range(at + 1, min(len(lows), at + _THAN)) if lows[place] == "than"), len(lows))
    return than + 1 < len(lows) and lows[than + 1] in words_of("ranks.any")


def _next_cue(tokens: Sequence[Token], lows: Sequence[str], start: int, *, head: bool) -> int | None:
    """Where words say that the next in the order is told; at the `head` of a sentence also who it is."""
    for at in range(start, len(lows)):
        if lows[at] == "followed" and lows[at + 1 : at + 2] == ["by"]:
            if head:
                return at if at <= _HEAD and lows[0] in ("this", "it", "that", "they", "these") else None
            joined = lows[at - 1] in (",", "(", "-", "–", "—") or tokens[at - 1].quantity is not None
            return at if joined and ";" not in lows[start:at] else None
        if lows[at] == "next" and _is_next(lows, at):
            return at
        quantity = tokens[at].quantity
        ordinal = quantity is not None and quantity.kind is Kind.ORDINAL and quantity.value == _SECOND
        if (ordinal or lows[at] == "runner-up") and _is_second(lows, at):
            return at
    rival = head and not words_of("ranks.rivals").isdisjoint(lows[1 : _HEAD + 1])
    return 0 if rival and lows[0] in _OWNERS else None


def _is_elsewhere(tokens: Sequence[Token], lows: Sequence[str]) -> bool:
    """Whether a rival may be outside of the place that the first is the first of: "Its rival Ash, in Norway"."""
    return any(
        low in words_of("ranks.places") and token.text[:1].isupper()
        for low, token in zip(lows, tokens[1:], strict=False)
    )


def _is_next(lows: Sequence[str], at: int) -> bool:
    before, behind = lows[at - 1 : at], lows[at + 1 : at + 2]
    came = before in (["came"], ["comes"], ["was"], ["is"]) and behind in (
        [","],
        ["."],
        ["with"],
        ["at"],
        ["on"],
        ["("],
        [],
    )
    return (
        came
        or behind in (["came"], ["comes"], ["was"], ["is"])
        or (behind[:1] and behind[0] in words_of("ranks.top")) is True
    )


def _is_second(lows: Sequence[str], at: int) -> bool:
    behind = lows[at + 1 : at + 2]
    if behind == ["-"]:
        return lows[at + 2 : at + 3] != [] and lows[at + 2] in words_of("ranks.ranked")
    opens = at == 0 or lows[at - 1] in words_of("ranks.standing") or lows[at - 1] in (",", ";")
    return opens and (not behind or behind[0] in words_of("ranks.placed"))
