"""Wholes with the lists that follow them at once, in the next sentence, or that close with a tally."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.model import Licence
from tests.relations.binding import bound, roles

RULE = "parts-total"


@pytest.mark.parametrize(
    ("text", "whole", "parts", "licence"),
    [
        ("The yard sold 17 boats – nine ferries, six tugs and four barges.", "17", "nine + six + four", Licence.CLAUSE),
        ("The yard sold 17 boats (nine ferries and 12 tugs).", "17", "nine + 12", Licence.CLAUSE),
        ("The jury of 12, eight men and five women, sat.", "12", "eight + five", Licence.CLAUSE),
        ("The £96m is to be split between Ash (£44m) and Birch (£62m).", "96m", "44m + 62m", Licence.CLAUSE),
        ("It has 48 beds, with 36 on wards, 7 in a lodge and 8 at home.", "48", "36 + 7 + 8", Licence.STRUCTURE),
        ("Of the 86 beasts, 41 were goats, 27 were cows and 28 were pigs.", "86", "41 + 27 + 28", Licence.STRUCTURE),
        ("It sold 115 boats. It sent 62 to Ash, 31 to Birch and 32 to Vale.", "115", "62 + 31 + 32", Licence.STRUCTURE),
        (
            "Two fires in Ash, one in Vale and five in Marle brought the toll to seven.",
            "seven",
            "Two + one + five",
            Licence.CLAUSE,
        ),
        ("The pack had four cards, two dice and a book: a lot.", "four", "two + a", None),
    ],
)
def test_parts_beyond_their_whole(text: str, whole: str, parts: str, licence: Licence | None) -> None:
    found = [(roles(one), one.licence) for one in bound(RULE, text) if one.licence >= Licence.STRUCTURE]
    assert found == ([] if licence is None else [({"whole": whole, "parts": parts}, licence)])


@pytest.mark.parametrize(
    "text",
    [
        "It has 48 beds, with 36 on wards and 7 in a lodge.",
        "The yard sold 17 boats (nine in 2018 and 12 in 2017).",
        "The yard sold 17 boats – nine more than in May and 12 more than in June.",
        "Of the 30 players, 14 are under 25, 12 are foreign and 8 are hurt.",
        "The choir has 30 singers: 12 men, 21 under 30 and four soloists.",
        "Six people, two dogs and five cats, were saved.",
        "Two fires in Ash, one in Vale and five in Marle brought the toll this year to 31.",
        "It sold 115 boats. Another 62 went to Ash, 31 to Birch and 32 to Vale.",
        "The house has six bedrooms, with four bathrooms and three kitchens.",
    ],
)
def test_what_need_not_be_all_is_silent(text: str) -> None:
    assert check_text(text).findings == ()


def test_one_thing_is_counted_by_its_article() -> None:
    (finding,) = check_text("The shortlist of six comprises four novels, two memoirs and a book of essays.").findings
    assert finding.message == "four + two + a book is seven, not six"
    assert check_text("The shortlist of six comprises three novels, two memoirs and a book of essays.").findings == ()
    assert check_text("A crew of six, made up of two men, two women and their coach, was lost.").findings == ()
