"""A whole and its parts."""

from __future__ import annotations

import pytest

from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles


@pytest.mark.parametrize("cue", ["made up of", "comprising", "consisting of", "composed of"])
def test_a_word_of_composition(cue: str) -> None:
    found = only("parts-total", f"The fund holds $12bn, {cue} $5.7bn for roads and $5.3bn for rail.")
    assert roles(found) == {"whole": "12bn", "parts": "5.7bn + 5.3bn"}
    assert found.licence >= Licence.STRUCTURE


def test_more_than_two_parts() -> None:
    text = "The 129,000 tonnes comprised 61,500 tonnes of rye, 42,000 of oats and 35,500 of wheat."
    assert roles(only("parts-total", text)) == {"whole": "129,000", "parts": "61,500 + 42,000 + 35,500"}


def test_of_which_takes_the_parts_of_the_clause() -> None:
    found = only("parts-total", "The estate sold 118 homes, of which 48 were new and 60 were used.")
    assert roles(found) == {"whole": "118", "parts": "48 + 60"}


def test_a_total_announced_with_a_colon() -> None:
    text = "Voters returned a total of 41 members: 22 for the Ash list and 18 for the Birch list."
    found = only("parts-total", text)
    assert roles(found) == {"whole": "41", "parts": "22 + 18"}
    assert found.licence >= Licence.STRUCTURE


def test_numbers_in_brackets_are_no_parts() -> None:
    text = "The fund holds $11bn, made up of $5.7bn (£4.1bn) for roads and $5.3bn (£3.9bn) for rail."
    assert roles(only("parts-total", text)) == {"whole": "11bn", "parts": "5.7bn + 5.3bn"}


def test_an_exact_sum_nearby_confirms() -> None:
    text = "Ash sold 1,240 boats, Birch sold 2,310 boats and Cedar sold 1,105 boats. Together they sold 4,655 boats."
    (one,) = evaluated("parts-total", text)
    assert roles(one.constraint) == {"whole": "4,655", "parts": "1,240 + 2,310 + 1,105"}
    assert one.constraint.licence is Licence.ARITHMETIC
    assert one.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "Ash sold 1,240 boats, Birch sold 2,310 boats and Cedar sold 1,105 boats. Together they sold 4,665 boats.",
        "The museum lent 40 works, including 12 prints and 9 maps.",
        "The museum lent 40 works, mainly 12 prints and 9 maps.",
        "The estate sold 118 homes, of which 48 were new.",
        "The fund holds $12bn, made up of $5.7bn for roads, and rail rose to $5.3bn.",
        "The fund holds $12bn, made up of £5.7bn for roads and £5.3bn for rail.",
        "The fund holds $12bn, comprising 40% for roads and 60% for rail.",
        "The fund holds $12bn, made up of $5bn to $6bn for roads and $5.3bn for rail.",
        "The fund holds $12bn, made up of between $5bn and $6bn for roads and $5.3bn for rail.",
        "The fund holds $12bn, made up of $5.7bn for roads and $5.3bn for rail, including $1bn for bridges.",
        "The result of $12bn was made up of a profit of $15bn and a loss of $3bn.",
    ],
)
def test_what_is_no_full_list_is_silent(text: str) -> None:
    assert [one.constraint for one in evaluated("parts-total", text) if one.verdict is Verdict.INCONSISTENT] == []


def test_no_total_is_found_in_another_section() -> None:
    text = "# A\n\nAsh sold 1,240 boats, Birch 2,310 boats and Cedar 1,105 boats.\n\n# B\n\nThey sold 4,655 boats."
    assert bound("parts-total", text, md=True) == []


VERDICTS = {True: [Verdict.CONSISTENT], False: [Verdict.INCONSISTENT]}


@pytest.mark.parametrize(
    ("text", "parts", "holds"),
    [
        ("The mill spent $84m on land and $62m on roads, for a total of $146m.", "84m + 62m", True),
        ("The mill spent $84m on land and $62m on roads, making a total of $156m.", "84m + 62m", False),
        ("The mill spent $84m on land, $14m on seed and $62m on roads, for a total of $160m.", "84m + 14m + 62m", True),
    ],
)
def test_a_total_closes_what_it_adds_up(text: str, parts: str, holds: bool) -> None:
    (one,) = evaluated("parts-total", text)
    assert roles(one.constraint)["parts"] == parts
    assert one.constraint.licence is Licence.STRUCTURE
    assert [one.verdict] == VERDICTS[holds]


