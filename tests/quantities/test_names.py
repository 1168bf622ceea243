"""Numbers that are names or scores, and those beside them that are not."""

from __future__ import annotations

import pytest

from tests.quantities.reading import outline, quantities


@pytest.mark.parametrize(
    "text",
    [
        "an F-16 flew",
        "the G7 met",
        "COVID-19 spread",
        "a Boeing 787 landed",
        "Route 66 closed",
        "Flight 567 left",
        "see Table 3.",
        "see figure 3.",
        "Article 50 of the treaty",
        "version 1.2.3",
        "form ABC-4054-B",
        "No. 10 said",
        "issue #265528",
        "call 555-123-4567",
        "since 9/11",
        "open 24/7",
        "192.168.1.2",
        "a 5c phone",
        "the 1-2-3 program",
        "the 747-400ER took off",
        "Springfield, IL 62701",
        "the Six Nations",
        "on BBC Four",
        "in band two at par",
        "Solution 2: add a link",
        "agent 007",
        "worth $110,00 then",
    ],
)
def test_names(text: str) -> None:
    assert [quantity.kind.value for quantity in quantities(text)] == ["name"]


@pytest.mark.parametrize(
    "text", ["12. The towns agreed", "1) towns", "(3) Excludes two-way trade", "Before.\n4. The rest"]
)
def test_list_numbers(text: str) -> None:
    assert quantities(text)[0].kind.value == "name"


@pytest.mark.parametrize("text", ["won 3-2", "a 3-2 win", "6-4 7-6 (7-2)", "Ireland 21-19 Argentina", "a 50-44 loss"])
def test_scores(text: str) -> None:
    assert [quantity.kind.value for quantity in quantities(text)] == ["score"]


def test_footnotes_are_names_and_leave_the_number_as_printed() -> None:
    assert outline("The Census3 gave 0.6%4 more") == [
        ("name", "3", "3", ""),
        ("percent", "0.6", "3/5", "percent"),
        ("name", "4", "4", ""),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In Norwich 45 nurses left", 45),
        ("Norwich 998 (2.45%)", 998),
        ("Reds 39, Blues 34", 39),
        ("Total 45", 45),
        ("In Norwich 12 of the nurses left", 12),
        ("near-400,000 reports", 400000),
        ("Norwich 38,803 votes", 38803),
    ],
)
def test_counts_behind_a_name(text: str, value: int) -> None:
    first = quantities(text)[0]
    assert (first.kind.value, first.value) == ("count", value)
