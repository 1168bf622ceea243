"""A numeral with its sign, currency and unit, and the quantity that it makes."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.quantities.hedges import Hedge, hedge_after, hedge_before
from factcheck.quantities.interval import Interval
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.quantities.names import is_prefixed, named_by_context
from factcheck.quantities.nouns import counted_noun, is_plural
from factcheck.quantities.numeral import Numeral
from factcheck.quantities.pieces import Tape
from factcheck.quantities.rounding import Reading, exact_count, hedged, in_n, part_in_words, rounded, rounded_reading
from factcheck.quantities.units import Unit, read_currency, read_unit
from factcheck.quantities.words import NUMBER_STARTS, read_numeral

__all__ = ["Operand", "build", "operand_at", "reading_of"]

Found = tuple[Quantity, int, int, int]


class Operand(NamedTuple):
    """A number with its sign, currency and unit: `first` is its leftmost piece, `after` the piece behind it."""

    numeral: Numeral
    first: int
    start: int
    end: int
    after: int
    kind: Kind
    unit: str
    signed: bool = False


_KINDS = {
    "percent": Kind.PERCENT,
    "per_mille": Kind.PERCENT,
    "points": Kind.POINTS,
    "money": Kind.MONEY,
    "minor": Kind.MONEY,
    "measure": Kind.MEASURE,
    "duration": Kind.DURATION,
    "age": Kind.AGE,
    "multiple": Kind.MULTIPLE,
}
_ROUND = frozenset((12, 15, 20, 25, 30, 40, 50, 60, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000, 1_000_000_000))
_BEFORE_RIGHT = frozenset(("us", "s", "a", "c", "hk", "nz", "rs", ".", "about", "around", "~", "-", "−", "a", "an"))
_EXACT = frozenset((Kind.DATE, Kind.YEAR, Kind.ORDINAL, Kind.NAME, Kind.SCORE, Kind.AGE))
_YEAR_BEFORE = frozenset(
    "in since by of from until till to during the year early late mid before after through for between around about summer spring autumn winter fall january february march april may june july august september october november december this its our their his her a and fiscal end calendar season election budget census".split()
)


def operand_at(tape: Tape, i: int, numeral: Numeral) -> Operand:
    """`numeral`, read at piece `i`, with the sign and currency before it and the unit behind it."""
    start = numeral.start
    first = i
    while first > 0 and tape.starts[first] > start:
        first -= 1
    currency = read_currency(tape.text, start) if tape.text[start].isdigit() or tape.text[start] == "." or start else None
    if currency is not None:
        while first > 0 and tape.starts[first] > currency.at:
            first -= 1
    first, negative, signed = _sign(tape, first)
    if negative:
        numeral = numeral._replace(num=-numeral.num)
    kind, name, end, after = _classified(tape, numeral, currency)
    return Operand(numeral, first, tape.starts[first], end, after, kind, name, signed)


def _sign(tape: Tape, first: int) -> tuple[int, bool, bool]:
    """The leftmost piece with a sign before piece `first` taken in, whether it is negative, whether there is a sign."""
    mark = tape.word(first - 1)
    if not mark:
        return first, False, False
    if mark in "-−–+" and tape.glued(first) and not tape.glued(first - 1):
        return first - 1, mark != "+", True
    if mark in "-−–+" and tape.glued(first) and tape.word(first - 2) in ("(", "[", "~", "≈", "<", ">"):
        return first - 1, mark != "+", True
    if mark.lower() in ("minus", "negative") and not tape.word(first - 2)[-1:].isdigit() and tape.near(first):
        return first - 1, True, True
    return first, False, False


def _classified(tape: Tape, numeral: Numeral, currency: Unit | None) -> tuple[Kind, str, int, int]:
    if numeral.form == "ordinal":
        return Kind.ORDINAL, "", numeral.end, numeral.after
    unit = read_unit(tape, numeral, money=currency is not None)
    if unit is None and numeral.form == "part":
        unit = _unit_of_part(tape, numeral)
    if currency is not None:
        if unit is not None and unit.kind == "money" and tape.low(unit.after - 1) != "pounds":
            return Kind.MONEY, currency.name if unit.name == "USD" else unit.name, unit.at, unit.after
        return Kind.MONEY, currency.name, numeral.end, numeral.after
    if unit is not None:
        return _KINDS[unit.kind], unit.name if unit.kind != "per_mille" else "per_mille", unit.at, unit.after
    code = tape.word(numeral.after)
    if code in LEXICON.codes and tape.near(numeral.after) and not numeral.tail:
        return Kind.MONEY, code, tape.ends[numeral.after], numeral.after + 1
    return _bare_kind(numeral), "", numeral.end, numeral.after


def _bare_kind(numeral: Numeral) -> Kind:
    if numeral.form == "share":  # "11/9" are odds or a pressure, "4/2020" is a month
        if numeral.num >= numeral.den:
            return Kind.SCORE
        return Kind.DATE if 1900 <= numeral.den <= 2100 and numeral.num <= 12 else Kind.RATIO
    return Kind.RATIO if numeral.form == "part" and numeral.num < numeral.den else Kind.COUNT


def _unit_of_part(tape: Tape, numeral: Numeral) -> Unit | None:
    """The unit behind "half a", "three quarters of a", "a quarter of an"."""
    j = numeral.after
    if tape.low(j) == "of":
        j += 1
    if tape.low(j) not in ("a", "an", "one") or not tape.near(j + 1):
        return None
    return read_unit(tape, numeral._replace(after=j + 1, form="words"))


def reading_of(operand: Operand) -> Reading:
    """What the number of `operand` may stand for, before any hedge."""
    numeral, kind = operand.numeral, operand.kind
    if numeral.form == "part":
        return part_in_words(numeral.num, numeral.den)
    if numeral.form == "share":
        return _share(numeral)
    if kind in _EXACT:
        value = Fraction(numeral.num, numeral.den)
        return Interval(value, value), ()
    if kind is Kind.COUNT and _is_plain_count(numeral):
        return exact_count(numeral.num, numeral.den)
    return rounded_reading(numeral, round_from=100 if kind is Kind.COUNT else 1000)


def _is_plain_count(numeral: Numeral) -> bool:
    if numeral.den != 1:
        return False
    return numeral.scale == 1 or numeral.scale == 12 if numeral.form == "figure" else numeral.unit < 1_000_000


def _share(numeral: Numeral) -> Reading:
    """ "31/71" is a count of a count, exact; "2/3" is a loose fraction."""
    if numeral.den > 16:
        return exact_count(numeral.num, numeral.den)
    return part_in_words(numeral.num, numeral.den)


def build(tape: Tape, i: int, operand: Operand) -> Found:
    """The quantity of one operand with the hedges round it, its token's offsets, and the index of the piece behind it."""
    ratio = _in_n(tape, operand)
    if ratio is not None:
        return ratio
    operand = _settled(tape, i, operand)
    numeral = operand.numeral
    if operand.kind is Kind.NAME:
        return _finish(tape, operand, reading_of(operand), Fraction(numeral.num, numeral.den), hedges=False)
    operand, factor = _borrowed(tape, operand)
    reading = reading_of(operand)
    if factor != 1:
        scaled = rounded(numeral.num * factor, numeral.den, numeral.unit * factor)
        reading = (reading[0], (*reading[1], scaled))
    return _finish(tape, operand, reading, Fraction(numeral.num, numeral.den))


