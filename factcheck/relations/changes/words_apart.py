"""Words of rise and fall without a figure, and the only two levels of their sentence or of the next one.

"Membership fell over the decade, from 14.8% … to 9.1%", "There were fewer fires than the year before: 24, as against
31", "… has slipped to 39%; at the time of the budget it stood at 47%".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity
from factcheck.relations.changes.changes_apart import are_near
from factcheck.relations.changes.timed_levels import Level, When, are_alike, earlier_of, levels_like
from factcheck.relations.lexicon import words_of
from factcheck.statements.change import word_at
from factcheck.statements.context import DIRECTION
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, SentenceReading, Word
from factcheck.statements.placed import COPULAS, is_phrasal

__all__ = ["WordTied", "words_apart"]

_TO = 2  # tokens from a word of change to "to", and from "to" to the outcome
_BEING = 3  # tokens before a level in which "it stood at" stands
_GLOSS = 2  # tokens from a colon or bracket to the first level
_RANKS = 100
_LEVEL_NOUNS = frozenset({"growth", "gain", "loss"})
_PLACES = frozenset({"in", "for", "among", "across"})
_COMMAS = frozenset({",", "–", "—"})
_GLOSSES = frozenset({":", "(", "–", "—"})


class WordTied(NamedTuple):
    """A word of change with its two levels."""

    word: Word
    before: Level
    after: Level

    @property
    def side(self) -> int:
        return DIRECTION[self.word.cue]


def words_apart(reading: Reading) -> Iterator[WordTied]:
    """Each word of rise or fall that the grammar ties to no levels, where two stand apart from it."""
    told = _told(reading)
    for at, sentence in enumerate(reading.sentences):
        cues = [cue for cue in sentence.cues if DIRECTION.get(cue.type)]
        if not cues or len({DIRECTION[cue.type] for cue in cues}) != 1:
            continue
        behind = reading.sentences[at + 1] if at + 1 < len(reading.sentences) else None
        found = _tied(sentence, cues, behind if behind is not None and behind.follows(sentence) else None)
        if found is not None and not {found.before.number.start, found.after.number.start} & told:
            yield found


def _told(reading: Reading) -> set[int]:
    """Where levels stand that the grammar has tied to one another and to a word of change."""
    changes = (s for _, s in reading.statements if s.kind == "change" and s.words)
    both = (s.roles for s in changes if {"before", "after"} <= s.roles.keys())
    return {roles[role].start for roles in both for role in ("before", "after")}


def _tied(sentence: SentenceReading, cues: list[Cue], behind: SentenceReading | None) -> WordTied | None:
    numbers = _numbers(sentence)
    if len(numbers) == 2 and are_alike(numbers[0], numbers[1]):
        one, other = levels_like(sentence, numbers[0], frozenset())
        if not _may_be_levels(one, other):
            return None
        ways = (_ends, _gloss, _stood, _participle)
        return next((found for way in ways if (found := way(sentence, cues, one, other))), None)
    if len(numbers) == 1 and behind is not None and len(_numbers(behind)) == 1:
        return _stood_next(sentence, cues, numbers[0], behind)
    return None


def _numbers(sentence: SentenceReading) -> list[Quantity]:
    """The numbers of a sentence that say how much."""
    found = (token.quantity for token in sentence.tokens)
    return [quantity for quantity in found if quantity is not None and quantity.kind not in LABELS | {Kind.DURATION}]


def _may_be_levels(one: Level, other: Level) -> bool:
    """Whether two numbers may be levels of one thing."""
    parted = (lexicon().sign | words_of("changes.apart")) & {*one.words, *other.words}
    return one.real and other.real and not parted and are_near(one.number, other.number)


def _may_be_ranks(one: Level, other: Level) -> bool:
    """ "Crept up from six to five": a few bare counts."""
    bare = one.number.kind is Kind.COUNT and not (one.number.unit or other.number.unit)
    return bare and max(one.number.value, other.number.value) < _RANKS


def _ends(sentence: SentenceReading, cues: list[Cue], one: Level, other: Level) -> WordTied | None:
    """ "… a fall in its share of the vote, from 14.8% in 2001 to 9.1%": "from" and "to" behind the word."""
    lows = sentence.lows
    cue = cues[-1]
    if cue.last > one.at or lows[one.at - 1] != "from" or lows[other.at - 1] != "to" or cue.type not in ("UP", "DOWN"):
        return None
    if is_phrasal(lows, cue.first):
        return None
    if lows[cue.first].endswith("s"):
        return None  # "the path climbs from 2314 to 2017 metres", "declines from 5% to 8% were common"
    if lows[cue.first] in _LEVEL_NOUNS or any(found.type == "MOVE" for found in sentence.cues):
        return None  # "growth improved from 4.1% to 4.6%"
    barred = lexicon().verbs | lexicon().clause | words_of("changes.another_topic")
    verbs = [at for at in range(cue.last + 1, one.at) if lows[at] in barred]
    if any(lows[at] not in COPULAS or lows[at + 1] != "in" for at in verbs) or _may_be_ranks(one, other):
        return None  # "the increase in claims was why the ratio worsened from 96.7% to 97.6%"
    return WordTied(word_at(cue, sentence.tokens), one, other)


def _gloss(sentence: SentenceReading, cues: list[Cue], one: Level, other: Level) -> WordTied | None:
    """ "There were fewer fires than in 2019: 24, as against 31": the levels of what a comparative ranks."""
    lows, cue = sentence.lows, cues[-1]
    ranked = lows[cue.first] in lexicon().greater | lexicon().lesser and len(cues) == 1
    marks = [at for at in range(max(cue.last, one.at - _GLOSS), one.at) if lows[at] in _GLOSSES]
    versus = any(found.type == "VS" and one.at < found.first < other.at for found in sentence.cues)
    if not (ranked and marks and versus):
        return None
    return WordTied(word_at(cue, sentence.tokens), other, one)


def _outcome(sentence: SentenceReading, cues: list[Cue], level: int) -> Word | None:
    """The word of change that leads to the level at a token: "has slipped to 47%"."""
    cue = cues[0]
    lows = sentence.lows
    named = lows[cue.first] in lexicon().finite and len(cues) == 1
    between = lows[cue.last + 1 : level]
    leads = between[-1:] == ("to",) and len(between) <= _TO
    return word_at(cue, sentence.tokens) if named and leads else None


def _participle(sentence: SentenceReading, cues: list[Cue], one: Level, other: Level) -> WordTied | None:
    """ "Copper fell, ending the week at $8,310 against $8,545 the Friday before"."""
    lows, cue = sentence.lows, cues[0]
    opening = [at for at in range(cue.last + 1, one.at - 1) if lows[at] in _COMMAS]
    verb = lows[cue.first] in lexicon().finite or lows[cue.first] in words_of("changes.verb_alone")
    if not (len(cues) == 1 and verb and len(opening) == 1 and other.is_dated):
        return None
    order = earlier_of(one, other)
    standing = lows[opening[0] + 1] in words_of("changes.standing")
    return WordTied(word_at(cue, sentence.tokens), *order) if standing and order is not None else None


def _stood(sentence: SentenceReading, cues: list[Cue], one: Level, other: Level) -> WordTied | None:
    """ "… has slipped to 47%; at the time of the budget it stood at 39%"."""
    word = _outcome(sentence, cues, one.at)
    if word is None or not (_is_of_it(other) or _is_after(other)) or _may_be_ranks(one, other):
        return None
    return WordTied(word, other, one) if _is_earlier(other, one) else None


def _stood_next(
    sentence: SentenceReading, cues: list[Cue], level: Quantity, behind: SentenceReading
) -> WordTied | None:
    """ "… has slipped to 47%. A year ago it stood at 39%"."""
    (earlier,) = _numbers(behind)
    if not are_alike(level, earlier):
        return None
    (one,), (other,) = levels_like(sentence, level, frozenset()), levels_like(behind, earlier, frozenset())
    word = _outcome(sentence, cues, one.at)
    if word is None or not _is_of_it(other) or not _may_be_levels(one, other) or _may_be_ranks(one, other):
        return None
    return WordTied(word, other, one) if _is_earlier(other, one) else None


def _is_of_it(level: Level) -> bool:
    """Whether it is told of what the words before took up: "it stood at 39%", "the figure was 39%"."""
    before = level.sentence.lows[max(level.first, level.at - _BEING - 2) : level.at]
    being = words_of("changes.being") & set(before[-_BEING:])
    return (
        bool(being)
        and not _is_elsewhere(level)
        and not {"it", "they", "figure", "number", "total", "rate", "level"}.isdisjoint(before)
    )


def _is_elsewhere(level: Level) -> bool:
    """Whether another place or group is named: "in the county five years ago it was 7.4%"."""
    lows = level.words
    return any(
        low in _PLACES and words_of("changes.period").isdisjoint(lows[k + 1 : k + 3]) and not _dates(level, k + 1)
        for k, low in enumerate(lows)
    )


def _dates(level: Level, first: int) -> bool:
    near = (token.quantity for token in level.sentence.tokens[level.first + first : level.first + first + 2])
    return any(quantity is not None and quantity.kind in LABELS for quantity in near)


def _is_after(level: Level) -> bool:
    """ "to 2.9% in July after 3.4% in June"."""
    return level.sentence.lows[level.at - 1] == "after"


def _is_earlier(base: Level, level: Level) -> bool:
    order = earlier_of(base, level)
    return (order is not None and order[0] is base) or (_is_after(base) and base.when is not When.NOW)
