"""An overall rate lies between the rates of the groups that make up the whole."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.lexicon import measures
from factcheck.facts.model import Fact, Reading
from factcheck.quantities.model import Kind
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain

__all__ = ["bind_subgroups"]

REACH = 6  # sentences back from the groups to the overall rate


def bind_subgroups(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Two subgroups' rates in one sentence, with the nearest earlier rate of the same noun that names no group."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.quantity.kind is Kind.PERCENT and is_plain(fact.quantity):
            by_sentence.setdefault(fact.sentence, []).append(fact)
    sections = {s.index: s.section for s in reading.sentences}
    for index, facts in by_sentence.items():
        pair = _pair(facts)
        if pair is None:
            continue
        overall = _overall(by_sentence, index, sections)
        if overall is not None:
            operands = {"overall": (overall.quantity,), "parts": tuple(f.quantity for f in pair)}
            yield Constraint(rule, operands, Licence.NOUN)


def _pair(facts: list[Fact]) -> tuple[Fact, Fact] | None:
    for group in measures().subgroups:
        found = [fact for fact in facts if group & set(fact.nouns)]
        if len(found) == 2 and (group & set(found[0].nouns)) != (group & set(found[1].nouns)):
            return found[0], found[1]
    return None


def _overall(by_sentence: dict[int, list[Fact]], index: int, sections: dict[int, int]) -> Fact | None:
    groups = frozenset().union(*measures().subgroups)
    rate = next((n for f in by_sentence[index] for n in f.nouns if n in ("rate", "inflation")), None)
    for earlier in range(index - 1, index - REACH - 1, -1):
        for fact in by_sentence.get(earlier, ()):
            level = sections.get(earlier) == sections.get(index) and fact.role == "level" and rate in fact.nouns
            if level and not groups & set(fact.nouns):
                return fact
    return None
