"""What is said to remain of a whole against the parts told before: "£17bn, of which £11bn … The remaining £5bn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.goes_on import goes_on
from factcheck.relations.totals.left_over import concluded, one_more, only_two, part_between, part_of_its_whole
from factcheck.relations.totals.nested import is_a_difference, is_of_a_part
from factcheck.relations.totals.rests import behind, remaining, sentences_back, the_other
from factcheck.relations.totals.set_aside import (
    is_none_of_it,
    is_portion,
    only_portion,
    other_of_counts,
    set_aside,
    taken_from_count,
    told_as_rest,
)
from factcheck.relations.units import is_amount, is_plain, is_settled, of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["bind_remainder"]

MOST = 8  # parts
_LEAST_BITS = 4.0


def _names_of_rest() -> frozenset[str]:
    return words_of("rest.remaining") | words_of("rest.unspent")


def bind_remainder(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "£17.1bn, of which £11.7bn … The remaining £5.4bn": a whole told before, its other parts and what is left."""
    for place, sentence in enumerate(reading.sentences):
        inferred = list(concluded(sentence))
        unspent = behind(sentence, words_of("rest.of_them"), words_of("rest.unspent"))
        claims = (*remaining(sentence), *unspent, *the_other(sentence), *_left_over(sentence), *inferred)
        apart = (*set_aside(sentence), *told_as_rest(sentence))
        for at, rest in (*claims, *(claim for claim in apart if claim not in claims)):
            if not is_amount(rest):
                continue
            kind = "inferred" if (at, rest) in inferred else "apart" if (at, rest) in apart else ""
            found = _with_its_whole(rule, reading, place, at, rest, kind)
            if found is not None:
                yield found


def _with_its_whole(rule: Rule, reading: Reading, place: int, at: int, rest: Quantity, kind: str) -> Constraint | None:
    """The rest at a token of a sentence with the whole and the parts that words tie to it, or that it adds up with.

    `kind` tells a rest that is "inferred" from the others, and one that a word behind it sets "apart" as all of it.
    """
    sentence = reading.sentences[place]
    ways = [way for way in (_shared_among(reading, sentence, rest), _taken_of(reading, place, rest)) if way]
    told = next((way for way in ways if _remainder(rule, way[0], way[1:], rest).holds()), ways[0] if ways else ())
    if not told and sentence.tokens[at - 1].low in _names_of_rest():
        before = [_amounts(other.tokens, rest) for other in sentences_back(reading.sentences, place)]
        before.append(_amounts(sentence.tokens[:at], rest))
        amounts = [amount for some in before for amount in some][-MOST:]
        found = _left(rule, rest, amounts)
        if found is not None:
            return found
        if len(amounts) == 2 and _are_tied(reading, place, amounts[0], amounts[1], rest):
            told = tuple(amounts)
    apart = kind == "apart"
    told = told or _told_before(reading, place, at, rest) or only_portion(reading, place, at, rest, apart=apart)
    told = told or (taken_from_count(reading, place, at, rest) if apart else ())
    told = told or (other_of_counts(reading, place, at, rest) if _is_other(sentence, at) else ())
    if not told or rest in told or (kind == "inferred" and told[1].value == rest.value):
        return None  # "nine of 14 are free, so nine are still alive"
    found = _remainder(rule, told[0], told[1:], rest)
    if found.holds():
        return found
    if apart and is_none_of_it(sentence, at, told, rest):
        return None
    closed = _is_closed(sentence, at) and is_portion(reading, place, told)
    if _may_be_of_more(reading, place, at, rest, told, apart=apart, closed=closed) or _is_narrowed(sentence, at):
        return None
    return replace(found, licence=Licence.CLAUSE) if closed else found


def _may_be_of_more(
    reading: Reading, place: int, at: int, rest: Quantity, told: Sequence[Quantity], *, apart: bool, closed: bool
) -> bool:
    """Whether another part may be told before or behind the rest, or the rest be of another whole.

    `apart` and `closed` tell that it is said to be all that is left.
    No further part makes up for a rest that is too great.
    """
    sentence = reading.sentences[place]
    gap = told[0].value - sum(q.value for q in (*told[1:], rest))
    near = [t for one in sentences_back(reading.sentences, place) for t in one.tokens] + list(sentence.tokens[:at])
    if one_more(sentence.tokens, told, rest) or goes_on(reading, place, rest, gap, whole=apart):
        return True
    if (apart or closed) and gap > 0 and part_between(near, told, rest, gap):
        return True
    return _of_others(near, rest)


def _is_closed(sentence: SentenceReading, at: int) -> bool:
    """Whether it is all that is left by its words: "the other seven", "the remaining 12"."""
    return sentence.lows[at - 2] == "the" and sentence.lows[at - 1] in ("other", "remaining")


