"""Suggestions: what a reader is told of a repair, and that every repair offered is one."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.findings.model import Finding


def the(text: str) -> Finding:
    (found,) = check_text(text).findings
    return found


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Takings at the gate rose $18.2m, or 42%, to $94.1m.", ["24% instead of 42% (two digits swapped)"]),
        (
            "The jobless rate rose to 4.1% from 4.6%.",
            ["fell instead of rose (the other direction)", "4.1 and 4.6 exchanged"],
        ),
        (
            "Support for the bypass rose 5% from 47% to 52%.",
            ["5 percentage points instead of 5% (another unit)"],
        ),
        (
            "The fund put up $11, made up of $5.7bn for roads and $5.3bn for rail.",
            ["$11bn instead of $11 (the scale word is missing)"],
        ),
        ("The bridge opened on Friday, 20 February 2014.",
         ["Thursday instead of Friday", "21 February 2014 instead of 20 February 2014",
          "20 February 2015 instead of 20 February 2014"]),
        ("The mill has four owners: the Vale Trust, the Osterby council and the Ash family.",
         ["three instead of four"]),
        ("The fair is on Sat., 30 Nov. 2018.",
         ["Fri instead of Sat", "24 Nov. 2018 instead of 30 Nov. 2018", "30 Nov. 2019 instead of 30 Nov. 2018"]),
        ("The lease began on 31st April.", ["30th April instead of 31st April", "13th April instead of 31st April"]),
        ("The twins were born on 29 February 2013.",
         ["28 February 2013 instead of 29 February 2013", "29 February 2012 instead of 29 February 2013"]),
        ("The ferry ran from 1987 to 1939.",
         ["1897 instead of 1987 (two digits swapped)", "1993 instead of 1939 (two digits swapped)",
          "1987 and 1939 exchanged"]),
        ("Founded in 1912, the club kept its 100th anniversary in 2014.",
         ["102nd instead of 100th (one digit differs)", "1914 instead of 1912 (one digit differs)",
          "2012 instead of 2014 (one digit differs)"]),
        ("Nearly two in five (18%) owned a boat.",
         ["one in five instead of two in five (one more or less)", "38% instead of 18% (one digit differs)"]),
        ("Fines were doubled from £120 to £480 in the spring.",
         ["£210 instead of £120 (two digits swapped)", "quadrupled instead of doubled (nearer to the figures)",
          "£280 instead of £480 (one digit differs)"]),
        ("They paid £75,000 for 300 chairs, or £25 each.",
         ["£7,500 instead of £75,000 (a zero too many)", "3,000 instead of 300 (a zero is missing)",
          "£250 instead of £25 (a zero is missing)"]),
        ("Of the 500 homes, 45 (9%) were damp, 210 (62%) had mould and 310 (42%) had rot.",
         ["210 and 310 exchanged", "62 and 42 exchanged"]),
        ("Net sales were $1.2 million, compared to $1.4 million in 2019, a decrease of $174 million.",
         ["$174 thousand instead of $174 million (another scale word)",
          "1.2 billion and 1.4 billion instead of 1.2 million and 1.4 million (another scale word)"]),
        ("Twenty-one of the 63 boats (43%) were lost.",
         ["Twenty-seven instead of Twenty-one (one digit differs)", "33% instead of 43% (one digit differs)"]),
        (
            "The number of homes started rose 27%, from 2,240 to 3,050.",
            ["36% instead of 27% (worked out from the other figures)"],
        ),
    ],
)  # fmt: skip
def test_a_suggestion_says_what_for_what_and_why(text: str, messages: list[str]) -> None:
    assert [suggestion.message for suggestion in the(text).suggestions] == messages


def test_one_of_each_number_before_a_second_of_one() -> None:
    text = "Of the members, 44% said yes, 33% said no and the remaining 33% did not answer."
    starts = [suggestion.edits[0].start for suggestion in the(text).suggestions]
    assert len(starts) == len(set(starts)) == 3


def test_only_a_word_left_out_is_notation() -> None:
    left_out = the("The fund put up $11, made up of $5.7bn for roads and $5.3bn for rail.")
    swapped = the("Takings at the gate rose $18.2m, or 42%, to $94.1m.")
    assert [s.notation for s in left_out.suggestions] == [True]
    assert [s.notation for s in swapped.suggestions] == [False]
