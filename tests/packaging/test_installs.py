"""Data and command are found however factcheck is installed."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent.parent
RULES = sorted(path.stem for path in (ROOT / "rules").rglob("*.toml"))
DATA_DIR = "from factcheck._paths import data_dir; print(data_dir('rules')); print(data_dir('grammar'))"


@pytest.fixture(scope="session", params=["wheel", "sdist", "editable"])
def installation(request: pytest.FixtureRequest, dist: Any, install: Callable[..., Any]) -> tuple[str, Any]:
    what = {"wheel": [dist.wheel], "sdist": [dist.sdist], "editable": ["-e", ROOT]}
    return request.param, install(*what[request.param])


def listed(text: str) -> list[str]:
    return sorted(line.split()[0] for line in text.splitlines())


def test_every_rule_is_found(installation: tuple[str, Any]) -> None:
    assert listed(installation[1].run("-m", "factcheck", "rules")) == RULES


def test_the_console_script_runs(installation: tuple[str, Any]) -> None:
    (script,) = installation[1].python.parent.glob("factcheck*")
    code = "import subprocess, sys; sys.exit(subprocess.call([sys.argv[1], '--version']))"
    assert installation[1].run("-c", code, str(script)) == f"factcheck {factcheck.__version__}\n"


def test_data_is_that_of_the_installation(installation: tuple[str, Any]) -> None:
    kind, python = installation
    folders = [Path(line) for line in python.run("-c", DATA_DIR).splitlines()]
    assert all(folder.is_dir() for folder in folders)
    assert all(folder.is_relative_to(ROOT) == (kind == "editable") for folder in folders)


def test_a_fresh_installation_compiles_nothing(installation: tuple[str, Any]) -> None:
    _, python = installation
    (python.elsewhere / "a.txt").write_text("Of the 40 boats 28 came home and 12 sank.\n", encoding="utf-8")
    python.run("-m", "factcheck", "a.txt")
    python.run("-m", "factcheck", "rules")
    assert not python.cache.exists(), sorted(path.name for path in python.cache.rglob("*"))


def test_a_checkout_needs_no_installation() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "rules"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert listed(done.stdout) == RULES


def test_the_wheel_holds_package_data_and_schemas(dist: Any) -> None:
    names = set(zipfile.ZipFile(dist.wheel).namelist())
    expected = {"py.typed", "schemas/report.schema.json", "schemas/numbers.schema.json", "_compiled/rules.json"}
    assert {f"factcheck/{name}" for name in expected} <= names
    rules = {f"factcheck/_data/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*.toml")}
    grammar = {f"factcheck/_data/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "grammar").rglob("*.*")}
    assert rules | grammar <= names
    assert not [name for name in names if name.startswith(("tests/", "fixtures/"))]


def test_the_sdist_holds_what_its_tests_need(dist: Any) -> None:
    with tarfile.open(dist.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".ci/run", ".pre-commit-hooks.yaml"}
    fixtures = {path.relative_to(ROOT).as_posix() for path in (ROOT / "fixtures").rglob("*.*")}
    assert wanted | fixtures | {"tests/packaging/test_installs.py"} <= names
