"""Totals behind their parts: "$84m on land and $62m on roads, for a total of $146m", and "84 + 62 = 146"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.itemised import single_thing
from factcheck.relations.units import comparable, is_amount, is_plain, of_one_kind
from factcheck.statements.context import place_of

__all__ = ["closing_totals", "sum_of_parts"]

_NAMED = 7  # tokens from the words that announce the total to its number
_SAYING = 10
_SIGNS = frozenset("+-−–*×x/÷=^")
_MOST = 6  # addends
_CLOSING = 4  # tokens round a number that close a list with it
_PAUSES = ([","], ["–"], ["—"])
_AND, _COMMA = frozenset({"and", "plus", "&"}), frozenset({",", ";", "and"})


def closing_totals(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Totals announced behind their parts, in one sentence: the run of like amounts that adds up, else the only two."""
    for sentence in reading.sentences:
        yield from _printed_sums(rule, sentence.tokens)
        amounts: list[Quantity] = []
        for at, token in enumerate(sentence.tokens):
            quantity = token.quantity
            if quantity is None or not is_amount(quantity):
                continue
            if not words_of("rates.each").isdisjoint(t.low for t in sentence.tokens[at + 1 : at + 3]):
                break  # what comes to a total is so many times that
            if len(amounts) > 1 and (_announced(sentence.tokens, at) or _called_all(sentence.tokens, at)):
                single = _single_behind(sentence.tokens, amounts[-1], at)
                listed = [*_listed_before(sentence.tokens, at), *single]
                yield from _closed(rule, quantity, [*amounts, *single], listed)
            amounts.append(quantity)


def _single_behind(tokens: Sequence[Token], last: Quantity, at: int) -> list[Quantity]:
    """The one thing between the last amount and token `at`: of "10 cars, five vans and a lorry, a total of 16"."""
    single = single_thing(tokens, place_of(last, tokens) + 1, at) if last.kind is Kind.COUNT else None
    return [] if single is None else [single[1]]


def _printed_sums(rule: Rule, tokens: Sequence[Token]) -> Iterator[Constraint]:
    """ "0.56 + 0.95 + 1.26 = 2.77", written out: nothing else can be meant."""
    terms: list[Quantity] = []
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is None:
            continue
        sign = tokens[at - 1].text if at and tokens[at - 1].quantity is None else ""
        if sign == "=" and _is_sum(terms) and is_plain(quantity) and _ends_there(tokens, at):
            yield Constraint(rule, {"whole": (quantity,), "parts": tuple(terms)}, Licence.CLAUSE, closed=True)
        joined = sign == "+" and terms and tokens[at - 2].quantity is terms[-1]
        terms = ([*terms, quantity] if joined else [quantity]) if _is_term(quantity) else []


def _is_sum(terms: Sequence[Quantity]) -> bool:
    """Whether there are two terms or more, beyond the single digits of a saying: "2 + 2 = 5"."""
    return len(terms) > 1 and any(term.value >= _SAYING or term.value.denominator > 1 for term in terms)


def _is_term(quantity: Quantity) -> bool:
    return is_plain(quantity) and (is_amount(quantity) or quantity.kind is Kind.PERCENT)


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether no further sign of arithmetic follows the result."""
    return at + 1 >= len(tokens) or tokens[at + 1].text not in _SIGNS


def _closed(
    rule: Rule, total: Quantity, before: Sequence[Quantity], listed: Sequence[Quantity]
) -> Iterator[Constraint]:
    run: list[Quantity] = []
    for quantity in reversed([q for q in before if q.kind is not Kind.DURATION or q.kind is total.kind][-_MOST:]):
        if not (is_plain(quantity) and _addable(quantity, total)):
            break
        run.insert(0, quantity)
    if not is_plain(total):
        return
    for size in range(2, len(run) + 1):
        constraint = sum_of_parts(rule, total, run[-size:])
        if constraint.holds():
            yield constraint
            return
    sure = all(quantity.bound is Bound.EQUAL for quantity in run)
    if sure and (len(run) == 2 or (len(run) > 2 and len(listed) == len(run))):
        yield sum_of_parts(rule, total, run)


def _addable(part: Quantity, total: Quantity) -> bool:
    """Whether a total may have such a part: of one unit, or counts of another noun; the unit may be left out."""
    bare = part.kind is Kind.COUNT and total.kind is Kind.MEASURE and comparable(part, total)
    return bare or of_one_kind(part, total) or part.kind is total.kind is Kind.COUNT


def _listed_before(tokens: Sequence[Token], at: int) -> list[Quantity]:
    """The amounts of one list that ends before token `at`: "and" before its last item, commas before the others."""
    found: list[Quantity] = []
    gap: list[str] = []
    for token in reversed(tokens[:at]):
        quantity = token.quantity
        if quantity is None or not is_amount(quantity):
            gap.append(token.low)
            continue
        joined = not found or ((_AND if len(found) == 1 else _COMMA) & set(gap) and len(gap) <= _NAMED)
        if not joined:
            break
        found.insert(0, quantity)
        gap = []
    return found


def sum_of_parts(rule: Rule, total: Quantity, parts: Sequence[Quantity]) -> Constraint:
    """The rule bound to a total and its parts, tied by the words of a list."""
    return Constraint(rule, {"whole": (total,), "parts": tuple(parts)}, Licence.STRUCTURE)


def _announced(tokens: Sequence[Token], at: int) -> bool:
    """Whether "for a total of", "making a total of" or the like leads to the number at token `at`."""
    words = [token.low for token in tokens[max(0, at - _NAMED) : at]]
    for place, word in enumerate(words):
        if word in words_of("totals.leads") and not words_of("totals.named").isdisjoint(words[place + 1 : place + 5]):
            between = (token.quantity for token in tokens[at - len(words) + place : at])
            if not any(q is not None and q.kind is not Kind.DURATION for q in between):  # "a two-day total"
                return True
    return False


def _called_all(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at token `at` closes a list: ", a total of 312", "totalling 312", "or 312 in all"."""
    lows = [token.low for token in tokens[max(0, at - _CLOSING) : at]]
    for name, size in (("apposed", 3), ("adding_up", 1)):
        if " ".join(lows[-size:]) in words_of(f"totals.{name}") and lows[-size - 1 : -size] in _PAUSES:
            return True
    behind = [token.low for token in tokens[at + 1 : at + 1 + _CLOSING]]
    opens = bool(lows) and lows[-1] in words_of("totals.opening")
    pairs = (" ".join(pair) for pair in pairwise(behind))
    return opens and ("altogether" in behind[:2] or not words_of("totals.in_all").isdisjoint(pairs))
