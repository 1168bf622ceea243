"""Numbers a hundred times apart by their scale words: what ties them, and what lets them be so."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles

RULE = "scale-slip"
COUNTS = "Of us, 20.5 million (40%) own a boat, {} (13%) a cart, 1.5 million (3%) a van and 5.1 million (10%) a sledge."
TOLD = "Taxes on fuel raised {} in 2014. The report says that {} in taxes on fuel is a record."


def sizes(text: str) -> list[tuple[str, str]]:
    return [(told["larger"], told["smaller"]) for told in map(roles, bound(RULE, text))]


class TestLevels:
    @pytest.mark.parametrize(
        ("text", "larger", "smaller"),
        [
            ("Sales were $2bn, compared with $2.2m in 2019.", "2bn", "2.2m"),
            ("Sales rose from $2.2m to $2bn.", "2bn", "2.2m"),
            ("Sales fell from $2bn to $2.2m.", "2bn", "2.2m"),
            ("Sales rose from $2.2m in 2012 to $2bn in 2015.", "2bn", "2.2m"),
        ],
    )
    def test_two_levels_of_one_comparison(self, text: str, larger: str, smaller: str) -> None:
        (one,) = evaluated(RULE, text)
        assert roles(one.constraint) == {"larger": larger, "smaller": smaller}
        assert one.verdict is Verdict.INCONSISTENT
        assert one.constraint.licence is Licence.STRUCTURE

    def test_of_one_size_they_hold(self) -> None:
        (one,) = evaluated(RULE, "Sales were $1.2bn, compared with $950m in 2019.")
        assert roles(one.constraint) == {"larger": "1.2bn", "smaller": "950m"}
        assert one.verdict is Verdict.CONSISTENT

    @pytest.mark.parametrize(("low", "verdicts"), [("19.9m", [Verdict.INCONSISTENT]), ("20m", []), ("21m", [])])
    def test_more_than_a_hundred_times(self, low: str, verdicts: list[Verdict]) -> None:
        assert [one.verdict for one in evaluated(RULE, f"Sales rose from ${low} to $2bn.")] == verdicts

    @pytest.mark.parametrize(("low", "verdicts"), [("70m", [Verdict.CONSISTENT]), ("60m", [])])
    def test_as_much_as_thirty_times_holds(self, low: str, verdicts: list[Verdict]) -> None:
        assert [one.verdict for one in evaluated(RULE, f"Sales rose from ${low} to $2.00bn.")] == verdicts

    @pytest.mark.parametrize(
        "text",
        [
            "Sales rose from $2.2m in 2012 to $2bn in 2016.",  # years apart
            "Sales were $2bn, compared with $2.2m in Marlow.",  # of another place
            "Sales were $2bn, compared with Birch's $2.2m.",  # of another firm
            "Sales were $2bn, compared with a target of $2.2m.",
            "Sales of the mill, founded by Ash, rose from $2.2m to $2bn.",
            "Sales of the mill since it was launched rose from $2.2m to $2bn.",
            "Sales rose from 2,200,000 dollars to $2bn.",  # no scale word
            "Sales rose from $2.2bn to $950bn.",  # the same scale word
            "Sales rose from $2.2m to €2bn.",
        ],
    )
    def test_nothing_where_they_may_be_so_far_apart(self, text: str) -> None:
        assert bound(RULE, text) == []

    def test_the_message(self) -> None:
        text = "Sales of timber were $2.3bn, compared with $2.2m in 2019."
        (finding,) = check_text(text).findings
        assert (finding.rule, finding.severity) == (RULE, "warning")
        assert finding.message == "$2.3bn beside $2.2m: one of the two has the wrong scale word"
        assert text[finding.start : finding.end] == "2.3bn"


class TestIncluded:
    @pytest.mark.parametrize("word", ["including", "which includes", "and included"])
    def test_a_part_a_hundred_times_the_whole(self, word: str) -> None:
        (one,) = evaluated(RULE, f"The fund holds $490m, {word} $155bn in cash.")
        assert roles(one.constraint) == {"larger": "155bn", "smaller": "490m"}
        assert one.verdict is Verdict.INCONSISTENT

    @pytest.mark.parametrize(
        "text",
        [
            "The fund holds $490m, including to a $155bn trust.",
            "The fund holds $490m, including a share in the $155bn trust.",
            "The fund holds $490bn, including $155m in cash.",  # a small part
            "The fund holds $490m, including $48bn in cash.",  # no hundred times
            "The fund holds $490m, beside $155bn in cash.",
            "The fund holds $490m, including €155bn in cash.",
            "The fund holds $490m, including 12 loans and $155bn in cash.",  # another number between
            "The fund holds $490m, including, as the trustees told us, $155bn in cash.",  # too far off
        ],
    )
    def test_nothing_else(self, text: str) -> None:
        assert bound(RULE, text) == []


class TestCountsWithPercentages:
    @pytest.mark.parametrize(
        ("odd", "pairs"),
        [
            ("6.4 billion", [("6.4 billion", "1.5 million"), ("6.4 billion", "20.5 million")]),
            ("6.4 thousand", [("1.5 million", "6.4 thousand"), ("20.5 million", "6.4 thousand")]),
        ],
    )
    def test_the_odd_one_against_the_nearest_two(self, odd: str, pairs: list[tuple[str, str]]) -> None:
        text = COUNTS.format(odd)
        assert sizes(text) == pairs
        assert {one.verdict for one in evaluated(RULE, text)} == {Verdict.INCONSISTENT}
        (finding,) = check_text(text).findings
        assert text[finding.start : finding.end] == odd
        assert [one.message for one in finding.suggestions] == [f"6.4 million instead of {odd} (another scale word)"]

    @pytest.mark.parametrize(
        "text",
        [
            COUNTS.format("6.4 million"),
            COUNTS.format("640 billion"),  # no other scale word mends it
            "Of us, 20.5 million (40%) own a boat, 6.4 billion (13%) a cart and 5.1 million (10%) a sledge.",
        ],
    )
    def test_nothing_where_none_or_too_few_stand_out(self, text: str) -> None:
        assert bound(RULE, text) == []


class TestToldAgain:
    def test_one_figure_in_two_scale_words(self) -> None:
        text = TOLD.format("£44.6bn", "£44.6m")
        (one,) = evaluated(RULE, text)
        assert roles(one.constraint) == {"larger": "44.6bn", "smaller": "44.6m"}
        assert one.verdict is Verdict.INCONSISTENT
        (finding,) = check_text(text).findings
        assert [one.message for one in finding.suggestions] == [
            "£44.6m instead of £44.6bn (another scale word)",
            "£44.6bn instead of £44.6m (another scale word)",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            TOLD.format("£44.6bn", "£44.6bn"),
            TOLD.format("£44.6bn", "£44.7m"),
            TOLD.format("£44.6bn", "$44.6m"),
            TOLD.format("£44bn", "£44m"),  # two digits ask for more words
            TOLD.format("£40bn", "£40m"),
            TOLD.format("two billion pounds", "two million pounds"),
            "Taxes on fuel raised £44.6bn in 2014. The report says that £44.6m in grants is a record.",
            "Taxes on fuel raised £44.6bn, and £44.6m in taxes on fuel is a record.",
            "Marlow taxes raised £44.6bn in 2014. The report says that £44.6m in Osterby taxes is a record.",
        ],
    )
    def test_nothing_where_it_may_be_another(self, text: str) -> None:
        assert bound(RULE, text) == []
