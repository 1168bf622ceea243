"""Sentences to statements: the table is driven over the cues, and its trees become typed roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.statements.announced import announced_lists
from factcheck.statements.cues import type_cues
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Statement, Word
from factcheck.statements.table import Node, ParseTable

__all__ = ["parse_statements"]

_LET_GO = frozenset({"TOTAL", "REST", "RESPECTIVELY", "RESTRICT", "NONE"})
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
        kind, roles = "share", (_share(body, fed, tokens) if _adjacent(body, fed, tokens) else None)
    elif body.name in ("comprises", "of_which"):
        kind, roles = "parts", _parts(body, fed)
        cue = next(fed[leaf] for leaf in _leaves(body) if fed[leaf].type in ("COMPRISE", "OFWHICH"))
        words = {"cue": _word(cue, tokens)}
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

_SLOTS = {"head": "lead", "more": "lead", "fewer": "lead", "before_pair": "before", "after_pair": "after"}


def _change(
    body: Node, fed: Sequence[Cue], tokens: Sequence[Token]
) -> tuple[dict[str, Quantity] | None, int, dict[str, Word]]:
    """Roles percent, points, amount, before, after of a change, its direction and direction word."""
    slots: dict[str, list[Quantity]] = {"lead": [], "by": [], "before": [], "after": []}
    word: Cue | None = None
    for node in _opened(body):
        if node.name == "level":  # "level VS level", the levels of a comparison
            slots["before" if slots["after"] else "after"] += _quantities(node, fed)
            continue
        word = word or next((fed[leaf] for leaf in _leaves(node) if fed[leaf].type in _DIRECTION), None)
        _fill(slots, node, fed)
    if word is None and not (slots["before"] and slots["after"]):
        return None, 0, {}
    direction = _DIRECTION[word.type] if word else 0
    if word is not None and _doubled(word, fed):
        direction = 0
    words = {"direction": _word(word, tokens)} if word else {}
    return _assigned(slots, tokens), direction, words


def _opened(body: Node) -> Iterator[Node]:
    """The head and tails of a change in order, nodes of repetition opened."""
    for child in body.children:
        if isinstance(child, Node) and (child.name.startswith("__") or child.name == "tail"):
            yield from _opened(child)
        elif isinstance(child, Node):
            yield child


def _fill(slots: dict[str, list[Quantity]], node: Node, fed: Sequence[Cue]) -> None:
    found = _quantities(node, fed)
    if node.name in ("more", "fewer"):
        slots["lead"], slots["by"], slots["before"] = found[:-2], [found[-2]], [found[-1]]
    elif node.name == "head":
        amounts = _amounts(node, fed)
        slots["by"] += amounts
        slots["lead"] += found[: len(found) - len(amounts)]
    elif node.name == "ellipsis":
        slots["by"] += found
    elif node.name in ("before_pair", "after_pair"):
        slots[_SLOTS[node.name]].append(found[0])
    elif node.name != "by" or not slots["by"]:  # a second change is of another period or measure
        slots[node.name] += found


def _amounts(node: Node, fed: Sequence[Cue]) -> list[Quantity]:
    """What stands in the head as the change itself."""
    return [q for child in node.children if isinstance(child, Node) and child.name == "amount" for q in _quantities(child, fed)]


def _doubled(word: Cue, fed: Sequence[Cue]) -> bool:
    """Whether another word of change stands right before: "fell as the share increased, from 39% …"."""
    at = next(i for i, cue in enumerate(fed) if cue is word)
    return at > 0 and fed[at - 1].type in _DIRECTION or at > 1 and fed[at - 1].type == "BREAK" and fed[at - 2].type in _DIRECTION


def _assigned(slots: Mapping[str, list[Quantity]], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """One quantity a role; a level before the word of change is its outcome, unless "to" names another."""
    before, after, changes = slots["before"][:1], slots["after"][:1], list(slots["by"])
    for quantity in slots["lead"]:
        if _is_amount(quantity, tokens):
            changes.append(quantity)
        elif not after:
            after.append(quantity)
    level = (before or after or [None])[0]
    roles: dict[str, Quantity] = {}
    for quantity in changes:
        role = _change_role(quantity, level)
        if role is not None and not _is_rate(quantity, tokens):
            roles.setdefault(role, quantity)
    if after:
        roles["after"] = after[0]
    if before:
        roles["before"] = before[0]
    if after and before and any(test(after[0], tokens) != test(before[0], tokens) for test in (_per, _negative)):
        return None
    return roles if len(roles) > 1 else None


def _place(quantity: Quantity, tokens: Sequence[Token]) -> int:
    return next((i for i, token in enumerate(tokens) if token.quantity is quantity), 0)


def _is_amount(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a quantity before the word of change is the change: "a 7.2% decrease"."""
    at = _place(quantity, tokens)
    before = tokens[at - 1].text.lower() if at else ""
    near = any(lexicon().cues.get(token.text.lower(), "") in _DIRECTION for token in tokens[at + 1 : at + 3])
    return near and (quantity.kind is Kind.POINTS or before in ("a", "an", "the", "that"))


def _is_rate(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether the change is one a year over several: "a compound annual growth rate of 9.2%"."""
    at = _place(quantity, tokens)
    rate = lexicon().rate
    behind = [token.text.lower() for token in tokens[at + 1 : at + 4]]
    if any(word in lexicon().adjusted for word in behind):
        return True
    around = [token.text.lower() for token in (*tokens[max(0, at - 6) : at], *tokens[at + 1 : at + 3])]
    return any(word in rate for word in around) or any(
        a in ("a", "per", "each") and b == "year" for a, b in pairwise(around)
    )


def _per(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a value is one per something: "$1.35 per diluted share"."""
    following: list[str] = []
    for token in tokens[_place(quantity, tokens) + 1 :][:3]:
        if token.quantity is not None or token.text.lower() == "or":
            break
        following.append(token.text.lower())
    return "per" in following or following[:2] in (["a", "share"], ["an", "hour"])


def _negative(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a value is said to be a loss, a deficit or the like."""
    at = _place(quantity, tokens)
    sign = lexicon().sign
    before = [token.text.lower() for token in tokens[max(0, at - 5) : at]]
    behind = [token.text.lower() for token in tokens[at + 1 : at + 3]]
    return any(word in sign for word in (*before, *behind))


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


def _share(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
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
    if _per(levels[0], tokens) != _per(levels[1], tokens):
        return None
    roles = {"part": levels[0], "whole": levels[1]}
    return {**roles, "percent": percents[0]} if percents else roles


_DETERMINERS = frozenset({"the", "these", "those", "its", "their", "all", "our", "his", "her", "some", "about"})


def _adjacent(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether "of" stands right behind the part and right before the whole: "12 of the 48", not "$12m of sales of 48"."""
    leaves = list(_leaves(body))
    for one, mark, other in zip(leaves, leaves[1:], leaves[2:], strict=False):
        if fed[mark].type not in ("OF", "OUTOF"):
            continue
        between = tokens[fed[mark].last + 1 : fed[other].first]
        free = 3 if fed[mark].type == "OUTOF" else 0
        if fed[mark].first - fed[one].last > 1 + free or any(t.text.lower() not in _DETERMINERS for t in between):
            return False
    return True


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
    return {"ratio": found[Kind.RATIO], "percent": found[Kind.PERCENT]} if Kind.PERCENT in found else None
