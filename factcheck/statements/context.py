"""What the words round a quantity say of it: a change, a rate over years, a value per unit, a loss."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.statements.lexicon import lexicon

__all__ = [
    "DIRECTION",
    "has_article",
    "has_unread_unit",
    "is_change",
    "is_denominator",
    "is_negative",
    "is_per_unit",
    "is_rate",
    "names_a_sort",
    "place_of",
    "precedes_change",
    "quantity_at",
    "tells_time",
]

_ENDS = frozenset({"FROM", "TO", "VS", "OR"})  # behind them a number's own words have ended
_EACH = frozenset({"a", "per", "each", "every"})
_IN_TIME = frozenset(
    {"in", "for", "at", "the", "of", "a", "this", "our", "fiscal", "first", "second", "third", "fourth"}
)
_TIMES = frozenset({"day", "week", "month", "quarter", "year"})
_THEN = (["ago"], ["earlier"], ["before"], ["later"], ["previously"])  # "$3m a month ago" is one level
DIRECTION = {"UP": 1, "DOWN": -1, "MOVE": 0, "MORE": 1, "FEWER": -1}


def place_of(quantity: Quantity, tokens: Sequence[Token]) -> int:
    """The token of a quantity; 0 where it is none of theirs."""
    at = bisect_right(tokens, quantity.start, key=lambda token: token.start) - 1
    return at if at >= 0 and tokens[at].quantity is quantity else 0


def quantity_at(tokens: Sequence[Token], at: int) -> Quantity:
    """The quantity of a token that is known to have one."""
    quantity = tokens[at].quantity
    assert quantity is not None
    return quantity


def is_change(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a quantity before the word of change is the change: "a 7.2% decrease"."""
    return precedes_change(quantity, tokens) and (quantity.kind is Kind.POINTS or has_article(quantity, tokens))


def precedes_change(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a word of change stands right behind a quantity, or behind another that "or" adds to it."""
    at = place_of(quantity, tokens)
    behind = tokens[at + 1 : at + 3]
    if len(behind) > 1 and behind[0].low == "or" and behind[1].quantity is not None:
        behind = tokens[at + 3 : at + 5]  # "a $6.7m or 4.6% increase"
    return any(lexicon().cues.get(token.low, "") in DIRECTION for token in behind)


def tells_time(between: Sequence[Token]) -> bool:
    """Whether the words behind a number tell no more than in what time it was reached: "in the third quarter"."""
    words = _IN_TIME | lexicon().period
    dated = (token.quantity is not None and token.quantity.kind in LABELS for token in between)
    return all(said or token.low in words for said, token in zip(dated, between, strict=True))


def names_a_sort(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a number hangs by a hyphen on a word, and so tells of a sort instead of how many or how much.

    "three-wheeled vans" and "20-foot containers" do; a "12-strong crew" is counted, and a "300-job cut" is a change.
    """
    if quantity.kind not in (Kind.COUNT, Kind.MEASURE):
        return False
    at = place_of(quantity, tokens)
    if tokens[at].text[quantity.end - tokens[at].start :].startswith("-"):
        behind = at + 1
    elif len(tokens) > at + 2 and tokens[at + 1].text == "-" and tokens[at].end == tokens[at + 2].start - 1:
        if tokens[at + 2].low in lexicon().collective:
            return False
        behind = at + 3
    else:
        return False
    return not any(lexicon().cues.get(token.low, "") in DIRECTION for token in tokens[behind : behind + 2])


def has_article(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a number stands right behind "a", "the" or "that"."""
    at = place_of(quantity, tokens)
    return at > 0 and tokens[at - 1].low in ("a", "an", "the", "that")


def is_rate(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether the change is one a year over several: "a compound annual growth rate of 9.2%"."""
    at = place_of(quantity, tokens)
    rate = lexicon().rate
    start = at + 1 + _told_again(tokens[at + 1 : at + 3])
    behind = [token.low for token in tokens[start : start + 3]]
    own = takewhile(lambda word: lexicon().cues.get(word) not in _ENDS, behind)
    if any(word in lexicon().adjusted for word in own):
        return True
    before = [token.low for token in tokens[max(0, at - 6) : at]]
    after = [token.low for token in tokens[at + 1 : at + 4]]
    around = [*before, *after[:2]]
    # the time of a level before is not its own: "£1,755 a year, 2% more than the £1,720"
    clause = around[len(before) - before[::-1].index(",") :] if "," in before else around
    threes = zip(clause, clause[1:], [*clause[2:], ""], strict=False)
    yearly = any(one in ("a", "per", "each") and two == "year" and [three] not in _THEN for one, two, three in threes)
    each = len(after) > 1 and after[0] in _EACH and after[1] in _TIMES and after[2:] not in _THEN
    return yearly or each or any(word in rate for word in around) or "midpoint" in after


def _told_again(behind: Sequence[Token]) -> int:
    """How many tokens behind a change tell it once more: 2 in "$16m, 11%, excluding currency effects"."""
    again = behind[1].quantity if len(behind) > 1 and behind[0].text == "," else None
    return 2 if again is not None and again.kind is Kind.PERCENT else 0


def is_per_unit(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a value is one per something: "$1.35 per diluted share"."""
    following: list[str] = []
    for token in tokens[place_of(quantity, tokens) + 1 :][:3]:
        if token.quantity is not None or token.low == "or":
            break
        following.append(token.low)
    return "per" in following or following[:2] in (["a", "share"], ["an", "hour"])


def is_denominator(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is what a rate is for: "410 cases per 10,000", "six litres for every 100 kilometres"."""
    return at > 0 and tokens[at - 1].low in ("per", "every", "each")


def has_unread_unit(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a capitalised word stands right behind a bare number, a unit perhaps that is not known: "12.8 Mtoe"."""
    at = place_of(quantity, tokens) + 1
    bare = quantity.kind is Kind.COUNT and not quantity.unit and quantity.scale == 1
    return bare and at < len(tokens) and tokens[at].text[0].isupper()


def is_negative(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a value is said to be a loss, a deficit or the like."""
    at = place_of(quantity, tokens)
    sign = lexicon().sign
    before = [token.low for token in tokens[max(0, at - 5) : at]]
    behind = [token.low for token in tokens[at + 1 : at + 3]]
    return any(word in sign for word in (*before, *behind))
