"""Like items side by side: the cells of a sentence that make one line of a grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.facts.model import Cell, Line, Name
from factcheck.facts.names import content_words, names_in, singular
from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, TokenKind
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, SentenceReading, Statement

__all__ = ["alike", "lead_total", "lines_of"]

REACH = 2  # sentences that a loose line goes on
MOST_LOOSE = 8
_TIES = frozenset({"for", "by", "to", "in", "at"})
_OTHER = frozenset({"other", "others"})
_NOT_REST = frozenset({"of", "in", "from"})
_NAME = 8  # tokens of "Of total sales of"
_SHARED_OUT = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})
_OPENERS = frozenset({",", ":", ";", "that", "–", "—"})  # before a head that does not open its sentence
_DETERMINERS = frozenset({"the", "these", "those", "its", "our", "their", "all"})
_COUNTED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def lines_of(readings: Sequence[SentenceReading], leads: Mapping[int, Quantity]) -> list[Line]:
    """The lines of two or more like cells: of each sentence, and loose ones over neighbouring sentences.

    `leads` has the total at the head of a sentence, by the sentence's index.
    """
    found: list[Line] = []
    rows: dict[int, list[Line]] = {}
    for reading in readings:
        lead = leads.get(reading.index)
        runs = [_line(reading, run, lead) for run in _runs(reading, lead)]
        rows[reading.index] = runs
        found.extend(line for line in runs if len(line.cells) > 1)
    for reading in readings:
        found.extend(_loose(rows, reading.index))
    return found


def _loose(rows: dict[int, list[Line]], index: int) -> Iterator[Line]:
    """The last cells of a sentence with the first of the next ones, where each has a name of its own."""
    row = rows[index][-1:] and rows[index][-1]
    if not row:
        return
    cells = row.cells
    for following in range(index + 1, index + REACH + 1):
        runs = rows.get(following)
        if not runs or runs[0].section != row.section or not alike(cells[-1], runs[0].cells[0]):
            return
        cells = (*cells, *runs[0].cells)
        firsts = {cell.names[0] for cell in cells if cell.names}
        if len(firsts) < len(cells) or len(cells) > MOST_LOOSE:
            return
        yield Line(cells, index, row.section, loose=True)
        if len(runs) > 1:
            return


def _runs(reading: SentenceReading, lead: Quantity | None) -> list[list[Cell]]:
    runs: list[list[Cell]] = []
    for cell in _cells(reading, lead):
        if runs and alike(runs[-1][-1], cell) and not _parted(reading, runs[-1][-1], cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [_named(reading, run) for run in runs]


def _named(reading: SentenceReading, cells: list[Cell]) -> list[Cell]:
    """Each cell with the names between it and the cell before it; the first has those from the sentence's start."""
    if len(cells) > 1 and any(cue.type == "RESPECTIVELY" for cue in reading.cues):
        names = names_in(reading.tokens, 0, cells[0].first)
        if len(names) >= len(cells):
            return [replace(cell, names=(name,)) for cell, name in zip(cells, names[-len(cells) :], strict=True)]
    trailing = [_name_behind(reading, cell) for cell in cells]
    if len(cells) > 1 and all(trailing) and not names_in(reading.tokens, 1, cells[0].first):
        return [replace(cell, names=(name,)) for cell, name in zip(cells, trailing, strict=True) if name]
    behind, found = 0, []
    for cell in cells:
        found.append(replace(cell, names=_names_near(reading, behind, cell.first, cell.last)))
        behind = cell.last + 1
    if len(found) > 1 and found[0].names and set(found[0].names) == set(found[1].names):
        found[0] = replace(found[0], names=())  # what stands between the two belongs to the second
    return found if all(cell.names for cell in found) else _by_noun(reading, found)


def _name_behind(reading: SentenceReading, cell: Cell) -> Name | None:
    """The name that a preposition ties to the cell before it: "12 votes for Ash"."""
    following = reading.tokens[cell.last + 1 : cell.last + 5]
    at = next((k for k, token in enumerate(following) if token.low in _TIES), None)
    if at is None or any(token.quantity is not None or token.text == "," for token in following[:at]):
        return None
    start = cell.last + 1 + at + 1
    end = next((k for k in range(start, len(reading.tokens)) if not reading.tokens[k].text[0].isupper()), start)
    return next(iter(names_in(reading.tokens, start, end)), None)


