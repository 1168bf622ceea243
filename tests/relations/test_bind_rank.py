"""Numbers that superlatives rank: the highest and the lowest, and what follows in a row."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles, words


class TestSuperlatives:
    @pytest.mark.parametrize(
        ("text", "high", "low"),
        [
            ("Rents were highest in Osterby (£820) and lowest in the vale (£540).", "820", "540"),
            ("Osterby had the highest share of lets (41%); the vale the lowest (39%).", "41", "39"),
            ("Osterby had the highest rent at £820, while the vale had the lowest, at £540.", "820", "540"),
            ("The lowest rate was in the vale at 2.7%, and the highest was in Osterby at 4%.", "4", "2.7"),
            ("Osterby reported the lowest rate (7%), with the vale reporting the highest at 9%.", "9", "7"),
            ("Growth was strongest in Osterby at 4.0% and weakest in the vale, at 2.7%.", "4.0", "2.7"),
            ("The highest rate of growth was in Osterby (4%) and the lowest rate was in the vale (3%).", "4", "3"),
            ("Waits were longest at the mill (5 weeks), but shortest at the port (3 weeks).", "5", "3"),
            (
                "For men it was highest in Osterby at 20.7 per 1,000 and lowest in the vale (10.2 per 1,000).",
                "20.7",
                "10.2",
            ),
        ],
    )
    def test_the_highest_and_the_lowest(self, text: str, high: str, low: str) -> None:
        (one,) = evaluated("superlatives", text)
        assert roles(one.constraint) == {"low": low, "high": high}
        assert one.verdict is Verdict.CONSISTENT
        assert (one.constraint.licence, one.constraint.closed) == (Licence.CLAUSE, True)

    def test_its_words(self) -> None:
        one = only("superlatives", "The smallest rise was in the vale at 3%, while the largest was in Osterby at 4%.")
        assert words(one) == {"highest": "largest", "lowest": "smallest"}

    @pytest.mark.parametrize(
        "text",
        [
            "Osterby had the highest share of new boats (12%) and the lowest share of old ones (31%).",
            "Osterby had the highest rate for women (40%) and the lowest for men (45%).",
            "Among women, Osterby had the highest rate (40%); among men, the vale had the lowest (60%).",
            "In 2001 Osterby had the highest rate (40%), and in 2011 the vale had the lowest rate (45%).",
            "The highest rate for women was in Osterby (40%) and the lowest for men was in the vale (45%).",
            "The share of girls was highest in Osterby (40%) and the share of boys was lowest in the vale (60%).",
            "Women had the highest share in teaching (70%), men the lowest in nursing (72%).",
            "Osterby had the highest turnout, and Ash won with 40%; the vale had the lowest, with 60% for Ash.",
            "Osterby has the highest rents, with 12% of homes let, and the vale the lowest, with 14% let.",
            "The largest firms had 45% of staff trained, the smallest 60%.",
            "The highest earners paid tax at 20%, the lowest at 28%.",
            "Among the largest firms (45%), and among the smallest (60%), dues rose.",
            "Osterby had the largest change at -3.6%, the vale the smallest at -0.9%.",
            "The largest fall was in Osterby at 0.9%, the smallest in the vale at 3.6%.",
            "The rate was highest in Osterby (5%) and at its lowest since 1990 in the vale (6%).",
            "Osterby had the second highest rate (5%), the vale the lowest (6%).",
            "Pay is highest in banking (£30 an hour) and lowest in the ferry trade (£400 a week).",
            "The rate was highest in Osterby (more than 5%) and lowest in the vale (6%).",
            "The rate was highest in Osterby (1) and lowest in the vale (2).",
            "The rate was highest in Osterby (5%) and lowest in the vale (£6).",
            "Rent was highest in Osterby (£3) and lowest in the vale (£4 million).",
        ],
    )
    def test_two_measures_are_not_compared(self, text: str) -> None:
        assert bound("superlatives", text) == []

    def test_what_may_be_equal_holds(self) -> None:
        (one,) = evaluated("superlatives", "The rate was highest in Osterby (5%) and lowest in the vale (5.4%).")
        assert one.verdict is Verdict.CONSISTENT

    def test_no_number_is_blamed(self) -> None:
        text = "Rents were highest in Osterby (£540) and lowest in the vale (£820)."
        (finding,) = check_text(text).findings
        assert finding.message == "£540 is called the highest and £820 the lowest"
        assert [(number.role, number.text, number.culprit) for number in finding.numbers] == [
            ("low", "820", False),
            ("high", "540", False),
        ]
        assert "540 and 820 exchanged" in [suggestion.message for suggestion in finding.suggestions]


class TestFollowed:
    def test_each_of_a_row_with_the_one_before(self) -> None:
        text = "The rate was highest in Osterby (12%, 3.1 million), closely followed by the vale (11%) and Norby (9%)."
        assert [roles(one) for one in bound("followed-by", text)] == [
            {"low": "11", "high": "12"},
            {"low": "9", "high": "11"},
        ]

    def test_a_row_from_the_lowest(self) -> None:
        one = only("followed-by", "Osterby had the lowest rent (£300), followed by the vale (£320).")
        assert roles(one) == {"low": "300", "high": "320"}
        assert one.variant == "lowest"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (
                "Osterby had the highest rate at 6%, followed by the vale at 15%.",
                "15% is said to come behind 6%, which is lower",
            ),
            (
                "Osterby had the lowest rate at 15%, followed by the vale at 6%.",
                "15% is said to come before 6% in a row that begins with the lowest",
            ),
        ],
    )
    def test_what_is_out_of_order_is_told(self, text: str, message: str) -> None:
        assert [(finding.rule, finding.message) for finding in check_text(text).findings] == [("followed-by", message)]

    @pytest.mark.parametrize(
        "text",
        [
            "The largest town is Osterby with 30 shops, followed by Norby with 45 shops.",
            "The most popular boat was the night ferry at £12, followed by the fast one at £15.",
            "The highest takings were in May at £4,000, and that month was followed by one at £5,200.",
            "The largest decrease was in Osterby at 3.6%, followed by the vale at 3.8%.",
            "The talk lasted until noon at 40%, followed by a vote at 50%.",
            "The highest peak is Mount Osterby at 900 m; it was bought in May, followed by Mount Norby at 950 m.",
        ],
    )
    def test_another_measure_or_time_is_not_compared(self, text: str) -> None:
        assert bound("followed-by", text) == []

    @pytest.mark.parametrize("tail", ["and others (14%)", ", against 14% in all", "and the lowest in Norby (14%)"])
    def test_a_row_ends(self, tail: str) -> None:
        text = f"The highest rate was in Osterby (12%), followed by the vale (11%) {tail}."
        assert [roles(one) for one in bound("followed-by", text)] == [{"low": "11", "high": "12"}]


@pytest.mark.parametrize(
    "end",
    [
        ", with 74% at the last vote",
        " and no answer (35%)",
        ", and among women the island (35%)",
        " and Marlow (35% in 2008)",
    ],
    ids=["with", "no-answer", "among", "year"],
)
def test_a_row_ends_before_what_has_no_rank_in_it(end: str) -> None:
    found = bound("followed-by", f"Turnout was highest in Osterby (41%), followed by the vale (32%){end}.")
    assert [roles(one) for one in found] == [{"low": "32", "high": "41"}]


def test_superlatives_of_a_year_and_of_a_place() -> None:
    assert not bound(
        "superlatives", "The lowest turnout was 41% in Osterby and the highest, in the 2012 vote, was 39%."
    )
    assert bound("superlatives", "The rate was lowest in 2009 at 4% and highest in 2012 at 3%.")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Osterby is the largest town, with 43,000 people, followed by Holm, with 12,000.", "12,000", "43,000"),
        ("May was the wettest month, with 142mm of rain; July came next, with 121mm.", "121", "142"),
        ("May was the driest month, with 21mm of rain. This was followed by July, with 24mm.", "21", "24"),
        ("With 230 trips, Ash has rowed more often than anyone else. Birch, with 214, is second.", "214", "230"),
        ("At 900 metres, Osterberg is the tallest hill. Its neighbour, Holmberg, reaches 850 metres.", "850", "900"),
        ("Ash finished second in 51.2 seconds, behind Birch in 50.4.", "50.4", "51.2"),
        ("Ash finished second with 41 points, behind Birch on 48.", "41", "48"),
    ],
)
def test_what_comes_next_in_an_order(text: str, low: str, high: str) -> None:
    (one,) = evaluated("followed-by", text)
    assert roles(one.constraint) == {"low": low, "high": high}
    assert one.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "Hask is the largest firm, with 300 staff. Its rival Ferro, in Norway, employs 4,000.",
        "January was the wettest month, with 142mm. In the second half of the year there were 161mm.",
        "Ash came second in 9.98 seconds, ahead of Birch in 10.02.",
        "Ash was third in 9.98 seconds, behind Birch, and Cole ran 10.02.",
    ],
)
def test_what_is_next_in_another_order(text: str) -> None:
    assert bound("followed-by", text) == []
