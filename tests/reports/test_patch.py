"""Edits taken from a report, the text after them, and both as a patch."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings.edits import applied
from factcheck.findings.model import Edit, Finding, Report, Severity, Suggestion
from factcheck.reports.patch import chosen_edits, render_patch


def finding(*edits: Edit, path: str = "a.txt", notation: bool = False, second: Edit | None = None) -> Finding:
    """A finding with one suggestion of these edits, and perhaps another."""
    offered = [Suggestion("so", edits, notation=notation)] if edits else []
    offered += [Suggestion("or so", (second,))] if second else []
    return Finding("turnout", "elections", Severity.ERROR, "m", path, 0, 1, "", (), (), suggestions=tuple(offered))


class TestChosen:
    def test_the_first_suggestion_of_each_finding_in_the_order_of_the_text(self) -> None:
        later, earlier = Edit(9, 10, "b"), Edit(1, 2, "a")
        findings = [finding(later, second=Edit(20, 21, "c")), finding(), finding(earlier)]
        assert chosen_edits(findings, notation=False) == [earlier, later]

    def test_what_overlaps_or_touches_an_earlier_one_is_left_as_a_whole(self) -> None:
        findings = [finding(Edit(5, 9, "a")), finding(Edit(9, 12, "b"), Edit(20, 21, "c")), finding(Edit(30, 31, "d"))]
        assert chosen_edits(findings, notation=False) == [Edit(5, 9, "a"), Edit(30, 31, "d")]

    def test_the_same_edit_is_made_once(self) -> None:
        assert chosen_edits([finding(Edit(5, 9, "a")), finding(Edit(5, 9, "a"))], notation=False) == [Edit(5, 9, "a")]

    def test_only_words_left_out(self) -> None:
        word, digit = Edit(3, 3, "m"), Edit(8, 9, "7")
        assert chosen_edits([finding(word, notation=True), finding(digit)], notation=True) == [word]


def test_edits_are_made_at_their_places() -> None:
    assert applied("from 5 to 7", [Edit(10, 11, "seventy"), Edit(5, 6, "")]) == "from  to seventy"
    assert applied("as it is", []) == "as it is"


@given(st.text("ab1\r\n", max_size=30), st.data())
def test_what_is_not_edited_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert applied(text, [Edit(start, end, "X")]) == f"{text[:start]}X{text[end:]}"


class TestPatch:
    TEXT = "Head\n\nCosts rose 30% from 80 to 100.\nEnd"

    def report(self, text: str, bom: int = 0, path: str = "a.txt") -> Report:
        at = text.index("30")
        boms = {path: bom} if bom else {}
        return Report((finding(Edit(at, at + 2, "25"), path=path),), texts={path: text}, boms=boms)

    def test_one_hunk(self) -> None:
        assert render_patch(self.report(self.TEXT)) == (
            "--- a.txt\n+++ a.txt\n@@ -1,4 +1,4 @@\n Head\n \n"
            "-Costs rose 30% from 80 to 100.\n+Costs rose 25% from 80 to 100.\n End\n\\ No newline at end of file\n"
        )

    def test_nothing_to_suggest_is_no_patch(self) -> None:
        assert render_patch(Report((finding(),), texts={"a.txt": "A text."})) == ""
        assert render_patch(self.report(self.TEXT), notation=True) == ""

    def test_a_file_is_told_once(self) -> None:
        one, other = Edit(0, 1, "X"), Edit(5, 6, "Y")
        patch = render_patch(Report((finding(one), finding(other)), texts={"a.txt": "a b c d e\n"}))
        assert patch.count("--- a.txt") == 1
        assert "+X b cYd e\n" in patch

    @pytest.mark.skipif(which("patch") is None, reason="no patch program")
    @pytest.mark.parametrize(
        ("text", "mark"),
        [
            (TEXT, b""),
            (TEXT + "\n", b""),
            (TEXT.replace("\n", "\r\n"), b"\xef\xbb\xbf"),
            (TEXT.replace("Head", "Tête à tête – 30 000 €"), b""),
            ("30%", b"\xef\xbb\xbf"),
        ],
    )
    def test_it_applies(self, tmp_path: Path, text: str, mark: bytes) -> None:
        file = tmp_path / "a.txt"
        file.write_bytes(mark + text.encode())
        patch = render_patch(self.report(text, bom=len(mark)))
        subprocess.run(
            ["patch", "-p0", "--binary", "a.txt"], cwd=tmp_path, input=patch.encode(), check=True, capture_output=True
        )
        assert file.read_bytes() == mark + text.replace("30", "25", 1).encode()
