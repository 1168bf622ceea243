"""A part, its percentage and a whole; a part and a whole."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles


class TestShareOfWhole:
    @pytest.mark.parametrize(
        "text",
        [
            "Tests found that 31 of the 71 wells (47.3%) were dry.",
            "Tests found that 47.3% (31 of 71) were dry.",
            "Tests found that 47.3% of the 71 wells, or 31, were dry.",
            "Of the 71 wells, 31 (47.3%) were dry.",
        ],
    )
    def test_all_three_in_one_clause(self, text: str) -> None:
        found = only("share-of-whole", text)
        assert roles(found) == {"part": "31", "whole": "71", "share": "47.3"}
        assert found.licence is Licence.CLAUSE
        assert found.closed

    def test_every_pair_under_one_head(self) -> None:
        found = bound("share-of-whole", "Of the 278 letters, 271 (98%) came on time and 7 (2%) late.")
        assert [roles(one) for one in found] == [
            {"part": "271", "whole": "278", "share": "98"},
            {"part": "7", "whole": "278", "share": "2"},
        ]

    def test_a_whole_in_reach_is_bound_where_the_share_holds(self) -> None:
        (one,) = evaluated("share-of-whole", "The fair had 480 ponies. In all 124 (25.8%) came late.")
        assert roles(one.constraint) == {"part": "124", "whole": "480", "share": "25.8"}
        assert one.constraint.licence is Licence.NOUN
        assert one.verdict is Verdict.CONSISTENT

    @pytest.mark.parametrize(
        "text",
        [
            "The fair had 480 ponies. In all 124 (35.8%) came late.",
            "The fair had 480 ponies.\n\n# Carts\n\nIn all 124 (25.8%) came late.",
            "The fair cost £480. In all 124 ponies (25.8%) came late.",
            "In all 124 (25.8%) came late.",
            "About 120 to 130 of the 480 ponies (25.8%) came late.",
        ],
    )
    def test_no_whole_is_guessed(self, text: str) -> None:
        assert bound("share-of-whole", text, md=True) == []


class TestPartAboveWhole:
    @pytest.mark.parametrize(
        ("text", "part", "whole"),
        [
            ("The club sent 57 of its 48 members abroad.", "57", "48"),
            ("Tests found 98 out of 89 wells dry.", "98", "89"),
            ("The club spent £57 of its £48.", "57", "48"),
            ("Of the 48 members, 57 went abroad.", "57", "48"),
        ],
    )
    def test_a_part_and_its_whole(self, text: str, part: str, whole: str) -> None:
        (one,) = evaluated("part-above-whole", text)
        assert roles(one.constraint) == {"part": part, "whole": whole}
        assert one.constraint.licence is Licence.CLAUSE
        assert one.verdict is Verdict.INCONSISTENT

    @pytest.mark.parametrize(
        "text",
        [
            "The club sent 57% of its 48 members abroad.",
            "The mill made $57m of sales of 48 looms.",
            "The club sent 57 and kept 48.",
            "Of the 48 members in the club by 2011, some 57 carts were lent.",
        ],
    )
    def test_other_pairs_are_not(self, text: str) -> None:
        assert bound("part-above-whole", text) == []


class TestOfThese:
    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("The choir asked 1,240 people. Of these, 21% (260) sing at home.", Verdict.CONSISTENT),
            ("The choir asked 1,240 people. Of these people, 31% (260) sing at home.", Verdict.INCONSISTENT),
            ("The choir grew to 1,240 people from 400. Of these, 31% (260) sing at home.", Verdict.INCONSISTENT),
        ],
    )
    def test_the_count_before_is_the_whole(self, text: str, verdict: Verdict) -> None:
        (one,) = evaluated("share-of-whole", text)
        assert (roles(one.constraint)["whole"], one.constraint.licence) == ("1,240", Licence.STRUCTURE)
        assert one.verdict is verdict

    @pytest.mark.parametrize(
        "text",
        [
            "The choir asked 1,240 people. Of these, 41% (260) sing at home and 17% (99) do not.",
            "The choir asked 1,240 people. The rain fell, and of these 31% (260) sing.",
            "The choir asked 1,240 people. Of the singers, 31% (260) sing at home.",
        ],
    )
    def test_another_whole_is_silent(self, text: str) -> None:
        assert bound("share-of-whole", text) == []


@pytest.mark.parametrize("text", ["Of the 900 members, 66%, or 594 of", "Of the 900 members, 66% or 594 of"])
def test_a_sentence_cut_off_behind_of_takes_no_rule_down(text: str) -> None:
    report = check_text(text)
    assert (report.faults, report.findings) == ((), ())
