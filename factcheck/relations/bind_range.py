"""A range whose lower end does not come first: "between 97% and 38%". One that is in order is read as one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Bound, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule

__all__ = ["bind_range"]

NEAR = 8  # tokens before a range that may say from which end it is told
BEHIND = 4  # tokens behind it
SIDES = 2  # tokens before "between"


def bind_range(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each two like numbers behind "between", or behind "range of", that run downwards."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for at in range(1, len(tokens) - 2):
            low, high = tokens[at].quantity, tokens[at + 2].quantity
            if low is None or high is None or _runs_on(tokens, at + 2):
                continue
            if _opens(tokens, at) and _runs_down(low, high):
                operands = {"low": (low,), "high": (high,)}
                yield Constraint(rule, operands, Licence.CLAUSE, closed=True)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    before = [token.text.lower() for token in tokens[max(0, at - NEAR) : at]]
    behind = [token.text.lower() for token in tokens[at + 3 : at + 3 + BEHIND]]
    mark = tokens[at + 1].text.lower()
    if not words_of("ranges.until").isdisjoint(behind):
        return False
    if before[-1] == "between" and mark in ("and", "to"):
        return words_of("ranges.two_sides").isdisjoint(before[-1 - SIDES : -1])
    spread = len(before) > 1 and before[-2] in words_of("ranges.range") and before[-1] in ("of", "from", "between")
    return spread and mark in ("to", "and") and words_of("ranges.from_the_end").isdisjoint(before)


def _runs_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether more figures hang on a number, which was not read to its end: "300,0003" with the mark of a note."""
    row = tokens[at : at + 3]
    return len(row) == 3 and row[1].text == "," and row[0].end == row[1].start and row[1].end == row[2].start


def _runs_down(low: Quantity, high: Quantity) -> bool:
    """Whether two plain numbers of one kind, unit and precision run downwards; "400 and 1 billion" share a scale."""
    plain = all(q.bound is Bound.EQUAL and not q.signed and q.kind not in LABELS for q in (low, high))
    alike = low.kind is high.kind and low.unit == high.unit
    scaled = low.scale == high.scale or 1 not in (low.scale, high.scale)
    return plain and alike and scaled and _places(low) == _places(high) and low.value > high.value


def _places(quantity: Quantity) -> int:
    """How many digits are printed behind the point."""
    return len(quantity.numeral.partition(".")[2])
