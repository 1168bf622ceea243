"""Figures that are taken up by a definite description: "All 131 people on board", "the $1.8 billion valuation"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.facts.names import KEPT, singular
from factcheck.quantities.model import Kind, Quantity, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["Mention", "Tie", "akin", "beside", "descriptions", "is_rate", "mention", "near", "stems"]

_REACH = 3  # words from a number to its head noun
_NEAR = 5  # tokens from a figure to the words that tell what it is of
_BEHIND = 8  # tokens behind the noun that may narrow it
_TITLE, _LONGEST_TITLE = 2, 4  # tokens before the "of" of "the fine of £4,300"
_STEM, _ENDING = 4, 2  # letters that words of one stem share at least, and that the shorter may have beyond them
_RELATIVES = frozenset("who that which whose whom where he she it they we you i".split())
_PREPOSITIONS = _RELATIVES | frozenset(
    "in on at of from for to under over with without aboard among between within across behind near by inside outside "
    "against during since before after around along below above through until when still currently now not already yet "
    "also aged out up off down away back".split()
)
_OPENING = ('"', "“", "‘", "'")
_AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might shall should must do does did be been being".split()
)
_ADVERBIAL = frozenset({Kind.DURATION, Kind.PERCENT, Kind.TIME})


class Tie(IntEnum):
    """How a description points back: by the owner, by "the", by "all", by "those"; "at 11 tonnes", "a bill of $2m"."""

    OWNED = 0
    DEFINITE = 1
    WHOLE = 2
    POINTING = 3
    LEVEL = 4
    SORT = 5


class Mention(NamedTuple):
    """A number in its noun phrase.

    `noun` is its head in the singular, "" where there is none; `before` are the stems between number and head,
    `behind` those that narrow it behind the head. `title` is the noun that it is the number of: "the fine of £4,300".
    """

    sentence: SentenceReading
    at: int
    quantity: Quantity
    noun: str
    before: frozenset[str]
    behind: frozenset[str]
    tie: Tie | None = None
    last: int = 0  # the token of its head, that of the number where it has none
    title: str = ""

    @property
    def modifiers(self) -> frozenset[str]:
        return self.before | self.behind

    @property
    def compound(self) -> bool:
        """Whether it describes another noun: "the 327-page report"."""
        tokens = self.sentence.tokens
        glued = self.at + 1 < len(tokens) and tokens[self.at + 1].text == "-"
        return glued or "-" in tokens[self.at].text.strip("-")


def descriptions(sentence: SentenceReading) -> Iterator[Mention]:
    """Each number behind "the", "all", "those", "the fine of" or the like, but where it is set against another."""
    for at, token in enumerate(sentence.tokens):
        if token.quantity is not None and at:
            tie = _tie(sentence.tokens, at)
            if tie is not None:
                yield mention(sentence, at, token.quantity, tie)
            elif _is_level(sentence, at):
                yield mention(sentence, at, token.quantity, Tie.LEVEL)
            else:
                yield from _titled(sentence, at, token.quantity)
                yield from _sorted(sentence, at, token.quantity)


def _is_level(sentence: SentenceReading, at: int) -> bool:
    """Whether the number stands behind an "at" that opens a sentence or an aside: "At 11 tonnes", "Even at 230,000km".

    "For $1.7m the country could" opens one as well, and "That is $1.7m" tells a sum again.
    """
    before = tuple(sentence.lows[max(0, at - 2) : at])
    quantity = sentence.tokens[at].quantity
    if quantity is not None and quantity.kind is Kind.MONEY and at == len(before):
        told = before[0] in ("that", "this") and before[-1] in words_of("conversions.is")
        if before == ("for",) or told:
            return True
    return before[-1] == "at" and (len(before) == 1 or before[0] in words_of("taken_up.asides"))


def _sorted(sentence: SentenceReading, at: int, quantity: Quantity) -> Iterator[Mention]:
    """The number behind "a bill of", "a vessel of": what was measured before, by a noun for any such thing."""
    low = sentence.lows
    if at < _TITLE + 1 or low[at - 1] != "of" or low[at - 2] not in words_of("taken_up.sorts"):
        return
    if not {"a", "an"}.isdisjoint(low[max(0, at - _LONGEST_TITLE) : at - 2]):
        yield mention(sentence, at, quantity, Tie.SORT)._replace(noun=singular(low[at - 2]))


def _titled(sentence: SentenceReading, at: int, quantity: Quantity) -> Iterator[Mention]:
    """The number behind "the fine of", "its record attendance of", what stands before the noun told with it."""
    tokens = sentence.tokens
    to = at - 1
    while to > 1 and tokens[to].low in words_of("taken_up.nearly"):
        to -= 1
    if to < _TITLE or tokens[to].low != "of" or tokens[to - 1].kind is not TokenKind.WORD:
        return
    first = to - 2
    while first >= max(0, to - _LONGEST_TITLE) and tokens[first].low not in _owning():
        if tokens[first].kind is not TokenKind.WORD or tokens[first].low in lexicon().function:
            return
        first -= 1
    if first < max(0, to - _LONGEST_TITLE):
        return
    if first and tokens[first - 1].low in words_of("taken_up.against"):
        return
    tie = Tie.OWNED if tokens[first].low in words_of("taken_up.owned") else Tie.DEFINITE
    told = mention(sentence, at, quantity, tie)
    named = stems(tokens[to - 1 : to])
    if named:
        yield told._replace(title=next(iter(named)), before=told.before | stems(tokens[first + 1 : to - 1]))


@cache
def _owning() -> frozenset[str]:
    return words_of("taken_up.definite") | words_of("taken_up.owned") | words_of("taken_up.pointing")


def _tie(tokens: Sequence[Token], at: int) -> Tie | None:
    low = [token.low for token in tokens[max(0, at - 4) : at]]
    word, first = low[-1], len(low) - 1
    if word in words_of("taken_up.whole") and first and low[first - 1] in words_of("taken_up.definite"):
        first, tie = first - 1, Tie.WHOLE  # "the whole $3m"
    elif word in words_of("taken_up.pointing"):
        if word == "that" and first and low[first - 1] not in _PREPOSITIONS and low[first - 1] not in _OPENING:
            return None  # "said that $750m …"
        tie = Tie.POINTING
    elif word == "all":
        tie = Tie.WHOLE
    elif word in words_of("taken_up.definite"):
        tie = Tie.DEFINITE
        if first and low[first - 1] == "of":
            first -= 1
        if first and low[first - 1] in words_of("taken_up.whole"):
            first, tie = first - 1, Tie.WHOLE  # "each of the 64", "all the 64"
    elif word in words_of("taken_up.owned"):
        tie = Tie.OWNED
    else:
        return None
    return None if first and low[first - 1] in words_of("taken_up.against") else tie


def mention(sentence: SentenceReading, at: int, quantity: Quantity, tie: Tie | None = None) -> Mention:
    """The noun phrase of the number at token `at`."""
    tokens = sentence.tokens
    head, noun = _head(tokens, at, quantity)
    if head <= at:
        return Mention(sentence, at, quantity, noun, frozenset(), _narrowed(tokens, at + 1), tie, at)
    if tokens[at + 1].text == "-":  # "the 327-page report", "the 4.7-kilometre tunnel"
        last = _words_behind(tokens, at)[-1][0]
        described = stems(tokens[head + 1 : last + 1]) if quantity.kind is Kind.COUNT else frozenset[str]()
        return Mention(sentence, at, quantity, noun, described, _narrowed(tokens, last + 1), tie, last)
    before = stems(tokens[at + 1 : head])
    return Mention(sentence, at, quantity, noun, before, _narrowed(tokens, head + 1), tie, head)


def _head(tokens: Sequence[Token], at: int, quantity: Quantity) -> tuple[int, str]:
    """Where the head noun stands and what it is, in the singular; `at` and "" where there is none."""
    words = _words_behind(tokens, at)
    for place, word in words:
        if quantity.unit and quantity.kind is Kind.COUNT and _counted(word) == quantity.unit:
            return place, quantity.unit
    hyphened = bool(words) and tokens[at + 1].text == "-"
    if hyphened and quantity.kind is Kind.COUNT:
        return words[0][0], _counted(words[0][1])
    closed = lexicon()
    open_words = [(place, word) for place, word in words if word.lower() not in closed.function | closed.verbs]
    if not open_words:
        return at, quantity.unit if quantity.kind is Kind.COUNT else ""
    if quantity.kind is Kind.COUNT:
        plural = next(((place, word) for place, word in open_words if _counted(word) != word.lower()), None)
        return (plural[0], _counted(plural[1])) if plural else (at, "")
    return open_words[-1][0], singular(open_words[-1][1])


def _counted(word: str) -> str:
    from factcheck.quantities.nouns import singular as counted

    return counted(word.lower())


def _words_behind(tokens: Sequence[Token], at: int) -> list[tuple[int, str]]:
    """The words right behind a number up to a mark, a number, or a closed-class word, a hyphen passed over."""
    found: list[tuple[int, str]] = []
    closed = lexicon()
    for place in range(at + 1, min(len(tokens), at + 2 + _REACH)):
        token = tokens[place]
        if token.text == "-" and not found:
            continue
        low = token.low
        if token.kind is not TokenKind.WORD or low in closed.function or low in _AUXILIARIES:
            break
        found.append((place, token.text))
    while found and _is_verb(tokens, found[-1][0]):
        found.pop()
    return found[:_REACH]


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word behind a figure is no noun: "the £640,000 belonged to"."""
    return tokens[at].low.endswith("ed") and (_is_participle(tokens, at) or _is_finite(tokens, at))


