"""Weekdays named in prose: "adjourned on Thursday". Sentences without a number have them as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.documents.model import BlockKind, Document
from factcheck.quantities.lexicon import LEXICON

__all__ = ["Day", "days_of"]

_AROUND = 60  # characters to either side, within the sentence
_LONG = {name: number for name, number in LEXICON.weekdays.items() if name.lower().endswith("day")}
_NAME = re.compile(rf"\b(?:{'|'.join(_LONG)})\b")


class Day(NamedTuple):
    """A weekday by name (Monday is 0) with what stands round it in its sentence, in lower case.

    `sentence` and `section` count as those of a `SentenceReading` do.
    """

    sentence: int
    section: int
    start: int
    end: int
    text: str
    weekday: int
    before: str
    behind: str


def days_of(document: Document) -> tuple[Day, ...]:
    """Every weekday of the prose, in its order; tables are left alone."""
    return tuple(_days(document)) if "day" in document.text else ()


def _days(document: Document) -> Iterator[Day]:
    index = 0
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        for sentence in block.sentences:
            index += 1
            first, last = sentence.start - block.start, sentence.end - block.start
            for found in _NAME.finditer(block.text, first, last):
                start, end = found.span()
                before = block.text[max(first, start - _AROUND) : start].lower()
                behind = block.text[end : min(last, end + _AROUND)].lower()
                offset = block.start
                yield Day(
                    index, block.section, start + offset, end + offset, found[0], _LONG[found[0]],
                    " ".join(before.split()), " ".join(behind.split()),
                )  # fmt: skip
