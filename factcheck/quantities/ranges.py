"""Printed ranges: "5 to 7%", "$120-$360", "between 3 and 5 million"."""

from __future__ import annotations

from factcheck.quantities.build import Found, reading_of
from factcheck.quantities.context import looks_like_year
from factcheck.quantities.hedges import hedge_before
from factcheck.quantities.labels import labelled
from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.quantities.nouns import counted_noun
from factcheck.quantities.operand import Operand, next_operand
from factcheck.quantities.rounding import fraction, widened

__all__ = ["range_at"]

_DASHES = frozenset("-–—‑‐")
_CROSSES = frozenset("x×")
_PERCENT = frozenset({"%", "percent", "cent", "pct"})
GROWTH_RATIO = 2  # "up 7.8% to 9.3%": the upper end of a range of growth is at most twice the lower


def range_at(tape: Tape, left: Operand) -> Found | None:
    """The range of which `left` is the lower end, or None where `left` stands alone."""
    if left.kind in (Kind.ORDINAL, Kind.AGE, Kind.RATIO, Kind.MULTIPLE) or left.numeral.tail:
        return None
    connector = _connector(tape, left)
    if connector is None:
        return None
    right = next_operand(tape, left.after + (2 if connector == "hung" else 1))
    if right is None or right.numeral.form == "ordinal" or right.kind is Kind.RATIO:
        return None
    if (connector == "to" and (_is_dative(tape, left, right) or _is_dated(tape, left))) or (
        connector == "dash" and _are_no_ends(tape, left, right)
    ):
        return None
    if connector != "between" and looks_like_year(left) and _is_of_another_form(right):
        return None
    if connector == "dash":
        right = _completed(tape, left, right)
    left, right = _shared(left, right)
    if connector == "to" and _is_spread(tape, left, right) and _ordered(right, left):
        left, right = _risen(left, right)
    if not _ordered(left, right) or not _agree(left, right):
        return None
    if connector != "dash" and looks_like_year(left) and looks_like_year(right):
        return None
    if connector == "to" and not _is_spread(tape, left, right) and not _is_range(tape, left, right):
        return None
    return _build(tape, left, right, connector)


def _connector(tape: Tape, left: Operand) -> str | None:
    j = left.after
    if not tape.near(j):
        return None
    mark = tape.low(j)
    if mark in _DASHES and tape.low(j + 1) == "to" and not tape.glued(j + 1):  # "8- to 16-metre"
        return "hung"
    if mark == "/":  # a price asked and offered: "6.0640/70"
        return "dash" if _is_quote(tape, left) else None
    if mark in _DASHES:
        if tape.glued(j + 1) and tape.low(left.first - 1) in LEXICON.age_before:  # "aged 16 -24"
            return "dash"
        spaced = not tape.glued(j) and not tape.glued(j + 1)
        return "dash" if (tape.glued(j) and tape.glued(j + 1)) or (spaced and mark != "—") else None
    if mark == "to":
        return "to"
    if mark == "and" and tape.low(left.first - 1) == "between":
        return "between"
    return None


def _is_quote(tape: Tape, left: Operand) -> bool:
    j, decimals = left.after, left.numeral.digits.partition(".")[2]
    figures = tape.word(j + 1)
    return tape.glued(j) and tape.glued(j + 1) and len(decimals) > len(figures) == 2 and figures.isdigit()


def _are_no_ends(tape: Tape, left: Operand, right: Operand) -> bool:
    """ "7-Eleven"; "4 x 5 - 2 x 3", where the dash is a minus."""
    if left.numeral.form == "figure" and right.numeral.digits.istitle():
        return True
    return tape.low(left.first - 1) in _CROSSES or tape.low(right.after) in _CROSSES


def _is_dative(tape: Tape, left: Operand, right: Operand) -> bool:
    """ "gave $5 to 12 people", "up 30% to 45": a bare number takes a sign before the left one, unless it has a noun."""
    if right.kind is not Kind.COUNT or left.kind is Kind.COUNT:
        return False
    return left.kind is not Kind.MONEY or left.end > left.numeral.end or counted_noun(tape, right.after) != ""


def _is_dated(tape: Tape, left: Operand) -> bool:
    """Whether the word before says that the figure is a year, as in "rose from 12m in 2001 to 30m"."""
    return looks_like_year(left) and tape.low(left.first - 1) in LEXICON.dated_before


def _is_of_another_form(right: Operand) -> bool:
    """Whether a number is money, a scale word or decimals tell it from a year: "… of 2019 to $19.1 million"."""
    numeral = right.numeral
    return right.kind is Kind.MONEY or numeral.scale != 1 or not numeral.digits.replace(",", "").isdigit()


