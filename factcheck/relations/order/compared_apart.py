"""Things that are said to be taller, dearer or the like than others: "at 188m, taller than the spire, which is 201m".

What ties the two numbers is that they are the only ones of their kind in the sentence, and that each stands right
beside what it measures: at the head or in brackets before the comparative, in brackets or behind "which" after "than".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.units import of_one_kind

__all__ = ["Compared", "compared_apart"]

_SUBJECT = 9  # tokens from a number to the comparative
_OTHER = 12  # tokens from "than" to the other number
_BACK = 3  # tokens before a comparative that may turn it
_KINDS = frozenset({Kind.MEASURE, Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.DURATION})


class Compared(NamedTuple):
    """The larger number and the smaller, as the comparative at a token has them."""

    high: Quantity
    low: Quantity
    word: Token
    above: bool


def compared_apart(reading: Reading) -> Iterator[Compared]:
    """Each comparative with a number of its subject and one of what follows "than"."""
    above, below = words_of("ranks.surpassing"), words_of("ranks.trailing")
    for sentence in reading.sentences:
        lows, tokens = sentence.lows, sentence.tokens
        if "than" not in lows:
            continue
        than = lows.index("than")
        word = lows[than - 1] if than else ""
        if (word not in above and word not in below) or not words_of("ranks.turned").isdisjoint(
            lows[max(0, than - 1 - _BACK) : than]
        ):
            continue
        numbers = [(at, q) for at, token in enumerate(tokens) if (q := token.quantity) is not None and _counts(q)]
        if len(numbers) != 2 or not numbers[0][0] < than < numbers[1][0]:
            continue
        (first, one), (second, other) = numbers
        fits = of_one_kind(one, other) and one.unit == other.unit and (one.unit or one.kind is Kind.PERCENT)
        plain = all(q.bound is Bound.EQUAL and not q.signed and q.kind in _KINDS for q in (one, other))
        if fits and plain and _is_of_subject(lows, first, than - 1) and _is_of_other(lows, than, second):
            high, low = (one, other) if word in above else (other, one)
            yield Compared(high, low, tokens[than - 1], word in above)


def _counts(quantity: Quantity) -> bool:
    return quantity.kind not in LABELS


def _is_of_subject(lows: Sequence[str], at: int, word: int) -> bool:
    """Whether a number opens the sentence ("At 188m, the") or stands in brackets or commas before the comparative."""
    if word - at > _SUBJECT or at == 0:
        return False
    if at == 1:
        return lows[0] in ("at", "with") and lows[at + 1] == ","
    return lows[at - 1] == "(" or (lows[at - 1] == "at" and lows[at - 2] == "," and lows[at + 1] == ",")


def _is_of_other(lows: Sequence[str], than: int, at: int) -> bool:
    """Whether a number is told of what stands behind "than"."""
    between = lows[than + 1 : at]
    if at - than > _OTHER or len(between) < 2 or not words_of("ranks.places").isdisjoint(between[:1]):
        return False
    told = between[-2] in ("which", "who") and between[-1] in words_of("ranks.measuring")
    stands = len(between) > 2 and between[-3] in ("which", "who") and between[-1] in ("at", "to", "is", "just", "only")
    return between[-1] == "(" or told or stands or list(between[-2:]) == [",", "at"]
