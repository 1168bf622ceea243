"""Edits made in a text."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.findings.model import Edit

__all__ = ["applied"]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made; none may overlap another."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += (text[at : edit.start], edit.replacement)
        at = edit.end
    return "".join((*parts, text[at:]))
