"""One in so many, beside the number and those it is of: "one in eight of the 16,000 homes, 2,000 in all"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.rates.rate_scopes import PRONOUNS, Scope, scopes_of
from factcheck.relations.units import is_plain

__all__ = ["Taken", "ratios_of_wholes"]

OF = 5  # tokens from "one in six of" to the number that it is of
APPOSED = 5  # tokens from there to the number that it makes
FAR = 12  # the same where "in all" follows
NAMED = 3  # tokens before a whole that make it one
_MARKS = frozenset({",", ")", "–", "—", ".", ";", "-"})
_PAUSES = frozenset({",", "(", "–", "—", "or"})
Taken = tuple[Quantity, Quantity, Quantity]  # fraction, whole, part
_ALL = frozenset({"in", "all", "total", "people", "of", "them", "altogether", "households", "homes", "cases", "or"})


def ratios_of_wholes(reading: Reading) -> Iterator[Taken]:
    """Each "one in six" with the whole that it is of and the part that it makes, in any of their orders."""
    for scope in scopes_of(reading, shares=True):
        for at, token in enumerate(scope.tokens):
            ratio = token.quantity
            if ratio is None or ratio.kind is not Kind.RATIO or ratio.second is None or ratio.second <= 1:
                continue
            found = _part_behind(scope, at) or _before(scope, at)
            if found is not None and all(is_plain(q) and q.value > 0 for q in found):
                yield ratio, *found


def _part_behind(scope: Scope, at: int) -> tuple[Quantity, Quantity] | None:
    """ "One in eight of the 16,000 homes, 2,000 in all": the whole behind "of", and the part in apposition to it."""
    tokens, lows = scope.tokens, scope.lows
    if at < scope.own or lows[at + 1 : at + 2] != ("of",):
        return None
    whole_at = _next_number(scope, at + 2, OF)
    part_at = _next_number(scope, whole_at + 1, FAR) if whole_at is not None else None
    if whole_at is None or part_at is None or lows[part_at - 1] not in _PAUSES:
        return None
    if part_at - whole_at > APPOSED and "in" not in lows[part_at + 1 : part_at + 3]:  # "…, 200 people in all"
        return None
    whole, part = tokens[whole_at].quantity, tokens[part_at].quantity
    if whole is None or part is None or whole.kind is not Kind.COUNT or part.kind is not Kind.COUNT:
        return None
    return (whole, part) if part.value < whole.value and _closes(scope, part_at, whole) else None


def _next_number(scope: Scope, start: int, reach: int) -> int | None:
    places = range(start, min(len(scope.tokens), start + reach))
    return next((at for at in places if scope.tokens[at].quantity is not None), None)


def _closes(scope: Scope, part_at: int, whole: Quantity) -> bool:
    """Whether nothing but "in all", "people" or the noun of the whole follows, up to a mark: no "80 of them boys"."""
    part = scope.tokens[part_at].quantity
    for at in range(part_at + 1, min(len(scope.lows), part_at + 5)):
        if scope.lows[at] in _MARKS:
            return True
        noun = part is not None and bool(part.unit) and part.unit in (whole.unit, "person")
        if scope.lows[at] not in _ALL and not (noun and at == part_at + 1):
            return False
    return False


def _before(scope: Scope, at: int) -> tuple[Quantity, Quantity] | None:
    """ "Of the 1,200 tests 60 had been misread, or one in 20", "That is one in 20": the only two counts before."""
    counts = [(place, q) for place, q in scope.amounts if q.kind is Kind.COUNT]
    if len(counts) != 2 or counts[-1][0] > at:
        return None
    (part_at, part), (whole_at, whole) = sorted(counts, key=lambda placed: placed[1].value)
    opening = scope.opens(at)
    pronoun = opening.split()[:1] == ["that"] or scope.lows[scope.own] in PRONOUNS
    crossing = max(part_at, whole_at) < scope.own <= at
    if (scope.own > 0) is not crossing or (crossing and not pronoun):
        return None
    if not opening and (crossing or scope.lows[at - 1] != ":"):
        return None
    named = {"of", "among", "from", "out", "in"} & set(scope.lows[max(0, whole_at - NAMED) : whole_at])
    if not named or scope.breaks(min(part_at, whole_at), at) or not _ends(scope, at):
        return None
    return whole, part


def _ends(scope: Scope, at: int) -> bool:
    """Whether the fraction is told of no others than those before: no "one in 20 of the over-60s"."""
    behind = scope.lows[at + 1 : at + 3]
    return not behind or behind[0] in _MARKS or behind in (("of", "them"), ("of", "all"))
