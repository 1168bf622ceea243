"""Lists of numbered things: "14 passengers, six crew and a coastguard", "the state ($54m) and the county ($27m)"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.quantities.interval import Interval
from factcheck.quantities.model import LABELS, Kind, Quantity, Token, TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.totals.nested import is_a_difference, is_of_a_part
from factcheck.relations.units import is_amount, is_plain, of_one_kind
from factcheck.statements.lexicon import lexicon

__all__ = ["Itemised", "counted_by", "is_a_time", "is_dash", "read_list", "single_thing", "spans_of", "tells_times"]

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_MARKS, _ANDS = frozenset({",", ";"}), frozenset({"and", "plus", "&"})
_DASHES = frozenset({"—", "–", "-"})
_ENDS = frozenset({":", "!", "?"})
_LONGEST = 16  # tokens from one number to the next
_LEAD = 6  # tokens from the mark before an item to its number
_LAST = 5  # tokens behind the last number that tell of its item
_MOST = 10
_MAY = "May"  # the month, and no verb
_EACH = 4  # tokens from a number to "each"


class Itemised(NamedTuple):
    """The numbers of one list.

    `parts` are those up to the item behind "and", among them the one thing of "and a book"; `more` are further ones
    that may belong to the list as well. `places` are the tokens of `parts`, `leads` how many words stand before each
    from the mark before it. `loose` tells whether something without a number may be an item too.
    """

    parts: tuple[Quantity, ...]
    more: tuple[Quantity, ...]
    places: tuple[int, ...]
    leads: tuple[int, ...]
    loose: bool

    @property
    def total(self) -> Fraction:
        """The sum of the parts as printed."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def begins_with_numbers(self) -> bool:
        """Whether each item opens with its number, a word or two let by."""
        return all(lead <= 2 for lead in self.leads)


def read_list(
    tokens: Sequence[Token], first: int, end: int, whole: Quantity, aside: frozenset[int] = frozenset()
) -> Itemised | None:
    """The list that opens at token `first` and ends before `end`, of numbers that may be parts of `whole`.

    None where no "and" closes it, or where a number of it is none of several like amounts. `aside` are the starts of
    numbers that tell something else of an item.
    """
    return _Reader(tokens, end, whole, aside).read(first)


