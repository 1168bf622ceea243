"""Totals that sum up what was told before: "All 95 people", "Together they fill the 109 seats", "a fleet of 24".

The claim is a number with a word that adds up; its parts are the amounts of its kind right before it in its sentence,
else in the nearest sentence before. A sum of neighbours that holds is what was meant. One that fails is bound only
where the amounts are those of one list and nothing else there is like them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.closing import sum_of_parts
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint
from factcheck.relations.nested import is_a_difference, is_of_a_part
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_settled, of_one_kind
from factcheck.statements.context import is_negative, is_per_unit
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["summed_up"]

_HEAD = 2  # tokens before "all" at the head of a sentence
_CLAUSE = 9  # tokens from "together" to its number
_MOST = 8  # parts
_LIST = 3  # parts of a list that nothing but "overall" adds up
_NEAR = 3  # tokens behind "all 95"
_GAP = 14  # tokens from one part to the next
_MARKS = frozenset({",", ";", "and", "plus", "&", "while", "with"})
_STOPS = frozenset({",", ";", ":", "("})
_ENDS = frozenset({",", ";", ".", "and"})


@dataclass(frozen=True, slots=True)
class _Claim:
    """A number that sums up; `least` parts at least must stand before it, with `own` in its own sentence.

    `people` are those of all sorts told of, `counted` the noun of "the overall number of shops",
    `measure` that of "their combined sales".
    """

    at: int
    number: Quantity
    least: int = 2
    own: bool = False
    people: bool = False
    counted: str = ""
    measure: str = ""


def summed_up(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each such total with the parts told before it: those that add up, else those that it must be the sum of."""
    cues = words_of("totals.summing")
    for place, sentence in enumerate(reading.sentences):
        if cues.isdisjoint(sentence.lows):
            continue
        for at in range(1, len(sentence.tokens)):
            number = sentence.tokens[at].quantity
            if number is None or not is_amount(number) or not is_settled(number) or number.kind is Kind.DURATION:
                continue
            claim = _claimed(sentence, at, number)
            found = None if claim is None else _bound(rule, reading, place, claim)
            if found is not None:
                yield found


def _claimed(sentence: SentenceReading, at: int, number: Quantity) -> _Claim | None:
    """What the words round a number say of it."""
    lows = sentence.lows
    if lows[at - 1] == "all" and at <= _HEAD:
        people = number.kind is Kind.COUNT and _are_everybody(lows, at)
        return _Claim(at, number, people=True) if people else None
    if lows[at - 1] == "of" and _is_group(lows, at):
        return _Claim(at, number, own=True) if number.kind is Kind.COUNT else None
    first = _clause_start(sentence, at)
    before = lows[first:at]
    if not words_of("totals.another_sum").isdisjoint(lows):
        return None
    if _brings(before):
        further = not words_of("totals.on_top").isdisjoint(lows[:first]) and lows[at + 1 : at + 2] != ("with",)
        return _Claim(at, number, own=True) if further else None
    if _is_taken_up(lows, at):
        return _Claim(at, number)
    if _is_combined(before):
        noun = before[-2] if len(before) > 1 and before[-1] not in words_of("totals.joint") else ""
        return _Claim(at, number, measure=noun)
    if _is_joint(lows, first, before):
        return _Claim(at, number, people=_is_body(lows, at))
    if not words_of("totals.concluding").isdisjoint(before) and not words_of("totals.coming").isdisjoint(before):
        return _Claim(at, number)
    if _is_overall(before):
        noun = next((two for one, two in pairwise(before) if one == "of"), "")
        return _Claim(at, number, least=_LIST, counted=singular(noun))
    return None


def _is_overall(before: Sequence[str]) -> bool:
    """Whether "the overall number of redundancies at" or "the overall cost is" leads to the number."""
    if before[-1:] not in (("at",), ("of",), ("to",), ("was",), ("is",)):
        return False
    return any(one == "overall" and two in _tallies() for one, two in pairwise(before))


def _is_combined(before: Sequence[str]) -> bool:
    """Whether "a combined", "their joint output of" or "the two firms' combined sales came to" leads to the number."""
    at = next((k for k, word in enumerate(before) if word in words_of("totals.joint")), None)
    if at is None:
        return False
    behind = before[at + 1 :]
    led = not behind or (len(behind) > 1 and behind[-1] in ("of", "at", "to", "was", "is", "were", "are"))
    return led and len(behind) <= _NEAR + 1


