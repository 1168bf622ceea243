"""Changes one after another as a grid: the first, or the last, may be the sum of the others, column by column.

"Exports fell to 16.0bn from 18.8bn … crude to 7.4bn from 9.0bn … gas to 2.8bn from 3.8bn … other goods to 5.8bn from
6.0bn": a column that adds up exactly licenses the one that does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_amount, is_plain

__all__ = ["bind_columns"]

STRONG = 8.0  # bits with which an exact column is meant
MOST_PARTS = 6
GAP = 6  # sentences without a change that end a grid
_COLUMNS = ("before", "after")

Row = Mapping[str, Quantity]


def bind_columns(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """The columns of each run of changes of which one adds up by more than chance."""
    for rows in _runs(reading):
        at = 0
        while at < len(rows):
            found = _total_at(rule, rows, at)
            if found is None:
                at += 1
                continue
            size, columns = found
            yield from columns
            at += size


def _runs(reading: Reading) -> Iterator[list[Row]]:
    """Changes of one unit with both levels, in neighbouring sentences of a section."""
    rows: list[Row] = []
    last = None
    for sentence, statement in reading.statements:
        row = {column: statement.roles[column] for column in _COLUMNS if column in statement.roles}
        if statement.resumed or len(row) < len(_COLUMNS) or not all(is_amount(q) and is_plain(q) for q in row.values()):
            continue
        near = last is not None and last.section == sentence.section and sentence.index - last.index <= GAP
        if rows and not (near and comparable(rows[-1]["after"], row["after"])):
            yield rows
            rows = []
        rows.append(row)
        last = sentence
    yield rows


def _total_at(rule: Rule, rows: Sequence[Row], at: int) -> tuple[int, list[Constraint]] | None:
    """The total at row `at` with the parts behind it, or the parts from `at` on with the total behind them."""
    for size in range(2, min(MOST_PARTS, len(rows) - at - 1) + 1):
        for total, parts in (
            (rows[at], rows[at + 1 : at + 1 + size]),
            (rows[at + size], rows[at : at + size]),
        ):
            columns = [_column(rule, total, parts, name) for name in _COLUMNS]
            if any(column.holds(STRONG) for column in columns):
                return size + 1, columns
    return None


def _column(rule: Rule, total: Row, parts: Sequence[Row], name: str) -> Constraint:
    operands = {"whole": (total[name],), "parts": tuple(row[name] for row in parts)}
    return Constraint(rule, operands, Licence.STRUCTURE, family=f"changes-{total['after'].start}", doubtful=True)
