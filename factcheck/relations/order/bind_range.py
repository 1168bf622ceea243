"""A range whose lower end does not come first: "between 97% and 38%". One that is in order is read as one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_settled
from factcheck.statements.lexicon import lexicon

__all__ = ["bind_range"]

NEAR = 8  # tokens before a range that may say from which end it is told
BEHIND = 4  # tokens behind it
SIDES = 2  # tokens before "between"


def bind_range(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each two like numbers behind "be between", "cost between" and the like, or "range of", that run downwards."""
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
    """Whether a plain verb or preposition leads to a range, and nothing round it moves or falls from end to end."""
    before = [token.low for token in tokens[max(0, at - NEAR) : at]]
    behind = [token.low for token in tokens[at + 3 : at + 3 + BEHIND]]
    mark = tokens[at + 1].low
    if not words_of("ranges.until").isdisjoint(behind) or _moves((*before, *behind[:SIDES])) or _drifts(behind):
        return False
    if before[-1] == "between" and mark in ("and", "to"):
        return words_of("ranges.two_sides").isdisjoint(before[-1 - SIDES : -1]) and _is_led_to(before[:-1])
    spread = len(before) > 1 and before[-2] in words_of("ranges.range") and before[-1] in ("of", "between")
    return spread and mark in ("to", "and") and words_of("ranges.from_the_end").isdisjoint(before)


def _is_led_to(before: Sequence[str]) -> bool:
    """Whether "between" hangs on a verb of being, costing, expecting: "rates between $400 and $250" are two rates."""
    words = [low for low in before[-1 - SIDES :] if low not in words_of("ranges.adverbs")]
    return words[-1:] != [] and (words[-1] in lexicon().verbs or words[-1] in words_of("ranges.leads"))


def _moves(words: Sequence[str]) -> bool:
    """Whether a rise, a fall, or trade is told beside a range: it is told as it went, or is one of distances."""
    cues = lexicon().cues
    return any(low in words_of("ranges.moving") or cues.get(low) in ("UP", "DOWN", "MOVE") for low in words)


def _drifts(behind: Sequence[str]) -> bool:
    """Whether the words behind tell over what time or with what the number goes from one end to the other."""
    return not words_of("ranges.drifting").isdisjoint(behind)


def _runs_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether more figures hang on a number, which was not read to its end: "300,0003" with the mark of a note."""
    row = tokens[at : at + 3]
    return len(row) == 3 and row[1].text == "," and row[0].end == row[1].start and row[1].end == row[2].start


def _runs_down(low: Quantity, high: Quantity) -> bool:
    """Whether two plain numbers of one kind, unit and precision run downwards; "400 and 1 billion" share a scale."""
    plain = all(is_settled(q) and q.kind not in LABELS for q in (low, high))
    alike = low.kind is high.kind and low.unit == high.unit and low.unit not in words_of("ranges.warmth")
    scaled = low.scale == high.scale or 1 not in (low.scale, high.scale)
    return plain and alike and scaled and _places(low) == _places(high) and low.value > high.value


def _places(quantity: Quantity) -> int:
    """How many digits are printed behind the point."""
    return len(quantity.numeral.partition(".")[2])
