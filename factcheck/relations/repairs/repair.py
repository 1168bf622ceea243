"""What a slip of the keyboard may have done to one printed number: the one-step repairs that mend a relation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from math import log2
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.repairs.exchangeable import other_scales
from factcheck.relations.repairs.notation import Figures, figures_of, restyle, spelled

__all__ = ["Repair", "Scale", "numeral_repairs", "repaired", "restyle", "scale_repairs"]

COSTS = {
    "rounding": 1,
    "digit": 2,
    "swap": 2,
    "zero": 3,
    "drop": 3,
    "double": 3,
    "add": 3,
    "word": 3,
    "point": 4,
    "sign": 4,
    "scale": 5,
    "unscaled": 5,
    "places": 6,
}
Scale = tuple[str, Fraction]  # what stands behind the digits (" million", "bn"), and its factor
# How likely each kind of slip is, and how many slips of the kind a number of n digits allows: (share, a, b) is a*n + b.
_SHARES = {
    "rounding": (0.12, 0, 4),
    "digit": (0.34, 9, 0),
    "swap": (0.16, 1, -1),
    "zero": (0.06, 0, 2),
    "drop": (0.05, 1, 0),
    "double": (0.05, 2, 0),
    "add": (0.02, 8, 0),
    "word": (0.5, 0, 2),
    "point": (0.12, 0, 2),
    "sign": (0.01, 0, 1),
    "scale": (0.12, 0, 2),
    "unscaled": (0.06, 0, 1),
    "places": (0.01, 0, 4),
}
_ORDER = {kind: place for place, kind in enumerate(COSTS)}
_TRIVIALLY_NEAR = 4  # added for a numeral of one digit: every other digit is one edit away
_SECOND_READING = 2  # added where the repaired number fits only truncated or as a round count
_SLIP = 2  # units of the last place that rounding twice or by hand can miss
_FEW_DECIMALS = 2  # that a number far too large may have in truth
_YEAR_DIGITS, _LAST_YEAR = 4, "2200"
_FIRST_TEEN = 3  # thirteen and thirty: from there on a teen and a ten sound alike
_RATIO = re.compile(r"(?P<many>[\w-]+)(?P<between> (?:in|out of)(?: every)? )(?P<of>[\w-]+)")
_UNREPAIRABLE = frozenset({Kind.DATE, Kind.NAME, Kind.TIME, Kind.SCORE})


class Repair(NamedTuple):
    """One edit of a printed number. `replacement` takes the place of the quantity's text; `value` is in its unit."""

    kind: str  # a key of COSTS
    replacement: str
    value: Fraction
    cost: int  # the smaller, the likelier
    ulp: Fraction = Fraction(1)  # one unit of the last place of the replacement
    scale: Fraction = Fraction(1)

    @property
    def bits(self) -> float:
        """How unlikely the slip is: -log2 of its chance among all that may befall a number of so many digits."""
        share, each, more = _SHARES[self.kind]
        digits = sum(c.isdigit() for c in self.replacement) or 2
        second = self.cost - COSTS[self.kind] == _SECOND_READING
        return log2(max(each * digits + more, 1) / share) + second


def numeral_repairs(quantity: Quantity, target: Interval, scales: Iterable[Scale] = ()) -> list[Repair]:
    """The one-step edits after which the number, read as it was read before, has a value in `target`.

    `target` is in the quantity's printed unit. `scales` are those of the numbers beside it, one of which may be missing
    here. Likeliest first: by cost, then by the order of COSTS, then by nearness to the middle of the target. Empty for
    ranges, fractions in words, dates and names.
    """
    if quantity.kind in _UNREPAIRABLE or quantity.bound is Bound.RANGE or target.empty:
        return []
    found: dict[str, Repair] = {}
    for repair in _fitting(quantity, target, scales):
        kept = found.get(repair.replacement)
        if kept is None or _rank(repair) < _rank(kept):
            found[repair.replacement] = repair
    middle = _middle(target)
    return sorted(found.values(), key=lambda repair: (*_rank(repair), abs(repair.value - middle), repair.replacement))


def repaired(quantity: Quantity, repair: Repair) -> Quantity:
    """The quantity as if it had been printed so, read in the same manner (its places in the text unchanged)."""
    return replace(
        quantity,
        text=repair.replacement,
        value=repair.value,
        interval=_reread(quantity, quantity.interval, repair),
        readings=tuple(_reread(quantity, reading, repair) for reading in quantity.readings),
        ulp=repair.ulp,
        scale=repair.scale,
    )


def _rank(repair: Repair) -> tuple[int, int]:
    return repair.cost, _ORDER[repair.kind]


def _middle(target: Interval) -> Fraction:
    ends = [end for end in (target.low, target.high) if end is not None]
    return sum(ends, Fraction(0)) / len(ends) if ends else Fraction(0)


