"""Two versions compared: what counts as appeared, vanished and changed, and a whole run over two tiny commits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from textwrap import dedent

import pytest

from tools.compare import Change, changes, holding_changes, main, render
from tools.versions import Item, Outcome, checkout, commit_name, texts_in

TEXT = "The mill has 12 looms and 30 weavers.\n\nA share of 25% of 48 looms is 12.\n"


def finding(rule: str, *starts: int, path: str = "a.txt", message: str = "no") -> Item:
    places = tuple((start, start + 2, at == 0) for at, start in enumerate(starts))
    return Item(path, rule, places, {"severity": "error", "message": message, "culprit": "", "suggestions": ""})


def relation(rule: str, *starts: int, verdict: str = "consistent") -> Item:
    return Item("a.txt", rule, tuple((start, start + 2, False) for start in starts), {"verdict": verdict})


def kinds(found: list[Change]) -> list[tuple[str, str]]:
    return [(change.kind, change.item.rule) for change in found]


class TestChanges:
    def test_the_same_is_no_change(self) -> None:
        assert changes([finding("share", 5, 9)], [finding("share", 5, 9)]) == []

    def test_one_that_appeared_and_one_that_vanished(self) -> None:
        assert kinds(changes([finding("share", 5, 9)], [finding("total", 40, 50)])) == [
            ("vanished", "share"),
            ("appeared", "total"),
        ]

    def test_another_message_is_a_change(self) -> None:
        (change,) = changes([finding("share", 5, 9)], [finding("share", 5, 9, message="yes")])
        assert (change.kind, change.before, change.after) == (
            "changed",
            finding("share", 5, 9),
            finding("share", 5, 9, message="yes"),
        )

    def test_another_rule_about_the_same_numbers_is_a_change(self) -> None:
        assert kinds(changes([finding("share", 5, 9)], [finding("turnout", 5, 9, 20)])) == [("changed", "turnout")]

    def test_one_number_in_common_is_not_enough(self) -> None:
        assert kinds(changes([finding("share", 5, 9)], [finding("share", 5, 30)])) == [
            ("appeared", "share"),
            ("vanished", "share"),
        ]

    def test_the_same_place_of_another_text_is_another_finding(self) -> None:
        assert kinds(changes([finding("share", 5, 9)], [finding("share", 5, 9, path="b.txt")])) == [
            ("appeared", "share"),
            ("vanished", "share"),
        ]


class TestHoldingChanges:
    def test_what_holds_no_more(self) -> None:
        found = holding_changes([relation("share", 5, 9)], [relation("share", 5, 9, verdict="edge")])
        assert kinds(found) == [("changed", "share")]

    def test_what_never_held_is_left_out(self) -> None:
        assert holding_changes([relation("share", 5, 9, verdict="edge")], []) == []

    def test_bound_twice_it_holds_where_it_holds_once(self) -> None:
        twice = [relation("share", 5, 9), relation("share", 5, 9, verdict="inconsistent")]
        assert holding_changes(twice, [relation("share", 5, 9)]) == []


def test_the_figures_are_per_text_and_per_word() -> None:
    base = Outcome((), (relation("share", 5, 9),), ())
    head = Outcome((finding("share", 13, 26),), (), (("a.txt", "cannot be read"),))
    lines = render(base, head, {"a.txt": TEXT, "b.txt": "Not a number."}).splitlines()
    assert lines[0] == "2 texts, 20 words"
    assert [line.split() for line in lines[3:9]] == [
        ["findings", "per", "100", "texts", "(errors,", "warnings)", "0.00", "50.00", "+50.00"],
        ["errors", "per", "100", "texts", "0.00", "50.00", "+50.00"],
        ["warnings", "per", "100", "texts", "0.00", "0.00", "="],
        ["notes", "per", "100", "texts", "0.00", "0.00", "="],
        ["faults", "0", "1", "+1"],
        ["holding", "relations", "per", "1,000", "words", "50.000", "0.000", "-50.000"],
    ]
    assert lines[-2:] == ["## Faults of head alone", "a.txt: cannot be read"]


def test_a_change_is_shown_in_its_sentence() -> None:
    head = Outcome((finding("share", 13, 26),), (), ())
    lines = render(Outcome((), (), ()), head, {"a.txt": TEXT}).splitlines()
    at = lines.index("### share: 1 appeared")
    assert lines[at + 1 : at + 4] == [
        "+ a.txt:1 severity: error; message: no",
        "    The mill has 12 looms and 30 weavers.",
        "                 ^^           ~~",
    ]


def test_no_more_places_are_shown_than_wanted() -> None:
    many = Outcome(tuple(finding("share", at, at + 3) for at in range(5, 25, 5)), (), ())
    shown = render(Outcome((), (), ()), many, {"a.txt": TEXT}, most=1)
    assert shown.count("+ a.txt") == 1
    assert "  … and 3 more appeared\n" in shown


def git(repository: Path, *args: str) -> str:
    identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(repository), *identity, *args]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def a_version(repository: Path, *, verdict: str, wrong: bool) -> str:
    """A commit whose factcheck says the same of every text; its hash."""
    package = repository / "factcheck"
    package.mkdir(exist_ok=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    number = {"text": "12", "start": {"offset": 13}, "end": {"offset": 15}, "culprit": wrong}
    found = {"rule": "loom-count", "severity": "error", "message": "12 is not 13", "start": {"offset": 13}}
    said = {
        "checks": [{"rule": "weaver-share", "verdict": verdict, "numbers": [number]}],
        "findings": [{**found, "numbers": [number], "suggestions": []}] if wrong else [],
    }
    source = f"""
        import json, sys
        said = json.loads({json.dumps(said)!r})
        paths = [path for path in sys.argv[1:] if path.endswith(".txt")]
        each = {{kind: [dict(one, path=path) for path in paths for one in said[kind]] for kind in said}}
        print(json.dumps({{**each, "errors": []}}))
        """
    (package / "__main__.py").write_text(dedent(source), encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "A version")
    return git(repository, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    (texts / "more").mkdir(parents=True)
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    (texts / "more" / "b.txt").write_text(TEXT, encoding="utf-8")
    (texts / "c.csv").write_text(TEXT, encoding="utf-8")
    return texts


def test_two_commits(repository: Path, folder: Path, tmp_path: Path) -> None:
    base = a_version(repository, verdict="consistent", wrong=False)
    head = a_version(repository, verdict="edge", wrong=True)
    out = tmp_path / "out.txt"
    args = [str(folder), "--base", base, "--head", head, "--suffix", ".txt", "--out", str(out)]
    assert main(args, repository=repository) == 0
    first = out.read_text(encoding="utf-8")
    assert first.startswith(f"# {git(repository, 'rev-parse', '--short', base)} -> ")
    assert "## Findings: 2 appeared\n\n### loom-count: 2 appeared\n" in first
    assert "+ a.txt:1 severity: error; message: 12 is not 13; culprit: 12\n" in first
    assert first.index("+ a.txt:1") < first.index("+ more/b.txt:1")
    assert "## Holding relations: 2 changed\n" in first
    assert "~ a.txt:1 verdict: consistent -> edge\n    The mill has 12 looms and 30 weavers.\n" in first
    assert main(args, repository=repository) == 0
    assert out.read_text(encoding="utf-8") == first
    assert git(repository, "worktree", "list").count("\n") == 0


def test_the_working_tree_is_the_other_side(repository: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = a_version(repository, verdict="consistent", wrong=False)
    (repository / "factcheck" / "__main__.py").write_text("import sys; sys.exit('out of thread')", encoding="utf-8")
    assert main([str(folder), "--base", base, "--suffix", ".txt"], repository=repository) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0].endswith(" -> working tree")
    assert "## Holding relations: 2 vanished" in shown
    assert "## Faults of head alone\na.txt: no report, status 1: out of thread\n" in shown


def test_a_commit_that_is_not_there(repository: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_version(repository, verdict="consistent", wrong=False)
    assert main([str(folder), "--base", "nowhere"], repository=repository) == 2
    assert capsys.readouterr().err == f"compare: there is no commit 'nowhere' in {repository}\n"


def test_a_worktree_is_taken_down(repository: Path) -> None:
    commit = a_version(repository, verdict="consistent", wrong=False)
    assert commit.startswith(commit_name(repository, commit))
    with checkout(repository, commit) as tree:
        assert (tree / "factcheck" / "__main__.py").is_file()
    assert git(repository, "worktree", "list").count("\n") == 0


def test_texts_are_found_by_their_ending(folder: Path) -> None:
    assert texts_in(folder, [".txt"]) == ["a.txt", "more/b.txt"]
    assert texts_in(folder, [".txt", ".csv"]) == ["a.txt", "c.csv", "more/b.txt"]
