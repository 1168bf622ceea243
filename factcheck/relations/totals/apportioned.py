"""Wholes that their parts follow at once: behind a colon, a dash, a bracket, "with", "shared between", an apposition.

Parts that add up to more than their whole cannot be right; parts that add up to less may be some of many. So a sum that
falls short is bound only where the list is said to be whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.goes_on import goes_on
from factcheck.relations.totals.itemised import Itemised, is_dash, read_list, spans_of, tells_times
from factcheck.relations.units import is_amount
from factcheck.statements.context import is_negative
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["apportioned_totals", "excludes", "is_called", "is_of_a_group", "may_be_whole", "partition"]

_FAR = 26  # tokens from a whole to the mark that opens its parts
_NOUN = 4  # tokens from a whole to an apposition
_NEAR = 3
_BEFORE = 5
_ORDINALS = frozenset({"first", "last"})  # before a period they say nothing of a number: "in the first quarter"
_ITEMS = 10
_CLOSED = frozenset({".", ",", ";", "—", "–", "-", ")", "!", "?"})


class _Opening(NamedTuple):
    """Where a list opens behind its whole, and by what; `items` are how many it has where a number says so, else 0."""

    kind: str
    first: int
    end: int  # exclusive
    items: int = 0


def apportioned_totals(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """A whole with the list of its parts in the same sentence: those that add up, and those that cannot."""
    for place, sentence in enumerate(reading.sentences):
        if sum(t.quantity is not None and is_amount(t.quantity) for t in sentence.tokens) < 2:
            continue
        aside = _told_aside(sentence)
        for at, token in enumerate(sentence.tokens):
            whole = token.quantity
            if whole is None or whole.start in aside or not may_be_whole(sentence.tokens, at):
                continue
            found = _apportioned(rule, reading, place, at, aside)
            if found is not None:
                yield found


def _told_aside(sentence: SentenceReading) -> frozenset[int]:
    """The starts of the numbers that tell how another one of the sentence has changed."""
    changes = [s for s in sentence.statements if s.kind in ("change", "versus") and "after" in s.roles]
    return frozenset(q.start for s in changes for role, q in s.roles.items() if role != "after")


def may_be_whole(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number may be that of a whole: an amount that is no average, no rate and not one of a scale."""
    whole = tokens[at].quantity
    if whole is None or not is_amount(whole) or whole.bound is Bound.RANGE or whole.signed or whole.value <= 2:
        return False
    lows = [token.low for token in tokens[max(0, at - _BEFORE) : at]]
    before = {low for low, after in pairwise([*lows, ""]) if not (low in _ORDINALS and after in lexicon().period)}
    behind = {token.low for token in tokens[at + 1 : at + 3]}
    return before.isdisjoint(words_of("totals.no_whole")) and behind.isdisjoint(words_of("totals.rated"))


def _apportioned(rule: Rule, reading: Reading, place: int, at: int, aside: frozenset[int]) -> Constraint | None:
    sentence = reading.sentences[place]
    whole = sentence.tokens[at].quantity
    assert whole is not None
    lead = reading.leads.get(sentence.index) is whole
    for opening in _openings(sentence.tokens, at, whole, lead=lead):
        found = read_list(sentence.tokens, opening.first, opening.end, whole, aside)
        if found is None or not _fits(sentence.tokens, whole, found) or opening.items not in (0, len(found.parts)):
            continue
        if tells_times(sentence.tokens, found):  # "1,246 over the winter: 402 in December, …": no more than all
            timed = Constraint(rule, {"whole": (whole,), "parts": found.parts}, Licence.STRUCTURE)
            if opening.kind == "colon" and whole.unit and (found.total > whole.value or timed.holds()):
                return timed
            continue
        bound = _bound(rule, reading, place, at, opening, found)
        if bound is not None:
            return bound
    return None


