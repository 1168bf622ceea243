"""Announced counts against the lists behind them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.bind_list import bind_list
from factcheck.relations.totals.bind_named import named_lists

__all__ = ["bind_count"]

_BITS = 3.0


def bind_count(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """A small count and the items of the list that it announces, in its sentence or behind it."""
    yield from bind_list(rule, reading)
    yield from named_lists(rule, reading)
    for _, statement in reading.statements:
        if statement.kind != "announced":
            continue
        count = statement.roles["count"]
        found = len(statement.items)
        possible = {found, *statement.counts}
        if count.value not in possible and abs(count.value - found) > 2:
            continue  # the list was cut in another way than its writer meant
        fits = count.value in possible
        constraint = Constraint(rule, {"count": (count,)}, Licence.CLAUSE, closed=True, items=statement.items)
        yield Evaluated(constraint, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT, _BITS)
