"""What the rules say: a list of all, and one explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import Protocol

__all__ = ["RuleText", "render_explanation", "render_rules"]

_WIDTH = 100


class RuleText(Protocol):
    """What a rule tells a reader. The lines under a bad example mark its numbers."""

    @property
    def name(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def equation(self) -> str: ...
    @property
    def good(self) -> Sequence[str]: ...
    @property
    def bad(self) -> Sequence[str]: ...


def render_rules(rules: Iterable[RuleText]) -> str:
    """A row a rule: name, group, severity, summary; sorted by group and name; ends with a line end."""
    rows = sorted(
        ((rule.name, rule.group, str(rule.severity), rule.summary) for rule in rules), key=lambda r: (r[1], r[0])
    )
    widths = [max((len(row[at]) for row in rows), default=0) for at in range(3)]
    lines = ("  ".join([*map(str.ljust, row, widths), row[3]]) for row in rows)
    return "".join(f"{line}\n" for line in lines)


def render_explanation(rule: RuleText) -> str:
    """Summary, reason, equation and examples of one rule; ends with a line end."""
    return "\n".join(_explained(rule)) + "\n"


def _explained(rule: RuleText) -> Iterator[str]:
    yield f"{rule.name} ({rule.group}, {rule.severity})"
    yield ""
    yield fill(rule.summary, _WIDTH)
    if rule.why:
        yield ""
        yield fill(" ".join(rule.why.split()), _WIDTH)
    if rule.equation:
        yield ""
        yield f"    {rule.equation}"
    yield from _examples("Reported:", rule.bad)
    yield from _examples("Not reported:", rule.good)
    yield ""
    yield f"Where a number is meant as it stands: --ignore {rule.name}, or [sic] after it."


def _examples(heading: str, examples: Sequence[str]) -> Iterator[str]:
    if not examples:
        return
    yield ""
    yield heading
    for example in examples:
        yield ""
        yield from (f"    {line}".rstrip() for line in example.strip("\n").splitlines())
