"""Two levels that a comparative ranks: "4.1%, below the average of 4.5%", "12%, compared with only 7%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.facts.lexicon import measures
from factcheck.facts.model import Reading
from factcheck.facts.names import singular
from factcheck.quantities.model import LABELS, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint
from factcheck.relations.order.compared_apart import compared_apart
from factcheck.relations.order.ranks import may_be_ranked, ordered, same_rate, words_at
from factcheck.relations.rules import Rule
from factcheck.relations.units import of_one_kind
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Word

__all__ = ["bind_comparatives"]

REACH = 9  # tokens from a comparative to the level behind it
HEDGED = 3  # the same behind "more than", which else is a hedge: "the 4.5%", "last year's 4.5%"
ASIDE = 5  # tokens from a level to the comma or verb before the comparative
FAR = 25  # tokens from a number to "compared with only"

_ITS = (["its"], ["their"], ["his"], ["her"])
_QUOTES = frozenset("'’“\"")

Pair = tuple[Quantity, Quantity]


def bind_comparatives(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each level that is said to be above, below, or to be compared with "only" another."""
    done: set[int] = set()
    for constraint in _in_clauses(rule, reading):
        done.update(quantity.start for _, quantity in constraint.quantities())
        yield constraint
    for found in compared_apart(reading):
        if found.low.start not in done:
            word = Word("MORE" if found.above else "FEWER", found.word.start, found.word.end, found.word.text)
            variant = "above-than" if found.above else "below-than"
            yield from ordered(rule, found.low, found.high, {"comparative": word}, variant)