def _finish(
    tape: Tape, operand: Operand, reading: Reading, value: Fraction, *, second: Fraction | None = None, hedges: bool = True
) -> Found:
    numeral = operand.numeral
    bound, hedge_text, start, end, after = Bound.EQUAL, "", operand.start, operand.end, operand.after
    if hedges and operand.kind not in (Kind.ORDINAL, Kind.NAME):
        before = hedge_before(tape, operand.first)
        behind = hedge_after(tape, after) if before is None else None
        hedge: Hedge | None = before or behind
        if hedge is not None:
            reading, bound = hedged(value, reading, hedge.effect)
            hedge_start, hedge_end = tape.starts[hedge.first], tape.ends[hedge.after - 1]
            hedge_text = tape.text[hedge_start:hedge_end].lower()
            if before is not None:
                start = hedge_start
            else:
                end, after = hedge_end, hedge.after
    unit = operand.unit
    if operand.kind is Kind.COUNT:
        unit = _noun(tape, operand, value)
    outer_end = operand.end
    quantity = Quantity(
        operand.kind,
        numeral.start,
        numeral.end,
        operand.start,
        outer_end,
        tape.text[numeral.start : numeral.end],
        value,
        reading[0],
        reading[1],
        bound,
        unit,
        hedge_text,
        numeral.digits,
        Fraction(numeral.scale),
        Fraction(numeral.unit, numeral.den) if numeral.unit else abs(value) / 10,
        numeral.form in ("words", "part") or (numeral.form == "ordinal" and not numeral.digits[0].isdigit()),
        second,
        signed=operand.signed,
    )
    return quantity, start, end, after


