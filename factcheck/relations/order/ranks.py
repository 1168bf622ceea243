"""Superlatives, and the numbers that are said to be the highest, the lowest, or next to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import of_one_kind
from factcheck.statements.model import Word

__all__ = ["Form", "Superlative", "introduced", "may_be_ranked", "ordered", "same_rate", "superlatives", "words_at"]

_UNRANKED = LABELS | {Kind.AGE, Kind.SCORE, Kind.RATIO, Kind.MULTIPLE, Kind.POINTS}
_NO_WORDS: Mapping[str, Word] = MappingProxyType({})
_BACK = 3  # tokens before a superlative that may take it from the top
_NOUNS = 5  # tokens behind a superlative in which the noun of a measure stands
_MISREAD = 100  # times: of numbers so far apart one was not read to its end
_RANKS = 100  # bare counts below it may be places in a table


class Form(StrEnum):
    """How a superlative stands: "was highest in", "had the highest share", "the highest rate was", or otherwise.

    Otherwise it may name things by their size, which are measured by something else: "the largest firms".
    """

    BEING = "being"
    HAVING = "having"
    NOUN = "noun"
    OTHER = "other"


class Superlative(NamedTuple):
    """One at the token `at`; `side` is 1 for the highest, -1 for the lowest."""

    at: int
    side: int
    form: Form


def superlatives(lows: Sequence[str]) -> Iterator[Superlative]:
    """Each superlative of a size that takes the first or the last place and stands behind no preposition."""
    for at, low in enumerate(lows):
        side = 1 if low in words_of("ranks.highest") else -1 if low in words_of("ranks.lowest") else 0
        if side and words_of("ranks.not_first").isdisjoint(lows[max(0, at - _BACK) : at]):
            before = lows[at - 2 : at] if at > 1 else ["", *lows[:at]]
            if before[-1:] not in (["the"], ["a"]) or before[0] not in words_of("ranks.places"):
                yield Superlative(at, side, _form(lows, at, before))


def _form(lows: Sequence[str], at: int, before: Sequence[str]) -> Form:
    behind = lows[at + 1 : at + 1 + _NOUNS]
    if lows[at] in ("most", "least"):
        return Form.NOUN if behind and behind[0] in words_of("ranks.frequent") else Form.OTHER
    if before[-1:] != ["the"]:
        return Form.BEING if before[-1:] and before[-1] in words_of("ranks.being") else Form.OTHER
    named = not words_of("ranks.measures").isdisjoint(behind)
    if before[0] in words_of("ranks.having"):
        return Form.HAVING if named or lows[at] in words_of("ranks.pure") else Form.OTHER
    return Form.NOUN if named and before[0] in words_of("ranks.clauses") else Form.OTHER


def may_be_ranked(quantity: Quantity | None) -> bool:
    """Whether a number is one plain level: no date, no rank, no range, nothing below nought."""
    if quantity is None or quantity.kind in _UNRANKED:
        return False
    return quantity.bound is not Bound.RANGE and not quantity.signed and quantity.value >= 0


def ordered(
    rule: Rule, low: Quantity | None, high: Quantity | None, words: Mapping[str, Word] = _NO_WORDS, variant: str = ""
) -> Iterator[Constraint]:
    """That `low` is not above `high`, where both are levels of one kind and their bounds do not leave it open."""
    if low is None or high is None or not (may_be_ranked(low) and may_be_ranked(high)):
        return
    small, large = sorted((low.value, high.value))
    settled = low.interval.low is not None and high.interval.high is not None
    if settled and of_one_kind(low, high) and large <= small * _MISREAD and not (_is_bare(low) or _is_bare(high)):
        roles = {"low": (low,), "high": (high,)}
        yield Constraint(rule, roles, Licence.CLAUSE, words=words, closed=True, variant=variant)


def _is_bare(quantity: Quantity) -> bool:
    """Whether it is a small whole figure that counts nothing named, a place in a table or a note perhaps."""
    whole = quantity.value.denominator == quantity.ulp.denominator == 1
    return quantity.kind is Kind.COUNT and not quantity.unit and whole and quantity.value < _RANKS


def introduced(tokens: Sequence[Token], lows: Sequence[str], first: int, last: int) -> int | None:
    """Where from token `first` to `last` (exclusive) the first number stands that is said to be a level: "at 3%"."""
    for at in range(max(first, 1), min(last, len(tokens))):
        quantity = tokens[at].quantity
        if quantity is None or quantity.kind in LABELS or lows[at - 1] not in words_of("ranks.introducing"):
            continue
        apart = not words_of("ranks.distance").isdisjoint(lows[at + 1 : at + 3]) or lows[at + 1 : at + 2] == ["-"]
        counted = quantity.kind is Kind.COUNT and quantity.ulp == 1
        belongings = lows[at - 1] == "with" and (counted or lows[at + 1 : at + 2] == ["of"])  # "with 12% of homes let"
        return at if may_be_ranked(quantity) and not apart and not belongings else None
    return None


def same_rate(lows: Sequence[str], first: int, last: int) -> bool:
    """Whether two numbers, told by their tokens, are both one a time or thing, or neither: "£30 an hour"."""
    return _rate(lows, first) == _rate(lows, last)


def _rate(lows: Sequence[str], at: int) -> Sequence[str]:
    behind = lows[at + 1 : at + 4]
    if behind and behind[0] in words_of("ranks.each"):
        return behind[:2]
    return behind[1:] if behind[1:2] == ["per"] else []


def words_at(lows: Sequence[str], at: int, name: str) -> int:
    """How many tokens a word or phrase of a table takes at a token; 0 where none stands there."""
    for size in (2, 1):
        if " ".join(lows[at : at + size]) in words_of(name):
            return size
    return 0
