"""Items of a list, one number each."""

from __future__ import annotations

import pytest

from factcheck.facts.lists import list_lines
from factcheck.facts.resolve import read_sentences
from tests.facts.reading import Cells, cells, document, first_names


def listed(*items: str) -> list[Cells]:
    """The lines of a Markdown list of these items."""
    page = document("".join(f"- {item}\n" for item in items), md=True)
    return [cells(line) for line in list_lines(page, read_sentences(page))]


def test_three_items_with_a_percentage_each_are_a_line() -> None:
    assert listed("Ash: 12%", "Birch: 40%", "Cedar: 48%") == [[(None, "12"), (None, "40"), (None, "48")]]


def test_three_items_with_an_amount_each_are_a_line() -> None:
    assert listed("Ash: £12m", "Birch: £40m", "Cedar: £48m") == [[("12m", None), ("40m", None), ("48m", None)]]


@pytest.mark.parametrize(
    "items",
    [
        ("Ash: 12%", "Birch: 40%"),
        ("Ash: 12%", "Birch: 40 boats", "Cedar: 48%"),
        ("Ash: £12m", "Birch: €40m", "Cedar: £48m"),
        ("Ash: 12%", "Birch: none", "Cedar: 48%"),
        ("Ash: 12% and 14%", "Birch: 40%", "Cedar: 48%"),
        ("Ash: 12% to 14%", "Birch: 40%", "Cedar: 48%"),
        ("Ash has 12%. It had 14%.", "Birch: 40%", "Cedar: 48%"),
    ],
)
def test_short_and_uneven_lists_are_none(items: tuple[str, ...]) -> None:
    assert listed(*items) == []


def test_an_item_may_be_the_rest() -> None:
    page = document("- Ash: 12%\n- Birch: 40%\n- the rest: 48%\n", md=True)
    (line,) = list_lines(page, read_sentences(page))
    assert line.rest
    assert first_names(line)[:2] == ["ash", "birch"]
    assert not line.loose


def test_two_lists_are_two_lines() -> None:
    text = "- A: 1%\n- B: 2%\n- C: 3%\n\nThen came these.\n\n- A: 4%\n- B: 5%\n- C: 6%\n"
    page = document(text, md=True)
    found = list_lines(page, read_sentences(page))
    assert [cells(line) for line in found] == [
        [(None, "1"), (None, "2"), (None, "3")],
        [(None, "4"), (None, "5"), (None, "6")],
    ]
