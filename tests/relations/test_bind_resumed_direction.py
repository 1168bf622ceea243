"""A rise or fall that the next sentence calls by its noun: what is taken up, and what may be another."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles, words

RULE = "resumed-direction"


@pytest.mark.parametrize(
    ("text", "direction", "earlier", "change", "verdict"),
    [
        ("Output fell 3.4% in May. The fall was 2% in April.", "fall", "fell", "3.4", Verdict.CONSISTENT),
        ("Output rose 3.4% in May. The climb was 2% in April.", "climb", "rose", "3.4", Verdict.CONSISTENT),
        ("Output fell 3.4% in May. The rise follows one of 1.2%.", "rise", "fell", "3.4", Verdict.INCONSISTENT),
        ("Output rose 3.4% in May. This fall follows one of 1.2%.", "fall", "rose", "3.4", Verdict.INCONSISTENT),
        ("Costs rose by $2.9m. That drop compares with $1m in May.", "drop", "rose", "2.9m", Verdict.INCONSISTENT),
        ("Costs rose by 3 points. The slump ended in 12 days.", "slump", "rose", "3", Verdict.INCONSISTENT),
        ("Costs were $23m, up from $21m. The dip reflects 2 new mills.", "dip", "up", "23m", Verdict.INCONSISTENT),
        ("Costs were cut by $2m. The increase is due to 2 new mills.", "increase", "cut", "2m", Verdict.INCONSISTENT),
        ("Costs rose by $2m. The decline in the quarter was 2%.", "decline", "rose", "2m", Verdict.INCONSISTENT),
    ],
)
def test_a_noun_of_change_right_behind_a_change(
    text: str, direction: str, earlier: str, change: str, verdict: Verdict
) -> None:
    (one,) = evaluated(RULE, text)
    assert words(one.constraint) == {"direction": direction, "earlier": earlier}
    assert roles(one.constraint) == {"change": change}
    assert one.verdict is verdict
    assert one.constraint.licence is Licence.STRUCTURE
    assert one.constraint.closed


def test_the_finding_stands_at_the_noun() -> None:
    text = "Output fell 3.4% in May. The rise follows one of 1.2%."
    (finding,) = check_text(text).findings
    assert text[finding.start : finding.end] == "rise"
    assert finding.message == "“rise” does not fit “fell” in the sentence before"
    assert finding.severity == "warning"
    assert [one.message for one in finding.suggestions] == [
        "rose instead of fell (the other direction)",
        "fall instead of rise (the other direction)",
    ]


def test_a_change_that_fits_is_no_finding() -> None:
    assert check_text("Output fell 3.4% in May. The fall was 2% in April.").findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Costs rose by 2%. The decline in rents was 3%.",
        "Costs rose by 2%. The decline of Ash was 3%.",
        "Costs rose by 2%. The sharp decline was 3%.",
        "Costs rose by 2%. A decline was seen in 3 wards.",
        "Costs rose by 2%. In May the decline was 3%.",
        "Costs rose by 2%. The loss was £3m.",
    ],
)
def test_a_noun_that_may_be_of_something_else(text: str) -> None:
    assert bound(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Costs rose by 2% after a flood. The decline was 3%.",
        "Costs rose by 2% while rents were flat. The decline was 3%.",
        "Costs rose by 2% and rents fell by 1%. The decline was 3%.",
        "Costs rose by 2% and rents fell. The decline was 3%.",
        "Costs rose in 3 wards. The decline was 3%.",
        "Costs were £4m in May. The decline was 3%.",
    ],
)
def test_a_sentence_before_that_does_not_tell_one_change_alone(text: str) -> None:
    assert bound(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Costs rose by 2%. It rained. The decline was 3%.",
        "Costs rose by 2%. It rained on 4 days. The decline was 3%.",
        "The decline was 3%. Costs rose by 2%.",
    ],
)
def test_a_change_that_does_not_stand_right_before(text: str) -> None:
    assert bound(RULE, text) == []


def test_a_change_under_another_heading() -> None:
    assert bound(RULE, "# One\n\nCosts rose by 2%.\n\n# Two\n\nThe decline was 3%.", md=True) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Costs rose by 2%. The decline in the second quarter was 3%.", 0),
        ("Costs rose by 2% in the second quarter. The decline in the second quarter was 3%.", 1),
        ("Costs rose by 2% in the first quarter. The decline in the second quarter was 3%.", 0),
        ("Costs rose by 2%. The decline was the first in 3 years.", 0),
    ],
)
def test_a_time_that_only_the_one_names(text: str, found: int) -> None:
    assert len(bound(RULE, text)) == found
