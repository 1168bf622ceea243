"""Numbers that are names: figures of tables, models, laws, scores, phone numbers, list numbers, footnotes."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.numeral import RANKS, Numeral, is_mixed

__all__ = ["Shape", "is_prefixed", "joined_name", "named_by_context", "named_in_words", "read_decade", "read_shape"]


class Shape(NamedTuple):
    """A run of characters that is a name or a score; `value` is its first number."""

    kind: Kind
    start: int
    end: int
    value: int


_STRONG_LABELS = LEXICON.labels - LEXICON.weak
POSTCODE = 5  # digits behind a state's two letters
LARGEST_NAME = 10_000  # a larger figure behind a capitalised word is a count
_HYPHENS = ("-", "‑", "‐")
_NUMBER = re.compile(r"\d{1,18}")
_LINKS = frozenset("-–./,")
_PHONE = r"\+?\d{1,4}(?:[ .-]\(?\d{2,4}\)?){2,}[ .-]\d{3,4}(?!\d)|\d{3}-\d{3}-\d{4}(?!\d)"
_DOTTED = r"\d+(?:\.\d+){2,}(?![\d%])"
_CHAIN = r"\d+(?:[-–]\d+){2,}(?![^\W_])|\d{2,4}-\d{2,4}[A-Z]+(?![^\W_])"  # the latter: "747-400ER"
_MALFORMED = r"(?:(?<=[$£€¥])\d{1,3}|\d{1,3}(?=,00)),\d{2}(?![\d,.])"
_SETS = r"\d{1,2}[-–]\d{1,2}(?:(?:,| and)? \(?\d{1,2}[-–]\d{1,2}\)?)+(?![\d%]|[-–.]\d)"
_SHAPE = re.compile(rf"(?P<name>{_PHONE}|{_DOTTED}|(?:9/11|24/7)\b|{_CHAIN}|{_MALFORMED})|(?P<score>{_SETS})")
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\d%,-]|\.\d|[^\W_])")


def read_shape(tape: Tape, i: int) -> Shape | None:
    """The phone number, dotted version, set score or match score that begins at the figures of piece `i`."""
    follower = tape.word(i + 1)
    if not follower or (follower[0] not in _LINKS and not follower[0].isdigit()) or is_mixed(tape, i):
        return None
    start = tape.starts[i]
    found = _SHAPE.match(tape.text, start)
    if found is None:
        return _score(tape, i, start)
    kind = Kind.NAME if found["name"] else Kind.SCORE
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


def named_by_context(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether a bare whole number at `i` is a name by the word before it ("Table 3", "Flight 567")."""
    before = tape.word(i - 1)
    if not numeral.digits.isdigit():
        return False
    if numeral.digits[0] == "0" != numeral.digits:  # "007"
        return True
    if not before or not tape.near(i):
        return False
    low = before.lower()
    if (
        before == "."
        and tape.low(i - 2) in ("no", "nos", "fig", "sec", "vol", "art", "p", "pp", "ch")
        and tape.glued(i - 1)
    ):
        return True
    if len(before) == 2 and before.isupper() and len(numeral.digits) == POSTCODE and before not in LEXICON.signs:
        return True
    if low in LEXICON.labels:
        if low not in LEXICON.weak:
            return True
        return not _noun_follows(tape, numeral.after)
    if before == low or low in LEXICON.function_words:
        return False
    if tape.word(numeral.after) == ":" and tape.glued(numeral.after):  # "Solution 2:"
        return True
    if _starts_sentence(tape, i - 1):
        return False
    if low in LEXICON.counted_before or tape.low(numeral.after) == "of":
        return False
    return numeral.num < LARGEST_NAME and not _noun_follows(tape, numeral.after) and not _listed(tape, i, numeral)


def named_in_words(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether a number word is a name: behind a label ("band two"), or a capital among capitals ("Six Nations")."""
    before, behind = tape.word(i - 1), tape.word(numeral.after)
    if not before or not tape.near(i):
        return False
    if before.lower() in _STRONG_LABELS and (behind in LEXICON.function_words or not behind.islower()):
        return True
    if not numeral.digits.istitle() or _starts_sentence(tape, i) or not before[0].isalnum():
        return False
    return behind.istitle() or (before[0].isupper() and before.lower() not in LEXICON.function_words)


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
    if _closes_results(tape, i):
        return True
    return (
        behind in (",", ";", "and")
        and tape.word(numeral.after + 1)[:1].isupper()
        and tape.word(numeral.after + 2)[:1].isdigit()
    )


def _closes_results(tape: Tape, i: int) -> bool:
    """ "… 1,873 and Y 402", "… 950 votes and Y 900": the last of results in a row."""
    if tape.low(i - 2) != "and":
        return False
    before = tape.word(i - 3)
    return (before[:1].isdigit() and "," in before) or (is_plural(before) and tape.word(i - 4)[:1].isdigit())


def is_prefixed(tape: Tape, i: int) -> bool:
    """Whether the figures at `i` hang on a word that does not make a name of them ("mid-2019", "near-400,000")."""
    return (
        tape.glued(i)
        and tape.glued(i - 1)
        and tape.word(i - 1) in ("-", "‑")
        and tape.low(i - 2) in LEXICON.open_prefixes
    )
