"""Shares told of a part and its whole in words that leave no other: "18 of the 72 shops, 25% of the total".

The share stands behind the part and whole or before them, is joined by a mark, "or", "that is" or what it is called ("a
turnout of"), or is that of which the next sentence says "That is …". Or the whole is told with the share and the part
behind them: "two thirds of the 180 flats, or 120".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.facts.model import Reading
from factcheck.facts.names import singular
from factcheck.quantities.model import Kind, Quantity, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.portions import OWNER, Portion, Text, fits, is_owned, numbers_of, portions_of
from factcheck.relations.units import is_amount, is_plain
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["Told", "told_shares"]

NAMED = 5  # words of what a share is of: "two thirds of the jury pool, 60 out of 80"
NOUN = 3  # words of the noun behind a part
BEHIND = 8  # words from a whole to the mark before its part
LABEL = 6  # words from "putting the rate" to "at 19%"
BASE = 4  # words behind "of" that say what a share is of
HEAD = 5  # tokens of "in other words,"
_MARKS = frozenset({",", ":", "-", "–", "—", "--"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_CHANGES = frozenset({"change", "move", "versus"})


@dataclass(frozen=True, slots=True)
class Told:
    """A share in percent or as a fraction, with its part and its whole; `doubtful` where nothing but a mark joins."""

    part: Quantity
    share: Quantity
    whole: Quantity
    licence: Licence
    doubtful: bool


@lru_cache(maxsize=1)
def told_shares(reading: Reading) -> tuple[Told, ...]:
    """Each share of a document that is told of a part and a whole, in one sentence or in two that follow.

    The last document's are kept: shares in percent and fractions are two rules.
    """
    return tuple(_told_shares(reading))


def _told_shares(reading: Reading) -> Iterator[Told]:
    before: Text | None = None
    for sentence in reading.sentences:
        text = _text(sentence)
        if text is None:
            before = None
            continue
        portions = tuple(portions_of(text, reading.leads.get(sentence.index))) if len(text.numbers) > 1 else ()
        shares = tuple(at for at in text.numbers if _is_share(reading, text.number(at)))
        for at in shares:
            found = _in_sentence(text, portions, at)
            if found is not None:
                yield found
        if before is not None and sentence.follows(before.sentence):
            yield from _over_sentences(reading, before, text, portions)
        before = text


def _text(sentence: SentenceReading) -> Text | None:
    numbers = numbers_of(sentence.tokens)
    return Text(sentence, sentence.tokens, sentence.lows, numbers) if numbers else None


def _is_share(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is a percentage or a fraction, and no change."""
    if quantity.kind not in (Kind.PERCENT, Kind.RATIO) or not is_plain(quantity) or quantity.signed:
        return False
    fact = reading.fact_of.get(quantity.start)
    return fact is None or fact.role.partition(".")[0] not in _CHANGES


def _in_sentence(text: Text, portions: tuple[Portion, ...], at: int) -> Told | None:
    """The part and whole that a share of their sentence is told of."""
    for portion in portions:
        joined = None
        if portion.last < at and not text.between(portion.last, at):
            joined = _joined(text, portion, at)
        elif at < portion.first and not text.between(at, portion.first):
            joined = _before(text, portion, at)
        if joined is not None:
            return Told(portion.part, text.number(at), portion.whole, Licence.CLAUSE, joined)
    return _shared_out(text, at) or _taken_from(text, at)


def _joined(text: Text, portion: Portion, at: int) -> bool | None:
    """Whether a share behind a part and its whole is theirs, and doubtful; None where it is not."""
    between = text.lows[portion.last + 1 : at]
    if not words_of("portions.turning").isdisjoint(between) or ";" in between:
        return None
    joint = _joint(text, at)
    if joint is None or text.lows[at - 1] in _ARTICLES:
        called = _is_called(text, portion.last, at) and not _is_other(text, at)
        return True if called and not _is_area(text, portion.whole, at) else None
    if text.lows[joint] in _MARKS:
        return True if _closes(text, at, portion.whole) else None
    if portion.headed or _is_other(text, at) or _of_another(text, at, portion.whole):
        return None
    return False


