from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.model import Block, BlockKind, Document, Suppression
from factcheck.documents.text import parse_text
from tests.documents.places import assert_in_place

HEADLINE, HEADING, PARAGRAPH = BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH
ITEM, TABLE, CAPTION = BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.CAPTION

STORY = "The harbour of Lunde handled more grain than in any year before, its manager said."


def parsed(text: str) -> Document:
    return parse_text("a.txt", text)


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text.strip()) for block in parsed(text).blocks]


def test_headline_and_paragraphs_separated_by_blank_lines() -> None:
    text = f"Harbour has a record year\n\n{STORY} It grew by 5%.\n\nThat is all.\n"
    start = text.index("The harbour")
    blocks = parsed(text).blocks
    assert [(block.kind, block.start, block.end, block.section, block.level) for block in blocks] == [
        (HEADLINE, 0, 25, 0, 1),
        (PARAGRAPH, start, text.index("\n\nThat"), 0, 0),
        (PARAGRAPH, text.index("That"), len(text) - 1, 0, 0),
    ]
    assert [text[one.start : one.end] for one in blocks[1].sentences] == [STORY, "It grew by 5%."]


def test_a_line_is_a_paragraph_in_news_copy() -> None:
    second = STORY.replace("grain", "timber")
    assert kinds(f"{STORY}\n{second}\n") == [(PARAGRAPH, STORY), (PARAGRAPH, second)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_joined_with_blanks_of_the_same_length(end: str) -> None:
    lines = [
        "The harbour of Lunde handled 4,200 tonnes of grain in the first half",
        "of the year, the manager said. Timber was the second largest good,",
        "with 1,100 tonnes. Nothing else came to a tenth of that.",
    ]
    text = end.join(lines) + end
    (block,) = parsed(text).blocks
    assert block.text == (" " * len(end)).join(lines)
    assert (block.start, block.end) == (0, len(text) - len(end))
    assert len(block.sentences) == 3


def test_a_wrapped_text_keeps_a_paragraph_that_ends_short_apart() -> None:
    first = "The harbour of Lunde handled 4,200 tonnes of grain in the first half\nof the year."
    second = "Timber was the second largest good on the quays of the old harbour,\nwith 1,100 tonnes."
    assert kinds(f"{first}\n{second}\n") == [
        (PARAGRAPH, first.replace("\n", " ")),
        (PARAGRAPH, second.replace("\n", " ")),
    ]


def test_a_line_that_begins_with_a_name_in_small_letters_is_not_joined() -> None:
    lines = ["The shop of Lunde sells more than it ever did", "eBooks are the reason"]
    assert kinds("\n".join([STORY, *lines, STORY])) == [(PARAGRAPH, line) for line in (STORY, *lines, STORY)]


def test_short_lines_are_not_joined() -> None:
    assert kinds(f"{STORY}\n\napples, 5\npears, 6\n")[1:] == [(PARAGRAPH, "apples, 5"), (PARAGRAPH, "pears, 6")]


def test_headings_start_sections() -> None:
    text = f"{STORY}\n\nGrain in 2023\n\n{STORY}\n\nTIMBER\n{STORY}\n\nWhat next?\n{STORY}\n"
    assert [(block.kind, block.section) for block in parsed(text).blocks] == [
        (PARAGRAPH, 0),
        (HEADING, 1),
        (PARAGRAPH, 1),
        (HEADING, 2),
        (PARAGRAPH, 2),
        (HEADING, 3),
        (PARAGRAPH, 3),
    ]


def test_a_heading_right_above_its_text() -> None:
    assert kinds(f"{STORY}\n\nGrain and timber\n{STORY}\n")[1][0] is HEADING


@pytest.mark.parametrize(
    "line",
    [
        "Net 1,541,000 vs 1,122,000",
        "Shr 43 cts vs 30 cts",
        "Source: Lunde Harbour Board",
        "By Anna Olsvik",
        "— Anna Olsvik",
        "They agreed.",
        "[Pictures follow]",
        "Photos: https://lunde.example",
        "and so on",
    ],
)
def test_no_heading(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{STORY}\n")[1] == (PARAGRAPH, line)


def test_no_heading_at_the_end() -> None:
    assert kinds(f"{STORY}\n\nLunde Press\n")[1] == (PARAGRAPH, "Lunde Press")


def test_templates_are_headings() -> None:
    assert kinds(f"{STORY}\n{{{{table 3}}}}\n{STORY}\n")[1] == (HEADING, "{{table 3}}")


def test_subtitles_stay_in_the_section_of_the_article() -> None:
    subtitle = "Grain rose by 5% while timber fell for the third year"
    assert kinds(f"Harbour has a record year\n\n{subtitle}\n\n{STORY}\n")[1] == (PARAGRAPH, subtitle)


@pytest.mark.parametrize("first", [STORY, "Figures of the year:"])
def test_no_headline(first: str) -> None:
    assert kinds(f"{first}\n\n{STORY}\n")[0] == (PARAGRAPH, first)


def test_one_line_alone_is_no_headline() -> None:
    assert kinds("Harbour has a record year\n") == [(PARAGRAPH, "Harbour has a record year")]


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "– ", "1. ", "12) ", "(a) ", "a) ", "a. ", "(iv) ", "-\t"])
def test_list_markers_are_blanked(marker: str) -> None:
    text = f"{STORY}\n{marker}4 ships\n\n{marker}5 boats\n"
    first, second = parsed(text).blocks[1:]
    assert first == Block(
        ITEM, len(STORY) + 1, len(STORY) + 1 + len(marker) + 7, " " * len(marker) + "4 ships", first.sentences, 0, 1, 0
    )
    assert (second.kind, second.list_id, second.text.strip()) == (ITEM, 0, "5 boats")
    assert text[first.sentences[0].start : first.sentences[0].end] == "4 ships"