def _noun(tape: Tape, operand: Operand, value: Fraction) -> str:
    tail = operand.numeral.tail
    if tail:
        return tail.rpartition("-")[2].lower()
    return counted_noun(tape, operand.after, one=value == 1)


def _settled(tape: Tape, i: int, operand: Operand) -> Operand:
    """`operand` with its kind told from what stands round it: a year, an age, a name."""
    numeral = operand.numeral
    if operand.kind is not Kind.COUNT or numeral.form != "figure" or numeral.scale != 1 or operand.signed:
        return operand._replace(kind=Kind.AGE, unit="year") if _aged(tape, operand) else operand
    if numeral.digits.isdigit() and len(numeral.digits) == 4 and _is_year(tape, operand):
        return operand._replace(kind=Kind.YEAR)
    if _aged(tape, operand):
        return operand._replace(kind=Kind.AGE, unit="year")
    if _is_list_number(tape, operand) or named_by_context(tape, i, numeral) or _is_footnote(tape, operand):
        return operand._replace(kind=Kind.NAME)
    return _with_letters(tape, operand)


def _with_letters(tape: Tape, operand: Operand) -> Operand:
    """Letters glued behind a bare figure make a name of it ("5c", "787s"), unless they are a word run into it."""
    k = operand.after
    if not tape.glued(k) or not tape.words[k][0].isalpha() or tape.low(k) in LEXICON.function_words or tape.low(k) == "x":
        return operand
    while tape.glued(k) and tape.words[k][0].isalnum():
        k += 1
    end = tape.ends[k - 1]
    return operand._replace(kind=Kind.NAME, numeral=operand.numeral._replace(end=end, after=k), end=end, after=k)


def _is_year(tape: Tape, operand: Operand) -> bool:
    year = operand.numeral.num
    if not 1500 <= year <= 2100:
        return False
    before = tape.low(operand.first - 1)
    if before in _YEAR_BEFORE or is_prefixed(tape, operand.first):
        return True
    behind = tape.word(operand.after)
    return not (behind.islower() and is_plural(behind) and tape.near(operand.after))


def _aged(tape: Tape, operand: Operand) -> bool:
    """ "aged 45", "at the age of 45", "Name, 45, said"."""
    numeral = operand.numeral
    if operand.kind is not Kind.COUNT or numeral.scale != 1 or not 0 < numeral.num <= 120 * numeral.den:
        return False
    before = tape.low(operand.first - 1)
    if before in ("aged", "age", "ages") or (before == "of" and tape.low(operand.first - 2) in ("age", "ages")):
        return True
    if before == "," and tape.word(operand.after) == "," and numeral.digits.isdigit() and len(numeral.digits) == 2:
        name = tape.word(operand.first - 2)
        return name[:1].isupper() and name not in LEXICON.months and name.isalpha()
    return False


