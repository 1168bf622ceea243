"""Which words and marks become terminals, and where one statement ends and another begins."""

from __future__ import annotations

import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.quantities.reader import read_tokens
from factcheck.statements.cues import GAP, LEAD, NEAR, type_cues
from factcheck.statements.parse import parse_statements

SOURCE = Path(factcheck.__file__).parent.parent / "grammar" / "en" / "statements" / "cues.toml"
CUES = {cue: entry["words"] for cue, entry in tomllib.loads(SOURCE.read_text(encoding="utf-8")).items()}
WORDS = [(cue, word) for cue, words in CUES.items() for word in words]
TWICE = sorted(word for word, times in Counter(word for _, word in WORDS).items() if times > 1)
IN_TWO = "“higher” and “lower” are UP and DOWN and never MORE or FEWER, “driven by” is BREAK and never PARTIAL"
SIGN = pytest.mark.xfail(strict=True, reason="a mark of punctuation is no word, so that “&” is never AND")


def types(text: str) -> str:
    return " ".join(cue.type for cue in type_cues(read_tokens(text)))


def spans(text: str, kind: str) -> list[str]:
    """The words of each cue of a kind."""
    tokens = read_tokens(text)
    found = (cue for cue in type_cues(tokens) if cue.type == kind)
    return [text[tokens[cue.first].start : tokens[cue.last].end] for cue in found]


@pytest.mark.parametrize(
    ("cue", "word"),
    [pytest.param(*one, marks=[SIGN] if one[1] == "&" else []) for one in WORDS if one[1] not in TWICE],
)
def test_each_word_gives_its_cue(cue: str, word: str) -> None:
    text = f"Osterby {word} the 12 boats."
    found = spans(text, cue)
    if cue == "NONE":
        assert found == []
        assert types(text) == "VALUE"
    else:
        assert found == [word]


@pytest.mark.xfail(strict=True, reason=IN_TWO)
def test_no_word_stands_under_two_cues() -> None:
    assert TWICE == []


def test_a_phrase_wins_over_the_words_in_it() -> None:
    assert types("Rents rose due to 12 gales.") == "UP VALUE"
    assert types("Rents rose, as compared with 12 crowns.") == "UP COMMA VS VALUE"
    assert types("Of these, 12 were new.") == "OFWHICH COMMA VALUE"


def test_case_does_not_matter() -> None:
    assert types("RENTS ROSE FROM 12 CROWNS") == "UP FROM VALUE"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose to 40 boats.", "UP TO VALUE"),
        ("It rose to the top.", "UP"),
        ("It rose from 2011 to 2012.", "UP"),
        ("It rose to 2011 (40 boats).", "UP TO LPAR VALUE RPAR"),
        ("Some of the 48 boats sank.", "OF VALUE DOWN"),
        ("Some of the many old, grey and red 48 boats rot.", "SEP AND VALUE"),
        ("Boats, out of every 48, rot.", "COMMA OUTOF VALUE COMMA"),
        ("He stood up against 285 boats.", "UP VS VALUE"),
        ("He stood up against deliveries of 285 boats.", "UP OF VALUE"),
        ("It rose to a place that was 40 miles off.", "UP BREAK VALUE"),
        ("It rose to a price on 40 boats.", "UP BREAK VALUE"),
    ],
)
def test_a_preposition_is_a_cue_only_where_it_introduces_a_number(text: str, expected: str) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Costs of 12 crowns, a rise of 3 crowns.", "OF VALUE COMMA UP OF VALUE"),
        ("Costs of 12 crowns, with rises of 3 crowns.", "OF VALUE SEP UP OF VALUE"),
        ("Ash 12 crowns, Birch 3 crowns.", "VALUE SEP VALUE"),
        ("Ash 12 crowns, in another age, to 3 crowns.", "VALUE SEP COMMA TO VALUE"),
    ],
)
def test_a_comma_with_more_than_an_apposition_behind_it_parts(text: str, expected: str) -> None:
    assert types(text) == expected


@pytest.mark.parametrize("word", ["while", "whereas", "but", "because", "who", "is", "was", "said", "won", "sold"])
def test_another_verb_or_clause_breaks(word: str) -> None:
    assert types(f"It rose 12% {word} tea 40 crowns.") == "UP PCT BREAK VALUE"


