"""Rules bound to the roles of one statement."""

from __future__ import annotations

import pytest

from factcheck.relations.model import Licence
from tests.relations.binding import bound, only, roles, words


def test_a_change_with_both_ends() -> None:
    found = only("percent-change", "Costs rose 30% from $80m to $100m.")
    assert roles(found) == {"change": "30", "before": "80m", "after": "100m"}
    assert found.licence is Licence.CLAUSE
    assert found.closed
    assert not found.doubtful
    assert found.direction == 1
    assert found.negated == frozenset()
    assert words(found) == {"direction": "rose"}


def test_the_change_of_a_fall_has_its_sign_turned() -> None:
    found = only("percent-change", "Costs fell 30% from $100m to $80m.")
    assert found.negated == {"change"}
    assert found.direction == -1


def test_the_amount_of_a_fall_has_its_sign_turned() -> None:
    found = only("amount-change", "Stocks fell by $12.4m from $131.7m to $101.3m.")
    assert roles(found) == {"amount": "12.4m", "before": "131.7m", "after": "101.3m"}
    assert found.negated == {"amount"}


def test_the_sign_is_that_of_the_levels_where_the_change_fits_them() -> None:
    """The word is then what is wrong, and another rule tells it."""
    found = only("percent-change", "Costs fell 25% from $80m to $100m.")
    assert found.negated == frozenset()
    assert not found.doubtful


def test_where_neither_word_nor_change_fits_the_levels_the_statement_is_doubtful() -> None:
    found = only("percent-change", "Costs fell 30% from $80m to $100m.")
    assert found.doubtful
    assert found.negated == {"change"}


def test_points_between_two_percentages() -> None:
    found = only("points-change", "The rate rose 0.6 percentage points to 4.6% from 4.2%.")
    assert roles(found) == {"change": "0.6", "before": "4.2", "after": "4.6"}
    assert found.closed


def test_a_fraction_beside_a_percentage() -> None:
    found = only("one-in-n", "One in five (28%) agreed.")
    assert roles(found) == {"ratio": "One in five", "percent": "28"}
    assert found.licence is Licence.CLAUSE


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("percent-change", "Costs rose 30% from £80m to $100m."),
        ("percent-change", "Costs rose 30% from 80 tonnes to 100 miles."),
        ("percent-change", "Costs rose 5% from 47% to 52%."),
        ("percent-change", "Costs rose 5% to £84m."),
        ("percent-change", "Costs rose from £80m to £84m."),
        ("percent-change", "Costs rose 5% from 2011 to 2012."),
        ("percent-change", "Costs rose 5% to 7% from £80m to £84m."),
        ("amount-change", "Stocks rose by 12 boats from $101.3m to $131.7m."),
        ("amount-change", "Stocks rose by 12% from $101.3m to $131.7m."),
        ("points-change", "The rate rose 0.6 percentage points to £46 from £42."),
        ("one-in-n", "Ash got 874 votes (28%)."),
    ],
)
def test_roles_that_do_not_go_together_are_not_bound(rule: str, text: str) -> None:
    assert bound(rule, text) == []


def test_a_bare_number_takes_the_unit_of_the_other() -> None:
    found = only("percent-change", "Lines fell 7.8% from 718.7 to 662.3 million.")
    assert roles(found) == {"change": "7.8", "before": "718.7", "after": "662.3 million"}


def test_each_statement_is_bound_once() -> None:
    text = "Costs rose 30% from $80m to $100m, and rents fell 10% from $60m to $54m."
    assert [roles(found)["change"] for found in bound("percent-change", text)] == ["30", "10"]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("amount-of-base", "Takings fell £6,000 (21%) from £50,000.", Licence.CLAUSE),
        ("amount-of-base", "The yard had 480 workers. This is a fall of 20 (14%) from 500.", Licence.CLAUSE),
        ("amount-of-base", "Fares were $127m against $100m. This is a rise of $27m or 37%.", Licence.STRUCTURE),
        ("percent-change", "Takings fell from $100m to $75m. This is a fall of 35%.", Licence.STRUCTURE),
        ("amount-change", "Fares were $127m against $100m. This is a rise of $37m.", Licence.STRUCTURE),
        ("derived-base", "The yard had 480 workers. This is a fall of 20 (14%).", Licence.STRUCTURE),
    ],
)
def test_what_takes_up_another_sentence_is_tied_more_loosely(rule: str, text: str, expected: Licence) -> None:
    assert only(rule, text).licence is expected


@pytest.mark.parametrize("text", ["Takings fell £6,000 from £50,000.", "Takings fell £6,000 (21%) from 50,000 tonnes."])
def test_an_amount_of_another_base_is_not_bound(text: str) -> None:
    assert bound("amount-of-base", text) == []


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Two in five adults (49%) own a boat.", True),
        ("Two in five adults (49% of all adults) own a boat.", True),
        ("Two in five (49%, 2.1 million) own a boat.", True),
        ("Two in five (49% on the coast) own a boat.", False),
        ("Two in five (49% in 1990) own a boat.", False),
        ("Two in five adults (49% of men) own a boat.", False),
    ],
)
def test_a_fraction_and_the_bracket_behind_it(text: str, tied: bool) -> None:
    assert bool(bound("one-in-n", text)) is tied
