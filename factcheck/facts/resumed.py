"""Changes told of what the sentence before said: "… had 480 rowers. This is a fall of 20 (4%)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.quantities.model import AMOUNTS, Kind, Quantity
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading, Statement
from factcheck.statements.outcomes import is_doubly_told
from factcheck.statements.placed import COPULAS

__all__ = ["resumed_changes"]

_OPENING = 8  # tokens from the head of the sentence to the change
_NAMED = 3  # tokens from the head of the sentence to the number of a change that it names
_DEFINITE = frozenset({"the", "that", "this"})
_TOLD = ("percent", "amount", "points")


def resumed_changes(sentences: Sequence[SentenceReading]) -> Iterator[tuple[SentenceReading, Statement]]:
    """Each change whose sentence opens with "this" or the like, with the levels that the sentence before gives it."""
    for before, sentence in pairwise(sentences):
        if not sentence.follows(before):
            continue
        yield from ((sentence, statement) for statement in _completed(before, sentence))
        if sentence.tokens[0].low not in lexicon().resumptive and not _is_impersonal(sentence.lows):
            continue
        yield from ((sentence, statement) for statement in _compared(before, sentence))
        move = _opening_move(sentence)
        if move is not None and sentence.lows[0] == "there" and not _says_no_more(sentence, move):
            continue  # "There was a fall of 20 (4%) in the number of …"
        levels = _levels(before, move) if move is not None else {}
        if move is not None and levels:
            for one in (move, *_further(sentence, move, levels)):
                yield sentence, replace(one, kind="change", roles={**levels, **one.roles}, words={}, resumed=True)


def _is_impersonal(lows: Sequence[str]) -> bool:
    """Whether a sentence opens with a change that it says nothing of: "There is an increase of 7%"."""
    copula = 1 if lows[1:2] and lows[1] in COPULAS else 2
    named = lows[copula + 1 : copula + 4]
    return lows[0] == "there" and lows[copula : copula + 1] in (("a",), ("an",), ("was",), ("is",)) and "of" in named


def _says_no_more(sentence: SentenceReading, move: Statement) -> bool:
    """Whether a clause ends behind a change, or tells from when it is counted."""
    behind = sentence.lows[move.last + 1 : move.last + 2]
    return behind in ((), (".",), (",",), ("from",), ("on",), ("over",), ("since",), ("compared",))


def _further(sentence: SentenceReading, move: Statement, levels: Mapping[str, Quantity]) -> Iterator[Statement]:
    """The changes behind "and" of the same level: "up $401m or 3% on the quarter and up $2.25bn or 19% on the year"."""
    if levels.keys() != {"after"}:
        return
    for one in sentence.statements:
        if one.first > move.last and is_doubly_told(one) and "and" in sentence.lows[one.first - 2 : one.first]:
            yield one


def _compared(before: SentenceReading, sentence: SentenceReading) -> Iterator[Statement]:
    """ "… rose 10% to 500,000. This compares with 450,000": the change before with its base from here."""
    change = next((s for s in reversed(before.statements) if s.kind == "change" and "before" not in s.roles), None)
    cues = sentence.cues
    if change is None or len(cues) < 2 or cues[0].type != "VS" or cues[0].first > 1 or cues[1].quantity is None:
        return
    if "after" in change.roles:
        roles = {**change.roles, "before": cues[1].quantity}
        yield replace(change, roles=roles, words={}, resumed=True)


def _completed(before: SentenceReading, sentence: SentenceReading) -> Iterator[Statement]:
    """ "… 3,142,600, an increase of 211,400. The growth of 7.2% is …": one change as an amount and in percent."""
    change = before.statements[-1] if before.statements else None
    move = sentence.statements[0] if sentence.statements else None
    if change is None or move is None or change.kind != "change" or move.kind != "move":
        return
    told = {role for one in (change, move) for role in one.roles}
    number = next(at for at, token in enumerate(sentence.tokens) if token.quantity is not None)
    named = sentence.tokens[0].low in _DEFINITE and number <= _NAMED and move.first <= number
    if named and told == {"after", "amount", "percent"} and change.direction == move.direction != 0:
        yield replace(move, kind="change", roles={**change.roles, **move.roles}, words={}, resumed=True)


def _opening_move(sentence: SentenceReading) -> Statement | None:
    """The change that a sentence opens with, said of what "this" stands for."""
    if not sentence.statements:
        return None
    move = sentence.statements[0]
    number = next((at for at, token in enumerate(sentence.tokens) if token.quantity is not None), move.first)
    first = min(move.first, number)
    open_ended = move.kind == "move" or (move.kind == "change" and "after" not in move.roles)
    return move if open_ended and first <= _OPENING and move.first <= number + 1 else None


def _levels(before: SentenceReading, move: Statement) -> Mapping[str, Quantity]:
    """Both levels of the last comparison in a sentence that lacks the change; else the one amount that it tells."""
    for statement in reversed(before.statements):
        ends = {role: statement.roles[role] for role in ("before", "after") if role in statement.roles}
        if len(ends) == 2 and "before" not in move.roles:
            return {} if any(role in statement.roles and role in move.roles for role in _TOLD) else ends
    told = {q.start for s in before.statements for role, q in s.roles.items() if role in (*_TOLD, "before")}
    numbers = (token.quantity for token in before.tokens if token.quantity is not None)
    amounts = [quantity for quantity in numbers if quantity.kind in (*AMOUNTS, Kind.PERCENT)]
    levels = [quantity for quantity in amounts if quantity.start not in told]
    base = move.roles.get("before")
    if base is not None and len(levels) > 1:
        levels = [one for one in levels if one.kind is base.kind and one.unit in (base.unit, "")]
    return {"after": levels[0]} if len(levels) == 1 else {}
