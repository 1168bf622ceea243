"""Parts of parts, and lists that add up once one of their numbers is left out or taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.quantities.model import Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.statements.lexicon import lexicon

__all__ = ["is_a_difference", "is_of_a_part", "is_taken_off", "unless_one_is_no_part"]

_TELLING = 20  # a smaller part is what a clear list is beyond its total by chance
_DIFFERENCE = 3  # tokens from a number to "more"
_LEADS = 3  # tokens from "of whom" to its number


def is_of_a_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number counts some of those told before it: "12 of them new", "of whom 12"."""
    behind = [token.low for token in tokens[at + 1 : at + 3]]
    if behind[:1] == ["of"] and behind[-1] in words_of("totals.taken_up"):
        return True
    before: list[str] = []
    for token in reversed(tokens[max(0, at - _LEADS) : at]):
        if token.quantity is not None:
            break
        before.insert(0, token.low)
    return any(one == "of" and two in words_of("totals.taken_up") for one, two in pairwise(before))


def is_a_difference(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number says how many more or fewer there are than elsewhere: "700 more than in March"."""
    behind = [token.low for token in tokens[at + 1 : at + _DIFFERENCE]]
    if behind and behind[0] in lexicon().verbs:
        return False  # "34 are more than a century old"
    return not words_of("totals.differing").isdisjoint(behind)


def is_taken_off(tokens: Sequence[Token]) -> bool:
    """Whether something is subtracted in the words of a list: ", less $6m in tax"."""
    return any(token.quantity is None and token.low in words_of("totals.taken_off") for token in tokens)


def unless_one_is_no_part(found: Constraint) -> Constraint:
    """A relation, to be confirmed only where leaving out one of its parts, or taking it off, makes the sum right.

    "£60 for the room and £24 for dinner, £30 with wine": the third is told instead of the second. "Assets of $90m and
    debts of $6m" are net assets of $84m. What no word gives away the arithmetic does.
    """
    if found.licence is Licence.ARITHMETIC or found.negated or found.closed or found.holds():
        return found
    (whole,), parts = found.operands["whole"], found.operands["parts"]
    over = sum(part.value for part in parts) - whole.value
    for part in parts:
        chance = found.licence is Licence.CLAUSE and part.value < _TELLING * part.ulp
        left_out = len(parts) > 2 and over == part.value and not chance
        if left_out or over == 2 * part.value:
            return replace(found, licence=Licence.ARITHMETIC)
    return found
