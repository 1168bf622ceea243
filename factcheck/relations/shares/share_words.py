"""What words say of a share beside a part and its whole: what joins it, what it is called, what it is of."""

from __future__ import annotations

from factcheck.facts.names import singular
from factcheck.quantities.model import Quantity, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.shares.portions import Text
from factcheck.statements.lexicon import lexicon

__all__ = [
    "ARTICLES",
    "MARKS",
    "called_before",
    "closes",
    "ends_soon",
    "is_all",
    "is_area",
    "is_called",
    "is_named",
    "is_other",
    "joint_before",
    "name_before",
    "of_another",
]

NAMED = 5  # words of what a share is of: "two thirds of the jury pool, 60 out of 80"
NOUN = 3  # words of the noun behind a part
LABEL = 6  # words from "putting the rate" to "at 19%"
BASE = 4  # words behind "of" that say what a share is of
MARKS = frozenset({",", ":", "-", "–", "—", "--"})
ARTICLES = frozenset({"a", "an", "the", "its", "their"})


def joint_before(text: Text, at: int) -> int | None:
    """The first word of what joins a number to what stands before it."""
    first = at
    while first and text.lows[first - 1] in words_of("portions.adverbs"):
        first -= 1
    for size in (3, 2, 1):
        if first >= size and " ".join(text.lows[first - size : first]) in words_of("portions.joint"):
            return first - size
    return None


def is_other(text: Text, at: int) -> bool:
    """Whether a percentage is a comparison or a change: "25% more than"."""
    behind = text.lows[at + 1 : at + 3]
    return not words_of("portions.not_share").isdisjoint(behind)


def closes(text: Text, at: int, whole: Quantity) -> bool:
    """Whether nothing more is said of a share, or only that it is one of the whole told before."""
    behind = text.lows[at + 1 : at + 2]
    if not behind or behind[0] in words_of("portions.closing"):
        return True
    return behind[0] == "of" and not of_another(text, at, whole)


def of_another(text: Text, at: int, whole: Quantity, same: frozenset[str] = frozenset()) -> bool:
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


def is_called(text: Text, first: int, at: int) -> bool:
    """Whether a share behind token `first` is brought in by its name: ", a turnout of", "putting the rate at"."""
    if text.lows[at - 1] in ARTICLES:
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
    article = next((k for k in range(name - 1, max(first, name - 5), -1) if text.lows[k] in ARTICLES), None)
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


def is_area(text: Text, whole: Quantity, at: int, *names: str) -> bool:
    """Whether a turnout, or what else is named, is told beside counts of seats or places: it is one of votes."""
    called = not {"turnout", *names}.isdisjoint(text.lows[max(0, at - 4) : at + 4])
    return called and whole.unit in words_of("portions.areas")


def is_named(text: Text, at: int, joint: int) -> bool:
    """Whether nothing but what it is of stands between a share and what joins the part to it."""
    between = text.lows[at + 1 : joint - 1 if text.lows[joint - 1] == "," else joint]
    if not between:
        return True
    words = all(token.kind is TokenKind.WORD for token in text.tokens[at + 1 : at + 1 + len(between)])
    return words and between[0] == "of" and len(between) <= NAMED + 1 and lexicon().verbs.isdisjoint(between)


def ends_soon(text: Text, last: int) -> bool:
    """Whether a mark follows the noun of a whole, and no place, group or time of its own is told."""
    behind = text.lows[last + 1 : last + 2 + NAMED]
    end = next((k for k, word in enumerate(behind) if word in words_of("portions.closing")), None)
    return not behind or (end is not None and lexicon().places.isdisjoint(behind[:end]))


def called_before(text: Text, at: int, between: tuple[str, ...]) -> bool:
    """Whether a share is named, and the part and whole brought in: "Turnout was 61.2%, with 30,600 of the 50,000"."""
    if len(between) > 3 or words_of("portions.with").isdisjoint(between) or "," not in between:
        return False
    return name_before(text, at) is not None


def name_before(text: Text, at: int) -> int | None:
    """Where what a share is called stands before it: "Turnout was 61.2%"."""
    for size in (3, 2, 1):
        place = at - size - 1
        if place >= 0 and " ".join(text.lows[at - size : at]) in words_of("portions.copula"):
            near = range(place, max(-1, place - 3), -1)
            name = next((k for k in near if text.lows[k] in words_of("portions.rate")), None)
            before = text.lows[max(0, name - 3) : name] if name is not None else ()
            return name if words_of("portions.other_rate").isdisjoint(before) else None
    return None


def is_all(text: Text, part: int) -> bool:
    """Whether nothing is said of a part but its noun: "33 vehicles,", "2,000 in all,"."""
    for at in range(part + 1, min(len(text.lows), part + 2 + NOUN)):
        if text.lows[at] in words_of("portions.closing") or " ".join(text.lows[at : at + 2]) in words_of(
            "portions.in_all"
        ):
            return True
        if text.tokens[at].kind is not TokenKind.WORD or text.lows[at] in lexicon().function:
            return False
    return part + 1 >= len(text.lows)
