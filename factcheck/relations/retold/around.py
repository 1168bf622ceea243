"""The words that stand round a number: they tell what it is a number of."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.facts.names import content_words, name_words
from factcheck.quantities.model import TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.statements.model import SentenceReading

__all__ = ["Around", "around", "is_quoted", "told_apart"]

WINDOW = 5  # tokens either way


class Around(NamedTuple):
    """The content words and the proper names near a number, in lower case."""

    words: frozenset[str]
    names: frozenset[str]

    def shared(self, other: Around) -> int:
        """How many words and names both have; 0 where each has names and none in common."""
        if self.names and other.names and self.names.isdisjoint(other.names):
            return 0
        return len(self.all & other.all)

    @property
    def all(self) -> frozenset[str]:
        return self.words | self.names


def around(sentence: SentenceReading, at: int) -> Around:
    """What stands near token `at` of a sentence, up to the numbers beside it and to a semicolon or colon."""
    tokens = sentence.tokens
    first = _edge(range(at - 1, max(-1, at - 1 - WINDOW), -1), at, sentence) + 1
    last = _edge(range(at + 1, min(len(tokens), at + 1 + WINDOW)), at, sentence)
    near = [*tokens[first:at], *tokens[at + 1 : last]]
    names = name_words(near)
    return Around(frozenset(content_words(near)) - names, names)


def _edge(places: range, at: int, sentence: SentenceReading) -> int:
    """The first place with another number or a mark that parts clauses, else the one behind the last."""
    for place in places:
        token = sentence.tokens[place]
        if token.quantity is not None or (token.kind is TokenKind.PUNCT and token.text in (";", ":")):
            return place
    return places[-1] + places.step if places else at


CONTRASTS = (
    "weekdays", "months", "hours", "ordinals", "before_and_after", "sexes", "origins", "sectors", "sides", "shares",
    "versions", "scopes", "turns",
)  # fmt: skip


def told_apart(one: SentenceReading, other: SentenceReading) -> bool:
    """Whether two sentences name different things of one sort: Monday and Tuesday, men and women, before and after."""
    first, second = (set(sentence.lows) for sentence in (one, other))
    for name in CONTRASTS:
        sort = words_of(f"contrasts.{name}")
        a, b = first & sort, second & sort
        if a and b and a != b:
            return True
    return False


def is_quoted(sentence: SentenceReading) -> bool:
    """Whether the sentence tells of a price or an index, which are near one another day by day."""
    return not words_of("contrasts.quoted").isdisjoint(sentence.lows)
