"""Repairs tried out: the whole text is checked again with each, and one that adds a finding is not offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from factcheck.findings.edits import applied
from factcheck.findings.model import Finding, Suggestion

__all__ = ["without_harm"]

MOST_READ = 150_000  # characters of one document that are read again; beyond them the repairs stand as they are

_SHARED = 2  # numbers that a finding told anew shares with itself
Key = tuple[str, frozenset[int]]  # rule, and where its numbers start in the text before the repair


def without_harm(findings: Sequence[Finding], text: str, again: Callable[[str], Sequence[Finding]]) -> list[Finding]:
    """The findings with those of their suggestions that mend them and add no other.

    `again` gives the findings of an edited text. The first suggestion of every finding is tried before a second.
    """
    kept: list[list[Suggestion]] = [[] for _ in findings]
    read = 0
    for rank in range(max((len(finding.suggestions) for finding in findings), default=0)):
        for at, finding in enumerate(findings):
            for suggestion in finding.suggestions[rank : rank + 1]:
                read += len(text)
                if read > MOST_READ or _mends(finding, suggestion, findings, again(applied(text, suggestion.edits))):
                    kept[at].append(suggestion)
    return [
        replace(finding, suggestions=tuple(suggestions)) for finding, suggestions in zip(findings, kept, strict=True)
    ]


def _mends(finding: Finding, suggestion: Suggestion, findings: Iterable[Finding], left: Iterable[Finding]) -> bool:
    """Whether each finding that is left is another one, told by the same numbers or by some of them."""
    unmet = [_key(other) for other in findings if other is not finding]
    known = frozenset(unmet)
    for rule, numbers in sorted((_key(other, suggestion) for other in left), key=lambda key: key not in known):
        same = [key for key in unmet if key[0] == rule and len(key[1] & numbers) >= min(_SHARED, len(numbers))]
        if not same:
            return False
        unmet.remove(max(same, key=lambda key: len(key[1] & numbers)))
    return True


def _key(finding: Finding, suggestion: Suggestion | None = None) -> Key:
    return finding.rule, frozenset(_before(number.start, suggestion) for number in finding.numbers)


def _before(place: int, suggestion: Suggestion | None) -> int:
    """Where a place of the repaired text was before the repair."""
    moved = 0
    for edit in sorted(suggestion.edits if suggestion else (), key=lambda edit: edit.start):
        if place - moved <= edit.start:
            break
        moved += len(edit.replacement) - (edit.end - edit.start)
    return place - moved
