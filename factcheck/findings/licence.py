"""Whether a failed relation is reported, and how gravely: by what ties its numbers and what explains the failure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from factcheck.findings.model import Severity
from factcheck.quantities.interval import Interval
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated, Licence

__all__ = ["EXPLAINED_BITS", "Families", "families_that_hold", "reported_severity", "silence"]

EXPLAINED_BITS = 10.0
SIBLINGS = 2
NONSENSE = 3  # an unexplained failure by more than this factor was read wrong, unless the template is closed


Families = Mapping[tuple[str, str], int]


def families_that_hold(evaluated: Iterable[Evaluated]) -> Families:
    """How many relations of each family hold, by the name of their rule and the family."""
    constraints = (one.constraint for one in evaluated if one.verdict is Verdict.CONSISTENT)
    return Counter((constraint.rule.name, constraint.family) for constraint in constraints if constraint.family)


def reported_severity(one: Evaluated, explained: bool, holding: Families) -> Severity | None:
    """The severity of a failed relation, None for silence; a rule may lower it."""
    own = Severity(one.constraint.rule.severity)
    found = _by_licence(one, explained, holding)
    if found is None:
        return None
    return found if found.rank <= own.rank else own


def silence(one: Evaluated, explained: bool, holding: Families) -> str:
    """Why a failed relation is not reported, as a clause for a reader; "" where it is."""
    if reported_severity(one, explained, holding) is not None:
        return ""
    licence = one.constraint.licence
    if licence is Licence.ARITHMETIC:
        return "nothing but arithmetic ties these numbers together"
    if licence is Licence.NOUN:
        return "nothing but their unit or noun ties these numbers together"
    if one.constraint.doubtful:
        weak = f"it has fewer than {EXPLAINED_BITS:.0f} bits" if explained else "no single slip explains the failure"
        return f"other bindings are as likely, and {weak}"
    if licence is Licence.CLAUSE:
        return f"off by more than a factor of {NONSENSE} with no single slip to explain it: it may be read wrong"
    siblings = f"fewer than {SIBLINGS} relations of its kind beside it hold"
    return f"no single slip explains the failure, and {siblings}"


def _by_licence(one: Evaluated, explained: bool, holding: Families) -> Severity | None:
    constraint = one.constraint
    if constraint.doubtful and not explained:
        return None
    if constraint.licence is Licence.CLAUSE:
        if explained or constraint.closed or not _far_off(one):
            return Severity.ERROR
        return None
    if constraint.licence is not Licence.STRUCTURE:
        return None
    siblings = holding.get((constraint.rule.name, constraint.family), 0)
    if siblings >= SIBLINGS or (explained and max(one.bits, constraint.evidence) >= EXPLAINED_BITS):
        return Severity.ERROR
    return Severity.WARNING if explained and not constraint.doubtful else None


def _far_off(one: Evaluated) -> bool:
    """Whether the claim and what the others make it differ by more than a factor of three."""
    if one.judgement is None:
        return False
    claim = one.constraint.rule.claim
    numbers = one.judgement.operands.get(claim, ())
    wanted = one.judgement.computed.get(claim)
    if len(numbers) != 1 or wanted is None:
        return False
    return not wanted.meets(_stretched(numbers[0].interval))


def _stretched(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    if low is None or high is None:
        return interval
    if low >= 0:
        return Interval(low / NONSENSE, high * NONSENSE)
    if high <= 0:
        return Interval(low * NONSENSE, high / NONSENSE)
    return Interval(low * NONSENSE, high * NONSENSE)
