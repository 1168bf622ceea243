"""Reads a text into words, marks and quantities."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.quantities.dates import CALENDAR_WORDS, Calendar, read_calendar, read_numeric, read_time, read_year
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Bound, Kind, Quantity, Token, TokenKind
from factcheck.quantities.interval import Interval
from factcheck.quantities.names import joined_name, read_decade, read_shape
from factcheck.quantities.numeral import Numeral, is_mixed
from factcheck.quantities.operand import build, operand_at
from factcheck.quantities.pieces import Tape
from factcheck.quantities.ranges import range_at
from factcheck.quantities.words import NUMBER_STARTS, read_numeral, read_words

__all__ = ["has_number", "read_tokens"]

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+|[½⅓⅔¼¾⅛⅜⅝⅞]")
_SPELT = frozenset(form for word in NUMBER_STARTS for form in (word, word.capitalize(), word.upper()))
_ZONES = frozenset("GBCUEPIlh")

Found = tuple[Quantity, int, int, int]  # with the offsets of its token and the index of the piece behind it


def has_number(text: str) -> bool:
    """Whether `text` may hold a quantity; never false where `read_tokens` gives one."""
    return _DIGIT.search(text) is not None or not _SPELT.isdisjoint(_WORD.findall(text))


def read_tokens(text: str, base: int = 0) -> list[Token]:
    """Every word, mark and quantity of `text` in order; `base` is the offset of its first character in the source.

    `text[token.start - base:token.end - base] == token.text` for every token. Never raises.
    """
    tape = Tape(text)
    words, starts, ends = tape.words, tape.starts, tape.ends
    tokens: list[Token] = []
    add = tokens.append
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        if word[0].isalpha():
            if word in _SPELT or word in CALENDAR_WORDS or ("-" in word and word.partition("-")[0] in _SPELT):
                found = _spelt(tape, i)
                if found is not None:
                    i = _keep(tokens, tape, found, base)
                    continue
            add(Token(TokenKind.WORD, starts[i] + base, ends[i] + base, word))
        else:
            if word[-1].isnumeric():
                found = _figures(tape, i) if word[-1].isdecimal() else _spelt(tape, i)
                if found is not None:
                    i = _keep(tokens, tape, found, base)
                    continue
            add(Token(TokenKind.PUNCT, starts[i] + base, ends[i] + base, word))
        i += 1
    return tokens


def _keep(tokens: list[Token], tape: Tape, found: Found, base: int) -> int:
    """Put the quantity behind the tokens before it; what it swallowed of them goes, what it leaves of a word stays."""
    quantity, start, end, after = found
    while tokens and tokens[-1].start - base >= start:
        tokens.pop()
    if base:
        quantity = _moved(quantity, base)
    tokens.append(Token(TokenKind.QUANTITY, start + base, end + base, tape.text[start:end], quantity))
    last = after - 1
    if tape.ends[last] > end:
        _leftover(tokens, tape.text, end, tape.ends[last], base)
    return after


def _leftover(tokens: list[Token], text: str, start: int, end: int, base: int) -> None:
    if not text[start].isalnum():
        tokens.append(Token(TokenKind.PUNCT, start + base, start + 1 + base, text[start]))
        start += 1
    if start < end:
        tokens.append(Token(TokenKind.WORD, start + base, end + base, text[start:end]))


def _moved(quantity: Quantity, base: int) -> Quantity:
    import dataclasses

    span = quantity.weekday_span
    return dataclasses.replace(
        quantity,
        start=quantity.start + base,
        end=quantity.end + base,
        outer_start=quantity.outer_start + base,
        outer_end=quantity.outer_end + base,
        weekday_span=span and (span[0] + base, span[1] + base),
    )


def _spelt(tape: Tape, i: int) -> Found | None:
    word = tape.words[i]
    if word in CALENDAR_WORDS:
        calendar = read_calendar(tape, i)
        return None if calendar is None else _from_calendar(tape, i, calendar)
    numeral = read_words(tape, i, joined=tape.low(i - 1) != "between")
    if numeral is None or _is_pronoun(tape, i, numeral):
        return None
    return _quantity(tape, i, numeral)


def _is_pronoun(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether "one" stands for a thing rather than a number."""
    if numeral.num != 1 or numeral.form != "words" or numeral.digits.lower() != "one":
        return False
    if numeral.tail:
        return numeral.tail.lower() in ("off", "offs", "sided", "on", "to", "and") or numeral.tail.startswith(("on-", "to-"))
    behind = tape.low(numeral.after)
    if behind in ("in", "out") or tape.low(i - 1) in ("minus", "negative"):
        return False
    if tape.low(i - 1) in LEXICON.pronoun_before or behind in LEXICON.pronoun_after:
        return True
    return not behind[:1].isalnum() and behind != "(" and tape.low(i - 1) not in ("to", "from", "number")


