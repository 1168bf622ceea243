"""Like items side by side."""

from __future__ import annotations

import pytest

from tests.facts.reading import cells, first_names, lines, read


def test_pairs_of_one_sentence_are_a_line() -> None:
    (line,) = lines("Ash took 874 votes (2.15%), Birch 998 votes (2.45%) and Cedar 38,803 votes (95.40%).")
    assert cells(line) == [("874", "2.15"), ("998", "2.45"), ("38,803", "95.40")]
    assert first_names(line) == ["ash", "birch", "cedar"]
    assert (line.rest, line.partial, line.total, line.loose) == (False, False, None, False)


def test_a_name_behind_its_number_counts_where_none_stands_before() -> None:
    (line,) = lines("There were 12 votes for Ash, 14 votes for Birch and 9 votes for Cedar.")
    assert first_names(line) == ["ash", "birch", "cedar"]


def test_numbers_of_two_kinds_make_two_lines() -> None:
    found = lines("Ash sold 12 boats and Birch 14 boats for £30 and £42.")
    assert [cells(line) for line in found] == [[("12", None), ("14", None)], [("30", None), ("42", None)]]


def test_a_bare_count_goes_with_a_counted_noun() -> None:
    (line,) = lines("Ash sold 1,200 boats and Birch 1,400.")
    assert cells(line) == [("1,200", None), ("1,400", None)]


def test_a_bare_count_behind_a_name_ends_a_sentence() -> None:
    (line,) = lines("Osterby gave Ash 950 votes and Birch 900.")
    assert cells(line) == [("950", None), ("900", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ash sold 12 boats.",
        "Ash sold 12 boats for £14.",
        "Ash sold 12 tonnes and Birch 14 miles.",
        "Ash sold 12 to 14 boats and Birch 20 to 30.",
        "Ash opened in 2011 and Birch in 2012.",
        "Ash rose 5% to 12 boats from 11.",
    ],
)
def test_unlike_numbers_ranges_dates_and_changes_are_no_line(text: str) -> None:
    assert lines(text) == []


def test_a_change_between_two_cells_parts_them() -> None:
    found = lines("Ash took 40%, Birch took 30%, which rose 5% to 12 boats, Cedar 20% and Dale 10%.")
    assert [cells(line) for line in found] == [[(None, "40"), (None, "30")], [(None, "20"), (None, "10")]]


class TestRespectively:
    def test_names_before_the_numbers_are_dealt_out_in_order(self) -> None:
        (line,) = lines("The mills of Marlow, Osterby and Vale employ 12, 14 and 15 men, respectively.")
        assert cells(line) == [("12", None), ("14", None), ("15", None)]
        assert first_names(line) == ["marlow", "osterby", "vale"]

    def test_the_last_names_are_taken_where_there_are_more(self) -> None:
        (line,) = lines("In Tidewell the lists of Ash and Birch took 52% and 48% respectively.")
        assert first_names(line) == ["ash", "birch"]

    def test_too_few_names_are_not_dealt_out(self) -> None:
        (line,) = lines("In Tidewell they took 52% and 48% respectively.")
        assert first_names(line)[0] == "tidewell"
        assert first_names(line)[1] != "tidewell"


@pytest.mark.parametrize("word", ["the rest", "the remaining", "the others", "the other", "undecided"])
def test_the_rest(word: str) -> None:
    (line,) = lines(f"Ash took 52%, Birch 40% and {word} 8%.")
    assert line.rest
    assert len(line.cells) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Ash took 52%, Birch 40% and Cedar 8%.",
        "The rest of the votes split: Ash took 52%, Birch 40% and Cedar 8%.",
        "Ash took 52%, Birch 40% and the rest of Vale 8%.",
        "Ash took 52%, the others 40% and Cedar 8%.",
    ],
)
def test_no_rest_unless_it_introduces_the_last_cell(text: str) -> None:
    (line,) = lines(text)
    assert not line.rest


@pytest.mark.parametrize("word", ["including", "such as", "mainly", "notably", "among them"])
def test_a_list_said_to_be_incomplete(word: str) -> None:
    (line,) = lines(f"Many won, {word} Ash with 12 votes, Birch with 14 and Cedar with 15.")
    assert line.partial
    assert len(line.cells) == 3


def test_a_list_is_whole_where_nothing_says_that_it_is_not() -> None:
    (line,) = lines("Some won: Ash with 12 votes, Birch with 14 and Cedar with 15.")
    assert not line.partial


class TestLeadTotal:
    def test_of_the_m_at_the_head_is_the_total_and_no_cell(self) -> None:
        (line,) = lines("Of the 278 letters, 271 (98%) came on time and 7 (2%) late.")
        assert line.total is not None
        assert line.total.text == "278"
        assert cells(line) == [("271", "98"), ("7", "2")]

    def test_of_within_the_sentence_is_none(self) -> None:
        (line,) = lines("In a box of 278 letters, Ash found 12 and Birch 14.")
        assert line.total is None


class TestLoose:
    def test_like_cells_of_neighbouring_sentences_with_names_of_their_own(self) -> None:
        text = "Ash has 12 boats. Birch has 14 boats. Cedar has 15 boats."
        found = [(line.sentence, cells(line)) for line in lines(text, loose=True)]
        assert (1, [("12", None), ("14", None)]) in found
        assert (1, [("12", None), ("14", None), ("15", None)]) in found
        assert (2, [("14", None), ("15", None)]) in found
        assert len(found) == 3
        assert lines(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Ash has 12 boats. Ash has 14 boats.",
            "Ash has 12 tonnes. Birch has 14 miles.",
            "Ash has 12 boats. Birch has 14%.",
            "Ash has 12 boats. Nobody knew. Nobody cared. Birch has 14 boats.",
        ],
    )
    def test_none_for_one_name_other_things_or_from_afar(self, text: str) -> None:
        assert lines(text, loose=True) == []

    def test_none_over_a_heading(self) -> None:
        text = "# Boats\n\nAsh has 12 boats.\n\n## Carts\n\nBirch has 14 boats.\n"
        assert [s.section for s in read(text, md=True).sentences] == [0, 1]
        assert lines(text, md=True, loose=True) == []


def test_lines_stand_in_the_order_of_the_text() -> None:
    found = lines("Ash took 12 votes and Birch took 14. Ash took 40% and Birch 60%.")
    assert [line.sentence for line in found] == [1, 2]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("In 2012, of the 6,300 who came, 4,230 stayed.", "6,300"),
        ("The board said that of the 42,387 wells drilled, 19,741 struck oil.", "42,387"),
        ("In the year to May, of those 186,000 who left, 111,000 had work.", "186,000"),
        ("Sales of 6,300 boats were made in 2012, of the 40 firms 12 said.", None),
        ("In 2012 most of the 6,300 who came stayed.", None),
    ],
)
def test_a_head_may_stand_behind_a_time_or_a_verb_of_saying(text: str, lead: str | None) -> None:
    assert [quantity.text for quantity in read(text).leads.values()] == ([] if lead is None else [lead])
