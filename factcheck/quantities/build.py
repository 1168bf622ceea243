"""The quantity that an operand makes with the hedges round it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from factcheck.quantities.context import settled
from factcheck.quantities.hedges import Hedge, hedge_after, hedge_before, hedge_on
from factcheck.quantities.interval import Interval
from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import SMALL
from factcheck.quantities.minor import with_minor
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.quantities.nouns import counted_noun
from factcheck.quantities.numeral import Numeral
from factcheck.quantities.operand import Operand, next_operand
from factcheck.quantities.rounding import (
    Reading,
    exact_count,
    fraction,
    hedged,
    in_n,
    part_in_words,
    rounded,
    rounded_reading,
)

__all__ = ["Found", "build", "finish", "reading_of"]


class Found(NamedTuple):
    """A quantity, the offsets in the text of its token, and the index of the piece behind it."""

    quantity: Quantity
    start: int
    end: int
    after: int


_HYPHENED_IN = re.compile(r"-in-(\d{1,9}|[A-Za-z]+)(?![^\W_])")
_DIGITS = re.compile(r"\d+")
_ERRORS = frozenset(("±", "plus"))
EXACT = frozenset((Kind.DATE, Kind.YEAR, Kind.ORDINAL, Kind.NAME, Kind.SCORE, Kind.AGE))
UNHEDGED = frozenset((Kind.ORDINAL, Kind.NAME, Kind.SCORE))
LOOSE_SHARE = 16  # "2/3", "5/16" are fractions; what has a larger denominator ("31/71") is a count of a count
LOOSE_WORDS = 1_000_000  # "two hundred thousand" in words is a count, "two million" is rounded to the million
ROUND_M = frozenset((12, 15, 20, 25, 30, 40, 50, 60, 100, 200, 500, *(10**k for k in range(3, 10))))


def build(tape: Tape, i: int, operand: Operand) -> Found:
    """The quantity of `operand`, whose numeral stands at piece `i`, with the hedges round it."""
    ratio = _in_n(tape, operand)
    if ratio is not None:
        return ratio
    operand, factor = _borrowed(tape, with_minor(tape, settled(tape, i, operand)))
    reading = reading_of(operand)
    if factor != 1:
        num, den, unit = operand.numeral.num, operand.numeral.den, operand.numeral.unit
        reading = (reading[0], (*reading[1], rounded(num * factor, den, unit * factor)))
    found = finish(tape, operand, reading)
    return _with_error(tape, found) if tape.word(found.after) in _ERRORS else found


def _with_error(tape: Tape, found: Found) -> Found:
    """ "5.2 ± 0.3", "12% plus or minus 3 points": the second number is how far the first may be off."""
    j, quantity = found.after, found.quantity
    if tape.words[j] == "plus":
        if (tape.low(j + 1), tape.low(j + 2)) != ("or", "minus"):
            return found
        j += 2
    right = next_operand(tape, j + 1)
    if right is None or not tape.near(j) or quantity.bound is not Bound.EQUAL:
        return found
    if quantity.kind is Kind.COUNT and right.unit:
        quantity = replace(quantity, kind=right.kind, unit=right.unit)
    of_percent = quantity.kind is Kind.PERCENT and right.unit in ("percent", "point")
    if right.unit not in ("", quantity.unit) and not of_percent:
        return found
    off = abs(fraction(right.numeral.num, right.numeral.den))
    interval = Interval(quantity.value - off, quantity.value + off)
    words = tape.text[tape.starts[found.after] : right.numeral.end].lower()
    loose = replace(quantity, interval=interval, readings=(), bound=Bound.ABOUT, hedge=words)
    return Found(loose, found.start, right.end, right.after)


def reading_of(operand: Operand) -> Reading:
    """What the number of `operand` may stand for, before any hedge."""
    numeral, kind = operand.numeral, operand.kind
    if numeral.form == "part" or (numeral.form == "share" and numeral.den <= LOOSE_SHARE and kind is not Kind.SCORE):
        return part_in_words(numeral.num, numeral.den)
    if kind in EXACT or numeral.form == "share":
        value = fraction(numeral.num, numeral.den)
        return Interval(value, value), ()
    if kind is Kind.COUNT and _is_plain(numeral):
        return exact_count(numeral.num)
    whole = numeral.den == 1 and numeral.scale == 1
    return rounded_reading(numeral.num, numeral.den, numeral.unit, whole=whole)


def _is_plain(numeral: Numeral) -> bool:
    """Whether a count is printed whole, without a scale word that rounds it."""
    if numeral.den != 1:
        return False
    if numeral.form == "words":
        return numeral.unit < LOOSE_WORDS
    return numeral.scale in (1, 12)


def finish(tape: Tape, operand: Operand, reading: Reading, *, second: int | None = None) -> Found:
    """The quantity of `operand` with that reading; `second` is the M of "N in M"."""
    numeral, base = operand.numeral, tape.base
    value = fraction(numeral.num, numeral.den)
    start, end, after, bound, words = operand.start, operand.end, operand.after, Bound.EQUAL, ""
    hedge, before = _hedge(tape, operand)
    hanging = hedge_on(tape, numeral) if hedge is None and operand.kind not in UNHEDGED else None
    if hedge is not None:
        reading, bound = hedged(value, reading, hedge.effect)
        left, right = tape.starts[hedge.first], tape.ends[hedge.after - 1]
        words = tape.text[left:right].lower()
        if before:
            start = left
        else:
            end, after = right, hedge.after
    elif hanging is not None:
        reading, bound = hedged(value, reading, hanging.effect)
        end = max(end, tape.ends[hanging.after - 1])
        words = tape.text[numeral.end + 1 : tape.ends[hanging.after - 1]].lower()
    quantity = Quantity(
        operand.kind,
        numeral.start + base,
        numeral.end + base,
        operand.start + base,
        operand.end + base,
        tape.text[numeral.start : numeral.end],
        value,
        reading[0],
        reading[1],
        bound,
        _noun(tape, operand) if operand.kind is Kind.COUNT else operand.unit,
        words,
        numeral.digits,
        fraction(numeral.scale),
        fraction(numeral.unit, numeral.den) if numeral.unit else abs(value) / 10,
        not numeral.digits[-1].isdecimal() and numeral.form in ("words", "part", "ordinal"),
        None if second is None else fraction(second),
        signed=operand.signed,
    )
    return Found(quantity, start, end, after)


def _hedge(tape: Tape, operand: Operand) -> tuple[Hedge | None, bool]:
    """The hedge of `operand`, and whether it stands before it."""
    if operand.kind in UNHEDGED:
        return None, False
    before = hedge_before(tape, operand.first, operand.kind)
    if before is not None and tape.low(before.after - 1) == "to" and tape.low(operand.after) == "from":
        return None, False  # "up to 10 million from 8 million"
    return (before, True) if before is not None else (hedge_after(tape, operand.after), False)


def _noun(tape: Tape, operand: Operand) -> str:
    tail = operand.numeral.tail
    if tail:
        return tail.rpartition("-")[2].lower()
    return counted_noun(tape, operand.after, one=operand.numeral.num == operand.numeral.den)


def _borrowed(tape: Tape, operand: Operand) -> tuple[Operand, int]:
    """`operand` with the unit of the number coordinated behind it, and that number's scale where it has none itself."""
    if operand.kind not in (Kind.COUNT, Kind.MONEY) or operand.numeral.scale != 1:
        return operand, 1
    if tape.low(operand.after) not in ("to", "and", "or"):
        return operand, 1
    right = next_operand(tape, operand.after + 1)
    if right is None:
        return operand, 1
    printed = bool(right.unit) and right.end > right.numeral.end
    if operand.kind is Kind.COUNT and printed and not _is_told_twice(tape, operand, right):
        operand = operand._replace(kind=right.kind, unit=right.unit)
    return operand, right.numeral.scale


