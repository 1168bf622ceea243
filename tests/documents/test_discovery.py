from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.documents.discovery import find_files
from factcheck.documents.load import DocumentError

FILES = ["b.md", "a.txt", "c.html", ".d.txt", "in/e.markdown", "in/F.TXT", ".git/g.txt", "node_modules/h.md", "z/i.txt"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("It grew.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_folder_is_searched_in_order_without_hidden_ones() -> None:
    assert list(find_files(["."])) == ["a.txt", "b.md", "in/F.TXT", "in/e.markdown", "z/i.txt"]


@pytest.mark.usefixtures("folder")
def test_files_come_once_and_in_one_order() -> None:
    named = ["z", "c.html", "-", "./z/i.txt", ".d.txt", "-"]
    assert find_files(named) == find_files(named[::-1]) == ["-", ".d.txt", "c.html", "z/i.txt"]


@pytest.mark.usefixtures("folder")
def test_a_hidden_folder_is_searched_when_it_is_named() -> None:
    assert list(find_files([".git"])) == [".git/g.txt"]


@pytest.mark.usefixtures("folder")
def test_a_missing_path_does_not_stop_the_others() -> None:
    first, last, missing = find_files(["a.txt", "none.txt", "b.md"])
    assert (first, last) == ("a.txt", "b.md")
    assert isinstance(missing, DocumentError)
    assert (missing.path, missing.message) == ("none.txt", "no such file or folder")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder that this user may not read")
def test_a_folder_that_cannot_be_searched_is_told(folder: Path) -> None:
    (folder / "in").chmod(0)
    items = list(find_files(["."]))
    (folder / "in").chmod(0o700)
    told = [item.message for item in items if isinstance(item, DocumentError)]
    assert told == ["cannot be searched: Permission denied"]
    assert "z/i.txt" in items
