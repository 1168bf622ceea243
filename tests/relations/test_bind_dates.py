"""Durations, ages and anniversaries against their years."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles


class TestDuration:
    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("From 2008 to 2013, a five-year period, sales fell.", Verdict.CONSISTENT),
            ("From 2008 to 2013, a six-year period, sales fell.", Verdict.CONSISTENT),
            ("From 2008 to 2013, a four-year period, sales fell.", Verdict.INCONSISTENT),
            ("It closed for seven years from 2008 to 2013.", Verdict.INCONSISTENT),
            ("It closed for the five-year period between 2008 and 2013.", Verdict.CONSISTENT),
            ("The war lasted five years (1914-18).", Verdict.CONSISTENT),
            ("The war lasted nine years (1914-18).", Verdict.INCONSISTENT),
            ("From May 2008 to January 2010, a one-year period, it was shut.", Verdict.CONSISTENT),
            ("Sold in 1867, it was bought back 92 years later, in 1959.", Verdict.CONSISTENT),
            ("Sold in 1867, it was bought back 91 years later, in 1959.", Verdict.CONSISTENT),
            ("Sold in 1867, it was bought back 93 years later, in 1959.", Verdict.INCONSISTENT),
            ("Sold in 1959, it had been bought 82 years earlier, in 1867.", Verdict.INCONSISTENT),
        ],
    )
    def test_verdicts(self, text: str, verdict: Verdict) -> None:
        (one,) = evaluated("duration", text)
        assert one.verdict is verdict
        assert one.constraint.licence is Licence.CLAUSE

    def test_roles_are_the_years_and_the_time_between_them(self) -> None:
        (one,) = bound("duration", "The war lasted five years (1914-18).")
        assert roles(one) == {"start": "1914", "end": "18", "span": "five"}

    def test_the_year_before_stands_in_the_sentence_before(self) -> None:
        (one,) = evaluated("duration", "It was sold in 1867. Then, 29 years later, in 1959, it was bought back.")
        assert one.verdict is Verdict.INCONSISTENT
        assert one.constraint.licence is Licence.STRUCTURE
        assert not one.constraint.doubtful

    @pytest.mark.parametrize(
        "text",
        [
            "There were eight years between 1990 and 2013 when it rose.",
            "In eight years from 1990 to 2013 it rose.",
            "From 2008 to 2013, the five years before the fire, sales fell.",
            "Rents fell from 2011 to 2014, a 20-year low.",
            "The ten-year plan from 2010 to 2014 failed.",
            "About five years from 2008 to 2019 were lost.",
            "Sold in 1867 and in 1901, it was bought back 92 years later, in 1959.",
            "It was bought back 92 years later, in 1959.",
            "From 12 to 18, the ten years of youth, they learn.",
            "It lasted five years (2013-08).",
        ],
    )
    def test_nothing_where_the_years_may_bound_something_else(self, text: str) -> None:
        assert bound("duration", text) == []


class TestAge:
    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("Ash (1912–2004), aged 92, was a painter.", Verdict.CONSISTENT),
            ("Ash (1912–2004), aged 91, was a painter.", Verdict.CONSISTENT),
            ("Ash (1912–2004), aged 93, was a painter.", Verdict.INCONSISTENT),
            ("Born in 1912, Ash died in 2004, aged 90.", Verdict.INCONSISTENT),
            ("Born in 1912, Ash died at the age of 92 in 2004.", Verdict.CONSISTENT),
            ("Born on 3 May 1912, Ash died on 2 May 2004 aged 91.", Verdict.CONSISTENT),
            ("Born on 3 May 1912, Ash died on 2 May 2004 aged 92.", Verdict.INCONSISTENT),
            ("Born on 3 May 1912, Ash died on 3 May 2004 aged 92.", Verdict.CONSISTENT),
            ("Men born in 1967 and reaching age 45 in 2012 earn more.", Verdict.CONSISTENT),
            ("Men born in 1967 and reaching age 54 in 2012 earn more.", Verdict.INCONSISTENT),
            ("Men born in 1967 and reaching age 46 in 2012 earn more.", Verdict.CONSISTENT),
            ("Men born in 1967 (men reaching age 47 in 2012) earn more.", Verdict.INCONSISTENT),
            ("Men born in 1967, who were aged 54 in 2012, earn more.", Verdict.INCONSISTENT),
            ("Born in 1950, he was 67 when he died in 2017.", Verdict.CONSISTENT),
            ("Born in 1950, he was 66 when he died in 2017.", Verdict.CONSISTENT),
            ("Born in 1950, he was 68 when he died in 2017.", Verdict.INCONSISTENT),
            ("Born in 1950, Ash was aged 76 when he left Marlow in 2017.", Verdict.INCONSISTENT),
            ("Ash, who was born in 1950, turned 76 in 2017.", Verdict.INCONSISTENT),
            ("Born in 1950, she was 32 in 1973.", Verdict.INCONSISTENT),
            ("Ash was born in 1950 and died in 2017 at 76.", Verdict.INCONSISTENT),
            ("Ash (1957–2014) was 57 when he died.", Verdict.CONSISTENT),
            ("Ash (1957–2014) was 75 when he died.", Verdict.INCONSISTENT),
            ("Ash (1957–2014) died at the age of 75.", Verdict.INCONSISTENT),
        ],
    )
    def test_verdicts(self, text: str, verdict: Verdict) -> None:
        (one,) = evaluated("age", text)
        assert one.verdict is verdict

    @pytest.mark.parametrize(
        "text",
        [
            "Born in 1912, Ash moved to Marlow at the age of 12 and died in 2004.",
            "Born in 1912, Ash, the father of Birch, aged 30, died in 2004.",
            "Ash was born in 1912, wed in 1940 and died in 2004, aged 30.",
            "Ash was 30 in 1912 and 60 in 1942, long after he was born.",
            "Ash, aged 30, came in 1912 and left in 2004.",
            "Born in 1912, Ash died in 2004, aged about 80.",
            "Of the women born in 1967, most had married by age 40 in 2012.",
            "The rates are for those born in 1967 up to age 29 in 2012.",
            "Those aged 90 in 2008 could have been born in 1917 or 1918.",
            "Ash (1957–2014) was 25 when he wed.",
            "Ash (1957–2014) was 25.",
            "Ash (1957–2014), who was 30 when Birch died, painted.",
            "Born in 1950, Ash was 12 in 1973 standings.",
            "Ash, who died in 2004 at 12, Mill Road, was born in 1912.",
            "Ash, born in 1950, was 12 when the war that ended in 1970 began.",
            "Born in 1950, Ash was 12 when he left for Marlow, where he died in 2017.",
            "Ash, born in 1950, wrote to his aunt, who was 76 when she died in 2017.",
            "Born in 1950, Ash was 32 points ahead in 1973.",
        ],
    )
    def test_nothing_where_the_age_may_be_of_another_day(self, text: str) -> None:
        assert bound("age", text) == []


class TestAnniversary:
    @pytest.mark.parametrize(
        ("number", "verdict"), [("100th", "consistent"), ("99th", "inconsistent"), ("110th", "inconsistent")]
    )
    def test_an_anniversary_and_its_years(self, number: str, verdict: str) -> None:
        (one,) = evaluated("anniversary", f"Founded in 1912, the club kept its {number} anniversary in 2012.")
        assert one.verdict.value == verdict

    def test_the_message_names_the_right_one(self) -> None:
        (finding,) = check_text("Founded in 1912, the club kept its 110th anniversary in 2012.").findings
        assert finding.message == "1912 to 2012 makes the 100th, not the 110th"

    @pytest.mark.parametrize(
        "text",
        [
            "Founded in 1912, the club opened a hall in 2012 for the 25th anniversary of its cup.",
            "Founded in 1912 and moved in 1950, the club kept its 100th anniversary in 2014.",
            "The club kept its 100th anniversary in 2014.",
            "Founded in 1912, the club won its 25th match in 2014.",
        ],
    )
    def test_nothing_unless_the_anniversary_is_its_own(self, text: str) -> None:
        assert bound("anniversary", text) == []


class TestYearOrder:
    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("It ran from 1987 to 1939.", Verdict.INCONSISTENT),
            ("It ran from 1987 to 1993.", Verdict.CONSISTENT),
            ("It ran from 1987 until 1987.", Verdict.CONSISTENT),
            ("It ran for years (1987 to 1939).", Verdict.INCONSISTENT),
        ],
    )
    def test_verdicts(self, text: str, verdict: Verdict) -> None:
        (one,) = evaluated("year-order", text)
        assert one.verdict is verdict

    @pytest.mark.parametrize(
        "text",
        [
            "Between 2013 and 2008 much changed.",
            "It was moved from 2019 to 2018.",
            "It looks back from 2019 to 2008.",
            "It ruled from 300 to 200.",
        ],
    )
    def test_nothing_where_the_years_may_stand_in_any_order(self, text: str) -> None:
        assert bound("year-order", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The son of a ferryman born in 1901, Ash died in 1999 aged 60.",
        "His mother was born in 1931 and he was 41 when she died in 1999.",
        "Ash died in 1999, aged 60, two years after her husband, born in 1921.",
    ],
    ids=["son-of", "mother", "husband"],
)
def test_births_of_somebody_else(text: str) -> None:
    assert not bound("age", text)
