"""Two digits swapped between neighbouring sentences: what must be alike, and what tells of two things."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.retold.bind_near_swap import bind_near_swaps
from factcheck.relations.rules import load_rules


def pairs(text: str) -> list[tuple[str, str]]:
    bound = bind_near_swaps(load_rules()["restated-value"], resolve_facts(parse_text("article.txt", text)))
    return [(one.operands["first"][0].text, one.operands["again"][0].text) for one in bound]


def test_one_figure_in_two_sentences() -> None:
    text = "The ferry was carrying 312 passengers when it sank. Divers say that it was carrying 321 passengers."
    assert pairs(text) == [("312", "321")]


@pytest.mark.parametrize(
    "text",
    [
        "The wall is 123 metres long. The moat is 132 metres long.",
        "The library lent 1,245 books. Readers returned 1,425 books.",
        "The ferry was carrying 312 passengers in May. Another ferry was carrying 321 passengers.",
        "The ferry was carrying 312 passengers. It could be carrying 321 passengers.",
        "The ferry was carrying 312 passengers. Marlow has ferries carrying 321 passengers.",
        "The ferry was carrying 312 passengers. The 321 passengers that it was carrying slept.",
    ],
)
def test_two_figures(text: str) -> None:
    assert pairs(text) == []


def test_a_digit_that_differs_is_no_swap() -> None:
    assert pairs("The ferry was carrying 312 passengers. It was carrying 319 passengers.") == []
