"""Shares that a sentence opens with, of what the sentence before told: "18 of its 72 shops … That is 25%".

Each tie is a function of `AGAIN`, from the sentence before and the sentence to a share with its part and its whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.facts.names import singular
from factcheck.quantities.model import Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.retold.taken_up import akin, stems
from factcheck.relations.shares.portions import OF_IT, OF_THE_TOTAL, OWNER, Portion, Scene, Text, Told, fits, is_owned
from factcheck.relations.shares.share_words import (
    ARTICLES,
    closes,
    is_area,
    is_other,
    joint_before,
    name_before,
    of_another,
)

__all__ = ["shares_again"]

HEAD = 5  # tokens of "in other words,"
RATE = 3  # tokens of "a save rate"
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "''", "``"})


def shares_again(before: Scene, scene: Scene) -> Iterator[Told]:
    """The share that a sentence opens with, or the part and whole behind a share: the first tie that holds one."""
    found = next((told for tie in AGAIN if (told := tie(before, scene)) is not None), None)
    if found is not None:
        yield found


def _portion_then_share(before: Scene, scene: Scene) -> Told | None:
    """ "Ninety of the port's 120 boats burn coal. That 65% share …", "… A save rate of 45 per cent makes him …"."""
    text = scene.text
    at = _opening_share(text) or _called_at_head(before.text, text)
    if at is None or at not in scene.shares or len(before.text.numbers) != 2 or len(before.portions) != 1:
        return None
    portion = before.portions[0]
    if not _is_of_the_same(text, at, portion):
        return None
    return _told(portion.part, text.number(at), portion.whole)


def _share_then_portion(before: Scene, scene: Scene) -> Told | None:
    """ "About 63% of tickets went to members. That is 819 of the 1,800 on sale."."""
    head = _head(scene.text)
    if head is None or len(before.text.numbers) != 1 or not before.shares or not scene.portions:
        return None
    portion, share = scene.portions[0], before.text.number(before.shares[0])
    unit = portion.whole.unit
    same = not unit or any(singular(word) == unit for word in before.text.lows)
    return _told(portion.part, share, portion.whole) if portion.first == head and same else None


def _amount_then_share(before: Scene, scene: Scene) -> Told | None:
    """ "The office closed 1,600 files. That was 80 per cent of the 2,000 cases opened"."""
    text, at = scene.text, _head(scene.text)
    if at is None or at not in scene.shares or len(before.text.numbers) != 1 or before.shares:
        return None
    whole = next((k for k in text.numbers if k > at), None)
    if whole is None or whole - at > OWNER + 2 or text.lows[at + 1] != "of" or not is_owned(text, at + 2, whole):
        return None
    part = before.text.number(before.text.numbers[0])
    return _told(part, text.number(at), text.number(whole)) if fits(part, text.number(whole)) else None


def _part_of_it(before: Scene, scene: Scene) -> Told | None:
    """ "Revenue was $4.8bn. The data centres made up $3.6bn of it, or 73.5%": the only such amount, or the first."""
    text = scene.text
    for at in scene.shares:
        joint = joint_before(text, at)
        part = max((k for k in text.numbers if k < at), default=None)
        if joint is None or part is None or is_other(text, at):
            continue
        between = text.lows[part + 1 : joint]
        if (between[:-1] if between[-1:] == (",",) else between) not in (*OF_IT, OF_THE_TOTAL):
            continue
        one = text.number(part)
        told = [before.text.number(k) for k in before.text.numbers]
        wholes = [whole for whole in told if fits(one, whole) and whole.value > one.value]
        if wholes and closes(text, at, wholes[0]):
            return Told(one, text.number(at), wholes[0], Licence.STRUCTURE, len(wholes) > 1)
    return None


Tie = Callable[[Scene, Scene], Told | None]
AGAIN: tuple[Tie, ...] = (_portion_then_share, _share_then_portion, _amount_then_share, _part_of_it)


def _told(part: Quantity, share: Quantity, whole: Quantity) -> Told:
    return Told(part, share, whole, Licence.STRUCTURE, False)


def _head(text: Text) -> int | None:
    """The first number of a sentence where nothing but "that is" or the like stands before it."""
    first, opening = text.numbers[0], _opening(text)
    start = first
    while start and text.lows[start - 1] in words_of("portions.adverbs"):
        start -= 1
    rate = start >= 3 and text.lows[start - 1] in words_of("portions.rate")
    if rate:  # "That is a share of 25%": "of" is among the words passed over
        start -= 1
        while start and (text.lows[start - 1] in ARTICLES):
            start -= 1
    said = " ".join(text.lows[opening:start]) in words_of("portions.again")
    return first if start - opening <= HEAD and said else None


def _opening(text: Text) -> int:
    """The first token behind the mark of a quotation."""
    return 1 if text.lows[0] in _QUOTES else 0


def _opening_share(text: Text) -> int | None:
    """The share that a sentence opens with: "That is 45%", "That 65% share", "At 45%, their share", "The rate was"."""
    head = _head(text)
    if head is not None:
        return head
    first, lows, taken, rate = text.numbers[0], text.lows, words_of("portions.taken_up"), words_of("portions.rate")
    if first == 1 and lows[0] in taken and lows[2:3] and lows[2] in rate:
        return first if lows[3:4] != ("of",) else None
    if first == 1 and lows[0] == "at" and lows[2:3] == (",",) and lows[3:4] and lows[3] in taken:
        return first if lows[4:5] and lows[4] in rate and lows[5:6] != ("of",) else None
    name = name_before(text, first)
    return first if name is not None and name <= 2 and (name == 0 or lows[0] in taken) else None


def _called_at_head(before: Text, text: Text) -> int | None:
    """The share that a sentence opens with by its name, told before: "… failed. A failure rate of 4%"."""
    lows, first = text.lows, text.numbers[0]
    if not 3 <= first <= RATE + 1 or lows[0] not in ARTICLES or lows[first - 1] != "of":
        return None
    behind = lows[first + 1 : first + 2]
    said = bool(behind) and behind[0] in words_of("portions.says")
    named = lows[1 : first - 2]
    told = all(any(akin(word, stem) for stem in stems(before.tokens)) for word in named)
    told = told or lows[first + 2 : first + 3] in (("him",), ("her",), ("them",), ("it",))  # "… makes him the best"
    other = not words_of("portions.other_rate").isdisjoint(named)
    return first if said and told and not other and lows[first - 2] in words_of("portions.rate") else None


def _is_of_the_same(text: Text, at: int, portion: Portion) -> bool:
    """Whether the share that a sentence opens with is one of the whole told before, and no change."""
    if is_other(text, at) or of_another(text, at, portion.whole, words_of("portions.them")):
        return False
    behind = text.lows[at + 1 : at + 2]
    named = bool(behind) and behind[0] in words_of("portions.rate")
    called = text.lows[at - 1] == "of" and text.lows[at - 2] in words_of("portions.rate")
    closed = not behind or named or called or behind[0] == "of" or behind[0] in words_of("portions.closing")
    return closed and not is_area(text, portion.whole, at, *([] if named or text.lows[0] == "at" else ["share"]))
