"""The rules of the house: each tool that keeps them runs as a test, so that one command tells whether all is well."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import factcheck
from factcheck.relations.rules import load_rules

ROOT = Path(factcheck.__file__).parent.parent
MODULES = sorted((ROOT / "factcheck").rglob("*.py"))
LONGEST_FILE = 350
LONGEST_FUNCTION = 50


def passes(module: str, *command: str) -> None:
    if find_spec(module) is None:
        pytest.skip(f"{module} is not installed: pip install -e '.[dev]'")
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_lint() -> None:
    passes("ruff", "-m", "ruff", "check", ".")


def test_format() -> None:
    passes("ruff", "-m", "ruff", "format", "--check", ".")


def test_types() -> None:
    passes("mypy", "-m", "mypy", "--strict", "factcheck")


def test_layers() -> None:
    passes("importlinter", "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")


def test_compiled_tables_are_current() -> None:
    passes("sympy", "-m", "factcheck.compile", "--check")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_FILE
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    long = {node.name: length for node in functions if (length := _length(node)) > LONGEST_FUNCTION}
    assert long == {}


def _length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_annotations_cost_nothing_at_run_time(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    code = [node for node in tree.body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))]
    if code:
        assert ast.unparse(code[0]) == "from __future__ import annotations"


def test_the_readme_lists_every_rule() -> None:
    rows = [f"| {rule.group} | `{name}` | {rule.severity} | {rule.summary} |" for name, rule in load_rules().items()]
    table = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert [line for line in table if line.count("|") == 5 and "`" in line.split("|")[2] and line in rows] == rows
