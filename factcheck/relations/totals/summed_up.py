"""Totals that sum up what was told before: "All 95 people", "Together they fill the 109 seats", "a fleet of 24".

The claim is a number with a word that adds up; its parts are the amounts of its kind right before it in its sentence,
else in the nearest sentence before. A sum of neighbours that holds is what was meant. One that fails is bound only
where the amounts are those of one list and nothing else there is like them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint
from factcheck.relations.rules import Rule
from factcheck.relations.totals.closing import sum_of_parts
from factcheck.relations.totals.itemised import counted_by
from factcheck.relations.totals.nested import is_a_difference, is_of_a_part
from factcheck.relations.totals.summing import SumClaim, sum_claim, tallies_and_bills
from factcheck.relations.units import is_amount, is_settled, of_one_kind
from factcheck.statements.context import is_negative, is_per_unit
from factcheck.statements.model import SentenceReading

__all__ = ["summed_up"]

_MOST = 8  # parts
_NEAR = 3  # tokens behind "all 95"
_GAP = 14  # tokens from one part to the next
_MARKS = frozenset({",", ";", "and", "plus", "&", "while", "with"})
_ENDS = frozenset({",", ";", ".", "and"})


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
            claim = sum_claim(sentence, at, number)
            found = None if claim is None else _bound(rule, reading, place, claim)
            if found is not None:
                yield found


def _bound(rule: Rule, reading: Reading, place: int, claim: SumClaim) -> Constraint | None:
    sentence = reading.sentences[place]
    runs = [_amounts(sentence, claim.at, claim.number)]
    for one in () if claim.own else _before(reading, place):
        runs.insert(0, _amounts(one, len(one.tokens), claim.number))
    near = [number for run in runs for number in run]
    held = _held(rule, claim.number, near)
    if held is not None or len(near) < claim.least or any(q.value == claim.number.value for q in near):
        return held
    parts = _parts(reading, place, claim)
    if claim.members not in (0, len(parts)):
        return None
    if not claim.least <= len(parts) <= _MOST or not _are_like(claim, parts):
        return None
    if claim.measure and claim.number.kind is Kind.MONEY and not _is_named(reading, place, claim.measure):
        return None
    gap = claim.number.value - sum(part.value for part in parts)
    if 0 < gap <= len(parts) and any(map(_tells_of_one, (*_before(reading, place), sentence))):
        return None
    singles = _single_ones(reading, place) if claim.sorts and claim.number.kind is Kind.COUNT else []
    return sum_of_parts(rule, claim.number, [*parts, *singles])


def _single_ones(reading: Reading, place: int) -> list[Quantity]:
    """The one of "along with a single goose" in the sentences before."""
    found: list[Quantity] = []
    for one in _before(reading, place):
        for at, (article, word) in enumerate(pairwise(one.lows[:-1])):
            if article in words_of("totals.one_thing") and word in words_of("totals.single"):
                found.append(counted_by(one.tokens[at], 1, one.tokens[at + 1].end))
    return found


def _is_named(reading: Reading, place: int, noun: str) -> bool:
    """Whether what is added up is called so where its parts are told, or is a total by its name."""
    known = noun in tallies_and_bills() or noun in words_of("totals.joint")
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
    found: list[int] = []
    for at, token in enumerate(sentence.tokens[:until]):
        number = token.quantity
        if number is None or is_of_a_part(sentence.tokens, at):
            continue
        like = number.kind is total.kind and (number.kind is Kind.COUNT or of_one_kind(number, total))
        bare = _is_gapped(sentence, at) if total.kind is Kind.COUNT else _is_without_unit(sentence, at, found)
        if (like and is_amount(number)) or bare:
            found.append(at)
    return found


def _is_gapped(sentence: SentenceReading, at: int) -> bool:
    """Whether a number behind a name counts what one before it does: "the Greens won 23 and the Ash List 18"."""
    number = sentence.tokens[at].quantity
    if number is None or number.kind is not Kind.NAME or not number.text.isdigit() or at + 1 >= len(sentence.tokens):
        return False
    counted = any(t.quantity is not None and t.quantity.kind is Kind.COUNT for t in sentence.tokens[:at])
    return counted and sentence.lows[at + 1] in _ENDS and not _MARKS.isdisjoint(sentence.lows[max(0, at - _GAP) : at])


def _is_without_unit(sentence: SentenceReading, at: int, before: Sequence[int]) -> bool:
    """Whether a bare number shares the unit of the amount before it: "212 kg in one and 128 in the other"."""
    number = sentence.tokens[at].quantity
    if number is None or number.kind is not Kind.COUNT or number.unit or not before or at + 1 >= len(sentence.tokens):
        return False
    between = sentence.lows[before[-1] + 1 : at]
    closed = sentence.lows[at + 1] in _ENDS | words_of("totals.placing")
    return closed and at - before[-1] <= _GAP and not _MARKS.isdisjoint(between)


def _held(rule: Rule, total: Quantity, near: Sequence[Quantity]) -> Constraint | None:
    """The nearest run of amounts side by side that makes the total."""
    for end in range(len(near), 1, -1):
        for first in range(end - 2, max(-1, end - _MOST - 1), -1):
            found = sum_of_parts(rule, total, near[first:end])
            if found.holds():
                return found
    return None


def _parts(reading: Reading, place: int, claim: SumClaim) -> list[Quantity]:
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
    if sentence.lows[:1] == ("of",):
        return None  # "Of 312 homes, 188 were flooded": a whole and its part
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
    if places and not words_of("rest.uncounted").isdisjoint(sentence.lows[places[-1] : until]):
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


def _are_like(claim: SumClaim, parts: Sequence[Quantity]) -> bool:
    """Whether all parts are less than the total, and count things of one sort or each of its own."""
    total = claim.number
    if any(part.value >= total.value for part in parts):
        return False
    if total.kind is not Kind.COUNT:
        return True
    units = {part.unit for part in parts} - {""}
    if claim.sorts and len(units) > 1 and len(units) == len(parts):
        persons = words_of("totals.of_persons")
        return total.unit not in units and (total.unit in persons or units.isdisjoint(persons))
    if claim.people or claim.own:
        return total.unit not in units or len(units) == 1
    counted = claim.counted or total.unit
    if not counted:
        return len(units) <= 1 or claim.least > 2  # "the 109-member chamber"
    people = units <= words_of("totals.of_persons") and counted in words_of("totals.of_persons")
    return units == {counted} or (people and bool(units))
