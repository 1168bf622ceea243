"""Numbers that are names by their shape: models, versions, scores, phone numbers, decades."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind
from factcheck.quantities.numeral import RANKS, is_mixed

__all__ = ["Shape", "is_prefixed", "joined_name", "read_decade", "read_shape"]


class Shape(NamedTuple):
    """A run of characters that is a name or a score; `value` is its first number."""

    kind: Kind
    start: int
    end: int
    value: int


ODDS_REACH = 12  # pieces between "odds" and the second of two odds
_HYPHENS = ("-", "‑", "‐")
_NUMBER = re.compile(r"\d{1,18}")
_LINKS = frozenset("-–./,():")
_SETS = r"\d{1,2}[-–]\d{1,2}(?:(?:,| and)? \(?\d{1,2}[-–]\d{1,2}\)?)+(?![\d%]|[-–.]\d)"
_SHAPE = re.compile(
    rf"(?P<idiom>{LEXICON.name_shapes['idiom']})|(?P<name>{'|'.join(LEXICON.name_shapes.values())})"
    rf"|(?P<score>{_SETS}|\d{{1,3}}:\d{{1,3}}(?![\d:]|\.\d))"
)
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\d%,-]|\.\d|[^\W_])")


def read_shape(tape: Tape, i: int) -> Shape | None:
    """The phone number, dotted version, set score or match score that begins at the figures of piece `i`."""
    follower = tape.word(i + 1)
    if not follower or (follower[0] not in _LINKS and not follower[0].isdigit()) or is_mixed(tape, i):
        return None
    if tape.words[i].count(".") > 1:  # points in its groups: "1.234.567"
        return None
    start = tape.starts[i]
    found = _SHAPE.match(tape.text, start)
    if found is None:
        return _score(tape, i, start)
    if found["idiom"] and any(tape.low(k) in LEXICON.odds_words for k in range(i - ODDS_REACH, i)):
        return None
    kind = Kind.SCORE if found["score"] else Kind.NAME
    return Shape(kind, start, found.end(), int(_NUMBER.findall(found.group())[0]))


def _score(tape: Tape, i: int, start: int) -> Shape | None:
    """Two numbers with a dash that fall, or stand by a word of sport or before a name, are a score and no range."""
    found = _SCORE.match(tape.text, start)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    behind = tape.word(tape.index_at(found.end(), i))
    sporting = behind in LEXICON.score_after
    if behind.islower() and second > first and not sporting and behind not in LEXICON.function_words:
        return None
    if second <= first or sporting or tape.low(i - 1) in LEXICON.score_before or behind[:1].isupper():
        return Shape(Kind.SCORE, start, found.end(), first)
    return None


def read_decade(tape: Tape, i: int) -> Shape | None:
    """A decade of a century or of an age: "the 70s", "in her 30s"; more than one of a numbered thing: "the 787s"."""
    if tape.word(i + 1) not in ("s", "'s", "’s") or not tape.glued(i + 1) or not tape.words[i].isdigit():
        return None
    return Shape(Kind.NAME, tape.starts[i], tape.ends[i + 1], int(tape.words[i]))


def joined_name(tape: Tape, i: int) -> Shape | None:
    """The name to which the figures at `i` are glued ("F-16", "G7", "#265"), a fiscal year ("FY2019") or the mark of a
    footnote on a word ("Census3"); None where the figures are free or stand behind a currency's letters."""
    first = _glued_from(tape, i)
    if first is None:
        return None
    start = tape.starts[first]
    prefix, digits = tape.text[start : tape.starts[i]], tape.words[i]
    value = int(_NUMBER.findall(digits)[0])
    if prefix in LEXICON.codes or prefix in LEXICON.signs:
        return None
    if prefix.rstrip("-").upper() in ("FY", "CY") and digits.isdigit() and len(digits) in (2, 4):
        return Shape(Kind.YEAR, start, tape.ends[i], value + (2000 if len(digits) == 2 else 0))
    if prefix.isalpha() and len(prefix) > 2 and prefix[1:].islower() and len(digits) <= 2 and not _runs_on(tape, i + 1):
        return Shape(Kind.NAME, tape.starts[i], tape.ends[i], value)
    last = i
    while _runs_on(tape, last + 1):
        last += 1
    while first > 0 and tape.glued(first) and tape.words[first - 1][-1].isalnum():
        first -= 1
    return Shape(Kind.NAME, tape.starts[first], tape.ends[last], value)


def _glued_from(tape: Tape, i: int) -> int | None:
    """The piece from which on letters or a mark are glued to the figures at `i`, None where they stand free."""
    before = tape.word(i - 1)
    if not before or not tape.glued(i):
        return None
    if before[-1].isalpha():
        dimension = before in ("x", "X") and tape.glued(i - 1) and tape.word(i - 2)[-1:].isdigit()  # "4x100"
        return None if dimension else i - 1
    if before in _HYPHENS and tape.glued(i - 1) and tape.word(i - 2)[-1:].isalnum():
        prefix = tape.word(i - 2)
        free = prefix.lower() in LEXICON.open_prefixes or prefix[-1].isdigit() or prefix in RANKS
        return None if free else i - 2
    return i - 1 if before in ("#", "№") else None


def _runs_on(tape: Tape, i: int) -> bool:
    """Whether the name that is glued together up to piece `i` goes on with it."""
    if not tape.glued(i):
        return False
    word = tape.words[i]
    return word[0].isalnum() or (word in _HYPHENS and tape.glued(i + 1) and tape.words[i + 1][0].isalnum())


def is_prefixed(tape: Tape, i: int) -> bool:
    """Whether the figures at `i` hang on a word that does not make a name of them ("mid-2019", "near-400,000")."""
    return (
        tape.glued(i)
        and tape.glued(i - 1)
        and tape.word(i - 1) in ("-", "‑")
        and tape.low(i - 2) in LEXICON.open_prefixes
    )
