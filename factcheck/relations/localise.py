"""Which number is wrong: the one whose repair mends every failed relation and breaks none that holds.

A number in a relation that holds by more than chance is confirmed, and blamed only where its repair keeps that
relation (Scholtus 2009; Fellegi and Holt 1976: the smallest change that satisfies all).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from factcheck.relations.bind import evaluate
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.repair import Repair, numeral_repairs, repaired

__all__ = ["Mend", "Network", "clusters"]

CONFIRMED = 8.0  # bits with which a relation confirms its numbers whatever its licence


@dataclass(frozen=True, slots=True)
class Mend:
    """One repair of one number, and how many relations it mends."""

    quantity: Quantity
    repair: Repair


class Network:
    """All judged relations of a document, by the numbers in them."""

    def __init__(self, evaluated: Sequence[Evaluated]) -> None:
        self._by_number: dict[int, list[Evaluated]] = {}
        for one in evaluated:
            for start in {quantity.start for _, quantity in one.constraint.quantities()}:
                self._by_number.setdefault(start, []).append(one)

    def holding(self, quantity: Quantity) -> list[Evaluated]:
        """The relations that confirm a number."""
        return [one for one in self._by_number.get(quantity.start, ()) if confirms(one)]

    def mends(self, failed: Sequence[Evaluated]) -> list[Mend]:
        """The one-step repairs of one number that mend all of `failed` and break nothing, likeliest first."""
        found: list[Mend] = []
        for quantity in _shared(failed):
            target = _target(failed, quantity)
            if target is None:
                continue
            repairs = numeral_repairs(quantity, target)
            found.extend(Mend(quantity, repair) for repair in repairs if self._mends_all(failed, quantity, repair))
        return sorted(found, key=lambda mend: (mend.repair.cost, mend.quantity.start))

    def _mends_all(self, failed: Sequence[Evaluated], quantity: Quantity, repair: Repair) -> bool:
        after = repaired(quantity, repair)
        for one in failed:
            if not _stands(one, quantity, after):
                return False
        return all(_stands(one, quantity, after) for one in self.holding(quantity))


def confirms(one: Evaluated) -> bool:
    """Whether a relation that holds vouches for its numbers."""
    strong = one.constraint.licence >= Licence.STRUCTURE or one.bits >= CONFIRMED
    return one.verdict is Verdict.CONSISTENT and strong


def _shared(failed: Sequence[Evaluated]) -> list[Quantity]:
    """The numbers that stand in every failed relation."""
    common: dict[int, Quantity] = {q.start: q for _, q in failed[0].constraint.quantities()}
    for one in failed[1:]:
        starts = {q.start for _, q in one.constraint.quantities()}
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
    judgement = one.judgement
    if judgement is None:
        return None
    for role, numbers in one.constraint.operands.items():
        for at, number in enumerate(numbers):
            if number.start != quantity.start:
                continue
            return judgement.computed.get(role) if len(numbers) == 1 else judgement.member(role, at)
    return None


def _stands(one: Evaluated, quantity: Quantity, after: Quantity) -> bool:
    """Whether a relation holds with the number repaired; one without equation is not touched by a numeral."""
    if one.judgement is None:
        return True
    return evaluate(replaced(one.constraint, quantity, after)).verdict in (Verdict.CONSISTENT, Verdict.EDGE)


def replaced(constraint: Constraint, quantity: Quantity, after: Quantity) -> Constraint:
    """The constraint with one number in another's place."""
    operands = {
        role: tuple(after if number.start == quantity.start else number for number in numbers)
        for role, numbers in constraint.operands.items()
    }
    return replace(constraint, operands=operands)


def clusters(failed: Iterable[Evaluated]) -> list[list[Evaluated]]:
    """Failed relations grouped by the numbers that they share, in the order of the text."""
    groups: list[tuple[set[int], list[Evaluated]]] = []
    for one in failed:
        starts = {quantity.start for _, quantity in one.constraint.quantities()}
        joined = [group for group in groups if group[0] & starts]
        groups = [group for group in groups if not group[0] & starts]
        for numbers, _ in joined:
            starts |= numbers
        groups.append((starts, [*(e for _, members in joined for e in members), one]))
    return [members for _, members in sorted(groups, key=lambda group: min(group[0]))]
