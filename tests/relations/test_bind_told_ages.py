"""The age of one person told twice: who is the same person, and what makes two of them."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.retold.bind_told_ages import bind_told_ages
from factcheck.relations.rules import load_rules


def pairs(text: str) -> list[tuple[str, str]]:
    bound = bind_told_ages(load_rules()["restated-value"], resolve_facts(parse_text("article.txt", text)))
    return [(one.operands["first"][0].text, one.operands["again"][0].text) for one in bound]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Owen Marr, 52, has been charged. Mr Marr, 57, denies it.", ("52", "57")),
        ("Owen Marr, 52, has been charged. Owen Marr, 52, denies it.", ("52", "52")),
        ("Dara Finch, 31, will play against Norden. She is 37 and works as a nurse.", ("31", "37")),
    ],
)
def test_one_person_has_one_age(text: str, pair: tuple[str, str]) -> None:
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Owen Marr, 52, has been charged. Ben Marr, 57, denies it.",
        "Owen Marr, 52, and Ben Marr, 51, were ill. Mr Marr, 51, is well again.",
        "Owen Marr, 52, has been charged. Marr, then 42, was a judge.",
        "Jo Pell, 19, was signed from Norden by Kit Oakes. He is 18 months into the job.",
        "Ash Holm, 17, and his brother were hurt. He is 19 and out of danger.",
        "Jo Pell, 19, beat Per Dahl. He is 18 and from Velle.",
    ],
)
def test_two_persons_or_two_times(text: str) -> None:
    assert pairs(text) == []
