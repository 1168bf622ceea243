"""Values that are told as worked out of numbers before them, and by which words.

A rate with a word for a result ("that works out at £3 a head", "an average of 40 a day"), a price at the head of its
sentence ("At $3 million an acre, it is"), or a mean that leaves out what it is for ("a daily average of 95", "each
collected an average of 120").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.rates.rate_terms import EACH, Form, Rate
from factcheck.relations.rates.rate_windows import Window
from factcheck.relations.rates.rate_words import is_narrowed
from factcheck.relations.units import is_plain
from factcheck.statements.lexicon import lexicon

__all__ = ["Cue", "claims_of", "cue_of", "each_one"]

BACK = 16  # tokens from "each of those days" to the value
LEAD = 8  # tokens before a value that may make a mean or a result of it
BEHIND = 8  # tokens behind a rate that may make a yardstick of it
TAIL = 3  # tokens behind a value with "on average"
SAID = 5  # tokens of ", the analysts at Lamm said,"
FEW = 3
HEAD = 6  # tokens from the head of a sentence to "average" of "the average grant was"
_SO = frozenset({"thus", "therefore", "hence"})
_ENDS = frozenset({",", ".", ";", ")", "–", "—"})
_MARKS = frozenset({",", ";", ":", "(", ")", "–", "—"})
_TIMES = {"daily": "day", "nightly": "night", "hourly": "hour", "weekly": "week", "monthly": "month",
          "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year"}  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "another", "one", "those", "that"})


class Cue(IntEnum):
    """How surely the words make a result of a rate."""

    APPOSED = -1  # "5,600 setts in 14 days, 400 a day": set behind a mark, in one sentence with the others
    NAMED = 0  # "It has 80 potholes a mile": both of its nouns were told with a number
    PRICE = 1  # "At $3 million an acre, it is the dearest", "They cost £4 each"
    PACE = 2  # "at a steady 50 litres an hour", of a whole told right before
    RESULT = 3  # "which works out at", "an average of"


def claims_of(window: Window) -> Iterator[tuple[Rate, Cue]]:
    """Each value of the window's own sentence that comes of numbers before it, with what says so."""
    told = set()
    for rate in (*_of_each(window), *each_one(window), *window.rates, *_means(window), *_named_means(window)):
        if rate.at < window.own or rate.value.start in told or rate.period or rate.form is Form.ONE_FOR:
            continue
        told.add(rate.value.start)
        cue = (
            None
            if is_narrowed(window.scope, rate) or _is_of_others(window, rate) or _is_yardstick(window, rate)
            else cue_of(window, rate)
        )
        if cue is not None:
            yield rate, cue


def _is_of_others(window: Window, rate: Rate) -> bool:
    """Whether so much "each" is told of some sort: "surgical wards hold 30 beds each", "small ones lend"."""
    if rate.per != EACH or rate.group is not None or rate.form is Form.EACH_AHEAD:
        return False
    segment = window.scope.segment(rate.at)
    opened = rate.at - len(segment) == window.own and bool(segment)
    return "ones" in segment or (opened and segment[0] not in lexicon().function | words_of("rates.opening"))


def cue_of(window: Window, rate: Rate) -> Cue | None:
    """What the words round a rate make of it; None where nothing says that it comes of other numbers."""
    segment = window.scope.segment(rate.at)
    if _is_mean(window, rate):
        return Cue.RESULT
    if not words_of("rates.apart").isdisjoint(segment):
        return None
    if window.scope.opens(rate.at) or _is_result(segment) or not _SO.isdisjoint(segment):
        return Cue.RESULT
    if len(segment) > FEW and segment[-1] == "of" and segment[-2] in words_of("rates.pace"):
        return Cue.PACE  # "kept up a rate of"
    if "at" in segment[not window.scope.is_behind_number(rate.at) :]:
        paced = (words_of("rates.pace") | words_of("rates.filler")).issuperset(_behind_last(segment, "at"))
        return Cue.PACE if paced and rate.value.kind is not Kind.MONEY else None
    if segment[:1] == ("at",) and words_of("rates.filler").issuperset(segment) and _is_priced(window, rate):
        return Cue.PRICE
    head = window.lows[window.own]
    costs = not words_of("rates.costing").isdisjoint(segment) and rate.value.kind is Kind.MONEY
    if costs and head in words_of("rates.sharers") and not window.scope.is_behind_number(rate.at):
        return Cue.PRICE
    if segment[:1] in (("so",), ("meaning",), ("thus",)) and rate.form is Form.EACH_AHEAD:
        return Cue.RESULT
    named = rate.value.kind is Kind.COUNT and rate.unit and rate.per != EACH and rate.base is None
    if named and rate.per not in words_of("rates.periods"):
        return None if head in words_of("rates.placing") else Cue.NAMED
    return Cue.APPOSED if _is_apposed(window, rate, segment) else None


