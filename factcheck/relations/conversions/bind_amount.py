"""Amounts of money whose digits are in groups that no style of the text has: "$110,00" beside "£59,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.facts.model import Reading
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule

__all__ = ["bind_amount"]

_WELL_FORMED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MALFORMED = re.compile(r"\d{3},\d{2}")  # with fewer digits before it, a comma may part decimals


def bind_amount(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each amount that ends in a group of two digits, with the one most like it that ends in a group of three.

    Not where fewer amounts of the text have groups of three.
    """
    malformed = list(_malformed(reading))
    if not malformed:
        return
    money = [quantity for quantity in reading.quantities if quantity.kind is Kind.MONEY]
    grouped = [quantity for quantity in money if _WELL_FORMED.fullmatch(quantity.numeral)]
    if len(grouped) < len(malformed):
        return
    for quantity in malformed:
        pattern = min(grouped, key=lambda other: _unlike(other, quantity))
        constraint = Constraint(
            rule, {"figure": (quantity,), "pattern": (replace(pattern, hedge=""),)}, Licence.CLAUSE, closed=True
        )
        yield Evaluated(constraint, Verdict.INCONSISTENT, 0.0)


def _unlike(other: Quantity, malformed: Quantity) -> tuple[bool, int]:
    """How far a well-formed amount is from showing how another should look: by its first group, then by its place."""
    return other.numeral.find(",") != malformed.text.find(","), abs(other.start - malformed.start)


def _malformed(reading: Reading) -> Iterator[Quantity]:
    """Numerals right behind a currency sign that the reader could not read, with the sign."""
    for sentence in reading.sentences:
        for sign, token in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            quantity = token.quantity
            if quantity is None or quantity.kind is not Kind.NAME or sign.end != token.start:
                continue
            if sign.text in LEXICON.signs and _MALFORMED.fullmatch(quantity.text):
                yield replace(quantity, outer_start=sign.start)
