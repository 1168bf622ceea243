"""A part against the whole that it is taken from: "12 of the 48", "Of the 2,310 operations, 2,120 …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_plain, of_one_kind
from factcheck.statements.context import names_a_sort, place_of
from factcheck.statements.model import SentenceReading

__all__ = ["bind_part"]

AGAIN = 4  # tokens behind "24 of which" that may say that some are counted twice
NEAR = 4  # tokens from a whole to the comma behind which a part is told "of them"
_PER = frozenset({"a", "an", "per", "each", "every"})


def bind_part(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each part with its whole in one clause, and the first count behind a head "Of the M …"."""
    for sentence, statement in reading.statements:
        part, whole = statement.roles.get("part"), statement.roles.get("whole")
        if statement.kind == "parts" and statement.words["cue"].text.lower() in ("of which", "of whom"):
            rated = whole is not None and sentence.lows[place_of(whole, sentence.tokens) + 1] in _PER
            part = None if rated else statement.roles["first"]  # "14,600 a year, or 40 a day, of whom 1,300"
        if part is not None and whole is not None and _fit(part, whole) and not _told_of_whole(sentence, part):
            yield _constraint(rule, part, whole)
    for sentence in reading.sentences:
        for part, whole in _of_them(sentence.tokens):
            if _fit(part, whole):
                yield _constraint(rule, part, whole)
    for sentence in reading.sentences:
        whole = reading.leads.get(sentence.index)
        part = _first_behind(sentence, whole) if whole is not None else None
        if part is not None and whole is not None and _fit(part, whole):
            yield _constraint(rule, part, whole)


def _of_them(tokens: Sequence[Token]) -> Iterator[tuple[Quantity, Quantity]]:
    """ "61 lifts, 34 of them double-deckers": a count with "of them" behind the comma, and the one before it.

    "84 concerts in 16 countries, 31 of them in Japan": a count further back that is large enough may be meant.
    """
    for at in range(3, len(tokens) - 2):
        part = tokens[at].quantity
        if part is None or tokens[at - 1].text != "," or tokens[at + 1].low != "of":
            continue
        behind = (token.low for token in tokens[at + 3 : at + 3 + AGAIN])
        if tokens[at + 2].low in words_of("rest.them") and words_of("rest.again").isdisjoint(behind):
            wholes = _counts(tokens, at - 1)
            near = wholes[:1] and wholes[0].start >= tokens[max(0, at - 1 - NEAR)].start
            fitting = next((whole for whole in wholes if whole.value >= part.value), None)
            if near:
                yield part, fitting or wholes[0]


def _counts(tokens: Sequence[Token], end: int) -> list[Quantity]:
    """The counts before token `end`, the last one first, that do not say what sort of thing is counted."""
    found = (tokens[at].quantity for at in range(end - 1, -1, -1))
    return [q for q in found if q is not None and q.kind is Kind.COUNT and not names_a_sort(q, tokens)]


def _told_of_whole(sentence: SentenceReading, part: Quantity) -> bool:
    """Whether the number is no part but tells of the whole once more: "of which 3 million more than last year"."""
    at = place_of(part, sentence.tokens)
    behind = sentence.tokens[at + 1 : at + 3]
    return any(token.low in ("more", "fewer", "less", "higher", "lower", "above", "below") for token in behind)


def _constraint(rule: Rule, part: Quantity, whole: Quantity) -> Constraint:
    return Constraint(rule, {"part": (part,), "whole": (whole,)}, Licence.CLAUSE, closed=True)


def _fit(part: Quantity, whole: Quantity) -> bool:
    together = of_one_kind(part, whole) and is_amount(part)
    return together and is_plain(part) and is_plain(whole)


def _first_behind(sentence: SentenceReading, whole: Quantity) -> Quantity | None:
    """The first number behind the comma that closes the head, where it is a count of its own."""
    cues = [cue for cue in sentence.cues if sentence.tokens[cue.first].start >= whole.end]
    for at, cue in enumerate(cues[:-1]):
        if cue.type in ("COMMA", "SEP"):
            following = cues[at + 1]
            return following.quantity if following.first <= cue.last + 2 else None
        if cue.quantity is not None:
            return None
    return None