def _openings(tokens: Sequence[Token], at: int, whole: Quantity, *, lead: bool) -> Iterator[_Opening]:
    """The places behind a whole where the list of its parts may open, before any other amount of its kind."""
    items = 0
    for place in range(at + 1, min(len(tokens) - 2, at + _FAR)):
        token = tokens[place]
        quantity = token.quantity
        low = token.low
        if quantity is not None and is_amount(quantity) and quantity.kind is whole.kind:
            if items or quantity.value > _ITEMS or quantity.value >= whole.value:
                return
            items = int(quantity.value)  # "1,280 rooms in three towers: 412 in the first, …"
        elif low == ":":
            yield _Opening("colon", place + 1, len(tokens), items)
        elif items:
            continue
        elif low == ";" and is_called(tokens, at):
            yield _Opening("semicolon", place + 1, len(tokens))
        elif is_dash(tokens, place):
            yield _Opening("dash", place + 1, len(tokens))
        elif low == "(" and place - at <= _NOUN:
            end = next((k for k in range(place, len(tokens)) if tokens[k].text == ")"), place)
            yield _Opening("bracket", place + 1, end)
        elif low in ("between", "among", "amongst") and _is_shared(tokens, place):
            yield _Opening("shared", place + 1, len(tokens))
        elif low == ",":
            yield from _behind_comma(tokens, at, place, lead=lead)


def _behind_comma(tokens: Sequence[Token], at: int, comma: int, *, lead: bool) -> Iterator[_Opening]:
    """The list that a comma behind a whole opens, if any."""
    following = tokens[comma + 1].low
    if lead:
        yield _Opening("of", comma + 1, len(tokens))
    elif following == "with" and tokens[comma + 2].low not in words_of("totals.further"):
        yield _Opening("with", comma + 2, len(tokens))
    elif comma - at <= _NOUN and tokens[comma + 1].quantity is not None:
        yield _Opening("apposed", comma + 1, len(tokens))


def _is_shared(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low in words_of("totals.shared") for token in tokens[max(0, at - 3) : at])


def _fits(tokens: Sequence[Token], whole: Quantity, found: Itemised) -> bool:
    """Whether the items may be parts: each less than the whole, and of one sign."""
    if max(part.value for part in found.parts) >= whole.value:
        return False
    printed = [quantity for at in found.places if (quantity := tokens[at].quantity) is not None]
    return not any(q.signed for q in printed) and len({is_negative(q, tokens) for q in printed}) == 1


def _bound(rule: Rule, reading: Reading, place: int, at: int, opening: _Opening, found: Itemised) -> Constraint | None:
    """The relation that holds; else that which fails, if the list is tied to the whole and cannot be some of it."""
    sentence = reading.sentences[place]
    whole = sentence.tokens[at].quantity
    assert whole is not None
    for parts in _readings(found):
        held = Constraint(rule, {"whole": (whole,), "parts": parts}, Licence.ARITHMETIC)
        if held.holds():
            weak = parts is not found.parts or (
                opening.kind == "apposed" and not partition(sentence.tokens, at, found.places)
            )
            told = Licence.CLAUSE if is_called(sentence.tokens, at) else Licence.STRUCTURE
            return held if weak else replace(held, licence=told)
    over = found.total > whole.value
    licence = (
        _when_over(sentence.tokens, at, opening, found) if over else _when_short(reading, place, at, opening, found)
    )
    return Constraint(rule, {"whole": (whole,), "parts": found.parts}, licence) if licence else None


def _readings(found: Itemised) -> Iterator[tuple[Quantity, ...]]:
    """The lists that may be meant: up to "and", or longer, or without the one thing at the end."""
    yield found.parts
    for size in range(1, len(found.more) + 1):
        yield (*found.parts, *found.more[:size])
    for size in range(2, len(found.parts)):
        yield found.parts[:size]


