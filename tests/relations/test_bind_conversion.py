"""Measures said again in another unit."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.check import check_text
from factcheck.quantities.interval import Interval
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles

RULE = "unit-conversion"


def test_a_measure_in_brackets_is_the_same_as_the_one_before() -> None:
    one = only(RULE, "The tower is 84 metres (276 feet) high.")
    assert roles(one) == {"amount": "84", "converted": "276"}
    assert one.derived == {
        "factor": Interval.exactly(Fraction(1250, 381)),
        "offset": Interval.exactly(0),
    }
    assert one.licence is Licence.CLAUSE


@pytest.mark.parametrize(
    "text",
    [
        "It climbs at 38mph (61km/h).",
        "It lies 100 miles (160.93 km) away.",
        "It lies 16 kilometers (10 miles) away.",
        "It lies 55 km (34 miles) away.",
        "It lies 200km (125 miles) away.",
        "It is about 3 feet (1 m) deep.",
        "It covers 12,900 acres (5,200 hectares).",
        "It weighs 700 lb (320kg).",
        "It was 21°C (70°F).",
        "It was -5°C (23°F).",
        "It is a 39-foot-wide (12 meters) crater.",
        "They need 300 calories (1,255 kJ).",
        "They mined 500 ounces (15.5 kg).",
        "The boiler holds 50 gallons (227 litres).",
        "The car has 100 horsepower (75 kW).",
        "It is about 10 miles long and 12 metres (39 feet) wide.",
    ],
)
def test_conversions_that_hold(text: str) -> None:
    assert [one.verdict for one in evaluated(RULE, text)] == [Verdict.CONSISTENT]


def test_a_mile_is_one_on_land_where_no_meaning_fits() -> None:
    land = only(RULE, "The march was 12 miles (91 km) long.").derived["factor"].low
    sea = only(RULE, "The buoy lies 12 miles (22 km) out.").derived["factor"].low
    assert land == Fraction("1.609344")
    assert sea is not None
    assert round(sea, 3) == Fraction("1.852")


def test_a_difference_of_temperatures_has_no_offset() -> None:
    one = only(RULE, "It grew warmer by 2°C (3.6°F).")
    assert one.derived["offset"] == Interval.exactly(0)
    assert only(RULE, "It was 20°C (68°F).").derived["offset"] == Interval.exactly(32)


def test_a_last_digit_cut_off_is_at_the_edge() -> None:
    assert [one.verdict for one in evaluated(RULE, "The hole is 19 feet (5 meters) deep.")] == [Verdict.EDGE]


def test_two_measures_in_turn() -> None:
    first, second = bound(RULE, "They weighed 53.5 and 58 kg (118 and 128 pounds).")
    assert roles(first) == {"amount": "53.5", "converted": "118"}
    assert roles(second) == {"amount": "58", "converted": "128"}


def test_every_conversion_of_a_list_in_brackets() -> None:
    found = bound(RULE, "It lies 5 km (3.1 miles; 16,400 ft) away.")
    assert [roles(one)["converted"] for one in found] == ["3.1", "16,400"]


def test_behind_or_only_what_fits_is_taken() -> None:
    one = only(RULE, "It lies 55 km, or 34 miles, away.")
    assert roles(one) == {"amount": "55", "converted": "34"}
    assert bound(RULE, "Runners choose between 5 km or 10 miles.") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It climbs at 38mph (16km/h).", "38mph is 61km/h, not 16km/h"),
        ("It lies 100 miles (106.93 km) away.", "100 miles is 160.93 km, not 106.93 km"),
        ("It weighs 18 kg (400 lb).", "18 kg is 40 lb, not 400 lb"),
        ("It was 21°C (97°F).", "21°C is 70°F, not 97°F"),
    ],
)
def test_what_does_not_fit_is_told(text: str, message: str) -> None:
    assert [(finding.rule, finding.message) for finding in check_text(text).findings] == [(RULE, message)]


@pytest.mark.parametrize(
    "text",
    [
        "Planks are 8 to 75 centimetres (3 to 30 inches) wide.",
        "The frame is 2.3 x 4 cm (0.8 in) thick.",
        "They laid 60 miles (12-inch) of pipe.",
        "It lies 5 km (10 miles by road) away.",
        "He served 3 years (30 months).",
        "It has 8 gigabytes (64 gigabits).",
        "It is 30 metres (40 metres with the mast) high.",
        "It weighs 12 kg (3 metres).",
    ],
)
def test_what_is_no_conversion(text: str) -> None:
    assert bound(RULE, text) == []
