"""Where the numbers of one rate may stand: a sentence, or one with the sentence before that it takes up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import AMOUNTS, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["LEAST", "PRONOUNS", "Scope", "scopes_of"]

LEAST = 3  # amounts that a rate takes: it, the whole and the number
MOST = 7  # amounts in one place, beyond which no number is the only one of its sort
SEGMENT = 9  # tokens before a value that may say what it is
HEAD = 10  # tokens from the head of a sentence that takes up the one before to its rate
_MARKS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "."})
_SAID = frozenset({"that is", "that works", "that means", "this is"})
PRONOUNS = frozenset({"that", "this", "it", "which"})
_SHARES = (Kind.RATIO,)


@dataclass(frozen=True)
class Scope:
    """The tokens of one sentence, or of two; `own` is where the second begins, 0 where there is one."""

    tokens: tuple[Token, ...]
    lows: tuple[str, ...]  # the same in lower case
    own: int

    @cached_property
    def amounts(self) -> tuple[tuple[int, Quantity], ...]:
        """Every amount with its token."""
        found = ((at, token.quantity) for at, token in enumerate(self.tokens))
        return tuple((at, quantity) for at, quantity in found if quantity is not None and quantity.kind in AMOUNTS)

    def segment(self, at: int) -> tuple[str, ...]:
        """The words before token `at`, back to the last mark, number or beginning, that mark included where it is
        a bracket or a dash."""
        first = at
        while first > max(0, at - SEGMENT) and first != self.own:
            if self.tokens[first - 1].quantity is not None or self.lows[first - 1] in _MARKS:
                break
            first -= 1
        opening = first > 0 and self.lows[first - 1] == "("
        return self.lows[first - opening : at]

    def opens(self, at: int) -> str:
        """The words that make the value at token `at` what the numbers before come to; "" where none do."""
        segment = self.segment(at)
        if not words_of("rates.apart").isdisjoint(segment):
            return ""
        behind_number = self.is_behind_number(at)
        for start in range(len(segment)):
            for size in (3, 2, 1):
                phrase = " ".join(segment[start : start + size])
                if phrase in words_of("rates.opening") and _is_filled(segment[start + size :]):
                    return phrase if _leads(segment[:start], phrase, behind_number) else ""
        return ""

    def is_behind_number(self, at: int) -> bool:
        """Whether the segment before token `at` goes on from a number, and not from a mark."""
        first = at - len(self.segment(at))
        return first > self.own and self.tokens[first - 1].quantity is not None

    def is_in_all(self, at: int) -> bool:
        """Whether "in all", "between them" or the like stands at a token."""
        words = self.lows[at : at + 2]
        return bool(words) and not {words[0], " ".join(words)}.isdisjoint(words_of("rates.in_all"))

    def breaks(self, first: int, last: int) -> bool:
        """Whether something between two tokens parts the numbers on its sides."""
        return not words_of("rates.breaks").isdisjoint(self.lows[first:last])


def _leads(before: Sequence[str], phrase: str, behind_number: bool) -> bool:
    """Whether an opening goes on with the numbers before: right behind a mark, or behind the noun of a number.

    "…, an average of", "24 goals in 32 games at an average of", but not "…, and it hopes for an average of".
    """
    if phrase.split()[0] in PRONOUNS or words_of("rates.resumed").issuperset(before):
        return True  # "that is", ", which works out at"
    if len(before) == 1 and before[0] in words_of("rates.giving") and not behind_number:
        return True  # "…, paying an average of"
    if not behind_number or phrase in words_of("rates.apposed"):
        return False
    closed = words_of("rates.new_clause") | lexicon().verbs | lexicon().modal
    return closed.isdisjoint(before) and not any(word.endswith("ing") for word in before)


def _is_filled(words: Sequence[str]) -> bool:
    """Whether nothing but words for a rate stand there; a noun for a rate may have words of its own."""
    strange = [word for word in words if word not in words_of("rates.filler") and word not in words_of("rates.named")]
    return not strange or (len(strange) <= 3 and not words_of("rates.named").isdisjoint(words))


def scopes_of(reading: Reading, shares: bool = False) -> Iterator[Scope]:
    """Each sentence with enough amounts, and each that takes up the one before, with that one.

    `shares` counts fractions such as "one in six" as well.
    """
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        own = _size(sentence, shares)
        if LEAST <= own <= MOST:
            yield Scope(sentence.tokens, sentence.lows, 0)
        if before is not None and 0 < own < MOST and _follows(before, sentence):
            both = own + _size(before, shares)
            if LEAST <= both <= MOST and _takes_up(sentence):
                tokens, lows = (*before.tokens, *sentence.tokens), (*before.lows, *sentence.lows)
                yield Scope(tokens, lows, len(before.tokens))
        before = sentence


def _size(sentence: SentenceReading, shares: bool) -> int:
    kinds = (*AMOUNTS, *_SHARES) if shares else AMOUNTS
    return sum(token.quantity is not None and token.quantity.kind in kinds for token in sentence.tokens)


def _follows(before: SentenceReading, sentence: SentenceReading) -> bool:
    return sentence.follows(before) and sentence.block - before.block <= 1


def _takes_up(sentence: SentenceReading) -> bool:
    """Whether it opens with "that", "together" and the like, or says "that is" of what was told before."""
    lows = sentence.lows[:HEAD]
    if not lows:
        return False
    if lows[0] in words_of("rates.resumed") or lows[0] in words_of("rates.together"):
        return True
    said = {" ".join(pair) for pair in pairwise(lows)}
    return bool(said & _SAID) or " ".join(lows[:2]) in words_of("rates.in_all")
