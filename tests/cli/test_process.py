"""The command as a process of its own: encodings, pipes, what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent.parent
ARTICLE = "Of the 40 boats in the harbour of “Ærø” 28 came home and 12 sank – 選挙 😀.\n"


def run(*args: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *args], cwd=cwd, env=env, capture_output=True, check=False
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_no_console_is_too_narrow_for_the_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "ærø-選.txt").write_text(ARTICLE, encoding="utf-8")
    for command in (["check"], ["numbers"], ["check", "--show-checks"]):
        done = run(*command, "ærø-選.txt", "gone-選.txt", cwd=tmp_path, PYTHONIOENCODING=encoding)
        assert done.returncode == 2, done.stderr
        assert done.stderr.startswith(b"factcheck: gone-")
        assert b"Traceback" not in done.stderr
        assert done.stdout.decode(encoding)


def test_json_is_utf8_on_every_console(tmp_path: Path) -> None:
    (tmp_path / "ærø-選.txt").write_text(ARTICLE, encoding="utf-8")
    narrow = run("--format", "json", "gone-選.txt", "ærø-選.txt", cwd=tmp_path, PYTHONIOENCODING="cp1252")
    wide = run("--format", "json", "gone-選.txt", "ærø-選.txt", cwd=tmp_path, PYTHONIOENCODING="utf-8")
    assert narrow.stdout == wide.stdout
    assert json.loads(narrow.stdout.decode("utf-8"))["errors"][0]["path"] == "gone-選.txt"


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="these systems have no such file names")
def test_a_path_that_is_no_utf8_is_told_as_json_can(tmp_path: Path) -> None:
    done = run("--format", "json", os.fsdecode(b"gone-\xff.txt"), cwd=tmp_path, LC_ALL="C.UTF-8")
    assert done.returncode == 2
    assert b'"gone-\\udcff.txt"' in done.stdout
    assert json.loads(done.stdout)["errors"][0]["path"] == os.fsdecode(b"gone-\xff.txt")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")
def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE * 3000, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "factcheck", "numbers", "a.txt"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_status_two_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "a.txt"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, cwd=tmp_path, env=env, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"factcheck: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_without_an_output_there_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    command = ["sh", "-c", '"$0" -m factcheck a.txt >&-', sys.executable]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_standard_input_is_read_as_bytes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "-", "--format", "json", "--stdin-filename", "a.md"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=tmp_path, env=env, input=ARTICLE.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"]["files"] == 1


def test_a_run_imports_nothing_slow(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    slow = (
        "sympy",
        "pint",
        "lark",
        "rich",
        "pydantic",
        "importlib.metadata",
        "markdown_it",
        "tomllib",
        "asyncio",
        "email",
    )
    code = (
        "import sys; from factcheck.__main__ import main; main(['a.txt']); "
        f"print([name for name in {slow!r} if name in sys.modules], file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
