"""Weekdays by what lies between them: "adjourned on Thursday … the next day, Friday", "5am on Friday … 60 hours later".

Three ties: a step of days that is told right beside the later weekday; a time in hours between two weekdays that both
have their clock times, whose hours fit; an event of so many days or whole days of hours with the weekdays on which it
begins and ends. Every other weekday in reach leaves a choice, and then nothing is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from factcheck.facts.days import Day
from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.dates.day_steps import steps_to
from factcheck.relations.dates.moments import clock_hour, moment_at
from factcheck.relations.dates.spells import Spell, spells
from factcheck.relations.evaluate import Verdict
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["bind_days_between"]

_WEEK, _DAY = 7, 24
_MONDAY = dt.date(2001, 1, 1)
_BITS = 2.8  # a weekday fits by chance once in seven
_REACH = 3  # sentences from the first to the last weekday
_NEAR = 3  # tokens between a clock time and its weekday
_VERB = 8  # tokens from "began" or "over" to its weekday
_SPLIT = re.compile(r"[\w'’]+|[^\w\s]")


def bind_days_between(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each weekday against another and the days or hours that are told to lie between."""
    if len(reading.days) < 2:
        return
    for place, day in enumerate(reading.days):
        steps = steps_to(day)
        base = _base(reading.days, place) if steps is not None else None
        if steps is not None and base is not None:
            yield _judged(rule, base, day, {steps % _WEEK})
    for place, one in enumerate(reading.days[:-1]):
        other = reading.days[place + 1]
        if _are_alone(reading.days, place):
            steps_told = _by_the_clock(reading, one, other) or _by_an_event(reading, one, other)
            if steps_told:
                yield _judged(rule, one, other, steps_told)


def _base(days: Sequence[Day], place: int) -> Day | None:
    """The weekday from which a step is counted: the only one before it in its sentence, else in the one before."""
    day = days[place]
    known = [
        one for one in days[max(0, place - _WEEK) : place]
        if one.section == day.section and day.sentence - one.sentence <= 1
    ]  # fmt: skip
    known = [one for one in known if one.sentence == day.sentence] or known
    if len(known) != 1 or _is_of_a_report(known[0]) or steps_to(known[0]) is not None:
        return None
    return known[0]


def _is_of_a_report(day: Day) -> bool:
    """Whether it is the day on which somebody said so: "said on Tuesday"."""
    return not words_of("days.said").isdisjoint(_SPLIT.findall(day.before)[-_NEAR:])


def _are_alone(days: Sequence[Day], place: int) -> bool:
    """Whether two weekdays stand near each other and no third one near them."""
    one, other = days[place], days[place + 1]
    if one.section != other.section or other.sentence - one.sentence > _REACH or steps_to(other) is not None:
        return False
    near = [
        day for day in days[max(0, place - 1) : place + 3]
        if day.section == one.section and one.sentence - 1 <= day.sentence <= other.sentence + 1
    ]  # fmt: skip
    return len(near) == 2


def _sentences(reading: Reading, one: Day, other: Day) -> list[SentenceReading]:
    found = (reading.sentence_at.get(index) for index in range(one.sentence, other.sentence + 1))
    return [sentence for sentence in found if sentence is not None]


def _spell(reading: Reading, one: Day, other: Day, units: frozenset[str]) -> tuple[SentenceReading, Spell] | None:
    """The only time in one of the units that is told with two weekdays."""
    told = [
        (sentence, spell) for sentence in _sentences(reading, one, other) for spell in spells(sentence.tokens)
        if spell.quantity.unit in units
    ]  # fmt: skip
    return told[0] if len(told) == 1 else None


def _by_the_clock(reading: Reading, one: Day, other: Day) -> set[int]:
    """The days between two weekdays with their clock times, where those fit the hours between but for whole days."""
    told = _spell(reading, one, other, frozenset({"hour"}))
    first, second = _hour(reading, one), _hour(reading, other)
    if told is None or first is None or second is None or told[1].quantity.value < _DAY:
        return set()
    if not _is_counted(*told):
        return set()
    days = (told[1].quantity.value - (second - first)) / _DAY
    return {int(days) % _WEEK} if days.denominator == 1 else set()


