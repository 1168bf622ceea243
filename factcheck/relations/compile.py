"""Rule files into the table that a normal run reads: checked, parsed, and solved for every role.

The only importer of sympy (inside the function that solves) and of tomllib for rules.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from factcheck._tables import source_files
from factcheck.relations.equation import (
    LIST_FUNCTIONS,
    Ast,
    EquationError,
    parse_equation,
    roles_of,
)
from factcheck.relations.rules import RuleError
from factcheck.relations.solve import solutions_of

__all__ = ["compile_folder", "compile_rules"]

KINDS = ("equation", "order", "same", "count", "calendar", "grid", "notation")
SEVERITIES = ("error", "warning", "note")
EXAMPLES_OF_EACH_SORT = 3

_REQUIRED = ("summary", "why", "kind", "bind", "claim", "message", "roles", "good", "bad")
_OPTIONAL = ("equation", "severity", "options", "dimensions", "messages")
_TABLES = ("roles", "options", "dimensions", "messages")
_LISTS = ("good", "bad")
_WITH_EQUATION = frozenset({"equation", "order", "same", "count"})
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PURE_NUMBERS = frozenset({"percent", "points", "ratio", "multiple"})

Dimension = dict[str, int] | None  # exponent by base; None is not known


def compile_rules() -> dict[str, Any]:
    """The table of the project's own rules: {"rules": {name: record}}. Raises RuleError for a broken file."""
    return _compile_files(source_files("rules", suffixes=(".toml",)))


def compile_folder(folder: str) -> dict[str, Any]:
    """The table of another folder of rules, laid out alike (group/name.toml). Raises RuleError for a broken file."""
    paths = (os.path.join(where, name) for where, _, names in os.walk(folder) for name in names)
    return _compile_files(sorted(path for path in paths if path.endswith(".toml")))


def _compile_files(paths: Iterable[str]) -> dict[str, Any]:
    rules: dict[str, Any] = {}
    for path in paths:
        name = os.path.basename(path).removesuffix(".toml")
        if name in rules:
            raise RuleError(path, 1, f"another rule is already named {name!r}")
        rules[name] = _compile_file(path, name)
    return {"rules": rules}


def _compile_file(path: str, name: str) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        source = _Source(path, file.read())
    fields = source.parsed()
    if not _NAME.fullmatch(name):
        raise source.error("", f"a rule is named in lower case with hyphens, not {name!r}")
    _check_fields(source, fields)
    relation = _relation(source, fields)
    _check_names(source, fields, relation)
    _check_dimensions(source, fields, relation)
    pivot, solutions = solutions_of(relation) if relation else ((), {})
    return {
        "group": os.path.basename(os.path.dirname(path)),
        "equation": fields.get("equation", ""),
        "severity": fields.get("severity", "error"),
        "relation": pivot,
        "solutions": solutions,
        "extra": {"bind": fields["bind"], **_wordings(fields), **fields.get("options", {})},
        **{key: fields[key] for key in _REQUIRED if key != "bind"},
        **{key: [_trimmed(example) for example in fields[key]] for key in _LISTS},
    }


