"""Proper names and content words of a clause, without a tagger: by capitals and a closed-class list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.facts.model import Name
from factcheck.quantities.model import Token, TokenKind
from factcheck.statements.lexicon import lexicon

__all__ = ["content_words", "name_words", "names_in", "same_name", "share_name", "singular"]

KEPT = 20_000  # words whose forms are remembered


def names_in(tokens: Sequence[Token], first: int, last: int) -> list[Name]:
    """The runs of capitalised words from token `first` to `last` (exclusive), as sets of lower-case words, in order.

    The first word of a sentence counts only where another capitalised word follows, or where it is no common word.
    """
    found: list[Name] = []
    run: list[str] = []
    for at in range(first, last):
        if _is_name_word(tokens, at):
            run.append(_bare(tokens[at].text))
        elif run:
            found.append(frozenset(run))
            run = []
    if run:
        found.append(frozenset(run))
    return found


def _is_name_word(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind is not TokenKind.WORD or not token.text[0].isupper():
        return False
    words = lexicon()
    lower = _bare(token.text)
    return lower not in words.common_capitals and not (at == 0 and lower in words.function)


@lru_cache(maxsize=KEPT)
def _bare(word: str) -> str:
    lower = word.lower()
    for ending in ("'s", "’s", "s'", "s’"):
        if lower.endswith(ending):
            return lower[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return lower


def same_name(one: Name, other: Name) -> bool:
    """Whether one name may be the other, in full or in short."""
    return bool(one) and (one <= other or other <= one)


def share_name(one: Iterable[Name], other: Sequence[Name]) -> bool:
    """Whether some name of the one may be a name of the other."""
    return any(same_name(a, b) for a in one for b in other)


def name_words(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of all names in these tokens."""
    return frozenset(word for name in names_in(tokens, 0, len(tokens)) for word in name)


@lru_cache(maxsize=KEPT)
def singular(word: str) -> str:
    """The word in lower case without a plural ending."""
    lower = _bare(word)
    if len(lower) > 4 and lower.endswith("ies"):
        return lower[:-3] + "y"
    if len(lower) > 4 and lower.endswith(("sses", "ches", "shes", "xes")):
        return lower[:-2]
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower


def content_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The open-class words among the tokens, in the singular."""
    words = lexicon()
    found = []
    for token in tokens:
        lower = token.low
        closed = lower in words.function or lower in words.verbs or lower in words.cues
        if token.kind is TokenKind.WORD and not closed:
            found.append(singular(token.text))
    return tuple(found)
