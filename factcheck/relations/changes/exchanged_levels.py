"""Levels told in the other order of their times: "88,000 in 2019, against 53,000 last year, a drop of 40%"."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.quantities.model import Quantity
from factcheck.relations.changes.timed_levels import levels_like
from factcheck.statements.model import SentenceReading, Statement

__all__ = ["turned"]

_CHANGES = ("change", "amount")


def turned(sentence: SentenceReading, statement: Statement, operands: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """The operands of a change, its levels exchanged where the first is of a year and the word of change says so.

    "Against" and the like lead to the level before, save where the other one is the older: then only its year and the
    word of change tell. They stay as they are where the change stands before one of them, or fits them, up or
    down.
    """
    before, after = operands.get("before"), operands.get("after")
    same = dict(operands)
    if before is None or after is None or (after.value - before.value) * statement.direction >= 0:
        return same
    told = [operands[role] for role in _CHANGES if role in operands]
    if not told or min(change.start for change in told) < max(before.start, after.start):
        return same  # "revenues of £162m in 2021 increased 32% compared to £123m last year": the verb leads to the base
    if _fits(operands, before, after):
        return same
    levels = levels_like(sentence, after, frozenset())
    years = {level.number.start: level.years for level in levels}
    base = next((level for level in levels if level.number.start == before.start), None)
    if base is None or not base.compared or base.years or not years.get(after.start):
        return same
    return {**same, "before": after, "after": before}


def _fits(operands: Mapping[str, Quantity], before: Quantity, after: Quantity) -> bool:
    """Whether a change in percent, up or down, is the one between the levels as they stand."""
    change = operands.get("change")
    if change is None or not before.value:
        return change is None
    stated = (after.wide - before.wide).scaled(100) / before.wide
    return stated.meets(change.wide) or (-stated).meets(change.wide)
