"""Leads that stand apart from their two sides: "took 8,307 votes and Birch 7,839. Her majority of 468 …".

What ties them is that the sentence, or the one beside it, has exactly two numbers of which the lead may be the
difference. Leads of another time, over another rival, or in part of a match are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.facts.names import name_words
from factcheck.quantities.model import AMOUNTS, Bound, Kind, Quantity, Token
from factcheck.relations.leads.lead_sides import Side, is_joined, sides_of
from factcheck.relations.leads.leads import Lead, LeadForm, has_moved, leads
from factcheck.relations.leads.leads_sought import Sought, result_of, sides_in_reach
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.statements.model import SentenceReading

__all__ = ["Margin", "margins"]

_APPOSED = 7  # tokens between a score and a lead that may have been another before or after
_RESULT = 7  # tokens from the verb of a match to its score
_OVER = 4  # tokens behind a lead in which the rival that it is over is named
_WHEN = 5  # tokens behind a lead that may tell another time
_LOOSE = 3  # times: a bound that is missed by more was meant of something else
_LOPSIDED = 20  # times: of numbers so far apart one is no side
_SIDE = 9  # tokens from the name of a rival to its number
_REACH = 2  # sentences back to the sides of a lead
_SECOND = 2  # the last place that a lead may be told of
_BACK = 3  # tokens before a lead in which a clause of another time may open
_CLAUSE = frozenset({"when", "where"})
_SCORE_WORDS = frozenset({"score", "scores", "scoreline"})
_TIMES = frozenset({Kind.YEAR, Kind.DATE})


class Margin(NamedTuple):
    """A lead with the two numbers that it lies between."""

    lead: Quantity
    one: Quantity
    other: Quantity
    licence: Licence
    closed: bool = False


class _Told(NamedTuple):
    """A sentence, with its words in lower case."""

    sentence: SentenceReading
    lows: Sequence[str]

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence.tokens

    def distance(self, before: _Told) -> int:
        """How many sentences further on it is, those without numbers among them."""
        return self.sentence.index - before.sentence.index


def margins(reading: Reading, skipped: frozenset[int]) -> Iterator[Margin]:
    """Each lead of a sentence that is the only one in it, save those of the sentences `skipped`, by their index."""
    told = [_Told(sentence, list(sentence.lows)) for sentence in reading.sentences]
    for at, here in enumerate(told):
        found = list(leads(here.tokens, here.lows)) if here.sentence.index not in skipped else []
        if len(found) > 1 and found[0].form in (LeadForm.OF, LeadForm.BEFORE) and _takes_up(here, found[0]):
            del found[1:]  # "The 23-point margin flattered those who had trailed by six"
        if len(found) == 1 and not _is_of_another_time(here, found[0]) and not has_moved(here.lows, found[0]):
            margin = _margin(told, at, found[0])
            if margin is not None:
                yield margin


def _margin(told: Sequence[_Told], at: int, lead: Lead) -> Margin | None:
    """The lead of the sentence `at` with its sides, the only two in the sentence, beside it, or else in reach."""
    beside = _beside(told, at, lead)
    if beside is not None or sides_of(told[at].tokens, told[at].lows, lead, lead.at) is None:
        return beside
    sentences = [one.sentence for one in told]
    result = result_of(sentences, at, lead) if _takes_up(told[at], lead) else None
    found = result or sides_in_reach(sentences, at, lead)
    if found is None:
        return None
    licence = Licence.CLAUSE if result is not None else Licence.STRUCTURE
    others = [_Told(there, list(there.lows)) for there in found.sentences if there is not sentences[at]]
    return _checked(_in_points(lead, found), found.sides, licence, told[at], others)


def _in_points(lead: Lead, found: Sought) -> Lead:
    """A lead of points between two percentages as one of percentage points."""
    if found.sides[0].number.kind is not Kind.PERCENT:
        return lead
    return lead._replace(number=replace(lead.number, kind=Kind.POINTS, unit="point"))


def _beside(told: Sequence[_Told], at: int, lead: Lead) -> Margin | None:
    """The lead of the sentence `at` with the only two sides in it, or in those next to it."""
    here = told[at]
    sides = sides_of(here.tokens, here.lows, lead, lead.at)
    if sides is None:
        return None
    if len(sides) == 2:
        return _checked(lead, sides, _licence(here, lead, sides), here)
    if lead.number.bound is not Bound.EQUAL or (lead.form is LeadForm.BY and not lead.number.unit):
        return None
    if len(sides) < 2 and _takes_up(here, lead):
        before, earlier = _earlier(told, at, lead, 2 - len(sides))
        if before is not None:
            licence = _licence_apart(before, here, lead, earlier, sides)
            return _checked(lead, [*earlier, *sides], licence, here, [before])
    behind = told[at + 1] if at + 1 < len(told) else None
    if sides or behind is None or not behind.sentence.follows(here.sentence):
        return None
    if lead.form in (LeadForm.BY, LeadForm.PARTING) and lead.number.unit:
        others = any(True for _ in leads(behind.tokens, behind.lows))
        later = sides_of(behind.tokens, behind.lows, lead) if not others else None
        if later is not None and len(later) == 2 and later[0].at != later[1].at:
            return _checked(lead, later, Licence.STRUCTURE, here, [behind])
    return None


def _earlier(told: Sequence[_Told], at: int, lead: Lead, wanted: int) -> tuple[_Told | None, list[Side]]:
    """The `wanted` sides in the one or two sentences before that `at`, and the sentence of the first of them.

    None where others stand there, or before them: a third who may be the one that is led.
    """
    found: list[Side] = []
    first: _Told | None = None
    for there in told[max(0, at - _REACH) : at][::-1]:
        if there.sentence.section != told[at].sentence.section or not 0 < told[at].distance(there) <= _REACH:
            break
        if len(found) == wanted:
            units = {lead.number.unit, *(side.number.unit for side in found)}
            rivals = sides_of(there.tokens, there.lows, lead)
            free = rivals is not None and not any(_is_rival(side.number, units) for side in rivals)
            return (first, found) if free else (None, [])
        more = sides_of(there.tokens, there.lows, lead, settled=True)
        several = bool(more) and not words_of("leads.several").isdisjoint(there.lows)
        crowded = more is None or len(found) + len(more) > wanted
        if crowded or more is None or several or any(True for _ in leads(there.tokens, there.lows)):
            return None, []
        found = [*more, *found]
        first = there if more else first
    return (first, found) if len(found) == wanted else (None, [])


def _is_rival(number: Quantity, units: set[str]) -> bool:
    known = number.unit in words_of("leads.units") or number.unit in words_of("leads.voters")
    return known or number.unit in units


def _checked(
    lead: Lead, sides: Sequence[Side], licence: Licence | None, here: _Told, beside: Sequence[_Told] = ()
) -> Margin | None:
    one, other = sides[0].number, sides[1].number
    high, low = max(one.value, other.value), min(one.value, other.value)
    if licence is None or high == low or lead.number.value > high or high > low * _LOPSIDED:
        return None
    if licence is not Licence.CLAUSE and lead.number.value == abs(high - 2 * low):  # one is the sum of both sides
        return None
    behind_lead = here.lows[lead.last + 1 : lead.last + 3]
    if not words_of("elections.among").isdisjoint(behind_lead) or behind_lead == ["of", "those"]:
        return None  # of some of those who voted
    if _is_over_another(lead, here, beside) or not _is_counted_so(lead, sides, here, beside):
        return None
    near = high - low <= _LOOSE * lead.number.value <= _LOOSE**2 * (high - low)
    bounded = lead.number.bound in (Bound.LESS, Bound.MORE) and licence is Licence.CLAUSE
    return Margin(lead.number, one, other, licence, closed=bounded and near)


def _licence(here: _Told, lead: Lead, sides: Sequence[Side]) -> Licence | None:
    """What ties a lead to the only two numbers of its sentence; None where it is a lead of something else."""
    one, other = sides
    between = here.lows[min(lead.last, other.at) : max(lead.first, one.at)]
    if ";" in between or not words_of("leads.elsewhere_told").isdisjoint(between):
        return None
    if _is_match(sides, here):
        return Licence.CLAUSE if _is_result(here, lead, sides) else None
    if any(_is_rank_below(here.tokens[at].quantity) for at in range(lead.last, other.at)):
        return None  # "nine seconds ahead of Ash, with Birch third in 41"
    if lead.form is LeadForm.BEFORE and _is_elsewhere(here.lows, lead):
        return None
    if lead.form is LeadForm.PARTING or is_joined(here.lows, one, other):
        return Licence.CLAUSE
    return Licence.STRUCTURE


def _is_rank_below(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.kind is Kind.ORDINAL and quantity.value > _SECOND


def _is_match(sides: Sequence[Side], here: _Told) -> bool:
    """Whether the two numbers are a score."""
    between = here.lows[sides[0].at + 1 : sides[1].at]
    return sides[0].at == sides[1].at or between in (["-"], ["–"])


def _is_result(here: _Told, lead: Lead, sides: Sequence[Side]) -> bool:
    """Whether a score is that of the match, or the time of it, that the lead is told of."""
    lows, (one, other) = here.lows, sides
    if lead.form is LeadForm.AHEAD:
        return False  # "beat Ash 84-71 to go six points clear": in a table
    if lead.number.unit not in words_of("leads.scores") or not words_of("leads.several").isdisjoint(lows):
        return False
    before = lows[max(0, one.at - _RESULT) : one.at]
    if not _SCORE_WORDS.isdisjoint(before):
        return True  # "when the score was 48-31"
    if _is_apposed(lows, lead, one):
        return True
    within = not words_of("leads.within").isdisjoint(lows)
    if lead.noun in words_of("leads.states"):
        apposed = 0 < lead.first - other.at <= _APPOSED and lows[lead.first - 2 : lead.first - 1] == [","]
        return apposed and not words_of("leads.leading").isdisjoint(before)
    if within or not before or before[-1] in ("to", "at", "of", "(", "is", "was"):
        return False
    won = any(low in words_of("leads.winning") for low in before) and not {",", ";", "and"} & set(before)
    return won and (lead.form is not LeadForm.BEFORE or not _is_elsewhere(lows, lead))


def _is_apposed(lows: Sequence[str], lead: Lead, one: Side) -> bool:
    """Whether a score stands right behind the lead: "by 13 points, 84-71", "by 13 points (84-71)"."""
    return one.at - lead.last == 2 and lows[one.at - 1] in (",", "(")


def _is_elsewhere(lows: Sequence[str], lead: Lead) -> bool:
    """Whether a result in a noun is that of another match or vote: "after a 23-point win", "since a 12-vote defeat"."""
    before = list(lows[max(0, lead.first - 3) : lead.first])
    if not before:
        return False
    while before and before[-1] in ("a", "an", "the", "their", "his", "her", "its", "that"):
        before.pop()
    return bool(before) and before[-1] in words_of("leads.elsewhere")


def _is_of_another_time(here: _Told, lead: Lead) -> bool:
    """Whether the words near a lead say that it was one before, or elsewhere: "a majority of 468 last time"."""
    if lead.number.kind is Kind.MONEY and lead.form is LeadForm.BY:
        return False  # "exceeds the earlier bid of £3 by 20p": that is the other side
    near = here.tokens[max(0, lead.first - _WHEN) : _end_of_time(here, lead)]
    when = any(token.quantity is not None and token.quantity.kind in _TIMES for token in near)
    since = "since" in here.lows[lead.last : lead.last + 2 + 2 * _WHEN]
    former = (words_of("leads.former") | words_of("elections.threshold") | words_of("contrasts.months")) - {"short"}
    if _CLAUSE & set(here.lows[max(0, lead.first - _BACK) : lead.first]):
        return True  # "at the one before, when her majority was 900"
    return (when and not since) or any(token.low in former for token in near)


def _end_of_time(here: _Told, lead: Lead) -> int:
    """Where what is said of the time of a lead ends: another clause tells of another time, "552, down from 900"."""
    last = min(len(here.tokens), lead.last + 1 + _WHEN)
    for at in range(lead.last + 1, last - 1):
        if here.lows[at] in words_of("leads.beside"):
            return at
        dated = here.tokens[at + 1].quantity is not None or here.lows[at + 1] in ("in", "at", "last")
        if here.lows[at] in (",", ";") and not dated:
            return at
    return last


def _takes_up(here: _Told, lead: Lead) -> bool:
    """Whether a lead may be told of the sentence before: "His margin of 468", "She won by 468 votes"."""
    if lead.form not in (LeadForm.OF, LeadForm.BEFORE):
        return True
    owner = here.lows[lead.first - 1] if lead.first else ""
    if owner in ("a", "an"):  # "A majority of 468 was enough", "It was close: a majority of 468"
        taken = here.lows[: lead.first - 1] in (["it", "was"], ["that", "was"], ["this", "was"])
        return lead.first == 1 or taken or here.lows[lead.first - 2] in (":", "–", "—")
    taken_up = owner in words_of("leads.taken_up") or owner.endswith(("'s", "’s", "'", "’"))
    return taken_up and (lead.form is LeadForm.BEFORE or lead.first <= _WHEN)


def _licence_apart(
    before: _Told, here: _Told, lead: Lead, earlier: Sequence[Side], sides: Sequence[Side]
) -> Licence | None:
    """What ties a lead to two sides of which the sentence before has `earlier`, None where that is of another thing.

    "On 67 points. Ash, six points behind, have 61" is as good as one clause.
    """
    if not _fits_apart(before, here, lead, earlier):
        return None
    counted = earlier[0].number.unit == lead.number.unit != ""
    held = (
        bool(sides) and sides[0].at > lead.last and here.lows[sides[0].at - 1] in ("have", "has", "had", "on", "with")
    )
    table = lead.form is LeadForm.AHEAD and counted and held and here.lows[lead.last + 1 : lead.last + 2] != ["of"]
    return Licence.CLAUSE if table else Licence.STRUCTURE


def _fits_apart(before: _Told, here: _Told, lead: Lead, earlier: Sequence[Side]) -> bool:
    """Whether numbers of the sentence before, `earlier`, may be sides of a lead told in this one."""
    lows = [*before.lows, *here.lows]
    if len(earlier) == 2 and _is_match(earlier, before):
        within = words_of("leads.within").isdisjoint(lows)
        return within and words_of("leads.several").isdisjoint(lows) and _is_result(before, lead, earlier)
    return words_of("leads.several").isdisjoint(lows)


def _is_over_another(lead: Lead, here: _Told, beside: Sequence[_Told]) -> bool:
    """Whether the lead is over, or behind, somebody who is named nowhere else: "nine points behind Ash"."""
    for at in range(lead.last, min(len(here.lows), lead.last + 1 + _OVER)):
        if here.lows[at] in ("over", "of", "behind", "from", "against", "on"):
            rest = name_words(here.tokens[at + 1 : at + 1 + _OVER])
            named = name_words([*here.tokens[: lead.first], *here.tokens[at + 1 + _OVER :]])
            named = named.union(*(name_words(other.tokens) for other in beside))
            return bool(rest) and named.isdisjoint(rest) and not _holds_side(here, at)
        if here.tokens[at].text[:1] in ",.;:":
            return False
    return False


def _holds_side(here: _Told, at: int) -> bool:
    """Whether the one that is named behind a lead has its own number next: "of Ash, who had 51", "of Ash in 51.6"."""
    for place in range(at + 1, min(len(here.tokens), at + _SIDE)):
        quantity = here.tokens[place].quantity
        if quantity is not None and quantity.kind in (*AMOUNTS, Kind.NAME, Kind.TIME):
            between = here.lows[at + 1 : place]
            told = not {"who", "whose", "which"}.isdisjoint(between)
            return told or ("," not in between and between[-1:] in (["on"], ["in"], ["with"], ["at"], ["("]))
    return False


def _is_counted_so(lead: Lead, sides: Sequence[Side], here: _Told, beside: Sequence[_Told]) -> bool:
    """Whether the numbers count what such a lead is told of: a majority is one of votes, a gap may be of money."""
    if lead.number.kind in (Kind.MONEY, Kind.MEASURE):
        if lead.form is LeadForm.BY:
            return not beside
        return lead.form is LeadForm.OF and lead.noun in words_of("leads.amounts")
    unit = lead.number.unit
    named = (
        unit in words_of("leads.units") or unit in words_of("leads.voters") or lead.noun in words_of("leads.amounts")
    )
    if unit and lead.number.kind is Kind.COUNT and not named:
        return False
    if lead.number.kind is Kind.DURATION:
        return lead.form in (LeadForm.AHEAD, LeadForm.PARTING, LeadForm.BY) or lead.noun in words_of("leads.amounts")
    seats = "seat" in (unit, *(side.number.unit for side in sides))
    if lead.noun == "majority" and seats:
        return False  # over all others
    words = [low for told in (here, *beside) for low in told.lows]
    return lead.noun != "majority" or not words_of("leads.polling").isdisjoint(words)
