"""Numbers in words for a reader: as printed, as computed, in sums and in ranges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.findings.values import grouped
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.repairs.exchangeable import other_scales
from factcheck.relations.repairs.notation import figures_of, restyle

__all__ = [
    "about",
    "added",
    "bare",
    "change_word",
    "enumerated",
    "like",
    "pattern",
    "plain",
    "points",
    "printed",
    "range_of",
    "significant",
]

_HALF = Fraction(1, 2)
_LEAST, _THOUSAND = Fraction(1, 10), 1000  # of a scale word that a value may be said in
_TENFOLD = 10
_MOST_TERMS = 5  # of a sum; longer ones are folded
_MORE_DECIMALS = 3
_HEDGE_REACH = 4  # characters between a hedge and its number ("about (a) ")


def printed(quantity: Quantity, text: str) -> str:
    """The number as it stands in the text, with its hedge, sign, unit and currency; a document's `text` is given."""
    said, hedge = bare(quantity, text), quantity.hedge
    if not hedge or hedge in said.lower():
        return said
    behind = text[quantity.outer_end : quantity.outer_end + _HEDGE_REACH + len(hedge)]
    return f"{said} {hedge}" if " ".join(behind.lower().split()).startswith(hedge) else f"{hedge} {said}"


def bare(quantity: Quantity, text: str) -> str:
    """The number as it stands in the text without its hedge."""
    before, after = _dress(quantity, text)
    return " ".join((before + text[quantity.start : quantity.end] + after).split())


def like(quantity: Quantity, value: Fraction, text: str) -> str:
    """A value of 0 or more in the notation of a printed number, with its unit and currency.

    Rounded half up to the printed decimals, with up to three more where these would make it the printed number or leave
    it no digit but zeros, and with another scale word of its style where the value is far larger or smaller. A value
    below 0 has a minus sign before all.
    """
    quantity = _rescaled(quantity, abs(value))
    before, after = _dress(quantity, text)
    shown = _numeral(quantity, abs(value))
    sign = "-" if value < 0 else "nearly " if value and shown.strip("0.") == "" else ""
    return sign + " ".join((before.lstrip("-−–(+") + shown + after.rstrip(")")).split())


def _dress(quantity: Quantity, text: str) -> tuple[str, str]:
    before = text[quantity.outer_start : quantity.start]
    hedge = quantity.hedge
    if hedge and hedge in before.lower():
        before = before[before.lower().find(hedge) + len(hedge) :].lstrip()
    return before, text[quantity.end : quantity.outer_end]


def _rescaled(quantity: Quantity, value: Fraction) -> Quantity:
    """The printed number with the scale word that suits the value: "$78 million" where "$0.08 billion" would stand."""
    figures = figures_of(quantity) if quantity.scale != 1 and value else None
    own = abs(quantity.value) / quantity.scale
    most = max(Fraction(_THOUSAND), _TENFOLD * own)  # "$68,377 million" is counted in millions
    if figures is None or _LEAST <= value / quantity.scale < most:
        return quantity
    word = figures.after.strip()
    scales = [(word, quantity.scale), *other_scales(word)]
    other, scale = max(((w, s) for w, s in scales if s <= value), key=lambda pair: pair[1], default=scales[0])
    times = scale / quantity.scale
    text = quantity.text.replace(word, other)
    return replace(quantity, text=text, value=quantity.value * times, ulp=quantity.ulp * times, scale=scale)


def _numeral(quantity: Quantity, value: Fraction) -> str:
    text = restyle(quantity, value)
    if quantity.in_words or quantity.kind is Kind.RATIO:
        return text if quantity.kind is Kind.RATIO or value.denominator == 1 else plain(value, 1)
    figures = figures_of(quantity)
    if figures is None:
        return plain(value)
    decimals = _decimals_needed(quantity, value, figures.decimals)
    if decimals == figures.decimals:
        return text
    tail = figures.after if quantity.scale != 1 else ""
    return figures.before.lstrip("-−–(+") + plain(value / quantity.scale, decimals) + tail


def _decimals_needed(quantity: Quantity, value: Fraction, decimals: int) -> int:
    """The printed decimals, or so many more that the value differs from the printed one and shows two digits."""
    count, own = value / quantity.scale, abs(quantity.value) / quantity.scale
    for more in range(_MORE_DECIMALS):
        unit = Fraction(1, 10 ** (decimals + more))
        shown = (count / unit + _HALF).__floor__() * unit
        vague = shown != count and count < 10 * unit and decimals + more < 2
        if (shown != own or count == own) and not vague:
            return decimals + more
    return decimals + _MORE_DECIMALS


