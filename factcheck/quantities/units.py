"""The unit, currency or percent sign at a numeral."""

from __future__ import annotations

from typing import Any, NamedTuple

from factcheck.quantities.lexer import Tape, pieces_of
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.numeral import Numeral

__all__ = ["Unit", "read_currency", "read_unit"]


class Unit(NamedTuple):
    """A unit: its class, its name, the offset where it ends and the index of the piece behind it.

    Classes: money, minor (a hundredth of a currency), percent, per_mille, points, measure, duration, age, multiple.
    """

    kind: str
    name: str
    end: int
    after: int


_NO_NOUN = frozenset(("of", "from", "to", "above", "below", "long", "high", "deep", "wide", "tall"))
_HYPHENS = ("-", "‑", "‐", "–")
_SCALES_OF_HEAT = {"C": "degree_Celsius", "F": "degree_Fahrenheit"}
HEAT_REACH = 8  # pieces between "temperatures" and its figures
_TICKETS, _MANY = ("day", "night", "week", "month", "season"), 1000  # kinds of things of which so many are counted
_OLD = ("old", "olds")  # "19 years old", "19 year olds"
_LAST_PIECES = frozenset(pieces_of(sign)[-1] for sign in LEXICON.signs) | LEXICON.codes


# Where a text prints the letters of a dollar apart from its sign or in lower case ("hk $ 10").
_DOLLARS = {"us": "USD", "u.s": "USD", "u.s.": "USD", "hk": "HKD", "h.k.": "HKD", "nz": "NZD", "n.z.": "NZD"}


def read_currency(tape: Tape, i: int) -> tuple[str, int] | None:
    """The ISO code of the currency whose sign or code stands right before piece `i`, and where that begins."""
    mark = tape.word(i - 1)
    if mark not in _LAST_PIECES or tape.starts[i] - tape.ends[i - 1] > 1:
        return None
    if mark == ".":
        code = LEXICON.signs.get(tape.word(i - 2) + ".")
        return (code, i - 2) if code and tape.glued(i - 1) else None
    if mark[-1] != "$":
        return (mark if mark in LEXICON.codes else LEXICON.signs[mark]), i - 1
    return _dollars(tape, i - 1)


def _dollars(tape: Tape, i: int) -> tuple[str, int]:
    """The dollars whose sign is piece `i`, by the letters before it ("US$", "HK$", "hk $")."""
    letters = tape.word(i - 1)
    if tape.glued(i) and letters:
        code = LEXICON.signs.get(letters + "$") or (letters if letters in LEXICON.codes else None)
        if code:
            return code, i - 1
    code = _DOLLARS.get(letters.lower()) if tape.near(i) else None
    return (code, i - 1) if code else ("USD", i)


def read_unit(tape: Tape, numeral: Numeral, *, money: bool = False) -> Unit | None:
    """The unit behind `numeral`; with `money` a currency sign stood before it, so that single letters are no units."""
    if numeral.tail:
        return _tail_unit(tape, numeral.tail, numeral.end + 1, numeral.after)
    i = numeral.after
    if not tape.near(i):
        return None
    word = tape.words[i]
    if word[:2] == "m-" and word[2:] in LEXICON.length_after and tape.glued(i) and not money:  # "10m-long"
        return Unit("measure", "meter", tape.starts[i] + 1, i + 1)
    if word in _HYPHENS:
        return _hyphened(tape, i) if tape.glued(i) and tape.glued(i + 1) else None
    glued = _glued(tape, i, numeral, money) if len(word) < 4 else None
    if glued is not None:
        return glued
    return _from_trie(tape, i, numeral)


def _glued(tape: Tape, i: int, numeral: Numeral, money: bool) -> Unit | None:
    """Letters that are a unit only right at a plain numeral: "5m", "90p", "1.5x", "2.02 m)"."""
    word, end = tape.words[i], tape.ends[i]
    if money or numeral.scale != 1:
        return None
    if not tape.glued(i):
        behind = tape.low(i + 1)
        if word == "in" or (behind[:1].isalpha() and behind not in _NO_NOUN) or word not in LEXICON.glued:
            return None
    elif word in ("x", "X", "×"):
        return None if tape.word(i + 1)[:1].isdigit() else Unit("multiple", "", end, i + 1)
    elif word in ("p", "¢"):
        return Unit("minor", "GBP_penny" if word == "p" else "USD_cent", end, i + 1)
    if word in _SCALES_OF_HEAT:
        return Unit("measure", _SCALES_OF_HEAT[word], end, i + 1) if _is_heat(tape, i, numeral) else None
    entry = LEXICON.glued.get(word)
    if entry is None:
        return None
    kind = "duration" if entry[1] in ("hour", "minute") else entry[0]
    return _rate(tape, Unit(kind, entry[1], end, i + 1))