def _is_told_twice(tape: Tape, operand: Operand, right: Operand) -> bool:
    """Whether "or" adds the percentage to a count: "381 or 4.4% fewer", but not "5 or 6%"."""
    falls = operand.numeral.num * right.numeral.den > right.numeral.num * operand.numeral.den
    return falls and right.kind is Kind.PERCENT and tape.low(operand.after) == "or"


def _in_n(tape: Tape, operand: Operand) -> Found | None:
    """ "one in five", "2 in 10", "7 out of every 10"."""
    numeral, j = operand.numeral, operand.after
    if operand.kind is not Kind.COUNT or numeral.den != 1 or numeral.scale != 1 or numeral.num <= 0:
        return None
    hyphenated = _HYPHENED_IN.match(tape.text, numeral.end)
    if hyphenated is not None:
        bottom = SMALL.get(hyphenated[1].lower(), 0) or int("0" + "".join(_DIGITS.findall(hyphenated[1])))
        return _ratio(tape, operand, bottom, hyphenated.end(), tape.index_at(hyphenated.end(), j)) if bottom else None
    of_many = tape.low(j) == "in"
    if of_many:
        j += 1
    elif tape.low(j) == "out" and tape.low(j + 1) == "of":
        j += 2
    else:
        return None
    right = next_operand(tape, j + 1 if tape.low(j) == "every" else j)
    if right is None or right.kind is not Kind.COUNT or right.numeral.den != 1:
        return None
    if not _is_loose(numeral, right.numeral, of_many=of_many):
        return None
    return _ratio(tape, operand, right.numeral.num, right.numeral.end, right.after)


def _ratio(tape: Tape, operand: Operand, bottom: int, end: int, after: int) -> Found:
    numeral = operand.numeral
    digits = tape.text[numeral.start : end]
    whole = numeral._replace(den=bottom, end=end, after=after, digits=digits, tail="")
    ratio = operand._replace(numeral=whole, end=end, after=after, kind=Kind.RATIO, unit="")
    return finish(tape, ratio, in_n(numeral.num, bottom), second=bottom)


def _is_loose(top: Numeral, bottom: Numeral, *, of_many: bool) -> bool:
    """Whether "N in M" is a share: M is small or round, or N is one; "12 out of 38" and "401 out of 4,000" are counts.

    `of_many` says that "in" stands between the two.
    """
    if top.num >= bottom.num or (bottom.digits.isdigit() and 1500 <= bottom.num <= 2100):
        return False
    return bottom.num <= 10 or (top.num < 10 and bottom.num in ROUND_M) or (of_many and top.num == 1)
