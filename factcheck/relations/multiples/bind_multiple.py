"""Two levels and how many times as large the one is: "more than doubled, from 24% to 58%", "(792 against 344)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.multiples.multiples import Multiple, multiple_at
from factcheck.relations.multiples.multiples_apart import levels_apart
from factcheck.relations.multiples.multiples_named import levels_named
from factcheck.relations.multiples.multiples_resumed import levels_resumed
from factcheck.relations.multiples.ratios_apart import ratio_levels
from factcheck.relations.quiet import sentences_with
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_amount, is_plain
from factcheck.statements.context import is_denominator
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Word

__all__ = ["bind_multiple"]

NAMED = 10  # tokens from a multiple to the level that it is told of
REACH = 20  # tokens from the multiple to a level, or between the two levels
_CHANGES = frozenset({"UP", "DOWN", "MOVE"})
_GROWTH = (["increase"], ["rise"], ["growth"], ["jump"])
_OTHERS = frozenset({"as", "than", "compared"})

Levels = tuple[Quantity, Quantity]  # before and after, or the smaller and the larger


def bind_multiple(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each multiple whose two levels follow in its clause, or are the only two in reach."""
    for sentence in (
        *reading.sentences,
        *sentences_with(reading, "multiples.twice", "multiples.thrice", "multiples.times_as"),
    ):
        tokens = sentence.tokens
        lows = list(sentence.lows)
        ratio = ratio_levels(reading, sentence)
        if ratio is not None:
            yield _constraint(rule, tokens, *ratio, Licence.STRUCTURE)
        found = [multiple for at in range(len(tokens)) if (multiple := multiple_at(tokens, lows, at)) is not None]
        for multiple in found:
            levels = near_levels(tokens, lows, multiple)
            if levels is not None:
                yield _constraint(rule, tokens, multiple, levels, Licence.CLAUSE)
            elif len(found) == 1 or _is_first(lows, found, multiple):
                levels = levels_apart(reading, sentence, lows, multiple) if len(found) == 1 else None
                levels = levels or levels_resumed(reading, sentence, lows, multiple)
                levels = levels or levels_named(reading, sentence, lows, multiple)
                if levels is not None and _are_levels(levels):
                    yield _constraint(rule, tokens, multiple, levels, Licence.STRUCTURE)


def near_levels(tokens: Sequence[Token], lows: Sequence[str], multiple: Multiple) -> Levels | None:
    """The two levels of a multiple that stand in its clause."""
    found = _from_to(tokens, lows, multiple) if multiple.changes else None
    if found is None and multiple.compares:
        ways = (_times_the,) if multiple.fraction else (_compared, _as_many, _times_the)
        found = next((levels for way in ways if (levels := way(tokens, lows, multiple)) is not None), None)
    return found if found is not None and _are_levels(found) else None


def _is_first(lows: Sequence[str], found: Sequence[Multiple], multiple: Multiple) -> bool:
    """Whether all other multiples of a sentence are those of another time: "six times, against five times in 2010"."""
    return found[0] is multiple and all(lows[one.first - 1] in words_of("multiples.beside") for one in found[1:])


def _are_levels(levels: Levels) -> bool:
    before, after = levels
    if not all(is_plain(level) and level.value > 0 for level in levels):
        return False
    timed = (before.kind is Kind.DURATION) is not (after.kind is Kind.DURATION)  # "1,960 calls in 48 hours"
    alike = is_amount(before) and is_amount(after) and comparable(before, after) and not timed
    return alike or before.kind is after.kind is Kind.PERCENT


def _from_to(tokens: Sequence[Token], lows: Sequence[str], multiple: Multiple) -> Levels | None:
    """The two levels behind a multiple that are introduced by "from" and "to", in either order."""
    found: dict[str, Quantity] = {}
    depth = 0
    begin = multiple.last + 1 + (lows[multiple.last + 1 : multiple.last + 2] in _GROWTH)
    for at in range(begin, min(len(tokens), begin + 2 * REACH)):
        quantity = tokens[at].quantity
        depth += (lows[at] in "([") - (lows[at] in ")]")
        if depth > 0 or lows[at] in ")]":
            continue
        if quantity is None:
            if _stops(tokens, lows, at):
                return None
        elif quantity.kind is Kind.DURATION and lows[at - 1] in ("in", "over", "within"):
            continue  # "have trebled in 10 years, from 30,000"
        elif quantity.kind not in LABELS:
            if lows[at - 1] not in ("from", "to") or lows[at - 1] in found:
                return None
            found[lows[at - 1]] = quantity
            if len(found) == 2:
                return None if _since_another(lows[begin:at], list(found)) else (found["from"], found["to"])
    return None


def _since_another(between: Sequence[str], order: Sequence[str]) -> bool:
    """Whether the multiple is told of another time than the change: "doubled since 1999 to £412, from £380"."""
    return order[0] == "to" and "since" in between[: between.index("to")]