def plain(value: Fraction, decimals: int = 2) -> str:
    """A value rounded half up to so many decimals, thousands grouped, trailing zeros left out."""
    units = (abs(value) * 10**decimals + _HALF).__floor__()
    whole, rest = divmod(units, 10**decimals)
    part = str(rest).rjust(decimals, "0").rstrip("0") if decimals else ""
    sign = "-" if value < 0 and units else ""
    return sign + grouped(str(whole)) + (f".{part}" if part else "")


def significant(value: Fraction, digits: int = 3) -> str:
    """A value above 0 rounded to so many digits: "1.87", "0.00124", "1,240"."""
    places = digits - 1 - _magnitude(value)
    step = Fraction(10) ** -places
    return plain((value / step + _HALF).__floor__() * step, max(0, places))


def pattern(number: Quantity, value: Fraction, beside: Iterable[Quantity]) -> Quantity:
    """The number in whose notation a value is said: one beside it where its own lacks the scale word."""
    if number.scale == 1 and value >= abs(number.value) * _THOUSAND:
        like_it = (q for q in beside if q.scale > 1 and (q.kind, q.unit) == (number.kind, number.unit))
        return next(like_it, number)
    return number


def about(quantity: Quantity, interval: Interval, text: str) -> str:
    """The middle of an interval in the notation of a number, rounded as far as the interval is wide."""
    low, high = interval.low, interval.high
    if low is None or high is None or low == high:
        return like(quantity, low if low is not None else high or Fraction(0), text)
    step = Fraction(10) ** _magnitude(min(high - low, max(abs(low), abs(high)) / 10))
    middle = ((low + high) / 2 / step + _HALF).__floor__() * step
    return "about " + like(quantity, middle, text)


def _magnitude(width: Fraction) -> int:
    """The power of ten that is nearest below the width."""
    power = 0
    while width >= Fraction(10) ** (power + 1):
        power += 1
    while width < Fraction(10) ** power:
        power -= 1
    return power


def range_of(quantity: Quantity, interval: Interval, text: str) -> str:
    """ "20.1% to 20.3%": what an interval allows, in the notation of a number; "" where it is one value as shown.

    One decimal more than printed, so that the ends do not seem to touch what they miss. Without one of its bounds it is
    "at least 20.1%" or "at most 20.3%", and "" without both.
    """
    low, high = interval.low, interval.high
    if low is None or high is None:
        end = low if low is not None else high
        return "" if end is None else f"{'at least' if high is None else 'at most'} {like(quantity, end, text)}"
    first, last = (_finer(quantity, end, text) for end in (low, high))
    return "" if first == last else f"{first} to {last}"


def _finer(quantity: Quantity, value: Fraction, text: str) -> str:
    quantity = _rescaled(quantity, abs(value))
    figures = figures_of(quantity)
    if figures is None:
        return like(quantity, value, text)
    before, after = _dress(quantity, text)
    tail = figures.after if quantity.scale != 1 else ""
    number = plain(value / quantity.scale, 0 if quantity.exact and quantity.scale == 1 else figures.decimals + 1)
    sign = "-" if number.startswith("-") else ""
    inner = figures.before.lstrip("-−–(+") + number.removeprefix("-") + tail
    return sign + " ".join((before.lstrip("-−–(+") + inner + after.rstrip(")")).split())


def added(terms: Sequence[str], sign: str = "+") -> str:
    """Terms with a sign between; of many the first two and the last, with their count."""
    if len(terms) <= _MOST_TERMS:
        return f" {sign} ".join(terms)
    return f"{terms[0]} {sign} {terms[1]} {sign} … {sign} {terms[-1]} ({len(terms)} numbers)"


def enumerated(items: Sequence[str]) -> str:
    """ "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def points(change: Fraction) -> str:
    """A difference of shares (0.05 is 5 points) in percentage points."""
    said = plain(change * 100, 3)
    return f"{said} percentage point{'' if said == '1' else 's'}"


def change_word(difference: Fraction) -> str:
    """ "a rise of" or "a fall of"."""
    return "a fall of" if difference < 0 else "a rise of"