def _is_taken_up(lows: Sequence[str], at: int) -> bool:
    """Whether "That makes" or "That comes to" opens the sentence right before the number."""
    head = " ".join(lows[: min(at, _NEAR)])
    return at <= _NEAR + 2 and any(head.startswith(phrase) for phrase in words_of("totals.that_makes"))


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
    return not _tallies().isdisjoint(before)


def _tallies() -> frozenset[str]:
    return words_of("totals.tally") | (words_of("totals.bills") - words_of("totals.of_its_own"))


def _is_joint(lows: Sequence[str], first: int, before: Sequence[str]) -> bool:
    """Whether "Together they have" or "the two between them hold" leads to the number.

    What they "have won" or "plan to open" is none of what each of them has.
    """
    said = f" {' '.join(before)} "
    if not any(f" {phrase} " in said for phrase in words_of("totals.jointly")):
        return False
    having = words_of("totals.having")
    verbs = [at for at, word in enumerate(before) if word in lexicon().verbs or word in having]
    if len(verbs) != 1 or before[verbs[0]] not in having or "to" in before:
        return False
    if not _is_body(lows, first + len(before)) and not set(before[verbs[0] + 1 :]) <= words_of("totals.before_sum"):
        return False
    return first == 0 or lows[first - 1] in _STOPS or "and" in lows[:first]


def _is_body(lows: Sequence[str], at: int) -> bool:
    """Whether it is the number of "the 109-member chamber"."""
    return lows[at + 1 : at + 3] in (("-", "member"), ("-", "seat"), ("-", "strong"))


def _bound(rule: Rule, reading: Reading, place: int, claim: _Claim) -> Constraint | None:
    sentence = reading.sentences[place]
    runs = [_amounts(sentence, claim.at, claim.number)]
    for one in () if claim.own else _before(reading, place):
        runs.insert(0, _amounts(one, len(one.tokens), claim.number))
    near = [number for run in runs for number in run]
    held = _held(rule, claim.number, near)
    if held is not None or len(near) < claim.least or any(q.value == claim.number.value for q in near):
        return held
    parts = _parts(reading, place, claim)
    if not claim.least <= len(parts) <= _MOST or not _are_like(claim, parts):
        return None
    if claim.measure and claim.number.kind is not Kind.COUNT and not _is_named(reading, place, claim.measure):
        return None
    gap = claim.number.value - sum(part.value for part in parts)
    if 0 < gap <= len(parts) and any(map(_tells_of_one, (*_before(reading, place), sentence))):
        return None
    return sum_of_parts(rule, claim.number, parts)


def _is_named(reading: Reading, place: int, noun: str) -> bool:
    """Whether what is added up is called so where its parts are told, or is a total by its name."""
    known = noun in _tallies() or noun in words_of("totals.joint")
    return known or any(singular(noun) in map(singular, one.lows) for one in _before(reading, place))


def _tells_of_one(sentence: SentenceReading) -> bool:
    """Whether a sentence tells of one thing without a number: "a driver, 31 pupils and four teachers"."""
    return not (words_of("totals.one_thing") | words_of("rest.single") | words_of("totals.owned")).isdisjoint(
        sentence.lows
    )


def _before(reading: Reading, place: int) -> Iterator[SentenceReading]:
    """The two sentences before one, with no sentence without numbers between, the nearest first."""
    for step in (1, 2):
        if place < step or not reading.sentences[place - step + 1].follows(reading.sentences[place - step]):
            return
        yield reading.sentences[place - step]


def _amounts(sentence: SentenceReading, until: int, total: Quantity) -> list[Quantity]:
    """The amounts before a token that may be parts of a total, and are no parts of parts."""
    return [number for at in _places(sentence, until, total) if (number := sentence.tokens[at].quantity) is not None]


def _places(sentence: SentenceReading, until: int, total: Quantity) -> list[int]:
    """The tokens of them."""
    found = []
    for at, token in enumerate(sentence.tokens[:until]):
        number = token.quantity
        if number is None or is_of_a_part(sentence.tokens, at):
            continue
        like = number.kind is total.kind and (number.kind is Kind.COUNT or of_one_kind(number, total))
        if (like and is_amount(number)) or (total.kind is Kind.COUNT and _is_gapped(sentence, at)):
            found.append(at)
    return found


