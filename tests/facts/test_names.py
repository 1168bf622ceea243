"""Names by capitals, content words by a closed-class list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.names import content_words, names_in, same_name, share_name, singular
from factcheck.quantities.reader import read_tokens


def names(text: str) -> list[str]:
    tokens = read_tokens(text)
    return [" ".join(sorted(name)) for name in names_in(tokens, 0, len(tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Greta Holm beat Piet Aarden by 12 votes.", ["greta holm", "aarden piet"]),
        ("The Osterby council met Ash.", ["osterby", "ash"]),
        ("In Marlow the mill of Vale closed.", ["marlow", "vale"]),
        ("However, Ash won.", ["ash"]),
        ("Mr Ash met President Birch.", ["ash", "birch"]),
        ("Polls open on Monday in May.", ["polls"]),
        ("Ash's share and Birch’s share", ["ash", "birch"]),
        ("the Ashes' share", ["ashes"]),
        ("nobody came", []),
        ("He won.", []),
    ],
)
def test_names_are_runs_of_capitalised_words(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_only_the_words_asked_for_are_looked_at() -> None:
    tokens = read_tokens("Ash beat Birch and Cedar in Vale.")
    assert names_in(tokens, 1, 4) == [frozenset({"birch"})]
    assert names_in(tokens, 4, 4) == []


def test_a_number_ends_a_name() -> None:
    assert names("beside Ash 12 Birch") == ["ash", "birch"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("greta holm", "holm", True),
        ("holm", "greta holm", True),
        ("holm", "holm", True),
        ("greta holm", "piet holm", False),
        ("greta", "piet", False),
        ("", "holm", False),
        ("", "", False),
    ],
)
def test_a_name_may_be_given_in_short(one: str, other: str, expected: bool) -> None:
    assert same_name(frozenset(one.split()), frozenset(other.split())) is expected


NAMES = st.frozensets(st.sampled_from(["ash", "birch", "greta", "holm"]), max_size=3)


@given(NAMES, NAMES)
def test_two_names_are_the_same_either_way_unless_one_is_empty(one: frozenset[str], other: frozenset[str]) -> None:
    if one and other:
        assert same_name(one, other) is same_name(other, one)
    assert same_name(one, one) is bool(one)


def test_some_name_in_common() -> None:
    ash, birch, holm = frozenset({"ash"}), frozenset({"birch"}), frozenset({"greta", "holm"})
    assert share_name([ash, holm], [frozenset({"holm"}), birch])
    assert not share_name([ash], [birch, holm])
    assert not share_name([], [ash])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Boats", "boat"),
        ("cities", "city"),
        ("losses", "loss"),
        ("churches", "church"),
        ("taxes", "tax"),
        ("glass", "glass"),
        ("census", "census"),
        ("basis", "basis"),
        ("gas", "gas"),
        ("pies", "pie"),
        ("mill", "mill"),
    ],
)
def test_a_plural_loses_its_ending(word: str, expected: str) -> None:
    assert singular(word) == expected


def test_content_words_are_open_and_in_the_singular() -> None:
    tokens = read_tokens("The two old mills of the council rose to 12 boats, which was more.")
    assert content_words(tokens) == ("old", "mill", "council", "boat")
