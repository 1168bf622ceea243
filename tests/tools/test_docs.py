"""The page on the rules: what stands in it, and that it is the one that the rule files give."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.relations.rules import load_rules
from tools.docs import main, render_rules_page

RULE = replace(
    load_rules()["percent-change"],
    name="loom-count",
    group="mills",
    severity="warning",
    summary="Looms must add up.",
    why="A writer counts\nthe looms twice.\n",
    equation="whole = sum(parts)",
    good=("It has 12 looms.",),
    bad=("\nIt has 12 looms, 3 and 8.\n       ^^        ~     ~\n= 3 + 8 is 11, not 12\n",),
)


def test_the_page_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--check"])
    assert (status, capsys.readouterr().err) == (0, "")


def test_a_rule_has_a_row_and_a_section() -> None:
    page = render_rules_page([RULE])
    assert "| [loom-count](#loom-count) | mills | warning | Looms must add up. |\n" in page
    assert page.endswith(
        "## mills\n"
        "\n"
        "### loom-count\n"
        "\n"
        "Looms must add up.\n"
        "\n"
        "A writer counts the looms twice.\n"
        "\n"
        "    whole = sum(parts)\n"
        "\n"
        "Reported:\n"
        "\n"
        "```text\n"
        "It has 12 looms, 3 and 8.\n"
        "       ^^        ~     ~\n"
        "= 3 + 8 is 11, not 12\n"
        "```\n"
        "\n"
        "Not reported:\n"
        "\n"
        "```text\n"
        "It has 12 looms.\n"
        "```\n"
    )


def test_a_rule_without_reason_equation_or_examples() -> None:
    bare = replace(RULE, why="", equation="", good=(), bad=())
    assert render_rules_page([bare]).endswith("### loom-count\n\nLooms must add up.\n")


def test_rules_stand_in_the_order_of_groups_and_names() -> None:
    other = replace(RULE, name="abbey-count")
    early = replace(RULE, name="zither-count", group="halls")
    page = render_rules_page([RULE, early, other])
    headings = [line for line in page.splitlines() if line.startswith("##")]
    assert headings == ["## halls", "### zither-count", "## mills", "### abbey-count", "### loom-count"]


def test_a_fence_in_an_example_is_kept_inside() -> None:
    fenced = replace(RULE, good=("```\n12 looms\n```",), bad=())
    assert "````text\n```\n12 looms\n```\n````\n" in render_rules_page([fenced])


def test_the_page_is_written_and_then_current(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "docs" / "rules.md"
    assert main(["--check"], page=page) == 1
    assert not page.exists()
    assert main([], page=page) == 0
    assert main(["--check"], page=page) == 0
    assert page.read_text(encoding="utf-8") == render_rules_page(load_rules().values())
    page.write_text("# Rules\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--check"], page=page) == 1
    assert capsys.readouterr().err == "docs/rules.md is stale: run `python -m tools.docs`\n"


def test_an_argument_that_is_not_known(tmp_path: Path) -> None:
    assert main(["--force"], page=tmp_path / "rules.md") == 2
    assert list(tmp_path.iterdir()) == []
