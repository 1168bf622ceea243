"""What is said of the place of one in a row that was told: "… Hale with 38m and Beck with 21m. … Hale, the largest".

The row gives three or more numbers of one kind, each with a name; the claim stands in a sentence with the name of one
of them alone, right beside it. More of the row ahead than the place allows contradict it; fewer only where the row is
told to be whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.facts.names import name_words, singular
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.leads.lead_sides import clocked
from factcheck.relations.lexicon import words_of
from factcheck.relations.quiet import sentences_with
from factcheck.relations.units import of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["Misplaced", "misplaced", "named_numbers"]

_ROW = 3  # numbers that make a row
_GAP = 10  # tokens from one number of a row to the next
_REACH = 4  # sentences from a row to the claim
_LAST = 12  # the last place that is told
_BEFORE, _BEHIND = 8, 6  # tokens between a name and what is said of it
_TIME = 6  # tokens behind a superlative that may make it one of a time
_NOT = 3  # tokens before it that may take it from its place
_DEGREES = re.compile(r"\d{1,2}(?:\.\d)?C$")
_PARTS = frozenset({",", ";", ":", "and", "while", "but", "–", "—"})
_COUNTED = (Kind.COUNT, Kind.DURATION)
_RANKED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION})


class Misplaced(NamedTuple):
    """The `own` number of one in a row, and an `other` that should not be ahead of it, or `behind` it, if that is said.

    Where the place is right, the one that is next has the other role. `side` is 1 where more is ahead; the `word`
    tells the place.
    """

    own: Quantity
    other: Quantity
    word: Token
    side: int
    behind: bool


class _Claim(NamedTuple):
    """A place, from 1, in an order that begins with the highest (`side` is 1) or lowest (-1), 0 where that is open.

    Its words take the tokens `first` to `last`; `whole` is the number of all that are ranked, 0 where it is not told,
    `noun` what they are, in the singular.
    """

    first: int
    last: int
    rank: int
    side: int
    whole: int = 0
    noun: str = ""


class _Row(NamedTuple):
    """Like numbers with the words of the names that each has alone."""

    sentence: SentenceReading
    numbers: Sequence[Quantity]
    names: Sequence[frozenset[str]]


def misplaced(reading: Reading) -> Iterator[Misplaced]:
    """Each claim of a place with a number of its row that does not allow it, or one that does."""
    for sentence in (*reading.sentences, *sentences_with(reading, "ranks.top", "ranks.bottom")):
        claims = list(_claims(sentence.tokens, sentence.lows))
        if len(claims) != 1 or _is_of_another_time(sentence, claims[0].first):
            continue
        back = (reading.sentence_at.get(index) for index in range(sentence.index - _REACH, sentence.index))
        near = [there for there in back if there is not None and there.section == sentence.section]
        rows = [row for there in near if (row := _row(there, there.tokens)) is not None]
        here = _row(sentence, sentence.tokens[: claims[0].first])
        rows = [here] if here is not None else rows
        if len(rows) == 1:
            found = _judged(sentence, claims[0], rows[0])
            if found is not None:
                yield found


def _is_of_another_time(sentence: SentenceReading, at: int) -> bool:
    """Whether a sentence tells of another time, or what its token `at` says is only thought of."""
    if not words_of("ranks.unreal").isdisjoint(sentence.lows[max(0, at - _BEFORE) : at]):
        return True
    dated = any(t.quantity is not None and t.quantity.kind in (Kind.YEAR, Kind.DATE) for t in sentence.tokens)
    return dated or not words_of("ranks.other_time").isdisjoint(sentence.lows)


def _claims(tokens: Sequence[Token], lows: Sequence[str]) -> Iterator[_Claim]:
    """Every superlative and every place of a sentence."""
    for at, low in enumerate(lows):
        claim = _superlative(tokens, lows, at, low) or _place(tokens, lows, at)
        if claim is not None:
            yield claim


def _superlative(tokens: Sequence[Token], lows: Sequence[str], at: int, low: str) -> _Claim | None:
    """ "The third biggest of the three", "the second-tallest building", "the highest offer"."""
    side = 1 if low in words_of("ranks.top") else -1 if low in words_of("ranks.bottom") else 0
    if not side:
        return None
    first, rank = at, 1
    ordinal = at - 1 - (lows[at - 1 : at] == ("-",))
    quantity = tokens[ordinal].quantity if ordinal >= 0 else None
    if quantity is not None and quantity.kind is Kind.ORDINAL and quantity.value.denominator == 1:
        first, rank = ordinal, int(quantity.value)
    before = lows[max(0, first - _NOT) : first]
    if rank > _LAST or not words_of("ranks.unplaced").isdisjoint(before) or not _is_said(tokens, lows, first):
        return _Claim(first, at, 0, side)
    noun = lows[at + 1] if at + 1 < len(lows) else ""
    of_all = lows[at + 1 : at + 3] in (("of", "the"), ("of", "all"), ("of", "these")) and at + 3 < len(tokens)
    number = tokens[at + 3].quantity if of_all else None
    whole = int(number.value) if number is not None and number.kind in _COUNTED and number.ulp == 1 else 0
    plain = not noun[:1].isalpha() or noun in ("of", "in", "at", "with", "and", "by", "is", "was")
    return _Claim(first, at, rank, side, whole, "" if plain else singular(noun))


def _is_said(tokens: Sequence[Token], lows: Sequence[str], first: int) -> bool:
    """Whether words say that something is the first, or names it so: "Ash, the largest", "it was lowest".

    What somebody has or does to the largest is another matter, and so is somebody's largest.
    """
    if lows[first - 1 : first] != ("the",):
        return lows[max(0, first - 2) : first] in (("it", "was"), ("it", "is"), ("they", "were"), ("they", "are"))
    opening = lows[first - 2] if first > 1 else ","
    return opening in words_of("ranks.naming") or tokens[first - 2].text[:1].isupper()


def _place(tokens: Sequence[Token], lows: Sequence[str], at: int) -> _Claim | None:
    """ "Third place", "finished second", "second in the table"."""
    quantity = tokens[at].quantity
    if quantity is None or quantity.kind is not Kind.ORDINAL or not 1 <= quantity.value <= _LAST:
        return None
    behind = lows[at + 1 : at + 4]
    table = behind[:2] in (("in", "the"), ("on", "the")) and behind[2:] and behind[2] in words_of("ranks.tables")
    place = behind[:1] == ("place",)
    ends = not behind or not behind[0][:1].isalpha() or behind[0] in ("and", "but", "with")
    finished = at > 0 and lows[at - 1] in words_of("ranks.ending") and ends
    if not (place or table or finished):
        return None
    last = at + place
    elsewhere = not table and lows[last + 1 : last + 2] in (("in",), ("at",), ("to",), ("of",), ("on",))
    return _Claim(at, last, 0 if elsewhere else int(quantity.value), 0)


def _row(sentence: SentenceReading, tokens: Sequence[Token]) -> _Row | None:
    """The numbers of some tokens, where they are all of one kind, and each has a name."""
    lows = sentence.lows
    if not words_of("ranks.falling").isdisjoint(lows) or not words_of("ranks.unranked").isdisjoint(lows):
        return None
    like = named_numbers(sentence, tokens)
    if len(like) < _ROW or any(number.bound is not Bound.EQUAL or number.signed for number, _ in like):
        return None
    return _named_row(sentence, [number for number, _ in like], [names for _, names in like])


def named_numbers(sentence: SentenceReading, tokens: Sequence[Token]) -> list[tuple[Quantity, frozenset[str]]]:
    """The numbers of some tokens that stand alone between commas and the like, close to each other, with their names.

    Those of the kind of the first; none where several stand together. What tells how many follow is left out.
    """
    segments: list[tuple[list[int], list[Token]]] = [([], [])]
    for at, token in enumerate(tokens):
        if sentence.lows[at] in _PARTS:
            segments.append(([], []))
        elif _level(token) is not None:
            segments[-1][0].append(at)
        else:
            segments[-1][1].append(token)
    if any(len(places) > 1 for places, _ in segments):
        return []
    full = [
        (places[0], number, _names(words))
        for places, words in segments
        if places and (number := _level(tokens[places[0]])) is not None
    ]
    if full and _is_count_of(full[0][1], len(full) - 1):
        full = full[1:]  # "Four bids were opened, …"
    full = [(at, _as_first(number, full[0][1]), names) for at, number, names in full]
    like = [one for one in full if of_one_kind(one[1], full[0][1])]
    close = all(other[0] - one[0] <= _GAP for one, other in pairwise(like))
    return [(number, names) for _, number, names in like] if close else []


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of all names, those of days and months among them."""
    dates = {
        low
        for token in tokens
        if token.text[:1].isupper() and (low := token.low) in words_of("ranks.days") | words_of("ranks.months")
    }
    return name_words(tokens) | dates


