"""`python -m tools.compare FOLDER --base COMMIT`: what a change does to the findings and relations of real texts.

Both versions check every text of a folder. Printed are figures for each (findings per 100 texts, holding relations per
1,000 words by rule, faults), then every finding and every holding relation that appeared, vanished or changed, by rule,
with its sentence. Two runs over the same texts and commits print the same.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from factcheck.documents.load import DocumentError, load_document
from factcheck.reports.excerpt import Mark, excerpt
from tools.versions import (
    WORKING_TREE,
    Item,
    Outcome,
    VersionError,
    checkout,
    commit_name,
    outcome_of,
    texts_in,
)

__all__ = ["Change", "changes", "holding_changes", "main", "render"]

_HOLDS = {"verdict": "consistent"}
_SIGNS = {"appeared": "+", "vanished": "-", "changed": "~"}
_SEVERITIES = ("error", "warning", "note")
_WIDTH = 110

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in one version alone, or differs between the two."""

    before: Item | None
    after: Item | None

    @property
    def kind(self) -> str:
        """appeared, vanished or changed"""
        if self.before is None:
            return "appeared"
        return "vanished" if self.after is None else "changed"

    @property
    def item(self) -> Item:
        """The newer of the two."""
        item = self.after or self.before
        assert item is not None
        return item


def changes(base: Iterable[Item], head: Iterable[Item]) -> list[Change]:
    """Every difference between the findings of two versions, by rule and place.

    A finding that vanished where another appeared about two or more of its numbers, or its only one, has changed.
    """
    old, new = {item.key: item for item in base}, {item.key: item for item in head}
    changed = [Change(old[key], new[key]) for key in old.keys() & new.keys() if old[key].said != new[key].said]
    vanished = sorted((old[key] for key in old.keys() - new.keys()), key=lambda item: item.key)
    appeared = {key: new[key] for key in sorted(new.keys() - old.keys())}
    for item in vanished:
        heir = next((other for other in appeared.values() if _about_the_same(item, other)), None)
        if heir is not None:
            del appeared[heir.key]
        changed.append(Change(item, heir))
    return _ordered([*changed, *(Change(None, item) for item in appeared.values())])


def holding_changes(base: Iterable[Item], head: Iterable[Item]) -> list[Change]:
    """Every relation that holds in one of two versions and not in the other, by rule and place."""
    old, new = _verdicts(base), _verdicts(head)
    found = []
    for key in old.keys() | new.keys():
        before, after = old.get(key), new.get(key)
        held = [item is not None and item.said == _HOLDS for item in (before, after)]
        if held[0] != held[1]:
            found.append(Change(before, after))
    return _ordered(found)


def _about_the_same(one: Item, other: Item) -> bool:
    shared = set(one.starts) & set(other.starts)
    return one.path == other.path and len(shared) >= min(2, len(one.starts), len(other.starts))


def _verdicts(relations: Iterable[Item]) -> dict[tuple[str, str, tuple[int, ...]], Item]:
    """Relations by key; where one is bound twice it counts as holding if it does so once."""
    found: dict[tuple[str, str, tuple[int, ...]], Item] = {}
    for item in relations:
        if item.key not in found or item.said == _HOLDS:
            found[item.key] = item
    return found


def _ordered(found: Iterable[Change]) -> list[Change]:
    return sorted(found, key=lambda change: (change.item.rule, change.kind, change.item.key))


def render(base: Outcome, head: Outcome, texts: Texts, *, most: int = 0) -> str:
    """The whole comparison as text; at most `most` places of each rule and kind are printed, 0 for all of them."""
    lines = [
        *_summary(base, head, texts),
        *_section("Findings", changes(base.findings, head.findings), texts, most),
        *_section("Holding relations", holding_changes(base.relations, head.relations), texts, most),
        *_fault_lines(base, head),
    ]
    return "\n".join(lines) + "\n"


def _summary(base: Outcome, head: Outcome, texts: Texts) -> Iterator[str]:
    words = sum(len(text.split()) for text in texts.values())
    yield f"{len(texts):,} texts, {words:,} words"
    yield ""
    yield f"{'':<42}{'base':>10}{'head':>10}{'change':>10}"
    findings = [_by(outcome.findings, "severity") for outcome in (base, head)]
    loud = [sum(count[severity] for severity in ("error", "warning")) for count in findings]
    yield _row("findings per 100 texts (errors, warnings)", loud, 100, len(texts))
    for severity in _SEVERITIES:
        yield _row(f"  {severity}s per 100 texts", [count[severity] for count in findings], 100, len(texts))
    yield _row("faults", [len(outcome.faults) for outcome in (base, head)], 1, 1, places=0)
    holding = [_holding(outcome) for outcome in (base, head)]
    yield _row("holding relations per 1,000 words", [rules.total() for rules in holding], 1000, words, places=3)
    for rule in sorted(holding[0] | holding[1]):
        yield _row(f"  {rule}", [rules[rule] for rules in holding], 1000, words, places=3)