def _stops(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether something begins that may have levels of its own."""
    if lows[at] == "and" and 0 < at < len(tokens) - 1:
        beside = (tokens[at - 1].quantity, tokens[at + 1].quantity)
        return not all(quantity is not None and quantity.kind in LABELS for quantity in beside)
    if tokens[at].kind is TokenKind.PUNCT:
        return lows[at] not in (",", "-", "'", "’", "%", '"')
    words = lexicon()
    other = words.cues.get(lows[at]) in _CHANGES or lows[at] in words.verbs or lows[at] in words.clause
    return other or lows[at] in words_of("multiples.stop")


def _compared(tokens: Sequence[Token], lows: Sequence[str], multiple: Multiple) -> Levels | None:
    """The two levels that alone fill the first brackets behind: "(792 compared with 344)"."""
    opening = _opening(lows, multiple.last + 1)
    closing = next((at for at in range(opening, len(lows)) if lows[at] == ")"), opening)
    inside = [at for at in range(opening, closing) if tokens[at].quantity is not None]
    if len(inside) != 2 or inside[0] != opening + 1 or _amount_between(tokens, multiple.last + 1, opening):
        return None
    between = [word for word in lows[inside[0] + 1 : inside[1]] if word != ","]
    versus = words_of("multiples.versus")
    if not any(" ".join(between[-size:]) in versus for size in (1, 2)):
        return None
    one, other = (tokens[at].quantity for at in inside)
    return _by_size(one, other) if one is not None and other is not None else None


def _as_many(tokens: Sequence[Token], lows: Sequence[str], multiple: Multiple) -> Levels | None:
    """ "Twice as many men (1.6%) as women (0.8%)"."""
    if lows[multiple.last + 1 : multiple.last + 2] != ["as"]:
        return None
    first = _opening(lows, multiple.last + 2)
    second = _opening(lows, first + 1)
    places = (first + 1, second + 1)
    if second + 2 >= len(tokens) or any(lows[at + 1] != ")" for at in places):
        return None
    if not _OTHERS & set(lows[first + 2 : second]) or _amount_between(tokens, multiple.last + 1, first):
        return None
    one, other = (tokens[at].quantity for at in places)
    if one is None or other is None or _amount_between(tokens, first + 2, second):
        return None
    return _by_size(one, other)


def _times_the(tokens: Sequence[Token], lows: Sequence[str], multiple: Multiple) -> Levels | None:
    """ "40%, more than double the 2008 estimate of 16%", "175 deaths – double the number of 2008 (83 deaths)"."""
    start = multiple.last + 1 + (multiple.fraction and lows[multiple.last + 1 : multiple.last + 2] == ["of"])
    base = _base_behind(tokens, lows, start, multiple.fraction)
    if base is None:
        return None
    for at in range(multiple.first - 1, max(-1, multiple.first - REACH), -1):
        level = tokens[at].quantity
        rated = level is not None and is_denominator(tokens, at)
        if level is not None and not rated and level.kind not in LABELS and level.kind is not Kind.AGE:
            alike = level.kind is base.kind and level.unit == base.unit
            return (base, level) if alike or _is_elliptic(lows, at, level, base) else None
        if lows[at] == ";" or lows[at] in lexicon().clause:
            return None
    return None


def _is_elliptic(lows: Sequence[str], at: int, level: Quantity, base: Quantity) -> bool:
    """Whether a bare base leaves its noun to the level before: "24 goals, double the 12 of any other"."""
    whole = base.kind is Kind.COUNT and not base.unit and base.ulp >= level.ulp == 1
    return whole and is_amount(level) and lows[at - 1 : at] != ["of"]


def _base_behind(tokens: Sequence[Token], lows: Sequence[str], start: int, usual: bool) -> Quantity | None:
    """The level behind "the", "the … of", "the usual" or alone in the bracket that follows.

    Of a fraction only what was `usual` or before: "a third of the 90" is a part of them.
    """
    if lows[start : start + 1] and lows[start] not in words_of("multiples.owners"):
        return None
    for at in range(start + 1, min(len(tokens), start + NAMED)):
        quantity = tokens[at].quantity
        if quantity is not None and quantity.kind not in LABELS:
            normal = words_of("multiples.usual")
            introduced = (lows[at - 1] in ("the", "of", "(") or lows[at - 1] in normal) and is_plain(quantity)
            alone = lows[at - 1] != "(" or ")" in lows[at + 1 : at + 3]
            fitting = not usual or not normal.isdisjoint(lows[start:at])
            return quantity if introduced and alone and fitting else None
        if lows[at] in lexicon().clause or lows[at] in words_of("multiples.stop") or lows[at] in (",", ";", ")"):
            return None
    return None


def _opening(lows: Sequence[str], at: int) -> int:
    """Where the next bracket opens within reach; the end of the sentence where none does."""
    return next((i for i in range(at, min(len(lows), at + REACH)) if lows[i] == "("), len(lows))


def _amount_between(tokens: Sequence[Token], first: int, last: int) -> bool:
    quantities = (token.quantity for token in tokens[first:last])
    return any(quantity is not None and quantity.kind not in LABELS for quantity in quantities)


def _by_size(one: Quantity, other: Quantity) -> Levels:
    return (other, one) if one.value >= other.value else (one, other)


def _constraint(
    rule: Rule, tokens: Sequence[Token], multiple: Multiple, levels: Levels, licence: Licence
) -> Constraint:
    start, end = tokens[multiple.first].start, tokens[multiple.last].end
    word = Word("MULTIPLE", start, end, " ".join(token.text for token in tokens[multiple.first : multiple.last + 1]))
    return Constraint(
        rule,
        {"before": (levels[0],), "after": (levels[1],)},
        licence,
        derived={"multiple": multiple.ratio},
        words={"multiple": word},
        closed=licence is Licence.CLAUSE,
    )
