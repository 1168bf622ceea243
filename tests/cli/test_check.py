from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.relations.rules import RuleError

Run = Callable[..., Any]
Write = Callable[[str, str], Path]


def test_check_is_what_is_done_when_no_command_is_named(run: Run, write: Write) -> None:
    write("a.txt", "All is BAD here.\n")
    named = run("check", "a.txt")
    assert named == run("a.txt")
    assert named.status == 1
    assert named.err == ""
    assert named.out == (
        "a.txt:1:8 error turnout: BAD!\n"
        " 1 | All is BAD here.\n"
        "   |        ^^^\n"
        "   = cannot tell which of them is wrong\n"
        "\n"
        "1 number read, none could be cross-checked.\n"
    )


def test_options_may_come_first_without_a_command(run: Run, write: Write) -> None:
    write("a.txt", "Fine.\n")
    outcome = run("--format", "json", "a.txt")
    assert outcome.status == 0
    assert json.loads(outcome.out)["summary"]["files"] == 1


def test_a_command_wins_over_a_file_of_its_name(run: Run, write: Write) -> None:
    write("rules", "BAD\n")
    assert run("rules").out.startswith("turnout ")
    assert run("./rules").status == 1


@pytest.mark.parametrize(
    ("word", "fail_on", "status"),
    [
        ("BAD", None, 1),
        ("ODD", None, 0),
        ("HUM", None, 0),
        ("ODD", "error", 0),
        ("ODD", "warning", 1),
        ("HUM", "warning", 0),
        ("HUM", "note", 1),
        ("BAD", "never", 0),
        ("fine", "note", 0),
    ],
)
def test_the_status_is_one_for_findings_at_or_above_the_level(
    run: Run, write: Write, word: str, fail_on: str | None, status: int
) -> None:
    write("a.txt", f"It is {word}.\n")
    assert run("a.txt", *(["--fail-on", fail_on] if fail_on else [])).status == status


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], ["BAD", "ODD"]),
        (["--min-level", "note"], ["BAD", "ODD", "HUM"]),
        (["--min-level", "error"], ["BAD"]),
        (["--fail-on", "note"], ["BAD", "ODD", "HUM"]),  # what fails is shown
        (["--fail-on", "never"], ["BAD", "ODD"]),
        (["--fail-on", "note", "--min-level", "error"], ["BAD"]),
    ],
)
def test_notes_are_shown_only_when_asked_for(run: Run, write: Write, options: list[str], shown: list[str]) -> None:
    write("a.txt", "BAD, ODD and HUM.\n")
    text = run("a.txt", *options).out
    assert [word for word in ("BAD", "ODD", "HUM") if f"{word}!" in text] == shown
    findings = json.loads(run("a.txt", "--format", "json", *options).out)["findings"]
    assert [finding["message"][:3] for finding in findings] == shown


def test_a_missing_file_is_status_two_and_the_others_are_checked(run: Run, write: Write) -> None:
    write("a.txt", "BAD\n")
    outcome = run("gone.txt", "a.txt")
    assert outcome.status == 2
    assert outcome.err.startswith("factcheck: gone.txt: ")
    assert outcome.err.count("\n") == 1
    assert "a.txt:1:1 error" in outcome.out


def test_in_json_faults_stand_in_the_document_and_stderr_is_quiet(run: Run, write: Write) -> None:
    write("a.txt", "BAD\n")
    outcome = run("--format", "json", "gone.txt", "a.txt")
    parsed = json.loads(outcome.out)
    assert (outcome.status, outcome.err) == (2, "")
    assert [error["path"] for error in parsed["errors"]] == ["gone.txt"]
    assert len(parsed["findings"]) == 1


def test_a_text_that_breaks_the_checker_does_not_stop_the_others(run: Run, write: Write) -> None:
    write("a.txt", "CRASH\n")
    write("b.txt", "BAD\n")
    outcome = run("a.txt", "b.txt")
    assert outcome.status == 2
    assert outcome.err == "factcheck: a.txt: internal error: ZeroDivisionError: by nought\n"
    assert "b.txt:1:1 error" in outcome.out


def test_folders_are_searched_and_a_file_named_twice_is_checked_once(run: Run, write: Write) -> None:
    write("news/a.txt", "BAD\n")
    write("news/deep/b.md", "ODD\n")
    write("news/c.csv", "BAD\n")
    outcome = run("news", "news/a.txt", "--format", "json")
    parsed = json.loads(outcome.out)
    assert parsed["summary"]["files"] == 2
    assert sorted(Path(finding["path"]).name for finding in parsed["findings"]) == ["a.txt", "b.md"]


def test_an_empty_folder_is_no_failure_and_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = run("empty")
    assert (outcome.status, outcome.out) == (0, "No files to check.\n")


