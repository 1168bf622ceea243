"""Sums of long numbers: "1,767,182 … 1,005,282 … 2,772,464", which nothing but their digits ties.

Of three neighbours of seven digits one is the sum of the others, or one slip away from it, by chance once in ten
thousand times. In 2.3 million words of published text twenty such sums held, and none was a slip away that was not
meant. With six digits, or with three parts, half of those that fail by a slip are chance.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import figures_of, is_settled

__all__ = ["SUMMED", "is_a_slip", "long_sums"]

_LONG = 7  # digits of a sum
_TELLING = 6  # digits of it that no rounding made
_SHORT = 4  # digits of a part
_REACH = 4  # sentences
_MOST = 10  # numbers of one unit in reach: among more something adds up
_ROUNDING = 2  # units of the last place that rounded parts may be off
_SWAPPED = frozenset(range(9, 82, 9))  # what two digits in one another's place make, without its noughts
SUMMED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


class _Number(NamedTuple):
    number: Quantity
    sentence: int
    section: int


class _Sum(NamedTuple):
    whole: Quantity
    parts: tuple[Quantity, Quantity]

    @property
    def gap(self) -> int:
        """By how many units of the last place the parts miss the whole."""
        off = self.whole.value - self.parts[0].value - self.parts[1].value
        return abs(int(off / self.whole.ulp))


def long_sums(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each long number with the two beside it that make it, or would but for one slip where no others make any."""
    numbers = list(_numbers(reading))
    sums = [one for at, whole in enumerate(numbers) if _is_long(whole.number) for one in _sums(numbers, at)]
    held = [one for one in sums if one.gap == 0]
    settled = {quantity.start for one in held for quantity in (one.whole, *one.parts)}
    for one in sums:
        alone = settled.isdisjoint(quantity.start for quantity in (one.whole, *one.parts))
        if one.gap == 0 or (alone and is_a_slip(one.gap)):
            operands = {"whole": (one.whole,), "parts": one.parts}
            yield Constraint(rule, operands, Licence.STRUCTURE, doubtful=one.gap > 0)


def _numbers(reading: Reading) -> Iterator[_Number]:
    for sentence in reading.sentences:
        for token in sentence.tokens:
            number = token.quantity
            if number is not None and number.kind in SUMMED and _is_printed_out(number):
                yield _Number(number, sentence.index, sentence.section)


def _is_printed_out(number: Quantity) -> bool:
    return not number.in_words and is_settled(number) and len(figures_of(number)) >= _SHORT


def _is_long(number: Quantity) -> bool:
    figures = figures_of(number)
    return len(figures) >= _LONG and len(figures.rstrip("0")) >= _TELLING


def _sums(numbers: Sequence[_Number], at: int) -> Iterator[_Sum]:
    """Every two smaller numbers of its unit near a number; none where there are many."""
    whole = numbers[at]
    first = bisect_left(numbers, whole.sentence - _REACH, key=_sentence)
    last = bisect_right(numbers, whole.sentence + _REACH, key=_sentence)
    near = [one.number for one in numbers[first:last] if _is_near(one, whole)]
    if len(near) <= _MOST:
        for one, other in combinations(near, 2):
            yield _Sum(whole.number, (one, other))


def _sentence(one: _Number) -> int:
    return one.sentence


def _is_near(one: _Number, whole: _Number) -> bool:
    like = one.number.kind is whole.number.kind and one.number.unit == whole.number.unit
    return (
        like
        and one.section == whole.section
        and one.number.ulp == whole.number.ulp
        and one.number.value < whole.number.value
    )


def is_a_slip(gap: int) -> bool:
    """Whether one other digit, or two exchanged, make up for a gap that no rounding does."""
    if gap <= _ROUNDING:
        return False
    while gap % 10 == 0:
        gap //= 10
    return gap < 10 or gap in _SWAPPED
