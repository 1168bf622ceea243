"""Figures taken up by a definite description: what ties the two, what unties them, and which slips are seen."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.model import Constraint
from factcheck.relations.retold.bind_taken_up import bind_taken_up
from factcheck.relations.retold.taken_up import Tie, akin, descriptions
from factcheck.relations.rules import load_rules


def tied(text: str) -> list[Constraint]:
    return list(bind_taken_up(load_rules()["restated-value"], resolve_facts(parse_text("article.txt", text))))


def pairs(text: str) -> list[tuple[str, str]]:
    return [(one.operands["first"][0].text, one.operands["again"][0].text) for one in tied(text)]


class TestTies:
    @pytest.mark.parametrize(
        ("text", "pair"),
        [
            ("The ship left with 131 people on board. All 113 people on board are safe.", ("131", "113")),
            ("A crew of 85 divers was sent. Each of the 58 divers has a mask.", ("85", "58")),
            (
                "Haldor was valued at $1.8 billion. The $1.8 million valuation is too high.",
                ("1.8 billion", "1.8 million"),
            ),
            ("She left £750,000 to the school. Of that £750m, half is for books.", ("750,000", "750m")),
            ("The 327-page report is out. We had an hour for its 372 pages.", ("327", "372")),
            ("The law of 1911 has 64 articles. He read the 64 articles.", ("64", "64")),
        ],
    )
    def test_a_description_takes_up_the_one_figure_of_its_kind(self, text: str, pair: tuple[str, str]) -> None:
        assert pairs(text) == [pair]

    @pytest.mark.parametrize(
        "text",
        [
            "The ship left with 131 people on board. It had lost 113 people on board in May.",  # no description
            "There are 85 divers. The 58 divers from Tarn have masks.",  # a part
            "There are 85 divers. The other 58 divers have masks.",
            "There are 85 divers. In May there were 27 more, so that the 58 divers left.",  # worked out: 85 - 27
            "There are 85 divers and 58 divers. The 58 divers have masks.",  # two to take up
            "There are 85 divers. Now the 58 divers have masks.",  # another time
            "There are 85 divers. At Sarn the 58 divers have masks.",  # another place
            "Its 85 divers have masks. Its rival has lost the keys to its 58 divers.",
            "He pays £540 a week. The £450 is late.",  # a rate
            "There are 85 divers. The 88 divers have masks.",  # no slip of two digits
        ],
    )
    def test_what_may_be_of_something_else_is_let_be(self, text: str) -> None:
        assert [one for one in pairs(text) if one[0] != one[1]] == []

    def test_an_open_end_is_closed(self) -> None:
        (one,) = tied("More than 9,000 people fled. All 90,000 people are back.")
        assert one.operands["first"][0].interval.high == 18_000
        assert not one.holds()


class TestWords:
    def test_how_a_description_points(self) -> None:
        text = "The 12 men, all 13 men, those 14 men, its 15 men, 16 men, than the 17 men."
        (sentence,) = resolve_facts(parse_text("article.txt", text)).sentences
        found = {int(one.quantity.value): one.tie for one in descriptions(sentence)}
        assert found == {12: Tie.DEFINITE, 13: Tie.WHOLE, 14: Tie.POINTING, 15: Tie.OWNED}

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("valued", "valuation", True),
            ("killed", "death", True),
            ("quake", "earthquake", True),
            ("price", "prize", False),
            ("loan", "lost", False),
        ],
    )
    def test_words_of_one_stem_or_family(self, one: str, other: str, same: bool) -> None:
        assert akin(one, other) is akin(other, one) is same


class TestTitles:
    @pytest.mark.parametrize(
        ("text", "pair"),
        [
            ("The bank was fined $46m in May. The fine of $64m is the largest of its kind.", ("46m", "64m")),
            ("Cod quotas go up 3.7% next year. Owners said the 7.3% rise was a joke.", ("3.7", "7.3")),
            ("He dug up 340 coins. He will share the value of the 430 coins with the farmer.", ("340", "430")),
            ("The firm was fined £350,000. On top of the £530,000 fine it must pay costs.", ("350,000", "530,000")),
        ],
    )
    def test_a_noun_that_is_told_of_beside_the_figure_ties(self, text: str, pair: tuple[str, str]) -> None:
        assert pairs(text) == [pair]

    @pytest.mark.parametrize(
        "text",
        [
            "The fee of £35 is paid by adults. The fee of £53 is paid by families.",
            "The bank lent £2.4m to the mill. The loan of £4.2m it made to the quarry was repaid.",
            "The firm sold 240 boats. The sale of 420 more is agreed.",
            "The crowd was 12,430. A year ago the attendance of 14,230 set a record.",
        ],
    )
    def test_of_another_thing_it_does_not(self, text: str) -> None:
        assert pairs(text) == []
