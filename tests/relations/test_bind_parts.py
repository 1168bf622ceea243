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
