"""A whole and the list of its parts in a sentence behind it: "57 boats were sold. Thirty were ferries, 17 tugs …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.shares.portions import OF_IT, OF_THE_TOTAL
from factcheck.relations.totals.apportioned import excludes, is_called, may_be_whole, partition
from factcheck.relations.totals.itemised import Itemised, read_list, tells_times
from factcheck.relations.units import is_amount, is_settled, of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = ["parts_behind"]

_LEAST = 3  # parts: two numbers of the next sentence are too often something else
_BEFORE = 8  # tokens that may stand before the first part
_REACH = 3  # sentences back
_RESTS = 9  # tokens of "everything else, from pest control to the mayor's chain," before a number
_FEW = 3  # of so few things nothing is shared out
_LARGER = 3  # times the whole: what the parts of another one come to


def parts_behind(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Lists behind a sentence with one amount: of counts without a noun of their own, or of all that is like it."""
    for place in range(1, len(reading.sentences)):
        found = _counts_behind(rule, reading, place) or _of_those(rule, reading, place)
        found = found or _of_it(rule, reading, place)
        found = found or _shared_out(rule, reading, place) or _all_sorts(rule, reading, place)
        if found is not None:
            yield found


def _counts_behind(rule: Rule, reading: Reading, place: int) -> Constraint | None:
    """The list of counts without a noun in the next sentence: of the whole, or more than it.

    What falls short of it may be some of many, and is not bound.
    """
    before, sentence = reading.sentences[place - 1], reading.sentences[place]
    whole = _only_count(before) if sentence.follows(before) else None
    found = None if whole is None else _list_of(sentence, whole)
    if whole is None or found is None or found.more:
        return None
    constraint = Constraint(rule, {"whole": (whole,), "parts": found.parts}, Licence.STRUCTURE)
    if constraint.holds():
        return constraint
    return None if found.total < whole.value or _has_others(before, sentence, found) else constraint


def _has_others(before: SentenceReading, sentence: SentenceReading, found: Itemised) -> bool:
    """Whether the list tells of what somebody has: not of what the sentence before says is closed, sold or built."""
    having = words_of("totals.having").intersection(sentence.lows[: found.places[0]])
    return bool(having) and having.isdisjoint(before.lows)


def _all_sorts(rule: Rule, reading: Reading, place: int) -> Constraint | None:
    """ "27 medals … They won nine golds, eleven silvers and nine bronzes": all sorts of the only such whole before.

    "163 people … They were 141 passengers and 32 crew": whatever they are.
    More than the whole, or as many: what falls short of it may be those of one day.
    """
    sentence = reading.sentences[place]
    if sentence.lows[0] not in words_of("totals.same_one"):
        return None
    tokens = sentence.tokens
    first = next((k for k, token in enumerate(tokens) if token.quantity is not None), len(tokens))
    they = sentence.lows[0] in ("they", "these", "those") and sentence.lows[1] in ("were", "are") and first == 2
    for one in reversed(_sentences_before(reading, place)):
        sorted_out = []
        for at, token in enumerate(one.tokens):
            whole = token.quantity
            if whole is None or whole.kind is not Kind.COUNT or not is_settled(whole):
                continue
            told = read_list(tokens, first, len(tokens), whole)
            if told is not None and (they or partition(one.tokens, at, told.places, tokens) == "whole"):
                sorted_out.append(Constraint(rule, {"whole": (whole,), "parts": told.parts}, Licence.STRUCTURE))
        if sorted_out:
            over = [c for c in sorted_out if c.holds() or sum(q.value for q in c.operands["parts"]) > _value(c)]
            return over[0] if len(sorted_out) == len(over) == 1 else None
    return None


def _value(constraint: Constraint) -> Fraction:
    return constraint.operands["whole"][0].value


def _of_those(rule: Rule, reading: Reading, place: int) -> Constraint | None:
    """ "Of those rescued, 141 were passengers and 22 crew": no more than the only greater count shortly before."""
    sentence = reading.sentences[place]
    if sentence.lows[0] != "of" or sentence.lows[1] not in words_of("totals.taken_up"):
        return None
    tokens = sentence.tokens
    first = next((k for k, token in enumerate(tokens) if token.quantity is not None), None)
    before = [q for one in _sentences_before(reading, place) for t in one.tokens if (q := t.quantity) is not None]
    counts = [q for q in before if q.kind is Kind.COUNT]
    if first is None or first > _BEFORE or not counts:
        return None
    told = read_list(tokens, first, len(tokens), counts[-1])
    if told is None or told.more or told.loose or not excludes(tokens, told) or not all(map(is_settled, told.parts)):
        return None
    wholes = [q for q in counts if q.value > max(part.value for part in told.parts)]
    found = [Constraint(rule, {"whole": (q,), "parts": told.parts}, Licence.STRUCTURE) for q in wholes if is_settled(q)]
    over = len(found) == len(wholes) == 1 and told.total > wholes[0].value
    return next((one for one in found if one.holds()), found[0] if over else None)


