"""The account of a place as text, word for word."""

from __future__ import annotations

from dataclasses import replace

from factcheck.documents.positions import Positions
from factcheck.documents.text import parse_text
from factcheck.examine import examine
from factcheck.reports.explain_place import render_accounts


def explained(text: str, line: int, column: int | None = None, **fact: object) -> str:
    """The account with some of each fact's slots set; without any, the fact is left out."""
    accounts, _ = examine(parse_text("a.txt", text), line, column)
    facts = [account.fact and replace(account.fact, **fact) if fact else None for account in accounts]  # type: ignore[arg-type]
    told = [replace(account, fact=slots) for account, slots in zip(accounts, facts, strict=True)]
    return render_accounts("a.txt", Positions(text), told)


def test_a_change_that_fails() -> None:
    assert explained("Costs at the Vale depot rose 30% from $80m to $100m.", 1, 30) == (
        "a.txt:1:30 30\n"
        "  read as    percent, unit percent: 30\n"
        "  may be     29.5 to 30.5\n"
        "  or else    30 to less than 31\n"
        "  statement  change up: percent 30, after 100m, before 80m\n"
        "  compared   percent-change as change, inconsistent (tied by the grammar of a clause; 4.7 bits)\n"
        "             equation: after = before * (1 + change)\n"
        '             with: after 100m at 1:48 · before 80m at 1:40 · the word "rose"\n'
        "             it should be: 23.6 to 26.42\n"
        "             outcome: it fails, reported as an error\n"
    )


def test_a_hedged_number_that_is_compared_with_nothing() -> None:
    assert explained("It has more than 12 looms.", 1) == (
        "a.txt:1:18 12\n"
        "  read as    count, unit loom: 12\n"
        "  may be     more than 12\n"
        '  bound      more than, hedged by "more than"\n'
        "  compared   with nothing: nothing in the text was found to depend on it, and it on nothing\n"
    )


def test_the_slots_that_are_known() -> None:
    shown = explained(
        "It has 12 looms.",
        1,
        names=(frozenset({"vale", "mill"}), frozenset({"ash"})),
        nouns=("loom", "weaver"),
        base="votes cast",
        measure="elections.turnout",
        years=frozenset({2012, 2011}),
    )
    assert shown.splitlines()[3:8] == [
        "  names      mill vale · ash",
        "  nouns      loom · weaver",
        "  base       votes cast",
        "  measure    elections.turnout",
        "  years      2011 · 2012",
    ]
    assert "  names " not in explained("It has 12 looms.", 1, names=(), nouns=("loom",))


def test_a_date_has_a_day() -> None:
    assert explained("It opened on 3 May 2012.", 1) == (
        "a.txt:1:14 3 May 2012\n"
        "  read as    date: 2012-05-03\n"
        "  compared   with nothing: nothing in the text was found to depend on it, and it on nothing\n"
    )


def test_numbers_are_parted_by_a_blank_line() -> None:
    assert explained("Of the 712 wells, 318 (44.7%) were dry.", 1).count("\n\na.txt:1:") == 2


def test_a_line_without_numbers() -> None:
    assert explained("It has no looms.", 1) == "No number was read there.\n"


def test_controls_of_the_text_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in explained("Of the 712 \x1b[31mwells\x1b[0m, 318 (44.7%) were dry.", 1)
