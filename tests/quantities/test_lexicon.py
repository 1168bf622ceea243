from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck._tables import source_files
from factcheck.quantities.lexicon import FOLDER, LEXICON, compile_quantities, unit_factor


@pytest.mark.parametrize(
    ("unit", "factor", "dimension"),
    [
        ("kilometer", Fraction(1000), "[length]"),
        ("mile", Fraction(1609344, 1000), "[length]"),
        ("mile / hour", Fraction(1397, 3125), "[length] * [time] ** -1"),
        ("degree_Fahrenheit", Fraction(5, 9), "[temperature]"),
        ("meter ** 2", Fraction(1), "[length] ** 2"),
        ("week", Fraction(7 * 24 * 3600), "[time]"),
    ],
)
def test_factors_are_exact(unit: str, factor: Fraction, dimension: str) -> None:
    found = unit_factor(unit)
    assert found is not None
    assert (found.factor, found.dimension) == (factor, dimension)


def test_what_is_no_measure_has_no_factor() -> None:
    assert unit_factor("percent") is None
    assert unit_factor("nurse") is None


def test_feet_and_metres_share_a_dimension_that_tonnes_do_not() -> None:
    foot, meter, tonne = (unit_factor(unit) for unit in ("foot", "meter", "metric_ton"))
    assert foot is not None
    assert meter is not None
    assert tonne is not None
    assert foot.dimension == meter.dimension != tonne.dimension


def test_compiling_reads_every_file_of_the_folder() -> None:
    table = compile_quantities()
    assert table["trie"]["percent"][""] == ["percent", "percent"]
    assert table["trie"]["cubic"]["metres"][""] == ["measure", "meter ** 3"]
    assert table["signs"]["£"] == "GBP"
    assert len(source_files(FOLDER)) == 8


def test_no_word_is_a_plain_number_and_a_scale() -> None:
    plain = LEXICON.ones.keys() | LEXICON.teens.keys() | LEXICON.tens.keys()
    assert not plain & (LEXICON.scales.keys() | LEXICON.dozens.keys())