def _is_apposed(window: Window, rate: Rate, segment: Sequence[str]) -> bool:
    """Whether nothing but "or" leads from a mark to a rate, and nothing follows it in its part of the sentence."""
    lows = window.lows
    behind = lows[rate.last + 1 : rate.last + 2]
    return tuple(segment) in ((), ("or",)) and lows[rate.at - len(segment) - 1] in _MARKS and _ENDS.issuperset(behind)


def _is_mean(window: Window, rate: Rate) -> bool:
    before = window.lows[max(window.own, rate.at - LEAD) : rate.at]
    behind = window.lows[rate.last + 1 : rate.last + TAIL]
    pause = max((at + 1 for at, word in enumerate(before) if word in _MARKS), default=0)
    mean = next((at for at in reversed(range(pause, len(before))) if before[at] in words_of("rates.mean")), None)
    if mean is None:
        return behind == ("on", "average")
    return words_of("rates.apart").isdisjoint(before[max(pause, mean - FEW) :])


def _behind_last(words: Sequence[str], word: str) -> Sequence[str]:
    """The words behind the last place of one among them."""
    return words[len(words) - tuple(reversed(words)).index(word) :]


def _is_result(segment: Sequence[str]) -> bool:
    """ "The toll equals 23 killings", "the cost came to": a verb for a result right before the value."""
    for start in range(len(segment)):
        for size in (3, 2, 1):
            phrase = " ".join(segment[start : start + size])
            if phrase in words_of("rates.results") and words_of("rates.filler").issuperset(segment[start + size :]):
                return True
    return False


def _is_priced(window: Window, rate: Rate) -> bool:
    """Whether what follows "At R a unit" speaks of what was told before: "it is", "the site was", "critics say, …"."""
    lows, at = window.lows, rate.last + 1
    if rate.first > window.own + FEW and window.lows[rate.first - 2] not in _MARKS:
        return True  # "which at 3 euros a kilo was …"
    at += lows[at : at + 1] == (",",)
    subject = lows[at : at + 2]
    if not subject:
        return False
    if subject[0] in words_of("rates.resumed") or subject[0] in ("these", "there"):
        return True
    if len(subject) == 2 and subject[0] in ("the", "this", "that", "these", "their", "its"):
        known = {singular(word) for word in lows[: window.own]}
        return singular(subject[1]) in known | words_of("rates.named")
    said = [k for k in range(at, min(len(lows), at + SAID)) if lows[k] in words_of("rates.said")]
    return bool(said) and not _ARTICLES.intersection(lows[said[0] + 1 : said[0] + FEW])


def _is_yardstick(window: Window, rate: Rate) -> bool:
    """Whether the words beside a rate make it one of another time or place, or one that is needed or common."""
    first = rate.first
    while first > window.own and window.lows[first - 1] not in _MARKS:
        first -= 1
    last = next((at for at in range(rate.last + 1, len(window.lows)) if window.lows[at] in _MARKS), len(window.lows))
    far = BEHIND if _is_mean(window, rate) else BEHIND // 2
    behind = window.lows[rate.last + 1 : min(last, rate.last + 1 + far)]
    beside = (*window.lows[first : rate.last + 1], *behind)
    if "before" in behind and _behind_last(behind, "before")[:1] in ((), ("the",), ("it",), ("that",), ("this",)):
        return True  # "an average of 40 a day before", and not "before lunch"
    return any(not words_of(name).isdisjoint(beside) for name in ("rates.elsewhere", "rates.yardstick"))


def _of_each(window: Window) -> Iterator[Rate]:
    """ "Over each of those days … an average of nine hours", "each tree gave … on average 40 kg" """
    lows = window.lows
    for at in range(window.own, len(lows) - FEW):
        if lows[at] == "each" and lows[at + 1] == "of" and lows[at + 2] in words_of("rates.those"):
            found = _first_value(window, at + FEW)
            if found is not None:
                place, value = found
                yield Rate(value, place, place, place, singular(lows[at + FEW]), form=Form.MEAN)


