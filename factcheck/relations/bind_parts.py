"""Binds a whole to its parts: by a word of composition, by "a total of", or because the sum is exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Line, Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.grids import counts_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import comparable, is_amount, is_plain
from factcheck.statements.context import is_negative
from factcheck.statements.model import Cue, SentenceReading, Statement

__all__ = ["bind_parts"]

STRONG = 8.0
_MOST_PARTS = 10


def bind_parts(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Wholes with their parts, said to be such; and exact sums of neighbours, as relations that hold."""
    for sentence, statement in reading.statements:
        if statement.kind == "parts" and "whole" in statement.roles:
            yield from _composition(rule, sentence, statement)
    for sentence in reading.sentences:
        yield from _announced_total(rule, sentence)
    yield from _line_totals(rule, reading)


def _composition(rule: Rule, sentence: SentenceReading, statement: Statement) -> Iterator[Constraint]:
    """ "$11bn, made up of $5.7bn for … and $5.3bn for …": every like number up to the end of the clause."""
    whole, first = statement.roles["whole"], statement.roles["first"]
    parts = [first]
    and_seen = False
    partial = any(_shared_out(sentence, cue) for cue in sentence.cues if cue.quantity is first)
    of_which = statement.words["cue"].cue == "OFWHICH"  # "of which 48 were new and 60 were used"
    for cue in sentence.cues:
        if cue.first <= statement.last:
            continue
        if cue.type in ("AND", "DASH"):
            and_seen = True
        if cue.type in ("TO", "FROM"):
            return  # "$5bn to $6bn" are two ends of one part
        if _ends(cue) and not (of_which and cue.type == "BREAK"):
            partial = partial or cue.type == "PARTIAL"
            break
        quantity = cue.quantity
        if quantity is not None and _inside_brackets(sentence, cue):
            continue
        if quantity is not None:
            if not (comparable(quantity, first) and is_plain(quantity)):
                break
            partial = partial or _shared_out(sentence, cue)
            parts.append(quantity)
    if len(parts) < 2 or not and_seen or partial or not all(map(is_plain, [whole, *parts])):
        return
    if not comparable(whole, first) or len({is_negative(q, sentence.tokens) for q in parts}) > 1:
        return
    licence = Licence.CLAUSE
    if of_which and not any(cue.type == "REST" and cue.first > statement.first for cue in sentence.cues):
        licence = Licence.ARITHMETIC  # "of whom 12 are men and 21 are under 30": nothing says that they exclude
    yield Constraint(rule, {"whole": (whole,), "parts": tuple(parts)}, licence)


def _announced_total(rule: Rule, sentence: SentenceReading) -> Iterator[Constraint]:
    """ "a total of 41 members: 22 for the Ash list and 18 for the Birch list"."""
    for at, cue in enumerate(sentence.cues):
        whole = sentence.cues[at - 1] if at and cue.type == "COLON" else None
        if (
            whole is None
            or whole.quantity is None
            or not is_amount(whole.quantity)
            or not _called_total(sentence, whole)
        ):
            continue
        behind = [other for other in sentence.cues[at + 1 :] if other.quantity is not None]
        parts = tuple(other.quantity for other in behind if other.quantity is not None)
        ands = any(other.type == "AND" for other in sentence.cues[at + 1 :])
        alike = all(comparable(whole.quantity, part) and is_plain(part) for part in parts)
        if len(parts) >= 2 and ands and alike and is_plain(whole.quantity):
            yield Constraint(rule, {"whole": (whole.quantity,), "parts": parts}, Licence.CLAUSE)


def _shared_out(sentence: SentenceReading, cue: Cue) -> bool:
    """Whether a part is one of several alike: "1/2 pct each for management and underwriting"."""
    return any(token.text.lower() in ("each", "apiece") for token in sentence.tokens[cue.last + 1 : cue.last + 4])


def _ends(cue: Cue) -> bool:
    return cue.type in ("PARTIAL", "UP", "DOWN", "MOVE", "VS", "COLON", "BREAK") and cue.quantity is None


def _inside_brackets(sentence: SentenceReading, cue: Cue) -> bool:
    before = [c.type for c in sentence.cues if c.first < cue.first and c.type in ("LPAR", "RPAR")]
    return bool(before) and before[-1] == "LPAR"


def _line_totals(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """The counts of a line against a number nearby: confirmed by an exact sum, or called the total in words."""
    by_sentence: dict[int, SentenceReading] = {s.index: s for s in reading.sentences}
    for line in reading.lines:
        counts = counts_of(line)
        if line.loose or not 2 <= len(counts) <= _MOST_PARTS or not all(map(is_plain, counts)):
            continue
        found = list(_totals_near(rule, reading, line, counts, by_sentence))
        held = [c for c in found if c.holds(STRONG)]
        yield from held[:1] or [c for c in found if c.licence is Licence.STRUCTURE][:1]


def _totals_near(
    rule: Rule, reading: Reading, line: Line, counts: Sequence[Quantity], by_sentence: dict[int, SentenceReading]
) -> Iterator[Constraint]:
    own = {q.start for q in counts}
    for index in (line.sentence, line.sentence - 1, line.sentence + 1):
        sentence = by_sentence.get(index)
        if sentence is None or sentence.section != line.section:
            continue
        for cue in sentence.cues:
            quantity = cue.quantity
            if quantity is None or quantity.start in own or not is_amount(quantity) or not is_plain(quantity):
                continue
            if not comparable(counts[0], quantity):
                continue
            named = _full_list(line) and (_called_total(sentence, cue) or _same_noun(quantity, line, counts))
            named = named or (_closes_list(sentence, cue, line) and not line.partial)
            if not named and quantity.value <= max(c.value for c in counts):
                continue
            licence = Licence.STRUCTURE if named else Licence.ARITHMETIC
            yield Constraint(rule, {"whole": (quantity,), "parts": tuple(counts)}, licence, doubtful=True)


def _same_noun(whole: Quantity, line: Line, counts: Sequence[Quantity]) -> bool:
    """Whether the number before the list counts what its first item counts: "65,600 homes … 54,596 homes in …"."""
    before = whole.start < counts[0].start and whole.value > max(count.value for count in counts)
    return before and whole.kind is Kind.COUNT and bool(whole.unit) and whole.unit == counts[0].unit


def _full_list(line: Line) -> bool:
    """Whether three cells or more, each under a name of its own, are not said to be a selection."""
    firsts = {cell.names[0] for cell in line.cells if cell.names}
    return not line.partial and len(line.cells) >= 3 and len(firsts) == len(line.cells)


def _closes_list(sentence: SentenceReading, cue: Cue, line: Line) -> bool:
    """Whether ", out of 4,421" follows right behind the last item."""
    behind = [c for c in sentence.cues if line.cells[-1].last < c.first < cue.first]
    return line.sentence == sentence.index and [c.type for c in behind] in (["COMMA", "OUTOF"], ["OUTOF"])


def _called_total(sentence: SentenceReading, cue: Cue) -> bool:
    """Whether "total" stands before the number in its clause."""
    before = [c for c in sentence.cues if c.first < cue.first]
    for earlier in reversed(before):
        if earlier.type == "TOTAL":
            return cue.first - earlier.last <= 8
        if earlier.quantity is not None or earlier.type in ("BREAK", "COMMA"):
            return False
    return False
