"""Levels whose order in time is not that of "against", and readings that stood in the way of changes told apart."""

from __future__ import annotations

import pytest

from factcheck.check import check_text


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The ferry carried 84,000 people in 2019, against 63,000 last year, a drop of 25 per cent.", []),
        (
            "The ferry carried 84,000 people in 2019, against 63,000 last year, a drop of 52 per cent.",
            ["percent-change"],
        ),
        (
            "It carried 84,000 in 2019, the last year before the flood, against 63,000 last year, a drop of 25%.",
            [],
        ),
        ("Fuel fell by 3.9p a litre between May and June to stand at 131.8p, against 135.2p a year earlier.", []),
        ("A loaf cost 80 cents then. Shoppers now hand over $1.20. That 50 percent increase hurts.", []),
        ("The mast is 41.6 metres tall. It was 38.2 metres before the works. The gain of 3.4 metres is seen.", []),
        ("It touched 41.3C on Sunday, 1.8 degrees above the previous record of 39.5C.", []),
        ("It touched 41.3C on Sunday, 1.8 degrees above the previous record of 35.9C.", ["amount-change"]),
    ],
)
def test_levels_are_put_in_the_order_of_their_times(text: str, rules: list[str]) -> None:
    assert [finding.rule for finding in check_text(text).findings] == rules
