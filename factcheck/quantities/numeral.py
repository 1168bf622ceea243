"""Numerals as printed: figures and mixed fractions with their scale word, as integers over integers."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON, SCALES

__all__ = ["RANKS", "Numeral", "is_mixed", "read_figure", "with_scale"]

MOST_SCALES = 2  # "thousand million"
_SEPARATORS = str.maketrans("", "", ",'’\u00a0\u2009\u202f ")
_FRACTION = re.compile(r"(?:(\d{1,9})[ \-‑‐–])?(\d{1,9})/(\d{1,9})(?![\d/]|[.,]\d)|(\d{1,9}) ?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
# In one sentence the same figures may end a clause: "Of the 78 400 homes, 21 300, or 27%, …".
_SPACED = re.compile(r"\d{1,3}(?: \d{3}){1,9}(?![\d/:%-]|[.,]\d)")
_OPENERS = frozenset(
    "a about all almost another around at by for from in its just nearly of only over some the their to".split()
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_EXPONENT = re.compile(
    r"[eE]([+-]?\d{1,2})(?![^\W_])|\s?[x×]\s?10\^([+−-]?\d{1,2})(?![^\W_])"
    rf"|\s?[x×]\s?10(⁻?[{_RAISED}]{{1,2}})"
)
_POWER = re.compile(rf"\^(\d{{1,2}})(?![^\W_])|([{_RAISED}]{{1,2}})")  # of "10^6", "10⁹"
_LOWERED = str.maketrans(_RAISED + "⁻−", "0123456789--")
_MONEY_MARKS = frozenset("$£€¥₹₦₽₩")
_EXPONENT_MARKS = frozenset("eEx×^" + _RAISED)
PRICE_STEP = 8  # prices and rates in vulgar fractions come in eighths or finer


class Numeral(NamedTuple):
    """A number as printed: `num / den`, one unit of its last place is `unit / den`, the scale word applied to both.

    `start` and `end` are offsets in the text round numeral and scale word, `after` is the index of the next piece;
    `tail` is what a hyphenated word holds behind its number ("year-old"), from `end + 1` on.
    `form` is figure, words, ordinal, part (a fraction in words) or share (a fraction in figures).
    """

    start: int
    end: int
    after: int
    num: int
    den: int
    unit: int
    scale: int
    digits: str
    form: str = "figure"
    tail: str = ""


def read_figure(tape: Tape, i: int) -> Numeral:
    """The numeral in figures at piece `i`, which begins with a digit or a decimal point; no scale word yet."""
    start = tape.starts[i]
    fraction = _vulgar(tape, i, start)
    if fraction is not None:
        return fraction
    word, end, after = tape.words[i], tape.ends[i], i + 1
    if len(word) <= 3 and tape.word(i + 1).isdigit():
        spaced = _SPACED.match(tape.text, start)
        if spaced and (tape.words[i + 1][0] == "0" or not _splits_a_date(tape, i)):
            word, end = spaced.group(), spaced.end()
            after = tape.index_at(end, i)
    whole, _, decimals = _western(word).partition(".")
    number = int((whole.translate(_SEPARATORS) if not whole.isdigit() else whole) + decimals)
    numeral = Numeral(start, end, after, number, 10 ** len(decimals), 1, 1, word)
    if tape.word(after) in RANKS and tape.glued(after) and not _is_stone(tape, number, after):
        return numeral._replace(form="ordinal", end=tape.ends[after], after=after + 1)
    return _with_exponent(tape, numeral) if tape.word(after)[:1] in _EXPONENT_MARKS else numeral


def _is_stone(tape: Tape, number: int, after: int) -> bool:
    """Whether "st" is the unit of "10st 4lb": only 1, 21, 31 … are ranks."""
    return tape.word(after) == "st" and (number % 10 != 1 or number == _ELEVEN)


def _western(word: str) -> str:
    """The figures with a point before the decimals and no point in the groups: "12.345,67" is "12345.67"."""
    if "," in word and (word.rfind(",") > word.rfind(".") > 0 or len(word) - word.rfind(",") < 4):
        return word.replace(".", "").replace(",", ".")
    return word.replace(".", "") if word.count(".") > 1 else word.replace("·", ".")


def _with_exponent(tape: Tape, numeral: Numeral) -> Numeral:
    """ "1.3e6", "3.2 x 10^5": the power of ten is a scale."""
    if numeral.digits == "10" and tape.word(numeral.after)[:1] not in "eExX×":
        return _power_of_ten(tape, numeral)
    found = _EXPONENT.match(tape.text, numeral.end)
    if found is None:
        return numeral
    power = int((found[1] or found[2] or found[3]).translate(_LOWERED))
    scaled = _times(numeral, 10 ** max(power, 0), found.end(), tape.index_at(found.end(), numeral.after))
    return scaled if power >= 0 else scaled._replace(den=numeral.den * 10**-power)


def _power_of_ten(tape: Tape, numeral: Numeral) -> Numeral:
    found = _POWER.match(tape.text, numeral.end)
    if found is None:
        return numeral
    power = int((found[1] or found[2]).translate(_LOWERED))
    return _times(numeral._replace(num=1), 10**power, found.end(), tape.index_at(found.end(), numeral.after))


def is_mixed(tape: Tape, i: int) -> bool:
    """Whether a mixed fraction ("1-3/4") begins at piece `i`."""
    found = _FRACTION.match(tape.text, tape.starts[i])
    return found is not None and found[1] is not None and int(found[2]) < int(found[3]) in _BINARY


def _splits_a_date(tape: Tape, i: int) -> bool:
    before = tape.word(i - 1)
    named = before[:1].isupper() and before.lower() not in _OPENERS
    return before in LEXICON.months or named or before[:1].isdigit()


def _vulgar(tape: Tape, i: int, start: int) -> Numeral | None:
    follower = tape.word(i + 1)
    if follower not in _FRACTION_MARKS and follower not in LEXICON.fractions and not follower.isdigit():
        return None
    found = _FRACTION.match(tape.text, start)
    if found is None or (found[1] is None and found[2] and tape.word(i - 1) == "/"):
        return None
    if found[5]:
        top, bottom = LEXICON.fractions[found[5]]
        whole = int(found[4])
    else:
        whole, top, bottom = int(found[1] or 0), int(found[2]), int(found[3])
    if bottom == 0 or (found[1] is not None and (top >= bottom or bottom not in _BINARY)):
        return None
    end = found.end()
    form = "share" if found[1] is None and not found[5] else "figure"
    steps = max(bottom, PRICE_STEP) // bottom if bottom in _BINARY else 1
    den = bottom * steps
    return Numeral(start, end, tape.index_at(end, i), (whole * bottom + top) * steps, den, 1, 1, found.group(), form)


_ELEVEN = 11
_FEET = frozenset(("ft", "feet", "foot", "in", "inch", "inches", "yard", "yards", "yd", "miles", "mile"))
_FRACTION_MARKS = frozenset("/-‑‐–")
RANKS = frozenset(("st", "nd", "rd", "th", "ST", "ND", "RD", "TH"))
_BINARY = frozenset((2, 3, 4, 5, 8, 10, 16, 32, 64, 128))


def with_scale(tape: Tape, numeral: Numeral) -> Numeral:
    """`numeral` with the scale words or the glued suffix behind it, if any ("5.7 billion", "2.4bn")."""
    i = numeral.after
    if numeral.form not in ("figure", "share") or not tape.near(i):
        return numeral
    if tape.glued(i):
        return _with_suffix(tape, numeral, i)
    for k in range(i, i + MOST_SCALES):
        word = tape.low(k)
        factor = 100 if word == "hundred" else SCALES.get(word)
        if factor is None or not tape.near(k) or (word.endswith("s") and tape.low(k + 1) == "of"):
            break
        numeral = _times(numeral, factor, tape.ends[k], k + 1)
    return _hyphen_scale(tape, numeral)


def _with_suffix(tape: Tape, numeral: Numeral, i: int) -> Numeral:
    factor = LEXICON.suffixes.get(tape.words[i])
    if factor is not None and not _is_length(tape, numeral, i) and not _is_label(tape, numeral, i):
        return _times(numeral, factor, tape.ends[i], i + 1)
    return _hyphen_scale(tape, numeral)


def _is_label(tape: Tape, numeral: Numeral, i: int) -> bool:
    """Whether the letter glued to a numeral is of a name: "Table 20b"."""
    before = tape.low(tape_first(tape, numeral) - 1)
    return len(tape.words[i]) == 1 and numeral.den == 1 and before in LEXICON.labels and before not in LEXICON.weak


def _is_length(tape: Tape, numeral: Numeral, i: int) -> bool:
    """Whether the "m" or "mm" glued to a numeral is metres or millimetres rather than millions."""
    word = tape.words[i]
    if word not in ("m", "mm") or tape.text[numeral.start - 1 : numeral.start] in _MONEY_MARKS:
        return False
    if word == "mm" or numeral.num >= 1000 * numeral.den:
        return True
    behind = tape.low(i + 1)
    first = tape_first(tape, numeral)
    if tape.word(first - 1) == "(" and tape.low(first - 2) in _FEET:
        return True
    if numeral.digits in LEXICON.races and tape.low(first - 1) in LEXICON.race_before:
        return True
    if behind == "(" and tape.low(i + 3) in _FEET:  # "1.96m (6ft 5in)"
        return True
    if behind in LEXICON.length_after or (behind == "/" and tape.low(i + 2) in LEXICON.per):
        return True
    if tape.word(first - 1) in ("x", "X", "×", "by"):
        return True
    return any(tape.low(k) in LEXICON.length_before for k in range(i - 4, i - 1) if k >= 0)


def tape_first(tape: Tape, numeral: Numeral) -> int:
    """The index of the piece at which `numeral` starts."""
    k = numeral.after - 1
    while k > 0 and tape.starts[k] > numeral.start:
        k -= 1
    return k


def _hyphen_scale(tape: Tape, numeral: Numeral) -> Numeral:
    """ "5-million", "2.5-billion-dollar": the scale word hangs on by a hyphen, what follows it is the tail."""
    i = numeral.after
    if tape.word(i) not in ("-", "‑", "‐") or not tape.glued(i) or not tape.glued(i + 1):
        return numeral
    word = tape.words[i + 1]
    head, _, rest = word.partition("-")
    factor = SCALES.get(head.lower())
    if factor is None:
        return numeral
    scaled = _times(numeral, factor, tape.starts[i + 1] + len(head), i + 2)
    return scaled._replace(tail=rest)


def _times(numeral: Numeral, factor: int, end: int, after: int) -> Numeral:
    return numeral._replace(
        end=end,
        after=after,
        num=numeral.num * factor,
        unit=numeral.unit * factor,
        scale=numeral.scale * factor,
    )
