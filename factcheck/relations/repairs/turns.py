"""Mends beyond one numeral: a direction word, two numbers exchanged, the unit of a change, its base, its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, product
from math import log2

from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.model import Evaluated
from factcheck.relations.repairs.exchangeable import base_words, other_multiples, turned, unit_words
from factcheck.relations.repairs.mend import Change, Mend
from factcheck.relations.repairs.repair import Repair, repaired, restyle, scale_repairs
from factcheck.relations.units import comparable, is_plain, of_one_kind
from factcheck.statements.context import DIRECTION

__all__ = [
    "base_mends",
    "computed_mends",
    "exchanges",
    "multiple_mends",
    "scale_mends",
    "turns",
    "unit_mends",
    "word_mends",
]

_TURN, _EXCHANGE, _UNIT, _BASE, _COMPUTED = 3.5, 4.5, 4.0, 6.0, 11.0  # bits
_WORKED_OUT = 5.0  # bits of a percentage or points worked out wrong, and those of its digits come on top
_MULTIPLE, _TOGETHER = 5.0, 1.5
_PROPORTIONS = frozenset({Kind.PERCENT, Kind.POINTS})
_FACTOR = 20  # between what is printed and a value worth offering
BASE_BITS = 10.0  # with which another number must fit to be named as the base
_PAIRS = (
    ("before", "after"),
    ("part", "whole"),
    ("parts", "whole"),
    ("start", "end"),
    ("minuend", "subtrahend"),
    ("minuend", "result"),
    ("rest", "whole"),
    ("low", "high"),
)
_ITEM = ("share", "part")
_BASES = ("whole", "before")
_OTHER_UNITS = {"percent": ("point",), "point": ("percent", "basis_point"), "basis_point": ("point",)}


def turns(failed: Sequence[Evaluated]) -> Iterator[Mend]:
    """Every word for up or down that a failed relation rests on, turned; all of them at once where they are more."""
    words = {
        word.start: word
        for one in failed
        if one.constraint.rule.group == "change" or "comparative" in one.constraint.words
        for word in one.constraint.words.values()
        if DIRECTION.get(word.cue)
    }
    changes = {}
    for start, word in words.items():
        other = turned(word.text)
        if other is not None:
            changes[start] = Change(start, word.end, other)
    for start, change in changes.items():
        yield Mend("turn", (change,), _TURN, start, turned=frozenset({start}))
    if len(changes) > 1:
        yield Mend("turn", tuple(changes.values()), 2 * _TURN, None, turned=frozenset(changes))


def exchanges(failed: Sequence[Evaluated]) -> Iterator[Mend]:
    """From and to, or a part and the whole, each in the other's place; of two items of a list the shares or counts."""
    for a, b in chain(_opposed(failed), _side_by_side(failed)):
        if _alike(a, b) and a.text != b.text:
            changes = (Change(a.start, a.end, b.text), Change(b.start, b.end, a.text))
            yield Mend("exchange", changes, _EXCHANGE, None, {a.start: _as(a, b), b.start: _as(b, a)})


def _opposed(failed: Sequence[Evaluated]) -> Iterator[tuple[Quantity, Quantity]]:
    for one in failed:
        operands = one.constraint.operands
        for left, right in _PAIRS:
            yield from product(operands.get(left, ()), operands.get(right, ()))


def _side_by_side(failed: Sequence[Evaluated]) -> Iterator[tuple[Quantity, Quantity]]:
    """The numbers of one role in the only two failed relations of a rule."""
    rules: dict[str, list[Evaluated]] = {}
    for one in failed:
        rules.setdefault(one.constraint.rule.name, []).append(one)
    for members in rules.values():
        if len(members) == 2:
            first, second = (one.constraint.operands for one in members)
            yield from ((first[role][0], second[role][0]) for role in _ITEM if role in first and role in second)


def scale_mends(failed: Sequence[Evaluated]) -> Iterator[Mend]:
    """Both levels of a change in another scale word: "$1.2 million, down $174 million from $1.4 million"."""
    for one in failed:
        before, after = (one.constraint.operands.get(role, ()) for role in ("before", "after"))
        if len(before) != 1 or len(after) != 1 or before[0].scale != after[0].scale:
            continue
        for first, second in product(scale_repairs(before[0]), scale_repairs(after[0])):
            if first.scale == second.scale:
                pairs = ((before[0], first), (after[0], second))
                changes = tuple(Change(q.start, q.end, repair.replacement) for q, repair in pairs)
                values = {q.start: repaired(q, repair) for q, repair in pairs}
                yield Mend("scale", changes, first.bits + _TOGETHER, None, values)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether the one may be printed in the other's place."""
    return of_one_kind(one, other) and one.in_words == other.in_words


