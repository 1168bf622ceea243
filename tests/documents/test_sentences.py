from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.model import Sentence
from factcheck.documents.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[found.start : found.end] for found in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Sales rose.", "Costs fell."],
        ["Sales rose to 5.3 million.", "Costs fell to .4 million."],
        ["Did sales rise?", "Yes!", "They did."],
        ["It said: “We grew.”", "Nobody asked."],
        ['She said "We grew."', '"They shrank."', "He nodded."],
        ["Sales rose (to 4.)", "Costs fell."],
        ["Sales rose.[12]", "Costs fell."],
        ["Sales rose.12", "Costs fell."],
        ["It waited…", "Then it rose."],
        ["It waited...", "Then it rose."],
        ["In 2021.", "4 of 5 agreed."],
        ["It grew by 5%.", "£3m was lost."],
    ],
)
def test_ends(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ebner and Dr. Olsvik met St. Aldric.",
        "Ebner Corp. bought Olsvik Inc. Tuesday for 5 million.",
        "No. 3 beat no. 4.",
        "The match of Jan. 5 was moved to Sept. 12.",
        "See Fig. 4 on p. 12 of vol. 2.",
        "J. K. Ebner and Anna B. Olsvik won.",
        "The U.S. Senate met at 5 p.m. Tuesday.",
        "It cost 5 vs. 4 before, e.g. Norway, i.e. the north.",
        "Growth in the U.S. – both coasts – was slow.",
        "He quoted [...] The rest is lost.",
        "“Why?” he asked.",
        "The price of ebner.example rose.",
        "Yahoo! Inc fell.",
        "They sued Ebner (Olsvik Inc.) Tuesday.",
    ],
)
def test_does_not_end(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["It joined Ebner Corp.", "The price was 5 million."],
        ["It sells in the U.S.", "It also sells in Norway."],
        ["It closed at 5 p.m.", "In March it opened at 9 a.m.", "We asked why."],
        ["The answer is no.", "Nobody knew."],
        ["They met in Jan.", "Nobody knew."],
        ["They chose plan B.", "The rest waited."],
        ["It was a mass.", "Ebner left."],
        ["He sat.", "Ebner left."],
    ],
)
def test_abbreviations_that_end_a_sentence(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_forgotten_blank_ends_a_sentence_before_a_word_that_opens_one() -> None:
    assert sentences("Sales rose.The cost fell. See www.Ebner is up.") == [
        "Sales rose.",
        "The cost fell.",
        "See www.Ebner is up.",
    ]


def test_spans_count_from_the_start_given_and_leave_out_blanks() -> None:
    assert split_sentences("  One.  Two. ", 100) == (Sentence(102, 106), Sentence(108, 112))


def test_nothing_in_a_blank_text() -> None:
    assert split_sentences("") == split_sentences(" \t ") == ()


@given(st.text(alphabet="ab A.!?…\"'”()[]1 5%,-é", max_size=60))
def test_every_character_that_is_not_blank_is_in_one_sentence(text: str) -> None:
    covered: list[int] = []
    for found in split_sentences(text):
        assert text[found.start : found.end].strip() == text[found.start : found.end] != ""
        covered += range(found.start, found.end)
    assert len(covered) == len(set(covered))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(covered)
