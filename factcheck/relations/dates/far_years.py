"""Figures of four digits in the place of a year that are none: "September 7013", "2603-2019", "from 2314 to 2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.quantities.interval import Interval
from factcheck.quantities.lexicon import LEXICON
from factcheck.quantities.model import Bound, Kind, Quantity, Token
from factcheck.quantities.nouns import is_plural
from factcheck.relations.dates.years import year_at
from factcheck.relations.lexicon import words_of

__all__ = ["FIRST", "LAST", "LAST_OF_A_PAIR", "Suspect", "suspects_of"]

FIRST = 1500
LAST = 2150  # targets and forecasts go no further
LAST_OF_A_PAIR = 2100  # a later one, beside a year that is past
_DIGITS = 4
_NEAR = 6  # tokens before a figure, of which any may make a number or a level of it
_BEHIND = 4
_REACH = 12  # tokens either way that may tell why a year is far ahead
_LONGEST_LEASE = 3100
_DASHES = frozenset("-–—")
_GLUED = frozenset("-–—/.,:#@_+$£€%&=")
_PAIR = re.compile(r"(?:between )?(\d{4})(\s?[-–—]\s?| to | and )(\d{4})")
_END = re.compile(r"(?:(?:0?[1-9]|1[0-2])/)?(\d{4})")
_SEASON = re.compile(r"\d\d(?!\d)")
_PEOPLES, _SINGULAR = ("s", "sh", "ch", "ese"), ("us", "ss", "is")
_MONTHS = frozenset(form for name in LEXICON.months for form in (name, name.upper()))
_MODAL = frozenset({"May", "March", "MAY", "MARCH"})  # words as well: a preposition must tell


class Suspect(NamedTuple):
    """A figure in the place of a year: what the year beside it allows, and whether a count may stand there as well."""

    year: Quantity
    earliest: int = 0
    latest: int = LAST
    loose: bool = False
    alone: bool = False  # nothing but a word such as "in" says that it is a year, or it may be a time of day
    far_ahead: bool = False  # a year far ahead may be meant


def suspects_of(reading: Reading) -> Iterator[Suspect]:
    """Each figure behind a month or a word such as "in", or beside another year, that is no year."""
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            suspect = _of_a_date(tokens, at) or _of_a_pair(tokens, _ends(tokens, at)) if token.quantity else None
            if suspect is not None:
                yield suspect._replace(far_ahead=_may_be_meant(tokens, at, suspect.year))


def _of_a_date(tokens: Sequence[Token], at: int) -> Suspect | None:
    """A figure behind a month, a month and a day, or a word such as "in"."""
    quantity = tokens[at].quantity
    if quantity is None or not _is_far(_figure(tokens[at])):
        return None
    alone = Suspect(_as_year(quantity), loose=True, alone=True)
    if _opens_a_season(tokens, at):
        return None if _numbers(tokens, at, at + 2) else alone
    if _touches(tokens, at, at) or _counts(tokens, at):
        return None
    if _is_dated(tokens, at):
        acts = _acts(tokens, at) and not _is_behind_a_day(tokens, at)
        loose = not _closed(tokens, at) or _may_be_a_clock(tokens, at)
        return None if acts else Suspect(_as_year(quantity), loose=loose)
    return alone if _is_alone(tokens, at) else None


def _opens_a_season(tokens: Sequence[Token], at: int) -> bool:
    """Whether the last two digits of another year are glued to a figure: "5006–08"."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in _DASHES or tokens[at + 1].start != tokens[at].end:
        return False
    behind = tokens[at + 2]
    return behind.start == tokens[at + 1].end and _SEASON.match(behind.text) is not None and not _glued(tokens, at)


def _glued(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].end == tokens[at].start and tokens[at - 1].text[-1] in _GLUED


