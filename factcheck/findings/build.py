"""Judged relations to findings: what is reported, what it says, who is to blame and how it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.findings.calendar import calendar_suggestions, calendar_words
from factcheck.findings.derivation import derivation_of
from factcheck.findings.licence import families_that_hold, reported_severity
from factcheck.findings.model import Finding, MarkedNumber, Severity
from factcheck.findings.suggest import suggestions
from factcheck.findings.values import ends_text, value_text
from factcheck.findings.wording import message_of
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import Verdict
from factcheck.relations.model import Evaluated, Licence
from factcheck.relations.repairs.localise import Network, clusters, culprit_of
from factcheck.relations.repairs.mend import Mend

__all__ = ["build_findings", "is_explained", "marked"]

_MOST_OTHERS = 2  # relations of one case that are told beside the one that speaks for it


class _Failed(NamedTuple):
    one: Evaluated
    severity: Severity


def build_findings(
    path: str, text: str, evaluated: Sequence[Evaluated], reading: Reading | None = None
) -> list[Finding]:
    """The findings of a document, in the order of the text; a wrong number is reported once, not once a relation.

    With the `reading` behind the relations, other numbers of the text help to tell which one is wrong.
    """
    if not any(one.verdict is Verdict.INCONSISTENT for one in evaluated):
        return []
    network = Network(evaluated, reading)
    reported = list(_reported(evaluated, network))
    severity = {id(failed.one): failed.severity for failed in reported}
    findings = []
    for group in clusters(failed.one for failed in reported):
        for members, mends in _cases(group, network):
            gravest = max((severity[id(member)] for member in members), key=lambda s: s.rank)
            findings.append(_finding(path, text, members, mends, _culprit(members, mends, network), gravest))
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule))


def _reported(evaluated: Sequence[Evaluated], network: Network) -> Iterator[_Failed]:
    holding = families_that_hold(evaluated)
    for one in evaluated:
        if one.verdict is not Verdict.INCONSISTENT or one.constraint.licence < Licence.STRUCTURE:
            continue
        severity = reported_severity(one, is_explained(network, one), holding)
        if severity is not None:
            yield _Failed(one, severity)


def is_explained(network: Network, one: Evaluated) -> bool:
    """Whether its binder explains the failure, or a repair that is not trivially near, as any change of a digit is."""
    told = one.judgement is None or bool(one.constraint.variant)
    return told or network.explains(one)


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


def _finding(
    path: str, text: str, members: Sequence[Evaluated], mends: Sequence[Mend], culprit: int | None, severity: Severity
) -> Finding:
    one = _spokesman(members, culprit)
    rule = one.constraint.rule
    numbers = tuple(_marks(one, text, culprit))
    claim = next((n for n in numbers if n.role == rule.claim), numbers[0])
    culprit_mark = next((n for n in numbers if n.culprit), claim)
    derivation = list(derivation_of(one, text, clue=not any(mend.explains for mend in mends)))
    others = [message_of(other, text, calendar_words(other, text)) for other in members if other is not one]
    derivation.extend(f"also: {message}" for message in others[:_MOST_OTHERS])
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
        suggestions=(*suggestions(mends, text), *calendar_suggestions(one, text)),
    )


def _culprit(members: Sequence[Evaluated], mends: Sequence[Mend], network: Network) -> int | None:
    """Where the wrong number or word starts; None where it cannot be told.

    A relation of one number blames it, and one of how a number is written that number. Where no slip explains the
    failure, a number is blamed that is the only one not confirmed by another relation, else a percentage worked out
    from numbers that stand beside it.
    """
    named = culprit_of(members, mends)
    if named is not None or any(mend.explains for mend in mends):
        return named
    numbers = {q.start: q for one in members for _, q in one.constraint.quantities()}
    if members[0].constraint.rule.kind == "notation":
        return members[0].constraint.operands[members[0].constraint.rule.claim][0].start
    if len(numbers) == 1:
        return None if any(q.weekday is not None for q in numbers.values()) else next(iter(numbers))
    doubtful = [start for start, quantity in numbers.items() if not network.confirmed(quantity)]
    if len(doubtful) == 1:
        return doubtful[0]
    return _worked_out(members[0], mends, numbers) if len(members) == 1 else None


def _worked_out(one: Evaluated, mends: Sequence[Mend], numbers: Mapping[int, Quantity]) -> int | None:
    """The percentage that the other numbers give, none of which is a percentage, in a closed template."""
    percents = [start for start, quantity in numbers.items() if quantity.kind is Kind.PERCENT]
    if not one.constraint.closed or len(percents) != 1 or not mends:
        return None
    return percents[0] if mends[0].culprit == percents[0] else None


def _spokesman(members: Sequence[Evaluated], culprit: int | None) -> Evaluated:
    """The relation of a case that says it best: few numbers, many bits, the culprit among them."""

    def key(one: Evaluated) -> tuple[bool, bool, int, float]:
        starts = _starts([one]) | {word.start for word in one.constraint.words.values()}
        singles = {numbers[0].start for numbers in one.constraint.operands.values() if len(numbers) == 1}
        return culprit is not None and culprit not in starts, culprit not in singles, len(starts), -one.bits

    return min(members, key=key)


def _marks(one: Evaluated, text: str, culprit: int | None) -> Iterator[MarkedNumber]:
    seen: set[int] = set()
    for role, quantity in one.constraint.quantities():
        if quantity.start not in seen:
            seen.add(quantity.start)
            yield marked(role, quantity, culprit=culprit == quantity.start)
            if quantity.weekday_span is not None:
                start, end = quantity.weekday_span
                yield MarkedNumber("word", "weekday", start, end, text[start:end])
    told = (*one.constraint.rule.extra.get("words", ()), "base")
    for name, word in one.constraint.words.items():
        if name in told or word.start == culprit:
            role = name if name in told else "direction"
            said = text[word.start : word.end]
            yield MarkedNumber("word", role, word.start, word.end, said, culprit=culprit == word.start)
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


def _fingerprint(rule: str, text: str, numbers: Sequence[MarkedNumber]) -> str:
    """The same for the same rule and figures with the words round them, wherever they move in the text."""
    from hashlib import blake2b  # slow to import, and most texts have nothing to tell

    digest = blake2b(rule.encode(), digest_size=8)
    for number in numbers:
        around = text[max(0, number.start - 30) : number.end + 30]
        digest.update(" ".join(around.split()).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