def _is_counted(sentence: SentenceReading, spell: Spell) -> bool:
    """Whether a time is counted from the first moment: "60 hours later", "after 60 hours,", "60 hours after that"."""
    behind = sentence.lows[spell.last + 1] if spell.last + 1 < len(sentence.lows) else ""
    before = sentence.lows[spell.first - 1] if spell.first else ""
    ends = behind in ("", ",", ".", ";", ")")
    return behind in ("later", "after", "on") or (before == "after" and ends) or _is_of_the_event(sentence, spell)


def _hour(reading: Reading, day: Day) -> Fraction | None:
    """The clock time beside a weekday: "5am on Friday", "on Friday at 5am"."""
    sentence = reading.sentence_at.get(day.sentence)
    if sentence is None:
        return None
    at = next((k for k, token in enumerate(sentence.tokens) if token.start <= day.start < token.end), None)
    if at is None:
        return None
    near = range(max(0, at - _NEAR), min(len(sentence.tokens), at + _NEAR + 1))
    told = [moment for k in near if (moment := moment_at(sentence.tokens, k, "hour")) is not None]
    return clock_hour(told[0]) if len(told) == 1 else None


def _by_an_event(reading: Reading, one: Day, other: Day) -> set[int]:
    """The days between the weekdays on which what lasts so long begins and ends; the last day counts or does not."""
    told = _spell(reading, one, other, frozenset({"hour", "day"}))
    if told is None or other.sentence - one.sentence > 1 or _is_of_a_report(one) or _is_of_a_report(other):
        return set()
    ended = _is(other, "days.ended", _VERB) or (one.sentence == other.sentence and _is(other, "days.up_to", 1))
    if not _is(one, "days.began", _VERB) or not ended:
        return set()
    sentence, spell = told
    if not words_of("days.otherwise").isdisjoint(chain(*(one.lows for one in _sentences(reading, one, other)))):
        return set()
    length = spell.quantity.value / (_DAY if spell.quantity.unit == "hour" else 1)
    tied = _is_of_the_event(sentence, spell)
    if length.denominator != 1 or not 1 < length <= _WEEK or not tied:
        return set()
    if spell.quantity.unit == "hour" and _hour(reading, one) is not None and _is(other, "days.at_its_head", _VERB):
        return {int(length) % _WEEK}
    return {int(length) % _WEEK, (int(length) - 1) % _WEEK}


def _is(day: Day, name: str, reach: int) -> bool:
    """Whether a word of the class stands among so many tokens right before a weekday."""
    return not words_of(name).isdisjoint(_SPLIT.findall(day.before)[-reach:])


def _is_of_the_event(sentence: SentenceReading, spell: Spell) -> bool:
    """Whether the time is that of an event: "a three-day strike", "is to go on for 72 hours"."""
    before = sentence.lows[spell.first - 1] if spell.first else ""
    behind = sentence.lows[spell.last + 1] if spell.last + 1 < len(sentence.lows) else ""
    return behind in words_of("spans.lasts") or before in ("for", "last", "lasts", "lasting", "lasted")


def _judged(rule: Rule, one: Day, other: Day, steps: set[int]) -> Evaluated:
    between = (other.weekday - one.weekday) % _WEEK
    operands = {"date": (_named(other),), "other": (_named(one),)}
    verdict = Verdict.CONSISTENT if between in steps else Verdict.INCONSISTENT
    right = _MONDAY + dt.timedelta(days=one.weekday + max(steps))
    return Evaluated(Constraint(rule, operands, Licence.CLAUSE, closed=True), verdict, _BITS, date=right)


def _named(day: Day) -> Quantity:
    """The weekday as a date of which nothing else is told."""
    none = Fraction(0)
    return Quantity(
        Kind.DATE, day.start, day.end, day.start, day.end, day.text, none, Interval.exactly(none), weekday=day.weekday
    )
