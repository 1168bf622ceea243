"""How surely the words tie a rate to its whole and its number.

`Licence.CLAUSE` where they leave no doubt ("…, or £700 each", "at €25 apiece, taking €20,500", "That is 150 litres per
person"), `STRUCTURE` where another reading is thinkable, None where nothing ties them.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.model import Bound, Kind
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.rates.offers import is_choice
from factcheck.relations.rates.rate_scopes import HEAD, LEAST, PRONOUNS, Scope
from factcheck.relations.rates.rate_terms import EACH, Form, Rate

__all__ = ["is_narrowed", "licence_of"]

BEHIND = 6  # tokens behind the last number that may add something to it
LEAD = 9  # tokens from a rate to the whole that it makes
FILLED = 4  # tokens before a rate, with the word that makes a mean of it
BASED = 5  # tokens of "based on a weighted average of 50 million"
TIME = 5  # words behind "over" that may tell of a time
NOUN = 2  # words of the noun behind a rate's second number
_PAUSES = frozenset({",", "–", "—", "(", ":", "-"})
_ENDS = frozenset({".", ",", ";", ")", "–", "—", "and", "despite", "!", "?"})


def licence_of(scope: Scope, rate: Rate, count_at: int, total_at: int) -> Licence | None:
    """What ties a rate to the number at one token and the whole at another; None where they are not tied."""
    first, last = min(count_at, total_at, rate.first), max(count_at, total_at, rate.last)
    if scope.breaks(first, last):
        return None
    if total_at > rate.at:
        return _summed_up(scope, rate, count_at, total_at)
    if is_narrowed(scope, rate):
        return None
    opening = scope.opens(rate.first if rate.form is Form.ONE_FOR else rate.at)
    if opening and not _is_of_its_noun(scope, rate, total_at):
        return None
    if scope.own:
        return _resumed(scope, rate, opening)
    if rate.group is None and count_at > rate.at:
        return Licence.STRUCTURE if opening and _is_base_behind(scope, rate, count_at) else None
    if opening.endswith(" to") and not words_of("rates.more").isdisjoint(scope.lows[first : rate.at]):
        return None  # "with interest, comes to $5,400 a head"
    if opening:
        return None if _is_offer(scope, rate, opening, count_at, total_at) else Licence.CLAUSE
    return _apposed(scope, rate, total_at) or _handed_out(scope, rate, first)


def _apposed(scope: Scope, rate: Rate, total_at: int) -> Licence | None:
    """A rate without a word that opens it: ", one for every 18 pupils", " – £6,000 apiece", "With 350 …, it has 25"."""
    segment = scope.segment(rate.at)
    if rate.form is Form.ONE_FOR and scope.lows[rate.first - 1] in _PAUSES:
        total = scope.tokens[total_at].quantity
        if total is None or (total.unit != rate.unit and not _are_the_same(total.unit, rate.unit)):
            return None
        return Licence.CLAUSE if total.unit == rate.unit else Licence.STRUCTURE
    if rate.per == EACH and rate.form is Form.BEHIND and rate.value.kind is Kind.MONEY:
        return Licence.STRUCTURE if not segment and scope.lows[rate.at - 1] in _PAUSES else None
    if rate.base is not None and not segment and scope.lows[rate.at - 1] in _PAUSES and _ends_there(scope, rate):
        return Licence.STRUCTURE  # "9,600 thefts among 320,000 people, 30 for every 1,000"
    if rate.base is None and scope.lows[0] == "with" and _is_average_of(scope, rate, total_at):
        return Licence.CLAUSE
    if rate.base is not None and len(segment) > 1 and scope.lows[0] == "with":
        plain = words_of("rates.apart").isdisjoint(segment) and not words_of("rates.having").isdisjoint(segment[-2:])
        return Licence.STRUCTURE if plain else None
    return None


def _is_average_of(scope: Scope, rate: Rate, total_at: int) -> bool:
    """ "With 24 goals in 32 matches, he is scoring at a rate of 0.75 a game"."""
    lows = scope.lows
    pause = next((at for at in range(len(lows)) if lows[at] == ","), 0)
    numbers = [at for at, _ in scope.amounts if at < pause]
    segment = scope.segment(rate.at)
    averaged = not (words_of("rates.averaged") | words_of("rates.mean") | {"rate"}).isdisjoint(segment[-FILLED:])
    plain = words_of("rates.apart").isdisjoint(segment) and "career" not in segment and segment[-1:] != ("to",)
    return len(numbers) == 2 and total_at in numbers and pause < rate.at and averaged and plain


def _ends_there(scope: Scope, rate: Rate) -> bool:
    """Whether nothing but the noun of those that it is for stands behind a rate."""
    behind = scope.lows[rate.last + 1 : rate.last + 1 + NOUN]
    return not behind or behind[0] in _ENDS or behind[-1] in _ENDS


def _are_the_same(one: str, other: str) -> bool:
    """Whether two nouns may count the same ones: pupils and children."""
    return any({one, other} <= words_of(name) for name in ("rates.people", "rates.pupils"))


def _handed_out(scope: Scope, rate: Rate, first: int) -> Licence | None:
    """ "Will share £2.5m equally, leaving each with £500,000", "paid €12m to nine workers, who each received €1.4m"."""
    if rate.form is not Form.EACH_AHEAD or rate.value.kind is not Kind.MONEY:
        return None
    lows = scope.lows
    received = not words_of("rates.receiving").isdisjoint(scope.segment(rate.at))
    handed = lows[rate.first - 1] in words_of("rates.handing_out")
    if not (received or handed):
        return None
    shared = not words_of("rates.equally").isdisjoint(lows[first : rate.at])
    return Licence.CLAUSE if shared else Licence.STRUCTURE


def _is_base_behind(scope: Scope, rate: Rate, count_at: int) -> bool:
    """Whether the number that a rate is of is told behind it: "or £14.40 a day for whoever travels on 242 days"."""
    count = scope.tokens[count_at].quantity
    if count is None or count.unit != rate.per or count_at - rate.last > LEAD:
        return False
    return not words_of("rates.based_on").isdisjoint(scope.lows[count_at - BASED : count_at])


def _is_of_its_noun(scope: Scope, rate: Rate, total_at: int) -> bool:
    """Whether the whole counts what the rate does: no "350 doctors" for "25 nurses per 1,000"."""
    total = scope.tokens[total_at].quantity
    counted = rate.value.kind is Kind.COUNT and rate.form is not Form.ONE_FOR and rate.unit
    return not counted or total is None or total.unit in ("", rate.unit)


def _is_offer(scope: Scope, rate: Rate, opening: str, count_at: int, total_at: int) -> bool:
    """Whether it may be the one of two prices to choose from."""
    count, total = scope.tokens[count_at].quantity, scope.tokens[total_at].quantity
    return (
        opening == "or" and count is not None and total is not None and is_choice(scope.lows, count, total, rate.value)
    )


def _resumed(scope: Scope, rate: Rate, opening: str) -> Licence | None:
    """A rate of what the sentence before told: "That works out at 24 a year", "They averaged 60 miles a day"."""
    if not opening or rate.at < scope.own:
        return None
    head = scope.lows[scope.own]
    near = rate.at - scope.own <= HEAD and head in words_of("rates.resumed")
    if opening in words_of("rates.averaged"):
        behind = scope.lows[rate.last + 1 : rate.last + 2]
        return Licence.STRUCTURE if near and _ENDS.issuperset(behind) else None
    return Licence.CLAUSE if opening.split()[0] in PRONOUNS or (near and head in PRONOUNS) else None


def _summed_up(scope: Scope, rate: Rate, count_at: int, total_at: int) -> Licence | None:
    """The rate comes first, and the whole is what so many come to."""
    lows = scope.lows
    beside = (*lows[rate.last + 1 : total_at], *lows[total_at + 1 : total_at + BEHIND])
    if not words_of("rates.more").isdisjoint(beside):
        return None
    if scope.own:
        return _together(scope, rate, count_at, total_at)
    if count_at > rate.last and rate.group is None:
        return _priced_first(scope, rate, count_at, total_at)
    between = lows[rate.last + 1 : total_at]
    if any(scope.tokens[at].quantity is not None for at in range(rate.last + 1, total_at)) or len(between) > LEAD:
        return None
    if rate.form in (Form.EACH_AHEAD, Form.MEAN) or _is_price(scope, rate):
        return _led(scope, rate, [word for word in between if word != ","], total_at)
    return None


def _led(scope: Scope, rate: Rate, words: Sequence[str], total_at: int) -> Licence | None:
    """What the words between a rate and a whole make of the whole."""
    if rate.value.kind is Kind.COUNT:  # "12 trees, making"
        words = words[next((at for at, word in enumerate(words[:NOUN]) if singular(word) == rate.unit), -1) + 1 :]
    named = not words_of("rates.sum_named").isdisjoint(words) or words == ["for"] or scope.is_in_all(total_at + 1)
    if not words or not named or (words[-1] == "to" and not _is_bill(words)):
        return None
    if rate.form is Form.MEAN:
        return Licence.STRUCTURE
    if words[0] not in words_of("rates.sum_lead"):
        return None
    if words[0] == "and":  # "and made $63,000", but not "and the depot cost $7m"
        return Licence.STRUCTURE if len(words) > 1 and words[1] in words_of("rates.sum_named") else None
    return Licence.STRUCTURE if words[0] in PRONOUNS else Licence.CLAUSE


def _is_bill(words: Sequence[str]) -> bool:
    """Whether "bringing the bill to" leads to the whole: what is raised may have been begun before."""
    bill = words_of("rates.bill")
    return not bill.isdisjoint(words) and (bill | words_of("rates.bringing")).issuperset(words)


def _together(scope: Scope, rate: Rate, count_at: int, total_at: int) -> Licence | None:
    """ "The 30 tenants each pay £410 a month. Together they hand over £12,300 a month"."""
    together = scope.lows[scope.own] in words_of("rates.together")
    each = rate.per == EACH and rate.last < scope.own <= total_at and count_at < scope.own
    return Licence.STRUCTURE if together and each else None


def _is_price(scope: Scope, rate: Rate) -> bool:
    """Whether the value is a price for those told before: "450 lambs at $140 a head"."""
    segment = scope.segment(rate.at)
    if not words_of("rates.apart").isdisjoint(segment):
        return False
    places = [at for at, word in enumerate(segment) if word in words_of("rates.at_price")]
    if not places or not words_of("rates.filler").issuperset(segment[places[-1] + 1 :]):
        return False
    return places[-1] == 0 or scope.is_behind_number(rate.at)  # not "450 lambs, the best at $140 a head"


def _priced_first(scope: Scope, rate: Rate, count_at: int, total_at: int) -> Licence | None:
    """ "At 45 cents each, the 20,000 masks set the board back $9,000": nothing but the three, in that order."""
    opens = scope.lows[0] in ("at", "with") and rate.at < count_at < total_at and len(scope.amounts) == LEAST
    told = scope.lows[count_at:total_at]
    costs = not words_of("rates.spent").isdisjoint(told) and "and" not in told
    sure = opens and costs and rate.value.bound is Bound.EQUAL and scope.lows[rate.at - 1] == "at"
    return Licence.STRUCTURE if sure else None


def is_narrowed(scope: Scope, rate: Rate) -> bool:
    """Whether the words behind a rate make it one of some of them, or of another time."""
    lows = scope.lows
    behind = rate.last + 1 + 2 * bool(rate.period)
    counted = rate.base or rate.group
    if counted is not None and counted.unit:
        nouns = range(behind, min(len(lows), behind + NOUN))
        behind = next((at + 1 for at in nouns if singular(lows[at]) == counted.unit), behind)
    following = " ".join(lows[behind : behind + 2])
    word = lows[behind] if behind < len(lows) else ""
    if word == "over" and not _is_time(scope, behind + 1):
        return False  # "averaging 62 km an hour over mountain roads"
    return word in words_of("rates.narrowed") and following not in words_of("rates.same_time")


def _is_time(scope: Scope, first: int) -> bool:
    """Whether a time is told in the words from a token on: "over the past decade", "over 12 months"."""
    behind = range(first, min(len(scope.lows), first + TIME))
    quantities = (scope.tokens[at].quantity for at in behind)
    if any(quantity is not None for quantity in quantities):
        return True
    timed = words_of("rates.periods") | words_of("rates.times")
    return any(singular(scope.lows[at]) in timed for at in behind)