def _of_it(rule: Rule, reading: Reading, place: int) -> Constraint | None:
    """ "Net spending is £214m. Care takes £88m of that, schools £58m and everything else £68m": of the amount before.

    What falls short of it is bound only where the last part is said to be all that is left.
    """
    before, sentence = reading.sentences[place - 1], reading.sentences[place]
    tokens, lows = sentence.tokens, sentence.lows
    first = next((k for k, token in enumerate(tokens) if token.quantity is not None), None)
    if first is None or not sentence.follows(before) or not _is_of_it(lows, first):
        return None
    bound: list[Constraint] = []
    for whole in (q for token in before.tokens if (q := token.quantity) is not None and is_settled(q) and is_amount(q)):
        told = read_list(tokens, first, len(tokens), whole)
        parts = () if told is None else (*told.parts, *told.more)  # "roads and waste £32m and everything else £37m"
        if parts and all(map(is_settled, parts)) and max(part.value for part in parts) < whole.value:
            bound.append(Constraint(rule, {"whole": (whole,), "parts": parts}, Licence.STRUCTURE))
    held = next((one for one in bound if one.holds()), None)
    if held is not None or len(bound) != 1:
        return held
    parts = bound[0].operands["parts"]
    last = next(at for at, token in enumerate(tokens) if token.quantity is parts[-1])
    over = sum(part.value for part in parts) > _value(bound[0])
    return bound[0] if over or _is_rest(lows, last) else None


def _is_of_it(lows: Sequence[str], at: int) -> bool:
    """Whether a number, or the sentence that it opens, is said to be of what was told before."""
    taken_up = (*OF_IT, ("of", "which"))
    whole = lows[at + 1 : at + 4] == OF_THE_TOTAL
    return lows[at + 1 : at + 3] in taken_up or whole or (lows[:2] in taken_up and lows[2:3] == (",",))


def _is_rest(lows: Sequence[str], at: int) -> bool:
    """Whether a number is told to be that of all others: "and everything else £36.7m", "and the rest"."""
    return not words_of("totals.all_others").isdisjoint(lows[max(0, at - _RESTS) : at])


def _sentences_before(reading: Reading, place: int) -> list[SentenceReading]:
    """The sentences of its section up to three before one."""
    here = reading.sentences[place]
    near = reading.sentences[max(0, place - _REACH) : place]
    return [one for one in near if one.section == here.section and here.index - one.index <= _REACH]


def _shared_out(rule: Rule, reading: Reading, place: int) -> Constraint | None:
    """A list of all amounts of a sentence, and the only amount of its kind up to three sentences before it.

    "It will shed 1,240 jobs … The plant will lose 610, the depot 385 and the head office 245": one that fails is bound
    where the sentence says that nothing else is, or where two digits in one another's place are all that is wrong.
    """
    sentence = reading.sentences[place]
    amounts = [
        at for at, token in enumerate(sentence.tokens) if token.quantity is not None and is_amount(token.quantity)
    ]
    if len(amounts) < _LEAST or not words_of("totals.no_parts").isdisjoint(sentence.lows):
        return None
    found = _whole_before(reading, place)
    if found is None:
        return None
    before, at = found
    whole = before.tokens[at].quantity
    assert whole is not None
    first = next((k for k in amounts if _is_like(sentence.tokens[k].quantity, whole)), None)
    told = None if first is None else read_list(sentence.tokens, first, len(sentence.tokens), whole)
    if first is None or told is None or not _is_all_there_is(sentence, whole, told) or first > _BEFORE + _BEFORE:
        return None
    return _bound(rule, sentence, whole, told)


def _bound(rule: Rule, sentence: SentenceReading, whole: Quantity, told: Itemised) -> Constraint | None:
    constraint = Constraint(rule, {"whole": (whole,), "parts": told.parts}, Licence.STRUCTURE)
    if constraint.holds():
        return constraint
    closed = not words_of("totals.closed").isdisjoint(_pairs_of(sentence.lows))
    some = told.loose or any(cue.type == "PARTIAL" for cue in sentence.cues)
    return constraint if not some and (closed or _is_swapped(whole, told.parts)) else None


