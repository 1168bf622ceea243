"""What is left by a word behind its number, and the part of a whole that it is left of."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from tests.relations.binding import evaluated, roles

RULE = "remainder"
MENDED = "The mill has mended 23 of its 41 looms."


@pytest.mark.parametrize(
    ("text", "whole", "part", "rest", "verdict"),
    [
        (f"{MENDED} It rained. The 18 looms still out of use are old.", "41", "23", "18", Verdict.CONSISTENT),
        (f"{MENDED} It rained. The 28 looms still out of use are old.", "41", "23", "28", Verdict.INCONSISTENT),
        (f"{MENDED} The 28 that have not been mended are old.", "41", "23", "28", Verdict.INCONSISTENT),
        (f"{MENDED} Seven are new. The 28 outstanding are old.", "", "", "", Verdict.UNDETERMINED),
        ("It owns 64 barns, 40 of them let and the other 34 empty.", "64", "40", "34", Verdict.INCONSISTENT),
        ("It has paid £3.4m of the £9.1m. What is left, £6.7m, is due.", "9.1m", "3.4m", "6.7m", Verdict.INCONSISTENT),
        (
            "It will dig 40 wells. Eight are dug. The 34 wells yet to come are deep.",
            "40",
            "Eight",
            "34",
            Verdict.INCONSISTENT,
        ),
    ],
)
def test_verdicts(text: str, whole: str, part: str, rest: str, verdict: Verdict) -> None:
    found = evaluated(RULE, text)
    if verdict is Verdict.UNDETERMINED:
        assert found == []
        return
    (one,) = found
    assert roles(one.constraint) == {"whole": whole, "parts": part, "rest": rest}
    assert one.verdict is verdict


@pytest.mark.parametrize(
    "behind",
    [
        "The 13 looms still on trial are Dutch.",  # some of what is left
        "The 15 that do not hum are Dutch.",
        "The 28 looms idle and still unpaid for at another mill are Dutch.",
        "The 23 still in use are Dutch.",  # the part once more
        "The five left for Ash.",
    ],
)
def test_silent_where_they_may_be_others(behind: str) -> None:
    assert check_text(f"{MENDED} {behind}").findings == ()
