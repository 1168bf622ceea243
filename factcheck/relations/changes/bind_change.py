"""Binds changes beyond their three plain roles: a base never printed, a direction, points said as percent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.changes.directions_apart import bind_directions_apart
from factcheck.relations.converted import in_one_unit
from factcheck.relations.evaluate import Verdict, magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.shares.portions import POSSESSIVE
from factcheck.relations.sides import printed_side
from factcheck.relations.units import comparable, is_amount, is_plain, is_settled
from factcheck.statements.bases import Base, base_of, is_quoted_for_another
from factcheck.statements.context import DIRECTION
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading, Statement, Word

__all__ = ["bind_derived_base", "bind_direction", "bind_percent_for_points"]

_JOINTS = frozenset({",", "and"})
_ARTICLES = frozenset({"a", "an"})
_BITS = 1.0
_NAMED = 3  # tokens before a noun of change
_RANKS = 100
_PERIODS = (4, 12)  # quarters and months of a year
TAKEN_UP = 3  # times: how far a bare figure may be from the level whose unit it is read with


def bind_derived_base(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "up $25.1m or 27% to $118.6m": the amount and the percentage must have one base, which is not printed."""
    for sentence, statement in reading.statements:
        roles = statement.roles
        if statement.kind != "change" or "before" in roles or not {"percent", "amount", "after"} <= roles.keys():
            continue
        change, amount, after = roles["percent"], roles["amount"], roles["after"]
        alike = in_one_unit({"amount": amount, "after": after}, "amount")
        if alike is None or not all(map(is_plain, (change, amount, after))) or not statement.direction:
            continue
        after = alike["after"]
        if after.kind is Kind.PERCENT or _is_told_of_a_base(sentence, statement):
            continue
        falls = statement.direction < 0
        if _is_of_a_year(change, amount, after, falls=falls):
            continue
        yield Constraint(
            rule,
            {"percent": (change,), "amount": (amount,), "after": (after,)},
            Licence.STRUCTURE if statement.resumed else Licence.CLAUSE,
            words=statement.words,
            negated=frozenset(role for role in ("percent", "amount") if falls and roles[role].value >= 0),
            direction=statement.direction,
            doubtful=amount.value > after.value and statement.direction > 0,
        )


def _is_of_a_year(change: Quantity, amount: Quantity, after: Quantity, *, falls: bool) -> bool:
    """Whether a change of a quarter or a month is told in percent as that of a year at its pace: four times as much."""
    step = amount.interval.scaled(magnitude(amount) / magnitude(after))
    base = after.interval + step if falls else after.interval - step
    if base.low is None or base.low <= 0:
        return False
    fits = [(step.scaled(Fraction(100 * times)) / base).meets(change.interval) for times in (1, *_PERIODS)]
    return any(fits) and not fits[0]


def _is_told_of_a_base(sentence: SentenceReading, statement: Statement) -> bool:
    """Whether the level stands before "the rise" or the like, and is the base: "on £10.18 now, the rise is £1.26"."""
    percent, amount, level = (statement.roles[role] for role in ("percent", "amount", "after"))
    change = min(percent.outer_start, amount.outer_start)
    between = [token.low for token in sentence.tokens if level.end <= token.start < change]
    joint = max((at for at, low in enumerate(between) if low in _JOINTS), default=-1)
    clause = between[joint + 1 :]
    named = _names_the_change(clause) or (clause == between and not _ARTICLES.isdisjoint(clause))
    return named and (amount.wide / level.wide.scaled(Fraction(1, 100))).meets(percent.wide)


def _names_the_change(clause: Sequence[str]) -> bool:
    """Whether a clause has the change as its subject: "the rise is"; not "the quarter rose"."""
    moves = [lexicon().cues.get(word) in ("UP", "DOWN") for word in clause]
    named = (any(moves[at + 1 : at + _NAMED]) for at, word in enumerate(clause) if word == "the")
    return any(named) and not moves[-1]


