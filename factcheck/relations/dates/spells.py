"""Times as prose tells them: "35 years", "16 unbroken years", "two hours and 40 minutes", "an hour and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.ages import low
from factcheck.relations.lexicon import words_of
from factcheck.statements.context import quantity_at

__all__ = ["UNITS", "Spell", "spells"]

UNITS = frozenset({"year", "month", "fortnight", "week", "day", "hour", "minute"})
_UNIT_FORMS = {form: unit for unit in UNITS for form in (unit, f"{unit}s")}
_HOUR = 60
_HALVES = {
    ("a", "half"): Fraction(1, 2), ("a", "quarter"): Fraction(1, 4), ("three", "quarters"): Fraction(3, 4),
    ("three-quarters",): Fraction(3, 4),
}  # fmt: skip
_ADJECTIVES = 2  # tokens between a number and its unit


class Spell(NamedTuple):
    """One time, told by the tokens `first` to `last` (inclusive); `whole` says that one token alone tells it."""

    quantity: Quantity
    first: int
    last: int
    whole: bool = True


def spells(tokens: Sequence[Token]) -> list[Spell]:
    """Every time of a sentence that is told without a hedge, in its order."""
    found: list[Spell] = []
    behind = 0
    for at in range(len(tokens)):
        spell = _told(tokens, at) if at >= behind else None
        if spell is not None:
            found.append(spell)
            behind = spell.last + 1
    return found


def _told(tokens: Sequence[Token], at: int) -> Spell | None:
    quantity = tokens[at].quantity
    if quantity is None:
        return _and_a_half(tokens, at) if low(tokens, at) in ("a", "an") else None
    if quantity.bound is not Bound.EQUAL or quantity.hedge or quantity.value <= 0 or quantity.unit not in UNITS:
        return None
    if quantity.value.denominator != 1 and quantity.unit not in ("hour", "year"):
        return None
    if quantity.kind is Kind.DURATION:
        return _with_minutes(tokens, at) or Spell(quantity, at, at)
    return _with_adjective(tokens, at) if quantity.kind is Kind.COUNT else None


def _with_minutes(tokens: Sequence[Token], at: int) -> Spell | None:
    """ "two hours and 40 minutes", "2 hours 5 minutes": one time in minutes."""
    hours = quantity_at(tokens, at)
    behind = at + 1 + (low(tokens, at + 1) in ("and", ","))
    minutes = tokens[behind].quantity if behind < len(tokens) else None
    if hours.unit != "hour" or minutes is None or minutes.kind is not Kind.DURATION or minutes.unit != "minute":
        return None
    if not 0 < minutes.value < _HOUR or minutes.bound is not Bound.EQUAL or hours.value.denominator != 1:
        return None
    return Spell(_joined(tokens, at, behind, "minute", hours.value * _HOUR + minutes.value), at, behind, whole=False)


def _and_a_half(tokens: Sequence[Token], at: int) -> Spell | None:
    """ "an hour and a half", "a year and three-quarters"."""
    unit = _UNIT_FORMS.get(low(tokens, at + 1), "")
    if unit not in ("hour", "year") or low(tokens, at + 2) != "and" or low(tokens, at + 1) != unit:
        return None
    for words, part in _HALVES.items():
        last = at + 2 + len(words)
        if tuple(low(tokens, k) for k in range(at + 3, last + 1)) == words:
            return Spell(_joined(tokens, at, last, unit, 1 + part), at, last, whole=False)
    return None


def _joined(tokens: Sequence[Token], first: int, last: int, unit: str, value: Fraction) -> Quantity:
    numeral = tokens[last].quantity
    start, end, outer = tokens[first].start, tokens[last].end, tokens[last].end
    words = [token.text for token in tokens[first:last]]
    if numeral is not None and tokens[last].text.startswith(numeral.text):
        end, words = numeral.end, [*words, numeral.text]
    else:
        words.append(tokens[last].text)
    text = " ".join(words).replace(" ,", ",")
    return Quantity(
        Kind.DURATION, start, end, start, outer, text, value, Interval.exactly(value),
        unit=unit, numeral=text,
    )  # fmt: skip


def _with_adjective(tokens: Sequence[Token], at: int) -> Spell | None:
    """ "16 unbroken years": the unit stands behind words that add nothing to it."""
    for last in range(at + 1, min(len(tokens), at + 2 + _ADJECTIVES)):
        if _UNIT_FORMS.get(low(tokens, last)) == quantity_at(tokens, at).unit:
            between = [low(tokens, k) for k in range(at + 1, last)]
            if not between or not words_of("spans.adding_nothing").issuperset(between):
                return None
            quantity = quantity_at(tokens, at)
            return Spell(replace(quantity, kind=Kind.DURATION, outer_end=tokens[last].end), at, last)
    return None
