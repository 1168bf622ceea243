"""Totals that close what was told before without a word of a list: "brought the tally to nine", "from 20 matches"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.closing import sum_of_parts
from factcheck.relations.totals.itemised import Itemised, read_list
from factcheck.relations.units import is_amount, is_settled, of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["tallies"]

_CLAUSE = 9  # tokens between "brought" and the total
_BEHIND = 4  # tokens from the last part to "from their 20 matches"
_ADDED = 12  # tokens between "adding" and "to"
_GAMES = 3


def tallies(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each list with the tally that it brings about; results with the games that they are from; "adding A to B"."""
    for sentence in reading.sentences:
        lows = list(sentence.lows)
        for at in range(1, len(lows)):
            if lows[at] in words_of("totals.bringing"):
                yield from _brought(rule, sentence, at)
            elif lows[at] in words_of("totals.adding"):
                yield from _added(rule, sentence, lows, at)
        if not words_of("totals.games").isdisjoint(lows):
            yield from _played(rule, sentence, lows)


def _brought(rule: Rule, sentence: SentenceReading, at: int) -> Iterator[Constraint]:
    """ "three in March, two in April and four in May brought the tally to nine"."""
    tokens = sentence.tokens
    behind = [token.low for token in tokens[at + 1 : at + 1 + _CLAUSE]]
    places = [k for k in range(at + 1, min(len(tokens), at + 1 + _CLAUSE)) if tokens[k].quantity is not None]
    if not places or tokens[places[0] - 1].low != "to" or words_of("totals.tally").isdisjoint(behind):
        return
    total = tokens[places[0]].quantity
    if total is None or not _sure(total):
        return
    found = _list_before(tokens, at, total)
    if found is None or found.loose:
        return
    summed = sum_of_parts(rule, total, found.parts)
    if found.total > total.value:  # there may have been some before, but no fewer than these
        yield replace(summed, licence=Licence.CLAUSE)
    elif summed.holds():
        yield summed


def _list_before(tokens: Sequence[Token], end: int, total: Quantity) -> Itemised | None:
    """The list of the first amounts of a sentence, all before token `end`."""
    first = next(iter(_amounts(tokens, 0, end)), None)
    return None if first is None else read_list(tokens, first, end, total)


def _amounts(tokens: Sequence[Token], first: int, end: int) -> list[int]:
    """The tokens of the amounts from token `first` to `end` (exclusive)."""
    numbers = ((at, tokens[at].quantity) for at in range(first, min(len(tokens), end)))
    return [at for at, quantity in numbers if quantity is not None and is_amount(quantity)]


def _added(rule: Rule, sentence: SentenceReading, lows: Sequence[str], at: int) -> Iterator[Constraint]:
    """ "31 points, adding 19 after the break to the 12 that he had": the one amount before it is the sum."""
    tokens = sentence.tokens
    places = _amounts(tokens, at + 1, at + _ADDED)
    if len(places) < 2 or places[0] > at + 2 or "to" not in lows[places[0] + 1 : places[1]]:
        return
    if lows[places[1] - 1] not in words_of("totals.had"):
        return
    before = [q for k in _amounts(tokens, 0, at) if (q := tokens[k].quantity) is not None]
    parts = [q for k in places[:2] if (q := tokens[k].quantity) is not None]
    if len(before) != 1 or not _sure(before[0]) or not all(_sure(part) for part in parts):
        return
    if all(of_one_kind(before[0], part) and part.value < before[0].value for part in parts):
        yield sum_of_parts(rule, before[0], parts)


def _played(rule: Rule, sentence: SentenceReading, lows: Sequence[str]) -> Iterator[Constraint]:
    """ "eight wins, five draws and seven defeats from their 20 matches": all the results that there are."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        total = token.quantity
        if total is None or not _sure(total) or lows[at + 1 : at + 2] not in [[w] for w in words_of("totals.games")]:
            continue
        if not set(lows[max(0, at - _GAMES) : at]) & words_of("totals.out_of"):
            continue
        first = next((k for k in range(at) if lows[k + 1] in words_of("totals.sorts_of_games")), None)
        found = None if first is None else read_list(tokens, first, at, total)
        if found is None or found.more or at - found.places[-1] > _BEHIND + 1:
            continue
        sorts = frozenset(lows[place + 1] for place in found.places)
        summed = replace(sum_of_parts(rule, total, found.parts), licence=Licence.CLAUSE)
        complete = sorts in {frozenset(some.split("/")) for some in words_of("totals.all_games")}
        if complete or found.total > total.value or summed.holds():
            yield summed


def _sure(quantity: Quantity) -> bool:
    return is_amount(quantity) and is_settled(quantity) and quantity.bound is Bound.EQUAL
