"""Numerals in figures and words: value, last place, kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.quantities.reading import only, outline, quantities

F = Fraction


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,240 nurses", 1240),
        ("12,34,567 voters", 1234567),
        ("5\u2009000 voters", 5000),
        ("5\u00a0000 voters", 5000),
        ("1\u202f234\u202f567 voters", 1234567),
        ("1 234 567 voters", 1234567),
        ("21 300, of all", 21300),
        ("Of 21 300 voters", 21300),
        ("About 33 000 voters", 33000),
        ("10’000 voters", 10000),
        ("10'000 voters", 10000),
        ("3·5 litres", F("3.5")),
        (".75 litres", F("0.75")),
        ("1,234.50 litres", F("1234.5")),
        ("8-1/2 pct", F("8.5")),
        ("9-13/16 pct", F(157, 16)),
        ("2 1/4 pct", F("2.25")),
        ("2½ miles", F("2.5")),
        ("½ mile", F("0.5")),
        ("1.3e6 cells", 1300000),
        ("3.2 x 10^5 cells", 320000),
        ("3.2 × 10^-2 grams", F("0.032")),
        ("2.4bn", 2400000000),
        ("50 thousand voters", 50000),
        ("3 crore voters", 30000000),
        ("5 crore 20 lakh voters", 52000000),
        ("1 lakh 20 thousand voters", 120000),
        ("4 thousand 3 hundred and 21 voters", 4321),
        ("two million three thousand nine hundred and eighty-four voters", 2003984),
        ("two-and-a-half million voters", 2500000),
        ("1 lakh voters", 100000),
        ("2 lakh voters", 200000),
        ("4 dozen eggs", 48),
        ("2.5 thousand million", 2500000000),
        ("-5 degrees", -5),
        ("−5 degrees", -5),
        ("minus five degrees", -5),
        ("$(1.2) million", -1200000),
        ("two hundred and forty-one votes", 241),
        ("Twenty-five crore rupees", 250000000),
        ("a hundred voters", 100),
        ("nineteen hundred voters", 1900),
        ("two million three hundred thousand and six", 2300006),
        ("hundred thousand voters", 100000),
        ("a dozen eggs", 12),
        ("half a dozen eggs", 6),
        ("half a million voters", 500000),
        ("a quarter of a million voters", 250000),
        ("one and a half million voters", 1500000),
        ("3 million and a half", 3500000),
        ("two and three quarters", F("2.75")),
        ("two point five million", 2500000),
        ("twelve point ninety-nine", F("12.99")),
        ("six million and two thirds", F(20000000, 3)),
        ("twenty dollars and 43 cents", F("20.43")),
        ("15 dollars 50", F("15.5")),
        ("a quarter million dollars", 250000),
    ],
)
def test_values(text: str, value: Fraction | int) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "ulp"),
    [
        ("5.30 metres", F("0.01")),
        ("5.3 metres", F("0.1")),
        ("4.6 million people", 100000),
        ("$443 million", 1000000),
        ("two million people", 1000000),
        ("twenty-five crore rupees", 10000000),
        ("9-13/16 pct", F(1, 16)),
        ("8-1/2 pct", F(1, 8)),
    ],
)
def test_last_place(text: str, ulp: Fraction | int) -> None:
    assert only(text).ulp == ulp


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("the third quarter", "ordinal", 3),
        ("the 21st floor", "ordinal", 21),
        ("the twenty-first floor", "ordinal", 21),
        ("their two hundredth match", "ordinal", 200),
        ("two thirds of voters", "ratio", F(2, 3)),
        ("a third of voters", "ratio", F(1, 3)),
        ("sales rose by a third", "ratio", F(1, 3)),
        ("three quarters (74%)", "ratio", F(3, 4)),
        ("more than half of them", "ratio", F(1, 2)),
        ("2/3 of voters", "ratio", F(2, 3)),
        ("31/71 patients", "ratio", F(31, 71)),
        ("odds of 11/9", "score", F(11, 9)),
        ("one in five voters", "ratio", F(1, 5)),
        ("7 out of every 10 voters", "ratio", F(7, 10)),
        ("a one-in-216 chance", "ratio", F(1, 216)),
        ("a one-in-five chance", "ratio", F(1, 5)),
        ("2.5 times as many", "multiple", F("2.5")),
        ("twice as many", "multiple", 2),
        ("a tenfold rise", "multiple", 10),
        ("a 10-fold rise", "multiple", 10),
        ("a four-fold rise", "multiple", 4),
        ("leverage of 1.5x", "multiple", F("1.5")),
    ],
)
def test_kinds_without_a_unit(text: str, kind: str, value: Fraction | int) -> None:
    quantity = quantities(text)[0]
    assert (quantity.kind.value, quantity.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "the first half",  # an ordinal alone
        "the second half",
    ],
)
def test_the_half_of_a_match_or_year_is_no_part(text: str) -> None:
    assert [quantity.kind.value for quantity in quantities(text)] == ["ordinal"]


@pytest.mark.parametrize(
    "text", ["the other half", "half-hearted", "a quarter", "last quarter", "half past", "by a third party"]
)
def test_words_of_parts_that_are_no_part_of_a_whole(text: str) -> None:
    assert all(quantity.kind.value != "ratio" for quantity in quantities(text)) or text == "half past"


def test_quarters_of_a_year_are_a_time() -> None:
    assert outline("the last three quarters") == [("duration", "three", "3", "quarter_year")]


@pytest.mark.parametrize(
    "text",
    [
        "the one",
        "no one came",
        "one another",
        "a one-off",
        "one of the towns",
        "this one",
        "at one point",
        "millions of euros",
    ],
)
def test_one_as_a_pronoun_and_bare_scales_are_no_numbers(text: str) -> None:
    assert quantities(text) == []


def test_one_before_a_noun_or_a_scale_is_a_number() -> None:
    assert outline("one nurse, one million, one per cent") == [
        ("count", "one", "1", "nurse"),
        ("count", "one million", "1000000", ""),
        ("percent", "one", "1", "percent"),
    ]


def test_counts_of_a_whole_stay_two_numbers() -> None:
    assert outline("66 of the 75 towns, 12 out of 38 firms") == [
        ("count", "66", "66", ""),
        ("count", "75", "75", "town"),
        ("count", "12", "12", ""),
        ("count", "38", "38", "firm"),
    ]


def test_a_list_of_numbers_is_not_one_grouped_number() -> None:
    assert [quantity.value for quantity in quantities("10,11,12")] == [10, 11, 12]


def test_and_does_not_join_what_between_parts() -> None:
    assert only("between two hundred and three hundred").second == 300
