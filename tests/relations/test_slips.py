"""The one step between two figures for one thing."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.retold.slips import Slip, slip_between


def slip(text: str, *, rounded: bool = False) -> Slip | None:
    one, other = resolve_facts(parse_text("article.txt", text)).quantities
    return slip_between(one, other, rounded=rounded)


@pytest.mark.parametrize(
    ("text", "kind", "rare"),
    [
        ("34 men and 43 men.", "swap", False),
        ("134 men and 143 men.", "swap", True),
        ("£1.8bn and £1.8m.", "scale", True),
        ("£3bn and £3m.", "scale", False),
        ("£750,000 came. £750m went.", "point", True),
        ("9,000 men and 90,000 men.", "point", False),
        ("more than 9,000 men and 90,000 men.", "point", False),
        ("137 men and 131 men.", "digit", False),
    ],
)
def test_the_kinds(text: str, kind: str, rare: bool) -> None:
    assert slip(text) == Slip(kind, rare)


@pytest.mark.parametrize("text", ["34 men and 35 men.", "131 men and 265 men.", "£4.6bn and £4.58bn."])
def test_none(text: str) -> None:
    assert slip(text) is None


def test_a_round_figure_at_another_scale() -> None:
    assert slip("400,000 tonnes and 41,200 tonnes.") is None
    assert slip("400,000 tonnes and 41,200 tonnes.", rounded=True) == Slip("point", False)
    assert slip("400,000 tonnes and 412,000 tonnes.", rounded=True) is None
