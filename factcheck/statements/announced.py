"""A number announced before a list in the same sentence: "three regions: A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.quantities.model import Bound, Kind, Quantity, Token, TokenKind
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Statement

__all__ = ["announced_lists", "announces", "dashed_names"]

MOST = 12  # a larger number is rarely that of a list
NOUNS = 8  # words between the number and the mark that opens the list
_PREDICATE = 18  # tokens from "are" to the colon
_COPULAS = frozenset({"are", "were", "remain", "remained"})
_OPENS = {":": "", "—": "—", "–": "–", "-": "-"}
_QUOTES = frozenset('“”"')
_ARTICLES = frozenset({"the", "a", "an"})
_PARTITIVE = ("the", "its", "their", "our")
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
        if items is None or len(items) < 2:
            continue
        if _is_list(tokens, at, opened, items):
            counts = _other_counts(tokens, items)
            yield Statement("announced", {"count": quantity}, at, at, items=tuple(items), counts=counts)


def dashed_names(tokens: Sequence[Token], at: int) -> tuple[tuple[int, int], ...]:
    """The spans of the names between dashes behind a word that counts them: "both of the women - A, B and C -"."""
    opened = _opening(tokens, at + 1)
    if opened is None or tokens[opened].text == ":":
        return ()
    items = _items(tokens, opened)
    return tuple(items) if items is not None and len(items) > 1 and _all_named(tokens, items) else ()


def _is_list(tokens: Sequence[Token], at: int, opened: int, items: Sequence[tuple[int, int]]) -> bool:
    """Whether the items are the things counted: behind a colon, by names alone where a verb was said."""
    if tokens[opened].text != ":":
        return _all_named(tokens, items)
    if not _has_verb(tokens[at + 1 : opened]):
        return True
    inside = [token.text for start, end in items for token in tokens if start <= token.start < end]
    return all(text[0].isupper() for text in inside)  # "four people were hurt: Ann Lee, Bo Dahl and Cy Ek"


def _all_named(tokens: Sequence[Token], items: Sequence[tuple[int, int]]) -> bool:
    """Whether each item opens with a capital letter, or with an article and has one.

    Between dashes stands much else: "two men - along with their aides -".
    """
    for start, end in items:
        inside = [token.text for token in tokens if start <= token.start < end]
        if inside[0][0].isupper() or (inside[0].lower() in _ARTICLES and any(text[0].isupper() for text in inside)):
            continue
        return False
    return True


def _other_counts(tokens: Sequence[Token], items: Sequence[tuple[int, int]]) -> frozenset[int]:
    """How many items there may be as well.

    "A, a dancer, and B" are two, "a; b and c" three, "the A, the B and C" two.
    """
    counts = {2} if len(items) > 2 and _closes_with_comma(tokens, items) else set()
    inner = [_ands(tokens, item) for item in items]
    joined = (
        sum(ands > 0 for ands in inner[1:]) if len(items) > 2 else 0
    )  # "roads, bridges and ferries, and schools" are two as well
    counts.update(range(len(items) - joined, len(items) + sum(inner) + 1))
    firsts = [next(token.low for token in tokens if token.start == start) for start, _ in items]
    if len(items) > 2 and set(firsts[:-1]) == {"the"} != {firsts[-1]}:
        counts.add(len(items) - 1)
    counts.add(len(items) + sum(_named_alike(tokens, item) for item in items))
    return frozenset(counts - {len(items)})


def _named_alike(tokens: Sequence[Token], item: tuple[int, int]) -> int:
    """How many more than one an item stands for: one for "the two Cedars"."""
    inside = [token for token in tokens if item[0] <= token.start < item[1]]
    opening = inside[1:2] if inside[0].text.lower() in _ARTICLES else inside[:1]
    quantity = opening[0].quantity if opening else None
    return int(quantity.value) - 1 if quantity is not None and announces(quantity) else 0


def _ands(tokens: Sequence[Token], item: tuple[int, int]) -> int:
    return sum(token.low == "and" and item[0] <= token.start < item[1] for token in tokens)


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
    texts = [token.low for token in tokens[at : at + 2]]
    partitive = texts[:1] == ["of"] and texts[1:] and texts[1] in _PARTITIVE  # "two of the ports - A and B -"
    if not texts or tokens[at].kind is not TokenKind.WORD or (texts[0] in words.function and not partitive):
        return None
    for place in range(at, min(at + NOUNS + 1, len(tokens))):
        token = tokens[place]
        if _opens(tokens, place):
            return None if partitive and token.text == ":" else place
        if token.kind is not TokenKind.WORD:
            return None
        if token.low in words.verbs and not _colon_follows(tokens, place):
            return None if _is_known(tokens, at - 1) else _behind_copula(tokens, place)
    return None


def _is_known(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at a token is one of things told of: "four of the five largest are …"."""
    return at > 0 and tokens[at - 1].low in ("of", *_PARTITIVE, "these", "those", "all", "other")