def test_a_long_gap_breaks() -> None:
    near, far = "red " * GAP, "red " * (GAP + 1)
    assert types(f"For 12 {near}48 boats.") == "VALUE VALUE"
    assert types(f"For 12 {far}48 boats.") == "VALUE BREAK VALUE"


def test_a_change_stands_near_its_word() -> None:
    near, far = "red " * NEAR, "red " * (NEAR + 1)
    assert types(f"It rose {near}12%.") == "UP PCT"
    assert types(f"It rose {far}12%.") == "UP BREAK PCT"


def test_a_level_stands_near_the_word_of_its_change() -> None:
    near, far = "red " * LEAD, "red " * (LEAD + 1)
    assert types(f"For 12 {near}rose.") == "VALUE UP"
    assert types(f"For 12 {far}rose.") == "VALUE BREAK UP"


def test_a_semicolon_breaks_and_nothing_is_broken_twice() -> None:
    assert types("For 12 boats; it was 14 boats.") == "VALUE BREAK VALUE"


def test_brackets_without_a_number_are_let_go() -> None:
    assert types("It rose to 40 (see the notes) from 38.") == "UP TO VALUE FROM VALUE"
    assert types("It rose to 40 (or 12%) from 38.") == "UP TO VALUE LPAR OR PCT RPAR FROM VALUE"
    assert types("It rose to 40 (see the notes.") == "UP TO VALUE LPAR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 boats and 48 carts.", "VALUE AND VALUE"),
        ("12 boats of Marlow and Osterby.", "VALUE"),
        ("It rose between 2001 and 2011.", "UP"),
        ("12 boats of Marlow and others.", "VALUE AND REST"),
    ],
)
def test_and_between_two_names_or_periods_is_no_cue(text: str, expected: str) -> None:
    assert types(text).removesuffix(" REST") == expected.removesuffix(" REST")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 boats", "VALUE"),
        ("£12m", "VALUE"),
        ("12 tonnes", "VALUE"),
        ("12%", "PCT"),
        ("12 percentage points", "PTS"),
        ("one in five", "RATIO"),
        ("3 May 2012", ""),
        ("in 2012", ""),
        ("the 12th", ""),
        ("at 12:30", ""),
        ("for 12 years", ""),
        ("from 12 to 14 years", "FROM VALUE TO VALUE"),
        ("by 12 years", "BY VALUE"),
    ],
)
def test_numbers_by_kind(text: str, expected: str) -> None:
    assert types(text) == expected


def test_down_on_means_from() -> None:
    assert types("34% down on 5.7m crowns") == "PCT DOWN FROM VALUE"
    assert types("34% on 5.7m crowns") == "PCT VALUE"


