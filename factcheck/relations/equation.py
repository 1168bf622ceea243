"""The language of a rule's equation, read by a small parser of our own.

    after = before * (1 + change)          an equation
    part <= whole                          an order; "a <= b <= c" is a chain
    whole = sum(parts)                     `parts` takes a list of numbers; also min(parts), max(parts)

A tree is a nested tuple that JSON keeps as lists: ("+", a, b), ("-", a, b), ("*", a, b), ("/", a, b), ("neg", a),
("num", "1.5"), ("role", "after"), ("sum", "parts"), and at its root ("=", left, right) or ("<=", a, b, …).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

__all__ = [
    "LIST_FUNCTIONS", "Ast", "EquationError", "frozen", "list_roles", "occurrences", "parse_equation", "roles_of",
]  # fmt: skip

Ast = tuple[Any, ...]

LIST_FUNCTIONS = frozenset({"sum", "min", "max"})

_TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<name>[a-z][a-z0-9_]*)|(?P<op><=|[-+*/()=])|(?P<bad>\S))")


class EquationError(ValueError):
    """An equation that cannot be read; its text quotes the equation with a caret under the place (`column` from 0)."""

    def __init__(self, equation: str, column: int, reason: str) -> None:
        super().__init__(f"{reason}\n    {equation}\n    {' ' * column}^")
        self.equation = equation
        self.column = column
        self.reason = reason


def parse_equation(text: str) -> Ast:
    """The tree of an equation or order.

    Raises EquationError for what is not in the language: an unknown sign, a missing operand, "=" beside "<=".
    """
    parser = _Parser(text)
    tree = parser.relation()
    parser.expect_end()
    return tree


def frozen(tree: Any) -> Any:
    """The tree as JSON gives it (lists), as nested tuples."""
    return tuple(frozen(part) for part in tree) if isinstance(tree, list) else tree


def occurrences(tree: Ast) -> Counter[str]:
    """How often each role stands in the tree."""
    head, *parts = tree
    if head == "num":
        return Counter()
    if head == "role" or head in LIST_FUNCTIONS:
        return Counter(parts)
    return sum((occurrences(part) for part in parts), Counter())


def roles_of(tree: Ast) -> list[str]:
    """The roles of the tree in order of first mention."""
    return list(occurrences(tree))


def list_roles(tree: Ast) -> frozenset[str]:
    """The roles that take a list: the argument of a sum, min or max."""
    head, *parts = tree
    if head in LIST_FUNCTIONS:
        return frozenset(parts)
    if head in ("num", "role"):
        return frozenset()
    return frozenset().union(*(list_roles(part) for part in parts))


class _Parser:
    """Recursive descent over the tokens of one equation; each method consumes what it names."""

    def __init__(self, text: str) -> None:
        self._text = text
        groups = ((found, found.lastgroup or "") for found in _TOKEN.finditer(text))
        self._tokens = [(group, found[group], found.start(group)) for found, group in groups]
        self._at = 0

    def relation(self) -> Ast:
        sides = [self._sum()]
        sign = self._take("=", "<=")
        if sign is None:
            raise self._error("'=' or '<=' expected")
        sides.append(self._sum())
        while sign == "<=" and self._take("<="):
            sides.append(self._sum())
        return (sign, *sides)

    def expect_end(self) -> None:
        if self._at < len(self._tokens):
            raise self._error("unexpected here")

    def _sum(self) -> Ast:
        tree = self._product()
        while sign := self._take("+", "-"):
            tree = (sign, tree, self._product())
        return tree

    def _product(self) -> Ast:
        tree = self._factor()
        while sign := self._take("*", "/"):
            tree = (sign, tree, self._factor())
        return tree

    def _factor(self) -> Ast:
        if self._take("-"):
            return ("neg", self._factor())
        if self._take("("):
            tree = self._sum()
            self._require(")")
            return tree
        kind, word, _ = self._peek()
        if kind == "num":
            self._at += 1
            return ("num", word)
        return self._call() if kind == "name" and word in LIST_FUNCTIONS else ("role", self._name())

    def _call(self) -> Ast:
        function = self._name()
        self._require("(")
        role = self._name()
        self._require(")")
        return (function, role)

    def _name(self) -> str:
        kind, word, _ = self._peek()
        if kind != "name":
            raise self._error("a role, a number or '(' expected")
        self._at += 1
        return word

    def _require(self, sign: str) -> None:
        if not self._take(sign):
            raise self._error(f"{sign!r} expected")

    def _take(self, *signs: str) -> str | None:
        kind, word, _ = self._peek()
        if kind != "op" or word not in signs:
            return None
        self._at += 1
        return word

    def _peek(self) -> tuple[str, str, int]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "", len(self._text))

    def _error(self, reason: str) -> EquationError:
        return EquationError(self._text, self._peek()[2], reason)
