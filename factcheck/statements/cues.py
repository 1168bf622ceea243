"""Types the tokens of a sentence: quantities and cue words become terminals, the words between them are let go.

A run of more than `GAP` words, a finite verb or a word that opens a clause gives a BREAK between two cues, which no
statement holds. Prepositions are cues only where a quantity follows shortly. A comma that more than an apposition
follows is a SEP, which parts the items of a list and ends any other statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token, TokenKind
from factcheck.statements.context import names_a_sort, tells_time
from factcheck.statements.lexicon import Lexicon, lexicon
from factcheck.statements.model import Cue
from factcheck.statements.placed import COPULAS, PLACED, ends_a_name, is_outcome, is_phrasal

__all__ = ["GAP", "type_cues"]

GAP = 9  # words
NEAR = 3  # words between a word of change and the change
ASIDE = 10  # words between two commas that go with the word before them
LEAD = 6  # words between a level and the word of its change
REACH = {
    "OF": 3,
    "AT": 2,
    "THAN": 8,
    "OUTOF": 3,
    "VS": 12,
    "FROM": 10,
}  # tokens from a preposition to the quantity that it introduces
_FAR = 7
_FAR_RANKED = 4  # words from a level to the number that a comparative follows
_FAR_APPOSED = 14  # words from a level to the comma before a change apposed to it
_TERMINAL = {
    Kind.COUNT: "VALUE",
    Kind.MONEY: "VALUE",
    Kind.MEASURE: "VALUE",
    Kind.PERCENT: "PCT",
    Kind.POINTS: "PTS",
    Kind.RATIO: "RATIO",
}
_BRACKETS = {"(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR"}
_MARKS = {**_BRACKETS, ",": "COMMA", ";": "BREAK", ":": "COLON", "–": "DASH", "—": "DASH"}
_PREPOSITIONS = frozenset({"FROM", "TO", "BY", "OF", "AT", "THAN", "VS", "OUTOF", "REPRESENT"})
_LET_GO = frozenset({"TOTAL", "RESTRICT", "REST"})
_OPENERS = frozenset({"COMMA", "LPAR", "DASH", "OR"})
_ARTICLES = frozenset({"a", "an"})
_LET_BY = frozenset({"OF", "TOTAL", "RESTRICT", "REST", "TO"})
_DIRECTIONS = frozenset({"UP", "DOWN", "MOVE"})
_PLACES = (["in"], ["for"], ["among"], ["across"], ["within"], ["with"])
_RELATIVE = (("which",), ("which", "has"), ("which", "had"))
_REACHED = frozenset({"as low as", "as high as"})
_MONTH = "May"


def type_cues(tokens: Sequence[Token]) -> list[Cue]:
    """The terminals of a sentence, in order, with BREAK where a statement cannot go on."""
    words = lexicon()
    lows = _lower(tokens)
    cues: list[Cue] = []
    gap: list[str] = []
    at = 0
    begin = _first_words()
    while at < len(tokens):
        if tokens[at].kind is TokenKind.WORD and lows[at] not in begin:
            gap.append(lows[at])
            at += 1
            continue
        cue, size = _cue_at(tokens, lows, at, words)
        if cue is not None and cue.type == "AT" and cues and cues[-1].type in ("FROM", "TO"):
            gap.append(lows[at])  # "to close at $10": the level is already introduced
        elif cue is not None:
            _join(cues, cue, gap, words, tokens)
            if _is_reached(cue, cues):
                cues.append(Cue("TO", at, at))
            cues.append(cue)
            gap = []
        elif size > 1 or tokens[at].quantity is None:
            gap += lows[at : at + size]
        at += size
    return _apposed(_without_asides(cues), lows, words)


def _is_reached(cue: Cue, before: Sequence[Cue]) -> bool:
    """Whether a number right behind a word of change is the level that was reached: "dropped as low as 0.8"."""
    reached = cue.quantity is not None and cue.quantity.hedge in _REACHED
    return reached and bool(before) and before[-1].type in _DIRECTIONS


def _lower(tokens: Sequence[Token]) -> list[str]:
    """The words in lower case, the month of May apart from the verb: it ends no gap."""
    lows = [token.low for token in tokens]
    return [_MONTH if low == "may" and at and tokens[at].text == "May" else low for at, low in enumerate(lows)]


def _apposed(cues: list[Cue], lows: Sequence[str], words: Lexicon) -> list[Cue]:
    """The cues without a BREAK that a verb made between a level and the change apposed to it.

    "38,400 permits were issued last year, a decrease of 4%": what follows the comma is said of the number all the same.
    """
    found: list[Cue] = []
    for at, cue in enumerate(cues):
        behind = cues[at + 1 : at + 5]
        level = found[-1].quantity if found else None
        if cue.type == "BREAK" and level is not None and _ranks_by(behind):
            between = lows[found[-1].last + 1 : behind[0].first]
            if (
                len(between) <= _FAR_RANKED
                and between[-1:]
                and between[-1] in COPULAS
                and _is_bare(between[:-1], words)
            ):
                continue
        if cue.type == "BREAK" and level is not None and _opens_change(behind):
            between = lows[found[-1].last + 1 : behind[0].first]
            if len(between) <= _FAR_APPOSED and words.clause.isdisjoint(between) and "," not in between:
                continue
        found.append(cue)
    return found


def _ranks_by(cues: Sequence[Cue]) -> bool:
    """Whether a number and a comparative follow: "(sales of £112m) were 12% higher than the £95m"."""
    kinds = [cue.type for cue in cues]
    return kinds[:1] in (["PCT"], ["VALUE"], ["PTS"]) and kinds[1:2] in (["MORE"], ["FEWER"])


def _is_bare(between: Sequence[str], words: Lexicon) -> bool:
    return words.clause.isdisjoint(between) and words.verbs.isdisjoint(between) and "," not in between


def _opens_change(cues: Sequence[Cue]) -> bool:
    """Whether a comma and a change follow: ", a decrease of 4%", ", representing a rise of 4%", ", 5.4% lower than"."""
    kinds = [cue.type for cue in cues]
    if kinds[1:2] == ["REPRESENT"] and kinds[2:3] in (["UP"], ["DOWN"]):
        kinds.pop(1)
    if kinds[:1] != ["COMMA"] or len(kinds) < 3:
        return False
    if kinds[1] in ("UP", "DOWN"):
        return kinds[2] in ("OF", "BY", "PCT", "PTS", "FROM")
    return kinds[1] in ("PCT", "PTS") and kinds[2] in ("UP", "DOWN", "MORE", "FEWER")


def _without_asides(cues: list[Cue]) -> list[Cue]:
    """The cues without brackets that hold no number, and without a comma before words alone: "(27,000, see below)"."""
    found: list[Cue] = []
    at = 0
    while at < len(cues):
        if cues[at].type in ("COMMA", "SEP") and at + 1 < len(cues) and cues[at + 1].type == "RPAR":
            at += 1
            continue
        if _is_aside(cues, at):
            at += 1
            continue
        if cues[at].type == "LPAR":
            end = next((k for k in range(at + 1, len(cues)) if cues[k].type == "RPAR"), None)
            if end is not None and all(cue.quantity is None for cue in cues[at:end]):
                at = end + 1
                continue
        found.append(cues[at])
        at += 1
    return found


def _is_aside(cues: Sequence[Cue], at: int) -> bool:
    """Whether a comma opens an aside without numbers behind a change: "by 450 under its chief, Ada Fenn, to 2,250"."""
    kinds = [cue.type for cue in cues[at : at + 3]]
    opened = kinds[:1] in (["COMMA"], ["SEP"]) and kinds[1:] in (["COMMA", "TO"], ["COMMA", "FROM"])
    changed = at > 1 and not _DIRECTIONS.isdisjoint(cue.type for cue in cues[max(0, at - 3) : at - 1])
    return opened and changed and cues[at - 1].quantity is not None and cues[at + 1].first - cues[at].last <= ASIDE


def _join(cues: list[Cue], cue: Cue, gap: list[str], words: Lexicon, tokens: Sequence[Token]) -> None:
    """What the words between two cues make of their joint: nothing, a BREAK, or a SEP for the comma."""
    if not cues or cues[-1].type == "BREAK" or cue.type == "BREAK":
        return
    last = cues[-1]
    place = -2 if last.type in _LET_GO and len(cues) > 1 else -1  # ", the average yield fell 8.1%"
    opener = cues[place]
    if cue.type in _DIRECTIONS and last.type == "COMMA" and tuple(gap) in _RELATIVE and _is_dated(cues, tokens):
        return  # "$100m in the quarter, which increased 12%"
    if cue.type in _DIRECTIONS and opener.type in _OPENERS and _has_subject(gap, opener, words):
        cues[place] = Cue("SEP", opener.first, opener.last)
    elif last.type == "COMMA":
        prepositional = cue.type in ("FROM", "TO", "VS", "BY") and words.clause.isdisjoint(gap)
        if not words.apposition.issuperset(gap) and not prepositional:
            cues[-1] = Cue("SEP", last.first, last.last)
    elif _breaks(last, cue, gap, words):
        cues.append(Cue("BREAK", cue.first, cue.first))


def _is_dated(cues: Sequence[Cue], tokens: Sequence[Token]) -> bool:
    """Whether a number that no word of change introduces stands before the last cue, with no more than its time."""
    before = cues[-4:-1]
    level = bool(before) and before[-1].type == "VALUE"
    if not level or not _DIRECTIONS.isdisjoint(cue.type for cue in before[:-1]):
        return False
    return tells_time(tokens[before[-1].last + 1 : cues[-1].first])


def _has_subject(gap: Sequence[str], opener: Cue, words: Lexicon) -> bool:
    """Whether a word of change behind a mark has a subject of its own: ", the average yield fell", "(salaries fell".

    In brackets, behind a dash and "or" an article may bring in any noun of change: "(a staggering increase of 8%)".
    """
    said = [word for word in gap if word[0].isalpha()]
    if words.apposition.issuperset(said):
        return False
    return opener.type == "COMMA" or _ARTICLES.isdisjoint(said)


def _breaks(last: Cue, cue: Cue, gap: list[str], words: Lexicon) -> bool:
    if last.quantity is not None and cue.type in ("UP", "DOWN") and len(gap) == 1 and gap[0] in COPULAS:
        return False  # "31.7% was up 270 basis points"
    if last.type in ("UP", "DOWN") and cue.quantity is not None and gap[-1:] and gap[-1] in COPULAS:
        gap = gap[:-1]  # "the increase for women was 34%"
        return len(gap) > NEAR or not words.verbs.isdisjoint(gap) or not words.clause.isdisjoint(gap)
    if len(gap) > GAP or not words.verbs.isdisjoint(gap) or not words.clause.isdisjoint(gap):
        return True
    if last.type in _DIRECTIONS and cue.quantity is not None:
        return len(gap) > NEAR or gap[-1:] in _PLACES  # "fell in 289 districts"
    return last.quantity is not None and cue.type in _DIRECTIONS and len(gap) > LEAD


def _cue_at(tokens: Sequence[Token], lows: Sequence[str], at: int, words: Lexicon) -> tuple[Cue | None, int]:
    """The cue at a token and how many tokens it takes; None for a token without one."""
    token = tokens[at]
    if token.quantity is not None:
        terminal = _terminal(token.quantity, tokens, at)
        return (Cue(terminal, at, at, token.quantity) if terminal else None), 1
    if token.kind is TokenKind.PUNCT:
        mark = "DASH" if _is_double_dash(tokens, at) else _MARKS.get(token.text)
        return (Cue(mark, at, at) if mark else None), 1
    lower = lows[at]
    phrases = words.phrases.get(lower)
    for phrase, cue in phrases or ():
        if lows[at + 1 : at + len(phrase)] == phrase[1:]:
            return _kept(Cue(cue, at, at + len(phrase) - 1), tokens, lows), len(phrase)
    if lower == "to" and lows[at + 1 : at + 2] and lows[at + 1] in words.outcome and is_outcome(tokens, lows, at):
        return Cue("TO", at, at + 1), 2  # "gained six points to reach 84%"
    found = words.cues.get(lower)
    if (found == "AND" and _joins_names(tokens, at)) or (found in _DIRECTIONS and ends_a_name(tokens, at)):
        found = None
    if is_phrasal(lows, at) and not _closes(tokens, lows, at):
        found = None
    placed = PLACED.get(lower)
    if placed is not None and placed[1](tokens, lows, at):
        found = placed[0]
    return (_kept(Cue(found, at, at), tokens, lows) if found else None), 1


@cache
def _first_words() -> frozenset[str]:
    """The words that begin a cue: most words of a text are none of them."""
    words = lexicon()
    return frozenset(words.cues) | frozenset(words.phrases) | frozenset(PLACED) | {"to"}


def _closes(tokens: Sequence[Token], lows: Sequence[str], at: int) -> bool:
    """Whether a market ended the day so much up or down: "ended up 3.2%"."""
    told = at + 1 < len(tokens) and tokens[at + 1].quantity is not None
    return told and lows[at - 1].startswith("end")


def _is_double_dash(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at + 1].text == "-"


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands between two names or two periods: "England and Wales", "between 2001 and 2011"."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    periods = [token.quantity is not None and token.quantity.kind in LABELS for token in (before, behind)]
    return all(periods) or (before.text[0].isupper() and behind.text[0].isupper())


def _kept(cue: Cue, tokens: Sequence[Token], lows: Sequence[str]) -> Cue | None:
    """A preposition that introduces no quantity is no cue."""
    if cue.type == "NONE":
        return None
    reach = REACH.get(cue.type, _FAR)
    if cue.type == "OF" and _labelled(tokens, cue.last + 1):
        return None  # "in the second quarter of 2012 to 229.6 million"
    if cue.type == "VS" and lows[cue.first] == "against":  # "against deliveries of 285 million" is no base
        reach = 2
    at = cue.last + 1
    if cue.type == "REPRESENT":
        at = _behind_move(lows, at)
    if cue.type in _PREPOSITIONS and not _introduces(tokens, lows, at, reach):
        return None
    return cue


def _behind_move(lows: Sequence[str], at: int) -> int:
    """The token behind a word of rise or fall at `at`: "which is down from 98", "which represents a rise of 4%"."""
    move = at + (lows[at : at + 1] in (["a"], ["an"]))
    if move >= len(lows) or lexicon().cues.get(lows[move]) not in ("UP", "DOWN"):
        return at
    return move + 1 + (lows[move + 1 : move + 2] == ["from"])


def _labelled(tokens: Sequence[Token], at: int) -> bool:
    quantity = tokens[at].quantity if at < len(tokens) else None
    return quantity is not None and quantity.kind in LABELS


def _introduces(tokens: Sequence[Token], lows: Sequence[str], at: int, reach: int) -> bool:
    words = lexicon()
    for token, lower in zip(tokens[at : at + reach], lows[at : at + reach], strict=True):
        if token.quantity is not None:
            if token.quantity.kind in LABELS:
                continue
            return True
        if token.kind is TokenKind.PUNCT and (token.text != "(" or reach <= 3):
            return False
        if lower in words.verbs or lower in words.clause or lower in words.barrier:
            return False
        cue = words.cues.get(lower, "OF")
        if cue not in _LET_BY and (cue != "AT" or reach < _FAR):
            return False
    return False


def _is_more_than_one(quantity: Quantity) -> bool:
    """Whether a number word says no more than that there are several: "held more than one job"."""
    return quantity.in_words and quantity.value == 1 and quantity.bound is Bound.MORE


def _terminal(quantity: Quantity, tokens: Sequence[Token], at: int) -> str | None:
    terminal = _TERMINAL.get(quantity.kind)
    before = tokens[at - 1].low if at else ""
    if before == "per" or (before == "every" and tokens[at - 2 : at - 1] and tokens[at - 2].low != "of"):
        return None  # "42.6 per 100,000", "3.8 in every 1,000": the base of a rate
    if names_a_sort(quantity, tokens) or _is_more_than_one(quantity):
        return None
    if terminal is None and quantity.kind is Kind.DURATION and before in ("from", "to", "by"):
        return "VALUE"
    return terminal
