"""A file rewritten: its encoding, line ends and byte order mark stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.documents.load import DocumentError, load_document, rewrite_document

TEXT = "Tête à tête\r\nCosts rose 30%.\rEnd\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_only_the_text_changes(tmp_path: Path, mark: bytes, codec: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(mark + TEXT.encode(codec))
    text = load_document(str(file)).text
    assert text == TEXT
    rewrite_document(str(file), text, text.replace("30", "7"))
    assert file.read_bytes() == mark + TEXT.replace("30", "7").encode(codec)


def test_a_file_that_has_changed_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Another text.")
    with pytest.raises(DocumentError, match="has changed since it was read"):
        rewrite_document(str(file), TEXT, "x")
    assert file.read_text() == "Another text."


def test_what_the_encoding_lacks_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode("cp1252"))
    with pytest.raises(DocumentError, match="cannot be written in cp1252; save it as UTF-8"):
        rewrite_document(str(file), TEXT, TEXT + "\u4e00")
    assert file.read_bytes() == TEXT.encode("cp1252")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        rewrite_document(str(tmp_path / "none.txt"), "a", "b")
