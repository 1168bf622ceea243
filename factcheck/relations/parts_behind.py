"""A count and the list of its parts in the next sentence: "57 boats were sold. Thirty were ferries, 17 tugs …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.apportioned import is_called, may_be_whole
from factcheck.relations.itemised import Itemised, read_list, tells_times
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_settled
from factcheck.statements.model import SentenceReading

__all__ = ["parts_behind"]

_LEAST = 3  # parts: two numbers of the next sentence are too often something else
_BEFORE = 8  # tokens that may stand before the first part


def parts_behind(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Lists of counts without a noun of their own, behind a sentence with one count: of that, or more than it.

    What falls short of it may be some of many, and is not bound.
    """
    for place in range(1, len(reading.sentences)):
        before, sentence = reading.sentences[place - 1], reading.sentences[place]
        if not sentence.follows(before):
            continue
        whole = _only_count(before)
        found = None if whole is None else _list_of(sentence, whole)
        if whole is None or found is None or found.more:
            continue
        constraint = Constraint(rule, {"whole": (whole,), "parts": found.parts}, Licence.STRUCTURE)
        if found.total > whole.value or constraint.holds():
            yield constraint


def _only_count(sentence: SentenceReading) -> Quantity | None:
    """The one amount of a sentence, where it counts things and is no average and no change."""
    numbers = [(at, t.quantity) for at, t in enumerate(sentence.tokens) if t.quantity is not None]
    amounts = [(at, q) for at, q in numbers if is_amount(q) or q.kind in (Kind.PERCENT, Kind.POINTS, Kind.RATIO)]
    if len(amounts) != 1:
        return None
    at, whole = amounts[0]
    lows = set(sentence.lows)
    counted = whole.kind is Kind.COUNT and bool(whole.unit) and is_settled(whole) and whole.bound is Bound.EQUAL
    told = any(q is whole for s in sentence.statements for q in s.roles.values() if s.kind in ("change", "move"))
    told = told and not is_called(sentence.tokens, at)
    plain = counted and not told and may_be_whole(sentence.tokens, at)
    return whole if plain and lows.isdisjoint(words_of("totals.no_whole") - words_of("totals.let_by")) else None


def _list_of(sentence: SentenceReading, whole: Quantity) -> Itemised | None:
    tokens = sentence.tokens
    first = next((k for k, t in enumerate(tokens) if t.quantity is not None and is_amount(t.quantity)), None)
    if first is None or first > _BEFORE or any(cue.type in ("VS", "FROM", "PARTIAL") for cue in sentence.cues):
        return None
    if not words_of("totals.on_top").isdisjoint(token.text.lower() for token in tokens[:first]):
        return None
    found = read_list(tokens, first, len(tokens), whole)
    if (
        found is None
        or len(found.parts) < _LEAST
        or not found.begins_with_numbers
        or tells_times(tokens, found, most=0)
    ):
        return None
    fits = all(part.value < whole.value and is_settled(part) for part in found.parts)
    return found if fits and _takes_up(tokens, whole, found) else None


def _takes_up(tokens: Sequence[Token], whole: Quantity, found: Itemised) -> bool:
    """Whether the parts leave out the noun of the whole, or say it again; people are told as "people"."""
    first, others = found.parts[0], found.parts[1:]
    if any(part.unit not in ("", whole.unit) for part in others):
        return False
    lows = [token.text.lower() for token in tokens[found.places[0] + 1 : found.places[0] + 2]]
    people = first.unit in ("people", "person") and whole.unit in words_of("totals.of_persons")
    bare = not first.unit and bool(set(lows) & (words_of("totals.placing") | words_of("totals.being")))
    return people or bare or first.unit == whole.unit
