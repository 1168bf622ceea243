"""The words that a repair may exchange: scale words, words of change, of multiples, of units and of bases."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck._tables import Table, load_table, source_files

__all__ = [
    "base_words",
    "cased",
    "compile_repairs",
    "other_multiples",
    "other_scales",
    "scale_styles",
    "turned",
    "unit_words",
]

FOLDER = "grammar/en/repairs"
_FIRST_MULTIPLE = 2  # times, of the first word of a form


def other_scales(word: str) -> list[tuple[str, Fraction]]:
    """The scale words that a slip of scale may have meant instead of `word` (case as printed), with their factors.

    Words of the first style that knows `word`; empty for a word that is in none.
    """
    plain = word if any(word in style for style in scale_styles()) else word.lower()
    style = next((style for style in scale_styles() if plain in style), {})
    return [(cased(other, word), Fraction(1000**power)) for other, power in style.items() if other != plain]


@cache
def scale_styles() -> list[dict[str, int]]:
    """Scale words as one writer uses them together, each with its power of a thousand."""
    return [dict(style["words"]) for style in _table()["style"]]


def turned(word: str) -> str | None:
    """The word of change with its direction turned, in the same form and case: "fell" for "rose"; None if unknown."""
    plain = " ".join(word.lower().split())
    for up, down in _table()["turns"]:
        if plain in (up, down):
            return cased(down if plain == up else up, word)
    return None


def other_multiples(words: str) -> list[tuple[str, Fraction]]:
    """What else may have been meant by a phrase that ends in "doubled" or the like, and how many times as much it is.

    Empty where its last words are none of the known.
    """
    for form in _table()["multiples"]:
        for size, word in enumerate(form, _FIRST_MULTIPLE):
            found = re.search(rf"(?i)\b{re.escape(word)}$", words)
            if found is not None:
                start = words[: found.start()]
                others = ((other, times) for times, other in enumerate(form, _FIRST_MULTIPLE) if times != size)
                return [(start + cased(other, found[0]), Fraction(times, size)) for other, times in others]
    return []


def unit_words(unit: str, value: Fraction) -> str:
    """How a change of `value` is said in "percent", "point" or "basis_point": "percentage points"."""
    one, more = _table()["units"][unit]
    return str(one if abs(value) == 1 else more)


def base_words(base: str) -> str:
    """How the base of a share is called: "registered voters" for "registered"."""
    return str(_table()["bases"][base])


def cased(words: str, like: str) -> str:
    """Words with the capitals of others."""
    if like.isupper() and len(like) > 1:
        return words.upper()
    return words[0].upper() + words[1:] if like[:1].isupper() else words


@cache
def _table() -> Table:
    return load_table("repairs", source_files(FOLDER), compile_repairs)


def compile_repairs() -> Table:
    """The table that is committed as `_compiled/repairs.json`: scale words, turned words of change, words of units."""
    import tomllib

    table: dict[str, Any] = {}
    for path in source_files(FOLDER):
        with open(path, "rb") as file:
            table |= tomllib.load(file)
    return table
