"""Equations solved by sympy, ahead of time, in forms that keep intervals narrow.

Interval arithmetic takes each mention of a role for another number: (after - before) / before is wider than
after / before - 1, and hides errors. So among equal forms the one with the fewest repeated roles is taken, then the
one with the fewest divisions (each can fail at zero), then the shortest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.relations.equation import LIST_FUNCTIONS, Ast, list_roles, occurrences, roles_of

__all__ = ["solutions_of"]


def solutions_of(relation: Ast) -> tuple[Ast, dict[str, Ast]]:
    """The relation in its best form, and for each role the form that gives its value from the others.

    The best form is the relation as written where each role stands once in it, else a solved role's equation. A role
    under sum() is solved for its sum; one under min() or max() and the roles of an order have no solution.
    """
    if relation[0] != "=":
        return relation, {}
    solutions = dict(_solved(relation))
    forms = [relation, *(("=", _symbol(relation, role), tree) for role, tree in solutions.items())]
    best = min(forms, key=lambda form: (_repeats(form), form is not relation, _divisions(form)))
    return best, solutions


def _solved(relation: Ast) -> Iterator[tuple[str, Ast]]:
    import sympy  # 0.3 s: only where rules are compiled

    unknowns = {name: sympy.Symbol(name) for name in roles_of(relation)}
    residual = _expression(relation[1], unknowns) - _expression(relation[2], unknowns)
    for role, symbol in unknowns.items():
        if ("role", role) in _leaves(relation) or ("sum", role) in _leaves(relation):
            roots = sympy.solve(residual, symbol)
            if len(roots) == 1:
                lists = list_roles(relation)
                yield role, min((_tree(form, lists) for form in _forms(roots[0])), key=_cost)


def _forms(root: Any) -> Iterator[Any]:
    """Equal forms of one expression, those of its reciprocal's reciprocal among them."""
    yield root
    yield from _rearranged(root)
    if root != 0:
        for form in _rearranged(1 / root):
            yield _Reciprocal(form)


class _Reciprocal:
    """1 over an expression, kept apart, since sympy would multiply it out again."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner


def _rearranged(root: Any) -> Iterator[Any]:
    import sympy

    expanded = sympy.expand(root)
    yield from (sympy.simplify(root), sympy.factor(root), expanded, sympy.together(root))
    for symbol in sorted(root.free_symbols, key=str):
        yield sympy.collect(expanded, symbol)
        yield sympy.collect(expanded, 1 / symbol)
        yield sympy.apart(sympy.together(root), symbol)


def _expression(tree: Ast, unknowns: dict[str, Any]) -> Any:
    import sympy

    head, *parts = tree
    if head == "num":
        return sympy.Rational(parts[0])
    if head == "role" or head in LIST_FUNCTIONS:
        return unknowns[parts[0]]
    values = [_expression(part, unknowns) for part in parts]
    if head == "neg":
        return -values[0]
    left, right = values
    return {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left / right}[
        head
    ]()


def _tree(form: Any, lists: frozenset[str]) -> Ast:
    """The form in our own language."""
    import sympy

    if isinstance(form, _Reciprocal):
        inner = _tree(form.inner, lists)
        return ("/", inner[2], inner[1]) if inner[0] == "/" else ("/", ("num", "1"), inner)
    if form.is_Rational:
        return ("num", str(form))
    if form.is_Symbol:
        return ("sum" if form.name in lists else "role", form.name)
    if form.is_Add:
        return _added([*form.as_ordered_terms()], lists)
    numerator, denominator = sympy.fraction(form) if form.is_Mul or form.is_Pow else (form, sympy.Integer(1))
    if denominator != 1:
        return ("/", _tree(numerator, lists), _tree(denominator, lists))
    if form.is_Mul:
        return _multiplied([*form.as_ordered_factors()], lists)
    if form.is_Pow and form.exp.is_Integer and form.exp > 1:
        return _multiplied([form.base] * int(form.exp), lists)
    raise ValueError(f"a solution that the language cannot say: {form}")


def _added(terms: list[Any], lists: frozenset[str]) -> Ast:
    positive = [term for term in terms if not term.could_extract_minus_sign()]
    negative = [-term for term in terms if term.could_extract_minus_sign()]
    first, rest = (positive[0], positive[1:]) if positive else (None, [])
    tree: Ast = _tree(first, lists) if first is not None else ("neg", _tree(negative.pop(0), lists))
    for term in rest:
        tree = ("+", tree, _tree(term, lists))
    for term in negative:
        tree = ("-", tree, _tree(term, lists))
    return tree


def _multiplied(factors: list[Any], lists: frozenset[str]) -> Ast:
    if factors[0] == -1:
        return ("neg", _multiplied(factors[1:], lists))
    tree = _tree(factors[0], lists)
    for factor in factors[1:]:
        tree = ("*", tree, _tree(factor, lists))
    return tree


def _symbol(relation: Ast, role: str) -> Ast:
    return ("sum" if role in list_roles(relation) else "role", role)


def _cost(tree: Ast) -> tuple[int, int, int, str]:
    return _repeats(tree), _divisions(tree), len(str(tree)), str(tree)


def _repeats(tree: Ast) -> int:
    return sum(count - 1 for count in occurrences(tree).values())


def _divisions(tree: Ast) -> int:
    head, *parts = tree
    if head in ("role", "num") or head in LIST_FUNCTIONS:
        return 0
    return int(head == "/") + sum(_divisions(part) for part in parts)


def _leaves(tree: Ast) -> set[Ast]:
    head, *parts = tree
    if head in ("role", "num") or head in LIST_FUNCTIONS:
        return {tree}
    return set().union(*(_leaves(part) for part in parts))
