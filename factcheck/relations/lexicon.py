"""The words that binders look for, loaded once: grammar/en/relations/*.toml."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from factcheck._tables import load_table, source_files

__all__ = ["compile_relations", "words_of"]


@cache
def words_of(name: str) -> frozenset[str]:
    """The words and phrases, in lower case, under "file.table" ("announced.closing").

    Raises KeyError where there is none.
    """
    return frozenset(_table()[name])


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_table("relations", source_files("grammar/en/relations"), compile_relations)[
        "words"
    ]
    return table


def compile_relations() -> dict[str, Any]:
    """Every table of words, ready for JSON: {"words": {"file.table": [words]}}."""
    import tomllib

    found: dict[str, list[str]] = {}
    for path in source_files("grammar/en/relations"):
        with open(path, "rb") as file:
            for name, entry in tomllib.load(file).items():
                found[f"{os.path.basename(path).removesuffix('.toml')}.{name}"] = sorted(set(entry["words"]))
    return {"words": found}