def _is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure stands where years do: "in 7013, ", "(7013)", "the 7013 Census", "7013 Annual Report"."""
    before = tokens[at - 1].low if at else ""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if before in words_of("dates.in_a_year"):
        return behind == "," or _closed(tokens, at)
    if before == "(":
        return behind == ")"
    return before in words_of("dates.of_a_year") and behind[:1].isupper() and behind.isalpha()


def _may_be_meant(tokens: Sequence[Token], at: int, year: Quantity) -> bool:
    """Whether a year so far ahead is told of stories, stars, leases or bonds, or counted by another calendar."""
    lows = [token.low for token in tokens[max(0, at - _REACH) : at + _REACH]]
    near = set(lows) - ({"calendar"} if not {"fiscal", "year", "years"}.isdisjoint(lows) else set())
    if near & words_of("dates.far_ahead"):
        return True
    return year.value < _LONGEST_LEASE and bool(near & words_of("dates.long_dated"))


def _figure(token: Token) -> str:
    """The four digits of a token that has nothing but them, else ""."""
    text = token.text
    return text if len(text) == _DIGITS and text.isdecimal() and text.isascii() else ""


def _is_far(digits: str) -> bool:
    return bool(digits) and (int(digits) > LAST or (digits[0] == "0" and not _is_clock(digits)))


def _is_clock(digits: str) -> bool:
    return (digits[:2] < "24" and digits[2:] < "60") or digits == "2400"


def _is_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month, or a month and a day, stands right before: "Sept. 7013", "June 1, 7013", "1 June 7013"."""
    k = at - 1
    if k >= 0 and tokens[k].text in (",", "."):
        k -= 1
    if k >= 1 and tokens[k].text == "of":
        k -= 1
    if k < 0:
        return False
    quantity = tokens[k].quantity
    if quantity is not None:
        return quantity.kind is Kind.DATE and quantity.month_day is not None and not _has_year(quantity)
    month = tokens[k].text.rpartition("-")[2]  # "mid-May", "January-March"
    if month not in _MONTHS or (tokens[at - 1].text == "." and len(month) > _DIGITS):
        return False
    return month not in _MODAL or month != tokens[k].text or (k > 0 and tokens[k - 1].low in LEXICON.year_before)


def _has_year(quantity: Quantity) -> bool:
    return re.search(r"\d{4}|['’]\d\d", quantity.text) is not None


def _closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a date goes on with the sentence, and is nothing that the figure could count."""
    if at + 1 == len(tokens):
        return True
    word = tokens[at + 1].low
    if word not in words_of("dates.behind_a_year"):
        return False
    return word != "," or at + 2 == len(tokens) or tokens[at + 2].low not in words_of("dates.compared")


def _as_year(figure: Quantity) -> Quantity:
    return replace(figure, kind=Kind.YEAR, unit="", outer_start=figure.start, outer_end=figure.end, readings=())


def _may_be_a_clock(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure behind a day may be the time of day: "June 1, 2230"."""
    return _is_behind_a_day(tokens, at) and _is_clock(tokens[at].text)


def _is_behind_a_day(tokens: Sequence[Token], at: int) -> bool:
    return any(token.quantity is not None for token in tokens[max(0, at - 2) : at])


