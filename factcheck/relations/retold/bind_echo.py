"""Sentences that say the same again: their numbers, one after another, must be the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.facts.model import Fact, Reading
from factcheck.facts.names import content_words, name_words
from factcheck.quantities.model import Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.repairs.repair import numeral_repairs
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain

__all__ = ["bind_echoes"]

ALIKE = 0.5  # of all content words of two sentences, the share that both have
MOST_NUMBERS = 8
_MOST_EARLIER = 12  # sentences with a number in common that are compared


@dataclass(frozen=True, slots=True)
class _Told:
    index: int
    section: int
    words: frozenset[str]
    years: frozenset[int]
    numbers: tuple[Quantity, ...]

    def echoes(self, other: _Told) -> bool:
        """Whether two sentences tell of the same, number by number of one kind and unit."""
        if len(self.numbers) != len(other.numbers) or (self.years, self.section) != (other.years, other.section):
            return False
        if any(a.kind is not b.kind or a.unit != b.unit for a, b in zip(self.numbers, other.numbers, strict=True)):
            return False
        return len(self.words & other.words) >= ALIKE * len(self.words | other.words)


def bind_echoes(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Pairs of numbers of two like sentences that share a number of three digits; all alike but at most one."""
    earlier: dict[object, list[_Told]] = {}
    for told in _sentences(reading):
        marks = [(q.kind, q.unit, q.value) for q in told.numbers if _precise(q)]
        met: set[int] = set()
        for mark in marks:
            for other in earlier.get(mark, ())[-_MOST_EARLIER:]:
                if other.index not in met and other.index != told.index and told.echoes(other):
                    met.add(other.index)
                    yield from _pairs(rule, other.numbers, told.numbers)
        for mark in marks:
            earlier.setdefault(mark, []).append(told)


def _sentences(reading: Reading) -> Iterator[_Told]:
    facts: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        facts.setdefault(fact.sentence, []).append(fact)
    for sentence in reading.sentences:
        numbers = tuple(fact.quantity for fact in facts.get(sentence.index, ()))
        if not 1 < len(numbers) <= MOST_NUMBERS or not all(map(is_plain, numbers)):
            continue
        words = name_words(sentence.tokens).union(content_words(sentence.tokens))
        yield _Told(sentence.index, sentence.section, words, facts[sentence.index][0].years, numbers)


def _precise(quantity: Quantity) -> bool:
    digits = str(abs(quantity.value / quantity.ulp)).rstrip("0")
    return len(digits) >= 3 and "byte" not in quantity.unit


def _pairs(rule: Rule, first: Sequence[Quantity], again: Sequence[Quantity]) -> Iterator[Constraint]:
    """The numbers pair by pair, where all are alike, or all but one that a digit or a swap explains."""
    pairs = list(zip(first, again, strict=True))
    odd = [(a, b) for a, b in pairs if not a.wide.meets(b.wide)]
    if len(odd) > 1 or any(not (_precise(a) and _precise(b) and _slipped(a, b)) for a, b in odd):
        return
    family = f"echo-{first[0].start}-{again[0].start}"
    for one, other in pairs:
        operands = {"first": (one,), "again": (other,)}
        yield Constraint(rule, operands, Licence.STRUCTURE, family=family)


def _slipped(one: Quantity, other: Quantity) -> bool:
    repairs = numeral_repairs(other, one.interval)
    return any(repair.kind in ("digit", "swap", "point", "scale") for repair in repairs)
