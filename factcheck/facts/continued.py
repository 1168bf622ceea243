"""Levels of one thing in two sentences: "… stood at 5,200 in 2019. By last summer it had dropped by 1,300 to 3,900".

The second sentence opens with "it" or "the figure", the first holds the one number of that kind, and neither tells of
another base. What the two make of the change is a tie of two sentences, told only where a slip explains a failure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.quantities.model import AMOUNTS, LABELS, Bound, Kind, Quantity
from factcheck.statements.change import word_at
from factcheck.statements.context import DIRECTION, place_of
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading, Statement

__all__ = ["continued_changes"]

_HEAD = 8  # tokens before "it"
_STATE = 5  # tokens between "it" and what is said of it
_PRONOUNS = frozenset({"it", "they"})
_CHANGES = ("percent", "points", "amount")
_ENDS = frozenset({"", ".", ",", ";", "!"})
_LESS = {"less": -1, "fewer": -1, "lower": -1, "more": 1, "higher": 1}


def continued_changes(sentences: Sequence[SentenceReading]) -> Iterator[tuple[SentenceReading, Statement]]:
    """Each change whose sentence has one of its levels, and the sentence beside it the other."""
    for before, sentence in pairwise(sentences):
        if not sentence.follows(before):
            continue
        behind = _subject(sentence)
        if behind is None:
            continue
        later = _later_change(sentence, behind)
        if later is not None and _tells_a_level(before):
            base = _only_level(before, later.roles["after"])
            if base is not None:
                yield sentence, _resumed(later, {"before": base}, keep=_is_bare(later))
            continue
        yield from ((sentence, one) for one in _earlier_level(before, sentence, behind))


def _tells_a_level(sentence: SentenceReading) -> bool:
    """Whether a sentence tells of no change and of no peak, target or average."""
    lows = set(sentence.lows)
    changed = any(one.kind in ("change", "move", "versus") for one in sentence.statements)
    return not changed and lows.isdisjoint(lexicon().other_base) and lows.isdisjoint(lexicon().yardstick)


def _resumed(statement: Statement, roles: Mapping[str, Quantity], *, keep: bool) -> Statement:
    """The change with a level of the other sentence; its word is judged only where nothing else is told."""
    words = statement.words if keep else {}
    return replace(statement, kind="change", roles={**statement.roles, **roles}, words=words, resumed=True)


def _subject(sentence: SentenceReading) -> int | None:
    """The token behind "it" or "the figure", with nothing but a time before it."""
    words, tokens = lexicon(), sentence.tokens
    for at, token in enumerate(tokens[:_HEAD]):
        lower = token.low
        if lower in _PRONOUNS:
            return at + 1
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if lower in ("the", "that") and following in words.measure_again:
            return at + 2 if tokens[at + 2 : at + 3] and tokens[at + 2].low in words.state else None
        timed = lower in words.time_head or lower in words.period or lower == ","
        dated = token.quantity is not None and token.quantity.kind in (*LABELS, Kind.DURATION)
        if not (timed or dated):
            return None
    return None


def _later_change(sentence: SentenceReading, behind: int) -> Statement | None:
    """The change that is said of "it", with its outcome and without a base: "had dropped by 1,300 to 3,900"."""
    tokens = sentence.tokens
    told = [s for s in sentence.statements if s.kind in ("change", "move", "versus")]
    untold = None if told else _level_and_less(sentence, behind) or _word_and_level(sentence, behind)
    statement = told[0] if len(told) == 1 else untold
    if statement is None or "after" not in statement.roles or "before" in statement.roles or not statement.direction:
        return None
    if statement.kind != "change" or statement.first - behind > _STATE:
        return None
    between = [token.low for token in tokens[behind : statement.first]]
    rest = {token.low for token in tokens[statement.first :]}
    alone = _numbers(sentence) == {quantity.start for quantity in statement.roles.values()}
    stated = lexicon().state.issuperset(between) and lexicon().own_base.isdisjoint(rest)
    return statement if alone and stated else None


def _level_and_less(sentence: SentenceReading, behind: int) -> Statement | None:
    """ "It now holds 48 million, 25% less": a level and its change by a bare comparative."""
    tokens = sentence.tokens
    places = [at for at, token in enumerate(tokens) if token.quantity is not None and _says_how_much(token.quantity)]
    if len(places) != 2 or places[0] < behind:
        return None
    first, last = places
    after, change = tokens[first].quantity, tokens[last].quantity
    lows = [token.low for token in tokens]
    side = _LESS.get(lows[last + 1] if last + 1 < len(lows) else "", 0)
    end = lows[last + 2] if last + 2 < len(lows) else ""
    if after is None or change is None or not side or end not in _ENDS or lows[last - 1] != ",":
        return None
    if change.kind is not Kind.PERCENT or after.kind not in AMOUNTS:
        return None
    return Statement("change", {"after": after, "percent": change}, first, last, side)


def _word_and_level(sentence: SentenceReading, behind: int) -> Statement | None:
    """ "The figure has since increased to 295": the side of a change, and its outcome."""
    cues = [cue for cue in sentence.cues if cue.first >= behind][:3]
    if [cue.type for cue in cues[1:]] != ["TO", "VALUE"] and [cue.type for cue in cues[1:]] != ["TO", "PCT"]:
        return None
    verb, to, level = cues
    side = DIRECTION.get(verb.type, 0)
    named = sentence.tokens[verb.first].low in lexicon().finite
    if not side or not named or to.first != verb.last + 1 or level.first != to.last + 1 or level.quantity is None:
        return None
    between = {token.low for token in sentence.tokens[behind : verb.first]}
    follower = sentence.tokens[level.last + 1].text if level.last + 1 < len(sentence.tokens) else ""
    if "since" not in between or follower not in _ENDS:
        return None  # "it rose to 58% in Harle" is told of another place
    word = word_at(verb, sentence.tokens)
    return Statement("change", {"after": level.quantity}, verb.first, level.last, side, {"direction": word})


def _earlier_level(before: SentenceReading, sentence: SentenceReading, behind: int) -> Iterator[Statement]:
    """ "… will go up by 90 pence to £11.40. It is currently £10.50": the change before, with its base from here."""
    tokens = sentence.tokens
    changes = [s for s in before.statements if s.kind in ("change", "move", "versus")]
    if len(changes) != 1 or changes[0].kind != "change" or not changes[0].direction:
        return
    change = changes[0]
    if "after" not in change.roles or "before" in change.roles or _is_bare(change):
        return
    base = _only_level(sentence, change.roles["after"])
    if base is None or len(_numbers(sentence)) != 1 or any(s.kind in ("change", "move") for s in sentence.statements):
        return
    between = [token.low for token in tokens[behind : place_of(base, tokens)]]
    lows = {token.low for token in tokens}
    told = [token.low for token in before.tokens]
    if not lexicon().state.issuperset(between) or lexicon().at_present.isdisjoint(lows):
        return
    ahead = not lexicon().modal.isdisjoint(told)  # "will go up", "is to rise"
    if ahead and _numbers(before) == {quantity.start for quantity in change.roles.values()}:
        yield _resumed(change, {"before": base}, keep=False)


def _is_bare(statement: Statement) -> bool:
    """Whether a change tells no figure but its outcome: "has since increased to 295"."""
    return not any(role in statement.roles for role in _CHANGES)


def _says_how_much(quantity: Quantity) -> bool:
    return quantity.kind in (*AMOUNTS, Kind.PERCENT, Kind.POINTS) and quantity.kind is not Kind.DURATION


def _numbers(sentence: SentenceReading) -> set[int]:
    """Where the numbers of a sentence stand that say how much, times apart."""
    numbers = (token.quantity for token in sentence.tokens)
    return {quantity.start for quantity in numbers if quantity is not None and _says_how_much(quantity)}


def _only_level(sentence: SentenceReading, like: Quantity) -> Quantity | None:
    """The only number of a sentence that says how much, where it is a plain one of the other's kind."""
    places = _numbers(sentence)
    if len(places) != 1:
        return None
    (one,) = (t.quantity for t in sentence.tokens if t.quantity is not None and t.quantity.start in places)
    plain = one.bound is Bound.EQUAL and not one.signed and like.bound is Bound.EQUAL and not like.signed
    return one if plain and (_is_alike(one, like) or _is_alike(like, one)) else None


def _is_alike(one: Quantity, bare: Quantity) -> bool:
    """Whether two numbers are of one unit, or the second takes up that of the first: "64 litres", "48"."""
    if one.kind is bare.kind and one.unit == bare.unit:
        return True
    return bare.kind is Kind.COUNT and not bare.unit and one.kind in AMOUNTS and one.scale == bare.scale
