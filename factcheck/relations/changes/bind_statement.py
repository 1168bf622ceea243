"""Binds a rule to the roles of one statement: the grammar tied them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.facts.names import content_words
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.changes.changes_apart import changes_apart
from factcheck.relations.changes.exchanged_levels import turned
from factcheck.relations.converted import in_one_unit, is_only_a_scale_apart
from factcheck.relations.evaluate import magnitude
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_plain
from factcheck.statements.bases import Base, base_of, is_quoted_for_another
from factcheck.statements.context import place_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading, Statement

__all__ = ["bind_statement"]

REACH = 2  # sentences from two compared levels to the change between them

_LEVELS = ("before", "after", "part", "whole")
_CHANGES = frozenset({"change", "amount"})


def bind_statement(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """A constraint for each statement that fills every role of the rule with numbers that go together.

    A change is taken with the sign that its two levels give it: whether the word for it fits is a rule of its own.
    Where neither word nor change fits them, it has the word's sign, and only a repair makes it a finding.
    """
    selectors = {role: selector.split(".") for role, selector in rule.roles.items()}
    kinds = {kind for kind, _ in selectors.values()}
    in_percent = rule.extra.get("levels") == "percent"
    bound: set[tuple[int, ...]] = set()  # a change that takes up another sentence may have all roles of its own as well
    for sentence, statement in reading.statements:
        if statement.kind not in kinds:
            continue
        operands = _fitting(_operands(selectors, statement), in_percent)
        if operands is None:
            continue
        operands = turned(sentence, statement, operands)
        places = tuple(quantity.start for quantity in operands.values())
        if places in bound:
            continue
        bound.add(places)
        doubtful = _against(operands, statement)
        yield Constraint(
            rule,
            {role: (quantity,) for role, quantity in operands.items()},
            _licence(sentence, statement) if "before" in operands else Licence.CLAUSE,
            words=statement.words,
            closed={"before", "after"} <= operands.keys() or {"part", "whole", "share"} <= operands.keys(),
            negated=_unsigned(operands) if _falls(operands, statement, doubtful) else frozenset(),
            doubtful=doubtful,
            direction=statement.direction,
        )
    yield from _told_apart(rule, reading)
    yield from _claimed(rule, reading, bound)


def _claimed(rule: Rule, reading: Reading, bound: set[tuple[int, ...]]) -> Iterator[Constraint]:
    """Each change that is told apart from the only two levels in reach, save what is bound already."""
    role = next(iter(_CHANGES & rule.roles.keys()), None)
    if role is None or not {"before", "after"} <= rule.roles.keys():
        return
    told = rule.roles[role].split(".")[1]
    for tied in changes_apart(reading):
        if tied.told != told:
            continue
        roles = {"before": tied.before.number, "after": tied.after.number, role: tied.number}
        operands = _fitting(roles, rule.extra.get("levels") == "percent")
        if operands is None or tuple(operands[name].start for name in rule.roles) in bound:
            continue
        yield Constraint(
            rule,
            {name: (operands[name],) for name in rule.roles},
            Licence.CLAUSE if tied.in_one_sentence else Licence.STRUCTURE,
            negated=_unsigned(operands) if _is_below(operands["after"], operands["before"]) else frozenset(),
        )


def _is_below(one: Quantity, other: Quantity) -> bool:
    """Whether the one is smaller, cents counted as parts of whole money."""
    return one.value * magnitude(one) < other.value * magnitude(other)


def _licence(sentence: SentenceReading, statement: Statement) -> Licence:
    """What ties a change to its base: nothing but arithmetic, where the base is of another place or a target."""
    base, after = base_of(sentence, statement), statement.roles.get("after")
    if base is Base.OTHER or (after is not None and is_quoted_for_another(sentence, statement, after)):
        return Licence.ARITHMETIC
    loose = statement.resumed or base is Base.LONGER_AGO or _implies_another(statement)
    return Licence.STRUCTURE if loose else Licence.CLAUSE


def _implies_another(statement: Statement) -> bool:
    """Whether the amount and the percentage of a change agree on a base that is not the one printed."""
    told = [statement.roles.get(role) for role in ("amount", "percent", "after", "before")]
    if any(quantity is None for quantity in told) or not statement.direction:
        return False
    amount, percent, after, before = (quantity for quantity in told if quantity is not None)
    if percent.value <= 0 or Kind.PERCENT in (after.kind, before.kind):
        return False
    step = amount.interval.scaled(magnitude(amount) / magnitude(after) * statement.direction)
    base = after.interval - step
    implied = amount.interval.scaled(magnitude(amount) / magnitude(after) * 100) / percent.interval
    return base.meets(implied) and not base.meets(before.wide)


def _told_apart(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """A change told in another part of the sentence, or in the next ones, than the levels that it links.

    "… were $729.5m compared with $445.8m. The $283.8m increase …": the nearest levels that lack a change, of one unit
    with it, under a noun that both sentences name.
    """
    selectors = {role: selector.split(".")[1] for role, selector in rule.roles.items()}
    change_role = next((role for role in ("change", "amount") if role in selectors), None)
    if change_role is None:
        return
    told = selectors[change_role]
    for at, (sentence, move) in enumerate(reading.statements):
        if move.kind != "move" or told not in move.roles or not is_plain(move.roles[told]):
            continue
        levels = _levels_before(reading, at, told)
        if levels is None:
            continue
        roles = {change_role: move.roles[told], "before": levels.roles["before"], "after": levels.roles["after"]}
        operands = _fitting(roles if set(roles) == set(selectors) else None, rule.extra.get("levels") == "percent")
        if operands is None:
            continue
        taken_up = _taken_up(sentence, move.roles[told])
        yield Constraint(
            rule,
            {role: (quantity,) for role, quantity in operands.items()},
            Licence.STRUCTURE if taken_up else Licence.NOUN,
            negated=_unsigned(operands) if _falls(operands, levels, by_word=False) else frozenset(),
            doubtful=not taken_up,
        )


def _taken_up(sentence: SentenceReading, change: Quantity) -> bool:
    """Whether the sentence opens with the change as one already told: "The $283.8m increase …"."""
    at = place_of(change, sentence.tokens)
    return 0 < at <= 2 and sentence.tokens[at - 1].low in ("the", "this", "that")


def _levels_before(reading: Reading, at: int, told: str) -> Statement | None:
    """The nearest pair of levels without a change of this sort, in the sentence of statement `at` or those before."""
    sentence, move = reading.statements[at]
    for back in range(at - 1, -1, -1):
        other, statement = reading.statements[back]
        if other.section != sentence.section or sentence.index - other.index > REACH:
            return None
        if statement.kind not in ("versus", "change") or not {"before", "after"} <= statement.roles.keys():
            continue
        alone = sentence.index - other.index == 1 and _is_told_alone(sentence, move.roles[told])
        if told in statement.roles or not (other is sentence or alone or _share_noun(other, sentence)):
            return None
        return statement
    return None


def _is_told_alone(sentence: SentenceReading, change: Quantity) -> bool:
    """Whether the sentence opens with a change as told before, and names nothing that changed: "The 15% fall was"."""
    at = place_of(change, sentence.tokens)
    opens = at == 1 and sentence.tokens[0].low in ("the", "this", "that")
    behind = sentence.tokens[at + 2 : at + 3]
    return opens and bool(behind) and behind[0].low in lexicon().verbs


def _share_noun(one: SentenceReading, other: SentenceReading) -> bool:
    return not set(content_words(one.tokens)).isdisjoint(content_words(other.tokens))


def _operands(selectors: Mapping[str, list[str]], statement: Statement) -> dict[str, Quantity] | None:
    found = {}
    for role, (_, name) in selectors.items():
        quantity = statement.roles.get(name)
        if quantity is None or not is_plain(quantity):
            return None
        found[role] = quantity
    return found


def _fitting(operands: Mapping[str, Quantity] | None, in_percent: bool) -> dict[str, Quantity] | None:
    """The numbers, in one unit, where the levels are of one kind and of the kind that the rule is about."""
    if operands is None:
        return None
    levels = [role for role in _LEVELS if role in operands]
    if "part" in operands and operands["part"].kind is not operands["whole"].kind:
        return None
    if any((operands[role].kind is Kind.PERCENT) != in_percent for role in levels):
        return None
    if in_percent:
        return _cut_alike(operands)
    amounts = {role: operands[role] for role in (*levels, "amount") if role in operands}
    if not amounts or not all(map(is_amount, amounts.values())):
        return dict(operands) if not amounts else None
    if "amount" in amounts and {"before", "after"} <= amounts.keys() and is_only_a_scale_apart(amounts, "amount"):
        return None  # levels without a unit may be in another
    alike = in_one_unit(amounts, "amount" if "amount" in amounts else levels[0])
    return None if alike is None else {**operands, **alike}


def _cut_alike(operands: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """The numbers without the second reading of two levels of as many decimals.

    One writer rounds both or cuts both off, and either way their difference is known as exactly: from 19% to 24% are
    four to six points, never three.
    """
    found = dict(operands)
    levels = [found[role] for role in ("before", "after") if role in found]
    if len(levels) == 2 and levels[0].ulp == levels[1].ulp and all(level.bound is Bound.EQUAL for level in levels):
        found |= {role: replace(found[role], readings=()) for role in ("before", "after")}
    return found


def _against(operands: Mapping[str, Quantity], statement: Statement) -> bool:
    """Whether the word of change contradicts levels that the change does not fit either: they may not be its own."""
    before, after, change = operands.get("before"), operands.get("after"), operands.get("change")
    amount = operands.get("amount")
    if before is None or after is None or not statement.direction or not before.value:
        return False
    if (after.value - before.value) * statement.direction >= 0 or before.kind is Kind.PERCENT:
        return False
    if change is None:
        difference = after.wide - before.wide
        return amount is not None and not difference.meets(amount.wide) and not (-difference).meets(amount.wide)
    stated = (after.wide - before.wide) / before.wide.scaled(Fraction(1, 100))
    return not stated.meets(change.wide) and not (-stated).meets(change.wide)


def _unsigned(operands: Mapping[str, Quantity]) -> frozenset[str]:
    """The changes that a fall makes negative; "fell -20%" is printed with its sign already."""
    return frozenset(role for role in _CHANGES & operands.keys() if operands[role].value >= 0)


def _falls(operands: Mapping[str, Quantity], statement: Statement, by_word: bool) -> bool:
    before, after = operands.get("before"), operands.get("after")
    if before is not None and after is not None and not by_word:
        return after.value < before.value
    return statement.direction < 0