def _joint(text: Text, at: int) -> int | None:
    """The first word of what joins a number to what stands before it."""
    first = at
    while first and text.lows[first - 1] in words_of("portions.adverbs"):
        first -= 1
    for size in (3, 2, 1):
        if first >= size and " ".join(text.lows[first - size : first]) in words_of("portions.joint"):
            return first - size
    return None


def _is_other(text: Text, at: int) -> bool:
    """Whether a percentage is a comparison or a change: "25% more than"."""
    behind = text.lows[at + 1 : at + 3]
    return not words_of("portions.not_share").isdisjoint(behind)


def _closes(text: Text, at: int, whole: Quantity) -> bool:
    """Whether nothing more is said of a share, or only that it is one of the whole told before."""
    behind = text.lows[at + 1 : at + 2]
    if not behind or behind[0] in words_of("portions.closing"):
        return True
    return behind[0] == "of" and not _of_another(text, at, whole)


def _of_another(text: Text, at: int, whole: Quantity, same: frozenset[str] = frozenset()) -> bool:
    """Whether "of" and what is not the whole, or is only some of it, follow a share; `same` are other words for it."""
    if text.lows[at + 1 : at + 2] != ("of",):
        return False
    for place in range(at + 2, min(len(text.lows), at + 2 + BASE)):
        word = text.lows[place]
        named = word in words_of("portions.total") or word in words_of("portions.body") or word in same
        if named or (whole.unit and singular(word) == whole.unit):
            behind = text.lows[place + 1 : place + 2]
            return bool(behind) and behind[0] not in words_of("portions.closing") | lexicon().verbs
        if word not in words_of("portions.determiners"):
            return True
    return True


def _is_called(text: Text, first: int, at: int) -> bool:
    """Whether a share behind token `first` is brought in by its name: ", a turnout of", "putting the rate at"."""
    if text.lows[at - 1] in _ARTICLES:
        return _is_called_behind(text, first, at)
    start = at
    while start - 1 > first and text.lows[start - 1] in words_of("portions.adverbs") - {"of"}:
        start -= 1
    if text.lows[start - 1] not in ("of", "at"):
        return False
    reach = 2 if text.lows[start - 1] == "of" else LABEL
    names = [k for k in range(max(first + 1, start - reach), start - 1) if text.lows[k] in words_of("portions.rate")]
    if not names or "," in text.lows[names[-1] : start]:
        return False
    name = names[-1]
    article = next((k for k in range(name - 1, max(first, name - 5), -1) if text.lows[k] in _ARTICLES), None)
    if article is None or not words_of("portions.other_rate").isdisjoint(text.lows[article:name]):
        return False
    return article - 1 > first and text.lows[article - 1] in words_of("portions.giving")


def _is_called_behind(text: Text, first: int, at: int) -> bool:
    """Whether what a share is called stands behind it: ", a 60% share", "for a 60% success rate"."""
    behind = text.lows[at + 1 : at + 4]
    name = next((k for k, word in enumerate(behind) if word in words_of("portions.rate")), None)
    if name is None or not words_of("portions.other_rate").isdisjoint(behind[:name]):
        return False
    closed = text.lows[at + 2 + name : at + 3 + name]
    ends = not closed or closed[0] in words_of("portions.closing")
    return ends and at - 2 > first and text.lows[at - 2] in words_of("portions.giving")


def _before(text: Text, portion: Portion, at: int) -> bool | None:
    """Whether a share before a part and its whole is theirs, and doubtful; None where it is not."""
    between = text.lows[at + 1 : portion.first]
    if not words_of("portions.turning").isdisjoint(between) or text.lows[portion.first] == "of":
        return None
    joint = _joint(text, portion.first)
    if joint is not None and _is_named(text, at, joint):
        if text.lows[joint] not in _MARKS:
            return False
        return True if _ends_soon(text, portion.last) else None
    whole = portion.whole
    plain = text.lows[portion.last + 1 : portion.last + 2]
    counted = plain and (plain[0] in words_of("portions.entitled") or singular(plain[0]) == whole.unit)
    return True if counted and _called_before(text, at, between) and not _is_area(text, whole, at, "share") else None


