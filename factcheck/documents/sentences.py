"""Where the sentences of a block begin and end."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.documents.lexicon import Lexicon, lexicon
from factcheck.documents.model import Sentence

__all__ = ["split_sentences"]

# Stops with what closes behind them, then a blank and no small letter. The look-behind keeps rows of dots linear.
# The other branches: the number of a footnote run on ("fell.12 The"), and a blank forgotten ("fell.The").
_STOP = re.compile(
    r"""[.!?…](?:(?<![.!?…].)[.!?…]*+(?:["'”’)\]»]++|\[\d{1,3}\])*+(?=\s++[^\sa-z])"""
    r"""|(?<=[a-z)%][a-z)%]\.)\d{1,3}(?:,? \d{1,3})*+(?=\s++[A-Z])"""
    r"""|(?<=[a-z\d)%][a-z\d)%].)["”’]?(?=[A-Z][a-z]*+[ ,]))""",
    re.DOTALL,
)
_NEXT = re.compile(r"""\s*+(["'“‘«(\[]*+)([^\W\d_]*+)(\d?)""")
_ASKED = frozenset(".)]0123456789, ")  # behind an abbreviation these may stand in mid-sentence
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
    at = match.start()
    following = _NEXT.match(text, match.end())
    opening, word, digit = following.groups() if following else ("", "", "")
    if word[:1].islower() or text[at - 1 : at] in ("[", "("):
        return False
    if text[at] == "!":
        return word.lower() not in words.may_end
    if text[at] != "." or text.startswith("..", at) or set(match.group()) - _ASKED:
        return True
    number = text[match.end() - 1].isdigit() or (digit != "" and not opening)
    before = _word_before(text, at, begin)
    if not text[match.end()].isspace():
        return word in words.openers or word.lower() in words.titles
    return _word_ends(before, word, number, words)


def _word_before(text: str, stop: int, begin: int) -> str:
    """The word before the stop, at most 12 characters of it; a longer one is no abbreviation."""
    return _WORD.split(text[max(begin, stop - 12) : stop])[-1]


def _word_ends(before: str, word: str, number: bool, words: Lexicon) -> bool:
    """Whether `before` and its stop end a sentence when `word` ("" for none), or a number, comes next."""
    small, capital = before.lower(), before[:1].isupper()
    if small in words.never_end or (capital and small in words.titles):
        return False
    if small in words.before_number or (capital and small in words.months_before_number):
        return not number
    if small in words.may_end or (capital and small in words.may_end_with_capital) or _LETTERS.fullmatch(before):
        return word in words.openers
    return True
