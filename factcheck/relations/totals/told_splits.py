"""A whole and all that its sentence tells of it: "invested $585m, of which $191m was for repairs and $394m for growth".

What ties them: words that lead from a whole to its parts ("of which", "with", "comprised of", "Of the …"), and that
every later number of its unit in the sentence is one of them. Whether they are all of it is not said; so one that
fails is told only where a slip explains it. In 2.3 million words of published text no such list was a slip away from
a whole that it was not of; behind "including" one in two was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.model import Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.apportioned import is_called, may_be_whole
from factcheck.relations.totals.long_sums import SUMMED
from factcheck.relations.totals.nested import is_of_a_part
from factcheck.relations.units import is_settled, of_one_kind
from factcheck.statements.context import is_negative
from factcheck.statements.model import Cue, SentenceReading

__all__ = ["TELLING", "told_splits"]

_PARTS = (2, 6)  # how many there may be
_OTHER = frozenset({"other"})  # "and $0.4m of other costs" is counted
_MARKS = frozenset({",", ";", ":", "–", "—"})
_OPENING = 8  # tokens that take up a whole of the sentence before
_FAR = 30  # tokens from a whole to its first part
_LARGE = 20  # a smaller whole of anything says nothing
TELLING = 7.0  # bits: of a whole printed more coarsely some slip makes any list the parts


class _Amount(NamedTuple):
    at: int
    number: Quantity


def told_splits(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each whole with the parts that close its sentence, or fill the next one: at most one a sentence."""
    before: SentenceReading | None = None
    for sentence in reading.sentences:
        amounts = _amounts(sentence)
        found = next(_splits(rule, sentence, amounts), None)
        if found is None and before is not None and sentence.follows(before):
            found = _taken_up(rule, before, sentence, amounts)
        if found is not None:
            yield found
        before = sentence


def _amounts(sentence: SentenceReading) -> list[_Amount]:
    numbers = enumerate(token.quantity for token in sentence.tokens)
    return [_Amount(at, number) for at, number in numbers if number is not None and number.kind in SUMMED]


def _splits(rule: Rule, sentence: SentenceReading, amounts: Sequence[_Amount]) -> Iterator[Constraint]:
    for place, whole in enumerate(amounts[: -_PARTS[0]]):
        parts = [one for one in amounts[place + 1 :] if of_one_kind(one.number, whole.number)]
        if not _PARTS[0] <= len(parts) <= _PARTS[1] or not _may_be_split(sentence.tokens, whole):
            continue
        if parts[0].at - whole.at <= _FAR and _are_listed(sentence, whole, parts) and _leads(sentence, whole, parts):
            found = _constraint(rule, whole, parts)
            if found is not None:
                yield found


def _constraint(rule: Rule, whole: _Amount, parts: Sequence[_Amount]) -> Constraint | None:
    operands = {"whole": (whole.number,), "parts": tuple(part.number for part in parts)}
    found = Constraint(rule, operands, Licence.STRUCTURE)
    return found if found.holds() or found.judged().bits >= TELLING else None


def _taken_up(
    rule: Rule, before: SentenceReading, sentence: SentenceReading, amounts: Sequence[_Amount]
) -> Constraint | None:
    """ "It used $52.6m of cash. The use of cash included $39.7m for … and $12.9m for …": of the only whole before."""
    if not _takes_up_whole(sentence.lows):
        return None
    told = [q for s in before.statements if s.kind == "change" and (q := s.roles.get("before")) is not None]
    wholes = [one for one in _amounts(before) if one.number not in told and _may_be_split(before.tokens, one)]
    bound: list[Constraint] = []
    for whole in wholes:
        parts = [one for one in amounts if of_one_kind(one.number, whole.number)]
        fit = _PARTS[0] <= len(parts) <= _PARTS[1] and all(part.number.value < whole.number.value for part in parts)
        if fit and _are_listed(sentence, _Amount(0, whole.number), parts):
            found = _constraint(rule, whole, parts)
            bound += [] if found is None else [found]
    held = [one for one in bound if one.holds()]
    return held[0] if held else bound[0] if len(bound) == len(wholes) == 1 else None


def _takes_up_whole(lows: Sequence[str]) -> bool:
    """Whether a sentence opens with a whole told before: "Of these,", "Of the total,", "The use of cash included"."""
    first = 1 if lows[0] == "and" else 0
    opening = lows[first : first + _OPENING]
    if opening[:1] == ("of",):
        told = opening[1:2] and opening[1] in words_of("totals.taken_up") and opening[2:3] == (",",)
        return bool(told) or opening[1:3] == ("the", "total")  # "Of those saved, 141" are some of those aboard
    again = opening[:1] and opening[0] in ("this", "that", "these", "those", "the")
    listing = next((low for low in opening[1:] if low in words_of("totals.listing")), None)
    return bool(again) and listing is not None and not words_of("totals.whole_again").isdisjoint((*opening, "this"))


def _may_be_split(tokens: Sequence[Token], whole: _Amount) -> bool:
    number = whole.number
    settled = is_settled(number) and number.value >= _LARGE
    return settled and may_be_whole(tokens, whole.at)


def _are_listed(sentence: SentenceReading, whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether the parts are plain numbers joined by "and", with no other level, change or deduction among them."""
    if not all(is_settled(part.number) for part in parts) or any(
        is_of_a_part(sentence.tokens, p.at) for p in parts[1:]
    ):
        return False
    lows = sentence.lows
    if not words_of("totals.no_split").isdisjoint(lows[whole.at + 1 : parts[-1].at]):
        return False
    if not (words_of("rest.behind") - _OTHER).isdisjoint(lows[parts[-1].at + 1 :]):
        return False  # "…, with the others elsewhere"
    signs = {is_negative(one.number, sentence.tokens) for one in (whole, *parts)}
    return len(signs) == 1 and not words_of("totals.joined").isdisjoint(lows[parts[-2].at + 1 : parts[-1].at])


def _leads(sentence: SentenceReading, whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether words lead from the whole to its parts."""
    tokens, lows, first = sentence.tokens, sentence.lows, parts[0].at
    between = lows[whole.at + 1 : first]
    if not words_of("totals.mainly").isdisjoint(between) or _has(sentence, "PARTIAL", whole.at, first):
        return False
    if _has(sentence, "COMPRISE", whole.at, first) or _of_which(lows, whole.at, first):
        return True
    if _is_lead(lows, whole.at) or between[-1:] == ("with",):
        return True
    return is_called(tokens, whole.at) and between[-1:] != () and between[-1] in _MARKS


def _of_which(lows: Sequence[str], whole: int, first: int) -> bool:
    """Whether "of which" stands between a whole and its first part, or right behind that; "of whom" may overlap."""
    between = list(pairwise(lows[whole + 1 : first]))
    return ("of", "which") in between or lows[first + 1 : first + 3] == ("of", "which")


def _has(sentence: SentenceReading, cue: str, first: int, last: int) -> bool:
    """Whether such a cue stands behind token `first` and before token `last`."""
    return any(_is_between(one, first, last) for one in sentence.cues if one.type == cue)


def _is_between(cue: Cue, first: int, last: int) -> bool:
    return first < cue.first < last


def _is_lead(lows: Sequence[str], at: int) -> bool:
    """Whether a clause opens with the whole: "Of the 42,387 wells completed"."""
    opened = at > 1 and lows[at - 2] == "of" and lows[at - 1] in ("the", "these", "those", "its", "our", "their", "all")
    return opened and (at == 2 or lows[at - 3] in (",", "that", "and", ":", "”", '"'))
