"""Numbers that superlatives rank: "highest in A (9%) and lowest in B (4%)", "the largest (9%), followed by B (7%)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint
from factcheck.relations.order.ranks import (
    Form,
    Superlative,
    introduced,
    may_be_ranked,
    ordered,
    same_rate,
    superlatives,
)
from factcheck.relations.order.ranks_next import next_in_rank
from factcheck.relations.order.ranks_place import places_behind
from factcheck.relations.rules import Rule
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Word

__all__ = ["bind_followed", "bind_superlatives"]

REACH = 30  # tokens from a superlative to its number, or to "followed by"
NEAR = 18  # tokens from a second superlative to its number, or from one of a row to the next
_TIME = 4  # tokens behind a superlative that may make it one of a time
_STOPS = frozenset({";", ":", "."})
_PAUSES = frozenset({",", ";", ":", "(", ")", "and"})
_AWAY = frozenset({"VS", "FROM", "UP", "DOWN", "THAN", "TOTAL", "REST", "PARTIAL", "MORE", "FEWER", "RESTRICT"})


def bind_superlatives(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """The number called highest and the one called lowest, where the second superlative has no noun of its own."""
    for tokens, lows in _sentences(reading):
        for pair in pairwise(superlatives(lows)):
            one, other = pair
            if one.side == other.side or not _elliptic(lows, one, other):
                continue
            first = _own(tokens, lows, one, min(other.at, one.at + REACH))
            second = _own(tokens, lows, other, _end(lows, other.at))
            if first is None or second is None or not same_rate(lows, first, second):
                continue
            if _times(tokens, one.at, first) != _times(tokens, other.at, second):
                continue  # one ranks the places of today, the other years
            if _goes_on(lows[first + 1 : other.at], one, other, lows[other.at + 1]):
                high, low = (first, second) if one.side > 0 else (second, first)
                words = {"highest" if found.side > 0 else "lowest": _word(tokens, found) for found in pair}
                yield from ordered(rule, tokens[low].quantity, tokens[high].quantity, words)


def bind_followed(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each number behind "followed by" and the one before it in a row that a superlative opens."""
    done: set[int] = set()
    for tokens, lows in _sentences(reading):
        for at, pair in enumerate(pairwise(lows)):
            top = _top(lows, at) if pair == ("followed", "by") else None
            first = _own(tokens, lows, top, at) if top is not None else None
            if top is None or first is None or not _fits(top, lows, tokens[first].quantity):
                continue
            done.add(tokens[first].start)
            for places in pairwise([first, *_followers(tokens, lows, at + 2)]):
                high, low = (tokens[place].quantity for place in places[:: top.side])
                if same_rate(lows, *places):
                    yield from ordered(rule, low, high, variant="" if top.side > 0 else "lowest")
    for found in next_in_rank(reading):
        if found.first.outer_start not in done:
            high, low = (found.first, found.second)[:: found.side]
            yield from ordered(rule, low, high, variant="" if found.side > 0 else "lowest")
    for better, worse, side in places_behind(reading):
        low, high = (worse, better) if side > 0 else (better, worse)
        yield from ordered(rule, low, high, variant="" if side > 0 else "lowest")


def _sentences(reading: Reading) -> Iterator[tuple[Sequence[Token], list[str]]]:
    """The sentences with two numbers and a superlative that tell of no fall and of nothing below nought."""
    extremes = words_of("ranks.highest") | words_of("ranks.lowest")
    turned = words_of("ranks.falling") | words_of("ranks.unranked")
    for sentence in reading.sentences:
        if sum(may_be_ranked(token.quantity) for token in sentence.tokens) < 2:
            continue
        lows = list(sentence.lows)
        if not extremes.isdisjoint(lows) and turned.isdisjoint(lows):
            yield sentence.tokens, lows


def _times(tokens: Sequence[Token], at: int, number: int) -> tuple[bool, bool]:
    """Whether a year, a date or a place in a row stands between a superlative and its number, and right behind it."""
    behind = takewhile(lambda token: token.text not in _PAUSES, tokens[number + 1 : number + 1 + _TIME])
    between = pairwise(tokens[at:number])  # "the highest growth since 2011" is still one of places
    told = any(_tells_when(token) for before, token in between if before.low != "since")
    return told, any(_tells_when(token) for token in behind)


def _tells_when(token: Token) -> bool:
    return token.quantity is not None and token.quantity.kind in LABELS


def _own(tokens: Sequence[Token], lows: Sequence[str], superlative: Superlative, last: int) -> int | None:
    """Where the number of a superlative stands, with no other clause between them: "…, but Ash won with 40%"."""
    found = introduced(tokens, lows, superlative.at + 1, last)
    if found is None:
        return None
    between = set(lows[superlative.at + 1 : found])
    verbs = lexicon().verbs - words_of("ranks.being") - words_of("ranks.having")
    return found if between.isdisjoint(verbs) and between.isdisjoint(words_of("ranks.turning")) else None


