"""A rule bound to numbers, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from factcheck.relations.evaluate import Judgement, Verdict, judge
from factcheck.relations.rules import Rule
from factcheck.statements.model import Word

__all__ = ["Constraint", "Evaluated", "Licence"]


class Licence(IntEnum):
    """What ties the numbers of a relation together.

    CLAUSE: the grammar gave every role inside one clause. STRUCTURE: one list or grid, neighbouring sentences by an
    explicit cue, or a closed kit. NOUN: the same unit and head noun. ARITHMETIC: nothing but that it holds.
    """

    ARITHMETIC = 0
    NOUN = 1
    STRUCTURE = 2
    CLAUSE = 3


@dataclass(frozen=True, slots=True)
class Constraint:
    """A rule under one binding.

    `derived` gives roles that no number states (equation values), made from the numbers in `sources`. `closed` marks
    a template that leaves no doubt of the roles (from-to, N of M (p%)). Constraints of one `family` are siblings of
    one shape. The numbers of the `negated` roles enter the equation with their sign
    turned. `variant` picks the wording.
    """

    rule: Rule
    operands: Mapping[str, tuple[Quantity, ...]]
    licence: Licence
    derived: Mapping[str, Interval] = field(default_factory=dict)
    sources: Mapping[str, tuple[Quantity, ...]] = field(default_factory=dict)
    words: Mapping[str, Word] = field(default_factory=dict)
    negated: frozenset[str] = frozenset()
    direction: int = 0
    closed: bool = False
    evidence: float = 0.0  # bits of the relation that explains the failure, where its variant names one
    doubtful: bool = False  # reported only where a repair explains the failure, and with no weak evidence
    family: str = ""
    variant: str = ""
    items: tuple[tuple[int, int], ...] = ()  # spans of an announced list

    def quantities(self) -> Iterator[tuple[str, Quantity]]:
        """Every number behind it, with its role."""
        for roles in (self.operands, self.sources):
            for role, numbers in roles.items():
                for number in numbers:
                    yield role, number

    def judged(self) -> Judgement:
        """Whether its numbers agree; raises ValueError for a rule without equation."""
        return judge(self.rule, self.operands, self.derived, self.negated)

    def holds(self, bits: float = 0.0) -> bool:
        """Whether its numbers agree by their first readings, with no fewer than so many bits."""
        judgement = self.judged()
        return judgement.verdict is Verdict.CONSISTENT and judgement.bits >= bits


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A constraint with its verdict; a rule without equation has no judgement."""

    constraint: Constraint
    verdict: Verdict
    bits: float
    judgement: Judgement | None = None
    date: dt.date | None = None  # the full date that a calendar rule judged
