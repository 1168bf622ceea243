"""One figure said again among the same words."""

from __future__ import annotations

import pytest

from factcheck.check import check_text
from factcheck.relations.model import Licence
from tests.relations.binding import bound, only

RULE = "restated-value"


def test_a_share_told_again_confirms_both_places() -> None:
    text = "Ferry fares rose 4.3% in May. The council met twice. It blamed fuel for the 4.3% that ferry fares rose."
    constraint = only(RULE, text)
    assert constraint.licence is Licence.NOUN
    assert [text[q.start : q.end] for _, q in constraint.quantities()] == ["4.3", "4.3"]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry fares rose 4.3% in May. The council met twice. It blamed fuel for the 4.2% that ferry fares rose.",
        "Ferry fares rose 4.3% in May. The share of women on the council was 4.3%.",
        "Ferry fares rose 4.3% in 2011. Ferry fares rose 4.3% in 2012.",
        "Ferry fares rose 4% in May. The council said that ferry fares rose 4%.",
        "Ferry fares rose about 4.3% in May. Ferry fares rose about 4.3% on the coast.",
        "Among men ferry use rose 4.3% in May. Among women ferry use rose 4.3%.",
    ],
)
def test_another_figure_or_another_thing(text: str) -> None:
    assert bound(RULE, text) == []
    assert check_text(text).findings == ()
