"""Shares whose part, percentage and whole stand in one clause with words between them.

"86,000 staff on the boats, or 6.7% of a population of 1.28 million"; "the 86,000 staff were 6.7% of the 1.28 million
residents"; "sales of £101m, of which felt brought in £8.6m, or 8.5%".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Kind, Quantity, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.units import is_amount, is_plain, is_settled
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["Share", "shares_in_clauses"]

BEFORE = 12  # tokens from the part to its percentage
SUBJECT = 4  # the same where the part is the subject of "is"
BEHIND = 8  # tokens from "of" to the whole
NOUN = 3  # tokens of the noun behind a whole
TAKEN = 8  # tokens from "of which" to the part
WORLDS = 10  # times the whole: no slip makes a part so large, it is read wrong
_OF_WHICH = ("of which", "of whom")
_OPENINGS, _MARKS = frozenset({"(", "or"}), frozenset({"-", "'", "’", "s", "$", "£", "€"})
_APART = frozenset({"UP", "DOWN", "MOVE", "MORE", "FEWER", "REPRESENT", "PARTIAL"})
Share = tuple[Quantity, Quantity, Quantity]  # part, percentage, whole


def shares_in_clauses(reading: Reading) -> Iterator[Share]:
    """Each percentage with its part and its whole, where nothing else can be meant."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        lows = list(sentence.lows)
        for at, token in enumerate(tokens):
            quantity = token.quantity
            if quantity is None or quantity.kind is not Kind.PERCENT or not is_settled(quantity):
                continue
            found = _of_a_whole(tokens, lows, at) or _taken_of(sentence, lows, at)
            if found is not None and _of_one_kind(*found) and found[0].value > 0 and found[1].value > 0:
                yield found[0], quantity, found[1]


def _of_one_kind(part: Quantity, whole: Quantity) -> bool:
    """Whether the one may be part of the other: of things counted also by another noun, "staff" of "people"."""
    if part.value > WORLDS * whole.value:
        return False
    return part.kind is whole.kind and (part.kind is Kind.COUNT or part.unit == whole.unit)


def _of_a_whole(tokens: Sequence[Token], lows: Sequence[str], at: int) -> tuple[Quantity, Quantity] | None:
    """The part before "or 6.7% of a population of 1.28 million", and the whole."""
    if lows[at + 1 : at + 2] != ["of"]:
        return None
    place = _whole_behind(tokens, lows, at + 2)
    whole = tokens[place].quantity if place is not None else None
    if place is None or whole is None:
        return None
    part = _part_before(tokens, lows, at) or _part_behind(tokens, lows, place)
    return None if part is None else (part, whole)


def _part_behind(tokens: Sequence[Token], lows: Sequence[str], whole: int) -> Quantity | None:
    """The part of "6.7% of total sales of £101m, or £6.8m" and "of the 2,600 arrests (174)"."""
    for at in range(whole + 1, min(len(tokens) - 1, whole + 1 + NOUN)):
        told = lows[at] in _OPENINGS or lows[at : at + 2] == [",", "or"]
        place = at + 1 if lows[at] in _OPENINGS else at + 2
        if told and place < len(tokens):
            quantity = tokens[place].quantity
            ends = place + 1 == len(tokens) or lows[place + 1] not in words_of("shares.tying") | {"%", "-"}
            level = quantity is not None and is_amount(quantity) and is_plain(quantity) and not quantity.signed
            return quantity if ends and level else None
        if not _is_word(tokens[at]) or lows[at] in words_of("shares.turning") | words_of("shares.parting"):
            return None
    return None


def _whole_behind(tokens: Sequence[Token], lows: Sequence[str], first: int) -> int | None:
    """Where the whole stands: behind nothing but the words that name it."""
    for at in range(first, min(len(tokens), first + BEHIND)):
        quantity = tokens[at].quantity
        if quantity is not None:
            return at if is_amount(quantity) and is_settled(quantity) else None
        if not (_is_word(tokens[at]) or lows[at] in _MARKS):
            return None
        words = lexicon()
        if lows[at] in words_of("shares.parting") or lows[at] in words.verbs or words.cues.get(lows[at]) in _APART:
            return None
    return None