def _is_gapped(sentence: SentenceReading, at: int) -> bool:
    """Whether a number behind a name counts what one before it does: "the Greens won 23 and the Ash List 18"."""
    number = sentence.tokens[at].quantity
    if number is None or number.kind is not Kind.NAME or not number.text.isdigit() or at + 1 >= len(sentence.tokens):
        return False
    counted = any(t.quantity is not None and t.quantity.kind is Kind.COUNT for t in sentence.tokens[:at])
    return counted and sentence.lows[at + 1] in _ENDS and not _MARKS.isdisjoint(sentence.lows[max(0, at - _GAP) : at])


def _held(rule: Rule, total: Quantity, near: Sequence[Quantity]) -> Constraint | None:
    """The nearest run of amounts side by side that makes the total."""
    for end in range(len(near), 1, -1):
        for first in range(end - 2, max(-1, end - _MOST - 1), -1):
            found = sum_of_parts(rule, total, near[first:end])
            if found.holds():
                return found
    return None


def _parts(reading: Reading, place: int, claim: _Claim) -> list[Quantity]:
    """All amounts before the claim in the nearest sentences that have enough; none where one of them is no part."""
    sentence = reading.sentences[place]
    found = _listed(sentence, claim.at, claim.number)
    for one in () if claim.own else _before(reading, place):
        if found is None or len(found) > 1:
            break
        more = _listed(one, len(one.tokens), claim.number)
        found = None if more is None else [*more, *found]
    return found or []


def _listed(sentence: SentenceReading, until: int, total: Quantity) -> list[Quantity] | None:
    """The amounts of a sentence, one behind the other with a comma or "and" between; None where they are no list."""
    tokens, places = sentence.tokens[:until], _places(sentence, until, total)
    for one, other in pairwise(places):
        if other - one > _GAP or _MARKS.isdisjoint(sentence.lows[one + 1 : other]):
            return None
    if any(cue.type in ("VS", "FROM") and cue.first < until for cue in sentence.cues):
        return None
    partial = next((cue.first for cue in sentence.cues if cue.type == "PARTIAL"), until)
    if any(at > partial or sentence.lows[at - 1] == "by" for at in places):
        return None
    if not words_of("totals.no_sum").isdisjoint(sentence.lows[:until]) or _tells_times(sentence, places):
        return None
    parts = _amounts(sentence, until, total)
    odd = any(is_a_difference(tokens, at) for at in places)
    odd = odd or any(is_negative(part, tokens) or is_per_unit(part, tokens) for part in parts)
    odd = odd or any(_is_name(sentence, at) for at in range(until) if at not in places)
    return None if odd or not all(map(is_settled, parts)) else parts


def _tells_times(sentence: SentenceReading, places: Sequence[int]) -> bool:
    """Whether the parts are told of times: "4,200 in May and 3,500 in June" need not be all of them."""
    if not places:
        return False
    span = range(places[0], min(len(sentence.lows), places[-1] + _NEAR + 1))
    told = (sentence.lows[k] in words_of("totals.times") or sentence.tokens[k].text == "May" for k in span)
    return any(told)


def _is_name(sentence: SentenceReading, at: int) -> bool:
    """Whether a number is read as a name, and may be a count all the same."""
    number = sentence.tokens[at].quantity
    return number is not None and number.kind is Kind.NAME and number.text.isdigit()


def _are_like(claim: _Claim, parts: Sequence[Quantity]) -> bool:
    """Whether all parts are less than the total, and count things of one sort or each of its own."""
    total = claim.number
    if any(part.value >= total.value for part in parts):
        return False
    if total.kind is not Kind.COUNT:
        return True
    units = {part.unit for part in parts} - {""}
    if claim.people or claim.own:
        return total.unit not in units or len(units) == 1
    counted = claim.counted or total.unit
    if not counted:
        return len(units) <= 1 or claim.least > 2  # "the 109-member chamber"
    people = units <= words_of("totals.of_persons") and counted in words_of("totals.of_persons")
    return units == {counted} or (people and bool(units))
