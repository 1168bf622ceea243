"""Positions in the texts of a report, each text indexed once."""

from __future__ import annotations

from factcheck.documents.positions import Position, Positions
from factcheck.findings.model import Report

__all__ = ["Places"]


class Places:
    """Looks up offsets (code points of the decoded text) in the texts of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: dict[str, Positions] = {}

    def at(self, path: str, offset: int) -> Position:
        """The position of `offset` in the text of `path`; KeyError where the report does not hold that text."""
        positions = self._known.get(path)
        if positions is None:
            positions = Positions(self._report.texts[path], self._report.boms.get(path, 0))
            self._known[path] = positions
        return positions.at(offset)
