"""What is said to remain against the parts told before: "82.3% worked for firms. The remaining 17.7% …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck.facts.model import Line, Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.relations.goes_on import goes_on
from factcheck.relations.grids import adds_nearly_up, percents_of
from factcheck.relations.left_over import concluded, one_more, only_two, part_of_its_whole
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_amount, is_plain, is_settled, of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["bind_remainder", "bind_remaining_share"]

REACH = 2  # sentences back
MOST = 8  # parts
_LEAST_BITS = 4.0
_ALL = Interval(Fraction(100), Fraction(100))
_THE, _OTHER = frozenset({"the"}), frozenset({"other"})


def bind_remaining_share(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Percentages before "the remaining R%" with which it makes 100; else the only one before it.

    A whole percentage is a slip away from too many others for the one of another sentence to be more than doubtful.
    Where they stand in one list the total of the list is a rule of its own.
    """
    listed = {line.cells[-1].percent.start for line in reading.lines if line.cells[-1].percent and _adds_up(line)}
    for place, sentence in enumerate(reading.sentences):
        for at, rest in (*_remaining(sentence), *_the_other(sentence)):
            if rest.kind is Kind.PERCENT and rest.start not in listed:
                yield from _remaining_share(rule, reading, place, at, rest)


def _adds_up(line: Line) -> bool:
    """Whether it is a list with a remainder whose total is judged as such."""
    percents = percents_of(line)
    return line.rest and (not percents or adds_nearly_up(percents))


def _remaining_share(rule: Rule, reading: Reading, place: int, at: int, rest: Quantity) -> Iterator[Constraint]:
    here = _shares(reading, reading.sentences[place], at)
    back = [_shares(reading, other, len(other.tokens)) for other in _back(reading.sentences, place)]
    before = [share for shares in back for share in shares]
    found = _adding_up(rule, rest, [*before, *here][-MOST:], len(here))
    if found is not None:
        yield found
    elif _closed_behind(reading.sentences[place], at, rest, here or before):
        return
    elif len(here) == 1 or (here and _in_one_line(reading, place, [*here, rest])):
        yield _share(rule, rest, here, Licence.CLAUSE, doubtful=True)
    elif not here and back and len(back[-1]) == 1:
        yield _share(rule, rest, back[-1], Licence.STRUCTURE, doubtful=max(rest.ulp, back[-1][0].ulp) >= 1)


