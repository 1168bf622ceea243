"""What is left by a word behind its number, and the part of a whole that it is left of.

"Parliament has passed 11 of the 18 reforms … The seven reforms outstanding include …": the claim is told by a word like
"outstanding", "still to come" or "who did not", the operands by the only part of a whole in the sentences before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.shares.portions import Text, fits, numbers_of, portions_of
from factcheck.relations.units import is_amount, is_settled, of_one_kind
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = [
    "is_none_of_it",
    "is_portion",
    "only_portion",
    "other_of_counts",
    "set_aside",
    "share_set_aside",
    "taken_from_count",
    "told_as_rest",
]

_REACH = 4  # sentences back
_NOUN = 3  # words from the number to "outstanding", adjectives and noun
_CLAUSE = 3  # words from "who" to "not"
_HANDFUL = 10
_OPENING = frozenset({",", ";", "and", "but", "while", "with", "though", "although", "–", "—"})
_DEFINITE = frozenset({"the", "those", "its", "their", "his", "her", "these"})
_WHO = frozenset({"who", "that", "which"})

Pair = tuple[Quantity, Quantity]  # a whole and its part


def set_aside(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "the seven reforms outstanding", "the six who did not", "nine are still to come"."""
    for at in range(len(sentence.tokens)):
        quantity = sentence.tokens[at].quantity
        if quantity is None or not is_settled(quantity):
            continue
        told = _is_definite(sentence, at) or _opens_clause(sentence, at)
        if told and is_amount(quantity) and quantity.kind is not Kind.DURATION and _left_at(sentence, at) is not None:
            yield at, quantity


