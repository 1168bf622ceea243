"""Derivations: the steps from the printed numbers to what the claim should be, as a reader meets them."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.findings.derivation import derivation_of
from factcheck.findings.model import Finding
from tests.relations.binding import evaluated


def the(rule: str, text: str) -> Finding:
    (found,) = (finding for finding in check_text(text).findings if finding.rule == rule)
    return found


CASES = [
    (
        "percent-change",
        "Car sales rose 32.2 percent to 40,454 from 33,669 a year earlier.",
        "33,669 to 40,454 is a rise of 20.2 percent, not 32.2 percent",
        ["from 33,669 to 40,454 is a rise of 6,785", "6,785 is 20.2 percent of 33,669"],
    ),
    (
        "percent-change",
        "Costs at the depot rose 30% from $80m to $100m.",
        "$80m to $100m is a rise of 25%, not 30%",
        [
            "from $80m to $100m is a rise of $20m",
            "$20m is 25% of $80m",
            "as the figures are rounded, 23.6% to 26.4% would fit",
        ],
    ),
    (
        "percent-change",
        "Costs at the depot rose 20.0% from $80.0m to $100.0m.",
        "$80.0m to $100.0m is a rise of 25.0%, not 20.0%",
        [
            "from $80.0m to $100.0m is a rise of $20.0m",
            "$20.0m is 25.0% of $80.0m",
            "20.0% is what the change is of the later value, $100.0m",
        ],
    ),
    (
        "percent-change",
        "Visits fell 24% to 36,185 from 42,113.",
        "42,113 to 36,185 is a fall of 14%, not 24%",
        ["from 42,113 to 36,185 is a fall of 5,928", "5,928 is 14% of 42,113"],
    ),
    (
        "amount-change",
        "The average house in Osterby fell by more than £600, from £81,250 to £80,690.",
        "£81,250 to £80,690 is a fall of £560, not more than £600",
        ["from £81,250 to £80,690 is a fall of £560", "the text says more than £600"],
    ),
    (
        "amount-change",
        "The fleet was cut by nine, from 31 to 23 boats.",
        "31 to 23 is a fall of eight, not nine",
        ["from 31 to 23 is a fall of 8"],
    ),
    (
        "amount-change",
        "Income rose by $48.6 billion from $82 million to $130.9 million.",
        "$82 million to $130.9 million is a rise of $48.9 million, not $48.6 billion",
        ["from $82 million to $130.9 million is a rise of $48.9 million"],
    ),
    (
        "points-change",
        "The operating margin of 31.7% was up 270 basis points from 19%.",
        "19% to 31.7% is a rise of 1,270 basis points, not 270 basis points",
        [
            "from 19% to 31.7% is a rise of 12.7 percentage points",
            "12.7 percentage points are 1,270 basis points",
            "as the figures are rounded, 1,215 basis points to 1,325 basis points would fit",
        ],
    ),
    (
        "percent-for-points",
        "Support for the bypass rose 5% from 47% to 52%.",
        "47% to 52% is a rise of 5 percentage points, not 5%",
        ["from 47% to 52% is a rise of 5 percentage points", "5 percentage points are 10.6% of 47%"],
    ),
    (
        "derived-base",
        "The debt fell by 240 crowns, or 25%, to 960 crowns.",
        "a fall of 240 to 960 is 20%, not 25%",
        [
            "a fall of 240 to 960 starts from 1,200",
            "240 is 20% of 1,200",
            "25% is what the change is of the later value, 960",
        ],
    ),
    (
        "derived-base",
        "Net income was $11.86m, up $25.1m or 27%.",
        "a rise of $25.1m to $11.86m is more than all of it, not 27%",
        ["a rise of $25.1m cannot end at $11.86m, which is less"],
    ),
    (
        "direction",
        "The jobless rate rose to 4.1% from 4.6%.",
        "“rose” does not fit 4.6% to 4.1%",
        ["from 4.6% to 4.1% is a fall of 0.5 percentage points"],
    ),
    (
        "share-of-whole",
        "Of the 48 ponies at the fair, 12 (35%) came from abroad.",
        "12 of 48 is 25%, not 35%",
        ["12 / 48 = 25%", "35% of 48 would be about 17"],
    ),
    (
        "common-whole",
        "Damp was found in 271 homes (45.2%), mould in 188 (37.6%) and rot in 42 (8.4%).",
        "271 is 54.2% going by the other shares of the list, not 45.2%",
        [
            "the other shares of the list make the whole about 500",
            "271 / 500 = 54.2%",
            "45.2% of 500 would be about 226",
        ],
    ),
    (
        "shares-total",
        "Of the members, 44% said yes, 33% said no and the remaining 33% did not answer.",
        "44% + 33% + 33% is 110%, not 100%",
        ["44% + 33% + 33% = 110%", "before they were rounded they may have added up to 108.5% to 111.5%"],
    ),
    (
        "one-in-n",
        "12%, or one in five, had never used the ferry.",
        "one in five is 20%, not 12%",
        ["one in five is 1 / 5 = 20%", "read loosely, it may be 18.2% to 22.2%"],
    ),
    (
        "parts-total",
        "The estate sold 118 homes, of which 48 were new and the other 60 were used.",
        "48 + 60 is 108, not 118",
        ["48 + 60 = 108", "that is 10 less than 118", "also: 118 less 48 leaves 70, not 60"],
    ),
    (
        "parts-total",
        "The fund put up $11, made up of $5.7bn for roads and $5.3bn for rail.",
        "$5.7bn + $5.3bn is $11.0bn, not $11",
        ["$5.7bn + $5.3bn = $11.0bn", "that is $11.0bn more than $11"],
    ),
    (
        "part-above-whole",
        "The club sent 57 of its 48 members abroad.",
        "57 is more than the 48 that it is a part of",
        ["57 is 9 more than 48"],
    ),
    (
        "subgroup-range",
        "The pass rate was 61% for girls and 54% for boys, and 68% overall.",
        "68% overall is not between the rates of its groups",
        ["a rate for all of them lies between the lowest and the highest of theirs, 54% and 61%"],
    ),
    (
        "turnout",
        "Of 41,250 registered voters, 29,700 cast a ballot, a turnout of 78%.",
        "29,700 of 41,250 is 72%, not 78%",
        ["29,700 / 41,250 = 72%", "78% of the 41,250 registered is 32,175"],
    ),
    (
        "turnout",
        "There are 41,250 registered voters, and turnout was 72%. Ash won 15,100 votes, 36.6% of the votes cast.",
        "15,100 is 36.6% of the 41,250 registered voters, not of the votes cast at a turnout of 72%",
        [
            "36.6% is said to be of “votes cast”",
            "15,100 / 36.6% = about 41,300 votes cast",
            "that would be a turnout of 100%",
            "72% of the 41,250 registered is 29,700",
            "15,100 / 41,250 = 36.6% of the registered",
        ],
    ),
    (
        "weekday-date",
        "The bridge opened on Friday, 20 February 2014.",
        "20 February 2014 is a Thursday, not a Friday",
        ["in 2015, 20 February falls on a Friday"],
    ),
    (
        "impossible-date",
        "The lease ends on April 31.",
        "April 31 is not in the calendar",
        ["April has 30 days"],
    ),
    (
        "list-count",
        "The mill has four owners: the Vale Trust, the Osterby council and the Ash family.",
        "the list names three, not four",
        [
            "counted: the Vale Trust · the Osterby council · the Ash family (3)",
            "or one is missing from the list",
        ],
    ),
    (
        "mean-of-list",
        "Crowds of 4,100, 5,300 and 5,600 came, an average of 5,400.",
        "the mean of 4,100 + 5,300 + 5,600 is 5,000, not 5,400",
        ["(4,100 + 5,300 + 5,600) / 3 = 5,000"],
    ),
    (
        "rate-period",
        "The flat costs £1,100 a month, which comes to £14,200 a year.",
        "£1,100 makes £13,200, not £14,200",
        ["£1,100 * 12 = £13,200"],
    ),
    (
        "rate-total",
        "The fund gave £36,000 to 12 families, an average of £4,000 each.",
        "£36,000 for 12 makes £3,000, not £4,000",
        ["£36,000 / 12 = £3,000"],
    ),
    (
        "scale-slip",
        "Sales of timber were $2 billion, compared with $2.2 million in 2019.",
        "$2 billion beside $2.2 million: one of the two has the wrong scale word",
        [],
    ),
]


@pytest.mark.parametrize(("rule", "text", "message", "steps"), CASES, ids=[f"{c[0]}-{c[2][:20]}" for c in CASES])
def test_a_finding_reads_like_an_editors_note(rule: str, text: str, message: str, steps: list[str]) -> None:
    finding = the(rule, text)
    assert finding.message == message
    assert list(finding.derivation) == steps


def test_a_long_sum_is_folded_with_its_count() -> None:
    parts = ["1,210", "1,377", "1,504", "1,688", "1,731", "1,962"]
    names = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Gorse"]
    listed = ", ".join(f"{part} for {name}" for part, name in zip(parts[:-1], names[:-1], strict=True))
    text = f"The council returned a total of 9,742 votes: {listed} and {parts[-1]} for {names[-1]}."
    assert the("parts-total", text).derivation[0] == "1,210 + 1,377 + … + 1,962 (6 numbers) = 9,472"


def last_step(total: str, first: str, second: str, *, clue: bool = True) -> str:
    text = f"The estate sold {total} homes, of which {first} were new and the other {second} were used."
    (one,) = evaluated("parts-total", text)
    return derivation_of(one, text, clue=clue)[-1]


@pytest.mark.parametrize(
    ("numbers", "step"),
    [
        (("15,342", "15,342", "48,617"), "the difference is 48,617, as when it was left out"),
        (("112,576", "15,342", "48,617"), "the difference is 48,617, as when it was counted twice"),
        (("40,946", "48,617", "7,671"), "the difference is twice 7,671, as when it was subtracted instead of added"),
        (("69,359", "15,342", "48,617"), "the difference is a multiple of 9, as when two digits have changed places"),
        (("64,960", "15,342", "48,617"), "that is 1,001 less than 64,960"),
    ],
)
def test_what_the_difference_of_a_sum_may_show(numbers: tuple[str, str, str], step: str) -> None:
    assert last_step(*numbers) == step


def test_no_clue_where_none_is_asked_for() -> None:
    assert last_step("15,342", "15,342", "48,617", clue=False) == "that is 48,617 more than 15,342"


def test_other_relations_of_the_case_are_told_as_well() -> None:
    text = "Greta Holm took 4,410 votes (49.0%), Piet Aarden 3,060 (34.0%) and Ines Duarte 1,350 (17.0%)."
    finding = the("share-of-sum", text)
    assert finding.message == "1,350 is 15.3% of the list's sum, not 17.0%"
    assert finding.derivation == (
        "4,410 + 3,060 + 1,350 = 8,820",
        "1,350 / 8,820 = 15.3%",
        "17.0% of 8,820 would be about 1,499",
        "also: 4,410 is 50.0% of the list's sum, not 49.0%",
        "also: 3,060 is 34.7% of the list's sum, not 34.0%",
    )


def test_the_words_for_a_base_are_named_and_replaced() -> None:
    text = "There are 41,250 registered voters, and turnout was 72%. Ash won 15,100 votes, 36.6% of the votes cast."
    finding = the("turnout", text)
    (base,) = (number for number in finding.numbers if number.kind == "word")
    assert (base.role, base.text, base.culprit) == ("base", "votes cast", True)
    first = finding.suggestions[0]
    assert first.message == "registered voters instead of votes cast (these fit the percentage)"
    assert [(text[e.start : e.end], e.replacement) for e in first.edits] == [("votes cast", "registered voters")]
