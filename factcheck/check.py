"""A text checked from end to end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from factcheck.config import Config
from factcheck.documents.model import Document
from factcheck.documents.text import parse_text
from factcheck.facts.model import Reading
from factcheck.facts.resolve import resolve_facts
from factcheck.findings.build import build_findings, marked
from factcheck.findings.model import Check, Fault, Finding, Report, Summary
from factcheck.findings.suppress import unsuppressed
from factcheck.quantities.model import LABELS, Quantity
from factcheck.relations.bind import Failure, evaluate_rules
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated, Licence
from factcheck.relations.repairs.localise import confirms
from factcheck.relations.rules import Rule, load_rules

__all__ = ["check_document", "check_text", "numbers_of", "rule_table"]

SHOWN_BITS = 6.0  # with fewer, a relation without licence that holds may be chance


def check_text(
    text: str, *, format: str = "txt", as_of: dt.date | None = None, config: Config | None = None, path: str = "<text>"
) -> Report:
    """The report on one text; `format` is "txt" or "md", `as_of` the day on which it is read where it gives none.

    Raises ValueError for an unknown format.
    """

    def parse(edited: str) -> Document:
        return _parsed(edited, format, path)

    return check_document(parse(text), as_of=as_of, config=config, parse=parse)


def _parsed(text: str, format: str, path: str) -> Document:
    if format == "txt":
        return parse_text(path, text)
    if format == "md":
        from factcheck.documents.markdown import parse_markdown

        return parse_markdown(path, text)
    raise ValueError(f"unknown format {format!r}: give 'txt' or 'md'")


def check_document(
    document: Document,
    *,
    as_of: dt.date | None = None,
    config: Config | None = None,
    parse: Callable[[str], Document] | None = None,
) -> Report:
    """The report on one document.

    With `parse`, which reads the document's text again once it is edited, every repair is tried out on the whole of it.
    """
    config = config or Config()
    reading, evaluated, failures = _judged(document, as_of, config)
    findings = _findings(document, reading, evaluated)
    if parse is not None and findings:
        findings = _tried(findings, document.text, as_of, config, parse)
    return Report(
        findings=tuple(findings),
        checks=tuple(_checks(document.path, evaluated)) if config.show_checks else (),
        summary=_summary(reading.quantities, evaluated, findings),
        faults=tuple(Fault(document.path, f"rule {rule} failed: {message}") for rule, message in failures),
        texts={document.path: document.text},
    )


def _judged(
    document: Document, as_of: dt.date | None, config: Config
) -> tuple[Reading, list[Evaluated], list[Failure]]:
    if document.dateline is None and as_of is not None:
        document = replace(document, dateline=as_of)
    reading = resolve_facts(document)
    return reading, *evaluate_rules(_wanted(config), reading)


def _findings(document: Document, reading: Reading, evaluated: Sequence[Evaluated]) -> list[Finding]:
    return unsuppressed(build_findings(document.path, document.text, evaluated, reading), document)


def _tried(
    findings: Sequence[Finding], text: str, as_of: dt.date | None, config: Config, parse: Callable[[str], Document]
) -> list[Finding]:
    from factcheck.recheck import without_harm  # most texts have no finding

    def again(edited: str) -> list[Finding]:
        document = parse(edited)
        reading, evaluated, _ = _judged(document, as_of, config)
        return _findings(document, reading, evaluated)

    return without_harm(findings, text, again)


def _wanted(config: Config) -> list[Rule]:
    rules = load_rules().values()
    return [rule for rule in rules if rule.name not in config.ignore and rule.group not in config.ignore]


def _checks(path: str, evaluated: Iterable[Evaluated]) -> Iterable[Check]:
    for one in evaluated:
        constraint = one.constraint
        if constraint.licence >= Licence.STRUCTURE or (one.verdict is Verdict.CONSISTENT and one.bits >= SHOWN_BITS):
            numbers = tuple(marked(role, quantity) for role, quantity in constraint.quantities())
            yield Check(constraint.rule.name, path, one.verdict.value, round(one.bits, 1), numbers)


def _summary(quantities: Sequence[Quantity], evaluated: Iterable[Evaluated], findings: Sequence[Finding]) -> Summary:
    """How many numbers were read, cross-checked, and hold; dates, years, times, ordinals and names do not count."""
    counted = {quantity.start for quantity in quantities if quantity.kind not in LABELS}
    disagree = {number.start for finding in findings for number in finding.numbers} & counted
    by_verdict: dict[Verdict, set[int]] = {verdict: set() for verdict in Verdict}
    for one in evaluated:
        if confirms(one) or one.constraint.licence >= Licence.STRUCTURE:
            by_verdict[one.verdict].update({q.start for _, q in one.constraint.quantities()} & counted)
    consistent = by_verdict[Verdict.CONSISTENT] - disagree
    edge = by_verdict[Verdict.EDGE] - consistent - disagree
    undetermined = by_verdict[Verdict.UNDETERMINED] - consistent - edge - disagree
    checked = len(consistent) + len(edge) + len(disagree)
    return Summary(1, len(counted), checked, len(consistent), len(edge), len(disagree), len(undetermined))


def numbers_of(document: Document) -> list[Quantity]:
    """Every number of the document, in its order."""
    return sorted(resolve_facts(document).quantities, key=lambda quantity: quantity.start)


def rule_table() -> list[Rule]:
    """Every rule, by group and name."""
    return list(load_rules().values())
