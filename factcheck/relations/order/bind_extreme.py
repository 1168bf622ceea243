"""Numbers that are called the highest or lowest of a row, and places with all those ahead: "second behind A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.quantities.model import Token
from factcheck.relations.model import Constraint
from factcheck.relations.order.extremes import extremes
from factcheck.relations.order.ranks import ordered
from factcheck.relations.order.ranks_place import crowded_places
from factcheck.relations.order.ranks_told import misplaced
from factcheck.relations.rules import Rule
from factcheck.statements.model import Word

__all__ = ["bind_extremes"]


def bind_extremes(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each number that is called the first of a row, with the one that is furthest on; each place with one too many."""
    told = set()  # the words of rank that are bound
    for found in extremes(reading):
        told.add(found.word.start)
        best = max(found.others, key=lambda number: number.value * found.side)
        low, high = (best, found.number)[:: found.side]
        words = {"extreme": _word(found.word, "SUPERLATIVE")}
        yield from ordered(rule, low, high, words, "highest" if found.side > 0 else "lowest")
    for own, ahead, place in crowded_places(reading):
        told.add(place.start)
        yield from ordered(rule, ahead, own, {"extreme": _word(place, "PLACE")}, "place")
    for one in (one for one in misplaced(reading) if one.word.start not in told):
        variant = "behind" if one.behind else "ahead"
        low, high = (one.other, one.own) if (one.side > 0) is not one.behind else (one.own, one.other)
        yield from ordered(
            rule, low, high, {"extreme": _word(one.word, "PLACE")}, f"{variant}_{'more' if one.side > 0 else 'less'}"
        )


def _word(token: Token, cue: str) -> Word:
    return Word(cue, token.start, token.end, token.text)
