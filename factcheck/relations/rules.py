"""The rules as a normal run has them: read from the compiled table, neither TOML nor sympy in sight."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck._tables import Table, load_table, source_files
from factcheck.relations.equation import Ast, frozen

__all__ = ["Rule", "RuleError", "load_rules"]


class RuleError(ValueError):
    """A rule file that cannot be used. `path` and `line` (from 1) say where; the text reads "path:line: message"."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file, compiled.

    `relation` is the equation in the form in which each role stands once where there is one (the evaluation of its
    two sides is then exact); empty for a rule without equation. `solutions` gives a role's value from the others; for
    a role that takes a list it is the value of the list's sum. `extra` holds what the binder reads: "bind", the
    keys of the file's [options], and "message-VARIANT" for each wording of its [messages].
    """

    name: str
    group: str
    summary: str
    why: str
    kind: str  # equation | order | same | count | calendar | grid
    equation: str
    claim: str
    message: str
    severity: str  # error | warning | note
    roles: Mapping[str, str]
    relation: Ast
    solutions: Mapping[str, Ast]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    extra: Mapping[str, Any]

    @property
    def bind(self) -> str:
        """The name of the binder that fills the roles."""
        return str(self.extra["bind"])


def load_rules(extra_folders: Iterable[str] = ()) -> dict[str, Rule]:
    """Every rule by name, sorted by group and name; those of `extra_folders` join, and replace one of the same name.

    Raises RuleError for a rule file that is broken, FileNotFoundError for a folder that is missing.
    """
    rules = dict(_own_rules())
    for folder in extra_folders:
        rules |= _rules(load_table("rules-extra", _rule_files(folder), _compiler_for(folder)))
    return dict(sorted(rules.items(), key=lambda item: (item[1].group, item[0])))


@cache
def _own_rules() -> dict[str, Rule]:
    return _rules(load_table("rules", source_files("rules"), _compiler_for(None)))


def _compiler_for(folder: str | None) -> Callable[[], Table]:
    def compile_now() -> Table:
        from factcheck.relations.compile import compile_folder, compile_rules  # the only road to tomllib and sympy

        table: Table = compile_rules() if folder is None else compile_folder(folder)
        return table

    return compile_now


def _rule_files(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        raise FileNotFoundError(f"factcheck: no folder of rules at {folder}")
    return sorted(
        os.path.join(where, name) for where, _, names in os.walk(folder) for name in names if name.endswith(".toml")
    )


def _rules(table: Table) -> dict[str, Rule]:
    return {name: _rule(name, record) for name, record in table["rules"].items()}


def _rule(name: str, record: dict[str, Any]) -> Rule:
    fields = {**record, "good": tuple(record["good"]), "bad": tuple(record["bad"])}
    fields["relation"] = frozen(record["relation"])
    fields["solutions"] = {role: frozen(tree) for role, tree in record["solutions"].items()}
    return Rule(name=name, **fields)
