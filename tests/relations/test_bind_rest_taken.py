"""What is left of a whole of which a part was taken, or that is shared out."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles

RULE = "remainder"


FELL = "Prices fell in five of the nine wards"
SPENT = "The fund has spent £12m of its £40m"
BOATS = "Of the 312 boats, 140 are trawlers, 96 ferries and"


@pytest.mark.parametrize(
    ("text", "whole", "parts", "rest", "verdict"),
    [
        # a part taken of its whole, and the others
        (f"{FELL}. The other four rose.", "nine", "five", "four", Verdict.CONSISTENT),
        (f"{FELL}. The other five rose.", "nine", "five", "five", Verdict.INCONSISTENT),
        (f"{FELL} and rose in the other five.", "nine", "five", "five", Verdict.INCONSISTENT),
        # leaving
        (f"{SPENT}, leaving £28m.", "40m", "12m", "28m", Verdict.CONSISTENT),
        (f"{SPENT}, leaving £38m.", "40m", "12m", "38m", Verdict.INCONSISTENT),
        (f"{SPENT}. That leaves £38m for boats.", "40m", "12m", "38m", Verdict.INCONSISTENT),
        # shared among
        (f"{BOATS} the remaining 76 tugs.", "312", "140 + 96", "76", Verdict.CONSISTENT),
        (f"{BOATS} the remaining 66 tugs.", "312", "140 + 96", "66", Verdict.INCONSISTENT),
        (f"{BOATS} the other 66 tugs.", "312", "140 + 96", "66", Verdict.INCONSISTENT),
        (f"{BOATS} (31%) the remaining 76 tugs.", "312", "140 + 96", "76", Verdict.CONSISTENT),
    ],
)
def test_verdicts(text: str, whole: str, parts: str, rest: str, verdict: Verdict) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"whole": whole, "parts": parts, "rest": rest}
    assert one.verdict is verdict
    closed = "of the nine" in text and "other five" in text  # all of them, by their words
    assert one.constraint.licence is (Licence.CLAUSE if closed else Licence.STRUCTURE)


@pytest.mark.parametrize(
    ("text", "message", "severity"),
    [
        (f"{FELL}. The other five rose.", "nine less five leaves four, not five", "error"),
        (f"{SPENT}, leaving £38m.", "£40m less £12m leaves £28m, not £38m", "warning"),
        (f"{BOATS} the remaining 66 tugs.", "312 less 140 + 96 leaves 76, not 66", "warning"),
    ],
)
def test_the_message_tells_what_is_left(text: str, message: str, severity: str) -> None:
    (finding,) = check_text(text).findings
    assert (finding.rule, finding.message, finding.severity) == (RULE, message, severity)


@pytest.mark.parametrize(
    "text",
    [
        f"{FELL}. The other three rose, and one was left out.",
        f"{FELL}. The other three rose, another was absent.",
        f"{FELL}. The other three rose. Another stood still.",
        f"{FELL}. The other three rose. It rained. In 2 wards nothing was sold.",
        f"{FELL}. The other two rose, and two stood still.",
        f"{FELL}. The other two rose. In 2 wards nothing was sold.",
        f"{BOATS} the remaining 66 tugs, and 10 barges are let.",
        f"{SPENT}, leaving £18m for boats and £10m for carts.",
    ],
)
def test_a_third_part_may_follow(text: str) -> None:
    assert bound(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{FELL}. The other two rose, and five stood still.",  # more than the gap
        f"{FELL}. The other two rose, and £2 was lost.",
        f"{FELL}. The other two rose, none was left out.",  # a gap of two
    ],
)
def test_what_follows_may_be_no_part(text: str) -> None:
    (one,) = evaluated(RULE, text)
    assert one.verdict is Verdict.INCONSISTENT
    assert roles(one.constraint)["whole"] == "nine"


@pytest.mark.parametrize(
    "text",
    [
        f"{FELL}. Other five rose.",
        f"{FELL}, leaving them poor.",
        f"{FELL} and in two of the six towns. The other five rose.",  # two wholes
        f"{FELL}. It rained. It poured. The other five rose.",
        f"{SPENT}, leaving 38 boats.",
        f"{SPENT}, leaving $38m.",
        "Of the 312 boats, £140 was taken and the remaining 66 are tugs.",
        "Of the 312 boats, 140 are trawlers, the rest 66 tugs and 96 ferries.",
    ],
)
def test_nothing_where_the_rest_may_be_of_another_whole(text: str) -> None:
    assert bound(RULE, text) == []