def _fitting(quantity: Quantity, target: Interval, scales: Iterable[Scale]) -> Iterator[Repair]:
    for repair in chain(_candidates(quantity, _near(quantity, target)), _missing_scales(quantity, scales)):
        if repair.value == quantity.value:
            continue
        if _reread(quantity, quantity.interval, repair).meets(target):
            yield repair
        elif quantity.kind is not Kind.RATIO and any(
            _reread(quantity, reading, repair).meets(target) for reading in quantity.readings
        ):
            yield repair._replace(cost=repair.cost + _SECOND_READING)


def _near(quantity: Quantity, target: Interval) -> Interval:
    """Where a repaired value must lie, its last place moved by one at most, for a reading of it to meet the target."""
    wide = quantity.wide
    if wide.low is None or wide.high is None:
        return Interval(None, None)
    reach = max(abs(quantity.value - wide.low), abs(wide.high - quantity.value)) * 10
    return target + Interval.around(0, reach)


def _reread(quantity: Quantity, reading: Interval, repair: Repair) -> Interval:
    low, high = (_moved_end(quantity, end, repair) for end in (reading.low, reading.high))
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high, reading.open_low, reading.open_high)


def _moved_end(quantity: Quantity, end: Fraction | None, repair: Repair) -> Fraction | None:
    """An end of half units of the last place goes with the new last place, one of a hedge with the value."""
    if end is None:
        return None
    gap = end - quantity.value
    if (gap / quantity.ulp * 2).denominator == 1:
        return repair.value + gap / quantity.ulp * repair.ulp
    return repair.value + (gap * repair.value / quantity.value if quantity.value else gap)


def _candidates(quantity: Quantity, near: Interval) -> Iterator[Repair]:
    """Every edit but those of digits whose value is not `near` enough to be worth a second look."""
    if quantity.kind is Kind.RATIO:
        yield from _ratio_candidates(quantity)
        return
    if quantity.in_words:
        yield from _word_candidates(quantity)
        return
    figures = figures_of(quantity)
    if figures is None:
        return
    yield from _digit_candidates(quantity, figures, near)
    yield from _sign_candidates(quantity)
    yield from _scale_candidates(quantity, figures)


def _digit_candidates(quantity: Quantity, figures: Figures, near: Interval) -> Iterator[Repair]:
    sign = -1 if quantity.value < 0 else 1
    trivial = _TRIVIALLY_NEAR if len(figures.digits) == 1 else 0
    size = near if sign > 0 else -near
    ulps = {places: quantity.scale / 10**places for places in range(max(figures.decimals - 3, 0), figures.decimals + 4)}
    bounds = {places: _counts(size, ulp) for places, ulp in ulps.items()}
    for kind, digits, decimals in _edits(figures.digits, figures.decimals, rounded=not quantity.exact):
        if (quantity.kind is Kind.YEAR and not _may_be_a_year(digits)) or (quantity.value and not int(digits)):
            continue
        if decimals < 0 or len(digits) <= decimals or (digits[0] == "0" and len(digits) - decimals > 1):
            continue
        low, high = bounds[decimals]
        if (low is None or int(digits) >= low) and (high is None or int(digits) <= high):
            ulp = ulps[decimals]
            text = figures.with_digits(digits, decimals)
            yield Repair(kind, text, sign * int(digits) * ulp, COSTS[kind] + trivial, ulp, quantity.scale)


def _may_be_a_year(digits: str) -> bool:
    return len(digits) == _YEAR_DIGITS and digits < _LAST_YEAR


def _counts(size: Interval, ulp: Fraction) -> tuple[int | None, int | None]:
    """The least and the greatest number of units of the last place that lie within."""
    low = None if size.low is None else (size.low / ulp).__ceil__()
    return low, None if size.high is None else (size.high / ulp).__floor__()


def _edits(digits: str, decimals: int, *, rounded: bool) -> Iterator[tuple[str, str, int]]:
    """Kind, new digits and new decimals of every single edit (restricted Damerau-Levenshtein), some more than once."""
    size = len(digits)
    if rounded:
        for slip in (-1, 1, -_SLIP, _SLIP):
            if int(digits) + slip > 0:  # nothing is rounded to nothing
                yield "rounding", str(int(digits) + slip).rjust(size, "0"), decimals
    for at, digit in enumerate(digits):
        start, end = digits[:at], digits[at + 1 :]
        yield from (("digit", start + other + end, decimals) for other in "0123456789" if other != digit)
        if end and end[0] != digit:
            yield "swap", start + end[0] + digit + end[1:], decimals
        if size > 1:
            yield "drop", start + end, decimals - (at >= size - decimals)
    for at in range(size + 1):
        for extra in "0123456789":
            kind = "double" if extra in digits[max(at - 1, 0) : at + 1] else "add"
            yield kind, digits[:at] + extra + digits[at:], decimals + (at > size - decimals)
    yield from _tenfold(digits, decimals)