def _narrowed(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """The stems of what narrows a noun right behind it: "on board", "who were hurt", "rescued on Sunday"."""
    if first >= len(tokens) or tokens[first].kind is not TokenKind.WORD:
        return frozenset()
    low = tokens[first].low
    if low in _AUXILIARIES or not (low in _PREPOSITIONS or _is_participle(tokens, first)):
        return frozenset()
    behind = tokens[first + 1].quantity if first + 1 < len(tokens) else None
    if behind is not None and behind.kind in _ADVERBIAL:
        return frozenset()  # "in about five minutes", "by 20%"
    if low == "of" and tokens[first + 1 : first + 2] and tokens[first + 1].low in words_of("taken_up.them"):
        return frozenset()  # "all 64 miles of it"
    last, relative = first + 1, low in _RELATIVES
    while last < min(len(tokens), first + _BEHIND):
        token = tokens[last]
        finite = token.low in _AUXILIARIES or (last > first + 1 and _is_finite(tokens, last))
        if token.kind is TokenKind.PUNCT or (finite and not relative):
            break
        relative = relative or token.low in _RELATIVES
        last += 1
    figures = (token.text for token in tokens[first:last] if token.quantity is not None)
    return stems(tokens[first:last]).union(figures) or frozenset({low})


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word behind a noun narrows it: "arrested in Leeds", "facing the sea", not "held a vigil"."""
    low = tokens[at].low
    if low.endswith("ing") or low in words_of("taken_up.participles"):
        return True
    if (
        low.endswith("s")
        or low in words_of("taken_up.finite")
        or not (low.endswith(("ed", "en")) or low in lexicon().verbs)
    ):
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is None or behind.kind is not TokenKind.WORD or behind.low in _PREPOSITIONS - _RELATIVES


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word behind a noun is its verb: "survived the landing"."""
    low = tokens[at].low
    formed = low.endswith("ed") or low in lexicon().verbs or low in words_of("taken_up.finite")
    return formed and not _is_participle(tokens, at)


def near(sentence: SentenceReading, at: int) -> frozenset[str]:
    """The stems of the words round the number at token `at`, up to a mark or a word that opens a clause."""
    tokens = sentence.tokens
    first, last = at, at + 1
    while first > max(0, at - _NEAR) and not _parts_clauses(tokens[first - 1]):
        first -= 1
    while last < min(len(tokens), at + 1 + _NEAR) and not _parts_clauses(tokens[last]):
        last += 1
    return stems(tokens[first:last])


def beside(sentence: SentenceReading, at: int) -> frozenset[str]:
    """The same with the words of direction right beside the number: "up 4%", "4% higher"."""
    ways = {token.low for token in sentence.tokens[max(0, at - 2) : at + 3]}
    return near(sentence, at) | (words_of("taken_up.ways") & ways)


def _parts_clauses(token: Token) -> bool:
    mark = token.kind is TokenKind.PUNCT and token.text != "-"
    return mark or token.low in lexicon().clause


def is_rate(one: Mention) -> bool:
    """Whether a figure is told for each of many."""
    tokens = one.sentence.tokens
    behind = {token.low for token in tokens[one.last + 1 : one.last + 2]}
    behind |= {token.low for token in tokens[one.last + 2 : one.last + 5]} - {"a", "an"}
    before = {token.low for token in tokens[max(0, one.at - 3) : one.at]}
    return bool(behind & words_of("taken_up.each") or before & words_of("taken_up.averages"))


@lru_cache(maxsize=KEPT)
def _stem(word: str) -> str:
    return singular(word)


def stems(tokens: Iterable[Token]) -> frozenset[str]:
    """The open-class words among the tokens in the singular, verbs among them; figures are left out."""
    closed = lexicon().function | _AUXILIARIES
    return frozenset(_stem(token.text) for token in tokens if token.kind is TokenKind.WORD and token.low not in closed)


@lru_cache(maxsize=KEPT)
def akin(one: str, other: str) -> bool:
    """Whether two words are of one stem, or tell of one thing: "valued" and "valuation", "killed" and "deaths"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    size = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if size >= max(_STEM, len(short) - _ENDING) or (len(short) > _STEM and long.endswith(short)):
        return True
    known = _families()
    return not known.get(one, frozenset()).isdisjoint(known.get(other, frozenset()))


@cache
def _families() -> dict[str, frozenset[int]]:
    """The families that each word is of, by their number."""
    found: dict[str, frozenset[int]] = {}
    for number, family in enumerate(sorted(words_of("taken_up.families"))):
        for word in family.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found
