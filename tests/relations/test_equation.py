"""The language of equations."""

from __future__ import annotations

import pytest

from factcheck.relations.equation import (
    EquationError,
    frozen,
    list_roles,
    occurrences,
    parse_equation,
    roles_of,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "after = before * (1 + change)",
            ("=", ("role", "after"), ("*", ("role", "before"), ("+", ("num", "1"), ("role", "change")))),
        ),
        ("a - b - c = 0.5", ("=", ("-", ("-", ("role", "a"), ("role", "b")), ("role", "c")), ("num", "0.5"))),
        ("a + b * c = d", ("=", ("+", ("role", "a"), ("*", ("role", "b"), ("role", "c"))), ("role", "d"))),
        ("a / b / c = 1", ("=", ("/", ("/", ("role", "a"), ("role", "b")), ("role", "c")), ("num", "1"))),
        ("-a * b = c", ("=", ("*", ("neg", ("role", "a")), ("role", "b")), ("role", "c"))),
        ("whole = sum(parts)", ("=", ("role", "whole"), ("sum", "parts"))),
        ("part <= whole", ("<=", ("role", "part"), ("role", "whole"))),
        (
            "min(parts) <= overall <= max(parts)",
            ("<=", ("min", "parts"), ("role", "overall"), ("max", "parts")),
        ),
    ],
)
def test_binding_is_as_on_paper(text: str, tree: tuple[object, ...]) -> None:
    assert parse_equation(text) == tree


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("after = before *", 16, "a role, a number or '(' expected"),
        ("after before", 6, "'=' or '<=' expected"),
        ("a = (b + c", 10, "')' expected"),
        ("a = b = c", 6, "unexpected here"),
        ("a = b ** 2", 7, "a role, a number or '(' expected"),
        ("a = b; c", 5, "unexpected here"),
        ("a <= b = c", 7, "unexpected here"),
        ("a = sum(b + c)", 10, "')' expected"),
        ("", 0, "a role, a number or '(' expected"),
    ],
)
def test_an_error_points_at_its_place(text: str, column: int, reason: str) -> None:
    with pytest.raises(EquationError) as caught:
        parse_equation(text)
    assert (caught.value.column, caught.value.reason) == (column, reason)


def test_an_error_quotes_the_equation_with_a_caret() -> None:
    with pytest.raises(EquationError) as caught:
        parse_equation("a = b + * c")
    assert str(caught.value) == "a role, a number or '(' expected\n    a = b + * c\n            ^"


def test_no_python_is_evaluated() -> None:
    with pytest.raises(EquationError):
        parse_equation("a = __import__('os')")


def test_roles_are_counted_in_order_of_first_mention() -> None:
    tree = parse_equation("after - amount = amount / percent")
    assert roles_of(tree) == ["after", "amount", "percent"]
    assert occurrences(tree) == {"after": 1, "amount": 2, "percent": 1}


def test_only_arguments_of_list_functions_take_lists() -> None:
    assert list_roles(parse_equation("whole = sum(parts) + rest")) == {"parts"}


def test_a_tree_survives_json() -> None:
    tree = parse_equation("min(parts) <= overall <= max(parts)")
    assert frozen([tree[0], *([*side] for side in tree[1:])]) == tree
