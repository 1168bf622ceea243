"""The words of numbers, units, currencies, dates and hedges, from `grammar/en/quantities`, ready to look up."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck._tables import load_table, source_files
from factcheck.quantities.lexer import pieces_of

__all__ = ["LEXICON", "SCALES", "SMALL", "Lexicon", "UnitFactor", "compile_quantities", "unit_factor"]

FOLDER = "grammar/en/quantities"
SPELLINGS = (str.lower, str.capitalize, str.upper)


class UnitFactor(NamedTuple):
    """One of a unit is `factor` times the base unit of its `dimension` ("[length]"); offsets of temperatures apart."""

    factor: Fraction
    dimension: str


class Lexicon(NamedTuple):
    """Look-up tables; words are lower case unless said otherwise.

    `units` is a trie over pieces: a node maps the next piece to a node, and "" to (class, unit) where a form ends.
    Classes: measure, duration, money, minor, percent, points, per_mille. `signs` maps a currency sign to its ISO code.
    `hedges_before` and `hedges_after` map the last (first) piece of a hedge to its pieces and effect, longest first.
    """

    ones: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]  # case matters
    dozens: dict[str, int]
    ordinals: dict[str, int]
    denominators: dict[str, int]
    multiples: dict[str, int]
    fractions: dict[str, tuple[int, int]]
    units: dict[str, Any]
    glued: dict[str, tuple[str, str]]  # case matters
    per: dict[str, str]
    signs: dict[str, str]
    codes: frozenset[str]
    months: dict[str, int]  # case matters
    weekdays: dict[str, int]
    hedges_before: dict[str, list[tuple[list[str], str]]]
    hedges_after: dict[str, list[tuple[list[str], str]]]
    hedges_tail: dict[str, str]
    factors: dict[str, list[str]]
    plurals: dict[str, str]
    name_shapes: dict[str, str]
    labels: frozenset[str]
    weak: frozenset[str]
    labels_of_several: frozenset[str]
    version_labels: frozenset[str]
    street_words: frozenset[str]
    odds_words: frozenset[str]
    open_prefixes: frozenset[str]
    score_before: frozenset[str]
    score_after: frozenset[str]
    function_words: frozenset[str]
    verbs: frozenset[str]
    change_words: frozenset[str]
    pronoun_before: frozenset[str]
    pronoun_after: frozenset[str]
    one_idioms: frozenset[str]
    not_a_part: frozenset[str]
    not_half_of: frozenset[str]
    part_after: frozenset[str]
    softeners: frozenset[str]
    time_spans: frozenset[str]
    age_before: frozenset[str]
    age_after: frozenset[str]
    age_groups: frozenset[str]
    heat_words: frozenset[str]
    large_money: frozenset[str]
    before_right: frozenset[str]
    year_before: frozenset[str]
    year_nouns: frozenset[str]
    dated_before: frozenset[str]
    spread_verbs: frozenset[str]
    race_before: frozenset[str]
    races: frozenset[str]
    length_before: frozenset[str]
    length_after: frozenset[str]
    counted_before: frozenset[str]
    compared_after: frozenset[str]

    @property
    def number_starts(self) -> frozenset[str]:
        """Every word with which a number in words may begin, lower case."""
        groups = (self.ones, self.teens, self.tens, self.scales, self.dozens, self.ordinals, self.denominators)
        return frozenset().union(*groups, self.multiples, self.fractions, ("hundred", "hundreds", "half"))


def compile_quantities() -> dict[str, Any]:
    """The table that is committed as `_compiled/quantities.json`, read from TOML, with unit factors from pint.

    Raises ValueError, naming the unit, where pint does not know one.
    """
    import tomllib

    raw: dict[str, dict[str, Any]] = {}
    for path in source_files(FOLDER):
        with open(path, "rb") as file:
            raw[os.path.splitext(os.path.basename(path))[0]] = tomllib.load(file)
    trie: dict[str, Any] = {}
    _plant_units(trie, raw["units"])
    _plant_currencies(trie, raw["currencies"])
    _plant_shares(trie, raw["shares"])
    return {
        "numbers": _numbers(raw["numbers"]),
        "trie": trie,
        "glued": {
            form: ["measure", unit] for unit, forms in raw["units"]["measure"]["glued"].items() for form in forms
        },
        "per": {form: unit for unit, forms in raw["units"]["per"].items() for form in forms},
        "signs": {sign: code for code, entry in raw["currencies"].items() for sign in entry["signs"]},
        "codes": sorted(raw["currencies"]),
        "dates": raw["dates"],
        "before": _hedges(raw["hedges"]["before"], -1),
        "after": _hedges(raw["hedges"]["after"], 0),
        "tail": {word: effect for effect, words in raw["hedges"]["tail"].items() for word in words},
        "names": raw["names"],
        "words": raw["words"],
        "factors": _factors(raw["units"]),
    }


def _numbers(raw: dict[str, Any]) -> dict[str, Any]:
    whole = {key: {word: int(value) for word, value in raw[key].items()} for key in raw if key != "signs"}
    parts = {sign: [int(part) for part in text.split("/")] for sign, text in raw["signs"]["fractions"].items()}
    return {**whole, "fractions": parts}


def _plant(trie: dict[str, Any], form: str, kind: str, unit: str) -> None:
    node = trie
    for piece in pieces_of(form):
        node = node.setdefault(piece.lower(), {})
    node.setdefault("", [kind, unit])


def _plant_units(trie: dict[str, Any], raw: dict[str, Any]) -> None:
    for group, kind in (("measure", "measure"), ("emissions", "measure"), ("duration", "duration")):
        for unit, forms in raw[group]["bare"].items():
            for form in forms:
                _plant(trie, form, kind, unit)


def _plant_currencies(trie: dict[str, Any], raw: dict[str, Any]) -> None:
    for code, entry in raw.items():
        for form in entry["words"]:
            _plant(trie, form, "money", code)
        minor = entry.get("minor")
        for form in minor["words"] if minor else ():
            _plant(trie, form, "minor", f"{code}_{minor['name']}")


def _plant_shares(trie: dict[str, Any], raw: dict[str, Any]) -> None:
    for unit, entry in raw.items():
        kind = {"percent": "percent", "per_mille": "per_mille"}.get(unit, "points")
        for form in entry["words"]:
            _plant(trie, form, kind, unit)


def _hedges(raw: dict[str, list[str]], key: int) -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = {}
    for effect, phrases in raw.items():
        for phrase in phrases:
            pieces = pieces_of(phrase.lower())
            found.setdefault(pieces[key], []).append([pieces, effect])
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _factors(raw: dict[str, Any]) -> dict[str, list[str]]:
    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    registry.define("quarter_year = year / 4")
    names = {unit for group in ("measure", "emissions", "duration") for part in raw[group].values() for unit in part}
    return {name: _factor(registry, name) for name in sorted(names)}


def _factor(registry: Any, name: str) -> list[str]:
    if name in ("parts_per_million", "parts_per_billion"):
        return ["1/1000000" if name.endswith("million") else "1/1000000000", "dimensionless"]
    try:
        unit = registry.parse_units(name)
        factor, _ = registry.get_base_units(unit, check_nonmult=False)
    except Exception as error:
        raise ValueError(f"pint does not know the unit {name!r}: {error}") from error
    exact = factor if isinstance(factor, Fraction) else Fraction(str(factor))
    powers = [f"{base} ** {power}" if power != 1 else base for base, power in sorted(unit.dimensionality.items())]
    return [str(exact), " * ".join(powers) or "dimensionless"]


def unit_factor(unit: str) -> UnitFactor | None:
    """What one of the measure `unit` (a name that a Quantity carries) is in base units; None for what is no measure."""
    entry = LEXICON.factors.get(unit)
    return None if entry is None else UnitFactor(Fraction(entry[0]), entry[1])


def _load() -> Lexicon:
    table = load_table("quantities", source_files(FOLDER), compile_quantities)
    numbers, dates, words, names = table["numbers"], table["dates"], table["words"], table["names"]
    plurals: dict[str, str] = words.pop("plurals")
    name_shapes: dict[str, str] = names.pop("shapes")
    sets: dict[str, Any] = {key: frozenset(entries) for group in (names, words) for key, entries in group.items()}
    return Lexicon(
        **{key: numbers[key] for key in ("ones", "teens", "tens", "scales", "suffixes", "dozens", "ordinals")},
        denominators=numbers["denominators"],
        multiples=numbers["multiples"],
        fractions={sign: (top, bottom) for sign, (top, bottom) in numbers["fractions"].items()},
        units=table["trie"],
        glued={form: (kind, unit) for form, (kind, unit) in table["glued"].items()},
        per=table["per"],
        signs=table["signs"],
        codes=frozenset(table["codes"]),
        months=dates["months"],
        weekdays=dates["weekdays"],
        hedges_before=table["before"],
        hedges_after=table["after"],
        hedges_tail=table["tail"],
        factors=table["factors"],
        plurals=plurals,
        name_shapes=name_shapes,
        **sets,
    )


LEXICON = _load()
SMALL = {**LEXICON.ones, **LEXICON.teens, **LEXICON.tens}  # the words under a hundred
SCALES = {**LEXICON.scales, **LEXICON.dozens}
