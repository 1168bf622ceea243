"""Multiples that take up the levels of the sentence before: "… 26 weeks, and 13 in the south. That is half as long".

What ties them is a word that takes the sentence up ("That is", "thus", "the trebling") or a name of it said again, and
that it has the only two levels of one kind; or one of them, where the other stands behind the multiple.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.facts.model import Reading
from factcheck.facts.names import name_words
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.multiples.multiples import Multiple
from factcheck.relations.units import of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["levels_resumed"]

_HEAD = 5  # tokens from the head of a sentence to its multiple, where it is what the sentence before comes to
_BEHIND = 14  # tokens from a multiple to the level that it is told of
_WHEN = 6  # tokens behind a multiple that may tell another time or mark
_NOW = 8  # tokens from a level to the word that makes it one of today
_LEVELS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION})
_TIMES = frozenset({Kind.YEAR, Kind.DATE})

Levels = tuple[Quantity, Quantity]
Place = tuple[int, Quantity]


def levels_resumed(
    reading: Reading, sentence: SentenceReading, lows: Sequence[str], multiple: Multiple
) -> Levels | None:
    """The level before and after of a multiple, or the smaller and the larger, by the sentence beside its own."""
    here = _levels(sentence, lows, range(multiple.first, multiple.last + 1)) if _is_said(lows, multiple) else None
    if here is None:
        return None
    earlier = reading.sentence_at.get(sentence.index - 1)
    found: Levels | None = None
    before = _levels(earlier, earlier.lows) if earlier is not None and sentence.follows(earlier) else None
    if before and len(here) == 1 and _opens(lows, multiple):
        found = _with_base(multiple, before, here[0])
    if found is None and before and earlier is not None and _takes_up(earlier, sentence, lows, multiple):
        found = _only_two(before, by_time=_is_of_time(lows, multiple))
        found = None if found is not None and _has_rival(here, found[0]) else found
    if found is None and multiple.changes and len(here) == 1:
        found = _found_since(reading, sentence, lows, multiple, here[0])
    return _by_ratio(multiple, *found) if found is not None else None


def _levels(sentence: SentenceReading, lows: Sequence[str], skipped: range = range(0)) -> list[Place] | None:
    """The levels of a sentence; None where one of them is loose."""
    found: list[Place] = []
    for at, token in enumerate(sentence.tokens):
        quantity = token.quantity
        if quantity is None or at in skipped or quantity.kind not in _LEVELS or "-" in lows[at + 1 : at + 2]:
            continue  # "a two-bedroom flat" has no level
        if quantity.kind is Kind.DURATION and not words_of("multiples.over").isdisjoint(lows[max(0, at - 2) : at]):
            continue  # "in 10 years"
        if quantity.bound is Bound.RANGE or quantity.signed or quantity.value <= 0:
            return None
        found.append((at, quantity))
    return found


def _is_said(lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether something is said to be, or to have become, so many times as large, and not of another time or mark."""
    behind = lows[multiple.last + 1 : multiple.last + 1 + _WHEN]
    if not words_of("multiples.marks").isdisjoint(behind) or not words_of("multiples.planned").isdisjoint(lows):
        return False
    if multiple.changes and lows[multiple.last].endswith(("d", "ing")):
        return multiple.number is None
    return bool(behind) and (
        behind[0] in words_of("multiples.based") or behind[0] in words_of("multiples.comparatives")
    )


