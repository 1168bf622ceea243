"""What is told, and how gravely."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factcheck.findings.licence import EXPLAINED_BITS, SIBLINGS, families_that_hold, reported_severity, silence
from factcheck.findings.model import Severity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated, Licence
from tests.relations.binding import evaluated

(WRONG,) = evaluated("percent-change", "Costs rose 30% from $80m to $100m.")
(FAR,) = evaluated("percent-change", "Costs rose 300% from $80m to $100m.")
(HOLDS,) = evaluated("percent-change", "Costs rose 25% from $80m to $100m.")


def case(base: Evaluated = WRONG, *, bits: float = 5.0, **fields: Any) -> Evaluated:
    """A failed relation with some of its constraint's fields changed; no closed template unless it is asked for."""
    return replace(base, bits=bits, constraint=replace(base.constraint, **{"closed": False, **fields}))


@pytest.mark.parametrize("explained", [True, False])
def test_one_clause_is_an_error(explained: bool) -> None:
    assert reported_severity(case(), explained, {}) is Severity.ERROR


def test_large_nonsense_was_read_wrong_unless_the_template_is_closed() -> None:
    assert reported_severity(case(FAR), False, {}) is None
    assert reported_severity(case(FAR), True, {}) is Severity.ERROR
    assert reported_severity(case(FAR, closed=True), False, {}) is Severity.ERROR


def test_a_structure_is_told_only_where_the_failure_is_explained() -> None:
    structure = case(licence=Licence.STRUCTURE)
    assert reported_severity(structure, True, {}) is Severity.WARNING
    assert reported_severity(structure, False, {}) is None


def test_a_structure_with_bits_is_an_error() -> None:
    assert reported_severity(case(licence=Licence.STRUCTURE, bits=EXPLAINED_BITS), True, {}) is Severity.ERROR
    assert reported_severity(case(licence=Licence.STRUCTURE, bits=EXPLAINED_BITS), False, {}) is None
    assert reported_severity(case(licence=Licence.STRUCTURE, bits=EXPLAINED_BITS - 1), True, {}) is Severity.WARNING


def test_siblings_that_hold_make_an_error_of_a_structure() -> None:
    wrong = case(licence=Licence.STRUCTURE, family="rows")
    sibling = case(HOLDS, licence=Licence.STRUCTURE, family="rows")
    stranger = case(HOLDS, licence=Licence.STRUCTURE, family="columns")
    assert sibling.verdict is Verdict.CONSISTENT
    assert reported_severity(wrong, False, families_that_hold([sibling] * SIBLINGS)) is Severity.ERROR
    assert reported_severity(wrong, False, families_that_hold([sibling] * (SIBLINGS - 1))) is None
    assert reported_severity(wrong, False, families_that_hold([stranger] * SIBLINGS)) is None
    assert reported_severity(wrong, False, families_that_hold([wrong] * SIBLINGS)) is None


def test_without_a_family_there_are_no_siblings() -> None:
    sibling = case(HOLDS, licence=Licence.STRUCTURE)
    assert reported_severity(case(licence=Licence.STRUCTURE), False, families_that_hold([sibling] * SIBLINGS)) is None


@pytest.mark.parametrize("licence", [Licence.NOUN, Licence.ARITHMETIC])
def test_arithmetic_alone_is_silent(licence: Licence) -> None:
    assert reported_severity(case(licence=licence, bits=30.0), True, {}) is None


def test_a_doubtful_relation_asks_for_an_explanation() -> None:
    assert reported_severity(case(doubtful=True, closed=True), False, {}) is None
    assert reported_severity(case(doubtful=True, closed=True), True, {}) is Severity.ERROR


def test_a_rule_may_lower_its_severity_and_not_raise_it() -> None:
    def of(severity: str, licence: Licence) -> Severity | None:
        rule = replace(WRONG.constraint.rule, severity=severity)
        return reported_severity(case(rule=rule, licence=licence), True, {})

    assert of("warning", Licence.CLAUSE) is Severity.WARNING
    assert of("note", Licence.CLAUSE) is Severity.NOTE
    assert of("error", Licence.STRUCTURE) is Severity.WARNING
    assert of("note", Licence.STRUCTURE) is Severity.NOTE


@pytest.mark.parametrize(
    ("fields", "explained", "reason"),
    [
        ({"licence": Licence.ARITHMETIC}, True, "nothing but arithmetic ties these numbers together"),
        ({"licence": Licence.NOUN}, True, "nothing but their unit or noun ties these numbers together"),
        ({"doubtful": True}, False, "other bindings are as likely, and no single slip explains the failure"),
        (
            {"doubtful": True, "licence": Licence.STRUCTURE},
            True,
            "other bindings are as likely, and it has fewer than 10 bits",
        ),
        (
            {"licence": Licence.STRUCTURE},
            False,
            "no single slip explains the failure, and fewer than 2 relations of its kind beside it hold",
        ),
    ],
)
def test_silence_has_a_reason(fields: dict[str, Any], explained: bool, reason: str) -> None:
    assert silence(case(**fields), explained, {}) == reason


def test_nonsense_is_silent_for_a_reason_of_its_own() -> None:
    reason = "off by more than a factor of 3 with no single slip to explain it: it may be read wrong"
    assert silence(case(FAR), False, {}) == reason


def test_what_is_reported_has_no_reason_for_silence() -> None:
    assert silence(case(), True, {}) == ""
