"""Sentences to statements: the table is driven over the cues, and its trees become typed roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.statements.announced import announced_lists
from factcheck.statements.cues import type_cues
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Statement, Word
from factcheck.statements.table import Node, ParseTable

__all__ = ["parse_statements"]

_LET_GO = frozenset({"TOTAL", "REST", "RESPECTIVELY", "RESTRICT"})
_DIRECTION = {"UP": 1, "DOWN": -1, "MOVE": 0, "MORE": 1, "FEWER": -1}
_LEVEL_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION})


@cache
def _table() -> ParseTable:
    return ParseTable(lexicon().table)


def parse_statements(tokens: Sequence[Token]) -> tuple[tuple[Cue, ...], tuple[Statement, ...]]:
    """The cues and the statements of one sentence's tokens, in order; never raises."""
    cues = type_cues(tokens)
    fed = [cue for cue in cues if cue.type not in _LET_GO]
    terminals = [cue.type for cue in fed]
    table, found, at = _table(), [], 0
    while at < len(fed):
        hit = table.longest(terminals, at) if table.starts_with(terminals[at]) else None
        statement = _statement(hit[1], fed, tokens) if hit else None
        if hit is None or statement is None:
            at += 1
            continue
        found.append(statement)
        at = _resume(statement, fed, at, hit[0])
    return tuple(cues), (*found, *announced_lists(tokens))


def _resume(statement: Statement, fed: Sequence[Cue], at: int, behind: int) -> int:
    """Where to go on: behind the statement, but a whole or share that it ends with may begin the next one."""
    if statement.kind in ("parts", "share") and fed[behind - 1].quantity is not None and behind - 1 > at:
        return behind - 1
    return behind


