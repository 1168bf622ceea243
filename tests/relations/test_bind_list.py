"""Numbers announced in one sentence and counted in the list behind it."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Licence
from tests.relations.binding import bound, evaluated, roles

THREE = "- the Heron\n- the Tern\n- the Gull\n"


def page(lead: str, items: str = THREE) -> str:
    return f"# Ferries\n\n{lead}\n\n{items}\nThat is all.\n"


@pytest.mark.parametrize("md", [True, False])
@pytest.mark.parametrize(
    ("number", "verdict"), [("three", "consistent"), ("3", "consistent"), ("four", "inconsistent")]
)
def test_a_count_and_the_list_behind_its_sentence(number: str, verdict: str, md: bool) -> None:
    text = page(f"The trust runs {number} ferries:")
    (one,) = evaluated("list-count", text, md=md)
    assert one.verdict.value == verdict
    assert one.constraint.licence is Licence.CLAUSE
    assert roles(one.constraint) == {"count": number}
    assert [text[start:end] for start, end in one.constraint.items] == ["the Heron", "the Tern", "the Gull"]


@pytest.mark.parametrize(
    "lead",
    [
        "There are four ferries that the trust still runs:",
        "Here are four ferries worth a trip:",
        "The trust runs the following four ferries:",
        "The four ferries of the trust are:",
        "It can be crossed in four ways:",
    ],
)
def test_openings_that_leave_no_doubt(lead: str) -> None:
    (one,) = evaluated("list-count", page(lead))
    assert one.verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    "lead",
    [
        "The trust runs four ferries.",
        "At four meetings, members asked for:",
        "Four members want:",
        "The first four ferries:",
        "The trust told its four crews:",
        "For the four ferries:",
        "About four ferries:",
        "More than four ferries:",
        "The trust runs four- and five-deck ferries:",
        "The trust runs seven ferries:",
        "The trust runs four ferries and five boats:",
        "Four of the ferries:",
    ],
)
def test_a_count_that_may_be_of_something_else(lead: str) -> None:
    assert bound("list-count", page(lead)) == []


@pytest.mark.parametrize(
    "items",
    [
        "- the Heron\n- the Tern\n- other boats\n",
        "- the Heron\n\nThey are old.\n\n- the Tern\n- the Gull\n",
        "- the Heron\n",
        "- the Heron\n- the Tern:\n- the Gull\n",
    ],
)
def test_a_list_that_may_be_incomplete(items: str) -> None:
    assert bound("list-count", page("The trust runs four ferries:", items)) == []


def test_only_outermost_items_count() -> None:
    (one,) = evaluated(
        "list-count", page("It runs two ferries:", "- the Heron\n  - old\n  - slow\n- the Tern\n"), md=True
    )
    assert one.verdict is Verdict.CONSISTENT


def test_the_items_of_an_item_count_for_its_own_number() -> None:
    text = page("The board met.", "- It has three aims:\n  - speed\n  - safety\n- It has no money.\n")
    (one,) = evaluated("list-count", text, md=True)
    assert one.verdict is Verdict.INCONSISTENT
    assert [text[start:end] for start, end in one.constraint.items] == ["speed", "safety"]


def test_a_list_that_numbers_anew_is_another_list() -> None:
    items = "1. the Heron\n2. the Tern\n1. Marlow\n2. Osterby\n3. Holm\n"
    (one,) = evaluated("list-count", page("It runs two ferries:", items))
    assert one.verdict is Verdict.CONSISTENT


def test_items_that_say_which_they_are_need_no_colon() -> None:
    items = "- First, a bridge.\n- Second, a tunnel.\n"
    (one,) = evaluated("list-count", page("The board wants three changes.", items))
    assert one.verdict is Verdict.INCONSISTENT


def test_the_message_counts_the_items() -> None:
    (finding,) = check_text(page("The trust runs four ferries:")).findings
    assert finding.message == "the list names three, not four"
    assert finding.suggestions[0].message == "three instead of four"
