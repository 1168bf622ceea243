"""What is said to remain against the shares told before: "82.3% worked for firms. The remaining 17.7% …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.facts.model import Line, Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict, magnitude
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.grids import adds_nearly_up, percents_of
from factcheck.relations.totals.rests import remaining, sentences_back, the_final, the_other, the_rest
from factcheck.relations.totals.set_aside import share_set_aside
from factcheck.relations.units import is_plain
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["bind_remaining_share"]

MOST = 8  # parts
FAR = 4  # sentences back
NOUN = 5  # tokens behind "of" that say what the rest is of
_ALL = Interval(Fraction(1), Fraction(1))
_NEAR_ALL = (Fraction(4, 5), Fraction(5, 4))  # what one slip in shares that are all there is makes of them
_CHANGES = frozenset({"change", "move", "versus"})


def bind_remaining_share(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Shares and fractions before "the remaining R%" with which it makes 100; else the ones right before it.

    A whole percentage is a slip away from too many others for those of another sentence to be more than doubtful, save
    where they come near 100: shares whose other parts are told elsewhere come to far less.
    Where they stand in one list the total of the list is a rule of its own.
    """
    listed = {line.cells[-1].percent.start for line in reading.lines if line.cells[-1].percent and _adds_up(line)}
    for place, sentence in enumerate(reading.sentences):
        told = (remaining, the_other, the_rest, the_final, share_set_aside)
        claims = (claim for tell in told for claim in tell(sentence))
        for at, rest in claims:
            if rest.kind is Kind.PERCENT and rest.start not in listed:
                yield from _remaining_share(rule, reading, place, at, rest)


def _adds_up(line: Line) -> bool:
    """Whether it is a list with a remainder whose total is judged as such."""
    percents = percents_of(line)
    return line.rest and (not percents or adds_nearly_up(percents))


def _remaining_share(rule: Rule, reading: Reading, place: int, at: int, rest: Quantity) -> Iterator[Constraint]:
    here = _shares(reading, reading.sentences[place], _before(reading.sentences[place], at))
    sentences = _sentences_with_shares(reading, place) if not here else sentences_back(reading.sentences, place)
    back = [_shares(reading, other, len(other.tokens)) for other in sentences]
    before = [share for shares in back for share in shares]
    found = _adding_up(rule, rest, [*before, *here][-MOST:], len(here))
    if found is not None:
        yield found
    elif _closed_behind(reading.sentences[place], at, rest, here or before) or _adds_up_with_one(rest, before):
        return
    elif here:
        shares = [*here, rest]
        near = _near_all(shares) and _side_by_side(reading.sentences[place], shares)
        if len(here) == 1 or _in_one_line(reading, place, shares) or near:
            yield _share(rule, rest, here, Licence.CLAUSE, doubtful=True)
    elif any(back):
        told, shares = [pair for pair in zip(sentences, back, strict=True) if pair[1]][-1]
        near = _near_all([*shares, rest]) and not _of_another(reading.sentences[place], at, told)
        fine = max(quantity.ulp for quantity in (rest, *shares)) < 1 and len(shares) == 1
        if near or len(shares) == 1:
            yield _share(rule, rest, shares, Licence.STRUCTURE, doubtful=not (near or fine))


def _sentences_with_shares(reading: Reading, place: int) -> list[SentenceReading]:
    """The sentences right before one; where no share is told there, the nearest one up to four back that has some."""
    near = sentences_back(reading.sentences, place)
    here = reading.sentences[place]
    if any(_shares(reading, one, len(one.tokens)) for one in near):
        return near
    for one in reversed(reading.sentences[max(0, place - FAR) : place]):
        if one.section != here.section or here.index - one.index > FAR:
            break
        if _shares(reading, one, len(one.tokens)):
            return [one]
    return near


def _before(sentence: SentenceReading, at: int) -> int:
    """The token that the shares beside the rest end at: in "half of the other 38%" the half is none of them."""
    tokens = sentence.tokens
    base = at > 3 and tokens[at - 3].low == "of" and tokens[at - 4].quantity is not None
    return at - 4 if base else at


