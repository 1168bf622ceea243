from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.documents.inline import label_of, prose_of


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("plain 5 * 3 * 2", "plain 5 * 3 * 2"),
        ("*a* **b** ***c***", " a    b      c   "),
        ("_a_ snake_case_name __b__", " a  snake_case_name   b  "),
        ("*a **b** c*", " a   b   c "),
        ("5*", "5*"),
        ("**5", "**5"),
        ("a `5 * 3` b", "a         b"),
        ("a ``5 ` 3`` b", "a           b"),
        ("a ` b", "a ` b"),
        ("[text](u)", " text    "),
        ("[a [b] c](<u v> 'title')", " a [b] c                "),
        ('[a](u(v)w "t") b', " a             b"),
        ("[a](u v)", "[a](u v)"),
        ("[a][Ref One] [b][] [ref one] [no]", " a           [b][]  ref one  [no]"),
        ("![5%](u) 6%", "         6%"),
        ("[![5%](u)](v) 6%", "              6%"),
        ("[a [b](u) c](v)", "[a  b     c](v)"),
        ("[*a](u) b*", " *a     b*"),
        ("<b>5</b> <br/> 3 < 4 > 2", "   5           3 < 4 > 2"),
        ("<https://x.y/5> <a@b.c> <LND.A>", "                        <LND.A>"),
        ("a <!-- 5% --> b", "a             b"),
        ("a <!-- 5%", "a <!-- 5%"),
        ("5&nbsp;m &#163;5 &amp co", "5      m       5 &amp co"),
        (r"\$5 and \*6\* \a", r" $5 and  *6 * \a"),
        ("5%[^1] left", "5%     left"),
        ('{{< ref "x" >}} 5 {x}', "                5 {x}"),
        ("two\nlines", "two lines"),
        ("two\\\nlines", "two  lines"),
        ("$5 and $6", "$5 and $6"),
    ],
)
def test_markup_is_blanked_in_place(text: str, prose: str) -> None:
    assert prose_of(text, {"REF ONE"}) == prose


def test_labels_are_compared_without_case_and_blanks() -> None:
    assert label_of(" Ref \n one ") == label_of("REF ONE") == "REF ONE"


ORACLE = MarkdownIt("commonmark").disable("text_join")
PIECES = [*"*_`!<&\\\n ab5\"'é—.", "**", "__", "[b](x)", "![b](x)", "<b>", "</b>", "<!--c-->", "&amp;", "\\*"]


def visible(tokens: list[Token]) -> str:
    """What markdown-it shows, without blanks; entities are left out, as `prose_of` blanks them."""
    shown = (token.content for token in tokens if token.type == "text" or token.info == "escape")
    return "".join("".join(shown).split())


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_the_same_prose_as_markdown_it_shows(text: str) -> None:
    (inline,) = ORACLE.parseInline(text)
    assert "".join(prose_of(text).split()) == visible(inline.children or [])


@given(st.text(alphabet="*_`[]()!<>&\\\n ab5\"'{}^:#;-/=", max_size=60))
def test_every_character_stays_in_place_or_is_blanked(text: str) -> None:
    prose = prose_of(text, {"A"})
    assert len(prose) == len(text)
    assert all(one == two or one == " " for one, two in zip(prose, text, strict=True))


@pytest.mark.parametrize("piece", ["[a][", "*a**b* ", "<!--", "`a``", "[", "[a](", "<a ", "**a", "_a *", "[](<a"])
def test_long_runs_of_markup_take_no_quadratic_time(piece: str) -> None:
    text = piece * 40_000
    begin = time.process_time()
    prose = prose_of(text, {"A"})
    assert time.process_time() - begin < 4
    assert len(prose) == len(text)
