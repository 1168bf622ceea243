from __future__ import annotations

import codecs
import io
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.documents.load import DocumentError, decode, load_document, parse_document
from factcheck.documents.model import BlockKind


def fault(data: bytes, format: str | None = None) -> str:
    with pytest.raises(DocumentError) as caught:
        load_document("a.txt", stdin=data, format=format)
    assert str(caught.value) == f"a.txt: {caught.value.message}"
    return caught.value.message


@pytest.mark.parametrize(
    ("data", "text", "mark"),
    [
        ("It cost £5.".encode(), "It cost £5.", 0),
        (codecs.BOM_UTF8 + "It cost £5.".encode(), "It cost £5.", 3),
        ("\ufeffIt cost £5.".encode("utf-16-le"), "It cost £5.", 3),
        ("\ufeffIt cost £5.".encode("utf-16-be"), "It cost £5.", 3),
        ("It cost £5 – or “so”.".encode("cp1252"), "It cost £5 – or “so”.", 0),
        (b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n", 0),
        (b"", "", 0),
    ],
)
def test_encodings(data: bytes, text: str, mark: int) -> None:
    assert decode("a.txt", data) == (text, mark)
    document = load_document("a.txt", stdin=data)
    assert (document.text, document.bom) == (text, mark)


def test_an_empty_file_is_a_document_without_blocks() -> None:
    assert load_document("a.txt", stdin=b"").blocks == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"One.\n\x89PNG\0",
            "NUL byte at byte 9, line 2: a binary file, or UTF-16 without a byte order mark; save it as UTF-8 text",
        ),
        ("£5\r\n".encode() + b"it cost\r\n\xa3 6", "not UTF-8: byte 0xa3 at byte 14, line 3; save it as UTF-8"),
        (b"It cost much\n\r\x81 5.", "not UTF-8: byte 0x81 at byte 14, line 3; save it as UTF-8"),
        (b"Price: \xa3\xe4\xf6\xfc", "not UTF-8: byte 0xa3 at byte 7, line 1; save it as UTF-8"),
        (b"Price of it all: \xa3 \x07", "not UTF-8: byte 0xa3 at byte 17, line 1; save it as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0b", "broken UTF-16 at byte 4; save it as UTF-8"),
    ],
)
def test_what_cannot_be_decoded_is_told_with_its_place(data: bytes, message: str) -> None:
    assert fault(data) == message


def test_a_path_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        load_document(str(tmp_path / "none.txt"))
    assert caught.value.message == "cannot be read: No such file or directory"
    with pytest.raises(DocumentError) as caught:
        load_document(str(tmp_path))
    assert caught.value.message == "is a folder, not a file"


def test_files_are_read_by_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"It grew.\r\n")
    document = load_document(str(path))
    assert (document.path, document.text, document.blocks[0].text) == (str(path), "It grew.\r\n", "It grew.")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It grew.")))
    assert load_document("-").text == "It grew."


@pytest.mark.parametrize(
    ("path", "format", "prose"),
    [
        ("a.md", None, "It  grew ."),
        ("a.MARKDOWN", None, "It  grew ."),
        ("a.txt", "md", "It  grew ."),
        ("a.txt", "markdown", "It  grew ."),
        ("a.md", "txt", "It *grew*."),
        ("a.rst", None, "It *grew*."),
        ("-", None, "It *grew*."),
    ],
)
def test_formats(path: str, format: str | None, prose: str) -> None:
    (block,) = parse_document(path, "It *grew*.", format=format).blocks
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, prose)


def test_an_unknown_format() -> None:
    assert fault(b"It grew.", format="pdf") == "unknown format 'pdf'; use txt or md"


def test_plain_text_needs_no_markdown_parser() -> None:
    code = (
        "import sys; from factcheck.documents.load import load_document; load_document('a.txt', stdin=b'It grew.');"
        "sys.exit(any(name.startswith(('markdown_it', 'mdit', 'tomllib')) for name in sys.modules))"
    )
    root = Path(factcheck.__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
