"""`python -m tools.docs [--check]`: write, or verify, docs/rules.md, which is made from the rule files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from factcheck.relations.rules import Rule, load_rules

__all__ = ["main", "render_rules_page"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"

_HEAD = """\
# Rules

<!-- Made from the files under rules/ by `python -m tools.docs`; edit those, not this page. -->

What each rule holds to be true, with examples that are tested word for word. Under an example that is reported, carets
mark the claim and tildes the numbers that it is held against; a line that begins with `=` is the message.

In an equation 30% is 3/10 and 50 basis points are 1/200. A number stands for every value that could be printed so:
"4.6 million" for all from 4,550,000 to 4,650,000; hedges widen or bound it. A relation fails only where no such values
fit. `--ignore NAME` leaves out a rule or a whole group, `[sic]` after a number accepts what is said of it.
"""


def render_rules_page(rules: Iterable[Rule]) -> str:
    """The page on all rules, sorted by group and name: a table of them, then a section each; ends with a line end."""
    ordered = sorted(rules, key=lambda rule: (rule.group, rule.name))
    parts = [_HEAD, _table(ordered)]
    for group, members in groupby(ordered, key=lambda rule: rule.group):
        parts.append(f"## {group}\n")
        parts.extend("\n".join(_section(rule)) + "\n" for rule in members)
    return "\n".join(parts)


def _table(rules: Sequence[Rule]) -> str:
    rows = (f"| [{rule.name}](#{rule.name}) | {rule.group} | {rule.severity} | {rule.summary} |" for rule in rules)
    return "\n".join(["| rule | group | at most | what must hold |", "|---|---|---|---|", *rows]) + "\n"


def _section(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}"
    yield ""
    yield rule.summary
    if rule.why:
        yield ""
        yield " ".join(rule.why.split())
    if rule.equation:
        yield ""
        yield f"    {rule.equation}"
    yield from _examples("Reported:", rule.bad)
    yield from _examples("Not reported:", rule.good)


def _examples(heading: str, examples: Sequence[str]) -> Iterator[str]:
    if not examples:
        return
    yield ""
    yield heading
    for example in examples:
        fence = "```"
        while fence in example:
            fence += "`"
        yield ""
        yield f"{fence}text"
        yield from (line.rstrip() for line in example.strip("\n").splitlines())
        yield fence


def main(args: Sequence[str], *, page: Path = PAGE) -> int:
    """Write the page, or with --check say whether it is stale; 0 all is well, 1 it is stale, 2 a wrong argument."""
    if list(args) not in ([], ["--check"]):
        print("usage: python -m tools.docs [--check]", file=sys.stderr)
        return 2
    wanted = render_rules_page(load_rules().values())
    if page.is_file() and page.read_text(encoding="utf-8") == wanted:
        return 0
    if args:
        print(f"docs/{page.name} is stale: run `python -m tools.docs`", file=sys.stderr)
        return 1
    page.parent.mkdir(exist_ok=True)
    page.write_text(wanted, encoding="utf-8", newline="\n")
    print(f"docs/{page.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
