"""--diff and --fix: what is printed, what is written, and the exit status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.__main__ import main
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]

SWAPPED = "Takings at the gate rose $18.2m, or 42%, to $94.1m.\r\n"
LEFT_OUT = "The fund put up $11, made up of $5.7bn for roads and $5.3bn for rail.\r\n"
MARK = b"\xef\xbb\xbf"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command with the real checker."""

    def call(*args: str) -> Outcome:
        status = main(list(args))
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


def article(folder: Path, *lines: str) -> Path:
    file = folder / "article.txt"
    file.write_bytes(MARK + "\r\n".join(lines).encode())
    return file


def test_a_patch_of_all_first_suggestions(tmp_path: Path, run: Run) -> None:
    file = article(tmp_path, SWAPPED, LEFT_OUT)
    before = file.read_bytes()
    outcome = run("--diff", str(file))
    changed = [line for line in outcome.out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line.lstrip("+-\ufeff").rstrip("\r") for line in changed] == [
        SWAPPED.strip(),
        SWAPPED.strip().replace("42%", "24%"),
        LEFT_OUT.strip(),
        LEFT_OUT.strip().replace("$11", "$11bn"),
    ]
    assert outcome.status == 1
    assert file.read_bytes() == before


def test_a_patch_of_words_left_out(tmp_path: Path, run: Run) -> None:
    outcome = run("--diff", "--fix", "notation", str(article(tmp_path, SWAPPED, LEFT_OUT)))
    assert "$11bn" in outcome.out
    assert "24%" not in outcome.out


def test_a_text_that_holds_gives_an_empty_patch(tmp_path: Path, run: Run) -> None:
    outcome = run("--diff", str(article(tmp_path, "Costs rose 25% from $80m to $100m.")))
    assert (outcome.status, outcome.out) == (0, "")


@pytest.mark.parametrize("options", [["--fix", "notation"], ["--fix"], ["check", "--fix"]])
def test_words_left_out_are_written_and_the_rest_is_told(tmp_path: Path, run: Run, options: list[str]) -> None:
    file = article(tmp_path, SWAPPED, LEFT_OUT)
    outcome = run(*options, str(file))
    assert file.read_bytes() == MARK + "\r\n".join([SWAPPED, LEFT_OUT.replace("$11", "$11bn")]).encode()
    assert outcome.status == 1
    assert "derived-base" in outcome.out
    assert "parts-total" not in outcome.out
    assert outcome.err == "factcheck: 1 edit written\n"


def test_all_first_suggestions_are_written(tmp_path: Path, run: Run) -> None:
    file = article(tmp_path, SWAPPED, LEFT_OUT)
    outcome = run("--fix", "all", str(file))
    fixed = [SWAPPED.replace("42%", "24%"), LEFT_OUT.replace("$11", "$11bn")]
    assert file.read_bytes() == MARK + "\r\n".join(fixed).encode()
    assert (outcome.status, outcome.err) == (0, "factcheck: 2 edits written\n")
    assert "all hold" in outcome.out


def test_standard_input_cannot_be_written(run: Run) -> None:
    outcome = run("--fix", "all", "-")
    assert outcome.status == 2
    assert "--diff prints a patch" in outcome.err


def test_a_patch_is_no_json(tmp_path: Path, run: Run) -> None:
    outcome = run("--diff", "--format", "json", str(article(tmp_path, SWAPPED)))
    assert outcome.status == 2
    assert "a patch is no JSON" in outcome.err
