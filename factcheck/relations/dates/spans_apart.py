"""The time between a beginning and an end that are told in other sentences: "It had lasted 21 days."

Words for a beginning and an end mark the two moments, in the sentence of the time, the ones before or the one behind.
No other moment may be told in reach, the time must be told of what began and ended, and a slip must explain a failure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.quantities.model import Quantity, Token
from factcheck.relations.dates.ages import low
from factcheck.relations.dates.moments import HOURS, moment_at, moments
from factcheck.relations.dates.spells import Spell
from factcheck.relations.dates.whole_times import is_all_or_part
from factcheck.relations.lexicon import words_of
from factcheck.statements.model import SentenceReading

__all__ = ["Ends", "ends_apart"]

_VERB = 8  # tokens from a word for a beginning or an end to its moment
_HEAD = 4  # tokens in which a sentence says what it goes on with
_REACH = 4  # sentences from the first to the last one, those without a number counted
_WINDOWS = ((0, 0), (-1, 0), (-2, 0), (-3, 0), (0, 1), (-1, 1), (0, 2), (0, 3))
_NOUN = 4  # letters of a word that may name a thing
_UNTIL = frozenset(("until", "till"))
_STOPS = frozenset((";", ":", "(", ")", "while", "but"))


class _Mark(NamedTuple):
    """A moment, and whether words call it a beginning or an end."""

    quantity: Quantity
    begun: bool
    ended: bool

    @property
    def time(self) -> tuple[object, ...]:
        return (self.quantity.value, self.quantity.month_day, self.quantity.text if not self.quantity.value else "")


class Ends(NamedTuple):
    """A beginning and an end; `within` says that the time may be shorter than what lies between, and no longer."""

    first: Quantity
    second: Quantity
    within: bool


def ends_apart(sentences: Sequence[SentenceReading], place: int, spell: Spell) -> Ends | None:
    """The beginning and the end of the time that the sentence at `place` tells; None where they are not plain."""
    here = sentences[place]
    told = is_all_or_part(here.tokens, spell)
    if (told is None and not _outlives(here.tokens, spell)) or not words_of("spans.planned").isdisjoint(here.lows):
        return None
    within = told is None or not words_of("spans.interrupted").isdisjoint(here.lows)
    for back, on in _WINDOWS:
        if place + back < 0 or place + on >= len(sentences):
            continue
        window = sentences[place + back : place + on + 1]
        if not _is_near(window):
            continue
        marks = [mark for sentence in window for mark in _marks(sentence.tokens, spell.quantity.unit)]
        begun = {mark.time: mark.quantity for mark in marks if mark.begun}
        ended = {mark.time: mark.quantity for mark in marks if mark.ended}
        if not begun or not ended:
            continue
        plain = len(begun) == len(ended) == 1 and len({mark.time for mark in marks}) == 2
        if not plain or not _is_one_story(window, here, spell):
            return None
        first, second = next(iter(begun.values())), next(iter(ended.values()))
        outlived = told is not None or _is_of_a_thing(window)
        in_turn = first.start < second.start or _looks_back(window, first)
        return Ends(first, second, within) if in_turn and outlived else None
    return None


def _looks_back(window: Sequence[SentenceReading], first: Quantity) -> bool:
    """Whether the beginning is told behind the end, as what had been before: "It had opened in 1921"."""
    tokens = next(one.tokens for one in window if one.start <= first.start < one.end)
    at = next(k for k, token in enumerate(tokens) if token.start <= first.start < token.end)
    return any(low(tokens, k) == "had" for k in range(max(0, at - _VERB), at))


def _outlives(tokens: Sequence[Token], spell: Spell) -> bool:
    """Whether something ended "after 65 years on one corner": where it was there all the time, that is no longer."""
    return low(tokens, spell.first - 1) == "after" and low(tokens, spell.last + 1) in words_of("spans.tail_opens")


def _is_of_a_thing(window: Sequence[SentenceReading]) -> bool:
    """Whether it was opened or founded, and so was not there before."""
    return any(not words_of("spans.opened").isdisjoint(sentence.lows) for sentence in window)


def _is_near(window: Sequence[SentenceReading]) -> bool:
    return window[-1].index - window[0].index < _REACH and len({sentence.section for sentence in window}) == 1


def _marks(tokens: Sequence[Token], unit: str) -> Iterator[_Mark]:
    """Every moment of a sentence in that unit."""
    places = moments(tokens, unit)
    ends = _stretch(tokens, places)
    for at in places:
        quantity = moment_at(tokens, at, unit)
        if quantity is not None:
            word = _verb(tokens, at, places, unit) if not ends else ""
            begun = at == ends[0] if ends else word in _words("began", unit) and low(tokens, at - 1) not in _UNTIL
            ended = at == ends[1] if ends else word in _words("ended", unit) or low(tokens, at - 1) in _UNTIL
            yield _Mark(quantity, begun, ended and not begun)


def _words(name: str, unit: str) -> frozenset[str]:
    """Words for a beginning or an end; by the clock one sets out and arrives."""
    return words_of(f"spans.{name}_by_the_clock" if unit in HOURS else f"spans.{name}") | words_of(f"spans.{name}_also")


def _stretch(tokens: Sequence[Token], places: Sequence[int]) -> tuple[int, ...]:
    """The two moments of "ran from March 2019 until March 2023", which says of its subject how long it was."""
    for one, other in pairwise(places):
        joined = [low(tokens, k) for k in range(one + 1, other)]
        lasted = {low(tokens, k) for k in range(max(0, one - 1 - _VERB), one - 1)} & words_of("spans.ran")
        opened = low(tokens, one - 1) == "from" and bool(lasted)
        if opened and joined in (["until"], ["to"], ["till"], ["through"], ["up", "to"], ["right", "up", "to"]):
            return one, other
    return ()


def _verb(tokens: Sequence[Token], at: int, places: Sequence[int], unit: str) -> str:
    """The word for a beginning or an end nearest before a moment, or behind one that opens its sentence."""
    wanted = _words("began", unit) | _words("ended", unit)
    stop = max([at - 1 - _VERB, *(k for k in places if k < at), -1])
    for k in range(at - 1, stop, -1):
        if low(tokens, k) in wanted:
            return low(tokens, k)
        if low(tokens, k) in _STOPS:
            return ""
    if at > 2:
        return ""
    behind = range(at + 1, min([at + 1 + _VERB, *(k for k in places if k > at), len(tokens)]))
    return next((low(tokens, k) for k in behind if low(tokens, k) in wanted), "")


def _is_one_story(window: Sequence[SentenceReading], here: SentenceReading, spell: Spell) -> bool:
    """Whether the sentences go on about one person or thing, by pronoun or by a name said again."""
    lows = {word for sentence in window for word in sentence.lows}
    sexes = words_of("ages.he"), words_of("ages.she")
    several = all(not lows.isdisjoint(sex) for sex in sexes) or not lows.isdisjoint(words_of("dates.kin"))
    if several and spell.quantity.unit not in HOURS:
        return False
    if len(window) == 1:
        return not _is_of_another_clause(here.tokens, spell)
    own = low(here.tokens, spell.first - 1) in words_of("spans.own")
    if low(here.tokens, 0) == "after" and spell.first == 1:  # "After nine years of work": of the work told before
        return True
    if own or low(here.tokens, spell.last + 1) in words_of("spans.lasts"):
        return True
    return all(_goes_on(before, after) for before, after in pairwise(window) if here in (before, after))


def _is_of_another_clause(tokens: Sequence[Token], spell: Spell) -> bool:
    """Whether something else may have lasted so long: "from 6 May until 20 May, and the talks for 24 days"."""
    places = moments(tokens, spell.quantity.unit)
    last = max((k for k in places if k < spell.first), default=None)
    return last is None or any(
        low(tokens, k) in words_of("spans.other_clause") for k in range(last + 1, spell.first - 1)
    )


def _goes_on(before: SentenceReading, after: SentenceReading) -> bool:
    """Whether a sentence is about what the one before told of: "It …", "The siege …", a name said again."""
    head = after.lows[:_HEAD]
    if not words_of("spans.own").isdisjoint(head[:1]):  # "His trial lasted"
        return False
    if not words_of("spans.same_subject").isdisjoint(head):
        return True
    if head[0] in words_of("spans.the_same"):
        nouns = {word for word in head[1:] if len(word) >= _NOUN}
        return not nouns.isdisjoint(before.lows) or not nouns.isdisjoint(words_of("spans.those_at_it"))
    return bool(_names(before.tokens) & _names(after.tokens))


def _names(tokens: Sequence[Token]) -> set[str]:
    return {
        token.text for token in tokens if token.text.istitle() and token.text.isalpha() and len(token.text) >= _NOUN
    }
