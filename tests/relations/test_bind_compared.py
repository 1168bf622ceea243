"""Levels that are said to be above or below another, or to be compared with "only" another."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from tests.relations.binding import bound, evaluated, roles, words

RULE = "comparatives"


@pytest.mark.parametrize(
    ("text", "high", "low", "word"),
    [
        ("Inflation reached 2.3% in May, above the council's target of 2%.", "2.3", "2", "above"),
        (
            "It allows 600,000 bales, still well below the quota of 1.35 million bales.",
            "1.35 million",
            "600,000",
            "below",
        ),
        ("The rate paid by ferries (12.1%) is lower than the usual rate of 15%.", "15", "12.1", "lower"),
        ("Fares rose by 10.7% in May, less than the 13.7% of April.", "13.7", "10.7", "less"),
        ("The share fell to 4.1%, which is below the average of 4.5%.", "4.5", "4.1", "below"),
        ("Margins would have been 38.5%, above the 38.3% that it reported.", "38.5", "38.3", "above"),
        ("The gap (20.4%) was larger than those in the vale (10.0%).", "20.4", "10.0", "larger"),
    ],
)
def test_a_level_beside_another(text: str, high: str, low: str, word: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"low": low, "high": high}
    assert words(one.constraint) == {"comparative": word}
    assert one.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In the north 27% had no boat, compared with only 7% in the south.", "only"),
        ("In the north, 27% of the homes had no boat, against just 7%.", "just"),
        ("More than half (27%) had no boat, compared to merely 7% of the rest.", "merely"),
    ],
)
def test_compared_with_only(text: str, word: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"low": "7", "high": "27"}
    assert words(one.constraint) == {"only": word}
    assert (one.verdict, one.constraint.variant) == (Verdict.CONSISTENT, "only")


@pytest.mark.parametrize(
    "text",
    [
        "Trade came to 750 lots, up on the 600 lots of March, but below the 840 lots of April.",
        "The mill made 4,100 tonnes, 300 above the average of 3,800.",
        "Sales at the 40 shops were higher than at the 60 shops of the chain.",
        "The rate fell by 3%, below the average of 2%.",
        "It made a loss of $5m, above the forecast of $6m.",
        "The 40-seat boat is smaller than the 30-seat one.",
        "A berth costs £35 a night, more than the £50 a week asked upriver.",
        "Both scored 72%, above the average of 75% and 67% respectively.",
        "Sales of 3% were more than offset by those of 28%.",
        "He dived to 40 m, below the wreck at 30 m.",
        "They came in at 3, below the leaders at 1.",
        "Growth was 2.3% in May, above the forecast of 3% to 4%.",
        "It took less than 5%, well below the limit of 4%, or more than 3%, above the limit of 4%.",
        "Bonds of 16% are good, and below good bonds were 17%.",
        "In the north 8 of 10 were insured, compared with only 12 of 20 in the south.",
        "The first has two rooms for £300, compared with just £400 for five.",
        "Only 8% of men swim, compared with just 12% of women.",
        "Three ferries sail, against only five a year ago.",
    ],
)
def test_what_is_no_level_of_the_same_is_not_compared(text: str) -> None:
    assert bound(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "message", "suggestions"),
    [
        (
            "Inflation reached 2.2% in May, above the council's target of 3%.",
            "2.2% is said to be above 3%",
            ["below instead of above (the other direction)", "2.2 and 3 exchanged"],
        ),
        (
            "The rate paid by ferries (15%) is lower than the usual rate of 11%.",
            "15% is said to be lower than 11%",
            ["higher instead of lower (the other direction)", "15 and 11 exchanged"],
        ),
        (
            "In the north 30% had no boat, compared with only 50% in the south.",
            "50% is told with “only”, and is more than 30%",
            ["30 and 50 exchanged"],
        ),
    ],
)
def test_what_is_not_so_is_told(text: str, message: str, suggestions: list[str]) -> None:
    (finding,) = check_text(text).findings
    assert (finding.rule, finding.message) == (RULE, message)
    assert [each.message for each in finding.suggestions] == suggestions
    assert not any(number.culprit for number in finding.numbers)


@pytest.mark.parametrize(
    "text",
    [
        "Theft fell by 4.1%, compared with just 6% in 2012.",
        "The county spends 4.1% of output on roads, compared with just 9% of its budget in 1990.",
        "A berth costs £41, compared with just £60 for the return trip.",
        "The fare is £240, less than the £120 deposit and the £150 fee together.",
    ],
    ids=["fall", "wholes", "more-for-it", "sum"],
)
def test_levels_that_do_not_compare(text: str) -> None:
    assert not bound("comparatives", text)


def test_shares_of_groups_of_one_set_compare() -> None:
    assert bound("comparatives", "Some 12% of men swim, compared with just 17% of women.")
