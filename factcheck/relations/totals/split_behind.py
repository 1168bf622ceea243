"""A whole with its parts behind a comma at the end of the sentence: "5.2 gigawatts, 3.4 on land and 1.8 at sea".

Each part is followed by where, for what or why it is, and by no noun of its own, so that it counts what the whole does.
A value that lies between two others is their average and has no parts; a price has none either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.apportioned import may_be_whole
from factcheck.relations.totals.itemised import is_a_time
from factcheck.relations.units import is_plain
from factcheck.statements.context import quantity_at
from factcheck.statements.lexicon import lexicon

__all__ = ["split_behind"]

_PARTS = (2, 5)  # how many there may be
_LARGE = 1000  # money below it is a price
_SPLIT = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.PERCENT})
_ADDED = frozenset({"watt", "joule", "gram", "ton", "tonne", "litre", "liter", "barrel", "bushel", "hectare", "acre"})


def split_behind(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each whole with the parts that close its sentence, where they make it or where only a slip keeps them from it."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        places = _parts(tokens)
        whole_at = next((at for at in range(places[0] - 1, -1, -1) if tokens[at].quantity), None) if places else None
        if whole_at is None or any(is_a_time(token) for token in tokens[places[0] :]):
            continue
        between = sentence.lows[whole_at + 1 : places[0]]
        placing = {tokens[at + 1].low for at in places}  # "$90m for roads, $16m for rails and $12m for ports": one list
        if "," in between[:-1] or not lexicon().clause.isdisjoint(between) or not placing.isdisjoint(between):
            continue
        found = _constraint(rule, tokens, whole_at, places)
        if found is not None:
            yield found


def _parts(tokens: Sequence[Token]) -> list[int]:
    """The places of the numbers that commas and then "and" lead up to the end of a sentence; none of other shape."""
    found: list[int] = []
    for at in reversed([at for at, token in enumerate(tokens) if token.quantity is not None]):
        mark = "," if found else "and"
        placed = at + 1 < len(tokens) and tokens[at + 1].low in words_of("totals.split_by")
        if not placed or not at or tokens[at - 1].low != mark:
            break
        found.insert(0, at)
    least, most = _PARTS
    return found if least <= len(found) <= most else []


def _constraint(rule: Rule, tokens: Sequence[Token], whole_at: int, places: Sequence[int]) -> Constraint | None:
    whole = quantity_at(tokens, whole_at)
    parts = [_as_whole(quantity_at(tokens, at), whole) for at in places]
    like = all(part.kind is whole.kind and part.unit == whole.unit for part in parts)
    if not like or not _may_be_split(tokens, whole_at, whole):
        return None
    if any(part.value >= whole.value or not is_plain(part) for part in parts):
        return None
    return Constraint(rule, {"whole": (whole,), "parts": tuple(parts)}, Licence.STRUCTURE)


def _may_be_split(tokens: Sequence[Token], at: int, whole: Quantity) -> bool:
    """Whether it is an amount of what adds up: no price, no height, no temperature, no change."""
    if whole.kind not in _SPLIT or not is_plain(whole) or whole.bound is not Bound.EQUAL or whole.signed:
        return False
    if whole.kind is Kind.PERCENT:
        return [token.low for token in tokens[at + 1 : at + 2]] == ["of"]
    if not may_be_whole(tokens, at) or not _is_told(tokens, at):
        return False
    if whole.kind is Kind.MEASURE:
        return any(whole.unit.endswith(unit) for unit in _ADDED)
    return bool(whole.unit) and (whole.kind is Kind.COUNT or whole.scale >= _LARGE)


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Whether no word of change stands before a number, so that it is a level or a sum."""
    return all(lexicon().cues.get(token.low) not in ("UP", "DOWN", "BY") for token in tokens[max(0, at - 3) : at])


def _as_whole(part: Quantity, whole: Quantity) -> Quantity:
    """A bare number with the unit of the whole, where that has no scale word that it might lack."""
    bare = part.kind is Kind.COUNT and not part.unit and whole.scale == 1 == part.scale
    return replace(part, kind=whole.kind, unit=whole.unit) if bare else part