def _when_over(tokens: Sequence[Token], at: int, opening: _Opening, found: Itemised) -> Licence | None:
    """What ties parts to a whole that they exceed; None where they may be parts of something else, or overlap."""
    whole = tokens[at].quantity
    assert whole is not None
    if opening.kind == "apposed":
        if partition(tokens, at, found.places):
            return Licence.CLAUSE if _is_closed(tokens, found) else None
        bare = all(part.kind is not Kind.COUNT or part.unit in ("", whole.unit) for part in found.parts)
        own = words_of("totals.placing").isdisjoint(token.low for token in tokens[at + 1 : opening.first])
        return Licence.STRUCTURE if bare and own and _are_elsewhere(tokens, found) else None
    if opening.kind == "with":
        return Licence.STRUCTURE if _has_rest(tokens, found) or _are_shares(tokens, whole, found) else None
    if opening.kind == "shared":
        return Licence.CLAUSE
    if opening.kind == "of":
        return Licence.STRUCTURE if excludes(tokens, found) else None
    named = bool(whole.unit) or whole.kind is not Kind.COUNT or is_called(tokens, at) or is_of_a_group(tokens, at)
    return Licence.CLAUSE if named and found.begins_with_numbers and not _may_overlap(tokens, found) else None


def _when_short(reading: Reading, place: int, at: int, opening: _Opening, found: Itemised) -> Licence | None:
    """What ties parts to a whole that they fall short of; None where the list need not be all."""
    tokens = reading.sentences[place].tokens
    whole = tokens[at].quantity
    assert whole is not None
    called = is_called(tokens, at)
    all_told = called or opening.kind == "colon"
    gap = whole.value - found.total
    if _is_open(tokens, found) or goes_on(reading, place, found.parts[-1], gap, whole=all_told):
        return None
    complete = partition(tokens, at, found.places) == "whole"
    if opening.kind == "apposed":
        return Licence.CLAUSE if complete and _is_closed(tokens, found) else None
    if opening.kind == "with":
        return Licence.STRUCTURE if _has_rest(tokens, found) else None
    if opening.kind == "shared":
        return Licence.STRUCTURE
    if opening.kind == "semicolon":
        return Licence.CLAUSE if _are_placed(tokens, found) else None
    if opening.kind == "colon" and found.begins_with_numbers:
        if called:
            return Licence.CLAUSE
        named = bool(whole.unit) or whole.kind is not Kind.COUNT
        if named and opening.first - at <= _NEAR + 2:
            return Licence.STRUCTURE
    return Licence.STRUCTURE if complete and opening.kind in ("colon", "dash") else None


