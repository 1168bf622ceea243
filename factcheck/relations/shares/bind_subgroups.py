"""An overall rate lies between the rates of the groups that make up the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.facts.lexicon import measures
from factcheck.facts.model import Fact, Reading
from factcheck.facts.names import singular
from factcheck.quantities.model import LABELS, Kind, Token
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.units import is_plain
from factcheck.statements.model import SentenceReading

__all__ = ["bind_subgroups"]

REACH = 6  # sentences back from the groups to the overall rate
NEAR = 4  # tokens between a rate and the word for its group
_RATES = frozenset({"rate", "inflation"})


def bind_subgroups(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Two groups that make up a whole in one sentence, with the rate called overall there.

    Where the sentence has none, the nearest earlier rate of the same noun that names no group, as a relation that
    confirms only.
    """
    sentences = reading.sentence_at
    rates: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.quantity.kind is Kind.PERCENT and is_plain(fact.quantity):
            rates.setdefault(fact.sentence, []).append(fact)
    for index, facts in rates.items():
        pair = _pair(sentences[index], facts)
        if pair is None:
            continue
        here = _called_overall(sentences[index], [fact for fact in facts if fact not in pair])
        if here is not None and not _of_the_same(sentences[index], here, pair):
            continue
        overall = here or _earlier(rates, sentences, index)
        if overall is not None:
            operands = {"overall": (overall.quantity,), "parts": tuple(fact.quantity for fact in pair)}
            yield Constraint(rule, operands, Licence.CLAUSE if here else Licence.NOUN, closed=here is not None)


def _pair(sentence: SentenceReading, facts: list[Fact]) -> tuple[Fact, Fact] | None:
    """Two rates, each beside another word of one set of groups."""
    present = {singular(token.text) for token in sentence.tokens if token.quantity is None} if len(facts) > 1 else set()
    for group in measures().subgroups:
        words = {singular(word) for word in group}
        if len(words & present) < 2:
            continue
        for step in (1, -1):
            named = [(fact, _beside(sentence, fact, step) & words) for fact in facts]
            found = [(fact, word) for fact, word in named if len(word) == 1]
            if len(found) == 2 and found[0][1] != found[1][1]:
                return found[0][0], found[1][0]
    return None


def _beside(sentence: SentenceReading, fact: Fact, step: int) -> set[str]:
    """The words near a rate, before (-1) or behind (1) it, up to the next number or comma."""
    found: set[str] = set()
    at = fact.token + step
    while 0 <= at < len(sentence.tokens) and abs(at - fact.token) <= NEAR:
        token = sentence.tokens[at]
        if token.quantity is not None or token.text in (",", ";", ":"):
            break
        found.add(singular(token.text))
        at += step
    return found


def _called_overall(sentence: SentenceReading, facts: list[Fact]) -> Fact | None:
    sides = ((fact, _beside(sentence, fact, 1) | _beside(sentence, fact, -1)) for fact in facts)
    return next((fact for fact, words in sides if "overall" in words), None)


def _of_the_same(sentence: SentenceReading, overall: Fact, pair: tuple[Fact, Fact]) -> bool:
    """Whether an overall rate is that of its groups: not one that they are compared with, of another time or thing.

    Behind a semicolon, or before a colon that no number follows, something else is told: "; in English 71% passed".
    """
    tokens = sentence.tokens
    first, last = min(fact.token for fact in pair), max(fact.token for fact in pair)
    start, end = (last, overall.token) if overall.token > last else (overall.token, first)
    between = range(start + 1, end)
    if any(cue.type in ("VS", "FROM") and start < cue.first < end for cue in sentence.cues if cue.quantity is None):
        return False
    if any(tokens[at].text == ";" or (tokens[at].text == ":" and tokens[at + 1].quantity is None) for at in between):
        return False
    own = [*tokens[max(start, overall.token - NEAR) : overall.token], *_clause_behind(tokens, overall.token)]
    if overall.token < first:
        own = list(tokens[overall.token : first])
    return not any(_tells_a_time(token) for token in own)


def _clause_behind(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """The words right behind a number up to the next number that is no label, or mark."""
    for token in tokens[at + 1 : at + 1 + 2 * NEAR]:
        if token.text in (",", ";", ":") or (token.quantity is not None and token.quantity.kind not in LABELS):
            return
        yield token


def _tells_a_time(token: Token) -> bool:
    label = token.quantity is not None and token.quantity.kind in LABELS
    return label or token.low in words_of("dates.back_then")


def _earlier(rates: dict[int, list[Fact]], sentences: Mapping[int, SentenceReading], index: int) -> Fact | None:
    groups = frozenset(singular(word) for group in measures().subgroups for word in group)
    nouns = {noun for fact in rates[index] for noun in fact.nouns} & _RATES
    for earlier in range(index - 1, index - REACH - 1, -1):
        for fact in rates.get(earlier, ()):
            level = sentences[earlier].section == sentences[index].section and fact.role == "level"
            if level and nouns & set(fact.nouns) and not groups & set(fact.nouns):
                return fact
    return None
