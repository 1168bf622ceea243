"""Long figures printed twice: which slips are seen, and the words round them that tie and untie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.check import check_text
from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.bind import evaluate
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.retold.around import Around, around, is_quoted, told_apart
from factcheck.relations.retold.bind_figure import bind_figures
from factcheck.relations.rules import load_rules
from factcheck.statements.model import SentenceReading
from tests.relations.binding import roles

RULE = "restated-value"
ASKED = "Last spring {} ferry passengers were asked. Rain was scarce. Overall, {} ferry passengers told us more."
CAME = "So {} ferry passengers came to our long pier {}."


def figures(text: str) -> list[Constraint]:
    """What `bind_figures` alone makes of a text."""
    return list(bind_figures(load_rules()[RULE], resolve_facts(parse_text("article.txt", text))))


def sentences(text: str) -> tuple[SentenceReading, ...]:
    return tuple(resolve_facts(parse_text("article.txt", text)).sentences)


def near(text: str, number: int = 0) -> Around:
    """The words round a number of a sentence, counted from 0."""
    (sentence,) = sentences(text)
    places = [at for at, token in enumerate(sentence.tokens) if token.quantity is not None]
    return around(sentence, places[number])


@pytest.mark.parametrize(
    ("first", "again", "verdict"),
    [
        ("1,570,228", "1,570,228", Verdict.CONSISTENT),
        ("1,572", "1,572", Verdict.CONSISTENT),
        ("1,572", "1,527", Verdict.INCONSISTENT),  # two digits swapped
        ("1,570,228", "1,507,228", Verdict.INCONSISTENT),
        ("15,722", "15,721", Verdict.INCONSISTENT),  # one digit of five
        ("15,722", "25,722", Verdict.INCONSISTENT),
        ("12.345", "1.2345", Verdict.INCONSISTENT),  # the point moved
    ],
)
def test_the_same_figure_or_one_slip_away(first: str, again: str, verdict: Verdict) -> None:
    (one,) = figures(ASKED.format(first, again))
    assert roles(one) == {"first": first, "again": again}
    assert one.licence is Licence.STRUCTURE
    assert evaluate(one).verdict is verdict


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("1,572", "1,571"),  # one digit of four
        ("1,570", "1,750"),  # three digits and a zero
        ("15,722", "15,811"),
        ("15,722", "15,801"),
        ("157", "175"),
        ("15722", "15721"),  # no mark: a number of a note, a year
        ("1998", "1989"),
        ("1,500,000", "1,600,000"),  # two digits and zeros
        ("1,570,228", "570,228"),
        ("over 15,722", "15,721"),
        ("15,722", "under 15,721"),
        ("£15,722", "$15,721"),
        ("15,722 kg for", "15,721 km for"),
        ("15.722 million", "15.721 billion"),
    ],
)
def test_nothing_where_two_figures_may_be_meant(first: str, again: str) -> None:
    assert figures(ASKED.format(first, again)) == []


def test_the_message_and_both_repairs() -> None:
    text = ASKED.format("1,570,228", "1,570,224")
    (finding,) = check_text(text).findings
    assert finding.message == "1,570,224 here, 1,570,228 before, for the same thing"
    assert text[finding.start : finding.end] == "1,570,224"
    assert [one.message for one in finding.suggestions] == [
        "1,570,224 instead of 1,570,228 (one digit differs)",
        "1,570,228 instead of 1,570,224 (one digit differs)",
    ]


class TestWords:
    @pytest.mark.parametrize(
        "text",
        [
            "Last spring 15,722 ferry passengers were asked. Overall, 15,721 mountain goats told us more.",
            "Last spring 15,722 ferry tickets were left. Overall, 15,721 ferry passengers came.",  # one word
            "Carts brought 15,722 ferry passengers, rope. Sledges took 15,721 ferry passengers, coal.",
            "Last spring 15,722 ferry passengers were asked, and 15,721 ferry passengers told us more.",
            "The ferry of Ash took 15,722 passengers. The ferry of Birch took 15,721 passengers.",  # two names
            "The pier had 15,722 ferry passengers in 2011. The pier had 15,721 ferry passengers in 2012.",
        ],
    )
    def test_what_unties(self, text: str) -> None:
        assert figures(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "The pier had 15,722 ferry passengers in 2011. The pier had 15,721 ferry passengers in 2011.",
            "The pier had 15,722 ferry passengers in 2011. The pier had 15,721 ferry passengers in all.",
            "The ferry of Ash took 15,722 passengers. The ferry of Ash took 15,721 passengers.",
            "The ferry of Ash took 15,722 passengers. The ferry took 15,721 passengers.",
        ],
    )
    def test_what_ties(self, text: str) -> None:
        (one,) = figures(text)
        assert roles(one) == {"first": "15,722", "again": "15,721"}

    def test_a_name_is_enough_for_two_swapped_digits(self) -> None:
        (one,) = figures("Income was highest in Tidewell, at £21,446. Of all wards, Tidewell (£12,446) was odd.")
        assert roles(one) == {"first": "21,446", "again": "12,446"}
        assert evaluate(one).verdict is Verdict.INCONSISTENT

    @pytest.mark.parametrize(
        "text",
        [
            "Income was highest in Tidewell, at £21,446. Of all wards, Marlow (£12,446) was odd.",
            "Income was highest in Tidewell, at £21,446. Of all wards, Tidewell (£21,447) was odd.",  # another digit
        ],
    )
    def test_but_for_nothing_else(self, text: str) -> None:
        assert figures(text) == []

    def test_the_last_place_before_it(self) -> None:
        text = " ".join(CAME.format(number, "then") for number in ("15,722", "15,722", "15,721"))
        first, second = figures(text)
        assert (first.operands["first"][0].start, first.operands["again"][0].start) == (3, text.index("15,722", 9))
        assert second.operands["first"][0].start == text.index("15,722", 9)
        assert roles(second) == {"first": "15,722", "again": "15,721"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "on Tuesday"),
        ("in May", "in June"),
        ("in the morning", "at night"),
        ("for the first time", "for the second time"),
        ("before it rained", "after it rained"),
        ("with men", "with women"),
        ("from the families", "from the foreigners"),
        ("of the public sort", "of the private sort"),
        ("in the north", "in the south"),
        ("of the gross sort", "of the net sort"),
        ("by the estimate", "by the outturn"),
        ("including babies", "excluding babies"),
        ("at the lowest", "at the highest"),
    ],
)
class TestContrasts:
    def test_two_of_one_sort_tell_sentences_apart(self, one: str, other: str) -> None:
        first, second = sentences(f"{CAME.format('15,722', one)} {CAME.format('15,721', other)}")
        assert told_apart(first, second)
        assert told_apart(second, first)
        assert not told_apart(first, first)

    def test_and_untie_their_figures(self, one: str, other: str) -> None:
        assert figures(f"{CAME.format('15,722', one)} {CAME.format('15,721', other)}") == []

    def test_one_of_them_alone_does_not(self, one: str, other: str) -> None:
        for said in (one, other):
            (found,) = figures(f"{CAME.format('15,722', said)} {CAME.format('15,721', 'we hear')}")
            assert roles(found) == {"first": "15,722", "again": "15,721"}


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("when it closed", True),
        ("in early trading", True),
        ("an ounce", True),
        ("while the Yen was weak", True),
        ("in the rain", False),
        ("when it was close by", True),
        ("at the enclosure", False),
    ],
)
def test_a_quoted_price_is_another_every_day(words: str, quoted: bool) -> None:
    text = f"{CAME.format('£15,722', words)} {CAME.format('£15,721', words)}"
    assert {is_quoted(sentence) for sentence in sentences(text)} == {quoted}
    assert [roles(one) for one in figures(text)] == ([] if quoted else [{"first": "15,722", "again": "15,721"}])


class TestAround:
    def test_words_and_names_within_five_tokens(self) -> None:
        found = near("The old canal of Upper Marlow moved 4,120 heavy barges of felt to the wide coast.")
        assert found.names == {"upper", "marlow"}
        assert found.words == {"canal", "heavy", "barge", "felt"}

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Barges of felt: 4,120 carts; ropes came.", {"cart"}),
            ("Barges of felt, 4,120 carts, ropes came.", {"barge", "felt", "cart", "rope"}),
        ],
    )
    def test_up_to_a_mark_that_parts_clauses(self, text: str, words: set[str]) -> None:
        assert near(text).words == words

    def test_up_to_the_numbers_beside_it(self) -> None:
        text = "The felt weighs 12 kg while 4,120 carts of rope wait by 30 barges."
        assert near(text, 1).words == {"cart", "rope", "wait"}
        assert near(text, 2).words == {"cart", "rope", "wait", "barge"}

    @pytest.mark.parametrize(
        ("one", "other", "shared"),
        [
            (Around(frozenset({"felt", "rope"}), frozenset()), Around(frozenset({"felt", "rope"}), frozenset()), 2),
            (Around(frozenset({"felt"}), frozenset({"ash"})), Around(frozenset({"felt"}), frozenset({"ash"})), 2),
            (Around(frozenset({"felt"}), frozenset({"ash"})), Around(frozenset({"felt"}), frozenset({"birch"})), 0),
            (Around(frozenset({"felt"}), frozenset({"ash"})), Around(frozenset({"felt"}), frozenset()), 1),
            (Around(frozenset({"ash"}), frozenset()), Around(frozenset(), frozenset({"ash"})), 1),
        ],
    )
    def test_what_two_places_share(self, one: Around, other: Around, shared: int) -> None:
        assert one.shared(other) == other.shared(one) == shared

    @given(
        *[st.lists(st.sampled_from(words), min_size=1, max_size=7) for words in (["felt"], ["rope", "tug"], ["coal"])]
    )
    def test_never_past_a_number(self, before: list[str], beside: list[str], behind: list[str]) -> None:
        text = f"The {' '.join(before)} 4,120 {' '.join(beside)} 5,230 {' '.join(beside)} 6,340 {' '.join(behind)}."
        (sentence,) = sentences(text)
        (at,) = [at for at, token in enumerate(sentence.tokens) if token.text.startswith("5,230")]
        assert around(sentence, at).all == set(beside[:5] + beside[-5:])