def _in_clauses(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each level with a comparative, or "compared with only", right beside it."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        if sum(may_be_ranked(token.quantity) for token in tokens) < 2:
            continue
        lows = list(sentence.lows)
        places = [at for at in range(1, len(tokens) - 1) if lows[at] in _openings()]
        if places and words_of("ranks.unranked").isdisjoint(lows):
            for at in places:
                yield from _beside(rule, tokens, lows, at)
                yield from _with_only(rule, tokens, lows, at)


@cache
def _openings() -> frozenset[str]:
    """The first words of all comparatives."""
    return frozenset(words.split()[0] for name in ("above", "below", "compared") for words in words_of(f"ranks.{name}"))


def _beside(rule: Rule, tokens: Sequence[Token], lows: Sequence[str], at: int) -> Iterator[Constraint]:
    """The level before "above" or "below" at a token, and the one behind."""
    for name, cue in (("above", "MORE"), ("below", "FEWER")):
        size = words_at(lows, at, f"ranks.{name}")
        pair = _levels(tokens, lows, at, size) if size else None
        if pair is not None:
            high, low = pair if name == "above" else (pair[1], pair[0])
            word, last = tokens[at], tokens[at + size - 1]
            words = {"comparative": Word(cue, word.start, word.end, word.text)}
            yield from ordered(rule, low, high, words, name if last is word else f"{name}-than")


def _levels(tokens: Sequence[Token], lows: Sequence[str], at: int, size: int) -> Pair | None:
    """The level that is ranked and the one that it is ranked by, where no other number of the kind stands before."""
    first, last = _place_before(tokens, lows, at), _place_behind(tokens, lows, at, size)
    if first is None or last is None or not _alike(lows, first, last):
        return None
    one, other = tokens[first].quantity, tokens[last].quantity
    if one is None or other is None:
        return None
    if words_at(lows, at, "ranks.below") and _is_added_to(tokens, lows, last, other):
        return None
    before = (token.quantity for token in tokens[:at])
    if any(quantity is not None and quantity is not one and of_one_kind(quantity, one) for quantity in before):
        return None  # "up on the 300 of March, but below the 400 of May" tells of a third
    if not words_of("ranks.falling").isdisjoint(lows) and lows[first - 1] not in ("to", "at"):
        return None
    return one, other


def _is_added_to(tokens: Sequence[Token], lows: Sequence[str], at: int, level: Quantity) -> bool:
    """Whether what is below is below two together: "less than the £120 deposit and the £150 fee"."""
    places = range(at + 1, min(len(lows), at + REACH))
    joint = next((k for k in places if lows[k] in ("and", "plus", "with")), None)
    if joint is None or not all(low[0].isalnum() for low in lows[at + 1 : joint]):
        return False
    behind = (token.quantity for token in tokens[joint + 1 : joint + 1 + HEDGED])
    return any(quantity is not None and of_one_kind(quantity, level) for quantity in behind)


def _place_before(tokens: Sequence[Token], lows: Sequence[str], at: int) -> int | None:
    """Where the level stands that a comparative is said of: "4.1% in May, still below", "the rate (4.1%) is above"."""
    joint = _back_over_adverbs(lows, at - 1)
    if lows[joint] not in words_of("ranks.joints"):
        return None
    if lows[joint].isalpha():
        comma = _back_over_adverbs(lows, joint - 1)
        if lows[comma] == ",":
            joint = comma  # "4.1%, which is below"
        elif lows[joint - 1] != ")" and tokens[joint - 1].quantity is None:
            return None  # "sales at the 40 shops were higher": not the number is
    for place in range(joint - 1, max(0, joint - 1 - ASIDE), -1):
        quantity = tokens[place].quantity
        if _is_number(quantity):
            return place if may_be_ranked(quantity) else None
        if quantity is None and _parts(tokens[place]) and lows[place] != ")":
            return None
    return None


def _back_over_adverbs(lows: Sequence[str], at: int) -> int:
    while at > 0 and lows[at] in words_of("ranks.adverbs"):
        at -= 1
    return at


def _place_behind(tokens: Sequence[Token], lows: Sequence[str], at: int, size: int) -> int | None:
    """Where the level stands that follows a comparative: "the average of 4.5%", "our 6% goal", "in May (4.5%)"."""
    start = at + size
    reach = HEDGED if lows[at] in ("more", "less", "fewer") else REACH
    for place in range(start, min(len(tokens), start + reach)):
        quantity = tokens[place].quantity
        if _is_number(quantity):
            said = may_be_ranked(quantity) and place > start  # "above 2%" is a bound
            return place if said and _may_lie(quantity, lows[start:place]) else None
        ends = lows[place] in words_of("ranks.ends") or (_parts(tokens[place]) and lows[place] != "(")
        if quantity is None and ends:
            return None
    return None


def _may_lie(quantity: Quantity | None, between: Sequence[str]) -> bool:
    """Whether the level behind "above" is one of the measure: a length may be that of a place higher up."""
    length = quantity is not None and quantity.unit in words_of("ranks.lengths")
    return not length or not words_of("ranks.marks").isdisjoint(between)


def _parts(token: Token) -> bool:
    """Whether a word or mark ends what is said of a level."""
    low = token.low
    verb = low in lexicon().verbs and token.text.islower()  # "in May" holds no verb
    return verb or low in lexicon().clause or not (low[0].isalnum() or low[0] in _QUOTES)


def _with_only(rule: Rule, tokens: Sequence[Token], lows: Sequence[str], cue: int) -> Iterator[Constraint]:
    """The nearest number before "compared with only", and the one behind it."""
    size = words_at(lows, cue, "ranks.compared")
    place = cue + size + 1
    if not size or place >= len(tokens) or lows[place - 1] not in words_of("ranks.only"):
        return
    before = range(cue - 1, max(-1, cue - 1 - FAR), -1)
    first = next((k for k in before if _is_number(tokens[k].quantity)), None)
    if first is None or not words_of("ranks.only").isdisjoint(lows[:cue]) or not _alike(lows, first, place):
        return
    if not words_of("ranks.falling").isdisjoint(lows) and lows[first - 1] not in ("to", "at"):
        return  # of falls the smaller number may be the higher level
    if not (_is_whole(lows, first) or _is_part(tokens, lows, place) or _of_two_things(tokens, lows, first, place)):
        word = tokens[place - 1]
        words = {"only": Word("ONLY", word.start, word.end, word.text)}
        yield from ordered(rule, tokens[place].quantity, tokens[first].quantity, words, "only")


def _is_number(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.kind not in LABELS


def _is_whole(lows: Sequence[str], at: int) -> bool:
    """Whether a number is the whole or price that another goes with: "8 of 10", "8 of the 10", "two for £30"."""
    return not {"of", "every", "from", "for"}.isdisjoint(lows[max(0, at - 2) : at])


def _is_part(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a number goes with another behind it: "12 of 20", "£30 for two"."""
    behind = at + 2
    pair = behind < len(tokens) and tokens[behind].quantity is not None
    return pair and lows[at + 1] in ("of", "in", "for") and _is_number(tokens[behind].quantity)


def _of_two_things(tokens: Sequence[Token], lows: Sequence[str], first: int, last: int) -> bool:
    """Whether two numbers are of unlike wholes ("4% of output", "9% of its budget"), or one is the price for more."""
    one, other = lows[first + 1 : first + 2], lows[last + 1 : last + 2]
    if other == ["for"] and one != ["for"]:
        quantity = tokens[last].quantity
        return quantity is not None and quantity.kind is Kind.MONEY  # "$60 for the return trip"
    if one != ["of"] or other != ["of"]:
        return other == ["of"] and lows[last + 2 : last + 3] in _ITS  # "4%, compared with just 9% of its budget"
    wholes = [_whole_behind(tokens, at + 2) for at in (first, last)]
    groups = ({singular(word) for word in group} for group in measures().subgroups)
    return not (wholes[0] & wholes[1] or any(wholes[0] & group and wholes[1] & group for group in groups))


def _whole_behind(tokens: Sequence[Token], at: int) -> set[str]:
    """The words of what a share is of, up to a mark, a number or another preposition."""
    found: set[str] = set()
    for token in tokens[at : at + ASIDE]:
        low = token.low
        if token.quantity is not None or low in words_of("ranks.places") or not low[0].isalpha():
            break
        found.add(singular(low))
    return found - lexicon().function


def _alike(lows: Sequence[str], first: int, last: int) -> bool:
    """Whether two numbers are both one a time or thing, or neither, and no parts of words or distances."""
    glued = any(lows[place + 1 : place + 2] == ["-"] or lows[place - 1] == "-" for place in (first, last))
    return (
        same_rate(lows, first, last) and not glued and words_of("ranks.distance").isdisjoint(lows[last + 1 : last + 3])
    )
