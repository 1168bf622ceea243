"""Where the sentences of a block begin and end."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.documents.lexicon import Lexicon, lexicon
from factcheck.documents.model import Sentence

__all__ = ["split_sentences"]

# Stops with what closes behind them, then a blank and no small letter. The look-behind keeps rows of dots linear.
# The second branch is a blank forgotten after the stop ("fell.The").
_STOP = re.compile(
    r"""(?<![.!?…])[.!?…]++(?:["'”’)\]»]++|\[\d{1,3}\])*+(?=\s++[^\sa-z])"""
    r"""|(?<=[a-z\d)%][a-z\d)%])[.!?]["”’]?(?=[A-Z][a-z]*+[ ,])"""
)
_NEXT = re.compile(r"""\s*+(["'“‘«(\[]*+)([^\W\d_]*+)""")
_WORD = re.compile(r"[\s(\[“‘\"'/—–]")
_LETTERS = re.compile(r"[A-Za-z](?:\.[A-Za-z])*")


def split_sentences(text: str, start: int = 0) -> tuple[Sentence, ...]:
    """The sentences of a block's `text`, whose first character stands at `start` of the source.

    Spans are in source offsets, without outer blanks, in order and disjoint; together they hold every character of
    `text` that is not blank. Closing quotes and brackets belong to the sentence before them.
    """
    words = lexicon()
    cuts = [0]
    for match in _STOP.finditer(text):
        if _ends(text, match, cuts[-1], words):
            cuts.append(match.end())
    cuts.append(len(text))
    return tuple(
        Sentence(start + right - len(piece.lstrip()), start + left + len(piece.rstrip()))
        for left, right in pairwise(cuts)
        if (piece := text[left:right]) and not piece.isspace()
    )


def _ends(text: str, match: re.Match[str], begin: int, words: Lexicon) -> bool:
    """Whether the stop at `match` ends the sentence that begins at `begin`."""
    following = _NEXT.match(text, match.end())
    opening, word = following.groups() if following else ("", "")
    if word[:1].islower():
        return False
    at = match.start()
    if text[at] != "." or text.startswith("..", at):
        return True
    if match.end() > at + 1 and not _holds(text, match):
        return True
    before = _word_before(text, at, begin)
    return _word_ends(before, opening, word, text[following.end() : following.end() + 1] if following else "", words)


def _holds(text: str, match: re.Match[str]) -> bool:
    """Whether only brackets stand behind the stop, as in "(Acme Inc.) Ltd": the abbreviation is asked then."""
    return not set(match.group()) - set(".)]")


def _word_before(text: str, stop: int, begin: int) -> str:
    """The word before the stop, at most 12 characters of it; a longer one is no abbreviation."""
    tail = text[max(begin, stop - 12) : stop]
    return _WORD.split(tail)[-1]


def _word_ends(before: str, opening: str, word: str, after: str, words: Lexicon) -> bool:
    """Whether `before` and its stop end a sentence when `word`, or the sign `after`, comes next."""
    small = before.lower()
    if small in words.never_end:
        return False
    number = not word and after.isdigit()
    if small in words.before_number:
        return not number
    if before.isdigit() and len(before) < 3 and not opening and number:
        return True
    if small in words.may_end or _LETTERS.fullmatch(before):
        return (word in words.openers) if word else bool(opening) or not number
    return True
