"""Levels that stand apart from their multiple: "has trebled since 2010. It had 25 boats then and has 75 now".

What ties them is that they are the only two amounts of one kind in reach, and that words say which is the level of
another time or thing: "as the boat that it replaces, which had room for 160", "in 2020 it was £3.2m".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.multiples.multiples import Multiple
from factcheck.relations.units import of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["levels_apart"]

REACH = 24  # tokens from a multiple to a level behind it
_WHEN = 6  # tokens round a level that may tell its time
_BEING = 2  # tokens before a level that say that it was one
_CLOSING = 5  # tokens from the second level to the end of its sentence
_HEAD = 3  # tokens at the head of a sentence that may take up the one before
_LEVELS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})
_JOINTS = frozenset({"and", "but", ",", ";", "while"})
_TIMES = frozenset({Kind.YEAR, Kind.DATE})

Levels = tuple[Quantity, Quantity]
Place = tuple[int, Quantity]


def levels_apart(reading: Reading, sentence: SentenceReading, lows: Sequence[str], multiple: Multiple) -> Levels | None:
    """The level before and after of a multiple, or the smaller and the larger, where no others are in reach."""
    here = _amounts(sentence.tokens, skipped=range(multiple.first, multiple.last + 1))
    if here is None or len(here) > 2 or not _is_told(sentence.tokens, lows, multiple):
        return None
    found: Levels | None = None
    if len(here) == 2:
        found = _in_one(sentence, lows, multiple, here)
    elif len(here) == 1:
        found = _over_two(reading, sentence, lows, multiple, here[0])
    elif multiple.changes:
        found = _told_next(_beside(reading, sentence, 1))
    if found is None or not of_one_kind(*found) or not _resumes(*sorted(found, key=lambda level: level.start)):
        return None
    before, after = found
    shrinks = multiple.ratio.high is not None and multiple.ratio.high < 1
    if (before.value < after.value) is not shrinks:
        return found
    return None if multiple.changes else (after, before)


def _resumes(one: Quantity, other: Quantity) -> bool:
    """Whether the later of two levels counts the same things, or leaves its noun to the one before."""
    return other.unit in ("", one.unit)


def _amounts(tokens: Sequence[Token], skipped: range = range(0)) -> list[Place] | None:
    """The amounts of a sentence in which times and ages do not count; None where one is a range or bounded."""
    found: list[Place] = []
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is None or at in skipped or quantity.kind in LABELS:
            continue
        named = quantity.kind is Kind.COUNT and at + 1 < len(tokens) and tokens[at + 1].text == "-"  # "two-bedroom"
        if named or quantity.kind in (Kind.DURATION, Kind.AGE):
            continue
        loose = quantity.bound is not Bound.EQUAL or quantity.signed
        if quantity.kind not in _LEVELS or loose:
            return None
        found.append((at, quantity))
    return found


def _is_told(tokens: Sequence[Token], lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether something is said to be or to have become so many times as large: not "twice a week", "triple jump"."""
    behind = lows[multiple.last + 1] if multiple.last + 1 < len(lows) else ""
    if multiple.changes:
        return multiple.number is None and lows[multiple.last].endswith(("d", "ing"))
    return behind in words_of("multiples.based") and behind not in words_of("multiples.repeated")


def _in_one(sentence: SentenceReading, lows: Sequence[str], multiple: Multiple, here: list[Place]) -> Levels | None:
    """The only two amounts of the sentence."""
    (first, one), (second, other) = here
    if first > multiple.last:
        between = lows[multiple.last + 1 : first]
        if multiple.changes:
            closing = len(lows) - second <= _CLOSING  # and no more is told of the years between
            told = closing and _opens_level(between) and _is_once(sentence.tokens, lows, second, first)
            return (other, one) if told and len(between) < _WHEN else None
        versus = words_of("multiples.versus")
        joined = any(" ".join(lows[at : at + size]) in versus for at in range(first + 1, second) for size in (1, 2))
        return (other, one) if ":" in between and joined and _is_then(sentence.tokens, lows, second) else None
    if second < multiple.first or multiple.changes or second - multiple.last > REACH:
        return None
    between = lows[multiple.last + 1 : second]
    parted = not words_of("multiples.parting").isdisjoint(between) or ";" in between
    told = not {"which", "who", "where", "whose", "("}.isdisjoint(between)
    return (other, one) if told and not parted else None


