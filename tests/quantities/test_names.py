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
        "see Figure 8.1.",
        "see Table 20b.",
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
        "the Pixie 737-800 landed",
        "see pp 5–12",
        "see pages 12 to 15",
        "under Section 12(b)",
        "Figure 3b shows",
        "Chart 9.1 shows",
        "in version 2.1",
        "on Radio Fenwick FM 104.1",
        "as WCAG 2.0 says",
        "open on 7/7",
        "a 10-K filing",
        "at 7-Eleven",
        "a 401(k) plan",
        "the Seven-Kings team",
        "at 10 Harbour Street",
        "call (555) 123-4567",
        "call 020 7946 0958",
        "call +44 (0)20 7946 0958",
        "Regulation (EU) No 575/2013",
        "Directive 2004/39/EC",
        "a Year 6 pupil",
        "opened at number two with ease",
        "their number one singles",
        "as noted [2]",
        "as noted [^2]",
        "group 05.3 is out",
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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tables 3 and 4 show", [3, 4]),
        ("see figures 1a, 1b and 2", [1, 1, 2]),
        ("Scope 1 and 2 emissions fell", [1]),
        ("payers.14 15 16 These funds", [14, 15, 16]),
        ("Output of the Kingdom(1),(2) rose", [1, 2]),
    ],
)
def test_rows_of_names(text: str, values: list[int]) -> None:
    assert [quantity.value for quantity in quantities(text) if quantity.kind.value == "name"] == values


def test_a_note_behind_a_stop_leaves_the_number_before_it() -> None:
    assert outline("employment of 12,383.9 Data for mines") == [
        ("count", "12,383", "12383", ""),
        ("name", "9", "9", ""),
    ]
    assert outline("It closed in 2013.2 The bank stayed.") == [("year", "2013", "2013", ""), ("name", "2", "2", "")]
    assert outline("It closed in 20132, it said.") == [("year", "2013", "2013", "")]
    assert outline("up 5%.4 The rest") == [("percent", "5", "5", "percent"), ("name", "4", "4", "")]


@pytest.mark.parametrize(
    "text", ["rose 3.9 points", "of 12,383.9 tonnes", "3b dollars", "the tables, 12 of them", "In tables 12 nurses sat"]
)
def test_decimals_and_counts_that_are_no_notes_or_names(text: str) -> None:
    assert [quantity.kind.value for quantity in quantities(text)] != ["name"]


@pytest.mark.parametrize("text", ["odds of 45/55, or 9/11. If", "odds of 24/7"])
def test_the_odds_of_an_idiom_are_a_fraction(text: str) -> None:
    assert "name" not in [quantity.kind.value for quantity in quantities(text)]


def test_a_dash_between_products_is_a_minus() -> None:
    assert [quantity.bound.value for quantity in quantities("4 x 3 x 10 – 32 x 2 x 9")] == ["="] * 6


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
