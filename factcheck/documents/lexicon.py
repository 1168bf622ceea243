"""The words that readers of documents need: abbreviations, months, words about a number."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from factcheck._tables import load_table, source_files

__all__ = ["Lexicon", "compile_documents", "lexicon"]


class Lexicon(NamedTuple):
    """Words by their use, in lower case but for `openers` that keep their capital; abbreviations lack the last stop."""

    titles: frozenset[str]
    never_end: frozenset[str]
    before_number: frozenset[str]
    months_before_number: frozenset[str]
    may_end: frozenset[str]
    may_end_with_capital: frozenset[str]
    openers: frozenset[str]
    number_words: frozenset[str]
    unfinished: frozenset[str]
    credits: frozenset[str]
    captions: frozenset[str]
    labels: frozenset[str]
    weekdays: frozenset[str]
    months: dict[str, int]


def compile_documents() -> dict[str, Any]:
    """The table `documents`: every file of grammar/en/documents merged; raises ValueError where a key stands twice."""
    import tomllib

    table: dict[str, Any] = {}
    for path in _sources():
        with open(path, "rb") as file:
            entries = tomllib.load(file)
        twice = table.keys() & entries.keys()
        if twice:
            raise ValueError(f"{path}: {', '.join(sorted(twice))} stands in another file too")
        table.update(entries)
    return table


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    table = load_table("documents", _sources(), compile_documents)
    names = set(Lexicon._fields) - {"months"}
    return Lexicon(months=table["months"], **{name: frozenset(table[name]) for name in names})


def _sources() -> list[str]:
    return source_files("grammar/en/documents")
