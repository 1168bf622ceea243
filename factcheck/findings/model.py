"""What the reader of a report is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Check", "Edit", "Fault", "Finding", "MarkedNumber", "Report", "Severity", "Suggestion", "Summary"]


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """2 for an error, 1 for a warning, 0 for a note."""
        return {"error": 2, "warning": 1, "note": 0}[self.value]


@dataclass(frozen=True, slots=True)
class MarkedNumber:
    """A number, word or date that a finding or check is about. `interval` ends are decimal strings or fractions."""

    kind: str  # number | word | date
    role: str
    start: int  # code points in the source, end exclusive
    end: int
    text: str
    value: str | None = None
    interval: tuple[str | None, str | None] | None = None
    open: tuple[bool, bool] = (False, False)
    unit: str | None = None
    culprit: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A repair; `notation` where it only adds a word that the writer left out, such as a scale word."""

    message: str
    edits: tuple[Edit, ...]
    notation: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Numbers that disagree. `start` and `end` are those of the claim."""

    rule: str
    group: str
    severity: Severity
    message: str
    path: str
    start: int
    end: int
    equation: str
    derivation: tuple[str, ...]  # the arithmetic, line by line, for a reader
    numbers: tuple[MarkedNumber, ...]
    fingerprint: str = ""
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A relation that was evaluated. `verdict` is consistent, edge, inconsistent or undetermined."""

    rule: str
    path: str
    verdict: str
    bits: float
    numbers: tuple[MarkedNumber, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be done, for one file or one rule."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    files: int = 0
    numbers: int = 0
    checked: int = 0
    consistent: int = 0
    edge: int = 0
    inconsistent: int = 0
    undetermined: int = 0

    def __add__(self, other: Summary) -> Summary:
        return Summary(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found. `texts` maps each path to its decoded text, for positions and excerpts."""

    findings: tuple[Finding, ...] = ()
    checks: tuple[Check, ...] = ()
    summary: Summary = field(default_factory=Summary)
    faults: tuple[Fault, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    boms: dict[str, int] = field(default_factory=dict)  # bytes of the byte order mark before a text, where there is one
