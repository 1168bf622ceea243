"""Messages: the rule's sentence with the numbers put in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.findings.wording import message_of
from tests.relations.binding import evaluated


def said(rule: str, text: str, template: str, **extra: str) -> str:
    """The message of a rule's one relation in a text, with another template."""
    (one,) = evaluated(rule, text)
    constraint = replace(one.constraint, rule=replace(one.constraint.rule, message=template), variant="")
    return message_of(replace(one, constraint=constraint), text, extra)


SHARE = "Tests found that 31 of about 71 wells (57.3%) were dry."
PARTS = "The fund holds £12bn, made up of £5.7bn for roads and £5.3bn for rail."


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{part} of {whole}", "31 of about 71"),
        ("{share}", "57.3%"),
        ("{computed.share}, not {share}", "43.7%, not 57.3%"),
        ("{computed.part} of {whole}", "41 of about 71"),
        ("no placeholder", "no placeholder"),
    ],
)
def test_numbers_are_said_as_printed_and_computed_ones_in_their_notation(template: str, expected: str) -> None:
    assert said("share-of-whole", SHARE, template) == expected


def test_a_list_is_added_up() -> None:
    assert (
        said("parts-total", PARTS, "{parts} is {computed.whole}, not {whole}") == "£5.7bn + £5.3bn is £11bn, not £12bn"
    )


def test_words_of_the_statement_and_of_the_caller() -> None:
    text = "The rate of theft rose to 4.1% from 4.6%."
    assert said("direction", text, "“{direction}”: {before} to {after}") == "“rose”: 4.6% to 4.1%"
    assert said("direction", text, "{direction} {thing}", thing="of late") == "rose of late"
    assert said("direction", text, "{before}", before="what was") == "what was"


def test_a_placeholder_that_nothing_fills_is_not_met_by_a_reader() -> None:
    assert said("share-of-whole", SHARE, "{part} {nothing} of {whole}") == "31 of about 71"


def test_the_variant_picks_the_wording() -> None:
    text = "There are 41,250 registered voters, and turnout was 72%. Ash won 15,100 votes (36.6% of the votes cast)."
    (one,) = evaluated("turnout", text)
    assert one.constraint.variant == "registered"
    extra = {**one.constraint.rule.extra, "message-registered": "{votes} is {share} of {registered}"}
    constraint = replace(one.constraint, rule=replace(one.constraint.rule, extra=extra))
    assert message_of(replace(one, constraint=constraint), text, {}) == "15,100 is 36.6% of 41,250"
