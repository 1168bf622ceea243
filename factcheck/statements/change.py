"""Trees of change to roles: percent, points, amount, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.quantities.model import AMOUNTS, Kind, Quantity, Token
from factcheck.statements.context import (
    DIRECTION,
    has_article,
    place_of,
)
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Cue, Word
from factcheck.statements.pace import pace_word
from factcheck.statements.slots import assigned, of_one_unit
from factcheck.statements.table import Node, leaves, quantities

__all__ = ["change_roles", "versus_roles", "word_at"]

_BEYOND = frozenset({"above", "below"})
_RANKED = frozenset({"more", "fewer", "beyond", "above"})
_SOME = frozenset({"them", "these", "those", "which", "whom"})
_ARTICLES = frozenset({"a", "an", "the"})
_TOLD = ("by", "ellipsis")  # the change itself was told last


def change_roles(
    body: Node, fed: Sequence[Cue], tokens: Sequence[Token]
) -> tuple[dict[str, Quantity] | None, int, dict[str, Word]]:
    """Roles percent, points, amount, before, after of a change, its direction and direction word."""
    slots: dict[str, list[Quantity]] = {"lead": [], "by": [], "before": [], "after": [], "at": [], "beside": []}
    moves: list[int] = []  # places of the words of change
    told = ""  # the slot that was filled last
    for node in _opened(body):
        if node.name == "beyond" and tokens[fed[_words_of_change(node, fed)[0]].first].low not in _BEYOND:
            return None, 0, {}  # "£5m, 3 more 7-seaters"
        if node.name == "beyond" and any(one.unit == "degree" for one in quantities(node, fed)):
            return None, 0, {}  # of warmth or of an angle: `compared.py` tells
        if node.name in _RANKED and _tells_of_some(quantities(node, fed), tokens):
            return None, 0, {}
        if node.name == "level":  # "level VS level", the levels of a comparison
            slots["before" if slots["after"] else "after"] += quantities(node, fed)
            continue
        words = _words_of_change(node, fed)
        if node.name == "again" and moves and DIRECTION[fed[words[0]].type] != DIRECTION[fed[moves[0]].type]:
            continue  # "rose to 4.1%, still down from 4.6% a year ago": the rise was from another level
        moves += words
        told = _fill(slots, node, fed, tokens, told)
    if not moves and not (slots["before"] and slots["after"]):
        return None, 0, {}
    if _is_taken(body) and not _is_named(moves[0], fed, tokens):
        slots["before"] = []  # "from £2 to £5, up 8% on last year": from and to may be the ends of a range
    _settle_lead(slots, leaves(body), fed)
    if not slots["after"]:
        slots["after"] = _reached_at(slots)
    clear = bool(moves) and not _doubled(moves[0], fed, tokens)
    direction = DIRECTION[fed[moves[0]].type] if clear else 0
    linked = bool(slots["before"] and slots["after"])
    told_by = _direction_words(moves, fed, tokens, linked=linked) if clear else {}
    if linked and clear and not told_by:
        pace = pace_word(moves[0], fed, tokens, [slots["before"][0], slots["after"][0]])
        told_by = {"direction": pace} if pace is not None else {}
    return assigned(slots, tokens), direction, told_by


def _tells_of_some(levels: Sequence[Quantity], tokens: Sequence[Token]) -> bool:
    """Whether the first number is a whole of which there are some, or another counts some of it.

    "Two-thirds of the 156 voted for it, four more than the 100 needed"; "37 shocks, two of them above magnitude 5".
    """
    for level in levels[1:]:
        behind = place_of(level, tokens) + 1
        words = [token.low for token in tokens[behind : behind + 2]]
        if words[:1] == ["of"] and words[-1] in _SOME:
            return True
    at = place_of(levels[0], tokens)
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    of = before[::-1].index("of") if "of" in before else None
    return of is not None and at - of >= 2 and tokens[at - of - 2].quantity is not None


def _reached_at(slots: Mapping[str, list[Quantity]]) -> list[Quantity]:
    """The level behind "at", where the base is told or the change is an amount: "closed up 64p, or 6%, at 1130p"."""
    if slots["before"]:
        return [level for level in slots["at"] if of_one_unit(level, slots["before"][0])]
    amounts = [change for change in slots["by"] if change.kind is not Kind.PERCENT]
    in_percent = len(slots["by"]) > len(amounts)
    return [level for level in slots["at"] if in_percent and any(level.unit == one.unit for one in amounts)]


def _is_taken(body: Node) -> bool:
    """Whether two levels lead with no word of change before them: "takes it from 40 to 52"."""
    return isinstance(body.children[0], Node) and body.children[0].name == "taken"


def _is_named(at: int, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether a change behind two levels is a noun of its own: ", an increase of 12", ", a 30% rise"."""
    start = fed[at - 1].last if fed[at - 1].quantity is None else fed[at - 2].last
    return not _ARTICLES.isdisjoint(token.low for token in tokens[start + 1 : fed[at].first])


