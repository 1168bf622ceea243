"""Whose level a base is: that of the thing that changed, or of another place, group, target or time.

"Sales rose to £41m, compared with £38m in 2012" gives the sales before; "compared with £52m in France", "with a target
of £38m" and "from a peak of £60m" give something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from factcheck.quantities.model import LABELS, Kind, Quantity, Token, TokenKind
from factcheck.quantities.nouns import singular
from factcheck.statements.context import place_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, SentenceReading, Statement

__all__ = ["Base", "base_of", "is_quoted_for_another"]

NAMED = 8  # tokens before and behind a base that tell what it is
MARKED = 4  # tokens behind a base that may name a peak
SPAN = 5  # tokens behind a change that tell in what time it came about
_NO_LEVELS = LABELS | {Kind.DURATION, Kind.AGE}
_LINKS = frozenset({"VS", "FROM", "THAN"})
_PER = frozenset({"per", "to", "against", "a", "for"})
_PRICED = 3  # tokens of "to the euro" behind a level, and of "the crown also" before the word of change
_SOMEWHERE = frozenset({"in", "for", "at", "among", "across", "by"})


class Base(IntEnum):
    """How sure it is that the base of a change is the level from which the change was counted."""

    OTHER = 0  # of another place or group; a target, a peak
    LONGER_AGO = 1  # the change came about in a shorter time: "by 79,000 in the quarter, from 32.1 million a year ago"
    COMPARED = 2  # put beside the outcome by "compared with" or the like
    OWN = 3


def base_of(sentence: SentenceReading, statement: Statement) -> Base:
    """What the base of a change is; `OWN` where the statement has none, or tells the change behind both levels."""
    before = statement.roles.get("before")
    if before is None or statement.resumed:
        return Base.OWN
    tokens = sentence.tokens
    at = place_of(before, tokens)
    link = _link(sentence.cues, at, tokens)
    if link is None:
        return Base.OWN
    named = [token.low for token in tokens[link.last + 1 : at]]
    behind = _behind(tokens, at)
    if not lexicon().other_base.isdisjoint(named) or _is_at_its_peak(behind):
        return Base.OTHER
    told = {token.low for token in tokens[: link.first]}
    if (
        link.type == "VS"
        and (
            not (lexicon().yardstick & set(named)) <= told  # "an average price of £9, compared with an average of £8"
            or _is_elsewhere(behind)
            or _is_anothers(tokens[: at + 1], link.last + 1)
        )
    ):
        return Base.OTHER
    change = _change(statement)
    if change is None or change.start > before.start:
        return Base.OWN
    if _of_another_time(change, tokens, behind):
        return Base.LONGER_AGO
    return Base.COMPARED if link.type == "VS" else Base.OWN


def _link(cues: Sequence[Cue], at: int, tokens: Sequence[Token]) -> Cue | None:
    """The word that introduces the number at a token: "compared with", "from", "than"."""
    for cue in reversed([cue for cue in cues if cue.last < at]):
        if cue.type in _LINKS:
            numbers = (token.quantity for token in tokens[cue.last + 1 : at])
            return cue if all(q is None or q.kind in _NO_LEVELS for q in numbers) else None
    return None


def _behind(tokens: Sequence[Token], at: int) -> list[Token]:
    """What follows a base in its clause, up to the next number that says how much."""
    found: list[Token] = []
    for token in tokens[at + 1 : at + 1 + NAMED]:
        number = token.quantity is not None and token.quantity.kind not in _NO_LEVELS
        if number or (token.kind is TokenKind.PUNCT and token.text not in ("'", "’", "-")):
            break
        found.append(token)
    return found


def _is_elsewhere(behind: Sequence[Token]) -> bool:
    """Whether a place or a group follows, and no time: "in France", "for women", "expected by the City"."""
    lows = [token.low for token in behind]
    if not lexicon().other_base.isdisjoint(lows[:2]):
        return True
    if lows[:1] == ["that"] and behind[1:] and behind[1].text[:1].isupper():
        return True  # "the 37,000 that Marlow made"
    placed = any(low in _SOMEWHERE for low in lows[:-1])
    return placed and not any(_is_time(token) for token in behind)


def _is_at_its_peak(behind: Sequence[Token]) -> bool:
    """Whether "at its peak" or the like follows."""
    lows = [token.low for token in behind[:MARKED]]
    return lows[:1] == ["at"] and not lexicon().other_base.isdisjoint(lows)


def _is_anothers(tokens: Sequence[Token], first: int) -> bool:
    """Whether another thing is named before a base, from token `first` on, or counted by it.

    "China's 1.4 billion", not "January's"; "imports of £37bn" and "3,700 births" where none were named before.
    """
    named, at = tokens[first:-1], tokens[-1].quantity
    told = {singular(token.low) for token in tokens[:first]}
    for token in named:
        owner = token.text.removesuffix("'s").removesuffix("’s")
        if owner != token.text and owner.lower() not in lexicon().period:
            return True
    if at is not None and at.kind is Kind.COUNT and at.unit and at.unit.split()[-1] not in told:
        return True
    head = named[-2].text.lower() if len(named) > 1 and named[-1].text.lower() == "of" else ""
    return bool(head) and singular(head) not in told and head not in lexicon().level_noun


def _is_time(token: Token) -> bool:
    if token.quantity is not None:
        return token.quantity.kind in LABELS
    return token.low in lexicon().period


def _change(statement: Statement) -> Quantity | None:
    told = (statement.roles.get(role) for role in ("percent", "points", "amount"))
    return next((quantity for quantity in told if quantity is not None), None)


def _of_another_time(change: Quantity, tokens: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether the change is one of a shorter time than lies between the levels: "by 79,000 in the quarter"."""
    at = place_of(change, tokens)
    near = {token.low for token in tokens[at + 1 : at + 1 + SPAN]}
    return bool(near & lexicon().short_time) and any("year" in token.low for token in behind)


def is_quoted_for_another(sentence: SentenceReading, statement: Statement, level: Quantity) -> bool:
    """Whether a level is the price of another currency: "the crown slipped to 394 per euro", of which it takes more."""
    if level.kind is not Kind.COUNT:
        return False
    currency, lows, at = lexicon().currency, sentence.lows, place_of(level, sentence.tokens)
    behind = lows[at + 1 : at + 1 + _PRICED]
    starts = [word.start for word in statement.words.values()]
    verb = next((place for place, token in enumerate(sentence.tokens) if token.start in starts), 0)
    subject = lows[max(0, verb - _PRICED) : verb]
    quoted = not _PER.isdisjoint(behind[:1]) and not currency.isdisjoint(behind)
    return quoted or ("the" in subject and not currency.isdisjoint(subject))
