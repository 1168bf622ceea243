"""Lines and columns: shares of a line, totals of percentages, totals of columns."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.quantities.interval import Interval
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles


class TestSharesTotal:
    @pytest.mark.parametrize("rest", ["the others", "the rest", "the remaining"])
    def test_a_split_that_is_said_to_be_complete(self, rest: str) -> None:
        found = only("shares-total", f"Ash took 52.1% of the votes, Birch 40.3% and {rest} 9.6%.")
        assert roles(found) == {"parts": "52.1 + 40.3 + 9.6"}
        assert found.licence >= Licence.STRUCTURE

    def test_a_split_that_its_counts_show_to_be_complete(self) -> None:
        found = only("shares-total", "Ash won 312 votes (60.0%), Birch 156 (30.0%) and Cedar 52 (11.0%).")
        assert roles(found) == {"parts": "60.0 + 30.0 + 11.0"}
        assert found.licence is Licence.STRUCTURE

    def test_percentages_side_by_side_need_not_add_up(self) -> None:
        text = "Labels were missing on 39% of the jars, lids on 34% and seals on 42%."
        assert only("shares-total", text).licence is Licence.ARITHMETIC

    def test_a_rest_far_from_100_is_of_another_split(self) -> None:
        text = "Ash took 12% of the votes, Birch 10% and the others 9%."
        assert all(found.licence is Licence.ARITHMETIC for found in bound("shares-total", text))

    def test_percentages_before_the_line_are_taken_in_where_they_make_100(self) -> None:
        (one,) = evaluated("shares-total", "Ash took 81%. A further 13% went to Birch, and the remaining 6% to Cedar.")
        assert roles(one.constraint) == {"parts": "81 + 13 + 6"}
        assert one.verdict is Verdict.CONSISTENT

    @pytest.mark.parametrize(
        "text",
        [
            "Some, including Ash with 52.1%, Birch with 40.3% and Cedar with 9.6%, won.",
            "Ash took 52.1% of the votes.",
            "Ash took 52.1% and Birch 40% to 42%.",
        ],
    )
    def test_a_selection_or_a_range_is_not_bound(self, text: str) -> None:
        assert bound("shares-total", text) == []


class TestShareOfSum:
    LINE = "Moreau won 51,200 votes (64.00%), Adeyemi 20,800 votes (28.00%) and Lindqvist 8,000 votes (10.00%)."

    def test_each_share_of_a_full_line(self) -> None:
        found = evaluated("share-of-sum", self.LINE)
        assert [roles(one.constraint) for one in found] == [
            {"part": "51,200", "share": "64.00", "others": "20,800 + 8,000"},
            {"part": "20,800", "share": "28.00", "others": "51,200 + 8,000"},
            {"part": "8,000", "share": "10.00", "others": "51,200 + 20,800"},
        ]
        assert [one.verdict for one in found] == [Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.CONSISTENT]
        assert {one.constraint.licence for one in found} == {Licence.STRUCTURE}
        assert len({one.constraint.family for one in found}) == 1
        assert all(one.constraint.family for one in found)

    def test_shares_in_another_sentence_by_name_and_not_by_place(self) -> None:
        text = (
            "Moreau won 51,200 votes, Adeyemi 20,800 votes and Lindqvist 8,000 votes. "
            "Lindqvist thus has 10.00%, Moreau 64.00% and Adeyemi 26.00%."
        )
        found = evaluated("share-of-sum", text)
        assert [(roles(one.constraint)["part"], roles(one.constraint)["share"]) for one in found] == [
            ("51,200", "64.00"),
            ("20,800", "26.00"),
            ("8,000", "10.00"),
        ]
        assert {one.verdict for one in found} == {Verdict.CONSISTENT}

    @pytest.mark.parametrize(
        "text",
        [
            "Moreau won 51,200 votes (64.00%) and Adeyemi 20,800 votes (28.00%).",
            "Some, including Moreau (64.00%, 51,200 votes) and Adeyemi (26.00%, 20,800 votes), won.",
            "The thefts took place in 118 (61%) shops, 22 (11%) barns and 9 (4%) boats.",
            "Moreau won 51,200 votes.",
        ],
    )  # fmt: skip
    def test_a_line_that_is_not_all_there_is_is_not_bound(self, text: str) -> None:
        assert bound("share-of-sum", text) == []


class TestCommonWhole:
    def test_one_whole_from_all_but_one(self) -> None:
        found = evaluated(
            "common-whole", "Damp was found in 271 homes (45.2%), mould in 188 (37.6%) and rot in 42 (8.4%)."
        )
        assert [roles(one.constraint) for one in found] == [
            {"part": "271", "share": "45.2"},
            {"part": "188", "share": "37.6"},
            {"part": "42", "share": "8.4"},
        ]
        assert [one.verdict for one in found] == [Verdict.INCONSISTENT, Verdict.CONSISTENT, Verdict.CONSISTENT]
        assert {one.constraint.licence for one in found} == {Licence.STRUCTURE}
        assert len({one.constraint.family for one in found}) == 1

    def test_the_whole_is_where_those_that_agree_meet(self) -> None:
        found = bound("common-whole", "Damp was found in 271 homes (54.2%), mould in 188 (37.6%) and rot in 42 (8.4%).")
        whole = {one.derived["whole"] for one in found}
        assert len(whole) == 1
        (interval,) = whole
        wholes = [(271, "54.2"), (188, "37.6"), (42, "8.4")]
        lows = [Fraction(part * 100) / (Fraction(share) + Fraction(1, 20)) for part, share in wholes]
        assert interval.low is not None
        assert interval.low <= max(lows)
        assert interval.meets(Interval.exactly(500))

    @pytest.mark.parametrize(
        "text",
        [
            "The thefts took place in 118 (61%) shops, 22 (11%) barns and 9 (4%) boats.",
            "Damp was found in 271 homes (45.2%) and mould in 188 (37.6%).",
            "Damp was found in 271 homes (54.2%), mould in 108 (37.6%), rot in 82 (8.4%) and rust in 17 (9.9%).",
        ],
    )
    def test_coarse_few_or_scattered_shares_imply_none(self, text: str) -> None:
        assert bound("common-whole", text) == []


class TestCrossTotal:
    ROWS = "Marlow gave Ash 1,204 votes and Birch 1,896. Osterby gave Ash 1,950 votes and Birch 1,900. "

    def test_a_line_that_is_the_sum_of_the_others(self) -> None:
        found = evaluated("cross-total", self.ROWS + "In total Ash won 3,154 votes and Birch 3,796.")
        assert [roles(one.constraint) for one in found] == [
            {"whole": "3,154", "parts": "1,204 + 1,950"},
            {"whole": "3,796", "parts": "1,896 + 1,900"},
        ]
        assert {one.verdict for one in found} == {Verdict.CONSISTENT}
        assert {one.constraint.licence for one in found} == {Licence.STRUCTURE}

    def test_one_column_that_holds_licenses_the_other(self) -> None:
        found = evaluated("cross-total", self.ROWS + "In total Ash won 3,164 votes and Birch 3,796.")
        assert [one.verdict for one in found] == [Verdict.INCONSISTENT, Verdict.CONSISTENT]

    def test_columns_are_keyed_by_name(self) -> None:
        found = evaluated("cross-total", self.ROWS + "In total Birch won 3,796 votes and Ash 3,154.")
        assert sorted(tuple(roles(one.constraint).values()) for one in found) == [
            ("3,154", "1,204 + 1,950"),
            ("3,796", "1,896 + 1,900"),
        ]

    def test_the_total_may_come_first(self) -> None:
        found = evaluated("cross-total", "In all Ash won 3,154 votes and Birch 3,796. " + self.ROWS)
        assert [roles(one.constraint)["whole"] for one in found] == ["3,154", "3,796"]

    @pytest.mark.parametrize(
        "last",
        [
            "Vale gave Ash 1,700 votes and Birch 1,300.",
            "In total Ash won 3,164 votes and Birch 3,786.",
            "In total Ash won 3,154 votes and Cedar 3,796.",
            "In total Ash won £3,154 and Birch £3,796.",
            "In total Ash won 3,154 votes.",
        ],
    )
    def test_other_lines_are_no_total(self, last: str) -> None:
        assert bound("cross-total", self.ROWS + last) == []
