"""Two ages of a sentence and the years between them: of two people, or of one who has done a thing for so long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity, Token
from factcheck.relations.dates.ages import ages, is_apposed, low
from factcheck.relations.dates.careers import careers
from factcheck.relations.dates.moments import is_span
from factcheck.relations.dates.years import as_years
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["bind_age_gap"]

_SUBJECT = 9  # tokens from an age to what it is compared with
_OTHER = 10
_HAS = 7


def bind_age_gap(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "At 44, Ash is six years older than his sister, who is 38"; "Ash, 52, has run it for 30 years, since 22"."""
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        earlier, before = before, sentence
        tokens = sentence.tokens
        spans = [
            at for at, token in enumerate(tokens) if is_span(token.quantity) and quantity_at(tokens, at).unit == "year"
        ]
        if len(spans) != 1:
            continue
        (at,) = spans
        found = _compared(tokens, at) or _since(tokens, at) or _of_a_pair(tokens, at)
        if found is not None:
            older, younger = found
            operands = {
                "older": (older,),
                "younger": (younger,),
                "gap": (as_years(quantity_at(tokens, at), 1, 1),),
            }
            yield Constraint(rule, operands, Licence.CLAUSE, closed=True)
        elif earlier is not None and sentence.follows(earlier):
            pair = _of_neighbours(earlier.tokens, tokens, at)
            if pair is not None:
                operands = {
                    "older": (pair[0],),
                    "younger": (pair[1],),
                    "gap": (as_years(quantity_at(tokens, at), 1, 1),),
                }
                yield Constraint(rule, operands, Licence.STRUCTURE)
    for today, then, years in careers(reading):
        operands = {"older": (today,), "younger": (then,), "gap": (as_years(years, 1, 1),)}
        yield Constraint(rule, operands, Licence.STRUCTURE)


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


def _of_neighbours(before: Sequence[Token], tokens: Sequence[Token], at: int) -> tuple[Quantity, Quantity] | None:
    """ "Pia is 38. Her sister Ane, 45, is seven years older.": one age in each sentence, the second that of today."""
    word = low(tokens, at + 1)
    if word not in ("older", "younger") or low(tokens, at + 2) not in (".", ",", ";", "", "and"):
        return None
    first, second = ages(before), ages(tokens)
    if len(first) != 1 or len(second) != 1 or second[0] > at or low(tokens, 0) not in ("her", "his", "their"):
        return None
    one, other = quantity_at(before, first[0]), quantity_at(tokens, second[0])
    return (other, one) if word == "older" else (one, other)


def _of_a_pair(tokens: Sequence[Token], at: int) -> tuple[Quantity, Quantity] | None:
    """The older and the younger of two people who are told of together: "aged 19 and 23, are four years apart"."""
    old = ages(tokens)
    pair = len(old) == 2 and old[1] - old[0] == 2 and low(tokens, old[0] + 1) == "and"
    if not pair or not _is_gap(tokens, at):
        return None
    younger, older = sorted((quantity_at(tokens, k) for k in old), key=lambda quantity: quantity.value)
    return older, younger


def _is_gap(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number of years is what lies between two ages: "four years apart", "a four-year gap"."""
    behind = low(tokens, at + 1), low(tokens, at + 2)
    return behind[0] in words_of("ages.apart") or (behind[0] == "between" and behind[1] in ("them", "the"))


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
