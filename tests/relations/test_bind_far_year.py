"""Years that cannot be meant: where they stand, what they were meant to be, and what only looks like one."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated

DATED = [
    ("It opened in September 7013.", "7013"),
    ("It opened in mid-September 7013.", "7013"),
    ("It opened on Sept. 14, 7013, in the rain.", "7013"),
    ("It opened on 14 September 7013.", "7013"),
    ("It opened on the 14th of May, 7013.", "7013"),
    ("It opened on June 1, 2987.", "2987"),
    ("It opened on June 1, 0987.", "0987"),
    ("It applies to years beginning after December 15, 2418.", "2418"),
    ("Between December 2219 and December 2023 it fell.", "2219"),
]
PAIRED = [
    ("It fell over the years 2603-2019.", "2603"),
    ("It fell over time (6009-2018).", "6009"),
    ("It fell throughout the period 5002–2012.", "5002"),
    ("It fell throughout the 2002–5012 period.", "5012"),
    ("In 2014 it had 4,012 pupils. From 2314 to 2017 it fell.", "2314"),
    ("Between 2314 and 2017, it fell.", "2314"),
    ("It has data for the years 9193 through to 2014.", "9193"),
    ("The range is 1/2103–4/2020.", "2103"),
    ("It was founded in 2003. The series 9003 - 2012 is long.", "9003"),
]
NAMED = [
    ("It was founded in 2006. It has data for the periods 5006–08 and 2009–11.", "5006"),
    ("It was founded in 2015. The accounts (8015) are lost.", "8015"),
    ("It was founded in 2012. The 3012 Census is lost.", "3012"),
    ("It was founded in 2017. Download 2817 Annual Report, 2 MB.", "2817"),
    ("It was founded in 2013. It almost doubled in 2413 according to the mill.", "2413"),
    ("It was founded in 2019. Sales in the year to March 31, 8019 compared well.", "8019"),
    ("Data for both calendar and fiscal years for 2403-2019 are lost.", "2403"),
]
COUNTED = [
    "It was founded in 2006. The 5006 Germans left.",
    "It was founded in 2006. The Russell 5006 Index fell.",
    "It was founded in 2006. Call 5006–08 now.",
    "It was founded in 2007. The fund (5006) is closed.",
    "It was founded in 2006. It has 4817 oaks. The 5006 Census is lost.",
]


@pytest.mark.parametrize("text", COUNTED)
def test_a_figure_that_is_no_year(text: str) -> None:
    assert bound("implausible-year", text) == []


@pytest.mark.parametrize(("text", "printed"), DATED + PAIRED + NAMED)
def test_a_year_far_from_all_others(text: str, printed: str) -> None:
    (one,) = evaluated("implausible-year", text)
    (year,) = one.constraint.operands["year"]
    assert (year.text, text[year.start : year.end]) == (printed, printed)
    assert one.verdict is Verdict.INCONSISTENT
    assert one.constraint.licence is Licence.CLAUSE


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("It opened in September 7013.", "2013 instead of 7013 (one digit differs)"),
        ("It has data for the years 9193 through to 2014.", "1993 instead of 9193 (two digits swapped)"),
        ("It was sold in 2003. The range is 1/2103–4/2020.", "2003 instead of 2103 (one digit differs)"),
        ("It was sold in 1986. It opened on June 1, 2987.", "1987 instead of 2987 (one digit differs)"),
    ],
)
def test_the_one_best_repair_is_offered(text: str, suggestion: str) -> None:
    (finding,) = check_text(text).findings
    assert [offered.message for offered in finding.suggestions] == [suggestion]
    (edit,) = finding.suggestions[0].edits
    assert (edit.start, edit.end, edit.replacement) == (finding.start, finding.end, suggestion[:4])


def test_of_two_repairs_as_good_none_is_offered() -> None:
    (finding,) = check_text("The range is 1/2103–4/2020.").findings
    assert finding.message == "2103 can hardly be the year that is meant"
    assert finding.suggestions == ()


def test_what_nothing_but_in_announces_must_come_of_a_year_of_the_text() -> None:
    assert bound("implausible-year", "Peaking in 9198, it fell in 2006.") == []
    (one,) = bound("implausible-year", "Peaking in 9198, it fell in 2006 below the level of 1998.")
    assert one.operands["year"][0].text == "9198"


@pytest.mark.parametrize(
    "text",
    [
        "In May 7013 people came.",
        "In May 7013 were let, in 2013 none.",
        "In May, 7013 were let, in 2013 none.",
        "In May 7013 of them came in 2013.",
        "In May 7013, up from 6900, came in 2013.",
        "In May 2913 Danes came in 2013.",
        "May 7013 be enough in 2013?",
    ],
)
def test_nothing_where_the_figure_may_count(text: str) -> None:
    assert bound("implausible-year", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The certificate ISO 9001-2015 was renewed in 2001.",
        "Call 2603-2019 in 2003.",
        "The pier (tel. 2603-2019) was built in 2003.",
        "Pages 2617-2019 are of 2017.",
        "Part no. 2217-2019 is of 2017.",
        "Dial 44-2603-2019 in 2003.",
        "It fell from 2314 to 2017 in 2014.",
        "It went from 2314 to 2017 in 2014.",
        "The path from 2314 to 2017 metres is of 2014.",
        "The kiosk opens (1900–2230) from 2013.",
        "The ship left on June 1, 2230 hours.",
        "Between 1987 and 2990 members came in 1990.",
        "She lived at 2310 Mill Road in 2010.",
        "Bid 2310, ask 2019.",
    ],
)
def test_nothing_where_the_figure_may_number_or_measure(text: str) -> None:
    assert bound("implausible-year", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The novel, set in September 3018, came out in 2018.",
        "The lease runs to June 3013 and was signed in 2014.",
        "The bond is due in June 3015 and was sold in 2014.",
        "The next eclipse is on 14 June 2219, the last was in 2019.",
        "By September 2120 it may be gone.",
        "It runs from 2015 to 2150.",
        "It began in April 2556 and ended in 2013.",
        "In September 7013, in May 6012 and in June 9011, it left.",
        "In September 7913, it left in 2013.",
    ],
)
def test_nothing_where_it_may_be_meant_or_no_slip_explains_it(text: str) -> None:
    assert bound("implausible-year", text) == []