def _as(place: Quantity, other: Quantity) -> Quantity:
    """The number `other` read in the place of another."""
    return repaired(place, Repair("digit", other.text, other.value, 0, other.ulp, other.scale))


def unit_mends(failed: Sequence[Evaluated]) -> Iterator[Mend]:
    """A change of two percentages in percent, points or basis points, said in another of these."""
    for one in failed:
        numbers = one.constraint.operands.get("change", ())
        levels = one.constraint.operands.get("before", ())
        if len(numbers) != 1 or not levels or levels[0].kind is not Kind.PERCENT:
            continue
        change = numbers[0]
        if change.outer_end <= change.end:
            continue
        for unit in _OTHER_UNITS.get(_unit(change), ()):
            said = Change(change.end, change.outer_end, " " + unit_words(unit, change.value))
            kind = Kind.PERCENT if unit == "percent" else Kind.POINTS
            after = replace(change, kind=kind, unit=unit)
            yield Mend("unit", (said,), _UNIT, change.start, {change.start: after}, quantity=change)


def _unit(change: Quantity) -> str:
    if change.kind is Kind.PERCENT:
        return "percent"
    return "basis_point" if change.unit == "basis_point" else "point"


def base_mends(failed: Sequence[Evaluated], near: Sequence[Quantity]) -> Iterator[Mend]:
    """Another number in reach as the base of a percentage that it makes exact by far more than chance."""
    for one in failed:
        if one.judgement is None or one.bits < BASE_BITS:
            continue
        for role in _BASES:
            numbers = one.constraint.operands.get(role, ())
            if len(numbers) == 1 and numbers[0].kind is not Kind.PERCENT:
                yield from _other_bases(one, role, numbers[0], near)


def _other_bases(one: Evaluated, role: str, base: Quantity, near: Sequence[Quantity]) -> Iterator[Mend]:
    wanted = one.judgement.computed.get(role) if one.judgement else None
    own = {quantity.start for _, quantity in one.constraint.quantities()}
    others = [q for q in near if q.start not in own and is_plain(q) and comparable(q, base) and q.text != base.text]
    for other in others:
        if wanted is not None and wanted.meets(other.interval):
            after = _as(base, other)
            change = Change(base.start, base.end, other.text)
            bits = _BASE + log2(len(others))
            yield Mend("base", (change,), bits, base.start, {base.start: after}, quantity=base, other=other)


def word_mends(failed: Sequence[Evaluated]) -> Iterator[Mend]:
    """The words for the base of a share that fits the register."""
    for one in failed:
        base = one.constraint.words.get("base")
        if base is not None and one.constraint.variant == "registered":
            change = Change(base.start, base.end, base_words(one.constraint.variant))
            yield Mend("base-words", (change,), _BASE - one.constraint.evidence, base.start)


def multiple_mends(failed: Sequence[Evaluated]) -> Iterator[Mend]:
    """A word for two, three or four times as much taken for another."""
    for one in failed:
        word = one.constraint.words.get("multiple")
        for other, times in other_multiples(word.text) if word is not None else ():
            assert word is not None
            yield Mend("multiple", (Change(word.start, word.end, other),), _MULTIPLE, word.start, times=times)


def computed_mends(failed: Sequence[Evaluated]) -> Iterator[Mend]:
    """The claim as the other numbers make it, in its writer's notation."""
    for one in failed:
        if one.judgement is None:
            continue
        claim = one.constraint.rule.claim
        numbers = one.constraint.operands.get(claim, ())
        value = one.judgement.face.get(claim)
        if len(numbers) == 1 and value is not None and _restated(numbers[0]) and _near(numbers[0], value):
            number = numbers[0]
            text = restyle(number, value)
            after = repaired(number, Repair("digit", text, _printed_value(number, value), 0, number.ulp, number.scale))
            if text != number.text:
                bits = _miscounted(number) if number.kind in _PROPORTIONS else _COMPUTED
                change = Change(number.start, number.end, text)
                yield Mend(
                    "computed", (change,), bits, number.start, {number.start: after}, explains=False,
                    quantity=number,
                )  # fmt: skip


def _miscounted(number: Quantity) -> float:
    """Of two wrong results the one with more digits is the less likely to be just that."""
    return _WORKED_OUT + log2(number.value / number.ulp)


def _near(number: Quantity, value: Fraction) -> bool:
    """Whether the value is of the size that the printed places are for."""
    return value >= number.ulp and number.value <= value * _FACTOR and value <= number.value * _FACTOR


def _restated(number: Quantity) -> bool:
    return number.bound is Bound.EQUAL and number.value > 0 and number.kind is not Kind.RATIO


def _printed_value(number: Quantity, value: Fraction) -> Fraction:
    """`value` rounded half up to the last place that is printed."""
    return (value / number.ulp + Fraction(1, 2)).__floor__() * number.ulp
