"""Margins: an amount, the sales that it was made on, and the margin in percent.

"EBITDA of $303m with sales of $1.54bn, a margin of 20%"; "costs were $88m, or 13.2% of revenue" with the revenue named
once before. The base must be named by its noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from factcheck.facts.lexicon import measures
from factcheck.facts.model import Fact, Reading
from factcheck.quantities.model import Kind, Quantity, TokenKind
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_plain
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["bind_margins"]

REACH = 12  # sentences back to the base
SALES = 4  # the same where it is sought for a margin
SUBJECT = 4  # tokens at the head of a sentence that name what rose or fell
JOINED = 8  # words between an amount and its margin
NEAR = 3  # tokens between "margin" and its percentage, or a base's noun and its amount
SETTLED = 6.0
_ON_SALES = frozenset({
    "with", "on", "from", "and", "net", "total", "sales", "revenue", "revenues", "turnover", "of", "was", "were",
})  # fmt: skip


def bind_margins(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Percentages that are called a margin, or said to be of sales, with their amount and the sales."""
    sentences = reading.sentence_at
    money: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.quantity.kind is Kind.MONEY:
            money.setdefault(fact.sentence, []).append(fact)
    parts = {s.roles["percent"].start: s.roles["count"] for _, s in reading.statements if s.kind == "pair"}
    for fact in reading.facts:
        if fact.quantity.kind is not Kind.PERCENT or not is_plain(fact.quantity):
            continue
        sentence = sentences[fact.sentence]
        if _is_margin(sentence, fact):
            here = [one for one in money.get(fact.sentence, ()) if one.token < fact.token]
            if any(_is_base(sentence, one) for one in here):
                yield from _margin_here(rule, sentence, fact, here)
            elif here and _is_joined(sentence, here[-1], fact):
                yield from _margin_of_sales(rule, here[-1].quantity, fact.quantity, sentences, sentence, money)
        elif fact.role == "pair.percent" and _names_base(fact.base):
            near = _bases_near(sentences, sentence, money)
            yield from _share_of_base(rule, parts[fact.quantity.start], fact.quantity, near)


def _is_base(sentence: SentenceReading, fact: Fact) -> bool:
    """Whether an amount is introduced by a noun for sales: "sales of $1.5bn", "Net sales rose by 4% to $670m"."""
    if not is_plain(fact.quantity):
        return False
    first = 0 if fact.role == "change.after" else max(0, fact.token - NEAR)
    last = SUBJECT if fact.role == "change.after" else fact.token
    before = [token.low for token in sentence.tokens[first:last]]
    return any(measures().bases.get(word) == "sales" for word in before)


def _names_base(base: str) -> bool:
    words = base.split()
    return bool(words) and any(measures().bases.get(word) == "sales" for word in words[:2])


def _is_margin(sentence: SentenceReading, fact: Fact) -> bool:
    around = sentence.tokens[max(0, fact.token - NEAR) : fact.token + 2]
    return any(token.low in ("margin", "margins") for token in around)


def _is_joined(sentence: SentenceReading, amount: Fact, margin: Fact) -> bool:
    """Whether nothing but words joins a margin to the amount before it: "$59m and an operating margin of 13.3%"."""
    between = sentence.tokens[amount.token + 1 : margin.token]
    return len(between) <= JOINED and all(token.kind is TokenKind.WORD for token in between)


def _margin_of_sales(
    rule: Rule,
    part: Quantity,
    margin: Quantity,
    sentences: Mapping[int, SentenceReading],
    sentence: SentenceReading,
    money: Mapping[int, Sequence[Fact]],
) -> Iterator[Constraint]:
    """A margin told with its amount, and the only sales of the last few sentences, where they are of its time."""
    words, lexical = _words(sentence), lexicon()
    told = [base for base in _bases_near(sentences, sentence, money, SALES) if comparable(base, part)]
    if len(told) != 1 or not is_plain(part) or part.value >= told[0].value or not words.isdisjoint(lexical.adjusted):
        return
    near = (sentences.get(at) for at in range(sentence.index - SALES, sentence.index + 1))
    other = next(one for one in near if one is not None and one.start <= told[0].start < one.end)
    if words & lexical.period <= _words(other) & lexical.period:
        yield _constraint(rule, part, told[0], margin, Licence.STRUCTURE, doubtful=False)


def _words(sentence: SentenceReading) -> set[str]:
    return set(sentence.lows)


def _margin_here(rule: Rule, sentence: SentenceReading, margin: Fact, before: Sequence[Fact]) -> Iterator[Constraint]:
    """The sales nearest before the margin in its sentence, and the amount before them."""
    at = next((i for i in range(len(before) - 1, -1, -1) if _is_base(sentence, before[i])), 0)
    if not at:
        return
    part, base = before[at - 1], before[at]
    if is_plain(part.quantity) and comparable(part.quantity, base.quantity):
        between = {token.low for token in sentence.tokens[part.token + 1 : base.token]}
        licence = Licence.CLAUSE if between <= _ON_SALES else Licence.NOUN
        yield _constraint(rule, part.quantity, base.quantity, margin.quantity, licence)


def _bases_near(
    sentences: Mapping[int, SentenceReading],
    sentence: SentenceReading,
    money: Mapping[int, Sequence[Fact]],
    reach: int = REACH,
) -> Iterator[Quantity]:
    """The sales told in the section up to a sentence, the nearest first."""
    for index in range(sentence.index, sentence.index - reach - 1, -1):
        other = sentences.get(index)
        if other is not None and other.section == sentence.section:
            yield from (fact.quantity for fact in reversed(money.get(index, ())) if _is_base(other, fact))


def _share_of_base(rule: Rule, part: Quantity, share: Quantity, bases: Iterator[Quantity]) -> Iterator[Constraint]:
    """The nearest sales that fit."""
    fitting = (base for base in bases if base.start != part.start and comparable(base, part))
    tried = (_constraint(rule, part, base, share, Licence.NOUN) for base in fitting)
    yield from islice((constraint for constraint in tried if constraint.holds(SETTLED)), 1)


def _constraint(
    rule: Rule, part: Quantity, whole: Quantity, share: Quantity, licence: Licence, *, doubtful: bool = True
) -> Constraint:
    operands = {"part": (part,), "whole": (whole,), "share": (share,)}
    return Constraint(rule, operands, licence, doubtful=doubtful)
