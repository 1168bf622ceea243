"""What is left where just two amounts stand before it: "52 passengers. Eighteen were hurt and the remaining 34 …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.units import is_amount, is_settled, of_one_kind
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["concluded", "one_more", "only_two", "part_between", "part_of_its_whole"]

_BETWEEN = 5  # words between a part and its whole: "seven of the canton's 12"
_LEADS = 3  # tokens from "so" to the number
_BEHIND = 5  # tokens from the number to "still"
_EARLIER = 3  # sentences back
_PAUSES = frozenset({",", ";", ".", "and", "but", "while", "–", "—"})


def concluded(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of what is inferred to be left: "which means that five are still held", "so 34 remain"."""
    lows = list(sentence.lows)
    if words_of("rest.means").isdisjoint(lows):
        return
    for at in range(1, len(lows)):
        quantity = sentence.tokens[at].quantity
        if quantity is None or not is_settled(quantity) or not is_amount(quantity):
            continue
        before, behind = lows[max(0, at - _LEADS) : at], lows[at + 1 : at + 1 + _BEHIND]
        if not words_of("rest.means").isdisjoint(before) and not words_of("rest.still").isdisjoint(behind):
            yield at, quantity


def part_of_its_whole(sentence: SentenceReading, until: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part of "seven of the canton's 12 resorts" before token `until`, where it is the only pair."""
    found = []
    tokens = sentence.tokens
    for at in range(until):
        part = tokens[at].quantity
        if part is None or not _is_of_them(part, rest) or tokens[at + 1].low != "of":
            continue
        reach = range(at + 2, min(until, at + 3 + _BETWEEN))
        place = next((k for k in reach if tokens[k].quantity is not None), None)
        whole = None if place is None else tokens[place].quantity
        plain = whole is not None and all(_is_plain(token) for token in tokens[at + 2 : place])
        if plain and whole is not None and _is_of_them(whole, rest) and part.value < whole.value:
            found.append((whole, part))
    return found[0] if len(found) == 1 else ()


def _is_plain(token: Token) -> bool:
    low = token.low
    return low not in lexicon().verbs and low not in lexicon().clause and (low[:1].isalpha() or low[:1] in "'’")


def only_two(reading: Reading, place: int, at: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part where the sentence, up to token `at`, and the one before it hold just these two amounts.

    The part stands behind its whole and without a noun of another kind; the whole is the greater.
    """
    sentence = reading.sentences[place]
    before = reading.sentences[place - 1] if place else None
    near = [*_like(sentence.tokens[:at], rest)]
    if before is not None and sentence.follows(before):
        if _is_parallel(before.tokens, sentence.tokens):
            return ()
        near = [*_like(before.tokens, rest), *near]
    if len(near) != 2 or (rest.kind is Kind.MONEY and _is_paid_from_elsewhere(reading, place, rest)):
        return ()
    whole, part = near
    fits = _is_of_them(whole, rest) and _is_of_them(part, rest) and of_one_kind(whole, part)
    return (whole, part) if fits and max(part.value, rest.value) < whole.value else ()


def _is_paid_from_elsewhere(reading: Reading, place: int, rest: Quantity) -> bool:
    """Whether another sum is told shortly before the two: it may have paid for some of the whole as well."""
    earlier = reading.sentences[place - 2] if place > 1 else None
    near = earlier is not None and reading.sentences[place].index - earlier.index <= _EARLIER
    return earlier is not None and near and any(True for _ in _like(earlier.tokens, rest))


def _is_parallel(before: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells what the one before told, of another time: "They sold 300. On Friday they sold 120"."""
    if tokens[0].low in words_of("rest.at_a_time"):
        return True
    verbs = lexicon().verbs - words_of("rest.common")
    one, other = ({token.low for token in some} & verbs for some in (before, tokens))
    return not one.isdisjoint(other)


def _like(tokens: Sequence[Token], rest: Quantity) -> Iterator[Quantity]:
    for token in tokens:
        if token.quantity is not None and is_amount(token.quantity) and token.quantity.kind is rest.kind:
            yield token.quantity


def _is_of_them(quantity: Quantity, rest: Quantity) -> bool:
    plain = is_amount(quantity) and is_settled(quantity) and quantity.kind is not Kind.DURATION
    return plain and of_one_kind(quantity, rest)


def one_more(tokens: Sequence[Token], told: Sequence[Quantity], rest: Quantity) -> bool:
    """Whether one thing told without a figure makes up the difference: "15 were found, another was burnt, leaving"."""
    gap = told[0].value - sum((q.value for q in told[1:]), Fraction(0)) - rest.value
    between = [t.low for t in tokens if told[-1].end <= t.start < rest.start]
    singles = words_of("rest.single") | words_of("totals.one_thing")
    return abs(gap) == 1 and not singles.isdisjoint(between)


def part_between(near: Sequence[Token], told: Sequence[Quantity], rest: Quantity, gap: Fraction) -> bool:
    """Whether `near`, the tokens before a rest, may tell of another part that fills the gap.

    A count that is not too great, some that are not counted, or, where just one is missing, a clause of its own:
    "nine were saved, the captain drowned and the other two …".
    """
    counts = (q for token in near if (q := token.quantity) is not None and q.kind is rest.kind)
    if any(0 < q.value <= gap for q in counts if all(q is not number for number in told)):
        return True
    between = [token.low for token in near if told[-1].end <= token.start]
    if not words_of("rest.uncounted").isdisjoint(between):
        return True
    opened = (two for one, two in pairwise(between[:-2]) if one in _PAUSES)
    return gap == 1 and any(word not in words_of("rest.relative") and word not in _PAUSES for word in opened)