def _by_noun(reading: SentenceReading, cells: list[Cell]) -> list[Cell]:
    """Cells without names of their own, under the noun that they count: "612 tonnes of barley", "410 boats"."""
    nouns = [_noun(reading, cell) for cell in cells]
    if len(set(nouns)) < len(cells) or "" in nouns:
        return cells
    return [replace(cell, names=(frozenset({noun}),)) for cell, noun in zip(cells, nouns, strict=True)]


def _noun(reading: SentenceReading, cell: Cell) -> str:
    """The noun behind "of", else the counted one."""
    following = reading.tokens[cell.last + 1 : cell.last + 5]
    at = next((k for k, token in enumerate(following) if token.low == "of"), None)
    if at is not None and at + 1 < len(following) and following[at + 1].kind is TokenKind.WORD:
        return singular(following[at + 1].text)
    return cell.count.unit if cell.count is not None and cell.count.kind is Kind.COUNT else ""


def _line(reading: SentenceReading, cells: list[Cell], lead: Quantity | None) -> Line:
    cues = [cue for cue in reading.cues if len(cells) > 1 and cells[-2].last < cue.first < cells[-1].first]
    rest = any(_is_rest(reading, cue, cells) for cue in cues if cue.type == "REST")
    before = [cue for cue in reading.cues if cue.first < cells[0].first]
    partial = any(cue.type == "PARTIAL" for cue in before[-3:])
    return Line(tuple(cells), reading.index, reading.section, rest, partial, lead)


def _introduces_rest(reading: SentenceReading, cue: Cue, cell: Cell) -> bool:
    """Whether "the remaining" or "the rest" stands right before the last cell, with no "of" between."""
    between = [token.low for token in reading.tokens[cue.last + 1 : cell.first]]
    return len(between) <= 4 and not _NOT_REST & set(between)


def _is_rest(reading: SentenceReading, cue: Cue, cells: Sequence[Cell]) -> bool:
    """Whether a word for what remains opens the last cell; "other" only at the end of three items or more."""
    word = reading.tokens[cue.last].text
    if word.lower() in _OTHER:
        before = reading.tokens[cue.first - 1].low if cue.first else ""
        if word[0].isupper() or len(cells) < 3 or before not in ("and", ","):
            return False
    return _introduces_rest(reading, cue, cells[-1])


def lead_total(reading: SentenceReading) -> Quantity | None:
    """The M of "Of the M …" and "Out of the M …" at the head of the sentence, and not of "Sales of M …"."""
    for at, cue in enumerate(reading.cues[:2]):
        heads = cue.first <= 1 and not content_words(reading.tokens[: cue.first])
        if cue.type in ("OF", "OUTOF") and heads and at + 1 < len(reading.cues):
            following = reading.cues[at + 1].quantity
            pair = next((s for s in reading.statements if s.kind == "pair" and following in s.roles.values()), None)
            if pair is not None and following is not None:
                if pair.roles["count"] is following and content_words(
                    reading.tokens[cue.last + 1 : reading.cues[at + 1].first]
                ):
                    return None  # "Of the patients 12 (40%) had a cough": the whole is not told
                return pair.roles["count"]  # "Of the eight per cent (4.2 million) of residents …"
            if following is not None and following.kind in _SHARED_OUT:
                return following
    return _total_behind(reading) or _named_total(reading)


def _total_behind(reading: SentenceReading) -> Quantity | None:
    """The M of "In the year to March, of the M …" or "…, said that of the M …": no amount is told before it."""
    for cue, following in pairwise(reading.cues):
        if cue.quantity is not None and cue.quantity.kind not in LABELS:
            return None
        number, first = following.quantity, cue.first
        if cue.type not in ("OF", "OUTOF", "OFWHICH") or number is None or number.kind not in _SHARED_OUT or not first:
            continue
        opened = reading.lows[first - 1] in _OPENERS and reading.lows[cue.first] in ("of", "out")
        determined = following.first - first <= 3 and not _DETERMINERS.isdisjoint(
            reading.lows[first + 1 : following.first]
        )
        return number if opened and determined else None
    return None


