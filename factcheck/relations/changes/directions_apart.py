"""Words of rise and fall whose two levels stand apart from them: "has shrunk …, with 18,200 now and 15,900 then"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from factcheck.relations.changes.changes_apart import Tied, changes_apart
from factcheck.relations.changes.timed_levels import are_alike
from factcheck.relations.changes.words_apart import words_apart
from factcheck.relations.converted import in_one_unit
from factcheck.relations.evaluate import Verdict, magnitude
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.sides import printed_side
from factcheck.statements.model import Word

__all__ = ["bind_directions_apart"]

_BITS = 1.0


def bind_directions_apart(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each word of change that is told apart from its levels, which a figure beside it must fit."""
    for tied in changes_apart(reading):
        if tied.ordered and tied.claim.side and _has_size(tied):
            yield from _judged(rule, tied.before.number, tied.after.number, tied.claim.word)
    for told in words_apart(reading):
        yield from _judged(rule, told.before.number, told.after.number, told.word)


def _judged(rule: Rule, before: Quantity, after: Quantity, word: Word) -> Iterator[Evaluated]:
    """Whether a word fits two levels; nothing where they may be equal."""
    side = printed_side(_whole(before), _whole(after))
    if not side:
        return
    direction = 1 if word.cue in ("UP", "MORE") else -1
    constraint = Constraint(
        rule,
        {"before": (before,), "after": (after,)},
        Licence.STRUCTURE,
        words={"direction": word},
        direction=direction,
    )
    yield Evaluated(constraint, Verdict.CONSISTENT if side == direction else Verdict.INCONSISTENT, _BITS)


def _whole(level: Quantity) -> Quantity:
    """A level in whole money: "80 cents" beside "$1.20"."""
    factor = magnitude(level)
    if factor == 1:
        return level
    readings = tuple(reading.scaled(factor) for reading in level.readings)
    return replace(level, value=level.value * factor, interval=level.interval.scaled(factor), readings=readings)


def _has_size(tied: Tied) -> bool:
    """Whether the change, up or down, is what the two levels make it; one in another unit than theirs is not."""
    if tied.told == "amount" and not are_alike(tied.before.number, tied.number):
        return False
    levels = in_one_unit({"before": tied.before.number, "after": tied.after.number}, "before")
    if levels is None:
        return False
    before, after = (_span(levels[role]) for role in ("before", "after"))
    change = _span(tied.number)
    apart = after - before if _is_above(after, before) else before - after
    return (apart / before).meets(change) if tied.told == "percent" else apart.meets(change)


def _is_above(one: Interval, other: Interval) -> bool:
    return one.low is not None and other.low is not None and one.low > other.low


def _span(quantity: Quantity) -> Interval:
    """Every value that a number may stand for, percentages and cents as parts of one."""
    return quantity.wide.scaled(magnitude(quantity))