def _opens(lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether a sentence says of the one before that it is so many times something: "This is more than double the"."""
    head = lows[: multiple.first]
    verbs = words_of("multiples.coming_to")
    taken = bool(head) and len(head) <= _HEAD and head[0] in words_of("multiples.resuming")
    return taken and not {",", ";"} & set(head) and not verbs.isdisjoint(head[1:])


def _takes_up(earlier: SentenceReading, sentence: SentenceReading, lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether a sentence is about the levels of the one before, and about no other time."""
    behind = sentence.tokens[multiple.last + 1 : multiple.last + 1 + _WHEN]
    if any(token.quantity is not None and token.quantity.kind in _TIMES for token in behind):
        return False
    if not words_of("multiples.therefore").isdisjoint(lows[: multiple.first]):
        return _is_of_the_levels(lows, multiple)
    if _opens(lows, multiple):
        return _ends_there(lows, multiple)
    if lows[multiple.last].endswith("ing"):
        noun = lows[multiple.first - 1 : multiple.first] in (["the"], ["this"])
        return noun and lows[multiple.last + 1 : multiple.last + 2] != ["of"]
    again = name_words(sentence.tokens) & name_words(earlier.tokens)
    return bool(again) and _is_of_the_same(lows, multiple)


def _is_of_the_levels(lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether a multiple is one of the levels told, and not of another measure: "thus pays twice as much tax"."""
    behind = lows[multiple.last + 1 : multiple.last + 4]
    if behind[:1] == ["as"]:
        return _ends_there(lows, multiple) or behind[2:] == ["as"]
    whole = len(behind) > 1 and (behind[1] in words_of("multiples.wholes") or behind[1].endswith(("'s", "’s")))
    return behind[:1] == ["what"] or whole


def _ends_there(lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether nothing else is compared behind the multiple: "That is half as long.", not "as long as in the north"."""
    at = multiple.last + 1
    size = 2 if lows[at : at + 1] == ["as"] else 1
    return not lows[at + size : at + size + 1] or not lows[at + size][0].isalnum()


def _is_of_the_same(lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether a multiple at the head of a sentence is of what was just counted: "With twice the traffic,"."""
    noun, mark = multiple.last + 2, multiple.last + 3
    whole = lows[noun : noun + 1] and lows[noun] in words_of("multiples.wholes") and lows[mark : mark + 1] == [","]
    return (
        bool(whole) and lows[multiple.last + 1] == "the" and "with" in lows[max(0, multiple.first - 1) : multiple.first]
    )


def _has_rival(here: Sequence[Place], level: Quantity) -> bool:
    """Whether a sentence has a level of its own like one of the sentence before."""
    return any(one.kind is level.kind and one.unit in (level.unit, "") for _, one in here)


def _only_two(places: Sequence[Place], *, by_time: bool) -> Levels | None:
    """The only two levels of one kind; a bare number may leave its unit to the only one beside it."""
    numbers = [number for _, number in places if by_time or number.kind is not Kind.DURATION]
    groups: dict[tuple[Kind, str], list[Quantity]] = {}
    for number in numbers:
        groups.setdefault((number.kind, number.unit), []).append(number)
    several = [group for group in groups.values() if len(group) > 1]
    if len(several) == 1 and len(several[0]) == 2:
        one, other = several[0]
        counted = one.kind is Kind.COUNT and len(numbers) > 2 and (not one.unit or _bare(numbers) > 0)
        return None if counted else (one, other)  # a third may be of the same things
    if len(numbers) == 2 and not several and _bare(numbers) == 1:
        bare, full = sorted(numbers, key=lambda number: (number.kind is not Kind.COUNT, number.unit))
        alike = bare.ulp <= full.ulp * 10 or bare.scale == full.scale
        later = bare.start > full.start and not bare.in_words
        return (full, replace(bare, kind=full.kind, unit=full.unit)) if alike and later else None
    return None


def _bare(numbers: Sequence[Quantity]) -> int:
    return sum(number.kind is Kind.COUNT and not number.unit for number in numbers)


def _is_of_time(lows: Sequence[str], multiple: Multiple) -> bool:
    """Whether a multiple is one of times: "half as long"."""
    return not words_of("multiples.times").isdisjoint(lows[multiple.last + 1 : multiple.last + 4])


def _with_base(multiple: Multiple, before: Sequence[Place], here: Place) -> Levels | None:
    """The level behind the multiple, and the only level of the sentence before, of its kind."""
    at, base = here
    alike = [number for _, number in before if of_one_kind(number, base)]
    if not multiple.last < at <= multiple.last + _BEHIND or len(alike) != 1 or base.kind is Kind.DURATION:
        return None
    counted = base.kind is not Kind.COUNT or base.unit in ("", alike[0].unit)
    return (base, alike[0]) if counted else None


def _found_since(
    reading: Reading, sentence: SentenceReading, lows: Sequence[str], multiple: Multiple, here: Place
) -> Levels | None:
    """ "… has halved since 2010, when wardens counted 58. They found 29 this spring": then and now."""
    later = reading.sentence_at.get(sentence.index + 1)
    at, base = here
    between = lows[multiple.last + 1 : at]
    dated = any(token.quantity is not None and token.quantity.kind in _TIMES for token in sentence.tokens[:at])
    if later is None or not later.follows(sentence) or not dated or "when" not in between or at < multiple.last:
        return None
    levels = _levels(later, later.lows)
    if levels is None or len(levels) != 1:
        return None
    place, after = levels[0]
    if after.kind is Kind.COUNT and not after.unit:
        after = replace(after, kind=base.kind, unit=base.unit)
    near = later.lows[max(0, place - _NOW) : place + _NOW]
    today = not (words_of("multiples.now") | words_of("multiples.this_year")).isdisjoint(near)
    return (base, after) if today and of_one_kind(base, after) and base.unit == after.unit else None


def _by_ratio(multiple: Multiple, one: Quantity, other: Quantity) -> Levels:
    """Two levels in the order that the multiple has them: the smaller first, save where it is a part."""
    small, large = sorted((one, other), key=lambda level: level.value)
    shrinks = multiple.ratio.high is not None and multiple.ratio.high < 1
    return (large, small) if shrinks else (small, large)
