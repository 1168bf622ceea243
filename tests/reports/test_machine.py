from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import factcheck
from factcheck.documents.positions import Positions
from factcheck.findings.model import Check, Fault, Finding, Report
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.reports.machine import render_json, render_numbers_json
from factcheck.reports.sheet import Listing

SCHEMAS = Path(factcheck.__file__).parent / "schemas"


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def validated(name: str, text: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(text)
    Draft202012Validator(schema(name)).validate(parsed)
    return parsed


def keys_in_order(schema_part: dict[str, Any]) -> list[str]:
    return list(schema_part["properties"])


@pytest.mark.parametrize("name", ["report", "numbers"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_both_schemas_define_what_they_share_alike() -> None:
    report, numbers = schema("report")["$defs"], schema("numbers")["$defs"]
    shared = report.keys() & numbers.keys() - {"number"}
    assert shared == {"position", "value", "interval", "open", "fault"}
    assert all(report[name] == numbers[name] for name in shared)


def test_a_report_in_full(report: Report) -> None:
    parsed = validated("report", render_json(report, version="1.2.3"))
    assert list(parsed) == ["schema_version", "tool", "findings", "summary", "errors"]
    assert parsed["tool"] == {"name": "factcheck", "version": "1.2.3"}
    (finding,) = parsed["findings"]
    assert list(finding) == keys_in_order(schema("report")["$defs"]["finding"])
    assert (finding["rule"], finding["group"], finding["severity"]) == ("turnout", "elections", "error")
    assert finding["numbers"][1] == {
        "kind": "number",
        "role": "share",
        "text": "78.94",
        "value": "78.94",
        "interval": ["78.935", "78.945"],
        "open": [False, False],
        "unit": "percent",
        "start": {"offset": 150, "line": 3, "column": 136, "byte": 150, "utf16": 135},
        "end": {"offset": 155, "line": 3, "column": 141, "byte": 155, "utf16": 140},
        "culprit": True,
    }
    assert list(finding["numbers"][1]) == keys_in_order(schema("report")["$defs"]["number"])
    assert finding["suggestions"] == [
        {
            "message": "write 80.55",
            "edits": [{"start": finding["start"], "end": finding["end"], "replacement": "80.55"}],
        }
    ]
    assert parsed["summary"] == {
        "files": 1,
        "numbers": 57,
        "checked": 41,
        "consistent": 36,
        "edge": 2,
        "inconsistent": 3,
        "undetermined": 0,
    }
    assert parsed["errors"] == []


def test_checks_come_only_when_asked_for(report: Report, finding: Finding) -> None:
    check = Check("turnout", "night.txt", "edge", 11.1875, finding.numbers[:1])
    with_check = replace(report, checks=(check,))
    assert "checks" not in json.loads(render_json(with_check, version="1"))
    parsed = validated("report", render_json(with_check, version="1", show_checks=True))
    assert [(c["rule"], c["path"], c["verdict"], c["bits"]) for c in parsed["checks"]] == [
        ("turnout", "night.txt", "edge", 11.2)
    ]
    assert validated("report", render_json(report, version="1", show_checks=True))["checks"] == []


def test_words_and_bounds_are_told_apart_from_numbers(report: Report, finding: Finding) -> None:
    word = replace(finding.numbers[0], kind="word", value=None, interval=None, unit=None)
    bound = replace(finding.numbers[1], interval=("500", None), open=(True, False), unit="")
    changed = replace(finding, numbers=(word, bound))
    numbers = validated("report", render_json(replace(report, findings=(changed,)), version="1"))["findings"][0][
        "numbers"
    ]
    assert (numbers[0]["kind"], numbers[0]["value"], numbers[0]["interval"], numbers[0]["unit"]) == (
        "word",
        None,
        None,
        None,
    )
    assert (numbers[1]["interval"], numbers[1]["open"], numbers[1]["unit"]) == (["500", None], [True, False], None)


def test_positions_count_points_bytes_and_utf16_units_each_in_their_way(finding: Finding) -> None:
    text = "x" * 10 + "\r\n“😀é 12 of 13”"
    at = text.index("12")
    moved = replace(
        finding, start=at, end=at + 2, numbers=(replace(finding.numbers[0], start=at, end=at + 2),), suggestions=()
    )
    report = Report(findings=(moved,), texts={"night.txt": text}, boms={"night.txt": 3})
    start = validated("report", render_json(report, version="1"))["findings"][0]["start"]
    assert start == {"offset": 16, "line": 2, "column": 5, "byte": 3 + 12 + 3 + 4 + 2 + 1, "utf16": 5}


def test_faults_are_told(report: Report) -> None:
    faulty = replace(report, findings=(), faults=(Fault("gone.txt", "no such file"),))
    assert validated("report", render_json(faulty, version="1"))["errors"] == [
        {"path": "gone.txt", "message": "no such file"}
    ]


def test_the_same_report_gives_the_same_bytes_with_one_item_a_line(report: Report) -> None:
    twice = replace(report, findings=report.findings * 2)
    text = render_json(twice, version="1")
    assert text == render_json(twice, version="1")
    assert text.endswith("}\n")
    assert sum('"rule": "turnout"' in line for line in text.splitlines()) == 2


TEXT = "About 5 to 7% of 1.5 million people, on June 31."


def listing(*quantities: Quantity) -> Listing:
    return Listing("a.txt", Positions(TEXT), quantities)


def quantity(kind: Kind, text: str, value: Fraction, interval: Interval, **more: object) -> Quantity:
    start = TEXT.index(text)
    end = start + len(text)
    return Quantity(kind, start, end, start, end, text, value, interval, **more)  # type: ignore[arg-type]


def test_numbers_in_full() -> None:
    scaled = quantity(
        Kind.COUNT,
        "1.5 million",
        Fraction(1_500_000),
        Interval.around(1_500_000, 50_000),
        unit="person",
        bound=Bound.ABOUT,
    )
    parsed = validated("numbers", render_numbers_json([listing(scaled)], [Fault("b.txt", "is a binary file")]))
    assert parsed["errors"] == [{"path": "b.txt", "message": "is a binary file"}]
    assert parsed["numbers"] == [
        {
            "path": "a.txt",
            "text": "1.5 million",
            "value": "1500000",
            "interval": ["1450000", "1550000"],
            "open": [False, False],
            "unit": "person",
            "bound": "~",
            "kind": "count",
            "start": {"offset": 17, "line": 1, "column": 18, "byte": 17, "utf16": 17},
            "end": {"offset": 28, "line": 1, "column": 29, "byte": 28, "utf16": 28},
        }
    ]
    assert list(parsed["numbers"][0]) == keys_in_order(schema("numbers")["$defs"]["number"])


def test_a_range_is_one_item_with_its_printed_ends_and_a_date_has_no_interval() -> None:
    percent = quantity(
        Kind.PERCENT,
        "5 to 7",
        Fraction(5),
        Interval(Fraction(9, 2), Fraction(15, 2)),
        bound=Bound.RANGE,
        second=Fraction(7),
    )
    date = quantity(Kind.DATE, "June 31", Fraction(0), Interval.exactly(0), month_day=(6, 31))
    items = validated("numbers", render_numbers_json([listing(percent, date)], []))["numbers"]
    assert [(item["value"], item["interval"], item["bound"]) for item in items] == [
        ("5", ["5", "7"], "range"),
        ("--06-31", None, "="),
    ]


def test_every_kind_and_bound_is_in_the_schema() -> None:
    number = schema("numbers")["$defs"]["number"]["properties"]
    assert set(number["kind"]["enum"]) == {kind.value for kind in Kind}
    assert set(number["bound"]["enum"]) == {bound.value for bound in Bound}
