"""A base never printed, a word for up or down, points said as percent."""

from __future__ import annotations

import pytest

from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles, words


class TestDerivedBase:
    def test_amount_and_percentage_share_a_base(self) -> None:
        found = only("derived-base", "Takings rose $18.2m, or 42%, to $94.1m.")
        assert roles(found) == {"amount": "18.2m", "percent": "42", "after": "94.1m"}
        assert found.licence is Licence.CLAUSE
        assert found.negated == frozenset()
        assert not found.doubtful
        assert not found.closed

    def test_a_fall_turns_both_signs(self) -> None:
        found = only("derived-base", "The debt fell by 240 crowns, or 25%, to 960 crowns.")
        assert found.negated == {"amount", "percent"}

    def test_a_rise_above_its_own_outcome_is_doubtful(self) -> None:
        assert only("derived-base", "Takings rose $98.2m, or 42%, to $94.1m.").doubtful

    @pytest.mark.parametrize(
        "text",
        [
            "Takings rose $18.2m, or 42%, to $94.1m from $75.9m.",
            "Takings changed by $18.2m, or 42%, to $94.1m.",
            "Takings rose $18.2m to $94.1m.",
            "Takings rose 42% to $94.1m.",
            "Takings rose $18.2m, or 42%, to 94.1 tonnes.",
        ],
    )
    def test_nothing_where_the_base_is_printed_or_a_role_is_missing(self, text: str) -> None:
        assert bound("derived-base", text) == []

    def test_a_loss_against_a_profit_has_no_base(self) -> None:
        text = "The mill had a loss of $3m compared with a profit of $5m, a fall of $8m or 160%."
        assert bound("derived-base", text) == []


class TestDirection:
    def test_a_word_against_two_levels(self) -> None:
        (one,) = evaluated("direction", "The rate rose to 4.1% from 4.6%.")
        assert one.verdict is Verdict.INCONSISTENT
        assert roles(one.constraint) == {"before": "4.6", "after": "4.1"}
        assert words(one.constraint) == {"direction": "rose"}
        assert one.constraint.licence is Licence.CLAUSE

    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("The rate rose to 4.6% from 4.1%.", Verdict.CONSISTENT),
            ("The rate fell to 4.1% from 4.6%.", Verdict.CONSISTENT),
            ("The rate fell to 4.6% from 4.1%.", Verdict.INCONSISTENT),
            ("Sales of $100m were down from $80m.", Verdict.INCONSISTENT),
            ("Sales rose to $80m from $80m.", Verdict.CONSISTENT),
            ("Sales fell from 1.4 million tonnes to 1.4 million tonnes.", Verdict.CONSISTENT),
        ],
    )
    def test_verdicts(self, text: str, verdict: Verdict) -> None:
        assert [one.verdict for one in evaluated("direction", text)] == [verdict]

    @pytest.mark.parametrize(
        "text",
        [
            "The rate rose to about 4.1% from 4.6%.",
            "The rate rose to more than 4.1% from 4.6%.",
            "Ash crept up from six to five.",
            "Growth improved from 4.1% to 4.6%.",
            "The lap time slowed from 41.2 seconds to 40.6 seconds.",
            "Sterling eased to $1.31 from $1.29.",
            "Limits were eased to 60% from 50%.",
            "The balance rose to -£4m from £3m.",
            "Costs rose from 2012 to 2011.",
            "Costs rose from £12m to 11%.",
            "Costs rose from £12m to €11m.",
            "Costs rose 40% from £100m to £80m.",
        ],
    )
    def test_what_settles_nothing_is_not_judged(self, text: str) -> None:
        assert evaluated("direction", text) == []


class TestPercentForPoints:
    @pytest.mark.parametrize(
        ("change", "verdict"),
        [("5%", Verdict.INCONSISTENT), ("11%", Verdict.CONSISTENT), ("30%", Verdict.UNDETERMINED)],
    )
    def test_only_the_exact_difference_in_points_is_one(self, change: str, verdict: Verdict) -> None:
        (one,) = evaluated("percent-for-points", f"Support rose {change} from 47% to 52%.")
        assert one.verdict is verdict
        assert roles(one.constraint) == {"change": change[:-1], "before": "47", "after": "52"}

    def test_a_fall(self) -> None:
        (one,) = evaluated("percent-for-points", "The rate fell by 1.3%, from 7.4% to 6.1%.")
        assert one.verdict is Verdict.INCONSISTENT

    @pytest.mark.parametrize(
        "text",
        [
            "Support rose about 5% from 47% to 52%.",
            "Support rose five percentage points from 47% to 52%.",
            "Support rose 5% from £47 to £52.",
            "Support rose 5% to 52%.",
        ],
    )
    def test_nothing_else_is_bound(self, text: str) -> None:
        assert bound("percent-for-points", text) == []