def share_set_aside(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "the 36% that did not": the share of all of which the opposite was told."""
    for at in range(1, len(sentence.tokens)):
        quantity = sentence.tokens[at].quantity
        if quantity is None or quantity.kind is not Kind.PERCENT or not is_settled(quantity):
            continue
        place = _left_at(sentence, at) if sentence.lows[at - 1] in _DEFINITE else None
        if place is not None and sentence.lows[place] in words_of("rest.not_so") and not _may_be_fewer(sentence, at):
            yield at, quantity


def _left_at(sentence: SentenceReading, at: int) -> int | None:
    """The token of the word that says of the number at token `at` that so many are left."""
    lows, verbs = sentence.lows, lexicon().verbs
    for place in range(at + 1, min(len(lows), at + 2 + _NOUN)):
        word = lows[place]
        if word in words_of("rest.set_aside") or (word in ("remain", "remained") and not _is_definite(sentence, at)):
            return place
        if word in words_of("rest.being") and place == at + 1 and not _is_definite(sentence, at):
            continue  # "nine are still to come"
        if word in _WHO:
            near = range(place + 1, min(len(lows), place + 1 + _CLAUSE))
            return next((k for k in near if lows[k] in words_of("rest.not_so")), None)
        if not word.replace("-", "").isalpha() or word in verbs or sentence.tokens[place].quantity is not None:
            return None
    return None


def _is_definite(sentence: SentenceReading, at: int) -> bool:
    return at > 0 and sentence.lows[at - 1] in _DEFINITE


def _opens_clause(sentence: SentenceReading, at: int) -> bool:
    """Whether a number that is no mere handful is the subject of a clause: "and 27 remain"."""
    number = sentence.tokens[at].quantity
    large = number is not None and number.value >= _HANDFUL
    return large and (at == 0 or sentence.lows[at - 1] in _OPENING)


def _may_be_fewer(sentence: SentenceReading, at: int) -> bool:
    """Whether the number at token `at` may count some of what is left only: "the two who did not use oxygen".

    They are all of it where nothing more is said of them: "the six who did not had", "the seven outstanding are".
    """
    place = _left_at(sentence, at)
    if place is None or not _is_definite(sentence, at):
        return place is not None
    behind = sentence.lows[place + 1 : place + 3]
    closing = words_of("portions.closing") | lexicon().verbs
    told = behind[:1] and (behind[0] in closing or (behind[0] in words_of("rest.particles") and behind[-1] in closing))
    return not told or sentence.lows[place] in ("still", "yet", "besides")


def _is_of_others(sentence: SentenceReading) -> bool:
    """Whether the sentence tells of another place or time than the one before."""
    return not words_of("rest.elsewhere").isdisjoint(sentence.lows)


def told_as_rest(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "what remains, £450,000," and "the rest (£450,000)"."""
    lows = sentence.lows
    for at in range(3, len(lows)):
        quantity = sentence.tokens[at].quantity
        if quantity is None or not is_settled(quantity) or not is_amount(quantity):
            continue
        if lows[at - 1] not in words_of("rest.once_more") or lows[at - 1] == "or":
            continue
        closed = at + 1 == len(lows) or lows[at + 1] in words_of("portions.closing")
        if closed and " ".join(lows[max(0, at - 3) : at - 1]) in words_of("rest.what_is_left"):
            yield at, quantity


def only_portion(reading: Reading, place: int, at: int, rest: Quantity, *, apart: bool) -> tuple[Quantity, ...]:
    """The whole and the part of the only part of a whole told before token `at`.

    Up to four sentences back where a word sets the rest `apart` from the part, else one. The pair that the rest fits,
    if any does. None where a further number that may be a part too stands between.
    """
    here = reading.sentences[place]
    found = _pairs(reading, here, at, rest)
    between = list(here.tokens[:at])
    for one in _before(reading, place, _REACH if apart else 1):
        pairs = _pairs(reading, one, len(one.tokens), rest)
        if pairs and not found and _has_rival(between, rest):
            return ()
        found = [*pairs, *found]
        between = [*one.tokens, *between]
    fitting = [pair for pair in found if pair[0].value - pair[1].value == rest.value]
    if fitting:
        return fitting[-1]
    return () if len(found) != 1 or _goes_behind(between, found[0], rest) else found[0]


def is_none_of_it(sentence: SentenceReading, at: int, told: Sequence[Quantity], rest: Quantity) -> bool:
    """Whether what a word sets apart may be the part or the whole once more, some of what is left, or of another one.

    `told` are the whole and its parts.
    """
    again = any(rest.value == number.value for number in told)
    left = told[0].value - sum(part.value for part in told[1:])
    fewer = rest.value < left and _may_be_fewer(sentence, at)
    return again or fewer or _is_of_others(sentence)


def _before(reading: Reading, place: int, reach: int) -> Iterator[SentenceReading]:
    """The sentences of its section within `reach` before one, the nearest first."""
    here = reading.sentences[place]
    for one in reversed(reading.sentences[max(0, place - reach) : place]):
        if one.section != here.section or here.index - one.index > reach:
            return
        yield one


def _pairs(reading: Reading, sentence: SentenceReading, until: int, rest: Quantity) -> list[Pair]:
    """Each part told of a whole before token `until`, both of what the rest may be of."""
    tokens = sentence.tokens[:until]
    if sum(token.quantity is not None for token in tokens) < 2:
        return []
    text = Text(sentence, tokens, sentence.lows[:until], numbers_of(tokens))
    told = [(one.whole, one.part) for one in portions_of(text, reading.leads.get(sentence.index))]
    told += [pair for k in text.numbers if (pair := _apposed(text, k)) is not None and pair not in told]
    other = sentence.tokens[until - 1].low in words_of("rest.of_the_same")
    return [pair for pair in told if _are_of(pair, rest, same=other and until < len(sentence.tokens))]


def _apposed(text: Text, at: int) -> Pair | None:
    """ "46 new buses, 28 of them": the count right before the comma, whatever stands before that."""
    behind = text.lows[at + 1 : at + 3]
    before = [k for k in text.numbers if k < at]
    if len(behind) < 2 or behind[0] != "of" or behind[1] not in words_of("portions.them") or not before:
        return None
    whole, part = text.number(before[-1]), text.number(at)
    return (whole, part) if fits(part, whole) else None


def _are_of(pair: Pair, rest: Quantity, *, same: bool) -> bool:
    """Whether the rest may be of what a pair is of; `same` says that it is, whatever it is called by."""
    whole, part = pair
    plain = is_settled(whole) and is_settled(part) and part.value < whole.value and rest.value < whole.value
    if not plain or rest.kind is not whole.kind:
        return False
    return rest.unit in ("", whole.unit) or (whole.kind is Kind.COUNT and (same or not whole.unit))


def _has_rival(tokens: Sequence[Token], rest: Quantity) -> bool:
    """Whether a number between a part and what is left may be a part as well: of its noun, or of none."""
    numbers = (token.quantity for token in tokens)
    return any(q is not None and is_amount(q) and q.kind is rest.kind and _of_its_noun(q, rest) for q in numbers)


def _of_its_noun(quantity: Quantity, rest: Quantity) -> bool:
    if quantity.kind is not Kind.COUNT:
        return quantity.unit == rest.unit
    return not quantity.unit or quantity.unit == rest.unit


def _goes_behind(tokens: Sequence[Token], pair: Pair, rest: Quantity) -> bool:
    """Whether more is told of behind the part and before the rest that may be another part."""
    last = max(number.end for number in pair)
    behind = [token for token in tokens if token.start >= last]
    singles = any(token.low in words_of("rest.single") for token in behind)
    gap = abs(pair[0].value - pair[1].value - rest.value)
    return _has_rival(behind, rest) or (singles and gap == 1)


def taken_from_count(reading: Reading, place: int, at: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part of "plans to pave 40 streets. Work has begun on eight. … the 32 streets still to do".

    The only two counts before, of the noun of the rest or of none, the first with that noun.
    """
    if rest.kind is not Kind.COUNT or not rest.unit:
        return ()
    near = _near(reading, place, at)
    counts = [q for t in near if (q := t.quantity) is not None and q.kind is Kind.COUNT and _of_its_noun(q, rest)]
    return _first_two(near, counts, rest) if counts and counts[0].unit == rest.unit else ()


def other_of_counts(reading: Reading, place: int, at: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part of "Fifteen fires are burning. … Nine of the fires are in the north, and the other six".

    The only two counts before, the second of the noun of the first or of none.
    """
    if rest.kind is not Kind.COUNT:
        return ()
    near = _near(reading, place, at)
    counts = [q for t in near if (q := t.quantity) is not None and q.kind is Kind.COUNT]
    alike = bool(counts) and bool(counts[0].unit) and all(q.unit in ("", counts[0].unit) for q in (*counts[1:], rest))
    return _first_two(near, counts, rest) if alike else ()


def is_portion(reading: Reading, place: int, told: Sequence[Quantity]) -> bool:
    """Whether words make the one of two amounts a part: "14 of the 23", "Of the 23 …, 14", "nine of them"."""
    if len(told) != 2:
        return False
    part = told[1]
    for one in (reading.sentences[place], *_before(reading, place, _REACH)):
        at = next((k for k, token in enumerate(one.tokens) if token.quantity is part), None)
        if at is not None:
            return reading.leads.get(one.index) is told[0] or one.lows[at + 1 : at + 2] == ("of",)
    return False


def _near(reading: Reading, place: int, at: int) -> list[Token]:
    """The tokens of the sentences before and of this one up to token `at`."""
    near = list(reading.sentences[place].tokens[:at])
    for one in _before(reading, place, _REACH):
        near = [*one.tokens, *near]
    return near


def _first_two(near: Sequence[Token], counts: Sequence[Quantity], rest: Quantity) -> tuple[Quantity, ...]:
    """Two counts, if there are just two, that may be a whole and a part of which the rest is left."""
    if len(counts) != 2 or not all(map(is_settled, counts)):
        return ()
    whole, part = counts
    fit = of_one_kind(whole, part) and max(part.value, rest.value) < whole.value
    between = [token.low for token in near if whole.end <= token.start < part.start]
    told = any(f"{one} {two}" in words_of("rest.on_top") for one, two in pairwise(between))
    return (whole, part) if fit and not told else ()