def is_called(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is said to be a total: "a total of 41", "57 in all"."""
    words = [token.low for token in tokens[max(0, at - _BEFORE) : at]]
    if not words_of("totals.named").isdisjoint(words) and "," not in words[-2:]:
        return True
    behind = [token.low for token in tokens[at + 1 : at + _NOUN]]
    return any(f"{one} {two}" in words_of("totals.in_all") for one, two in pairwise(behind))


def is_of_a_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number says how many a group has: "the jury of 12"."""
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    return len(before) == 2 and before[1] == "of" and before[0] in words_of("totals.group")


def partition(tokens: Sequence[Token], at: int, places: Sequence[int], behind: Sequence[Token] | None = None) -> str:
    """ "whole" where the parts are all sorts of what the whole counts ("12 people", "men" and "women"), "part" where
    they are some of its sorts, else "". The places are those of the tokens `behind` in another sentence, if any."""
    whole = tokens[at].quantity
    assert whole is not None
    general = {token.low for token in tokens[at + 1 : at + _NEAR]}
    for name in ("persons", "medals", "games"):
        sorts = words_of(f"totals.sorts_of_{name}")
        if not (general & words_of(f"totals.{name}")) and not (name == "persons" and is_of_a_group(tokens, at)):
            continue
        said = [_sort(behind or tokens, place, sorts) for place in places]
        if not all(said):
            return ""
        complete = {frozenset(pair.split("/")) for pair in words_of(f"totals.all_{name}")}
        return "whole" if frozenset(said) in complete else "part"
    return ""


def _sort(tokens: Sequence[Token], at: int, sorts: frozenset[str]) -> str:
    """The word of a class behind a number, "" where there is none."""
    near = (token.low for token in tokens[at + 1 : at + _NEAR])
    return next((word for word in near if word in sorts), "")


def _is_closed(tokens: Sequence[Token], found: Itemised) -> bool:
    """Whether a mark follows right behind the noun of the last item."""
    behind = tokens[found.places[-1] + 1 : found.places[-1] + _NEAR + 1]
    return any(token.kind is TokenKind.PUNCT and token.text in _CLOSED for token in behind)


def _is_open(tokens: Sequence[Token], found: Itemised) -> bool:
    """Whether something besides the listed numbers may make up the whole."""
    behind = [token.low for token in tokens[found.places[-1] + 1 :]]
    left = words_of("rest.behind") | words_of("rest.left")
    return found.loose or bool(found.more) or not left.isdisjoint(behind)


def _are_placed(tokens: Sequence[Token], found: Itemised) -> bool:
    """Whether each number is followed by where or for what it is: "326 in the north and 80 in the south"."""
    near = ([token.low for token in tokens[at + 1 : at + 3]] for at in found.places)
    return all(not words_of("totals.placing").isdisjoint(words) for words in near)


def _are_elsewhere(tokens: Sequence[Token], found: Itemised) -> bool:
    """Whether each number is followed by a place of its own: "210 at the docks and 140 in the offices"."""
    heads = [[token.low for token in span[:1]] for span in spans_of(tokens, found)]
    return all(head and head[0] in ("in", "at", "on", "from") for head in heads)


def _has_rest(tokens: Sequence[Token], found: Itemised) -> bool:
    """Whether the last item is said to be all that is left."""
    at = found.places[-1]
    return tokens[at - 1].low in words_of("rest.remaining")


def _are_shares(tokens: Sequence[Token], whole: Quantity, found: Itemised) -> bool:
    """Whether three items or more are told by what each goes to, or where it is, and not by a noun of their own."""
    words = words_of("totals.placing" if whole.kind is Kind.COUNT else "totals.going")
    bare = all(part.kind is not Kind.COUNT or part.unit in ("", whole.unit) for part in found.parts)
    heads = ([token.low for token in span[:2]] for span in spans_of(tokens, found))
    return len(found.parts) > 2 and bare and all(not words.isdisjoint(head) for head in heads)


def _may_overlap(tokens: Sequence[Token], found: Itemised) -> bool:
    """Whether somebody may be in two of the groups: "12 men, 21 under 30 and four soloists"."""
    sorts = words_of("totals.sorts_of_persons")
    if all(_sort(tokens, place, sorts) for place in found.places):
        return False
    said = (token.low for span in spans_of(tokens, found) for token in span[:2])
    return not words_of("totals.overlapping").isdisjoint(said)


def _are_opposed(spans: Sequence[Sequence[str]]) -> bool:
    """Whether two groups meet two ends that exclude each other: "4,650 were usable and 350 were thrown away"."""
    if len(spans) != 2:
        return False
    pairs = (pair.split("/") for pair in words_of("totals.opposed"))
    one, other = spans
    return any((a in one and b in other) or (b in one and a in other) for a, b in pairs)


def excludes(tokens: Sequence[Token], found: Itemised) -> bool:
    """Whether nobody is in two of the groups: one verb for all, or all "were" with a plural noun of one sort."""
    spans = [[token.low for token in span] for span in spans_of(tokens, found)]
    if _are_opposed(spans):
        return True
    if _may_overlap(tokens, found):
        return False
    words = lexicon()
    verbs = [[word for word in span if word in words.verbs] for span in spans]
    if not any(verbs[1:]):
        return True
    plurals = words_of("totals.plural")
    copulas = all(said and said[0] in ("was", "were", "is", "are") for said in verbs)
    return copulas and all(len(span) > 1 and (span[1].endswith("s") or span[1] in plurals) for span in spans)