@pytest.mark.parametrize("args", [["-"], ["-", "-"], ["check", "-"]])
def test_standard_input_is_read_once(run: Run, monkeypatch: pytest.MonkeyPatch, args: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Très BAD\n".encode())))
    outcome = run(*args)
    assert outcome.status == 1
    assert outcome.out.count("<stdin>:1:6 error") == 1


def test_standard_input_takes_the_name_it_is_given(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"**BAD**\n")))
    assert run("--stdin-filename", "draft.md").out.startswith("draft.md:1:3 error")


def test_bytes_count_the_byte_order_mark_and_offsets_do_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfIs BAD\n")
    (finding,) = json.loads(run("a.txt", "--format", "json").out)["findings"]
    assert finding["start"] == {"offset": 3, "line": 1, "column": 4, "byte": 6, "utf16": 3}


def test_options_reach_the_checker(run: Run, write: Write, checker: list[dict[str, Any]]) -> None:
    write("a.txt", "Fine.\n")
    run("a.txt", "--as-of", "2024-06-30", "--show-checks", "--ignore", "turnout,shares", "--ignore", "share-of-whole")
    (options,) = checker
    assert options["as_of"] == dt.date(2024, 6, 30)
    assert options["config"].show_checks is True
    assert options["config"].ignore == {"turnout", "shares", "share-of-whole"}


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["a.txt", "--ignore", "turnuot"], "there is no rule or group 'turnuot'; did you mean 'turnout'?"),
        (["a.txt", "--ignore", "xyzzy"], "there is no rule or group 'xyzzy'; `factcheck rules` lists them"),
        (["a.txt", "--as-of", "30.6.2024"], "'30.6.2024' is not a date of the form 2024-06-30"),
        (["a.txt", "--as-of", "20240630"], "'20240630' is not a date of the form 2024-06-30"),
        (["a.txt", "--as-of", "2024-06-31"], "'2024-06-31' is not a date of the form 2024-06-30"),
        (["check"], "name a file, a folder, or - for standard input"),
        (["numbers"], "name a file, a folder, or - for standard input"),
        (["explain", "turnuot"], "there is no rule 'turnuot'; did you mean 'turnout'?"),
        (["a.txt", "--format", "xml"], "'xml' is not one of 'text', 'json'"),
        (["a.txt", "--fail-on", "fatal"], "'fatal' is not one of 'error', 'warning', 'note', 'never'"),
        (["a.txt", "--wrong"], "No such option: --wrong"),
    ],
)
def test_wrong_use_is_status_two_with_a_sentence(run: Run, write: Write, args: list[str], message: str) -> None:
    write("a.txt", "BAD\n")
    outcome = run(*args)
    assert outcome.status == 2
    assert outcome.out == ""
    assert message in outcome.err
    assert "Traceback" not in outcome.err


def test_the_version_is_printed(run: Run) -> None:
    outcome = run("--version")
    assert (outcome.status, outcome.out) == (0, f"factcheck {factcheck.__version__}\n")


def test_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.status == 0
    assert all(f"\n  {name} " in outcome.out for name in ("check", "numbers", "rules", "explain"))


def test_without_arguments_help_is_shown_with_status_two(run: Run) -> None:
    outcome = run()
    assert outcome.status == 2
    assert "Usage: factcheck" in outcome.out + outcome.err


def test_an_interrupt_is_status_130(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.gather.check_paths", interrupted)
    write("a.txt", "BAD\n")
    outcome = run("a.txt")
    assert outcome.status == 130
    assert "Traceback" not in outcome.err


def test_a_failure_outside_any_file_is_status_two_in_a_sentence(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RuntimeError("the table is torn")

    monkeypatch.setattr("factcheck.gather.check_paths", broken)
    write("a.txt", "BAD\n")
    outcome = run("a.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "factcheck: internal error: RuntimeError: the table is torn\n"


@pytest.mark.parametrize("args", [["a.txt"], ["rules"], ["explain", "turnout"]])
def test_a_broken_rule_file_is_told_once(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    def broken() -> None:
        raise RuleError("rules/totals/sum.toml", 3, "unknown key 'wye'")

    monkeypatch.setattr("factcheck.check.rule_table", broken)
    write("a.txt", "BAD\n")
    outcome = run(*args)
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        "factcheck: rules/totals/sum.toml:3: unknown key 'wye'\n",
    )


def test_numbers_are_listed_and_faults_told(run: Run, write: Write) -> None:
    write("a.txt", "Fine.\n")
    outcome = run("numbers", "a.txt", "gone.txt", "--format", "json")
    parsed = json.loads(outcome.out)
    assert outcome.status == 2
    assert list(parsed) == ["schema_version", "errors", "numbers"]
    assert [error["path"] for error in parsed["errors"]] == ["gone.txt"]
    assert run("numbers", "a.txt").out == "No numbers read.\n"


def test_rules_and_explain(run: Run) -> None:
    assert run("rules").out == (
        "turnout         elections  error    Two numbers agree.\n"
        "share-of-whole  shares     warning  Two numbers agree.\n"
    )
    assert run("explain", "turnout").out.startswith("turnout (elections, error)\n\nTwo numbers agree.\n")