def _statement(tree: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> Statement | None:
    (body,) = (child for child in tree.children if isinstance(child, Node))
    leaves = list(_leaves(tree))
    first, last = fed[leaves[0]].first, fed[leaves[-1]].last
    roles: dict[str, Quantity] | None
    direction, words = 0, {}
    if _origin(body) == "change":
        roles, direction, words = _change(body, fed, tokens)
        kind = "change"
    elif body.name in ("part_of", "part_of_in_brackets", "represents"):
        kind, roles = "share", _share(body, fed)
    elif body.name in ("comprises", "of_which"):
        kind, roles = "parts", _parts(body, fed)
    elif body.name == "ratio":
        kind, roles = "ratio", _ratio(body, fed)
    else:
        kind, roles = "pair", _pair(body, fed)
    if roles is None:
        return None
    return Statement(kind, roles, first, last, direction, words)


def _origin(body: Node) -> str:
    return "change" if body.name == "change" else body.name


def _leaves(node: Node) -> Iterator[int]:
    for child in node.children:
        if isinstance(child, Node):
            yield from _leaves(child)
        else:
            yield child


def _quantities(node: Node, fed: Sequence[Cue]) -> list[Quantity]:
    found = (fed[leaf].quantity for leaf in _leaves(node))
    return [quantity for quantity in found if quantity is not None]


# --- change ---------------------------------------------------------------------------------------------------------


def _change(
    body: Node, fed: Sequence[Cue], tokens: Sequence[Token]
) -> tuple[dict[str, Quantity] | None, int, dict[str, Word]]:
    """Roles percent, points, amount, before, after of a change, its direction and direction word."""
    slots: dict[str, list[Quantity]] = {"by": [], "after": [], "before": [], "lead": []}
    direction: int | None = None
    words: dict[str, Word] = {}
    for name, node in _named(body):
        for leaf in (child for child in node.children if isinstance(child, int)):
            cue = fed[leaf]
            if cue.type in _DIRECTION and direction is None:
                direction = _DIRECTION[cue.type]
                words["direction"] = _word(cue, tokens)
        found = [quantity for quantity in (fed[leaf].quantity for leaf in _leaves(node)) if quantity is not None]
        if name == "versus":
            slots["after"].append(found[0])
            slots["before"].append(found[1])
            continue
        slots[name].extend(found)
        if name == "lead" and node.name in ("more", "fewer"):
            quantities = slots.pop("lead")
            slots["lead"] = quantities[:-2] if len(quantities) > 2 else []
            slots["by"].append(quantities[-2])
            slots["before"].append(quantities[-1])
            direction = 1 if node.name == "more" else -1
    return _assigned(slots, tokens), direction or 0, words


def _named(body: Node) -> Iterator[tuple[str, Node]]:
    """The parts of a change in order, each with its slot; nested helper nodes of repetition are opened."""
    flat: list[Node | int] = []

    def open_up(node: Node) -> None:
        for child in node.children:
            if isinstance(child, Node) and (child.name.startswith("__") or child.name == "item"):
                open_up(child)
            else:
                flat.append(child)

    open_up(body)
    loose = [child for child in flat if isinstance(child, int)]
    if loose:  # "level VS level item+"
        yield "versus", Node("versus", tuple(loose))
    for child in flat:
        if isinstance(child, Node):
            slot = {"head": "lead", "more": "lead", "fewer": "lead"}.get(child.name, child.name)
            yield slot, _flattened(child)


def _flattened(node: Node) -> Node:
    return Node(node.name, tuple(_leaves(node)))


def _assigned(slots: Mapping[str, list[Quantity]], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """One quantity a role; None where a role would be filled twice by levels that differ in unit."""
    before, after = slots["before"][:1], slots["after"][:1]
    changes = list(slots["by"])
    for quantity in slots["lead"]:
        if not after and not _is_amount(quantity, tokens):
            after.append(quantity)
        else:
            changes.append(quantity)
    level = (before or after or [None])[0]
    roles: dict[str, Quantity] = {}
    for quantity in changes:
        role = _change_role(quantity, level)
        if role is not None:
            roles.setdefault(role, quantity)
    if after:
        roles["after"] = after[0]
    if before:
        roles["before"] = before[0]
    return roles if len(roles) > 1 else None


def _is_amount(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a quantity before the word of change is the change: "a 7.2% decrease"."""
    at = next((i for i, token in enumerate(tokens) if token.quantity is quantity), 0)
    before = tokens[at - 1].text.lower() if at else ""
    return quantity.kind is Kind.POINTS or before in ("a", "an", "the", "that")


def _change_role(quantity: Quantity, level: Quantity | None) -> str | None:
    if quantity.kind is Kind.POINTS:
        return "points"
    if quantity.kind is Kind.PERCENT:
        return "percent"
    if quantity.kind in _LEVEL_KINDS and (level is None or level.kind is not Kind.PERCENT):
        return "amount"
    return None


def _word(cue: Cue, tokens: Sequence[Token]) -> Word:
    first, last = tokens[cue.first], tokens[cue.last]
    text = first.text if cue.first == cue.last else " ".join(t.text for t in tokens[cue.first : cue.last + 1])
    return Word(cue.type, first.start, last.end, text)


# --- the others -----------------------------------------------------------------------------------------------------


def _pair(body: Node, fed: Sequence[Cue]) -> dict[str, Quantity] | None:
    one, two = _quantities(body, fed)
    if one.kind is Kind.PERCENT and two.kind in _LEVEL_KINDS:
        return {"count": two, "percent": one}
    if two.kind is Kind.PERCENT and one.kind in _LEVEL_KINDS:
        return {"count": one, "percent": two}
    return None


def _share(body: Node, fed: Sequence[Cue]) -> dict[str, Quantity] | None:
    found = _quantities(body, fed)
    if body.name == "part_of_in_brackets":
        found = [found[1], found[2], found[0]]
    if body.name == "represents":
        return _represents(found)
    percents = [q for q in found if q.kind is Kind.PERCENT]
    levels = [q for q in found if q.kind in _LEVEL_KINDS]
    if len(found) == 2 and found[0].kind is Kind.PERCENT and levels:  # "18% of 1,240"
        return {"percent": found[0], "whole": found[1]}
    if len(found) == 3 and found[0].kind is Kind.PERCENT and len(levels) == 2:  # "18% of 1,240, or 223"
        return {"percent": found[0], "whole": found[1], "part": found[2]}
    if len(levels) < 2 or levels[0] is not found[0] or levels[1] is not found[1]:
        return None
    roles = {"part": levels[0], "whole": levels[1]}
    return {**roles, "percent": percents[0]} if percents else roles


def _represents(found: list[Quantity]) -> dict[str, Quantity] | None:
    if found[0].kind in _LEVEL_KINDS and found[1].kind is Kind.PERCENT:
        roles = {"part": found[0], "percent": found[1]}
        if len(found) == 3 and found[2].kind in _LEVEL_KINDS:
            roles["whole"] = found[2]
        return roles
    return None


def _parts(body: Node, fed: Sequence[Cue]) -> dict[str, Quantity] | None:
    found = _quantities(body, fed)
    if any(q.kind is Kind.POINTS for q in found):
        return None
    if len(found) == 1:
        return {"first": found[0]}
    return {"whole": found[0], "first": found[1]} if found[0].kind is found[1].kind else None


def _ratio(body: Node, fed: Sequence[Cue]) -> dict[str, Quantity] | None:
    found = {q.kind: q for q in _quantities(body, fed)}
    return {"ratio": found[Kind.RATIO], "percent": found[Kind.PERCENT]}
