"""Outcomes of neighbouring changes as a sum: "advertising rose 18% to 68,377m. Social advertising grew to 52,897m …".

The first or the last of two to four changes in a row may be that of the whole. Among 2.3 million words of published
text eight such sums of five digits held, and none was a slip away that was not meant; with four half were chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.long_sums import SUMMED, is_a_slip
from factcheck.relations.units import figures_of, is_settled

__all__ = ["outcome_sums"]

_PARTS = range(2, 5)
_REACH = 8  # sentences from the first of them to the last
_LARGE = 10_000  # units of the last place in the sum
_TELLING = 4  # digits of the sum without the noughts at its end; its parts may have one fewer
_ROUNDED = 1000  # a sum that is off by less than this part of it may be one of rounded figures


class _Row(NamedTuple):
    sentence: int
    section: int
    outcome: Quantity


def outcome_sums(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each outcome with those beside it that make it; else where no others do, those that a slip may keep from it."""
    rows = list(_rows(reading))
    found = [one for at in range(len(rows)) for size in _PARTS for one in _sums(rule, rows, at, size)]
    held = [one for one in found if one.holds()]
    settled = {quantity.start for one in held for _, quantity in one.quantities()}
    yield from held
    for one in found:
        if settled.isdisjoint(q.start for _, q in one.quantities()) and _is_a_slip_away(one):
            yield one


def _rows(reading: Reading) -> Iterator[_Row]:
    for sentence, statement in reading.statements:
        outcome = statement.roles.get("after") if statement.kind == "change" and not statement.resumed else None
        if outcome is not None and outcome.kind in SUMMED and is_settled(outcome):
            yield _Row(sentence.index, sentence.section, outcome)


def _sums(rule: Rule, rows: Sequence[_Row], at: int, size: int) -> Iterator[Constraint]:
    """The row at `at` as the sum of those behind it, and the last of as many rows as that of those before it."""
    run = rows[at : at + size + 1]
    if len(run) > size and run[-1].sentence - run[0].sentence <= _REACH and _are_alike(run):
        for whole, parts in ((run[0], run[1:]), (run[-1], run[:-1])):
            numbers = tuple(part.outcome for part in parts)
            if all(number.value < whole.outcome.value for number in numbers) and _is_fine(whole.outcome, numbers):
                yield Constraint(rule, {"whole": (whole.outcome,), "parts": numbers}, Licence.STRUCTURE, doubtful=True)


def _are_alike(run: Sequence[_Row]) -> bool:
    first = run[0]
    return all(
        row.section == first.section
        and row.outcome.kind is first.outcome.kind
        and row.outcome.unit == first.outcome.unit
        for row in run
    )


def _is_fine(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether whole and parts are printed to so many digits that they hardly fit by chance."""
    digits = [len(figures_of(number).rstrip("0")) for number in (whole, *parts)]
    if digits[0] < _TELLING or min(digits) < _TELLING - 1:
        return False
    return whole.value / max(number.ulp for number in (whole, *parts)) >= _LARGE


def _is_a_slip_away(one: Constraint) -> bool:
    """Whether another digit, or two exchanged, make up for what the parts miss, and no rounding does."""
    (whole,), parts = one.operands["whole"], one.operands["parts"]
    gap: Fraction = abs(whole.value - sum(part.value for part in parts))
    return gap * _ROUNDED >= whole.value and is_a_slip(int(gap / min(number.ulp for number in (whole, *parts))))
