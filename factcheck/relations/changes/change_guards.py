"""What speaks against two levels as those of a claimed change: another base, time, place or subject."""

from __future__ import annotations

from factcheck.quantities.model import AMOUNTS, LABELS, Kind
from factcheck.relations.changes.change_claims import Claim
from factcheck.relations.changes.timed_levels import Level, When
from factcheck.relations.lexicon import words_of
from factcheck.relations.retold.taken_up import akin, stems

__all__ = ["fits_words", "is_other_clause"]

_TAKING_UP = frozenset({"it", "they"})
_HEAD = 8  # tokens of a time at the head of a sentence, before "it"
_WHEN = 9  # tokens behind a change that tell in what time it came about


def fits_words(claim: Claim, before: Level, after: Level) -> bool:
    """Whether no words tell of another base, outcome, time or thing than two levels that a claim may be of."""
    roles = next((s.roles for s in claim.sentence.statements if claim.number in s.roles.values()), {})
    told = roles.get("after") is not before.number and roles.get("before") is not after.number
    told = told or (claim.resumes and before.is_dated and after.is_dated)
    if not told or _is_of_its_own(claim, before, after) or _is_of_another_time(claim, before, after):
        return False
    if before.sentence is after.sentence and before.sentence.index > claim.sentence.index:
        return _is_counted_in(claim, min(before, after, key=_place)) or _are_of_two_times(before, after)
    return claim.base is None or _is_from(claim, before)


def _is_of_its_own(claim: Claim, before: Level, after: Level) -> bool:
    """Whether another number stands before a claim whose levels are elsewhere: "gained 9,000 readers, 15% more"."""
    if claim.sentence in (before.sentence, after.sentence):
        return False
    return any(
        token.quantity is not None and token.quantity.kind in AMOUNTS | {Kind.PERCENT}
        for token in claim.sentence.tokens[: claim.first]
    )


def _is_of_another_time(claim: Claim, before: Level, after: Level) -> bool:
    """Whether a change came about in less time, or more, than lies between the levels: "in May … a year earlier"."""
    near = set(claim.sentence.lows[claim.last + 1 : claim.last + 1 + _WHEN])
    behind = (token.quantity for token in claim.sentence.tokens[claim.last + 1 : claim.last + 1 + _WHEN])
    years = {quantity.value for quantity in behind if quantity is not None and quantity.kind is Kind.YEAR}
    apart = claim.sentence not in (before.sentence, after.sentence)
    if apart and not years <= {*before.years, *after.years}:
        return True  # "grew by 4,000 in the 1990s"
    months = near & words_of("contrasts.months")
    named = words_of("contrasts.months") & {*before.words, *after.words}
    if apart and named and not months <= named:
        return True  # "£12.40 in March and £13.10 in June. It rose by 20p in April"
    short, long = words_of("changes.short") | words_of("contrasts.months"), words_of("changes.long")
    base = set(before.words)
    if near & short - base and base & long:
        return True
    return bool(near & long and base & words_of("changes.short") and not base & long)


def _is_counted_in(claim: Claim, level: Level) -> bool:
    """Whether the sentence of a claim names what the levels behind it count, or these are "such", or "of them"."""
    unit = level.number.unit if level.number.kind is Kind.COUNT else ""
    if unit and any(akin(unit.split()[-1], stem) for stem in stems(claim.sentence.tokens)):
        return True
    behind = level.sentence.lows[level.at + 1 : level.at + 3]
    return level.number.kind is Kind.COUNT and ("such" in behind or behind == ("of", "them"))


def _are_of_two_times(before: Level, after: Level) -> bool:
    """Whether the words for two levels tell their times: "1.02 million in June, against 1.2 million a year earlier"."""
    if _TAKING_UP.isdisjoint(before.sentence.lows[:_HEAD]):
        return False  # "Bus use fell by 12%. There were 41 routes last year and 38 this year."
    return before.when is When.EARLIER and before.compared


def _is_from(claim: Claim, base: Level) -> bool:
    """Whether the level behind "than" or the like is the base: "an advance of 2.2 points on the 8.3 per cent"."""
    assert claim.base is not None
    between = claim.sentence.tokens[claim.base + 1 : base.at]
    numbers = any(token.quantity is not None and token.quantity.kind not in LABELS for token in between)
    parted = not words_of("changes.another_base").isdisjoint(token.low for token in between)
    return base.sentence is claim.sentence and claim.base < base.at and not (numbers or parted)


def is_other_clause(one: Level, other: Level, claim: Claim) -> bool:
    """Whether a claim with a subject of its own is parted from its levels by a bracket or the like."""
    if claim.resumes or one.sentence is not claim.sentence or other.sentence is not claim.sentence:
        return False
    nearest = min((one.at, other.at), key=lambda at: abs(at - claim.at))
    between = claim.sentence.lows[min(nearest, claim.at) : max(nearest, claim.at)]
    return not words_of("changes.parting").isdisjoint(between)


def _place(level: Level) -> int:
    return level.at
