"""The outcome of a change told before it: "sales were $195m, up $8m or 4% on the quarter and up $47m or 32%".

The syntax of `statements.lark` gives a change the level right before it. Here "and", or a verb without a subject of its
own, goes on with that level: "… of $11.2bn and have increased by $2.3bn or 26%".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.statements.context import is_per_unit, tells_time
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Statement
from factcheck.statements.placed import COPULAS

__all__ = ["is_doubly_told", "with_outcomes"]

_JOINTS = frozenset({",", "and", "but", "(", "–", "—"})
_GOING_ON = COPULAS | {"has", "have", "had", "been", "which", "that", "also", "up", "down", "by"}
_NAMED = 6  # tokens from a number to the noun of change that it belongs to
_REACH = 24  # tokens from a level to a change that goes on with it


def with_outcomes(found: Sequence[Statement], cues: Sequence[Cue], tokens: Sequence[Token]) -> Iterator[Statement]:
    """The statements, with the level before it as its outcome for each change that is told twice, or with its base."""
    told = {quantity.start for one in found for role, quantity in one.roles.items() if role != "after"}
    for statement in found:
        after = _outcome(statement, told, cues, tokens) if is_doubly_told(statement) or _has_a_base(statement) else None
        yield (
            statement if after is None else replace(statement, kind="change", roles={**statement.roles, "after": after})
        )


def _has_a_base(statement: Statement) -> bool:
    """Whether it is a change, up or down, with its base and no outcome: "and up 36% compared with $20.6m"."""
    told = statement.roles.keys() & {"percent", "amount"}
    return bool(told) and "before" in statement.roles and "after" not in statement.roles and statement.direction != 0


def is_doubly_told(statement: Statement) -> bool:
    """Whether it is a change in percent and as an amount, up or down, with neither of its levels."""
    levels = statement.roles.keys() & {"before", "after"}
    return {"percent", "amount"} <= statement.roles.keys() and not levels and statement.direction != 0


def _outcome(statement: Statement, told: set[int], cues: Sequence[Cue], tokens: Sequence[Token]) -> Quantity | None:
    """The last level of its unit before a change, where the change has no subject of its own."""
    base = statement.roles.get("before")
    like = base or statement.roles["amount"]
    per_unit = base is not None and is_per_unit(base, tokens)
    levels = [
        cue
        for cue in cues
        if cue.last < statement.first
        and _is_level(cue.quantity, like, told)
        and is_per_unit(_number(cue), tokens) is per_unit
    ]
    if not levels or not _leads_on(levels[-1], statement, cues, tokens):
        return None
    level = _number(levels[-1])
    if base is not None:
        return level if (level.value - base.value) * statement.direction > 0 else None
    return level if like.value < level.value or statement.direction < 0 else None


def _leads_on(level: Cue, statement: Statement, cues: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether a level is near a change that goes on with it, and is neither a change nor a base itself."""
    near = statement.first - level.last <= _REACH and _goes_on(tokens[level.last + 1 : statement.first])
    return near and not _is_change(level.last, tokens) and not _is_a_base(level, cues)


def _number(cue: Cue) -> Quantity:
    assert cue.quantity is not None
    return cue.quantity


def _is_a_base(level: Cue, cues: Sequence[Cue]) -> bool:
    """Whether "compared with" or the like leads to a level, which is then of an earlier time."""
    before = next((cue for cue in reversed(cues) if cue.last < level.first and cue.type not in ("OF", "AT")), None)
    return before is not None and before.type in ("VS", "FROM", "THAN")


def _is_change(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a number is itself that of a change: "a $0.6 million, or 1.1%, decrease"."""
    behind = [token for token in tokens[at + 1 : at + 1 + _NAMED] if token.text != ","]
    if len(behind) > 1 and behind[0].low == "or" and behind[1].quantity is not None:
        behind = behind[2:]
    elif tokens[at + 1 : at + 2] and tokens[at + 1].text == ",":
        return False  # ", up 4%" tells of it
    return bool(behind) and lexicon().cues.get(behind[0].low) in ("UP", "DOWN")


def _is_level(number: Quantity | None, amount: Quantity, told: set[int]) -> bool:
    """Whether a number is of the unit of an amount, and tells no change, part or base."""
    if number is None or number.start in told or number.bound is Bound.RANGE or number.signed:
        return False
    return number.kind is amount.kind is not Kind.DURATION and number.unit == amount.unit


def _goes_on(between: Sequence[Token]) -> bool:
    """Whether nothing but a joint, a copula or an auxiliary stands right before a change: ", which was", "and have"."""
    lows = [token.low for token in between]
    joint = next((at for at in range(len(lows) - 1, -1, -1) if lows[at] in _JOINTS), None)
    if joint is None:
        return False
    if "which" in lows[joint + 1 :] and not tells_time(between[:joint]):
        return False  # "the $15bn threshold owing to deposits, which rose $385m"
    return (_GOING_ON | lexicon().apposition).issuperset(lows[joint + 1 :])
