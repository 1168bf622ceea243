"""Repairs as a reader is offered them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.findings.model import Edit, Suggestion
from factcheck.quantities.model import Quantity
from factcheck.relations.mend import Mend

__all__ = ["MOST_SUGGESTIONS", "suggestions"]

MOST_SUGGESTIONS = 3
_FAR, _NEAR = 11.0, 1.0  # bits behind the likeliest repair, and behind the likeliest of the same number
_NOTATION = frozenset({"unscaled"})
_CLUES = {
    "rounding": "its last digit differs by one or two",
    "digit": "one digit differs",
    "swap": "two digits swapped",
    "drop": "one digit too many",
    "double": "one digit missing",
    "add": "one digit missing",
    "word": "one more or less",
    "point": "the point moved by one place",
    "sign": "the sign turned",
    "scale": "another scale word",
    "unscaled": "the scale word is missing",
    "unit": "another unit of change",
    "turn": "the direction turned",
    "base": "a base that the text prints as well",
    "base-words": "the share fits these",
    "computed": "as the other figures give",
}


def suggestions(mends: Sequence[Mend], text: str) -> tuple[Suggestion, ...]:
    """The likeliest repairs, likeliest first: one a number, and more of one only where too few numbers have any."""
    return tuple(_suggestion(mend, text) for mend in _offered(mends))


def _offered(mends: Sequence[Mend]) -> list[Mend]:
    best: dict[int | None, float] = {}
    first: list[Mend] = []
    more: list[Mend] = []
    for mend in mends:
        if mend.bits > mends[0].bits + _FAR:
            break
        if mend.culprit is None or mend.culprit not in best:
            best[mend.culprit] = mend.bits
            first.append(mend)
        elif mend.bits <= best[mend.culprit] + _NEAR:
            more.append(mend)
    chosen = [*first, *more][:MOST_SUGGESTIONS]
    return sorted(chosen, key=mends.index)


def _suggestion(mend: Mend, text: str) -> Suggestion:
    edits = tuple(Edit(change.start, change.end, change.replacement) for change in mend.changes)
    return Suggestion(_said(mend, edits, text), edits, notation=mend.kind in _NOTATION)


def _said(mend: Mend, edits: Sequence[Edit], text: str) -> str:
    if mend.kind == "exchange":
        one, other = (text[edit.start : edit.end] for edit in edits)
        return f"{one} and {other} exchanged"
    old, new = (
        ", ".join(words) for words in zip(*(_in_place(mend.quantity, edit, text) for edit in edits), strict=True)
    )
    return f"{new} instead of {old} ({_CLUES[mend.kind]})"


def _in_place(quantity: Quantity | None, edit: Edit, text: str) -> tuple[str, str]:
    """What is printed, and what would be, with currency and unit where the edit is of a number."""
    start, end = edit.start, edit.end
    if quantity is not None and quantity.outer_start <= start and end <= quantity.outer_end:
        start, end = quantity.outer_start, quantity.outer_end
    old, new = text[start:end], text[start : edit.start] + edit.replacement + text[edit.end : end]
    return " ".join(old.split()), " ".join(new.split())
