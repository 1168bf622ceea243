from __future__ import annotations

import pytest

from factcheck.reports.columns import padded, shown, width_of


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("1,240 miles", 11),
        ("naïve", 5),
        ("nai\u0308ve", 5),  # a combining mark takes no column
        ("選挙", 4),
        ("５０％", 6),  # full width
        ("a\tb", 3),
        ("1\u00a0240", 5),
        ("1\u202f240", 5),
        ("a\u200bb", 2),
        ("\u202e12", 2),
        ("", 0),
    ],
)
def test_width_is_that_of_what_is_shown(text: str, columns: int) -> None:
    assert width_of(text) == columns


@pytest.mark.parametrize(
    ("char", "printed"),
    [("\t", " "), ("\x1b", " "), ("\n", " "), ("\u2028", " "), ("\u202e", ""), ("\ufeff", ""), ("é", "é")],
)
def test_nothing_that_steers_a_terminal_is_shown(char: str, printed: str) -> None:
    assert shown(char) == printed


def test_padding_counts_columns() -> None:
    assert padded("選挙", 6) == "選挙  "
    assert padded("12", 4, right=True) == "  12"
