"""Multiples and ratios told of the levels of the sentence before, and leads told of its two sides."""

from __future__ import annotations

import pytest

from factcheck import check_text
from tests.relations.binding import bound, only, roles

LEVELS = "Osterby landed 3.6 million fish and the vale 1.2 million"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Patients wait 26 weeks in the vale and 13 weeks in Holm. That is half as long, said 2 nurses.", "26", "13"),
        ("A pilot earns £48,000 and a cook £12,000. The pilot thus earns four times what he does.", "12,000", "48,000"),
        ("Fares went up to £4.50, having stood at £1.50. Two pupils marched against the trebling.", "1.50", "4.50"),
        ("In 2020, 12% learned Latin. This is more than double the figure of 5% told in 2005.", "5", "12"),
        ("The catch has halved since 1998, when boats landed 640 tonnes. They landed 320 this year.", "640", "320"),
        (f"{LEVELS}, Holm said. With three times the traffic, Holm has 90 hands.", "1.2 million", "3.6 million"),
        ("The fair drew 27,000 people, half as many again as the 18,000 of 2019.", "18,000", "27,000"),
        ("The school has 30 teachers and 540 pupils, that is one teacher to every 18 pupils.", "30", "540"),
        ("Girls outnumber boys by two to one: there are 120 girls and 60 boys.", "60", "120"),
        ("The firm has debts of £40m and equity of £80m, a debt-to-equity ratio of 0.5.", "80m", "40m"),
    ],
)
def test_the_levels_of_a_multiple(text: str, before: str, after: str) -> None:
    constraint = only("multiple", text)
    assert roles(constraint) == {"before": before, "after": after}
    assert constraint.holds()


@pytest.mark.parametrize(
    "text",
    [
        f"{LEVELS}, Holm said. Holm has three times the 2 piers of the vale.",
        f"{LEVELS}. That is twice as many as in the 3 towns.",
        f"{LEVELS}. It will be three times as many in 2 years.",
        f"{LEVELS} and Holm 0.6 million. That is three times as many, said 2 men.",
        "Tickets cost £15 or £60. They are twice as dear as the 2 in Holm.",
        "The flock has doubled since 2015, when the farm had 90 ewes. It has 40 lambs this spring.",
        "Millers outnumber clerks by five to one at the pier, which has 3 cranes and 12 gates.",
    ],
)
def test_multiples_of_something_else(text: str) -> None:
    assert bound("multiple", text) == []


@pytest.mark.parametrize(("told", "fits"), [("more than half", True), ("less than half", False)])
def test_a_fraction_bounds_the_way_that_it_says(told: str, fits: bool) -> None:
    text = f"Osterby caught 120,000 eels in 2009. This is {told} the peak of 218,000 told in 2010."
    assert only("multiple", text).holds() is fits


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The bill passed by 212 votes to 189, with 14 members away. The margin of 23 was wide.", ("23", "212", "189")),
        ("Ash has 48 points and Birch 41. Ash's lead of 7 means that 3 games remain.", ("7", "48", "41")),
        ("With 64 points, Ash sits nine clear of Birch, who has 55.", ("nine", "64", "55")),
        ("Ash took 2:31:40, 25 seconds ahead of Birch, who took 2:32:05.", ("25", "2:32:05", "2:31:40")),
        ("The offer of 340p a share tops the rival bid of 315p by 25p.", ("25", "340", "315")),
        ("Ash won the seat with 9,112 votes. Birch had 8,110. Ash's majority is 1,002.", ("1,002", "9,112", "8,110")),
    ],
)
def test_the_sides_of_a_lead(text: str, numbers: tuple[str, str, str]) -> None:
    constraint = only("winning-margin", text)
    found = roles(constraint)
    assert (found["lead"], found["first"], found["second"]) == numbers
    assert constraint.holds()


@pytest.mark.parametrize(
    "text",
    [
        "Ash leads on 212 points. Birch has 190 points and Cole 188. His lead of 22 is his largest.",
        "Osterby beat the vale 24-17 to go six points clear at the top.",
        "Ash carried the town by 4,210 to 3,377, while Birch won the postal vote by 612 votes.",
    ],
)
def test_leads_with_other_sides_in_reach(text: str) -> None:
    assert check_text(text).findings == ()
