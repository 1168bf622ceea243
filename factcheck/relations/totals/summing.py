"""Words that say that a number sums up what was told before: "All 95 people", "Together they fill", "That makes"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["SumClaim", "sum_claim", "tallies_and_bills"]

_HEAD = 2  # tokens before "all" at the head of a sentence
_CLAUSE = 9  # tokens from "together" to its number
_LIST = 3  # parts of a list that nothing but "overall" adds up
_NEAR = 3  # tokens behind "all 95"
_MANY = 100  # of fewer things too many other numbers are a slip away
_HOW_MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_LET_BY = frozenset({",", "some", "a", "of", '"', "“", "‘", "'"})
_STOPS = frozenset({",", ";", ":", "("})


class SumClaim(NamedTuple):
    """A number that sums up; `least` parts at least must stand before it, with `own` in its own sentence.

    `people` are those of all sorts told of, `counted` the noun of "the overall number of shops",
    `measure` that of "their combined sales". `sorts` says that the parts may each be of a noun of its own,
    `members` how many there are ("the three gave … in total").
    """

    at: int
    number: Quantity
    least: int = 2
    own: bool = False
    people: bool = False
    counted: str = ""
    measure: str = ""
    sorts: bool = False
    members: int = 0


def sum_claim(sentence: SentenceReading, at: int, number: Quantity) -> SumClaim | None:
    """What the words round a number say of it."""
    lows = sentence.lows
    if lows[at - 1] == "all" and at <= _HEAD:
        return _of_all(lows, at, number)
    if lows[at - 1] == "of" and _is_group(lows, at):
        return SumClaim(at, number, own=True) if number.kind is Kind.COUNT else None
    first = _clause_start(sentence, at)
    before = lows[first:at]
    if _is_apposed(lows, at):
        return _apposed(lows[_clause_start(sentence, at - 1) : at - 1], at, number)
    concluded = _is_concluded(before)
    another = words_of("totals.another_sum") - (frozenset({"so"}) if concluded else frozenset())
    if not another.isdisjoint(lows) or _is_of_more(lows, at):
        return None
    if _brings(before):
        further = not words_of("totals.on_top").isdisjoint(lows[:first]) and lows[at + 1 : at + 2] != ("with",)
        return SumClaim(at, number, own=True) if further else None
    if concluded:
        return SumClaim(at, number)
    return _in_clause(lows, first, at, number)


def _of_all(lows: Sequence[str], at: int, number: Quantity) -> SumClaim | None:
    """ "All 95 people", of whatever sorts; "All 46 trees have", of that noun or each of its own."""
    if number.kind is not Kind.COUNT or not words_of("totals.another_sum").isdisjoint(lows):
        return None
    if _are_everybody(lows, at):
        return SumClaim(at, number, people=True)
    being = bool(number.unit) and lows[at + 2 : at + 3] and lows[at + 2] in words_of("totals.being")
    return SumClaim(at, number, sorts=number.value >= _MANY) if being else None


def _apposed(before: Sequence[str], at: int, number: Quantity) -> SumClaim | None:
    """ "The total, £465m, is", "Their joint output, 71 tonnes,": `before` are the words before the first comma."""
    total = before[-2:-1] == ("the",) and before[-1] in words_of("totals.named")
    return SumClaim(at, number, measure=before[-1]) if total or _is_combined((*before, "of")) else None


def _in_clause(lows: Sequence[str], first: int, at: int, number: Quantity) -> SumClaim | None:
    """What the words of the clause from token `first` say."""
    before = lows[first:at]
    members = _members(lows)
    if _is_taken_up(lows, at) or _opens_in_all(lows, at):
        return SumClaim(at, number, sorts=True)
    if _is_combined(before):
        noun = before[-2] if len(before) > 1 and before[-1] not in words_of("totals.joint") else ""
        return SumClaim(at, number, measure=noun)
    if _is_joint(lows, first, before):
        return SumClaim(at, number, people=_is_body(lows, at))
    if members and _ends_in_all(lows, at):
        return SumClaim(at, number, members=members)
    if _is_jointly_done(before):
        return SumClaim(at, number)
    if _is_overall(before):
        noun = next((two for one, two in pairwise(before) if one == "of"), "")
        return SumClaim(at, number, least=_LIST, counted=singular(noun))
    return None


def _is_apposed(lows: Sequence[str], at: int) -> bool:
    """Whether the number stands between two commas, as in "The total, £465m, is": it says how much that is."""
    behind = next((word for word in lows[at + 1 : at + 1 + _NEAR] if word in _STOPS), "")
    return at > 1 and lows[at - 1] == "," == behind


def _is_of_more(lows: Sequence[str], at: int) -> bool:
    """Whether the number is of a longer time or a wider field: "86 deaths in the province this year"."""
    for word in lows[at + 1 : at + 2 + _CLAUSE]:
        if word in _STOPS or word in lexicon().verbs:
            return False
        if word in words_of("totals.wider"):
            return True
    return False


def _opens_in_all(lows: Sequence[str], at: int) -> bool:
    """Whether "In all, 50", "In total 50" or "Altogether 50" opens the sentence."""
    head = tuple(word for word in lows[:at] if word not in _LET_BY)
    return at <= _NEAR + 1 and (" ".join(head) in words_of("totals.in_all") | words_of("totals.altogether"))


def _ends_in_all(lows: Sequence[str], at: int) -> bool:
    """Whether "in total", "between them" or "altogether" stands behind the number and closes its clause."""
    for place in range(at + 1, min(len(lows), at + 2 + _NEAR)):
        for size in (1, 2):
            phrase = " ".join(lows[place : place + size])
            if phrase in words_of("totals.in_all") | words_of("totals.altogether") | words_of("totals.among_them"):
                return lows[place + size : place + size + 1] in ((), (",",), (".",), (";",), ("and",))
        if lows[place] in _STOPS:
            return False
    return False


def _members(lows: Sequence[str]) -> int:
    """How many the subject of a sentence takes up: 3 for "The three gave …", 0 where it is none of the kind."""
    if lows[:1] == ("both",):
        return 2
    return _HOW_MANY.get(lows[1], 0) if lows[:1] in (("the",), ("all",), ("these",)) and len(lows) > 1 else 0


def _is_jointly_done(before: Sequence[str]) -> bool:
    """Whether "Between them they planted" leads to the number: what they have done, and have not by themselves."""
    said = f" {' '.join(before)} "
    verbs = sum(word in lexicon().verbs for word in before)
    joint = any(f" {phrase} " in said for phrase in words_of("totals.jointly"))
    return joint and "together" not in before and verbs == 1 and before[-1] in lexicon().verbs


def _is_concluded(before: Sequence[str]) -> bool:
    """Whether "therefore came to", "so the toll stands at" or "The total, " leads to the number."""
    coming = not words_of("totals.coming").isdisjoint(before)
    if coming and not words_of("totals.concluding").isdisjoint(before):
        return True
    opened = before[1:] if before[:1] == ("and",) else before
    if opened[:1] != ("so",) or opened[1:2] == ("far",):
        return False
    return coming and (opened[-1] == "to" or not tallies_and_bills().isdisjoint(before))


def _is_overall(before: Sequence[str]) -> bool:
    """Whether "the overall number of redundancies at" or "the overall cost is" leads to the number."""
    if before[-1:] not in (("at",), ("of",), ("to",), ("was",), ("is",)):
        return False
    return any(one == "overall" and two in tallies_and_bills() for one, two in pairwise(before))


def _is_combined(before: Sequence[str]) -> bool:
    """Whether "a combined", "their joint output of" or "the two firms' combined sales came to" leads to the number."""
    at = next((k for k, word in enumerate(before) if word in words_of("totals.joint")), None)
    if at is None:
        return False
    behind = before[at + 1 :]
    led = not behind or (len(behind) > 1 and behind[-1] in ("of", "at", "to", "was", "is", "were", "are"))
    return led and len(behind) <= _NEAR + 1


def _is_taken_up(lows: Sequence[str], at: int) -> bool:
    """Whether "That makes", "That comes to" or "Taken together, that is" opens the sentence right before the number."""
    first = next((k + 1 for k in range(min(at, _NEAR + 1)) if lows[k] == ","), 0)
    jointly = first and " ".join(lows[: first - 1]) in words_of("totals.jointly") | words_of("totals.in_all")
    head = " ".join(lows[first : min(at, first + _NEAR)])
    phrases = words_of("totals.that_makes") | (words_of("totals.that_is") if jointly else frozenset())
    near = at <= first + _NEAR + 2 and (not first or jointly)
    return bool(near) and any(head.startswith(phrase) for phrase in phrases)


def _are_everybody(lows: Sequence[str], at: int) -> bool:
    """Whether "people" or "souls on board" with a verb follows: not "all 45 people charged since May"."""
    if lows[at + 1 : at + 2] == ("of",) or lows[at + 1] not in words_of("totals.everybody"):
        return lows[at + 1 : at + 3] == ("of", "them")
    behind = next((k for k in range(at + 2, len(lows)) if lows[k] not in words_of("totals.aboard")), at + 1)
    return lows[behind] in words_of("totals.being") | {","}


def _is_group(lows: Sequence[str], at: int) -> bool:
    """Whether ", a fleet of" stands before the number: what was listed before, by one name."""
    comma = next((k for k in range(at - 2, max(0, at - 6), -1) if lows[k] in (",", "–", "—")), None)
    if comma is None or lows[comma + 1] not in ("a", "an"):
        return False
    named = words_of("totals.named")  # "a total of" is a rule of closing.py
    return lows[at - 2] in (words_of("totals.group") | words_of("totals.gathered")) - named


def _clause_start(sentence: SentenceReading, at: int) -> int:
    """The token that the clause of a number may begin at, behind a mark or another number."""
    first = max(0, at - _CLAUSE)
    stops = (k + 1 for k in range(at - 1, first - 1, -1) if _stops(sentence, k))
    return next(stops, first)


def _stops(sentence: SentenceReading, at: int) -> bool:
    return sentence.lows[at] in _STOPS or sentence.tokens[at].quantity is not None


def _brings(before: Sequence[str]) -> bool:
    """Whether "which brings its bill to" leads to the number."""
    if not before or before[-1] != "to" or words_of("totals.bringing").isdisjoint(before):
        return False
    return not tallies_and_bills().isdisjoint(before)


def tallies_and_bills() -> frozenset[str]:
    return words_of("totals.tally") | (words_of("totals.bills") - words_of("totals.of_its_own"))


def _is_joint(lows: Sequence[str], first: int, before: Sequence[str]) -> bool:
    """Whether "Together they have" or "the two between them hold" leads to the number.

    What they "have won" or "plan to open" is none of what each of them has.
    """
    said = f" {' '.join(before)} "
    joint = any(f" {phrase} " in said for phrase in words_of("totals.jointly"))
    having = words_of("totals.having")
    verbs = [at for at, word in enumerate(before) if word in lexicon().verbs or word in having]
    if not joint and not any(before[at - 1] == "together" for at in verbs if at > 1):
        return False
    if len(verbs) != 1 or before[verbs[0]] not in having or "to" in before:
        return False
    if not _is_body(lows, first + len(before)) and not set(before[verbs[0] + 1 :]) <= words_of("totals.before_sum"):
        return False
    return first == 0 or lows[first - 1] in _STOPS or "and" in lows[:first]


def _is_body(lows: Sequence[str], at: int) -> bool:
    """Whether it is the number of "the 109-member chamber"."""
    return lows[at + 1 : at + 3] in (("-", "member"), ("-", "seat"), ("-", "strong"))
