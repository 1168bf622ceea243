"""Birth, death and the age at death of one person over sentences: "Born on 9 May 1938 … whose death on 2 February …".

Each is told once in reach, nobody else is told of beside them, and the sentences go on about one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.dates.ages import age_at, low
from factcheck.relations.dates.years import year_at
from factcheck.relations.lexicon import words_of
from factcheck.statements.context import quantity_at
from factcheck.statements.model import SentenceReading

__all__ = ["lives"]

_REACH = 3  # sentences from the birth to the death or the age
_NEAR = 6  # tokens from "born" or "died" to its date
_AT = 12  # tokens from "died" to "at 86" or "aged 86"
_HEAD = 5  # tokens in which a sentence says whom it is about
_SHORT = 9  # tokens of "She was 86 and leaves no heirs."
_OLDEST = 115
_NAME = 4  # letters
Life = tuple[Quantity, Quantity, Quantity]  # born, died, the age at death


def lives(reading: Reading) -> Iterator[Life]:
    """Every life of which the birth, the death and the age are told in neighbouring sentences."""
    sentences = reading.sentences
    for place, sentence in enumerate(sentences):
        if words_of("dates.born").isdisjoint(sentence.lows):
            continue
        born = _moment(sentence.tokens, words_of("dates.born"))
        window = _about(sentences, place)
        found = _rest(window) if born is not None and _of_one(window) else None
        if born is None or found is None:
            continue
        died, age, told = found
        if len({sentence.index, *told}) > 1 and born.value < died.value:
            yield born, died, age


def _about(sentences: Sequence[SentenceReading], place: int) -> list[SentenceReading]:
    """The sentences round a birth that go on about whom it tells of, from one to the next."""
    here = sentences[place]
    window = [here]
    for step in (-1, 1):
        k = place + step
        while 0 <= k < len(sentences) and abs(sentences[k].index - here.index) <= _REACH:
            if sentences[k].section != here.section:
                break
            window.append(sentences[k])
            k += step
    return sorted(window, key=lambda one: one.index)


def _of_one(window: Sequence[SentenceReading]) -> bool:
    """Whether no "he" stands beside a "she", and but one birth is told."""
    lows = {word for one in window for word in one.lows}
    sexes = sum(not lows.isdisjoint(words_of(name)) for name in ("ages.he", "ages.she"))
    births = sum(word in words_of("dates.born") for one in window for word in one.lows)
    return sexes <= 1 and births == 1


def _rest(window: Sequence[SentenceReading]) -> tuple[Quantity, Quantity, set[int]] | None:
    """The one death with its date and the one age at death, and the sentences that tell them."""
    deaths: dict[object, Quantity] = {}
    old: dict[object, Quantity] = {}
    told: set[int] = set()
    before: Sequence[str] = ()
    for place, sentence in enumerate(window):
        tokens = sentence.tokens
        dies = not words_of("dates.dying").isdisjoint(sentence.lows)
        died = _moment(tokens, words_of("dates.dying")) if dies else None
        found = [quantity_at(tokens, at) for at in _ages_at_death(tokens, dies, _dying(before))]
        before = sentence.lows
        if died is None and not found:
            continue
        if not words_of("dates.kin").isdisjoint(sentence.lows) or not _goes_on(window, place):
            return None
        told.add(sentence.index)
        deaths |= {} if died is None else {(died.value, died.date): died}
        old |= {age.value: age for age in found}
    if len(deaths) != 1 or len(old) != 1:
        return None
    return next(iter(deaths.values())), next(iter(old.values())), told


def _dying(lows: Sequence[str]) -> bool:
    return not words_of("dates.dying").isdisjoint(lows)


def _moment(tokens: Sequence[Token], words: frozenset[str]) -> Quantity | None:
    """The year or the date near behind a word of the class, where no other stands between them."""
    for at in range(len(tokens)):
        if low(tokens, at) in words:
            when = next((k for k in range(at + 1, at + 1 + _NEAR) if year_at(tokens, k) is not None), None)
            if when is not None:
                return quantity_at(tokens, when)
    return None


def _ages_at_death(tokens: Sequence[Token], dies: bool, died_before: bool) -> Iterator[int]:
    """The places of ages that are those of a death: "died … at 86", "whose death …, was 86", "She was 86."."""
    for at in range(len(tokens)):
        quantity = tokens[at].quantity
        if quantity is None or quantity.bound is not Bound.EQUAL or quantity.hedge or quantity.scale != 1:
            continue
        if quantity.kind not in (Kind.AGE, Kind.COUNT) or not 0 < quantity.value <= _OLDEST:
            continue
        if quantity.unit not in ("", "year") or quantity.value.denominator != 1:
            continue
        before, behind = low(tokens, at - 1), low(tokens, at + 1)
        ends = behind in words_of("ages.behind_death")
        near = any(low(tokens, k) in words_of("dates.dying") for k in range(max(0, at - _AT), at))
        if before in ("at", "aged", "age", "of") and ends and near and low(tokens, at + 1) != "when":
            yield at
        elif before in ("was", "just", "only") and (ends or age_at(tokens, at) is not None) and _now(tokens, at):
            short = at <= _HEAD - 2 and (low(tokens, 0) in ("he", "she") or low(tokens, at - 2).istitle())
            if dies or (died_before and (short and len(tokens) <= _SHORT)):
                yield at


def _now(tokens: Sequence[Token], at: int) -> bool:
    """Whether "was 86" tells of the end, and of no other time: "was 20 when", "in 1958 he was 20"."""
    when = next((k for k in range(len(tokens)) if low(tokens, k) in words_of("ages.at_another_time")), None)
    if when is None:
        return True
    own = low(tokens, when + 1) in ("he", "she") and low(tokens, when + 2) in words_of("dates.dying")
    return when == at + 1 and own


def _goes_on(window: Sequence[SentenceReading], place: int) -> bool:
    """Whether a sentence names whom the window names elsewhere, or says "he" or "she" of them."""
    sentence = window[place]
    if not words_of("ages.he").union(words_of("ages.she")).isdisjoint(sentence.lows[:_HEAD]):
        return True
    names = _names(sentence.tokens)
    if any(not names.isdisjoint(_names(one.tokens)) for one in window if one is not sentence):
        return True
    return any(one.lows[0] in words_of("dates.born") for one in window)  # "Born in 1938, he", who has been named


def _names(tokens: Sequence[Token]) -> set[str]:
    return {
        token.text
        for token in tokens
        if token.quantity is None and token.text.istitle() and token.text.isalpha() and len(token.text) >= _NAME
    }
