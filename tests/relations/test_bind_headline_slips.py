"""The figure of a headline that nothing below repeats: what makes it a misprint, and what another figure."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.retold.bind_headline import bind_headline
from factcheck.relations.rules import load_rules


def pairs(text: str) -> list[tuple[str, str]]:
    bound = bind_headline(load_rules()["restated-value"], resolve_facts(parse_text("article.txt", text)))
    return [(one.operands["first"][0].numeral, one.operands["again"][0].numeral) for one in bound]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Rail fares to go up 4.6%\n\nPassengers face an increase of 6.4% in January.", ("4.6", "6.4")),
        ("Tram line to cost £34m\n\nThe tram line at Osterby will cost £37m, the council said.", ("34", "37")),
    ],
)
def test_a_figure_told_nowhere_else_is_a_misprint(text: str, pair: tuple[str, str]) -> None:
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Deficit narrows to $2.4bn\n\nThe trade deficit stood at $4.2bn at the start of the year.",
        "Fares to go up 4.6%\n\nPassengers saw an increase of 6.4% last year. The rise of 4.6% is due in May.",
        "School needs £50,000 for new roof\n\nA school at Marlow has raised £18,000 of the cost of a new roof.",
        "Holm to cut 12% of staff\n\nHolm will cut one job in eight. Its staff fell 21% last year.",
    ],
)
def test_another_figure(text: str) -> None:
    assert pairs(text) == []
