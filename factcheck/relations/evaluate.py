"""What a rule says about the numbers that stand in its roles.

Inside an equation a number has its *equation value*: 30% is 3/10, 50 basis points are 1/200, 40 cents are 2/5.
Intervals that come in or go out by way of a `Quantity` are in its printed unit, all others are equation values.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import log2
from types import MappingProxyType
from typing import NamedTuple

from factcheck.quantities.interval import ANY, Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations import spans
from factcheck.relations.equation import Ast
from factcheck.relations.rules import Rule
from factcheck.relations.spans import Span, UndeterminedError

__all__ = ["Judgement", "Operands", "Role", "Verdict", "expected", "judge", "magnitude"]

Role = tuple[Quantity, ...]
Operands = Mapping[str, Role]
Environment = dict[str, tuple[Span, ...]]

_WHOLE = Fraction(1)
_HUNDREDTH = Fraction(1, 100)
_SMALLER = {"per_mille": Fraction(1, 1000), "basis_point": Fraction(1, 10000)}
_PROPORTIONS = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO})
_NOTHING: Mapping[str, Interval] = MappingProxyType({})


class Verdict(StrEnum):
    """How a relation stands: `edge` is true only where a second reading of a number is taken."""

    CONSISTENT = "consistent"
    EDGE = "edge"
    INCONSISTENT = "inconsistent"
    UNDETERMINED = "undetermined"


class Judgement(NamedTuple):
    """The verdict on one relation, and on demand what each role should say.

    `bits` say what coincidence is worth: log2(range / width) of the claim's side, at least 0, 0 where a bound is
    missing and for an order; a failed relation has the bits that it would have once mended.
    """

    verdict: Verdict
    bits: float
    rule: Rule
    operands: Operands
    derived: Mapping[str, Interval]
    minus: frozenset[str] = frozenset()

    @property
    def computed(self) -> Mapping[str, Interval]:
        """Each role's expected interval, in its printed unit (first readings of the others).

        A role that takes a list has the interval of its sum, in its first number's unit; a derived role is in
        equation values. What cannot be solved (a division by what may be zero) is left out.
        """
        environment = _environment(self.operands, self.derived, self.minus)
        found = ((role, _expected(self.rule, role, environment)) for role in environment)
        return {role: self._printed(role, span, self._unit(role)) for role, span in found if span is not None}

    @property
    def face(self) -> Mapping[str, Fraction | None]:
        """Each role's value computed from the printed values of the others, in its printed unit.

        None where that is no single value: a division by zero, a bound of an order.
        """
        environment = _points(self.operands, self.derived, self.minus)
        found = ((role, _expected(self.rule, role, environment)) for role in environment)
        return {role: self._printed_face(role, span, self._unit(role)) for role, span in found}

    @property
    def sums(self) -> Mapping[str, Fraction]:
        """The printed values of each role added up, in its first number's unit."""
        return {
            role: sum((q.value * magnitude(q) for q in numbers), Fraction(0)) * self._unit(role)
            for role, numbers in self.operands.items()
        }

    def member(self, role: str, index: int) -> Interval:
        """What number `index` of a list should be, in its printed unit; ANY where that cannot be said."""
        environment = _environment(self.operands, self.derived, self.minus)
        span = _expected_member(self.rule, role, index, environment)
        return ANY if span is None else self._printed(role, span, 1 / magnitude(self.operands[role][index]))

    def face_member(self, role: str, index: int) -> Fraction | None:
        """The same by printed values: what number `index` of the list would be if all others were right."""
        environment = _points(self.operands, self.derived, self.minus)
        span = _expected_member(self.rule, role, index, environment)
        return self._printed_face(role, span, 1 / magnitude(self.operands[role][index]))

    def _printed(self, role: str, span: Span, unit: Fraction) -> Interval:
        return spans.interval_of(spans.negate(span) if role in self.minus else span, unit)

    def _printed_face(self, role: str, span: Span | None, unit: Fraction) -> Fraction | None:
        if span is None or span[0] is None or span[0] != span[1]:
            return None
        value = Fraction(span[0], span[2]) * unit
        return -value if role in self.minus else value

    def _unit(self, role: str) -> Fraction:
        numbers = self.operands.get(role)
        return 1 / magnitude(numbers[0]) if numbers else _WHOLE


