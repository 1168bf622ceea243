"""Shares told by name, sentences behind part and whole: "31 of the 84 judges are women. … The share, 37 percent,"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.quantities.model import LABELS, Kind
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.retold.taken_up import akin, stems
from factcheck.relations.shares.portions import Portion, Scene, Text, Told, fits
from factcheck.relations.shares.share_base import words_between
from factcheck.relations.shares.share_context import Context, goes_elsewhere
from factcheck.relations.shares.share_words import is_area, of_another
from factcheck.relations.units import is_settled

__all__ = ["share_named"]

NAME = 5  # tokens from "the" to the share's name, and from "the share of" to what follows
_BREAKS = frozenset({",", ";", ":", "-", "–", "—", "--", "(", '"', "“", "”", "but", "and", "while"})
_POINTING = frozenset({"that", "this", "the", "their", "its", "such", "a", "an"})


def share_named(context: Context) -> Told | None:
    """The one share of a sentence that is called so, of the one part and whole in reach."""
    scene = context.scene
    named = [
        (at, first)
        for at in _shares(scene)
        if (first := _named_from(scene.text, at)) is not None and _is_here(context, first, at)
    ]
    if len(named) != 1:
        return None
    at, first = named[0]
    pairs = list(_pairs(context.earlier))
    if len(pairs) != 1 or not words_of("portions.not_share").isdisjoint(scene.text.lows[at + 1 : at + 2]):
        return None
    before, portion, told = pairs[0]
    if before.shares:  # the share of that part is told: this one is of another time or another part
        return None
    if of_another(scene.text, at, portion.whole, words_of("portions.them")) or not _is_ended(scene.text, at):
        return None
    if not _tells_of_the_same(before, scene.text, first, at, told=told):
        return None
    if is_area(scene.text, portion.whole, at, "share"):
        return None
    return Told(portion.part, scene.text.number(at), portion.whole, Licence.STRUCTURE, False)


def _shares(scene: Scene) -> tuple[int, ...]:
    """The shares of a sentence, and those that a verb of change tells of: "The share, 52 per cent, falls short of"."""
    text = scene.text
    changes = (at for at in text.numbers if at not in scene.shares)
    named = (at for at in changes if text.number(at).kind in (Kind.PERCENT, Kind.RATIO) and is_settled(text.number(at)))
    return (*scene.shares, *named)


def _is_here(context: Context, first: int, at: int) -> bool:
    """Whether a clause opens with a share called from `first`, and tells of no other place or time."""
    text = context.scene.text
    lows, marks = text.lows, words_of("portions.closing")
    since = next((k + 1 for k in range(first - 1, -1, -1) if lows[k] in marks), 0)
    pointing = lows[first] in ("that", "this") and first + 1 < at and lows[first + 1] in words_of("portions.named")
    if not pointing and not words_of("portions.opening").issuperset(lows[since:first]):
        return False
    end = next((k for k in range(at + 1, len(lows)) if lows[k] in marks), len(lows))
    timed = any(q.kind in LABELS for token in text.tokens[at + 1 : end] if (q := token.quantity) is not None)
    timed = timed or not words_of("portions.generally").isdisjoint(lows[at + 1 : end])
    return not timed and not goes_elsewhere(context, at, max(since, 1))


def _pairs(earlier: tuple[Scene, ...]) -> Iterator[tuple[Scene, Portion, bool]]:
    """The parts with their wholes of the sentences in reach, and the two counts of a sentence without any other.

    The last says whether words tell that the one is part of the other.
    """
    for before, scene in zip((None, *earlier), earlier, strict=False):
        taken = _of_those_before(before, scene) if before is not None else None
        if taken is not None:
            yield scene, taken, True
        elif scene.portions:
            yield from ((scene, portion, True) for portion in scene.portions)
        elif len(scene.text.numbers) == 2 and not scene.shares:
            first, last = scene.text.numbers
            whole, part = scene.text.number(first), scene.text.number(last)
            if fits(part, whole) and part.value < whole.value:
                yield (
                    scene,
                    Portion(part, whole, first, last),
                    not words_of("portions.answered").isdisjoint(scene.text.lows),
                )


def _of_those_before(before: Scene, scene: Scene) -> Portion | None:
    """ "… 5,200 entries. Girls sent in 3,224 of them": a part and the one count of the sentence before."""
    lows, numbers = scene.text.lows, scene.text.numbers
    if len(numbers) != 1 or len(before.text.numbers) != 1:
        return None
    at, whole = numbers[0], before.text.number(before.text.numbers[0])
    part = scene.text.number(at)
    them = lows[at + 1 : at + 2] == ("of",) and lows[at + 2 : at + 3] in (("them",), ("these",), ("those",))
    return Portion(part, whole, at, at) if them and fits(part, whole) and part.value < whole.value else None


def _named_from(text: Text, at: int) -> int | None:
    """The token from which a share is called so: "The share, 25 percent", "Participation of 58", "it is now 40"."""
    start = at
    while start > 1 and text.lows[start - 1] in words_of("portions.adverbs") - {"of", "a", "an"}:
        start -= 1
    for size in (4, 3, 2, 1):
        place = start - size
        if place > 0 and " ".join(text.lows[place:start]) in words_of("portions.stands"):
            return _subject_from(text, place)
    if text.lows[at + 1 : at + 2] and text.lows[at + 1] in words_of("portions.rate"):
        return start - 1 if start and text.lows[start - 1] in ("that", "this", "the", "their", "its", "such") else None
    return None


def _subject_from(text: Text, end: int) -> int | None:
    """The first token of "the share of women", "participation" or "now it" before token `end`."""
    lows = text.lows
    if lows[end - 1] in ("it", "this", "that"):
        near = [lows[k] for k in (end - 2, end + 1, end + 2) if 0 <= k < len(lows)]
        return end - 1 if not words_of("portions.now").isdisjoint(near) else None
    name = next((k for k in range(end - 1, max(-1, end - 1 - NAME), -1) if lows[k] in words_of("portions.named")), None)
    if name is None or not words_between(text, name + 1, end) or (name + 1 < end and lows[name + 1] != "of"):
        return None
    first = name
    while (
        first
        and name - first < 3
        and lows[first - 1] not in _BREAKS | _POINTING
        and words_between(text, first - 1, first)
    ):
        first -= 1
    first = first - 1 if first and lows[first - 1] in _POINTING else first
    plain = lows[first] in _POINTING or first == 0
    return first if plain and words_of("portions.other_rate").isdisjoint(lows[first:name]) else None


def _is_ended(text: Text, at: int) -> bool:
    """Whether no words that narrow it stand behind a share: "52 per cent among the wooden ones"."""
    behind = text.lows[at + 1 : at + 2]
    return not behind or behind[0] not in words_of("portions.causes") - words_of("portions.then")


def _tells_of_the_same(before: Scene, text: Text, first: int, at: int, *, told: bool) -> bool:
    """Whether what a share is called was told with the part: just "the share", or "the pass rate" of who passed.

    Where no words tell of a part (`told`), what the share is called must.
    """
    known = words_of("portions.stands_words") | words_of("portions.plain_name")
    words = [token for token in text.tokens[first:at] if token.quantity is None and token.low not in known]
    named = stems(words)
    seen = stems(before.text.tokens)
    return (told or bool(named)) and all(_is_said(word, seen) for word in named)


def _is_said(word: str, seen: frozenset[str]) -> bool:
    """Whether a sentence tells of what a word names: "passed" of "pass", "cast" and "ballot" of "turnout"."""
    family = _outcomes().get(word, frozenset())
    return any(akin(word, other) for other in seen) or not family.isdisjoint(seen)


@cache
def _outcomes() -> dict[str, frozenset[str]]:
    """The words that tell of one outcome, by each of them."""
    found: dict[str, frozenset[str]] = {}
    for line in words_of("portions.outcomes"):
        for word in line.split():
            found[word] = found.get(word, frozenset()) | frozenset(line.split())
    return found
