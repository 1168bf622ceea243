"""The benchmark measures what it says: medians, bytes, ten times the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.speed import Timing, growth, main, throughput, timed


def test_the_median_and_the_spread() -> None:
    timing = Timing((0.5, 0.25, 0.75))
    assert (timing.median, timing.spread) == (0.5, 0.5)


def test_the_first_run_is_not_timed() -> None:
    done: list[int] = []
    assert len(timed(lambda: done.append(0), 3).seconds) == 3
    assert len(done) == 4


def test_bytes_are_those_of_utf_8_and_unreadable_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("£5", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    size, timing = throughput([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "gone.txt"], 1)
    assert (size, len(timing.seconds)) == (3e-6, 1)


def test_the_longer_text_is_ten_times_as_long_and_no_name_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    monkeypatch.setattr(speed, "_checked", checked.append)
    growth("Marlow has 12 looms.", 1)
    short, _, long, _ = checked
    assert short == "Marlow has 12 looms."
    copies = long.split("\n\n")
    assert copies[0] == "Marlowa has 12 looms."
    assert len(set(copies)) == 10


def test_a_line_for_each_measurement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Of the 48 looms, 12 (25%) stood still.\n", encoding="utf-8")
    assert main([str(tmp_path), "--runs", "1", "--article", str(tmp_path / "a.txt")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition("  ")[0].strip() or line.strip().partition("  ")[0] for line in lines] == [
        "start-up, one article",
        "baseline: import typer, lark",
        "throughput, 1 texts, 0.00 MB",
        "a text of 20,000 characters",
        "10 times as long",
    ]
    assert all(" ms (spread " in line for line in lines)
    assert lines[0].endswith(" times the baseline")
    assert lines[2].endswith(" MB/s")
    assert lines[4].endswith(" times")
