"""Two levels and how many times as large the one is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.check import check_text
from factcheck.quantities.interval import Interval
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, only, roles, words

RULE = "multiple"


def test_from_and_to_behind_a_verb() -> None:
    one = only(RULE, "Tickets more than doubled between 2010 and 2014, from £24 to £58.")
    assert roles(one) == {"before": "24", "after": "58"}
    assert words(one) == {"multiple": "more than doubled"}
    assert one.derived == {"multiple": Interval(Fraction(194, 100), None)}
    assert (one.licence, one.closed) == (Licence.CLAUSE, True)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("The fleet doubled to 44 ferries from 22.", "22", "44"),
        ("Deaths tripled from six in 2011 to 18 in 2012.", "six", "18"),
        ("The number rose nearly ten-fold from 61,000 (1% of all) to 654,000 (8%).", "61,000", "654,000"),
        ("There was a four-fold increase in use from 2% in 2010 to 8% in 2012.", "2", "8"),
        ("It was halving its dividend to 17 cents a share from 34 cents.", "34", "17"),
        ("Use has nearly doubled, from 30% of adults, to 56% in 2015.", "30", "56"),
        ("The north had more than twice the number of fires (792 compared with 344).", "344", "792"),
        ("Renting is more than twice as common there (41% compared to 16%).", "16", "41"),
        ("Twice as many boys (1.6%) as girls (0.8%) had never swum.", "0.8", "1.6"),
        ("The share was to double to 8% from 4%.", "4", "8"),
    ],
)
def test_levels(text: str, before: str, after: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"before": before, "after": after}
    assert one.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It doubled from 20 to 40.", "17/10", "12/5"),
        ("It nearly doubled from 20 to 39.", "36/25", "54/25"),
        ("It about doubled from 20 to 39.", "3/2", "5/2"),
        ("It trebled from 20 to 60.", "51/20", "18/5"),
        ("It halved from 20 to 10.", "5/12", "10/17"),
        ("It grew three-fold from 20 to 60.", "51/20", "24/5"),
        ("It grew twelve-fold from 20 to 240.", "54/5", "143/10"),
    ],
)
def test_such_words_are_loose(text: str, low: str, high: str) -> None:
    assert only(RULE, text).derived == {"multiple": Interval(Fraction(low), Fraction(high))}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Membership more than doubled, from 240 to 380.",
            "240 to 380 is 1.58 times as much, which is not “more than doubled”",
        ),
        ("Fines were halved to £90 from £120.", "£120 to £90 is 0.75 times as much, which is not “halved”"),
        (
            "Twice as many boys (1.6%) as girls (0.3%) had never swum.",
            "0.3% to 1.6% is 5.33 times as much, which is not “Twice”",
        ),
    ],
)
def test_levels_that_do_not_fit_are_told(text: str, message: str) -> None:
    assert [(finding.rule, finding.message) for finding in check_text(text).findings] == [(RULE, message)]


@pytest.mark.parametrize(
    "text",
    [
        "A double-digit rise took sales from 10 to 15 tonnes.",
        "They doubled the grant and cut the levy from £20m to £15m.",
        "They doubled the grant while the levy went from £20m to £15m.",
        "The doubles ended after they came back from 2-5 to 7-5.",
        "It nearly doubled the number of hotspots - places with access - from 12,300 to 20,000.",
        "It doubled in volume to 40 tonnes, and the price rose from £2 to £3.",
        "It scored four times from 20 to 30 metres.",
        "It doubled from 20% to 40 litres.",
        "It doubled from between 10 and 20 to 60.",
        "Twice as many boys as girls had swum (1.6% and 0.3%).",
        "Twice as many boys (1.6%, or 40) as girls (0.3%, or 8) had swum.",
    ],
)
def test_levels_of_something_else(text: str) -> None:
    assert bound(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("The ferry carries 480 cars, twice as many as the old one, which had room for 240.", "240", "480"),
        ("Spending trebled to £9.6m last year; in 2020 it was £3.2m.", "3.2m", "9.6m"),
        ("The fleet has quadrupled since 2010. It had 25 boats then and has 100 now.", "25", "100"),
        ("In 2012 the school had 130 pupils. By 2023 the roll had doubled to 260.", "130", "260"),
        ("The vale had 20,000 weavers in 1850. Today it has a tenth as many: 2,000.", "20,000", "2,000"),
        ("It costs more than twice what it did in 2010: £500 a month, compared with £220 then.", "220", "500"),
        ("Osterby had 30mm of rain, a third of the usual 90mm.", "90", "30"),
        ("Ash has 36 goals, double the 18 of anyone else.", "18", "36"),
        ("They backed the pier by two to one, with 800 in favour and 400 against.", "400", "800"),
        ("Hens outnumber ducks by three to one, with 12 hens and four ducks.", "four", "12"),
        ("There are five applicants for every place: 600 pupils want 120 places.", "120", "600"),
    ],
)
def test_levels_apart_from_their_multiple(text: str, before: str, after: str) -> None:
    (one,) = evaluated(RULE, text)
    assert roles(one.constraint) == {"before": before, "after": after}
    assert one.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "The fare has doubled since 1999 to £412, from £380 last year.",
        "The fleet has doubled since 2010. There were 40 boats then and there are 25 cars now.",
        "The ferry carries 480 cars, twice as many as the old one, and has 160 cabins.",
        "A quarter of the 64 engines, or 16, are out of use.",
        "There are two teachers for every 30 pupils: 60 for 900.",
        "Osterby beat Holm by three to one, with 12 shots to six.",
    ],
)
def test_levels_of_something_else_in_reach(text: str) -> None:
    assert bound(RULE, text) == []
