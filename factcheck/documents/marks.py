"""Marks in a text that are not prose: "[sic]" behind a number, and the day of publication in the first lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from factcheck.documents.lexicon import lexicon
from factcheck.documents.model import Suppression

__all__ = ["blank", "date_in", "find_dateline", "find_sic"]

_SIC = re.compile(r"[\[(][sS]ic[\])]")
_REACH = 30  # characters before the mark in which its number stands

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ \u00a0]+([A-Za-z]{3,9})\.?,?[ \u00a0]+(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?[ \u00a0]+(\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]+(\d{4})(?!\d)")
_DASH = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[-–—]|$)")
_LONGEST_PLACE = 60


def blank(text: str, start: int, end: int) -> str:
    """The slice of `text` with its line breaks as spaces, of the same length."""
    return text[start:end].replace("\r", " ").replace("\n", " ")


def find_sic(text: str) -> tuple[str, tuple[Suppression, ...]]:
    """`text` with every "[sic]" and "(sic)" blanked, and a suppression from the number before each to its mark's end.

    A closing quote may stand between. Where no number stands within 30 characters before the mark, the suppression
    covers the one word before it.
    """
    if "sic" not in text and "Sic" not in text:
        return text, ()
    parts, found, past = [], [], 0
    for match in _SIC.finditer(text):
        start, end = match.span()
        found.append(Suppression(_number_before(text, start), end, reason="sic"))
        parts += [text[past:start], " " * (end - start)]
        past = end
    return "".join([*parts, text[past:]]), tuple(found)


def _number_before(text: str, mark: int) -> int:
    """Where the number that ends before `mark` begins, else the word before it."""
    words = list(re.finditer(r"\S+", text[max(0, mark - _REACH) : mark]))
    taken = [match.start() for match in words[-1:]]
    for match in reversed(words):
        if not _of_a_number(match.group()):
            break
        taken.append(match.start())
    return max(0, mark - _REACH) + min(taken) if taken else mark


def _of_a_number(word: str) -> bool:
    if any(map(str.isdigit, word)):
        return True
    return all(part in lexicon().number_words for part in word.strip("\"'“”‘’()*_").lower().split("-"))


def find_dateline(lines: Iterable[str]) -> dt.date | None:
    """The full date that one of the lines gives as its day of publication, None where none does.

    A date counts behind a label ("Released: 2015-06-01"), between a place and a dash ("Oslo, March 3, 2024 —"), or as
    the whole line.
    """
    for line in lines:
        for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST):
            match = pattern.search(line[:120])
            if match and _publishes(line, match) and (day := _date(match)):
                return day
    return None


def date_in(text: str) -> dt.date | None:
    """The first full date in `text`: "2024-06-10", "10 June 2024" or "June 10, 2024"."""
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST):
        match = pattern.search(text)
        if match and (day := _date(match)):
            return day
    return None


def _publishes(line: str, match: re.Match[str]) -> bool:
    before, after = line[: match.start()].strip(), line[match.end() :]
    name = before.rstrip(":,").strip().lower()
    words = name.replace(",", " ").replace(":", " ").split()
    label = " ".join(word for word in words if word not in lexicon().weekdays)
    if label in lexicon().labels:
        return before.endswith(":") or not after.strip(" .")
    if not label:
        return _DASH.match(after) is not None
    return _is_place(before) and _DASH.match(after) is not None and after.strip() != ""


def _is_place(before: str) -> bool:
    """Whether `before` may be the place of a dateline: short, with a capital, ended by a comma, bracket or nothing."""
    return len(before) <= _LONGEST_PLACE and before[0].isupper() and not any(map(str.isdigit, before))


def _date(match: re.Match[str]) -> dt.date | None:
    one, two, three = match.groups()
    months = lexicon().months
    if match.re is _ISO:
        year, month, day = int(one), int(two), int(three)
    else:
        name, number = (one, two) if match.re is _MONTH_FIRST else (two, one)
        year, month, day = int(three), months.get(name.lower(), 0), int(number)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
