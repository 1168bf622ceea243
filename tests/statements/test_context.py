"""What the words round a number say of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from factcheck.quantities.model import Quantity, Token
from factcheck.quantities.reader import read_tokens
from factcheck.statements.context import is_change, is_negative, is_per_unit, is_rate, names_a_sort, place_of

Test = Callable[[Quantity, Sequence[Token]], bool]


def said(test: Test, text: str, number: int = 0) -> bool:
    """What `test` says of a number of the text, counted from 0."""
    tokens = read_tokens(text)
    quantities = [token.quantity for token in tokens if token.quantity is not None]
    return test(quantities[number], tokens)


def test_the_place_of_a_number_is_that_of_its_token() -> None:
    tokens = read_tokens("Of 12 boats 12 sank.")
    quantities = [token.quantity for token in tokens if token.quantity is not None]
    assert [place_of(quantity, tokens) for quantity in quantities] == [1, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue of $333m, a 7.2% decrease", True),
        ("Revenue of $333m, the 7.2% net decrease", True),
        ("Revenue of $333m, its 7.2% decrease", False),
        ("Revenue of $333m, a 7.2% share of the decrease", False),
        ("Revenue of $333m, 3 percentage points up", True),
    ],
)
def test_a_change_stands_before_its_word(text: str, expected: bool) -> None:
    assert said(is_change, text, number=1) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a compound growth of 9.2% from 80 to 100", True),
        ("growing 9.2% annualised since then", True),
        ("growing 9.2% a year", True),
        ("growing each year by 9.2%", True),
        ("growing 9.2% per year", True),
        ("rose 9.2% on an adjusted footing", True),
        ("rose 9.2% in the year", False),
        ("rose 9.2% from 80 to 100", False),
        ("rose 9.2% last year", False),
    ],
)
def test_a_rate_over_years_is_no_change(text: str, expected: bool) -> None:
    assert said(is_rate, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1.35 per diluted share", True),
        ("$1.35 a share", True),
        ("$1.35 an hour", True),
        ("$1.35 or $2 per share", False),
        ("$1.35 and $2 per share", False),
        ("$1.35 for each of them", False),
    ],
)
def test_a_value_per_unit(text: str, expected: bool) -> None:
    assert said(is_per_unit, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a net loss of $3m", True),
        ("$3m of losses", True),
        ("the trade deficit came to $3m", True),
        ("a profit of $3m", False),
        ("the loss of the old mill at Marlow cost $3m", False),
        ("$3m of the gains", False),
    ],
)
def test_a_loss_is_negative(text: str, expected: bool) -> None:
    assert said(is_negative, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sold three-wheeled vans.", True),
        ("They sold 500-seat planes.", True),
        ("They sold twenty-foot containers.", True),
        ("They made a 300-job cut.", False),
        ("They made a 20-foot rise.", False),
        ("They lost the 12-strong crew.", False),
        ("They sold 12 vans.", False),
        ("They sold $5-million flats.", False),
        ("They scored - three - goals.", False),
    ],
)
def test_a_number_that_hangs_on_a_word_names_a_sort(text: str, expected: bool) -> None:
    assert said(names_a_sort, text) is expected
