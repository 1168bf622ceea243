"""What holds of tokens of any text."""

from __future__ import annotations

import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import TokenKind
from factcheck.quantities.reader import has_number, read_tokens
from tests.quantities.reading import only

WORDS = """
one two half third quarter hundred million and a of to from between % $ £ - – ( ) , . : / + 5 12 2012 1,240 0.5 3-2 é #
June Friday aged year-old twenty-one x m per cent points about over more or in out every 1/2 ½ ± plus minus ' ’ '21
fiscal Q4 Table figures [ ] ^ MUSD USD € odd -odd 10⁶ 10^6 km² °C 12.345,67 1.234.567 and-a-half 6.0640/70 Street
pp 3b 0.5b .3 c p C F temperatures ages growth ranging - 8- 2- kEUR mn hundred ×10²³ ² ٣ number Year odds 7/7 m-long 1e5
"""
PIECES = st.sampled_from(WORDS.split())
MIXED = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\u00a0", "\t", "  "]))).map(
    lambda pairs: "".join(piece + blank for piece, blank in pairs)
)


@given(st.one_of(st.text(), MIXED), st.integers(0, 10**6))
def test_every_token_gives_back_its_text_in_order(text: str, base: int) -> None:
    end = base
    for token in read_tokens(text, base):
        assert text[token.start - base : token.end - base] == token.text != ""
        assert token.start >= end
        assert text[end - base : token.start - base].strip() == ""
        end = token.end
    assert text[end - base :].strip() == ""


@given(st.one_of(st.text(), MIXED))
def test_quantities_lie_in_their_tokens(text: str) -> None:
    for token in read_tokens(text):
        quantity = token.quantity
        assert (quantity is not None) == (token.kind is TokenKind.QUANTITY)
        if quantity is not None:
            assert (
                token.start <= quantity.outer_start <= quantity.start < quantity.end <= quantity.outer_end <= token.end
            )
            assert text[quantity.start : quantity.end] == quantity.text
            assert not quantity.interval.empty


@given(st.one_of(st.text(), MIXED))
def test_the_prefilter_misses_no_quantity(text: str) -> None:
    if any(token.quantity for token in read_tokens(text)):
        assert has_number(text)


@given(MIXED)
def test_the_base_only_shifts(text: str) -> None:
    for here, there in zip(read_tokens(text), read_tokens(text, 1000), strict=True):
        assert (here.start + 1000, here.end + 1000, here.text) == (there.start, there.end, there.text)
        if here.quantity is not None and there.quantity is not None:
            assert here.quantity.start + 1000 == there.quantity.start
            assert here.quantity.outer_end + 1000 == there.quantity.outer_end
            assert here.quantity.interval == there.quantity.interval


@pytest.mark.parametrize("text", ["No figures here.", "The mayor spoke of the town's past.", ""])
def test_the_prefilter_leaves_out_plain_prose(text: str) -> None:
    assert not has_number(text)


def test_words_keep_apostrophes_and_hyphens_and_marks_stand_alone() -> None:
    assert [token.text for token in read_tokens("Moreau's year-on-year (net) U.S. votes.")] == [
        "Moreau's",
        "year-on-year",
        "(",
        "net",
        ")",
        "U.S.",
        "votes",
        ".",
    ]


def test_a_quantity_swallows_hedge_currency_scale_and_unit_but_no_noun() -> None:
    tokens = read_tokens("Some of about $5.7 billion, 98 percent of 12 new nurses")
    assert [token.text for token in tokens if token.quantity] == ["about $5.7 billion", "98 percent", "12"]
    money = next(token.quantity for token in tokens if token.quantity)
    assert (money.start, money.end, money.outer_start, money.outer_end) == (15, 26, 14, 26)


def test_the_rest_of_a_hyphenated_word_stays() -> None:
    assert [token.text for token in read_tokens("a four-bedroom house")] == ["a", "four", "-", "bedroom", "house"]


GROUPS = {"comma": ",", "thin": "\u2009", "narrow": "\u202f", "no-break": "\u00a0", "apostrophe": "’", "none": ""}


