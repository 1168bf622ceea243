"""What the words round a bare figure make of it: a year, an age, a name, a list number."""

from __future__ import annotations

from factcheck.quantities.cardinal import NUMBER_STARTS
from factcheck.quantities.labels import labelled, named_by_context, named_in_words
from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind
from factcheck.quantities.names import is_prefixed
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.operand import Operand
from factcheck.quantities.years import is_quarter

__all__ = ["looks_like_year", "settled"]

OLDEST = 120
MOST_NOTES = 4  # that stand side by side
_CLOSING = frozenset(("%", ")", "”", '"'))
LONGEST_STREET = 3  # capitalised words before "Street"


def settled(tape: Tape, i: int, operand: Operand) -> Operand:
    """`operand`, whose numeral stands at piece `i`, with its kind told from what stands round it."""
    numeral = operand.numeral
    if operand.kind is not Kind.COUNT:
        numbered = numeral.form == "share" and not operand.unit and _is_numbered(tape, operand)
        return operand._replace(kind=Kind.NAME) if numbered else operand  # "No 575/2013"
    if numeral.form == "figure" and numeral.scale == 1 and not operand.signed:
        if looks_like_year(operand) and _is_year(tape, operand):
            return operand._replace(kind=Kind.YEAR)
        if _is_list_number(tape, operand) or named_by_context(tape, i, numeral) or _is_footnote(tape, operand):
            return operand._replace(kind=Kind.NAME)
        if _is_house(tape, operand):
            return operand._replace(kind=Kind.NAME)
    if numeral.form == "words" and numeral.unit == 1 and named_in_words(tape, i, numeral):
        return operand._replace(kind=Kind.NAME)
    if _is_age(tape, operand):
        return operand._replace(kind=Kind.AGE, unit="year")
    return _with_letters(tape, operand) if numeral.form == "figure" else operand


def _is_numbered(tape: Tape, operand: Operand) -> bool:
    """ "Regulation 12/2013", "No 12/2013", "grade 3/4"."""
    return tape.low(operand.first - 1) == "no" or labelled(tape, operand.first, operand.after)


def looks_like_year(operand: Operand) -> bool:
    """Whether it is a bare figure of four digits from 1500 to 2100."""
    numeral = operand.numeral
    return operand.kind is Kind.COUNT and 1500 <= numeral.num <= 2100 and numeral.digits.isdigit()


def _is_year(tape: Tape, operand: Operand) -> bool:
    before = tape.low(operand.first - 1)
    if before in LEXICON.year_before or is_prefixed(tape, operand.first) or is_quarter(tape, operand.first - 1):
        return True
    behind = tape.word(operand.after)
    counted = behind.islower() and is_plural(behind) and tape.near(operand.after)
    return not counted or behind in LEXICON.year_nouns


def _is_house(tape: Tape, operand: Operand) -> bool:
    """Whether a street follows: "10 Downing Street"."""
    k = operand.after
    for word in tape.words[k : k + LONGEST_STREET + 1]:
        if not word.istitle() or not tape.near(k):
            return False
        if k > operand.after and word in LEXICON.street_words:
            return len(operand.numeral.digits) <= 4
        k += 1
    return False


