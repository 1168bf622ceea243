"""Sentences without a number that make a claim about those beside them: "Hale, the largest, is closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.facts.model import Reading
from factcheck.relations.lexicon import words_of
from factcheck.statements.model import SentenceReading

__all__ = ["sentences_with"]


def sentences_with(reading: Reading, *tables: str) -> Iterator[SentenceReading]:
    """The sentences without a number that hold a word of one of the tables, in order; only these are read."""
    words = _pattern(tables)
    for quiet in reading.quiet:
        if words.search(quiet.text):
            yield quiet.read()


@cache
def _pattern(tables: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({word for table in tables for word in words_of(table)})
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
