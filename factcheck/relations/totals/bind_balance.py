"""Three amounts of one sentence of which one is named as the difference of two others.

"Cash flow from operations was $692m and capex $184m, which resulted in free cash flow of $508m"; "$12.2bn of debt less
$2.3bn of cash is a net debt of $9.9bn".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_plain

__all__ = ["bind_balance"]

REACH = 12  # tokens from an amount to its name
FAMILIES = (
    "free_cash_flow",
    "net_debt",
    "trade_deficit",
    "trade_surplus",
    "natural_increase",
    "net_migration",
    "profit",
    "loss",
)
PARTS = ("result", "minuend", "subtrahend")
_BEHIND = frozenset({"in", "of", "from"})
_LONGEST = 5  # words of a name


def bind_balance(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each three neighbouring amounts that bear the three names of one family, with nothing else said between them."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        places = [i for i, t in enumerate(tokens) if t.quantity is not None and t.quantity.kind not in LABELS]
        if len(places) < len(PARTS):
            continue
        lows = list(sentence.lows)
        if not _named(lows):
            continue
        for at in range(len(places) - 2):
            yield from _balance(rule, tokens, lows, places, at)


def _named(lows: Sequence[str]) -> bool:
    """Whether any result is named at all."""
    text = f" {' '.join(lows)} "
    return any(f" {name} " in text for family in FAMILIES for name in words_of(f"balances.{family}_result"))


def _balance(
    rule: Rule, tokens: Sequence[Token], lows: Sequence[str], places: Sequence[int], at: int
) -> Iterator[Constraint]:
    three = places[at : at + len(PARTS)]
    told = lows[three[0] : three[-1]]
    if not words_of("balances.apart").isdisjoint(told) or len(words_of("balances.periods").intersection(told)) > 1:
        return  # "$84m for the quarter … year-to-date $141m"
    ends = [-1, *places, len(tokens)]
    names = [_name(tokens, lows, ends[at + k], place, ends[at + k + 2]) for k, place in enumerate(three)]
    for family in FAMILIES:
        parts = {part: place for place, name in zip(three, names, strict=True) if (part := _part(family, name))}
        found = {part: tokens[place].quantity for part, place in parts.items()}
        if set(found) == set(PARTS) and _alike([q for q in found.values() if q is not None]):
            operands = {part: (quantity,) for part, quantity in found.items() if quantity is not None}
            yield Constraint(rule, operands, Licence.CLAUSE)


def _alike(amounts: Sequence[Quantity]) -> bool:
    plain = all(is_amount(amount) and is_plain(amount) and not amount.signed for amount in amounts)
    first = amounts[0]
    counts = first.kind is Kind.COUNT  # of births and of deaths, say
    return plain and all(q.kind is first.kind and (counts or q.unit == first.unit) for q in amounts)


def _part(family: str, name: str) -> str:
    return next((part for part in PARTS if name in words_of(f"balances.{family}_{part}")), "")


def _name(tokens: Sequence[Token], lows: Sequence[str], before: int, at: int, behind: int) -> str:
    """What an amount is: the name behind it ("$1.8bn in gross debt", "825 births"), else the last name before it."""
    if at + 1 < behind and (lows[at + 1] in _BEHIND or lows[at + 1] in _names()):
        starts = (at + 1, at + 2) if lows[at + 1] == "from" or lows[at + 1] in _names() else (at + 2, at + 3)
        return next((name for start in starts if (name := _name_at(lows, start, behind))), "")
    low = max(before + 1, at - REACH)
    low = next((i + 1 for i in range(at - 1, low - 1, -1) if _is_clause_end(tokens[i])), low)
    found = ""
    while low < at:
        name = _name_at(lows, low, at)
        found = name or found
        low += len(name.split()) or 1
    return found


def _name_at(lows: Sequence[str], first: int, end: int) -> str:
    """The longest name that begins at a token and ends before `end`; "" where none does."""
    for size in range(min(_LONGEST, end - first), 0, -1):
        name = " ".join(lows[first : first + size])
        if name in _names():
            return name
    return ""


def _is_clause_end(token: Token) -> bool:
    return token.kind is TokenKind.PUNCT and token.text in (";", ":")


@cache
def _names() -> frozenset[str]:
    tables = (words_of(f"balances.{family}_{part}") for family in FAMILIES for part in PARTS)
    return frozenset().union(*tables)
