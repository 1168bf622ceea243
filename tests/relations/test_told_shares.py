"""Shares told of a part and its whole in words."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.shares.closed_splits import closed_splits
from factcheck.relations.shares.told_shares import told_shares


def told(text: str) -> list[tuple[str, str, str, bool]]:
    found = told_shares(resolve_facts(parse_text("x.txt", text)))
    return [(one.part.text, one.share.text, one.whole.text, one.doubtful) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inspectors failed 18 of the 72 shops, 25% of the total, in May.", ("18", "25", "72", True)),
        ("Rowers sent back 42 of their 70 ballots, a turnout of 60%.", ("42", "60", "70", True)),
        ("The crew won 27 of the 45 races, a 60% share.", ("27", "60", "45", False)),
        ("Turnout was 60%, with 42 of the 70 rowers voting.", ("42", "60", "70", True)),
        ("Two thirds of the rowers, 60 people out of 90, stayed.", ("60", "Two thirds", "90", True)),
        ("Two thirds of the 90 rowers, or 60, stayed.", ("60", "Two thirds", "90", False)),
        ("Piers took £18m, or 12%, of the £150m budget.", ("18m", "12", "150m", False)),
        ("Ninety of the port's 120 boats burn coal. That 75% share is a record.", ("Ninety", "75", "120", False)),
        ("Some 64% of the crew left. That is 384 of the 600 here.", ("384", "64", "600", False)),
    ],
)
def test_a_share_with_its_part_and_whole(text: str, expected: tuple[str, str, str, bool]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Rowers sent back 42 of their 70 ballots, 81% of them for Ash.",
        "Rowers sent back 42 of their 70 ballots, 10% more than last year.",
        "Rowers sent back 42 of their 70 ballots. The rate was 48% in 2019.",
        "The Lanterns won 27 of the 45 seats. Its share was 64%.",
        "Half of the 46 boats, 33 of which are new, leaked.",
    ],
)
def test_a_share_of_something_else_is_not_told_of_them(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The motion passed by 55% to 48%.", 2),
        ("The rug is 60% wool, 25% silk and 25% cotton.", 3),
        ("The crew is 60% female, 25% foreign and 25% local.", 0),
        ("Turnout rose by 55% to 61%.", 0),
    ],
)
def test_shares_of_one_thing_above_all_of_it(text: str, count: int) -> None:
    found = list(closed_splits(resolve_facts(parse_text("x.txt", text))))
    assert sum(map(len, found)) == count
