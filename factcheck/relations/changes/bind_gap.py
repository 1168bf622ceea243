"""The difference of two percentages told in points: "46% and 39%, a 7-point lead", "a gap of 7 points: 46% and 39%".

The sentence has no third percentage, and no word of a change, so that the points are of no other two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["bind_gap"]

_NOUN_BEHIND = 5  # tokens from the points to "lead"
_NOUN_BEFORE = 14  # tokens from "the gap" to its points, with what it lies between
_LINKED = 4  # tokens from "a lead of" to its points
_OVER = 8  # tokens from "over" to whom one is ahead of
_BESIDE = 4  # tokens either side of a percentage that tell what it is
_OPENING = 10  # tokens from the head of a sentence to the points
_MARKS = frozenset({",", "-", "–", "—", ";", "(", ":"})
_OPENING_MARKS = frozenset({":", "–", "—", "("})
_POINTS = frozenset({"point", "points", "pts"})

Shares = tuple[int, int]


def bind_gap(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each difference in points beside two percentages, or right behind the sentence that tells them."""
    earlier: SentenceReading | None = None
    for sentence in reading.sentences:
        tokens = sentence.tokens
        found = _only_gap(tokens)
        if found is not None:
            at, gap = found
            shares = _only_two(tokens)
            if shares is not None and _ties(tokens, at, shares) and not _is_of_a_third(tokens, at, shares):
                yield _constraint(rule, gap, tokens, shares)
            elif earlier is not None and _takes_up(earlier, sentence, at) and (two := _only_two(earlier.tokens)):
                yield _constraint(rule, gap, earlier.tokens, two)
        earlier = sentence


def _constraint(rule: Rule, gap: Quantity, tokens: Sequence[Token], shares: Shares) -> Constraint:
    both = [quantity for at in shares if (quantity := tokens[at].quantity) is not None]
    low, high = sorted(both, key=lambda share: share.value)
    return Constraint(rule, {"gap": (gap,), "high": (high,), "low": (low,)}, Licence.STRUCTURE)


def _only_gap(tokens: Sequence[Token]) -> tuple[int, Quantity] | None:
    """The one number of points, where it is called a lead or the like; with its token."""
    found: list[tuple[int, Quantity]] = []
    for at, token in enumerate(tokens):
        points = _points_at(tokens, at) if token.quantity is not None else None
        if points is not None:
            found.append((at, points))
    if len(found) != 1:
        return None
    lows = [token.low for token in tokens]
    at, points = found[0]
    plain = points.bound is Bound.EQUAL and not points.signed
    if not plain or not _is_at_rest(lows) or not _is_called_gap(tokens, lows, at):
        return None
    return at, points


def _points_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The number at a token where it counts points of a percentage."""
    quantity = tokens[at].quantity
    if quantity is None or quantity.unit == "basis_point":
        return None
    if quantity.kind is Kind.POINTS:
        return quantity
    behind = {token.low for token in tokens[at + 1 : at + 4]}
    counted = quantity.unit == "point" or not _POINTS.isdisjoint(behind)
    return replace(quantity, kind=Kind.POINTS, unit="point") if quantity.kind is Kind.COUNT and counted else None


def _is_called_gap(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether the points at a token are a lead: "a 12-point lead", "a lead of 12 points", "12 points ahead"."""
    behind = _up_to_mark(tokens, at + 1, at + 1 + _NOUN_BEHIND)
    if not (words_of("gaps.noun") | words_of("gaps.behind")).isdisjoint(behind):
        return True
    first = max(0, at - _NOUN_BEFORE)
    noun = next((k for k in range(at - 1, first - 1, -1) if lows[k] in words_of("gaps.noun")), None)
    if noun is not None and lows[at - 1] in words_of("gaps.linking"):
        between = tokens[noun + 1 : at]
        return not any(_says_how_much(token.quantity) or token.text in (".", ";", ":", ",") for token in between)
    return lows[at - 1 : at] == ["by"] and not words_of("gaps.verb").isdisjoint(lows[max(0, at - _LINKED) : at])


