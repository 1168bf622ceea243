"""The cue words, word classes and parse table of the statements layer, loaded once."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from factcheck._tables import load_table, source_files

__all__ = ["Lexicon", "lexicon"]


class Lexicon(NamedTuple):
    """`cues` maps a word to its cue, `phrases` a first word to (words, cue), longest first."""

    cues: dict[str, str]
    phrases: dict[str, list[tuple[list[str], str]]]
    function: frozenset[str]
    verbs: frozenset[str]
    common_capitals: frozenset[str]
    clause: frozenset[str]
    finite: frozenset[str]
    apposition: frozenset[str]
    rate: frozenset[str]
    sign: frozenset[str]
    adjusted: frozenset[str]
    barrier: frozenset[str]
    resumptive: frozenset[str]
    modal: frozenset[str]
    stem: frozenset[str]
    slower: frozenset[str]
    faster: frozenset[str]
    dearer: frozenset[str]
    cheaper: frozenset[str]
    currency: frozenset[str]
    outcome: frozenset[str]
    held: frozenset[str]
    measure_again: frozenset[str]
    time_head: frozenset[str]
    state: frozenset[str]
    at_present: frozenset[str]
    own_base: frozenset[str]
    greater: frozenset[str]
    lesser: frozenset[str]
    other_base: frozenset[str]
    period: frozenset[str]
    short_time: frozenset[str]
    level_noun: frozenset[str]
    yardstick: frozenset[str]
    places: frozenset[str]
    everybody: frozenset[str]
    collective: frozenset[str]
    phrasal: frozenset[str]
    table: dict[str, Any]


_CLASSES = {
    "function": "function",
    "verbs": "verb",
    "common_capitals": "capital",
    **{name: name for name in ("clause", "finite", "apposition", "rate", "sign", "adjusted", "barrier", "resumptive")},
    **{name: name for name in ("modal", "stem", "greater", "lesser", "period", "short_time")},
    **{name: name for name in ("other_base", "yardstick", "level_noun")},
    **{name: name for name in ("places", "everybody", "collective", "phrasal")},
    **{name: name for name in ("slower", "faster", "dearer", "cheaper", "currency", "outcome", "held")},
    **{name: name for name in ("measure_again", "time_head", "state", "at_present", "own_base")},
}


@cache
def lexicon() -> Lexicon:
    """The English lexicon."""
    data = load_table("statements", source_files("grammar/en/statements"), _compile)
    classes = data["classes"]
    return Lexicon(
        cues=data["cues"],
        phrases={first: [(words, cue) for words, cue in options] for first, options in data["phrases"].items()},
        table=data["table"],
        **{field: frozenset(classes[name]) for field, name in _CLASSES.items()},
    )


def _compile() -> dict[str, Any]:
    from factcheck.statements.compile import compile_statements

    return compile_statements()
