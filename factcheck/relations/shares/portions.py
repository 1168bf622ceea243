"""Parts told with their whole: "18 of its 72 shops", "60 people out of 80", "tested 840 wells … in 126 of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.units import is_amount, is_plain, of_one_kind
from factcheck.statements.context import is_per_unit, names_a_sort
from factcheck.statements.model import SentenceReading

__all__ = [
    "OF_IT",
    "OF_THE_TOTAL",
    "OWNER",
    "POSSESSIVE",
    "Portion",
    "Scene",
    "Text",
    "Told",
    "fits",
    "is_owned",
    "numbers_of",
    "portions_of",
]

OF_IT = (("of", "it"), ("of", "that"), ("of", "this"))  # behind a part: of the amount told before
OF_THE_TOTAL = ("of", "the", "total")
_PASSING = 5  # what a number word may count in passing
_NEAR = 5  # tokens of "one of the top two"
NOUN = 3  # words of the noun between a part and "out of"
OWNER = 5  # words between "of" and the whole: "of the haulier's 120"
BODY = 8  # tokens from a part to the number of the body: "nine pupils in the school's top class of 36"
_ASIDE = LABELS | {Kind.DURATION, Kind.AGE}
POSSESSIVE = ("'s", "’s", "s'", "s’")


class Text(NamedTuple):
    """A sentence with its words in lower case, and the places of its numbers that are no labels, ages or times."""

    sentence: SentenceReading
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    numbers: tuple[int, ...]

    def between(self, first: int, last: int) -> bool:
        """Whether a number stands between two tokens, both excluded."""
        return any(first < at < last for at in self.numbers)

    def number(self, at: int) -> Quantity:
        """The number at a place of `numbers`."""
        quantity = self.tokens[at].quantity
        assert quantity is not None
        return quantity


class Portion(NamedTuple):
    """A part and its whole, with the first and last token of the phrase.

    `headed` says that the whole is the M of a head "Of the M …", and the part the first number behind it.
    """

    part: Quantity
    whole: Quantity
    first: int
    last: int
    headed: bool = False


class Scene(NamedTuple):
    """A sentence with its portions, and the places of the numbers that may be shares."""

    text: Text
    portions: tuple[Portion, ...]
    shares: tuple[int, ...]


class Told(NamedTuple):
    """A share in percent or as a fraction, with its part and its whole; `doubtful` where nothing but a mark joins."""

    part: Quantity
    share: Quantity
    whole: Quantity
    licence: Licence
    doubtful: bool


def numbers_of(tokens: Sequence[Token]) -> tuple[int, ...]:
    """The places of the numbers that are no labels, ages or lengths of time, and are not told in passing."""
    found = [at for at, t in enumerate(tokens) if t.quantity is not None and t.quantity.kind not in _ASIDE]
    passing = {at for at in found if _is_in_passing(tokens, at)}
    some = {at for at in found if tokens[at].low == "one" and any(at < k <= at + _NEAR for k in passing)}
    return tuple(at for at in found if at not in passing and at not in some)


def _is_in_passing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number word belongs to a noun, and counts no part: "one of the top two grades", "more than one job"."""
    quantity = tokens[at].quantity
    if quantity is None or not quantity.in_words or quantity.kind is not Kind.COUNT or quantity.value > _PASSING:
        return False
    ranked = at > 0 and tokens[at - 1].low in words_of("portions.ranked")
    return ranked or (quantity.value == 1 and quantity.bound is Bound.MORE)


def portions_of(text: Text, lead: Quantity | None) -> Iterator[Portion]:
    """Each part of a sentence with its whole; `lead` is the M of its head "Of the M …"."""
    for place, at in enumerate(text.numbers):
        found = _of(text, at) or _of_them(text, place) or _in_body(text, place) or _from(text, place)
        if found is not None:
            yield found
    if lead is not None:
        yield from _headed(text, lead)