# --- words whose cue hangs on their place ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were off 20.7 per cent.", "DOWN PCT"),
        ("Sales of 40 boats, off 12%, fell.", "OF VALUE COMMA DOWN PCT COMMA DOWN"),
        ("Sales (off 12%) fell.", "LPAR DOWN PCT RPAR DOWN"),
        ("The boat was off the quay by 12 miles.", "BREAK BY VALUE"),
        ("He took off 12%.", "PCT"),
        ("He fell off 12 boats.", "DOWN VALUE"),
    ],
)
def test_off_is_a_fall_behind_a_copula_or_a_mark_before_a_number(text: str, expected: str) -> None:
    assert types(text).removeprefix("BREAK ") == expected.removeprefix("BREAK ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose 9% over the 80 boats.", "UP PCT FROM VALUE"),
        ("It was up 9% on 80 boats.", "UP PCT FROM VALUE"),
        ("It was down on 80 boats.", "DOWN FROM VALUE"),
        ("It was off 9% on 80 boats.", "DOWN PCT FROM VALUE"),
        ("It rose 9% over the year.", "UP PCT"),
        ("It spent 9% over 80 boats.", "PCT VALUE"),
        ("He sat on 80 boats.", "VALUE"),
    ],
)
def test_on_and_over_behind_a_change_mean_from(text: str, expected: str) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed off 1.9% at 54,180 marks.", "PCT AT VALUE"),
        ("It was off 1.9% at 54,180 marks.", "DOWN PCT AT VALUE"),
        ("It rose 1.9% at 54,180 marks.", "UP PCT AT VALUE"),
        ("It ended higher at 54,180 marks.", "UP AT VALUE"),
        ("It rose 1.9% at the close of 12 fairs.", "UP PCT OF VALUE"),
        ("It sold 1.9% at 54,180 marks.", "PCT AT VALUE"),
    ],
)
def test_at_behind_a_change_right_before_a_number_is_told(text: str, expected: str) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 5% higher than the 80 boats.", "PCT MORE THAN VALUE"),
        ("It was 5% lower than the 80 boats.", "PCT FEWER THAN VALUE"),
        ("It was higher than the 80 boats.", "UP THAN VALUE"),
        ("It was 5% lower.", "PCT DOWN"),
    ],
)
def test_higher_and_lower_than_compare_behind_a_number(text: str, expected: str) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rise for women was 34%.", "UP PCT"),
        ("The rise was said to be 34%.", "UP BREAK PCT"),
        ("It fell in 289 towns.", "DOWN BREAK VALUE"),
        ("It fell across 289 towns.", "DOWN BREAK VALUE"),
        ("It fell about 289 crowns.", "DOWN VALUE"),
    ],
)
def test_what_stands_between_a_word_of_change_and_its_number(text: str, expected: str) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For 40 boats, which is down from 48.", "VALUE COMMA REPRESENT DOWN FROM VALUE"),
        ("For 40 boats, which represents a fall of 4%.", "VALUE COMMA REPRESENT DOWN OF PCT"),
        ("For 40 boats, which is down 4%.", "VALUE COMMA REPRESENT DOWN PCT"),
        ("For 40 boats, which is a 4% fall.", "VALUE COMMA REPRESENT PCT DOWN"),
        ("For 40 boats, which is a fall.", "VALUE SEP DOWN"),
    ],
)
def test_which_is_leads_to_a_change(text: str, expected: str) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all 358 permits were issued here, a fall of 4%.", "VALUE COMMA DOWN OF PCT"),
        ("In all 358 permits were issued here, representing a fall of 4%.", "VALUE COMMA REPRESENT DOWN OF PCT"),
        ("In all 358 permits were issued here, 4% fewer than in Elm.", "VALUE COMMA PCT FEWER"),
        ("In all 358 permits were issued here, and wages fell 4%.", "VALUE BREAK COMMA AND DOWN PCT"),
        ("In all 358 permits were issued, but here, a fall of 4%.", "VALUE BREAK SEP COMMA DOWN OF PCT"),
    ],
)
def test_a_change_apposed_to_a_level_reaches_over_the_verb(text: str, expected: str) -> None:
    assert types(text).removeprefix("TOTAL ") == expected


def test_a_comma_before_words_alone_in_brackets_is_let_go() -> None:
    assert types("It rose to 40 (38, see notes) boats.") == "UP TO VALUE LPAR VALUE RPAR"


def test_of_before_a_period_introduces_no_number() -> None:
    assert types("In May of 2012 it rose to 40 boats.") == "UP TO VALUE"


WORD = st.sampled_from(
    ["rose", "fell", "to", "from", "of", "12", "£3m", "48%", "(", ")", ",", ";", "and", "or", "more", "than", "which",
     "one in five", "made up of", "compared with", "was", "Ash", "boats", "–", ":", "respectively", "the", "rest", '"']
)  # fmt: skip


@given(st.lists(WORD, max_size=25))
def test_any_words_give_cues_in_order_and_statements_inside_the_sentence(words: list[str]) -> None:
    tokens = read_tokens(" ".join(words))
    cues, statements = parse_statements(tokens)
    assert all(0 <= cue.first <= cue.last < len(tokens) for cue in cues)
    marks = [cue for cue in cues if cue.type != "BREAK"]
    assert all(one.last < other.first for one, other in pairwise(marks))
    assert all(tokens[cue.first].quantity is cue.quantity for cue in cues if cue.quantity is not None)
    for statement in statements:
        assert 0 <= statement.first <= statement.last < len(tokens)
        inside = [token.quantity for token in tokens[statement.first : statement.last + 1]]
        assert all(any(q is number for number in inside) for q in statement.roles.values())
        assert len({q.start for q in statement.roles.values()}) == len(statement.roles)


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    parse_statements(read_tokens(text))
