"""A number as its writer prints it, and other numbers printed alike."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.repairs.exchangeable import cased, scale_styles

__all__ = [
    "ENDINGS",
    "Figures",
    "figures_of",
    "ordinal",
    "restyle",
    "spelled",
]

_FIGURES = re.compile(r"\d(?:[\d.,'’\u00a0\u2009\u202f ]*\d)?")
_LAST = {"1": "st", "2": "nd", "3": "rd"}
ENDINGS = frozenset({*_LAST.values(), "th"})
_GROUPED = 4  # an integer part of so many digits shows whether its writer groups by threes


class Figures(NamedTuple):
    """A numeral in figures as printed: what stands around it, its digits without marks, and how many are decimals."""

    before: str
    printed: str
    after: str
    digits: str
    decimals: int
    group_mark: str
    decimal_mark: str

    def with_digits(self, digits: str, decimals: int) -> str:
        """Other digits in the same dress: in place where their number is the same, else grouped anew."""
        if len(digits) == len(self.digits) and decimals == self.decimals:
            rest = iter(digits)
            printed = "".join(next(rest) if c.isdigit() else c for c in self.printed)
            return self.before + printed + self._behind(digits)
        whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
        printed = self._grouped(whole) + (self.decimal_mark + part if part else "")
        return self.before + printed + self._behind(digits)

    def with_value(self, value: Fraction) -> str:
        """A value, in units of the numeral, rounded half up to the printed decimals."""
        count = (abs(value) * 10**self.decimals + Fraction(1, 2)).__floor__()
        text = self.with_digits(str(count).rjust(self.decimals + 1, "0"), self.decimals)
        return text if value >= 0 or self._shows_minus() else f"-{text}"

    def _shows_minus(self) -> bool:
        return self.before.rstrip().endswith(("-", "−", "–", "("))

    def _behind(self, digits: str) -> str:
        """What follows the digits, the ending of an ordinal that of its number: "2nd", "12th"."""
        if self.after[:2].lower() not in ENDINGS or self.after[2:3].isalpha():
            return self.after
        ending = ordinal(digits)[-2:]
        return (ending.upper() if self.after[:2].isupper() else ending) + self.after[2:]

    def _grouped(self, whole: str) -> str:
        if not self.group_mark or len(whole) < _GROUPED:
            return whole
        first = len(whole) % 3
        groups = [whole[:first]] * bool(first) + [whole[i : i + 3] for i in range(first, len(whole), 3)]
        return self.group_mark.join(groups)


def ordinal(digits: str) -> str:
    """A whole number with its ending: "2nd", "12th"."""
    return digits + ("th" if digits[-2:-1] == "1" else _LAST.get(digits[-1], "th"))


def figures_of(quantity: Quantity) -> Figures | None:
    """The numeral of a quantity taken apart; None where it is in words or no plain decimal numeral."""
    found = _FIGURES.search(quantity.text)
    if found is None or quantity.in_words:
        return None
    printed, target = found[0], abs(quantity.value) / quantity.scale
    digits = "".join(c for c in printed if c.isdigit())
    marks = [c for c in printed if not c.isdigit()]
    behind = len(printed) - 1 - printed.rfind(marks[-1]) if marks else 0
    for decimals in (0, behind):
        if Fraction(int(digits), 10**decimals) == target:
            return _figures(quantity.text, found.span(), digits, decimals, marks)
    return None


def _figures(text: str, span: tuple[int, int], digits: str, decimals: int, marks: list[str]) -> Figures:
    start, end = span
    groups = marks[:-1] if decimals else marks
    ungrouped = not groups and len(digits) - decimals >= _GROUPED
    return Figures(
        before=text[:start],
        printed=text[start:end],
        after=text[end:],
        digits=digits,
        decimals=decimals,
        group_mark=groups[0] if groups else "" if ungrouped else ",",
        decimal_mark=marks[-1] if decimals else ".",
    )


def restyle(quantity: Quantity, value: Fraction) -> str:
    """`value`, in the quantity's printed unit, as its writer would have printed it in the place of its text.

    Decimals, separators, scale word, number word and capitals are kept; what needs more decimals is rounded half up.
    """
    if quantity.kind is Kind.RATIO:
        return _ratio(quantity, value)
    count = value / quantity.scale
    if quantity.in_words:
        scaled = quantity.scale > 1 and any(word in quantity.numeral.lower().split() for _, word in _named_scales())
        return _in_words(quantity, value if scaled else count) or _plain(count)
    figures = figures_of(quantity)
    return figures.with_value(count) if figures else _plain(value)


def _in_words(quantity: Quantity, count: Fraction) -> str | None:
    whole = (count + Fraction(1, 2)).__floor__()
    words = spelled(whole)
    if words is None:
        return None
    numeral = quantity.numeral if quantity.numeral and quantity.numeral in quantity.text else quantity.text
    return quantity.text.replace(numeral, cased(words, numeral), 1)


def _ratio(quantity: Quantity, value: Fraction) -> str:
    """ "one in six" for "one in five", else a percentage, since few values have a fraction in words."""
    start, mark, last = quantity.text.rpartition(" in ")
    if mark and value > 0 and quantity.second is not None and quantity.value * quantity.second == 1:
        size = (1 / value + Fraction(1, 2)).__floor__()
        return start + mark + (str(size) if last[:1].isdigit() else spelled(size) or str(size))
    return f"{(value * 100 + Fraction(1, 2)).__floor__()}%"


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    tenths = (abs(value) * 10 + Fraction(1, 2)).__floor__()
    return f"{'-' if value < 0 else ''}{tenths // 10}.{tenths % 10}"


def spelled(number: int) -> str | None:
    """A whole number in words ("twenty-three", "four million"); None for zero, below, and from a thousand trillion."""
    if number <= 0:
        return None
    words: list[str] = []
    for size, name in _named_scales():
        count, number = divmod(number, size)
        if count >= 1000:
            return None
        if count:
            words += [_below_thousand(count), name]
    return " ".join([*words, _below_thousand(number)] if number else words)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    small, tens = _small_words()
    words = [f"{small[hundreds]} hundred"] if hundreds else []
    if rest in small:
        words.append(small[rest])
    elif rest:
        words.append(f"{tens[rest // 10 * 10]}-{small[rest % 10]}" if rest % 10 else tens[rest])
    return " and ".join(words)


@cache
def _small_words() -> tuple[dict[int, str], dict[int, str]]:
    small = _shortest({**LEXICON.ones, **LEXICON.teens})
    return small, _shortest(LEXICON.tens)


def _shortest(values: dict[str, int]) -> dict[int, str]:
    """The word of each value; the shortest is the one without a spelling slip ("forty" beside "fourty")."""
    found: dict[int, str] = {}
    for word, value in sorted(values.items(), key=lambda item: (len(item[0]), item[0])):
        if value > 0:
            found.setdefault(value, word)
    return found


@cache
def _named_scales() -> list[tuple[int, str]]:
    full = next(style for style in scale_styles() if "thousand" in style)
    return sorted(((1000**power, word) for word, power in full.items()), reverse=True)
