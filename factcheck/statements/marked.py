"""A change and its two levels wherever they stand in a sentence, told apart by the words that mark a base.

"The index for the north (220.7) in May is 4.3% below its peak of June 2008 (230.6)"; "sold 22,600, compared with 24,000
in 2018, for a fall of 6%". The syntax of `statements.lark` ends at a clause; here the sentence must leave no choice
instead: one change, two levels of one unit, and one of the two behind "from", "than", "compared with" or "below".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token, TokenKind
from factcheck.statements.change import word_at
from factcheck.statements.context import DIRECTION, is_negative, is_per_unit, is_rate
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Statement
from factcheck.statements.placed import COPULAS

__all__ = ["with_marked_levels"]

_LEVELS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_MARKERS = frozenset({"VS", "FROM", "THAN"})
_RANKED = frozenset({"MORE", "FEWER"})
_LED_TO = frozenset({"TO", "AT"})
_LET_BY = frozenset({"OF", "LPAR", "AT"})  # between a marker and its level
_BASE_TOLD = frozenset({"from", "on", "over", "than", "versus", "vs", "compared", "since", "against", "between"})
_YEARLY = frozenset({"annual", "annually", "yearly", "average", "rate"})  # "an annual growth rate of 3%"
_APPOSING = frozenset({"RPAR", "BREAK", "COMMA", "REPRESENT", "DASH", "OR"})  # from an outcome to its change
_TAKING_UP = frozenset({"that", "also", "which", "'s", "’s"})
_BRINGS_IN = frozenset({"than", "compared", "versus", "from", "against", "below", "above", "on"})
_WHEN = frozenset({"when", "where"})
_NEAR = 2  # tokens between a change and the word that tells it
_BEHIND = 4  # tokens behind a change in which its own base would be told
_REACH = 14  # tokens from a marker to its level
_STEEP = 10  # times: levels farther apart are of two things


class Claim(NamedTuple):
    """A change and the word that tells it, by their places among the cues."""

    number: int
    word: int
    roles: Mapping[str, Quantity]

    @property
    def first(self) -> int:
        return min(self.number, self.word)

    @property
    def last(self) -> int:
        return max(self.number, self.word)


def with_marked_levels(found: Sequence[Statement], cues: Sequence[Cue], tokens: Sequence[Token]) -> Iterator[Statement]:
    """The statements, with the one change of a sentence that lacks a level given both where markers tell them."""
    whole = _whole(found, cues, tokens)
    if whole is None:
        yield from found
        return
    told = {quantity.start for quantity in whole.roles.values()}
    for statement in found:
        parts = {quantity.start for quantity in statement.roles.values()}
        if statement.kind not in ("change", "move", "versus", "pair") or not parts <= told:
            yield statement
    yield whole


def _whole(found: Sequence[Statement], cues: Sequence[Cue], tokens: Sequence[Token]) -> Statement | None:
    """The change with both its levels; None where the grammar has them, or the sentence leaves a choice."""
    claims = list(_claims(found, cues, tokens))
    if len(claims) != 1:
        return None
    (claim,) = claims
    number, word = cues[claim.number], cues[claim.word]
    pair = _levels(claim, cues, tokens)
    if pair is None:
        return _of_what_was_said(claim, cues, tokens)
    if not _fits(claim, *pair, cues, tokens):
        return None
    after, before = (cues[at] for at in pair)
    assert after.quantity is not None
    assert before.quantity is not None
    if not _are_alike(after.quantity, before.quantity, tokens):
        return None
    if _is_told_otherwise(found, {before.quantity.start, after.quantity.start}, DIRECTION[word.type]):
        return None
    roles = {**claim.roles, "before": before.quantity, "after": after.quantity}
    places = [number.first, after.first, before.first]
    words = {"direction": word_at(word, tokens)}
    return Statement("change", roles, min(places), max(places), DIRECTION[word.type], words)


def _of_what_was_said(claim: Claim, cues: Sequence[Cue], tokens: Sequence[Token]) -> Statement | None:
    """ "This was 4% higher than in 2012, when it was £41bn": a change with the only level of its sentence as its base.

    What changed is told in the sentence before, so this one opens with "this" or the like.
    """
    levels = [at for at, cue in enumerate(cues) if cue.quantity is not None and cue.quantity.kind in _LEVELS]
    if len(levels) != 1 or tokens[0].low not in lexicon().resumptive or claim.roles.keys() & {"before", "after"}:
        return None
    (before,) = levels
    base, word = cues[before].quantity, cues[claim.word]
    if (
        base is None
        or base in claim.roles.values()
        or claim.number > before
        or not _is_marked(before, claim, cues, tokens)
    ):
        return None
    if not _is_undivided(claim, claim.last, before, cues):
        return None
    first = min(cues[claim.number].first, word.first)
    return Statement("change", {**claim.roles, "before": base}, first, cues[before].last, DIRECTION[word.type])


def _is_told_otherwise(found: Sequence[Statement], levels: set[int], direction: int) -> bool:
    """Whether two levels have a change the other way already: "fell from 53 to 40, followed by a 4% rise"."""
    for one in found:
        tied = levels <= {quantity.start for quantity in one.roles.values()}
        if tied and one.kind == "change" and one.direction * direction < 0:
            return True
    return False


def _claims(found: Sequence[Statement], cues: Sequence[Cue], tokens: Sequence[Token]) -> Iterator[Claim]:
    """Each change that is told: by the syntax without both its levels, or "a 4% fall" and "4% below" beside a break."""
    told: set[int] = set()
    for one in found:
        if one.kind in ("change", "move"):
            told |= {quantity.start for quantity in one.roles.values()}
            claim = _told_claim(one, cues)
            if claim is not None and not any(is_rate(number, tokens) for number in _changes(one)):
                yield claim
    for at, cue in enumerate(cues):
        if cue.type != "PCT" or cue.quantity is None or cue.quantity.start in told or is_rate(cue.quantity, tokens):
            continue
        behind = cues[at + 1 : at + 2]
        ahead = at - 2 if at > 1 and cues[at - 1].type in ("OF", "BY") else at - 1
        if behind and DIRECTION.get(behind[0].type) and behind[0].first - cue.last <= _NEAR:
            yield Claim(at, at + 1, {"percent": cue.quantity})
        elif ahead >= 0 and cues[ahead].type in ("UP", "DOWN") and cue.first - cues[ahead].last <= _NEAR + 2:
            yield Claim(at, ahead, {"percent": cue.quantity})


def _changes(statement: Statement) -> list[Quantity]:
    return [statement.roles[role] for role in ("percent", "points", "amount") if role in statement.roles]


def _told_claim(statement: Statement, cues: Sequence[Cue]) -> Claim | None:
    """The change of a statement; None where it has none, or both levels."""
    changes = _changes(statement)
    if not changes or {"before", "after"} <= statement.roles.keys():
        return None
    starts = {change.start for change in changes}
    numbers = [at for at, cue in enumerate(cues) if cue.quantity is not None and cue.quantity.start in starts]
    words = [
        at for at, cue in enumerate(cues) if DIRECTION.get(cue.type) and statement.first <= cue.first <= statement.last
    ]
    return Claim(numbers[0], words[0], statement.roles) if numbers and words else None


def _levels(claim: Claim, cues: Sequence[Cue], tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The places of the outcome and the base: the only two levels of their unit, one of them marked."""
    roles = claim.roles
    amount, told = roles.get("amount"), roles.get("after") or roles.get("before")
    kinds = frozenset({Kind.PERCENT}) if "points" in roles else _LEVELS
    places = [at for at, cue in enumerate(cues) if cue.quantity is not None and cue.quantity.kind in kinds]
    groups = _by_unit([at for at in places if cues[at].quantity is not amount], cues)
    pairs = [group for group in groups if len(group) > 1 and (told is None or _holds(group, told, cues))]
    if len(pairs) != 1 or len(pairs[0]) != 2:
        return None
    bases = [at for at in pairs[0] if _is_marked(at, claim, cues, tokens)]
    if len(bases) != 1:
        return None
    (before,) = bases
    (after,) = (at for at in pairs[0] if at != before)
    told_as = {"after": cues[after].quantity, "before": cues[before].quantity}
    return (after, before) if all(roles.get(role) in (None, level) for role, level in told_as.items()) else None


