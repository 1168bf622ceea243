"""The two sides of a lead that are told sentences away: "lost by 4,300 votes. … 511,900 voted no and 507,600 yes".

A result (a score, or a head "Ash 91, Birch 84") must be the only one in reach. Of other numbers only those are sides
that words say somebody has ("on 272", "polled 6,204", "all out for 187"); where no two of them make the lead, there
must be one pair alone that a lead of this size may lie between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from factcheck.facts.names import name_words
from factcheck.quantities.model import Bound, Kind, Quantity, Token, TokenKind
from factcheck.relations.leads.lead_sides import Side, alike, halves, is_set_aside, is_spoiled, number_of
from factcheck.relations.leads.leads import Lead, LeadForm, leads
from factcheck.relations.lexicon import words_of
from factcheck.statements.model import SentenceReading

__all__ = ["Sought", "result_of", "sides_in_reach"]

_RESULT_BACK = 4  # sentences back to a result
_HEAD_BACK = 15  # the same, to one that is a line of its own
_REACH = 4  # sentences either way to the sides of a lead
_MANY = 4  # with so many sides nobody can tell whose lead it is
_FAR = 12  # times: sides farther apart have another lead
_LOPSIDED = 20  # the same, of the larger side and the smaller
_WICKETS = 10  # the most that one bowler or a side may have
_SLIGHT = 1000  # votes of somebody, where nothing but a name stands before their number
_VERB = 14  # tokens from the verb of a match to its score
_NEAR = 4  # tokens behind a score that may make it one of half a match
_UNREAL = 3  # tokens before a lead that may make it unreal
_CLAUSE = 8  # tokens from a name to the number that is its own
_TALLY = 3  # tokens from "tally" to "was 6,222"
_VOTING = 3  # tokens behind a number in which "voted" stands
_PAIR = 2


class Sought(NamedTuple):
    """Two sides, with the sentences in which they stand."""

    sides: tuple[Side, Side]
    sentences: tuple[SentenceReading, ...]


def result_of(sentences: Sequence[SentenceReading], at: int, lead: Lead) -> Sought | None:
    """The only result before the sentence `at`, where a lead is told of how a match ended: "Winning by two goals"."""
    here = sentences[at]
    if not _is_verdict(here, lead):
        return None
    found = [
        (there, sides)
        for there in sentences[max(0, at - _HEAD_BACK) : at]
        if here.index - there.index <= (_HEAD_BACK if _is_board(there) else _RESULT_BACK)
        for sides in _scores(there)
    ]
    if len(found) != 1 or any(True for _ in _scores(here)):
        return None
    there, sides = found[0]
    board = _is_board(there)
    if not board and (there.section != here.section or not _is_final(there, sides[0].at)):
        return None
    subject = name_words(here.tokens[: lead.first])
    over = words_of("leads.over_matches")
    if not subject <= name_words(there.tokens) or not over.isdisjoint((*there.lows, *here.lows)):
        return None
    return Sought((sides[0], sides[1]), (there,))


def _is_verdict(here: SentenceReading, lead: Lead) -> bool:
    """Whether a lead is that by which a match was won, and not one that was, or will be, in another."""
    if lead.number.unit not in words_of("leads.scores") or lead.number.bound is not Bound.EQUAL:
        return False
    told = {
        LeadForm.BY: lead.noun in words_of("leads.winning") and lead.noun not in words_of("leads.standing_by"),
        LeadForm.BEFORE: lead.noun in words_of("leads.outcomes"),
        LeadForm.OF: lead.noun == "margin",
    }
    return told.get(lead.form, False) and not _is_unreal(here, lead)


def _is_unreal(here: SentenceReading, lead: Lead) -> bool:
    """Whether a lead is only thought of or wanted, or told of somebody by the way: "who won by", "need to win by"."""
    before = here.lows[max(0, lead.first - _UNREAL) : lead.first]
    return before[-1:] == ("to",) or not words_of("leads.unreal").isdisjoint(before)


def _scores(sentence: SentenceReading) -> Iterator[list[Side]]:
    """The two numbers of each score of a sentence, and those of a head."""
    if _is_board(sentence):
        yield [Side(at, number) for at, number in _board(sentence)]
    for at, token in enumerate(sentence.tokens):
        if token.quantity is not None and token.quantity.kind is Kind.SCORE:
            sides = [Side(at, half) for half in halves(token.quantity)]
            if len(sides) == _PAIR:
                yield sides


def _is_final(sentence: SentenceReading, at: int) -> bool:
    """Whether the score at a token is how a match ended: "beat Ash 4-2", no "leading 3-1 at the break"."""
    before = set(sentence.lows[max(0, at - _VERB) : at])
    won = words_of("leads.winning") - words_of("leads.standing_by")
    behind = sentence.lows[at + 1 : at + 1 + _NEAR]
    return not won.isdisjoint(before) and words_of("leads.within").isdisjoint((*before, *behind))


def _is_board(sentence: SentenceReading) -> bool:
    return len(_board(sentence)) == _PAIR


def _board(sentence: SentenceReading) -> list[tuple[int, Quantity]]:
    """The two numbers of a line of nothing but two names with a number behind each: "Ash 91, Birch 84"."""
    tokens = sentence.tokens
    found: list[tuple[int, Quantity]] = []
    for at, token in enumerate(tokens):
        quantity = token.quantity
        if quantity is not None:
            number = number_of(tokens, sentence.lows, at) if quantity.kind is not Kind.SCORE else None
            if number is None or number.unit or at == 0 or tokens[at - 1].quantity is not None:
                return []
            found.append((at, number))
        elif token.text not in (",", ".", "(", ")") and not token.text[:1].isupper():
            return []
    places = [at for at, _ in found]
    return found if len(found) == _PAIR and places[0] > 0 and places[1] >= len(tokens) - _PAIR else []


def sides_in_reach(sentences: Sequence[SentenceReading], at: int, lead: Lead) -> Sought | None:
    """The only two numbers near the sentence `at` that somebody is said to have and that the lead may lie between."""
    here = sentences[at]
    if (
        _is_unreal(here, lead)
        or lead.number.bound is not Bound.EQUAL
        or (not lead.number.unit and lead.noun != "majority")
    ):
        return None
    pool: list[tuple[Side, SentenceReading]] = []
    for there in sentences[max(0, at - _REACH) : at + _REACH + 1]:
        if there.section != here.section or abs(there.index - here.index) > _REACH:
            continue
        held = _held(there, lead, lead.at if there is here else -1)
        if held is None or (held and there is not here and not _is_of_this(there, lead)):
            return None
        pool.extend((side, there) for side in held)
    if not _PAIR <= len(pool) <= _MANY or (lead.form is LeadForm.AHEAD and all(s is not here for _, s in pool)):
        return None
    pairs = [pair for pair in combinations(pool, _PAIR) if _may_lie_between(pair[0][0], pair[1][0], lead)]
    rival = _rival(here, lead)
    if rival:
        pairs = [pair for pair in pairs if any(_is_of(side, there, rival) for side, there in pair)]
    own = [pair for pair in pairs if lead.form is not LeadForm.AHEAD or here in (pair[0][1], pair[1][1])]
    holding = [pair for pair in own if _gap(pair[0][0], pair[1][0]) == lead.number.value]
    chosen = holding[:1] or own
    if len(chosen) != 1:
        return None
    (one, first), (other, second) = chosen[0]
    return Sought((one, other), (first, second))


def _rival(here: SentenceReading, lead: Lead) -> frozenset[str]:
    """The words of the name that a lead is over: "eight points clear of the Ash list"."""
    begin = lead.last + (here.lows[lead.last] not in ("ahead", "behind", "over", "of"))
    end = next((at for at in range(begin, len(here.lows)) if here.tokens[at].text in ",.;:)"), len(here.lows))
    over = any(low in ("over", "of", "behind") for low in here.lows[begin : begin + 2])
    return name_words(here.tokens[begin:end]) if over else frozenset()


def _is_of(side: Side, there: SentenceReading, rival: frozenset[str]) -> bool:
    """Whether a number stands in a clause behind a name: "the Blues, on 31 per cent", "if the Blues stay on 26"."""
    return not rival.isdisjoint(name_words(there.tokens[max(0, side.at - _CLAUSE) : side.at]))


def _is_of_this(sentence: SentenceReading, lead: Lead) -> bool:
    """Whether the numbers of a sentence are of the whole, now, and no other lead of the kind is told with them."""
    last = (behind for low, behind in pairwise(sentence.lows) if low == "last")
    if not words_of("leads.partly").isdisjoint(sentence.lows) or not words_of("leads.last_time").isdisjoint(last):
        return False
    if any(token.quantity is not None and token.quantity.kind is Kind.YEAR for token in sentence.tokens):
        return False
    others = leads(sentence.tokens, list(sentence.lows))
    return all(one.number.value == lead.number.value for one in others)


def _gap(one: Side, other: Side) -> object:
    low, high = sorted((one.number.value, other.number.value))
    return high - low


def _may_lie_between(one: Side, other: Side, lead: Lead) -> bool:
    low, high = sorted((one.number.value, other.number.value))
    near = low < high <= _LOPSIDED * low and high - low <= _FAR * lead.number.value < _FAR * high
    return near and one.number.kind is other.number.kind


def _held(sentence: SentenceReading, lead: Lead, skipped: int) -> list[Side] | None:
    """The numbers of a sentence that somebody is said to have, None where one of them is loose."""
    tokens, lows = sentence.tokens, list(sentence.lows)
    found: list[Side] = []
    for at in range(len(tokens)):
        number = _number(tokens, lows, at, lead) if at != skipped else None
        if number is None or not _counts(tokens, lows, at, number, lead, after=bool(found)):
            continue
        if is_set_aside(tokens, lows, at) or (is_spoiled(tokens, lows, at, lead) and lows[at - 1] not in ("of", "all")):
            continue
        if number.bound is not Bound.EQUAL or number.hedge or number.signed:
            return None
        found.append(Side(at, number))
    return found


def _number(tokens: Sequence[Token], lows: Sequence[str], at: int, lead: Lead) -> Quantity | None:
    quantity = tokens[at].quantity
    return quantity if quantity is not None and quantity.kind is Kind.PERCENT else number_of(tokens, lows, at, lead)


def _counts(
    tokens: Sequence[Token], lows: Sequence[str], at: int, number: Quantity, lead: Lead, *, after: bool
) -> bool:
    """Whether a number is one that a side of the lead has: by its unit and the words round it."""
    if number.kind is Kind.PERCENT:
        return lead.number.unit in ("point", "percentage") and not _is_aside(lows, at)
    if number.kind is not Kind.COUNT or lead.number.kind is not Kind.COUNT:
        return False
    voting = lead.number.unit in words_of("leads.voters") or lead.noun == "majority"
    if voting and not words_of("leads.votes").isdisjoint(lows[at + 1 : at + 1 + _VOTING]):
        return True  # "511,900 people voted no", "217 against"
    wickets = lows[at + 1 : at + 2] == ["for"] and at + 2 < len(tokens) and tokens[at + 2].quantity is not None
    if not alike(lead, number) or (wickets and number.value <= _WICKETS):
        return False  # "six for 41"
    return bool(number.unit) or _is_told(tokens, lows, at) or (after and _is_elliptic(tokens, at, number))


def _is_aside(lows: Sequence[str], at: int) -> bool:
    """Whether a percentage is not of all votes."""
    place = next((k for k in range(at + 1, min(len(lows), at + 1 + _VOTING)) if lows[k] == "of"), None)
    of_votes = place is None or not words_of("leads.polled").isdisjoint(lows[place : place + 3])
    return not of_votes or "turnout" in lows[max(0, at - _TALLY) : at]


def _is_told(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """ "On 272", "polled 6,204", "his tally was 6,222", "all out for 187"."""
    before = lows[at - 1] if at else ""
    tally = not words_of("leads.tallies").isdisjoint(lows[max(0, at - _TALLY) : at])
    if before in words_of("leads.holding") or (tally and before in ("was", "is", "of", "at", "to")):
        return True
    out = " ".join(lows[max(0, at - 3) : at - 1])
    return before == "for" and (out in words_of("leads.dismissed") or lows[at - 2] in words_of("leads.dismissed"))


def _is_elliptic(tokens: Sequence[Token], at: int, number: Quantity) -> bool:
    """Whether nothing but a name stands before a number that leaves its verb to the one before: "and Birch 7,839"."""
    name = at - 1 - (tokens[at - 1].text == ",")
    named = tokens[name].kind is TokenKind.WORD and tokens[name].text[:1].isupper()
    return named and (number.value >= _SLIGHT or tokens[at - 1].text != ",")
