"""Percentages of one thing that several take, hold or are given: what one has of it no other one has.

"The winner takes 50% of the purse, the runner-up 30% and the third boat 20%"; "assets are held in equities (55%), bonds
(40%) and cash (5%)"; "sales break down as tiles 48%, bricks 33% and slates 19%".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.quantities.model import LABELS, Kind, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.shares.portions import Text
from factcheck.statements.lexicon import lexicon

__all__ = ["breaks_down", "is_held", "is_taken", "tells_of_parts"]

_THING = 6  # tokens from a share to the thing it is of: "of the Drumlin Group's ordinary stock"
_TAKER = 8  # tokens from "keeps" or the like to the share
_PLACED = 7  # tokens from "held in" to the first share
_LEAD = 4  # tokens from "break down as" to the first share
_BEHIND = 4

Shares = tuple[int, ...]


def is_taken(text: Text, run: Shares) -> bool:
    """Whether the first share is taken of a thing that is shared, and each other one is told by its taker alone."""
    first, lows = run[0], text.lows
    before = lows[max(0, first - _TAKER) : first]
    owned = not words_of("splits.owns").isdisjoint(before)
    if lows[first + 1 : first + 2] != ("of",) or not (owned or _is_thing(text, first)):
        return False
    if words_of("splits.takes").isdisjoint(before):
        return False
    if any(lows[at + 1 : at + 2] == ("of",) for at in run[1:]) or _tells_where(text, run):
        return False
    return all(_has_taker(text, one, other) for one, other in pairwise(run))


def _is_thing(text: Text, at: int) -> bool:
    """Whether "of the purse" follows a share: the noun before any mark, verb or preposition."""
    closed = lexicon().verbs | lexicon().clause | words_of("splits.ends_thing")
    noun = ""
    for place in range(at + 2, min(len(text.lows), at + 2 + _THING)):
        if text.tokens[place].kind is not TokenKind.WORD or text.lows[place] in closed:
            break
        noun = text.lows[place]
    return noun in words_of("splits.things")


def _has_taker(text: Text, one: int, other: int) -> bool:
    """Whether a name or noun of somebody stands before a share, or "for" and one behind it, and no verb of another."""
    between = text.lows[one + 1 : other]
    last = max(k for k, word in enumerate(between) if word in (",", "and", "while", "against", "to", "-"))
    lead = between[last + 1 :]
    verbs = [word for word in lead if word in lexicon().verbs]
    if any(verb not in words_of("splits.takes") for verb in verbs):
        return False
    closed = lexicon().function | lexicon().verbs
    named = any(word[:1].isalpha() and word not in closed for word in lead)
    return named or text.lows[other + 1 : other + 2] == ("for",)


def _tells_where(text: Text, run: Shares) -> bool:
    """Whether a place, a group or a time is told among the shares: each of them may be of its own whole."""
    span = range(run[0] + 1, min(len(text.lows), run[-1] + _BEHIND))
    labels = (text.tokens[k].quantity for k in span)
    if any(q is not None and q.kind in LABELS and q.kind is not Kind.ORDINAL for q in labels):
        return True
    return not words_of("splits.apart").isdisjoint(text.lows[k] for k in span)


def is_held(text: Text, run: Shares) -> bool:
    """Whether all shares stand in brackets behind what a thing is "held in" or "divided between"."""
    first, lows = run[0], text.lows
    if not all(lows[at - 1] == "(" and lows[at + 1 : at + 2] == (")",) for at in run):
        return False
    before = lows[max(0, first - _PLACED) : first]
    places = [k for k, pair in enumerate(pairwise(before)) if " ".join(pair) in words_of("splits.placed")]
    other = lexicon().clause | lexicon().verbs
    return bool(places) and other.isdisjoint([*before[places[-1] + 2 :], *lows[first : run[-1]]])


def breaks_down(text: Text, run: Shares) -> bool:
    """Whether the shares stand behind what they are of, in a list that "break down as" opens."""
    first, lows = run[0], text.lows
    opened = _opens(lows[max(0, first - _LEAD - 3) : first])
    closing = words_of("portions.closing") | {"and"}
    return opened and all(at + 1 == len(lows) or lows[at + 1] in closing for at in run)


def tells_of_parts(text: Text) -> bool:
    """Whether a sentence has words for parts that are no words of change, as they seem: "break down as", "against"."""
    lows = text.lows
    voted = "against" in lows and not {"vote", "votes", "ballot", "ballots"}.isdisjoint(lows)
    return voted or ("down" in lows and _opens(lows))


def _opens(lows: Sequence[str]) -> bool:
    """Whether "break down as" or the like stands among some words."""
    opening = words_of("splits.broken_down")
    return any(" ".join(lows[k : k + size]) in opening for k in range(len(lows)) for size in (2, 3))
