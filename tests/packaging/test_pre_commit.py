"""The hook, tried with a real pre-commit in a repository of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import pytest

OFFLINE = ("Could not find a version that satisfies", "NewConnectionError", "Temporary failure in name resolution")
IDENTITY = ["-c", "user.name=A Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false"]


def git(where: Path, *args: str) -> str:
    command = ["git", *IDENTITY, *args]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, check=True).stdout.strip()


def committed(where: Path) -> str:
    git(where, "init", "--quiet")
    git(where, "add", "--all", "--force")
    git(where, "commit", "--quiet", "--message", "All of it")
    return git(where, "rev-parse", "HEAD")


def pre_commit(where: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home), "PIP_QUIET": "1"}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def newsroom(tmp_path: Path, dist: Any) -> Path:
    """A repository that uses the hook from a repository that holds what the sdist holds."""
    if find_spec("pre_commit") is None or which("git") is None:
        pytest.skip("pre-commit or git is not installed")
    with tarfile.open(dist.sdist) as archive:
        archive.extractall(tmp_path / "hook", filter="data")
    (hook,) = (tmp_path / "hook").iterdir()
    revision = committed(hook)
    where = tmp_path / "newsroom"
    where.mkdir()
    (where / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hook.as_posix()}\n  rev: {revision}\n  hooks: [{{id: factcheck}}]\n", encoding="utf-8"
    )
    return where


def test_the_hook_stops_a_contradiction_and_looks_at_prose_alone(newsroom: Path, tmp_path: Path) -> None:
    for name in ("story.txt", "story.py"):
        (newsroom / name).write_text("Harbour dues rose 30% from $80m to $100m.\n", encoding="utf-8")
    committed(newsroom)
    done = pre_commit(newsroom, tmp_path / "home")
    if any(sign in done.stdout for sign in OFFLINE):
        pytest.skip("pre-commit cannot download the dependencies here")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "story.txt:1:19 error percent-change: " in done.stdout
    assert "story.py:" not in done.stdout

    (newsroom / "story.txt").write_text("Harbour dues rose 25% from $80m to $100m.\n", encoding="utf-8")
    mended = pre_commit(newsroom, tmp_path / "home")
    assert mended.returncode == 0, mended.stdout + mended.stderr