def _is_word(token: Token) -> bool:
    return token.kind is TokenKind.WORD


def _part_before(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Quantity | None:
    """The amount that a percentage is said of: the last one before it, tied to it by "or", a bracket or a verb."""
    joint = _joint(lows, at)
    if joint is None:
        return None
    subject = lows[joint] not in _OPENINGS and lows[joint] not in words_of("shares.resuming")
    for place in range(joint - 1, max(-1, at - BEFORE - 1), -1):
        quantity = tokens[place].quantity
        if quantity is not None and quantity.kind not in LABELS:
            near = not subject or joint - place <= SUBJECT
            return quantity if near and is_amount(quantity) and _is_level(quantity, lows, place) else None
        if not _goes_on(tokens, lows, place, joint, subject=subject):
            return None
    return None


def _joint(lows: Sequence[str], at: int) -> int | None:
    """The first word of what ties a percentage to the amount before it."""
    for size in (3, 2, 1):
        if at >= size and " ".join(lows[at - size : at]) in words_of("shares.tying"):
            return at - size
    return None


def _goes_on(tokens: Sequence[Token], lows: Sequence[str], place: int, joint: int, *, subject: bool) -> bool:
    """Whether a token between a part and what ties the percentage to it is still said of the part."""
    if lows[place] in (",", ";") and place == joint - 1:
        return not subject
    if lows[place] in words_of("shares.turning"):
        return False
    return _is_word(tokens[place]) or tokens[place].quantity is not None or lows[place] in _MARKS


def _is_level(quantity: Quantity, lows: Sequence[str], place: int) -> bool:
    """Whether an amount is one value, and not the base of a comparison or the price of one thing."""
    before = lows[place - 1] if place else ""
    return is_plain(quantity) and not quantity.signed and before not in words_of("shares.other_level")


def _taken_of(sentence: SentenceReading, lows: Sequence[str], at: int) -> tuple[Quantity, Quantity] | None:
    """The part before "or 8.5%" behind "£101m, of which", and the whole before it."""
    tokens = sentence.tokens
    place = _paired(lows, at)
    if place is None:
        return None
    part = tokens[place].quantity
    cue = next((c for c in reversed(sentence.cues) if c.type == "OFWHICH" and c.last < place), None)
    if part is None or cue is None or place - cue.last > TAKEN or cue.first < 2:
        return None
    first = min(place, at)
    if " ".join(lows[cue.first : cue.last + 1]) not in _OF_WHICH or not _only_words(tokens, lows, cue.last + 1, first):
        return None
    whole = tokens[cue.first - 2].quantity if lows[cue.first - 1] == "," else tokens[cue.first - 1].quantity
    whole = whole or _last_amount(tokens, lows, cue.first)
    fits = whole is not None and is_amount(whole) and is_plain(whole) and is_amount(part) and is_plain(part)
    return (part, whole) if whole is not None and fits else None


def _paired(lows: Sequence[str], at: int) -> int | None:
    """Where the amount of "£8.6m, or 8.5%" or of "8.5% (£8.6m)" stands, the percentage being at `at`."""
    if lows[at + 1 : at + 2] == ["("] and lows[at + 3 : at + 4] == [")"]:
        return at + 2
    if at < 2 or lows[at - 1] not in _OPENINGS or lows[at + 1 : at + 2] == ["of"]:
        return None
    place = at - 3 if lows[at - 2] == "," else at - 2
    return place if place > 0 else None


def _only_words(tokens: Sequence[Token], lows: Sequence[str], first: int, last: int) -> bool:
    turning = words_of("shares.turning")
    return all(_is_word(tokens[at]) and lows[at] not in turning for at in range(first, last))


def _last_amount(tokens: Sequence[Token], lows: Sequence[str], end: int) -> Quantity | None:
    """The amount before ", of which", with nothing but its noun between."""
    for at in range(end - 1, max(-1, end - TAKEN), -1):
        if tokens[at].quantity is not None:
            return tokens[at].quantity
        if not (_is_word(tokens[at]) or at == end - 1) or lows[at] in words_of("shares.turning"):
            return None
    return None
