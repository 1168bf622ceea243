from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import compile as compiler

TABLES = dict(compiler.TABLES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiler, "compiled_dir", lambda: str(tmp_path))
    monkeypatch.setattr(compiler, "TABLES", {"documents": compiler.TABLES["documents"]})
    return tmp_path


def test_a_missing_table_is_stale_until_it_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compiler.main(["--check"]) == 1
    assert capsys.readouterr().err == (
        "factcheck/_compiled/documents.json is stale: run `python -m factcheck.compile`\n"
    )
    assert not list(folder.iterdir())
    assert compiler.main([]) == 0
    assert capsys.readouterr().out == "factcheck/_compiled/documents.json written\n"
    assert compiler.main(["--check"]) == 0
    assert compiler.main([]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_table_that_was_edited_by_hand_is_stale(folder: Path) -> None:
    compiler.main([])
    table = folder / "documents.json"
    table.write_bytes(table.read_bytes().replace(b"\n", b"\r\n"))
    assert list(compiler.stale()) == ["documents"]


def test_a_wrong_argument_is_status_two(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compiler.main(["--chekc"]) == 2
    assert capsys.readouterr().err == "usage: python -m factcheck.compile [--check]\n"
    assert not list(folder.iterdir())


def test_every_table_names_sources_that_are_there() -> None:
    for folder, _ in TABLES.values():
        assert compiler.source_files(folder), folder


def test_every_table_that_is_loaded_by_name_is_compiled_ahead() -> None:
    package = Path(compiler.__file__).parent
    loads = re.compile(r'load_table\(\s*"([^"]+)"')
    named = {name for path in package.rglob("*.py") for name in loads.findall(path.read_text(encoding="utf-8"))}
    assert named - {"rules-extra"} == set(TABLES)  # a newsroom's own rules are compiled where they are