@pytest.mark.parametrize(
    "text",
    [
        "The mill spent $84m on land when seed was $14m and roads $62m, for a total of $170m.",
        "The mill spent $84m on land, £14m on seed and $62m on roads, for a total of $156m.",
        "The mill spent about $84m on land and $62m on roads, for a total of $156m.",
        "The mill spent $84m on land, for a total of $156m.",
        "The mill spent $84m on land and $62m on roads. It paid for a total of $156m.",
    ],
)
def test_a_closing_total_of_other_things_is_silent(text: str) -> None:
    assert bound("parts-total", text) == []


@pytest.mark.parametrize(
    ("text", "licence", "doubtful"),
    [
        ("The mill has 118 looms, of which 48 are new and the other 60 are used.", Licence.CLAUSE, True),
        ("The mill has 118 looms, of which 48 are new and 60 are used.", Licence.STRUCTURE, True),
        ("The mill has 98 looms, of which 48 are new and 60 are used.", Licence.ARITHMETIC, False),
        ("The choir has 130 singers, of whom 48 are new and 60 are men.", Licence.ARITHMETIC, True),
    ],
)
def test_of_which_with_and_without_what_is_left(text: str, licence: Licence, doubtful: bool) -> None:
    found = only("parts-total", text)
    assert (found.licence, found.doubtful) == (licence, doubtful)


@pytest.mark.parametrize(
    "lead",
    ["Sales fell to 1,290 boats. They", "Sales fell to 1,290 boats, it was said, and these"],
)
def test_parts_of_a_whole_told_before(lead: str) -> None:
    (one,) = evaluated("parts-total", f"{lead} comprised 1,030 ferries, 250 tugs and 40 barges.")
    assert roles(one.constraint) == {"whole": "1,290", "parts": "1,030 + 250 + 40"}
    assert (one.constraint.licence, one.verdict) == (Licence.STRUCTURE, Verdict.INCONSISTENT)


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell to 1,290 boats and 1,500 oars. They comprised 1,030 ferries, 250 tugs and 40 barges.",
        "# A\n\nSales fell to 1,290 boats.\n\n# B\n\nThey comprised 1,030 ferries, 250 tugs and 40 barges.",
    ],
)
def test_no_whole_is_guessed_for_parts(text: str) -> None:
    assert bound("parts-total", text, md=True) == []


def test_changes_of_the_parts_are_no_parts() -> None:
    text = "The yard sold 1,320 boats, comprising 1,030 ferries, down 29.5%, and 290 tugs, up 12% from 259."
    assert roles(only("parts-total", text)) == {"whole": "1,320", "parts": "1,030 + 290"}


def test_a_total_announced_before_a_semicolon() -> None:
    text = "Rain fell in {} 416 towns; 326 in the north and 80 in the south."
    assert roles(only("parts-total", text.format("a total of"))) == {"whole": "416", "parts": "326 + 80"}
    assert bound("parts-total", text.format("some of")) == []


@pytest.mark.parametrize(
    "aside", ["of whom 12 are women", "12 of them women", "of which 12 are new"], ids=["whom", "them", "which"]
)
def test_parts_of_parts_are_none_of_the_whole(aside: str) -> None:
    text = f"Voters returned a total of 40 members: 22 for the Ash list, {aside}, and 19 for the Birch list."
    assert {"whole": "40", "parts": "22 + 19"} in [roles(found) for found in bound("parts-total", text)]


def test_a_list_that_adds_up_without_one_number_is_confirmed_only() -> None:
    text = "The fare of £84 comprises £60 for the cabin, £24 for dinner and £30 for wine."
    assert only("parts-total", text).licence is Licence.ARITHMETIC
    slipped = "The fare of £84 comprises £60 for the cabin, £25 for dinner and £30 for wine."
    assert only("parts-total", slipped).licence is Licence.CLAUSE
