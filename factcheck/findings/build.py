"""Judged relations to findings: what is reported, what it says, who is to blame and how it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from factcheck.findings.calendar import calendar_suggestions, calendar_words
from factcheck.findings.licence import reported_severity
from factcheck.findings.model import Edit, Finding, MarkedNumber, Severity, Suggestion
from factcheck.findings.values import ends_text, value_text
from factcheck.findings.wording import arithmetic, message_of
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.localise import Mend, Network, clusters
from factcheck.relations.model import Evaluated

__all__ = ["build_findings", "marked"]

MOST_SUGGESTIONS = 3
TRIVIAL = 5  # repairs that cost more explain nothing


@dataclass(frozen=True, slots=True)
class _Failed:
    one: Evaluated
    severity: Severity


def build_findings(path: str, text: str, evaluated: Sequence[Evaluated]) -> list[Finding]:
    """The findings of a document, in the order of the text; a wrong number is reported once, not once a relation."""
    network = Network(evaluated)
    reported = list(_reported(evaluated, network))
    severity = {id(failed.one): failed.severity for failed in reported}
    findings = []
    for group in clusters(failed.one for failed in reported):
        for members, mends in _cases(group, network):
            gravest = max((severity[id(member)] for member in members), key=lambda s: s.rank)
            findings.append(_finding(path, text, members, mends, gravest))
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule))


def _reported(evaluated: Sequence[Evaluated], network: Network) -> Iterator[_Failed]:
    for one in evaluated:
        if one.verdict is not Verdict.INCONSISTENT:
            continue
        explained = one.judgement is None or bool(one.constraint.variant) or _explained(network, one)
        severity = reported_severity(one, explained, evaluated)
        if severity is not None:
            yield _Failed(one, severity)


def _explained(network: Network, one: Evaluated) -> bool:
    """Whether a repair mends it that is not trivially near, as any change of a one-digit number is."""
    return any(mend.repair.cost <= TRIVIAL for mend in network.mends([one]))


def _cases(group: list[Evaluated], network: Network) -> Iterator[tuple[list[Evaluated], list[Mend]]]:
    """A cluster as one case where one repair mends it all, else its relations one by one, nothing said twice."""
    mends = network.mends(group)
    if mends or len(group) == 1:
        yield group, mends
        return
    left = sorted(group, key=_priority)
    while left:
        first = left.pop(0)
        members = [first]
        for other in list(left):
            if network.mends([*members, other]):
                members.append(other)
                left.remove(other)
        numbers = _starts(members)
        left = [other for other in left if len(_starts([other]) & numbers) < 2]
        yield members, network.mends(members)


def _priority(one: Evaluated) -> tuple[int, float, int]:
    return -one.constraint.licence, -one.bits, min(_starts([one]))


def _starts(members: Iterable[Evaluated]) -> set[int]:
    return {quantity.start for one in members for _, quantity in one.constraint.quantities()}


def _finding(path: str, text: str, members: Sequence[Evaluated], mends: Sequence[Mend], severity: Severity) -> Finding:
    culprit = _culprit(members, mends)
    one = _spokesman(members, culprit)
    rule = one.constraint.rule
    numbers = tuple(_marks(one, text, culprit))
    claim = next((n for n in numbers if n.role == rule.claim), numbers[0])
    culprit_mark = next((n for n in numbers if n.culprit), claim)
    derivation = list(arithmetic(one, text))
    for other in members:
        if other is not one:
            derivation.extend(arithmetic(other, text)[:1])
    return Finding(
        rule=rule.name,
        group=rule.group,
        severity=severity,
        message=message_of(one, text, calendar_words(one, text)),
        path=path,
        start=culprit_mark.start,
        end=culprit_mark.end,
        equation=rule.equation,
        derivation=tuple(derivation),
        numbers=numbers,
        fingerprint=_fingerprint(rule.name, text, numbers),
        suggestions=(*_suggestions(mends), *calendar_suggestions(one, text)),
    )


def _culprit(members: Sequence[Evaluated], mends: Sequence[Mend]) -> Quantity | None:
    """The one number whose repair is likelier than that of any other; None where two are as likely."""
    if not mends:
        return None
    best = mends[0]
    rivals = {mend.quantity.start for mend in mends if mend.repair.cost <= best.repair.cost + 1}
    if len(rivals) == 1:
        return best.quantity
    return None


def _spokesman(members: Sequence[Evaluated], culprit: Quantity | None) -> Evaluated:
    """The relation of a case that says it best: few numbers, many bits, the culprit among them."""

    def key(one: Evaluated) -> tuple[bool, int, float]:
        starts = _starts([one])
        return culprit is not None and culprit.start not in starts, len(starts), -one.bits

    return min(members, key=key)


def _marks(one: Evaluated, text: str, culprit: Quantity | None) -> Iterator[MarkedNumber]:
    seen: set[int] = set()
    for role, quantity in one.constraint.quantities():
        if quantity.start not in seen:
            seen.add(quantity.start)
            yield marked(role, quantity, culprit=culprit is not None and culprit.start == quantity.start)
            if quantity.weekday_span is not None:
                start, end = quantity.weekday_span
                yield MarkedNumber("word", "weekday", start, end, text[start:end])
    for name, word in one.constraint.words.items():
        if name in one.constraint.rule.extra.get("words", ()):
            yield MarkedNumber("word", name, word.start, word.end, text[word.start : word.end])
    for start, end in one.constraint.items:
        yield MarkedNumber("word", "item", start, end, text[start:end])


def marked(role: str, quantity: Quantity, *, culprit: bool = False) -> MarkedNumber:
    """A number as a report shows it."""
    ends = ends_text(quantity)
    return MarkedNumber(
        kind="date" if quantity.kind is Kind.DATE else "number",
        role=role,
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        value=value_text(quantity),
        interval=ends,
        open=(quantity.interval.open_low, quantity.interval.open_high),
        unit=quantity.unit or None,
        culprit=culprit,
    )


def _suggestions(mends: Sequence[Mend]) -> Iterator[Suggestion]:
    """The likeliest repairs, one a number first."""
    seen: set[int] = set()
    for mend in mends:
        if len(seen) == MOST_SUGGESTIONS:
            return
        if mend.quantity.start in seen:
            continue
        seen.add(mend.quantity.start)
        yield Suggestion(
            f"{mend.quantity.text} may be meant as {mend.repair.replacement}",
            (Edit(mend.quantity.start, mend.quantity.end, mend.repair.replacement),),
        )


def _fingerprint(rule: str, text: str, numbers: Sequence[MarkedNumber]) -> str:
    """The same for the same rule and figures with the words round them, wherever they move in the text."""
    digest = blake2b(rule.encode(), digest_size=8)
    for number in numbers:
        around = text[max(0, number.start - 30) : number.end + 30]
        digest.update(" ".join(around.split()).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
