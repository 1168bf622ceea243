"""A measure said again in another unit: "38mph (61km/h)", "18 kg (40 lb)", "55 km, or 34 miles".

In brackets nothing but a conversion can stand, and one that does not fit is told; behind "or" another distance may,
and only what fits is taken. Conversions are rounded by hand, a round figure to a twentieth of itself, a hedged one or
one of a single digit to a tenth, or cut off at its last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.lexicon import unit_factor
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.conversions.conversion_ties import apart, compounds, joined, with_a_tail
from factcheck.relations.conversions.glosses import bare, glosses, last_unit
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain
from factcheck.statements.context import is_denominator

__all__ = ["bind_conversion"]

ROUGHLY = Fraction(1, 10)  # of itself
FARTHEST = 30  # times: what a wrong digit may do
SCALES = (100, 1000, 1000000)
_ZEROS = {"degree_Celsius": Fraction(0), "degree_Fahrenheit": Fraction(-160, 9), "kelvin": Fraction(-27315, 100)}
_SIDES = frozenset({"x", "×", "by", "and", "-", "–"})
_TWO = ("", "and", "", "(", "", "and", "", ")")
_JOINED = (("or",), (",", "or"))


def bind_conversion(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each conversion in brackets and behind words that join nothing else, and those behind "or" that hold."""
    for sentence in reading.sentences:
        if sum(token.quantity is not None for token in sentence.tokens) > 1:
            yield from _in_brackets(rule, sentence.tokens)
            yield from _behind_words(rule, sentence.tokens)
    for tie in apart(reading, _is_measure):
        for one in _nearest(rule, tie.amount, tie.converted):
            yield replace(one, licence=Licence.STRUCTURE)


def _in_brackets(rule: Rule, tokens: Sequence[Token]) -> Iterator[Constraint]:
    for amounts in glosses(tokens, _is_measure):
        if not _in_parts(tokens, amounts[0]):
            for converted in amounts[1:]:
                yield from _nearest(rule, amounts[0], converted)
    for amount, converted in _in_turn(tokens):
        yield from _nearest(rule, amount, converted)


def _behind_words(rule: Rule, tokens: Sequence[Token]) -> Iterator[Constraint]:
    for amount, converted, apposed in _alternatives(tokens):
        for one in _nearest(rule, amount, converted):
            if apposed or one.holds():
                yield replace(one, doubtful=apposed and not one.holds())
    for tie in (*joined(tokens, _is_measure), *with_a_tail(tokens, _is_measure), *compounds(tokens, _is_measure)):
        for one in _nearest(rule, tie.amount, tie.converted):
            yield replace(one, doubtful=not tie.sure and not one.holds())


def _is_measure(quantity: Quantity) -> bool:
    return quantity.kind is Kind.MEASURE and bool(quantity.value) and unit_factor(quantity.unit) is not None


