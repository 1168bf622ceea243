"""Messages and arithmetic in words, from a judged relation and the text that it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.findings.values import grouped
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.model import Constraint, Evaluated
from factcheck.relations.repair import restyle

__all__ = ["arithmetic", "message_of", "printed"]

_PLACEHOLDER = re.compile(r"\{([\w.]+)\}")


def printed(quantity: Quantity, text: str) -> str:
    """The number as it stands in the text, with its sign, unit and currency; a document's `text` is given."""
    return " ".join(text[quantity.outer_start : quantity.outer_end].split())


def message_of(one: Evaluated, text: str, extra: Mapping[str, str]) -> str:
    """The rule's message with its placeholders filled: {role}, {computed.role}, and what `extra` gives."""
    constraint = one.constraint
    template = str(constraint.rule.extra.get(f"message-{constraint.variant}") or constraint.rule.message)

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in extra:
            return extra[name]
        if name.startswith("computed."):
            return computed_text(one, name.removeprefix("computed."), text)
        numbers = constraint.operands.get(name) or constraint.sources.get(name)
        if numbers:
            return joined([printed(number, text) for number in numbers])
        word = constraint.words.get(name)
        return word.text if word else match[0]

    return _PLACEHOLDER.sub(fill, template)


def joined(items: Sequence[str], sign: str = "+") -> str:
    """Two numbers or more with the sign of addition between them."""
    return f" {sign} ".join(items)


def computed_text(one: Evaluated, role: str, text: str) -> str:
    """What the other numbers make the role, in the role's own notation; a sum is printed like its first number."""
    judgement = one.judgement
    if judgement is None:
        return "?"
    numbers = one.constraint.operands.get(role, ())
    value = judgement.sums.get(role) if len(numbers) > 1 else judgement.face.get(role)
    if value is None:
        return "?"
    if not numbers:
        return plain(value)
    return dressed(numbers[0], value, text)


def dressed(quantity: Quantity, value: Fraction, text: str) -> str:
    """A value in the place of a printed number, with the number's unit and currency round it."""
    before = text[quantity.outer_start : quantity.start]
    after = text[quantity.end : quantity.outer_end]
    return " ".join((_no_hedge(before, quantity) + _restyled(quantity, value) + after).split())


def _no_hedge(before: str, quantity: Quantity) -> str:
    hedge = quantity.hedge
    return before[before.lower().find(hedge) + len(hedge) :].lstrip() if hedge and hedge in before.lower() else before


def _restyled(quantity: Quantity, value: Fraction) -> str:
    """As its writer would print it, with a decimal more where the printed places would hide the difference."""
    text = restyle(quantity, value)
    if text == quantity.text and value != quantity.value and not quantity.in_words:
        return plain(value / quantity.scale, 2) + quantity.text[len(quantity.numeral) :]
    return text


def plain(value: Fraction, decimals: int = 2) -> str:
    """A value rounded half up to so many decimals, thousands grouped, trailing zeros left out."""
    units = (abs(value) * 10**decimals + Fraction(1, 2)).__floor__()
    whole, rest = divmod(units, 10**decimals)
    part = str(rest).rjust(decimals, "0").rstrip("0") if decimals else ""
    sign = "-" if value < 0 and units else ""
    return sign + grouped(str(whole)) + (f".{part}" if part else "")


def arithmetic(one: Evaluated, text: str) -> tuple[str, ...]:
    """The relation with its numbers put in, and what the claim should be, line by line."""
    judgement, constraint = one.judgement, one.constraint
    if judgement is None:
        return ()
    lines = [_substituted(constraint, text)] if constraint.rule.equation else []
    claim = constraint.rule.claim
    numbers = constraint.operands.get(claim, ())
    wanted = judgement.computed.get(claim)
    if len(numbers) == 1 and wanted is not None:
        lines.append(f"{claim}: {between(wanted, numbers[0], text)}; printed {printed(numbers[0], text)}")
    return tuple(lines)


def _substituted(constraint: Constraint, text: str) -> str:
    def fill(match: re.Match[str]) -> str:
        name = match[0]
        numbers = constraint.operands.get(name)
        if numbers:
            return joined([printed(number, text) for number in numbers])
        interval = constraint.derived.get(name)
        return plain_interval(interval) if interval is not None else name

    filled = re.sub(r"[a-z_]+", fill, constraint.rule.equation)
    return re.sub(r"\b(?:sum)\(([^)]*)\)", r"\1", filled)


def plain_interval(interval: Interval) -> str:
    """One value, or "low to high"."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return f"over {plain(low)}" if low is not None else f"under {plain(high)}" if high is not None else "any"
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def between(interval: Interval, quantity: Quantity, text: str) -> str:
    """What the other numbers allow, in the unit of a printed number."""
    low, high = interval.low, interval.high
    unit = "%" if quantity.kind is Kind.PERCENT else ""
    if low is None or high is None:
        return plain_interval(interval)
    if low == high:
        return f"comes to {plain(low, 4)}{unit}"
    decimals = 2 if quantity.ulp >= 1 else max(2, len(str(quantity.ulp.denominator)))
    return f"comes to between {plain(low, decimals)}{unit} and {plain(high, decimals)}{unit}"
