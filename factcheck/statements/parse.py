"""Sentences to statements: the table is driven over the cues, and its trees become typed roles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.quantities.model import Quantity, Token
from factcheck.statements.announced import announced_lists
from factcheck.statements.apposed import apposed_levels
from factcheck.statements.change import change_roles, versus_roles, word_at
from factcheck.statements.compared import compared_levels
from factcheck.statements.cues import type_cues
from factcheck.statements.lexicon import lexicon
from factcheck.statements.marked import with_marked_levels
from factcheck.statements.model import Cue, Statement, Word
from factcheck.statements.outcomes import with_outcomes
from factcheck.statements.participle import with_bases_behind
from factcheck.statements.shares import is_adjacent, pair_roles, parts_roles, ratio_roles, share_roles
from factcheck.statements.table import Node, ParseTable, leaves, quantities

__all__ = ["parse_statements"]

_LET_GO = frozenset({"TOTAL", "REST", "RESPECTIVELY", "RESTRICT", "NONE"})
_SHARES = frozenset({"part_of", "part_of_in_brackets", "pair_of", "pair_of_whole", "represents"})
_PARTS = frozenset({"comprises", "of_which"})


@cache
def _table() -> ParseTable:
    return ParseTable(lexicon().table)


def parse_statements(tokens: Sequence[Token]) -> tuple[tuple[Cue, ...], tuple[Statement, ...]]:
    """The cues and the statements of one sentence's tokens, in order; never raises."""
    cues = type_cues(tokens)
    fed = [cue for cue in cues if cue.type not in _LET_GO]
    terminals = [cue.type for cue in fed]
    table, at = _table(), 0
    found: list[Statement] = []
    while at < len(fed):
        hit = table.longest(terminals, at) if table.starts_with(terminals[at]) else None
        statement = _statement(hit[1], fed, tokens) if hit else None
        if hit is None or statement is None:
            at = hit[0] if hit and _has_three(hit[1], fed) else at + 1
            continue
        if statement.kind == "move" and _opens_parts(terminals[hit[0] : hit[0] + 2]):
            at += 1  # "put up $12bn, made up of …" tells of a whole
            continue
        found.append(statement)
        at = _resume(statement, fed, at, hit[0])
    found = list(with_bases_behind(found, tokens))
    found.extend(apposed_levels(fed, tokens, tuple(found)))
    found.extend(compared_levels(tokens))
    found = list(with_marked_levels(found, fed, tokens))
    found = list(with_outcomes(found, fed, tokens))
    return tuple(cues), (*found, *announced_lists(tokens))


def _has_three(tree: Node, fed: Sequence[Cue]) -> bool:
    """Whether a refused statement took three numbers or more: to begin again inside it would tie them amiss."""
    return len(quantities(tree, fed)) > 2


def _opens_parts(following: Sequence[str]) -> bool:
    return following[:1] != ["BREAK"] and any(terminal in ("COMPRISE", "OFWHICH") for terminal in following)


def _resume(statement: Statement, fed: Sequence[Cue], at: int, behind: int) -> int:
    """Where to go on: behind the statement, but a whole or share that it ends with may begin the next one."""
    last = fed[behind - 1].quantity
    told_once = statement.kind in ("parts", "share") or last not in statement.roles.values()
    if told_once and last is not None and behind - 1 > at:
        return behind - 1
    return behind


def _statement(tree: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> Statement | None:
    (body,) = (child for child in tree.children if isinstance(child, Node))
    places = list(leaves(tree))
    first, last = fed[places[0]].first, fed[places[-1]].last
    direction = 0
    words: dict[str, Word] = {}
    roles: dict[str, Quantity] | None
    if body.name == "change":
        kind = "change"
        roles, direction, words = change_roles(body, fed, tokens)
        if roles is not None and not roles.keys() & {"before", "after"}:
            kind = "move"
    elif body.name in _PARTS:
        kind, roles = "parts", parts_roles(body, fed)
        cue = next(fed[place] for place in places if fed[place].type in ("COMPRISE", "OFWHICH"))
        words = {"cue": word_at(cue, tokens)}
    else:
        kind, roles = _plain(body, fed, tokens)
    return None if roles is None else Statement(kind, roles, first, last, direction, words)


def _plain(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> tuple[str, dict[str, Quantity] | None]:
    """Kind and roles of a statement without words that a rule names."""
    if body.name in _SHARES:
        roles = share_roles(body, fed, tokens) if is_adjacent(body, fed, tokens) else None
        if roles is None and body.name == "pair_of":  # "91% (21.3 million) of households at least one adult spoke …"
            return "pair", pair_roles(body, fed, tokens)
        return "share", roles
    if body.name == "versus":
        return "versus", versus_roles(body, fed, tokens)
    if body.name == "ratio":
        return "ratio", ratio_roles(body, fed, tokens)
    return "pair", pair_roles(body, fed, tokens)