def _words_of_change(node: Node, fed: Sequence[Cue]) -> list[int]:
    """The places of the words of change in a part."""
    return [leaf for leaf in leaves(node) if fed[leaf].type in DIRECTION]


def versus_roles(body: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> dict[str, Quantity] | None:
    """Two levels that are compared, the change between them not told here."""
    after, before = quantities(body, fed)
    return assigned({"lead": [], "by": [], "after": [after], "before": [before]}, tokens)


def _settle_lead(slots: dict[str, list[Quantity]], places: Iterator[int], fed: Sequence[Cue]) -> None:
    """A level that "compared with" or "from" introduces is the base, though it stands before the word of change."""
    first = next(places)
    if first > 0 and fed[first - 1].type in ("VS", "FROM", "THAN") and slots["lead"] and not slots["before"]:
        slots["before"] = [slots["lead"].pop(0)]


def _direction_words(
    moves: Sequence[int], fed: Sequence[Cue], tokens: Sequence[Token], *, linked: bool
) -> dict[str, Word]:
    """The words of rise and fall that take the levels themselves: verbs, those of an apposition, and those that stand
    right before two `linked` levels, "falling from 5% to 4%"."""
    found: dict[str, Word] = {}
    for at in moves:
        cue = fed[at]
        if [one.type for one in fed[at + 1 : at + 2]] == ["DASH"] and at + 2 in moves:
            continue  # "increasing -- improving 60 points": taken back
        apposed = at > 0 and (fed[at - 1].type in ("COMMA", "LPAR", "REPRESENT") or _is_noun_of(at, fed, tokens))
        if DIRECTION[cue.type] and (apposed or _is_verb(at, fed, tokens) or (linked and _is_one(at, fed, tokens))):
            found["direction" if not found else f"direction-{len(found) + 1}"] = word_at(cue, tokens)
    return found


def _is_noun_of(at: int, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether it is the noun of a change apposed behind both levels: ", a 23% increase"."""
    change = fed[at - 1].quantity
    if change is None or at < 2 or fed[at - 2].type not in ("COMMA", "LPAR", "REPRESENT", "DASH"):
        return False
    return has_article(change, tokens) and fed[at].first == fed[at - 1].last + 1


def _is_verb(at: int, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether a word of change is a verb: a finite one, or the stem behind "to" or "will" or right before a number."""
    words, first = lexicon(), fed[at].first
    lower = tokens[first].low
    if lower in words.finite or lower not in words.stem:
        return lower in words.finite
    before = tokens[first - 1].low if first else ""
    following = fed[at + 1] if at + 1 < len(fed) else None
    governs = following is not None and following.quantity is not None and following.first == first + 1
    return before in words.modal or (governs and before not in words.function)


def _is_one(at: int, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether "from" or "to" follows a word of one change: "falling from 5% to 4%"; not "declines from 5% to 8%"."""
    if at + 1 == len(fed) or fed[at + 1].type not in ("FROM", "TO") or fed[at + 1].first != fed[at].last + 1:
        return False
    return not tokens[fed[at].first].text.endswith("s")


def _opened(body: Node) -> Iterator[Node]:
    """The head and tails of a change in order, nodes of repetition opened."""
    for child in body.children:
        if isinstance(child, Node) and (child.name.startswith("__") or child.name == "tail"):
            yield from _opened(child)
        elif isinstance(child, Node):
            yield child


def _fill(slots: dict[str, list[Quantity]], node: Node, fed: Sequence[Cue], tokens: Sequence[Token], told: str) -> str:
    """Puts the numbers of a part into their slots; gives the slot that it was about."""
    found = quantities(node, fed)
    both = _both_ends(slots, node.name, found, told)
    if both:
        return both
    if node.name == "head":
        amounts = _amounts(node, fed)
        slots["by"] += amounts
        slots["lead"] += found[: len(found) - len(amounts)]
        return "by" if amounts else "lead"
    if node.name == "also":  # "by 15 (12%)" is one change; "to 654,000 (8%)" is a level and its share
        slots["by" if told in _TOLD or _closes(slots, node, fed, told) else "beside"] += found
        return "also"
    if node.name == "signed":
        slots["by"] += [quantity for quantity in found if quantity.signed and quantity.kind is Kind.PERCENT]
        return "by"
    if node.name == "noted":  # "(a 20% increase)", but not "(4 points lower than there)"
        slots["by"] += [quantity for quantity in found if has_article(quantity, tokens)]
        return "by"
    if node.name == "ellipsis":
        slots["by"] += found
        return "ellipsis"
    if node.name != "by" or not slots["by"] or _told_otherwise(slots["by"], node, fed, tokens):
        slots[node.name] += found
        return node.name
    return "another"  # a second change is of another period or measure


def _told_otherwise(by: Sequence[Quantity], node: Node, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether a change told as an amount is told in percent now, or the other way by a noun, of the same time.

    "Grew $2m to $12m, a 20% rise"; "rose 6.4% to $24.90, a gain of $1.50"; not "had gained 11%, rose $4 to $102".
    """
    found = quantities(node, fed)
    behind = tokens[place_of(found[0], tokens) + 1 :][:5]
    if any(token.low.startswith(("year", "annual")) for token in behind):
        return False
    if _are_amounts(by):
        return _are_percentages(found)
    named = (_is_named(word, fed, tokens) for word in _words_of_change(node, fed))
    return _are_percentages(by) and _are_amounts(found) and any(named)


def _are_amounts(some: Sequence[Quantity]) -> bool:
    return all(quantity.kind in AMOUNTS for quantity in some)


def _are_percentages(some: Sequence[Quantity]) -> bool:
    return all(quantity.kind is Kind.PERCENT for quantity in some)


def _both_ends(slots: dict[str, list[Quantity]], name: str, found: Sequence[Quantity], told: str) -> str:
    """Fills the slots from a part that holds the base and more; "" where it is none."""
    if name in ("more", "fewer", "beyond"):
        *lead, by, before = found
        slots["lead"], slots["by"], slots["before"] = lead[:1], [*lead[1:], by], [before]
    elif name == "over":
        slots["lead"], slots["by"] = [found[0]], list(found[1:])
        return "by"
    elif name == "above":
        slots["by"], slots["after"], slots["before"] = ([quantity] for quantity in found)
    elif name == "again":
        if told == "ellipsis":  # "and 44% bought a licence, up from 39%"
            slots["after"], slots["by"] = slots["by"], []
        slots["before"] += found
    elif name == "aside":
        slots["by"] += found[:1] if told in _TOLD else []
        slots["before"] += found[1:]
    elif name == "compared" or name == "versed":
        slots["after"], slots["before"] = list(found[:1]), list(found[1:])
    elif name in ("ends", "taken"):
        slots["before"], slots["after"] = list(found[:1]), list(found[1:])
        return "after"
    else:
        return ""
    return "before"


def _closes(slots: Mapping[str, list[Quantity]], node: Node, fed: Sequence[Cue], told: str) -> bool:
    """Whether "or 12.9%" behind both levels is the change: "from 8,000 to 6,968, or 12.9%".

    Not where the base has its own: "from 3,584 shares, or 5.6%, to 3,084 shares, or 4.8%".
    """
    both = bool(slots["before"]) and told == "after" and not slots["by"] and not slots["beside"]
    return both and any(fed[leaf].type == "OR" for leaf in leaves(node))


def _amounts(node: Node, fed: Sequence[Cue]) -> list[Quantity]:
    """What stands in the head as the change itself."""
    parts = [child for child in node.children if isinstance(child, Node) and child.name == "amount"]
    return [quantity for part in parts for quantity in quantities(part, fed)]


def _doubled(at: int, fed: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether another word of change stands right before the one at `at`: "fell as the share increased, from 39% …".

    What grows or slows at a rate has a level of its own: "growth fell to 4% from 5%".
    """
    earlier = [cue for cue in fed[max(0, at - 2) : at] if cue.type != "BREAK"]
    return bool(earlier) and earlier[-1].type in DIRECTION and not _is_level(earlier[-1], tokens)


def _is_level(cue: Cue, tokens: Sequence[Token]) -> bool:
    return tokens[cue.first].low == "growth"


def word_at(cue: Cue, tokens: Sequence[Token]) -> Word:
    first, last = tokens[cue.first], tokens[cue.last]
    text = first.text if cue.first == cue.last else " ".join(t.text for t in tokens[cue.first : cue.last + 1])
    return Word(cue.type, first.start, last.end, text)