def _tenfold(digits: str, decimals: int) -> Iterator[tuple[str, str, int]]:
    """A zero more or less at the end of a round whole number; the point moved one place or more either way."""
    yield "point", digits.lstrip("0").rjust(decimals, "0"), decimals - 1  # "0.88" to "8.8"
    if not digits.endswith("0"):
        yield "point", digits.rjust(decimals + 2, "0"), decimals + 1
    elif decimals:
        yield "point", digits[:-1].rjust(decimals + 1, "0"), decimals  # "93.0" to "9.3"
    else:
        yield "zero", digits[:-1] or "0", decimals
    if not decimals:
        yield "zero", digits + "0", decimals
    for places in (2, 3):
        added = max(places - decimals, 0)
        yield "places", (digits + "0" * added).lstrip("0"), max(decimals - places, 0)
        cut = min(len(digits) - len(digits.rstrip("0")), places)
        left = decimals + places - cut
        if left <= max(decimals, _FEW_DECIMALS):
            yield "places", digits[: len(digits) - cut].rjust(left + 1, "0"), left


def _sign_candidates(quantity: Quantity) -> Iterator[Repair]:
    if quantity.kind is Kind.COUNT and quantity.value > 0:
        return  # of nothing that is counted there are fewer than none
    text = quantity.text
    bare = text.lstrip("-−–(+").rstrip(")")
    yield Repair(
        "sign", bare if quantity.value < 0 else f"-{bare}", -quantity.value, COSTS["sign"], quantity.ulp, quantity.scale
    )


def _scale_candidates(quantity: Quantity, figures: Figures) -> Iterator[Repair]:
    word = figures.after.strip()
    for other, factor in other_scales(word):
        times = factor / quantity.scale
        text = figures.before + figures.printed + figures.after.replace(word, other, 1)
        yield Repair("scale", text, quantity.value * times, COSTS["scale"], quantity.ulp * times, factor)


def scale_repairs(quantity: Quantity) -> list[Repair]:
    """The number with another scale word of its style; empty where it has none."""
    figures = None if quantity.kind in _UNREPAIRABLE else figures_of(quantity)
    return [] if figures is None else list(_scale_candidates(quantity, figures))


def _missing_scales(quantity: Quantity, scales: Iterable[Scale]) -> Iterator[Repair]:
    if quantity.scale != 1 or quantity.in_words or not quantity.text[-1:].isdigit():
        return
    for suffix, factor in scales:
        text, value, cost = quantity.text + suffix, quantity.value * factor, COSTS["unscaled"]
        yield Repair("unscaled", text, value, cost, quantity.ulp * factor, factor)


def _word_candidates(quantity: Quantity) -> Iterator[Repair]:
    if (quantity.value / quantity.scale).denominator != 1:
        return
    number = int(quantity.value / quantity.scale)
    for kind, other in _other_numbers(number):
        if spelled(other) is not None:
            value = other * quantity.scale
            yield Repair(kind, restyle(quantity, value), value, COSTS[kind], quantity.ulp, quantity.scale)


def _ratio_candidates(quantity: Quantity) -> Iterator[Repair]:
    """ "one in six" and "two in five" for "one in five": one of the two numbers one more or less."""
    found = _RATIO.fullmatch(quantity.text)
    if found is None or quantity.second is None or (quantity.value * quantity.second).denominator != 1:
        return
    many, of = int(quantity.value * quantity.second), int(quantity.second)
    for other, whole in ((many + 1, of), (many - 1, of), (many, of + 1), (many, of - 1)):
        if 0 < other < whole:
            said = (_like(other, found["many"]), found["between"], _like(whole, found["of"]))
            yield Repair("word", "".join(said), Fraction(other, whole), COSTS["word"], quantity.ulp, quantity.scale)


def _like(number: int, printed: str) -> str:
    words = None if printed.isdigit() else spelled(number)
    return str(number) if words is None else words.capitalize() if printed[0].isupper() else words


def _other_numbers(number: int) -> Iterator[tuple[str, int]]:
    step = 1
    while number and number % (step * 1000) == 0:
        step *= 1000
    yield "word", number + step
    yield "word", number - step
    tens, ones = divmod(number // step, 10)
    if tens == 1 and ones >= _FIRST_TEEN:
        yield "word", ones * 10 * step  # "seventeen" for "seventy"
    elif not ones and tens >= _FIRST_TEEN:
        yield "word", (tens + 10) * step
    if number >= 10 * step:
        for kind, digits, _ in _edits(str(number // step), 0, rounded=False):
            if kind in ("digit", "swap") and digits[0] != "0":
                yield kind, int(digits) * step