def _of(text: Text, at: int) -> Portion | None:
    """ "18 of its 72", "45 people out of the 500"."""
    lows = text.lows
    of = next((k for k in range(at + 1, min(at + 2 + NOUN, len(lows))) if lows[k] == "of"), None)
    if of is None or (lows[of - 1] != "out" and of > at + 1):
        return None
    if any(text.tokens[k].kind is not TokenKind.WORD for k in range(at + 1, of)):
        return None
    whole = next((k for k in range(of + 1, min(of + 2 + OWNER, len(lows))) if text.tokens[k].quantity), None)
    return _portion(text, at, whole) if whole is not None and is_owned(text, of + 1, whole) else None


def is_owned(text: Text, first: int, whole: int) -> bool:
    """Whether nothing but a determiner or an owner stands before the whole: "its", "the haulier's"."""
    between = text.lows[first:whole]
    if any(token.kind is not TokenKind.WORD for token in text.tokens[first:whole]):
        return False
    if not words_of("portions.not_whole").isdisjoint(between):
        return False
    owned = between[-1:] and between[-1].endswith(POSSESSIVE)
    return not between or bool(owned) or between[0] in words_of("portions.determiners")


def _of_them(text: Text, place: int) -> Portion | None:
    """A part "of them", and the only count before it in the sentence."""
    at = text.numbers[place]
    behind = text.lows[at + 1 : at + 3]
    if place != 1 or behind[:1] != ("of",) or behind[-1] not in words_of("portions.them"):
        return None
    return _portion(text, at, text.numbers[0], at + 2)


def _in_body(text: Text, place: int) -> Portion | None:
    """ "Nine pupils in Birch's class of 36": the part, and the number of the body that it is taken from."""
    at = text.numbers[place]
    if place + 1 >= len(text.numbers):
        return None
    whole = text.numbers[place + 1]
    between = text.lows[at + 1 : whole]
    if not 4 <= len(between) <= BODY or between[-1] != "of" or between[-2] not in words_of("portions.group"):
        return None
    taken = next((k for k, word in enumerate(between) if word in words_of("portions.taken_from")), None)
    words = all(token.kind is TokenKind.WORD for token in text.tokens[at + 1 : whole])
    return _portion(text, at, whole) if words and taken is not None and taken <= NOUN else None


def _from(text: Text, place: int) -> Portion | None:
    """ "Scored 41 from 45 attempts": what came off, and how often it was tried."""
    at = text.numbers[place]
    whole = at + 2
    if text.lows[at + 1 : whole] != ("from",) or place + 1 >= len(text.numbers) or text.numbers[place + 1] != whole:
        return None
    tried = not words_of("portions.tries").isdisjoint(text.lows[whole + 1 : whole + 3])
    return _portion(text, at, whole) if tried and text.lows[at - 1 : at] not in (("to",), ("by",)) else None


def _headed(text: Text, lead: Quantity) -> Iterator[Portion]:
    """The first number behind the head "Of the M …"; the one in a bracket behind its share: ", 79% went (£5.2bn)"."""
    places = [at for at in text.numbers if text.number(at) is lead]
    later = [at for at in text.numbers if places and at > places[0]]
    if len(later) > 1 and text.number(later[0]).kind is Kind.PERCENT and _is_in_bracket(text, later[1]):
        later.pop(0)
    if later:
        found = _portion(text, later[0], places[0])
        if found is not None and "," in text.lows[places[0] : later[0]]:
            yield found._replace(headed=True)


def _is_in_bracket(text: Text, at: int) -> bool:
    """Whether a number stands alone in brackets."""
    return text.lows[at - 1] == "(" and text.lows[at + 1 : at + 2] == (")",)


def _portion(text: Text, part: int, whole: int, last: int = 0) -> Portion | None:
    one, other = text.tokens[part].quantity, text.tokens[whole].quantity
    if one is None or other is None or not fits(one, other):
        return None
    if any(is_per_unit(number, text.tokens) or names_a_sort(number, text.tokens) for number in (one, other)):
        return None
    return Portion(one, other, min(part, whole), max(part, whole, last))


def fits(part: Quantity, whole: Quantity) -> bool:
    """Whether the one may be part of the other."""
    amounts = is_amount(part) and is_plain(part) and is_plain(whole) and not (part.signed or whole.signed)
    counts = part.kind is whole.kind is Kind.COUNT
    return amounts and part.value > 0 and whole.value > 0 and (counts or of_one_kind(part, whole))
