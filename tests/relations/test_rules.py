"""Rules as a run has them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.relations.rules import Rule, RuleError, load_rules

CREW = """summary = "Boats times seats is crew."
why = "Each boat has as many seats."
kind = "equation"
bind = "statement"
equation = "crew = boats * seats"
claim = "crew"
message = "not {crew}"
good = ["a", "b", "c"]
bad = ["a\\n^", "b\\n^", "c\\n^"]
roles = { crew = "fleet.crew", boats = "fleet.boats", seats = "fleet.seats" }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    rules = tmp_path / "desk" / "boats"
    rules.mkdir(parents=True)
    (rules / "crew-size.toml").write_text(CREW, encoding="utf-8")
    return tmp_path / "desk"


def test_rules_come_sorted_by_group_and_name() -> None:
    order = [(rule.group, rule.name) for rule in load_rules().values()]
    assert order == sorted(order)
    assert ("change", "percent-change") in order


def test_a_rule_is_what_its_file_says() -> None:
    rule = load_rules()["percent-change"]
    assert isinstance(rule, Rule)
    assert (rule.group, rule.kind, rule.claim, rule.severity) == ("change", "equation", "change", "error")
    assert rule.roles == {"change": "change.percent", "before": "change.before", "after": "change.after"}
    assert rule.solutions["change"] == ("-", ("/", ("role", "after"), ("role", "before")), ("num", "1"))
    assert rule.bind == "statement"


def test_a_newsroom_adds_its_folder(folder: Path) -> None:
    rules = load_rules([str(folder)])
    assert (rules["crew-size"].group, rules["crew-size"].message) == ("boats", "not {crew}")
    assert "percent-change" in rules
    assert "crew-size" not in load_rules()


def test_a_folder_may_replace_a_rule(folder: Path) -> None:
    (folder / "boats" / "crew-size.toml").rename(folder / "boats" / "turnout.toml")
    assert load_rules([str(folder)])["turnout"].group == "boats"


def test_a_changed_file_is_compiled_again(folder: Path) -> None:
    assert load_rules([str(folder)])["crew-size"].message == "not {crew}"
    (folder / "boats" / "crew-size.toml").write_text(CREW.replace("not {crew}", "never {crew}"), encoding="utf-8")
    assert load_rules([str(folder)])["crew-size"].message == "never {crew}"


def test_a_broken_rule_of_a_folder_says_where(folder: Path) -> None:
    path = folder / "boats" / "crew-size.toml"
    path.write_text(CREW.replace('claim = "crew"', 'claim = "sail"'), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([str(folder)])
    assert (caught.value.path, caught.value.line) == (str(path), 6)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no folder of rules at .*nowhere"):
        load_rules([str(tmp_path / "nowhere")])


def test_loading_imports_no_compiler() -> None:
    probe = (
        "import sys\nfrom factcheck.relations.rules import load_rules\nload_rules()\n"
        "print(sorted(m for m in ('sympy', 'tomllib', 'lark', 'pint') if m in sys.modules))"
    )
    load_rules()  # the table is compiled or cached by now
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
