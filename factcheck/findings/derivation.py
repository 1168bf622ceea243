"""How a finding was worked out: one plain sentence a step, for a reader without mathematics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from factcheck.findings.calendar import calendar_steps
from factcheck.findings.phrases import (
    about,
    added,
    bare,
    enumerated,
    like,
    pattern,
    plain,
    range_of,
    significant,
)
from factcheck.findings.steps import Steps, allowed, matters, only
from factcheck.findings.steps_change import (
    amount_change_steps,
    derived_base_steps,
    direction_steps,
    for_points_steps,
    percent_change_steps,
    points_change_steps,
)
from factcheck.findings.steps_other import (
    age_steps,
    anniversary_steps,
    balance_steps,
    conversion_steps,
    duration_steps,
    lead_steps,
    multiple_steps,
    no_steps,
    product_steps,
    remainder_steps,
    remaining_share_steps,
)
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.equation import LIST_FUNCTIONS, Ast
from factcheck.relations.evaluate import magnitude
from factcheck.relations.model import Constraint, Evaluated

__all__ = ["derivation_of"]

_NINE = 9  # divides the difference that two swapped digits make


def derivation_of(one: Evaluated, text: str, *, clue: bool = False) -> tuple[str, ...]:
    """The steps from the printed numbers to what the claim should be; empty where there is nothing to work out.

    With `clue` the difference of a sum that no repair mends is told for what it may show.
    """
    steps = _steps_of(one.constraint)
    if steps is None and one.judgement is None:
        return calendar_steps(one, text)
    lines = [*(steps or _equation)(one, text)]
    if clue and steps is _total:
        lines.append(_clue(one.constraint, text))
    return tuple(filter(None, lines))


def _steps_of(constraint: Constraint) -> Steps | None:
    roles = constraint.operands
    if constraint.rule.bind != "statement":
        return _STEPS.get(constraint.rule.bind)
    if not {"before", "after"} <= roles.keys():
        return None
    if "amount" in roles:
        return amount_change_steps
    if "change" not in roles:
        return None
    return points_change_steps if roles["before"][0].kind is Kind.PERCENT else percent_change_steps


# --- shares ---------------------------------------------------------------------------------------------------------


def _share_of_whole(one: Evaluated, text: str) -> Iterator[str]:
    part, whole, share = (only(one.constraint, role) for role in ("part", "whole", "share"))
    yield from _share_steps(part, bare(whole, text), whole.value * magnitude(whole), share, text)
    yield allowed(one, "share", text)


def _share_steps(part: Quantity, whole: str, size: Fraction, share: Quantity, text: str) -> Iterator[str]:
    if size:
        made = part.value * magnitude(part) / size / magnitude(share)
        yield f"{bare(part, text)} / {whole} = {like(share, made, text)}"
        would = size * share.value * magnitude(share) / magnitude(part)
        yield f"{bare(share, text)} of {whole} would be {_rounded(part, would, text)}"


def _rounded(number: Quantity, value: Fraction, text: str) -> str:
    said = like(number, value, text)
    return said if (value / number.ulp).denominator == 1 else f"about {said}"


def _share_of_sum(one: Evaluated, text: str) -> Iterator[str]:
    part, share = only(one.constraint, "part"), only(one.constraint, "share")
    numbers = sorted((part, *one.constraint.operands["others"]), key=lambda number: number.start)
    total = sum((number.value * magnitude(number) for number in numbers), Fraction(0))
    whole = like(part, total / magnitude(part), text)
    yield f"{added([bare(number, text) for number in numbers])} = {whole}"
    yield from _share_steps(part, whole, total, share, text)
    yield allowed(one, "share", text)


def _common_whole(one: Evaluated, text: str) -> Iterator[str]:
    part, share = only(one.constraint, "part"), only(one.constraint, "share")
    interval = one.constraint.derived["whole"].scaled(1 / magnitude(part))
    whole = about(part, interval, text)
    yield f"the other shares of the list make the whole {whole}"
    if interval.low is not None and interval.high is not None:
        middle = (interval.low + interval.high) / 2 * magnitude(part)
        yield from _share_steps(part, whole.removeprefix("about "), middle, share, text)
    yield allowed(one, "share", text)


def _shares_total(one: Evaluated, text: str) -> Iterator[str]:
    parts = one.constraint.operands["parts"]
    total = sum((part.value for part in parts), Fraction(0))
    yield f"{added([bare(part, text) for part in parts])} = {like(parts[0], total, text)}"
    whole = parts[0].interval
    for part in parts[1:]:
        whole = whole + part.interval
    said = range_of(parts[0], whole, text) if matters(whole, Fraction(100)) else ""
    yield f"before they were rounded they may have added up to {said}" if said else ""


def _one_in_n(one: Evaluated, text: str) -> Iterator[str]:
    ratio, claim = only(one.constraint, "ratio"), only(one.constraint, "percent")
    over = ratio.value.denominator != 1 and ratio.hedge == ""
    sum_said = f"{ratio.value.numerator} / {ratio.value.denominator} = " if over else ""
    yield f"{bare(ratio, text)} is {sum_said}{like(claim, ratio.value / magnitude(claim), text)}"
    interval = one.judgement.computed.get("percent") if one.judgement else None
    bounded = interval is not None and interval.low is not None and interval.high is not None
    said = range_of(claim, interval, text) if interval is not None and bounded else ""
    yield f"read loosely, it may be {said}" if said else ""


def _subgroups(one: Evaluated, text: str) -> Iterator[str]:
    parts = sorted(one.constraint.operands["parts"], key=lambda part: part.value)
    ends = enumerated([bare(part, text) for part in (parts[0], parts[-1])])
    yield f"a rate for all of them lies between the lowest and the highest of theirs, {ends}"


# --- sums, repetitions, votes ---------------------------------------------------------------------------------------


def _total(one: Evaluated, text: str) -> Iterator[str]:
    whole, parts = only(one.constraint, "whole"), one.constraint.operands["parts"]
    total = sum((part.value * magnitude(part) for part in parts), Fraction(0)) / magnitude(whole)
    notation = pattern(whole, total, parts)
    yield f"{added([bare(part, text) for part in parts])} = {like(notation, total, text)}"
    yield allowed(one, "whole", text)
    gap = whole.value - total
    yield f"that is {like(notation, abs(gap), text)} {'less' if gap > 0 else 'more'} than {bare(whole, text)}"


def _clue(constraint: Constraint, text: str) -> str:
    """What an accountant would look for first: a term left out, counted twice or subtracted, two digits swapped."""
    whole, parts = only(constraint, "whole"), constraint.operands["parts"]
    values = [part.value * magnitude(part) for part in parts]
    gap = whole.value * magnitude(whole) - sum(values)
    for value, part in zip(values, parts, strict=True):
        if gap == -2 * value:
            return f"the difference is twice {bare(part, text)}, as when it was subtracted instead of added"
        if gap and abs(gap) == value:
            return f"the difference is {bare(part, text)}, as when it was {'counted twice' if gap > 0 else 'left out'}"
    if gap and gap % _NINE == 0 and all(number.exact for number in (whole, *parts)):
        return "the difference is a multiple of 9, as when two digits have changed places"
    return ""


def _part_above(one: Evaluated, text: str) -> Iterator[str]:
    part, whole = only(one.constraint, "part"), only(one.constraint, "whole")
    gap = part.value * magnitude(part) - whole.value * magnitude(whole)
    yield (
        f"{bare(part, text)} is {like(part, gap / magnitude(part), text)} more than {bare(whole, text)}" if gap else ""
    )


def _restated(one: Evaluated, text: str) -> Iterator[str]:
    first, again = only(one.constraint, "first"), only(one.constraint, "again")
    gap = abs(again.value * magnitude(again) - first.value * magnitude(first))
    yield f"the same is told twice, and differs by {like(first, gap / magnitude(first), text)}"


def _currency(one: Evaluated, text: str) -> Iterator[str]:
    for first, second in (("other_amount", "other_converted"), ("amount", "converted")):
        amount, converted = only(one.constraint, first), only(one.constraint, second)
        if converted.value:
            rate = amount.value * magnitude(amount) / (converted.value * magnitude(converted))
        yield f"{bare(amount, text)} for {bare(converted, text)} is a rate of {significant(rate)}"


def _turnout(one: Evaluated, text: str) -> Iterator[str]:
    constraint = one.constraint
    registered, turnout = only(constraint, "registered"), only(constraint, "turnout")
    size = registered.value * turnout.value * magnitude(turnout)
    if "cast" in constraint.operands:
        cast = only(constraint, "cast")
        made = cast.value / registered.value / magnitude(turnout)
        yield f"{bare(cast, text)} / {bare(registered, text)} = {like(turnout, made, text)}"
    else:
        yield from _implied_votes(constraint, registered, turnout, text)
    yield f"{bare(turnout, text)} of the {bare(registered, text)} registered is {like(registered, size, text)}"
    if constraint.variant == "registered":
        votes, share = constraint.sources["votes"][0], constraint.sources["share"][0]
        made = votes.value / registered.value / magnitude(share)
        yield f"{bare(votes, text)} / {bare(registered, text)} = {_kept_or(share, made, text)} of the registered"


def _implied_votes(constraint: Constraint, registered: Quantity, turnout: Quantity, text: str) -> Iterator[str]:
    votes, share = constraint.sources["votes"][0], constraint.sources["share"][0]
    base = constraint.words.get("base")
    said = f"“{base.text}”" if base else "the votes cast"
    cast = constraint.derived["cast"]
    yield f"{bare(share, text)} is said to be of {said}"
    yield f"{bare(votes, text)} / {bare(share, text)} = {about(votes, cast, text)} votes cast"
    if cast.low is not None and cast.high is not None:
        made = (cast.low + cast.high) / 2 / registered.value / magnitude(turnout)
        yield f"that would be a turnout of {like(turnout, made, text)}"


def _kept_or(number: Quantity, value: Fraction, text: str) -> str:
    """The number itself where it is what the value rounds to, else the value in its notation."""
    return bare(number, text) if value in number.wide else like(number, value, text)


def _equation(one: Evaluated, text: str) -> Iterator[str]:
    """For rules of others: what the other numbers make of the claim; else the equation with its numbers put in."""
    constraint = one.constraint
    claim = constraint.rule.claim
    value = one.judgement.face.get(claim) if one.judgement else None
    solution = constraint.rule.solutions.get(claim)
    if value is None or solution is None or len(constraint.operands.get(claim, ())) != 1:
        filled = re.sub(r"[a-z_]+", lambda match: _operand(constraint, match[0], text), constraint.rule.equation)
        yield re.sub(r"\bsum\(([^)]*)\)", r"\1", filled)
        return
    yield f"{_written(solution, constraint, text)} = {like(only(constraint, claim), value, text)}"
    yield allowed(one, claim, text)


def _written(tree: Ast, constraint: Constraint, text: str, within: str = "") -> str:
    """A solved equation with its numbers put in, in brackets where it stands within what binds more closely."""
    head, *parts = tree
    if head in ("role", *LIST_FUNCTIONS):
        said = _operand(constraint, parts[0], text)
        return f"({said})" if within and len(constraint.operands.get(parts[0], ())) > 1 else said
    if head == "num":
        return str(parts[0])
    if head == "neg":
        return f"-{_written(parts[0], constraint, text, '/')}"
    first = "" if head in "+-" else head
    said = f" {head} ".join(
        _written(part, constraint, text, head if place else first) for place, part in enumerate(parts)
    )
    return f"({said})" if head in "+-" and within in ("*", "/", "-") else said


def _operand(constraint: Constraint, name: str, text: str) -> str:
    """The numbers of a role as printed; one that nobody printed, such as the months of a year, by its value."""
    numbers = constraint.operands.get(name)
    derived = constraint.derived.get(name)
    if numbers:
        return added([bare(number, text) for number in numbers])
    return plain(derived.low) if derived is not None and derived.low is not None else name


_STEPS: Mapping[str, Steps] = {
    "direction": direction_steps,
    "derived-base": derived_base_steps,
    "percent-for-points": for_points_steps,
    "scale": no_steps,
    "range-order": no_steps,
    "one-in-n": _one_in_n,
    "share-of-whole": _share_of_whole,
    "share-of-sum": _share_of_sum,
    "common-whole": _common_whole,
    "shares-total": _shares_total,
    "cross-total": _total,
    "parts-total": _total,
    "part-above-whole": _part_above,
    "subgroup-range": _subgroups,
    "restated-value": _restated,
    "currency": _currency,
    "turnout": _turnout,
    "winning-margin": lead_steps,
    "balance": balance_steps,
    "remainder": remainder_steps,
    "remaining-share": remaining_share_steps,
    "product": product_steps,
    "multiple": multiple_steps,
    "conversion": conversion_steps,
    "age": age_steps,
    "anniversary": anniversary_steps,
    "duration": duration_steps,
    "year-order": no_steps,
    "superlatives": no_steps,
    "followed-by": no_steps,
    "comparatives": no_steps,
    "extremes": no_steps,
}
