"""Parts in words: "half", "two thirds", "a quarter of a million", "two and a half", "two point five"."""

from __future__ import annotations

import re

from factcheck.quantities.cardinal import Atom
from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON, SCALES, SMALL
from factcheck.quantities.numeral import Numeral

__all__ = ["bare_part", "denominated", "with_half", "with_point", "with_tail"]

_TAIL = re.compile(r"and-(an?|[a-z]+)-([a-z]+)(?:-.*)?")


def bare_part(tape: Tape, i: int, first: Atom) -> Numeral | None:
    """One part at piece `i`: "half", "a third", "a quarter of a million"; "half" needs no article, the others do."""
    word = first.word
    if word in LEXICON.fractions:  # "½"
        return Numeral(first.start, first.end, i + 1, *LEXICON.fractions[word], 0, 1, word, "part")
    if word not in LEXICON.denominators or word.endswith("s") or first.rest:
        return None
    article = tape.low(i - 1) in ("a", "an") and tape.near(i)
    whole_scale = word == "quarter" and tape.low(i + 1) in SCALES and tape.near(i + 1)  # "a quarter million"
    if not (_is_half(tape, i, article) if word == "half" else whole_scale or (article and _is_part(tape, i))):
        return None
    start = tape.starts[i - 1] if article else first.start
    digits = tape.text[start : first.end]
    return _of_a_scale(tape, Numeral(start, first.end, i + 1, 1, LEXICON.denominators[word], 0, 1, digits, "part"))


def _is_half(tape: Tape, i: int, article: bool) -> bool:
    before = tape.low(i - 1)
    if before in LEXICON.not_a_part or before in LEXICON.ordinals or tape.low(i + 1) in LEXICON.not_half_of:
        return False
    return not (article and tape.low(i - 2) in ("and", "-"))


def _is_part(tape: Tape, i: int) -> bool:
    """Whether "a third" at `i` is a part rather than the next of a row ("a third party")."""
    behind = tape.low(i + 1)
    if behind in LEXICON.part_after:
        return True
    if behind.isalpha() and behind not in LEXICON.function_words:
        return False
    before = tape.low(i - 2)
    if before in ("exactly", "precisely") and tape.low(i - 3) in (",", "or", "("):  # "23, exactly a third, will"
        return True
    if before == "or" and tape.low(i - 3) in (",", "("):  # "£12m of its £48m, or a quarter, on"
        return True
    return before in LEXICON.change_words or before in LEXICON.softeners


def denominated(tape: Tape, atoms: list[Atom], used: int, value: int) -> Numeral | None:
    """ "two thirds", "three-quarters": `value`, said by the first `used` atoms, over the denominator that follows.

    None where there is none, or where the quarters are parts of a year.
    """
    if used >= len(atoms) or value == 0:
        return None
    first, below = atoms[0], atoms[used]
    bottom = LEXICON.denominators.get(below.word)
    if bottom is None or below.word.endswith("s") != (value != 1):
        return None
    if below.piece != atoms[used - 1].piece:
        if below.word == "quarters" and not _are_shares(tape, first.piece, below.piece):
            return None
        if tape.low(below.piece + 1) in LEXICON.ordinals:  # "one third, second, first"
            return None
    digits = tape.text[first.start : below.end]
    part = Numeral(first.start, below.end, below.piece + 1, value, bottom, 0, 1, digits, "part", below.rest)
    return part if below.rest else _of_a_scale(tape, part)


def _are_shares(tape: Tape, first: int, last: int) -> bool:
    before, behind = tape.low(first - 1), tape.low(last + 1)
    if before in LEXICON.time_spans:
        return False
    return behind in LEXICON.part_after or behind in SCALES or before in LEXICON.softeners


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


def with_half(tape: Tape, numeral: Numeral) -> Numeral:
    """`numeral` with "and a half" behind it; the half is one of the scale said ("3 million and a half")."""
    j = numeral.after
    if tape.low(j) != "and" or numeral.form not in ("figure", "words") or numeral.den != 1 or numeral.tail:
        return numeral
    said, hyphen, word = tape.low(j + 1).partition("-")  # "and three-quarters"
    last = j + (1 if hyphen else 2)
    word = word or tape.low(last)
    top = 1 if said in ("a", "an") else SMALL.get(said, 0)
    bottom = LEXICON.denominators.get(word)
    if hyphen and tape.low(j + 2) == "of":  # "2 and three-quarters of them"
        return numeral
    plural = word.endswith("s") or bool(hyphen)  # "one and three-quarter miles"
    if bottom is None or not 0 < top < bottom or plural != (top != 1) or not tape.near(last):
        return numeral
    scale = SCALES.get(tape.low(j - 1), 1)
    end = tape.ends[last]
    num = numeral.num * bottom + top * scale
    digits = tape.text[numeral.start : end]
    half = numeral._replace(num=num, den=bottom, unit=scale, end=end, after=last + 1, digits=digits)
    return half if scale != 1 else _scaled(tape, half)


def with_tail(tape: Tape, numeral: Numeral) -> Numeral:
    """ "two-and-a-half", "two-and-a-half-year": the part that a hyphenated word holds."""
    found = _TAIL.fullmatch(numeral.tail.lower())
    if found is None or numeral.den != 1:
        return numeral
    top, bottom = SMALL.get(found[1], 1), LEXICON.denominators.get(found[2], 0)
    if not 0 < top < bottom or found[2].endswith("s") != (top != 1):
        return numeral
    end = numeral.end + 1 + found.end(2)
    rest = numeral.tail[found.end(2) + 1 :]
    half = numeral._replace(num=numeral.num * bottom + top, den=bottom, unit=1, end=end, tail=rest)
    half = half._replace(digits=tape.text[numeral.start : end])
    return half if rest else _scaled(tape, half)


def _scaled(tape: Tape, numeral: Numeral) -> Numeral:
    """`numeral` times the one scale word behind it, if any."""
    k = numeral.after
    factor = LEXICON.scales.get(tape.low(k))
    if factor is None or not tape.near(k):
        return numeral
    unit = numeral.unit * factor
    return numeral._replace(num=numeral.num * factor, unit=unit, scale=factor, end=tape.ends[k], after=k + 1)


def with_point(tape: Tape, numeral: Numeral) -> Numeral:
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
    den, end = 10 ** len(digits), tape.ends[k - 1]
    num, printed = numeral.num * den + int(digits), tape.text[numeral.start : end]
    return _scaled(tape, numeral._replace(num=num, den=den, unit=1, end=end, after=k, digits=printed))


def _digits(word: str) -> str:
    if word in ("o", "oh"):
        return "0"
    tens, _, one = word.partition("-")
    if tens not in SMALL or (one and one not in LEXICON.ones):
        return ""
    return str(SMALL[tens] + (LEXICON.ones[one] if one else 0))