def each_one(window: Window, first: int | None = None) -> Iterator[Rate]:
    """ "Each painter did 90 railings", "On average 3,000 people stood before each stage", from a token on (its own)."""
    lows = window.lows
    for at in range(window.own if first is None else first, len(lows) - 1):
        noun = singular(lows[at + 1])
        if lows[at] not in ("each", "every") or noun != lows[at + 1] or not noun.isalpha() or noun in ("of", "year"):
            continue
        if noun in lexicon().function or noun in lexicon().verbs or noun in words_of("rates.periods"):
            continue
        found = _first_value(window, at + 2)
        start = window.starts[window.sentence_of(at)]
        behind = [k for k in range(start, at) if window.tokens[k].quantity is not None]
        averaged = not words_of("rates.mean").isdisjoint(lows[window.own :])
        if (
            (not behind or lows[at - 1] in ("so", "meaning", "thus"))
            and found is not None
            and _MARKS.isdisjoint(lows[at : found[0]])
        ):
            yield Rate(found[1], found[0], at, found[0], noun, form=Form.EACH_AHEAD)
        elif (
            averaged and found is None and len(behind) == 1 and (earlier := _first_value(window, behind[0])) is not None
        ):
            yield Rate(earlier[1], earlier[0], earlier[0], at + 1, noun, form=Form.MEAN)


def _first_value(window: Window, first: int) -> tuple[int, Quantity] | None:
    for at in range(first, min(len(window.tokens), first + BACK)):
        value = window.tokens[at].quantity
        if value is not None:
            return (at, value) if is_plain(value) and value.value > 0 else None
    return None


def _means(window: Window) -> Iterator[Rate]:
    """Means that leave out what they are for: "a daily average of 95", "each collected an average of 120 wipes"."""
    rates = {id(rate.value) for rate in window.rates}
    for place in window.amounts:
        at, lows = place.at, window.lows
        if at < window.own or id(place.quantity) in rates or not is_plain(place.quantity) or place.quantity.value <= 0:
            continue
        before = lows[max(window.own, at - LEAD) : at]
        mean = next((k for k in reversed(range(len(before))) if before[k] in words_of("rates.mean")), None)
        adverb = _TIMES.get(lows[at + 1], "") if lows[at + 2 : at + 3] in ((",",), (".",), (";",), (")",)) else ""
        if mean is None and adverb:
            yield Rate(place.quantity, at, at, at + 1, adverb)  # "or 4,200 daily"
        if mean is None or not words_of("rates.filler").issuperset(before[mean + 1 :]):
            continue
        rate = Rate(place.quantity, at, at, at + _has_noun(window, at), EACH, form=Form.MEAN)
        time = _TIMES.get(before[mean - 1], "") if mean else ""
        behind = _TIMES.get(lows[at + 1], "") if at + 1 < len(lows) else ""
        if time or behind:
            yield rate._replace(per=time or behind)
        elif "each" in before[:mean] or _stands_alone(window, place.quantity, at, before[:mean]):
            yield rate


def _named_means(window: Window) -> Iterator[Rate]:
    """ "The average grant was $45,000", "The average gate, at 800, was", "Hourly output averaged 4,000 bricks" """
    lows = window.lows
    for at in range(window.own, min(len(lows) - FEW, window.own + HEAD)):
        verb = lows[at] in ("averaged", "averages", "averaging")
        noun = lows[at - 1] if verb and at > window.own else lows[at + 1]
        if not verb and (
            lows[at] not in ("average", "mean") or lows[max(0, at - 1)] not in ("the", "an", "their", "its")
        ):
            continue
        found = _first_value(window, at + 1)
        if found is None or singular(noun) not in words_of("rates.mean_of"):
            continue
        between = [word for word in lows[at + 1 : found[0]] if word not in _MARKS and word != noun]
        if (words_of("rates.filler") | words_of("rates.results") | {"stood", "reached"}).issuperset(between):
            time = next((_TIMES[word] for word in lows[max(window.own, at - FEW) : at] if word in _TIMES), EACH)
            last = found[0] + _has_noun(window, found[0])
            yield Rate(found[1], found[0], found[0], last, time, form=Form.MEAN)


def _has_noun(window: Window, at: int) -> bool:
    """Whether the noun that a number counts stands right behind it."""
    value, behind = window.tokens[at].quantity, window.lows[at + 1 : at + 2]
    return value is not None and value.kind is Kind.COUNT and bool(behind) and singular(behind[0]) == value.unit


def _stands_alone(window: Window, value: Quantity, at: int, before: Sequence[str]) -> bool:
    """Whether a mean is set behind a mark, with nothing behind it that says what it counts: ", an average of 43,"."""
    behind = window.lows[at + 1 : at + 2]
    opened = [word for word in before if word not in ("an", "a", "at", "for", "giving", "with", "his", "her", "their")]
    closed = not behind or not behind[0].isalpha() or behind[0] in lexicon().function | words_of("rates.told_of")
    return value.kind is Kind.COUNT and not value.unit and closed and bool(opened) and opened[-1] in _MARKS
