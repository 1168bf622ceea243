from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.positions import Position, Positions


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, Position(0, 1, 1, 0, 0)),
        ("ab", 2, Position(2, 1, 3, 2, 2)),
        ("a\nb", 1, Position(1, 1, 2, 1, 1)),
        ("a\nb", 2, Position(2, 2, 1, 2, 0)),
        ("a\r\nb", 2, Position(2, 1, 3, 2, 2)),
        ("a\r\nb", 3, Position(3, 2, 1, 3, 0)),
        ("a\rb\r\rc", 5, Position(5, 4, 1, 5, 0)),
        ("a\u2028b\x0bc\x85d", 6, Position(6, 1, 7, 9, 6)),
        ("£5\n€6 😀7", 7, Position(7, 2, 5, 13, 5)),
    ],
)
def test_at(text: str, offset: int, position: Position) -> None:
    assert Positions(text).at(offset) == position


def test_a_byte_order_mark_counts_in_bytes_only() -> None:
    assert Positions("£5\n6", 3).at(3) == Position(3, 2, 1, 7, 0)
    assert Positions("5\n6", 3).at(2) == Position(2, 2, 1, 5, 0)


@pytest.mark.parametrize("offset", [-1, 3])
def test_outside_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match=rf"^offset {offset} is outside a text of 2 characters$"):
        Positions("ab").at(offset)


@given(st.text(alphabet="ab\r\n£€😀\u2028\ud800", max_size=40), st.integers(0, 3000), st.sampled_from([0, 3]))
def test_the_same_as_counting(text: str, lead: int, bom: int) -> None:
    text = "é" * lead + text
    positions = Positions(text, bom)
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    for offset in range(lead, len(text) + 1):
        line = max(number for number, start in enumerate(starts, 1) if start <= offset)
        before = text[starts[line - 1] : offset]
        assert positions.at(offset) == Position(
            offset,
            line,
            len(before) + 1,
            bom + len(text[:offset].encode("utf-8", "surrogatepass")),
            len(before) + sum(ord(sign) > 0xFFFF for sign in before),
        )
