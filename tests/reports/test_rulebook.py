from __future__ import annotations

from dataclasses import dataclass

from factcheck.reports.rulebook import render_explanation, render_rules


@dataclass(frozen=True)
class Rule:
    name: str
    group: str
    severity: str = "error"
    summary: str = "A sum is the sum of its parts."
    why: str = "Parts that\nmake a whole leave nothing over."
    equation: str = "whole = sum(parts)"
    good: tuple[str, ...] = ("Of 40 boats 28 came home and 12 sank.",)
    bad: tuple[str, ...] = ("\nOf 40 boats 28 came home and 13 sank.\n   ^^       ~~               ~~\n",)


def test_rules_are_listed_by_group_and_name_in_columns() -> None:
    rules = [Rule("turnout", "elections"), Rule("share-of-whole", "shares", "warning"), Rule("poll", "elections")]
    assert render_rules(rules) == (
        "poll            elections  error    A sum is the sum of its parts.\n"
        "turnout         elections  error    A sum is the sum of its parts.\n"
        "share-of-whole  shares     warning  A sum is the sum of its parts.\n"
    )
    assert render_rules([]) == ""


def test_a_rule_explains_itself_with_marked_examples() -> None:
    assert render_explanation(Rule("parts-total", "totals")) == (
        "parts-total (totals, error)\n"
        "\n"
        "A sum is the sum of its parts.\n"
        "\n"
        "Parts that make a whole leave nothing over.\n"
        "\n"
        "    whole = sum(parts)\n"
        "\n"
        "Reported:\n"
        "\n"
        "    Of 40 boats 28 came home and 13 sank.\n"
        "       ^^       ~~               ~~\n"
        "\n"
        "Not reported:\n"
        "\n"
        "    Of 40 boats 28 came home and 12 sank.\n"
        "\n"
        "Where a number is meant as it stands: --ignore parts-total, or [sic] after it.\n"
    )


def test_what_a_rule_leaves_out_leaves_no_gap() -> None:
    bare = Rule("weekday-date", "dates", why="", equation="", good=(), bad=())
    assert render_explanation(bare) == (
        "weekday-date (dates, error)\n"
        "\n"
        "A sum is the sum of its parts.\n"
        "\n"
        "Where a number is meant as it stands: --ignore weekday-date, or [sic] after it.\n"
    )
