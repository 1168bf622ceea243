"""Trees of change to roles: percent, points, amount, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.quantities.model import AMOUNTS, Kind, Quantity, Token
from factcheck.statements.context import DIRECTION, has_unread_unit, is_change, is_negative, is_per_unit, is_rate
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Word
from factcheck.statements.table import Node, leaves, quantities

__all__ = ["change_roles", "versus_roles", "word_at"]


def change_roles(
    body: Node, fed: Sequence[Cue], tokens: Sequence[Token]
) -> tuple[dict[str, Quantity] | None, int, dict[str, Word]]:
    """Roles percent, points, amount, before, after of a change, its direction and direction word."""
    slots: dict[str, list[Quantity]] = {"lead": [], "by": [], "before": [], "after": []}
    moves: list[int] = []  # places of the words of change
    told = ""  # the slot that was filled last
    for node in _opened(body):
        if node.name == "level":  # "level VS level", the levels of a comparison
            slots["before" if slots["after"] else "after"] += quantities(node, fed)
            continue
        moves += [leaf for leaf in leaves(node) if fed[leaf].type in DIRECTION]
        told = _fill(slots, node, fed, told)
    if not moves and not (slots["before"] and slots["after"]):
        return None, 0, {}
    _settle_lead(slots, leaves(body), fed)
    clear = bool(moves) and not _doubled(moves[0], fed)
    direction = DIRECTION[fed[moves[0]].type] if clear else 0
    return _assigned(slots, tokens), direction, _direction_words(moves, fed, tokens) if clear else {}


def versus_roles(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """Two levels that are compared, the change between them not told here."""
    after, before = quantities(body, fed)
    return _assigned({"lead": [], "by": [], "after": [after], "before": [before]}, tokens)


def _settle_lead(slots: dict[str, list[Quantity]], places: Iterator[int], fed: Sequence[Cue]) -> None:
    """A level that "compared with" or "from" introduces is the base, though it stands before the word of change."""
    first = next(places)
    if first > 0 and fed[first - 1].type in ("VS", "FROM", "THAN") and slots["lead"] and not slots["before"]:
        slots["before"] = [slots["lead"].pop(0)]


def _direction_words(moves: Sequence[int], fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Word]:
    """The words of rise and fall that take the levels themselves: finite ones, and those of an apposition."""
    found: dict[str, Word] = {}
    for at in moves:
        cue = fed[at]
        word = word_at(cue, tokens)
        apposed = at > 0 and fed[at - 1].type in ("COMMA", "LPAR")
        if DIRECTION[cue.type] and (apposed or word.text.lower() in lexicon().finite):
            found["direction" if not found else f"direction-{len(found) + 1}"] = word
    return found


def _opened(body: Node) -> Iterator[Node]:
    """The head and tails of a change in order, nodes of repetition opened."""
    for child in body.children:
        if isinstance(child, Node) and (child.name.startswith("__") or child.name == "tail"):
            yield from _opened(child)
        elif isinstance(child, Node):
            yield child


def _fill(slots: dict[str, list[Quantity]], node: Node, fed: Sequence[Cue], told: str) -> str:
    """Puts the numbers of a part into their slots; gives the slot that it was about."""
    found = quantities(node, fed)
    if node.name in ("more", "fewer"):
        slots["lead"], slots["by"], slots["before"] = found[:-2], [found[-2]], [found[-1]]
        return "before"
    if node.name == "head":
        amounts = _amounts(node, fed)
        slots["by"] += amounts
        slots["lead"] += found[: len(found) - len(amounts)]
        return "by" if amounts else "lead"
    if node.name == "ellipsis":
        slots["by"] += found
        return "by"
    if node.name == "also":  # "by 15 (12%)" is one change; "to 654,000 (8%)" is a level and its share
        slots["by"] += found if told == "by" else []
        return "also"
    if node.name != "by" or not slots["by"]:  # a second change is of another period or measure
        slots[node.name] += found
        return node.name
    return "another"


def _amounts(node: Node, fed: Sequence[Cue]) -> list[Quantity]:
    """What stands in the head as the change itself."""
    parts = [child for child in node.children if isinstance(child, Node) and child.name == "amount"]
    return [quantity for part in parts for quantity in quantities(part, fed)]


def _doubled(at: int, fed: Sequence[Cue]) -> bool:
    """Whether another word of change stands right before the one at `at`: "fell as the share increased, from 39% …"."""
    earlier = [cue.type for cue in fed[max(0, at - 2) : at] if cue.type != "BREAK"]
    return bool(earlier) and earlier[-1] in DIRECTION


def _assigned(slots: Mapping[str, list[Quantity]], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """One quantity a role; a level before the word of change is its outcome, unless "to" names another."""
    before, after, changes = slots["before"][:1], slots["after"][:1], list(slots["by"])
    for place, quantity in enumerate(slots["lead"]):
        if is_change(quantity, tokens) or (place and quantity.kind is Kind.PERCENT):
            changes.append(quantity)
        elif not after:
            after.append(quantity)
    level = next(iter([*before, *after]), None)
    roles: dict[str, Quantity] = {}
    for quantity in changes:
        role = _change_role(quantity, level)
        if role == "amount" and has_unread_unit(quantity, tokens):
            continue
        if role is not None and not is_rate(quantity, tokens):
            roles.setdefault(role, _as_points(quantity) if role == "points" else quantity)
    if after:
        roles["after"] = after[0]
    if before:
        roles["before"] = before[0]
    for differs in (is_per_unit, is_negative) if after and before else ():
        if differs(after[0], tokens) != differs(before[0], tokens):
            return None
    return roles if len(roles) > 1 or (roles and not before and not after) else None


def _change_role(quantity: Quantity, level: Quantity | None) -> str | None:
    if quantity.kind is Kind.POINTS or _counts_points(quantity, level):
        return "points"
    if quantity.kind is Kind.PERCENT:
        return "percent"
    if quantity.kind in AMOUNTS and (level is None or level.kind is not Kind.PERCENT):
        return "amount"
    return None


def _counts_points(quantity: Quantity, level: Quantity | None) -> bool:
    """Whether "1.4 points" stands beside a level in percent."""
    between = level is not None and level.kind is Kind.PERCENT
    return between and quantity.kind is Kind.COUNT and quantity.unit == "point"


def _as_points(quantity: Quantity) -> Quantity:
    return quantity if quantity.kind is Kind.POINTS else replace(quantity, kind=Kind.POINTS)


def word_at(cue: Cue, tokens: Sequence[Token]) -> Word:
    first, last = tokens[cue.first], tokens[cue.last]
    text = first.text if cue.first == cue.last else " ".join(t.text for t in tokens[cue.first : cue.last + 1])
    return Word(cue.type, first.start, last.end, text)
