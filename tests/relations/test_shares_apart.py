"""Shares whose part or whole stands in a sentence before."""

from __future__ import annotations

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.shares.kin import is_called, kin
from factcheck.relations.shares.told_shares import told_shares


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.part.text, one.share.text, one.whole.text) for one in told_shares(resolve_facts(parse_text("x.txt", text)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clerks opened 640 files. Stamps were missing in 416 cases, or 65%.", ("416", "65", "640")),
        ("The farm has 3,200 cattle. In winter 480 animals died, 15% of the herd.", ("480", "15", "3,200")),
        (
            "The port has 640 moorings. Some 160 of the berths, a quarter of the total, are let.",
            ("160", "a quarter", "640"),
        ),
        ("Clerks sent 840 forms. In 35% of cases, or 294, none came back.", ("294", "35", "840")),
        ("The pond holds 5,600 carp. Of that total, 1,400, or 25%, were ill.", ("1,400", "25", "5,600")),
        (
            "Some 6.5 million people row. Of this group (38%, 2.4 million) most win.",
            ("2.4 million", "38", "6.5 million"),
        ),
        ("Half of the 86 barns are empty. The 43 buildings concerned are for sale.", ("43", "Half", "86")),
        ("One in eight of the 1,600 rowers fell ill. Those 200 cases were mild.", ("200", "One in eight", "1,600")),
        ("Ferries made 3,600 trips. With 48,000 trips a year, that is 7.5% of the total.", ("3,600", "7.5", "48,000")),
        ("The office closed 1,600 files. That was 80% of the 2,000 cases opened.", ("1,600", "80", "2,000")),
        ("Nine boys in a class of 36 were ill. “That’s 25% of them,” she said.", ("Nine", "25", "36")),
        ("Four in ten boats sold were red. Of 500 boats sold, 200 were red.", ("200", "Four in ten", "500")),
        ("Twelve per cent of the passes were forged: 102 out of 850.", ("102", "Twelve", "850")),
        ("We asked 640 rowers. It rained. Tea was late. Of those asked, 224, or 35%, said no.", ("224", "35", "640")),
        ("The study covered 46 firms and 900 staff. Of the companies asked, 23, or half, row.", ("23", "half", "46")),
        ("The guild has 240 members. Women hold 35% of the seats, 84 in all.", ("84", "35", "240")),
        ("Of the 84 judges, 21 are women. It rained. The share, 25%, falls short.", ("21", "25", "84")),
        ("Of 900 members, 360 cast a ballot. It rained. Participation of 40% was low.", ("360", "40", "900")),
        ("We wrote to 900 rowers. Only 360 replied, a reply rate of 40%.", ("360", "40", "900")),
        ("Half the 76 rowers are old. The 38 crew in that bracket row at noon.", ("38", "Half", "76")),
        ("A fifth of the 900 rowers had a form. It rained. The 180 who did are old.", ("180", "A fifth", "900")),
    ],
)
def test_a_share_with_its_part_and_whole(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ash has 640 shops. In Birch 150 shops, or 30%, are empty.",
        "The guild polled 640 bakers. Of those who replied, 200, or 40%, said no.",
        "The magazine has 900 readers. Some 360 of those polled, or 45%, said no.",
        "The town has 900 people. At the mill 36 workers, 6% of the workforce, left.",
        "Of 640 boats, 160 sank. In Marlow the share was 52%.",
        "Of 640 boats, 160 sank. A year ago the share was 52%.",
        "Of 640 boats, 160 sank. The share was 52% among the old ones.",
        "Of 640 boats, 160 sank. The market share was 52%.",
        "Of 640 boats, 160 (25%) sank. This figure was 52% in May.",
        "Of 640 boats, 160 sank. The share of red boats was 52%.",
        "Half the 76 rowers are old. The 28 women in that group row at noon.",
        "A third of the 84 rowers are old. The 48 rowers in work will be paid.",
        "A fifth of the 900 rowers had a form. The 720 who did not are old.",
        "Two thirds of the 630 members voted. The 252 who voted for it rowed home.",
        "Half of the 60 rowers are women. The 20 in the first boat are men.",
        "The yard built 640 boats. In 1990 it built 160 boats, or 30%.",
        "The yard built 640 boats. The firm next door built 160 boats, or 30%.",
        "The museum has 640 pictures. About 160 works, or 30% of those on show, are loans.",
        "The guild has 640 members. Some 72 farms, 8% of the total, were sold.",
        "The guild has 640 members and 300 guests. Talks failed in 72 cases, or 8%.",
        "The guild has 900 members, 300 of them women. At noon 45 women, or 15%, spoke.",
        "The pond holds 640 carp. It lost 72 more, or 8%.",
        "The school has 640 pupils. Some 48 girls, or 25% of the girls, row.",
        "Sales went from 10% of 640 boats to 20%. Some 72 boats, or 8%, sank.",
        "Half of the 86 barns are empty. The 43 barns built of stone are not.",
        "Half of the 86 barns are empty. Those 12 in the hills are let.",
        "Half of the 80 barns are empty. The 43 halls concerned are new.",
        "Nine boys in a class of 36 were ill. A pass rate of 35% is low.",
    ],
)
def test_shares_of_others_are_not_tied(text: str) -> None:
    assert told(text) == []


def test_nouns_that_count_the_same() -> None:
    assert kin("berth", "moorings")
    assert kin("women", "staff")
    assert is_called("herd", "cattle")
    assert is_called("workforce", "employees")


def test_nouns_that_count_others() -> None:
    assert not kin("calf", "cows")
    assert not is_called("girls", "pupils")
    assert not kin("", "")
