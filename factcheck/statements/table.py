"""Drives an LALR table to the longest accepted prefix of a run of terminals.

The grammar is prefix-closed, so a statement is never lost to what stands behind it, and nothing can raise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.quantities.model import Quantity
from factcheck.statements.model import Cue

__all__ = ["Node", "ParseTable", "leaves", "quantities"]


class Node(NamedTuple):
    """A reduced rule: its alias (or nonterminal) and its children, nodes or positions of terminals."""

    name: str
    children: tuple[Node | int, ...]


class ParseTable:
    """The compiled table of one grammar."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._states: list[dict[str, int]] = data["states"]
        self._rules: list[tuple[str, str, int]] = [tuple(rule) for rule in data["rules"]]
        self._start: int = data["start"]
        self._end: int = data["end"]

    def starts_with(self, terminal: str) -> bool:
        """Whether some statement begins with this terminal."""
        return terminal in self._states[self._start]

    def longest(self, terminals: list[str], at: int) -> tuple[int, Node] | None:
        """The longest statement that begins at `at`: the position behind it and its tree; None where there is none."""
        states, nodes = [self._start], []  # type: list[int], list[Node | int]
        shifts: list[tuple[int, list[int], list[Node | int]]] = []
        for position in range(at, len(terminals)):
            if not self._shift(terminals[position], position, states, nodes):
                break
            shifts.append((position + 1, states.copy(), nodes.copy()))
        for behind, states, nodes in reversed(shifts):
            tree = self._accepted(states, nodes)
            if tree is not None:
                return behind, tree
        return None

    def _shift(self, terminal: str, position: int, states: list[int], nodes: list[Node | int]) -> bool:
        while True:
            action = self._states[states[-1]].get(terminal)
            if action is None:
                return False
            if action >= 0:
                states.append(action)
                nodes.append(position)
                return True
            self._reduce(-1 - action, states, nodes)

    def _accepted(self, states: list[int], nodes: list[Node | int]) -> Node | None:
        while states[-1] != self._end:
            action = self._states[states[-1]].get("$END")
            if action is None or action >= 0:
                return None
            self._reduce(-1 - action, states, nodes)
        top = nodes[-1]
        return top if isinstance(top, Node) else None

    def _reduce(self, rule: int, states: list[int], nodes: list[Node | int]) -> None:
        origin, name, size = self._rules[rule]
        children = tuple(nodes[len(nodes) - size :])
        del nodes[len(nodes) - size :], states[len(states) - size :]
        states.append(self._states[states[-1]][origin])
        nodes.append(Node(name, children))


def leaves(node: Node) -> Iterator[int]:
    """The positions of a tree's terminals, in order."""
    for child in node.children:
        if isinstance(child, Node):
            yield from leaves(child)
        else:
            yield child


def quantities(node: Node, fed: Sequence[Cue]) -> list[Quantity]:
    """The quantities of a tree, in order; `fed` are the cues whose positions it holds."""
    found = (fed[leaf].quantity for leaf in leaves(node))
    return [quantity for quantity in found if quantity is not None]
