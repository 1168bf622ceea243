"""Numbers that are names: figures of tables, models, laws, scores, phone numbers, list numbers, footnotes."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.numeral import Numeral
from factcheck.quantities.pieces import Tape

__all__ = ["Shape", "joined_name", "named_by_context", "read_decade", "read_shape"]


class Shape(NamedTuple):
    """A run of characters that is a name or a score; `value` is its first number."""

    kind: Kind
    start: int
    end: int
    value: int


_PHONE = r"\(?\+?\d{1,4}\)?(?:[ \-.]\(?\d{2,4}\)?){2,}[ \-.]\d{3,4}(?!\d)|\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?![\d-]| [a-z])"
_DOTTED = r"\d+(?:\.\d+){2,}(?![\d%])"
_SETS = r"\d{1,2}[-–]\d{1,2}(?:(?:,| and)? \(?\d{1,2}[-–]\d{1,2}\)?)+(?![\d%])"
_SHAPE = re.compile(rf"(?P<name>{_PHONE}|{_DOTTED}|9/11\b|24/7\b|\d+(?:[-–]\d+){{2,}}(?![^\W_]))|(?P<score>{_SETS})")
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\d%,-]|\.\d|[^\W_])")
_SCORE_BEFORE = frozenset(
    "beat beats won win wins lost lose lead leads led leading trailed trail trailing drew draw defeat victory score scoreline defeated final thrashed by to at finished ended level triumph".split()
)
_JOINING = frozenset("mid pre post near sub over under plus late early non about circa".split())


def read_shape(tape: Tape, i: int) -> Shape | None:
    """The phone number, dotted version, set score or match score that begins at the figures of piece `i`."""
    start = tape.starts[i]
    found = _SHAPE.match(tape.text, start)
    if found is not None:
        kind = Kind.NAME if found["name"] else Kind.SCORE
        return Shape(kind, start, found.end(), int(re.findall(r"\d+", found.group())[0]))
    return _score(tape, i, start)


def read_decade(tape: Tape, i: int) -> Shape | None:
    """A decade of a century or of an age: "the 70s", "in her 30s"; more than one of a numbered thing: "the 787s"."""
    if tape.word(i + 1) not in ("s", "'s", "’s") or not tape.glued(i + 1) or not tape.words[i].isdigit():
        return None
    return Shape(Kind.NAME, tape.starts[i], tape.ends[i + 1], int(tape.words[i]))


def _score(tape: Tape, i: int, start: int) -> Shape | None:
    found = _SCORE.match(tape.text, start)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    after = tape.index_at(found.end(), i)
    behind = tape.word(after)
    before = tape.low(i - 1)
    counted = behind.islower() and behind not in LEXICON.function_words and behind not in ("win", "victory", "defeat", "draw", "lead", "loss")
    if counted and second > first:
        return None
    if second <= first or behind in ("win", "victory", "defeat", "draw", "lead", "loss") or before in _SCORE_BEFORE or behind[:1].isupper():
        return Shape(Kind.SCORE, start, found.end(), first)
    return None


def joined_name(tape: Tape, i: int) -> tuple[int, int] | None:
    """The span of the name to which the figures at `i` are glued ("F-16", "G7", "COVID-19"); None where they are free."""
    if not tape.glued(i):
        return None
    before = tape.words[i - 1]
    if before[-1].isalpha():
        return tape.starts[i - 1], tape.ends[i]
    if before in ("-", "‑", "‐") and tape.glued(i - 1) and tape.word(i - 2)[-1:].isalnum():
        prefix = tape.word(i - 2)
        if prefix.lower() in _JOINING or prefix[-1].isdigit():
            return None
        return tape.starts[i - 2], tape.ends[i]
    if before in ("#", "№"):
        return tape.starts[i - 1], tape.ends[i]
    return None


def named_by_context(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether a bare whole number at `i` is a name by the word before it ("Table 3", "Flight 567")."""
    before = tape.word(i - 1)
    if not before or not tape.near(i) or "," in numeral.digits:
        return False
    low = before.lower()
    if before == "." and tape.low(i - 2) in ("no", "nos", "fig", "sec", "vol", "art", "p", "pp", "ch") and tape.glued(i - 1):
        return True
    if low in LEXICON.labels:
        if low not in LEXICON.weak_labels:
            return True
        return not _noun_follows(tape, numeral.after)
    if before == low or _starts_sentence(tape, i - 1) or low in LEXICON.function_words or "." in numeral.digits:
        return False
    return numeral.den == 1 and numeral.num < 10000 and not _noun_follows(tape, numeral.after) and not _listed(tape, i, numeral)


def _noun_follows(tape: Tape, i: int) -> bool:
    for k in range(i, i + 3):
        word = tape.word(k)
        if not tape.near(k) or not word.islower() or word in LEXICON.function_words:
            return False
        if is_plural(word):
            return True
    return False


def _starts_sentence(tape: Tape, i: int) -> bool:
    return i == 0 or tape.word(i - 1) in (".", "!", "?", ":", "“", '"', "”") or not tape.near(i)


def _listed(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Results in a row ("X 39, Y 34") and counts with their share ("X 998 (2.4%)") are counts."""
    behind = tape.word(numeral.after)
    if behind == "(":
        return True
    return behind in (",", ";", "and") and tape.word(numeral.after + 1)[:1].isupper() and tape.word(numeral.after + 2)[:1].isdigit()


def is_prefixed(tape: Tape, i: int) -> bool:
    """Whether the figures at `i` hang on a word that does not make a name of them ("mid-2019", "near-400,000")."""
    return tape.glued(i) and tape.glued(i - 1) and tape.word(i - 1) in ("-", "‑") and tape.low(i - 2) in _JOINING
