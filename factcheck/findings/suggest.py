"""Repairs as a reader is offered them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.findings.model import Edit, Suggestion
from factcheck.quantities.model import Quantity
from factcheck.relations.repairs.mend import Mend

__all__ = ["MOST_SUGGESTIONS", "suggestions"]

MOST_SUGGESTIONS = 3
_FAR, _NEAR = 11.0, 1.0  # bits behind the likeliest repair, and behind the likeliest of the same number
_NOTATION = frozenset({"unscaled"})
_CLUES = {
    "rounding": "a slip of the last digit",
    "digit": "one digit differs",
    "swap": "two digits swapped",
    "drop": "one digit too many",
    "double": "one digit is missing",
    "add": "one digit is missing",
    "word": "one more or less",
    "point": "the decimal point one place off",
    "sign": "plus and minus confused",
    "scale": "another scale word",
    "unscaled": "the scale word is missing",
    "unit": "another unit",
    "turn": "the other direction",
    "multiple": "nearer to the figures",
    "base": "another figure of the text, which fits the percentage",
    "base-words": "these fit the percentage",
    "computed": "worked out from the other figures",
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
    changes = sorted(mend.changes, key=lambda change: change.start)
    edits = tuple(Edit(change.start, change.end, change.replacement) for change in changes)
    return Suggestion(_said(mend, edits, text), edits, notation=mend.kind in _NOTATION)


def _said(mend: Mend, edits: Sequence[Edit], text: str) -> str:
    if mend.kind == "exchange":
        one, other = (text[edit.start : edit.end] for edit in edits)
        return f"{one} and {other} exchanged"
    old, new = (
        " and ".join(words) for words in zip(*(_in_place(mend.quantity, edit, text) for edit in edits), strict=True)
    )
    return f"{new} instead of {old} ({_clue(mend, edits)})"


def _clue(mend: Mend, edits: Sequence[Edit]) -> str:
    if mend.kind == "zero":
        shorter = len(edits[0].replacement) < edits[0].end - edits[0].start
        return "a zero too many" if shorter else "a zero is missing"
    if mend.kind == "places" and mend.quantity is not None:
        after = mend.values[mend.quantity.start].value / mend.quantity.value
        return f"{after} times as much" if after > 1 else f"1/{1 / after} of it"
    return _CLUES[mend.kind]


def _in_place(quantity: Quantity | None, edit: Edit, text: str) -> tuple[str, str]:
    """What is printed, and what would be, with currency and unit where the edit is of a number."""
    start, end = edit.start, edit.end
    if quantity is not None and quantity.outer_start <= start and end <= quantity.outer_end:
        start, end = quantity.outer_start, quantity.outer_end
    old, new = text[start:end], text[start : edit.start] + edit.replacement + text[edit.end : end]
    return " ".join(old.split()), " ".join(new.split())
