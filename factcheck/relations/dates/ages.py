"""Ages as prose tells them: "was 27 when", "aged 27", "Ash, 27,"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of

__all__ = ["age_at", "ages", "is_apposed", "low", "of_one_person"]

_OLDEST = 120


def low(tokens: Sequence[Token], at: int) -> str:
    """The token in lower case; "" outside the sentence."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def age_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The quantity of a token that is the age of one person in whole years, by its kind or by the words beside it."""
    quantity = tokens[at].quantity
    if quantity is None or quantity.bound is not Bound.EQUAL or quantity.hedge or quantity.value.denominator != 1:
        return None
    if not 0 < quantity.value <= _OLDEST or quantity.scale != 1:
        return None
    if quantity.kind is Kind.AGE:
        return quantity if quantity.unit in ("", "year") else None
    if quantity.kind is not Kind.COUNT or quantity.signed:
        return None
    before, behind = low(tokens, at - 1), low(tokens, at + 1)
    said = before in words_of("ages.was") and behind in words_of("ages.behind")
    opening = before == "at" and behind == "," and at == 1
    adverb = before in words_of("ages.adverbs") and low(tokens, at - 2) in words_of("ages.was")
    closing = before == "," and behind in (".", ";", "") and at > 1 and tokens[at - 2].text.istitle()
    paired = before == "and" and at > 1 and _is_one_of_several(tokens, at - 2)
    told = said or opening or closing or paired or (adverb and behind in words_of("ages.behind"))
    return quantity if told else None


def _is_one_of_several(tokens: Sequence[Token], at: int) -> bool:
    """Whether an age opens a row: "aged 19 and 23"."""
    quantity = tokens[at].quantity
    return quantity is not None and quantity.kind is Kind.AGE and low(tokens, at - 1) in ("aged", "ages")


def ages(tokens: Sequence[Token]) -> list[int]:
    """The places of all ages in a sentence."""
    return [at for at in range(len(tokens)) if age_at(tokens, at) is not None]


def is_apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the age that somebody has as the text is written: "Ash, 27,"."""
    return low(tokens, at - 1) == "," and low(tokens, at + 1) in (",", ".", ";", "")


def of_one_person(*sentences: Sequence[Token]) -> bool:
    """Whether nothing tells of a second person: a relation, or a "he" beside a "she"."""
    words = {token.low for tokens in sentences for token in tokens}
    sexes = words_of("ages.he"), words_of("ages.she")
    return words.isdisjoint(words_of("dates.kin")) and sum(not words.isdisjoint(sex) for sex in sexes) == 1
