"""Bounds of a printed value, from tables that other programs publish."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.quantities.interval import Interval
from tests.quantities.reading import only

F = Fraction


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("8.2", "8.15", "8.25"),
        ("4.5", "4.45", "4.55"),
        ("4.50", "4.495", "4.505"),
        ("4.500", "4.4995", "4.5005"),
        ("4.5000", "4.49995", "4.50005"),
        ("4.50000", "4.499995", "4.500005"),
    ],
)
def test_a_value_stands_for_half_a_unit_either_way_with_both_ends(printed: str, low: str, high: str) -> None:
    assert only(f"{printed}%").interval == Interval(F(low), F(high))


def test_a_value_that_was_cut_off_stands_for_one_unit_without_the_next() -> None:
    assert only("8.2%").readings == (Interval(F("8.2"), F("8.3"), open_high=True),)
    assert only("-8.2%").readings == (Interval(F("-8.3"), F("-8.2"), open_low=True),)


@pytest.mark.parametrize(
    ("left", "sign", "right", "result"),
    [("185.76", 1, "14.29", "200.05"), ("201.48", -1, "7.05", "194.43"), ("2.0", -1, "1.1", "0.9")],
)
def test_sums_are_exact(left: str, sign: int, right: str, result: str) -> None:
    values = [only(f"${printed}").value for printed in (left, right, result)]
    assert values[0] + sign * values[1] == values[2]


def test_a_tie_fits_whichever_way_it_was_rounded() -> None:
    total = only("$30.0000").value + only("$6.645").value
    assert total in only("$36.65").interval
    assert total in only("$36.64").interval


def test_the_end_of_a_tolerance_belongs_to_it() -> None:
    assert only("$133.71").value - only("$133.70").value == F("0.01")


@pytest.mark.parametrize(
    ("left", "right", "product", "rounded", "cut"),
    [
        ("$19,935.66", "15%", "$2,990.34", False, True),
        ("$19,935.66", "15%", "$2,990.35", True, False),
        ("$696.22", "25%", "$174.06", True, False),
        ("$61.5000", "-17465%", "$-10740.98", True, False),
        ("$61.5000", "-17465%", "$-10740.97", True, True),
    ],
)
def test_a_product_fits_what_it_rounds_to(left: str, right: str, product: str, rounded: bool, cut: bool) -> None:
    exact, printed = only(left).value * only(right).value / 100, only(product)
    assert (exact in printed.interval) is rounded
    assert (exact in printed.readings[0]) is cut
