"""Numbers with who, what and where: facts, and the lines in which like facts stand side by side."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from factcheck.facts.days import Day
from factcheck.quantities.model import Quantity
from factcheck.quantities.reader import read_tokens
from factcheck.statements.model import SentenceReading, Statement

__all__ = ["Cell", "Fact", "ItemList", "Line", "Quiet", "Reading"]

Name = frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One quantity in its sentence.

    `names` are the proper names that may be its subject, the nearest first; `nouns` are the content words of its
    clause; `base` is what a percentage is said to be of, in lower case, "" where that is not said. `measure` is the
    slot of a closed kit ("elections.turnout") or "". `role` is "statement.role" or "level".
    """

    quantity: Quantity
    sentence: int
    token: int
    role: str = "level"
    names: tuple[Name, ...] = ()
    nouns: tuple[str, ...] = ()
    base: str = ""
    base_span: tuple[int, int] | None = None
    measure: str = ""
    years: frozenset[int] = frozenset()  # named in its sentence


@dataclass(frozen=True, slots=True)
class Cell:
    """One item of a line: a count or amount, its percentage, or both."""

    names: tuple[Name, ...]
    count: Quantity | None
    percent: Quantity | None
    first: int  # token positions in the sentence
    last: int


@dataclass(frozen=True, slots=True)
class Line:
    """Like items side by side in one sentence, or one an item of a list.

    `rest` says that the last item is introduced as all that remains; `partial` that the list is said to be incomplete.
    """

    cells: tuple[Cell, ...]
    sentence: int
    section: int
    rest: bool = False
    partial: bool = False
    total: Quantity | None = None  # "Of the 278,000 …"
    loose: bool = False  # over neighbouring sentences, by nothing but like cells with names of their own


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of the document behind the sentence that opens it.

    `items` are the spans of its outermost items without their marks, `texts` their prose; `open` says that another
    list follows shortly, which may go on with it; `nested` that items hold lists of their own.
    """

    lead: SentenceReading
    items: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]
    open: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Quiet:
    """A sentence without a number, which may yet say something of those beside it; nobody has read it yet.

    `index`, `block` and `section` are as those of a `SentenceReading`.
    """

    index: int
    block: int
    section: int
    start: int
    end: int
    text: str

    def read(self) -> SentenceReading:
        """It with its tokens."""
        tokens = tuple(read_tokens(self.text, self.start))
        return SentenceReading(self.index, self.block, self.section, self.start, self.end, tokens, (), ())


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """All that the layers to the left found in one document; equal to itself alone, so that caches may keep it."""

    sentences: tuple[SentenceReading, ...]
    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[tuple[SentenceReading, Statement], ...] = field(default=())
    dateline: dt.date | None = None
    fact_of: dict[int, Fact] = field(default_factory=dict)  # by the quantity's start
    leads: dict[int, Quantity] = field(default_factory=dict)  # "Of the 278,000 …", by the sentence's index
    lists: tuple[ItemList, ...] = ()
    sentence_at: dict[int, SentenceReading] = field(default_factory=dict)  # by its index
    days: tuple[Day, ...] = ()  # the weekdays named
    quiet: tuple[Quiet, ...] = ()  # the sentences without a number
