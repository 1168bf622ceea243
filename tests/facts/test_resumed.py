"""Changes told in one sentence of the levels in the sentence before."""

from __future__ import annotations

import pytest

from tests.facts.reading import read


def resumed(text: str, *, md: bool = False) -> list[dict[str, str]]:
    """The roles, as printed, of each change whose levels stand in the sentence before."""
    found = (statement for _, statement in read(text, md=md).statements if statement.resumed)
    return [{role: quantity.text for role, quantity in statement.roles.items()} for statement in found]


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("This represents a fall of 20 (4%).", {"amount": "20", "percent": "4"}),
        ("This is a fall of 20, or 4%.", {"amount": "20", "percent": "4"}),
        ("That was a 4% decrease.", {"percent": "4"}),
        ("It rose by 4%.", {"percent": "4"}),
        ("These are up 4%.", {"percent": "4"}),
        ("This is a fall of 20 since April.", {"amount": "20"}),
    ],
)
def test_a_change_takes_the_one_amount_before_as_its_outcome(sentence: str, change: dict[str, str]) -> None:
    assert resumed(f"The yard had 480 workers in May. {sentence}") == [{"after": "480", **change}]


def test_points_are_taken_of_a_percentage() -> None:
    text = "The rate was 4.1% in May. This is down 0.5 percentage points from April."
    assert resumed(text) == [{"after": "4.1", "points": "0.5"}]


@pytest.mark.parametrize(
    "levels",
    ["Fares came to $127m, compared with $100m in 2011.", "Fares grew to $127m from $100m."],
)
def test_a_change_takes_both_levels_of_a_comparison(levels: str) -> None:
    assert resumed(f"{levels} This is a 27% increase.") == [{"after": "127m", "before": "100m", "percent": "27"}]


def test_the_side_is_that_of_the_change() -> None:
    (found,) = (s for _, s in read("Takings fell from $100m to $75m. This is a fall of 25%.").statements if s.resumed)
    assert found.direction == -1
    assert found.words == {}


@pytest.mark.parametrize("head", ["This compares with", "It compares with", "That compares to"])
def test_a_base_is_given_later_to_a_change_without_one(head: str) -> None:
    text = f"Visits rose 10% to 500,000. {head} 450,000 the year before."
    assert resumed(text) == [{"percent": "10", "after": "500,000", "before": "450,000"}]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("the base stands there", "Visits rose 10% to 500,000 from 455,000. This compares with 450,000 in Osterby."),
        ("another subject", "Visits rose 10% to 500,000. The fair at Marlow compares with 450,000 in Osterby."),
        ("no outcome", "Visits rose 10% in May. This compares with 450,000 in Osterby."),
        ("another section", "# Ash\n\nVisits rose 10% to 500,000.\n\n# Elm\n\nThis compares with 450,000 in May."),
        ("a sentence between", "Visits rose 10% to 500,000. All were glad. This compares with 450,000 in May."),
    ],
)
def test_a_later_base_is_of_the_change_right_before(why: str, text: str) -> None:
    assert resumed(text, md=True) == [], why


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("another section", "# Ash\n\nThe yard had 480 workers.\n\n# Elm\n\nThis is a fall of 20 (4%)."),
        ("a sentence between", "The yard had 480 workers. They were glad. This is a fall of 20 (4%)."),
        ("two amounts", "The yard had 480 workers and 12 boats. This is a fall of 20 (4%)."),
        ("no amount", "The yard had workers in May. This is a fall of 20 (4%)."),
        ("only changes", "The yard lost 30 workers in May. This is a fall of 20 (4%)."),
        ("no sentence before", "This is a fall of 20 (4%)."),
        ("another subject", "The yard had 480 workers. There was a fall of 20 (4%) in lorries."),
        (
            "far from the head",
            "The yard had 480 workers. This was a good year for all on the quay, with a fall of 20 (4%).",
        ),
        (
            "“it” is far",
            "The yard had 480 workers. It is a place on the old quay of Marlow, which saw a fall of 20 (4%).",
        ),
        ("not the first number", "The yard had 480 workers. This took 12 weeks and 3 trips, a fall of 20 (4%)."),
        ("an outcome of its own", "The yard had 480 workers. This is down 4% to 470."),
        ("told already", "Takings rose 30% from $100m to $127m. This is a 27% increase."),
    ],
)
def test_nothing_is_taken_up(why: str, text: str) -> None:
    assert resumed(text, md=True) == [], why
