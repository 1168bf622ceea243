"""The counted noun behind a number."""

from __future__ import annotations

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON

__all__ = ["counted_noun", "singular"]

_REACH = 3


def counted_noun(tape: Tape, i: int, *, one: bool = False) -> str:
    """The singular head noun of the phrase that begins at piece `i`, "" where none can be told.

    At most two adjectives may stand before it; `one` says that the number is one, so that the noun is no plural.
    """
    last = ""
    for k in range(i, i + _REACH):
        if not tape.near(k):
            break
        word = tape.words[k]
        if not word[0].isalpha() or not word.islower() or word in LEXICON.function_words or word in LEXICON.verbs:
            break
        if one and last and (is_plural(word) or "'" in word or "’" in word):  # a verb: "one theory suggests"
            break
        if last and word.endswith(("ed", "ing")):
            break
        if is_plural(word):
            return singular(word)
        last = word
    return last if one else ""


def is_plural(word: str) -> bool:
    """Whether the lower-case `word` looks like a plural noun."""
    if word in LEXICON.plurals:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


def singular(word: str) -> str:
    """The singular of a lower-case plural noun; other words stay as they are."""
    known = LEXICON.plurals.get(word)
    if known is not None:
        return known
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]
