"""What remains against the parts told before."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles


class TestRemainingShare:
    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("In March 82.3% worked here. The remaining 17.7% were away.", "82.3"),
            (
                "Boats carry 33.0% of it. Barges take 31.0% and carts 33.1%. The remaining 2.9% waits.",
                "33.0 + 31.0 + 33.1",
            ),
            ("Fares rose 12%. Ash holds 60% of the line. The remaining 40% is let.", "60"),
        ],
    )
    def test_the_nearest_shares_that_make_all_of_it(self, text: str, parts: str) -> None:
        (one,) = evaluated("remaining-share", text)
        assert roles(one.constraint)["parts"] == parts
        assert one.verdict is Verdict.CONSISTENT
        assert one.constraint.licence is Licence.STRUCTURE

    def test_a_whole_percentage_of_the_sentence_before_is_doubtful(self) -> None:
        (one,) = evaluated("remaining-share", "Ash holds 60% of the line. The remaining 10% is let.")
        assert one.verdict is Verdict.INCONSISTENT
        assert one.constraint.doubtful
        assert check_text("Ash holds 60% of the line. The remaining 10% is let.").findings == ()

    def test_near_100_it_is_not(self) -> None:
        (one,) = evaluated("remaining-share", "Ash holds 60% of the line. The remaining 30% is let.")
        assert one.verdict is Verdict.INCONSISTENT
        assert one.constraint.licence is Licence.STRUCTURE
        assert not one.constraint.doubtful

    def test_a_fraction_is_a_share_too(self) -> None:
        (one,) = evaluated("remaining-share", "A quarter of the line is let. The other 65% is Ash's.")
        assert one.verdict is Verdict.INCONSISTENT
        assert [part.text for part in one.constraint.operands["parts"]] == ["A quarter"]

    def test_decimals_are_not(self) -> None:
        (one,) = evaluated("remaining-share", "In March 82.3% worked here. The remaining 19.7% were away.")
        assert not one.constraint.doubtful

    @pytest.mark.parametrize(
        "text",
        [
            "Ash holds 60%. It rained. It blew. It snowed. It froze. The remaining 40% is let.",
            "Ash holds 60% and Birch 12%. The remaining 40% is let.",
            "Remaining 40% stakes were let. Ash holds 60%.",
            "Ash holds 60%. About the remaining 30% to 40% we know little.",
            "The remaining 40% is let.",
        ],
    )
    def test_nothing_where_the_parts_may_be_others(self, text: str) -> None:
        assert bound("remaining-share", text) == []


class TestRemainder:
    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("It cost £17.1m, of which £11.7m came from Ash. The remaining £5.4m was lent.", Verdict.CONSISTENT),
            ("It cost £17.1m, of which £11.7m came from Ash. The remaining £4.5m was lent.", Verdict.INCONSISTENT),
            ("Of the 1,308 flats, 1,121 were let. The remaining 187 are empty.", Verdict.CONSISTENT),
            ("Of the 1,308 flats, 1,121 were let. The remaining 178 are empty.", Verdict.INCONSISTENT),
            ("The fund holds £351m. It lent £232m last year. The remaining £119m is kept.", Verdict.CONSISTENT),
        ],
    )
    def test_verdicts(self, text: str, verdict: Verdict) -> None:
        (one,) = evaluated("remainder", text)
        assert one.verdict is verdict
        assert set(roles(one.constraint)) == {"whole", "parts", "rest"}

    @pytest.mark.parametrize(
        "text",
        [
            "The fund lent £23m last year and £35m this year. The remaining £14m is kept.",
            "The fund holds £35m. It lent £23m last year. The remaining £14m is kept.",
            "Of the 1,308 flats, 1,121 were let and 80 sold. The remaining 178 are empty.",
            "It cost £17.1m, of which £11.7m came from Ash. The remaining 4.5 tonnes were sold.",
        ],
    )
    def test_nothing_where_a_failure_proves_nothing(self, text: str) -> None:
        assert bound("remainder", text) == []

    def test_the_message_tells_what_is_left(self) -> None:
        text = "It cost £17.1m, of which £11.7m came from Ash. The remaining £4.5m was lent."
        (finding,) = check_text(text).findings
        assert finding.message == "£17.1m less £11.7m leaves £5.4m, not £4.5m"
