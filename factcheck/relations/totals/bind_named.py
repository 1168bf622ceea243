"""Names apposed to a number of things: "two clubs, Ash and Birch United,", "both of the women - A Lind and B Ek -"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity, Token, TokenKind
from factcheck.quantities.nouns import is_plural
from factcheck.relations.evaluate import Verdict
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.itemised import counted_by
from factcheck.statements.announced import announces, dashed_names
from factcheck.statements.lexicon import lexicon

__all__ = ["named_lists"]

FAR = 2  # a greater difference comes of a list that was cut in another way than its writer meant
_BITS = 3.0
_NOUN = 6  # words from the number to the comma
_NAME = 5  # tokens of a name
_BOTH = 2


def named_lists(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """A small number of things with as many names between commas; "both" with the names between dashes or commas."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if token.low == "both" and token.kind is TokenKind.WORD:
                count, names = counted_by(token, _BOTH, token.end), dashed_names(tokens, at) or _names(tokens, at)
            elif token.quantity is not None and announces(token.quantity):
                count, names = token.quantity, () if _is_picked(tokens, at) else _names(tokens, at)
            else:
                continue
            if names and abs(count.value - len(names)) <= FAR:
                yield _evaluated(rule, count, names)


def _evaluated(rule: Rule, count: Quantity, names: tuple[tuple[int, int], ...]) -> Evaluated:
    constraint = Constraint(rule, {"count": (count,)}, Licence.CLAUSE, closed=True, items=names)
    return Evaluated(constraint, Verdict.CONSISTENT if count.value == len(names) else Verdict.INCONSISTENT, _BITS)


def _is_picked(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number says of how many some were picked: "two of the four finalists", "the first two clubs"."""
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    return "of" in before or bool(before and before[-1] in words_of("announced.taken_up"))


def _names(tokens: Sequence[Token], at: int) -> tuple[tuple[int, int], ...]:
    """The spans of the names of ", A, B and C," behind the noun that is counted; none where the list goes on."""
    comma = _noun_end(tokens, at)
    if comma is None:
        return ()
    names: list[tuple[int, int]] = []
    start, closing = comma + 1, False
    for place in range(comma + 1, len(tokens)):
        low = tokens[place].low
        if low not in (",", "and"):
            continue
        if low == "and" and tokens[place - 1].text == "," and start == place:  # "A, B, and C"
            start, closing = place + 1, True
            continue
        if not _is_name(tokens[start:place]):
            return ()
        names.append((tokens[start].start, tokens[place - 1].end))
        if closing:
            return tuple(names) if low == "," and _goes_back(tokens, place + 1) else ()
        start, closing = place + 1, low == "and"
    return ()


def _noun_end(tokens: Sequence[Token], at: int) -> int | None:
    """The comma right behind the counted noun, a plural with its adjectives in lower case."""
    words = lexicon()
    for place in range(at + 1, min(len(tokens), at + 2 + _NOUN)):
        token, before = tokens[place], tokens[place - 1].text
        if token.text == ",":
            return place if place > at + 1 and is_plural(before) else None
        low = token.low
        opens = place <= at + 2 and low in ("of", "the", "his", "her", "their", "its")  # "both of the women"
        if token.kind is not TokenKind.WORD or not token.text.islower() or low in words.verbs or low in words.clause:
            return None
        if low in words.function and not opens:
            return None
    return None


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether these are the words of one name."""
    if not 0 < len(tokens) <= _NAME or any(token.quantity is not None for token in tokens):
        return False
    if not (tokens[0].text[:1].isupper() and tokens[-1].text[:1].isupper()):
        return False
    return all(token.text[:1].isupper() or token.low in words_of("announced.in_names") for token in tokens)


def _goes_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause goes on behind the names with a word that makes no more of them."""
    if at >= len(tokens) or not tokens[at].text.islower():
        return False
    return tokens[at].text not in words_of("announced.more_names")