def _up_to_mark(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """The words from a token on, up to a mark other than a hyphen, or a number."""
    found: list[str] = []
    for token in tokens[first:last]:
        if token.quantity is not None or not (token.text[0].isalnum() or token.text == "-"):
            break
        found.append(token.low)
    return found


def _says_how_much(quantity: Quantity | None) -> bool:
    """Whether a number may be the gap itself; "the gap between the two parties" tells of two."""
    return quantity is not None and quantity.kind not in LABELS and not (quantity.in_words and quantity.value <= 10)


def _only_two(tokens: Sequence[Token]) -> Shares | None:
    """The tokens of two plain percentages, where the sentence has no third and nothing that changes."""
    places = [at for at, token in enumerate(tokens) if token.quantity and token.quantity.kind is Kind.PERCENT]
    if len(places) != 2 or not _is_at_rest([token.low for token in tokens]):
        return None
    both = [quantity for at in places if (quantity := tokens[at].quantity) is not None]
    plain = all(share.bound is Bound.EQUAL and not share.signed for share in both)
    sides = not any(_is_no_side(tokens, at) for at in places)
    dated = [_is_dated(tokens, at) for at in places]
    alike = plain and sides and dated[0] == dated[1] and both[0].value != both[1].value
    return (places[0], places[1]) if alike else None


def _is_at_rest(lows: Sequence[str]) -> bool:
    """Whether no word of a change or of a third number stands in the sentence; "separates Ash from Birch" is none."""
    other = words_of("gaps.other") & set(lows)
    return not other or (other == {"from"} and not words_of("gaps.separating").isdisjoint(lows))


def _is_no_side(tokens: Sequence[Token], at: int) -> bool:
    near = [token.low for token in (*tokens[max(0, at - _BESIDE) : at], *tokens[at + 1 : at + 1 + _BESIDE])]
    return not words_of("gaps.no_side").isdisjoint(near)


def _is_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a year stands right behind: "39% in 2015"."""
    near = (token.quantity for token in tokens[at + 1 : at + 1 + _BESIDE])
    return any(quantity is not None and quantity.kind is Kind.YEAR for quantity in near)


def _ties(tokens: Sequence[Token], at: int, shares: Shares) -> bool:
    """Whether the words between make the points at a token the difference of the two percentages."""
    lows = [token.low for token in tokens]
    first, last = shares
    if last < at:  # "46% and 39%, giving her a 7-point lead"
        mark = next((k for k in range(at - 1, last, -1) if lows[k] in _MARKS), None)
        return mark is not None and lows[mark + 1] in words_of("gaps.tying")
    if at < first:  # "a gap of 11 points: 74% …, 63% …"
        behind = next((k for k in range(at + 1, first) if not lows[k][0].isalnum() and lows[k] != "-"), None)
        if behind is not None and lows[behind] in _OPENING_MARKS:
            return True
        return not words_of("gaps.separating").isdisjoint(lows[at:first])
    near = lows[at + 1 : at + 1 + _NOUN_BEHIND]  # "46%, 7 points ahead of Birch, on 39%"
    return not words_of("gaps.behind").isdisjoint(near) or not words_of("gaps.over").isdisjoint(near)


def _is_of_a_third(tokens: Sequence[Token], at: int, shares: Shares) -> bool:
    """Whether the lead is one over somebody whose percentage is not told: "a 12-point lead over Birch"."""
    lows = [token.low for token in tokens]
    size = len(_up_to_mark(tokens, at + 1, at + _OVER))
    over = next((k for k in range(at + 2, min(len(tokens), at + 1 + size)) if _is_over(lows, k)), None)
    if over is None:
        return False
    ahead = range(over + 1, min(len(tokens), over + 1 + _OVER))
    if any(place in ahead for place in shares):
        return False
    names = {lows[k] for k in ahead if tokens[k].text[0].isupper()}
    elsewhere = {low for k, low in enumerate(lows) if k not in ahead}
    return not names & elsewhere


def _is_over(lows: Sequence[str], at: int) -> bool:
    """Whether whom one is ahead of follows: "lead over", "ahead of"."""
    ahead = lows[at - 1] in words_of("gaps.behind") and lows[at] == "of"
    return ahead or (lows[at - 1] in words_of("gaps.noun") and lows[at] in words_of("gaps.over"))


def _takes_up(earlier: SentenceReading, sentence: SentenceReading, at: int) -> bool:
    """Whether a sentence opens with what takes the one before up: "That gives her a …", "The gap between them is …"."""
    tokens = sentence.tokens
    if not sentence.follows(earlier) or at > _OPENING:
        return False
    if any(token.quantity and token.quantity.kind is Kind.PERCENT for token in tokens):
        return False
    lows = [token.low for token in tokens[:at]]
    if lows[:1] in (["that"], ["this"], ["it"]):
        return lows[1:2] != [] and lows[1] in words_of("gaps.coming_to")
    noun = lows[:1] == ["the"] and lows[1:2] != [] and lows[1] in words_of("gaps.noun")
    return noun and all(low in words_of("gaps.of_both") or low in words_of("gaps.linking") for low in lows[2:])
