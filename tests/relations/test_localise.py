"""Which number is wrong, and what it should say."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck.check import check_text
from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.bind import evaluate_rules
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated, Licence
from factcheck.relations.repairs.localise import Network, clusters, confirms
from factcheck.relations.repairs.mend import Mend
from factcheck.relations.rules import load_rules

LINE = "Moreau won 51,237 votes ({a}%), Adeyemi 20,811 votes (26.01%) and Lindqvist {c} votes (9.94%)."
CLEAN = LINE.format(a="64.05", c="7,952")


def judged(text: str) -> tuple[list[Evaluated], Network]:
    reading = resolve_facts(parse_text("article.txt", text))
    evaluated, failures = evaluate_rules(load_rules().values(), reading)
    assert failures == []
    return evaluated, Network(evaluated, reading)


def failed(text: str) -> tuple[list[Evaluated], Network]:
    """The failed relations of a text that would be told of."""
    evaluated, network = judged(text)
    wrong = [one for one in evaluated if one.verdict is Verdict.INCONSISTENT]
    return [one for one in wrong if one.constraint.licence >= Licence.STRUCTURE], network


def replaced(text: str, mend: Mend) -> str:
    for change in sorted(mend.changes, key=lambda change: -change.start):
        text = text[: change.start] + change.replacement + text[change.end :]
    return text


def starts(one: Evaluated) -> set[int]:
    return {quantity.start for _, quantity in one.constraint.quantities()}


def blamed(text: str) -> list[str]:
    """The numbers and words named as wrong, over all findings."""
    return [number.text for one in check_text(text).findings for number in one.numbers if number.culprit]


class TestCulprit:
    def test_the_number_in_no_relation_that_holds(self) -> None:
        text = LINE.format(a="46.05", c="7,952")
        wrong, network = failed(text)
        assert blamed(text) == ["46.05"]
        assert replaced(text, network.mends(wrong)[0]) == CLEAN

    def test_the_number_in_every_failed_relation(self) -> None:
        text = LINE.format(a="64.05", c="9,752")
        assert len(failed(text)[0]) > 1
        assert blamed(text) == ["9,752"]

    @pytest.mark.parametrize(
        "text",
        [
            "The Osterby mill employs 1,412 people. It makes felt. The Osterby mill employs 1,421 people.",
            "The rate of theft rose to 4.1% from 4.6%.",
            "The club sent 57 of its 75 members abroad, and 57 of its 48 boats.",
        ],
    )
    def test_none_is_named_where_another_could_be_wrong_as_well(self, text: str) -> None:
        assert check_text(text).findings != ()
        assert blamed(text) == []

    def test_a_text_that_holds_blames_nothing(self) -> None:
        assert blamed(CLEAN) == []


class TestMends:
    @pytest.mark.parametrize(
        "text",
        [
            "Costs at the depot rose 30% from $80m to $100m.",
            "Of the 712 wells in the Vale, 318 (47.4%) were dry.",
            "The jobless rate rose 0.6 percentage points to 4.6% from 4.2%.",
            LINE.format(a="46.05", c="7,952"),
            "The rate of theft rose to 4.1% from 4.6%.",
        ],
    )
    def test_every_mend_mends_and_breaks_nothing(self, text: str) -> None:
        wrong, network = failed(text)
        assert wrong
        mends = network.mends(wrong)
        assert mends
        for mend in mends:
            assert failed(replaced(text, mend))[0] == [], mend

    def test_likeliest_first(self) -> None:
        wrong, network = failed("Costs at the depot rose 30% from $80m to $100m.")
        bits = [mend.bits for mend in network.mends(wrong)]
        assert bits == sorted(bits)

    def test_a_number_that_another_relation_confirms_is_not_changed(self) -> None:
        text = "Costs rose 25.00% from $80.00m to $100.00m. " + LINE.format(a="46.05", c="7,952")
        wrong, network = failed(text)
        line = text.index("Moreau")
        assert all(change.start > line for mend in network.mends(wrong) for change in mend.changes)

    def test_swapping_digits_of_one_number_is_found(self) -> None:
        text = "Of the 712 wells in the Vale, 318 (47.4%) were dry."
        wrong, network = failed(text)
        assert "Of the 712 wells in the Vale, 318 (44.7%) were dry." in [
            replaced(text, mend) for mend in network.mends(wrong)
        ]

    def test_a_word_of_direction_may_be_wrong(self) -> None:
        wrong, network = failed("The rate of theft rose to 4.1% from 4.6%.")
        texts = [replaced("The rate of theft rose to 4.1% from 4.6%.", mend) for mend in network.mends(wrong)]
        assert "The rate of theft fell to 4.1% from 4.6%." in texts
        assert "The rate of theft rose to 4.6% from 4.1%." in texts

    def test_asked_twice_the_answer_is_the_same(self) -> None:
        wrong, network = failed(LINE.format(a="46.05", c="7,952"))
        assert network.mends(wrong) == network.mends(wrong)


class TestClusters:
    TEXT = (
        "The jobless rate rose 0.6 percentage points to 4.6% from 4.2%.\n\n"
        "Costs at the depot rose 30% from $80m to $100m.\n\n" + LINE.format(a="64.05", c="9,752")
    )

    def test_relations_that_share_a_number_are_one_case(self) -> None:
        wrong, _ = failed(self.TEXT)
        groups = clusters(wrong)
        numbers = [set().union(*map(starts, group)) for group in groups]
        assert len(groups) == 3
        assert all(not a & b for a in numbers for b in numbers if a is not b)
        assert sum(len(group) for group in groups) == len(wrong)

    def test_in_the_order_of_the_text_whatever_the_order_given(self) -> None:
        wrong, _ = failed(self.TEXT)
        expected = [{id(one) for one in group} for group in clusters(wrong)]
        for order in list(permutations(wrong))[:24]:
            assert [{id(one) for one in group} for group in clusters(order)] == expected
        firsts = [min(min(starts(one)) for one in group) for group in clusters(wrong)]
        assert firsts == sorted(firsts)

    def test_nothing_failed_is_no_case(self) -> None:
        assert clusters([]) == []


def test_only_a_relation_that_holds_confirms() -> None:
    evaluated, _ = judged(LINE.format(a="46.05", c="7,952"))
    for one in evaluated:
        if one.verdict is not Verdict.CONSISTENT:
            assert not confirms(one)
    assert any(confirms(one) for one in evaluated)


def test_a_strong_relation_that_holds_confirms_its_numbers() -> None:
    text = LINE.format(a="46.05", c="7,952")
    evaluated, network = judged(text)
    quantities = {q.start: q for one in evaluated for _, q in one.constraint.quantities()}
    assert network.confirmed(quantities[text.index("26.01")])
    assert not network.confirmed(quantities[text.index("46.05")])
