"""Sentences without a number that make a claim about those beside them."""

from __future__ import annotations

from factcheck import check_text


def test_a_place_in_a_sentence_without_a_number() -> None:
    """ "Holm, the largest" is judged by the row of the sentence before."""
    row = "Holm has 3,000 boats, Osterby 5,200 and Cole 1,700. "
    found = check_text(row + "Holm, the largest, is closing.").findings
    assert [finding.rule for finding in found] == ["extreme"]
    assert not check_text(row + "Osterby, the largest, is closing.").findings
