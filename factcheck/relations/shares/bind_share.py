"""Binds a part, its percentage and a whole: in one clause, or with the whole found in reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Fact, Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.shares.bind_margin import bind_margins
from factcheck.relations.shares.bind_share_clause import shares_in_clauses
from factcheck.relations.shares.portions import Told
from factcheck.relations.shares.told_shares import told_shares
from factcheck.relations.units import comparable, is_amount, is_plain
from factcheck.statements.context import place_of
from factcheck.statements.model import SentenceReading, Statement

__all__ = ["bind_share"]

REACH = 3  # sentences back, and one ahead
TAKEN = 6  # tokens from "of these" to the share
_THE_SAME = frozenset({"these", "this"})
RIVAL_REACH = 30  # sentences
RIVAL = 8.0  # bits with which a whole anywhere in the section takes a share away from the head of its sentence
_NO_WHOLES = frozenset({"change.before", "change.amount", "versus.before"})
SETTLED = 6.0  # bits with which a whole that fits settles the claim


def bind_share(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Shares with part and whole in one clause; else the whole in reach that fits, as a relation that holds."""
    tied = {}
    for constraint in _in_words(rule, reading):
        tied[constraint.operands["share"][0].start] = constraint
    yield from tied.values()
    index = _by_sentence(reading)
    for sentence, statement in reading.statements:
        if statement.kind not in ("share", "pair") or _percent(statement) in tied:
            continue
        part = statement.roles.get("part") or statement.roles.get("count")
        percent = statement.roles.get("percent")
        whole = statement.roles.get("whole")
        if part is None or percent is None or not (is_plain(part) and is_plain(percent)):
            continue
        if whole is not None:
            counts = part.kind is whole.kind is Kind.COUNT  # staff of people
            if (counts or comparable(part, whole)) and is_plain(whole):
                yield _constraint(rule, part, percent, whole, Licence.CLAUSE, closed=True)
            continue
        lead = reading.leads.get(sentence.index)
        nearer = lead is not None and _is_of_nearer(sentence, lead, part)
        if lead is not None and not nearer and _under(lead, part, sentence) and comparable(lead, part):
            headed = _constraint(rule, part, percent, lead, Licence.CLAUSE, closed=True)
            if _fits(headed) or not _rivals(rule, part, percent, index, sentence):
                yield headed
            continue
        these = _these(sentence, part, index)
        if these is not None and comparable(these, part):
            taken = _constraint(rule, part, percent, these, Licence.STRUCTURE)
            told = _taken_up(sentence, min(part.start, percent.start))
            if _fits(taken) or (told and not _all_fail(rule, these, statement, sentence)):
                yield taken  # else "of these" may take up another count
                continue
        fitting = _fitting(rule, part, percent, index, sentence.index, sentence.section)
        if fitting is not None:
            yield fitting
    yield from bind_margins(rule, reading)


