"""What a share is said to be of: all of those told before, those of a noun, or some of them only."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.facts.names import singular
from factcheck.quantities.model import TokenKind
from factcheck.relations.lexicon import words_of
from factcheck.relations.shares.portions import Text
from factcheck.statements.lexicon import lexicon

__all__ = ["ALL", "NONE", "Base", "base_of", "head_base", "words_between"]

NAMED = 4  # words behind "of" that say what a share is of
ASKED = 5  # words of "who filled in the form"


class Base(NamedTuple):
    """What a share is of: the noun, "" for whatever was told before; `asked` is the word that says who were asked."""

    noun: str
    asked: str = ""

    @property
    def is_all(self) -> bool:
        """Whether it is all of those told before, by no noun of their own."""
        return self.noun == "all"


ALL, NONE = Base("all"), Base("")  # the whole told before; nothing


def words_between(text: Text, first: int, last: int) -> bool:
    """Whether nothing but words stands from token `first` to `last` (exclusive)."""
    return all(token.kind is TokenKind.WORD for token in text.tokens[first:last])


def base_of(text: Text, at: int) -> Base | None:
    """What a share at `at` is said to be of: a noun, ALL of those told, or NONE; None where more is said of it."""
    lows = text.lows
    behind = lows[at + 1 : at + 2]
    if not behind or behind[0] in words_of("portions.closing"):
        more = lows[at + 2 : at + 3]
        return None if more and more[0] in words_of("portions.causes") else NONE
    return _named(text, at + 2)[0] if behind[0] == "of" else None


def head_base(text: Text) -> tuple[Base, int] | None:
    """What the head "Of the firms asked," tells of, with the place of its mark; None where it is some of them only."""
    if text.lows[0] not in words_of("portions.heads"):
        return None
    base, end = _named(text, 1)
    return (base, end) if base is not None and text.lows[end : end + 1] == (",",) else None


def _named(text: Text, first: int) -> tuple[Base | None, int]:
    """The noun or ALL named from token `first` on, and the token behind it; None for a sort, and for "them"."""
    lows = text.lows
    named: list[str] = []
    at = first
    while at < len(lows) and len(named) <= NAMED and not _ends(text, at, first):
        if text.tokens[at].kind is not TokenKind.WORD:
            return None, at
        if lows[at] not in words_of("portions.determiners") and not text.tokens[at].text[:1].isupper():
            named.append(lows[at])
        at += 1
    asked, end = _asked(text, at)
    if not asked and len(named) > 1 and named[-1] in words_of("portions.asked"):
        asked, named = named[-1], named[:-1]
    if not _closed(text, end):
        return None, end
    if asked and not named:
        return Base(ALL.noun, asked), end
    if len(named) != 1 or named[0] in words_of("portions.them"):
        return None, end
    if named[0] in words_of("portions.asked_ones"):
        return Base(ALL.noun, named[0]), end
    return Base(ALL.noun if named[0] in words_of("portions.total") else singular(named[0]), asked), end


def _ends(text: Text, at: int, first: int) -> bool:
    """Whether what a share is of ends before a token: at a mark, a verb, "who", or a participle behind its noun."""
    word = text.lows[at]
    if word in words_of("portions.closing") or word in words_of("portions.relative") or word in lexicon().verbs:
        return True
    participle = word.endswith("ed") or word in words_of("portions.asked")
    return participle and at > first and (at > first + 1 or text.lows[first] in words_of("portions.them"))


def _asked(text: Text, at: int) -> tuple[str, int]:
    """The word "asked" or that of "who filled in the form", said of all of a study, and the token behind; else ""."""
    lows = text.lows
    if not lows[at : at + 1] or lows[at] not in words_of("portions.relative"):
        return (lows[at], at + 1) if lows[at : at + 1] and lows[at] in words_of("portions.asked") else ("", at)
    verb = at + 2 if lows[at + 1 : at + 2] in (("were",), ("was",)) else at + 1
    sort = "portions.asked" if verb > at + 1 else "portions.replied"
    if not lows[verb : verb + 1] or lows[verb] not in words_of(sort):
        return "", at
    reach = range(verb + 1, min(len(lows), verb + 1 + ASKED))
    return lows[verb], next((k for k in reach if lows[k] not in words_of("portions.to_a_survey")), verb + 1)


def _closed(text: Text, at: int) -> bool:
    """Whether nothing more is said of what a share is of: a mark, a verb or "or" stands behind it."""
    behind = text.lows[at : at + 1]
    ends = words_of("portions.closing") | lexicon().verbs | {"or"}
    return not behind or behind[0] in ends or behind[0].endswith("ed")
