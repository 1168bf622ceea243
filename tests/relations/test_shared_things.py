"""Percentages of one thing that several have."""

from __future__ import annotations

import pytest

from factcheck.check import check_text

TAKES = "The winner takes 50% of the purse, the runner-up {} and the third boat 20%."


@pytest.mark.parametrize(
    "text",
    [
        TAKES.format("40%"),
        "Lind owns 58% of the mill, her uncle 27% and the bank 25%.",
        "The founder holds 61% of the shares and his wife 49%.",
        "Its assets are held in land (55%), bonds (40%) and cash (15%).",
        "Sales break down as bowls 48%, tiles 33% and lamps 29%.",
        "Lind won with 52.4% of the vote, against 30.1% for Ek and 27.5% for Prow.",
    ],
)
def test_more_than_all_there_is(text: str) -> None:
    (one,) = check_text(text).findings
    assert one.rule == "shares-total"


@pytest.mark.parametrize(
    "text",
    [
        TAKES.format("30%"),
        TAKES.format("40% less"),
        "Lind owns 58% of the mill, her uncle 27% of the bank and Ek 25%.",
        "Lind owns 58% of the mill and 52% of the shop.",
        "Lind won 52% of the vote last year and Ek 60% this year.",
        "The mill has branches in Ash (55%), Birch (40%) and Cedar (15%).",
        "Lind has 60% of the support of rowers, Ek 45% and Prow 20%.",
    ],
)
def test_silent_where_they_are_of_things_apart(text: str) -> None:
    assert check_text(text).findings == ()
