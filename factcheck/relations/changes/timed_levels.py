"""Levels with the time that their clause tells: "18,200 names now and 15,900 then", "in 1998 … had got 57.8 metres"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from factcheck.quantities.model import AMOUNTS, LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.converted import in_one_unit
from factcheck.relations.lexicon import words_of
from factcheck.relations.units import of_one_kind
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["Level", "When", "are_alike", "are_ends", "counted", "earlier_of", "levels_like"]

_KINDS = AMOUNTS | {Kind.PERCENT}
_MARKS = frozenset({";", "(", ")", "–", "—", ":"})
_OPENING = frozenset({":", "–", "—", ";"})  # a level behind them has its time there
_VERSUS = frozenset({"VS", "FROM", "THAN"})
_AGAINST = frozenset({"against", "compared", "versus", "vs"})
_JOINTS = frozenset({"and", "but", "while", "whereas", "after", "when", "before"})
_ARTICLES = frozenset({"the", "its", "his", "her", "their"})
_ENDS = 6  # tokens between the levels of "from … to …"
_LINKED = 12  # tokens from "compared with" to its level


_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


class When(IntEnum):
    """Of which time a level is said to be."""

    EARLIER = -1
    UNSAID = 0
    NOW = 1
    LATER = 2


class Level(NamedTuple):
    """A number at a token of a sentence, with what its clause, from token `first` to `last` (exclusive), tells of it.

    `real` is one that was reached: neither bounded nor a plan, a target or a peak; `compared` one behind "compared
    with", "from" or "than".
    """

    sentence: SentenceReading
    at: int
    number: Quantity
    first: int
    last: int
    when: When
    years: tuple[int, ...]
    months: tuple[int, ...]
    date: tuple[int, int] | None
    real: bool
    compared: bool

    @property
    def words(self) -> tuple[str, ...]:
        return self.sentence.lows[self.first : self.last]

    @property
    def is_dated(self) -> bool:
        return self.when is not When.UNSAID or bool(self.years or self.months) or self.date is not None


Levels = tuple[Level, Level]


def levels_like(sentence: SentenceReading, like: Quantity, skipped: frozenset[int]) -> list[Level]:
    """Every number of a sentence that may be compared with one of kind and unit of `like`, save at tokens `skipped`."""
    tokens = sentence.tokens
    places = [
        at
        for at in range(len(tokens))
        if at not in skipped and (number := counted(sentence, at)) is not None and are_alike(number, like)
    ]
    if not places:
        return []
    inner = [_edge(sentence, one, other) for one, other in pairwise(places)]
    opening = [at + 1 for at in range(places[0]) if sentence.lows[at] in _OPENING]
    edges = [opening[-1] if opening else 0, *inner, len(tokens)]
    return [_level(sentence, at, edges[k], edges[k + 1]) for k, at in enumerate(places)]


def counted(sentence: SentenceReading, at: int) -> Quantity | None:
    """The number at a token, a bare count with the noun of the one before it: "96 breeding pairs, and 80 last year"."""
    number = sentence.tokens[at].quantity
    if number is None or number.kind is not Kind.COUNT or number.unit:
        return number
    before = (sentence.tokens[place].quantity for place in range(at - 1, -1, -1))
    unit = next((one.unit for one in before if one is not None and one.kind is Kind.COUNT and one.unit), "")
    return replace(number, unit=unit)


def are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two levels may be of one thing: of one kind and unit, or of units that can be converted."""
    if one.kind is not other.kind or one.kind not in _KINDS:
        return False
    return of_one_kind(one, other) or in_one_unit({"one": one, "other": other}, "one") is not None


def _edge(sentence: SentenceReading, one: int, other: int) -> int:
    """Where what is said of a number at a token ends, and what is said of the next one begins."""
    between, lows = range(one + 1, other), sentence.lows
    marks = [at for at in between if lows[at] in _MARKS]
    if marks:
        opening = [at for at in marks if lows[at] == "("]
        return _before_label(sentence.tokens, (opening or marks)[-1], one)
    for found in (
        [cue.first for cue in sentence.cues if cue.type in _VERSUS and cue.first in between],
        [at for at in between if lows[at] == ","],
        [at for at in between if lows[at] in _JOINTS],
    ):
        if found:
            return found[-1]
    return other


def _before_label(tokens: Sequence[Token], mark: int, one: int) -> int:
    """The edge at a mark: "on 2001 (32%)" tells the year of what stands in the bracket."""
    label = tokens[mark - 1].quantity if tokens[mark].text == "(" and mark - 1 > one else None
    return mark - 1 if label is not None and label.kind is Kind.YEAR else mark


