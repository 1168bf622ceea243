"""Claims of a change or difference by a closed class of words: "a fall of 41", "has put on 3.4 metres", "24 more"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.quantities.model import AMOUNTS, Bound, Kind, Quantity, Token
from factcheck.relations.lexicon import words_of
from factcheck.statements.context import is_rate
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading, Word
from factcheck.statements.placed import COPULAS, is_phrasal

__all__ = ["Claim", "claims"]

_NOUN_BEHIND = 3  # tokens from a change to its noun: "a 300-job cut", "that 50 percent increase"
_NOUN_BEFORE = 9  # tokens from a noun of change to its figure: "the rise in rents over the year was £40"
_MORE_BEHIND = 2  # tokens from a change to its comparative: "24 members more"
_VERB_BEFORE = 3  # tokens from a verb to its change, words of degree between
_BY, _OBJECT = 3, 6  # tokens from a change to "by", and from "by" back to its verb
_APPOSED = 3  # tokens from "the difference, £40," back to its article
_AVERAGED = 4  # tokens from a change to "an average of"
_OFF = 3  # tokens from a change to the "off" of "took 0.23 off it"
_BASE = 6  # tokens from a change to the base that it tells
_SUBJECT, _TIME = 3, 4  # tokens from a change to "in the number of", and from "in" to a time
_KINDS = AMOUNTS | {Kind.PERCENT, Kind.POINTS, Kind.RATIO}
_TIMES = frozenset({Kind.YEAR, Kind.DATE, Kind.DURATION})
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "its", "his", "her", "their", "such"})
_DEFINITE = frozenset({"the", "that", "this", "such"})
_LEADING = frozenset({"in", "of", "at", "among"})
_LOOSE = frozenset({"on", "over", "against", "above", "below"})  # "5 kilos more on the way"
_WITHIN = (("the", "day"), ("the", "night"), ("the", "session"))  # "10% lower on the day"
_SIDES = {"UP": 1, "DOWN": -1, "MOVE": 0}


class Claim(NamedTuple):
    """A figure that is said to be a change, and the word that says so, from token `first` to `last` (inclusive)."""

    sentence: SentenceReading
    at: int
    number: Quantity
    word: Word
    first: int
    last: int

    @property
    def side(self) -> int:
        """1 for a rise, -1 for a fall, 0 where the word has no side."""
        return _SIDES[self.word.cue]

    @property
    def resumes(self) -> bool:
        """Whether its clause names nothing that changed, so that it tells of what was said before.

        "It has thus put on 3.4 metres", "That is 24 more", "A drop of 30% in twelve months is more than …".
        """
        tokens, lows = self.sentence.tokens, self.sentence.lows
        marks = (place for place in range(self.first - 1, -1, -1) if _is_mark(lows[place]))
        opening = next(marks, -1) + 1
        before = tokens[opening : self.first]
        if any(token.quantity is not None for token in before) or self._is_in_a_bracket_of_another(opening - 1):
            return False
        clause = lows[opening + (lows[opening] == "which") :]
        follows = opening > 1 and clause[0] in words_of("changes.consequence")
        if not follows and not words_of("changes.taking_up").issuperset(lows[opening : self.first]):
            return False
        participle = self.word.text.lower().endswith("ing") and self.word.end < self.number.start
        return not (participle and not self._opens) and not _names_another(tokens, lows, self.last + 1)

    def _is_in_a_bracket_of_another(self, mark: int) -> bool:
        """Whether it stands in a bracket behind a word: "greatest among Germans (down 14%)", not "in 2011 (up 14%)"."""
        tokens = self.sentence.tokens
        return (
            mark > 0
            and tokens[mark].text == "("
            and tokens[mark - 1].quantity is None
            and not _is_time(tokens[mark - 1])
        )

    @property
    def told_to(self) -> int:
        """The token where what is said of the change itself ends: "The £36 improvement" says it all before its verb."""
        lows = self.sentence.lows
        definite = self.resumes and not _DEFINITE.isdisjoint(lows[max(0, self.first - 2) : self.first])
        verbs = (at for at in range(self.last + 1, len(lows)) if lows[at] in lexicon().verbs)
        return next(verbs, len(lows)) if definite else len(lows)

    @property
    def _opens(self) -> bool:
        """Whether it stands at the head of its sentence, or of what is quoted."""
        return all(_is_mark(low) for low in self.sentence.lows[: self.first])

    @property
    def is_apposed(self) -> bool:
        """Whether its clause is an apposition to what stands before: ", showing a slight fall of 17% on the year"."""
        lows = self.sentence.lows
        opening = next((place for place in range(self.first - 1, -1, -1) if _is_mark(lows[place])), -1) + 1
        told = opening == self.first or lows[opening] in words_of("changes.apposed")
        return told and not _names_another(self.sentence.tokens, lows, self.last + 1)

    @property
    def base(self) -> int | None:
        """The token behind it that tells from what it was counted: "than" in "10% more than in 2013"."""
        lows = self.sentence.lows
        first = _past_other(self.sentence.tokens, lows, self.last + 1)
        for place in range(first, min(len(lows), first + _BASE)):
            if lows[place] in words_of("changes.based"):
                near = self.sentence.tokens[place + 1 : place + 1 + _TIME]
                based = lows[place] not in _LOOSE or any(t.quantity is not None or _is_time(t) for t in near)
                return place if based and lows[place + 1 : place + 3] not in _WITHIN else None
            if (_is_mark(lows[place]) and lows[place] not in "()") or lows[place] in lexicon().verbs:
                return None
        return None


def claims(sentence: SentenceReading) -> Iterator[Claim]:
    """Each number of a sentence that is said to be a change or a difference, by the nearest word."""
    for at, token in enumerate(sentence.tokens):
        number = token.quantity
        if number is None or not _may_be_change(number):
            continue
        found = _places(sentence.tokens, sentence.lows, at)
        if found is not None and not is_rate(number, sentence.tokens) and not _is_averaged(sentence.lows, at):
            cue, first, last = found
            word = _word(sentence.tokens, cue, first, last)
            yield Claim(sentence, at, number, word, min(at, first), max(at, last))


def _is_averaged(lows: Sequence[str], at: int) -> bool:
    """Whether it is told of many: "rose by an average of 5%"."""
    return not words_of("changes.averaged").isdisjoint(lows[max(0, at - _AVERAGED) : at + 1 + _AVERAGED])


def _may_be_change(number: Quantity) -> bool:
    """Whether a number may be a change; "as low as £12m" is a level."""
    plain = number.bound is not Bound.RANGE and not number.signed
    return number.kind in _KINDS and plain and not number.hedge.startswith("as ")


Place = tuple[str, int, int]  # the cue of a word, its first token and its last


def _places(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Place | None:
    return (
        _noun_behind(tokens, lows, at)
        or _comparative_behind(tokens, lows, at)
        or _verb_before(tokens, lows, at)
        or _noun_before(tokens, lows, at)
        or _taken_off(lows, at)
        or _verb_far(tokens, lows, at)
    )


def _word(tokens: Sequence[Token], cue: str, first: int, last: int) -> Word:
    return Word(cue, tokens[first].start, tokens[last].end, " ".join(token.text for token in tokens[first : last + 1]))


def _cue_of(word: str, form: str) -> str:
    """The side that a word of change has, as a cue; "" where it is none."""
    if word in words_of(f"changes.rise_{form}"):
        return "UP"
    if word in words_of(f"changes.fall_{form}"):
        return "DOWN"
    return "MOVE" if form == "noun" and word in words_of("changes.change_noun") else ""


def _noun_behind(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Place | None:
    """ "That 50 percent increase", "a 7-point rise", "the 300-job cut"."""
    if not at or lows[at - 1] not in _ARTICLES:
        return None
    for place in range(at + 1, min(len(tokens), at + 1 + _NOUN_BEHIND)):
        if tokens[place].quantity is not None or not (lows[place][0].isalnum() or lows[place] == "-"):
            return None
        if cue := _cue_of(lows[place], "noun"):
            return cue, place, place
    return None


def _comparative_behind(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Place | None:
    """ "24 more", "10% lower", "£60 more", "five extra children"."""
    for place in range(at + 1, min(len(tokens), at + 1 + _MORE_BEHIND)):
        if tokens[place].quantity is not None or not lows[place][0].isalpha():
            return None
        for cue, name in (("UP", "more"), ("DOWN", "fewer")):
            if lows[place] in words_of(f"changes.{name}"):
                return cue, place, place
    return None


def _verb_before(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Place | None:
    """ "Fell by 15 per cent", "has put on 3.4 metres", "losing 14,500 people", "was raised by £40"."""
    by = False
    for place in range(at - 1, max(-1, at - 1 - _VERB_BEFORE), -1):
        if tokens[place].quantity is not None:
            return None
        if is_phrasal(lows, place):
            return None
        two = f"{lows[place - 1]} {lows[place]}" if place else ""
        for form in ("verb", "verb_by") if by else ("verb",):
            if cue := _cue_of(two, form):
                return cue, place - 1, place
            if cue := _cue_of(lows[place], form):
                return cue, place, place
        by = by or lows[place] == "by"
        if lows[place] not in words_of("changes.degree"):
            return None
    return None


def _verb_far(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Place | None:
    """ "Lowered its key rate by half a point": an object stands between the verb and "by"."""
    by = next((k for k in range(at - 1, max(-1, at - 1 - _BY), -1) if lows[k] == "by"), None)
    if by is None:
        return None
    for place in range(by - 1, max(-1, by - 1 - _OBJECT), -1):
        if tokens[place].quantity is not None or _is_mark(lows[place]):
            return None
        for form in ("verb", "verb_by"):
            if cue := _cue_of(lows[place], form):
                return cue, place, place
    return None


def _noun_before(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Place | None:
    """ "A fall of 41", "the increase amounts to $1.25", "the difference between the two is 12"."""
    linked = at - 1
    while linked >= 0 and lows[linked] in words_of("changes.coming_to"):
        linked -= 1
    if linked == at - 1:
        return _apposed_noun(lows, at)
    for place in range(linked, max(-1, at - 1 - _NOUN_BEFORE), -1):
        if tokens[place].quantity is not None or not lows[place][0].isalnum():
            return None
        if cue := _cue_of(lows[place], "noun"):
            passive = place > 0 and lows[place - 1] in COPULAS  # "was cut to 2,100": a level
            return None if passive else (cue, place, place)
    return None


def _apposed_noun(lows: Sequence[str], at: int) -> Place | None:
    """ "The difference, £40, is …": between commas behind the noun."""
    if lows[at - 1 : at + 2 : 2] != (",", ",") or at < _APPOSED or lows[at - _APPOSED] not in _ARTICLES:
        return None
    cue = _cue_of(lows[at - 2], "noun")
    return (cue, at - 2, at - 2) if cue else None


def _taken_off(lows: Sequence[str], at: int) -> Place | None:
    """ "Took 0.23 off it"."""
    behind = next((k for k in range(at + 1, min(len(lows), at + 1 + _OFF)) if lows[k] == "off"), None)
    taken = next((k for k in range(max(0, at - 2), at) if lows[k] in words_of("changes.taken")), None)
    return ("DOWN", taken, behind) if behind is not None and taken is not None else None


def _past_other(tokens: Sequence[Token], lows: Sequence[str], first: int) -> int:
    """The token behind what tells a change a second time: "up £502m, or 7.3%, from a year before"."""
    at = first + (lows[first : first + 1] == (",",))
    told = lows[at : at + 1] == ("or",) and at + 1 < len(tokens) and tokens[at + 1].quantity is not None
    return at + 2 + (lows[at + 2 : at + 3] == (",",)) if told else first


def _is_mark(low: str) -> bool:
    return not low[0].isalnum() and low not in "-'’%"


def _names_another(tokens: Sequence[Token], lows: Sequence[str], first: int) -> bool:
    """Whether "in" or the like behind a change leads to what changed: "a rise of 41 in the number of dentists"."""
    for place in range(first, min(len(tokens), first + _SUBJECT)):
        if _is_mark(lows[place]) or lows[place] in lexicon().verbs:
            return False  # "the £36 improvement is in line with …"
        if lows[place] in _LEADING:
            near = tokens[place + 1 : place + 1 + _TIME]
            return not any(_is_time(token) for token in near)
    return False


def _is_time(token: Token) -> bool:
    dated = token.quantity is not None and token.quantity.kind in _TIMES
    return dated or token.low in words_of("changes.period")
