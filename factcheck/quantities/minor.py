"""Amounts in a currency and its hundredth: "20 dollars and 43 cents", "15 euros 50"."""

from __future__ import annotations

from factcheck.quantities.lexer import Tape
from factcheck.quantities.model import Kind
from factcheck.quantities.operand import Operand, next_operand

__all__ = ["with_minor"]

CENTED = frozenset(("EUR", "AUD", "CAD", "NZD", "SGD", "HKD", "MYR", "ZAR"))
LEAST_BARE = 10  # "15 dollars 50": one digit alone is no count of cents
LARGEST_LOOSE = 1000  # nobody says the cents of a larger amount without the word
_ENDS = frozenset(("", ".", "!", "?", ";", ")", "\n"))


def with_minor(tape: Tape, operand: Operand) -> Operand:
    """`operand` with the hundredths said behind it, as one amount to the hundredth."""
    numeral = operand.numeral
    if operand.kind is not Kind.MONEY or numeral.den != 1 or "_" in operand.unit:
        return operand
    joined = tape.low(operand.after) == "and"
    right = next_operand(tape, operand.after + joined)
    if right is None or not 0 < right.numeral.num < 100 or right.numeral.den != 1:
        return operand
    cents = tape.word(right.after) == "c" and tape.glued(right.after)  # "43c"
    if not (cents or _is_minor_of(operand, right) or _is_bare(tape, operand, right, joined)):
        return operand
    sign = -1 if numeral.num < 0 else 1
    num, end = numeral.num * 100 + sign * right.numeral.num, right.numeral.end
    whole = numeral._replace(num=num, den=100, unit=1, end=end, digits=tape.text[numeral.start : end])
    last = right.after + cents
    return operand._replace(numeral=whole, end=tape.ends[last - 1], after=last)


def _is_minor_of(operand: Operand, right: Operand) -> bool:
    return right.unit.startswith(f"{operand.unit}_") or (right.unit == "USD_cent" and operand.unit in CENTED)


def _is_bare(tape: Tape, operand: Operand, right: Operand, joined: bool) -> bool:
    """ "15 dollars 50", "twenty dollars and 43", "$3 and fourteen": a second number that counts nothing."""
    if right.kind is not Kind.COUNT or right.numeral.num < LEAST_BARE:
        return False
    worded = operand.end > operand.numeral.end
    if not joined:
        return worded and not tape.word(right.after)[:1].isalpha()
    ends = tape.word(right.after) in _ENDS and operand.numeral.num < LARGEST_LOOSE and operand.numeral.scale == 1
    between = tape.low(operand.first - 1) in ("between", "from", "of")
    return ends and not between and (worded or right.numeral.form == "words")
