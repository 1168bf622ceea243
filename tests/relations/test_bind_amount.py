"""Amounts of money whose digits are in groups that no style of the text has."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.findings.model import Severity
from tests.relations.binding import bound, only

RULE = "malformed-amount"


def test_a_group_of_two_digits_beside_groups_of_three() -> None:
    text = "The house was sold for $110,00 (£59,000)."
    (figure,) = only(RULE, text).operands["figure"]
    assert text[figure.start : figure.end] == "110,00"
    assert text[figure.outer_start : figure.outer_end] == "$110,00"


def test_the_figure_is_named() -> None:
    text = "It paid £135,00 for a lease and £21,000 for boats."
    (finding,) = check_text(text).findings
    assert (finding.rule, finding.severity) == (RULE, Severity.WARNING)
    assert finding.message == "£135,00 is not a number: behind a comma there are three digits, as in £21,000"
    assert text[finding.start : finding.end] == "135,00"
    assert [number.culprit for number in finding.numbers] == [True, False]


def test_the_amount_most_like_it_shows_how_it_should_look() -> None:
    text = "It paid £190,000 in May, £135,00 for a lease and £21,000 for boats."
    (pattern,) = only(RULE, text).operands["pattern"]
    assert text[pattern.start : pattern.end] == "190,000"


@pytest.mark.parametrize(
    "text",
    [
        "The house was sold for $110,000 (£59,000).",
        "A coffee is €3,60, a roll €2,10 and the lease €12,000.",  # commas part decimals
        "A coffee is €3,60.",
        "The fund holds Rs 12,34,567 and $1,250,000.",
        "Room 110,00 costs £59,000.",
        "It paid £135,000 and $1,25 million.",
    ],
)
def test_other_styles(text: str) -> None:
    assert bound(RULE, text) == []