def _behind_copula(tokens: Sequence[Token], at: int) -> int | None:
    """The colon behind a verb that tells what the things counted are: "three towns are on the shortlist for a prize: ".

    None where it may tell of other things in the plural.
    """
    if tokens[at].low not in _COPULAS:
        return None
    for place in range(at + 1, min(at + _PREDICATE, len(tokens))):
        token = tokens[place]
        low = token.low
        if low == ":":
            return place
        year = token.quantity is not None and token.quantity.kind is Kind.YEAR
        plural = low.endswith("s") and low not in lexicon().function and not low.endswith(("'s", "’s", "ss"))
        if not year and (token.kind is not TokenKind.WORD or plural):
            return None
    return None


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.low in lexicon().verbs for token in tokens)


def _colon_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon follows shortly: "four people were hurt: …"."""
    return any(token.text == ":" for token in tokens[at + 1 : at + 4])


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark opens a list: a colon, a dash, or a hyphen with room on both sides."""
    if tokens[at].text not in _OPENS:
        return False
    return tokens[at].text != "-" or _is_dash(tokens, at)


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1].end < tokens[at].start if at else False
    return before and at + 1 < len(tokens) and tokens[at].end < tokens[at + 1].start


def _items(tokens: Sequence[Token], opened: int) -> list[tuple[int, int]] | None:
    """The spans between top-level separators; None where the list's ends or separators leave a doubt."""
    closing = _OPENS[tokens[opened].text]
    end = len(tokens)
    if closing:
        places = range(opened + 1, len(tokens))
        end = next((k for k in places if tokens[k].text == closing and (closing != "-" or _is_dash(tokens, k))), end)
    while end > opened + 1 and tokens[end - 1].text in '.!?"”’':
        end -= 1
    body = _without_brackets(tokens, opened + 1, end)
    marks = {tokens[k].text for k in body} & {";", ":", "?", "!", *_QUOTES}
    if marks & {":", "?", "!"} or (";" in marks and closing == "-"):
        return None
    if ";" in marks:
        return _split(tokens, body, {";"})
    unquoted = _unquoted(tokens, body)
    return None if unquoted is None else _split(tokens, unquoted, {","})


def _unquoted(tokens: Sequence[Token], body: list[int]) -> list[int] | None:
    """The body without quotation marks; None where a comma inside them would part an item."""
    inside = False
    found = []
    for place, at in enumerate(body):
        text = tokens[at].text
        if text in _QUOTES:
            inside = text == "“" or (text == '"' and not inside)
            continue
        if inside and text == "," and tokens[body[min(place + 1, len(body) - 1)]].text not in _QUOTES:
            return None
        found.append(at)
    return found


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
    last = _serial_and(tokens, body)
    for at in body:
        text = tokens[at].low
        if text in _TRAILS and runs[-1] == [] and len(runs) > 1 and ands:  # ", which provides services"
            runs.pop()
            break
        if text in separators:
            if ands:
                return None  # "big, light ones and small, dense ones"
            runs.append([])
        elif text in ("and", "&") and last is not None and at != last:
            runs[-1].append(at)
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


def _serial_and(tokens: Sequence[Token], body: list[int]) -> int | None:
    """The one "and" with a comma before it and none behind, beside which any other stands inside an item."""
    commas = [at for at in body if tokens[at].text == ","]
    ands = [at for at in body if tokens[at].low == "and"]
    serial = [at for at in ands if at - 1 in commas]
    if len(commas) < 2 or len(serial) != 1 or commas[-1] != serial[0] - 1:
        return None
    return serial[0] if ands[-1] == serial[0] else None


def _bare(tokens: Sequence[Token], run: list[int]) -> bool:
    """Whether an item is a number alone, such as an age between commas."""
    return all(tokens[at].quantity is not None for at in run)
