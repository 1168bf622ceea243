"""Records of surveys with slips in them, as statistical offices test their correction with (Scholtus 2008 and 2009);
means that no whole total can have (the GRIM test)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

import pytest

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind
from factcheck.relations.bind import evaluate
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.repairs.localise import Network
from factcheck.relations.rules import load_rules
from tests.relations.numbers import quantity

RULES = load_rules()
CLAUSE = Licence.CLAUSE
Edit = tuple[str, Mapping[str, Sequence[str]]]  # a rule, and which numbers of the record stand in its roles


def summed(whole: str, *parts: str) -> Edit:
    return "parts-total", {"whole": [whole], "parts": parts}


def same(one: str, other: str) -> Edit:
    return "restated-value", {"first": [one], "again": [other]}


def less(result: str, minuend: str, subtrahend: str) -> Edit:
    return "balance", {"result": [result], "minuend": [minuend], "subtrahend": [subtrahend]}


def at_most(part: str, whole: str) -> Edit:
    return "part-above-whole", {"part": [part], "whole": [whole]}


SHEET = (
    summed("x3", "x1", "x2"), same("x2", "x4"), summed("x8", "x5", "x6", "x7"), summed("x9", "x3", "x8"),
    less("x11", "x9", "x10"),
)  # fmt: skip
SUM, DIFFERENCE = (summed("z", "x", "y"),), (less("z", "x", "y"),)


def judged(edits: Sequence[Edit], record: Mapping[str, int], *, exact: bool = True) -> list[Evaluated]:
    """The edits, judged on a record of amounts; not `exact` ones are half a unit either way."""
    numbers = {
        name: replace(quantity(str(value), str(value), kind=Kind.MONEY, exact=exact), start=at * 20, end=at * 20 + 9)
        for at, (name, value) in enumerate(record.items())
    }
    constraints = (
        Constraint(
            RULES[rule], {role: tuple(numbers[n] for n in names) for role, names in roles.items()}, Licence.CLAUSE
        )
        for rule, roles in edits
    )
    return [evaluate(constraint) for constraint in constraints]


def corrections(edits: Sequence[Edit], record: Mapping[str, int], kinds: Sequence[str] = ()) -> list[dict[str, int]]:
    """What each repair of all that fails makes of the record; only repairs of some `kinds` where they are given."""
    evaluated = judged(edits, record)
    failed = [one for one in evaluated if one.verdict is Verdict.INCONSISTENT]
    mends = Network(evaluated).mends(failed) if failed else []
    names = list(record)
    return [
        {names[change.start // 20]: int(change.replacement) for change in mend.changes}
        for mend in mends
        if mend.explains and (not kinds or mend.kind in kinds)
    ]


def fails(edits: Sequence[Edit], record: Mapping[str, int]) -> bool:
    return any(one.verdict is Verdict.INCONSISTENT for one in judged(edits, record))


@pytest.mark.parametrize(
    ("edits", "record"),
    [
        (SHEET, {"x1": 12, "x2": 4, "x3": 15, "x4": 4, "x5": 3, "x6": 1, "x7": 8, "x8": 11, "x9": 27, "x10": 41,
                 "x11": -13}),
        (SUM, {"x": 1, "y": 1, "z": 1}),
    ],
)  # fmt: skip
def test_what_is_off_by_rounding_holds_where_every_number_is_half_a_unit_wide(
    edits: Sequence[Edit], record: Mapping[str, int]
) -> None:
    assert fails(edits, record)
    assert {one.verdict for one in judged(edits, record, exact=False)} == {Verdict.CONSISTENT}


@pytest.mark.parametrize(
    ("edits", "record", "kind", "corrected"),
    [
        (SUM, {"x": -1, "y": 1, "z": 2}, "sign", {"x": 1}),
        (SUM, {"x": 1, "y": 2, "z": 1}, "exchange", {"y": 1, "z": 2}),
        (SUM, {"x": 1, "y": 1, "z": 0}, "exchange", {"y": 0, "z": 1}),
        (SUM, {"x": 1, "y": 2, "z": 1}, "sign", {"x": -1}),
        (DIFFERENCE, {"x": 1, "y": 2, "z": 1}, "exchange", {"x": 2, "y": 1}),
    ],
)
def test_a_sign_or_two_numbers_exchanged(
    edits: Sequence[Edit], record: Mapping[str, int], kind: str, corrected: Mapping[str, int]
) -> None:
    assert fails(edits, record)
    assert corrected in corrections(edits, record, [kind])
    assert not fails(edits, {**record, **corrected})


def test_a_typing_error_of_a_sum() -> None:
    record = {"x1": 161, "x2": 1452, "x3": 1568}
    edits = (summed("x3", "x1", "x2"),)
    assert {"x1": 116} in corrections(edits, record, ["swap"])


def test_a_number_that_is_vouched_for_is_not_corrected() -> None:
    record = {"x1": 161, "x2": 1452, "x3": 1568, "copy": 161}
    edits = (summed("x3", "x1", "x2"), same("copy", "x1"))
    assert all("x1" not in corrected for corrected in corrections(edits, record))


@pytest.mark.parametrize(
    ("edits", "record"),
    [
        ((same("x1", "x2"), at_most("x2", "most")), {"x1": 29, "x2": 92, "most": 9}),
        ((same("x1", "x2"), summed("x2", *["x1"] * 9)), {"x1": 10, "x2": 99}),
        (
            (summed("x1", "x2", "x3", "x5", "x6"),),
            {"x1": 42280000, "x2": 11289000, "x3": 4328000, "x5": 11201000, "x6": 11849000},
        ),
    ],
)
def test_no_correction_where_none_satisfies_every_edit(edits: Sequence[Edit], record: Mapping[str, int]) -> None:
    assert fails(edits, record)
    assert corrections(edits, record) == []


# A mean as printed, of how many numbers, whether it is a percentage, whether whole numbers can have it (scrutiny, MIT).
MEANS = [
    *(("5.19 5.20 5.22 5.23 5.24 5.26 5.27 5.28 5.30", 28, False, False), ("5.21 5.25 5.29", 28, False, True)),
    ("0.150 0.153 0.156 0.158", 360, False, True), ("0.151 0.152 0.154 0.155 0.157 0.159", 360, False, False),
    ("0.80 0.82 0.84 0.86 0.87 0.88 0.89", 56, False, True), ("0.81 0.83 0.85", 56, False, False),
    ("519 520 522 523 524 526 527 528 530", 28, True, False), ("521 525 529", 28, True, True),
    ("6 8 10 12 14 16", 50, True, True), ("7 9 11 13 15", 50, True, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mean", "numbers", "percent", "possible"),
    [(mean, size, percent, possible) for means, size, percent, possible in MEANS for mean in means.split()],
)
def test_a_mean_of_whole_numbers_is_a_whole_total_divided(
    mean: str, numbers: int, percent: bool, possible: bool
) -> None:
    printed = quantity(mean)
    total = printed.interval.scaled(Fraction(numbers, 100 if percent else 1))
    assert total.low is not None
    assert total.high is not None
    assert (ceil(total.low) <= floor(total.high)) is possible
    nearest = Interval.exactly(ceil(total.low))
    assert nearest.meets(total) is possible
