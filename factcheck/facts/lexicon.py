"""Kits of measures and names of bases, loaded once."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, NamedTuple

from factcheck._paths import data_dir
from factcheck._tables import load_table, source_files

__all__ = ["MeasureLexicon", "compile_facts", "measures"]


class MeasureLexicon(NamedTuple):
    """`near` lists (phrase, measure, kind) in the order of the file; `bases` maps a phrase to its base."""

    near: tuple[tuple[str, str, str], ...]
    bases: dict[str, str]
    subgroups: tuple[frozenset[str], ...]


@cache
def measures() -> MeasureLexicon:
    """The English kits."""
    data = load_table("facts", source_files("grammar/en/facts"), compile_facts)
    return MeasureLexicon(
        tuple((phrase, measure, kind) for phrase, measure, kind in data["near"]),
        data["bases"],
        tuple(frozenset(group) for group in data["subgroups"]),
    )


def compile_facts() -> dict[str, Any]:
    """grammar/en/facts/measures.toml as a table ready for JSON."""
    import tomllib

    with open(os.path.join(data_dir("grammar"), "en", "facts", "measures.toml"), "rb") as file:
        data = tomllib.load(file)
    bases, groups = data.pop("bases"), data.pop("subgroups")
    return {
        "near": [
            [phrase, f"{kit}.{name}", entry["kind"]]
            for kit, slots in data.items()
            for name, entry in slots.items()
            for phrase in entry["near"]
        ],
        "bases": {phrase: name for name, entry in bases.items() for phrase in entry["phrases"]},
        "subgroups": groups["sets"],
    }
