"""A claimed change and the two levels that it lies between, over neighbouring sentences.

"… found it to be 61.2 metres high. In 1998 a climber had got 57.8 metres. It has thus put on 3.4 metres." What ties
them: the claim names nothing else that changed, or its levels follow behind "it" or "there were"; exactly two numbers
of its unit (of one unit, for a percentage) are in reach; and words tell which of the two is of an earlier time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import AMOUNTS, LABELS, Kind, Quantity
from factcheck.relations.changes.change_claims import Claim, claims
from factcheck.relations.changes.change_guards import fits_words, is_other_clause
from factcheck.relations.changes.timed_levels import Level, are_alike, are_ends, counted, earlier_of, levels_like
from factcheck.relations.converted import in_one_unit
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["Tied", "changes_apart"]

_BACK = {Kind.PERCENT: 2, Kind.RATIO: 2}  # sentences from a claim to its levels, where both have other units
_FAR = 3  # the same where the levels have the unit of the claim, and ahead
_SMALL = 5  # times: how far a level may be below its change
_FEW = 12  # things in words are no level of a change in percent
_HEAD = 8  # tokens of a time at the head of a sentence, before "it" or "there were"
_TIMES = frozenset({Kind.YEAR, Kind.DATE, Kind.DURATION})
_FACTOR = 3  # times: levels farther apart are of two things
_HEATS = frozenset({"degree_Celsius", "degree_Fahrenheit"})
_STEEP = 8  # the same for a steep change in percent
_SHARES = frozenset({Kind.PERCENT, Kind.RATIO})
_CHANGES = ("percent", "points", "amount")


class Tied(NamedTuple):
    """A claim with its levels in the order of their times, or of the text where `ordered` is false."""

    claim: Claim
    before: Level
    after: Level
    ordered: bool = True

    @property
    def in_one_sentence(self) -> bool:
        """Whether the claim stands with both levels, and says nothing of what changed: ", a rise of $1.50"."""
        return self.claim.resumes and self.before.sentence is self.after.sentence is self.claim.sentence

    @property
    def number(self) -> Quantity:
        """The change in the unit of its levels: "12 points" between percentages, "14,500 people" of what they count."""
        number = self.claim.number
        if number.unit == "degree":
            return replace(number, unit=self.before.number.unit)
        if self.claim.resumes and self.ordered and number.kind is self.before.number.kind is Kind.COUNT:
            return replace(number, unit=self.before.number.unit)  # "the loss of 22 voices" of a choir's singers
        if number.kind is not Kind.COUNT:
            return number
        if self.told == "points":
            return replace(number, kind=Kind.POINTS)
        return replace(number, unit="") if number.unit in words_of("changes.anybody") else number

    @property
    def told(self) -> str:
        """The role that the change has in a statement."""
        kind = self.claim.number.kind
        return "points" if self.before.number.kind is Kind.PERCENT else "percent" if kind in _SHARES else "amount"


@lru_cache(maxsize=1)
def changes_apart(reading: Reading) -> tuple[Tied, ...]:
    """Each change that is told apart from its two levels, in the order of the text."""
    found = {sentence.index: tuple(claims(sentence)) for sentence in reading.sentences}
    if not any(found.values()):
        return ()
    told = _told(reading)
    return tuple(
        tied
        for at, sentence in enumerate(reading.sentences)
        for claim in found[sentence.index]
        if claim.number.start not in told and (tied := _tied(reading.sentences, found, at, claim)) is not None
    )


def _told(reading: Reading) -> set[int]:
    """Where the numbers stand that the grammar has tied to both levels already."""
    tied = (s.roles for _, s in reading.statements if s.kind == "change" and {"before", "after"} <= s.roles.keys())
    return {quantity.start for roles in tied for quantity in roles.values()}


Found = dict[int, tuple[Claim, ...]]


def _tied(sentences: Sequence[SentenceReading], found: Found, at: int, claim: Claim) -> Tied | None:
    """A claim with its two levels, in the nearest sentences that hold two numbers of one kind."""
    here = sentences[at]
    rivals = (other for other in found[here.index] if other is not claim)
    if any(other.number.kind is claim.number.kind for other in rivals):
        return None
    told = (*here.lows[: claim.first], *here.lows[claim.last + 1 : claim.told_to])
    if not (words_of("changes.other_change") | lexicon().sign).isdisjoint(told):
        return None
    windows = list(_windows(sentences, at, claim))
    for window in windows:
        groups = list(_groups(window, found, claim))
        if groups:
            fits = len(groups) == 1 and len(groups[0]) == 2 and _is_quiet(window, here, found)
            tied = _pair(groups[0][0], groups[0][1], claim) if fits else None
            if tied is None or not fits_words(claim, tied.before, tied.after):
                return None
            return tied if _are_the_only_two(windows, found, tied) else None
    return None


def _are_the_only_two(windows: Sequence[Sequence[SentenceReading]], found: Found, tied: Tied) -> bool:
    """Whether no third number of their kind is in reach of two levels that stand in two sentences."""
    if tied.before.sentence is tied.after.sentence:
        return True
    return all(len(group) == 2 for group in _groups(windows[-1], found, tied.claim) if tied.before in group)


def _windows(sentences: Sequence[SentenceReading], at: int, claim: Claim) -> Iterator[list[SentenceReading]]:
    """The sentence of a claim alone; with those before, where it takes them up; else with one behind that goes on."""
    here = sentences[at]
    window = [here]
    yield window
    step = -1 if claim.resumes else 1
    reach = _BACK.get(claim.number.kind, _FAR) if claim.resumes else _FAR
    place = at + step
    while 0 <= place < len(sentences):
        other = sentences[place]
        if abs(other.index - here.index) > reach or other.section != here.section:
            return
        window = [other, *window] if step < 0 else [*window, other]
        if step < 0 or (_goes_on(other, here) and not _has_level(here, claim)):
            yield window
        place += step


def _has_level(sentence: SentenceReading, claim: Claim) -> bool:
    """Whether a sentence tells a level beside the change: "fell by 43,000 to 218,000"."""
    roles = (s.roles for s in sentence.statements if claim.number in s.roles.values())
    return any({"before", "after"} & one.keys() for one in roles)


def _goes_on(sentence: SentenceReading, earlier: SentenceReading) -> bool:
    """Whether a sentence tells more of what was said: it opens with "there were", or right behind it with "it"."""
    for at, low in enumerate(sentence.lows[:_HEAD]):
        if low in ("it", "they"):
            return sentence.index - earlier.index == 1
        if low == "there":
            return sentence.lows[at + 1 : at + 2] in (("were",), ("are",), ("was",))
        token = sentence.tokens[at]
        dated = token.quantity is not None and token.quantity.kind in _TIMES
        if not (dated or low in words_of("changes.period") or low in words_of("changes.head")):
            return False
    return False


def _groups(window: Sequence[SentenceReading], found: Found, claim: Claim) -> Iterator[list[Level]]:
    """The numbers of each unit of which a claim may be the change, where there are two or more."""
    skipped = {sentence.index: frozenset(_told_at(found[sentence.index])) for sentence in window}
    seen: list[Quantity] = []
    for sentence in window:
        for at in range(len(sentence.tokens)):
            number = counted(sentence, at)
            if number is None or at in skipped[sentence.index] or not _may_be_level(number, claim.number):
                continue
            if any(are_alike(number, other) for other in seen):
                continue
            seen.append(number)
            levels = [level for one in window for level in levels_like(one, number, skipped[one.index])]
            levels = [level for level in levels if not _is_small(level.number, claim.number)]
            if len(levels) > 2:  # a level has another of its order beside it
                levels = [one for one in levels if one.sentence is claim.sentence or _has_near(one, levels, claim)]
            elif len(levels) == 2 and claim.number.kind in _SHARES and not _has_near(levels[0], levels, claim):
                continue
            if len(levels) > 1:
                yield levels


def _has_near(one: Level, levels: Sequence[Level], claim: Claim) -> bool:
    """Whether another number of their kind is of one order with it."""
    return any(other is not one and _may_be_two(one, other, claim) for other in levels)


def _may_be_two(one: Level, other: Level, claim: Claim) -> bool:
    """Whether two levels are near enough; a fall by three quarters leads far."""
    return are_near(one.number, other.number, _STEEP if _is_steep(claim.number) else _FACTOR)


def _is_steep(change: Quantity) -> bool:
    """Whether a change in percent makes more than twice of a level, or less than half."""
    return change.kind in _SHARES and change.value * magnitude(change) * 2 > 1


def _told_at(told: Sequence[Claim]) -> Iterator[int]:
    """The tokens of changes, and of what "or" or a bracket tells once more: "up 130% or $480.9 million"."""
    for claim in told:
        yield claim.at
        for at in {claim.at, claim.last}:
            if claim.sentence.lows[at + 1 : at + 2] in (("or",), ("(",)):
                yield at + 2


def _is_small(level: Quantity, change: Quantity) -> bool:
    """Whether a number is far too small for the level of a change: "three MPs" beside "losing 14,500 people"."""
    if change.kind in _SHARES | {Kind.POINTS}:
        return level.in_words and level.value <= _FEW and level.kind is Kind.COUNT
    return level.kind is Kind.COUNT is change.kind and _SMALL * level.value < change.value


def _may_be_level(level: Quantity, change: Quantity) -> bool:
    if level.kind in LABELS:
        return False
    if change.kind is Kind.POINTS:
        return level.kind is Kind.PERCENT
    if change.kind in _SHARES:
        return level.kind in AMOUNTS and (change.kind is Kind.PERCENT or change.in_words)
    if change.kind is Kind.COUNT and change.unit in words_of("changes.anybody"):
        return level.kind is (Kind.PERCENT if change.unit == "point" else Kind.COUNT)
    return are_alike(level, change) or (change.unit == "degree" and level.unit in _HEATS)


def _is_quiet(window: Sequence[SentenceReading], here: SentenceReading, found: Found) -> bool:
    """Whether the sentences beside a claim tell of no change but that between two levels of their own."""
    for sentence in window:
        if sentence is here:
            continue
        if not words_of("changes.other_change").isdisjoint(sentence.lows):
            return False
        told: set[int] = set()
        for statement in sentence.statements:
            roles = _own(statement.roles)
            if statement.kind == "move" or not roles.keys().isdisjoint(_CHANGES):
                return False
            told |= {quantity.start for quantity in roles.values()}
        if any(claim.number.start not in told for claim in found[sentence.index]):
            return False
    return True


def _own(roles: Mapping[str, Quantity]) -> Mapping[str, Quantity]:
    """The roles of a change without an amount of another unit than its levels: "go up to £84, 800 delegates heard"."""
    amount, levels = roles.get("amount"), [roles[role] for role in ("before", "after") if role in roles]
    if amount is None or not levels or any(are_alike(amount, level) for level in levels):
        return roles
    return {role: number for role, number in roles.items() if role != "amount"}


def _pair(one: Level, other: Level, claim: Claim) -> Tied | None:
    """A claim with two levels in the order of their times, where it may be the change between them."""
    if not (one.real and other.real) or not _may_be_two(one, other, claim):
        return None
    if one.number.value == other.number.value or is_other_clause(one, other, claim):
        return None
    if are_alike(one.number, claim.number) and _size(claim.number) >= max(_size(one.number), _size(other.number)):
        return None
    parted = lexicon().sign | words_of("changes.apart")
    if any(not parted.isdisjoint(level.words) for level in (one, other)):
        return None
    same = one.sentence is other.sentence is claim.sentence
    if same and not (claim.resumes or claim.is_apposed or claim.at < min(one.at, other.at)):
        return None
    tied = (one.is_dated and other.is_dated) or are_ends(one, other) or are_ends(other, one)
    if not (tied or claim.resumes or not same):
        return None
    order = earlier_of(one, other)
    if order is not None:
        return Tied(claim, *order)
    timed = one.is_dated and other.is_dated and claim.number.kind not in _SHARES
    first, last = sorted((one, other), key=_start)
    return Tied(claim, first, last, ordered=False) if timed else None


def _start(level: Level) -> int:
    return level.number.start


def _size(quantity: Quantity) -> Fraction:
    """The value with cents in whole money, so that "80 cents" and "$1.20" compare."""
    return quantity.value * magnitude(quantity)


def are_near(one: Quantity, other: Quantity, factor: int = _FACTOR) -> bool:
    """Whether two levels are of one order, and both whole numbers or both decimals; money leaves its cents out."""
    both = in_one_unit({"one": one, "other": other}, "one")
    if both is None:
        return False
    low, high = sorted((_size(both["one"]), _size(both["other"])))
    printed = ["." in number.numeral or number.scale != 1 for number in (one, other)]
    return (
        low > 0
        and high <= factor * low
        and (printed[0] is printed[1] or one.kind in (Kind.MONEY, Kind.PERCENT) or one.unit == other.unit != "")
    )
