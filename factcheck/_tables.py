"""Tables compiled ahead of time from grammar/ and rules/, so that a normal run parses no TOML and imports no compiler.

The committed table is used where it was made from the files as they are now. In a checkout where a file was edited,
the table is compiled on the fly and kept in the user's cache, keyed by content.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from typing import Any
from zlib import crc32

from factcheck._paths import compiled_dir, data_dir

__all__ = ["compiled_text", "digest_of", "load_table", "source_files"]

Table = dict[str, Any]


def source_files(folder: str, *, suffixes: tuple[str, ...] = (".toml", ".lark")) -> list[str]:
    """Every source file under the data folder `folder` ("grammar/en", "rules"), sorted by relative path."""
    top, _, rest = folder.partition("/")
    root = os.path.join(data_dir(top), *rest.split("/")) if rest else data_dir(top)
    return sorted(
        os.path.join(where, name) for where, _, names in os.walk(root) for name in names if name.endswith(suffixes)
    )


def digest_of(paths: Iterable[str]) -> str:
    """A checksum of names and contents (line ends made alike) of the files."""
    parts = []
    for path in paths:
        with open(path, "rb") as file:
            content = file.read().replace(b"\r\n", b"\n")
        parts.append(f"{os.path.basename(path)}:{crc32(content):08x}")
    return f"{crc32(' '.join(parts).encode()):08x}-{len(parts)}"


def compiled_text(table: Table) -> str:
    """The one way a table is written, so that a stale file shows as a difference."""
    return json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def load_table(name: str, paths: list[str], compile_table: Callable[[], Table]) -> Table:
    """The table `name`, from the committed file, else the user's cache, else compiled now (and cached).

    Every table carries the digest of its sources under "digest"; `compile_table` need not set it.
    """
    digest = digest_of(paths)
    committed = os.path.join(compiled_dir(), f"{name}.json")
    cached = os.path.join(_cache_dir(), f"{name}-{digest}.json")
    for path in (committed, cached):
        table = _read(path)
        if table is not None and table.get("digest") == digest:
            return table
    table = {**compile_table(), "digest": digest}
    _keep(cached, table)
    return table


def _read(path: str) -> Table | None:
    try:
        with open(path, encoding="utf-8") as file:
            table = json.load(file)
    except (OSError, ValueError):
        return None
    return table if isinstance(table, dict) else None


def _keep(path: str, table: Table) -> None:
    """Write the cache by an atomic rename; a cache that cannot be written is done without."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        draft = f"{path}.{os.getpid()}"
        with open(draft, "w", encoding="utf-8") as file:
            file.write(compiled_text(table))
        os.replace(draft, path)
    except OSError:
        return


def _cache_dir() -> str:
    base = (
        os.environ.get("XDG_CACHE_HOME")
        or os.environ.get("LOCALAPPDATA")
        or os.path.join(os.path.expanduser("~"), ".cache")
    )
    return os.path.join(base, "factcheck")
