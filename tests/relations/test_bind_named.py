"""Names apposed to a number of things."""

from __future__ import annotations

import pytest

from factcheck.check import check_text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("He ran three clubs, Marle Rovers and Vale, for years.", "the list names two, not three"),
        ("Two towns, Marle, Osterby and Vale, voted no.", "the list names Three, not Two"),
        ("Both of the women - Ana Lind, Bo Ek and Cy Dahl - are 40.", "the list names Three, not Both"),
    ],
)
def test_too_many_or_too_few(text: str, message: str) -> None:
    (finding,) = check_text(text).findings
    assert (finding.rule, finding.message) == ("list-count", message)


@pytest.mark.parametrize(
    "text",
    [
        "He ran two clubs, Marle Rovers and Vale, for years.",
        "Two of the four finalists, Maya Lind and Oke Ek, are here.",
        "The line serves four cities, Marle and Osterby among them, and stops.",
        "Three insurers, Ash and Birch, Cedar and Dahl, said so.",
        "The first three seeds, Lind and Ek, were out.",
        "He ran three clubs, Marle Rovers and Vale, and a bank.",
    ],
)
def test_what_names_them_all_or_only_some(text: str) -> None:
    assert check_text(text).findings == ()
