"""A quantity, its price for one and its price in all."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles

RULE = "unit-product"


@pytest.mark.parametrize(
    ("text", "count", "total", "price"),
    [
        ("It bought 920,000 shares for $138m at an average price of $150 a share.", "920,000", "138m", "150"),
        ("It bought 89,506 shares for a total of $50m or about $559 per share.", "89,506", "50m", "559"),
        ("It closed on 310 sites for a total price of $7.75m, or $25,000 per site.", "310", "7.75m", "25,000"),
        (
            "It issued 1.1 million shares at an average of $55.35 a share, for $61m in all.",
            "1.1 million",
            "61m",
            "55.35",
        ),
        ("They paid £7,500 for 300 chairs, or £25 each.", "300", "7,500", "25"),
        ("They paid £7,500 for 300 chairs at £25 apiece.", "300", "7,500", "25"),
    ],
)
def test_the_three_amounts(text: str, count: str, total: str, price: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"count": count, "total": total, "price": price}
    assert one.constraint.licence is Licence.CLAUSE
    assert one.verdict is Verdict.CONSISTENT


def test_fees_may_lie_between() -> None:
    text = "It issued 1.12 million shares at a price of $55.35 per share, for net proceeds of $59 million."
    assert [one.verdict for one in evaluated(RULE, text)] == [Verdict.EDGE]
    assert [one.verdict for one in evaluated(RULE, text.replace("net ", "total "))] == [Verdict.INCONSISTENT]


def test_what_does_not_fit_is_told_with_the_price_that_does() -> None:
    (finding,) = check_text("The fund bought 920,000 shares for $138 million at $194 a share.").findings
    assert (finding.rule, finding.message) == (RULE, "$138 million for 920,000 is $150 for one, not $194")
    assert finding.suggestions[0].edits[0].replacement == "149"


@pytest.mark.parametrize(
    "text",
    [
        "It bought 344,429 shares at $46.45 per share under its $30 million plan.",
        "It sold 57 million gallons at $2.40 per gallon, contributing $68m of profit.",
        "It bought 20 ships for $40m, and freight rose to $35 a tonne.",
        "It bought 20 ships for $40m at a rate of $35 a day.",
        "It bought 300 chairs for £7,500 or $25 each.",
        "It bought 300 chairs for £7,000 to £8,000, or £25 each.",
        "A chair costs £25 each.",
    ],
)
def test_amounts_of_something_else(text: str) -> None:
    assert bound(RULE, text) == []


def test_cents_count_as_hundredths() -> None:
    one = only(RULE, "They sold 40,000 eggs for $6,000, or 15 cents per egg.")
    assert roles(one) == {"count": "40,000", "total": "6,000", "price": "15"}
