"""What coincidence is worth and what thresholds do: candidates, random digits, tables, slips, and a whole run."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.findings import licence
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Quantity
from tools.coincidence import Candidate, Tables, candidates, coincidence_table, measure, percent, with_digits
from tools.evidence import main
from tools.thresholds import Slip, Threshold, moved, planted, read, slips_in, threshold_table, tried

SHARE = "Of the 712 barns, 318 (44.7%) were empty."
CHANGE = "Costs rose 25% from $80m to $100m."
SPLIT = "It sold 1,204 chairs: 896 to Marlow and 308 to Osterby."


def found(text: str, form: str) -> list[Candidate]:
    reading = resolve_facts(parse_text("a.txt", text))
    return [candidate for candidate in candidates(reading) if candidate.form == form]


def printed(candidate: Candidate) -> dict[str, str]:
    return {role: " + ".join(q.text for q in numbers) for role, numbers in candidate.operands.items()}


class TestCandidates:
    def test_a_run_and_the_amount_beside_it(self) -> None:
        assert [printed(candidate) for candidate in found(SPLIT, "sum")] == [{"whole": "1,204", "parts": "896 + 308"}]

    def test_the_total_may_stand_in_the_sentence_before(self) -> None:
        apart = "It sold 1,204 chairs. Of them 896 went to Marlow and 308 to Osterby."
        assert [printed(candidate) for candidate in found(apart, "sum")] == [{"whole": "1,204", "parts": "896 + 308"}]

    def test_a_total_is_larger_than_each_part(self) -> None:
        assert found("It sold 204 chairs: 896 to Marlow and 308 to Osterby.", "sum") == []

    def test_a_share_and_every_larger_amount_in_reach(self) -> None:
        text = f"The vale has 1,530 barns and 12 mills. {SHARE}"
        assert [printed(candidate)["whole"] for candidate in found(text, "share")] == ["1,530", "712"]

    def test_a_change_is_tried_as_a_rise_and_as_a_fall(self) -> None:
        rise, fall = found(CHANGE, "change")
        assert printed(rise) == {"change": "25", "before": "80m", "after": "100m"}
        assert printed(fall) == {"change": "25", "before": "100m", "after": "80m"}
        assert fall.minus == {"change"}

    def test_hedged_numbers_and_words_are_left_out(self) -> None:
        assert found("It sold about 1,204 chairs: 896 to Marlow and three to Osterby.", "sum") == []


def number(text: str) -> Quantity:
    (quantity,) = resolve_facts(parse_text("a.txt", text)).quantities
    return quantity


class TestDigits:
    def test_another_numeral_moves_value_and_interval(self) -> None:
        other = with_digits(number("It cost $5.7 billion."), "8.2")
        assert other is not None
        assert other.value == 8_200_000_000
        assert other.interval == Interval(Fraction(8_150_000_000), Fraction(8_250_000_000))

    @pytest.mark.parametrize("numeral", ["0.0", "x", ""])
    def test_what_is_no_positive_number_is_none(self, numeral: str) -> None:
        assert with_digits(number("It cost $5.7 billion."), numeral) is None

    def test_random_claims_hold_seldom(self) -> None:
        tables = Tables()
        for _ in range(40):
            measure(found(SHARE, "share"), tables, Random(1))
        (band,) = tables.bands.values()
        assert (band.tried, band.holds, band.near) == (40, 40, 0)
        assert band.drawn == 200
        assert band.chance_holds < 20
        assert band.meant > 0.8

    def test_near_is_one_digit_away(self) -> None:
        tables = Tables()
        measure(found(SHARE.replace("44.7", "47.7"), "share"), tables, Random(1))
        measure(found(SHARE.replace("44.7", "47.4"), "share"), tables, Random(1))
        (band,) = tables.bands.values()
        assert (band.tried, band.holds, band.near) == (2, 0, 1)


def test_the_table_of_a_form() -> None:
    tables = Tables()
    band = tables.of("sum", 11.2)
    band.tried, band.holds, band.near = 1000, 20, 50
    band.drawn, band.chance_holds, band.chance_near = 5000, 5, 0
    assert coincidence_table("sum", tables)[2:] == [
        "| 10 to under 14 | 1,000 | 2% | 0.1% | 95% | 5% | under 0.02% |",
    ]
    assert tables.of("sum", 300.0) is tables.of("sum", 14.0)


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1, 8, "12%"), (0, 500, "under 0.2%"), (0, 1, "under 100%"), (3, 3, "100%"), (0, 0, ""), (1, 30_000, "0.0033%")],
)
def test_shares_are_given_with_two_figures(part: int, whole: int, text: str) -> None:
    assert percent(part, whole) == text


class TestThresholds:
    def test_a_threshold_is_moved_and_put_back(self) -> None:
        before = licence.NONSENSE
        with moved(Threshold("findings.licence", "NONSENSE", (), ""), 7.0):
            assert licence.NONSENSE == 7
        assert before == licence.NONSENSE

    def test_a_slip_changes_a_leading_digit_of_a_relation_that_holds(self) -> None:
        document = parse_text("a.txt", SHARE)
        slips = slips_in([document], 10, Random(0))
        assert slips
        for slip in slips:
            text = planted(slip).text
            assert len(text) == len(SHARE)
            assert [at for at in range(len(SHARE)) if text[at] != SHARE[at]] == [slip.at]
            assert text[slip.at] == slip.digit
            assert 0 <= slip.at - slip.start <= 1

    def test_no_more_slips_than_wanted(self) -> None:
        assert len(slips_in([parse_text("a.txt", f"{SHARE} {CHANGE}")], 2, Random(0))) == 2

    def test_slips_that_are_reported_are_counted_by_severity(self) -> None:
        document = parse_text("a.txt", CHANGE)
        wrong = Slip(document, CHANGE.index("25%"), CHANGE.index("25%"), "7")
        idle = Slip(document, CHANGE.index("100m"), CHANGE.index("100m"), "1")
        outcome = tried([read(document)], [(read(planted(slip)), slip.start) for slip in (wrong, idle)])
        assert (dict(outcome.findings), dict(outcome.caught)) == ({}, {"error": 1})
        assert outcome.holding == 2

    def test_a_row_for_every_value(self) -> None:
        one = Threshold("findings.licence", "SIBLINGS", (2, 10**6), "")
        rows = list(threshold_table([read(parse_text("a.txt", CHANGE.replace("25", "75")))], [], [one]))[2:]
        assert [[cell.strip() for cell in row.split("|")[1:5]] for row in rows] == [
            ["`findings.licence.SIBLINGS`", "**2**", "1", "0"],
            ["`findings.licence.SIBLINGS`", "never", "1", "0"],
        ]


def test_one_threshold_over_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(SHARE, encoding="utf-8")
    assert main([str(tmp_path), "--thresholds", "--only", "SIBLINGS", "--slips", "2"]) == 0
    rows = capsys.readouterr().out.splitlines()[3:]
    assert [row.split("|")[2].strip() for row in rows] == ["1", "**2**", "3", "never"]


def test_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(f"{SHARE}\n\n{CHANGE}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    assert main([str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == "1 texts, 15 words"
    assert [line for line in lines if line.startswith("###")] == ["### Sums", "### Shares", "### Changes in percent"]
    assert any(line.startswith("| 8 to under 10 | 1 | 100% | ") for line in lines)
    assert err.startswith("evidence: ")
