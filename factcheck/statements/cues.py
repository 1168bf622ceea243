"""Types the tokens of a sentence: quantities and cue words become terminals, the words between them are let go.

A run of more than `GAP` words, a finite verb or a stop between two cues gives a BREAK, which no statement holds.
Prepositions are cues only where a quantity follows shortly.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.model import Kind, Quantity, Token, TokenKind
from factcheck.statements.lexicon import Lexicon, lexicon
from factcheck.statements.model import Cue

__all__ = ["GAP", "type_cues"]

GAP = 9  # words
REACH = {"OF": 3, "THAN": 4, "OUTOF": 4}  # tokens from a preposition to the quantity that it introduces
_FAR = 7
_TERMINAL = {
    Kind.COUNT: "VALUE",
    Kind.MONEY: "VALUE",
    Kind.MEASURE: "VALUE",
    Kind.PERCENT: "PCT",
    Kind.POINTS: "PTS",
    Kind.RATIO: "RATIO",
}
_MARKS = {",": "COMMA", "(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", ";": "BREAK", ":": "COLON", "–": "DASH", "—": "DASH"}
_PREPOSITIONS = frozenset({"FROM", "TO", "BY", "OF", "THAN", "VS", "OUTOF", "REPRESENT"})
_LET_BY = frozenset({"OF", "TOTAL", "RESTRICT", "REST", "TO"})
_PERIOD_KINDS = frozenset({Kind.DATE, Kind.YEAR, Kind.TIME, Kind.ORDINAL})


def type_cues(tokens: Sequence[Token]) -> list[Cue]:
    """The terminals of a sentence, in order, with BREAK where a statement cannot go on."""
    words = lexicon()
    cues: list[Cue] = []
    gap, broken, at = 0, False, 0
    while at < len(tokens):
        cue, size = _cue_at(tokens, at, words)
        if cue is None:
            token = tokens[at]
            if token.kind is TokenKind.WORD:
                gap += 1
                broken = broken or token.text.lower() in words.verbs
            elif token.kind is TokenKind.PUNCT and token.text in "?!…":
                broken = True
        else:
            if cues and (broken or gap > GAP) and cues[-1].type != "BREAK" and cue.type != "BREAK":
                cues.append(Cue("BREAK", at, at))
            cues.append(cue)
            gap, broken = 0, False
        at += size
    return cues


def _cue_at(tokens: Sequence[Token], at: int, words: Lexicon) -> tuple[Cue | None, int]:
    """The cue at a token and how many tokens it takes; None for a token without one."""
    token = tokens[at]
    if token.quantity is not None:
        terminal = _terminal(token.quantity, tokens, at)
        return (Cue(terminal, at, at, token.quantity) if terminal else None), 1
    if token.kind is TokenKind.PUNCT:
        mark = _MARKS.get(token.text)
        return (Cue(mark, at, at) if mark else None), 1
    lower = token.text.lower()
    for phrase, cue in words.phrases.get(lower, ()):
        if _matches(tokens, at, phrase):
            return _kept(Cue(cue, at, at + len(phrase) - 1), tokens), len(phrase)
    found = words.cues.get(lower)
    return (_kept(Cue(found, at, at), tokens) if found else None), 1


def _matches(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) > len(tokens):
        return False
    return all(tokens[at + k].text.lower() == word for k, word in enumerate(phrase))


def _kept(cue: Cue, tokens: Sequence[Token]) -> Cue | None:
    """A preposition that introduces no quantity is no cue."""
    if cue.type in _PREPOSITIONS and not _introduces(tokens, cue.last + 1, REACH.get(cue.type, _FAR)):
        return None
    return cue


def _introduces(tokens: Sequence[Token], at: int, reach: int) -> bool:
    words = lexicon()
    for token in tokens[at : at + reach]:
        if token.quantity is not None:
            if token.quantity.kind in _PERIOD_KINDS:
                continue
            return True
        if token.kind is TokenKind.PUNCT and token.text != "(":
            return False
        lower = token.text.lower()
        if lower in words.verbs or words.cues.get(lower, "OF") not in _LET_BY:
            return False
    return False


def _terminal(quantity: Quantity, tokens: Sequence[Token], at: int) -> str | None:
    terminal = _TERMINAL.get(quantity.kind)
    if terminal is None and quantity.kind is Kind.DURATION and at and tokens[at - 1].text.lower() in ("from", "to", "by"):
        return "VALUE"
    return terminal
