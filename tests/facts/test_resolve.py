"""Who and what each number is about."""

from __future__ import annotations

import pytest

from factcheck.facts.lexicon import measures
from tests.facts.reading import document, fact, read


def test_sentences_are_counted_through_the_document_and_only_those_with_numbers_are_read() -> None:
    found = read("Ash came. Birch has 12 boats. It rained. Cedar has 14 boats.").sentences
    assert [sentence.index for sentence in found] == [2, 4]
    text = "Ash came. Birch has 12 boats. It rained. Cedar has 14 boats."
    assert [text[sentence.start : sentence.end] for sentence in found] == [
        "Birch has 12 boats.",
        "Cedar has 14 boats.",
    ]


def test_tables_are_left_alone() -> None:
    page = "Ash has 12 boats.\n\n| a | b |\n|---|---|\n| 14 | 15 |\n"
    assert [q.text for q in read(page, md=True).quantities] == ["12"]


def test_every_number_is_kept_and_dates_are_no_facts() -> None:
    reading = read("On 3 May 2012 Ash sold 12 boats at 12:30, the 2nd time since 2011.")
    assert [q.text for q in reading.quantities] == ["3 May 2012", "12", "12:30", "2nd", "2011"]
    assert [one.quantity.text for one in reading.facts] == ["12"]


def test_a_fact_is_found_by_the_place_of_its_number() -> None:
    reading = read("Ash has 12 boats and 12 carts.")
    assert sorted(reading.fact_of) == [8, 21]
    assert all(one.quantity.start == start for start, one in reading.fact_of.items())


def test_a_dateline_is_handed_on() -> None:
    page = document("MARLOW, 3 May 2012 - Ash has 12 boats.")
    assert read(page.text).dateline == page.dateline


def test_the_role_is_that_of_the_statement() -> None:
    text = "Rents rose 5% to £84 from £80, and Ash has 12 boats."
    assert [(one.quantity.text, one.role) for one in read(text).facts] == [
        ("5", "change.percent"),
        ("84", "change.after"),
        ("80", "change.before"),
        ("12", "level"),
    ]


def test_names_since_the_number_before_the_nearest_first() -> None:
    text = "In Marlow the Ash list won 874 votes and the Birch list in Vale 1,998."
    assert [sorted(name) for name in fact(text, "874").names] == [["ash"], ["marlow"]]
    assert [sorted(name) for name in fact(text, "1,998").names] == [["vale"], ["birch"]]


def test_nouns_of_the_clause() -> None:
    assert fact("The pass rate for girls was 61%.", "61").nouns == ("pass", "rate", "girl")


@pytest.mark.parametrize(
    ("text", "base", "span"),
    [
        ("Ash won 50.8% of the votes cast.", "votes cast", "votes cast"),
        ("Ash won 50.8% of all registered voters.", "registered voters", "registered voters"),
        ("Ash won 50.8% of its total sales, or 12 boats.", "sales", "sales"),
        ("Ash won 50.8% of Marlow was glad.", "marlow", "Marlow"),
        ("Ash won 50.8% in May.", "", ""),
        ("Ash won 50.8% of the 48 votes.", "", ""),
        ("Ash won 50.8% of", "", ""),
    ],
)
def test_what_a_percentage_is_of(text: str, base: str, span: str) -> None:
    found = fact(text, "50.8")
    assert found.base == base
    assert text[slice(*found.base_span)] == span if found.base_span else span == ""


def test_an_amount_has_no_base() -> None:
    assert fact("Ash won 508 of the votes cast.", "508").base == ""


@pytest.mark.parametrize(
    ("text", "printed", "measure"),
    [
        ("Turnout was 72%.", "72", "elections.turnout"),
        ("There are 41,250 registered voters.", "41,250", "elections.registered"),
        ("In all 29,700 votes were cast.", "29,700", "elections.cast"),
        ("Clerks set aside 120 spoiled ballots.", "120", "elections.spoiled"),
        ("That left 29,580 valid votes.", "29,580", "elections.valid"),
        ("Ash won 15,100 votes, 50.8% of the votes cast.", "15,100", ""),
        ("Ash won 15,100 votes, 50.8% of the votes cast.", "50.8", ""),
        ("The turnout pleased 72 clerks.", "72", ""),
        ("The mill sold 12 boats.", "12", ""),
    ],
)
def test_the_measure_of_a_kit(text: str, printed: str, measure: str) -> None:
    assert fact(text, printed).measure == measure


def test_a_phrase_names_the_nearest_number_of_its_kind() -> None:
    text = "Of 41,250 registered voters, 29,700 cast a ballot, a turnout of 72%."
    assert [(one.quantity.text, one.measure) for one in read(text).facts] == [
        ("41,250", "elections.registered"),
        ("29,700", "elections.cast"),
        ("72", "elections.turnout"),
    ]


def test_every_phrase_of_a_kit_is_lower_case_words() -> None:
    lexicon = measures()
    phrases = [phrase for phrase, _, _ in lexicon.near] + list(lexicon.bases)
    assert phrases
    for phrase in phrases:
        assert phrase == " ".join(phrase.lower().split())
    assert all(len(group) >= 2 for group in lexicon.subgroups)


def test_every_phrase_of_a_kit_is_found_in_a_sentence() -> None:
    for phrase, measure, kind in measures().near:
        number = "72%" if kind == "percent" else "29,700"
        found = read(f"In Marlow {number} {phrase}.").facts
        assert [one.measure for one in found] == [measure], phrase