def _is_swapped(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the sum is right once two neighbouring digits of one number change places: no chance of another whole."""
    gap = whole.value - sum(part.value for part in parts)
    return any(
        sign * step == gap for number, sign in ((whole, -1), *((p, 1) for p in parts)) for step in _swaps(number)
    )


def _swaps(number: Quantity) -> Iterator[Fraction]:
    """What each swap of two neighbouring digits of a number of three and more adds to it."""
    digits = [int(c) for c in number.numeral if c.isdigit()]
    if len(digits) > 2:
        for at, (one, two) in enumerate(pairwise(reversed(digits))):
            yield number.ulp * 10**at * (one - two) * 9


def _pairs_of(lows: Sequence[str]) -> set[str]:
    """The words and the pairs of words side by side of a sentence."""
    return {*lows, *(f"{one} {other}" for one, other in pairwise(lows))}


def _whole_before(reading: Reading, place: int) -> tuple[SentenceReading, int] | None:
    """The last sentence before with an amount that may be a whole, and its token; None where it has two of its kind."""
    for one in reversed(_sentences_before(reading, place)):
        wholes = [at for at in range(len(one.tokens)) if _may_be_shared(one, at)]
        if wholes:
            kinds = [q.kind for at in wholes if (q := one.tokens[at].quantity) is not None]
            rated = words_of("totals.no_whole") - words_of("totals.let_by")
            return (one, wholes[0]) if len(kinds) == 1 and rated.isdisjoint(one.lows) else None
    return None


def _may_be_shared(sentence: SentenceReading, at: int) -> bool:
    """Whether a number is an amount, and more than the few of "two premieres" and "the first three"."""
    whole = sentence.tokens[at].quantity
    if whole is None or not is_amount(whole) or whole.kind in (Kind.DURATION, Kind.AGE):
        return False
    return whole.kind is not Kind.COUNT or whole.value > _FEW


def _is_like(number: Quantity | None, whole: Quantity) -> bool:
    """Whether a number is of the kind of a whole, counts of any noun."""
    if number is None or not is_amount(number):
        return False
    return number.kind is whole.kind and (whole.kind is Kind.COUNT or of_one_kind(number, whole))


def _is_all_there_is(sentence: SentenceReading, whole: Quantity, told: Itemised) -> bool:
    """Whether all amounts of a sentence that are like the whole stand in its list, each less than the whole."""
    like = [at for at, token in enumerate(sentence.tokens) if _is_like(token.quantity, whole)]
    if len(told.parts) < _LEAST or len(like) != len(told.parts) or told.more or not is_settled(whole):
        return False
    if tells_times(sentence.tokens, told, most=0) or any(cue.type in ("VS", "FROM") for cue in sentence.cues):
        return False
    fit = all(is_settled(part) and part.value < whole.value for part in told.parts)
    nouns = {part.unit for part in told.parts[1:]} - {"", whole.unit}
    return fit and not nouns and told.total < _LARGER * whole.value


def _only_count(sentence: SentenceReading) -> Quantity | None:
    """The one amount of a sentence, where it counts things and is no average and no change."""
    numbers = [(at, t.quantity) for at, t in enumerate(sentence.tokens) if t.quantity is not None]
    amounts = [(at, q) for at, q in numbers if is_amount(q) or q.kind in (Kind.PERCENT, Kind.POINTS, Kind.RATIO)]
    if len(amounts) != 1:
        return None
    at, whole = amounts[0]
    lows = set(sentence.lows)
    counted = whole.kind is Kind.COUNT and bool(whole.unit) and is_settled(whole) and whole.bound is Bound.EQUAL
    told = any(q is whole for s in sentence.statements for q in s.roles.values() if s.kind in ("change", "move"))
    told = told and not is_called(sentence.tokens, at)
    plain = counted and not told and may_be_whole(sentence.tokens, at)
    return whole if plain and lows.isdisjoint(words_of("totals.no_whole") - words_of("totals.let_by")) else None


def _list_of(sentence: SentenceReading, whole: Quantity) -> Itemised | None:
    tokens = sentence.tokens
    first = next((k for k, t in enumerate(tokens) if t.quantity is not None and is_amount(t.quantity)), None)
    if first is None or first > _BEFORE or any(cue.type in ("VS", "FROM", "PARTIAL") for cue in sentence.cues):
        return None
    if not words_of("totals.on_top").isdisjoint(token.low for token in tokens[:first]):
        return None
    found = read_list(tokens, first, len(tokens), whole)
    if (
        found is None
        or len(found.parts) < _LEAST
        or not found.begins_with_numbers
        or tells_times(tokens, found, most=0)
    ):
        return None
    fits = all(part.value < whole.value and is_settled(part) for part in found.parts)
    return found if fits and _takes_up(tokens, whole, found) else None


def _takes_up(tokens: Sequence[Token], whole: Quantity, found: Itemised) -> bool:
    """Whether the parts leave out the noun of the whole, or say it again; people are told as "people"."""
    first, others = found.parts[0], found.parts[1:]
    if any(part.unit not in ("", whole.unit) for part in others):
        return False
    lows = [token.low for token in tokens[found.places[0] + 1 : found.places[0] + 2]]
    people = first.unit in ("people", "person") and whole.unit in words_of("totals.of_persons")
    bare = not first.unit and bool(set(lows) & (words_of("totals.placing") | words_of("totals.being")))
    return people or bare or first.unit == whole.unit
