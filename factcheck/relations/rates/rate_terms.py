"""Rates as they are worded: "£700 each", "16 per 100,000", "£900 for each of its 120,000 residents"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from factcheck.quantities.model import AMOUNTS, LABELS, Bound, Kind, Quantity, Token
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.units import is_plain
from factcheck.statements.lexicon import lexicon

__all__ = ["EACH", "Form", "Rate", "period_at", "rates_in"]

EACH = ""  # the denominator of "each": whatever is counted
NOUN = 3  # words of the noun between a value and what it is for
MEAN = 5  # tokens from the noun of "1,750 people gave an average of £20" to the value
FEW = 10
GROUP = 5  # tokens of "nine workers, who will each"
OWNERS = 5  # tokens of "of each of the country's 9 million"
BACK = 9  # tokens from "each of the 18" to the value
_LINKS = frozenset({"is", "of", "was", "at", "to", "stands", "stood", "comes", "came", "were", "are"})


class Form(Enum):
    """How a rate is worded."""

    BEHIND = auto()  # "£700 each", "16 per 100,000"
    EACH_AHEAD = auto()  # "each of the 18 cost £700"
    PER_AHEAD = auto()  # "GDP per head is £700"
    MEAN = auto()  # "1,750 people gave an average of £20"
    ONE_FOR = auto()  # "one for every 18": the value is 18


class Rate(NamedTuple):
    """A value for one thing, or for `base` things, at the tokens `first` to `last`.

    `per` is the thing in the singular, EACH for "each"; `group` is the number of the things where the rate names it;
    `period` a time that the value is for besides.
    """

    value: Quantity
    at: int
    first: int
    last: int
    per: str
    base: Quantity | None = None
    group: Quantity | None = None
    period: str = ""
    form: Form = Form.BEHIND

    noun: str = ""  # behind a bare number: "staff" of "40 staff each"

    @property
    def unit(self) -> str:
        """The unit of the value without what it is for: "kilometer" of "42km a day"."""
        return self.value.unit.split(" / ")[0] or self.noun


def rates_in(tokens: Sequence[Token], lows: Sequence[str]) -> Iterator[Rate]:
    """Every rate of a sentence, in order."""
    for at, token in enumerate(tokens):
        value = token.quantity
        if value is None or value.kind not in AMOUNTS or not _is_one_value(value):
            continue
        ways = (_one_for, _each_ahead, _behind, _per_ahead, _average, _average_behind)
        rate = next((rate for way in ways if (rate := way(tokens, lows, at, value)) is not None), None)
        if rate is not None and rate.value.value > 0:
            yield rate


def _one_for(tokens: Sequence[Token], lows: Sequence[str], at: int, value: Quantity) -> Rate | None:
    """ "One for every 18 children", "one adult in every four": the value is the number for one."""
    led = at >= 3 and " ".join(lows[at - 2 : at]) in words_of("rates.for_every")
    if not led or value.kind not in (Kind.COUNT, Kind.MEASURE):
        return None
    first = next((i for i in (at - 3, at - 4) if i >= 0 and lows[i] == "one"), None)
    if first is None or _is_power_of_ten(value) or value.value <= 1:
        return None
    return Rate(value, at, first, at, EACH, form=Form.ONE_FOR)


def _is_power_of_ten(value: Quantity) -> bool:
    """Whether it is 100 or 100,000: then so many for it were worked out, not it for one."""
    return str(value.value).rstrip("0") == "1" and value.value > FEW


def _average(tokens: Sequence[Token], lows: Sequence[str], at: int, value: Quantity) -> Rate | None:
    """ "1,750 people gave an average of £20": for each of those counted right before the verb."""
    if value.kind is not Kind.MONEY or at < MEAN or tuple(lows[at - 3 : at]) != ("an", "average", "of"):
        return None
    givers = [token.quantity for token in tokens[max(0, at - MEAN - 2) : at - MEAN + 1] if token.quantity is not None]
    told = lows[at - 4] in words_of("rates.giving") and len(givers) == 1 and givers[0].kind is Kind.COUNT
    return Rate(value, at, at - 3, at, EACH, group=givers[0], form=Form.MEAN) if told else None


def _average_behind(tokens: Sequence[Token], lows: Sequence[str], at: int, value: Quantity) -> Rate | None:
    """ "Spent £28m on 2,400 pupils, an average of £11,700.": money for each of what was counted, and no more said."""
    first = at - 3 if tuple(lows[at - 3 : at - 1]) == ("an", "average") else at - 4
    if value.kind is not Kind.MONEY or first < 1 or lows[at - 1] != "of":
        return None
    averaged = tuple(lows[first : first + 2]) == ("an", "average")
    priced = first == at - 3 or lows[at - 2] in words_of("rates.named")
    behind = lows[at + 1 : at + 2]
    ends = not behind or behind[0] in (".", ",", ";", ")")
    apposed = lows[first - 1] in (",", "at", "for")
    return Rate(value, at, at, at, EACH) if averaged and priced and apposed and ends else None


def _is_one_value(value: Quantity) -> bool:
    return is_plain(value) and value.bound not in (Bound.AT_MOST, Bound.AT_LEAST) and not value.signed


def period_at(lows: Sequence[str], at: int) -> str:
    """The time that follows at a token: "month" of "a month" or "per month", "year" of "annually"."""
    behind = lows[at : at + 2]
    if behind[:1] and behind[0] in words_of("rates.yearly"):
        return behind[0]
    if len(behind) == 2 and behind[0] in words_of("rates.per") | words_of("rates.each"):
        return behind[1] if behind[1] in words_of("rates.periods") else ""
    return ""


def _behind(tokens: Sequence[Token], lows: Sequence[str], at: int, value: Quantity) -> Rate | None:
    """A rate whose denominator stands behind the value."""
    if value.kind is Kind.MEASURE and " / " in value.unit:
        return Rate(value, at, at, at, value.unit.split(" / ")[1])
    of = value.kind is Kind.MEASURE and lows[at + 1 : at + 2] == ("of",)  # "litres of water a day"
    start = _behind_noun(tokens, lows, at + 1 + of)
    if start >= len(tokens):
        return None
    word = lows[start]
    following = lows[start + 1] if start + 1 < len(lows) else ""
    rate: Rate | None = None
    if word in words_of("rates.each"):
        rate = _with_each(lows, at, start, value, following)
    elif word in words_of("rates.per"):
        rate = _with_per(tokens, lows, at, start + 1, value, one=word in ("a", "an"))
    elif f"{word} {following}" in words_of("rates.for_every"):
        rate = _with_per(tokens, lows, at, start + 2, value, one=False)
    return rate if rate is None or start == at + 1 or of else rate._replace(noun=singular(lows[start - 1]))


def _behind_noun(tokens: Sequence[Token], lows: Sequence[str], start: int) -> int:
    """Where the noun of a value ends: "45 physicians per 100,000", "27 working days lost per 1,000"."""
    words = lexicon()
    for at in range(start, min(len(tokens), start + NOUN + 1)):
        closed = lows[at] in words.function or lows[at] in words.verbs or lows[at] in words_of("rates.each")
        if tokens[at].quantity is not None or closed or not lows[at].isalpha():
            return at
    return len(tokens)


def _with_each(lows: Sequence[str], at: int, end: int, value: Quantity, following: str) -> Rate | None:
    words = lexicon()
    if following == "of" or lows[end - 1] in ("of", "and"):
        return None
    open_word = following.isalpha() and following not in words.function and following not in words.verbs
    if lows[end] == "each" and open_word:
        if following in words_of("rates.periods"):
            return Rate(value, at, at, end + 1, following)
        if lows[end + 2 : end + 3] not in (("the",), ("a",), ("an",), ["the"], ["a"], ["an"]):
            return None  # "12 each side", "$3 each way", and not "of 400 watts each cover the roof"
    return Rate(value, at, at, end, EACH, period=period_at(lows, end + 1))


def _with_per(
    tokens: Sequence[Token], lows: Sequence[str], at: int, end: int, value: Quantity, *, one: bool
) -> Rate | None:
    if end >= len(tokens):
        return None
    base = tokens[end].quantity
    if base is not None:
        counted = base.kind is Kind.COUNT and is_plain(base) and base.value > 1 and not one
        counted = counted and (value.value != 1 or _is_power_of_ten(base))  # else it is "one for every 18"
        return Rate(value, at, at, end, base.unit, base=base) if counted else None
    if lows[end] == "of":  # "for each of its 120,000 residents"
        places = range(end + 1, min(len(tokens), end + OWNERS))
        place = next((i for i in places if tokens[i].quantity is not None), None)
        group = tokens[place].quantity if place is not None else None
        if place is None or group is None or group.kind not in (Kind.COUNT, Kind.DURATION):
            return None
        return Rate(value, at, at, place, group.unit, group=group)
    strange = one and lows[end] in words_of("rates.named")  # "an average", "a cost"
    if not lows[end].isalpha() or lows[end] in lexicon().function or (strange and lows[end] != "head"):
        return None
    noun = singular(lows[end])
    return Rate(value, at, at, end, noun, period=period_at(lows, end + 1))


def _each_ahead(tokens: Sequence[Token], lows: Sequence[str], at: int, value: Quantity) -> Rate | None:
    """ "Each of the 18 buses cost $350,000", "30 tenants each pay £410 a month", "leaving each of them with £500"."""
    for place in range(at - 1, max(-1, at - 1 - BACK), -1):
        quantity = tokens[place].quantity
        if quantity is not None and quantity.kind not in LABELS:
            opens = lows[max(0, place - 3) : place]
            every = tuple(lows[max(0, place - 4) : place - 1]) == ("every", "one", "of")
            each = tuple(opens[:2]) == ("each", "of") or every
            if quantity.kind is not Kind.COUNT or not each or place == at - 1:
                return None
            period = period_at(lows, at + 1)
            return Rate(value, at, place - 3, at, EACH, group=quantity, period=period, form=Form.EACH_AHEAD)
        if lows[place] in (",", ";", "(", ")", ":", ".", "?", "!") or lows[place] in lexicon().clause:
            return None
        if lows[place] == "each":
            return _ahead_alone(tokens, lows, place, at, value)
    return None


def _ahead_alone(tokens: Sequence[Token], lows: Sequence[str], place: int, at: int, value: Quantity) -> Rate | None:
    """ "Each" before a value with nothing counted between: behind a counted noun, or behind a verb that hands out."""
    if lows[place + 1] == "of" and lows[place + 2] not in ("them", "us", "you", "those"):
        return None
    before = lows[place - 1] if place else ","
    behind_noun = any(token.quantity is not None for token in tokens[max(0, place - GROUP) : place])
    if not (behind_noun or before in words_of("rates.handing")) or lows[place + 1] in words_of("rates.periods"):
        return None
    return Rate(value, at, place, at, EACH, period=period_at(lows, at + 1), form=Form.EACH_AHEAD)


def _per_ahead(tokens: Sequence[Token], lows: Sequence[str], at: int, value: Quantity) -> Rate | None:
    """ "GDP per head is $9,000", "a per-capita income of $9,000", "income per person of $9,000"."""
    if at < 3 or lows[at - 1] not in _LINKS:
        return None
    for place in range(at - 2, max(0, at - 7), -1):
        if lows[place] in words_of("rates.people") and lows[place - 1] in ("per", "-"):
            return Rate(value, at, place - 1, at, lows[place], form=Form.PER_AHEAD)
        if not lows[place].isalpha():
            return None
    return None