def _touches(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a mark that makes a number or name of them is glued to the figures at `first` to `last` (inclusive)."""
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if _glued(tokens, first):
        return True
    if behind is None or behind.start != tokens[last].end:
        return False
    goes_on = last + 2 < len(tokens) and tokens[last + 2].start == behind.end and tokens[last + 2].text[0].isalnum()
    return behind.text[0].isalnum() or behind.text in ("%", "/") or (behind.text in _GLUED and goes_on)


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows tells what so many did, or says of what they are a part."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return behind in words_of("dates.behind_a_count") or behind in LEXICON.verbs


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows may be what the figure counts: a plural, or a people."""
    for token in tokens[at + 1 : at + _BEHIND]:
        word = token.text
        if token.quantity is not None or not word.isalpha() or word in LEXICON.function_words:
            return False
        if word in LEXICON.year_nouns:
            return False
        people = word[0].isupper() and word.endswith(_PEOPLES) and not word.endswith(_SINGULAR)
        if (is_plural(word.lower()) and not word.endswith(_SINGULAR)) or people:
            return True
    return False


# --- two years side by side -------------------------------------------------------------------------------------------


class _Ends(NamedTuple):
    """What may be the first and last year of a stretch, told by the tokens `first` to `last` (inclusive)."""

    start: Quantity
    end: Quantity
    first: int
    last: int
    opening: str  # the word or mark before, in lower case
    joint: str


def _ends(tokens: Sequence[Token], at: int) -> _Ends | None:
    """ "2603-2019", "from 2314 to 2017", "the years 9193 through to 2014", "1/2103–4/2020" from the token `at` on."""
    before = tokens[at - 1].low if at else ""
    both = _PAIR.fullmatch(tokens[at].text)
    quantity = tokens[at].quantity
    if both is not None and quantity is not None:
        opening = "between" if both[0].startswith("between") else before
        start, end = (_figures(quantity, tokens[at].start, both, k) for k in (1, 3))
        return _Ends(start, end, at, at, opening, both[2].strip())
    start_year = _year_end(tokens[at])
    joint = [token.low for token in tokens[at + 1 : at + 3] if token.quantity is None]
    if start_year is None or not joint or joint[0] not in words_of("dates.to"):
        return None
    last = at + (3 if joint in (["through", "to"], ["up", "to"]) else 2)
    end_year = _year_end(tokens[last]) if last < len(tokens) else None
    return None if end_year is None else _Ends(start_year, end_year, at, last, before, joint[0])


def _year_end(token: Token) -> Quantity | None:
    """A figure of four digits, alone or behind a month and a slash ("4/2020"); a date with its year."""
    found = _END.fullmatch(token.text)
    if found is not None and token.quantity is not None:
        return _figures(token.quantity, token.start, found, 1)
    return year_at((token,), 0)


def _figures(quantity: Quantity, offset: int, found: re.Match[str], group: int) -> Quantity:
    value = Fraction(found[group])
    start, end = (offset + place for place in found.span(group))
    return replace(
        _as_year(quantity), start=start, end=end, outer_start=start, outer_end=end, text=found[group],
        numeral=found[group], value=value, interval=Interval(value, value), bound=Bound.EQUAL, second=None,
        scale=Fraction(1), ulp=Fraction(1), hedge="",
    )  # fmt: skip


def _of_a_pair(tokens: Sequence[Token], ends: _Ends | None) -> Suspect | None:
    """The one of two ends that is no year, where the other is one and they can be nothing but a stretch of years."""
    if ends is None:
        return None
    start, end = ends.start, ends.end
    early = end.value < FIRST <= start.value <= LAST_OF_A_PAIR and end.kind is Kind.YEAR
    if _is_first_far(start, end):
        suspect = Suspect(start, latest=int(end.value) - 1)
    elif _is_first_far(end, start) or early:
        suspect = Suspect(end, earliest=int(start.value) + 1, alone=early or _are_clocks(ends))
    else:
        return None
    if _touches(tokens, ends.first, ends.last) or _counts(tokens, ends.last) or _is_numbered(tokens, ends):
        return None
    if ends.joint in _DASHES:
        framed = _is_framed(tokens, ends)
        return (
            suspect._replace(loose=not framed) if framed or ends.opening else None
        )  # a line may open with a telephone
    return suspect._replace(loose=_may_count(tokens, ends)) if _is_a_stretch(tokens, ends) else None


def _are_clocks(ends: _Ends) -> bool:
    """Whether both may be times of day: "(1900–2230)"."""
    return all(len(end.text) == _DIGITS and _is_clock(end.text) for end in (ends.start, ends.end))


def _is_framed(tokens: Sequence[Token], ends: _Ends) -> bool:
    """Whether words or marks round two figures with a dash say that they are years."""
    behind = tokens[ends.last + 1].low if ends.last + 1 < len(tokens) else ""
    months = "/" in tokens[ends.first].text  # "1/2103–4/2020"
    return months or ends.opening in words_of("dates.before_a_stretch") or behind in words_of("dates.behind_a_stretch")


def _is_first_far(one: Quantity, other: Quantity) -> bool:
    far = one.value > LAST_OF_A_PAIR or (one.text[0] == "0" and not _is_clock(one.text))
    return far and len(one.text) == _DIGITS and FIRST <= other.value <= LAST_OF_A_PAIR


def _is_a_stretch(tokens: Sequence[Token], ends: _Ends) -> bool:
    """Whether a word opens a stretch, and "from 2314 to 2017" tells no change."""
    if ends.opening not in words_of("dates.from") or (ends.joint == "and" and ends.opening not in ("between", "years")):
        return False
    before = tokens[max(0, ends.first - _BEHIND) : ends.first - 1]
    behind = tokens[ends.last + 1 : ends.last + _BEHIND] if ends.first > 1 else ()
    changes = _acts(tokens, ends.last) or any(token.low in LEXICON.change_words for token in (*before, *behind))
    return ends.opening != "from" or not changes


def _may_count(tokens: Sequence[Token], ends: _Ends) -> bool:
    """Whether the ends may be counts: "from 2314 to 2017 crowns", "between 1987 and 2990 of them"."""
    rising = ends.start.value < ends.end.value
    return ends.opening == "from" or (ends.opening == "between" and rising) or not _closed(tokens, ends.last)


def _is_numbered(tokens: Sequence[Token], ends: _Ends) -> bool:
    """Whether a standard, a telephone or the pages of a book are numbered so."""
    if _numbers(tokens, ends.first, ends.last):
        return True
    name = tokens[ends.first - 1].text if ends.first > 1 else ""
    return name[:1].isupper() and name.lower() not in words_of("dates.before_a_stretch") and name not in _MONTHS


def _numbers(tokens: Sequence[Token], first: int, last: int) -> bool:
    near = (*tokens[max(0, first - _NEAR) : first], *tokens[last + 1 : last + _BEHIND])
    return any(token.low.rstrip(".") in words_of("dates.numbered") for token in near)
