"""Typed statements with named roles, and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.quantities.model import Quantity, Token

__all__ = ["Cue", "SentenceReading", "Statement", "Word"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A terminal of the grammar: a quantity, a cue word or a mark, by its tokens `first` to `last` (inclusive)."""

    type: str
    first: int
    last: int
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A cue word that a rule may name: its cue, place and text as printed."""

    cue: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One quantitative part of a sentence.

    `kind` is change, move (a change without its levels), versus (levels without their change), pair, share, ratio,
    parts or announced; `roles` names its quantities; `direction` is 1 for
    up, -1 for down, 0 for neither; `first` and `last` are token positions in the sentence.
    """

    kind: str
    roles: Mapping[str, Quantity]
    first: int
    last: int
    direction: int = 0
    words: Mapping[str, Word] = field(default_factory=dict)
    items: tuple[tuple[int, int], ...] = ()  # spans of the announced list
    counts: frozenset[int] = frozenset()  # how many items the list may have as well
    resumed: bool = False  # a change whose levels stand in the sentence before


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """A sentence with its tokens, cues and statements. `index` counts sentences through the document.

    `lows` are its tokens in lower case: nearly every rule asks for them.
    """

    index: int
    block: int
    section: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    statements: tuple[Statement, ...]
    lows: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lows", tuple([token.low for token in self.tokens]))

    def follows(self, before: SentenceReading) -> bool:
        """Whether it stands right behind another sentence, in one section, with no sentence without numbers between."""
        return self.index - before.index == 1 and self.section == before.section
