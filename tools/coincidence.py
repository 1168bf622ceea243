"""How often relations hold in real text, and how often numbers with other digits would hold in their place.

Candidates are bound by nearness alone, without regard to words: a run of amounts and the amount beside it, an amount
with a percentage and every larger amount in reach, a percentage with two amounts beside it. By chance means: the claim
(the total, the share, the change) with random digits, as many and in the same notation. What holds more often in real
text than by chance is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from random import Random

from factcheck.facts.model import Reading
from factcheck.quantities.interval import ANY
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.relations.evaluate import Judgement, Verdict, judge
from factcheck.relations.rules import Rule, load_rules
from factcheck.relations.units import is_amount, of_one_kind
from factcheck.statements.model import SentenceReading

__all__ = [
    "BANDS",
    "Band",
    "Candidate",
    "Tables",
    "candidates",
    "changes",
    "coincidence_table",
    "measure",
    "percent",
    "shares",
    "sums",
    "with_digits",
]

BANDS = ((0, 2), (2, 4), (4, 6), (6, 8), (8, 10), (10, 14), (14, 99))  # bits, from and below
_DRAWS = 5  # random claims for each real one
_LONGEST_RUN = 8
_REACH = 3  # sentences before a share, and one after it, in which its whole may stand

Operands = Mapping[str, tuple[Quantity, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Numbers that may stand in one relation; the random digits are those of the `claim`."""

    form: str  # sum, share or change
    rule: Rule
    claim: str
    operands: Operands
    minus: frozenset[str] = frozenset()

    def judged(self, claim: Quantity) -> Judgement:
        """The verdict with `claim` in the place of the claim."""
        return judge(self.rule, {**self.operands, self.claim: (claim,)}, minus=self.minus)


@dataclass(slots=True)
class Band:
    """Counts for the candidates of one form and so many bits; "near" is false, but true with one digit changed."""

    tried: int = 0
    holds: int = 0
    near: int = 0
    drawn: int = 0
    chance_holds: int = 0
    chance_near: int = 0

    @property
    def meant(self) -> float:
        """The share of the relations that hold which chance does not account for, from 0 to 1."""
        if not self.holds or not self.drawn:
            return 0.0
        return max(0.0, 1 - self.chance_holds / self.drawn / (self.holds / self.tried))


