"""Numbers in words: as printed, as computed, in sums and in ranges."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.findings.phrases import (
    about,
    added,
    bare,
    change_word,
    enumerated,
    like,
    pattern,
    plain,
    points,
    printed,
    range_of,
    significant,
)
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from tests.quantities.reading import quantities

F = Fraction  # short, since every number here is one


def first(text: str) -> Quantity:
    return quantities(text)[0]


@pytest.mark.parametrize(
    ("text", "said", "without"),
    [
        ("It fell by more than £600 in May.", "more than £600", "£600"),
        ("It costs around $3.5 million.", "around $3.5 million", "$3.5 million"),
        ("It rose 5 percent.", "5 percent", "5 percent"),
        ("It took twelve boats.", "twelve", "twelve"),
    ],
)
def test_a_number_as_printed_keeps_its_hedge(text: str, said: str, without: str) -> None:
    assert (printed(first(text), text), bare(first(text), text)) == (said, without)


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("It cost $80m.", F(20_000_000), "$20m"),
        ("It cost $80m.", F(-2_200_000), "-$2.2m"),
        ("It cost $5.7 billion.", F(78_000_000), "$78.0 million"),
        ("It cost $5.7 billion.", F(280_000_000), "$0.28 billion"),
        ("It cost $82 million.", F(130_818_000_000), "$131 billion"),
        ("It cost 12 million.", F(300_000), "0.3 million"),
        ("It cost 12 million.", F(340_000), "0.34 million"),
        ("It rose 43.6%.", F("43.62"), "43.62%"),
        ("It rose 0.5%.", F("0.001"), "nearly 0%"),
        ("It rose 5%.", F("0.00001"), "nearly 0%"),
        ("It rose 5%.", F(1240), "1,240%"),
        ("It took twelve boats.", F(21), "twenty-one"),
        ("It took twelve boats.", F("21.5"), "21.5"),
    ],
)
def test_a_value_is_said_in_the_notation_of_a_number(text: str, value: F, said: str) -> None:
    assert like(first(text), value, text) == said


@pytest.mark.parametrize(
    ("text", "low", "high", "said"),
    [
        ("It rose 20%.", F("20.14"), F("20.31"), "20.1% to 20.3%"),
        ("It rose 20%.", F("20.141"), F("20.142"), ""),
        ("It cost $5.3 billion.", F(5_250_000_000), F(5_350_000_000), "$5.25 billion to $5.35 billion"),
        ("It rose 20%.", F(20), None, "at least 20%"),
        ("It rose 20%.", None, F(25), "at most 25%"),
        ("It rose 20%.", None, None, ""),
    ],
)
def test_a_range_has_a_decimal_more_than_printed(text: str, low: F | None, high: F | None, said: str) -> None:
    assert range_of(first(text), Interval(low, high), text) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (F(9_070_698), F(9_071_847), "about 9,071,000"),
        (F(497), F(503), "about 500"),
        (F(500), F(500), "500"),
        (F(0), F(100_000), "about 50,000"),
    ],
)
def test_a_middle_is_rounded_as_far_as_the_interval_is_wide(low: F, high: F, said: str) -> None:
    assert about(first("There were 1,234 votes."), Interval(low, high), "There were 1,234 votes.") == said


def test_the_notation_is_taken_from_beside_where_a_scale_word_is_missing() -> None:
    bare_one, scaled = quantities("It put up $11, of which $5.7bn went to roads.")
    assert pattern(bare_one, F(11_000_000_000), [scaled]) is scaled
    assert pattern(bare_one, F(11), [scaled]) is bare_one
    assert pattern(scaled, F(11_000_000_000_000), [bare_one]) is scaled


def test_sums_and_lists() -> None:
    assert added(["1", "2"]) == "1 + 2"
    assert added(["1", "2", "3", "4", "5"]) == "1 + 2 + 3 + 4 + 5"
    assert added(["1", "2", "3", "4", "5", "6"]) == "1 + 2 + … + 6 (6 numbers)"
    assert enumerated(["a"]) == "a"
    assert enumerated(["a", "b", "c"]) == "a, b and c"


def test_plain_numbers() -> None:
    assert plain(F("1234.505")) == "1,234.51"
    assert plain(F("1234.50")) == "1,234.5"
    assert plain(F("-0.001")) == "0"
    assert significant(F("1.8803")) == "1.88"
    assert significant(F("0.00000188")) == "0.00000188"
    assert significant(F("1236.4")) == "1,240"
    assert points(F("0.01")) == "1 percentage point"
    assert points(F("0.045")) == "4.5 percentage points"
    assert (change_word(F(-1)), change_word(F(1))) == ("a fall of", "a rise of")