def bind_direction(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each word of rise or fall against the two levels that it links; levels that may be equal settle nothing."""
    for sentence, statement in reading.statements:
        before, after = statement.roles.get("before"), statement.roles.get("after")
        if statement.kind != "change" or before is None or after is None or not _ordered(before, after):
            continue
        base = base_of(sentence, statement)
        if base is Base.OTHER or is_quoted_for_another(sentence, statement, after):
            continue
        side = printed_side(before, after)
        if side and _change_fails(statement, loosely=base is Base.OWN):  # no figure fits: the levels are not its own
            continue
        for word in statement.words.values():
            if before.kind is Kind.PERCENT and _names_a_rate(sentence, word):
                continue
            direction = DIRECTION[word.cue]
            fits = side in (0, direction)
            constraint = Constraint(
                rule,
                {"before": (before,), "after": (after,)},
                Licence.STRUCTURE if statement.resumed else Licence.CLAUSE,
                words={"direction": word},
                closed=not statement.resumed,
                direction=direction,
            )
            yield Evaluated(constraint, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT, _BITS)
    yield from bind_directions_apart(rule, reading)


def _ordered(before: Quantity, after: Quantity) -> bool:
    """Whether the two are levels of one thing, with bounds on both sides."""
    if before.kind is Kind.PERCENT or after.kind is Kind.PERCENT:
        alike = before.kind is after.kind
    else:
        alike = is_amount(before) and is_amount(after) and comparable(before, after)
    if before.kind is Kind.COUNT and not before.unit and not after.unit and max(before.value, after.value) < _RANKS:
        return False  # "crept up from six to five": a rank
    settled = is_settled(before) and is_settled(after)
    return alike and settled and (before.unit == after.unit or _near(before, after))


def _names_a_rate(sentence: SentenceReading, word: Word) -> bool:
    """Whether a noun of change is what has the two levels: "trimmed the fall to 3% from 8%", "cut growth to 3%"."""
    at = next(place for place, token in enumerate(sentence.tokens) if token.start == word.start)
    before = sentence.lows[max(0, at - _NAMED) : at]
    if not _ARTICLES.isdisjoint(before) or sentence.lows[at + 1 : at + 2] not in (("to",), ("from",)):
        return False
    told = any(one in words_of("portions.determiners") or one.endswith(POSSESSIVE) for one in before)
    return sentence.lows[at] in words_of("resumed.rate") or (told and sentence.lows[at] in words_of("resumed.noun"))


def _near(before: Quantity, after: Quantity) -> bool:
    """Whether a bare figure may take up the unit of the other: "117 jets, up from 132"."""
    low, high = sorted((before.value, after.value))
    return before.scale == after.scale and high <= TAKEN_UP * low


def _change_fails(statement: Statement, *, loosely: bool) -> bool:
    """Whether a stated change is far from what the levels make it, up or down; by all readings if `loosely`."""
    before, after = statement.roles.get("before"), statement.roles.get("after")
    if before is None or after is None:
        return False
    percent, told = statement.roles.get("percent"), statement.roles.get("points") or statement.roles.get("amount")
    low, high, change = (None if q is None else q.wide if loosely else q.interval for q in (before, after, told))
    assert low is not None
    assert high is not None
    if percent is not None and before.kind is not Kind.PERCENT and before.value:
        share = (high - low) / low.scaled(Fraction(1, 100))
        stated = percent.wide if loosely else percent.interval
        return not share.meets(stated) and not (-share).meets(stated)
    if told is None or change is None or told.kind is Kind.PERCENT or told.unit == "basis_point":
        return False
    return not (high - low).meets(change) and not (low - high).meets(change)


def bind_percent_for_points(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """A change in percent between two percentages, where the points between them fit and the percentage fails."""
    for _, statement in reading.statements:
        roles = statement.roles
        if statement.kind != "change" or not {"percent", "before", "after"} <= roles.keys():
            continue
        change, before, after = roles["percent"], roles["before"], roles["after"]
        if before.kind is not Kind.PERCENT or after.kind is not Kind.PERCENT:
            continue
        if not all(map(is_plain, (change, before, after))) or change.bound is not Bound.EQUAL:
            continue
        operands = {"change": (change,), "before": (before,), "after": (after,)}
        constraint = Constraint(rule, operands, Licence.CLAUSE, words=statement.words, closed=True)
        yield Evaluated(constraint, _verdict(change, before, after), 4.0)


def _verdict(change: Quantity, before: Quantity, after: Quantity) -> Verdict:
    points = after.wide - before.wide
    size = change.wide
    if before.value > after.value:
        points = -points
    relative = (after.wide - before.wide) if before.value <= after.value else (before.wide - after.wide)
    percent = relative / before.wide.scaled(Fraction(1, 100))
    if percent.meets(size):
        return Verdict.CONSISTENT
    exact = abs(after.value - before.value) == change.value
    return Verdict.INCONSISTENT if exact and points.meets(size) else Verdict.UNDETERMINED
