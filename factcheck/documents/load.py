"""From a path to a document: reading, decoding, choosing the format."""

from __future__ import annotations

import os
import sys

from factcheck.documents.model import Document
from factcheck.documents.text import parse_text

__all__ = [
    "MARKDOWN_SUFFIXES",
    "STDIN",
    "DocumentError",
    "decode",
    "format_of",
    "load_document",
    "parse_document",
    "rewrite_document",
]

STDIN = "-"
MARKDOWN_SUFFIXES = (".md", ".markdown")
_FORMATS = {"txt": "text", "text": "text", "md": "markdown", "markdown": "markdown"}
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CODECS = (
    (_UTF8_MARK, "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"", "utf-8"),
    (b"", "cp1252"),
)
_MARK_BYTES = 3  # positions count UTF-8 bytes, whatever the encoding was
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 26}
_MOST_ACCENTS = 5  # one byte in so many, in a Western text that is not UTF-8


class DocumentError(Exception):
    """A file that cannot be checked; `message` tells what, where and how to mend it, without the path."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def load_document(path: str, *, stdin: bytes | None = None, format: str | None = None) -> Document:
    """The document at `path`, or of the bytes `stdin` when they are given; then `path` is only its name.

    `path` "-" without `stdin` reads standard input. `format` is "txt" or "md"; None goes by the suffix (.md and
    .markdown are Markdown, all else is plain text). Line ends stay as they are in the file. Raises DocumentError where
    the file cannot be read, is binary, is in no known encoding, or `format` is unknown.
    """
    data = stdin if stdin is not None else _read(path)
    text, mark = decode(path, data)
    return parse_document(path, text, format=format, bom=mark)


def parse_document(path: str, text: str, *, format: str | None = None, bom: int = 0) -> Document:
    """The document of a decoded `text`; `bom` is the number of bytes before it. Raises DocumentError as above."""
    if format_of(path, format) == "markdown":
        from factcheck.documents.markdown import parse_markdown  # slow to import

        return parse_markdown(path, text, bom)
    return parse_text(path, text, bom)


def format_of(path: str, format: str | None = None) -> str:
    """ "markdown" or "text"; raises DocumentError for a `format` that is neither."""
    if format is None:
        return "markdown" if path.lower().endswith(MARKDOWN_SUFFIXES) else "text"
    if format.lower() not in _FORMATS:
        raise DocumentError(path, f"unknown format {format!r}; use txt or md")
    return _FORMATS[format.lower()]


def rewrite_document(path: str, text: str, new: str) -> None:
    """Put `new` in the place of the `text` that was read from a file, in the file's encoding and with its mark.

    Raises DocumentError where the file no longer holds that text, cannot hold the new one, or cannot be written.
    """
    data = _read(path)
    for mark, codec in _CODECS:
        if data.startswith(mark) and _encoded(text, codec) == data[len(mark) :]:
            changed = _encoded(new, codec)
            if changed is None:
                raise DocumentError(path, f"the edited text cannot be written in {codec}; save it as UTF-8")
            return _write(path, mark + changed)
    raise DocumentError(path, "has changed since it was read; left as it is")


def _encoded(text: str, codec: str) -> bytes | None:
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return None


def _write(path: str, data: bytes) -> None:
    try:
        with open(path, "r+b") as file:
            file.write(data)
            file.truncate()
    except OSError as error:
        raise DocumentError(path, f"cannot be written: {error.strerror or error}") from error


def decode(path: str, data: bytes) -> tuple[str, int]:
    """The text of `data` without its byte order mark, and the UTF-8 bytes of that mark (3 or 0).

    UTF-8, UTF-16 with a mark, and Windows-1252 where it is plausible: ASCII but for a few characters. Raises
    DocumentError with the place of the first byte that does not fit.
    """
    if data.startswith(_UTF16_MARKS):
        return _decode_utf16(path, data), _MARK_BYTES
    mark = _MARK_BYTES if data.startswith(_UTF8_MARK) else 0
    nul = data.find(b"\0")
    if nul >= 0:
        hint = "a binary file, or UTF-16 without a byte order mark; save it as UTF-8 text"
        raise DocumentError(path, f"NUL byte at {_place(data, nul)}: {hint}")
    try:
        return data[mark:].decode("utf-8"), mark
    except UnicodeDecodeError as error:
        return _decode_western(path, data, mark + error.start), mark


def _read(path: str) -> bytes:
    try:
        if path == STDIN:
            return sys.stdin.buffer.read()
        if os.path.isdir(path):
            raise DocumentError(path, "is a folder, not a file")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise DocumentError(path, f"cannot be read: {error.strerror or error}") from error


def _decode_utf16(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise DocumentError(path, f"broken UTF-16 at byte {error.start}; save it as UTF-8") from error


def _decode_western(path: str, data: bytes, at: int) -> str:
    """Windows-1252, where nothing before byte `at`, the first that is not UTF-8, is beyond ASCII."""
    beyond = sum(byte > 127 for byte in data)
    if data[:at].isascii() and beyond * _MOST_ACCENTS <= len(data) and _CONTROLS.isdisjoint(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as error:
            at = error.start
    raise DocumentError(path, f"not UTF-8: byte 0x{data[at]:02x} at {_place(data, at)}; save it as UTF-8")


def _place(data: bytes, at: int) -> str:
    lines = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    return f"byte {at}, line {lines}"
