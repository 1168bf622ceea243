"""A text without its names and nouns that is read and judged as it was, so that a false alarm can be passed on.

Kept are numbers, marks, line ends, and every word that the grammar knows. All else becomes a made-up word of the same
shape, the same one wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from factcheck._tables import load_table, source_files
from factcheck.check import check_document
from factcheck.compile import TABLES
from factcheck.config import Config
from factcheck.documents.load import parse_document
from factcheck.documents.model import Document
from factcheck.facts.names import singular
from factcheck.findings.model import MarkedNumber, Report
from factcheck.relations.rules import load_rules

__all__ = ["Redacted", "redact"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"['’](?:s|re|ve|ll|d|m|t)?$", re.IGNORECASE)  # of a possessive or a contraction
_CODE = 3  # letters of a word that a hyphen ties to digits: "F-16"
_SHORT, _LONG = 3, 8  # letters
_SUFFIXES = "bcdfgkmnprtvz"  # letters after which no ending is taken for a plural
_STEMS = {True: ("Na", "Name", "Longname"), False: ("wo", "word", "longword")}
_MARKS = frozenset({"factcheck", "ignore", "sic"})  # words by which a writer accepts a finding
_SHOWN = Config(show_checks=True)

Gist = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Redacted:
    """`kept` are the words, in lower case and the singular, without which the text would have been judged otherwise."""

    text: str
    kept: tuple[str, ...]


def redact(document: Document, *, format: str) -> Redacted:
    """The text of `document` redacted; its findings and checks have the same rules, verdicts and figures as before.

    `format` is "txt" or "md", as the document was read.
    """
    text = document.text
    words = list(dict.fromkeys(_stem(match[0]) for match in _open_words(text)))
    made = _made_up(text, words)
    wanted = _gist(check_document(document, config=_SHOWN))

    def is_same(replaced: Sequence[str]) -> bool:
        return _gist(_judged(_rewritten(text, made, frozenset(replaced)), document.path, format)) == wanted

    replaced = _most(words, [], is_same)
    hidden = frozenset(replaced)
    return Redacted(_rewritten(text, made, hidden), tuple(word for word in words if word not in hidden))


def _most(words: list[str], behind: list[str], is_same: Callable[[Sequence[str]], bool]) -> list[str]:
    """As many of `words` as can be replaced beside those `behind`: all of them, else those of either half."""
    if is_same([*behind, *words]):
        return words
    if len(words) == 1:
        return []
    half = len(words) // 2
    first = _most(words[:half], behind, is_same)
    return [*first, *_most(words[half:], [*behind, *first], is_same)]


def _judged(text: str, path: str, format: str) -> Report:
    return check_document(parse_document(path, text, format=format), config=_SHOWN)


def _gist(report: Report) -> Gist:
    """What has to stay: rules, severities, verdicts and figures, in any order."""
    findings = [(one.rule, one.severity.value, *_figures(one.numbers)) for one in report.findings]
    checks = [(one.rule, one.verdict, *_figures(one.numbers)) for one in report.checks]
    return sorted(findings) + sorted(checks)


def _figures(numbers: Iterable[MarkedNumber]) -> Iterator[str]:
    return (f"{one.role} {one.text if one.kind != 'word' else ''}" for one in numbers)


def _rewritten(text: str, made: dict[str, str], replaced: frozenset[str]) -> str:
    """The text with the words of `replaced` made up."""
    parts: list[str] = []
    done = 0
    for match in _open_words(text):
        word = match[0]
        if _stem(word) in replaced:
            parts += text[done : match.start()], _dressed(made[_stem(word)], word)
            done = match.end()
    return "".join([*parts, text[done:]])


def _dressed(stem: str, word: str) -> str:
    """A made-up word with the capitals and the ending of the word that it stands for."""
    bare = _ENDING.sub("", word)
    ending = word[len(bare) :]
    plural = "s" if singular(bare) != bare.lower() else ""
    if len(bare) > 1 and bare.isupper():
        return (stem + plural).upper() + ending
    first = stem[0].upper() if bare[0].isupper() else stem[0].lower()
    return first + stem[1:] + plural + ending


def _made_up(text: str, words: Iterable[str]) -> dict[str, str]:
    """A stem for every word, none of them a word of the grammar; a word never written small is a name."""
    small = {_stem(match[0]) for match in _open_words(text) if match[0][0].islower()}
    counters = {stem: _suffixes() for stems in _STEMS.values() for stem in stems}
    made = {}
    for word in words:
        length = 0 if len(word) <= _SHORT else 1 if len(word) < _LONG else 2
        stem = _STEMS[word not in small][length]
        names = (stem + suffix for suffix in counters[stem])
        made[word] = next(name for name in names if name.lower() not in _grammar())
    return made


def _suffixes() -> Iterator[str]:
    """b, c … z, bb, bc …"""
    known = [""]
    while True:
        known = [before + letter for before in known for letter in _SUFFIXES]
        yield from known


def _stem(word: str) -> str:
    return singular(_ENDING.sub("", word))


def _open_words(text: str) -> Iterator[re.Match[str]]:
    """The words that the grammar does not know and that belong to no figure."""
    for match in _WORD.finditer(text):
        if len(match[0]) > 1 and not _is_known(match[0]) and not _beside_digits(text, match):
            yield match


def _is_known(word: str) -> bool:
    """Whether it, or what of it stands before the apostrophe, is a word of the grammar."""
    lower = word.lower()
    known = _grammar()
    return lower in known or _ENDING.sub("", lower) in known or singular(lower) in known


def _beside_digits(text: str, match: re.Match[str]) -> bool:
    """Whether it is glued to a digit ("5km"), or a few letters tied to one ("F-16")."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    if before[-1:].isdigit() or after[:1].isdigit():
        return True
    tied = (before[-1:] == "-" and before[:1].isdigit()) or (after[:1] == "-" and after[1:].isdigit())
    return tied and len(match[0]) <= _CODE


@cache
def _grammar() -> frozenset[str]:
    """Every word of the tables in lower case, and every name of a rule."""
    strings = (*load_rules(), *(string for name in TABLES if name != "rules" for string in _strings(_table(name))))
    words = {word.lower() for string in strings for word in (*_LETTERS.findall(string), *_WORD.findall(string))}
    return _MARKS | words


def _table(name: str) -> dict[str, Any]:
    folder, home = TABLES[name]
    module, _, function = home.partition(":")
    return load_table(name, source_files(folder), lambda: getattr(import_module(module), function)())


def _strings(value: object) -> Iterator[str]:
    """All keys and strings of a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
