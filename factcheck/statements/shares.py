"""Trees of shares, pairs, parts and ratios to roles; None where the kinds of their numbers do not go together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.model import AMOUNTS, Kind, Quantity, Token
from factcheck.statements.context import is_per_unit, place_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue
from factcheck.statements.table import Node, leaves, quantities

__all__ = ["is_adjacent", "pair_roles", "parts_roles", "ratio_roles", "share_roles"]


def pair_roles(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """A count and its percentage; with nothing but a comma between, the percentage must say what it is of.

    They are the first two numbers of the tree.
    """
    one, two = quantities(body, fed)[:2]
    if body.name == "pair_base":
        behind = place_of(two, tokens) + 1
        following = [token.low for token in tokens[behind : behind + 2]]
        if (
            two.kind is not Kind.PERCENT
            or following[:1] != ["of"]
            or following[-1] in ("which", "whom", "these", "those")
        ):
            return None
    if one.kind is Kind.PERCENT and two.kind in AMOUNTS:
        return {"count": two, "percent": one}
    if two.kind is Kind.PERCENT and one.kind in AMOUNTS:
        return {"count": one, "percent": two}
    return None


def share_roles(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    found = quantities(body, fed)
    if body.name == "part_of_in_brackets":
        found = [found[1], found[2], found[0]]
    if body.name == "represents":
        return _represents(found)
    if body.name == "pair_of_whole":
        return _pair_of_whole(body, fed, tokens)
    if body.name == "pair_of":
        return _pair_of(found)
    percents = [q for q in found if q.kind is Kind.PERCENT]
    levels = [q for q in found if q.kind in AMOUNTS]
    if len(found) == 2 and found[0].kind is Kind.PERCENT and levels:  # "18% of 1,240"
        return {"percent": found[0], "whole": found[1]}
    if len(found) == 3 and found[0].kind is Kind.PERCENT and len(levels) == 2:  # "18% of 1,240, or 223"
        if _goes_on(found[2], tokens):
            return {"percent": found[0], "whole": found[1]}
        return {"percent": found[0], "whole": found[1], "part": found[2]}
    if len(levels) < 2 or levels[0] is not found[0] or levels[1] is not found[1]:
        return None
    if is_per_unit(levels[0], tokens) != is_per_unit(levels[1], tokens):
        return None
    roles = {"part": levels[0], "whole": levels[1]}
    return {**roles, "percent": percents[0]} if percents and not _of_some(percents[0], tokens) else roles


def _of_some(percent: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a percentage is said to be one of some others: "150 of its 600 branches, or 40% of those in towns"."""
    behind = [token.low for token in tokens[place_of(percent, tokens) + 1 :][:2]]
    return behind[:1] == ["of"] and behind[-1] in ("those", "these", "them", "which", "whom")


def _goes_on(part: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether another number is joined to a part, which may be that of an earlier share: ", or 49 and 12 people"."""
    behind = tokens[place_of(part, tokens) + 1 :][:2]
    return len(behind) == 2 and behind[0].low == "and" and behind[1].quantity is not None


_CLOSING = frozenset({")", "]"})
_DETERMINERS = frozenset({"the", "these", "those", "its", "their", "all", "our", "his", "her", "some", "about"})


def is_adjacent(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether "of" stands right behind the part and right before the whole: not in "$12m of sales of 48"."""
    places = list(leaves(body))
    for one, mark, other in zip(places, places[1:], places[2:], strict=False):
        if fed[mark].type not in ("OF", "OUTOF"):
            continue
        between = tokens[fed[mark].last + 1 : fed[other].first]
        free = 3 if fed[mark].type == "OUTOF" else 0
        if fed[mark].first - fed[one].last > 1 + free or any(t.low not in _DETERMINERS for t in between):
            return False
    return True


def _pair_of_whole(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """A pair and the whole in brackets, where "of" follows the pair."""
    places = list(leaves(body))
    one, two, whole = quantities(body, fed)
    between = [token.low for token in tokens[fed[places[3]].last + 1 : fed[places[4]].first]]
    return _pair_with(one, two, whole) if between[:1] == ["of"] else None


def _pair_of(found: Sequence[Quantity]) -> dict[str, Quantity] | None:
    """A pair and what follows "of" or "out of" it."""
    one, two, whole = found
    roles = _pair_with(one, two, whole)
    return roles if roles is not None and whole.value >= roles["part"].value else None


def _pair_with(one: Quantity, two: Quantity, whole: Quantity) -> dict[str, Quantity] | None:
    """A count and its percentage, in either order, with their whole."""
    percent, part = (one, two) if one.kind is Kind.PERCENT else (two, one)
    if percent.kind is not Kind.PERCENT or not {part.kind, whole.kind} <= AMOUNTS:
        return None
    return {"part": part, "whole": whole, "percent": percent}


def _represents(found: list[Quantity]) -> dict[str, Quantity] | None:
    if found[0].kind in AMOUNTS and found[1].kind is Kind.PERCENT:
        roles = {"part": found[0], "percent": found[1]}
        if len(found) == 3 and found[2].kind in AMOUNTS:
            roles["whole"] = found[2]
        return roles
    return None


def parts_roles(body: Node, fed: Sequence[Cue]) -> dict[str, Quantity] | None:
    found = quantities(body, fed)
    if any(q.kind is Kind.POINTS for q in found):
        return None
    if len(found) == 1:
        return {"first": found[0]}
    bare = any(q.kind is Kind.COUNT and not q.unit for q in found)  # "48.6 billion euros, comprising 19.2 billion …"
    together = found[0].kind is found[1].kind or (bare and Kind.PERCENT not in {q.kind for q in found})
    return {"whole": found[0], "first": found[1]} if together else None


def ratio_roles(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """A ratio and its percentage, where the bracket round either says nothing of another group or time."""
    places = list(leaves(body))
    found = {cue.quantity.kind: cue.quantity for cue in (fed[place] for place in places) if cue.quantity is not None}
    numbers = [fed[place] for place in places if fed[place].quantity is not None]
    if Kind.PERCENT not in found or len(found) != len(numbers):
        return None
    brackets = [fed[place] for place in places if fed[place].type == "LPAR"]
    if brackets and not _says_the_same(numbers, brackets[0], tokens):
        return None
    return {"ratio": found[Kind.RATIO], "percent": found[Kind.PERCENT]}


def _says_the_same(numbers: Sequence[Cue], opening: Cue, tokens: Sequence[Token]) -> bool:
    """Whether a bracket holds the number before it once more: "one in five adults (18% of adults)", not "(34% in …)".

    It closes right behind its numbers, or goes on with "of" and the noun told before it or a word for all of them.
    """
    words = lexicon()
    inside = [cue for cue in numbers if cue.first > opening.first]
    if any(_is_of_another(token) for token in tokens[opening.last + 1 : inside[0].first]):
        return False
    start = inside[-1].last + 1
    closing = next((at for at in range(start, len(tokens)) if tokens[at].text in _CLOSING), len(tokens))
    rest = [token.low for token in tokens[start:closing]]
    named = {token.low for token in tokens[numbers[0].last + 1 : opening.first]}
    if rest[:1] == ["of"]:
        nouns = set(rest[1:]) - _DETERMINERS
        return words.places.isdisjoint(rest[2:]) and (not nouns or bool(nouns & (named | words.everybody)))
    return not any(_is_of_another(token) for token in tokens[start:closing])


def _is_of_another(token: Token) -> bool:
    """Whether a word or number in a bracket says that what it holds is of another group, place or time."""
    return token.quantity is not None or token.low in lexicon().places