def is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a dash, or a hyphen with room on both sides."""
    if tokens[at].text not in _DASHES:
        return False
    return tokens[at].text != "-" or (0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start)


class _Reader:
    """Reads one list from left to right."""

    def __init__(self, tokens: Sequence[Token], end: int, whole: Quantity, aside: frozenset[int]) -> None:
        self.tokens, self.end, self.whole, self.aside = tokens, end, whole, aside
        self.parts: list[Quantity] = []
        self.places: list[int] = []
        self.leads: list[int] = []
        self.loose = False
        self.inside: bool | None = None  # whether the numbers stand in brackets

    def read(self, first: int) -> Itemised | None:
        start = self._next(first)
        if start is None or not self._is_lead(first, start):
            return None
        self.inside = any(token.text in _OPEN for token in self.tokens[first:start])
        self._take(start, start - first)
        closed = self._closed()
        if closed is None:
            return None
        if not closed:
            single = single_thing(self.tokens, self.places[-1] + 1, self.end) if self._counts() else None
            if single is None:
                return None
            place, one = single
            self.parts.append(one)
            self.places.append(place)
            self.leads.append(0)
            closed = len(self.parts)
        if closed < 2 or not all(map(is_plain, self.parts)) or self._shared_out():
            return None
        heads = slice(0, closed)
        return Itemised(
            tuple(self.parts[heads]),
            tuple(self.parts[closed:]),
            tuple(self.places[heads]),
            tuple(self.leads[heads]),
            self.loose,
        )

    def _closed(self) -> int | None:
        """How many items there are up to the one behind "and", 0 for a list of commas; None where it is no list."""
        closed = 0
        at = self.places[-1] + 1
        while len(self.parts) < _MOST:
            following = self._next(at)
            if following is None:
                return closed
            mark = self._mark(self.places[-1], following)
            if mark is None and self._is_known(following):
                at = following + 1  # "112 for the seven wins"
                continue
            if mark is None or not self._is_lead(mark + 1, following):
                return closed or None
            self._take(following, following - mark - 1)
            at = following + 1
            if self.tokens[mark].low in _ANDS and not closed:
                closed = len(self.parts)
        return closed

    def _counts(self) -> bool:
        return self.whole.kind is Kind.COUNT

    def _take(self, at: int, lead: int) -> None:
        quantity = self.tokens[at].quantity
        assert quantity is not None
        self.parts.append(quantity)
        self.places.append(at)
        self.leads.append(lead)

    def _shared_out(self) -> bool:
        """Whether a part is one of several alike: "16 each"."""
        near = (token.low for at in self.places for token in self.tokens[at + 1 : at + 1 + _EACH])
        return any(word in ("each", "apiece") for word in near) and not self.inside

    def _next(self, at: int) -> int | None:
        """The token of the next number that may be an item, up to a mark that ends the list."""
        depth = 0
        for place in range(at, self.end):
            token = self.tokens[place]
            depth += (token.text in _OPEN) - (token.text in _CLOSE)
            if token.text in _ENDS or is_dash(self.tokens, place) or (depth < 0 and not self.inside):
                return None
            quantity = token.quantity
            if quantity is None or (depth > 0 and self.inside is False) or quantity.start in self.aside:
                continue
            if is_of_a_part(self.tokens, place) or not is_amount(quantity):
                continue
            return place if self._fits(quantity) and not is_a_difference(self.tokens, place) else None
        return None

    def _fits(self, quantity: Quantity) -> bool:
        return of_one_kind(self.whole, quantity) or self.whole.kind is quantity.kind is Kind.COUNT

    def _is_known(self, at: int) -> bool:
        """Whether a number inside an item counts things that are known: "for the seven wins"."""
        return self.tokens[at - 1].low in ("the", "all", "its", "their", "his", "her")

    def _mark(self, one: int, other: int) -> int | None:
        """The mark or word before the item of the number at `other`; None where it stands in the item before."""
        if other - one > _LONGEST:
            return None
        depth, last = 0, None
        for place in range(one + 1, other):
            text = self.tokens[place].low
            depth += (text in _OPEN) - (text in _CLOSE)
            if depth <= 0 and (text in _MARKS or text in _ANDS):
                self.loose = self.loose or (last is not None and place - last > 1)
                last = place
        return last

    def _is_lead(self, first: int, at: int) -> bool:
        """Whether the words from a mark to a number may be those of an item: few, and no clause of their own."""
        lead = [token.low for token in self.tokens[first:at]]
        words = lexicon()
        if len(lead) > _LEAD or any(t.quantity is not None for t in self.tokens[first:at]):
            return False
        return not any(w in words.clause or w in words.verbs or w in words_of("totals.no_lead") for w in lead)


def single_thing(tokens: Sequence[Token], at: int, end: int) -> tuple[int, Quantity] | None:
    """The one thing of "and a book" behind token `at`, before any other mark: its token, and it as a number."""
    for place in range(at, min(end, at + _LONGEST)):
        token = tokens[place]
        if token.quantity is not None or (token.kind is TokenKind.PUNCT and token.text != ","):
            return None
        if token.low in _ANDS:
            return _one(tokens, place + 1, end)
    return None


def _one(tokens: Sequence[Token], at: int, end: int) -> tuple[int, Quantity] | None:
    if at + 1 >= end or tokens[at].low not in words_of("totals.one_thing"):
        return None
    noun = tokens[at + 1]
    if noun.kind is not TokenKind.WORD or noun.text.lower() in words_of("totals.of_many"):
        return None
    words = lexicon()
    for token in tokens[at + 1 : end]:  # "and a spokesman said", "and a decision is due"
        if token.kind is TokenKind.PUNCT:
            break
        if token.low in words.verbs or token.low in words.clause:
            return None
    return at, counted_by(tokens[at], 1, noun.end)


def counted_by(word: Token, number: int, end: int) -> Quantity:
    """The number that a word stands for: 1 for "a", 2 for "both"; `end` is that of the noun behind it."""
    value = Fraction(number)
    return Quantity(
        kind=Kind.COUNT,
        start=word.start,
        end=word.end,
        outer_start=word.start,
        outer_end=end,
        text=word.text,
        value=value,
        interval=Interval(value, value),
        numeral=word.text,
        in_words=True,
    )


def tells_times(tokens: Sequence[Token], found: Itemised, most: int = 1) -> bool:
    """Whether more than `most` items are told of a time: "$12m in 2018 and $11m in 2017" are no parts."""
    return sum(any(map(is_a_time, span)) for span in spans_of(tokens, found)) > most


def is_a_time(token: Token) -> bool:
    """Whether a token is a year, a date, a month or the like."""
    labelled = token.quantity is not None and token.quantity.kind in LABELS
    return labelled or token.low in words_of("totals.times") or token.text == _MAY


def spans_of(tokens: Sequence[Token], found: Itemised) -> list[Sequence[Token]]:
    """The tokens behind each number of a list, up to the next one."""
    ends = (*found.places[1:], min(len(tokens), found.places[-1] + _LAST))
    return [tokens[at + 1 : end] for at, end in zip(found.places, ends, strict=True)]
