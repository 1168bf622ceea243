"""Which number is wrong: the one whose repair mends every failed relation and breaks none that holds.

A number in a relation that holds by more than chance is confirmed, and blamed only where its repair keeps that
relation (Scholtus 2009; Fellegi and Holt 1976: the smallest change that satisfies all). Among repairs that do, each has
a chance: that of its kind of slip, shared among all slips of the kind, and better or worse by what the text shows
elsewhere (the same figure printed again, the scale and the decimals of its neighbours).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from math import log2

from factcheck.facts.model import Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated, Licence
from factcheck.relations.repairs.mend import Change, Mend, stands, verdict_after
from factcheck.relations.repairs.repair import COSTS, Repair, Scale, numeral_repairs, repaired
from factcheck.relations.repairs.targets import claims, goals, places_of, strain
from factcheck.relations.repairs.turns import (
    base_mends,
    computed_mends,
    exchanges,
    multiple_mends,
    scale_mends,
    turns,
    unit_mends,
    word_mends,
)

__all__ = ["Network", "clusters", "confirms", "culprit_of"]

CONFIRMED = 8.0  # bits with which a relation confirms its numbers whatever its licence
TRIVIAL = 5  # a numeral's repair that costs more explains nothing
SURE = 0.85  # of all chances, for a number to be named
_UNKNOWN = 13.0  # bits of a cause that no repair covers
_SOURCE = 8.0  # bits of a slip in a number that only an unstated value was made of, for which no repair is sought
_REACH = 4  # sentences either way for another base
_LOUD = 100  # a figure of so many units of its last place is unlikely to come twice by chance
_RESTATED, _STYLE = 4.0, 2.5  # bits
_PAIR = 2
_ALL = 100  # percent, that no share is above
_FAR = 5  # times: levels so far apart may differ by a slip of the point or the scale


class Network:
    """All judged relations of a document by the numbers in them, and what the document says round them."""

    def __init__(self, evaluated: Sequence[Evaluated], reading: Reading | None = None) -> None:
        self._by_place: dict[int, list[Evaluated]] = {}
        for one in evaluated:
            for start in _places(one):
                self._by_place.setdefault(start, []).append(one)
        self._reading = reading
        self._quantities = sorted(reading.quantities if reading else (), key=lambda q: q.start)
        self._printed = Counter((q.kind, q.value) for q in self._quantities if abs(q.value) >= _LOUD * q.ulp)
        self._known: dict[tuple[int, ...], list[Mend]] = {}
        self._disputed: set[int] = set()
        self._families: dict[tuple[str, str], list[Evaluated]] = {}
        for one in evaluated:
            if one.verdict is Verdict.INCONSISTENT and one.constraint.licence >= Licence.STRUCTURE:
                self._disputed.update(quantity.start for quantity in claims(one))
                self._families.setdefault((one.constraint.rule.name, one.constraint.family), []).append(one)

    def mends(self, failed: Sequence[Evaluated]) -> list[Mend]:
        """The repairs that mend all of `failed` and break nothing, likeliest first."""
        key = tuple(map(id, failed))
        if key not in self._known:
            self._known[key] = self._found(failed)
        return self._known[key]

    def explains(self, one: Evaluated) -> bool:
        """Whether a slip that is not trivially near, as any change of a digit is, mends a failed relation.

        Two numbers in one another's place fail in the two relations of a family that they stand in.
        """
        if any(mend.explains for mend in self.mends([one])):
            return True
        family = self._families.get((one.constraint.rule.name, one.constraint.family), ())
        pair = len(family) == _PAIR and bool(one.constraint.family) and one in family
        return pair and any(mend.kind == "exchange" for mend in self.mends(family))

    def confirmed(self, quantity: Quantity) -> bool:
        """Whether a relation that holds by more than chance vouches for the number."""
        return any(confirms(one) and one.bits >= CONFIRMED for one in self._by_place.get(quantity.start, ()))

    def _found(self, failed: Sequence[Evaluated]) -> list[Mend]:
        candidates = chain(
            self._numerals(failed),
            turns(failed),
            exchanges(failed),
            scale_mends(failed),
            unit_mends(failed),
            base_mends(failed, self._near(failed)),
            word_mends(failed),
            multiple_mends(failed),
            computed_mends(failed),
        )
        found: dict[tuple[Change, ...], Mend] = {}
        for mend in candidates:
            known = found.get(mend.changes)
            if (known is None or mend.bits < known.bits) and self._mends_all(failed, mend):
                found[mend.changes] = mend
        return sorted(found.values(), key=lambda mend: (mend.bits, mend.changes[0].start, mend.changes[0].replacement))

    def _mends_all(self, failed: Sequence[Evaluated], mend: Mend) -> bool:
        return all(stands(one, mend) for one in failed) and all(
            verdict_after(one, mend) is not Verdict.INCONSISTENT for one in self._holding(mend)
        )

    def _holding(self, mend: Mend) -> Iterator[Evaluated]:
        """The relations that must hold after the edits: all that would be told of if they failed.

        A change that fails by its word and by its amount is silent until one of the two is put right. A relation that
        nothing but its arithmetic ties, for a claim that a stronger one disputes, may hold because of the slip.
        """
        for start in (*mend.values, *mend.turned):
            for one in self._by_place.get(start, ()):
                strong = one.constraint.licence >= Licence.STRUCTURE
                if not strong and one.bits >= CONFIRMED:
                    strong = not any(q.start in self._disputed for q in claims(one))
                silent = one.constraint.doubtful and one.constraint.rule.group == "change"
                if strong and (silent or one.verdict is not Verdict.INCONSISTENT):
                    yield one

    def _numerals(self, failed: Sequence[Evaluated]) -> Iterator[Mend]:
        shares = all(one.constraint.rule.group == "shares" for one in failed)
        order = all(one.constraint.rule.kind == "order" for one in failed)
        for quantity, target in goals(failed):
            beside = [q for one in failed for _, q in one.constraint.quantities() if q.start != quantity.start]
            for repair in numeral_repairs(quantity, target, _scales(beside)):
                if quantity.kind is Kind.PERCENT and shares and repair.value > _ALL:
                    continue
                if not order or _tells(repair, quantity, beside):
                    mend = self._mend(quantity, repair, beside)
                    yield replace(mend, bits=mend.bits + strain(failed, quantity, repair))

    def _mend(self, quantity: Quantity, repair: Repair, beside: Sequence[Quantity]) -> Mend:
        after = repaired(quantity, repair)
        return Mend(
            kind=repair.kind,
            changes=(_change(quantity, repair),),
            bits=repair.bits + self._context(quantity, after, beside, kept=repair.kind != "point"),
            culprit=quantity.start,
            values={quantity.start: after},
            explains=repair.cost <= TRIVIAL,
            quantity=quantity,
        )

    def _context(self, quantity: Quantity, after: Quantity, beside: Sequence[Quantity], *, kept: bool) -> float:
        """Bits for or against a repair by what else is printed: the figure elsewhere, the decimals, the scale."""
        bits = 0.0
        if self._printed[quantity.kind, quantity.value] > 1:
            bits += self._restated(quantity)
        if self._printed[after.kind, after.value]:
            bits -= self._restated(after)
        if quantity.exact and after.ulp < 1 <= quantity.ulp:
            bits += 2 * _STYLE  # a count has no decimals
        bits += _STYLE * (_odd(after, beside) - _odd(quantity, beside))
        if kept and _decimals(quantity) != _decimals(after):
            bits += _STYLE
        if after.scale != quantity.scale:
            bits += self._scale_bits(quantity, after)
        return bits

    def _restated(self, quantity: Quantity) -> float:
        """What it is worth that a figure stands elsewhere as well: the less, the more figures there are."""
        return min(_RESTATED, max(0.0, log2(abs(quantity.value) / quantity.ulp) - log2(len(self._quantities))))

    def _scale_bits(self, quantity: Quantity, after: Quantity) -> float:
        around = [q for q in self._quantities if q.start != quantity.start and q.kind is quantity.kind]
        as_is, as_mended = (sum(q.scale == scale for q in around) for scale in (quantity.scale, after.scale))
        return max(-3.0, min(3.0, log2((as_is + 1) / (as_mended + 1))))

    def _near(self, failed: Sequence[Evaluated]) -> list[Quantity]:
        """The numbers of the section within a few sentences of the failed relations."""
        if self._reading is None or not self._reading.sentences:
            return []
        sentences = self._reading.sentences
        starts = [sentence.start for sentence in sentences]
        places = [place for one in failed for place in places_of(one)]
        first, last = (bisect_right(starts, place) - 1 for place in (min(places), max(places)))
        section = sentences[max(first, 0)].section
        reach = sentences[max(0, first - _REACH) : last + _REACH + 1]
        within = [sentence for sentence in reach if sentence.section == section]
        if not within:
            return []
        low, high = within[0].start, within[-1].end
        return [q for q in self._quantities if low <= q.start < high]


def culprit_of(failed: Sequence[Evaluated], mends: Sequence[Mend]) -> int | None:
    """Where the number or word starts that is wrong by far likelier than any other; None where that cannot be told.

    An order alone, kept by too many other numbers, names none of its numbers.
    """
    if all(one.constraint.rule.kind == "order" and "direction" not in one.constraint.words for one in failed):
        return None
    chances: dict[int | None, list[float]] = {}
    for mend in mends:
        if mend.explains or mend.kind in COSTS or mend.kind == "computed":
            chances.setdefault(mend.culprit, []).append(2.0**-mend.bits)
    if not chances:
        return None
    best = max(chances, key=lambda place: sum(chances[place]))
    others = sum(sum(each) for place, each in chances.items() if place != best)
    sure = max(chances[best])
    return best if sure >= SURE * (sure + others + _unseen(failed, mends)) else None


def _unseen(failed: Sequence[Evaluated], mends: Sequence[Mend]) -> float:
    """The chance of a slip that no repair covers; what fits another base has its sources right."""
    right = any(mend.kind == "base-words" for mend in mends)
    sources = [q for one in failed for numbers in one.constraint.sources.values() for q in numbers]
    slips: float = 0.0 if right else len(sources) * 2.0**-_SOURCE
    return slips + float(2.0**-_UNKNOWN)


def confirms(one: Evaluated) -> bool:
    """Whether a relation that holds vouches for its numbers."""
    strong = one.constraint.licence >= Licence.STRUCTURE or one.bits >= CONFIRMED
    return one.verdict is Verdict.CONSISTENT and strong


def _change(quantity: Quantity, repair: Repair) -> Change:
    """The edit of a repair: a minus stands before the currency sign."""
    if repair.kind == "sign" and quantity.value > 0 and quantity.start - quantity.outer_start == 1:
        return Change(quantity.outer_start, quantity.outer_start, "-")
    return Change(quantity.start, quantity.end, repair.replacement)


def _places(one: Evaluated) -> set[int]:
    return places_of(one) | {word.start for word in one.constraint.words.values()}


def _tells(repair: Repair, quantity: Quantity, beside: Sequence[Quantity]) -> bool:
    """Whether a repair says more than that an order has many ways to be kept."""
    if repair.kind in ("point", "scale"):
        return any(not q.value / _FAR < quantity.value < q.value * _FAR for q in beside)
    return repair.kind == "swap"


def _odd(quantity: Quantity, beside: Iterable[Quantity]) -> bool:
    """Whether the numbers beside one that are printed in its scale all have other decimals."""
    like = [q for q in beside if q.kind is quantity.kind and q.scale == quantity.scale and not q.in_words]
    return bool(like) and all(_decimals(q) != _decimals(quantity) for q in like)


def _decimals(quantity: Quantity) -> int:
    return len(str((quantity.scale / quantity.ulp).numerator)) - 1


def _scales(beside: Iterable[Quantity]) -> list[Scale]:
    """What stands behind the digits of the numbers beside one, where it is a scale."""
    found = {q.text[len(q.numeral) :]: q.scale for q in beside if q.scale > 1 and q.text.startswith(q.numeral)}
    return list(found.items())


def clusters(failed: Iterable[Evaluated]) -> list[list[Evaluated]]:
    """Failed relations grouped by the numbers that they share, in the order of the text."""
    leader: dict[int, int] = {}  # of each number, another of its group, that of the first itself

    def first(start: int) -> int:
        while leader.setdefault(start, start) != start:
            leader[start] = start = leader[leader[start]]
        return start

    members = [(min(places_of(one)), one) for one in failed]
    for start, one in members:
        for other in places_of(one):
            low, high = sorted((first(start), first(other)))
            leader[high] = low
    groups: dict[int, list[Evaluated]] = {}
    for start, one in members:
        groups.setdefault(first(start), []).append(one)
    return [groups[start] for start in sorted(groups)]