@given(st.integers(0, 10**12), st.integers(0, 4), st.sampled_from(sorted(GROUPS)))
def test_a_percentage_in_any_grouping_reads_back_to_its_interval(digits: int, places: int, style: str) -> None:
    value = Fraction(digits, 10**places)
    printed = f"{Decimal(digits).scaleb(-places):,.{places}f}".replace(",", GROUPS[style])
    half = Fraction(1, 2 * 10**places)
    assert only(f"{printed}%").interval == Interval(value - half, value + half)


@given(
    st.integers(1, 999), st.integers(0, 3), st.sampled_from([("million", 6), ("bn", 9), ("thousand", 3), ("lakh", 5)])
)
def test_an_amount_with_a_scale_word_reads_back_to_its_interval(
    digits: int, places: int, scale: tuple[str, int]
) -> None:
    word, power = scale
    printed = f"${Decimal(digits).scaleb(-places):.{places}f} {word}"
    value, half = Fraction(digits * 10**power, 10**places), Fraction(10**power, 2 * 10**places)
    assert only(printed).interval == Interval(value - half, value + half)


@given(st.integers(1000, 10**12), st.sampled_from([".", "\u202f"]))
def test_continental_figures_read_back_to_their_interval(cents: int, group: str) -> None:
    whole, part = divmod(cents, 100)
    printed = f"{whole:,}".replace(",", group) + f",{part:02d}"
    if whole >= 1000:
        half = Fraction(1, 200)
        assert only(f"{printed} euros").interval == Interval(Fraction(cents, 100) - half, Fraction(cents, 100) + half)


@given(st.integers(100_000, 10**12))
def test_indian_figures_read_back(number: int) -> None:
    digits = str(number)
    head, pairs = digits[:-3], []
    while head:
        head, pair = head[:-2], head[-2:]
        pairs.append(pair)
    assert only(",".join([*reversed(pairs), digits[-3:]]) + " voters").value == number


@given(st.integers(1, 999), st.integers(0, 2), st.sampled_from(["m", "bn", "k"]), st.booleans())
def test_a_glued_suffix_and_a_sign_read_back(digits: int, places: int, suffix: str, minus: bool) -> None:
    power = {"k": 1000, "m": 10**6, "bn": 10**9}[suffix]
    sign = -1 if minus else 1
    quantity = only(f"{'-' if minus else ''}£{Decimal(digits).scaleb(-places):.{places}f}{suffix}")
    assert quantity.value == Fraction(sign * digits * power, 10**places)
    half = Fraction(power, 2 * 10**places)
    assert quantity.interval == Interval(quantity.value - half, quantity.value + half)


SPELT = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
ONES = SPELT.split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(number: int) -> str:
    """`number` in British words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for word, scale in (("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("hundred", 100)):
        if number >= scale:
            rest = number % scale
            joint = " and " if rest < 100 else " "
            return f"{spelt(number // scale)} {word}" + (joint + spelt(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(2, 10**12 - 1))
def test_a_number_in_words_reads_back(number: int) -> None:
    quantity = only(f"{spelt(number)} votes")
    assert quantity.value == number
    assert quantity.in_words
    assert number in quantity.interval


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "1",
        "1 ",
        "one ",
        "one and ",
        "1-",
        "1:",
        "1 million ",
        "5 to ",
        "6-4 ",
        "$",
        "(",
        "a-1 ",
        "hundred million ",
        "tables 3 and ",
        "'21, ",
        "1.2-30/",
        "(1),",
        "5 ± ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    short, long = (min(_seconds(unit * count) for _ in range(3)) for count in (1_000, 8_000))
    assert long < 0.05 + 30 * short


PROSE = """
Takings rose 12.5% to $4.6 million in the three months to June 2024, from about £3.9m a year before, and some 1,240 of
the 2,500 stalls (49.6%) were let. Of those aged 16 to 24, one in five had never been; see Tables 3 and 4 and note 7.
"""


def test_four_times_the_prose_takes_four_times_as_long() -> None:
    short, long = (min(_seconds(PROSE * count) for _ in range(3)) for count in (50, 200))
    assert long < 0.05 + 8 * short


def _seconds(text: str) -> float:
    before = time.process_time()
    read_tokens(text)
    return time.process_time() - before


def test_a_quantity_takes_nothing_from_the_one_before() -> None:
    assert [token.text for token in read_tokens("200 or more than 300") if token.quantity] == ["200", "more than 300"]
    assert [token.text for token in read_tokens("a 5-foot-2 man")] == ["a", "5-foot", "-", "2", "man"]
