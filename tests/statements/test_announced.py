"""Numbers announced before a list, and the items behind them."""

from __future__ import annotations

import pytest

from factcheck.quantities.reader import read_tokens
from factcheck.statements.announced import MOST, announced_lists


def lists(text: str) -> list[tuple[str, list[str], frozenset[int]]]:
    return [
        (one.roles["count"].text, [text[start:end] for start, end in one.items], one.counts)
        for one in announced_lists(read_tokens(text))
    ]


@pytest.mark.parametrize(
    ("text", "count", "items"),
    [
        ("Three regions: the Fens, the Moor and the Coast.", "Three", ["the Fens", "the Moor", "the Coast"]),
        ("Three regions: the Fens, the Moor & the Coast.", "Three", ["the Fens", "the Moor", "the Coast"]),
        ("Two old river towns: Marlow and Osterby!", "Two", ["Marlow", "Osterby"]),
        ("The mill has 4 owners: Ash, Birch and Cedar.", "4", ["Ash", "Birch", "Cedar"]),
        ("Two towns — Marlow and Osterby — voted no.", "Two", ["Marlow", "Osterby"]),
        ("Two towns – Marlow and Osterby – voted no.", "Two", ["Marlow", "Osterby"]),
        ("Three regions: Fens (north, east and west), Moor and Coast.", "Three", ["Fens", "Moor", "Coast"]),
        ("Two of the ports - Marlow and Osterby - have closed.", "Two", ["Marlow", "Osterby"]),
        ("They built two ships - the Heron and the Tern.", "two", ["the Heron", "the Tern"]),
        ("Three mills: Ash and Sons, Birch & Co, and Cedar.", "Three", ["Ash and Sons", "Birch & Co", "Cedar"]),
        ("Two sorts of reader: “fast” and “very slow.”", "Two", ["fast", "very slow"]),
        ("Three clubs: Ash and Sons; Birch; Cedar.", "Three", ["Ash and Sons", "Birch", "Cedar"]),
        ("Three clubs: Ash, of the Moor; Birch; Cedar.", "Three", ["Ash, of the Moor", "Birch", "Cedar"]),
    ],
)  # fmt: skip
def test_a_list_behind_its_number(text: str, count: str, items: list[str]) -> None:
    ((found, spans, _),) = lists(text)
    assert found == count
    assert [item.partition(" (")[0] for item in spans] == items


@pytest.mark.parametrize(
    "text",
    [
        "Around three regions: Fens, Moor and Coast.",
        "More than three regions: Fens, Moor and Coast.",
        f"The {MOST + 1} regions: Fens, Moor and Coast.",
        "One region: Fens, Moor and Coast.",
        "2.5 regions: Fens, Moor and Coast.",
        "3% of regions: Fens, Moor and Coast.",
        "Three of the regions: Fens, Moor and Coast.",
        "Three regions were named: the fens, Moor and Coast.",
        "Three regions, including: Fens, Moor and Coast.",
        "Three big new old red blue gold grand noble regions: Fens, Moor and Coast.",
    ],
)
def test_a_number_that_announces_no_list(text: str) -> None:
    assert lists(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Three regions: Fens, Moor or Coast.",
        "Three regions: Fens, Moor and others.",
        "Three regions: Fens, Moor and more.",
        "Three regions: Fens, Moor, etc.",
        "Three regions: Fens, Moor and, including them, Coast.",
        "Three regions: Fens, Moor, Coast.",
        "Three regions: Fens and Moor and Coast.",
        "Three regions: they chose Fens, Moor was next and Coast won.",
        "Three ages: 12, 14 and 15.",
        "Three people: Ash, 43, Birch and Cedar.",
        'Three people: "Ash, the elder", Birch and Cedar.',
        "Three regions: Fens, , Moor and Coast.",
        "Three regions: Fens.",
        "Two men - along with Ash and Birch - were tried.",
        "It rose in the two months - to 139,000 in May and to 96,000 in June.",
        "Three bus-stops-Fens, Moor and Coast.",
        "Two sorts: “big, bright” and “small”.",
    ],
)
def test_a_list_that_leaves_a_doubt_is_none(text: str) -> None:
    assert lists(text) == []


def test_an_apposition_before_the_last_item_may_be_no_item() -> None:
    ((_, items, counts),) = lists("Two dancers: Ash, a farmer, and Birch.")
    assert items == ["Ash", "a farmer", "Birch"]
    assert 2 in counts


def test_and_within_the_last_of_the_items_may_part_two() -> None:
    ((_, items, counts),) = lists("Three clubs: Marlow; Osterby and Vale.")
    assert items == ["Marlow", "Osterby and Vale"]
    assert counts == {3}


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Two hotels: The Courtyard, the Inn and Rooms.", {2}),
        ("Three needs: water, roads and ferries, and schools.", {2, 4}),
        ("Three needs: water, roads, and schools.", {2}),
        ("Three needs: water, roads and schools.", set()),
    ],
)
def test_readings_of_a_list(text: str, possible: set[int]) -> None:
    ((_, items, counts),) = lists(text)
    assert len(items) == 3
    assert counts == possible


def test_a_clause_behind_the_list_is_no_item() -> None:
    for found in lists("Three regions: Fens, Moor and Coast, which pay no tax."):
        assert found[1] == ["Fens", "Moor", "Coast"]


def test_two_lists_of_one_sentence_are_both_found() -> None:
    found = lists("Two towns — Marlow and Osterby — have three rivers: Ash, Birch and Cedar.")
    assert [count for count, _, _ in found] == ["Two", "three"]
    assert found[0][1] == ["Marlow", "Osterby"]


def test_the_statement_has_its_count_and_its_place() -> None:
    (one,) = announced_lists(read_tokens("Here are two towns: Marlow and Osterby."))
    assert one.kind == "announced"
    assert (one.first, one.last) == (2, 2)
    assert list(one.roles) == ["count"]
    assert one.direction == 0