def _by_unit(places: Sequence[int], cues: Sequence[Cue]) -> Iterable[list[int]]:
    """The places of numbers of each unit, a bare count with the counted ones where these are of one noun."""
    numbers = {at: number for at in places if (number := cues[at].quantity) is not None}
    nouns = {number.unit for number in numbers.values() if number.kind is Kind.COUNT and number.unit}
    groups: dict[tuple[Kind, str], list[int]] = {}
    for at, number in numbers.items():
        bare = number.kind is Kind.COUNT and not number.unit and len(nouns) == 1
        groups.setdefault((number.kind, next(iter(nouns)) if bare else number.unit), []).append(at)
    return groups.values()


def _holds(group: Sequence[int], quantity: Quantity, cues: Sequence[Cue]) -> bool:
    return any(cues[at].quantity is quantity for at in group)


def _is_marked(at: int, claim: Claim, cues: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether a level stands behind a word that brings in a base, with no number between: "below its peak (230.6)"."""
    if cues[at - 1 : at] and cues[at - 1].type == "LPAR":
        return _is_marked_bracket(cues[at - 1].first, tokens)
    place = at - 1
    while place >= 0 and cues[place].type in _LET_BY:
        place -= 1
    if place < 0 or cues[at].first - cues[place].last > _REACH:
        return False
    if cues[place].type in _MARKERS or (cues[place].type in _RANKED and place == claim.word):
        return True
    first = cues[claim.word].last
    return cues[claim.word].type in _RANKED and claim.word < at and _is_told_of_then(tokens[first + 1 : cues[at].first])


def _is_marked_bracket(opening: int, tokens: Sequence[Token]) -> bool:
    """Whether a base is brought in before a bracket: "compared with the value reported a year before (£3.2bn)"."""
    for token in reversed(tokens[max(0, opening - _REACH) : opening]):
        if token.kind is TokenKind.PUNCT or (token.quantity is not None and token.quantity.kind not in LABELS):
            return False
        if token.low in _BRINGS_IN:
            return True
    return False


def _is_told_of_then(between: Sequence[Token]) -> bool:
    """Whether the words from a comparative to a level lead to another time: "than in 2012, when there were 4"."""
    lows = [token.low for token in between]
    numbers = (token.quantity for token in between)
    return (
        lows[:1] == ["than"]
        and not _WHEN.isdisjoint(lows)
        and len(lows) <= _REACH
        and all(number is None or number.kind in LABELS for number in numbers)
    )


def _fits(claim: Claim, after: int, before: int, cues: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether nothing parts the change from its levels."""
    first, last = sorted((after, before))
    if claim.number > last:
        return _is_undivided(claim, first, last, cues) and _closes(claim, last, cues, tokens)
    if before < after:  # "a rise of 20% for the year (up from 53,620 to 64,200)"
        told = claim.number < before and cues[before - 1].type == "FROM" and cues[after - 1].type == "TO"
        return told and after - before == 2 and _is_undivided(claim, claim.number, before, cues)
    if claim.number < after:
        if any(token.low == "between" for token in tokens[cues[claim.number].last + 1 : cues[after].first]):
            return False  # "fell by 4p between May and June to 132p, against 135p a year earlier"
        return _is_led_to(after, claim, cues) and _is_undivided(claim, claim.number, before, cues)
    between = [cue for cue in cues[after + 1 : claim.first] if not _goes_on(cue, cues[claim.first], tokens)]
    named = {cue.type for cue in between} <= _APPOSING and cues[after - 1].type != "PARTIAL"
    return named and _is_undivided(claim, claim.last, before, cues)


def _goes_on(cue: Cue, claim: Cue, tokens: Sequence[Token]) -> bool:
    """Whether "and" leads from an outcome to its change by a copula alone: "beat the plan and was 14% higher than"."""
    said = {token.low for token in tokens[cue.last + 1 : claim.first]}
    return cue.type == "AND" and bool(said) and said <= COPULAS | _TAKING_UP


def _is_led_to(after: int, claim: Claim, cues: Sequence[Cue]) -> bool:
    """Whether an outcome behind its change stands behind "to" or "at", or in a bracket."""
    return cues[after - 1].type in _LED_TO or cues[after - 1].type == "LPAR"


def _is_undivided(claim: Claim, first: int, last: int, cues: Sequence[Cue]) -> bool:
    """Whether no other change is told between two places, save by the words that mark the base: "up from"."""
    for at in range(first + 1, last):
        direction = DIRECTION.get(cues[at].type)
        again = direction == DIRECTION[cues[claim.word].type] and cues[at + 1].type in _MARKERS
        if at != claim.word and direction is not None and not again:
            return False
        if cues[at].type == "PARTIAL":
            return False
    return True


def _closes(claim: Claim, last: int, cues: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether a change behind both levels is told of them: "…, a fall of 6%", with no base or variant of its own."""
    between = cues[last + 1 : claim.first]
    if any(cue.quantity is not None or cue.type in DIRECTION or cue.type in ("PARTIAL", "AND") for cue in between):
        return False
    begin, end = cues[claim.first].first, cues[claim.last].last
    if not _YEARLY.isdisjoint(token.low for token in tokens[max(0, begin - _BEHIND) : end + 1]):
        return False
    behind = {token.low for token in tokens[end + 1 : end + 1 + _BEHIND]}
    return behind.isdisjoint(_BASE_TOLD) and behind.isdisjoint(lexicon().adjusted)


def _are_alike(after: Quantity, before: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether two levels are printed of one measure."""
    plain = all(one.bound is not Bound.RANGE and not one.signed for one in (after, before))
    same = all(of(after, tokens) == of(before, tokens) for of in (is_per_unit, is_negative))
    low, high = sorted((after.value, before.value))
    return plain and same and 0 < low < high <= _STEEP * low
