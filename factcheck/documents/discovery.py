"""Which files a list of paths means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from factcheck.documents.load import MARKDOWN_SUFFIXES, STDIN, DocumentError

__all__ = ["find_files"]

_SUFFIXES = (".txt", *MARKDOWN_SUFFIXES)
_SKIPPED = frozenset({"node_modules", "__pycache__"})  # beside hidden folders


def find_files(paths: Iterable[str]) -> list[str | DocumentError]:
    """The files that `paths` mean, each once; a path that cannot be followed gives its DocumentError instead.

    They come folder by folder, sorted by name, in whatever order they are given: one set of files has one report. A
    file is taken as it is named, whatever its suffix, and "-" (standard input) too. A folder is searched for .txt, .md
    and .markdown; hidden folders and files, node_modules and links to folders are passed over.
    """
    found = {str(item): item for path in paths for item in _expand(path)}
    return sorted(found.values(), key=_place)


def _place(item: str | DocumentError) -> tuple[list[str], str]:
    folder, name = os.path.split(item if isinstance(item, str) else item.path)
    return folder.split(os.sep) if folder else [], name


def _expand(path: str) -> Iterator[str | DocumentError]:
    if path == STDIN:
        yield path
    elif os.path.isdir(path):
        yield from _search(path)
    elif os.path.exists(path):
        yield os.path.normpath(path)
    else:
        yield DocumentError(path, "no such file or folder")


def _search(folder: str) -> Iterator[str | DocumentError]:
    """The files under `folder`, in no order, and the folders that cannot be searched."""
    failed: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = (name for name in folders if name[0] != "." and name not in _SKIPPED)
        yield from (
            os.path.normpath(os.path.join(where, name))
            for name in names
            if name[0] != "." and name.lower().endswith(_SUFFIXES)
        )
    yield from map(_unreadable, failed)


def _unreadable(error: OSError) -> DocumentError:
    return DocumentError(str(error.filename), f"cannot be searched: {error.strerror or error}")