def _is_heat(tape: Tape, i: int, numeral: Numeral) -> bool:
    """Whether the "C" or "F" glued to `numeral` at piece `i` is a temperature's: "-5C", "temperatures of 20C".

    So it is behind "minus", with decimals ("31.4C") and where the other scale follows or precedes in
    brackets: "30C (86F)".
    """
    if not tape.glued(i):
        return False
    if tape.low(i - 2) in ("minus", "negative") or "." in numeral.digits or _is_converted(tape, i):
        return True
    return tape.text[numeral.start - 1 : numeral.start] in ("-", "−") or any(
        tape.low(k) in LEXICON.heat_words for k in range(i - HEAT_REACH, i)
    )


def _is_converted(tape: Tape, i: int) -> bool:
    """Whether piece `i` and a piece three further, or three before, are the letters of two scales: "30C (86F)"."""
    if tape.word(i + 1) == "(":
        return tape.word(i + 3) in _SCALES_OF_HEAT and tape.word(i + 3) != tape.word(i)
    return tape.word(i - 2) == "(" and tape.word(i - 3) in _SCALES_OF_HEAT and tape.word(i - 3) != tape.word(i)


def _from_trie(tape: Tape, i: int, numeral: Numeral) -> Unit | None:
    node: Any = LEXICON.units
    best: list[str] | None = None
    j = after = i
    while True:
        node = node.get(tape.low(j))
        if node is None:
            break
        j += 1
        if "" in node:
            best, after = node[""], j
        if not tape.near(j):
            break
    if best is None:
        return _worded(tape, i)
    kind, name = best
    if (
        numeral.form == "words"
        and tape.words[i].isupper()
        and after == i + 1
        and len(tape.words[i]) <= 3
        and name != "USD"
    ):
        return None  # "three GM plants"
    unit = Unit(kind, name, tape.ends[after - 1], after)
    first = tape.low(i)
    if kind == "money" and first in LEXICON.large_money and numeral.scale == 1 and numeral.num < 100 * numeral.den:
        return None
    if name == "pound" and _is_sterling(tape, after, numeral):
        return unit._replace(kind="money", name="GBP")
    if (
        kind == "duration"
        and numeral.num >= _MANY * numeral.den
        and first in _TICKETS
        and tape.low(after).endswith("s")
    ):
        return None  # "12,400 day tickets"
    if kind == "duration":
        return _age_or_duration(tape, numeral, unit)
    return _rate(tape, unit) if kind == "measure" else unit


def _is_sterling(tape: Tape, after: int, numeral: Numeral) -> bool:
    return (
        numeral.scale != 1
        or tape.low(after) in ("sterling",)
        or (tape.low(after - 1) == "pounds" and numeral.num >= 1000 * numeral.den)
    )


def _worded(tape: Tape, i: int) -> Unit | None:
    low = tape.low(i)
    if low == "times" or (low in ("x", "×") and not tape.word(i + 1)[:1].isdigit()):
        return Unit("multiple", "", tape.ends[i], i + 1)
    return None


def _rate(tape: Tape, unit: Unit) -> Unit:
    """The unit with "per year", "a day", "/h" behind it."""
    i = unit.after
    mark = tape.low(i)
    if mark not in ("per", "a", "an", "/", "each", "every"):
        return unit
    base = LEXICON.per.get(tape.low(i + 1))
    if base is None or not tape.near(i + 1) or (mark == "/") != tape.glued(i + 1):
        return unit
    return Unit(unit.kind, f"{unit.name} / {base}", tape.ends[i + 1], i + 2)


def _age_or_duration(tape: Tape, numeral: Numeral, unit: Unit) -> Unit:
    i = unit.after
    if tape.text[max(0, numeral.start - 5) : numeral.start].lower() in ("aged ", " age ", "ages "):
        return unit._replace(kind="age")
    if tape.low(i) in _OLD:
        return Unit("age", unit.name, tape.ends[i], i + 1)
    if tape.low(i) == "of" and tape.low(i + 1) == "age":
        return Unit("age", unit.name, tape.ends[i + 1], i + 2)
    return unit


def _hyphened(tape: Tape, i: int) -> Unit | None:
    """The unit that hangs on the numeral by a hyphen at `i`: "3-inch", "31-year-old", "10-fold"."""
    if i + 1 >= len(tape.words):
        return None
    return _tail_unit(tape, tape.words[i + 1], tape.starts[i + 1], i + 2)


def _tail_unit(tape: Tape, tail: str, start: int, after: int) -> Unit | None:
    head, _, rest = tail.partition("-")
    end = start + len(head)
    low = head.lower()
    if low == "fold":
        return Unit("multiple", "", end, after)
    node = LEXICON.units.get(low)
    if node is None:
        return None
    if low == "percentage" and rest.lower().startswith("point"):
        return Unit("points", "point", start + len(tail), after)
    if "" not in node:
        two = node.get(rest.lower()) if rest else None
        return Unit(two[""][0], two[""][1], start + len(tail), after) if two and "" in two else None
    kind, name = node[""]
    if kind == "duration" and rest.lower() in ("old", "olds"):
        return Unit("age", name, start + len(tail), after)
    if kind == "duration" and not rest and tape.low(after) in _OLD and tape.near(after):
        return Unit("age", name, tape.ends[after], after + 1)
    return Unit(kind, name, end, after)
