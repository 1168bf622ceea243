"""What a superlative says of one number in a row: "bids of £4m, £3m and £5m … the lowest, £3m", "… Ash the largest".

The row stands in the sentence of the superlative or in the one before; the number is told again behind the
superlative, by the name that it has in the row, or before the superlative with all others behind "rivals" or the like.
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

__all__ = ["Extreme", "extremes"]

ROW = 3  # numbers that make a row
_GAP = 9  # tokens from one number of a row to the next
_BACK = 3  # tokens before a superlative that may take it from the top
_TIME = 6  # tokens behind it that may make it one of a time
_OWN = 6  # tokens from a number to "was the longest"
_NEAR = 12  # tokens from "rivals" to the last of their numbers
_BEING = frozenset({"was", "is", "were", "are", "being", "be"})
_MAKING = frozenset({"making", "makes", "made"})
_MARKS = frozenset({",", "(", ":", "–", "—"})


class Extreme(NamedTuple):
    """The number that is called the highest (`side` is 1) or the lowest (-1) by the word at a token, and the others."""

    number: Quantity
    others: Sequence[Quantity]
    word: Token
    side: int


def extremes(reading: Reading) -> Iterator[Extreme]:
    """Every superlative whose number and row are told."""
    top, bottom = words_of("ranks.top"), words_of("ranks.bottom")
    for sentence in reading.sentences:
        lows = sentence.lows
        found = [at for at, low in enumerate(lows) if low in top or low in bottom]
        if len(found) != 1 or not _is_first(lows, found[0]):
            continue
        at = found[0]
        earlier = reading.sentence_at.get(sentence.index - 1)
        before = earlier if earlier is not None and sentence.follows(earlier) else None
        later = reading.sentence_at.get(sentence.index + 1)
        behind = later if later is not None and later.follows(sentence) else None
        told = _told_again(sentence, before, at) or _named(sentence, before, at) or _among_rivals(sentence, behind, at)
        if told is not None and told[1]:
            yield Extreme(*told, sentence.tokens[at], 1 if lows[at] in top else -1)


Told = tuple[Quantity, Sequence[Quantity]]


def _is_first(lows: Sequence[str], at: int) -> bool:
    """Whether a superlative takes the first place, and is of no time: not "the second largest", "the lowest since"."""
    if lows[at - 1 : at] != ("the",) or not words_of("ranks.not_first").isdisjoint(lows[max(0, at - _BACK) : at]):
        return False
    if not words_of("ranks.falling").isdisjoint(lows) or not words_of("ranks.unranked").isdisjoint(lows):
        return False
    return words_of("ranks.of_a_time").isdisjoint(lows[at + 1 : at + 1 + _TIME])


def _told_again(sentence: SentenceReading, before: SentenceReading | None, at: int) -> Told | None:
    """ "Bids of £4.1m, £3.8m and £4.6m … accepted the lowest, £3.8m": one number of the row again."""
    tokens = sentence.tokens
    if sentence.lows[at + 1 : at + 2] == () or sentence.lows[at + 1] not in _MARKS or at + 2 >= len(tokens):
        return None
    number = tokens[at + 2].quantity
    if number is None or not may_be_ranked(number):
        return None
    if any(token.quantity is not None and of_one_kind(token.quantity, number) for token in tokens[at + 3 :]):
        return None  # "the highest, £4m, since the bidder of £5m withdrew"
    for row in (_row(tokens[:at], number), _row(before.tokens, number) if before is not None else []):
        if row and any(one.value == number.value for one in row):
            return number, [one for one in row if one.value != number.value]
    return None


def _row(tokens: Sequence[Token], like: Quantity | None) -> list[Quantity]:
    """The numbers of a sentence of one kind, where they are a row and there is no other like them."""
    found = [(at, q) for at, token in enumerate(tokens) if (q := token.quantity) is not None and _may(q)]
    if like is None and found:
        like = found[0][1]
    alike = [(at, q) for at, q in found if like is not None and of_one_kind(q, like)]
    gaps = (other - one for (one, _), (other, _) in pairwise(alike))
    close = all(gap <= _GAP for gap in gaps)
    return [q for _, q in alike] if len(alike) >= ROW and close and all(may_be_ranked(q) for _, q in alike) else []


def _may(quantity: Quantity) -> bool:
    return quantity.kind not in LABELS and quantity.kind not in (Kind.DURATION, Kind.AGE)


def _named(sentence: SentenceReading, before: SentenceReading | None, at: int) -> Told | None:
    """ "… 300 boats, Birch 200 and Cole 150, making Ash the largest": the one of the row with that name."""
    lows = sentence.lows
    name = at - 2 if at > 1 and lows[at - 2] not in _BEING else at - 3
    if name < 0 or not sentence.tokens[name].text[:1].isupper() or sentence.tokens[name].quantity is not None:
        return None
    made = name > 0 and lows[name - 1] in _MAKING
    if made:
        return _by_name(sentence.tokens[: name - 1], lows[name])
    opens = (
        name == 0 and before is not None and lows[1] in _BEING and lows[at + 1 : at + 2] in ((".",), (",",), ("of",))
    )
    return _by_name(before.tokens, lows[name]) if opens and before is not None else None


def _by_name(tokens: Sequence[Token], name: str) -> Told | None:
    """The number of a row in whose segment alone a name stands, and the others."""
    row = _row(tokens, None)
    segments: list[tuple[list[Quantity], set[str]]] = [([], set())]
    for token in tokens:
        low = token.low
        if low in (",", ";", "and", "while", "but"):
            segments.append(([], set()))
        elif token.quantity is not None and any(token.quantity is one for one in row):
            segments[-1][0].append(token.quantity)
        else:
            segments[-1][1].add(low)
    full = [segment for segment in segments if segment[0]]
    own = [numbers for numbers, words in full if name in words]
    if not row or len(own) != 1 or any(len(numbers) != 1 for numbers, _ in full):
        return None
    elsewhere = any(name in words for numbers, words in segments if not numbers)
    return None if elsewhere else (own[0][0], [one for one in row if one is not own[0][0]])


def _among_rivals(sentence: SentenceReading, behind: SentenceReading | None, at: int) -> Told | None:
    """ "A leap of 7.02m was the longest; her rivals could manage only 6.88m and 6.79m"."""
    lows, tokens = sentence.lows, sentence.tokens
    if at < 3 or lows[at - 2] not in _BEING:
        return None
    own = [token.quantity for token in tokens[max(0, at - 2 - _OWN) : at - 2] if token.quantity is not None]
    if len(own) != 1 or not _may(own[0]) or not may_be_ranked(own[0]):
        return None
    alike = [token.quantity for token in tokens[:at] if token.quantity and of_one_kind(token.quantity, own[0])]
    for there, start in ((sentence, at), (behind, 0)):
        place = _rivals(there, start) if there is not None else None
        if there is not None and place is not None and len(alike) == 1:
            rest = [token.quantity for token in there.tokens[place:] if token.quantity is not None]
            near = [token.quantity for token in there.tokens[place : place + _NEAR] if token.quantity is not None]
            ranked = all(of_one_kind(one, own[0]) and may_be_ranked(one) for one in rest)
            return (own[0], rest) if ranked and len(near) == len(rest) > 0 else None
    return None


def _rivals(sentence: SentenceReading, start: int) -> int | None:
    """Where the others of a contest are named, at the head of a clause."""
    lows = sentence.lows
    for at in range(start, min(len(lows), start + _NEAR)):
        if lows[at] in words_of("ranks.opponents"):
            clause = at - 2 if at > 1 else 0
            return at if clause == 0 or lows[clause] in (";", ",", "–", "—", ":") or at <= 2 else None
    return None