def _is_narrowed(sentence: SentenceReading, at: int) -> bool:
    """Whether some of the others are meant: "the other three who were arrested"."""
    return sentence.lows[at - 1] == "other" and sentence.lows[at + 1 : at + 2] in (("who",), ("that",), ("whose",))


def _is_other(sentence: SentenceReading, at: int) -> bool:
    return sentence.lows[at - 2 : at] == ("the", "other")


def _of_others(tokens: Sequence[Token], rest: Quantity) -> bool:
    """Whether it is what another part leaves of another whole told shortly before."""
    amounts = _amounts(tokens, rest)[-MOST:]
    return any(one.value - other.value == rest.value for one, other in combinations(amounts, 2))


def _told_before(reading: Reading, place: int, at: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part by the way they are told, or because there are no others before the rest."""
    sentence = reading.sentences[place]
    told = part_of_its_whole(sentence, at, rest)
    low = sentence.tokens[at - 1].low
    if low in _names_of_rest() or low in words_of("rest.left"):
        return told or only_two(reading, place, at, rest)
    return told


def _left_over(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "leaving R"."""
    for at in range(1, len(sentence.tokens)):
        quantity = sentence.tokens[at].quantity
        if quantity is not None and is_settled(quantity) and sentence.tokens[at - 1].low in words_of("rest.left"):
            yield at, quantity


def _shared_among(reading: Reading, sentence: SentenceReading, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the parts of "Of the 312 boats, 140 are trawlers, 96 ferries and the remaining 76 tugs"."""
    whole = reading.leads.get(sentence.index)
    if whole is None or whole.kind is not rest.kind or not is_plain(whole):
        return ()
    tokens = sentence.tokens
    between = [at for at, t in enumerate(tokens) if t.quantity is not None and whole.end <= t.start < rest.start]
    told = [at for at in between if not is_of_a_part(tokens, at) and not is_a_difference(tokens, at)]
    numbers = (tokens[at].quantity for at in told)
    parts = [q for q in numbers if q is not None and q.kind is not Kind.PERCENT and q.kind not in LABELS]
    alike = all(q.kind is rest.kind and is_settled(q) and (q.kind is Kind.COUNT or q.unit == rest.unit) for q in parts)
    return (whole, *parts) if parts and alike and rest.value < whole.value else ()


def _taken_of(reading: Reading, place: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part of "five of the nine", where no other share is told before the rest, here or before."""
    sentences = (reading.sentences[place], *sentences_back(reading.sentences, place)[-1:])
    told = [statement.roles for one in sentences for statement in one.statements if statement.kind == "share"]
    pairs = [(roles["part"], roles["whole"]) for roles in told if {"part", "whole"} <= roles.keys()]
    before = [pair for pair in pairs if pair[0].start < rest.start]
    if len(before) != 1:
        return ()
    part, whole = before[0]
    fit = is_settled(part) and is_settled(whole) and of_one_kind(part, whole) and is_amount(part)
    return (whole, part) if fit and of_one_kind(whole, rest) and part.value < whole.value else ()


def _are_tied(reading: Reading, place: int, whole: Quantity, part: Quantity, rest: Quantity) -> bool:
    return _is_shared_out(reading, place, whole, part) or _of_one_noun(whole, part, rest)


def _of_one_noun(whole: Quantity, part: Quantity, rest: Quantity) -> bool:
    """Whether all three count one noun, the part perhaps without it."""
    return bool(rest.unit) and whole.kind is Kind.COUNT and whole.unit == rest.unit and part.unit in ("", rest.unit)


def _amounts(tokens: Sequence[Token], rest: Quantity) -> list[Quantity]:
    found = (token.quantity for token in tokens if token.quantity is not None)
    return [q for q in found if is_amount(q) and is_settled(q) and of_one_kind(q, rest)]


def _left(rule: Rule, rest: Quantity, amounts: Sequence[Quantity]) -> Constraint | None:
    """The nearest whole that the amounts behind it and the rest make up."""
    for start in range(len(amounts) - 2, -1, -1):
        constraint = _remainder(rule, amounts[start], amounts[start + 1 :], rest)
        if constraint.holds(_LEAST_BITS):
            return constraint
    return None


def _remainder(rule: Rule, whole: Quantity, parts: Sequence[Quantity], rest: Quantity) -> Constraint:
    operands = {"rest": (rest,), "whole": (whole,), "parts": tuple(parts)}
    return Constraint(rule, operands, Licence.STRUCTURE)


def _is_shared_out(reading: Reading, place: int, whole: Quantity, part: Quantity) -> bool:
    """Whether "Of the W" or "W, of which" ties the part to its whole, in the sentence or the one before it."""
    for some in (reading.sentences[place], *sentences_back(reading.sentences, place)[-1:]):
        if reading.leads.get(some.index) is whole:
            return True
        between = [token.low for token in some.tokens if whole.end <= token.start < part.start]
        if any(f"{one} {other}" in words_of("rest.shared_out") for one, other in pairwise(between)):
            return True
    return False