def magnitude(quantity: Quantity) -> Fraction:
    """The factor from the printed unit to the equation value: 1/100 for percent, points and cents, 1/10000 for basis
    points, 1/1000 for per mille, else 1. "40 points" of a counted noun is a count and keeps its value."""
    kind = quantity.kind
    if kind is Kind.PERCENT or kind is Kind.POINTS:
        return _SMALLER.get(quantity.unit, _HUNDREDTH)
    if kind is Kind.MONEY and quantity.unit[3:4] == "_":  # the hundredth of a currency: "GBP_penny"
        return _HUNDREDTH
    return _WHOLE


def expected(rule: Rule, role: str, operands: Mapping[str, tuple[Interval, ...]]) -> Interval:
    """What `role` should be, from the equation values of the other roles (a value given for `role` is not looked at).

    For a role that takes a list it is what the list should add up to. ANY where it cannot be said. Raises KeyError
    where another role is missing.
    """
    environment = {name: tuple(spans.span_of(i) for i in intervals) for name, intervals in operands.items()}
    span = _expected(rule, role, environment)
    return ANY if span is None else spans.interval_of(span)


def judge(
    rule: Rule,
    operands: Operands,
    derived: Mapping[str, Interval] = _NOTHING,
    minus: frozenset[str] = frozenset(),
) -> Judgement:
    """Whether the numbers of a relation agree.

    `operands` gives each role its numbers (one, or more for a role that takes a list); `derived` gives roles that no
    number states, in equation values; `minus` names the roles whose printed numbers count negative (the 30% of "fell
    30%"), and whose computed values then come out as printed, positive for a fall. Raises KeyError where a role has
    neither, ValueError for a rule without equation.
    """
    if not rule.relation:
        raise ValueError(f"{rule.name} has no equation to evaluate")
    environment = _environment(operands, derived, minus)
    try:
        sides = _sides(rule, environment)
        verdict = Verdict.CONSISTENT if _holds(rule, sides) else _second_reading(rule, operands, derived, minus)
        bits = _bits(rule, sides, environment, operands)
    except UndeterminedError:
        return Judgement(Verdict.UNDETERMINED, 0.0, rule, operands, derived, minus)
    return Judgement(verdict, bits, rule, operands, derived, minus)


def _second_reading(rule: Rule, operands: Operands, derived: Mapping[str, Interval], minus: frozenset[str]) -> Verdict:
    if not any(quantity.readings for numbers in operands.values() for quantity in numbers):
        return Verdict.INCONSISTENT
    environment = _environment(operands, derived, minus, wide=True)
    return Verdict.EDGE if _holds(rule, _sides(rule, environment)) else Verdict.INCONSISTENT


def _environment(
    operands: Operands, derived: Mapping[str, Interval], minus: frozenset[str], *, wide: bool = False
) -> Environment:
    environment = {
        role: tuple(spans.span_of(q.wide if wide else q.interval, magnitude(q)) for q in numbers)
        for role, numbers in operands.items()
    }
    for role, interval in derived.items():
        environment[role] = (spans.span_of(interval),)
    return _turned(environment, minus)


def _turned(environment: Environment, minus: frozenset[str]) -> Environment:
    for role in minus:
        environment[role] = tuple(spans.negate(span) for span in environment[role])
    return environment


def _points(operands: Operands, derived: Mapping[str, Interval], minus: frozenset[str]) -> Environment:
    environment = {
        role: tuple(spans.point(q.value * magnitude(q)) for q in numbers) for role, numbers in operands.items()
    }
    for role, interval in derived.items():
        low, high = interval.low, interval.high
        middle = (low + high) / 2 if low is not None and high is not None else low if low is not None else high
        environment[role] = (spans.point(middle if middle is not None else Fraction(0)),)
    return _turned(environment, minus)


def _sides(rule: Rule, environment: Environment) -> tuple[Span, ...]:
    return tuple(_value(side, environment) for side in rule.relation[1:])


