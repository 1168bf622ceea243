"""Repairs of words, of pairs and of bases; records with a slip each; what else in the text makes a repair likelier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from factcheck.check import check_text
from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.quantities.model import Quantity
from factcheck.relations.bind import evaluate, evaluate_rules
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.repairs.localise import Network, clusters, culprit_of
from factcheck.relations.repairs.mend import Mend
from factcheck.relations.rules import load_rules
from tests.relations.numbers import count

RULES = load_rules()


def mends_of(text: str, rule: str) -> list[Mend]:
    """What mends the one failed relation of a rule."""
    reading = resolve_facts(parse_text("article.txt", text))
    evaluated, _ = evaluate_rules(RULES.values(), reading)
    (failed,) = (
        one for one in evaluated if one.verdict is Verdict.INCONSISTENT and one.constraint.rule.name == rule
    )  # fmt: skip
    return Network(evaluated, reading).mends([failed])


def edited(text: str, mend: Mend) -> str:
    for change in sorted(mend.changes, key=lambda change: -change.start):
        text = text[: change.start] + change.replacement + text[change.end :]
    return text


def kinds(text: str, rule: str) -> dict[str, str]:
    """The text after the likeliest mend of each kind."""
    found: dict[str, str] = {}
    for mend in mends_of(text, rule):
        found.setdefault(mend.kind, edited(text, mend))
    return found


def culprits(text: str) -> list[str]:
    return [number.text for one in check_text(text).findings for number in one.numbers if number.culprit]


class TestWords:
    def test_a_word_whose_change_in_percent_fits_is_the_only_thing_to_turn(self) -> None:
        text = "Sales of tin soldiers fell 16.6% to $274.3m from $235.3m a year earlier."
        (mend,) = mends_of(text, "direction")
        assert mend.kind == "turn"
        assert edited(text, mend) == text.replace("fell", "rose")
        assert culprits(text) == ["fell"]

    @pytest.mark.parametrize(
        ("word", "other"), [("decreased", "increased"), ("Climbed", "Dropped"), ("declined", "increased")]
    )
    def test_the_form_of_the_word_is_kept(self, word: str, other: str) -> None:
        rises = word.lower() != "climbed"
        text = f"The price of a berth {word} to £{740 if rises else 700} a month from £{700 if rises else 740}."
        assert kinds(text, "direction")["turn"] == text.replace(word, other)

    def test_a_word_and_a_pair_are_equally_good(self) -> None:
        text = "The jobless rate rose to 4.1% from 4.6%."
        assert set(kinds(text, "direction")) == {"turn", "exchange"}
        assert culprits(text) == []


class TestPairs:
    def test_from_and_to_change_places(self) -> None:
        text = "The jobless rate rose to 4.1% from 4.6%."
        assert kinds(text, "direction")["exchange"] == "The jobless rate rose to 4.6% from 4.1%."

    def test_part_and_whole_change_places(self) -> None:
        text = "The club sent 57 of its 48 members abroad."
        assert kinds(text, "part-above-whole")["exchange"] == "The club sent 48 of its 57 members abroad."

    def test_a_pair_is_not_exchanged_against_the_word(self) -> None:
        text = "The number of homes started rose 27%, from 2,240 to 3,050."
        assert "exchange" not in kinds(text, "percent-change")


class TestUnits:
    @pytest.mark.parametrize("said", ["5%", "5 percent"])
    def test_percent_for_points(self, said: str) -> None:
        text = f"Support for the bypass rose {said} from 47% to 52%."
        assert kinds(text, "percent-for-points") == {"unit": text.replace(said, "5 percentage points")}

    def test_basis_points_for_points(self) -> None:
        text = "The operating margin of 21.7% was up 2.7 basis points from 19.0%."
        assert kinds(text, "points-change")["unit"] == text.replace("basis", "percentage")

    def test_points_for_percent(self) -> None:
        text = "The dropout rate fell 50 percentage points from 8.0% to 4.0%."
        assert kinds(text, "points-change")["unit"] == text.replace("percentage points", "percent")


class TestBases:
    TEXT = "In May 35,667 guests came. In June visits rose 20.13% to 42,847 from {base}."

    def test_another_number_of_the_section_that_makes_the_share_exact(self) -> None:
        text = self.TEXT.format(base="31,210")
        mend = next(m for m in mends_of(text, "percent-change") if m.kind == "base")
        assert mend.other is not None
        assert mend.other.text == "35,667"
        assert edited(text, mend) == self.TEXT.format(base="35,667")

    def test_a_whole_percentage_is_too_little_to_go_by(self) -> None:
        text = self.TEXT.format(base="31,210").replace("20.13", "20")
        assert "base" not in kinds(text, "percent-change")

    def test_another_section_is_out_of_reach(self) -> None:
        first, second = self.TEXT.format(base="31,210").split(". ", 1)
        assert "base" in kinds(f"{first}.\n\n{second}", "percent-change")
        text = f"First part\n\n{first}.\n\nSecond part\n\n{second}"
        assert "base" not in kinds(text, "percent-change")


class TestHonesty:
    """Where another cause is nearly as likely, none is named."""

    def test_a_percentage_may_be_worked_out_wrong(self) -> None:
        text = "The Brask ferry carried 12,480 people in June, up 18% from 10,120 in May."
        assert [mend.kind for mend in mends_of(text, "percent-change")] == ["digit", "computed"]
        assert culprits(text) == []

    def test_one_with_many_digits_is_seldom_just_what_a_slip_elsewhere_makes_it(self) -> None:
        text = "The Brask ferry carried 12,480 people in June, up 17.51% from 10,120 in May."
        assert culprits(text) == ["10,120"]

    def test_decimals_that_stay_are_no_evidence(self) -> None:
        assert culprits("Revenues of $98.4 million increased $12 million or 45% compared to last year.") == []

    def test_a_figure_that_comes_twice_among_many_may_do_so_by_chance(self) -> None:
        text = "In all 240 homes burned, of which 180 were in Brask and the other 80 in Nettledon."
        filler = " ".join(f"House {name} has {100 + at} panes." for at, name in enumerate("abcdefghijklmnop", 40))
        assert culprits(text) == []
        assert culprits(f"{text} {filler} The vote was carried by 160 votes.") == []

    def test_numbers_behind_an_unstated_value_may_be_wrong_as_well(self) -> None:
        text = "There are 41,250 registered voters. Turnout was 92%. Ash won 15,100 votes, 50.84% of the votes cast."
        (finding,) = check_text(text).findings
        assert finding.suggestions[0].message == "72% instead of 92% (one digit differs)"
        assert not any(number.culprit for number in finding.numbers)


def test_a_weak_relation_that_the_slip_itself_made_is_no_objection() -> None:
    lists = (
        "In the north Ash won 964,452 votes (98.59%), Birch 9,233 (0.96%) and Cedar 4,338 (0.44%).",
        "In the south Ash won 610,200 votes (98.06%), Birch 8,120 (1.30%) and Cedar 3,980 (0.64%).",
    )
    (case,) = (one for one in check_text(" ".join(lists)).findings if one.rule == "share-of-sum")
    assert [number.text for number in case.numbers if number.culprit] == ["9,233"]
    assert case.suggestions[0].message == "9,433 instead of 9,233 (one digit differs)"


class TestContext:
    def test_a_missing_scale_word_is_put_in_as_beside(self) -> None:
        text = "The fund put up $11, made up of $5.7bn for roads and $5.3bn for rail."
        assert kinds(text, "parts-total")["unscaled"] == text.replace("$11", "$11bn")
        assert culprits(text) == ["11"]

    def test_the_scale_that_the_text_uses_elsewhere_is_the_likelier(self) -> None:
        text = "Costs were $3.1 billion and debts $7.9 billion. Sales rose 12.4% from $25.8 billion to $29.0 million."
        assert edited(text, mends_of(text, "percent-change")[0]).endswith("to $29.0 billion.")
        assert culprits(text) == ["29.0 million"]

    def test_a_figure_printed_again_is_no_slip(self) -> None:
        sentence = "Sales of tin soldiers fell by 24% to 36,185 from 42,113 a year earlier."
        assert culprits(sentence) == []
        assert culprits(f"The shop sold 36,185 tin soldiers. {sentence}") == ["24"]

    def test_decimals_as_beside(self) -> None:
        text = "Sales rose from $20.70 million to $328.8 million, an increase of 59%."
        assert edited(text, mends_of(text, "percent-change")[0]) == text.replace("20.70", "207.0")

    def test_the_claim_as_the_others_make_it_explains_nothing(self) -> None:
        text = "The number of homes started rose 27%, from 2,240 to 3,050."
        (mend,) = mends_of(text, "percent-change")
        assert (mend.kind, mend.explains, mend.changes[0].replacement) == ("computed", False, "36")
        assert culprits(text) == ["27"]

    def test_an_order_alone_names_no_number(self) -> None:
        assert culprits("Asthma was found in 8.1% of men and 9.4% of women, 7.8% overall.") == []


# Records of a balance sheet, x1 + x2 = x3, x2 = x4, x5 + x6 + x7 = x8, x3 + x8 = x9, x10 + x11 = x9 (Scholtus 2009).
CLEAN = (1452, 116, 1568, 116, 323, 76, 12, 411, 1979, 1842, 137)
EDITS = (("parts-total", 3, (1, 2)), ("restated-value", 4, (2,)), ("parts-total", 8, (5, 6, 7)),
         ("parts-total", 9, (3, 8)), ("parts-total", 9, (10, 11)))  # fmt: skip


def record(changed: dict[int, int]) -> list[Evaluated]:
    """The five edits judged, with some of the numbers changed."""
    values = [changed.get(at, value) for at, value in enumerate(CLEAN, 1)]
    numbers = {
        at: replace(count(str(value)), start=at * 20, end=at * 20 + len(str(value)))
        for at, value in enumerate(values, 1)
    }  # fmt: skip
    return [evaluate(constraint(rule, numbers[whole], [numbers[at] for at in parts])) for rule, whole, parts in EDITS]


def constraint(rule: str, whole: Quantity, parts: Sequence[Quantity]) -> Constraint:
    roles = ("whole", "parts") if rule == "parts-total" else ("again", "first")
    return Constraint(RULES[rule], dict(zip(roles, ((whole,), tuple(parts)), strict=True)), Licence.STRUCTURE)


def corrected(changed: dict[int, int]) -> dict[int, str]:
    """The culprit of each case of the record, and what it should say."""
    evaluated = record(changed)
    network = Network(evaluated)
    found = {}
    for case in clusters(one for one in evaluated if one.verdict is Verdict.INCONSISTENT):
        mends = network.mends(case)
        culprit = culprit_of(case, mends)
        if culprit is not None:
            found[culprit // 20] = next(m for m in mends if m.culprit == culprit).changes[0].replacement
    return found


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {}),
        ({4: 161}, {4: "116"}),
        ({9: 19979}, {9: "1979"}),
        ({4: 161, 9: 19979}, {4: "116", 9: "1979"}),
        ({4: 161, 5: 0, 6: 0, 7: 0}, {4: "116"}),  # a missing detail is no slip
        ({4: 161, 8: 0, 9: 19979}, {4: "116"}),  # the equations disagree on what x9 should be
    ],
)
def test_the_slips_of_a_record_are_told_from_what_holds(changed: dict[int, int], expected: dict[int, str]) -> None:
    assert corrected(changed) == expected


def test_no_number_is_changed_that_a_relation_vouches_for() -> None:
    evaluated = record({4: 161})
    (case,) = clusters(one for one in evaluated if one.verdict is Verdict.INCONSISTENT)
    assert {mend.culprit for mend in Network(evaluated).mends(case)} == {4 * 20}
