"""Margins: an amount, the sales that it was made on, and the margin in percent.

"EBITDA of $303m with sales of $1.54bn, a margin of 20%"; "costs were $88m, or 13.2% of revenue" with the revenue named
once before. The base must be named by its noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.lexicon import measures
from factcheck.facts.model import Fact, Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict, judge
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_plain
from factcheck.statements.model import SentenceReading

__all__ = ["bind_margins"]

REACH = 12  # sentences back to the base
NEAR = 3  # tokens between "margin" and its percentage, or a base's noun and its amount
SETTLED = 6.0
_ON_SALES = frozenset({"with", "on", "from", "net", "total", "sales", "revenue", "revenues", "turnover", "of"})


def bind_margins(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Percentages that are called a margin, or said to be of sales, with their amount and the sales."""
    sentences = {sentence.index: sentence for sentence in reading.sentences}
    bases = [fact for fact in reading.facts if _is_base(sentences[fact.sentence], fact)]
    for fact in reading.facts:
        if fact.quantity.kind is not Kind.PERCENT or not is_plain(fact.quantity):
            continue
        sentence = sentences[fact.sentence]
        if _is_margin(sentence, fact):
            yield from _margin_here(rule, reading, sentence, fact, bases)
        elif fact.role == "pair.percent" and _names_base(fact.base):
            yield from _share_of_base(rule, reading, sentence, fact, bases)


def _is_base(sentence: SentenceReading, fact: Fact) -> bool:
    """Whether an amount of money is introduced by a noun for sales: "sales of $1.5bn", "revenue was $670m"."""
    if fact.quantity.kind is not Kind.MONEY or not is_plain(fact.quantity):
        return False
    before = [token.text.lower() for token in sentence.tokens[max(0, fact.token - NEAR) : fact.token]]
    return any(measures().bases.get(word) == "sales" for word in before)


def _names_base(base: str) -> bool:
    words = base.split()
    return bool(words) and any(measures().bases.get(word) == "sales" for word in words[:2])


def _is_margin(sentence: SentenceReading, fact: Fact) -> bool:
    around = sentence.tokens[max(0, fact.token - NEAR) : fact.token + 2]
    return any(token.text.lower() in ("margin", "margins") for token in around)


def _margin_here(
    rule: Rule, reading: Reading, sentence: SentenceReading, fact: Fact, bases: Sequence[Fact]
) -> Iterator[Constraint]:
    """Amount and sales of the same sentence, the sales nearest before the margin."""
    here = [base for base in bases if base.sentence == sentence.index and base.token < fact.token]
    if not here:
        return
    base = here[-1]
    parts = [
        other
        for other in reading.facts
        if other.sentence == sentence.index and other.token < base.token and other.quantity.kind is Kind.MONEY
    ]
    if parts and is_plain(parts[-1].quantity) and comparable(parts[-1].quantity, base.quantity):
        between = {token.text.lower() for token in sentence.tokens[parts[-1].token + 1 : base.token]}
        licence = Licence.CLAUSE if between <= _ON_SALES else Licence.NOUN
        yield _constraint(rule, parts[-1].quantity, base.quantity, fact.quantity, licence)


def _share_of_base(
    rule: Rule, reading: Reading, sentence: SentenceReading, fact: Fact, bases: Sequence[Fact]
) -> Iterator[Constraint]:
    """The nearest sales that fit."""
    part = next(
        s.roles["count"] for _, s in reading.statements if s.kind == "pair" and s.roles["percent"] is fact.quantity
    )
    sections = {s.index: s.section for s in reading.sentences}
    near = [
        base
        for base in bases
        if 0 <= sentence.index - base.sentence <= REACH
        and sections[base.sentence] == sentence.section
        and base.quantity.start != part.start
        and comparable(base.quantity, part)
    ]
    tried = [_constraint(rule, part, base.quantity, fact.quantity, Licence.NOUN) for base in reversed(near)]
    yield from [constraint for constraint in tried if _holds(rule, constraint)][:1]


def _constraint(rule: Rule, part: Quantity, whole: Quantity, share: Quantity, licence: Licence) -> Constraint:
    operands = {"part": (part,), "whole": (whole,), "share": (share,)}
    return Constraint(rule, operands, licence, doubtful=True)


def _holds(rule: Rule, constraint: Constraint) -> bool:
    judgement = judge(rule, constraint.operands)
    return judgement.verdict is Verdict.CONSISTENT and judgement.bits >= SETTLED
