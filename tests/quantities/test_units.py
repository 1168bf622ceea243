"""Units, currencies, percent, ages, durations and counted nouns."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.quantities.reading import only, outline, quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$5", "5", "USD"),
        ("US$5.7bn", "5700000000", "USD"),
        ("S$12", "12", "SGD"),
        ("the $20,000 mark", "20000", "USD"),
        ("hk $ 10.05 billion", "10050000000", "HKD"),
        ("£8m", "8000000", "GBP"),
        ("€ 20", "20", "EUR"),
        ("Rs. 20", "20", "INR"),
        ("Rs.56.4 million", "56400000", "INR"),
        ("RWF 40 billion", "40000000000", "RWF"),
        ("40 million euros", "40000000", "EUR"),
        ("94.7 mln dlrs", "94700000", "USD"),
        ("70 mln stg", "70000000", "GBP"),
        ("3 trillion yen", "3000000000000", "JPY"),
        ("40 million Rwandan francs", "40000000", "RWF"),
        ("3 CNY", "3", "CNY"),
        ("$5 million Canadian dollars", "5000000", "CAD"),
        ("21 cents", "21", "USD_cent"),
        ("90p", "90", "GBP_penny"),
        ("two million pounds", "2000000", "GBP"),
        ("a 31-billion-dollar package", "31000000000", "USD"),
        ("20 dollar and 43", "2043/100", "USD"),
        ("US$3 and fourteen", "157/50", "USD"),
        ("20 ringgit and 43c", "2043/100", "MYR"),
        ("10 $ 30 cent", "103/10", "USD"),
        ("48.5 MGBP", "48500000", "GBP"),
        ("12.5 kEUR", "12500", "EUR"),
        ("SEK m 300", "300000000", "SEK"),
        ("5€", "5", "EUR"),
    ],
)
def test_money(text: str, value: str, unit: str) -> None:
    quantity = only(text)
    assert (quantity.kind.value, str(quantity.value), quantity.unit) == ("money", value, unit)


@pytest.mark.parametrize(
    "word", ["%", " %", " percent", " per cent", " pct", " pc", " percentage", "-percent", " PERCENT"]
)
def test_percent(word: str) -> None:
    assert outline(f"12.5{word}") == [("percent", "12.5", "25/2", "percent")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2 percentage points", "point"),
        ("2 points", ""),
        ("a 2 percentage-point rise", "point"),
        ("2pp", "point"),
        ("2 basis points", "basis_point"),
        ("2bps", "basis_point"),
    ],
)
def test_points(text: str, unit: str) -> None:
    quantity = only(text)
    assert quantity.unit == (unit or "point")
    assert quantity.kind.value == ("points" if unit else "count")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("100 km/h", "100", "kilometer / hour"),
        ("98.6°F", "493/5", "degree_Fahrenheit"),
        ("30 degrees celsius", "30", "degree_Celsius"),
        ("it fell to -5C", "-5", "degree_Celsius"),
        ("temperatures of 38C", "38", "degree_Celsius"),
        ("warming of 1.5C", "3/2", "degree_Celsius"),
        ("convert - 20 degrees fahrenheit", "-20", "degree_Fahrenheit"),
        ("a solid 18-karat ring", "18", "carat"),
        ("a 68-ounce can", "68", "ounce"),
        ("a 330-metre tower", "330", "meter"),
        ("a 508m tall tower", "508", "meter"),
        ("a 42mm case", "42", "millimeter"),
        ("the 10,000m", "10000", "meter"),
        ("won the 60m", "60", "meter"),
        ("17m per second", "17", "meter / second"),
        ("a 10m-long bus", "10", "meter"),
        ("2.02 m)", "101/50", "meter"),
        ("643 million tonnes", "643000000", "metric_ton"),
        ("5 MtCO2e", "5", "megametric_ton"),
        ("21,110 tonnes per year", "21110", "metric_ton / year"),
        ("96 million barrels per day", "96000000", "oil_barrel / day"),
        ("3,000 square feet", "3000", "foot ** 2"),
        ("4 km^2", "4", "kilometer ** 2"),
        ("554 Kb", "554", "kilobyte"),
        ("half a gallon", "1/2", "gallon"),
        ("three quarters of a mile", "3/4", "mile"),
    ],
)
def test_measures(text: str, value: str, unit: str) -> None:
    quantity = only(text)
    assert (quantity.kind.value, str(quantity.value), quantity.unit) == ("measure", value, unit)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("a 31-year-old", "age", 31, "year"),
        ("aged 45", "age", 45, "year"),
        ("at the age of 45", "age", 45, "year"),
        ("45 years old", "age", 45, "year"),
        ("ten years of age", "age", 10, "year"),
        ("six-month-old", "age", 6, "month"),
        ("aged 75 years and over", "age", 75, "year"),
        ("Fei Lin, 41, said", "age", 41, "year"),
        ("the founder, 88, was", "age", 88, "year"),
        ("19 year olds", "age", 19, "year"),
        ("ages 55 and 59", "age", 55, "year"),
        ("three weeks", "duration", 3, "week"),
        ("a ten-year plan", "duration", 10, "year"),
        ("half an hour", "duration", Fraction(1, 2), "hour"),
        ("the three months to June", "duration", 3, "month"),
    ],
)
def test_ages_and_durations(text: str, kind: str, value: Fraction | int, unit: str) -> None:
    quantity = quantities(text)[0]
    assert (quantity.kind.value, quantity.value, quantity.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("1,240 new nurses were hired", "nurse"),
        ("12 people died", "person"),
        ("40 women", "woman"),
        ("3 city buses", "bus"),
        ("15 parties", "party"),
        ("12 Catholic churches", ""),
        ("12 of the towns", ""),
        ("12 voted", ""),
        ("a four-bedroom house", "bedroom"),
        ("one nurse", "nurse"),
    ],
)
def test_counted_nouns(text: str, noun: str) -> None:
    assert only(text).unit == noun


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$443 million in 2019", "USD"),
        ("£5m a year", "GBP"),
        ("three GM plants", ""),
        ("more than 1m people", "person"),
    ],
)
def test_letters_and_small_words_that_are_no_units(text: str, unit: str) -> None:
    assert quantities(text)[0].unit == unit


def test_a_code_glued_to_the_next_number_is_its_own() -> None:
    assert outline("3 USD50 cards") == [("count", "3", "3", ""), ("money", "50", "50", "USD")]


@pytest.mark.parametrize("text", ["$3 and 14 boats", "between $30 and 45.", "$30 and 45, respectively", "the 18F team"])
def test_a_second_number_that_is_no_cents_and_a_letter_that_is_no_degree(text: str) -> None:
    assert all(quantity.value.denominator == 1 and quantity.kind.value != "measure" for quantity in quantities(text))


def test_a_sign_before_the_next_number_is_its_own() -> None:
    assert outline("the 5 $10 notes") == [("count", "5", "5", ""), ("money", "10", "10", "USD")]


def test_the_second_of_two_ages() -> None:
    assert [quantity.kind.value for quantity in quantities("between ages 55 and 59")] == ["age", "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 or 6%", ["percent", "percent"]),
        ("52 and 48%", ["percent", "percent"]),
        ("381 or 4.4%", ["count", "percent"]),
        ("381 or 4.4 tonnes", ["measure", "measure"]),
    ],
)
def test_or_shares_a_percent_sign_only_with_a_smaller_number(text: str, expected: list[str]) -> None:
    assert [quantity.kind.value for quantity in quantities(text)] == expected
