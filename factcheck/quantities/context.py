"""What the words round a bare figure make of it: a year, an age, a name, a list number."""

from __future__ import annotations

from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind
from factcheck.quantities.names import is_prefixed, named_by_context, named_in_words
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.operand import Operand

__all__ = ["looks_like_year", "settled"]

OLDEST = 120
_CLOSING = frozenset(("%", ")", "”", '"'))


def settled(tape: Tape, i: int, operand: Operand) -> Operand:
    """`operand`, whose numeral stands at piece `i`, with its kind told from what stands round it."""
    numeral = operand.numeral
    if operand.kind is not Kind.COUNT:
        return operand
    if numeral.form == "figure" and numeral.scale == 1 and not operand.signed:
        if looks_like_year(operand) and _is_year(tape, operand):
            return operand._replace(kind=Kind.YEAR)
        if _is_list_number(tape, operand) or named_by_context(tape, i, numeral) or _is_footnote(tape, operand):
            return operand._replace(kind=Kind.NAME)
    if numeral.form == "words" and numeral.unit == 1 and named_in_words(tape, i, numeral):
        return operand._replace(kind=Kind.NAME)
    if _is_age(tape, operand):
        return operand._replace(kind=Kind.AGE, unit="year")
    return _with_letters(tape, operand) if numeral.form == "figure" else operand


def looks_like_year(operand: Operand) -> bool:
    """Whether it is a bare figure of four digits from 1500 to 2100."""
    numeral = operand.numeral
    return operand.kind is Kind.COUNT and 1500 <= numeral.num <= 2100 and numeral.digits.isdigit()


def _is_year(tape: Tape, operand: Operand) -> bool:
    if tape.low(operand.first - 1) in LEXICON.year_before or is_prefixed(tape, operand.first):
        return True
    behind = tape.word(operand.after)
    return not (behind.islower() and is_plural(behind) and tape.near(operand.after))


def _is_age(tape: Tape, operand: Operand) -> bool:
    """ "aged 45", "at the age of 45", "Name, 45, said"."""
    numeral = operand.numeral
    if numeral.scale != 1 or not 0 < numeral.num <= OLDEST * numeral.den:
        return False
    before = tape.low(operand.first - 1)
    if before in LEXICON.age_before or (before == "of" and tape.low(operand.first - 2) in LEXICON.age_before):
        return True
    if before != "," or tape.word(operand.after) != "," or len(numeral.digits) != 2 or not numeral.digits.isdigit():
        return False
    name = tape.word(operand.first - 2)
    return name[:1].isupper() and name.isalpha() and name not in LEXICON.months


def _is_list_number(tape: Tape, operand: Operand) -> bool:
    """ "12. The", "1) A", "(3) Excludes" at the head of a line."""
    digits, mark = operand.numeral.digits, tape.word(operand.after)
    if mark not in (".", ")") or not digits.isdigit() or len(digits) > 3 or not tape.glued(operand.after):
        return False
    opening = operand.first - 1 if mark == ")" and tape.word(operand.first - 1) == "(" else operand.first
    if opening > 0 and "\n" not in tape.text[tape.ends[opening - 1] : tape.starts[opening]]:
        return False
    return mark == ")" or tape.word(operand.after + 1)[:1].isupper()


def _is_footnote(tape: Tape, operand: Operand) -> bool:
    return tape.glued(operand.first) and tape.word(operand.first - 1) in _CLOSING and len(operand.numeral.digits) <= 2


def _with_letters(tape: Tape, operand: Operand) -> Operand:
    """Letters glued behind a bare figure make a name of it ("5c", "3B"), unless they are a word run into it."""
    k = operand.after
    if (
        not tape.glued(k)
        or not tape.words[k][0].isalpha()
        or tape.low(k) in LEXICON.function_words
        or tape.low(k) == "x"
    ):
        return operand
    while tape.glued(k) and tape.words[k][0].isalnum():
        k += 1
    end = tape.ends[k - 1]
    return operand._replace(kind=Kind.NAME, numeral=operand.numeral._replace(end=end, after=k), end=end, after=k)
