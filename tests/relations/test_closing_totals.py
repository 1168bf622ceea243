"""Totals that close or open the list of their parts."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles

RULE = "parts-total"
FLEET = "The fleet has 140 trawlers, 96 ferries and 46 tugs"
FARES = "The port got £4.1m from fares and £4.2m from tolls"


@pytest.mark.parametrize(
    "closing",
    [
        ", a total of {} boats.",
        " – a total of {} boats.",
        ", {} in all.",
        ", {} boats all told.",
        ", or {} in total.",
        ", making {} boats altogether.",
        ", giving {} in all.",
        ", totalling {} boats.",
        ", for a total of {} boats.",
    ],
)
@pytest.mark.parametrize(("total", "verdict"), [("282", Verdict.CONSISTENT), ("292", Verdict.INCONSISTENT)])
def test_a_list_and_its_total(closing: str, total: str, verdict: Verdict) -> None:
    (one,) = evaluated(RULE, FLEET + closing.format(total))
    assert roles(one.constraint) == {"whole": total, "parts": "140 + 96 + 46"}
    assert one.verdict is verdict
    assert one.constraint.licence is Licence.STRUCTURE


@pytest.mark.parametrize(
    ("closing", "whole", "verdict"),
    [
        (", totalling £8.3m.", "8.3m", Verdict.CONSISTENT),
        (", totalling £9m.", "9m", Verdict.INCONSISTENT),
        (" – totaling £8m.", "8m", Verdict.CONSISTENT),
        (", £8.4m in all.", "8.4m", Verdict.CONSISTENT),  # as rounded as its parts
        (", £8.5m in all.", "8.5m", Verdict.EDGE),  # if they were cut off
        (", £8.6m in all.", "8.6m", Verdict.INCONSISTENT),
    ],
)
def test_two_sums_and_their_total(closing: str, whole: str, verdict: Verdict) -> None:
    (one,) = evaluated(RULE, FARES + closing)
    assert roles(one.constraint) == {"whole": whole, "parts": "4.1m + 4.2m"}
    assert one.verdict is verdict


def test_the_nearest_run_that_adds_up() -> None:
    text = "In 7 ports it has 140 trawlers, 96 ferries and 46 tugs, a total of 282 boats."
    assert roles(only(RULE, text)) == {"whole": "282", "parts": "140 + 96 + 46"}


@pytest.mark.parametrize(
    ("text", "message", "severity"),
    [
        (f"{FLEET}, a total of 292 boats.", "140 + 96 + 46 is 282, not 292", "warning"),
        (f"{FARES}, totalling £9m.", "£4.1m + £4.2m is £8.3m, not £9m", "warning"),
        (
            "The port got a total of £9m: £4.1m from fares and £4.2m from tolls.",
            "£4.1m + £4.2m is £8.3m, not £9m",
            "error",
        ),
    ],
)
def test_the_message(text: str, message: str, severity: str) -> None:
    (finding,) = check_text(text).findings
    assert (finding.rule, finding.message, finding.severity) == (RULE, message, severity)
    assert text[finding.start : finding.end] in ("292", "9m")


@pytest.mark.parametrize(
    ("text", "whole", "parts", "verdict", "licence"),
    [
        (
            "The council spent £8.9m: £4.1m on roads, £2.6m on parks and £2.2m on lights.",
            "8.9m",
            "4.1m + 2.6m + 2.2m",
            Verdict.CONSISTENT,
            Licence.STRUCTURE,
        ),
        (
            "The council spent £9.9m: £4.1m on roads, £2.6m on parks and £2.2m on lights.",
            "9.9m",
            "4.1m + 2.6m + 2.2m",
            Verdict.INCONSISTENT,
            Licence.STRUCTURE,
        ),
        (
            "There were 15 witnesses: eight for the Crown and six for the defence.",
            "15",
            "eight + six",
            Verdict.INCONSISTENT,
            Licence.STRUCTURE,
        ),
        (
            "Voters returned a total of 41 members: 22 for the Ash list and 18 for the Birch list.",
            "41",
            "22 + 18",
            Verdict.INCONSISTENT,
            Licence.CLAUSE,
        ),
        (
            "Voters returned a total of 40 members; 22 for the Ash list and 18 for the Birch list.",
            "40",
            "22 + 18",
            Verdict.CONSISTENT,
            Licence.CLAUSE,
        ),
    ],
)
def test_a_list_behind_its_total(text: str, whole: str, parts: str, verdict: Verdict, licence: Licence) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"whole": whole, "parts": parts}
    assert (one.verdict, one.constraint.licence) == (verdict, licence)


def test_a_part_of_a_part_is_left_out() -> None:
    text = "There were 41 members: 22 for the Ash list, of whom 12 are new, and 19 for the Birch list."
    told = [roles(one) for one in bound(RULE, text) if one.licence is Licence.STRUCTURE]
    assert told == [{"whole": "41", "parts": "22 + 19"}]
    assert check_text(text).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "The fleet has 140 trawlers, a total of 292 boats.",  # one part
        f"{FLEET} of the 292 in all.",
        f"{FLEET}, 292 of them old.",
        f"{FLEET}, with 292 in all.",
        "The port got £4.1m from fares and 42 boats, totalling £9m.",
        "It had 140 trawlers, and in June 96 ferries, then 46 tugs and 30 barges, a total of 292 boats.",  # no list
        "There were 15 witnesses: eight for the Crown, six for the defence.",  # not closed by "and"
        "Voters returned 41 members; 22 for the Ash list and 18 for the Birch list.",
        "There were 15 witnesses: in the first week eight for the Crown and six for the defence.",
    ],
)
def test_nothing_where_the_list_may_be_another(text: str) -> None:
    assert [one for one in bound(RULE, text) if one.licence > Licence.ARITHMETIC] == []
