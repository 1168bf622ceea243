"""Sums told again for each share: how they are written, how far they may drift, and which one stands alone."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles

RULE = "per-share"
FOUR = "It earned $25m or $0.31 a share, $21m or $0.26 a share, $19m or $0.24 a share and $54m or $0.03 a share."
THOUSANDFOLD = "It earned $24.8m, or $0.31 a share, against $21.1bn, or $0.26 a share."


@pytest.mark.parametrize(
    ("text", "each", "other_each"),
    [
        ("It earned $24.8m, or $0.31 per share, and $21.1m, or $0.26 per diluted share.", "0.26", "0.31"),
        ("It earned $24.8m, $0.31 a share, against $21.1m, equal to $0.26 a share.", "0.26", "0.31"),
        ("It earned $24.8m or 31 cents a share. A year ago it earned $21.1m ($0.26 per share).", "0.26", "31"),
        ("It earned 24.8m, or $0.31 a share, against $21.1m, or about $0.26 a unit.", "0.26", "0.31"),
        ("It earned £24.8m, or 31p a share, against £21.1m, or 26p a share.", "26", "31"),
    ],
)
def test_a_sum_and_what_it_is_for_a_share(text: str, each: str, other_each: str) -> None:
    (one,) = evaluated(RULE, text)
    told = roles(one.constraint)
    assert (told["amount"].rstrip("m"), told["each"]) == ("21.1", each)
    assert (told["other_amount"].rstrip("m"), told["other_each"]) == ("24.8", other_each)
    assert one.verdict is Verdict.CONSISTENT
    assert one.constraint.licence is Licence.STRUCTURE


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("It earned $24.8m ($0.31 a share) and $21.1m ($0.26 a share).", "shares-USD"),
        ("It earned €24.8m (€0.31 a share) and €21.1m (€0.26 a share).", "shares-EUR"),
        ("It earned £24.8m (31p a share) and £21.1m (26p a share).", "shares-GBP"),
    ],
)
def test_the_pairs_of_one_currency_are_a_family(text: str, family: str) -> None:
    assert only(RULE, text).family == family


@pytest.mark.parametrize("later", ["$12.55m", "$6.50m"])
def test_periods_agree_within_two_fifths(later: str) -> None:
    (one,) = evaluated(RULE, f"It earned $9.000m, or $1.200 a share. A year ago it earned {later}, or $1.200 a share.")
    assert one.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize("later", ["$12.70m", "$6.30m", "$900m"])
def test_two_sentences_that_do_not_agree_tell_of_two_companies(later: str) -> None:
    assert bound(RULE, f"It earned $9.000m, or $1.200 a share. A year ago it earned {later}, or $1.200 a share.") == []


def test_each_pair_is_held_against_the_most_precise() -> None:
    first, second, alone = bound(RULE, FOUR)
    model = {"other_amount": "25m", "other_each": "0.31"}
    assert roles(first) == {"amount": "21m", "each": "0.26", **model}
    assert roles(second) == {"amount": "19m", "each": "0.24", **model}
    assert roles(alone) == {"amount": "54m", "each": "0.03", "other_amount": "19m", "other_each": "0.24"}


def test_one_alone_against_three_is_wrong() -> None:
    assert [one.verdict for one in evaluated(RULE, FOUR)] == [
        Verdict.CONSISTENT,
        Verdict.CONSISTENT,
        Verdict.INCONSISTENT,
    ]
    (finding,) = check_text(FOUR).findings
    assert finding.message == "$54m at $0.03 a share makes another number of shares than $19m at $0.24"
    assert FOUR[finding.start : finding.end] == "0.03"
    assert finding.severity == "error"


def test_one_alone_against_two_is_let_pass() -> None:
    text = "It earned $25m or $0.31 a share, $21m or $0.26 a share and $54m or $0.03 a share."
    assert roles(only(RULE, text))["amount"] == "21m"
    assert check_text(text).findings == ()


@pytest.mark.parametrize("other", ["$45.5m", "$1.750m"])
def test_two_of_one_sentence_five_times_apart(other: str) -> None:
    (one,) = evaluated(RULE, f"It earned $9.000m, or $1.200 a share, against {other}, or $1.200 a share.")
    assert one.verdict is Verdict.INCONSISTENT
    assert roles(one.constraint)["amount"] == other[1:]


@pytest.mark.parametrize("other", ["$44.5m", "$1.850m"])
def test_two_of_one_sentence_not_five_times_apart(other: str) -> None:
    assert bound(RULE, f"It earned $9.000m, or $1.200 a share, against {other}, or $1.200 a share.") == []


def test_a_scale_word_is_offered() -> None:
    (finding,) = check_text(THOUSANDFOLD).findings
    assert finding.message == "$21.1bn at $0.26 a share makes another number of shares than $24.8m at $0.31"
    assert "$21.1m instead of $21.1bn (another scale word)" in [one.message for one in finding.suggestions]


@pytest.mark.parametrize(
    "text",
    [
        "Birch bid $24.8m, or $0.31 a share, against $21.1bn, or $0.26 a share.",
        "After a split it earned $24.8m, or $0.31 a share, against $21.1bn, or $0.26 a share.",
        "Since the takeover it earned $24.8m, or $0.31 a share, against $21.1bn, or $0.26 a share.",
        "It paid out $24.8m, or $0.31 a share, against $21.1bn, or $0.26 a share.",
    ],
)
def test_a_price_or_a_split_says_nothing(text: str) -> None:
    assert len(bound(RULE, THOUSANDFOLD)) == 1
    assert bound(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It earned $24.8m, or $0.31 a share, and £21.1bn, or £0.26 a share.",  # two currencies
        "It earned $24.8m, or £0.31 a share, and $21.1bn, or £0.26 a share.",  # a sum in another one
        "It earned $24.8m, or $0.31 a share.",  # a pair alone
        "It earned $240, or $0.31 a share, against $21.1bn, or $0.26 a share.",  # fewer than a thousand shares
        "It earned $24.8m, or $0.31 to $0.33 a share, against $21.1bn, or $0.26 a share.",
        "It earned $24.8m, or $0.31 a 5% share, against $21.1bn, or $0.26 a share.",
        "It earned $24.8m, or 31% a share, against $21.1bn, or $0.26 a share.",
        "It earned $24.8m, or $0.31 for the share, against $21.1bn, or $0.26 a share.",
        "It earned $24.8m, up $0.31 a share, against $21.1bn, or $0.26 a share.",
        "It earned $24.8m, or $0.31 a barge, against $21.1bn, or $0.26 a share.",
    ],
)
def test_nothing_where_it_is_no_pair_or_another(text: str) -> None:
    assert bound(RULE, text) == []
