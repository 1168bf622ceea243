"""Two levels in brackets that a comparative ranks: "higher in the north (19%) than in the south (11%)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.quantities.model import LABELS, Bound, Kind, Quantity, Token
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import Statement, Word

__all__ = ["compared_levels"]

REACH = 18  # tokens from the comparative or "than" to the level that it ranks
NEGATED = 3  # tokens before the comparative in which "no" or "not" turns it
_NOT = frozenset({"no", "not", "never", "neither", "nor", "n't", "any"})
_STOPS = frozenset({".", ";", ":"})
_VERSUS = frozenset({"against", "versus", "vs", "v", "with", "to"})


def compared_levels(tokens: Sequence[Token]) -> Iterator[Statement]:
    """Each comparative with the level of what it is said of and the level of what follows "than"."""
    if not any(token.text == "(" for token in tokens):
        return
    lows = [token.low for token in tokens]
    for than in (at for at, low in enumerate(lows) if low == "than"):
        word = _comparative(lows, than)
        if word is None:
            continue
        pair = _in_one_bracket(tokens, lows, than)
        if pair is None:
            other = _bracketed(tokens, lows, than + 1, than + 1 + REACH)
            one = _bracketed(tokens, lows, word + 1, than) or _bracketed_before(tokens, lows, word)
            pair = (one, other) if one is not None and other is not None else None
        if pair is not None and _alike(*pair):
            up = lows[word] in lexicon().greater
            cue = Word("MORE" if up else "FEWER", tokens[word].start, tokens[word].end, tokens[word].text)
            roles = {"after": pair[0], "before": pair[1]}
            yield Statement("change", roles, word, than, 1 if up else -1, {"direction": cue})


def _comparative(lows: Sequence[str], than: int) -> int | None:
    """The nearest comparative before "than" in its clause; None where it is turned by a "not"."""
    words = lexicon()
    for at in range(than - 1, max(-1, than - 1 - REACH), -1):
        if lows[at] in _STOPS:
            return None
        if lows[at] in words.greater or lows[at] in words.lesser:
            return at if _NOT.isdisjoint(lows[max(0, at - NEGATED) : at]) else None
    return None


def _bracketed(tokens: Sequence[Token], lows: Sequence[str], first: int, last: int) -> Quantity | None:
    """The only number of the first bracket from token `first` to `last`, with no number before it."""
    for at in range(first, min(last, len(tokens))):
        quantity = tokens[at].quantity
        if lows[at] in _STOPS or (quantity is not None and quantity.kind not in LABELS):
            return None
        if lows[at] == "(":
            return _alone(tokens, lows, at)
    return None


def _bracketed_before(tokens: Sequence[Token], lows: Sequence[str], word: int) -> Quantity | None:
    """The only number of the last bracket before the comparative, with no number between."""
    for at in range(word - 1, max(-1, word - 1 - REACH), -1):
        quantity = tokens[at].quantity
        if lows[at] in _STOPS or (quantity is not None and quantity.kind not in LABELS):
            return None
        if lows[at] == ")":
            opening = next((k for k in range(at - 1, max(-1, at - 4), -1) if lows[k] == "("), None)
            if opening is None or "than" in lows[max(0, opening - REACH) : opening]:
                return None  # it is what an earlier comparative ranks its subject with
            return _alone(tokens, lows, opening)
    return None


def _alone(tokens: Sequence[Token], lows: Sequence[str], opening: int) -> Quantity | None:
    """The number that alone fills a bracket, its unit aside: "(19%)", "(9.3 years)"."""
    if opening + 2 >= len(tokens) or lows[opening + 2] != ")":
        return None
    return tokens[opening + 1].quantity


def _in_one_bracket(tokens: Sequence[Token], lows: Sequence[str], than: int) -> tuple[Quantity, Quantity] | None:
    """ "higher than last year (12,300 against 15,600)"."""
    opening = next((at for at in range(than + 1, min(len(lows), than + REACH)) if lows[at] == "("), None)
    if opening is None or any(token.quantity is not None for token in tokens[than + 1 : opening]):
        return None
    closing = next((at for at in range(opening, min(len(lows), opening + REACH)) if lows[at] == ")"), opening)
    inside = [at for at in range(opening, closing) if tokens[at].quantity is not None]
    if len(inside) != 2 or inside[0] != opening + 1 or lows[inside[1] - 1] not in _VERSUS or inside[1] != closing - 1:
        return None
    one, other = tokens[inside[0]].quantity, tokens[inside[1]].quantity
    return (one, other) if one is not None and other is not None else None


def _alike(one: Quantity, other: Quantity) -> bool:
    plain = all(q.bound is not Bound.RANGE and not q.signed and q.kind not in LABELS for q in (one, other))
    return plain and one.kind is other.kind is not Kind.RATIO and one.unit == other.unit
