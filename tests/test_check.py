"""A text checked from end to end: counts, faults, determinism, cost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Finding, Report
from factcheck.check import check_document, check_text, numbers_of, rule_table
from factcheck.config import Config
from factcheck.documents.text import parse_text
from factcheck.facts.model import Reading
from factcheck.findings.model import Summary
from factcheck.relations import bind
from factcheck.relations.rules import Rule

WRONG = "Costs at the depot rose 30% from $80m to $100m."
RIGHT = "Of the 712 wells in the Vale, 318 (44.7%) were dry."
ARTICLE = f"""{RIGHT} It rained on 3 May 2012, the 2nd time since 2011.

{WRONG}

Moreau won 51,237 votes (64.05%), Adeyemi 20,811 votes (26.01%) and Lindqvist 9,752 votes (9.94%).

The mill has 12 looms.
"""
SHOWN = Config(show_checks=True)
SCALE, MOST = 10, 25  # a text ten times as long must not cost 25 times as much: linear, with room for a busy machine


def test_a_text_of_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown format 'doc': give 'txt' or 'md'"):
        check_text(WRONG, format="doc")


def test_the_public_names_are_those_of_the_package() -> None:
    report = check_text(WRONG)
    assert isinstance(report, Report)
    assert all(isinstance(finding, Finding) for finding in report.findings)


@pytest.mark.parametrize("format", ["txt", "md"])
def test_the_formats(format: str) -> None:
    assert [finding.rule for finding in check_text(WRONG, format=format).findings] == ["percent-change"]


def test_markdown_is_read_only_where_it_is_asked_for() -> None:
    text = f"```\n{WRONG}\n```\n"
    assert check_text(text, format="md").findings == ()
    assert len(check_text(text).findings) == 1


def test_the_report_keeps_path_and_text() -> None:
    report = check_text(WRONG, path="a.txt")
    assert report.texts == {"a.txt": WRONG}
    assert [finding.path for finding in report.findings] == ["a.txt"]
    assert report.faults == ()


class TestSummary:
    def test_numbers_are_counted_and_dates_years_and_ordinals_are_not(self) -> None:
        assert check_text("On 3 May 2012 the mill had 12 looms, the 2nd time since 2011.").summary == Summary(
            files=1, numbers=1
        )

    def test_what_holds(self) -> None:
        assert check_text(RIGHT).summary == Summary(files=1, numbers=3, checked=3, consistent=3)

    def test_what_disagrees(self) -> None:
        assert check_text(WRONG).summary == Summary(files=1, numbers=3, checked=3, inconsistent=3)

    def test_what_only_a_second_reading_rescues(self) -> None:
        truncated = "Tests found that 31 of the 71 wells (43.6%) were dry."
        assert check_text(truncated).summary == Summary(
            files=1, numbers=3, checked=3, consistent=2, edge=1
        )  # no more of them than wells, which is another relation
        assert check_text(truncated).findings == ()

    def test_nothing_could_be_checked(self) -> None:
        assert check_text("The mill has 12 looms.").summary == Summary(files=1, numbers=1)
        assert check_text("").summary == Summary(files=1)

    def test_the_verdicts_share_out_the_numbers(self) -> None:
        summary = check_text(ARTICLE).summary
        assert summary.checked == summary.consistent + summary.edge + summary.inconsistent
        assert summary.checked + summary.undetermined <= summary.numbers == 13
        disagree = {number.start for one in check_text(ARTICLE).findings for number in one.numbers}
        assert summary.inconsistent == len(disagree)

    def test_summaries_add_up(self) -> None:
        one, other = check_text(RIGHT).summary, check_text(WRONG).summary
        assert one + other == Summary(files=2, numbers=6, checked=6, consistent=3, inconsistent=3)


class TestChecks:
    def test_they_are_shown_only_where_they_are_asked_for(self) -> None:
        assert check_text(RIGHT).checks == ()
        found = [check for check in check_text(RIGHT, config=SHOWN).checks if check.rule == "share-of-whole"]
        assert [(check.verdict, [number.text for number in check.numbers]) for check in found] == [
            ("consistent", ["318", "712", "44.7"])
        ]
        assert found[0].bits == 10.0

    def test_a_failed_relation_is_a_check_as_well(self) -> None:
        found = [check for check in check_text(WRONG, config=SHOWN).checks if check.rule == "percent-change"]
        assert [check.verdict for check in found] == ["inconsistent"]

    def test_findings_are_the_same_with_and_without(self) -> None:
        assert check_text(ARTICLE, config=SHOWN).findings == check_text(ARTICLE).findings


class TestFaults:
    def test_a_rule_that_crashes_is_told_and_the_others_go_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def crash(rule: Rule, reading: Reading) -> Iterator[object]:
            raise RuntimeError("out of cheese")

        whole = check_text(ARTICLE)
        monkeypatch.setitem(bind.BINDERS, "share-of-whole", crash)  # type: ignore[arg-type]
        report = check_text(ARTICLE, path="a.txt")
        assert [(fault.path, fault.message) for fault in report.faults] == [
            ("a.txt", "rule share-of-whole failed: RuntimeError: out of cheese")
        ]
        assert [one.rule for one in report.findings] == [one.rule for one in whole.findings]

    def test_a_rule_that_crashes_half_way_takes_nothing_with_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        own = bind.BINDERS["statement"]

        def crash(rule: Rule, reading: Reading) -> Iterator[object]:
            yield from own(rule, reading)
            raise KeyError("gone")

        monkeypatch.setitem(bind.BINDERS, "statement", crash)  # type: ignore[arg-type]
        report = check_text(f"{WRONG}\n\nTests found that 31 of the 71 wells (47.3%) were dry.")
        assert "share-of-whole" in [one.rule for one in report.findings]
        assert {"rule percent-change failed: KeyError: 'gone'"} <= {fault.message for fault in report.faults}

    def test_an_ignored_rule_is_not_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def crash(rule: Rule, reading: Reading) -> Iterator[object]:
            raise RuntimeError("out of cheese")

        monkeypatch.setitem(bind.BINDERS, "share-of-whole", crash)  # type: ignore[arg-type]
        assert check_text(ARTICLE, config=Config(ignore=frozenset({"share-of-whole"}))).faults == ()


class TestDeterminism:
    def test_ten_runs_give_the_same_report(self) -> None:
        first = repr(check_text(ARTICLE, config=SHOWN))
        assert all(repr(check_text(ARTICLE, config=SHOWN)) == first for _ in range(9))

    def test_another_seed_of_hashes_gives_the_same_bytes(self, tmp_path: Path) -> None:
        (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
        outputs = {run(tmp_path, "article.txt", PYTHONHASHSEED=seed) for seed in ("0", "1", "4711")}
        assert len(outputs) == 1

    def test_the_order_of_files_changes_no_finding(self, tmp_path: Path) -> None:
        for name, text in (("a.txt", ARTICLE), ("b.txt", WRONG), ("c.txt", RIGHT)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        orders = (["a.txt", "b.txt", "c.txt"], ["c.txt", "a.txt", "b.txt"], ["b.txt", "c.txt", "a.txt"])
        found = [json.loads(run(tmp_path, *order)) for order in orders]
        keyed = [
            {path: [one for one in report["findings"] if one["path"] == path] for path in orders[0]} for report in found
        ]
        assert keyed[0] == keyed[1] == keyed[2]
        assert found[0]["summary"] == found[1]["summary"] == found[2]["summary"]


def run(folder: Path, *paths: str, **environment: str) -> bytes:
    """What the command prints as JSON, with all checks."""
    command = [sys.executable, "-m", "factcheck", "--format", "json", "--show-checks", *paths]
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        command, cwd=folder, capture_output=True, env={"PYTHONPATH": root, **environment}, check=False
    )
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


def test_a_normal_run_loads_no_compiler(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    check_text(ARTICLE)  # leaves the tables in the cache where a grammar was edited
    code = (
        "import sys; from factcheck.gather import check_paths; from factcheck.config import Config;"
        "report = check_paths(['article.txt'], stdin_name='-', as_of=None, config=Config());"
        "heavy = {'sympy', 'pint', 'lark', 'rich', 'tomllib', 'importlib.metadata', 'markdown_it', 'numpy'};"
        "print(len(report.findings), sorted(heavy & set(sys.modules)))"
    )
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, env=environment, check=False
    )
    assert done.stdout == f"{len(check_text(ARTICLE).findings)} []\n", done.stderr


def renamed(text: str, at: int) -> str:
    """The text with names that no other number gives."""
    mark = "".join("abcdefghij"[int(digit)] for digit in str(at))
    for name in ("Vale", "Moreau", "Adeyemi", "Lindqvist"):
        text = text.replace(name, name + mark)
    return text


def test_a_long_text_costs_no_more_than_its_length() -> None:
    def seconds(times: int) -> float:
        text = "\n".join(renamed(ARTICLE, at) for at in range(times))
        began = perf_counter()
        check_text(text)
        return perf_counter() - began

    seconds(1)
    short, long = (min(seconds(times) for _ in range(4)) for times in (5, 5 * SCALE))
    assert long < MOST * short


@pytest.mark.xfail(strict=True, reason="each share of a line carries all other cells, and lines have no most cells")
def test_one_long_sentence_costs_no_more_than_its_length() -> None:
    def seconds(times: int) -> float:
        text = "Ash " + " and ".join(f"won {at:,} votes (2.15%)" for at in range(1000, 1000 + times)) + "."
        began = perf_counter()
        check_text(text)
        return perf_counter() - began

    seconds(1)
    short, long = (min(seconds(times) for _ in range(4)) for times in (20, 20 * SCALE))
    assert long < MOST * short


def test_numbers_are_listed_in_their_order() -> None:
    numbers = numbers_of(parse_text("article.txt", ARTICLE))
    assert [number.start for number in numbers] == sorted(number.start for number in numbers)
    assert [number.text for number in numbers][:6] == ["712", "318", "44.7", "3 May 2012", "2nd", "2011"]


def test_rules_are_listed_by_group_and_name() -> None:
    rules = [(rule.group, rule.name) for rule in rule_table()]
    assert rules == sorted(rules)
    assert ("change", "percent-change") in rules


def test_a_document_is_checked_like_its_text() -> None:
    assert check_document(parse_text("<text>", ARTICLE)) == check_text(ARTICLE)


PIECES = st.sampled_from(
    ["Ash ", "Birch ", "12 ", "1,240 boats ", "48% ", "$3.5m ", "from ", "to ", "of ", "(", ") ", ", ", ". ", "\n\n",
     "rose ", "fell ", "and ", "which ", "the rest ", "a total of ", "made up of ", "one in five ", "turnout ",
     "31 June ", "Friday 3 May 2013 ", "respectively ", "registered voters ", "compared with ", "-", "–", "more than ",
     "0 ", "0% ", "- ", "# ", "%", "£", "99999999999999999999 ", "1e9 ", "¾ ", "\t", "：", "٣ "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_is_checked_without_a_fault(pieces: list[str]) -> None:
    text = "".join(pieces)
    for kind in ("txt", "md"):
        report = check_text(text, format=kind, config=SHOWN)
        assert report.faults == ()
        for finding in report.findings:
            for number in finding.numbers:
                assert text[number.start : number.end] == number.text
            for suggestion in finding.suggestions:
                assert all(0 <= edit.start <= edit.end <= len(text) for edit in suggestion.edits)
