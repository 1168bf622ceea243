"""Figures told again at an "at", by a noun for any such thing, bare, in another unit, or below a headline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.model import Constraint
from factcheck.relations.retold.bind_headline import bind_headline
from factcheck.relations.retold.bind_headline_age import bind_headline_age
from factcheck.relations.retold.bind_taken_up import bind_taken_up
from factcheck.relations.rules import load_rules


def constraints(text: str) -> Iterator[Constraint]:
    rule, reading = load_rules()["restated-value"], resolve_facts(parse_text("article.txt", text))
    for bind in (bind_taken_up, bind_headline, bind_headline_age):
        yield from bind(rule, reading)


def failing(text: str) -> list[tuple[str, str]]:
    return [
        (one.operands["first"][0].text, one.operands["again"][0].text)
        for one in constraints(text)
        if not one.operands["first"][0].wide.meets(one.operands["again"][0].wide)
    ]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("A bull of 1,350 kilograms won. At 13.5 tonnes it needed two scales.", ("1,350", "13.5")),
        ("The probe is 320,000km away. Even at 230,000km it sends pictures.", ("320,000", "230,000")),
        ("The dam cost $4.7 million. A bill of $4.7 billion would ruin the town.", ("4.7 million", "4.7 billion")),
        ("The debt is £2.8 trillion. That is £2,800 million.", ("2.8 trillion", "2,800 million")),
        ("The prize is €50,000. Nobody won it. The sixty thousand euros will be kept.", ("50,000", "sixty thousand")),
        ("Nineteen sculptors applied. Three of the ninety applicants are women.", ("Nineteen", "ninety")),
        ("Eleven divers went down at dawn. The 12 were back by nine.", ("Eleven", "12")),
        ("Eight hurt in blast\n\nTwelve people were injured when an oven exploded.", ("Eight", "Twelve")),
        ("Firm cuts 450 jobs\n\nIn all 4,500 posts will be lost, it said.", ("450", "4,500")),
        ("Youth, 15, cleared\n\nIt took three hours. The 16-year-old, who wept, left.", ("15", "16")),
    ],
)
def test_a_slip_is_seen(text: str, pair: tuple[str, str]) -> None:
    assert failing(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "A bull of 1,350 kilograms won. Its calf, at 135 kilograms, came last.",
        "The probe is 320,000km away. At 230,000km it would hear us.",
        "A ship 187 metres long is stuck. A vessel of 178 metres could turn there.",
        "Sixteen jurors were called. The 12 were sworn in.",
        "Eight hurt in blast\n\nFive people were injured by glass and three by fire.",
        "Firm cuts 450 jobs\n\nThe 1,450 workers will hear on Monday which of them must go.",
        "Boy, 15, hurt in crash\n\nThe 16-year-old driver fled.",
    ],
)
def test_another_thing(text: str) -> None:
    assert failing(text) == []
