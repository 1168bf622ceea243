"""Totals that sum up what was told before."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from tests.relations.binding import evaluated, roles

RULE = "parts-total"
COACH = "The coach had 31 rowers and four cooks aboard."
SEATS = "The Ash list won 23 seats and the Birch list 18."


@pytest.mark.parametrize(
    ("text", "whole", "parts", "verdict"),
    [
        (f"{COACH} All 35 people were unhurt.", "35", "31 + four", Verdict.CONSISTENT),
        (f"{COACH} All 45 people on board were unhurt.", "45", "31 + four", Verdict.INCONSISTENT),
        (f"{SEATS} Together they hold 41.", "41", "23 + 18", Verdict.CONSISTENT),
        (
            f"{SEATS} Four friends won too. Together they fill the 55-seat house.",
            "55",
            "23 + 18 + Four",
            Verdict.INCONSISTENT,
        ),
        ("It sent nine vans and six carts, a fleet of 25, to Ash.", "25", "nine + six", Verdict.INCONSISTENT),
    ],
)
def test_verdicts(text: str, whole: str, parts: str, verdict: Verdict) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"whole": whole, "parts": parts}
    assert one.verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        f"{COACH} All 45 people charged since May were freed.",
        f"{COACH} Their twins came too. All 37 people were unhurt.",
        f"{SEATS} Together they have won 51.",
        f"{SEATS} Together they employ 51 clerks.",
        f"{SEATS} Now they together have 51.",
        "Costs fell by £24m and sales by £12m. The loss therefore came to £46m.",
        "It sent nine vans, and rivals, a group of 30 firms, sent six.",
    ],
)
def test_silent_where_they_may_be_of_more(text: str) -> None:
    assert check_text(text).findings == ()


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "They found 212 kilograms in one van and 128 in the other. The combined haul of 430 kilograms is large.",
            "430",
            "212 + 128",
        ),
        ("It took in 31 dogs and 44 cats. In all, 95 animals were fed.", "95", "31 + 44"),
        ("Ash gave £340 and Birch £210. The two gave £650 in total.", "650", "340 + 210"),
        ("Ash lent £340 and Birch £210. The total, £650, is small.", "650", "340 + 210"),
    ],
)
def test_sums_told_in_other_words(text: str, whole: str, parts: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"whole": whole, "parts": parts}
    assert one.verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "It lost 31 ewes here and 44 there. In all, 95 animals died.",
        "They scored 31 at home and 44 away. In all competitions they have 95 goals.",
        "Of 31 homes, 12 were flooded. In all, 53 homes were hit.",
        "It took in 31 dogs, 44 cats and some hens. That made 95 animals in all.",
        "It took in 31 dogs and 44 cats. That made 95 animals in the dale this year.",
    ],
)
def test_what_may_be_more_than_the_parts_told_is_silent(text: str) -> None:
    assert check_text(text).findings == ()
