"""Multiples of two that are named: "Ash earned £90,000 and Cole £30,000. … Ash is paid three times as much as Cole".

One of the sentences near has a number of one kind for each of the two names, and the words of the multiple are of what
these numbers tell: "as much" of money that is earned or paid, "as many boats" where boats are counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.model import Reading
from factcheck.facts.names import name_words, singular
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.multiples.multiples import Multiple
from factcheck.relations.order.ranks_told import named_numbers
from factcheck.relations.units import of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["levels_named"]

_REACH = 4  # sentences back to the two numbers
_SECOND = 4  # tokens from the first "as" to the second
_MEASURED = {"long": "multiples.long", "tall": "ranks.lengths", "high": "ranks.lengths", "heavy": "multiples.weights"}

Levels = tuple[Quantity, Quantity]  # of what is named behind the multiple, and before it


def levels_named(reading: Reading, sentence: SentenceReading, lows: Sequence[str], multiple: Multiple) -> Levels | None:
    """The numbers of the two that a multiple compares by their names, where no number stands in its sentence."""
    at = multiple.last + 1
    joint = next((k for k in range(at + 2, min(len(lows), at + 2 + _SECOND)) if lows[k] == "as"), None)
    if lows[at : at + 1] != ["as"] or joint is None or not words_of("multiples.planned").isdisjoint(lows):
        return None
    one, other = name_words(sentence.tokens[: multiple.first]), name_words(sentence.tokens[joint:])
    if not one or not other or words_of("leads.partly") & set(lows):
        return None
    found: list[Levels] = []
    for index in range(sentence.index - _REACH, sentence.index):
        there = reading.sentence_at.get(index)
        if there is None or there.section != sentence.section:
            continue
        row = named_numbers(there, there.tokens)
        mine = [number for number, names in row if one <= names and not names & other]
        theirs = [number for number, names in row if names & other and not names & one]
        if len(mine) == len(theirs) == 1 and _is_told(lows, at, joint, mine[0], there):
            found.append((theirs[0], mine[0]))
    return found[0] if len(found) == 1 and of_one_kind(*found[0]) else None


def _is_told(lows: Sequence[str], at: int, joint: int, number: Quantity, there: SentenceReading) -> bool:
    """Whether the words between the two "as" are of what a number tells."""
    word, nouns = lows[at + 1], [singular(low) for low in lows[at + 2 : joint]]
    if nouns:
        known = {number.unit, *(singular(low) for low in there.lows)}
        return word in ("much", "many") and len(nouns) == 1 and nouns[0] in known
    if word == "much":
        return number.kind is Kind.MONEY and not words_of("multiples.paying").isdisjoint(lows)
    return word in _MEASURED and number.unit in words_of(_MEASURED[word])