def _holds(rule: Rule, sides: tuple[Span, ...]) -> bool:
    if rule.relation[0] == "=":
        return spans.meets(sides[0], sides[1])
    return all(spans.may_be_at_most(a, b) for a, b in pairwise(sides))


def _value(tree: Ast, environment: Environment) -> Span:
    head = tree[0]
    if head == "role":
        return environment[tree[1]][0]
    if head == "num":
        return _number(tree[1])
    if head in _FUNCTIONS:
        return _FUNCTIONS[head](environment[tree[1]])
    left = _value(tree[1], environment)
    if head == "neg":
        return spans.negate(left)
    return _OPERATORS[head](left, _value(tree[2], environment))


@cache
def _number(text: str) -> Span:
    return spans.point(Fraction(text))


def _total(parts: tuple[Span, ...]) -> Span:
    total: Span = (0, 0, 1, False, False)
    for part in parts:
        total = spans.add(total, part)
    return total


_FUNCTIONS = {"sum": _total, "min": spans.lowest, "max": spans.highest}
_OPERATORS = {
    "+": spans.add,
    "-": lambda a, b: spans.add(a, spans.negate(b)),
    "*": spans.multiply,
    "/": spans.divide,
}


def _expected(rule: Rule, role: str, environment: Environment) -> Span | None:
    try:
        if rule.relation[0] == "<=":
            return _between_neighbours(rule, role, environment)
        solution = rule.solutions.get(role)
        return None if solution is None else _value(solution, environment)
    except UndeterminedError:
        return None


def _expected_member(rule: Rule, role: str, index: int, environment: Environment) -> Span | None:
    whole = _expected(rule, role, environment)
    if whole is None:
        return None
    others = environment[role][:index] + environment[role][index + 1 :]
    return spans.add(whole, spans.negate(_total(others)))


def _between_neighbours(rule: Rule, role: str, environment: Environment) -> Span | None:
    sides = rule.relation[1:]
    if ("role", role) not in sides:
        return None
    at = sides.index(("role", role))
    bounds: Span = (None, None, 1, False, False)
    if at > 0:
        low, _, den, open_low, _ = _value(sides[at - 1], environment)
        bounds = (low, None, den, open_low, False)
    if at + 1 < len(sides):
        _, high, den, _, open_high = _value(sides[at + 1], environment)
        low_end = None if bounds[0] is None else bounds[0] * den
        bounds = (low_end, None if high is None else high * bounds[2], den * bounds[2], bounds[3], open_high)
    return bounds


def _bits(rule: Rule, sides: tuple[Span, ...], environment: Environment, operands: Operands) -> float:
    if rule.relation[0] != "=":
        return 0.0
    claim = operands.get(rule.claim, ())
    if len(claim) == 1:
        solved = _expected(rule, rule.claim, environment)
        if solved is not None:
            sides = environment[rule.claim][0], solved
    width = _width(sides[0]), _width(sides[1])
    if width[0] is None or width[1] is None:
        return 0.0
    proportion = bool(claim) and claim[0].kind in _PROPORTIONS
    whole_count = bool(claim) and claim[0].exact
    return _information(sides, (width[0], width[1]), proportion=proportion, whole_count=whole_count)


def _width(span: Span) -> int | None:
    return None if span[0] is None or span[1] is None else span[1] - span[0]


def _information(sides: tuple[Span, ...], widths: tuple[int, int], *, proportion: bool, whole_count: bool) -> float:
    """log2(range / width) over the common denominator of the two sides; a proportion has the range 0 to 1."""
    (a_low, a_high, a_den, *_), (b_low, b_high, b_den, *_) = sides
    denominator = a_den * b_den
    width = widths[0] * b_den + widths[1] * a_den
    if whole_count or not width:
        width = max(width, denominator)
    reach = denominator
    if not proportion:
        left, right = max(abs(a_low or 0), abs(a_high or 0)), max(abs(b_low or 0), abs(b_high or 0))
        reach = max(left * b_den, right * a_den)
    return max(0.0, log2(reach) - log2(width)) if reach else 0.0