def _opens_level(between: Sequence[str]) -> bool:
    """Whether a level follows, and not one since another time: "doubled since 1999 to £412, from £380"."""
    return between[-1:] == ["to"] and "since" not in between


def _is_once(tokens: Sequence[Token], lows: Sequence[str], at: int, since: int) -> bool:
    """Whether a level behind token `since` is said to have been one at another time: "in 2020 it was £3.2m"."""
    being = words_of("multiples.being")
    if being.isdisjoint(lows[max(since + 1, at - _BEING) : at]):
        return False
    near = range(max(since + 1, at - _WHEN), min(len(tokens), at + _WHEN))
    return any(_tells_when(tokens[place]) or lows[place] in words_of("multiples.once") for place in near)


def _is_then(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a level that another is compared with is one of another time, or nothing is said of it."""
    behind = range(at + 1, min(len(tokens), at + _WHEN))
    timed = any(_tells_when(tokens[place]) or lows[place] in words_of("multiples.once") for place in behind)
    return timed or lows[at + 1 : at + 2] in ([], ["."])


def _tells_when(token: Token) -> bool:
    return token.quantity is not None and token.quantity.kind in _TIMES


def _over_two(
    reading: Reading, sentence: SentenceReading, lows: Sequence[str], multiple: Multiple, here: Place
) -> Levels | None:
    """The only amount of the sentence, behind the multiple, and the only one of the sentence before or behind."""
    at, after = here
    between = lows[multiple.last + 1 : at]
    if at < multiple.first or len(between) > _WHEN or between[-1:] not in (["to"], [":"], [","], ["at"], ["–"], ["—"]):
        return None
    if (between[-1:] == ["to"]) is not multiple.changes:
        return None
    earlier = _beside(reading, sentence, -1)
    before = _amounts(earlier.tokens) if earlier is not None else None
    if earlier is not None and before is not None and len(before) == 1 and _moves_on(earlier, sentence, lows):
        return before[0][1], after
    return None


def _moves_on(earlier: SentenceReading, sentence: SentenceReading, lows: Sequence[str]) -> bool:
    """Whether a sentence tells of a later time than the one before: "Today", "By 2020"."""
    head = sentence.tokens[: _HEAD + 1]
    later = any(_tells_when(token) for token in head) or not words_of("multiples.now").isdisjoint(lows)
    words = [token.low for token in earlier.tokens]
    once = any(_tells_when(token) for token in earlier.tokens) or not words_of("multiples.once").isdisjoint(words)
    return later and once


def _takes_up(lows: Sequence[str]) -> bool:
    return not {"it", "they"}.isdisjoint(lows[: _HEAD + 2])


def _told_next(later: SentenceReading | None) -> Levels | None:
    """ "… has trebled since 2010. It had 25 boats then and has 75 now": one level of then, one of now."""
    amounts = _amounts(later.tokens) if later is not None else None
    if later is None or amounts is None or len(amounts) != 2:
        return None
    lows = [token.low for token in later.tokens]
    (first, one), (second, other) = amounts
    middle = max((at for at in range(first + 1, second) if lows[at] in _JOINTS), default=second)
    halves = (lows[:middle], lows[middle:])
    if not _takes_up(lows):
        return None
    once, now = words_of("multiples.once"), words_of("multiples.now")
    times = [any(_tells_when(token) for token in part) for part in (later.tokens[:middle], later.tokens[middle:])]
    then = [times[k] or not once.isdisjoint(halves[k]) for k in (0, 1)]
    today = [not now.isdisjoint(halves[k]) for k in (0, 1)]
    if then[0] and today[1] and not today[0]:
        return one, other
    return (other, one) if then[1] and today[0] and not today[1] else None


def _beside(reading: Reading, sentence: SentenceReading, step: int) -> SentenceReading | None:
    other = reading.sentence_at.get(sentence.index + step)
    return other if other is not None and other.section == sentence.section else None
