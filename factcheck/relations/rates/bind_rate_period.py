"""A rate turned into one for another time: "14 pages a day, 98 a week", "48,000 litres a day. That is 2,000 an hour".

Of a longer time no more can be told than the shorter one makes of it. Less may be: some work five days a week, a shop
is open eight hours a day, and who pays for a year pays less. So less is only told of where the words leave no days
or hours out, or where the times are months and years and nothing is offered for sale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rates.periods import times
from factcheck.relations.rates.rate_terms import Rate
from factcheck.relations.rates.rate_windows import Window, windows_of
from factcheck.relations.rules import Rule

__all__ = ["bind_rate_period"]

BETWEEN = 5  # tokens between a rate and the one that it is turned into, in one sentence
NOUN = 5  # tokens of "on gas," with the comma
HEAD = 8  # tokens from the head of a sentence that takes up the one before to its rate
_PERIODS = {"annum": "year", "night": "day"}
_CALENDAR = frozenset({"month", "quarter", "year", "decade", "century"})


class _Pair(NamedTuple):
    """A rate for a short time and the one for a long time that it is turned into, or the other way round."""

    short: Rate
    long: Rate
    often: Interval


def bind_rate_period(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each rate with the one that the words say it comes to."""
    for window in windows_of(reading, words_of("rates.turned_heads")):
        rates = [rate for rate in window.rates if _period(rate) and rate.base is None]
        for number, rate in enumerate(rates):
            if rate.at < window.own:
                continue
            before = _before(window, rates[:number], rate)
            pair = _pair(before, rate) if before is not None else None
            if pair is not None:
                yield from _constraint(rule, window, pair)


def _period(rate: Rate) -> str:
    per = rate.period or rate.per
    return _PERIODS.get(per, per) if per in words_of("rates.periods") else ""


def _before(window: Window, earlier: Sequence[Rate], rate: Rate) -> Rate | None:
    """The rate that another one is the same as, by the words between; None where there is none."""
    alike = [one for one in earlier if _same_unit(one, rate)]
    if not alike:
        return None
    last = alike[-1]
    if last.at >= window.own:
        between = window.lows[last.last + 1 : rate.at]
        opened = _opening(between)
        return last if opened and len(between) <= BETWEEN + opened else None
    opens = window.lows[window.own : rate.at]
    told = opens[:1] != () and opens[0] in words_of("rates.taking_up") and len(opens) <= HEAD
    plain = words_of("rates.apart").isdisjoint(opens)
    plain = plain and words_of("rates.apart").isdisjoint(window.lows[rate.last + 1 : rate.last + 2])
    plain = plain and window.lows[rate.last + 1 : rate.last + 2] not in (("more",), ("less",), ("fewer",))
    return (
        last if told and plain and len(alike) == 1 and not window.is_other_time(window.sentence_of(last.at)) else None
    )


def _same_unit(one: Rate, other: Rate) -> bool:
    a, b = one.value, other.value
    if a.kind is not b.kind or _period(one) == _period(other):
        return False
    if a.kind is Kind.MONEY:
        return a.unit == b.unit
    return one.unit == other.unit or (a.kind is Kind.COUNT and not b.unit and not other.noun)


def _opening(between: Sequence[str]) -> int:
    """The number of words that make one rate of another, right behind it; 0 where others stand there."""
    words = list(between)
    while words and words[0] in (",", "(", "–", "—", ":"):
        words.pop(0)
    if between and between[-1] == "(" and len(between) == 1:
        return 1
    pause = words.index(",") if "," in words[:NOUN] else 0
    if pause and " ".join(words[pause + 1 :]) in words_of("rates.turned_surely"):
        return len(between)  # "$3 million a month on gas, equivalent to"
    for size in (4, 3, 2, 1):
        phrase = " ".join(words[:size])
        if phrase in words_of("rates.turned") and words_of("rates.filler").issuperset(words[size:]):
            return len(between)
    return 0


def _pair(one: Rate, other: Rate) -> _Pair | None:
    for short, long in ((one, other), (other, one)):
        often = times(_period(short), _period(long))
        if often is not None:
            return _Pair(short, long, often)
    return None


def _constraint(rule: Rule, window: Window, pair: _Pair) -> Iterator[Constraint]:
    short, long = _loose(pair.short.value), _loose(pair.long.value)
    constraint = Constraint(rule, {"short": (short,), "long": (long,)}, Licence.CLAUSE, derived={"times": pair.often})
    if constraint.holds() or _is_too_much(pair) or _is_throughout(window, pair):
        yield constraint
    elif _is_of_calendar(window, pair) or _is_flow(window, pair):
        yield replace(constraint, doubtful=True)


def _is_too_much(pair: _Pair) -> bool:
    """Whether more is told of the long time than the short one makes of it."""
    short, long = pair.short.value, pair.long.value
    high = pair.often.high
    return high is not None and long.value * magnitude(long) > short.value * magnitude(short) * high


def _is_throughout(window: Window, pair: _Pair) -> bool:
    """Whether the words say that nothing is left out: "round the clock", "weekends included"."""
    words = _sentences(window, pair)
    phrases = (" ".join(words[at : at + size]) for at in range(len(words)) for size in (1, 2, 3))
    return not words_of("rates.throughout").isdisjoint(phrases)


def _is_of_calendar(window: Window, pair: _Pair) -> bool:
    """Whether both are for months or longer, nothing is for sale, and it is not so much for fewer whole months."""
    often = pair.long.value.value * magnitude(pair.long.value) / (pair.short.value.value * magnitude(pair.short.value))
    calendar = {_period(pair.short), _period(pair.long)} <= _CALENDAR
    return calendar and often.denominator > 1 and words_of("rates.offered").isdisjoint(_sentences(window, pair))


def _is_flow(window: Window, pair: _Pair) -> bool:
    """ "90 litres a minute. That is 5,400 litres an hour": a measure for so short a time is no day's work."""
    short = pair.short.value.kind is Kind.MEASURE and _period(pair.long) in ("minute", "hour")
    return short and window.sentence_of(pair.short.at) != window.sentence_of(pair.long.at)


def _sentences(window: Window, pair: _Pair) -> Sequence[str]:
    return window.lows[window.starts[window.sentence_of(min(pair.short.at, pair.long.at))] :]


def _loose(value: Quantity) -> Quantity:
    """A rate as it may be rounded by hand: to its last digit that is no zero, or cut off there."""
    if value.bound is not Bound.EQUAL:
        return value
    unit = value.ulp
    while value.value and value.value % (unit * 10) == 0:
        unit *= 10
    near = min(unit / 2, value.value / 20)
    cut = Interval(value.value, value.value + value.ulp, open_high=True)
    return replace(value, readings=(*value.readings[:1], Interval.around(value.value, near), cut))
