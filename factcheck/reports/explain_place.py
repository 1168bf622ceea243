"""What became of the numbers of one place, for a reader who asks why something was reported or was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from factcheck.documents.positions import Positions
from factcheck.facts.model import Fact, Name
from factcheck.findings.account import Account, Standing
from factcheck.findings.values import exact_text, grouped, value_text
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Quantity
from factcheck.relations.model import Licence
from factcheck.reports.columns import shown
from factcheck.statements.model import Statement

__all__ = ["render_accounts"]

_TIES = {
    Licence.ARITHMETIC: "tied by arithmetic alone",
    Licence.NOUN: "tied by unit or noun",
    Licence.STRUCTURE: "tied by a list, a grid or a cue between sentences",
    Licence.CLAUSE: "tied by the grammar of a clause",
}
_BOUNDS = {
    Bound.ABOUT: "about",
    Bound.LESS: "less than",
    Bound.MORE: "more than",
    Bound.AT_MOST: "at most",
    Bound.AT_LEAST: "at least",
    Bound.RANGE: "a range",
}
_DIRECTIONS = {1: "up", -1: "down"}
_LABEL = 11


def render_accounts(path: str, positions: Positions, accounts: Sequence[Account]) -> str:
    """A block a number, with blank lines between; a sentence where there is none. Ends with a line end."""
    if not accounts:
        return "No number was read there.\n"
    blocks = ("\n".join(_account(path, positions, account)) for account in accounts)
    return "\n\n".join(blocks) + "\n"


def _account(path: str, positions: Positions, account: Account) -> Iterator[str]:
    quantity = account.quantity
    yield f"{_printable(path)}:{_place(quantity, positions)} {_printable(quantity.text)}"
    for label, said in (*_read(quantity), *_slots(account.fact), *map(_statement, account.statements)):
        yield f"  {label:<{_LABEL}}{_printable(said)}"
    if account.idle:
        yield f"  {'compared':<{_LABEL}}with nothing: {account.idle}"
    for standing in account.standings:
        yield from _standing(standing, quantity, positions)


def _read(quantity: Quantity) -> Iterator[tuple[str, str]]:
    unit = f", unit {quantity.unit}" if quantity.unit else ""
    yield "read as", f"{quantity.kind.value}{unit}: {grouped(value_text(quantity) or 'no single day')}"
    if quantity.date is None and quantity.month_day is None:
        yield "may be", _interval(quantity.interval)
    for reading in quantity.readings:
        yield "or else", _interval(reading)
    bound = _BOUNDS.get(quantity.bound, "")
    hedge = f'hedged by "{quantity.hedge}"' if quantity.hedge else ""
    if bound or hedge:
        yield "bound", ", ".join(filter(None, (bound, hedge)))


def _slots(fact: Fact | None) -> Iterator[tuple[str, str]]:
    if fact is None:
        return
    slots = {
        "names": " · ".join(map(_name, fact.names)),
        "nouns": " · ".join(fact.nouns),
        "base": fact.base,
        "measure": fact.measure,
        "years": " · ".join(map(str, sorted(fact.years))),
    }
    yield from ((label, said) for label, said in slots.items() if said)


def _name(name: Name) -> str:
    return " ".join(sorted(name))


def _statement(statement: Statement) -> tuple[str, str]:
    roles = ", ".join(f"{role} {number.text}" for role, number in statement.roles.items())
    direction = _DIRECTIONS.get(statement.direction, "")
    return "statement", f"{statement.kind} {direction}".strip() + f": {roles}"


def _standing(standing: Standing, quantity: Quantity, positions: Positions) -> Iterator[str]:
    one = standing.one
    constraint = one.constraint
    doubt = ", in doubt" if constraint.doubtful else ""
    yield (
        f"  {'compared':<{_LABEL}}{constraint.rule.name} as {standing.role}, {one.verdict.value} "
        f"({_TIES[constraint.licence]}{doubt}; {one.bits:.1f} bits)"
    )
    others = _others(standing, quantity, positions)
    lines = {
        "equation": constraint.rule.equation,
        "with": " · ".join(others),
        "it should be": _expected(standing.expected, quantity),
        "outcome": standing.outcome,
    }
    for label, said in lines.items():
        if said:
            yield f"  {'':<{_LABEL}}{label}: {_printable(said)}"


def _others(standing: Standing, quantity: Quantity, positions: Positions) -> Iterable[str]:
    constraint = standing.one.constraint
    for role, number in constraint.quantities():
        if number.start != quantity.start:
            yield f"{role} {number.text} at {_place(number, positions)}"
    for role, interval in constraint.derived.items():
        yield f"{role} worked out as {_interval(_trimmed(interval, Fraction(1, 100)))}"
    for word in constraint.words.values():
        yield f'the word "{word.text}"'


def _expected(interval: Interval, quantity: Quantity) -> str:
    if interval.low is None and interval.high is None:
        return ""
    return _interval(_trimmed(interval, quantity.ulp / 100))


def _trimmed(interval: Interval, step: Fraction) -> Interval:
    """The ends rounded outwards to a multiple of `step`, so that no figure has more places than it needs."""
    low = None if interval.low is None else (interval.low / step).__floor__() * step
    high = None if interval.high is None else (interval.high / step).__ceil__() * step
    return Interval(low, high, interval.open_low, interval.open_high)


def _interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return f"exactly {_value(low)}"
    if low is None or high is None:
        if low is None and high is None:
            return "any value"
        above = high is None
        is_open = interval.open_low if above else interval.open_high
        words = ("more than", "at least") if above else ("less than", "at most")
        end = low if low is not None else high
        return f"{words[0 if is_open else 1]} {_value(end)}"
    return f"{'more than ' * interval.open_low}{_value(low)} to {'less than ' * interval.open_high}{_value(high)}"


def _value(value: Fraction | None) -> str:
    return "" if value is None else grouped(exact_text(value))


def _place(quantity: Quantity, positions: Positions) -> str:
    position = positions.at(quantity.start)
    return f"{position.line}:{position.column}"


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(map(shown, text))
