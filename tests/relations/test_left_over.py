"""What is left of the only amount before, of a part with words between, and what is inferred to be left."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from tests.relations.binding import evaluated, roles

RULE = "remainder"


@pytest.mark.parametrize(
    ("text", "whole", "part", "rest"),
    [
        ("The thieves took 22 carts. Police found 15, leaving nine at large.", "22", "15", "nine"),
        ("Nine of the 14 are free, which means that seven are still held.", "14", "Nine", "seven"),
        ("All but six of the town's 40 shops are open, so 38 remain.", "40", "six", "38"),
        ("Of the $900m pledged, $620m has come. The outstanding $380m is due.", "900m", "620m", "380m"),
        ("It carried 52 riders. Eighteen were hurt and the remaining 44 were well.", "52", "Eighteen", "44"),
        ("Seven of the vale's 12 lifts run, while the other six are shut.", "12", "Seven", "six"),
    ],
)
def test_a_remainder_that_fails(text: str, whole: str, part: str, rest: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"whole": whole, "parts": part, "rest": rest}
    assert one.verdict is Verdict.INCONSISTENT
    assert [finding.rule for finding in check_text(text).findings] == [RULE]


@pytest.mark.parametrize(
    "text",
    [
        "The shop had 22 carts. It sold 15 and bought another, leaving eight.",
        "They sold 300 tickets on Monday. On Friday they sold 120, leaving 80 unsold.",
        "Nine of the 14 are free, so nine are still alive.",
        "It carried 52 riders. Eighteen were hurt, a woman died and the remaining 33 were well.",
        "The vale has 40 farms. It lost 12 and won three, leaving 31.",
    ],
)
def test_what_is_something_else_is_silent(text: str) -> None:
    assert check_text(text).findings == ()
