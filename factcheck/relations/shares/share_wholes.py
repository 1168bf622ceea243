"""The whole of a part with its share, sought among the counts of the sentences before it."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.shares.kin import clash, is_called, is_general, is_person, kin
from factcheck.relations.shares.portions import Scene
from factcheck.relations.shares.share_base import NONE, Base
from factcheck.relations.shares.share_context import Context, counts_before, is_a_change, noun_of

__all__ = ["holds", "whole_before"]

_HUNDREDTH = Fraction(1, 100)
Count = tuple[Scene, int]


def holds(part: Quantity, share: Quantity, whole: Quantity) -> bool:
    """Whether a part is, by its loosest reading, the share of a whole."""
    told = share.interval.scaled(_HUNDREDTH) if share.kind is Kind.PERCENT else share.interval
    return (told * whole.interval).meets(part.wide)


def whole_before(context: Context, part: Quantity, share: Quantity, noun: str, base: Base) -> Quantity | None:
    """The one number before it that a part with its share can be of: by its noun, or for want of any other.

    `noun` is what the part counts, `base` what the share is said to be of. Of several the one that fits is meant.
    """
    if part.kind is not Kind.COUNT and not base.is_all:
        return None
    near = counts_before(context, part, far=bool(base.asked))
    counts = [one for one in near if _number(one).value > part.value and _was_asked(one, base.asked)]
    fitting = [one for one in counts if holds(part, share, _number(one))]
    akin = [one for one in counts if _is_akin(one, noun, base)]
    found = [one for one in akin if one in fitting] or akin
    if not found and _is_of_all(noun, base):
        found = [one for one in counts if _counts_sorts(_noun(one), noun, base)]
        found = [] if len({_number(one).value for one in counts}) > 1 and len(found) != 1 else found
    nameless = [one for one in counts if not _noun(one) and one not in found] if akin else []
    values = {_number(one).value for one in (*found, *nameless)}
    if len(values) != 1:
        return None
    scene, at = found[-1]
    told = bool(scene.shares) or is_a_change(context.reading, scene.text, at)
    tied = bool(akin) or base != NONE or scene is context.before
    return scene.text.number(at) if tied and not told else None


def _number(count: Count) -> Quantity:
    return count[0].text.number(count[1])


def _noun(count: Count) -> str:
    return noun_of(count[0].text, count[1])


def _was_asked(count: Count, word: str) -> bool:
    """Whether those counted are told to be who was asked, or who replied; always where nothing of that is said."""
    if not word:
        return True
    lines = [line.split() for line in words_of("portions.askings")]
    same = {other for line in lines if word in line for other in line}
    return not (same or {word}).isdisjoint(count[0].text.lows)


def _is_akin(count: Count, noun: str, base: Base) -> bool:
    """Whether the noun of a count is a word for what a share is of, or else for what the part counts."""
    if base.noun in words_of("kin.employed") and words_of("kin.employs").isdisjoint(count[0].text.lows):
        return False
    if base.is_all or base == NONE or base.noun in words_of("portions.anything"):
        return kin(noun, _noun(count))
    return is_called(base.noun, _noun(count))


def _is_of_all(noun: str, base: Base) -> bool:
    """Whether a share without a noun akin to any count before it may be one of whatever was counted."""
    anything = not noun or noun in words_of("portions.anything")
    body = base.noun in words_of("portions.body") and base.noun not in words_of("kin.employed")
    return anything or body or base.is_all or base.noun in words_of("portions.anything")


def _counts_sorts(whole: str, noun: str, base: Base) -> bool:
    """Whether a part may be of what a count with a strange noun counts."""
    if not noun or not whole or noun in words_of("portions.anything"):
        return True
    if clash(whole, noun):
        return False
    return bool(base.asked) or is_general(noun) or (is_person(noun) and is_person(whole) and base != NONE)
