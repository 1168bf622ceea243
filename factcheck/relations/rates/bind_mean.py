"""The mean of amounts told side by side: "18mm on Friday, 27mm on Saturday and 45mm on Sunday, an average of 30mm"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import AMOUNTS, LABELS, Bound, Kind, Quantity
from factcheck.quantities.nouns import singular
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rates.rate_scopes import Scope
from factcheck.relations.rules import Rule
from factcheck.statements.model import SentenceReading

__all__ = ["bind_mean"]

LEAST = 3  # amounts of a list; two may be the ends of a range
APART = 6  # tokens from one item to the next
LEAD = 4  # tokens from the last item's end to its mean, with the words for one
OPENING = 8  # tokens from the head of a sentence to the mean that it tells
ITEM = 5  # tokens of the last item behind its amount
Placed = tuple[int, Quantity]
_LONGER = frozenset({"weekly", "fortnightly", "monthly", "quarterly", "yearly", "annual", "seasonal", "overall"})
_KINDS = frozenset((*AMOUNTS, Kind.PERCENT))


def bind_mean(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each list of like amounts with the mean that follows it in its sentence."""
    for number, sentence in enumerate(reading.sentences):
        if words_of("rates.mean").isdisjoint(sentence.lows):
            continue
        if number and sentence.follows(reading.sentences[number - 1]):
            yield from _resumed(rule, reading.sentences[number - 1], sentence)
        numbers = _numbers(sentence)
        for place in range(LEAST, len(numbers)):
            at, mean = numbers[place]
            run = _run(numbers[:place], mean)
            if len(run) >= LEAST and _is_list([where for where, _ in run], at) and _is_mean(sentence, at):
                operands = {"parts": tuple(part for _, part in run), "mean": (_loose(mean),)}
                yield Constraint(rule, operands, Licence.CLAUSE, derived={"number": Interval.exactly(len(run))})


def _resumed(rule: Rule, before: SentenceReading, own: SentenceReading) -> Iterator[Constraint]:
    """ "… and 30mm on Wednesday. The three-day average was 22mm": the mean of all that the sentence before lists."""
    told = [(at, q) for at, q in _numbers(own) if at < OPENING]
    length = told.pop(0)[1] if len(told) > 1 and told[0][1].kind is Kind.DURATION else None
    if not told or own.lows[:1] == () or own.lows[0] not in words_of("rates.means_of"):
        return
    at, mean = told[0]
    behind = next((k for k in reversed(range(at)) if own.lows[k] in words_of("rates.mean")), at)
    linked = (words_of("rates.filler") | words_of("rates.results")).issuperset(own.lows[behind + 1 : at])
    run = _run(_numbers(before), mean)
    clear = all(words_of(name).isdisjoint((*before.lows, *own.lows)) for name in ("rates.elsewhere", "rates.of_more"))
    named = own.lows[at + 1 : at + 2] != () and singular(own.lows[at + 1]) == mean.unit
    narrowed = own.lows[at + 1 + named : at + 2 + named]
    clear = clear and words_of("rates.narrowed").isdisjoint(narrowed) and own.lows[behind - 1] not in _LONGER
    if len(run) < LEAST or behind == at or not linked or not clear or not _is_for_an_item(own, at):
        return
    steps = [later - earlier for (earlier, _), (later, _) in pairwise(run)]
    if max(steps) <= APART and (length is None or length.value == len(run)):
        operands = {"parts": tuple(part for _, part in run), "mean": (_loose(mean),)}
        yield Constraint(rule, operands, Licence.CLAUSE, derived={"number": Interval.exactly(len(run))})


def _numbers(sentence: SentenceReading) -> list[Placed]:
    """The numbers of a sentence with their places, names and dates left out."""
    told = ((at, token.quantity) for at, token in enumerate(sentence.tokens))
    return [(at, quantity) for at, quantity in told if quantity is not None and quantity.kind not in LABELS]


def _run(numbers: Sequence[Placed], mean: Quantity) -> Sequence[Placed]:
    """The amounts of the mean's sort right before it; none where one more stands before another number."""
    if len(numbers) > LEAST and numbers[-1][1].kind is Kind.DURATION is not mean.kind:
        numbers = numbers[:-1] if numbers[-1][1].value == len(numbers) - 1 else numbers  # "on the three days"
    units = {_unit(part) for _, part in (*numbers, (0, mean)) if part.kind is mean.kind}
    bare = mean.kind is Kind.COUNT and len(units - {""}) <= 1  # "96, 104 and 112 points"
    alike = [part.kind is mean.kind and (bare or _unit(part) == _unit(mean)) and _is_one(part) for _, part in numbers]
    first = len(alike) - next((at for at, fits in enumerate(reversed(alike)) if not fits), len(alike))
    return numbers[first:] if _is_one(mean) and not any(alike[:first]) else ()


def _unit(quantity: Quantity) -> str:
    return quantity.unit.split(" / ")[0]


def _is_list(places: Sequence[int], at: int) -> bool:
    """Whether the amounts stand side by side, the mean right behind them."""
    steps = [later - earlier for earlier, later in zip(places, (*places[1:], at), strict=True)]
    return max(steps[:-1]) <= APART and steps[-1] <= LEAD + ITEM


def _is_one(quantity: Quantity) -> bool:
    return quantity.kind in _KINDS and quantity.bound in (Bound.EQUAL, Bound.ABOUT) and quantity.value > 0


def _is_mean(sentence: SentenceReading, at: int) -> bool:
    """Whether the words open a mean of what was listed, and not one of others or of more."""
    lows = sentence.lows
    scope = Scope(sentence.tokens, lows, 0)
    segment = scope.segment(at)
    behind = lows[at + 1 : at + 3] == ("on", "average")
    opened = bool(scope.opens(at)) and (behind or not words_of("rates.mean").isdisjoint(segment))
    listed = "and" in lows[:at] or "," in lows[:at]
    if not _is_for_an_item(sentence, at):
        return False
    clear = words_of("rates.elsewhere").isdisjoint(lows) and words_of("rates.breaks").isdisjoint(lows[:at])
    return opened and listed and clear and words_of("rates.of_more").isdisjoint(lows)


def _is_for_an_item(sentence: SentenceReading, at: int) -> bool:
    """Whether what a mean is for, if that is said, may be one of the items: a day or a game, and no hour or hectare."""
    quantity = sentence.tokens[at].quantity
    behind = sentence.lows[at + 1 : at + 3]
    per = quantity.unit.partition(" / ")[2] if quantity is not None else ""
    if not per and len(behind) == 2 and behind[0] in words_of("rates.per"):
        per = behind[1]
    return not per or per in words_of("rates.items")


def _loose(mean: Quantity) -> Quantity:
    """A mean as it was worked out: a count too is rounded."""
    return replace(mean, interval=mean.interval.hull(Interval.around(mean.value, mean.ulp / 2)))
