"""Repairs as a reader is offered them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.findings.model import Edit, Suggestion
from factcheck.relations.mend import Mend

__all__ = ["MOST_SUGGESTIONS", "suggestions"]

MOST_SUGGESTIONS = 3


def suggestions(mends: Sequence[Mend], text: str) -> tuple[Suggestion, ...]:
    """The likeliest repairs, likeliest first: one a number, and more of one only where too few numbers have any."""
    return tuple(_suggestion(mend, text) for mend in _offered(mends))


def _offered(mends: Sequence[Mend]) -> list[Mend]:
    seen: set[int | None] = set()
    first: list[Mend] = []
    for mend in mends:
        if mend.culprit is None or mend.culprit not in seen:
            seen.add(mend.culprit)
            first.append(mend)
    more = [mend for mend in mends if mend not in first]
    chosen = [*first, *more][:MOST_SUGGESTIONS]
    return sorted(chosen, key=mends.index)


def _suggestion(mend: Mend, text: str) -> Suggestion:
    edits = tuple(Edit(change.start, change.end, change.replacement) for change in mend.changes)
    said = " and ".join(f"{text[e.start : e.end]} may be meant as {e.replacement}" for e in edits)
    return Suggestion(said, edits)
