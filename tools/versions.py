"""What one version of factcheck, a commit or the working tree, says of a folder of texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["WORKING_TREE", "Item", "Outcome", "VersionError", "checkout", "commit_name", "outcome_of", "texts_in"]

WORKING_TREE = "working tree"
_BATCH = 200  # texts a run: a version that ends without a report loses no more of them
_OPTIONS = ("--format", "json", "--show-checks", "--min-level", "note")


class VersionError(Exception):
    """A commit that is not there, or cannot be checked out; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Item:
    """A finding or a relation. `places` are (start, end, is the claim) in code points of the text, end exclusive;
    `said` is what else a version tells of it, by label."""

    path: str
    rule: str
    places: tuple[tuple[int, int, bool], ...]
    said: Mapping[str, str]

    @property
    def key(self) -> tuple[str, str, tuple[int, ...]]:
        """What makes it the same in two versions: its text, its rule and where its numbers stand."""
        return self.path, self.rule, self.starts

    @property
    def starts(self) -> tuple[int, ...]:
        """Where its numbers start, in the order of the text, each once."""
        return tuple(sorted({start for start, _, _ in self.places}))


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that one version said: findings of every severity, relations of every verdict, faults by path."""

    findings: tuple[Item, ...]
    relations: tuple[Item, ...]
    faults: tuple[tuple[str, str], ...]


def texts_in(folder: Path, suffixes: Sequence[str]) -> list[str]:
    """The files under `folder` whose name ends in one of `suffixes`, by their path from it, sorted."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name.endswith(tuple(suffixes))
    )


def commit_name(repository: Path, commit: str) -> str:
    """The short hash of `commit`, itself for the working tree; raises VersionError where there is no such commit."""
    if commit == WORKING_TREE:
        return WORKING_TREE
    try:
        return _git(repository, "rev-parse", "--short", "--verify", f"{commit}^{{commit}}").strip()
    except VersionError:
        raise VersionError(f"there is no commit {commit!r} in {repository}") from None


@contextmanager
def checkout(repository: Path, commit: str) -> Iterator[Path]:
    """The folder that holds `commit`: the repository itself for the working tree, else a worktree for the while.

    Raises VersionError where the commit cannot be checked out.
    """
    if commit == WORKING_TREE:
        yield repository
        return
    with tempfile.TemporaryDirectory(prefix="factcheck-") as temporary:
        tree = Path(temporary) / "tree"
        _git(repository, "worktree", "add", "--detach", "--quiet", str(tree), commit)
        try:
            yield tree
        finally:
            _git(repository, "worktree", "remove", "--force", str(tree))


def outcome_of(version: Path, folder: Path, names: Sequence[str]) -> Outcome:
    """What the version checked out at `version` says of the texts `names` under `folder`."""
    reports = [_report(version, folder, names[at : at + _BATCH]) for at in range(0, len(names), _BATCH)]
    return Outcome(
        findings=tuple(_finding(found) for report in reports for found in report["findings"]),
        relations=tuple(_relation(check) for report in reports for check in report["checks"]),
        faults=tuple((fault["path"], fault["message"]) for report in reports for fault in report["errors"]),
    )


def _git(repository: Path, *args: str) -> str:
    done = subprocess.run(["git", "-C", str(repository), *args], capture_output=True, text=True, check=False)
    if done.returncode:
        raise VersionError(done.stderr.strip())
    return done.stdout


def _report(version: Path, folder: Path, names: Sequence[str]) -> dict[str, Any]:
    """The report of one run; a run without a report is a fault of each of its texts."""
    command = [sys.executable, "-P", "-m", "factcheck", *_OPTIONS, *names]
    environment = {**os.environ, "PYTHONPATH": str(version), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        message = f"no report, status {done.returncode}: {' '.join(last)}"
        return {"findings": [], "checks": [], "errors": [{"path": name, "message": message} for name in names]}
    return report


def _finding(found: Mapping[str, Any]) -> Item:
    start = found["start"]["offset"]
    culprits = dict.fromkeys(number["text"] for number in found["numbers"] if number["culprit"])
    said = {
        "severity": found["severity"],
        "message": found["message"],
        "culprit": ", ".join(culprits),
        "suggestions": "; ".join(suggestion["message"] for suggestion in found["suggestions"]),
    }
    return Item(found["path"], found["rule"], _places(found["numbers"], start), said)


def _relation(check: Mapping[str, Any]) -> Item:
    return Item(check["path"], check["rule"], _places(check["numbers"], None), {"verdict": check["verdict"]})


def _places(numbers: Iterable[Mapping[str, Any]], claim: int | None) -> tuple[tuple[int, int, bool], ...]:
    spans = dict.fromkeys((number["start"]["offset"], number["end"]["offset"]) for number in numbers)
    return tuple((start, end, start == claim) for start, end in spans)
