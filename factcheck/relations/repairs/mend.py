"""Edits of a text that may mend a failed relation, and how a relation stands once they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.bind import evaluate
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated
from factcheck.relations.sides import printed_side, side_of

__all__ = ["Change", "Mend", "side", "stands", "turned_round", "verdict_after"]

_STANDING = (Verdict.CONSISTENT, Verdict.EDGE)
_TURNING = frozenset({"change", "amount", "percent"})  # roles of a change that count negative where things fall
_HUNDREDTH = Fraction(1, 100)


class Change(NamedTuple):
    """One replacement in the source: code points from `start` to `end` give way to `replacement`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Mend:
    """Edits that mend every failed relation of a case and break none that holds.

    `kind` is a kind of slip of one number (see repair.COSTS), or "turn" (a direction word), "exchange" (two numbers
    that stand in one another's place), "unit" (percent for points and the like), "base" (another number of the text is
    the base), "base-words" (the words for the base), "multiple" (a word such as "doubled"), "computed" (what the other
    numbers make the claim).
    `bits` is how unlikely it is, as -log2 of its chance. `culprit` is where the wrong number or word starts, None where
    more than one would be wrong. `values` are the numbers as they would be read then, by their start; `turned` are the
    starts of the words turned. `times` is how many times as much the word at the culprit says then. `explains` tells
    whether it is one step from what is printed.
    """

    kind: str
    changes: tuple[Change, ...]
    bits: float
    culprit: int | None
    values: Mapping[int, Quantity] = field(default_factory=dict)
    turned: frozenset[int] = frozenset()
    times: Fraction = Fraction(1)
    explains: bool = True
    quantity: Quantity | None = None  # the number at the culprit
    other: Quantity | None = None  # the base that fits


def stands(one: Evaluated, mend: Mend) -> bool:
    """Whether a relation holds, if only at the edge of rounding, once the edits are made."""
    return verdict_after(one, mend) in _STANDING


def verdict_after(one: Evaluated, mend: Mend) -> Verdict:
    """The verdict of a relation once the edits are made."""
    constraint = _changed(one.constraint, mend)
    bind = constraint.rule.bind
    if bind == "direction":
        return _direction(constraint, mend)
    if bind == "percent-for-points":
        return _for_points(constraint)
    if bind == "resumed-direction":
        turned = sum(word.start in mend.turned for word in constraint.words.values())
        return Verdict.CONSISTENT if turned == 1 else one.verdict
    if constraint.items and one.judgement is None:
        (count,) = constraint.operands["count"]
        return Verdict.CONSISTENT if count.value == len(constraint.items) else Verdict.INCONSISTENT
    if one.judgement is None:
        return one.verdict
    if mend.kind == "base-words" and constraint.derived:
        return Verdict.CONSISTENT  # the relation no longer binds
    if _in_percent(constraint):
        return _for_points(constraint)
    if _against(constraint) and not _against(one.constraint):
        return Verdict.INCONSISTENT
    return evaluate(constraint).verdict


def _changed(constraint: Constraint, mend: Mend) -> Constraint:
    operands = {
        role: tuple(mend.values.get(number.start, number) for number in numbers)
        for role, numbers in constraint.operands.items()
    }
    turned = any(word.start in mend.turned for word in constraint.words.values())
    if turned and "comparative" in constraint.words:
        operands = {"low": operands["high"], "high": operands["low"]}
    direction = -constraint.direction if turned else constraint.direction
    negated = _negated(constraint, operands, direction, turned)
    derived = constraint.derived
    if mend.times != 1 and any(word.start == mend.culprit for word in constraint.words.values()):
        derived = {role: interval.scaled(mend.times) for role, interval in derived.items()}
    return replace(constraint, operands=operands, derived=derived, direction=direction, negated=negated)


def _negated(
    constraint: Constraint, operands: Mapping[str, tuple[Quantity, ...]], direction: int, turned: bool
) -> frozenset[str]:
    """The roles that count negative: by the two levels where both are printed, else by the word."""
    roles = _TURNING & operands.keys()
    if constraint.rule.group != "change" or not roles or (constraint.doubtful and not turned):
        return constraint.negated
    before, after = operands.get("before"), operands.get("after")
    falls = after[0].value < before[0].value if before and after else direction < 0
    return roles if falls else frozenset()


def _against(constraint: Constraint) -> bool:
    """Whether the word of change says the contrary of what its two levels do."""
    before, after = constraint.operands.get("before"), constraint.operands.get("after")
    return bool(
        before and after and constraint.direction and printed_side(before[0], after[0]) == -constraint.direction
    )


def turned_round(one: Evaluated) -> Evaluated:
    """The relation with its change counted the other way; the same where it is no change."""
    constraint = one.constraint
    roles = _TURNING & constraint.operands.keys()
    if one.judgement is None or constraint.rule.group != "change" or not roles:
        return one
    return evaluate(replace(constraint, negated=frozenset() if constraint.negated else roles))


def _direction(constraint: Constraint, mend: Mend) -> Verdict:
    (before,), (after,) = constraint.operands["before"], constraint.operands["after"]
    fits = printed_side(before, after) in (0, constraint.direction)
    return Verdict.CONSISTENT if fits else Verdict.INCONSISTENT


def side(before: Quantity, after: Quantity) -> int:
    """1 where every reading of the numbers rises, -1 where every one falls, else 0."""
    return side_of(after.wide - before.wide)


def _in_percent(constraint: Constraint) -> bool:
    """Whether the change of two percentages is now said in percent."""
    change, before = constraint.operands.get("change"), constraint.operands.get("before")
    both = change and before and "after" in constraint.operands
    return bool(both and change[0].kind is Kind.PERCENT and before[0].kind is Kind.PERCENT)  # type: ignore[index]


def _for_points(constraint: Constraint) -> Verdict:
    (change,), (before,), (after,) = (constraint.operands[role] for role in ("change", "before", "after"))
    if change.kind is not Kind.PERCENT:
        return Verdict.CONSISTENT
    difference = after.wide - before.wide
    if after.value < before.value:
        difference = -difference
    base: Interval = before.wide.scaled(_HUNDREDTH)
    return Verdict.CONSISTENT if (difference / base).meets(change.wide) else Verdict.INCONSISTENT
