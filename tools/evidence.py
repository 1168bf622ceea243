"""`python -m tools.evidence FOLDER`: what coincidence is worth, and what the thresholds cost and give, on real texts.

Prints Markdown tables for docs/evidence.md: how often relations hold in the texts against random digits, or with
--thresholds what moving each threshold does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from factcheck.documents.load import DocumentError, load_document
from factcheck.documents.model import Document
from factcheck.facts.resolve import resolve_facts
from tools.coincidence import Tables, candidates, coincidence_table, measure
from tools.thresholds import THRESHOLDS, planted, read, slips_in, threshold_table

__all__ = ["main"]

_FORMS = {"sum": "Sums", "share": "Shares", "change": "Changes in percent"}


def _documents(folder: Path, suffix: str) -> list[Document]:
    found = []
    for path in sorted(folder.rglob(f"*{suffix}")):
        try:
            found.append(load_document(str(path)))
        except DocumentError as error:
            print(f"evidence: {error}", file=sys.stderr)
    return found


def _coincidence(documents: Sequence[Document]) -> Iterator[str]:
    tables, chance = Tables(), Random(0)
    for document in documents:
        measure(candidates(resolve_facts(document)), tables, chance)
    for form, heading in _FORMS.items():
        yield from ("", f"### {heading}", "", *coincidence_table(form, tables))


def main(args: Sequence[str]) -> int:
    """Print the tables; 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.evidence", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="texts, in it and the folders under it")
    parser.add_argument("--suffix", default=".txt")
    parser.add_argument("--thresholds", action="store_true", help="move each threshold in turn; takes minutes")
    parser.add_argument(
        "--only", action="append", choices=[t.name for t in THRESHOLDS], help="move this threshold alone"
    )
    parser.add_argument("--slips", type=int, default=1000, help="how many changed digits to try")
    options = parser.parse_args(args)
    documents = _documents(options.folder, options.suffix)
    print(f"{len(documents):,} texts, {sum(len(document.text.split()) for document in documents):,} words")
    lines = _coincidence(documents)
    if options.thresholds:
        slips = slips_in(documents, options.slips, Random(0))
        texts = [read(document) for document in documents]
        wanted = [threshold for threshold in THRESHOLDS if not options.only or threshold.name in options.only]
        lines = threshold_table(texts, [(read(planted(slip)), slip.start) for slip in slips], wanted)
    for line in lines:
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