class _Source(NamedTuple):
    """A rule file as text, to say where in it something is wrong."""

    path: str
    text: str

    def parsed(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as fault:
            at = re.search(r"at line (\d+)", str(fault))
            line = int(at[1]) if at else self.text.count("\n") + 1
            raise self._quoting(line, str(fault)) from fault

    def error(self, key: str, message: str) -> RuleError:
        """The error at the line where `key` (or the table `key`) is set; at the first line where it is nowhere."""
        pattern = re.compile(rf"^[ \t]*(?:\[{re.escape(key)}\]|[\"']?{re.escape(key)}[\"']?\s*=)", re.MULTILINE)
        found = pattern.search(self.text) if key else None
        return self._quoting(self.text.count("\n", 0, found.start()) + 1 if found else 1, message)

    def _quoting(self, line: int, message: str) -> RuleError:
        lines = self.text.splitlines()
        quoted = lines[line - 1] if line <= len(lines) else ""
        return RuleError(self.path, line, f"{message}\n    {quoted}" if quoted.strip() else message)


def _check_fields(source: _Source, fields: dict[str, Any]) -> None:
    for key in fields:
        if key not in _REQUIRED + _OPTIONAL:
            raise source.error(key, f"unknown key {key!r}")
    for key in _REQUIRED:
        if key not in fields:
            raise source.error("", f"the key {key!r} is missing")
    for key, value in fields.items():
        if not _has_type(key, value):
            raise source.error(key, f"{key!r} must be a {_type_of(key)}")
    _check_choices(source, fields)


def _check_choices(source: _Source, fields: dict[str, Any]) -> None:
    for key, choices in (("kind", KINDS), ("severity", SEVERITIES)):
        if fields.get(key, choices[0]) not in choices:
            raise source.error(key, f"unknown {key} {fields[key]!r}: one of {', '.join(choices)}")
    for key in _LISTS:
        if len(fields[key]) < EXAMPLES_OF_EACH_SORT:
            raise source.error(key, f"at least {EXAMPLES_OF_EACH_SORT} {key} examples, not {len(fields[key])}")
    for example in fields["bad"]:
        if "^" not in example:
            raise source.error("bad", f"no carets mark the claim of this bad example: {example.strip()}")
    if fields["kind"] in _WITH_EQUATION and "equation" not in fields:
        raise source.error("kind", f"a rule of kind {fields['kind']!r} needs an equation")


def _has_type(key: str, value: Any) -> bool:
    if key == "options":
        return isinstance(value, dict)
    if key in _TABLES:
        return isinstance(value, dict) and all(isinstance(entry, str) for entry in value.values())
    if key in _LISTS:
        return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    return isinstance(value, str)


def _type_of(key: str) -> str:
    if key in _TABLES:
        return "table" if key == "options" else "table of strings"
    return "list of strings" if key in _LISTS else "string"


def _relation(source: _Source, fields: dict[str, Any]) -> Ast:
    if "equation" not in fields:
        return ()
    try:
        tree = parse_equation(fields["equation"])
    except EquationError as fault:
        raise source.error("equation", str(fault)) from fault
    if (tree[0] == "<=") != (fields["kind"] == "order"):
        raise source.error("equation", f"'{tree[0]}' in a rule of kind {fields['kind']!r}")
    return tree


def _check_names(source: _Source, fields: dict[str, Any], relation: Ast) -> None:
    roles = fields["roles"]
    if fields["claim"] not in roles:
        raise source.error("claim", f"the claim {fields['claim']!r} is no role")
    for role in roles_of(relation) if relation else ():
        if role not in roles:
            raise source.error("equation", f"{role!r} stands in the equation and is no role")
    for role in fields.get("dimensions", {}):
        if role not in roles:
            raise source.error(role, f"{role!r} has a dimension and is no role")
    allowed = {*roles, *(f"computed.{role}" for role in roles)}
    for key, message in {"message": fields["message"], **fields.get("messages", {})}.items():
        for placeholder in _PLACEHOLDER.findall(message):
            if placeholder not in allowed:
                raise source.error(key, f"{{{placeholder}}} is neither a role nor computed.ROLE")


def _wordings(fields: dict[str, Any]) -> dict[str, str]:
    return {f"message-{variant}": message for variant, message in fields.get("messages", {}).items()}


def _trimmed(example: str) -> str:
    """An example without the line breaks that surround it in the file; marks keep their columns."""
    return example.strip("\n")


def _check_dimensions(source: _Source, fields: dict[str, Any], relation: Ast) -> None:
    if not relation:
        return
    selected = ((role, selector.rpartition(".")[2]) for role, selector in fields["roles"].items())
    known: dict[str, dict[str, int]] = {role: {} for role, name in selected if name in _PURE_NUMBERS}
    for role, name in fields.get("dimensions", {}).items():
        known[role] = {} if name == "number" else {name: 1}
    try:
        _agreeing(relation[1:], known, "compared")
    except _DimensionError as fault:
        raise source.error("equation", str(fault)) from fault


class _DimensionError(Exception):
    pass


def _dimension(tree: Ast, known: dict[str, dict[str, int]]) -> Dimension:
    head, *parts = tree
    if head == "num":
        return {}
    if head == "role" or head in LIST_FUNCTIONS:
        return known.get(parts[0])
    if head in ("+", "-"):
        return _agreeing(parts, known, "added")
    dimensions = [_dimension(part, known) for part in parts]
    if head == "neg" or None in dimensions:
        return dimensions[0] if head == "neg" else None
    sign = 1 if head == "*" else -1
    left, right = (dimension or {} for dimension in dimensions)
    powers = {base: left.get(base, 0) + sign * right.get(base, 0) for base in {*left, *right}}
    return {base: power for base, power in powers.items() if power}


def _agreeing(parts: Iterable[Ast], known: dict[str, dict[str, int]], what: str) -> Dimension:
    """The dimension that the parts share. Raises _DimensionError where two known ones differ."""
    found = [dimension for dimension in _dimensions(parts, known) if dimension is not None]
    for other in found[1:]:
        if other != found[0]:
            raise _DimensionError(f"{_named(found[0])} and {_named(other)} cannot be {what}")
    return found[0] if found else None


def _dimensions(parts: Iterable[Ast], known: dict[str, dict[str, int]]) -> Iterator[Dimension]:
    for part in parts:
        yield _dimension(part, known)


def _named(dimension: dict[str, int]) -> str:
    powers = (base if power == 1 else f"{base}^{power}" for base, power in sorted(dimension.items()))
    return " * ".join(powers) or "a pure number"
