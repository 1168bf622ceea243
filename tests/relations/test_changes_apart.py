"""Which words claim a change, of which time a level is, and what ties the two."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.documents.text import parse_text
from factcheck.facts.model import Reading
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.changes.change_claims import claims
from factcheck.relations.changes.changes_apart import changes_apart
from factcheck.relations.changes.words_apart import words_apart


def _reading(text: str) -> Reading:
    return resolve_facts(parse_text("a.txt", text))


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("A drop of 30 percent is steep.", [("30", "drop", -1, True)]),
        ("It has thus put on 3.4 metres.", [("3.4", "put on", 1, True)]),
        ("That is 24 fewer.", [("24", "fewer", -1, True)]),
        ("She took 0.23 off it.", [("0.23", "took 0.23 off", -1, True)]),
        ("The increase amounts to £1.25.", [("1.25", "increase", 1, True)]),
        ("A fall of 41 in the number of dentists was disclosed.", [("41", "fall", -1, False)]),
        ("Sales at the mill fell by 4%.", [("4", "fell", -1, False)]),
        ("They fell as low as £12m.", []),
        ("Rents rose by an average of 5%.", []),
        ("The mill has 41 boats.", []),
    ],
)
def test_a_claim_has_a_side_and_may_take_up_what_was_told(text: str, claimed: list[tuple[str, str, int, bool]]) -> None:
    found = [claim for sentence in _reading(text).sentences for claim in claims(sentence)]
    assert [(one.number.text, one.word.text, one.side, one.resumes) for one in found] == claimed


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("The fir is 61 metres tall. In 1998 it was 57 metres tall. It has put on four metres.", [("57", "61")]),
        ("The club has 1,480 members. It had 1,840 members in 2019. It lost 360 people.", [("1,840", "1,480")]),
        ("It cost 80 cents last year. It costs $1.20 now. That 50% rise hurts.", [("80", "1.20")]),
        ("The mark was 55% last year and is 60% now, so it rose by five points.", [("55", "60")]),
        ("It was 8.3% in 2019 and 11.5% today, a rise of 2% on the month before.", []),
        ("It has 61 boats. It had 48 last year. It had 52 in 2010. That is 13 more.", []),
        ("Sales fell 4%. It had 2,300 boats last year and 2,450 this year.", []),
        ("It may have 61 boats next year if all goes well. It has 48 now. That is 13 more.", []),
    ],
)
def test_a_change_is_tied_to_the_only_two_levels_of_two_times(text: str, levels: list[tuple[str, str]]) -> None:
    assert [(one.before.number.text, one.after.number.text) for one in changes_apart(_reading(text))] == levels


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("There were fewer fires than in 2019: 24, as against 31.", [("31", "24")]),
        ("Tin fell, ending the week at $8,310 against $8,545 the Friday before.", [("8,545", "8,310")]),
        ("The rate has slipped to 39%. A year ago it stood at 47%.", [("47", "39")]),
        ("The rate has slipped to 39%. In the county it stood at 47% a year ago.", []),
        ("There has been a rise in the share of school meals, from 41% in 2009 to 48% last year.", [("41", "48")]),
        ("Crime fell, with 540 officers on the beat now and 480 last year.", []),
    ],
)
def test_a_word_of_change_is_tied_to_levels_apart_from_it(text: str, levels: list[tuple[str, str]]) -> None:
    assert [(one.before.number.text, one.after.number.text) for one in words_apart(_reading(text))] == levels


def test_a_change_in_pence_is_compared_with_levels_in_pounds() -> None:
    text = "A loaf cost £1.10 last year. It costs £1.32 now. The increase amounts to 32p."
    assert [finding.message for finding in check_text(text).findings] == ["£1.10 to £1.32 is a rise of 22p, not 32p"]