def _figures(tape: Tape, i: int) -> Found | None:
    calendar = _calendar_at(tape, i)
    if calendar is not None:
        return _from_calendar(tape, i, calendar)
    follower = tape.word(i + 1)
    if follower and follower[0] in "-–. (/" and tape.near(i + 1) and not is_mixed(tape, i):
        shape = read_shape(tape, i)
        if shape is not None:
            return _plain(tape, shape.kind, shape.start, shape.end, Fraction(shape.value), i)
    decade = read_decade(tape, i)
    if decade is not None:
        return _plain(tape, Kind.NAME, decade.start, decade.end, Fraction(decade.value), i)
    name = joined_name(tape, i)
    if name is not None:
        joined = _from_joined(tape, i, name)
        if joined is not None:
            return joined
    numeral = read_numeral(tape, i)
    return None if numeral is None else _quantity(tape, i, _with_rank(tape, numeral))


def _with_rank(tape: Tape, numeral: Numeral) -> Numeral:
    i = numeral.after
    if tape.glued(i) and tape.words[i] in ("st", "nd", "rd", "th", "ST", "ND", "RD", "TH") and numeral.den == 1:
        return numeral._replace(form="ordinal", end=tape.ends[i], after=i + 1)
    return numeral


def _calendar_at(tape: Tape, i: int) -> Calendar | None:
    word, follower = tape.words[i], tape.word(i + 1)
    if not word.isdigit():
        if tape.word(i + 1)[:1].lower() in ("a", "p") and "." in word and len(word) <= 5:
            return read_time(tape, i)
        return read_numeric(tape, i) if tape.glued(i + 1) and follower[0] == "." else None
    if len(word) <= 2:
        if follower in (":",) and tape.glued(i + 1) or follower[:1].lower() in ("a", "p", "o", "n", "m") and not _is_counted(follower):
            time = read_time(tape, i)
            if time is not None:
                return time
        if follower and follower[0] in "/.-" and tape.glued(i + 1) and tape.word(i + 3) == follower:
            return read_numeric(tape, i)
        return read_calendar(tape, i) if follower and follower[0] in "ABCDEFGHIJKLMNOPQRSTUVWXYZosnrt-–" else None
    if len(word) != 4:
        return None
    if follower[:1] in _ZONES:
        time = read_time(tape, i)
        if time is not None:
            return time
    if follower[:1] == "-":
        iso = read_numeric(tape, i)
        if iso is not None:
            return iso
    if follower[:1] in ("-", "–", "/", "'", "’", "s") and tape.glued(i + 1):
        return read_year(tape, i)
    return None


def _is_counted(word: str) -> bool:
    return len(word) > 4 and word.lower() not in ("o'clock", "o’clock", "midnight")


def _from_calendar(tape: Tape, i: int, calendar: Calendar) -> Found:
    start = calendar.start if calendar.outer_start < 0 else calendar.outer_start
    value = Fraction(calendar.value)
    second = None if calendar.second is None else Fraction(calendar.second)
    quantity = Quantity(
        Kind(calendar.kind),
        calendar.start,
        calendar.end,
        start,
        calendar.end,
        tape.text[calendar.start : calendar.end],
        value,
        Interval(value, value if second is None else second),
        second=second,
        bound=Bound.EQUAL if second is None else Bound.RANGE,
        numeral=tape.text[calendar.start : calendar.end],
        date=calendar.date,
        month_day=calendar.month_day,
        weekday=calendar.weekday,
        weekday_span=calendar.weekday_span,
    )
    return quantity, start, calendar.end, tape.index_at(calendar.end, i)


def _plain(tape: Tape, kind: Kind, start: int, end: int, value: Fraction, i: int) -> Found:
    text = tape.text[start:end]
    quantity = Quantity(kind, start, end, start, end, text, value, Interval(value, value), numeral=text)
    return quantity, start, end, tape.index_at(end, i)


def _from_joined(tape: Tape, i: int, span: tuple[int, int]) -> Found | None:
    """Figures glued to letters or "#": a fiscal year, a footnote, or a name; None where the letters are a currency's."""
    start, end = span
    prefix = tape.text[start : tape.starts[i]]
    if prefix in ("x", "X") and tape.glued(i - 1) and tape.word(i - 2)[-1:].isdigit():
        return None
    if prefix in LEXICON.codes or prefix in LEXICON.signs or prefix.endswith(tuple(LEXICON.codes)) and prefix.isupper() and len(prefix) < 4:
        return None
    word = tape.words[i]
    if prefix in ("FY", "fy", "FY-", "CY") and word.isdigit() and len(word) in (2, 4):
        return _plain(tape, Kind.YEAR, start, end, Fraction(int(word) + (2000 if len(word) == 2 else 0)), i)
    value = Fraction(int(re.sub(r"\D", "", word) or 0))
    if prefix.islower() and len(prefix) > 2 or (len(prefix) > 3 and prefix[1:].islower()):  # a footnote's mark
        return _plain(tape, Kind.NAME, tape.starts[i], end, value, i)
    first = i
    while tape.glued(first) and (tape.words[first - 1][0].isalnum() or tape.starts[first - 1] >= start):
        first -= 1
    start, after = tape.starts[first], i + 1
    while tape.glued(after) and (tape.words[after][0].isalnum() or (tape.words[after] in "-‑" and tape.glued(after + 1))):
        end, after = tape.ends[after], after + 1
    return _plain(tape, Kind.NAME, start, end, value, i)


def _quantity(tape: Tape, i: int, numeral: Numeral) -> Found | None:
    operand = operand_at(tape, i, numeral)
    pair = range_at(tape, i, operand)
    if pair is not None:
        return pair
    return build(tape, i, operand)