def _closed_behind(sentence: SentenceReading, at: int, rest: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a share behind what is called the rest makes 100 with it: "72%; the remaining 20% … and 8% with …"."""
    behind = (token.quantity for token in sentence.tokens[at + 1 :])
    told = before[-1].interval + rest.interval if before else rest.interval
    shares = (q for q in behind if q is not None and q.kind is Kind.PERCENT and is_settled(q))
    return any((told + share.interval).meets(_ALL) for share in shares)


def _remaining(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "the remaining R"."""
    return _behind(sentence, words_of("rest.of_them"), words_of("rest.remaining"))


def _the_other(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "the other R"."""
    return _behind(sentence, _THE, _OTHER)


def _names_of_rest() -> frozenset[str]:
    return words_of("rest.remaining") | words_of("rest.unspent")


def _behind(sentence: SentenceReading, first: frozenset[str], second: frozenset[str]) -> Iterator[tuple[int, Quantity]]:
    """The bare numbers right behind a word of `first` and one of `second`, with their places."""
    tokens = sentence.tokens
    for at in range(2, len(tokens)):
        quantity = tokens[at].quantity
        if quantity is None or tokens[at - 1].text.lower() not in second:
            continue
        if tokens[at - 2].text.lower() in first and is_settled(quantity):
            yield at, quantity


def _in_one_line(reading: Reading, place: int, shares: Sequence[Quantity]) -> bool:
    """Whether the shares of a sentence are the items of one list."""
    index = reading.sentences[place].index
    lines = (percents_of(line) for line in reading.lines if line.sentence == index and line.rest)
    return any(len(line) == len(shares) and line[-1] is shares[-1] for line in lines)


def _back(sentences: Sequence[SentenceReading], place: int) -> list[SentenceReading]:
    """The sentences right before one, in its section, with no sentence without numbers between."""
    found: list[SentenceReading] = []
    for step in range(1, REACH + 1):
        other = sentences[place - step] if place >= step else None
        if other is None or other.section != sentences[place].section or sentences[place].index - other.index != step:
            break
        found.insert(0, other)
    return found


def _shares(reading: Reading, sentence: SentenceReading, until: int) -> list[Quantity]:
    """The percentages of a sentence before token `until` that are no changes."""
    found = []
    for token in sentence.tokens[:until]:
        quantity = token.quantity
        if quantity is None or quantity.kind is not Kind.PERCENT or not is_settled(quantity):
            continue
        fact = reading.fact_of.get(quantity.start)
        if fact is None or fact.role.partition(".")[0] not in ("change", "move", "versus"):
            found.append(quantity)
    return found


def _adding_up(rule: Rule, rest: Quantity, before: Sequence[Quantity], here: int) -> Constraint | None:
    """The nearest run of percentages that makes 100 with the rest."""
    for size in range(1, len(before) + 1):
        licence = Licence.CLAUSE if size <= here else Licence.STRUCTURE
        constraint = _share(rule, rest, before[-size:], licence)
        if constraint.holds():
            return constraint
    return None


def _share(
    rule: Rule, rest: Quantity, parts: Sequence[Quantity], licence: Licence, *, doubtful: bool = False
) -> Constraint:
    return Constraint(rule, {"rest": (rest,), "parts": tuple(parts)}, licence, doubtful=doubtful)


def bind_remainder(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """ "£17.1bn, of which £11.7bn … The remaining £5.4bn": a whole told before, its other parts and what is left."""
    for place, sentence in enumerate(reading.sentences):
        inferred = list(concluded(sentence))
        unspent = _behind(sentence, words_of("rest.of_them"), words_of("rest.unspent"))
        for at, rest in (*_remaining(sentence), *unspent, *_the_other(sentence), *_left_over(sentence), *inferred):
            if not is_amount(rest):
                continue
            found = _with_its_whole(rule, reading, place, at, rest, inferred=(at, rest) in inferred)
            if found is not None:
                yield found


def _with_its_whole(
    rule: Rule, reading: Reading, place: int, at: int, rest: Quantity, *, inferred: bool
) -> Constraint | None:
    """The rest at a token of a sentence with the whole and the parts that words tie to it, or that it adds up with."""
    sentence = reading.sentences[place]
    told = _shared_among(reading, sentence, rest) or _taken_of(reading, place, rest)
    if not told and sentence.tokens[at - 1].text.lower() in _names_of_rest():
        before = [_amounts(other.tokens, rest) for other in _back(reading.sentences, place)]
        before.append(_amounts(sentence.tokens[:at], rest))
        amounts = [amount for some in before for amount in some][-MOST:]
        found = _left(rule, rest, amounts)
        if found is not None:
            return found
        if len(amounts) == 2 and _are_tied(reading, place, amounts[0], amounts[1], rest):
            told = tuple(amounts)
    told = told or _told_before(reading, place, at, rest)
    if not told or (inferred and told[1].value == rest.value):  # "nine of 14 are free, so nine are still alive"
        return None
    found = _remainder(rule, told[0], told[1:], rest)
    gap = told[0].value - sum(q.value for q in (*told[1:], rest))
    if found.holds():
        return found
    near = [t for one in _back(reading.sentences, place) for t in one.tokens] + list(sentence.tokens[:at])
    if one_more(sentence.tokens, told, rest) or goes_on(reading, place, rest, gap) or _of_others(near, rest):
        return None
    return found


def _of_others(tokens: Sequence[Token], rest: Quantity) -> bool:
    """Whether it is what another part leaves of another whole told shortly before."""
    amounts = _amounts(tokens, rest)[-MOST:]
    return any(one.value - other.value == rest.value for one, other in combinations(amounts, 2))


def _told_before(reading: Reading, place: int, at: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part by the way they are told, or because there are no others before the rest."""
    sentence = reading.sentences[place]
    told = part_of_its_whole(sentence, at, rest)
    low = sentence.tokens[at - 1].text.lower()
    if low in _names_of_rest() or low in words_of("rest.left"):
        return told or only_two(reading, place, at, rest)
    return told


def _left_over(sentence: SentenceReading) -> Iterator[tuple[int, Quantity]]:
    """The places and numbers of "leaving R"."""
    for at in range(1, len(sentence.tokens)):
        quantity = sentence.tokens[at].quantity
        if (
            quantity is not None
            and is_settled(quantity)
            and sentence.tokens[at - 1].text.lower() in words_of("rest.left")
        ):
            yield at, quantity


def _shared_among(reading: Reading, sentence: SentenceReading, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the parts of "Of the 312 boats, 140 are trawlers, 96 ferries and the remaining 76 tugs"."""
    whole = reading.leads.get(sentence.index)
    if whole is None or whole.kind is not rest.kind or not is_plain(whole):
        return ()
    between = [t.quantity for t in sentence.tokens if t.quantity is not None and whole.end <= t.start < rest.start]
    parts = [q for q in between if q.kind is not Kind.PERCENT and q.kind not in LABELS]
    alike = all(q.kind is rest.kind and is_settled(q) and (q.kind is Kind.COUNT or q.unit == rest.unit) for q in parts)
    return (whole, *parts) if parts and alike and rest.value < whole.value else ()


def _taken_of(reading: Reading, place: int, rest: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part of "five of the nine", where no other share is told before the rest, here or before."""
    sentences = (reading.sentences[place], *_back(reading.sentences, place)[-1:])
    told = [statement.roles for one in sentences for statement in one.statements if statement.kind == "share"]
    pairs = [(roles["part"], roles["whole"]) for roles in told if {"part", "whole"} <= roles.keys()]
    before = [pair for pair in pairs if pair[0].start < rest.start]
    if len(before) != 1:
        return ()
    part, whole = before[0]
    fit = is_settled(part) and is_settled(whole) and of_one_kind(part, whole) and is_amount(part)
    return (whole, part) if fit and of_one_kind(whole, rest) and part.value < whole.value else ()


def _are_tied(reading: Reading, place: int, whole: Quantity, part: Quantity, rest: Quantity) -> bool:
    return _is_shared_out(reading, place, whole, part) or _of_one_noun(whole, part, rest)


def _of_one_noun(whole: Quantity, part: Quantity, rest: Quantity) -> bool:
    """Whether all three count one noun, the part perhaps without it."""
    return bool(rest.unit) and whole.kind is Kind.COUNT and whole.unit == rest.unit and part.unit in ("", rest.unit)


def _amounts(tokens: Sequence[Token], rest: Quantity) -> list[Quantity]:
    found = (token.quantity for token in tokens if token.quantity is not None)
    return [q for q in found if is_amount(q) and is_settled(q) and of_one_kind(q, rest)]


def _left(rule: Rule, rest: Quantity, amounts: Sequence[Quantity]) -> Constraint | None:
    """The nearest whole that the amounts behind it and the rest make up."""
    for start in range(len(amounts) - 2, -1, -1):
        constraint = _remainder(rule, amounts[start], amounts[start + 1 :], rest)
        if constraint.holds(_LEAST_BITS):
            return constraint
    return None


def _remainder(rule: Rule, whole: Quantity, parts: Sequence[Quantity], rest: Quantity) -> Constraint:
    operands = {"rest": (rest,), "whole": (whole,), "parts": tuple(parts)}
    return Constraint(rule, operands, Licence.STRUCTURE)


def _is_shared_out(reading: Reading, place: int, whole: Quantity, part: Quantity) -> bool:
    """Whether "Of the W" or "W, of which" ties the part to its whole, in the sentence or the one before it."""
    for some in (reading.sentences[place], *_back(reading.sentences, place)[-1:]):
        if reading.leads.get(some.index) is whole:
            return True
        between = [token.text.lower() for token in some.tokens if whole.end <= token.start < part.start]
        if any(f"{one} {other}" in words_of("rest.shared_out") for one, other in pairwise(between)):
            return True
    return False
