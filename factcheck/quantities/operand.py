"""A numeral with the sign and currency before it and the unit behind it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.quantities.cardinal import NUMBER_STARTS
from factcheck.quantities.codes import coded
from factcheck.quantities.hedges import past_hedge
from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind
from factcheck.quantities.numeral import Numeral, with_scale
from factcheck.quantities.units import Unit, read_currency, read_unit
from factcheck.quantities.words import read_numeral

__all__ = ["Operand", "next_operand", "operand_at"]


class Operand(NamedTuple):
    """A number with its sign, currency and unit: `first` is its leftmost piece, `after` the piece behind it.

    `start` and `end` are offsets in the text; `unit` is "" for counts.
    """

    numeral: Numeral
    first: int
    start: int
    end: int
    after: int
    kind: Kind
    unit: str
    signed: bool = False


KINDS = {
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
_SIGNS = frozenset("-−–+")
_BEFORE_SIGN = frozenset(("(", "[", "~", "≈", "<", ">", "$", "£", "€"))
_SIGN_MARKS = frozenset(sign for sign in LEXICON.signs if len(sign) == 1 and not sign.isalpha())
_TEMPERATURES = frozenset(("degree_Celsius", "degree_Fahrenheit"))
_LEFT_REACH = 4  # pieces that sign, currency and hedge may take before the numeral of a right operand


def operand_at(tape: Tape, i: int, numeral: Numeral, free: int = 0) -> Operand:
    """`numeral`, read at piece `i`, with the sign and currency before it and the unit behind it.

    Pieces before `free` belong to another number.
    """
    first = i
    while first > 0 and tape.starts[first] > numeral.start:
        first -= 1
    numeral = past_hedge(tape, numeral)
    bracket = tape.word(first - 1) == "(" and tape.glued(first) and tape.glued(first - 1)  # "$(1.2) million"
    currency = read_currency(tape, first - bracket) if first > free else None
    if currency is not None and currency[1] < free:
        currency = None
    if currency is not None:
        first = currency[1]
    sign = _sign(tape, first) if first > free else ""
    if sign:
        first -= 1
        if currency is None and tape.glued(first) and first > free:  # "$-5m"
            currency = read_currency(tape, first)
            first = currency[1] if currency is not None else first
    apart = None if currency is not None else coded(tape, numeral, first, free)
    if apart is not None:
        whole, code, first, after = apart
        end = max(whole.end, tape.ends[after - 1])
        return Operand(whole, first, tape.starts[first], end, after, Kind.MONEY, code, bool(sign))
    loss = tape.word(first - 1) == "(" and tape.glued(first) and first > free and _is_loss(tape, numeral.after)
    losses = (bracket and currency is not None and tape.word(numeral.after) == ")") or loss
    if loss:
        first -= 1
    if losses:
        numeral = with_scale(tape, numeral._replace(after=numeral.after + 1))
    if losses or sign == "-":
        numeral = numeral._replace(num=-numeral.num)
    kind, name, end, after = _classified(tape, numeral, currency and currency[0])
    if not sign and first > free and name in _TEMPERATURES and _is_below_zero(tape, first, after):
        sign, first, numeral = "-", first - 1, numeral._replace(num=-numeral.num)
    if losses:
        end = max(end, tape.ends[numeral.after - 1])
    return Operand(numeral, first, tape.starts[first], end, after, kind, name, bool(sign) or losses)


def _sign(tape: Tape, first: int) -> str:
    """The sign before piece `first`, "" for none: a mark that is glued on and free on its left, or "minus"."""
    mark = tape.word(first - 1)
    if mark in _SIGNS and tape.glued(first):
        free = not tape.glued(first - 1) or tape.word(first - 2) in _BEFORE_SIGN
        return ("+" if mark == "+" else "-") if free else ""
    if mark.lower() in ("minus", "negative") and tape.near(first):
        return "" if tape.word(first - 2)[-1:].isdigit() or tape.low(first - 2) == "or" else "-"
    return ""


def _is_loss(tape: Tape, i: int) -> bool:
    """Whether the bracket at piece `i` closes an accountant's negative percentage: "(5.2)%"."""
    return tape.word(i) == ")" and tape.word(i + 1) == "%" and tape.glued(i + 1)


def _is_below_zero(tape: Tape, first: int, after: int) -> bool:
    """ "to - 20 degrees Celsius": a hyphen between blanks before a temperature, and no second one that closes it."""
    apart = tape.word(first - 1) == "-" and not tape.glued(first) and not tape.glued(first - 1)
    return apart and tape.word(first - 2).islower() and tape.word(after) != "-"


def _classified(tape: Tape, numeral: Numeral, currency: str | None) -> tuple[Kind, str, int, int]:
    """Kind, unit, offset of the end and index of the piece behind."""
    if numeral.form in ("ordinal", "multiple"):
        return Kind(numeral.form), "", numeral.end, numeral.after
    unit = read_unit(tape, numeral, money=currency is not None)
    if unit is None and numeral.form == "part":
        unit = _unit_of_part(tape, numeral)
    if currency is not None:
        named = unit is not None and unit.kind == "money" and tape.low(unit.after - 1) not in LEXICON.large_money
        if named and unit is not None:  # "$5 million Canadian dollars": the words are the more exact
            return Kind.MONEY, currency if unit.name == "USD" else unit.name, unit.end, unit.after
        return Kind.MONEY, currency, numeral.end, numeral.after
    if unit is not None:
        return KINDS[unit.kind], unit.name, unit.end, unit.after
    code = tape.word(numeral.after)
    if code in _SIGN_MARKS and numeral.form == "figure" and not numeral.tail and _is_behind(tape, numeral.after):
        return Kind.MONEY, LEXICON.signs[code], tape.ends[numeral.after], numeral.after + 1
    if code in LEXICON.codes and tape.near(numeral.after) and not numeral.tail and not _leads(tape, numeral.after + 1):
        return Kind.MONEY, code, tape.ends[numeral.after], numeral.after + 1
    return _bare_kind(numeral), "", numeral.end, numeral.after


def _is_behind(tape: Tape, i: int) -> bool:
    """Whether the currency sign at piece `i` belongs to the number before it: "5 €", "10 $ 30 cents"."""
    if not tape.near(i):
        return False
    follower = tape.word(i + 1)
    if not follower[:1].isdigit():
        return tape.glued(i) or not tape.glued(i + 1) or not follower[:1].isalnum()
    unit = LEXICON.units.get(tape.low(i + 2), {}).get("")
    return not tape.glued(i + 1) and unit is not None and unit[0] == "minor"


def _leads(tape: Tape, i: int) -> bool:
    """Whether the code before piece `i` is glued to the number there ("USD50")."""
    return tape.glued(i) and tape.words[i][0].isdigit()


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
    if tape.low(j + 1) == "point" and tape.near(j + 1):  # "half a point"
        return Unit("points", "point", tape.ends[j + 1], j + 2)
    return read_unit(tape, numeral._replace(after=j + 1, form="words"))


def next_operand(tape: Tape, i: int) -> Operand | None:
    """The operand that begins at piece `i`, with a currency, a sign or one hedging word before its numeral."""
    for k in range(i, i + _LEFT_REACH):
        if not tape.near(k):
            return None
        word = tape.words[k]
        if word[-1].isdecimal() or word.partition("-")[0].lower() in NUMBER_STARTS:
            numeral = read_numeral(tape, k)
            return None if numeral is None else operand_at(tape, k, numeral, i)
        if word.lower() not in LEXICON.before_right and word not in LEXICON.signs and word not in LEXICON.codes:
            return None
    return None
