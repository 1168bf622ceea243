"""What became of one number: how it was read, which relations it stands in, and why each is told or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.facts.model import Fact, Reading
from factcheck.findings.build import is_explained
from factcheck.findings.licence import Families, families_that_hold, silence
from factcheck.findings.model import Finding
from factcheck.quantities.interval import ANY, Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated
from factcheck.relations.repairs.localise import Network, confirms
from factcheck.statements.model import SentenceReading, Statement

__all__ = ["Account", "Standing", "accounts_of"]

_APART = frozenset({Kind.NAME, Kind.ORDINAL, Kind.SCORE, Kind.TIME})


@dataclass(frozen=True, slots=True)
class Standing:
    """A number in one relation.

    `expected` is what the other numbers make it, in its printed unit, ANY where that cannot be said; `outcome` says in
    a clause what came of the relation.
    """

    one: Evaluated
    role: str
    expected: Interval
    outcome: str


@dataclass(frozen=True, slots=True)
class Account:
    """All that is known of one number; `idle` says why it stands in no relation, "" where it stands in one."""

    quantity: Quantity
    fact: Fact | None
    statements: tuple[Statement, ...]
    standings: tuple[Standing, ...]
    idle: str


def accounts_of(
    quantities: Iterable[Quantity],
    reading: Reading,
    evaluated: Sequence[Evaluated],
    findings: Sequence[Finding],
    accepted: Sequence[Finding] = (),
) -> list[Account]:
    """An account of each of `quantities`, which are numbers of the `reading`.

    `findings` are those that are reported, `accepted` those that a mark in the text suppresses.
    """
    network = Network(evaluated, reading)
    holding = families_that_hold(evaluated)
    return [_account(quantity, reading, evaluated, network, holding, findings, accepted) for quantity in quantities]


def _account(
    quantity: Quantity,
    reading: Reading,
    evaluated: Sequence[Evaluated],
    network: Network,
    holding: Families,
    findings: Sequence[Finding],
    accepted: Sequence[Finding],
) -> Account:
    standings = []
    for one in evaluated:
        found = _role(one, quantity)
        if found is not None:
            outcome = _outcome(one, network, holding, findings, accepted)
            standings.append(Standing(one, found, _expected(one, found, quantity), outcome))
    statements = tuple(_statements(reading.statements, quantity))
    idle = "" if standings else _idle(quantity, statements)
    return Account(quantity, reading.fact_of.get(quantity.start), statements, tuple(standings), idle)


def _role(one: Evaluated, quantity: Quantity) -> str | None:
    return next((role for role, number in one.constraint.quantities() if number.start == quantity.start), None)


def _statements(statements: Iterable[tuple[SentenceReading, Statement]], quantity: Quantity) -> Iterator[Statement]:
    for _, statement in statements:
        if any(number.start == quantity.start for number in statement.roles.values()):
            yield statement


def _expected(one: Evaluated, role: str, quantity: Quantity) -> Interval:
    if one.judgement is None or one.constraint.rule.kind == "same":
        return ANY
    numbers = one.constraint.operands.get(role, ())
    if len(numbers) > 1:
        at = next(at for at, number in enumerate(numbers) if number.start == quantity.start)
        return one.judgement.member(role, at)
    return one.judgement.computed.get(role, ANY) if numbers else ANY


def _outcome(
    one: Evaluated,
    network: Network,
    holding: Families,
    findings: Sequence[Finding],
    accepted: Sequence[Finding],
) -> str:
    if one.verdict is Verdict.CONSISTENT:
        return "it holds" if confirms(one) else "it holds, which may be chance"
    if one.verdict is Verdict.EDGE:
        return "it holds only at the edge of rounding, which is no error"
    if one.verdict is Verdict.UNDETERMINED:
        return "it can be neither held nor refuted"
    reason = silence(one, is_explained(network, one), holding)
    return f"it fails, silently: {reason}" if reason else f"it fails, {_told(one, findings, accepted)}"


def _told(one: Evaluated, findings: Sequence[Finding], accepted: Sequence[Finding]) -> str:
    """Where a failed relation that is grave enough is reported."""
    told = next((finding for finding in findings if _tells(finding, one)), None)
    if told is not None and told.rule == one.constraint.rule.name:
        return f"reported as {'an' if told.severity.value[0] == 'e' else 'a'} {told.severity.value}"
    if told is not None:
        return f"told by the finding of {told.rule} about the same numbers"
    if any(_tells(finding, one) for finding in accepted):
        return "accepted by a mark in the text"
    return "and another relation of its numbers is reported in its place"


def _tells(finding: Finding, one: Evaluated) -> bool:
    starts = {quantity.start for _, quantity in one.constraint.quantities()}
    shared = starts & {number.start for number in finding.numbers}
    if finding.rule == one.constraint.rule.name:
        return shared == starts
    return len(shared) >= min(2, len(starts))


def _idle(quantity: Quantity, statements: Sequence[Statement]) -> str:
    if quantity.kind in _APART:
        return f"it was read as {quantity.kind.value}, which is compared with nothing"
    if statements:
        return f"of the {statements[0].kind} that it stands in a number is missing, or they differ in unit or base"
    return "nothing in the text was found to depend on it, and it on nothing"
