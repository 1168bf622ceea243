"""Three amounts of one sentence of which one is named as the difference of two others."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles

RULE = "balance"


@pytest.mark.parametrize(
    ("text", "result", "minuend", "subtrahend"),
    [
        (
            "Cash flow from operations was $692m, and capex was $184m, which resulted in free cash flow of $508m.",
            "508m",
            "692m",
            "184m",
        ),
        (
            "We generated $137m in cash flow from operations and invested $61m in capital expenditures, "
            "resulting in free cash flow of $76m.",
            "76m",
            "137m",
            "61m",
        ),
        ("Cash totalled $2.3bn and debt was $12.2bn, resulting in net debt of $9.9bn.", "9.9bn", "12.2bn", "2.3bn"),
        ("It has $105.4m of net debt, that is $778.5m of debt less cash of $673.1m.", "105.4m", "778.5m", "673.1m"),
        ("Exports were £32.4bn and imports £37.1bn, a trade deficit of £4.7bn.", "4.7bn", "37.1bn", "32.4bn"),
        ("Exports were £37.1bn and imports £32.4bn, a trade surplus of £4.7bn.", "4.7bn", "37.1bn", "32.4bn"),
        ("There were 4,812 births and 3,960 deaths, a natural increase of 852.", "852", "4,812", "3,960"),
    ],
)
def test_the_three_by_their_names(text: str, result: str, minuend: str, subtrahend: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"result": result, "minuend": minuend, "subtrahend": subtrahend}
    assert one.constraint.licence is Licence.CLAUSE
    assert one.verdict is Verdict.CONSISTENT


def test_what_does_not_fit_is_told() -> None:
    text = "Cash flow from operations was $692m, and capex was $184m, which resulted in free cash flow of $580m."
    (finding,) = check_text(text).findings
    assert (finding.rule, finding.message) == (RULE, "$692m less $184m is $508m, not $580m")
    assert finding.suggestions[0].edits[0].replacement == "508m"


@pytest.mark.parametrize(
    "text",
    [
        "Cash flow from operations was $692m, capex $184m, dividends $40m and free cash flow $468m.",
        "Cash flow from operations was $692m and capex $184m; free cash flow excluding leases was $400m.",
        "Free cash flow was $508m, up from $400m, and capex $184m.",
        "Cash was $2.3bn, debt $12.2bn and equity $9.9bn.",
        "Exports were £32.4bn and imports €37.1bn, a trade deficit of £4.7bn.",
        "Cash flow from operations was $600m to $700m and capex $184m, for free cash flow of $508m.",
    ],
)
def test_other_amounts(text: str) -> None:
    assert bound(RULE, text) == []
