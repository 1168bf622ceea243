"""Verdicts, bits and computed values of relations."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

import pytest

from factcheck.quantities.interval import ANY, Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.equation import parse_equation
from factcheck.relations.evaluate import Judgement, Verdict, expected, judge, magnitude
from factcheck.relations.rules import Rule, load_rules
from factcheck.relations.solve import solutions_of
from tests.relations.numbers import count, percent, quantity

F = Fraction  # short, since every number here is one


def rule(equation: str, claim: str, kind: str = "equation") -> Rule:
    relation, solutions = solutions_of(parse_equation(equation))
    return Rule("r", "g", "", "", kind, equation, claim, "", "error", {}, relation, solutions, (), (), {"bind": ""})


PERCENT_CHANGE = rule("after = before * (1 + change)", "change")
SHARE = rule("part = whole * share", "share")
TOTAL = rule("whole = sum(parts)", "whole")


def decimals(value: str, places: int, *, truncated: bool = False) -> Quantity:
    """The number `value` known to `places` decimals, as XBRL says it; truncated, toward zero."""
    number, unit = F(value), F(1, 10) ** places
    if not truncated:
        return quantity(value, value, interval=Interval.around(number, unit / 2), places=0)
    ends = Interval(number, number + unit, False, True) if number >= 0 else Interval(number - unit, number, True, False)
    return quantity(value, value, interval=ends, places=0)


def total(whole: Quantity, parts: list[tuple[Quantity, int]]) -> Judgement:
    """A sum with weights of +1 and -1."""
    plus = [part for part, weight in parts if weight > 0]
    minus = [part for part, weight in parts if weight < 0]
    if not minus:
        return judge(TOTAL, {"whole": (whole,), "parts": tuple(plus)})
    less = rule("whole = sum(plus) - sum(minus)", "whole")
    return judge(less, {"whole": (whole,), "plus": tuple(plus), "minus": tuple(minus)})


@pytest.mark.parametrize(
    ("number", "factor"),
    [
        (percent("30"), F(1, 100)),
        (quantity("5", kind=Kind.PERCENT, unit="per_mille"), F(1, 1000)),
        (quantity("5", kind=Kind.POINTS, unit="point"), F(1, 100)),
        (quantity("5", kind=Kind.POINTS, unit="basis_point"), F(1, 10000)),
        (quantity("5", kind=Kind.MONEY, unit="GBP_penny"), F(1, 100)),
        (quantity("5", kind=Kind.MONEY, unit="GBP"), F(1)),
        (quantity("5", unit="point"), F(1)),
        (quantity("5", kind=Kind.MEASURE, unit="oil_barrel"), F(1)),
    ],
)
def test_printed_units_become_equation_values(number: Quantity, factor: F) -> None:
    assert magnitude(number) == factor


class TestPercentChange:
    """80 to 100 with everything printed to the unit."""

    OPERANDS: Mapping[str, tuple[Quantity, ...]] = {
        "before": (quantity("80", kind=Kind.MONEY),),
        "after": (quantity("100", kind=Kind.MONEY),),
    }

    def test_a_right_change_is_consistent(self) -> None:
        assert judge(PERCENT_CHANGE, {**self.OPERANDS, "change": (percent("25"),)}).verdict is Verdict.CONSISTENT

    def test_a_wrong_change_is_inconsistent_and_every_role_has_an_expected_value(self) -> None:
        judgement = judge(PERCENT_CHANGE, {**self.OPERANDS, "change": (percent("30"),)})
        assert judgement.verdict is Verdict.INCONSISTENT
        assert judgement.face == {"change": 25, "before": F(1000, 13), "after": 104}
        assert judgement.computed["change"] == Interval(
            (F(199, 161) - 1) * 100,  # 99.5 / 80.5
            (F(201, 159) - 1) * 100,
        )
        assert judgement.computed["after"] == Interval(F(159, 2) * F(2590, 2000), F(161, 2) * F(2610, 2000))

    def test_a_fall_is_printed_without_its_sign(self) -> None:
        operands = {
            "before": (quantity("100"),),
            "after": (quantity("80"),),
            "change": (percent("21.0"),),
        }
        judgement = judge(PERCENT_CHANGE, operands, minus=frozenset({"change"}))
        assert judgement.verdict is Verdict.INCONSISTENT  # -20.9 to -19.1: (after - before) / before would let it pass
        assert judgement.face["change"] == 20
        low, high = judgement.computed["change"].low, judgement.computed["change"].high
        assert (low, high) == ((1 - F(161, 199)) * 100, (1 - F(159, 201)) * 100)

    def test_a_base_that_may_be_zero_still_judges_but_has_no_expected_change(self) -> None:
        operands = {"before": (quantity("0"),), "after": (quantity("40"),), "change": (percent("25"),)}
        judgement = judge(PERCENT_CHANGE, operands)
        assert judgement.verdict is Verdict.INCONSISTENT
        assert "change" not in judgement.computed
        assert judgement.face["change"] is None


def test_a_division_by_what_may_be_zero_is_undetermined() -> None:
    ratio = rule("share = part / whole", "share")
    zero = quantity("0")
    relation = parse_equation("share = part / whole")
    as_written = Rule(
        "r", "g", "", "", "equation", "", "share", "", "error", {}, relation, ratio.solutions, (), (), {"bind": ""}
    )
    judgement = judge(as_written, {"share": (percent("5"),), "part": (quantity("4"),), "whole": (zero,)})
    assert (judgement.verdict, judgement.bits) == (Verdict.UNDETERMINED, 0.0)


def test_what_only_truncation_or_a_round_count_rescues_is_an_edge() -> None:
    truncated = percent("43.6", readings=(Interval(F("43.6"), F("43.7"), False, True),))
    operands = {"part": (count("31"),), "whole": (count("71"),), "share": (truncated,)}
    assert judge(SHARE, operands).verdict is Verdict.EDGE
    operands["share"] = (percent("43.6"),)
    assert judge(SHARE, operands).verdict is Verdict.INCONSISTENT


def test_an_open_end_is_not_reached() -> None:
    short = percent("43.6", interval=Interval(F("43.6"), F("43.7"), False, True))
    operands = {"part": (count("437"),), "whole": (count("1000"),), "share": (short,)}
    assert judge(SHARE, operands).verdict is Verdict.INCONSISTENT


def test_a_bound_holds_or_fails_as_a_bound() -> None:
    change = rule("after = before + amount", "amount")
    operands = {"before": (quantity("81250"),), "after": (quantity("80690"),)}
    over_500 = quantity("500", interval=Interval(F(500), None, True, False))
    over_600 = quantity("600", interval=Interval(F(600), None, True, False))
    fall = frozenset({"amount"})
    assert judge(change, {**operands, "amount": (over_500,)}, minus=fall).verdict is Verdict.CONSISTENT
    failed = judge(change, {**operands, "amount": (over_600,)}, minus=fall)
    assert (failed.verdict, failed.bits) == (Verdict.INCONSISTENT, 0.0)
    assert failed.computed["amount"] == Interval(F(559), F(561))


class TestOrder:
    ORDER = rule("min(parts) <= overall <= max(parts)", "overall", "order")

    @pytest.mark.parametrize(
        ("overall", "verdict"),
        [
            ("58", Verdict.CONSISTENT),
            ("62", Verdict.CONSISTENT),
            ("63", Verdict.INCONSISTENT),
            ("52", Verdict.INCONSISTENT),
        ],
    )
    def test_ends_are_as_wide_as_their_rounding(self, overall: str, verdict: Verdict) -> None:
        judgement = judge(self.ORDER, {"overall": (percent(overall),), "parts": (percent("61"), percent("54"))})
        assert (judgement.verdict, judgement.bits) == (verdict, 0.0)
        assert judgement.computed == {"overall": Interval(F("53.5"), F("61.5"))}
        assert judgement.face["overall"] is None

    def test_a_part_may_be_its_whole_and_no_more(self) -> None:
        order = rule("part <= whole", "part", "order")
        assert judge(order, {"part": (count("48"),), "whole": (count("48"),)}).verdict is Verdict.CONSISTENT
        above = judge(order, {"part": (count("57"),), "whole": (count("48"),)})
        assert above.verdict is Verdict.INCONSISTENT
        assert above.computed == {"part": Interval(None, F(48)), "whole": Interval(F(57), None)}

    def test_both_sides_turned_make_a_fall_of_a_rise(self) -> None:
        order = rule("before <= after", "direction", "order")
        operands = {"before": (quantity("80"),), "after": (quantity("100"),)}
        assert judge(order, operands).verdict is Verdict.CONSISTENT
        turned = judge(order, operands, minus=frozenset({"before", "after"}))
        assert turned.verdict is Verdict.INCONSISTENT


class TestDerived:
    def test_the_items_of_a_list_are_counted_by_the_binder(self) -> None:
        listed = rule("count = items", "count", "count")
        judgement = judge(listed, {"count": (count("four", value=4),)}, {"items": Interval.exactly(3)})
        assert judgement.verdict is Verdict.INCONSISTENT
        assert judgement.face["count"] == 3
        assert judgement.computed["count"] == Interval.exactly(3)

    def test_an_unstated_whole_links_two_shares(self) -> None:
        operands = {"part": (count("874"),), "share": (percent("2.15"),)}
        whole = expected(
            SHARE, "whole", {"part": (Interval.exactly(874),), "share": (Interval(F("0.02145"), F("0.02155")),)}
        )
        assert whole == Interval(F(874) / F("0.02155"), F(874) / F("0.02145"))
        assert judge(SHARE, operands, {"whole": whole}).verdict is Verdict.CONSISTENT
        assert judge(SHARE, operands, {"whole": Interval.exactly(40000)}).verdict is Verdict.INCONSISTENT


class TestExpected:
    def test_it_does_not_look_at_the_role_itself(self) -> None:
        others = {"before": (Interval.exactly(80),), "after": (Interval.exactly(100),)}
        assert expected(PERCENT_CHANGE, "change", others) == Interval.exactly(F(1, 4))

    def test_nothing_is_expected_of_a_share_of_nothing(self) -> None:
        assert expected(SHARE, "share", {"part": (Interval.exactly(4),), "whole": (Interval.exactly(0),)}) == ANY

    def test_a_missing_role_is_an_error(self) -> None:
        with pytest.raises(KeyError, match="before"):
            expected(PERCENT_CHANGE, "change", {"after": (Interval.exactly(100),)})

    def test_a_rule_without_equation_cannot_be_judged(self) -> None:
        with pytest.raises(ValueError, match="weekday-date has no equation to evaluate"):
            judge(load_rules()["weekday-date"], {})


class TestMembers:
    OPERANDS: Mapping[str, tuple[Quantity, ...]] = {
        "whole": (count("40"),),
        "parts": (count("22"), count("19"), quantity("300", kind=Kind.MONEY, unit="USD_cent", exact=True)),
    }

    def test_each_part_is_what_the_others_leave(self) -> None:
        judgement = judge(TOTAL, self.OPERANDS)
        assert judgement.verdict is Verdict.INCONSISTENT
        assert [judgement.face_member("parts", i) for i in range(3)] == [18, 15, -100]
        assert judgement.member("parts", 1) == Interval.exactly(15)
        assert judgement.computed["parts"] == Interval.exactly(40)
        assert judgement.sums == {"whole": 40, "parts": 44}

    def test_shares_of_an_exclusive_split_leave_what_is_missing_of_100(self) -> None:
        split = rule("sum(parts) = 1", "parts")
        parts = (percent("52.1"), percent("40.3"), percent("9.6"))
        judgement = judge(split, {"parts": parts})
        assert judgement.verdict is Verdict.INCONSISTENT
        assert judgement.sums == {"parts": 102}
        assert judgement.computed == {"parts": Interval.exactly(100)}
        assert judgement.member("parts", 2) == Interval(F("7.5"), F("7.7"))


class TestBits:
    def test_a_percentage_claim_counts_its_hundred_by_the_width_of_its_residual(self) -> None:
        operands = {"part": (count("38803"),), "whole": (count("40675"),), "share": (percent("95.40"),)}
        assert judge(SHARE, operands).bits == pytest.approx(math.log2(100 / 0.01))

    def test_both_sides_make_the_width(self) -> None:
        judgement = judge(PERCENT_CHANGE, {**TestPercentChange.OPERANDS, "change": (percent("25"),)})
        computed = judgement.computed["change"].width
        assert computed is not None
        assert judgement.bits == pytest.approx(math.log2(100 / (1 + computed)))

    def test_a_whole_count_is_one_wide(self) -> None:
        parts = (count("22"), count("18"))
        assert judge(TOTAL, {"whole": (count("40"),), "parts": parts}).bits == pytest.approx(math.log2(40))

    def test_a_failed_relation_has_the_bits_of_the_mended_one(self) -> None:
        operands = {"part": (count("38803"),), "whole": (count("40675"),), "share": (percent("59.40"),)}
        judgement = judge(SHARE, operands)
        assert judgement.verdict is Verdict.INCONSISTENT
        assert judgement.bits == pytest.approx(math.log2(100 / 0.01))

    def test_a_sum_of_rounded_amounts(self) -> None:
        whole = quantity("$11bn", 11 * 10**9, scale=10**9, places=0, kind=Kind.MONEY)
        parts = tuple(quantity(f"${n}bn", F(n) * 10**9, scale=10**9, places=1, kind=Kind.MONEY) for n in ("5.7", "5.3"))
        judgement = judge(TOTAL, {"whole": (whole,), "parts": parts})
        assert judgement.verdict is Verdict.CONSISTENT
        assert judgement.bits == pytest.approx(math.log2(11.5 / 1.2))

    def test_coincidence_is_never_worth_less_than_nothing(self) -> None:
        loose = percent("50", interval=Interval(F(-200), F(300)))
        assert judge(SHARE, {"part": (count("3"),), "whole": (count("7"),), "share": (loose,)}).bits == 0.0


@pytest.mark.parametrize(
    ("truncated", "whole", "items", "consistent"),
    [
        (False, ("1000", -2), [("333", 0, 1)] * 3, True),
        (False, ("100", 0), [("33", 0, 1)] * 3, True),
        (False, ("101", 0), [("33", 0, 1)] * 3, True),
        (False, ("102", 0), [("33", 0, 1)] * 3, False),
        (False, ("99", None), [("33", None, 1)] * 3, True),
        (False, ("100", None), [("33", None, 1)] * 3, False),
        (False, ("60", 0), [("100", 0, 1), ("40", 0, -1)], True),
        (True, ("10", 0), [("11", None, 1)], False),
        (True, ("11", 0), [("3", 0, 1)] * 3, True),
        (True, ("12", 0), [("3", 0, 1)] * 3, False),
        (True, ("-10", 0), [("-10", None, 1)], True),
        (True, ("5", 0), [("10", None, 1), ("5", 0, -1)], True),
        (True, ("4", 0), [("10", None, 1), ("5", 0, -1)], True),
    ],
)
def test_sums_as_xbrl_calculations_mean_them(
    truncated: bool, whole: tuple[str, int | None], items: list[tuple[str, int | None, int]], consistent: bool
) -> None:
    def known(value: str, places: int | None) -> Quantity:
        return count(value) if places is None else decimals(value, places, truncated=truncated)

    judgement = total(known(*whole), [(known(value, places), weight) for value, places, weight in items])
    assert (judgement.verdict is Verdict.CONSISTENT) == consistent


@pytest.mark.parametrize(
    ("equation", "values", "consistent"),
    [
        ("c = a + b", {"a": "185.76", "b": "14.29", "c": "200.05"}, True),
        ("c = a - b", {"a": "201.48", "b": "7.05", "c": "194.43"}, True),
        ("c = a - b", {"a": "2.0", "b": "1.1", "c": "0.9"}, True),
        ("c = a + b", {"a": "185.76", "b": "14.29", "c": "200.06"}, False),
    ],
)
def test_sums_that_binary_floats_get_wrong(equation: str, values: dict[str, str], consistent: bool) -> None:
    operands = {name: (quantity(text, exact=True),) for name, text in values.items()}
    assert (judge(rule(equation, "c"), operands).verdict is Verdict.CONSISTENT) == consistent


@pytest.mark.parametrize(
    ("equation", "values", "result", "consistent"),
    [
        ("c = a + b", {"a": "30.0000", "b": "6.645"}, "36.65", True),  # 36.645: half up
        ("c = a + b", {"a": "30.0000", "b": "6.645"}, "36.64", True),  # half to even
        ("c = a * b", {"a": "19935.66", "b": "0.15"}, "2990.34", False),  # 2990.349
        ("c = a * b", {"a": "696.22", "b": "0.25"}, "174.06", True),
        ("c = a * b", {"a": "61.5000", "b": "-174.65"}, "-10740.98", True),  # away from zero
        ("c = a * b", {"a": "61.5000", "b": "-174.65"}, "-10740.97", True),  # up
    ],
)
def test_a_rounded_result_has_closed_ends(equation: str, values: dict[str, str], result: str, consistent: bool) -> None:
    operands = {name: (quantity(text, exact=True),) for name, text in values.items()}
    operands["c"] = (quantity(result),)
    assert (judge(rule(equation, "c"), operands).verdict is Verdict.CONSISTENT) == consistent


@pytest.mark.parametrize(
    ("share", "whole", "possible"),
    [("6", 50, True), ("7", 50, False), ("8", 50, True), ("521", 28, True), ("522", 28, False), ("525", 28, True)],
)
def test_a_percentage_of_a_small_whole_needs_a_whole_part(share: str, whole: int, possible: bool) -> None:
    parts = range(whole * int(share) // 100 - 2, whole * int(share) // 100 + 3)
    verdicts = {
        judge(SHARE, {"part": (count(str(k)),), "whole": (count(str(whole)),), "share": (percent(share),)}).verdict
        for k in parts
    }
    assert (Verdict.CONSISTENT in verdicts) == possible