def _near_all(shares: Sequence[Quantity]) -> bool:
    """Whether shares come to what all there is may be printed as with one slip in it."""
    low, high = _NEAR_ALL
    return low <= sum(share.value * magnitude(share) for share in shares) <= high


def _side_by_side(sentence: SentenceReading, shares: Sequence[Quantity]) -> bool:
    """Whether no other number stands among them: not "20% on the first £30,000 and 40% on the next £20,000"."""
    first, last = shares[0].outer_start, shares[-1].outer_end
    numbers = [token for token in sentence.tokens if token.quantity is not None and first <= token.start <= last]
    return len(numbers) == len(shares)


def _of_another(sentence: SentenceReading, at: int, before: SentenceReading) -> bool:
    """Whether the rest is said to be of what the sentence before does not name: "the remaining 40% of the cost"."""
    tokens = sentence.tokens[at + 1 :]
    if not tokens or tokens[0].low != "of":
        return False
    verbs = lexicon().verbs | words_of("portions.closing")
    end = next((k for k, token in enumerate(tokens[:NOUN]) if token.low in verbs), NOUN)
    if any(token.quantity is not None for token in tokens[1:3]):
        return False  # "of the 29,000 who were asked"
    end = next((k for k, token in enumerate(tokens[:end]) if k and token.low in lexicon().clause), end)
    nouns = {token.low for token in tokens[1:end] if token.quantity is None} - lexicon().function
    return bool(nouns) and nouns.isdisjoint(before.lows)


def _closed_behind(sentence: SentenceReading, at: int, rest: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a share behind what is called the rest makes 100 with it: "72%; the remaining 20% … and 8% with …"."""
    behind = (token.quantity for token in sentence.tokens[at + 1 :])
    told = _portion(before[-1]) + _portion(rest) if before else _portion(rest)
    shares = (q for q in behind if q is not None and q.kind is Kind.PERCENT and _is_usable(q))
    return any((told + _portion(share)).meets(_ALL) for share in shares)


def _adds_up_with_one(rest: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a single share makes 100 with the rest: "Ash holds 60% and Birch 12%. The remaining 40% is let"."""
    return any((_portion(rest) + _portion(share)).meets(_ALL) for share in before)


def _portion(share: Quantity) -> Interval:
    """A share as a part of one."""
    return share.interval.scaled(magnitude(share))


def _in_one_line(reading: Reading, place: int, shares: Sequence[Quantity]) -> bool:
    """Whether the shares of a sentence are the items of one list."""
    index = reading.sentences[place].index
    lines = (percents_of(line) for line in reading.lines if line.sentence == index and line.rest)
    return any(len(line) == len(shares) and line[-1] is shares[-1] for line in lines)


def _shares(reading: Reading, sentence: SentenceReading, until: int) -> list[Quantity]:
    """The percentages and fractions of a sentence before token `until` that are no changes."""
    found = []
    for token in sentence.tokens[:until]:
        quantity = token.quantity
        if quantity is None or quantity.kind not in (Kind.PERCENT, Kind.RATIO) or not _is_usable(quantity):
            continue
        fact = reading.fact_of.get(quantity.start)
        if fact is None or fact.role.partition(".")[0] not in _CHANGES:
            found.append(quantity)
    return found


def _is_usable(share: Quantity) -> bool:
    """Whether a share is one value, perhaps a rough one or a bound, without a sign."""
    return is_plain(share) and not share.signed


def _adding_up(rule: Rule, rest: Quantity, before: Sequence[Quantity], here: int) -> Constraint | None:
    """The nearest run of shares that makes 100 with the rest; where none does, one that may by a second reading."""
    edge: Constraint | None = None
    for size in range(1, len(before) + 1):
        constraint = _share(rule, rest, before[-size:], Licence.CLAUSE if size <= here else Licence.STRUCTURE)
        verdict = constraint.judged().verdict
        if verdict is Verdict.CONSISTENT:
            return constraint
        edge = constraint if edge is None and verdict is Verdict.EDGE else edge
    return edge


def _share(
    rule: Rule, rest: Quantity, parts: Sequence[Quantity], licence: Licence, *, doubtful: bool = False
) -> Constraint:
    return Constraint(rule, {"rest": (rest,), "parts": tuple(parts)}, licence, doubtful=doubtful)
