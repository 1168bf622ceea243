"""Words that loosen or bound a number: every one of the table, and what is none."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from tests.quantities.reading import only, quantities

ROOT = Path(__file__).parents[2]
TABLE = tomllib.loads((ROOT / "grammar/en/quantities/hedges.toml").read_text(encoding="utf-8"))
# What each effect makes of 200: bound, low end, high end.
EFFECTS: dict[str, tuple[str, str | None, str | None]] = {
    "about": ("~", "190", "210"),
    "nearly": ("~", "180", "200.5"),
    "under_close": ("<", "180", "200.5"),
    "over_close": (">", "199.5", "220"),
    "more": (">", "200", None),
    "at_least": (">=", "200", None),
    "less": ("<", None, "200"),
    "at_most": ("<=", None, "200"),
    "exactly": ("=", "199.5", "200.5"),
}
FRAMES = {"before": "It cost {} $200 to mend.", "after": "The wall is 200 metres {}.", "tail": "A 200-{} metre wall."}
PHRASES = [
    (place, effect, phrase)
    for place, effects in TABLE.items()
    for effect, phrases in effects.items()
    for phrase in phrases
]


@pytest.mark.parametrize(("place", "effect", "phrase"), PHRASES)
def test_every_hedge_of_the_table(place: str, effect: str, phrase: str) -> None:
    quantity = only(FRAMES[place].format(phrase))
    bound, low, high = EFFECTS[effect]
    assert (quantity.bound.value, quantity.hedge) == (bound, phrase)
    assert (quantity.interval.low, quantity.interval.high) == (low and Fraction(low), high and Fraction(high))


@pytest.mark.parametrize(
    ("text", "hedge", "bound", "low", "high"),
    [
        ("Some 40 boats sank.", "some", "~", "38", "42"),
        ("A crowd of 50-odd people came.", "odd", ">", "50", "55"),
        ("A crowd of fifty-odd people came.", "odd", ">", "50", "55"),
        ("A 500-plus crowd came.", "plus", ">=", "500", None),
        ("A crowd of 500-ish came.", "ish", "~", "475", "525"),
        ("It has 12,000 members and counting.", "", "=", "12000", "12000"),
        ("It has sold 12,000 and counting.", "and counting", ">=", "12000", None),
        ("A deal well north of $80m.", "well north of", ">", "80000000", None),
        ("A margin just shy of 20%.", "just shy of", "<", "18", "20.5"),
        ("A whisker under 90 minutes.", "a whisker under", "<", "81", "90.5"),
        ("It lost upwards of 300 trees.", "upwards of", ">", "300", None),
        ("As many as 300 trees fell.", "as many as", "<=", None, "300"),
        ("No more than 300 trees fell.", "no more than", "<=", None, "300"),
        ("A minimum of 300 trees fell.", "a minimum of", ">=", "300", None),
        ("Around 300 trees fell.", "around", "~", "285", "315"),
        ("Getting on for 300 trees fell.", "getting on for", "~", "270", "300"),
        ("Little more than 300 trees fell.", "little more than", ">", "300", "330"),
        ("It lasts three years or so.", "or so", "~", "2.5", "3.5"),
        ("It has 300, give or take.", "", "=", "300", "300"),
        ("It has 300 give or take.", "give or take", "~", "285", "315"),
    ],
)
def test_examples(text: str, hedge: str, bound: str, low: str | None, high: str | None) -> None:
    quantity = only(text)
    assert (quantity.hedge, quantity.bound.value) == (hedge, bound)
    assert (quantity.interval.low, quantity.interval.high) == (low and Fraction(low), high and Fraction(high))


@pytest.mark.parametrize(
    "text",
    [
        "12 miles north of 3 villages",
        "the Pixie 6 Plus phone",
        "12% over $3m",
        "over three years",
        "just north of 3 villages",
        "a $15 minimum wage",
        "all but 12 of them",
        "up to 10 million from 8 million",
    ],
)
def test_what_is_no_hedge(text: str) -> None:
    assert {quantity.bound.value for quantity in quantities(text)} == {"="}


def test_an_error_is_how_far_a_number_may_be_off() -> None:
    quantity = only("It was 52% ± 3 points.")
    assert (quantity.bound.value, quantity.hedge) == ("~", "± 3")
    assert (quantity.interval.low, quantity.interval.high) == (49, 55)
    assert quantity.readings == ()


def test_three_points_either_way_are_not_less_than_nothing() -> None:
    assert only("off by plus or minus 3 points").value == 3
