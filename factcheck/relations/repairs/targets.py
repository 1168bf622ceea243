"""What a number may be for failed relations to hold, and what a repair of it asks of the rounding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from factcheck.relations.model import Evaluated
from factcheck.relations.repairs.mend import turned_round
from factcheck.relations.repairs.repair import Repair

__all__ = ["claims", "goals", "places_of", "strain"]

_UNROUNDED, _AT_EDGE = 3.0, 0.5  # bits


def goals(failed: Sequence[Evaluated]) -> Iterator[tuple[Quantity, Interval]]:
    """Each number that may be to blame, with the values that would mend it: also where the change then turns round."""
    for quantity in _shared(failed):
        for case in (failed, [*map(turned_round, failed)]):
            target = _target(case, quantity)
            if target is not None:
                yield quantity, target
            if all(one.constraint.rule.group != "change" for one in failed):
                break


def _shared(failed: Sequence[Evaluated]) -> list[Quantity]:
    """The numbers that stand in every failed relation."""
    common: dict[int, Quantity] = {q.start: q for _, q in failed[0].constraint.quantities()}
    for one in failed[1:]:
        starts = places_of(one)
        common = {start: q for start, q in common.items() if start in starts}
    return list(common.values())


def _target(failed: Sequence[Evaluated], quantity: Quantity) -> Interval | None:
    """What the number may be for every failed relation to hold; None where that cannot be said."""
    target = Interval(None, None)
    for one in failed:
        wanted = _wanted(one, quantity)
        if wanted is None:
            return None
        target = target.intersection(wanted)
    return None if target.empty or (target.low is None and target.high is None) else target


def _wanted(one: Evaluated, quantity: Quantity) -> Interval | None:
    if one.judgement is None:
        return _beyond(one, quantity) if one.constraint.rule.bind == "direction" else None
    role, at = _part(one, quantity)
    return one.judgement.computed.get(role) if at is None else one.judgement.member(role, at)


def _beyond(one: Evaluated, quantity: Quantity) -> Interval | None:
    """What a level may be for the word of its change to fit the other level."""
    (before,), (after,) = one.constraint.operands["before"], one.constraint.operands["after"]
    is_after = quantity.start == after.start
    other = (before if is_after else after).wide
    rises = one.constraint.direction > 0
    return Interval(other.low, None) if is_after == rises else Interval(None, other.high)


def strain(failed: Sequence[Evaluated], quantity: Quantity, repair: Repair) -> float:
    """Bits against a repair for what it asks of the rounding.

    What others were worked out from was not rounded by hand, and a value in the middle of what the others allow is
    likelier than one at the edge.
    """
    if repair.kind == "rounding" and all(quantity not in claims(one) for one in failed):
        return _UNROUNDED
    faces = [face for one in failed if (face := _face(one, quantity)) is not None]
    return _AT_EDGE if faces and not any(abs(repair.value - face) * 2 <= repair.ulp for face in faces) else 0.0


def _face(one: Evaluated, quantity: Quantity) -> Fraction | None:
    """What the printed values of the other numbers make this one."""
    if one.judgement is None:
        return None
    role, at = _part(one, quantity)
    return one.judgement.face.get(role) if at is None else one.judgement.face_member(role, at)


def _part(one: Evaluated, quantity: Quantity) -> tuple[str, int | None]:
    """The role that a number plays in a relation, and its place where the role takes several; "" for none."""
    for role, numbers in one.constraint.operands.items():
        for at, number in enumerate(numbers):
            if number.start == quantity.start:
                return role, None if len(numbers) == 1 else at
    return "", None


def claims(one: Evaluated) -> tuple[Quantity, ...]:
    return tuple(one.constraint.operands.get(one.constraint.rule.claim, ()))


def places_of(one: Evaluated) -> set[int]:
    return {quantity.start for _, quantity in one.constraint.quantities()}