def _named_row(sentence: SentenceReading, numbers: Sequence[Quantity], names: Sequence[frozenset[str]]) -> _Row | None:
    unit = numbers[0].unit
    if any(number.unit not in ("", unit) for number in numbers):
        return None
    own = [words - frozenset().union(*(o for o in names if o is not words)) for words in names]
    full = [replace(number, unit=unit) for number in numbers]
    return _Row(sentence, full, own) if any(own) else None


def _as_first(number: Quantity, first: Quantity) -> Quantity:
    """A bare number as one of the kind of the first of its row: "30 million litres, Holm 52 million"."""
    if number.kind is not Kind.COUNT or number.unit or number.start <= first.start or first.kind is Kind.PERCENT:
        return number
    return replace(number, kind=first.kind, unit=first.unit) if number.scale == first.scale else number


def _is_count_of(number: Quantity, size: int) -> bool:
    return number.kind is Kind.COUNT and number.in_words and number.value == size


def _level(token: Token) -> Quantity | None:
    """The number of a token as a level; a stopwatch's is a time, and "31C" a temperature."""
    quantity = token.quantity
    if quantity is None:
        return None
    if quantity.kind is Kind.TIME:
        return clocked(quantity, "second")
    if quantity.kind is Kind.NAME and _DEGREES.match(quantity.text):
        value = Fraction(quantity.text[:-1])
        room = Interval(value - Fraction(1, 2), value + Fraction(1, 2))
        return replace(quantity, kind=Kind.MEASURE, unit="degree_Celsius", value=value, interval=room)
    return quantity if quantity.kind not in LABELS and quantity.kind in _RANKED else None


