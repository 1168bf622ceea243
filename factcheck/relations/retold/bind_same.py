"""The same figures said again: two lines of the same names, all cells but one alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from factcheck.facts.model import Fact, Line, Reading
from factcheck.facts.names import content_words, name_words
from factcheck.quantities.model import Kind, Quantity, TokenKind
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.repairs.repair import numeral_repairs
from factcheck.relations.retold.around import is_quoted, told_apart
from factcheck.relations.rules import Rule
from factcheck.relations.totals.grids import aligned, counts_of, percents_of
from factcheck.relations.units import figures_of, is_amount, is_plain, of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["bind_same"]

_MOST_EARLIER = 8
_PERIODS = frozenset({Kind.DATE, Kind.YEAR, Kind.TIME, Kind.ORDINAL})
_MOST_LINES = 40  # ahead, that a line is laid over


def bind_same(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """One fact told twice; and cell by cell, two lines with the same names in which all cells but one agree."""
    yield from _facts(rule, reading)
    lines = [line for line in reading.lines if len(line.cells) >= 2]
    for at, one in enumerate(lines):
        for other in lines[at + 1 : at + 1 + _MOST_LINES]:
            if one.section != other.section or (one.loose and other.loose) or len(one.cells) != len(other.cells):
                continue
            for first, second in ((counts_of(one), counts_of(other)), (percents_of(one), percents_of(other))):
                if first and second:
                    yield from _cells(rule, one, other, first, second)


def _facts(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """One fact told twice: the same noun counted, a proper name and a verb or noun shared, the years named alike.

    Only figures of three digits that count or measure: round ones and percentages are told of too many things.
    """
    seen: dict[object, list[tuple[Fact, _Setting]]] = {}
    for fact in reading.facts:
        if fact.role != "level" or not is_amount(fact.quantity) or not is_plain(fact.quantity) or not _precise(fact):
            continue
        sentence = reading.sentence_at[fact.sentence]
        setting = _setting(sentence, fact)
        if setting is None:
            continue
        key = sentence.section, fact.quantity.kind, fact.quantity.unit, setting.noun, fact.years
        for earlier, other in seen.setdefault(key, [])[-_MOST_EARLIER:]:
            apart = is_quoted(sentence) or told_apart(reading.sentence_at[earlier.sentence], sentence)
            if earlier.sentence != fact.sentence and not apart and setting.like(other) and _told_again(earlier, fact):
                operands = {"first": (earlier.quantity,), "again": (fact.quantity,)}
                yield Constraint(rule, operands, Licence.STRUCTURE, doubtful=True)
                break
        seen[key].append((fact, setting))


def _told_again(earlier: Fact, fact: Fact) -> bool:
    """Whether the figures are the same, or differ by two swapped digits, the point or the scale.

    Another digit may be another year's.
    """
    first, again = earlier.quantity, fact.quantity
    if first.wide.meets(again.wide):
        return True
    if _digits(first) == _digits(again):  # "$4.6bn" and "$4.6m", "44.6" and "4.46"
        return True
    return any(repair.kind == "swap" for repair in numeral_repairs(again, first.interval))


def _digits(quantity: Quantity) -> str:
    """The significant digits as printed."""
    return figures_of(quantity).strip("0")


def _precise(fact: Fact) -> bool:
    """Whether the printed figure has three digits or more, trailing zeros of a count left out."""
    quantity = fact.quantity
    value = abs(quantity.value / quantity.ulp)
    while value and value % 10 == 0 and quantity.ulp >= 1:
        value /= 10
    return value >= 100 and "byte" not in quantity.unit  # sizes of files to download repeat with other values


class _Setting(NamedTuple):
    """What stands round a number: the noun that it counts, the sentence's names and its other content words."""

    noun: str
    names: frozenset[str]
    words: frozenset[str]

    def like(self, other: _Setting) -> bool:
        """Whether two settings tell of one fact: a name shared, and half of the shorter one's words."""
        shared = len(self.words & other.words)
        return bool(self.names & other.names) and shared >= 1 and 2 * shared >= min(len(self.words), len(other.words))


def _setting(sentence: SentenceReading, fact: Fact) -> _Setting | None:
    if sum(token.quantity is not None and token.quantity.kind not in _PERIODS for token in sentence.tokens) > 2:
        return None
    names = name_words(sentence.tokens)
    words = frozenset(content_words(sentence.tokens)) - names
    behind = takewhile(lambda token: token.kind is TokenKind.WORD, sentence.tokens[fact.token + 1 : fact.token + 3])
    return _Setting(" ".join(token.low for token in behind), names, words)


def _cells(
    rule: Rule, one: Line, other: Line, first: Sequence[Quantity], second: Sequence[Quantity]
) -> Iterator[Constraint]:
    if not all(map(is_plain, (*first, *second))) or not of_one_kind(first[0], second[0]):
        return
    order = aligned(one, other)
    if order is None:
        return
    pairs = [(quantity, second[at]) for quantity, at in zip(first, order, strict=True)]
    if any(a.start == b.start for a, b in pairs):
        return
    alike = sum(a.interval.meets(b.interval) for a, b in pairs)
    if alike < 2 or alike < len(pairs) - 1:
        return
    for earlier, later in pairs:
        yield Constraint(
            rule,
            {"first": (earlier,), "again": (later,)},
            Licence.STRUCTURE,
            family=f"same-{first[0].start}-{second[0].start}",
            doubtful=True,
        )
