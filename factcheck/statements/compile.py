"""Compiles the grammar and the cue lexicon into one JSON table. The only importer of lark."""

from __future__ import annotations

import os
from typing import Any

from factcheck._paths import data_dir

__all__ = ["compile_statements"]


def compile_statements() -> dict[str, Any]:
    """The LALR table of grammar/en/statements/*.lark and the words of its *.toml, ready for JSON.

    Raises lark.exceptions.GrammarError where the grammar is no LALR grammar.
    """
    folder = os.path.join(data_dir("grammar"), "en", "statements")
    return {"table": _parse_table(os.path.join(folder, "statements.lark")), **_words(folder)}


def _parse_table(path: str) -> dict[str, Any]:
    from lark import Lark
    from lark.parsers.lalr_analysis import Shift

    with open(path, encoding="utf-8") as file:
        lark = Lark(file.read(), parser="lalr", maybe_placeholders=False, strict=False)
    table: Any = lark.parser.parser._parse_table  # there is no public way to the table
    rules = sorted(lark.rules, key=lambda rule: (rule.origin.name, str(rule.expansion), str(rule.alias)))
    number = {rule: index for index, rule in enumerate(rules)}
    order = _numbered(table.states, table.start_states["start"], Shift)
    states = [
        {
            str(name): order[argument] if action is Shift else -1 - number[argument]
            for name, (action, argument) in sorted(table.states[state].items())
        }
        for state in order
    ]
    return {
        "start": order[table.start_states["start"]],
        "end": order[table.end_states["start"]],
        "states": states,
        "rules": [[str(rule.origin.name), str(rule.alias or rule.origin.name), len(rule.expansion)] for rule in rules],
    }


def _numbered(states: Any, start: int, shift: Any) -> dict[int, int]:
    """New numbers of the states, breadth first from the start, so that the same grammar gives the same file."""
    order = {start: 0}
    queue = [start]
    for state in queue:
        for _, (action, argument) in sorted(states[state].items()):
            if action is shift and argument not in order:
                order[argument] = len(order)
                queue.append(argument)
    return order


def _words(folder: str) -> dict[str, Any]:
    import tomllib

    with open(os.path.join(folder, "cues.toml"), "rb") as file:
        cues = tomllib.load(file)
    with open(os.path.join(folder, "words.toml"), "rb") as file:
        classes = tomllib.load(file)
    single: dict[str, str] = {}
    phrases: dict[str, list[list[Any]]] = {}
    for cue, entry in cues.items():
        for phrase in entry["words"]:
            words = phrase.split()
            if len(words) == 1:
                single.setdefault(phrase, cue)
            else:
                phrases.setdefault(words[0], []).append([words, cue])
    for options in phrases.values():
        options.sort(key=lambda option: (-len(option[0]), option[0]))
    return {
        "cues": single,
        "phrases": phrases,
        "classes": {name: sorted(set(entry["words"])) for name, entry in classes.items()},
    }