def _judged(sentence: SentenceReading, claim: _Claim, row: _Row) -> Misplaced | None:
    """The claim against its row, None where it is of something else."""
    own = _subject(sentence, claim, row)
    side = _side(sentence.lows[claim.last], claim, row.numbers[0])
    if own is None or not side or not claim.rank or not _is_of_row(claim, row, sentence):
        return None
    number = row.numbers[own]
    ahead = sorted((one for one in row.numbers if (one.value - number.value) * side > 0), key=lambda q: -q.value * side)
    after = sorted((one for one in row.numbers if (one.value - number.value) * side < 0), key=lambda q: -q.value * side)
    word = sentence.tokens[claim.first]
    if len(ahead) >= claim.rank:
        return Misplaced(number, ahead[claim.rank - 1], word, side, behind=False)
    level = len(row.numbers) - len(ahead) - len(after) > 1
    values = [one.value * side for one in row.numbers]
    listed = not claim.side and values == sorted(values, reverse=True) and claim.rank <= len(values)
    whole = len(row.numbers) == claim.whole or listed  # told in the order of their places, from the first on
    if len(ahead) < claim.rank - 1 and not level and whole and after:
        return Misplaced(number, after[0], word, side, behind=True)
    return Misplaced(after[0], number, word, -side, behind=False) if after else None


def _side(low: str, claim: _Claim, number: Quantity) -> int:
    """1 where more is ahead in the order of a claim, 0 where its numbers cannot be ranked so."""
    if not claim.side:
        if number.kind is Kind.DURATION:
            return -1
        return 1 if number.kind is Kind.COUNT and number.unit in words_of("ranks.tallies") else 0
    for name, kind in (("ranks.by_money", Kind.MONEY), ("ranks.by_time", Kind.DURATION)):
        if low in words_of(name) and number.kind is not kind:
            return 0
    degrees = number.unit == "degree_Celsius" or "degree" in number.unit
    if low in words_of("ranks.by_heat") and not degrees:
        return 0
    lengths = number.unit in words_of("ranks.lengths") or (
        number.kind is Kind.DURATION and low in ("longest", "shortest")
    )
    if low in words_of("ranks.by_length") and not lengths:
        return 0
    return 0 if low in words_of("ranks.by_other") else claim.side


def _is_of_row(claim: _Claim, row: _Row, sentence: SentenceReading) -> bool:
    """Whether what is ranked are those of the row: "of the three", or by a noun of it."""
    of_a_time = words_of("ranks.of_a_time") - {"half", "quarter"}
    if not of_a_time.isdisjoint(sentence.lows[claim.last + 1 : claim.last + 1 + _TIME]):
        return False
    if claim.whole and claim.whole != len(row.numbers):
        return False
    if not claim.noun:
        ends = sentence.lows[claim.last + 1 : claim.last + 2]
        return bool(claim.whole) or not claim.side or ends in ((), (",",), (".",), (";",), (")",), ("–",), ("—",))
    offer = row.numbers[0].kind is Kind.MONEY and claim.noun in words_of("ranks.offers")
    calendar = words_of("ranks.days" if claim.noun == "day" else "ranks.months")
    timed = claim.noun in ("day", "month") and all(not calendar.isdisjoint(words) for words in row.names)
    return offer or timed or claim.noun in {singular(low) for low in row.sentence.lows}


def _subject(sentence: SentenceReading, claim: _Claim, row: _Row) -> int | None:
    """Which of the row a claim is of: the only one with a name in its sentence, which stands right beside it."""
    words = _names(sentence.tokens if row.sentence is not sentence else sentence.tokens[claim.first - _NOT :])
    named = [at for at, own in enumerate(row.names) if own & words]
    if len(named) != 1:
        return None
    own = row.names[named[0]]
    places = [at for at, token in enumerate(sentence.tokens) if not own.isdisjoint(_names([sentence.tokens[at]]))]
    before = [at for at in places if at < claim.first]
    if before:
        between = sentence.tokens[before[-1] + 1 : claim.first]
        reach = _BEFORE
    elif places:
        between = sentence.tokens[claim.last + 1 : places[0]]
        reach = _BEHIND
    else:
        return None
    return named[0] if len(between) <= reach and not _names(between) - own else None
