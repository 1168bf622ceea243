"""Reads a text into words, marks and quantities."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.quantities.build import Found, build
from factcheck.quantities.cardinal import NUMBER_STARTS
from factcheck.quantities.dates import CALENDAR_WORDS, Calendar, calendar_at, read_calendar
from factcheck.quantities.interval import Interval
from factcheck.quantities.labels import lettered_name
from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Bound, Kind, Quantity, Token, TokenKind
from factcheck.quantities.names import Shape, joined_name, read_decade, read_shape
from factcheck.quantities.numeral import Numeral
from factcheck.quantities.operand import operand_at
from factcheck.quantities.ranges import range_at
from factcheck.quantities.words import read_numeral, read_words

__all__ = ["has_number", "read_tokens"]

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_SPELT = frozenset(form for word in NUMBER_STARTS for form in (word, word.capitalize(), word.upper()))
_CUES = _SPELT | CALENDAR_WORDS


def has_number(text: str) -> bool:
    """Whether `text` may hold a quantity; never false where `read_tokens` gives one."""
    return _DIGIT.search(text) is not None or not _SPELT.isdisjoint(_WORD.findall(text))


def read_tokens(text: str, base: int = 0) -> list[Token]:
    """Every word, mark and quantity of `text` in order; `base` is the offset of its first character in the source.

    `text[token.start - base:token.end - base] == token.text` for every token. Never raises; linear in the text.
    """
    tape = Tape(text, base)
    tokens: list[Token] = []
    done = 0
    for i, word in enumerate(tape.words):
        if i < done or not (word in _CUES or word[-1].isdecimal() or ("-" in word and len(word) > 1)):
            continue
        found = _found_at(tape, i, word, done)
        if found is not None and done and found.start < tape.ends[done - 1]:
            found = _without_hedge(tape, found, tape.ends[done - 1])
        if found is not None:
            tokens += _plain_tokens(tape, done, i)
            _keep(tokens, tape, found)
            done = found.after
    tokens += _plain_tokens(tape, done, len(tape.words))
    return tokens


def _found_at(tape: Tape, i: int, word: str, free: int) -> Found | None:
    """The quantity at piece `i`; pieces before `free` belong to the last one."""
    if word in _CUES or ("-" in word and word.partition("-")[0] in _SPELT):
        return _spelt(tape, i, free)
    return None if word[0].isalpha() or not word[-1].isdecimal() else _figures(tape, i, free)


def _without_hedge(tape: Tape, found: Found, free: int) -> Found | None:
    """`found` without the hedge that begins before offset `free`, in another quantity; None where its number does."""
    start = found.quantity.outer_start - tape.base
    return found._replace(start=start) if start >= free else None


def _plain_tokens(tape: Tape, first: int, last: int) -> list[Token]:
    """The words and marks of the pieces from `first` to before `last`."""
    base, word, mark = tape.base, TokenKind.WORD, TokenKind.PUNCT
    spans = zip(tape.words[first:last], tape.starts[first:last], tape.ends[first:last], strict=True)
    return [
        Token(word if piece[0].isalpha() else mark, start + base, end + base, piece, piece.lower())
        for piece, start, end in spans
    ]


def _keep(tokens: list[Token], tape: Tape, found: Found) -> None:
    """Put the quantity behind the tokens before it; what it swallowed of them goes, what it leaves of a word stays."""
    base = tape.base
    start, end = found.start + base, found.end + base
    while tokens and tokens[-1].start >= start:
        tokens.pop()
    printed = tape.text[found.start : found.end]
    tokens.append(Token(TokenKind.QUANTITY, start, end, printed, printed.lower(), found.quantity))
    rest = tape.text[found.end : tape.ends[found.after - 1]]
    if rest:  # of a hyphenated word: "-bedroom"
        tokens.append(Token(TokenKind.PUNCT, end, end + 1, rest[0], rest[0].lower()))
        if len(rest) > 1:
            tokens.append(Token(TokenKind.WORD, end + 1, end + len(rest), rest[1:], rest[1:].lower()))


def _spelt(tape: Tape, i: int, free: int) -> Found | None:
    """The quantity that begins with the number word, month or weekday of piece `i`."""
    if tape.words[i] in CALENDAR_WORDS:
        calendar = read_calendar(tape, i)
        return None if calendar is None else _from_calendar(tape, i, calendar)
    numeral = read_words(tape, i, joined=tape.low(i - 1) != "between")
    if numeral is None or _is_pronoun(tape, i, numeral):
        return None
    return _quantity(tape, i, numeral, free)


def _is_pronoun(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether "one" stands for a thing rather than a number."""
    if numeral.num != 1 or numeral.form != "words" or numeral.digits.lower() != "one":
        return False
    if numeral.tail:
        return numeral.tail.lower().partition("-")[0] in LEXICON.one_idioms
    before, behind = tape.low(i - 1), tape.low(numeral.after)
    if before in ("minus", "negative") or (behind in ("in", "out") and _is_number(tape.low(numeral.after + 1))):
        return False
    if (
        before in LEXICON.pronoun_before
        or re.split("['’]", behind)[0] in LEXICON.pronoun_after
        or behind.endswith("ed")
    ):
        return True
    return not behind[:1].isalnum() and behind != "(" and before not in ("to", "from", "number")


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in NUMBER_STARTS or word in ("every", "of")


def _figures(tape: Tape, i: int, free: int) -> Found | None:
    """The quantity that begins with the figures of piece `i`."""
    calendar = calendar_at(tape, i)
    if calendar is not None:
        return _from_calendar(tape, i, calendar)
    shape = read_shape(tape, i) or read_decade(tape, i) or joined_name(tape, i) or _lettered(tape, i)
    if shape is not None:
        return _from_shape(tape, i, shape)
    numeral = read_numeral(tape, i)
    return None if numeral is None else _quantity(tape, i, numeral, free)


def _lettered(tape: Tape, i: int) -> Shape | None:
    span = lettered_name(tape, i)
    return None if span is None else Shape(Kind.NAME, *span, int(tape.words[i]))


def _from_shape(tape: Tape, i: int, shape: Shape) -> Found:
    value = Fraction(shape.value)
    start, end, base = shape.start, shape.end, tape.base
    text = tape.text[start:end]
    span = (start + base, end + base)
    quantity = Quantity(shape.kind, *span, *span, text, value, Interval(value, value), numeral=text)
    return Found(quantity, start, end, tape.index_at(end, i))


def _from_calendar(tape: Tape, i: int, calendar: Calendar) -> Found:
    value = Fraction(calendar.value)
    second = None if calendar.second is None else Fraction(calendar.second)
    start, end, base = calendar.start, calendar.end, tape.base
    text = tape.text[start:end]
    weekday = calendar.weekday_span
    quantity = Quantity(
        Kind(calendar.kind),
        start + base,
        end + base,
        calendar.outer_start + base,
        end + base,
        text,
        value,
        Interval(value, value if second is None else second),
        bound=Bound.EQUAL if second is None else Bound.RANGE,
        numeral=text,
        second=second,
        date=calendar.date,
        month_day=calendar.month_day,
        weekday=calendar.weekday,
        weekday_span=None if weekday is None else (weekday[0] + base, weekday[1] + base),
    )
    return Found(quantity, calendar.outer_start, end, tape.index_at(end, i))


def _quantity(tape: Tape, i: int, numeral: Numeral, free: int) -> Found:
    operand = operand_at(tape, i, numeral, free)
    return range_at(tape, operand) or build(tape, i, operand)