def _is_area(text: Text, whole: Quantity, at: int, *names: str) -> bool:
    """Whether a turnout, or what else is named, is told beside counts of seats or places: it is one of votes."""
    called = not {"turnout", *names}.isdisjoint(text.lows[max(0, at - 4) : at + 4])
    return called and whole.unit in words_of("portions.areas")


def _is_named(text: Text, at: int, joint: int) -> bool:
    """Whether nothing but what it is of stands between a share and what joins the part to it."""
    between = text.lows[at + 1 : joint - 1 if text.lows[joint - 1] == "," else joint]
    if not between:
        return True
    words = all(token.kind is TokenKind.WORD for token in text.tokens[at + 1 : at + 1 + len(between)])
    return words and between[0] == "of" and len(between) <= NAMED + 1 and lexicon().verbs.isdisjoint(between)


def _ends_soon(text: Text, last: int) -> bool:
    """Whether a mark follows the noun of a whole, and no place, group or time of its own is told."""
    behind = text.lows[last + 1 : last + 2 + NAMED]
    end = next((k for k, word in enumerate(behind) if word in words_of("portions.closing")), None)
    return not behind or (end is not None and lexicon().places.isdisjoint(behind[:end]))


def _called_before(text: Text, at: int, between: tuple[str, ...]) -> bool:
    """Whether a share is named, and the part and whole brought in: "Turnout was 61.2%, with 30,600 of the 50,000"."""
    if len(between) > 3 or words_of("portions.with").isdisjoint(between) or "," not in between:
        return False
    return _name_before(text, at) is not None


def _name_before(text: Text, at: int) -> int | None:
    """Where what a share is called stands before it: "Turnout was 61.2%"."""
    for size in (3, 2, 1):
        place = at - size - 1
        if place >= 0 and " ".join(text.lows[at - size : at]) in words_of("portions.copula"):
            near = range(place, max(-1, place - 3), -1)
            name = next((k for k in near if text.lows[k] in words_of("portions.rate")), None)
            before = text.lows[max(0, name - 3) : name] if name is not None else ()
            return name if words_of("portions.other_rate").isdisjoint(before) else None
    return None


def _shared_out(text: Text, at: int) -> Told | None:
    """The whole behind "two thirds of the" and the part behind that: "of the 180 flats, or 120"."""
    place = text.numbers.index(at)
    if text.lows[at + 1 : at + 2] != ("of",) or place + 2 >= len(text.numbers):
        return None
    whole, part = text.numbers[place + 1 : place + 3]
    if whole - at > OWNER + 2 or not is_owned(text, at + 2, whole) or not fits(text.number(part), text.number(whole)):
        return None
    joint = _joint(text, part)
    if joint is None or joint - whole > BEHIND:
        return None
    between = text.lows[whole + 1 : joint]
    if not words_of("portions.turning").isdisjoint(between) or not lexicon().verbs.isdisjoint(between):
        return None
    if not _is_all(text, part):
        return None
    return Told(text.number(part), text.number(at), text.number(whole), Licence.CLAUSE, text.lows[joint] in _MARKS)


def _is_all(text: Text, part: int) -> bool:
    """Whether nothing is said of a part but its noun: "33 vehicles,", "2,000 in all,"."""
    for at in range(part + 1, min(len(text.lows), part + 2 + NOUN)):
        if text.lows[at] in words_of("portions.closing") or " ".join(text.lows[at : at + 2]) in words_of(
            "portions.in_all"
        ):
            return True
        if text.tokens[at].kind is not TokenKind.WORD or text.lows[at] in lexicon().function:
            return False
    return part + 1 >= len(text.lows)


