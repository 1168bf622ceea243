"""Repairs of one number: what mends it, in which order, printed as its writer would."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.repairs.exchangeable import base_words, other_scales, turned, unit_words
from factcheck.relations.repairs.notation import spelled
from factcheck.relations.repairs.repair import Repair, numeral_repairs, repaired, restyle
from tests.relations.numbers import count, percent, quantity

F = Fraction  # short, since every number here is one


def money(text: str, value: int | F, *, scale: int, places: int) -> Quantity:
    return quantity(text, str(value), kind=Kind.MONEY, unit="USD", scale=scale, places=places)


def words(text: str, value: int) -> Quantity:
    return count(text, value=value, in_words=True, numeral=text)


def first(number: Quantity, target: Interval | int) -> tuple[str, str] | None:
    """Kind and text of the likeliest repair."""
    goal = target if isinstance(target, Interval) else Interval.exactly(target)
    repairs = numeral_repairs(number, goal)
    return (repairs[0].kind, repairs[0].replacement) if repairs else None


@pytest.mark.parametrize(
    ("printed", "meant", "kind"),
    [
        ("161", 116, "swap"),
        ("19979", 1979, "drop"),
        ("92", 29, "swap"),
        ("38,803", 38883, "digit"),
        ("38,803", 388003, "double"),
        ("38,803", 388103, "add"),
        ("1,240", 124, "zero"),
        ("38,803", 3803, "drop"),
        ("411", 0, None),
        ("41,199", 41236, None),
        ("1,452", 4125, None),
    ],
)
def test_one_edit_of_the_digits(printed: str, meant: int, kind: str | None) -> None:
    found = first(count(printed), meant)
    assert (found and found[0]) == kind
    if found:
        assert found[1].replace(",", "") == str(meant)


def test_the_slips_of_a_balance_sheet_are_mended_one_by_one() -> None:
    """x2 = x4 with a swap in x4, and x3 + x8 = x9 as well as x9 - x10 = x11 with an extra digit in x9."""
    assert first(count("161"), 116) == ("swap", "116")
    from_sum = numeral_repairs(count("19979"), Interval.exactly(1568 + 411))
    from_difference = numeral_repairs(count("19979"), Interval.exactly(1842 + 137))
    assert from_sum == from_difference == [Repair("drop", "1979", F(1979), 3)]


def test_a_missing_detail_is_no_slip() -> None:
    """x5 + x6 + x7 = x8 with the three parts left at zero."""
    assert numeral_repairs(count("0"), Interval.exactly(411)) == []


def test_a_slip_outside_the_sum_is_not_found_inside() -> None:
    assert numeral_repairs(count("42280000"), Interval.exactly(11289000 + 4328000 + 11201000 + 11849000)) == []


class TestOrder:
    def test_a_rounding_slip_comes_first(self) -> None:
        assert first(percent("12"), Interval.around(13, F(1, 10))) == ("rounding", "13")
        assert first(percent("12"), Interval.around(14, F(1, 10))) == ("rounding", "14")
        assert first(percent("12"), Interval.around(15, F(1, 10))) == ("digit", "15")

    def test_an_exact_count_does_not_slip_by_rounding(self) -> None:
        assert first(count("12"), 13) == ("digit", "13")

    @pytest.mark.parametrize("off", [1, 2])
    def test_a_sum_off_by_one_or_two_is_a_rounding_slip(self, off: int) -> None:
        assert first(quantity("27"), Interval.exactly(27 - off)) == ("rounding", str(27 - off))

    def test_kinds_follow_one_another(self) -> None:
        repairs = numeral_repairs(quantity("120"), Interval(F(12), F(1200)))
        costs = [repair.cost for repair in repairs]
        assert costs == sorted(costs)
        assert {repair.kind for repair in repairs} == {"rounding", "digit", "swap", "zero", "drop", "double", "add"}

    def test_one_digit_is_trivially_near_another(self) -> None:
        (repair,) = numeral_repairs(count("7"), Interval.exactly(9))
        assert (repair.kind, repair.cost) == ("digit", 6)

    def test_among_equals_the_one_nearest_to_the_middle_leads(self) -> None:
        repairs = numeral_repairs(count("500"), Interval(F(560), F(640)))
        assert repairs[0].replacement == "600"

    def test_a_round_reading_costs_more_than_a_plain_one(self) -> None:
        round_count = count("190,000", readings=(Interval(F(185000), F(195000)),))
        (plain,) = numeral_repairs(round_count, Interval.exactly(170000))
        (rounded,) = numeral_repairs(round_count, Interval.exactly(171342))
        assert (plain.replacement, plain.cost) == (rounded.replacement, rounded.cost - 2) == ("170,000", 2)


class TestNotation:
    def test_separators_stay_in_place_for_a_changed_digit(self) -> None:
        assert first(count("1,34,567"), 134667) == ("digit", "1,34,667")

    @pytest.mark.parametrize(
        ("printed", "meant", "text"),
        [("12,345", 1345, "1,345"), ("1,345", 345, "345"), ("345", 3345, "3,345"), ("4345", 44345, "44345")],
    )
    def test_a_dropped_or_added_digit_regroups(self, printed: str, meant: int, text: str) -> None:
        found = first(count(printed), meant)
        assert found is not None
        assert found[1] == text

    def test_spaces_group_as_well(self) -> None:
        assert first(count("12 345", value=12345), 1345) == ("drop", "1 345")

    def test_the_point_moves_one_place(self) -> None:
        assert first(percent("4.94"), Interval.around(F("49.4"), F(1, 100))) == ("point", "49.4")
        assert first(percent("49.4"), Interval.around(F("4.94"), F(1, 1000))) == ("point", "4.94")
        assert first(percent("0.88"), Interval.around(F("8.8"), F(1, 100))) == ("point", "8.8")

    def test_a_sign_is_added_or_taken(self) -> None:
        assert first(percent("3.1"), Interval.around(F("-3.1"), F(1, 100))) == ("sign", "-3.1")
        assert first(percent("−3.1", value="-3.1"), Interval.around(F("3.1"), F(1, 100))) == ("sign", "3.1")

    @pytest.mark.parametrize(
        ("printed", "scale", "meant", "text"),
        [
            ("5.7 billion", 10**9, 5_700_000, "5.7 million"),
            ("5.7 Billion", 10**9, 5_700_000, "5.7 Million"),
            ("5.7 mln", 10**6, 5_700_000_000, "5.7 bln"),
            ("5.7bn", 10**9, 5_700_000, "5.7m"),
            ("5.7m", 10**6, 5_700_000_000, "5.7bn"),
            ("5.7M", 10**6, 5_700_000_000, "5.7B"),
        ],
    )
    def test_a_scale_word_stays_in_its_style(self, printed: str, scale: int, meant: int, text: str) -> None:
        number = money(printed, int(F("5.7") * scale), scale=scale, places=1)
        assert first(number, Interval.around(meant, meant // 100)) == ("scale", text)

    def test_a_word_of_no_style_has_no_others(self) -> None:
        assert other_scales("dozen") == []

    @pytest.mark.parametrize(
        ("printed", "value", "meant", "found"),
        [
            ("three", 3, 4, ("word", "four")),
            ("Three", 3, 2, ("word", "Two")),
            ("THREE", 3, 2, ("word", "TWO")),
            ("twenty-three", 23, 32, ("swap", "thirty-two")),
            ("forty", 40, 50, ("digit", "fifty")),
            ("four million", 4_000_000, 5_000_000, ("word", "five million")),
            ("three", 3, 9, None),
            ("one", 1, 0, None),
        ],
    )
    def test_number_words(self, printed: str, value: int, meant: int, found: tuple[str, str] | None) -> None:
        assert first(words(printed, value), meant) == found


class TestRereading:
    def test_the_repaired_number_is_as_wide_as_its_last_place(self) -> None:
        number = percent("4.94")
        (repair,) = numeral_repairs(number, Interval.around(F("49.4"), F(1, 100)))
        mended = repaired(number, repair)
        assert (mended.text, mended.value, mended.ulp) == ("49.4", F("49.4"), F(1, 10))
        assert mended.interval == Interval(F("49.35"), F("49.45"))

    def test_a_hedge_widens_with_the_value(self) -> None:
        about = count("500", interval=Interval(F(474), F(526)))
        mended = repaired(about, Repair("add", "5,000", F(5000), 3))
        assert mended.interval == Interval(F(5000) - 26, F(5000) + 26)
        loose = quantity("500.0", interval=Interval(F("476.19"), F("523.81")))
        assert repaired(loose, Repair("drop", "50.0", F(50), 3, F(1, 10))).interval == Interval(
            F("47.619"), F("52.381")
        )

    def test_a_bound_stays_a_bound(self) -> None:
        over = count("500", interval=Interval(F(500), None, True, False))
        mended = repaired(over, Repair("digit", "400", F(400), 2))
        assert mended.interval == Interval(F(400), None, True, False)

    def test_a_scale_moves_value_interval_and_scale(self) -> None:
        number = money("5.7bn", 5_700_000_000, scale=10**9, places=1)
        (repair,) = numeral_repairs(number, Interval.exactly(5_700_000))
        mended = repaired(number, repair)
        assert (mended.scale, mended.ulp, mended.value) == (10**6, 10**5, 5_700_000)
        assert mended.interval == Interval(F(5_650_000), F(5_750_000))


@pytest.mark.parametrize(
    "number",
    [
        quantity("5 to 7", "5", bound=Bound.RANGE, second=F(7)),
        quantity("1914", kind=Kind.DATE),
        quantity("three quarters", "0.75", kind=Kind.RATIO, in_words=True),
        quantity("5 1/2", "5.5"),
    ],
)
def test_ranges_dates_and_fractions_are_left_alone(number: Quantity) -> None:
    repairs = numeral_repairs(number, Interval(None, None))
    assert [repair.kind for repair in repairs if repair.kind != "sign"] == []


def test_nothing_mends_towards_an_empty_target() -> None:
    assert numeral_repairs(count("12"), Interval(F(14), F(13))) == []


@pytest.mark.parametrize(
    ("number", "value", "text"),
    [
        (count("1,204"), F(12345), "12,345"),
        (count("1204"), F(12345), "12345"),
        (count("904"), F(12345), "12,345"),
        (percent("4.10"), F("3.456"), "3.46"),
        (percent("4.10"), F("3.455"), "3.46"),
        (percent("4.1"), F("-3.45"), "-3.5"),
        (percent("0.5"), F("0.04"), "0.0"),
        (money("5.7 billion", 5_700_000_000, scale=10**9, places=1), F(11_240_000_000), "11.2 billion"),
        (words("Twelve", 12), F(21), "Twenty-one"),
        (words("twelve", 12), F(1204), "one thousand two hundred and four"),
        (quantity("one in five", "0.2", kind=Kind.RATIO, in_words=True, second=F(5)), F(1, 8), "one in eight"),
        (quantity("1 in 5", "0.2", kind=Kind.RATIO, second=F(5)), F(1, 8), "1 in 8"),
        (quantity("three quarters", "0.75", kind=Kind.RATIO, in_words=True), F("0.57"), "57%"),
    ],
)
def test_a_value_is_printed_in_the_writers_own_notation(number: Quantity, value: F, text: str) -> None:
    assert restyle(number, value) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "one"),
        (14, "fourteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (115, "one hundred and fifteen"),
        (3_000_000, "three million"),
        (2_015_000, "two million fifteen thousand"),
        (0, None),
        (-3, None),
        (10**15, None),
    ],
)
def test_numbers_in_words(number: int, text: str | None) -> None:
    assert spelled(number) == text


@pytest.mark.parametrize(
    ("printed", "value", "target", "replacement"),
    [
        ("-1", "-1", 1, "1"),  # x + y = z with x = -1, y = 1, z = 2, and nothing below zero
        ("1", "1", -1, "-1"),  # x + y = z with x = 1, y = 2, z = 1
    ],
)
def test_a_sum_may_be_mended_by_a_sign(printed: str, value: str, target: int, replacement: str) -> None:
    number = quantity(printed, value, kind=Kind.MONEY, exact=True)
    repairs = numeral_repairs(number, Interval.exactly(target))
    assert [(repair.kind, repair.replacement) for repair in repairs] == [("sign", replacement)]


def test_of_what_is_counted_there_are_not_fewer_than_none() -> None:
    assert numeral_repairs(count("7"), Interval.exactly(-7)) == []


def distance(one: str, other: str) -> int:
    """Restricted Damerau-Levenshtein: substitutions, insertions, deletions, swaps of neighbours."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        rows.append([i])
        for j, b in enumerate(other, 1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]


