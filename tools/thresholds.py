"""What the thresholds of a report cost and give: each moved in turn, over real texts and texts with a planted slip.

Counted are the findings of the texts as they stand, the relations that hold and that more than arithmetic ties, and the
slips that are reported: one digit changed in a relation that held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from random import Random

from factcheck.check import check_document
from factcheck.config import Config
from factcheck.documents.load import parse_document
from factcheck.documents.model import Document
from factcheck.facts.model import Reading
from factcheck.facts.resolve import resolve_facts
from factcheck.findings.build import build_findings
from factcheck.findings.model import Check, Finding
from factcheck.findings.suppress import unsuppressed
from factcheck.relations.bind import evaluate_rules
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated, Licence
from factcheck.relations.rules import load_rules
from tools.coincidence import percent

__all__ = [
    "THRESHOLDS",
    "Outcome",
    "Read",
    "Slip",
    "Threshold",
    "moved",
    "planted",
    "read",
    "slips_in",
    "threshold_table",
    "tried",
]

_SHOWN = Config(show_checks=True)
_LOUD = ("error", "warning")
_FAR = 10**6  # a threshold that is never reached


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number in `module` (below factcheck) that decides, its values to be tried, and what it decides."""

    module: str
    name: str
    values: tuple[float, ...]
    decides: str


THRESHOLDS = (
    Threshold(
        "findings.licence",
        "EXPLAINED_BITS",
        (4, 6, 8, 10, 12, 14, _FAR),
        "bits for an error across sentences, else a warning",
    ),
    Threshold(
        "findings.licence", "SIBLINGS", (1, 2, 3, _FAR), "siblings that hold, for an error without an explanation"
    ),
    Threshold(
        "findings.licence", "NONSENSE", (1, 2, 3, 5, 10, _FAR), "factor beyond which an unexplained failure is silent"
    ),
    Threshold("relations.bind_share", "SETTLED", (2, 4, 5, 6, 7, 8, 10), "bits for a whole that is found in reach"),
    Threshold(
        "relations.bind_share", "RIVAL", (4, 6, 8, 10, _FAR), "bits for a whole elsewhere that takes a share away"
    ),
    Threshold("relations.bind_grid", "STRONG", (2, 4, 6, 8, 10, 12), "bits for a line that is meant to be a total"),
    Threshold("relations.localise", "CONFIRMED", (4, 6, 8, 10, 12), "bits for a relation that vouches for its numbers"),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One changed digit, at `at` (code points), in the number that starts at `start`."""

    document: Document
    at: int
    start: int
    digit: str


@dataclass(frozen=True, slots=True)
class Read:
    """A text with all that no threshold changes."""

    document: Document
    reading: Reading


@dataclass(frozen=True, slots=True)
class Outcome:
    """Findings by severity and relations that hold in the texts as they stand; slips reported, by severity."""

    findings: Counter[str]
    holding: int
    caught: Counter[str]


@contextmanager
def moved(threshold: Threshold, value: float) -> Iterator[None]:
    """The threshold at another value for the while."""
    module = import_module(f"factcheck.{threshold.module}")
    before = getattr(module, threshold.name)
    setattr(module, threshold.name, type(before)(value))
    try:
        yield
    finally:
        setattr(module, threshold.name, before)


def slips_in(documents: Iterable[Document], wanted: int, chance: Random) -> list[Slip]:
    """Up to `wanted` slips, drawn from the numbers of relations that hold; never a trailing digit.

    Of each relation one number slips, in the leading half of its digits, which no rounding covers.
    """
    every = [
        slip
        for document in documents
        for check in check_document(document, config=_SHOWN).checks
        if check.verdict == "consistent" and (slip := _slip(document, check, chance)) is not None
    ]
    return chance.sample(every, wanted) if len(every) > wanted else every


def _slip(document: Document, check: Check, chance: Random) -> Slip | None:
    numbers = [number for number in check.numbers if number.kind == "number" and any(map(str.isdecimal, number.text))]
    if not numbers:
        return None
    number = chance.choice(numbers)
    places = [at for at in range(number.start, number.end) if document.text[at].isdecimal()]
    at = chance.choice(places[: (len(places) + 1) // 2])
    digits = [digit for digit in "123456789" if digit != document.text[at]]
    return Slip(document, at, number.start, chance.choice(digits))


def planted(slip: Slip) -> Document:
    """The document with the slip in it."""
    text = slip.document.text
    return parse_document(slip.document.path, text[: slip.at] + slip.digit + text[slip.at + 1 :])


def read(document: Document) -> Read:
    """The document with its facts."""
    return Read(document, resolve_facts(document))


def tried(texts: Sequence[Read], slips: Sequence[tuple[Read, int]]) -> Outcome:
    """The outcome with all thresholds as they are now; a slip is a text that holds it, and where its number starts."""
    findings: Counter[str] = Counter()
    holding = 0
    for text in texts:
        told, evaluated = _judged(text)
        findings.update(finding.severity.value for finding in told)
        holding += sum(_holds(one) for one in evaluated)
    caught = (severity for text, start in slips if (severity := _severity(_judged(text)[0], start)) is not None)
    return Outcome(findings, holding, Counter(caught))


def _holds(one: Evaluated) -> bool:
    return one.verdict is Verdict.CONSISTENT and one.constraint.licence > Licence.ARITHMETIC


def _judged(text: Read) -> tuple[list[Finding], list[Evaluated]]:
    document = text.document
    evaluated, _ = evaluate_rules(load_rules().values(), text.reading)
    findings = build_findings(document.path, document.text, evaluated, text.reading)
    return unsuppressed(findings, document), evaluated


def _severity(findings: Sequence[Finding], start: int) -> str | None:
    """The gravest severity that is told of the number at `start`."""
    told = [finding.severity for finding in findings if any(number.start == start for number in finding.numbers)]
    return max(told, key=lambda severity: severity.rank).value if told else None


def threshold_table(
    texts: Sequence[Read], slips: Sequence[tuple[Read, int]], thresholds: Sequence[Threshold] = THRESHOLDS
) -> Iterator[str]:
    """The rows of a Markdown table: each of `thresholds` at each of its values, its own in bold."""
    total = len(slips)
    told = f"slips told as errors, of {total:,} | as warnings"
    yield f"| threshold | value | errors | warnings | relations that hold | {told} |"
    yield "|---|---|---|---|---|---|---|"
    for threshold in thresholds:
        own = getattr(import_module(f"factcheck.{threshold.module}"), threshold.name)
        for value in threshold.values:
            with moved(threshold, value):
                outcome = tried(texts, slips)
            shown = "never" if value == _FAR else f"{value:g}"
            cells = (
                f"`{threshold.module}.{threshold.name}`",
                f"**{shown}**" if value == own else shown,
                *(str(outcome.findings[severity]) for severity in _LOUD),
                f"{outcome.holding:,}",
                *(percent(outcome.caught[severity], total) for severity in _LOUD),
            )
            yield "| " + " | ".join(cells) + " |"
