"""`python -m factcheck.compile [--check]`: write, or verify, the tables compiled from grammar/ and rules/."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from factcheck._paths import compiled_dir
from factcheck._tables import compiled_text, digest_of, source_files

__all__ = ["TABLES", "compiled", "main", "stale"]

Compiler = Callable[[], dict[str, Any]]

# Name of the table: the folder of its sources, and who compiles it.
TABLES = {
    "documents": ("grammar/en/documents", "factcheck.documents.lexicon:compile_documents"),
    "quantities": ("grammar/en/quantities", "factcheck.quantities.lexicon:compile_quantities"),
    "statements": ("grammar/en/statements", "factcheck.statements.compile:compile_statements"),
    "facts": ("grammar/en/facts", "factcheck.facts.lexicon:compile_facts"),
    "repairs": ("grammar/en/repairs", "factcheck.relations.repairs.exchangeable:compile_repairs"),
    "relations": ("grammar/en/relations", "factcheck.relations.lexicon:compile_relations"),
    "rules": ("rules", "factcheck.relations.compile:compile_rules"),
}


def compiled(name: str) -> str:
    """The text of the table `name`, compiled from its sources as they are now."""
    folder, home = TABLES[name]
    module, _, function = home.partition(":")
    compile_table: Compiler = getattr(import_module(module), function)
    return compiled_text({**compile_table(), "digest": digest_of(source_files(folder))})


def stale() -> dict[str, str]:
    """The tables whose committed file differs from what their sources give: name and text as it should be."""
    return {name: text for name in TABLES if (text := compiled(name)) != _committed(name)}


def main(args: list[str]) -> int:
    """Write every table, or with --check name the stale ones; 0 all is well, 1 some are stale, 2 a wrong argument."""
    if args not in ([], ["--check"]):
        print("usage: python -m factcheck.compile [--check]", file=sys.stderr)
        return 2
    tables = stale()
    for name, text in tables.items():
        if args:
            print(f"factcheck/_compiled/{name}.json is stale: run `python -m factcheck.compile`", file=sys.stderr)
            continue
        with open(_path(name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        print(f"factcheck/_compiled/{name}.json written")
    return int(bool(args and tables))


def _path(name: str) -> str:
    return os.path.join(compiled_dir(), f"{name}.json")


def _committed(name: str) -> str | None:
    try:
        with open(_path(name), encoding="utf-8", newline="") as file:
            return file.read()
    except OSError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