def _by(items: Iterable[Item], label: str) -> Counter[str]:
    return Counter(item.said[label] for item in items)


def _holding(outcome: Outcome) -> Counter[str]:
    return Counter(item.rule for item in _verdicts(outcome.relations).values() if item.said == _HOLDS)


def _row(label: str, counts: Sequence[int], per: int, of: int, *, places: int = 2) -> str:
    before, after = (per * count / max(of, 1) for count in counts)
    change = f"{after - before:+.{places}f}" if counts[0] != counts[1] else "="
    return f"{label:<42}{before:>10.{places}f}{after:>10.{places}f}{change:>10}"


def _section(title: str, found: Sequence[Change], texts: Texts, most: int) -> Iterator[str]:
    yield ""
    yield f"## {title}: {_tally(found)}"
    for rule in dict.fromkeys(change.item.rule for change in found):
        of_rule = [change for change in found if change.item.rule == rule]
        yield ""
        yield f"### {rule}: {_tally(of_rule)}"
        for kind in _SIGNS:
            of_kind = [change for change in of_rule if change.kind == kind]
            shown = of_kind[:most] if most else of_kind
            for change in shown:
                yield from _change(change, texts)
            if len(shown) < len(of_kind):
                yield f"  … and {len(of_kind) - len(shown)} more {kind}"


def _tally(found: Sequence[Change]) -> str:
    counts = Counter(change.kind for change in found)
    return ", ".join(f"{counts[kind]} {kind}" for kind in _SIGNS if counts[kind]) or "no difference"


def _change(change: Change, texts: Texts) -> Iterator[str]:
    item = change.item
    text = texts.get(item.path, "")
    start = min(item.starts, default=0)
    yield f"{_SIGNS[change.kind]} {item.path}:{text.count(chr(10), 0, start) + 1} {_said(change)}"
    marks = [Mark(start, end, "^" if claim else "~") for start, end, claim in item.places if end <= len(text)]
    for row in excerpt(text, marks, width=_WIDTH):
        yield f"    {row.text}"
        if row.marks:
            yield f"    {row.marks}"


def _said(change: Change) -> str:
    if change.before is None or change.after is None:
        return "; ".join(f"{label}: {value}" for label, value in change.item.said.items() if value)
    before, after = ({"rule": item.rule, **item.said} for item in (change.before, change.after))
    differ = [label for label in after if before[label] != after[label]]
    moved = "" if change.before.starts == change.after.starts else "other numbers; "
    return moved + "; ".join(f"{label}: {before[label] or 'none'} -> {after[label] or 'none'}" for label in differ)


def _fault_lines(base: Outcome, head: Outcome) -> Iterator[str]:
    for label, outcome, other in (("base", base, head), ("head", head, base)):
        alone = sorted(set(outcome.faults) - set(other.faults))
        if alone:
            yield ""
            yield f"## Faults of {label} alone"
            yield from (f"{path}: {message}" for path, message in alone)


def _text_of(path: Path) -> str:
    try:
        return load_document(str(path)).text
    except DocumentError:
        return ""


def main(args: Sequence[str], *, repository: Path | None = None) -> int:
    """Run the comparison; 0 where both versions could be run, 2 where one is not to be had."""
    options = _parser().parse_args(args)
    repository = repository or Path(__file__).resolve().parent.parent
    names = texts_in(options.folder, options.suffix.split(","))
    versions = (options.base, options.head)
    try:
        title = " -> ".join(commit_name(repository, version) for version in versions)
        with ExitStack() as stack, ThreadPoolExecutor(2) as workers:
            trees = [stack.enter_context(checkout(repository, version)) for version in versions]
            base, head = workers.map(lambda tree: outcome_of(tree, options.folder, names), trees)
    except VersionError as error:
        print(f"compare: {error}", file=sys.stderr)
        return 2
    texts = {name: _text_of(options.folder / name) for name in names}
    result = f"# {title}\n\n{render(base, head, texts, most=options.most)}"
    if options.out is None:
        sys.stdout.write(result)
    else:
        options.out.write_text(result, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.compare", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="texts to check, in it and the folders under it")
    parser.add_argument("--base", required=True, metavar="COMMIT")
    parser.add_argument("--head", default=WORKING_TREE, metavar="COMMIT", help="default: the working tree")
    parser.add_argument("--suffix", default=".txt,.md", help="endings of the texts, with commas (default: .txt,.md)")
    parser.add_argument("--most", type=int, default=0, help="places to print of each rule and kind (default: all)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