def _shared(left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """Both ends with the unit and the scale that only one of them prints."""
    if left.kind is Kind.COUNT and right.kind is not Kind.COUNT:
        left = left._replace(kind=right.kind, unit=right.unit)
    elif right.kind is Kind.COUNT and left.kind is not Kind.COUNT:
        right = right._replace(kind=left.kind, unit=left.unit)
    scale = right.numeral.scale
    if (
        left.numeral.scale == 1
        and scale != 1
        and left.numeral.num * scale < right.numeral.num * left.numeral.den * scale
    ):
        numeral = left.numeral
        bare = right.numeral.num // scale * numeral.den
        if numeral.num < bare or numeral.num * right.numeral.den < right.numeral.num // scale * numeral.den:
            left = left._replace(
                numeral=numeral._replace(num=numeral.num * scale, unit=numeral.unit * scale, scale=scale)
            )
    return left, right


def _completed(tape: Tape, left: Operand, right: Operand) -> Operand:
    """The upper end of a short form with what it leaves out of the lower: "1.02-03 million" ends at 1.03 million,
    "6.0640/70" at 6.0670."""
    whole, point, decimals = left.numeral.digits.partition(".")
    digits = right.numeral.digits
    if not point or not 2 <= len(digits) <= len(decimals) or not digits.isdecimal():
        return right
    whole = whole.replace(",", "") or "0"
    if not (whole + decimals).isdecimal():  # "1.2e3"
        return right
    kept, replaced = decimals[: -len(digits)], decimals[-len(digits) :]
    if digits <= replaced or (kept and tape.word(left.after) != "/"):
        return right
    numeral, den = right.numeral, 10 ** len(decimals)
    num = int(whole + kept + digits) * numeral.scale
    return right._replace(numeral=numeral._replace(num=num, den=den, unit=numeral.scale))


def _risen(left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """The ends of a spread told downwards ("ranging from 20 to 10") with their values exchanged where they stand."""
    low, high = right.numeral, left.numeral
    first = high._replace(num=low.num, den=low.den, unit=low.unit, scale=low.scale)
    last = low._replace(num=high.num, den=high.den, unit=high.unit, scale=high.scale)
    return left._replace(numeral=first), right._replace(numeral=last)


def _ordered(left: Operand, right: Operand) -> bool:
    return left.numeral.num * right.numeral.den < right.numeral.num * left.numeral.den


def _agree(left: Operand, right: Operand) -> bool:
    return left.kind is right.kind and (left.unit == right.unit or left.kind is Kind.COUNT)


def _is_spread(tape: Tape, left: Operand, right: Operand) -> bool:
    """ "ranging from 5% to 7%", "anywhere from 5 to 7", and a text of nothing but "from 5 to 7"."""
    before = left.first - 1
    if tape.low(before) != "from":
        return False
    alone = before == 0 and right.after >= len(tape.words) - 1 and left.kind in (Kind.MONEY, Kind.MEASURE)
    return alone or tape.low(before - 1) in LEXICON.spread_verbs


def _is_range(tape: Tape, left: Operand, right: Operand) -> bool:
    """Whether "A to B" is a range and no change from A to B."""
    hedge = hedge_before(tape, left.first, left.kind)
    first = hedge.first if hedge else left.first
    before = tape.low(first - 1)
    grows = before in ("up", "down") or (before == "of" and tape.low(first - 2) == "growth")
    if grows and left.kind is Kind.PERCENT:
        return right.numeral.num * left.numeral.den <= GROWTH_RATIO * left.numeral.num * right.numeral.den
    first = _past_percent(tape, first)
    return not any(tape.low(first - k) in LEXICON.change_words for k in (1, 2, 3) if tape.near(first - k + 1))


def _past_percent(tape: Tape, first: int) -> int:
    """Where a change begins that is told in percent first: "grew 27% or $16.4 million to $77 million"."""
    percent = first - 2
    if tape.low(first - 1) != "or" or tape.low(percent) not in _PERCENT:
        return first
    return percent - 1 - (tape.low(percent) == "cent")


def _build(tape: Tape, left: Operand, right: Operand, connector: str) -> Found:
    numeral, base = left.numeral, tape.base
    interval, readings = widened(reading_of(left), reading_of(right))
    start, words = _hedge(tape, left, connector)
    kind, unit = _kind(tape, left, right)
    quantity = Quantity(
        kind,
        numeral.start + base,
        right.numeral.end + base,
        left.start + base,
        right.end + base,
        tape.text[numeral.start : right.numeral.end],
        fraction(numeral.num, numeral.den),
        interval,
        readings,
        Bound.RANGE,
        unit,
        words,
        numeral.digits,
        fraction(numeral.scale),
        fraction(numeral.unit or 1, numeral.den),
        numeral.form == "words",
        fraction(right.numeral.num, right.numeral.den),
        signed=left.signed,
    )
    return Found(quantity, start, right.end, right.after)


def _hedge(tape: Tape, left: Operand, connector: str) -> tuple[int, str]:
    """Where the token starts: with "between" or with the hedge, whose words come too."""
    if connector == "between":
        return tape.starts[left.first - 1], ""
    hedge = hedge_before(tape, left.first, left.kind)
    if hedge is None:
        return left.start, ""
    start = tape.starts[hedge.first]
    return start, tape.text[start : tape.ends[hedge.after - 1]].lower()


def _kind(tape: Tape, left: Operand, right: Operand) -> tuple[Kind, str]:
    if left.kind is not Kind.COUNT:
        return left.kind, left.unit
    if looks_like_year(left) and looks_like_year(right):
        return Kind.YEAR, ""
    before = left.first - 1
    if tape.low(before - 1 if tape.low(before) == "from" else before) in LEXICON.age_before or _is_age_group(
        tape, right
    ):
        return Kind.AGE, "year"
    if labelled(tape, left.first, right.after) or _is_model(tape, left, right):
        return Kind.NAME, ""
    return Kind.COUNT, counted_noun(tape, right.after)


def _is_age_group(tape: Tape, right: Operand) -> bool:
    """ "the 45-54 age group"."""
    return tape.low(right.after) in ("age", "year") and tape.low(right.after + 1) in LEXICON.age_groups


def _is_model(tape: Tape, left: Operand, right: Operand) -> bool:
    """A capitalised word before two numbers of three digits with a dash, and no noun behind: "Boeing 737-800"."""
    maker = tape.word(left.first - 1)
    digits = (left.numeral.digits, right.numeral.digits)
    if not all(part.isdigit() and len(part) == 3 for part in digits) or not maker[:1].isupper():
        return False
    return maker.lower() not in LEXICON.function_words and not counted_noun(tape, right.after)