def _is_age(tape: Tape, operand: Operand) -> bool:
    """ "aged 45", "at the age of 45", "Name, 45, said"."""
    numeral = operand.numeral
    if numeral.scale != 1 or not 0 < numeral.num <= OLDEST * numeral.den:
        return False
    before = tape.low(operand.first - 1)
    if before in LEXICON.age_before or (before == "of" and tape.low(operand.first - 2) in LEXICON.age_before):
        return True
    if before in ("and", "or", "to") and tape.low(operand.first - 3) == "ages":  # "ages 55 and 59"
        return tape.word(operand.first - 2).isdigit()
    if before != "," or tape.word(operand.after) != "," or len(numeral.digits) != 2 or not numeral.digits.isdigit():
        return False
    name, behind = tape.word(operand.first - 2), tape.low(operand.after + 1)
    if name.islower():  # "the founder, 88, was"
        return (
            name.isalpha()
            and behind in LEXICON.age_after
            and not is_plural(name)
            and name not in LEXICON.function_words
        )
    share = behind == "or"  # "Of 250 teachers in Ash, 90, or 36%, said"
    return name[:1].isupper() and name.isalpha() and name not in LEXICON.months and not share


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
    """The mark of a note behind what it belongs to ("5%2", "(net)1"), or behind a stop ("said.14 The")."""
    mark, digits = tape.word(operand.first - 1), operand.numeral.digits
    if not tape.glued(operand.first) or not digits.isdigit() or len(digits) > 3:
        return _is_next_note(tape, operand)
    if mark in _CLOSING:
        return len(digits) <= 2
    if mark == "(" and tape.glued(operand.first - 1):  # "Kingdom(1),(2)"
        last = tape.word(operand.first - 2)
        row = last == "," and tape.word(operand.first - 3) == ")" and tape.glued(operand.first - 2)
        return len(digits) <= 2 and tape.word(operand.after) == ")" and (row or last.isalpha())
    if mark in ("[", "^"):  # "[2]", "[^2]"
        return tape.word(operand.after) == "]" and tape.glued(operand.after)
    if mark != "." or not tape.glued(operand.first - 1):
        return False
    said = tape.word(operand.first - 2)
    behind = tape.word(operand.after)
    ends = not behind[:1].isalnum() or not (tape.glued(operand.after) or behind.islower())
    return ends and (said in _CLOSING or said[-1:].isalnum())


def _is_next_note(tape: Tape, operand: Operand) -> bool:
    """The second of two notes behind a stop, or the third: "payers.14 15 16 These"."""
    k, digits = operand.first - 1, operand.numeral.digits
    if not digits.isdigit() or not (tape.word(operand.after)[:1].isupper() or tape.word(operand.after).isdigit()):
        return False
    for _ in range(MOST_NOTES):
        if not (tape.word(k).isdigit() and len(tape.words[k]) <= 3 and len(digits) <= 3):
            return False
        if tape.glued(k):
            return tape.word(k - 1) == "." and tape.glued(k - 1) and tape.word(k - 2)[-1:].isalpha()
        k -= 1
    return False


def _with_letters(tape: Tape, operand: Operand) -> Operand:
    """Letters glued behind a bare figure make a name of it ("5c", "3B"), unless they are a word run into it."""
    k = operand.after
    if _hangs_on(tape, operand):
        end = tape.ends[k + 1 if tape.words[k] in "-‑‐" else k + 2]
        after = tape.index_at(end, k)
        return operand._replace(
            kind=Kind.NAME, numeral=operand.numeral._replace(end=end, after=after), end=end, after=after
        )
    if (
        not tape.glued(k)
        or not tape.words[k][0].isalpha()
        or tape.words[k] in LEXICON.function_words
        or tape.low(k) == "x"
    ):
        return operand
    while tape.glued(k) and tape.words[k][0].isalnum():
        k += 1
    end = tape.ends[k - 1]
    return operand._replace(kind=Kind.NAME, numeral=operand.numeral._replace(end=end, after=k), end=end, after=k)


def _hangs_on(tape: Tape, operand: Operand) -> bool:
    """Whether a letter or a capitalised number word makes a name of the figure: "10-K", "7-Eleven", "401(k)"."""
    k, digits = operand.after, operand.numeral.digits
    if not tape.glued(k) or not tape.glued(k + 1) or not digits.isdigit():
        return False
    tail = tape.words[k + 1]
    if tape.words[k] in ("-", "‑", "‐"):
        return tail[:1].isupper() and (len(tail) <= 2 or tail.lower() in NUMBER_STARTS)
    return tape.words[k] == "(" and len(digits) == 3 and len(tail) == 1 and tail.islower() and tape.word(k + 2) == ")"