def _in_words(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """The shares that words tie to part and whole, of which no statement has all three; the surest come last."""
    stated = {_percent(s) for _, s in reading.statements if {"part", "percent", "whole"} <= s.roles.keys()}
    for told in told_shares(reading):
        if told.share.kind is Kind.PERCENT and told.share.start not in stated and not _is_turnout(reading, told):
            yield _constraint(rule, told.part, told.share, told.whole, told.licence, doubtful=told.doubtful)
    for share in shares_in_clauses(reading):
        if share[1].start not in stated:
            yield _constraint(rule, *share, Licence.CLAUSE)


def _is_of_nearer(sentence: SentenceReading, lead: Quantity, part: Quantity) -> bool:
    """Whether a part "of them" follows another count: "Of the 1,800 members, 1,600 voted, and 1,300 of them"."""
    at = place_of(part, sentence.tokens)
    behind = sentence.lows[at + 1 : at + 3]
    of_them = behind[:1] == ("of",) and behind[-1] in words_of("portions.them")
    between = (token.quantity for token in sentence.tokens[:at] if token.start > lead.start)
    return of_them and any(quantity is not None and quantity.kind is lead.kind for quantity in between)


def _is_turnout(reading: Reading, told: Told) -> bool:
    """Whether votes cast, a register and a turnout are told by name, which is a rule of its own."""
    measures = ("elections.cast", "elections.turnout", "elections.registered")
    facts = [reading.fact_of.get(quantity.start) for quantity in (told.part, told.share, told.whole)]
    return all(fact is not None and fact.measure == name for fact, name in zip(facts, measures, strict=True))


def _percent(statement: Statement) -> int | None:
    percent = statement.roles.get("percent")
    return None if percent is None else percent.start


def _fits(constraint: Constraint, bits: float = 0.0) -> bool:
    """Whether the share holds, by its second readings too."""
    judgement = constraint.judged()
    return judgement.verdict is not Verdict.INCONSISTENT and judgement.bits >= bits


def _rivals(
    rule: Rule, part: Quantity, percent: Quantity, index: dict[int, list[tuple[int, Fact]]], sentence: SentenceReading
) -> bool:
    """Whether some other count of the section nearby makes the share exact: then the share is one of that."""
    near = range(sentence.index - RIVAL_REACH, sentence.index + RIVAL_REACH + 1)
    wholes = (fact.quantity for at in near for where, fact in index.get(at, ()) if where == sentence.section)
    return any(
        whole.value > part.value
        and comparable(part, whole)
        and _fits(_constraint(rule, part, percent, whole, Licence.NOUN), RIVAL)
        for whole in wholes
    )


def _these(sentence: SentenceReading, part: Quantity, index: dict[int, list[tuple[int, Fact]]]) -> Quantity | None:
    """The count that "of these" and the like take up: the last one before it, here or in the sentence before."""
    cue = next((c for c in sentence.cues if c.type == "OFWHICH" and sentence.tokens[c.first].start < part.start), None)
    if cue is None or sentence.tokens[cue.first].low != "of":
        return None
    at = sentence.tokens[cue.first].start
    here = [fact.quantity for _, fact in index.get(sentence.index, ()) if fact.quantity.start < at]
    before = [fact.quantity for _, fact in index.get(sentence.index - 1, ()) if fact.role not in _NO_WHOLES]
    found = [q for q in (*before, *here) if q.kind is part.kind]
    between = [q for q in here if q.start > at]
    return found[-1] if found and not between else None


def _taken_up(sentence: SentenceReading, first: int) -> bool:
    """Whether a clause opens with "Of these, …" right before a pair: what it takes up is not told apart here.

    `first` is where the pair begins. "Of those adults who …" may be others; "of those, …" are the ones told before.
    """
    words = list(sentence.lows)
    for cue in sentence.cues:
        if cue.type != "OFWHICH" or (cue.first and words[cue.first - 1] != ";"):
            continue
        behind = sentence.tokens[cue.first + 2 :]
        between = [token for token in behind if token.start < first]
        others = any(token.quantity is not None and token.quantity.kind is not Kind.RATIO for token in between)
        told = not _THE_SAME.isdisjoint(words[cue.first + 1 : cue.first + 2]) or words[
            cue.first + 2 : cue.first + 3
        ] == [","]
        if told and not others and len(between) <= TAKEN:
            return True
    return False


def _all_fail(rule: Rule, whole: Quantity, statement: Statement, sentence: SentenceReading) -> bool:
    """Whether other shares of the sentence fail with the whole as well: then it is not theirs."""
    others = [s.roles for s in sentence.statements if s.kind == "pair" and s is not statement]
    pairs = [(r["count"], r["percent"]) for r in others if is_plain(r["count"]) and comparable(r["count"], whole)]
    return bool(pairs) and not any(_fits(_constraint(rule, *pair, whole, Licence.NOUN)) for pair in pairs)


def _under(lead: Quantity, part: Quantity, sentence: SentenceReading) -> bool:
    """Whether a part stands under the head "Of the M …", and under no "of these" or "compared with" after it."""
    other = [cue for cue in sentence.cues if cue.type in ("OFWHICH", "VS")]
    between = [cue for cue in other if lead.end <= sentence.tokens[cue.first].start < part.start]
    return part.start > lead.end and not between and part.kind is lead.kind


def _constraint(
    rule: Rule,
    part: Quantity,
    percent: Quantity,
    whole: Quantity,
    licence: Licence,
    *,
    closed: bool = False,
    doubtful: bool = False,
) -> Constraint:
    operands = {"part": (part,), "whole": (whole,), "share": (percent,)}
    return Constraint(rule, operands, licence, closed=closed, doubtful=doubtful)


def _by_sentence(reading: Reading) -> dict[int, list[tuple[int, Fact]]]:
    found: dict[int, list[tuple[int, Fact]]] = {}
    for fact in reading.facts:
        if is_amount(fact.quantity) and is_plain(fact.quantity):
            found.setdefault(fact.sentence, []).append((reading.sentence_at[fact.sentence].section, fact))
    return found


def _fitting(
    rule: Rule, part: Quantity, percent: Quantity, index: dict[int, list[tuple[int, Fact]]], at: int, section: int
) -> Constraint | None:
    """The nearest whole in reach with which the share holds by more than chance."""
    best: tuple[float, Constraint] | None = None
    for fact in _candidates(index, at, section):
        whole = fact.quantity
        if whole.start == part.start or whole.value <= part.value or not comparable(part, whole):
            continue
        constraint = _constraint(rule, part, percent, whole, Licence.NOUN)
        judgement = constraint.judged()
        if (
            judgement.verdict is Verdict.CONSISTENT
            and judgement.bits >= SETTLED
            and (best is None or judgement.bits > best[0])
        ):
            best = judgement.bits, constraint
    return best[1] if best else None


def _candidates(index: dict[int, list[tuple[int, Fact]]], at: int, section: int) -> Sequence[Fact]:
    return [
        fact
        for sentence in (at, *range(at - 1, at - REACH - 1, -1), at + 1)
        for where, fact in index.get(sentence, ())
        if where == section
    ]