def _level(sentence: SentenceReading, at: int, first: int, last: int) -> Level:
    number = sentence.tokens[at].quantity
    assert number is not None
    lows = sentence.lows[first:last]
    quantities = (token.quantity for token in sentence.tokens[first:last])
    labels = [quantity for quantity in quantities if quantity is not None and quantity.kind in LABELS]
    years = {int(label.value) for label in labels if label.kind is Kind.YEAR}
    years |= {label.date.year for label in labels if label.date is not None}
    dates = {label.month_day for label in labels if label.month_day is not None}
    plain = number.bound in (Bound.EQUAL, Bound.ABOUT) and not number.signed
    linked = any(cue.type in _VERSUS and first <= cue.first < at <= cue.last + _LINKED for cue in sentence.cues)
    compared = linked or not _AGAINST.isdisjoint(sentence.lows[first:at])
    unreal = words_of("changes.unreal") | (lexicon().other_base if compared else frozenset())
    of_it = (
        frozenset({"capacity"}) if sentence.lows[at + 1 :].count("of") and number.kind is Kind.PERCENT else frozenset()
    )
    real = plain and (unreal - of_it).isdisjoint(lows)  # "stood at 71% of capacity" is a level
    months = tuple(at for at, month in enumerate(_MONTHS) if month in lows)
    date = next(iter(dates)) if len(dates) == 1 else None
    return Level(
        sentence, at, number, first, last, _when(lows, at - first), tuple(sorted(years)), months, date, real, compared
    )


def _when(lows: Sequence[str], at: int) -> When:
    told = set(_times(lows, at))
    if When.EARLIER in told:
        return When.UNSAID if told & {When.NOW, When.LATER} else When.EARLIER
    if When.LATER in told:
        return When.LATER
    return When.NOW if When.NOW in told or not words_of("changes.ended").isdisjoint(lows) else When.UNSAID


def _times(lows: Sequence[str], at: int) -> Iterator[When]:
    """Every time that the words of a clause tell; `at` is the place of its number."""
    period = words_of("changes.period")
    for k, low in enumerate(lows):
        behind = lows[k + 1] if k + 1 < len(lows) else ""
        before = lows[k - 1] if k else ""
        ends = low == "before" and (before in period or not behind or not behind[0].isalnum())  # "the year before"
        perfect = low in ("had", "having") and k < at and behind in words_of("changes.perfect")  # "had got 57.8 metres"
        opened = low == "when" and k < at and "," not in lows[k:at]  # "when she became leader there were 52,900"
        used = low == "used" and behind == "to"
        then = low == "time" and lows[max(0, k - 2) : k] == ("at", "the")  # "at the time of the budget it stood at 39%"
        works = low == "before" and k > at and behind in _ARTICLES  # "it was 38 metres tall before the works"
        told = works or low in words_of("changes.earlier") or (low == "last" and behind in period)
        if told or ends or perfect or opened or then or used:
            yield When.EARLIER
        elif low in words_of("changes.now") or (low == "this" and behind in period):
            yield When.NOW
        elif low in words_of("changes.later") or (k < at and low in words_of("changes.to_come")):
            yield When.LATER


def earlier_of(one: Level, other: Level) -> Levels | None:
    """Two levels in the order of their times; None where the text does not tell it."""
    if len(one.years) == len(other.years) == 1 and one.years != other.years:
        return (one, other) if one.years < other.years else (other, one)
    if one.sentence is other.sentence and one.compared is not other.compared:
        base, level = (one, other) if one.compared else (other, one)
        if are_ends(base, level):
            return base, level
        if level.years and not base.years and (level.when is When.EARLIER or _is_last(base)):
            return None  # "88,000 in 2019, the last year before the flood, against 53,000 last year"
        return (base, level) if base.is_dated and base.when <= When.UNSAID else _by_words(one, other)
    return _by_words(one, other)


def _is_last(base: Level) -> bool:
    """Whether a level is of "last year" or the like, told from the day of the text and not from another level."""
    period = words_of("changes.period")
    return any(low == "last" and behind in period for low, behind in pairwise(base.words))


def are_ends(base: Level, level: Level) -> bool:
    """Whether two levels stand behind "from" and "to": "from $12.50 to $14", "to 21% from 23%"."""
    lows = base.sentence.lows
    return lows[base.at - 1] == "from" and lows[level.at - 1] == "to" and abs(base.at - level.at) <= _ENDS


def _by_words(one: Level, other: Level) -> Levels | None:
    if one.when is not other.when and When.EARLIER in (one.when, other.when):
        first, second = (one, other) if one.when is When.EARLIER else (other, one)
        return None if second.years and not first.years and second.when is When.UNSAID else (first, second)
    if {one.when, other.when} == {When.NOW, When.LATER}:
        return (one, other) if one.when is When.NOW else (other, one)
    if one.when is other.when is When.EARLIER:
        return None
    if one.date and other.date and one.date != other.date and one.years == other.years:
        return (one, other) if one.date < other.date else (other, one)
    if bool(one.years) is bool(other.years):
        return _by_months(one, other)
    dated, level = (one, other) if one.years else (other, one)
    return (dated, level) if len(dated.years) == 1 and level.when in (When.UNSAID, When.NOW) else None


def _by_months(one: Level, other: Level) -> Levels | None:
    """Two levels in the order of their months, where the text tells them in that order or "after" joins them."""
    if len(one.months) != 1 or len(other.months) != 1 or one.months == other.months:
        return None
    first, last = sorted((one, other), key=lambda level: level.number.start)
    if last.sentence.lows[last.at - 1] == "after":
        return last, first
    return (first, last) if first.months < last.months else None