@given(st.integers(10, 10**7), st.integers(10, 10**7))
def test_every_repair_of_a_count_is_one_edit_and_every_such_edit_is_found(printed: int, meant: int) -> None:
    repairs = [
        r for r in numeral_repairs(count(str(printed)), Interval.exactly(meant)) if r.kind not in ("point", "places")
    ]
    one_edit = distance(str(printed), str(meant)) == 1
    assert bool(repairs) == one_edit
    assert all(repair.replacement.replace(",", "") == str(meant) for repair in repairs)


@given(st.integers(1, 10**6), st.integers(0, 2), st.integers(1, 10**6), st.integers(0, 1000))
def test_a_repaired_number_meets_its_target(digits: int, places: int, middle: int, half: int) -> None:
    number = quantity(str(F(digits, 1)) if not places else f"{digits // 10**places}.{digits % 10**places:0{places}}")
    target = Interval.around(F(middle, 10**places), half)
    for repair in numeral_repairs(number, target):
        assert repaired(number, repair).interval.meets(target)
        assert repair.value != number.value


def test_a_missing_scale_is_one_of_those_beside() -> None:
    bare = quantity("5.7", kind=Kind.MONEY, unit="USD")
    target = Interval.around(5_700_000_000, 10**6)
    assert numeral_repairs(bare, target) == []
    (repair,) = numeral_repairs(bare, target, [(" billion", F(10**9)), ("m", F(10**6))])
    assert (repair.kind, repair.replacement, repair.value) == ("unscaled", "5.7 billion", 5_700_000_000)
    assert (repair.scale, repair.ulp) == (10**9, 10**8)


