from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.markdown import parse_markdown
from factcheck.documents.model import Block, BlockKind, Document, Suppression
from tests.documents.places import assert_in_place


def parsed(text: str) -> Document:
    return parse_markdown("a.md", text)


def outline(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text.strip()) for block in parsed(text).blocks]


def only(text: str) -> Block:
    (block,) = parsed(text).blocks
    return block


def test_headline_headings_and_sections() -> None:
    text = "# Harbour *grows*\n\nIt grew.\n\nGrain\n=====\n\nIt fell.\n\n### Timber ###\n\nIt rose.\n"
    assert [(block.kind.value, block.text, block.level, block.section) for block in parsed(text).blocks] == [
        ("headline", "Harbour  grows ", 1, 0),
        ("paragraph", "It grew.", 0, 0),
        ("heading", "Grain", 1, 1),
        ("paragraph", "It fell.", 0, 1),
        ("heading", "Timber", 3, 2),
        ("paragraph", "It rose.", 0, 2),
    ]


def test_a_paragraph_over_lines_is_one_block_of_the_source_length() -> None:
    text = "Grain **rose**\r\nby 5%. Timber\r\nfell.\r\n"
    block = only(text)
    assert (block.start, block.end) == (0, text.index("\r\n", 30))
    assert block.text == "Grain   rose    by 5%. Timber  fell."
    assert [text[one.start : one.end] for one in block.sentences] == [text[:22], "Timber\r\nfell."]


def test_quotations_blank_their_marks() -> None:
    text = "> Grain rose\n> by 5%.\n"
    assert only(text) == Block(BlockKind.QUOTATION, 2, 21, "Grain rose   by 5%.", only(text).sentences)


def test_lists_share_an_id_and_nested_ones_have_their_own() -> None:
    text = "- 4 ships\n  and boats\n\n  More.\n- 5 rafts\n  1. one\n  2. two\n- 6 buoys\n\nEnd.\n\n* 7 tugs\n"
    assert [(block.kind.value, block.text, block.list_id, block.level) for block in parsed(text).blocks] == [
        ("list item", "4 ships   and boats", 0, 1),
        ("paragraph", "More.", -1, 0),
        ("list item", "5 rafts", 0, 1),
        ("list item", "one", 1, 2),
        ("list item", "two", 1, 2),
        ("list item", "6 buoys", 0, 1),
        ("paragraph", "End.", -1, 0),
        ("list item", "7 tugs", 2, 1),
    ]


def test_an_item_whose_text_is_its_number() -> None:
    assert only("1. 1\n").start == 3


def test_code_html_and_rules_make_no_blocks() -> None:
    text = "```\n5%\n```\n\n    6%\n\n<div>\n7%\n</div>\n\n---\n\nEnd.\n"
    assert outline(text) == [("paragraph", "End.")]


def test_what_is_only_markup_makes_no_block() -> None:
    assert outline("![5%](a.png)\n\n{{< chart 5 >}}\n\n`6%`\n") == []


def test_a_table_keeps_lines_and_pipes_and_has_no_sentences() -> None:
    text = "Goods:\n\n| Good | *Tonnes* |\r\n|---|---|\r\n| a\\|b | **5** |\r\n\r\nEnd.\n"
    table = parsed(text).blocks[1]
    assert (table.kind, table.start, table.sentences) == (BlockKind.TABLE, 8, ())
    assert table.text == "| Good |  Tonnes  |\r\n|---|---|\r\n| a  b |   5   |"
    assert outline(text)[2] == ("paragraph", "End.")


def test_footnotes_are_paragraphs_and_their_marks_blank() -> None:
    assert outline("It rose 5%.[^1]\n\n[^1]: Of *all*\n    goods.\n") == [
        ("paragraph", "It rose 5%."),
        ("paragraph", "Of  all      goods."),
    ]


def test_references_link_and_make_no_block() -> None:
    assert outline("See [the report][r].\n\n[r]: https://lunde.example/5\n") == [("paragraph", "See  the report    .")]


def test_a_heading_without_a_blank_behind_its_hashes() -> None:
    text = "##Grain\nIt rose.\n\n#harbour is a tag.\n"
    assert outline(text) == [("heading", "Grain"), ("paragraph", "It rose."), ("paragraph", "#harbour is a tag.")]
    assert parsed(text).blocks[0].level == 2


def test_a_line_in_bold_is_a_heading_where_it_reads_like_one() -> None:
    text = "**Grain and timber**\n\n**Net 1,541,000 vs 1,122,000**\n\n**a** and **b**\n"
    assert [kind for kind, _ in outline(text)] == ["heading", "paragraph", "paragraph"]


def test_captions() -> None:
    assert outline("Grain rose.\n\n*Figure 3: Grain by month*\n")[1] == ("caption", "Figure 3: Grain by month")


def test_dollars_are_no_mathematics() -> None:
    assert only("From $5m to \\$6m in $100 steps.\n").text == "From $5m to  $6m in $100 steps."


@pytest.mark.parametrize(
    "front", ["date: 2024-06-10 08:00:00 +0200", "title: x\ndate: '10 June 2024'", 'Date: "June 10, 2024"']
)
def test_dateline_from_the_front_matter(front: str) -> None:
    document = parsed(f"---\n{front}\n---\n\nGrain rose.\n")
    assert document.dateline == dt.date(2024, 6, 10)
    assert [block.text for block in document.blocks] == ["Grain rose."]


def test_dateline_from_the_first_lines() -> None:
    assert parsed("# Grain\n\nReleased: 2024-06-10\n").dateline == dt.date(2024, 6, 10)
    assert parsed("# Grain\n\nIt rose.\n").dateline is None


def test_a_comment_on_its_own_covers_the_next_block() -> None:
    text = "One.\n\n<!-- factcheck: ignore[turnout, shares] as printed -->\nTwo.\n\nThree.\n"
    two = text.index("Two")
    assert parsed(text).suppressions == (Suppression(two, two + 4, frozenset({"turnout", "shares"}), "as printed"),)
    assert outline(text) == [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]


def test_a_comment_inside_a_block_covers_that_block() -> None:
    text = "One.\n\nTwo <!-- factcheck: ignore --> 5%.\n"
    assert parsed(text).suppressions == (Suppression(6, len(text) - 1),)


def test_a_comment_for_the_file_covers_all() -> None:
    text = "One.\n\n<!-- factcheck: ignore-file[turnout] old -->\n"
    assert parsed(text).suppressions == (Suppression(0, len(text), frozenset({"turnout"}), "old"),)


@pytest.mark.parametrize("comment", ["<!-- ignore -->", "<!-- factcheck: check -->", "`<!-- factcheck: ignore -->`"])
def test_other_comments_suppress_nothing(comment: str) -> None:
    assert parsed(f"{comment}\n\nOne.\n").suppressions == ()


def test_sic() -> None:
    text = "About **5 million** [sic] came.\n"
    assert parsed(text).suppressions == (Suppression(6, 25, frozenset(), "sic"),)
    assert only(text).text == "About   5 million         came."


PIECES = [
    *"*_`[]()<>!#-+|>\\ \n\t5aé1.:",
    "\r\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "```\n",
    "| a | 5 |\n|---|---|\n",
    "[^1]: ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_every_character_stands_at_its_place_in_the_source(text: str) -> None:
    assert_in_place(parsed(text), text)
