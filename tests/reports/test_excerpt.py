from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.columns import width_of
from factcheck.reports.excerpt import Mark, Row, excerpt


def marks(text: str, **signs: str) -> list[Mark]:
    return [Mark(text.index(printed), text.index(printed) + len(printed), sign) for sign, printed in signs.items()]


def mark(text: str, printed: str, sign: str) -> Mark:
    start = text.index(printed)
    return Mark(start, start + len(printed), sign)


def test_a_short_line_is_shown_whole() -> None:
    text = "Sales rose 30% from $80m to $100m."
    rows = excerpt(text, [mark(text, "30%", "^"), mark(text, "$80m", "~"), mark(text, "$100m", "~")], width=60)
    assert rows == [
        Row(
            0,
            "Sales rose 30% from $80m to $100m.",
            "           ^^^      ~~~~    ~~~~~",
        )
    ]


def test_only_sentences_with_a_mark_are_shown() -> None:
    text = "It rained. Of the 40 boats 12 sank. Nobody was hurt."
    assert excerpt(text, [mark(text, "12", "^")], width=60) == [
        Row(0, "… Of the 40 boats 12 sank. …", "                  ^^"),
    ]


def test_a_sentence_wraps_at_spaces_and_its_marks_with_it() -> None:
    text = "Of the forty boats in the harbour 12 sank and 28 stayed afloat."
    assert excerpt(text, [mark(text, "12", "~"), mark(text, "28", "^")], width=40) == [
        Row(0, "Of the forty boats in the harbour 12", "                                  ~~"),
        Row(None, "sank and 28 stayed afloat.", "         ^^"),
    ]


def test_a_long_sentence_is_cut_round_its_marks() -> None:
    text = " ".join(["word"] * 60) + " and 12 boats " + " ".join(["more"] * 60) + "."
    rows = excerpt(text, [mark(text, "12", "^")], width=40)
    assert rows == [
        Row(0, "… word word word and 12 boats more …", "                     ^^"),
    ]


def test_lines_far_apart_stand_apart() -> None:
    text = "First 10 came.\r\nThen it was dark.\r\nThen 12 went.\r\n"
    assert excerpt(text, [mark(text, "12", "^"), mark(text, "10", "~")], width=60) == [
        Row(0, "First 10 came.", "      ~~"),
        Row(text.index("Then 12"), "Then 12 went.", "     ^^"),
    ]


def test_a_mark_across_a_line_end_stands_on_both_lines() -> None:
    text = "It cost 5\nmillion crowns."
    assert excerpt(text, [mark(text, "5\nmillion", "^")], width=60) == [
        Row(0, "It cost 5", "        ^"),
        Row(10, "million crowns.", "^^^^^^^"),
    ]


def test_wide_and_combining_characters_and_tabs_do_not_shift_marks() -> None:
    text = "選挙 e\u0301lu\t12 votes"
    assert excerpt(text, [mark(text, "12", "^")], width=60) == [Row(0, "選挙 e\u0301lu 12 votes", "         ^^")]


def test_an_escape_sequence_does_not_pass() -> None:
    text = "\x1b[31m12 votes"
    assert excerpt(text, [mark(text, "12", "^")], width=60) == [Row(0, " [31m12 votes", "     ^^")]


def test_numbers_with_points_end_no_sentence() -> None:
    text = "Prices rose 5.3 percent in the year to May. That is all."
    assert excerpt(text, [mark(text, "5.3", "^")], width=60) == [
        Row(0, "Prices rose 5.3 percent in the year to May. …", "            ^^^"),
    ]


LETTERS = st.text(alphabet="ab 12.\n\r\té選\u0301\u200b", min_size=1, max_size=200)


@given(LETTERS, st.data())
def test_every_mark_is_shown_once_within_the_width(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    rows = excerpt(text, [Mark(start, end, "^")], width=30)
    assert all(width_of(row.text) <= 30 for row in rows)
    printable = sum(width_of(char) for char in text[start:end] if not char.isspace())
    marked = sum(
        width_of(char)
        for row in rows
        for char, sign in _under(row)
        if sign == "^" and not char.isspace() and char != "…"
    )
    assert marked == printable


def _under(row: Row) -> list[tuple[str, str]]:
    """Each character of a row with the sign under it; one without columns goes unmarked."""
    pairs, column = [], 0
    for char in row.text:
        pairs.append((char, row.marks[column : column + 1]))
        column += width_of(char)
    return pairs