@pytest.mark.parametrize(("printed", "scale"), [("5.7bn", 10**9), ("five", 1)], ids=["has a scale word", "in words"])
def test_no_scale_is_missing_where_there_is_one_or_none_can_be(printed: str, scale: int) -> None:
    value = 5_700_000_000 if scale > 1 else 5
    number = quantity(printed, value, scale=scale, in_words=scale == 1, numeral=printed)
    found = numeral_repairs(number, Interval(None, None), [(" million", F(10**6))])
    assert "unscaled" not in {repair.kind for repair in found}


def test_a_moved_point_drops_a_last_zero() -> None:
    repairs = {r.replacement: r.kind for r in numeral_repairs(percent("93.0"), Interval(F(9), F(10)))}
    assert repairs["9.3"] == "point"


def test_a_slip_of_few_kinds_is_likelier_than_one_of_many() -> None:
    """Two digits of four can be swapped in three places, one of four be wrong in 36 ways."""
    kinds = ("swap", "digit", "add")
    bits = [Repair(kind, "1,234", F(1234), 2).bits for kind in kinds]
    assert bits == sorted(bits)
    assert Repair("digit", "12", F(12), 2).bits < Repair("digit", "1,234", F(1234), 2).bits


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("rose", "fell"), ("Fell", "Rose"), ("UP", "DOWN"), ("declines", "increases"), ("went  up", "went down"),
        ("cut", "raised"), ("moved", None),
    ],
)  # fmt: skip
def test_a_word_of_change_is_turned_in_its_form(word: str, other: str | None) -> None:
    assert turned(word) == other


def test_turned_twice_a_word_of_the_first_pairs_is_itself() -> None:
    for word in ("rose", "risen", "increase", "up", "higher", "climbed", "grew"):
        assert turned(turned(word) or "") == word


def test_units_and_bases_in_words() -> None:
    assert unit_words("point", F(1)) == "percentage point"
    assert unit_words("basis_point", F(20)) == "basis points"
    assert unit_words("percent", F(5)) == "percent"
    assert base_words("registered") == "registered voters"
