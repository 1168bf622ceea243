"""A part against the whole that it is taken from: "12 of the 48", "Of the 2,310 operations, 2,120 …"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_plain, of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["bind_part"]


def bind_part(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each part with its whole in one clause, and the first count behind a head "Of the M …"."""
    for _, statement in reading.statements:
        part, whole = statement.roles.get("part"), statement.roles.get("whole")
        if statement.kind == "share" and part is not None and whole is not None and _fit(part, whole):
            yield _constraint(rule, part, whole)
    for sentence in reading.sentences:
        whole = reading.leads.get(sentence.index)
        part = _first_behind(sentence, whole) if whole is not None else None
        if part is not None and whole is not None and _fit(part, whole):
            yield _constraint(rule, part, whole)


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