@dataclass(slots=True)
class Tables:
    """Bands by form and lower end."""

    bands: dict[tuple[str, int], Band] = field(default_factory=dict)

    def of(self, form: str, bits: float) -> Band:
        low = next(low for low, high in BANDS if low <= bits < high or high == BANDS[-1][1])
        return self.bands.setdefault((form, low), Band())


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Every candidate of a text."""
    rows = [_numbers(sentence) for sentence in reading.sentences]
    for at, row in enumerate(rows):
        around = [q for near in rows[max(0, at - _REACH) : at + 2] for q in near]
        yield from sums(row, rows[at - 1][-1:] if at else [], rows[at + 1][:1] if at + 1 < len(rows) else [])
        yield from shares(row, around)
        yield from changes(row)


def _numbers(sentence: SentenceReading) -> list[Quantity]:
    """The amounts and percentages of a sentence in digits, without hedge or range; only their first reading counts."""
    found = (token.quantity for token in sentence.tokens)
    return [replace(quantity, readings=()) for quantity in found if quantity is not None and _is_plain(quantity)]


def _is_plain(quantity: Quantity) -> bool:
    fitting = is_amount(quantity) or quantity.kind is Kind.PERCENT
    return fitting and quantity.bound is Bound.EQUAL and not quantity.in_words and quantity.value > 0


def sums(row: Sequence[Quantity], before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[Candidate]:
    """Runs of two or more amounts of `row`, each with the amount right before and right behind it.

    `before` and `after` are the last and the first number of the neighbouring sentences.
    """
    line = [*before, *row, *after]
    first, last = len(before), len(before) + len(row)
    for start in range(first, last):
        for end in range(start + 2, min(last, start + _LONGEST_RUN) + 1):
            parts = tuple(line[start:end])
            if not is_amount(parts[0]) or not all(of_one_kind(parts[0], part) for part in parts[1:]):
                break
            for total in (*line[max(0, start - 1) : start], *line[end : end + 1]):
                if of_one_kind(parts[0], total) and total.value > max(part.value for part in parts):
                    yield Candidate("sum", load_rules()["parts-total"], "whole", {"whole": (total,), "parts": parts})


def shares(row: Sequence[Quantity], around: Sequence[Quantity]) -> Iterator[Candidate]:
    """An amount and a percentage side by side, with every larger amount of `around`."""
    rule = load_rules()["share-of-whole"]
    for one, other in pairwise(row):
        part, share = (one, other) if is_amount(one) else (other, one)
        if not is_amount(part) or share.kind is not Kind.PERCENT:
            continue
        for whole in around:
            if is_amount(whole) and of_one_kind(part, whole) and whole.value > part.value:
                yield Candidate("share", rule, "share", {"part": (part,), "whole": (whole,), "share": (share,)})


def changes(row: Sequence[Quantity]) -> Iterator[Candidate]:
    """A percentage with the two amounts before, behind or round it, as a rise and as a fall between them."""
    rule = load_rules()["percent-change"]
    for three in zip(row, row[1:], row[2:], strict=False):
        amounts = [quantity for quantity in three if is_amount(quantity)]
        percents = [quantity for quantity in three if quantity.kind is Kind.PERCENT]
        if len(amounts) != 2 or len(percents) != 1 or not of_one_kind(*amounts):
            continue
        less, more = sorted(amounts, key=lambda quantity: quantity.value)
        if less.value < more.value:
            rise = {"change": tuple(percents), "before": (less,), "after": (more,)}
            yield Candidate("change", rule, "change", rise)
            fall = {"change": tuple(percents), "before": (more,), "after": (less,)}
            yield Candidate("change", rule, "change", fall, frozenset({"change"}))


def measure(found: Iterable[Candidate], tables: Tables, chance: Random) -> None:
    """Count the candidates into their bands, each with random claims beside it."""
    for candidate in found:
        (claim,) = candidate.operands[candidate.claim]
        judgement = candidate.judged(claim)
        band = tables.of(candidate.form, judgement.bits)
        band.tried += 1
        if judgement.verdict is Verdict.CONSISTENT:
            band.holds += 1
        elif _is_near(claim, judgement, candidate.claim):
            band.near += 1
        for _ in range(_DRAWS):
            drawn = with_digits(claim, _random_digits(claim.numeral, chance))
            if drawn is not None:
                _draw(candidate, drawn, tables)


def _draw(candidate: Candidate, drawn: Quantity, tables: Tables) -> None:
    judgement = candidate.judged(drawn)
    band = tables.of(candidate.form, judgement.bits)
    band.drawn += 1
    if judgement.verdict is Verdict.CONSISTENT:
        band.chance_holds += 1
    elif _is_near(drawn, judgement, candidate.claim):
        band.chance_near += 1


def _is_near(claim: Quantity, judgement: Judgement, role: str) -> bool:
    """Whether the claim fits with one of its digits changed."""
    wanted = judgement.computed.get(role, ANY)
    if wanted.low is None or wanted.high is None:
        return False
    numerals = (_put(claim.numeral, at, digit) for at in _digits(claim.numeral) for digit in "0123456789")
    return any(
        other is not None and other.interval.meets(wanted) for other in (with_digits(claim, n) for n in numerals)
    )


def with_digits(quantity: Quantity, numeral: str) -> Quantity | None:
    """The number printed with another numeral of the same notation; None where it is no longer a positive number."""
    old, new = (_value(text) for text in (quantity.numeral, numeral))
    if old is None or new is None or new <= 0 or quantity.value != old * quantity.scale:
        return None
    step = (new - old) * quantity.scale
    interval = quantity.interval
    low = None if interval.low is None else interval.low + step
    high = None if interval.high is None else interval.high + step
    return replace(
        quantity, value=quantity.value + step, interval=replace(interval, low=low, high=high), numeral=numeral
    )


def _value(numeral: str) -> Fraction | None:
    plain = numeral.replace(",", "")
    whole, _, rest = plain.partition(".")
    return Fraction(plain) if whole.isdigit() and plain.isascii() and (not rest or rest.isdigit()) else None


def _random_digits(numeral: str, chance: Random) -> str:
    """Digits drawn anew; the first is no nought, and noughts at the end of a whole number stay."""
    at = _digits(numeral)
    if "." not in numeral:
        while len(at) > 1 and numeral[at[-1]] == "0":
            at.pop()
    for place, index in enumerate(at):
        numeral = _put(numeral, index, chance.choice("123456789" if place == 0 else "0123456789"))
    return numeral


def _digits(numeral: str) -> list[int]:
    return [at for at, char in enumerate(numeral) if char.isdigit()]


def _put(numeral: str, at: int, digit: str) -> str:
    return numeral[:at] + digit + numeral[at + 1 :]


def coincidence_table(form: str, tables: Tables) -> list[str]:
    """The rows of a Markdown table on one form, by bits."""
    rows = [
        "| bits | candidates | hold | by chance | meant, of those that hold | one digit away | by chance |",
        "|---|---|---|---|---|---|---|",
    ]
    for low, high in BANDS:
        band = tables.bands.get((form, low))
        if band is not None:
            label = f"{low} and more" if (low, high) == BANDS[-1] else f"{low} to under {high}"
            rows.append(_row(label, band))
    return rows


def _row(label: str, band: Band) -> str:
    cells = (
        f"{band.tried:,}",
        percent(band.holds, band.tried),
        percent(band.chance_holds, band.drawn),
        f"{100 * band.meant:.0f}%" if band.holds else "",
        percent(band.near, band.tried),
        percent(band.chance_near, band.drawn),
    )
    return f"| {label} | " + " | ".join(cells) + " |"


def percent(part: int, whole: int) -> str:
    """A share as text, with two significant figures; of what never came up "under" one in all."""
    if not whole:
        return ""
    share = 100 * max(part, 1) / whole
    figures = f"{share:.0f}" if share >= 10 else f"{share:.2g}"
    return f"{'' if part else 'under '}{figures}%"
