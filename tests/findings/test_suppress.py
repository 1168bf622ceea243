"""Marks with which a writer accepts a finding."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.config import Config

WRONG = "Costs at the depot rose 30% from $80m to $100m."
OTHER = "Of the 712 wells in the Vale, 318 (47.4%) were dry."


def rules(text: str, *, format: str = "md", config: Config | None = None) -> list[str]:
    return [finding.rule for finding in check_text(text, format=format, config=config).findings]


@pytest.mark.parametrize("number", ["30%", "$80m", "$100m"])
def test_sic_after_any_number_of_the_finding(number: str) -> None:
    text = WRONG.replace(number, f"{number} [sic]")
    assert rules(WRONG, format="txt") == ["percent-change"]
    assert rules(text, format="txt") == []
    assert rules(text) == []


def test_sic_covers_its_own_number_only() -> None:
    assert rules(f"{WRONG} The mill has 12 [sic] looms.", format="txt") == ["percent-change"]


@pytest.mark.parametrize("name", ["percent-change", "change", "share-of-whole, percent-change"])
def test_a_comment_names_rules_or_groups(name: str) -> None:
    assert rules(f"<!-- factcheck: ignore[{name}] as printed -->\n{WRONG}\n\n{OTHER}\n") == ["share-of-whole"]


def test_a_comment_without_names_covers_all_rules() -> None:
    assert rules(f"<!-- factcheck: ignore as printed -->\n{WRONG}\n\n{OTHER}\n") == ["share-of-whole"]


def test_a_comment_on_another_rule_or_place_covers_nothing() -> None:
    assert rules(f"<!-- factcheck: ignore[direction] no -->\n{WRONG}\n") == ["percent-change"]
    assert rules(f"{WRONG}\n\nIt rained. <!-- factcheck: ignore[percent-change] no -->\n") == ["percent-change"]


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        ({"percent-change"}, ["share-of-whole"]),
        ({"change"}, ["share-of-whole"]),
        ({"shares", "change"}, []),
        ({"direction"}, ["percent-change", "share-of-whole"]),
        (set(), ["percent-change", "share-of-whole"]),
    ],
)
def test_rules_and_groups_are_ignored_by_configuration(ignore: set[str], left: list[str]) -> None:
    assert rules(f"{WRONG}\n\n{OTHER}\n", config=Config(ignore=frozenset(ignore))) == left


def test_what_is_accepted_counts_as_no_disagreement() -> None:
    accepted = check_text(WRONG.replace("30%", "30% [sic]"))
    assert accepted.findings == ()
    assert accepted.summary.inconsistent == 0
    assert check_text(WRONG).summary.inconsistent == 3
