"""Years that cannot be meant: "in September 7013", "the period 5002–2012"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import AMOUNTS, Bound, Kind, Quantity
from factcheck.relations.dates.far_years import FIRST, LAST, LAST_OF_A_PAIR, Suspect, suspects_of
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule

__all__ = ["bind_implausible_year"]

_DIGITS = 4
_USUAL = (1900, 2060)  # where a text names no other year
_BACK, _AHEAD = 60, 20  # years that a year lies beyond those which the text names
_MOST = 2  # different far years of one text, before they must be meant
_CLEAR = 10  # years by which one repair must lie nearer to a year of the text than the next
_BITS = 8.0
_GROUPED = re.compile(r"\d,\d{3}")


class _Text(NamedTuple):
    """What a text says of its figures: the years it names, and how it prints thousands."""

    named: frozenset[int]
    commas: bool  # all with commas
    bare: bool  # some without


def bind_implausible_year(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each year far from all others that one slip made of a likely one.

    Where a text has several, or one that no slip explains, its figures are no years, or they are meant.
    """
    suspects = list(suspects_of(reading))
    if not suspects:
        return
    text = _described(reading, {suspect.year.start for suspect in suspects})
    found = [(suspect, _meant(suspect, text)) for suspect in suspects]
    found = [(suspect, meant) for suspect, meant in found if _may_be_a_year(suspect, meant, text)]
    if not all(meant for _, meant in found) or len({suspect.year.value for suspect, _ in found}) > _MOST:
        return
    for suspect, meant in found:
        if not suspect.far_ahead and _is_sure(suspect, meant, text):
            yield _failed(rule, suspect, _best(meant, text.named))


def _failed(rule: Rule, suspect: Suspect, best: int | None) -> Evaluated:
    derived = {} if best is None else {"meant": Interval.exactly(best)}
    constraint = Constraint(rule, {"year": (suspect.year,)}, Licence.CLAUSE, derived=derived, closed=True)
    return Evaluated(constraint, Verdict.INCONSISTENT, _BITS)


def _may_be_a_year(suspect: Suspect, meant: Sequence[int], text: _Text) -> bool:
    """Whether it counts as a year: one that nothing but "in" announces must come of one that the text names."""
    return not suspect.alone or (not text.bare and any(year in text.named for year in meant))


def _is_sure(suspect: Suspect, meant: Sequence[int], text: _Text) -> bool:
    """Whether nothing but a year stands so, as the text prints its counts, or the text names the year meant."""
    named = any(year in text.named for year in meant)
    return text.commas or (named and not text.bare) if suspect.loose else named or not text.bare


def _described(reading: Reading, suspects: set[int]) -> _Text:
    named: set[int] = set()
    commas = bare = False
    for quantity in reading.quantities:
        if quantity.kind in (Kind.YEAR, Kind.DATE):
            named.update(_years(quantity))
        elif _GROUPED.match(quantity.numeral):
            commas = True
        elif quantity.kind in AMOUNTS and quantity.start not in suspects:
            bare = bare or _is_bare(quantity)
    if reading.dateline is not None:
        named.add(reading.dateline.year)
    return _Text(frozenset(named), commas and not bare, bare)


def _is_bare(quantity: Quantity) -> bool:
    """Whether four digits without a comma count something, and are not those of a year."""
    figures = quantity.numeral.isdecimal() and len(quantity.numeral) == _DIGITS and quantity.bound is not Bound.RANGE
    return figures and not FIRST <= quantity.value <= LAST_OF_A_PAIR


def _years(quantity: Quantity) -> Iterator[int]:
    for value in (quantity.value, quantity.second):
        if value is not None and value.denominator == 1 and FIRST <= value <= LAST:
            yield int(value)


def _meant(suspect: Suspect, text: _Text) -> list[int]:
    """The years, in order, that one slip turns into the far one, near those that the text names."""
    first, last = _USUAL
    if text.named:
        first, last = min(text.named) - _BACK, max(text.named) + _AHEAD
    first, last = max(first, suspect.earliest, FIRST), min(last, suspect.latest)
    return [year for year in sorted(set(_slips(suspect.year.text))) if first <= year <= last]


def _slips(digits: str) -> Iterator[int]:
    """Every number with one digit changed, or two neighbours swapped."""
    for at in range(len(digits)):
        for other in "0123456789":
            yield int(digits[:at] + other + digits[at + 1 :])
        yield int(digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :])


def _best(meant: Sequence[int], named: frozenset[int]) -> int | None:
    """The one that the text names, else one far nearer than the others to what it names; None where none is best."""
    known = [year for year in meant if year in named]
    if len(known) == 1 or len(meant) == 1:
        return (known or meant)[0]
    away = sorted((min((abs(year - other) for other in named), default=0), year) for year in meant)
    return away[0][1] if not known and away[1][0] - away[0][0] >= _CLEAR else None
