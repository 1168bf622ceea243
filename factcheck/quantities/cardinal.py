"""Cardinals and ordinals in words: an automaton over number words."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON, SCALES, SMALL

__all__ = ["NUMBER_STARTS", "Atom", "atoms_at", "place_of", "sum_up"]

NUMBER_STARTS = LEXICON.number_starts
_HYPHEN = re.compile("[-‐‑]")
MOST_ATOMS = 50  # the longest number that anyone spells out
_JOINTS = ("and", "&")


class Atom(NamedTuple):
    """One number word in lower case, its offsets, the index of its piece, and what follows it in a hyphenated piece."""

    word: str
    start: int
    end: int
    piece: int
    rest: str


def atoms_at(tape: Tape, i: int) -> list[Atom]:
    """The run of number words (and "and" between them) from piece `i` on, hyphenated words taken apart."""
    atoms: list[Atom] = []
    j = i
    while j == i or (tape.near(j) and len(atoms) < MOST_ATOMS):
        raw = tape.word(j)
        at = tape.starts[j] if raw else 0
        for part in _HYPHEN.split(raw):
            low = part.lower()
            if low not in NUMBER_STARTS and not (atoms and low in _JOINTS and len(raw) == len(part)):
                return atoms
            end = at + len(part)
            atoms.append(Atom(low, at, end, j, raw[end - tape.starts[j] + 1 :]))
            at = end + 1
        j += 1
    return atoms


def place_of(value: int) -> int:
    """One unit of the last place of a number in words: the smallest scale that was said."""
    place = 1
    while value and value % (place * 1000) == 0:
        place *= 1000
    return place


def sum_up(atoms: list[Atom], *, joined: bool) -> tuple[int, bool, int]:
    """The value of the longest number at the head of `atoms`, whether it is an ordinal, and how many atoms it takes.

    `total` holds what scales have closed, `current` what is under a thousand. Scales must fall from left to right.
    """
    total = current = used = 0
    ceiling: int | None = None
    for k, atom in enumerate(atoms):
        word = atom.word
        if word in _JOINTS:
            if not joined or not _may_join(atoms, k, total, current):
                break
            continue
        if word in SMALL:
            if not _fits(current, SMALL[word], used):
                break
            current += SMALL[word]
        elif word == "hundred":
            if not 1 <= current <= 99:
                break
            current *= 100
        elif word in SCALES:
            factor = SCALES[word]
            if current == 0 or (ceiling is not None and factor >= ceiling) or (word.endswith("s") and used > 1):
                break
            total, current, ceiling = total + current * factor, 0, factor
        else:
            return _ordinal(total, current, LEXICON.ordinals.get(word, 0), used)
        used = k + 1
    return total + current, False, used


def _fits(current: int, small: int, used: int) -> bool:
    """Whether a word under a hundred may follow: "zero" only alone, one to nine behind tens."""
    if small == 0:
        return used == 0
    rest = current % 100
    return rest == 0 or (small < 10 and rest >= 20 and rest % 10 == 0)


def _may_join(atoms: list[Atom], k: int, total: int, current: int) -> bool:
    """Whether "and" at `k` goes on with the number: a hundred or a scale before it, a number under 100 behind it."""
    if not ((current and current % 100 == 0) or (total and current == 0)) or k + 1 >= len(atoms):
        return False
    behind = atoms[k + 1]
    below = atoms[k + 2] if k + 2 < len(atoms) else None
    if below is not None and below.word in LEXICON.denominators and below.piece != behind.piece:
        parts = below.word.endswith("s") or behind.word == "one"
        return not parts and SMALL.get(behind.word, 0) != 0  # "six million and two thirds"
    if behind.word in ("first", "second"):
        return False
    return SMALL.get(behind.word, 0) != 0 or LEXICON.ordinals.get(behind.word, 100) < 100


def _ordinal(total: int, current: int, rank: int, used: int) -> tuple[int, bool, int]:
    """The number closed by an ordinal of that rank, or as it stood before where the rank does not fit or is 0."""
    if rank >= 100 and (current or not used):
        return total + max(current, 1) * rank, True, used + 1
    if 0 < rank < 100 and (not used or ((current or total) and _fits(current, rank, used))):
        return total + current + rank, True, used + 1
    return total + current, False, used
