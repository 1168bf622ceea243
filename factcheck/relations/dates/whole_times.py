"""Whether a time is told as all that lies between a beginning and an end: "lasted 21 days", "after 35 years"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.model import Token
from factcheck.relations.dates.ages import low
from factcheck.relations.dates.moments import HOURS
from factcheck.relations.dates.spells import Spell
from factcheck.relations.lexicon import words_of

__all__ = ["is_all_of_it", "is_all_or_part"]

_TAIL = 6  # tokens of "of continuous production"
_ADVERBS = 3  # tokens of "lasted for a full 21 days"
_PURPOSE = frozenset(("to", "by", "with", "under"))  # "took 31 days to hang"
_MARKS = frozenset(",.;:()—–")


def is_all_of_it(tokens: Sequence[Token], spell: Spell) -> bool | None:
    """Whether a time told as spent is surely all of it, None where it is not told so.

    ", a run of 14 days" and "lasted 14 days" are; "after 35 years of service" may have begun elsewhere.
    """
    at, behind = spell.first, spell.last + 1
    word = low(tokens, at - 1)
    if word == "of":
        return True if low(tokens, at - 2) in words_of("spans.lasts") and _is_summed_up(tokens, at - 3) else None
    if _lasted(tokens, at) and low(tokens, behind) in words_of("spans.behind") - _PURPOSE:
        return True
    if word in ("after", "lasting", "spanning"):
        return False if _tail_is_whole(tokens, behind) else None
    summed = word in (",", "—", "–") and low(tokens, behind) in ("in", "altogether")
    return True if summed and low(tokens, behind + 1) in ("all", "total", "") else None


def is_all_or_part(tokens: Sequence[Token], spell: Spell) -> bool | None:
    """The same of looser words, which a slip must explain: "her 40 years", "the 21-day reign", "for 14 hours"."""
    at, behind = spell.first, spell.last + 1
    told = is_all_of_it(tokens, spell)
    if told is not None:
        return told
    if low(tokens, at - 1) == "of" and low(tokens, at - 2) in words_of("spans.lasts"):
        return True if low(tokens, at - 4) in words_of("spans.ending") else None
    if low(tokens, behind) in words_of("spans.lasts") and low(tokens, at - 1) in words_of("spans.known"):
        return True
    if low(tokens, at - 1) in words_of("spans.own") and _tail_is_whole(tokens, behind, verb=True):
        return True
    if low(tokens, at - 1) not in words_of("spans.through") or spell.quantity.unit not in HOURS:
        return None
    return False if low(tokens, behind) in words_of("spans.behind") or _tail_is_whole(tokens, behind) else None


def _lasted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb says of its subject that it took so long: "had lasted for a full"."""
    for k in range(at - 1, max(-1, at - 2 - _ADVERBS), -1):
        if low(tokens, k) in words_of("spans.lasted"):
            return True
        if low(tokens, k) not in words_of("spans.fully"):
            return False
    return False


def _is_summed_up(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun in apposition begins before: ", a run of", ", a running time of", but not "with a run of"."""
    article = next((k for k in range(at, max(-1, at - 2), -1) if low(tokens, k) in ("a", "an", "the")), None)
    return article is not None and low(tokens, article - 1) in (",", "—", "–", "(", "for", "giving", "making")


def _opens(word: str) -> bool:
    """Whether a noun phrase or its verb begins behind "after nine years of work": "the sluices were closed"."""
    return word in ("the", "a", "an", "his", "her", "its", "their", "he", "she", "it", "they")


def _tail_is_whole(tokens: Sequence[Token], at: int, *, verb: bool = False) -> bool:
    """Whether nothing stands behind the time, or what a thing or person was all along: "of production", "in jail".

    With `verb` the sentence may go on to tell of that time: "her 40 years were marked".
    """
    head = low(tokens, at)
    if not head or head in _MARKS or (verb and head in words_of("spans.were")):
        return True
    if head not in words_of("spans.tail_opens"):
        return False
    if any(low(tokens, k) in ("each", "every") for k in range(at, at + _TAIL)):
        return False  # "after 10 days of talks in each town"
    last = ""
    for k in range(at + 1, min(len(tokens), at + _TAIL)):
        word = low(tokens, k)
        if (
            word in _MARKS
            or word in words_of("spans.tail_closes")
            or (last in words_of("spans.spent") and _opens(word))
            or (verb and word in words_of("spans.were"))
        ):
            break
        if tokens[k].quantity is not None:
            return False
        last = word
    return last in words_of("spans.spent")
