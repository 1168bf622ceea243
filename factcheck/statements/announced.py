"""A number announced before a list in the same sentence: "three regions: A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.quantities.model import Bound, Kind, Quantity, Token, TokenKind
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Statement

__all__ = ["announced_lists"]

MOST = 12  # a larger number is rarely that of a list
NOUNS = 8  # words between the number and the mark that opens the list
_OPENS = {":": "", "—": "—", "–": "–"}
_TRAILS = frozenset({"which", "who", "where", "whose", "with", "each", "all", "both"})
_LONGEST_ITEM = 12  # tokens


def announced_lists(tokens: Sequence[Token]) -> Iterator[Statement]:
    """Statements of kind announced: role count, and the span of each item of the list behind it."""
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is None or not announces(quantity):
            continue
        opened = _opening(tokens, at + 1)
        if opened is None:
            continue
        items = _items(tokens, opened)
        if items is not None and len(items) > 1:
            counts = _other_counts(tokens, items)
            yield Statement("announced", {"count": quantity}, at, at, items=tuple(items), counts=counts)


def _other_counts(tokens: Sequence[Token], items: Sequence[tuple[int, int]]) -> frozenset[int]:
    """How many items there may be as well: "A, a dancer, and B" are two, "a; b and c" three."""
    counts = {2} if len(items) > 2 and _closes_with_comma(tokens, items) else set()
    start, end = items[-1]
    if any(token.text.lower() == "and" for token in tokens if start <= token.start < end):
        counts.add(len(items) + 1)
    return frozenset(counts)


def _closes_with_comma(tokens: Sequence[Token], items: Sequence[tuple[int, int]]) -> bool:
    """Whether a comma stands before the last item, so that the one before it may be an apposition."""
    return any(token.text == "," for token in tokens if items[-2][1] <= token.start < items[-1][0])


def announces(quantity: Quantity, most: int = MOST) -> bool:
    """Whether a number may be that of a list: a whole count from 2 to `most` without a hedge."""
    return (
        quantity.kind is Kind.COUNT
        and quantity.bound is Bound.EQUAL
        and quantity.value.denominator == 1
        and 2 <= quantity.value <= most
        and not quantity.hedge
    )


def _opening(tokens: Sequence[Token], at: int) -> int | None:
    """The mark that opens the list, a few plain words behind the number; the first of them is the counted noun."""
    words = lexicon()
    if at >= len(tokens) or tokens[at].kind is not TokenKind.WORD or tokens[at].text.lower() in words.function:
        return None
    for place in range(at, min(at + NOUNS + 1, len(tokens))):
        token = tokens[place]
        if token.text in _OPENS:
            return place
        if token.kind is not TokenKind.WORD or token.text.lower() in words.verbs:
            return None
    return None


def _items(tokens: Sequence[Token], opened: int) -> list[tuple[int, int]] | None:
    """The spans between top-level separators; None where the list's ends or separators leave a doubt."""
    closing = _OPENS[tokens[opened].text]
    end = len(tokens)
    if closing:
        end = next((k for k in range(opened + 1, len(tokens)) if tokens[k].text == closing), len(tokens))
    while end > opened + 1 and tokens[end - 1].text in '.!?"”’':
        end -= 1
    body = _without_brackets(tokens, opened + 1, end)
    if any(tokens[k].text in (";", ":", "?", "!", '"', "“") for k in body):
        separators = {";"} if all(tokens[k].text not in (":", "?", "!") for k in body) else None
    else:
        separators = {","}
    if separators is None:
        return None
    return _split(tokens, body, separators)


def _without_brackets(tokens: Sequence[Token], first: int, end: int) -> list[int]:
    depth, found = 0, []
    for at in range(first, end):
        text = tokens[at].text
        if text in "([":
            depth += 1
        elif text in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            found.append(at)
    return found


def _split(tokens: Sequence[Token], body: list[int], separators: set[str]) -> list[tuple[int, int]] | None:
    """Items at separators and at one final "and"; None where another "and" or a verb may hide or join items."""
    words = lexicon()
    runs: list[list[int]] = [[]]
    ands = 0
    for at in body:
        text = tokens[at].text.lower()
        if text in _TRAILS and runs[-1] == [] and len(runs) > 1 and ands:  # ", which provides services"
            runs.pop()
            break
        if text in separators:
            if ands:
                return None  # "big, light ones and small, dense ones"
            runs.append([])
        elif text in ("and", "&") and separators == {","}:
            ands += 1
            if runs[-1]:
                runs.append([])
        elif text == "and" and not runs[-1]:
            ands += 1
        elif text in words.verbs or text in ("or", "others", "more", "etc", "including"):
            return None
        else:
            runs[-1].append(at)
    if separators == {","} and ands != 1:
        return None
    if any(not run or len(run) > _LONGEST_ITEM or _bare(tokens, run) for run in runs):
        return None
    return [(tokens[run[0]].start, tokens[run[-1]].end) for run in runs]


def _bare(tokens: Sequence[Token], run: list[int]) -> bool:
    """Whether an item is a number alone, such as an age between commas."""
    return all(tokens[at].quantity is not None for at in run)
