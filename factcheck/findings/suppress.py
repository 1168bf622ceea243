"""Findings that a writer has accepted by a mark in the text."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.documents.model import Document, Suppression
from factcheck.findings.model import Finding

__all__ = ["unsuppressed"]


def unsuppressed(findings: Iterable[Finding], document: Document) -> list[Finding]:
    """The findings without those of which a number stands under a suppression of their rule or group."""
    return [finding for finding in findings if not any(_covers(mark, finding) for mark in document.suppressions)]


def _covers(mark: Suppression, finding: Finding) -> bool:
    if mark.rules and not mark.rules & {finding.rule, finding.group}:
        return False
    return any(mark.start < number.end and number.start < mark.end for number in finding.numbers)
