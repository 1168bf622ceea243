"""The driver of the parse table: longest prefix, nothing raised, nothing lost, one table from one grammar."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark

import factcheck
from factcheck.statements.lexicon import lexicon
from factcheck.statements.table import Node, ParseTable, leaves

GRAMMAR = Path(factcheck.__file__).parent.parent / "grammar" / "en" / "statements" / "statements.lark"
TABLE = ParseTable(lexicon().table)
RULES: dict[str, list[tuple[str, ...]]] = {}
for rule in Lark(GRAMMAR.read_text(encoding="utf-8"), parser="lalr", maybe_placeholders=False).rules:
    RULES.setdefault(str(rule.origin.name), []).append(tuple(str(symbol.name) for symbol in rule.expansion))
TERMINALS = sorted({name for options in RULES.values() for option in options for name in option if name.isupper()})
OTHERS = ["BREAK", "SEP", "COLON", "DASH", "PARTIAL", "no such terminal"]
RUNS = st.lists(st.sampled_from([*TERMINALS, *OTHERS]), max_size=14)


def sentences(symbols: tuple[str, ...], most: int) -> Iterator[tuple[str, ...]]:
    """Every run of at most `most` terminals that the symbols derive; one stands for all levels, one for all moves."""
    if len(symbols) > most:
        return
    at = next((k for k, symbol in enumerate(symbols) if symbol in RULES), None)
    if at is None:
        yield symbols
        return
    alike = {"level": [("VALUE",)], "dir": [("UP",)], "of": [("OF",)]}
    for option in alike.get(symbols[at], RULES[symbols[at]]):
        yield from sentences((*symbols[:at], *option, *symbols[at + 1 :]), most)


def derives(node: Node, terminals: list[str]) -> bool:
    """Whether each node of a tree is an alternative of the grammar, whatever it is called."""
    options = [option for options in RULES.values() for option in options]
    return any(
        len(option) == len(node.children)
        and all(
            derives(child, terminals) if isinstance(child, Node) else terminals[child] == symbol
            for child, symbol in zip(node.children, option, strict=True)
        )
        for option in options
    )


SENTENCES = sorted(set(sentences(("start",), 7)))


def test_there_are_sentences_to_try() -> None:
    assert len(SENTENCES) > 300
    assert ("UP", "VALUE", "TO", "VALUE", "FROM", "VALUE") in SENTENCES


@given(RUNS, st.integers(0, 14))
def test_the_prefix_found_is_a_sentence_of_the_grammar(terminals: list[str], at: int) -> None:
    hit = TABLE.longest(terminals, at)
    if hit is None:
        return
    behind, tree = hit
    assert tree.name == "start"
    assert list(leaves(tree)) == list(range(at, behind))
    assert derives(tree, terminals)


@given(RUNS)
def test_no_longer_prefix_is_accepted(terminals: list[str]) -> None:
    """Cut anywhere behind the statement, the run gives the same one; cut inside it, a shorter one or none."""
    hit = TABLE.longest(terminals, 0)
    behind = 0 if hit is None else hit[0]
    for end in range(len(terminals) + 1):
        cut = TABLE.longest(terminals[:end], 0)
        if end >= behind:
            assert cut == hit
        else:
            assert cut is None or cut[0] <= end


@given(RUNS, RUNS)
def test_a_statement_is_the_same_wherever_it_stands(before: list[str], terminals: list[str]) -> None:
    hit, moved = TABLE.longest(terminals, 0), TABLE.longest([*before, *terminals], len(before))
    assert (hit is None) == (moved is None)
    if hit is not None and moved is not None:
        assert moved[0] == hit[0] + len(before)


@given(RUNS)
def test_what_no_statement_begins_with_gives_none(terminals: list[str]) -> None:
    for at, terminal in enumerate(terminals):
        if not TABLE.starts_with(terminal):
            assert TABLE.longest(terminals, at) is None


def test_past_the_end_there_is_nothing() -> None:
    assert TABLE.longest([], 0) is None
    assert TABLE.longest(["VALUE"], 1) is None


LOST = [run for run in SENTENCES if (hit := TABLE.longest(list(run), 0)) is None or hit[0] < len(run)]


@pytest.mark.xfail(strict=True, reason="a bracket behind a level is taken for a second level: “to 12 (up 5)”")
def test_the_table_accepts_every_sentence_of_the_grammar() -> None:
    assert LOST == []


def test_no_other_sentence_of_the_grammar_is_lost() -> None:
    """What the conflicts of the table may cost: a second change right behind the first, in brackets or behind "or"."""
    for run in LOST:
        opening = next(at for at in range(len(run) - 1, 0, -1) if run[at] in ("LPAR", "OR") and "UP" in run[at:])
        assert run[opening - 1] == "VALUE", run
        assert "UP" in run[opening + 1 : opening + 3], run


@pytest.mark.parametrize("follower", [*TERMINALS, *OTHERS])
def test_a_statement_is_not_lost_to_what_stands_behind_it(follower: str) -> None:
    lost = set(LOST)
    for run in SENTENCES:
        if run not in lost:
            hit = TABLE.longest([*run, follower], 0)
            assert hit is not None, run
            assert hit[0] >= len(run), run


def test_one_grammar_gives_one_table() -> None:
    code = (
        "import json; from factcheck.statements.compile import compile_statements;"
        "print(json.dumps(compile_statements(), sort_keys=True))"
    )
    texts = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True
        ).stdout
        for seed in ("1", "77")
    ]
    assert texts[0] == texts[1]
    assert json.loads(texts[0])["table"] == lexicon().table


def test_long_runs_cost_no_more_than_their_length() -> None:
    def seconds(tails: int) -> float:
        run = ["UP", *["TO", "VALUE", "FROM", "VALUE"] * tails]
        began = perf_counter()
        hit = TABLE.longest(run, 0)
        assert hit is not None
        assert hit[0] == len(run)
        return perf_counter() - began

    short, long = (min(seconds(tails) for _ in range(5)) for tails in (250, 1000))
    assert long < 4 * short * 2.5
