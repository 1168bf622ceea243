"""Sentences that must and must not give a statement: phrasings.toml, and whether it tries all that the grammar has."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lark import Lark

import factcheck
from factcheck.quantities.reader import read_tokens
from factcheck.statements import parse
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Statement
from factcheck.statements.parse import parse_statements
from factcheck.statements.table import Node, ParseTable, leaves

GRAMMAR = Path(factcheck.__file__).parent.parent / "grammar" / "en" / "statements"
HINTS = frozenset({"move", "versus"})
SIDES = {1: "up", -1: "down"}
Alternative = tuple[str, str, tuple[str, ...]]  # nonterminal, alias, symbols


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A sentence with the statements that it must give; `bug` says why it does not yet."""

    text: str
    statements: tuple[Mapping[str, object], ...]
    bug: str = ""


def load() -> list[Phrasing]:
    data = tomllib.loads(Path(__file__).with_name("phrasings.toml").read_text(encoding="utf-8"))
    return [Phrasing(one["text"], tuple(one["statements"]), one.get("bug", "")) for one in data["phrasing"]]


PHRASINGS = load()


def outline(statement: Statement, text: str) -> dict[str, object]:
    """A statement as phrasings.toml writes it: kind, side, and each role as printed with its signs and unit."""
    found: dict[str, object] = {"kind": statement.kind}
    if statement.direction:
        found["side"] = SIDES[statement.direction]
    found |= {role: text[q.outer_start : q.outer_end] for role, q in statement.roles.items()}
    if statement.items:
        found["items"] = [text[start:end] for start, end in statement.items]
    return found


def statements_of(text: str) -> list[dict[str, object]]:
    return [outline(statement, text) for statement in parse_statements(read_tokens(text))[1]]


def parameter(one: Phrasing) -> Any:
    return pytest.param(one, id=one.text, marks=[pytest.mark.xfail(strict=True, reason=one.bug)] if one.bug else [])


@pytest.mark.parametrize("phrasing", [parameter(one) for one in PHRASINGS])
def test_a_sentence_gives_its_statements_and_no_other(phrasing: Phrasing) -> None:
    """A change without levels, and levels without a change, are looked at only where the entry names them."""
    hints = HINTS - {one["kind"] for one in phrasing.statements}
    found = [one for one in statements_of(phrasing.text) if one["kind"] not in hints]
    assert found == list(phrasing.statements)


def test_no_sentence_is_tried_twice() -> None:
    texts = [phrasing.text for phrasing in PHRASINGS]
    assert sorted(set(texts)) == sorted(texts)


# --- whether the file tries everything --------------------------------------------------------------------------------


class Recording(ParseTable):
    """A table that keeps the trees it gave, with the terminals under them."""

    def __init__(self) -> None:
        super().__init__(lexicon().table)
        self.trees: list[tuple[Node, list[str]]] = []

    def longest(self, terminals: list[str], at: int) -> tuple[int, Node] | None:
        hit = super().longest(terminals, at)
        if hit is not None:
            self.trees.append((hit[1], terminals))
        return hit


def alternatives() -> list[Alternative]:
    """Every alternative of the grammar with its optional symbols written out, by lark."""
    source = (GRAMMAR / "statements.lark").read_text(encoding="utf-8")
    rules = Lark(source, parser="lalr", maybe_placeholders=False).rules
    return sorted(
        (str(rule.origin.name), str(rule.alias or rule.origin.name), tuple(str(s.name) for s in rule.expansion))
        for rule in rules
    )


ALTERNATIVES = alternatives()
ORIGINS: dict[str, set[str]] = {}
for origin, alias, _ in ALTERNATIVES:
    ORIGINS.setdefault(alias, set()).add(origin)


def used(node: Node, terminals: list[str]) -> Iterator[Alternative]:
    """The alternatives that a tree was made by."""
    for origin, alias, symbols in ALTERNATIVES:
        if alias == node.name and len(symbols) == len(node.children) and fits(node, symbols, terminals):
            yield origin, alias, symbols
    for child in node.children:
        if isinstance(child, Node):
            yield from used(child, terminals)


def fits(node: Node, symbols: tuple[str, ...], terminals: list[str]) -> bool:
    return all(
        symbol in ORIGINS[child.name] if isinstance(child, Node) else symbol == terminals[child]
        for child, symbol in zip(node.children, symbols, strict=True)
    )


def span(tree: Node, fed: list[Cue]) -> tuple[int, int]:
    """The tokens of a statement, first and last."""
    places = list(leaves(tree))
    return fed[places[0]].first, fed[places[-1]].last


@cache
def tried() -> frozenset[Alternative]:
    """The alternatives in the trees that became statements, over all sentences that behave."""
    found: set[Alternative] = set()
    with pytest.MonkeyPatch.context() as patch:
        for phrasing in PHRASINGS:
            table = Recording()
            patch.setattr(parse, "_table", lambda table=table: table)
            cues, statements = parse_statements(read_tokens(phrasing.text))
            spans = {(statement.first, statement.last) for statement in statements}
            for tree, terminals in table.trees:
                if span(tree, [cue for cue in cues if cue.type not in parse._LET_GO]) in spans:
                    found.update(used(tree, terminals))
    return frozenset(found)


@pytest.mark.parametrize("alternative", [pytest.param(one, id=f"{one[1]}: {' '.join(one[2])}") for one in ALTERNATIVES])
def test_every_alternative_of_the_grammar_is_tried(alternative: Alternative) -> None:
    assert alternative in tried()


def cue_words() -> dict[str, list[str]]:
    data = tomllib.loads((GRAMMAR / "cues.toml").read_text(encoding="utf-8"))
    return {cue: entry["words"] for cue, entry in data.items()}


@pytest.mark.parametrize("cue", list(cue_words()))
def test_every_cue_is_tried(cue: str) -> None:
    if cue == "NONE":  # it leaves nothing behind, but keeps the words in it from being cues
        texts = [phrasing.text.lower() for phrasing in PHRASINGS]
        assert any(f" {word} " in text for word in cue_words()["NONE"] for text in texts)
        return
    assert any(found.type == cue for p in PHRASINGS for found in parse_statements(read_tokens(p.text))[0])
