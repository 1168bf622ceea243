"""Announced lists, dates and subgroups."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.check import check_text
from factcheck.relations.dates.bind_calendar import dated
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.quantities.reading import only as the_one_in
from tests.relations.binding import bound, evaluated, roles


class TestListCount:
    @pytest.mark.parametrize(
        ("number", "verdict"),
        [("two", "inconsistent"), ("three", "consistent"), ("four", "inconsistent"), ("five", "inconsistent")],
    )
    def test_a_count_and_its_list(self, number: str, verdict: str) -> None:
        text = f"The mill has {number} owners: the Vale Trust, the Osterby council and the Ash family."
        (one,) = evaluated("list-count", text)
        assert one.verdict.value == verdict
        assert roles(one.constraint) == {"count": number}
        assert [text[start:end] for start, end in one.constraint.items] == [
            "the Vale Trust",
            "the Osterby council",
            "the Ash family",
        ]
        assert one.constraint.licence is Licence.CLAUSE

    def test_a_count_far_from_the_list_was_read_wrong(self) -> None:
        assert bound("list-count", "The mill has six owners: the Vale Trust, the council and the Ash family.") == []

    def test_an_apposition_may_be_no_item(self) -> None:
        (one,) = evaluated("list-count", "Here are two dancers: Ash, a farmer, and Birch.")
        assert one.verdict is Verdict.CONSISTENT


class TestWeekday:
    @pytest.mark.parametrize(
        ("text", "verdict", "date"),
        [
            ("The bridge opened on Friday, 20 February 2014.", Verdict.INCONSISTENT, dt.date(2014, 2, 20)),
            ("The bridge opened on Thursday, 20 February 2014.", Verdict.CONSISTENT, dt.date(2014, 2, 20)),
            ("The bridge opened on Thursday, February 20, 2014.", Verdict.CONSISTENT, dt.date(2014, 2, 20)),
            ("Polls open on Saturday 9 May, the council said.", Verdict.UNDETERMINED, None),
            ("The mill burned down on Monday, 3 May 1802.", Verdict.UNDETERMINED, None),
        ],
    )
    def test_verdicts(self, text: str, verdict: Verdict, date: dt.date | None) -> None:
        (one,) = evaluated("weekday-date", text)
        assert one.verdict is verdict
        assert one.date == date

    def test_nothing_without_a_weekday(self) -> None:
        assert bound("weekday-date", "The bridge opened on 20 February 2014.") == []

    @pytest.mark.parametrize(
        ("text", "dateline", "expected"),
        [
            ("20 February 2014", None, dt.date(2014, 2, 20)),
            ("20 February", None, None),
            ("20 February", dt.date(2014, 3, 1), dt.date(2014, 2, 20)),
            ("30 December", dt.date(2014, 1, 2), dt.date(2013, 12, 30)),
            ("2 January", dt.date(2013, 12, 30), dt.date(2014, 1, 2)),
            ("29 February", dt.date(2013, 3, 1), dt.date(2012, 2, 29)),
        ],
    )
    def test_the_year_is_the_one_nearest_to_the_dateline(
        self, text: str, dateline: dt.date | None, expected: dt.date | None
    ) -> None:
        assert dated(the_one_in(f"on {text}"), dateline) == expected

    def test_a_text_without_a_date_is_read_as_of_the_day_given(self) -> None:
        text = "Polls open on Saturday 9 May, the council said."
        assert check_text(text).findings == ()
        assert check_text(text, as_of=dt.date(2015, 4, 1)).findings == ()
        (finding,) = check_text(text, as_of=dt.date(2014, 4, 1)).findings
        assert finding.message == "9 May is a Friday, not a Saturday"


class TestImpossibleDate:
    @pytest.mark.parametrize(
        "date", ["31 June 2016", "29 February 2013", "30 February", "April 31", "31 November", "29 February 1900"]
    )
    def test_a_date_that_no_calendar_has(self, date: str) -> None:
        (one,) = evaluated("impossible-date", f"The lease ends on {date}.")
        assert one.verdict is Verdict.INCONSISTENT
        assert roles(one.constraint) == {"date": date}

    @pytest.mark.parametrize(
        "date", ["30 June 2016", "29 February 2012", "29 February", "31 May", "29 February 2000", "June 2016"]
    )
    def test_a_date_of_the_calendar(self, date: str) -> None:
        assert bound("impossible-date", f"The lease ends on {date}.") == []


class TestSubgroups:
    def test_two_groups_and_the_rate_overall(self) -> None:
        (one,) = evaluated("subgroup-range", "The pass rate was 61% for girls and 54% for boys, and 68% overall.")
        assert roles(one.constraint) == {"overall": "68", "parts": "61 + 54"}
        assert one.verdict is Verdict.INCONSISTENT

    def test_a_rate_between_the_two_holds(self) -> None:
        (one,) = evaluated("subgroup-range", "The pass rate was 61% for girls and 54% for boys, and 58% overall.")
        assert one.verdict is Verdict.CONSISTENT

    @pytest.mark.parametrize(
        "text",
        [
            "The pass rate was 61% for girls and 54% for Ash, and 68% overall.",
            "The pass rate was 61% for girls and 54% for women, and 68% overall.",
            "The pass rate was 61% for girls and 54% for boys.",
            "The pass rate was 61% for girls and 50% to 54% for boys, and 68% overall.",
        ],
    )
    def test_nothing_unless_the_two_make_up_the_whole(self, text: str) -> None:
        assert bound("subgroup-range", text) == []


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("The works will cost somewhere between £65,000 and £35,000.", True),
        ("The pound slid between $1.58 and $1.54 all day.", False),
        ("Rates between $400 and $250 are paid for older boats.", False),
        ("Margins were in the range of 12% to 8% over the decade.", False),
        ("The shares are between 90p and 80p lower.", False),
    ],
)
def test_a_range_is_plain_where_a_verb_leads_to_it_and_nothing_moves(text: str, tied: bool) -> None:
    assert bool(bound("range-order", text)) is tied


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("The rate was 41% among men and 44% among women, and 52% overall.", True),
        ("The rate was 41% among men and 44% among women, compared with 52% overall a year ago.", False),
        ("The rate was 41% among men and 44% among women, with 52% overall in 2004.", False),
        ("Some 41% of men and 44% of women swim; in the vale 52% do overall.", False),
    ],
)
def test_an_overall_rate_is_that_of_the_same_time_and_place(text: str, tied: bool) -> None:
    assert bool(bound("subgroup-range", text)) is tied