def _is_list_number(tape: Tape, operand: Operand) -> bool:
    """ "12. The", "1) A", "(3) Excludes" at the head of a line."""
    i, numeral = operand.first, operand.numeral
    mark = tape.word(operand.after)
    opening = i
    if tape.word(i - 1) == "(" and mark == ")":
        opening = i - 1
    if opening > 0 and "\n" not in tape.text[tape.ends[opening - 1] : tape.starts[opening]]:
        return False
    if not numeral.digits.isdigit() or len(numeral.digits) > 3 or mark not in (".", ")"):
        return False
    return tape.glued(operand.after) and (mark == ")" or tape.word(operand.after + 1)[:1].isupper())


def _is_footnote(tape: Tape, operand: Operand) -> bool:
    return tape.glued(operand.first) and tape.word(operand.first - 1) in ("%", ")", "”", '"') and len(operand.numeral.digits) <= 2


def _borrowed(tape: Tape, operand: Operand) -> tuple[Operand, int]:
    """`operand` with the unit of the number coordinated behind it, and that number's scale where it has none itself."""
    if tape.low(operand.after) not in ("to", "and", "or") or operand.numeral.scale != 1 or operand.kind not in (Kind.COUNT, Kind.MONEY):
        return operand, 1
    right = next_operand(tape, operand.after + 1)
    if right is None:
        return operand, 1
    if operand.kind is Kind.COUNT and right.kind not in (Kind.COUNT, Kind.ORDINAL, Kind.RATIO, Kind.NAME):
        operand = operand._replace(kind=right.kind, unit=right.unit)
    return operand, right.numeral.scale


def next_operand(tape: Tape, i: int) -> Operand | None:
    """The operand that begins at piece `i`, a currency sign first if there is one."""
    k = i
    while k < i + 4 and tape.near(k):
        word = tape.words[k]
        if word[-1].isdecimal() or word.partition("-")[0].lower() in NUMBER_STARTS:
            numeral = read_numeral(tape, k)
            return None if numeral is None else operand_at(tape, k, numeral)
        if word.lower() not in _BEFORE_RIGHT and word not in LEXICON.signs and word not in LEXICON.codes:
            return None
        k += 1
    return None


def _in_n(tape: Tape, operand: Operand) -> Found | None:
    """ "one in five", "2 in 10", "7 out of every 10"."""
    numeral = operand.numeral
    if operand.kind is not Kind.COUNT or numeral.den != 1 or numeral.scale != 1 or numeral.num <= 0:
        return None
    j = operand.after
    out_of = tape.low(j) == "out" and tape.low(j + 1) == "of"
    if out_of:
        j += 2
    elif tape.low(j) == "in":
        j += 1
    else:
        return None
    if tape.low(j) == "every":
        j += 1
    right = next_operand(tape, j)
    if right is None or right.kind is not Kind.COUNT or right.numeral.den != 1 or not _fits_ratio(numeral, right):
        return None
    top, bottom = numeral.num, right.numeral.num
    text_end = right.numeral.end
    whole = numeral._replace(end=text_end, after=right.after, digits=tape.text[numeral.start : text_end])
    ratio = operand._replace(numeral=whole, end=right.end, after=right.after, kind=Kind.RATIO, unit="")
    return _finish(tape, ratio, in_n(top, bottom), Fraction(top, bottom), second=Fraction(bottom))


def _fits_ratio(numeral: Numeral, right: Operand) -> bool:
    """Whether "N in M" is a loose share: M is small or round; "12 out of 38" and "401 out of 4,000" are counts."""
    top, bottom = numeral.num, right.numeral.num
    if top >= bottom or right.numeral.digits.isdigit() and 1500 <= bottom <= 2100:
        return False
    return bottom <= 10 or (top < 10 and bottom in _ROUND)
