"""The base of a change in a participle behind it: "gained six points to reach 81%, having been 75%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.statements.context import place_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Statement

__all__ = ["with_bases_behind"]

_ASIDE = 8  # tokens from the outcome to the comma
_REACH = 6  # tokens from "having ended" to the level


def with_bases_behind(found: Sequence[Statement], tokens: Sequence[Token]) -> Iterator[Statement]:
    """The statements, a change that ends before ", having been" with the level told there as its base."""
    having = [at for at, token in enumerate(tokens) if at and token.text == "having" and tokens[at - 1].text == ","]
    for statement in found:
        base = _base(statement, tokens, having[0]) if len(having) == 1 else None
        if base is None:
            yield statement
        else:  # as over two sentences: the level may be of a third time
            yield replace(statement, roles={**statement.roles, "before": base}, words={}, resumed=True)


def _base(statement: Statement, tokens: Sequence[Token], having: int) -> Quantity | None:
    if statement.kind != "change" or "before" in statement.roles or "after" not in statement.roles:
        return None
    after = statement.roles["after"]
    gap = tokens[place_of(after, tokens) + 1 : having - 1]
    if not 0 <= having - 1 - place_of(after, tokens) <= _ASIDE or _numbers(gap):
        return None
    if having + 1 >= len(tokens) or tokens[having + 1].low not in lexicon().held:
        return None
    levels = _numbers(tokens[having + 2 : having + 2 + _REACH])
    if not levels or levels[0].kind is not after.kind or levels[0].unit != after.unit:
        return None
    behind = [token.quantity for token in tokens[place_of(levels[0], tokens) + 2 :][:1]]
    dated = behind[:1] and behind[0] is not None and behind[0].kind is Kind.YEAR
    return None if dated else levels[0]  # "having been £60m in 2010": the change may be one of a single year


def _numbers(tokens: Sequence[Token]) -> list[Quantity]:
    return [q for token in tokens if (q := token.quantity) is not None and q.kind not in LABELS]
