"""Conversions of one text, each against the most precise of those that agree."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles

RULE = "currency-pairs"
THREE = "The film took $22m (£11.7m), its rival $18m (£9.5m) and a third $7.5m (£4m)."


def test_each_conversion_is_held_against_the_most_precise() -> None:
    first, second = bound(RULE, THREE)
    model = {"other_amount": "22m", "other_converted": "11.7m"}
    assert roles(first) == {"amount": "18m", "converted": "9.5m", **model}
    assert roles(second) == {"amount": "7.5m", "converted": "4m", **model}
    assert {first.family, second.family} == {"GBP-USD"}
    assert {first.licence, second.licence} == {Licence.STRUCTURE}


def test_all_hold_at_one_rate() -> None:
    assert [one.verdict for one in evaluated(RULE, THREE)] == [Verdict.CONSISTENT] * 2


def test_every_pair_of_a_triple_is_a_conversion() -> None:
    text = "It paid 77m euros (£53m; $100m) for the pier and 40m euros (£27.5m; $52m) for the quay."
    assert [constraint.family or "two" for constraint in bound(RULE, text)] == ["two"] * 3
    assert all(one.verdict is Verdict.CONSISTENT for one in evaluated(RULE, text))


def test_pence_and_cents_belong_to_their_currency() -> None:
    text = "Shares fell from 97p ($1.87) to 44p ($0.85), and the firm lost $500m (£259m)."
    assert [one.verdict for one in evaluated(RULE, text)] == [Verdict.CONSISTENT] * 2


def test_a_conversion_the_other_way_round_has_the_other_amounts_turned() -> None:
    one = only(RULE, "It cost £40m ($76m). The next one cost $19.2m (£10.1m).")
    assert roles(one) == {"amount": "19.2m", "converted": "10.1m", "other_amount": "76m", "other_converted": "40m"}


@pytest.mark.parametrize(
    ("text", "culprit", "replacement"),
    [
        ("It took $22m (£11.7m), then $18m (£9.5m) and $6.3 (£3.35m).", "6.3", "6.3m"),
        ("It took $22m (£11.7m), then $18m (£9.5m) and $40m (£12.2m).", "12.2m", "21.2m"),
    ],
)
def test_the_odd_one_out_is_mended_by_one_step(text: str, culprit: str, replacement: str) -> None:
    (finding,) = check_text(text).findings
    edit = finding.suggestions[0].edits[0]
    assert finding.rule == RULE
    assert (text[edit.start : edit.end], edit.replacement) == (culprit, replacement)


def test_a_power_of_ten_between_two_conversions_has_a_wording_of_its_own() -> None:
    assert only(RULE, "Schools get $20m (£10.5m) and clinics $1.8bn (£9.4m).").variant == "scale"


def test_two_conversions_side_by_side_are_told_where_one_slip_explains_them() -> None:
    (finding,) = check_text("Schools get $20m (£10.5m) and clinics $18m (£14.5m).").findings
    assert finding.message == "$18m is £9.5m at the rate of $20m for £10.5m, not £14.5m"


@pytest.mark.parametrize(
    "text",
    [
        "Schools get $20m (£10.5m) and clinics $18m (£10.3m).",  # within the drift of some days
        "Schools get $20m (£10.5m) and clinics $18m (£22m).",  # no slip explains it
        "Schools get $20m (£10.5m) and clinics, in 1998, $18m (£14.5m).",
        "Schools got $20m (£10.5m at the rate of that day). Clinics get $18m (£14.5m).",
        "Schools get $20m (£10.5m). It is cold. It rains. Clinics get $18m (£14.5m).",
    ],
)
def test_two_conversions_that_may_both_be_right_are_left_alone(text: str) -> None:
    assert check_text(text).findings == ()


def test_a_single_conversion_has_nothing_to_be_held_against() -> None:
    assert bound(RULE, "It took $22m (£11.7m) and $30m more abroad.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It took $22m (£11.7m), then $18m (£9.5m) and $40m (£19.8m).",  # the rate of another day
        "It took $22m (£11.7m), then $18m (£9.5m), $40m (£29m) and $20m (£14.5m).",  # two rates
        "It took $22m (£11.7m), then $18m (£9.5m) and in 1985 $40m (£32.7m).",
        "It sells at $349 (£185), the lamp at $299 (£159) and the case at $99 (£69).",
        "It took $22m (£11.7m), then $18m (£9.5m) and $40m (£29m in all).",
        "It took $22m (£11.7m), then $18m (£9.5m) and $40m (£2m to £2.6m).",
    ],
)
def test_what_may_be_another_rate_is_left_alone(text: str) -> None:
    assert Verdict.INCONSISTENT not in [one.verdict for one in evaluated(RULE, text)]
    assert check_text(text).findings == ()


def test_two_slips_are_told_apart() -> None:
    text = "It took $22m (£11.7m), $18m (£9.5m), $17m (£9m), $6.3 (£3.35m), $13m (£6.9m) and $10m (£8.3m)."
    assert [text[finding.start : finding.end] for finding in check_text(text).findings] == ["6.3", "8.3m"]