def test_lists_are_told_apart_and_nested() -> None:
    text = f"{STORY}\n- one\n  - two\n  - three\n- four\n{STORY}\n- five\n"
    assert [(block.list_id, block.level) for block in parsed(text).blocks if block.kind is ITEM] == [
        (0, 1),
        (0, 2),
        (0, 2),
        (0, 1),
        (1, 1),
    ]


def test_an_item_goes_on_in_an_indented_line() -> None:
    assert kinds(f"{STORY}\n- 4 ships\n  and 2 boats\n- 3 rafts\n")[1:] == [
        (ITEM, "4 ships   and 2 boats"),
        (ITEM, "3 rafts"),
    ]


@pytest.mark.parametrize("line", ["1.5 million tonnes came", "-5 degrees were measured", "1987. That was it"])
def test_no_list_marker(line: str) -> None:
    assert kinds(f"{STORY}\n{line}\n")[1] == (PARAGRAPH, line)


def test_short_lines_behind_a_colon_are_items() -> None:
    text = f"{STORY}\nThree goods came:\nGrain\nTimber\nSalt\n\n{STORY}\n"
    assert kinds(text)[1:5] == [(PARAGRAPH, "Three goods came:"), (ITEM, "Grain"), (ITEM, "Timber"), (ITEM, "Salt")]
    assert [block.list_id for block in parsed(text).blocks] == [-1, -1, 0, 0, 0, -1]


def test_items_that_end_like_items_may_be_set_apart_by_blank_lines() -> None:
    text = f"{STORY}\n\nThree goods came:\n\ngrain;\n\ntimber; and\n\nsalt\n\n{STORY}\n"
    assert [kind for kind, _ in kinds(text)] == [PARAGRAPH, PARAGRAPH, ITEM, ITEM, PARAGRAPH, PARAGRAPH]


def test_a_numbered_line_alone_is_a_heading() -> None:
    text = f"{STORY}\n\n2. Grain and timber\n\n{STORY}\n"
    assert kinds(text)[1] == (HEADING, "Grain and timber")


@pytest.mark.parametrize(
    "rows",
    [
        "Good     2022   2023\nGrain    4,000  4,200\nTimber   1,200  1,100",
        "Good\t2022\t2023\nGrain\t4,000\t4,200",
        "| Good | 2022 | 2023 |\n|------|------|------|\n| Grain | 4,000 | 4,200 |",
    ],
)
def test_tables_are_left_alone(rows: str) -> None:
    (table,) = (block for block in parsed(f"{STORY}\n\n{rows}\n\n{STORY}\n").blocks if block.kind is TABLE)
    assert (table.text, table.sentences) == (rows, ())


def test_sentences_two_blanks_apart_are_no_table() -> None:
    text = "It rose.  It fell.  It stayed.\nHe came.  He saw.  He left.\n"
    assert [block.kind for block in parsed(text).blocks] == [PARAGRAPH, PARAGRAPH]


def test_captions_start_no_section() -> None:
    text = f"{STORY}\n\nFigure 3: Grain by month\n\n{STORY}\n"
    assert [(block.kind, block.section) for block in parsed(text).blocks] == [
        (PARAGRAPH, 0),
        (CAPTION, 0),
        (PARAGRAPH, 0),
    ]


def test_sic_is_blanked_and_marks_its_number() -> None:
    text = "About “5.3 million” [sic] came, and 40 per cent (sic) left. Fast [sic] and 5,6% [sic]"
    document = parsed(text)
    starts = [text.index("“5.3"), text.index("40"), text.index("Fast"), text.index("5,6")]
    ends = [text.index(" came"), text.index(" left"), text.index(" and 5,6"), len(text)]
    assert document.suppressions == tuple(
        Suppression(start, end, frozenset(), "sic") for start, end in zip(starts, ends, strict=True)
    )
    (block,) = document.blocks
    assert block.text == "About “5.3 million”       came, and 40 per cent       left. Fast       and 5,6%"
    assert document.text == text


@pytest.mark.parametrize(
    "line",
    [
        "Oslo, March 3, 2024 — The harbour grew.",
        "LUNDE, Norway, 3 March 2024 (Lunde Press) - The harbour grew.",
        "Released: 2024-03-03",
        "Published 3rd March 2024",
        "Published on Sunday, 3 March 2024",
        "Date: Mar. 3, 2024",
        "Sunday 3 March 2024",
    ],
)
def test_dateline(line: str) -> None:
    assert parsed(f"Harbour has a record year\n\n{line}\n\n{STORY}\n").dateline == dt.date(2024, 3, 3)


@pytest.mark.parametrize(
    "line",
    [
        "DALLAS, April 1 - The harbour grew.",
        "The harbour of Lunde was opened on March 3, 2024 after a long wait.",
        "Released: 2024-13-03",
        "Results to 3 March 2024",
        "Report 5, 3 March 2024 - The harbour grew.",
    ],
)
def test_no_dateline(line: str) -> None:
    assert parsed(f"Harbour has a record year\n\n{line}\n").dateline is None


def test_no_dateline_below_the_first_five_lines() -> None:
    assert parsed(f"{STORY}\n" * 5 + "Released: 2024-03-03\n").dateline is None


def test_an_empty_text_has_no_blocks() -> None:
    assert parsed("").blocks == parsed(" \n\t\n").blocks == ()


@given(st.text(alphabet="aB. \n\r\t-*1:|#é(x)", max_size=120))
def test_blocks_are_slices_of_the_source_with_blanks(text: str) -> None:
    document = parsed(text)
    assert_in_place(document, text)
    for block in document.blocks:
        assert all(block.start <= one.start < one.end <= block.end for one in block.sentences)
