"""Every rule's own examples: the good ones are silent, the bad ones give one finding at the marked places.

Under a line of a bad example carets mark the claim (each claim, where it takes a list), tildes the other numbers; a
mark may take in the signs beside a numeral ("$80m", "30%"). A line "= text" asserts the message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from factcheck.check import check_text
from factcheck.findings.model import Finding
from factcheck.relations.rules import Rule, load_rules

_MARKS = re.compile(r"[\s^~]*[\^~][\s^~]*")
_RUN = re.compile(r"\^+|~+")
_SIGNS = re.compile(r"[^\w\s]*|[A-Z]{1,3}\$")  # what a mark may take in beside the number itself

RULES = load_rules()


@dataclass(frozen=True, slots=True)
class Example:
    """A bad example without its marks; spans are half-open code points of `text`."""

    text: str
    claims: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...]
    message: str | None


def read_example(example: str) -> Example:
    lines: list[str] = []
    spans: dict[str, list[tuple[int, int]]] = {"^": [], "~": []}
    message = None
    for line in example.splitlines():
        if line.startswith("= "):
            message = line.removeprefix("= ")
        elif _MARKS.fullmatch(line):
            above = sum(len(earlier) + 1 for earlier in lines[:-1])
            for run in _RUN.finditer(line):
                spans[run[0][0]].append((above + run.start(), above + run.end()))
        else:
            lines.append(line)
    return Example("\n".join(lines), tuple(spans["^"]), tuple(spans["~"]), message)


def examples(sort: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{name}-{sort}-{at}")
        for name, rule in RULES.items()
        for at, example in enumerate(getattr(rule, sort))
    ]


def stands_for(text: str, mark: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether the mark is the number's span, give or take the signs beside the numeral."""
    before, after = text[mark[0] : number[0]], text[number[1] : mark[1]]
    inside = mark[0] <= number[0] and number[1] <= mark[1]
    return inside and all(_SIGNS.fullmatch(rest) is not None for rest in (before, after))


def matching(finding: Finding, example: Example) -> dict[tuple[int, int], tuple[int, int] | None]:
    """The number of the finding that each mark stands for."""
    numbers = [(number.start, number.end) for number in finding.numbers]
    return {
        mark: next((number for number in numbers if stands_for(example.text, mark, number)), None)
        for mark in (*example.claims, *example.others)
    }


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_a_good_example_is_silent(rule: Rule, example: str) -> None:
    found = check_text(example).findings
    assert [(finding.rule, finding.message) for finding in found] == [], rule.name


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_bad_example_gives_one_finding_at_its_marks(rule: Rule, example: str) -> None:
    bad = read_example(example)
    found = check_text(bad.text).findings
    assert [finding.rule for finding in found] == [rule.name]
    (finding,) = found
    marked = matching(finding, bad)
    assert None not in marked.values(), "a marked number is missing from the finding"
    assert len(set(marked.values())) == len(finding.numbers), "the finding names a number that has no mark"
    assert any(stands_for(bad.text, claim, (finding.start, finding.end)) for claim in bad.claims) or (
        finding.start >= bad.claims[0][0] and finding.end <= bad.claims[-1][1]
    )
    if bad.message is not None:
        assert finding.message == bad.message


@pytest.mark.parametrize("rule", [pytest.param(rule, id=name) for name, rule in RULES.items()])
def test_a_rule_is_worth_reading(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary
    assert len(rule.why.split()) >= 6
    assert len(set(rule.good)) == len(rule.good)
    assert len(set(rule.bad)) == len(rule.bad)


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_marks_lie_under_numbers_and_words(rule: Rule, example: str) -> None:
    bad = read_example(example)
    for start, end in (*bad.claims, *bad.others):
        assert bad.text[start:end] == bad.text[start:end].strip() != "", rule.name
        assert re.search(r"\w", bad.text[start:end]), rule.name
        assert not bad.text[start - 1 : start].isalnum(), rule.name
        assert not bad.text[end : end + 1].isdigit(), rule.name


def test_an_example_is_read_with_its_marks() -> None:
    example = read_example("Costs rose 30%\n           ^^^\nfrom $80m.\n     ~~~~\n= not 30%")
    assert example.text == "Costs rose 30%\nfrom $80m."
    assert [example.text[a:b] for a, b in example.claims] == ["30%"]
    assert [example.text[a:b] for a, b in example.others] == ["$80m"]
    assert example.message == "not 30%"
