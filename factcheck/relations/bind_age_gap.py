"""Two ages of a sentence and the years between them: of two people, or of one who has done a thing for so long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity, Token
from factcheck.relations.ages import ages, is_apposed, low
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.moments import is_span
from factcheck.relations.rules import Rule
from factcheck.relations.years import as_years
from factcheck.statements.context import quantity_at

__all__ = ["bind_age_gap"]

_SUBJECT = 9  # tokens from an age to what it is compared with
_OTHER = 10
_HAS = 7


def bind_age_gap(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "At 44, Ash is six years older than his sister, who is 38"; "Ash, 52, has run it for 30 years, since 22"."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        spans = [
            at for at, token in enumerate(tokens) if is_span(token.quantity) and quantity_at(tokens, at).unit == "year"
        ]
        if len(spans) != 1:
            continue
        (at,) = spans
        found = _compared(tokens, at) or _since(tokens, at)
        if found is not None:
            older, younger = found
            operands = {
                "older": (older,),
                "younger": (younger,),
                "gap": (as_years(quantity_at(tokens, at), 1, 1),),
            }
            yield Constraint(rule, operands, Licence.CLAUSE, closed=True)


def _compared(tokens: Sequence[Token], at: int) -> tuple[Quantity, Quantity] | None:
    """The older and the younger of two people by the words between their ages."""
    word = low(tokens, at + 1)
    if word not in ("older", "younger") or low(tokens, at + 2) != "than":
        return None
    old = ages(tokens)
    if len(old) != 2 or not old[0] < at < old[1] or at - old[0] > _SUBJECT or old[1] - at > _OTHER:
        return None
    between = {low(tokens, k) for k in (*range(old[0] + 1, at), *range(at + 3, old[1]))}
    if not between.isdisjoint(words_of("ages.another")):
        return None
    one, other = quantity_at(tokens, old[0]), quantity_at(tokens, old[1])
    return (one, other) if word == "older" else (other, one)


def _since(tokens: Sequence[Token], at: int) -> tuple[Quantity, Quantity] | None:
    """The age of today and that at which somebody took up what he has done ever since."""
    old = ages(tokens)
    if len(old) != 2 or not old[0] < at < old[1] or low(tokens, at - 1) != "for":
        return None
    current = is_apposed(tokens, old[0]) or low(tokens, old[0] - 1) in ("is", "now") or old[0] == 1
    has = {low(tokens, k) for k in range(max(old[0] + 1, at - 1 - _HAS), at)} & words_of("ages.has")
    behind = [low(tokens, k) for k in range(at + 1, old[1])]
    taken_up = words_of("ages.taken_up").intersection(behind)
    if not current or not has or not taken_up or not words_of("ages.taking_up").issuperset(behind):
        return None
    return quantity_at(tokens, old[0]), quantity_at(tokens, old[1])
