"""Numbers in words: cardinals of any size, ordinals, fractions, decimals by "point", "two and a half million"."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.numeral import Numeral, read_figure, with_scale
from factcheck.quantities.lexer import Tape

__all__ = ["NUMBER_STARTS", "read_numeral", "read_words"]

NUMBER_STARTS = LEXICON.number_starts
SMALL = {**LEXICON.ones, **LEXICON.teens, **LEXICON.tens}
SCALES = {**LEXICON.scales, **LEXICON.dozens}
_HYPHEN = re.compile("[-‐‑]")
_JOINTS = frozenset(("and", "&"))
_NOT_A_PART = frozenset(
    "first second third fourth last next past previous final opening closing other the this both each consecutive".split()
)
_NOT_HALF_OF = frozenset("year yearly time way back century hour day mile term".split())
_TIME_SPANS = frozenset(
    "last past previous next first final for in consecutive recent all these those successive the".split()
)
_SOFTENERS = frozenset("almost nearly about over than around roughly just approximately by".split())


class _Atom(NamedTuple):
    word: str
    start: int
    end: int
    piece: int  # its index on the tape
    rest: str  # what follows it in the same hyphenated word


def read_numeral(tape: Tape, i: int, *, joined: bool = True) -> Numeral | None:
    """The numeral at piece `i`, in figures or words, with its scale word and its "and a half"."""
    if tape.words[i][-1].isdecimal():
        return _with_half(tape, with_scale(tape, read_figure(tape, i)))
    return read_words(tape, i, joined=joined)


def read_words(tape: Tape, i: int, *, joined: bool = True) -> Numeral | None:
    """The number in words that begins at piece `i`, or None where the words there are no number.

    `joined` false keeps "and" out of the number ("between two hundred and three hundred").
    The scale words are applied; `form` is words, ordinal or part.
    """
    atoms = _atoms(tape, i)
    if not atoms:
        return None
    first = atoms[0]
    if first.word in ("half", "quarter", "third", "fourth", "fifth") or first.word in LEXICON.denominators:
        part = _bare_part(tape, i, first)
        if part is not None:
            return part
    if first.word in LEXICON.fractions:
        top, bottom = LEXICON.fractions[first.word]
        return Numeral(first.start, first.end, i + 1, top, bottom, 0, 1, first.word, "part")
    if first.word in SCALES or first.word == "hundred":
        return _scale_alone(tape, i, atoms, joined)
    return _cardinal(tape, atoms, joined)


def _atoms(tape: Tape, i: int) -> list[_Atom]:
    """The number words from piece `i` on, hyphenated words taken apart."""
    atoms: list[_Atom] = []
    j = i
    while j == i or tape.near(j):
        raw = tape.word(j)
        at = tape.starts[j] if raw else 0
        for part in _HYPHEN.split(raw):
            low = part.lower()
            if low not in NUMBER_STARTS and not (atoms and low in _JOINTS and len(raw) == len(part)):
                return atoms
            end = at + len(part)
            atoms.append(_Atom(low, at, end, j, raw[end - tape.starts[j] + 1 :]))
            at = end + 1
        j += 1
    return atoms


def _cardinal(tape: Tape, atoms: list[_Atom], joined: bool) -> Numeral | None:
    value, ordinal, used = _sum_up(atoms, joined)
    if used == 0:
        return None
    first, last = atoms[0], atoms[used - 1]
    after = last.piece + 1
    form = "ordinal" if ordinal else "words"
    if not ordinal:
        part = _denominated(tape, atoms, used, value)
        if part is not None:
            return part
    digits = tape.text[first.start : last.end]
    numeral = Numeral(first.start, last.end, after, value, 1, _place(value), 1, digits, form, last.rest)
    if ordinal or last.rest:
        return numeral
    return _with_point(tape, _with_half(tape, numeral))


def _place(value: int) -> int:
    """One unit of the last place of words: of the smallest scale that was said."""
    place = 1
    while value and value % (place * 1000) == 0:
        place *= 1000
    return place


def _sum_up(atoms: list[_Atom], joined: bool) -> tuple[int, bool, int]:
    """The value of the longest number at the head of `atoms`, whether it is an ordinal, and how many atoms it takes."""
    total = current = used = 0
    ceiling: int | None = None
    for k, atom in enumerate(atoms):
        word = atom.word
        if word in _JOINTS:
            if not joined or not _may_join(atoms, k, total, current):
                break
            continue
        small = SMALL.get(word)
        if small is not None:
            if not _fits(current, small, used):
                break
            current += small
        elif word == "hundred":
            if not 1 <= current <= 99:
                break
            current *= 100
        elif word in SCALES:
            factor = SCALES[word]
            if current == 0 or (ceiling is not None and factor >= ceiling) or (word.endswith("s") and used > 1):
                break
            total, current, ceiling = total + current * factor, 0, factor
        elif word in LEXICON.ordinals:
            return _ordinal(total, current, LEXICON.ordinals[word], used, k)
        else:
            break
        used = k + 1
    return total + current, False, used


def _fits(current: int, small: int, used: int) -> bool:
    if small == 0:
        return used == 0
    rest = current % 100
    if rest == 0:
        return True
    return small < 10 and rest >= 20 and rest % 10 == 0


def _may_join(atoms: list[_Atom], k: int, total: int, current: int) -> bool:
    """Whether "and" at `k` goes on with the number: it follows a hundred or a scale, and a number under 100 follows it."""
    if not ((current and current % 100 == 0) or (total and current == 0)) or k + 1 >= len(atoms):
        return False
    behind = atoms[k + 1].word
    if k + 2 < len(atoms) and atoms[k + 2].word in LEXICON.denominators and atoms[k + 2].piece != atoms[k + 1].piece:
        return False  # "six million and two thirds"
    return SMALL.get(behind, 0) != 0 or (LEXICON.ordinals.get(behind, 100) < 100 and behind not in ("second", "first"))


def _ordinal(total: int, current: int, rank: int, used: int, k: int) -> tuple[int, bool, int]:
    if rank >= 100:
        if used and current:
            return total + current * rank, True, k + 1
        return (rank, True, k + 1) if not used else (total + current, False, used)
    if used and not _fits(current, rank, used) or (used and current % 100 == 0 and current == 0 and total == 0):
        return total + current, False, used
    return total + current + rank, True, k + 1


def _denominated(tape: Tape, atoms: list[_Atom], used: int, value: int) -> Numeral | None:
    """ "two thirds", "three-quarters", "one fifth": `value` over the denominator that follows; never fiscal quarters."""
    if used < len(atoms):
        nominee = atoms[used]
        word, end, rest = nominee.word, nominee.end, nominee.rest
        piece = nominee.piece
    else:
        return None
    bottom = LEXICON.denominators.get(word)
    if bottom is None or word.endswith("s") != (value != 1) or value == 0:
        return None
    hyphenated = piece == atoms[used - 1].piece
    if word == "quarters" and not hyphenated and not _shares(tape, atoms[0].piece, piece):
        return None
    if word in ("third", "fourth", "fifth", "quarter", "half") and not hyphenated and tape.low(piece + 1) in LEXICON.ordinals:
        return None
    first = atoms[0]
    part = Numeral(first.start, end, piece + 1, value, bottom, 0, 1, tape.text[first.start : end], "part", rest)
    return part if rest else _of_a_scale(tape, part)


def _shares(tape: Tape, first: int, last: int) -> bool:
    """Whether quarters in words are parts of a whole rather than parts of a year."""
    if tape.low(first - 1) in _TIME_SPANS:
        return False
    return tape.low(last + 1) in ("of", "(", "full", "majority", "million", "billion") or tape.low(first - 1) in _SOFTENERS


def _bare_part(tape: Tape, i: int, first: _Atom) -> Numeral | None:
    """ "half", "a third", "a quarter of a million": one part; "half" needs no article, the others do."""
    before = tape.low(i - 1)
    article = before in ("a", "an") and tape.near(i)
    word = first.word
    if word.endswith("s") or first.rest:
        return None
    if word == "half":
        if before in _NOT_A_PART or before in LEXICON.ordinals or tape.low(i + 1) in _NOT_HALF_OF:
            return None
        if article and tape.low(i - 2) in ("and", "-"):
            return None
    elif not article or not _part_context(tape, i, word):
        return None
    start = tape.starts[i - 1] if article else first.start
    part = Numeral(start, first.end, i + 1, 1, LEXICON.denominators[word], 0, 1, tape.text[start : first.end], "part")
    return _of_a_scale(tape, part)


def _part_context(tape: Tape, i: int, word: str) -> bool:
    behind = tape.low(i + 1)
    if behind in ("of", "(", "more", "less", "fewer", "higher", "lower", "larger", "smaller"):
        return True
    if behind.isalpha() and behind not in LEXICON.function_words:  # "a third party"
        return False
    before = tape.low(i - 2)
    return before in LEXICON.change_words or before in _SOFTENERS


def _of_a_scale(tape: Tape, part: Numeral) -> Numeral:
    """ "half a million", "a quarter of a million", "half a dozen", "three quarters of a billion"."""
    j = part.after
    if tape.low(j) == "of" and tape.low(j + 1) in ("a", "one"):
        j += 1
    if tape.low(j) in ("a", "one"):
        j += 1
    factor = SCALES.get(tape.low(j))
    if factor is None or not tape.near(j) or tape.low(j).endswith("s"):
        return part
    scaled = part._replace(num=part.num * factor, scale=factor, end=tape.ends[j], after=j + 1)
    if factor == 12 and scaled.num % part.den == 0:
        return scaled._replace(num=scaled.num // part.den, den=1, unit=1, form="words")
    return scaled


def _scale_alone(tape: Tape, i: int, atoms: list[_Atom], joined: bool) -> Numeral | None:
    """ "a hundred", "a million and a half", "a dozen": a scale needs its article."""
    first = atoms[0]
    if first.word.endswith("s"):
        return None
    if tape.low(i - 1) in ("a", "an") and tape.near(i):
        one = _Atom("one", tape.starts[i - 1], tape.ends[i - 1], i - 1, "")
        return _cardinal(tape, [one, *atoms], joined)
    if first.word == "hundred" and len(atoms) > 1 and atoms[1].word in ("thousand", *SMALL):
        one = _Atom("one", first.start, first.start, i, "")
        return _cardinal(tape, [one, *atoms], joined)
    return None


def _with_half(tape: Tape, numeral: Numeral) -> Numeral:
    """ "two and a half", "3 million and a half", "two and three quarters million": the part is one of the scale said."""
    j = numeral.after
    if tape.low(j) != "and" or numeral.form not in ("figure", "words") or numeral.den != 1:
        return numeral
    top = 1 if tape.low(j + 1) in ("a", "an") else SMALL.get(tape.low(j + 1), 0)
    word = tape.low(j + 2)
    bottom = LEXICON.denominators.get(word)
    if bottom is None or not 0 < top < bottom or word.endswith("s") != (top != 1) or not tape.near(j + 2):
        return numeral
    scale = SCALES.get(tape.low(j - 1), 1)
    half = numeral._replace(
        num=numeral.num * bottom + top * scale,
        den=bottom,
        unit=scale,
        end=tape.ends[j + 2],
        after=j + 3,
        digits=tape.text[numeral.start : tape.ends[j + 2]],
    )
    return half if scale != 1 else _scaled(tape, half)


def _scaled(tape: Tape, numeral: Numeral) -> Numeral:
    """`numeral` times the one scale word behind it, if any."""
    k = numeral.after
    factor = LEXICON.scales.get(tape.low(k))
    if factor is None or not tape.near(k):
        return numeral
    unit = numeral.unit * factor
    return numeral._replace(num=numeral.num * factor, unit=unit, scale=factor, end=tape.ends[k], after=k + 1)


def _with_point(tape: Tape, numeral: Numeral) -> Numeral:
    """ "two point five million": what stands behind "point" are digits, or tens with digits ("ninety-nine")."""
    j = numeral.after
    if tape.low(j) != "point" or numeral.form != "words":
        return numeral
    digits, k = "", j + 1
    while tape.near(k):
        read = _digits(tape.low(k))
        if not read:
            break
        digits, k = digits + read, k + 1
    if not digits:
        return numeral
    den = 10 ** len(digits)
    end = tape.ends[k - 1]
    num = numeral.num * den + int(digits)
    return _scaled(tape, numeral._replace(num=num, den=den, unit=1, end=end, after=k, digits=tape.text[numeral.start : end]))


def _digits(word: str) -> str:
    if word in ("o", "oh"):
        return "0"
    tens, _, one = word.partition("-")
    if tens not in SMALL or (one and one not in LEXICON.ones):
        return ""
    return str(SMALL[tens] + (LEXICON.ones[one] if one else 0))