def _named_total(reading: SentenceReading) -> Quantity | None:
    """The M of "Of total sales of M, …"."""
    first = next((cue for cue in reading.cues if cue.quantity is not None), None)
    tokens = reading.tokens
    if first is None or first.first > _NAME or first.first < 3 or tokens[0].low != "of":
        return None
    named = all(t.kind is TokenKind.WORD and t.low not in lexicon().verbs for t in tokens[1 : first.first])
    total = named and tokens[first.first - 1].low == "of" and tokens[first.last + 1 : first.last + 2]
    closed = bool(total) and tokens[first.last + 1].text == ","
    return first.quantity if closed and first.quantity is not None and first.quantity.kind in _SHARED_OUT else None


def _cells(reading: SentenceReading, lead: Quantity | None) -> Iterator[Cell]:
    """Pairs and loose numbers in order."""
    taken = {at: statement for statement in reading.statements for at in range(statement.first, statement.last + 1)}
    done: set[int] = set()
    for before, cue in zip((None, *reading.cues), reading.cues, strict=False):
        if cue.quantity is None or cue.first in done or (before is not None and _is_taken_from(before, cue)):
            continue
        statement = taken.get(cue.first)
        if cue.quantity is lead or (statement is not None and lead is not None and lead in statement.roles.values()):
            done.update(range(cue.first, statement.last + 1) if statement else ())
            continue
        cell = _cell(cue, statement)
        if cell is not None:
            done.update(range(cell.first, cell.last + 1))
            yield cell


def _is_taken_from(before: Cue, cue: Cue) -> bool:
    """Whether a number is what the items before it are taken from: ", out of 4,421 valid votes"."""
    return before.type == "OUTOF" and before.last + 1 == cue.first


def _cell(cue: Cue, statement: Statement | None) -> Cell | None:
    quantity = cue.quantity
    assert quantity is not None
    if statement is not None and statement.kind == "pair":
        return Cell((), statement.roles["count"], statement.roles["percent"], statement.first, statement.last)
    if statement is not None and statement.kind not in ("parts", "pair"):
        return None
    if quantity.bound is Bound.RANGE:
        return None
    if quantity.kind in _COUNTED:
        return Cell((), quantity, None, cue.first, cue.last)
    if quantity.kind is Kind.PERCENT:
        return Cell((), None, quantity, cue.first, cue.last)
    return None


def _names_near(reading: SentenceReading, behind: int, first: int, last: int) -> tuple[Name, ...]:
    """Names before the cell, the nearest first; where there are none, those behind it up to the next number."""
    before = names_in(reading.tokens, behind, first)
    if before:
        return tuple(reversed(before))
    ahead = next((cue.first for cue in reading.cues if cue.first > last and cue.quantity), len(reading.tokens))
    return tuple(names_in(reading.tokens, last + 1, ahead))


def alike(one: Cell, other: Cell) -> bool:
    """Whether two cells may stand in one line: both with a count, a percentage or both, the counts of one sort."""
    if (one.count is None) != (other.count is None) or (one.percent is None) != (other.percent is None):
        return False
    if one.count is not None and other.count is not None:
        return _like(one.count, other.count)
    return True


def _like(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of one kind and unit; a bare count goes with any counted noun."""
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.COUNT:
        return True  # a line may count boats and bicycles; what is added up must go together column by column
    return one.unit == other.unit


def _parted(reading: SentenceReading, one: Cell, other: Cell) -> bool:
    """Whether a change stands between two cells, or "from": "to 699 (9.1%) from 671 (8.9%)" are of two dates."""
    return any(
        statement.kind == "change" and one.last < statement.first < other.first for statement in reading.statements
    ) or any(cue.type == "FROM" and one.last < cue.first < other.first for cue in reading.cues)
