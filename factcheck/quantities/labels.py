"""Numbers that are names by the word before them: "Table 3", "Flight 567", "pages 12 to 15"."""

from __future__ import annotations

import re

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.numeral import Numeral

__all__ = ["labelled", "lettered_name", "named_by_context", "named_in_words"]

_STRONG_LABELS = LEXICON.labels - LEXICON.weak
POSTCODE = 5  # digits behind a state's two letters
LARGEST_NAME = 10_000  # a larger figure behind a capitalised word is a count
LAST_SCHOOL_YEAR = 13
LONGEST_ROW = 8  # "tables 3, 4, 5 and 6": more labelled numbers than anyone puts in a row
_LINKS = frozenset(("and", "or", "to", "&", ",", "-", "–"))
_ABBREVIATIONS = frozenset(("no", "nos", "fig", "figs", "sec", "vol", "art", "p", "pp", "ch"))


def labelled(tape: Tape, first: int, after: int) -> bool:
    """Whether the bare number at pieces `first` to before `after` is one of a row or range behind a label: "pp 5-12",
    "tables 3 and 4"; a noun behind it makes a count of it."""
    k = first
    for _ in range(LONGEST_ROW):
        if tape.low(k - 1) not in _LINKS or not _is_item(tape, k - 2):
            break
        k -= 2
        while tape.glued(k) and not tape.words[k][0].isdigit():  # "3a and 3b"
            k -= 1
    label = tape.low(k - 1)
    if label == "." and tape.glued(k - 1):
        return tape.low(k - 2) in _ABBREVIATIONS
    if label not in LEXICON.labels_of_several:
        pair = k == first - 2 and tape.word(k - 1).istitle() and tape.low(after) != "of"  # "Scope 1 and 2"
        if label not in _STRONG_LABELS or not (k == first or pair):
            return False
        if k == first:
            return tape.near(k)
    return tape.near(k) and not _noun_follows(tape, after)


def _is_item(tape: Tape, k: int) -> bool:
    """Whether piece `k` ends a short number that a label may stand before: "3", "3a"."""
    word = tape.word(k)
    if len(word) == 1 and word.isalpha() and tape.glued(k):
        word = tape.word(k - 1)
    return word.isdigit() and len(word) <= 3


def lettered_name(tape: Tape, i: int) -> tuple[int, int] | None:
    """The offsets of "3b" behind a label ("Figure 3b"), where the letter could be a billion, or None."""
    if tape.word(i + 1) not in ("b", "B", "c", "m") or not tape.glued(i + 1) or not _is_item(tape, i):
        return None
    return (tape.starts[i], tape.ends[i + 1]) if labelled(tape, i, i + 2) else None


def named_by_context(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether a bare whole number at `i` is a name by the word before it ("Table 3", "Flight 567")."""
    before = tape.word(i - 1)
    if not numeral.digits.isdigit():
        return (numeral.digits[:2].isdigit() and numeral.digits[0] == "0") or _is_version(tape, i, numeral)  # "05.3"
    if numeral.digits[0] == "0" != numeral.digits:  # "007"
        return True
    if not before or not tape.near(i):
        return False
    low = before.lower()
    if labelled(tape, i, numeral.after) or (before == "Year" and numeral.num <= LAST_SCHOOL_YEAR):
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


def _is_version(tape: Tape, i: int, numeral: Numeral) -> bool:
    """ "version 2.1", "Chart 9.1", "Real Radio 104.1"; "WCAG 2.0": a capital before and a nought behind the point."""
    before = tape.word(i - 1)
    if not before or not tape.near(i) or not re.fullmatch(r"\d{1,3}\.\d\d?", numeral.digits):
        return False
    if before.lower() in LEXICON.version_labels or before.lower() in _STRONG_LABELS:
        return True
    named = before[0].isupper() and before.lower() not in LEXICON.function_words and not _starts_sentence(tape, i - 1)
    return named and numeral.digits.endswith(".0") and not _noun_follows(tape, numeral.after)


def named_in_words(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether a number word is a name: behind a label ("band two"), or a capital among capitals ("Six Nations")."""
    before, behind = tape.word(i - 1), tape.word(numeral.after)
    if before.lower() == "number" and tape.near(i):  # "number one", "number one singles"
        return True
    if numeral.tail[:1].isupper() and numeral.digits.istitle():  # "Seven-Kings"
        return True
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
        if not tape.near(k) or not word.islower() or word in LEXICON.function_words or word in LEXICON.verbs:
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
