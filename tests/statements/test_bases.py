"""Whose level the base of a change is."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.statements.bases import Base, base_of

OWN = [
    "Sales rose 8% from £38m to £41m.",
    "Sales rose 8% to £41m from £38m.",
    "Sales rose to £41m, compared with £38m in 2012, up 8%.",  # the change behind both
    "Jobs rose by 79,000 to 32.4 million, from 32.1 million a year ago.",
    "Jobs rose by 79,000 in the quarter to 32.4 million, from 32.1 million in May.",
    "Sales rose by £3m to £41m.",
]
COMPARED = [
    "Sales rose 8% to £41m, compared with £38m in 2012.",
    "Sales rose 8% to £41m, compared with £38m a year earlier.",
    "Sales rose 8% to £41m, against £38m in May.",
    "Sales rose 8% to £41m, compared with £38m in France a year ago.",
    "Sales rose 8% to 41 million, compared with January's 38 million.",
]
LONGER_AGO = [
    "Jobs rose by 79,000 in the quarter to 32.4 million, from 32.1 million a year ago.",
    "Jobs rose by 79,000 in the quarter to 32.4 million, compared with 32.1 million a year ago.",
    "Sales rose by £3m overnight to £41m, from £38m a year ago.",
    "Sales rose by £3m in the month to £41m, against £38m last year.",
]
OTHER = [
    "Sales rose 8% to £41m, compared with £52m in France.",
    "Sales rose 8% to £41m, compared with £52m for women.",
    "Sales rose 8% to £41m, against £38m across the coast.",
    "Sales rose 8% to £41m, against £52m nationally.",
    "Sales rose 8% to £41m, compared with £52m expected by the City.",
    "Sales rose 8% to £41m, compared with the £52m budgeted.",
    "Sales rose 8% to £41m, compared with a target of £38m.",
    "Sales rose 8% to £41m, from a peak of £60m.",
    "Sales rose 8% to 41 million, compared with Birch's 52 million.",
    "Sales rose by £3m in the month to £41m, from a peak of £60m a year ago.",
]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        *((text, Base.OWN) for text in OWN),
        *((text, Base.COMPARED) for text in COMPARED),
        *((text, Base.LONGER_AGO) for text in LONGER_AGO),
        *((text, Base.OTHER) for text in OTHER),
    ],
)
def test_the_base_of_a_change(text: str, base: Base) -> None:
    ((sentence, statement),) = resolve_facts(parse_text("article.txt", text)).statements
    assert statement.kind == "change"
    assert ("before" in statement.roles) is (text != OWN[-1])
    assert base_of(sentence, statement) is base


def test_a_change_without_levels_has_its_own_base() -> None:
    ((sentence, statement),) = resolve_facts(parse_text("article.txt", "Sales rose 8%.")).statements
    assert (statement.kind, set(statement.roles)) == ("move", {"percent"})
    assert base_of(sentence, statement) is Base.OWN


def test_the_surer_base_is_the_greater() -> None:
    assert Base.OTHER < Base.LONGER_AGO < Base.COMPARED < Base.OWN
