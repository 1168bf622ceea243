"""What comes back every so many years against two years in which it did: "last seen in 1883 … every 71 years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.ages import low
from factcheck.relations.dates.years import year_at
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_recurrence"]

_SHORTEST = 7  # years; elections and games are held early, late and not at all
_REACH = 2  # sentences
_VERB = 7  # tokens from "seen" to its year
_CLAUSE = 8  # tokens from "comes" to "every"


def bind_recurrence(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each time after which something comes back, with the only two years in reach, one or more turns apart."""
    for place, sentence in enumerate(reading.sentences):
        if "every" not in sentence.lows:
            continue
        turns = [at for at in range(len(sentence.tokens)) if _is_turn(sentence.tokens, at)]
        if len(turns) != 1:
            continue
        turn = quantity_at(sentence.tokens, turns[0])
        window = [
            one
            for one in reading.sentences[max(0, place - _REACH) : place + _REACH + 1]
            if one.section == sentence.section and abs(one.index - sentence.index) <= _REACH
        ]
        yield from _bound(rule, window, turn)


def _bound(rule: Rule, window: Sequence[SentenceReading], turn: Quantity) -> Iterator[Constraint]:
    years = {
        quantity_at(one.tokens, k).value: (one.tokens, k)
        for one in window
        for k in range(len(one.tokens))
        if year_at(one.tokens, k) is not None
    }
    kept = all(words_of("dates.out_of_step").isdisjoint(one.lows) for one in window)
    if len(years) != 2 or not kept or not all(_is_seen(tokens, k) for tokens, k in years.values()):
        return
    first, then = (quantity_at(*years[value]) for value in sorted(years))
    passed = then.value - first.value
    if passed % turn.value == 0 and passed > turn.value:  # more turns than one
        return
    yield Constraint(rule, {"first": (first,), "then": (then,), "turn": (turn,)}, Licence.STRUCTURE)


def _is_turn(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is said to come back so often: "comes by every 71 years"."""
    quantity = tokens[at].quantity
    if quantity is None or quantity.kind is not Kind.DURATION or quantity.unit != "year" or quantity.hedge:
        return False
    if quantity.bound is not Bound.EQUAL or quantity.value < _SHORTEST or low(tokens, at - 1) != "every":
        return False
    near = {low(tokens, k) for k in range(max(0, at - 1 - _CLAUSE), at - 1)}
    return not near.isdisjoint(words_of("dates.coming_back"))


def _is_seen(tokens: Sequence[Token], at: int) -> bool:
    """Whether a year is one in which it came back."""
    near = {low(tokens, k) for k in range(max(0, at - _VERB), min(len(tokens), at + 3))}
    return not near.isdisjoint(words_of("dates.seen"))
