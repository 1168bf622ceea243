"""Lives, anniversaries and returns told over sentences."""

from __future__ import annotations

import pytest

from factcheck import check_text

_BORN = "Geologist Wen Frayne has died. Born in Velle on 9 May 1938, he was the youngest of seven. He held 16 patents. "


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (_BORN + "Frayne, whose death on 2 February 2024 was announced by his firm, was 86.", ["age"]),
        (_BORN + "Frayne, whose death on 2 February 2024 was announced by his firm, was 85.", []),
        ("Ash was born in 1938. He was 18 when he left for Velle. He died in 2024.", []),
        ("The museum was opened in June 1935 and has 40 rooms. Its centenary falls in June 2025.", ["anniversary"]),
        ("The museum was opened in June 1925 and has 40 rooms. Its centenary falls in June 2025.", []),
        ("The museum was founded in 1935. Its rival marks its centenary in 2025.", []),
        ("The comet was last seen in 1883. It comes by every 71 years, and was missed in 1945.", ["recurrence"]),
        ("The comet was last seen in 1883. It comes by every 71 years, and was missed in 1954.", []),
    ],
)
def test_told_over_sentences(text: str, rules: list[str]) -> None:
    assert [finding.rule for finding in check_text(text).findings] == rules
