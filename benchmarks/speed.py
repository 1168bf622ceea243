"""`python -m benchmarks.speed FOLDER`: what a run costs, in medians.

Start-up: checking one article, in a process of its own, against `python -c "import typer, lark"`. Throughput: the texts
of FOLDER checked in one process on one core, in MB of UTF-8 a second. Growth: a text ten times as long, in times.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from factcheck.check import check_document
from factcheck.documents.load import DocumentError, load_document, parse_document
from factcheck.documents.model import Document

__all__ = ["Timing", "growth", "main", "start_up", "throughput", "timed"]

ROOT = Path(__file__).resolve().parent.parent
TIMES = 10
_ARTICLE = ROOT / "fixtures" / "election-night.txt"
_GROWN = 20_000  # characters of the text that is then taken ten times
_BASELINE = ("-c", "import typer, lark")
_LETTERS = "abcdefghij"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each run of one thing."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of all runs, in seconds."""
        return median(self.seconds)

    @property
    def spread(self) -> float:
        """From the fastest to the slowest run, in seconds."""
        return max(self.seconds) - min(self.seconds)


def timed(work: Callable[[], object], runs: int) -> Timing:
    """`work` done once to warm up and then timed `runs` times."""
    work()
    seconds = []
    for _ in range(runs):
        began = perf_counter()
        work()
        seconds.append(perf_counter() - began)
    return Timing(tuple(seconds))


def start_up(article: Path, runs: int) -> tuple[Timing, Timing]:
    """Checking `article` in a fresh process, and a fresh process that imports typer and lark."""
    return timed(lambda: _process("-m", "factcheck", str(article)), runs), timed(lambda: _process(*_BASELINE), runs)


def _process(*args: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled once
    subprocess.run([sys.executable, *args], env=environment, stdout=subprocess.DEVNULL, check=False, cwd=ROOT)


def throughput(paths: Sequence[Path], runs: int) -> tuple[float, Timing]:
    """MB of UTF-8 in all of `paths`, and the time to read and check them one after the other; unreadable ones count
    for nothing."""

    def work() -> None:
        for path in paths:
            document = _document(path)
            if document is not None:
                check_document(document)

    documents = map(_document, paths)
    size = sum(len(document.text.encode("utf-8", "replace")) for document in documents if document is not None)
    return size / 1e6, timed(work, runs)


def growth(text: str, runs: int) -> tuple[Timing, Timing]:
    """The time to check a text, and one ten times as long in which no name comes back."""
    return timed(lambda: _checked(text), runs), timed(lambda: _checked(_tenfold(text)), runs)


def _tenfold(text: str) -> str:
    """Ten copies whose capitalised words differ, as one and the same copy would be ten tellings of each fact."""
    return "\n\n".join(_renamed(text, letter) for letter in _LETTERS[:TIMES])


def _renamed(text: str, letter: str) -> str:
    return " ".join(f"{word}{letter}" if word.isalpha() and word[0].isupper() else word for word in text.split(" "))


def _checked(text: str) -> None:
    check_document(parse_document("article.txt", text))


def _document(path: Path) -> Document | None:
    try:
        return load_document(str(path))
    except DocumentError:
        return None


def _joined(paths: Sequence[Path]) -> str:
    """Texts one after the other, up to the length that is then taken ten times."""
    parts: list[str] = []
    for path in paths:
        document = _document(path)
        if document is not None:
            parts.append(document.text)
        if sum(map(len, parts)) >= _GROWN:
            break
    return "\n\n".join(parts)[:_GROWN]


def main(args: Sequence[str]) -> int:
    """Print a line for each measurement; 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="texts, in it and the folders under it")
    parser.add_argument("--article", type=Path, default=_ARTICLE, help="the article of the start-up")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--suffix", default=".txt")
    options = parser.parse_args(args)
    paths = sorted(path for path in options.folder.rglob(f"*{options.suffix}") if path.is_file())
    article, baseline = start_up(options.article, options.runs)
    _line("start-up, one article", article, f"{article.median / baseline.median:.2f} times the baseline")
    _line("  baseline: import typer, lark", baseline, "")
    size, every = throughput(paths, max(1, options.runs // 3))
    _line(f"throughput, {len(paths):,} texts, {size:.2f} MB", every, f"{size / every.median:.2f} MB/s")
    short, long = growth(_joined(paths), max(1, options.runs // 3))
    _line(f"a text of {_GROWN:,} characters", short, "")
    _line(f"  {TIMES} times as long", long, f"{long.median / short.median:.1f} times")
    return 0


def _line(label: str, timing: Timing, result: str) -> None:
    milliseconds = f"{1000 * timing.median:,.1f} ms (spread {1000 * timing.spread:,.1f})"
    sys.stdout.write(f"{label:<44}{milliseconds:>32}  {result}".rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