def _elliptic(lows: Sequence[str], one: Superlative, other: Superlative) -> bool:
    """Whether the second superlative is of the measure that the first one is of."""
    behind = lows[other.at + 1 : other.at + 1 + _TIME]
    if (
        one.form is Form.OTHER
        or not behind
        or not _opposite(lows[one.at], lows[other.at])
        or not words_of("ranks.of_a_time").isdisjoint(behind)
    ):
        return False
    if behind[0] in words_of("ranks.elliptic"):
        return behind[0] != "with" or ("a" not in behind[:2] and "an" not in behind[:2])
    same = behind[0] in words_of("ranks.measures") and behind[0] in lows[one.at + 1 : other.at]
    return same and len(behind) > 1 and behind[1] in words_of("ranks.elliptic")


def _goes_on(between: Sequence[str], one: Superlative, other: Superlative, behind: str) -> bool:
    """Whether a second superlative goes on with the measure of the first, by the words between it and the number.

    What has the highest rate and the lowest has them of two measures. "In 2012", "for men" begin another comparison.
    """
    joints = [at for at, low in enumerate(between) if low in words_of("ranks.joining")]
    if not joints or any(low in words_of("ranks.places") for at in joints for low in between[at + 1 : at + 2]):
        return False
    subject = set(between[joints[-1] + 1 :]) - words_of("ranks.being") - {"the"}
    if one.form is Form.BEING:
        return not subject
    told = Form.NOUN in (one.form, other.form) or behind in ("was", "were", "is", "are", "being")
    return bool(subject or told) and behind not in ("for", "among") and (told or behind != "in")


def _opposite(one: str, other: str) -> bool:
    """Whether two superlatives are of one measure: "largest" and "smallest", or any and "lowest"."""
    pairs = words_of("ranks.pairs")
    return f"{one} {other}" in pairs or f"{other} {one}" in pairs


def _end(lows: Sequence[str], at: int) -> int:
    """Where the number of a superlative must stand: before the next mark of a clause."""
    stops = (k for k in range(at + 1, len(lows)) if lows[k] in _STOPS)
    return min(next(stops, len(lows)), at + NEAR)


def _top(lows: Sequence[str], followed: int) -> Superlative | None:
    """The superlative that opens the row behind which "followed by" stands."""
    if lows[followed - 1] in lexicon().verbs:
        return None  # "was followed by": one event and the next
    before = [found for found in superlatives(lows[:followed]) if followed - found.at <= REACH]
    top = before[-1] if before else None
    if top is None or top.form is Form.OTHER or not _STOPS.isdisjoint(lows[top.at : followed]):
        return None
    return None if not words_of("ranks.of_a_time").isdisjoint(lows[top.at : top.at + _TIME]) else top


def _fits(top: Superlative, lows: Sequence[str], number: Quantity | None) -> bool:
    """Whether a superlative may be one of such numbers: what is most common has a share or a count, no price."""
    frequent = lows[top.at] in ("most", "least")
    return number is not None and (not frequent or number.kind in (Kind.PERCENT, Kind.COUNT))


def _followers(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Iterator[int]:
    """Where the numbers of a row stand: "B (7%), C (5%) and D (2%)"."""
    while at < len(lows):
        last = next((k for k in range(at, min(len(lows), at + NEAR)) if tokens[k].quantity is not None), len(lows))
        found = introduced(tokens, lows, at, last + 1)
        if found is None or _turns_away(lows[at:last]) or _is_aside(tokens, lows, at, last):
            return
        yield found
        at = _behind(lows, last)
        if lows[at : at + 1] not in ([","], ["and"]):
            return


def _turns_away(between: Sequence[str]) -> bool:
    """Whether the words before a number are more than the name of the next in a row."""
    words = lexicon()
    if not words_of("ranks.highest").isdisjoint(between) or not words_of("ranks.lowest").isdisjoint(between):
        return True
    return any(
        low in _STOPS or low in words.verbs or low in words.clause or words.cues.get(low) in _AWAY for low in between
    )


def _is_aside(tokens: Sequence[Token], lows: Sequence[str], at: int, number: int) -> bool:
    """Whether the next of a row is none of those ranked.

    A preposition begins another comparison (", with 74% in 2008", "and among women"); nobody ranks what is left, or
    those who do not answer; and a bracket or the words behind the number may tell another time or group.
    """
    named = list(dropwhile(lambda low: low in (",", "and"), lows[at:number]))
    if named[:1] and len(named) < number - at and (named[0] == "with" or named[0] in words_of("ranks.places")):
        return True
    if not words_of("ranks.unnamed").isdisjoint(named):
        return True
    behind = list(takewhile(lambda token: token.text not in _PAUSES, tokens[number + 1 : number + 1 + _TIME]))
    inside = lows[number - 1] == "(" and any(token.low in words_of("ranks.apart") for token in behind)
    return inside or any(_tells_when(token) for token in (*tokens[at:number], *behind))


def _behind(lows: Sequence[str], at: int) -> int:
    """The token behind a number and the bracket that it may open: "(7%, 2.1 million)"."""
    if lows[at - 1] != "(":
        return at + 1
    closing = (k for k in range(at, min(len(lows), at + NEAR)) if lows[k] == ")")
    return next(closing, len(lows)) + 1


def _word(tokens: Sequence[Token], superlative: Superlative) -> Word:
    token = tokens[superlative.at]
    return Word("SUPERLATIVE", token.start, token.end, token.text)
