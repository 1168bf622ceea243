"""Amounts with a currency code and a scale in another order: "30 MUSD", "EUR million 12.5", "75 USD million"."""

from __future__ import annotations

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.numeral import Numeral

__all__ = ["Coded", "coded"]

_PREFIXES = {"M": 10**6, "k": 10**3}
Coded = tuple[Numeral, str, int, int]  # the scaled numeral, the code, the first piece and the piece behind


def coded(tape: Tape, numeral: Numeral, first: int, free: int) -> Coded | None:
    """`numeral`, whose first piece is `first`, with the code and scale round it; None where they stand otherwise.

    Pieces before `free` belong to another number.
    """
    if numeral.scale != 1 or numeral.form not in ("figure", "words") or numeral.tail:
        return None
    after = numeral.after
    behind, before = tape.word(after), tape.word(first - 1)
    if behind.isupper() or before.isupper() or behind[:1] == "k" or before[:1] == "k":
        prefixed = _prefixed(behind) if tape.near(after) else None
        if prefixed is not None:
            return _scaled(numeral, prefixed[1]), prefixed[0], first, after + 1
        prefixed = _prefixed(before) if first > free and tape.near(first) else None
        if prefixed is not None:
            return _scaled(numeral, prefixed[1]), prefixed[0], first - 1, after
    if behind in LEXICON.codes and tape.near(after) and tape.near(after + 1):
        factor = LEXICON.scales.get(tape.low(after + 1))
        if factor is not None:
            whole = _scaled(numeral, factor)._replace(end=tape.ends[after + 1], after=after + 2)
            return whole, behind, first, after + 2
    if first - 1 > free and tape.word(first - 2) in LEXICON.codes and tape.near(first) and tape.near(first - 1):
        factor = LEXICON.scales.get(before.lower()) or LEXICON.suffixes.get(before)
        if factor is not None:
            return _scaled(numeral, factor), tape.words[first - 2], first - 2, after
    return None


def _prefixed(word: str) -> tuple[str, int] | None:
    """The currency and scale of a code with a prefix: "MUSD", "kEUR"."""
    if len(word) == 4 and word[1:] in LEXICON.codes and word[0] in _PREFIXES:
        return word[1:], _PREFIXES[word[0]]
    return None


def _scaled(numeral: Numeral, factor: int) -> Numeral:
    return numeral._replace(num=numeral.num * factor, unit=numeral.unit * factor, scale=factor)
