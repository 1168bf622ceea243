"""The message of a finding: its rule's sentence with the numbers put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from factcheck.findings.phrases import added, change_word, like, pattern, plain, points, printed
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import magnitude
from factcheck.relations.model import Evaluated

__all__ = ["message_of"]

_PLACEHOLDER = re.compile(r"\{([\w.]+)\}")
_CHANGES = frozenset({"change", "amount"})  # roles that rise or fall between a before and an after


def message_of(one: Evaluated, text: str, extra: Mapping[str, str]) -> str:
    """The rule's message with its placeholders filled: {role}, {computed.role}, and what `extra` gives.

    A change is "a rise of" or "a fall of" where the text does not say which.
    A placeholder that nothing fills is taken out, so that no reader meets it.
    """
    constraint = one.constraint
    template = str(constraint.rule.extra.get(f"message-{constraint.variant}") or constraint.rule.message)
    filled = _PLACEHOLDER.sub(lambda match: _filled(match[1], one, text, extra), template)
    return " ".join(filled.split())


def _filled(name: str, one: Evaluated, text: str, extra: Mapping[str, str]) -> str:
    if name in extra:
        return extra[name]
    if name.startswith("computed."):
        return _computed(one, name.removeprefix("computed."), text)
    constraint = one.constraint
    numbers = constraint.operands.get(name) or constraint.sources.get(name)
    if numbers:
        said = added([printed(number, text) for number in numbers])
        return _directed(one, name, said)
    word = constraint.words.get(name)
    return word.text if word else ""


def _directed(one: Evaluated, role: str, said: str) -> str:
    """An amount of change that stands alone, or is said to go the other way than its levels, with the way it goes."""
    direction = one.constraint.direction
    alone = role in _CHANGES and not _levels(one) and direction and role != one.constraint.rule.claim
    return f"{change_word(Fraction(direction))} {said}" if alone or _against(one, role) else said


def _computed(one: Evaluated, role: str, text: str) -> str:
    """What the other numbers make the role, in the role's own notation; a sum is printed like its first number."""
    judgement = one.judgement
    numbers = one.constraint.operands.get(role, ())
    if judgement is None:
        in_points = role in _CHANGES and _levels(one)
        return f"{change_word(_difference(one))} {points(abs(_difference(one)))}" if in_points else ""
    value = judgement.sums.get(role) if len(numbers) > 1 else judgement.face.get(role)
    if value is None:
        return ""
    if not numbers:
        return plain(value)
    if role in _CHANGES and _levels(one):
        return _as_change(numbers[0], _difference(one), value, text)
    if value < 0 < numbers[0].value and numbers[0].kind is Kind.PERCENT:
        return "more than all of it"
    said = like(pattern(numbers[0], value, (q for _, q in one.constraint.quantities())), value, text)
    return f"{_hedge_of_ratio(one, text)} {said}".lstrip()


def _hedge_of_ratio(one: Evaluated, text: str) -> str:
    """The hedge before a fraction in words: "more than half" is more than 50%."""
    ratio = next(iter(one.constraint.operands.get("ratio", ())), None)
    return ratio.hedge if ratio is not None and printed(ratio, text).startswith(ratio.hedge) else ""


def _as_change(number: Quantity, difference: Fraction, value: Fraction, text: str) -> str:
    return f"{change_word(difference)} {like(number, abs(value), text)}" if difference else "no change"


def _levels(one: Evaluated) -> bool:
    return {"before", "after"} <= one.constraint.operands.keys()


def _difference(one: Evaluated) -> Fraction:
    (before,), (after,) = one.constraint.operands["before"], one.constraint.operands["after"]
    return after.value * magnitude(after) - before.value * magnitude(before)


def _against(one: Evaluated, role: str) -> bool:
    """Whether the text says the change the other way round than its levels have it."""
    if role != one.constraint.rule.claim or role not in _CHANGES or not _levels(one):
        return False
    return _difference(one) * one.constraint.direction < 0
