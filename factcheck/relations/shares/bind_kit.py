"""Binds a closed kit of measures, each with one value in a section: register, turnout, votes cast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log2

from factcheck.facts.lexicon import measures
from factcheck.facts.model import Fact, Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain
from factcheck.statements.model import Word

__all__ = ["bind_turnout"]

LEAST_VOTERS = 100


def bind_turnout(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Votes cast against register and turnout, the votes stated, or implied by a share of the votes cast."""
    kits: dict[int, dict[str, list[Fact]]] = {}
    for fact in reading.facts:
        if fact.measure.startswith("elections.") and is_plain(fact.quantity) and not _is_of_before(reading, fact):
            kit = kits.setdefault(reading.sentence_at[fact.sentence].section, {})
            kit.setdefault(fact.measure.partition(".")[2], []).append(fact)
    for section, kit in kits.items():
        if _years_differ([fact for facts in kit.values() for fact in facts]):
            continue
        one = {name: facts[0].quantity for name, facts in kit.items() if _agree(facts)}
        turnout, registered = one.get("turnout"), one.get("registered")
        if turnout is None or registered is None or registered.value < LEAST_VOTERS:
            continue
        base = {"registered": (registered,), "turnout": (turnout,)}
        if "cast" in one and one["cast"].value >= LEAST_VOTERS:
            yield Constraint(rule, {"cast": (one["cast"],), **base}, Licence.STRUCTURE)
        yield from _implied(rule, reading, section, base)


def _is_of_before(reading: Reading, fact: Fact) -> bool:
    """Whether a measure is told of an earlier vote: "three years ago, when 44,900 people voted"."""
    return not words_of("elections.before").isdisjoint(reading.sentence_at[fact.sentence].lows)


def _agree(facts: list[Fact]) -> bool:
    """Whether a measure has one value in the section."""
    return all(fact.quantity.value == facts[0].quantity.value for fact in facts)


def _years_differ(facts: list[Fact]) -> bool:
    """Whether two of the measures are of years that are both named and not the same."""
    named = [fact.years for fact in facts if fact.years]
    return any(not one & other for one in named for other in named)


def _implied(
    rule: Rule, reading: Reading, section: int, base: Mapping[str, tuple[Quantity, ...]]
) -> Iterator[Constraint]:
    """A count said to be a share of the votes cast implies how many were cast."""
    for sentence, statement in reading.statements:
        part = statement.roles.get("part") or statement.roles.get("count")
        percent = statement.roles.get("percent")
        if sentence.section != section or statement.kind not in ("share", "pair"):
            continue
        if part is None or percent is None:
            continue
        fact = reading.fact_of.get(percent.start)
        if fact is None or part.kind is not Kind.COUNT or "whole" in statement.roles or _base(fact) != "cast":
            continue
        cast = part.interval / percent.interval.scaled(magnitude(percent))
        if part.value <= 0 or percent.value <= 0:
            continue
        fits = _fits_register(part, percent, base["registered"][0])
        yield Constraint(
            rule,
            base,
            Licence.STRUCTURE,
            derived={"cast": cast},
            sources={"votes": (part,), "share": (percent,)},
            variant="registered" if fits else "implied",
            evidence=_bits(percent) if fits else 0.0,
            words=_base_words(fact),
        )


def _base_words(fact: Fact) -> dict[str, Word]:
    """The words that say what the percentage is of, with their place."""
    if fact.base_span is None:
        return {}
    start, end = fact.base_span
    return {"base": Word("BASE", start, end, fact.base)}


def _base(fact: Fact) -> str:
    """The base that a percentage names: "cast", "registered" or ""."""
    for phrase, name in sorted(measures().bases.items(), key=lambda item: -len(item[0])):
        if fact.base == phrase or fact.base.startswith(phrase + " "):
            return name
    return ""


def _fits_register(part: Quantity, percent: Quantity, registered: Quantity) -> bool:
    implied = registered.interval * percent.interval.scaled(magnitude(percent))
    return implied.meets(part.interval)


def _bits(percent: Quantity) -> float:
    """What it is worth that a count is just this share of the register."""
    width = percent.interval.width
    return log2(100 / width) if width else 0.0