def _in_parts(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether it is but the end of an amount: the inches of "6ft 2in", a side of "2 x 4 cm"."""
    at = next(i for i, token in enumerate(tokens) if token.quantity is quantity)
    words = [token.low for token in tokens[max(0, at - 2) : at]]
    if not words:
        return False
    behind = tokens[at - 1] if words[-1] not in _SIDES else tokens[max(0, at - 2)]
    return behind.quantity is not None


def _alternatives(tokens: Sequence[Token]) -> Iterator[tuple[Quantity, Quantity, bool]]:
    """Two measures with nothing but "or" between them, and whether a comma makes an apposition of the second.

    Not behind a denominator: "six litres per 100 kilometres, or 47 miles to the gallon".
    """
    places = [i for i, token in enumerate(tokens) if token.quantity is not None and _is_measure(token.quantity)]
    for one, other in pairwise(places):
        if is_denominator(tokens, one):
            continue
        amount, converted = tokens[one].quantity, tokens[other].quantity
        between = tuple(token.low for token in tokens[one + 1 : other])
        if amount and converted and between in _JOINED and is_plain(amount) and is_plain(converted):
            yield amount, converted, between[0] == ","


def _in_turn(tokens: Sequence[Token]) -> Iterator[tuple[Quantity, Quantity]]:
    """The two pairs of "53.5 and 58 kg (118 and 128 pounds)"."""
    for at in range(len(tokens) - len(_TWO) + 1):
        row = tokens[at : at + len(_TWO)]
        if all(
            token.text == mark if mark else token.quantity is not None for token, mark in zip(row, _TWO, strict=True)
        ):
            one, other, first, second = (token.quantity for token in row if token.quantity is not None)
            if all(_is_measure(q) and is_plain(q) for q in (one, other, first, second)):
                yield from ((one, first), (other, second))


def _nearest(rule: Rule, amount: Quantity, converted: Quantity) -> Iterator[Constraint]:
    """The two under the meaning of their units by which they fit, else the usual one; none where they measure two
    things."""
    scales = list(_scales(rule.extra["others"], amount.unit, converted.unit))
    if scales:
        factor, offset = min(scales, key=lambda scale: abs(amount.value * scale[0] + scale[1] - converted.value))
        if not _related((amount.value * factor + offset) / converted.value):
            return
        found = _constraint(rule, amount, converted, factor, offset)
        if not offset and found.judged().verdict is Verdict.INCONSISTENT:
            found = _constraint(rule, amount, converted, scales[0][0], offset)
        yield found


def _constraint(rule: Rule, amount: Quantity, converted: Quantity, factor: Fraction, offset: Fraction) -> Constraint:
    loose = any(quantity.bound is not Bound.EQUAL for quantity in (amount, converted))
    return Constraint(
        rule,
        {"amount": (_rounded(amount, loose=loose),), "converted": (_cut(_rounded(converted, loose=loose)),)},
        Licence.CLAUSE,
        derived={"factor": Interval.exactly(factor), "offset": Interval.exactly(offset)},
    )


def _related(ratio: Fraction) -> bool:
    """Whether one may be the other but for a digit or the scale: "60 miles (12-inch)" of a pipe are two things."""
    if not ratio:
        return False
    times = max(abs(ratio), 1 / abs(ratio))
    return times <= FARTHEST or any(abs(times / scale - 1) <= ROUGHLY for scale in SCALES)


def _scales(others: Mapping[str, Iterable[str]], one: str, other: str) -> Iterator[tuple[Fraction, Fraction]]:
    """Factor and offset from one unit to the other, for each meaning that the two names may have."""
    first, second = unit_factor(one), unit_factor(other)
    if first is None or second is None or one == other or first.dimension != second.dimension or _pure(first.dimension):
        return
    factor = first.factor / second.factor
    for mine in map(Fraction, ("1", *others.get(one, ()))):
        for theirs in map(Fraction, ("1", *others.get(other, ()))):
            yield factor * mine / theirs, Fraction(0)
    if one in _ZEROS and other in _ZEROS:
        yield factor, (_ZEROS[one] - _ZEROS[other]) / second.factor


def _pure(dimension: str) -> bool:
    return dimension in ("dimensionless", "[time]", "[printing_unit]")


def _rounded(quantity: Quantity, *, loose: bool) -> Quantity:
    """The amount with every value that it may be rounded from."""
    plain = bare(quantity)
    single = len(quantity.numeral.replace(".", "").replace(",", "").strip("0")) == 1
    size = abs(quantity.value) * ROUGHLY
    half = size if loose else min(last_unit(quantity) / 2, size) if single else Fraction(0)
    return replace(plain, interval=plain.wide, readings=(Interval.around(quantity.value, half),))


def _cut(quantity: Quantity) -> Quantity:
    """The amount as it may be cut off, and not rounded, at its last digit."""
    cut = Interval(abs(quantity.value), abs(quantity.value) + quantity.ulp)
    return replace(quantity, readings=(*quantity.readings, cut if quantity.value > 0 else -cut))