def _taken_from(text: Text, at: int) -> Told | None:
    """A share between its part and its whole: "$18bn, or 12%, of the $150bn"."""
    place = text.numbers.index(at)
    if not place or place + 1 >= len(text.numbers):
        return None
    part, whole = text.numbers[place - 1], text.numbers[place + 1]
    behind = [k for k in range(at + 1, min(at + 3, whole)) if text.lows[k] == "of"]
    if not behind or whole - behind[0] > OWNER or not is_owned(text, behind[0] + 1, whole):
        return None
    joint = _joint(text, at)
    between = text.lows[part + 1 : joint] if joint is not None else ("",)
    marked = text.lows[behind[0] - 1] in words_of("portions.closing") or (joint and text.lows[joint] == "or")
    if joint is None or not marked or len(between) > NOUN or not set(between).isdisjoint({"and", "of"}):
        return None
    if not is_amount(text.number(whole)) or not fits(text.number(part), text.number(whole)):
        return None
    return Told(text.number(part), text.number(at), text.number(whole), Licence.CLAUSE, text.lows[joint] in _MARKS)


def _over_sentences(reading: Reading, before: Text, text: Text, portions: tuple[Portion, ...]) -> Iterator[Told]:
    """A share that a sentence opens with behind the one part and whole of the sentence before, or the reverse."""
    head = _again(text)
    at = _opening_share(text, head) if len(before.numbers) == 2 else None
    if at is not None and _is_share(reading, text.number(at)):
        told = tuple(portions_of(before, reading.leads.get(before.sentence.index)))
        if len(told) == 1 and _said_again(text, at, told[0]):
            yield Told(told[0].part, text.number(at), told[0].whole, Licence.STRUCTURE, False)
    if len(before.numbers) == 1 and head is not None and portions and portions[0].first == head:
        share = before.number(before.numbers[0])
        unit = portions[0].whole.unit
        same = not unit or any(singular(word) == unit for word in before.lows)
        if _is_share(reading, share) and same:
            yield Told(portions[0].part, share, portions[0].whole, Licence.STRUCTURE, False)


def _again(text: Text) -> int | None:
    """The first number of a sentence where nothing but "that is" or the like stands before it."""
    first = text.numbers[0]
    start = first
    while start and text.lows[start - 1] in words_of("portions.adverbs"):
        start -= 1
    rate = start >= 3 and text.lows[start - 1] in words_of("portions.rate")
    if rate:  # "That is a share of 25%": "of" is among the words passed over
        start -= 1
        while start and (text.lows[start - 1] in _ARTICLES):
            start -= 1
    return first if start <= HEAD and " ".join(text.lows[:start]) in words_of("portions.again") else None


def _opening_share(text: Text, head: int | None) -> int | None:
    """The share that a sentence opens with: "That is 45%", "That 65% share", "At 45%, their share", "The rate was"."""
    if head is not None:
        return head
    first, lows, taken, rate = text.numbers[0], text.lows, words_of("portions.taken_up"), words_of("portions.rate")
    if first == 1 and lows[0] in taken and lows[2:3] and lows[2] in rate:
        return first if lows[3:4] != ("of",) else None
    if first == 1 and lows[0] == "at" and lows[2:3] == (",",) and lows[3:4] and lows[3] in taken:
        return first if lows[4:5] and lows[4] in rate and lows[5:6] != ("of",) else None
    name = _name_before(text, first)
    return first if name is not None and name <= 2 and (name == 0 or lows[0] in taken) else None


def _said_again(text: Text, at: int, portion: Portion) -> bool:
    """Whether the share that a sentence opens with is one of the whole told before, and no change."""
    if _is_other(text, at) or _of_another(text, at, portion.whole, words_of("portions.them")):
        return False
    behind = text.lows[at + 1 : at + 2]
    named = bool(behind) and behind[0] in words_of("portions.rate")
    closed = not behind or named or behind[0] == "of" or behind[0] in words_of("portions.closing")
    return closed and not _is_area(text, portion.whole, at, *([] if named or text.lows[0] == "at" else ["share"]))
