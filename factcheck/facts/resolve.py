"""Statements to facts: who and what each number of a document is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.documents.model import BlockKind, Document
from factcheck.facts.continued import continued_changes
from factcheck.facts.days import days_of
from factcheck.facts.items import item_lists
from factcheck.facts.lexicon import measures
from factcheck.facts.lines import lead_total, lines_of
from factcheck.facts.lists import list_lines
from factcheck.facts.model import Fact, Line, Quiet, Reading
from factcheck.facts.names import content_words, names_in
from factcheck.facts.resumed import resumed_changes
from factcheck.quantities.model import Kind, Token, TokenKind
from factcheck.quantities.reader import has_number, read_tokens
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading
from factcheck.statements.parse import parse_statements

__all__ = ["read_sentences", "resolve_facts"]

_NO_FACTS = frozenset({Kind.DATE, Kind.YEAR, Kind.TIME, Kind.ORDINAL, Kind.SCORE, Kind.NAME})
_BASE_WORDS = 9


def read_sentences(document: Document) -> list[SentenceReading]:
    """Every sentence that holds a number, with its tokens and statements; tables are left alone."""
    return _read(document)[0]


def _read(document: Document) -> tuple[list[SentenceReading], list[Quiet]]:
    """The sentences with numbers, and those without."""
    found: list[SentenceReading] = []
    quiet: list[Quiet] = []
    index = 0
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.TABLE:
            continue
        for sentence in block.sentences:
            index += 1
            text = block.text[sentence.start - block.start : sentence.end - block.start]
            tokens = tuple(read_tokens(text, sentence.start)) if has_number(text) else ()
            if not any(token.quantity is not None for token in tokens):
                quiet.append(Quiet(index, number, block.section, sentence.start, sentence.end, text))
                continue
            cues, statements = parse_statements(tokens)
            found.append(
                SentenceReading(index, number, block.section, sentence.start, sentence.end, tokens, cues, statements)
            )
    return found, quiet


def resolve_facts(document: Document) -> Reading:
    """All facts and lines of a document."""
    sentences, quiet = _read(document)
    facts: list[Fact] = []
    lines: list[Line] = []
    for sentence in sentences:
        facts.extend(_facts(sentence))
    leads = {s.index: total for s in sentences if (total := lead_total(s)) is not None}
    lines.extend(lines_of(sentences, leads))
    lines.extend(list_lines(document, sentences))
    quantities = tuple(t.quantity for s in sentences for t in s.tokens if t.quantity is not None)
    own = ((s, statement) for s in sentences for statement in s.statements)
    statements = (*own, *resumed_changes(sentences), *continued_changes(sentences))
    fact_of = {fact.quantity.start: fact for fact in facts}
    return Reading(
        tuple(sentences),
        tuple(facts),
        tuple(lines),
        quantities,
        statements,
        document.dateline,
        fact_of,
        leads,
        tuple(item_lists(document, sentences)),
        {sentence.index: sentence for sentence in sentences},
        days_of(document),
        tuple(quiet),
    )


def _facts(sentence: SentenceReading) -> Iterator[Fact]:
    roles = {
        quantity.start: f"{statement.kind}.{role}"
        for statement in sentence.statements
        for role, quantity in statement.roles.items()
    }
    facts = []
    behind = 0
    years = frozenset(
        int(token.quantity.value)
        for token in sentence.tokens
        if token.quantity is not None and token.quantity.kind is Kind.YEAR and token.quantity.value.denominator == 1
    )
    for at, token in enumerate(sentence.tokens):
        quantity = token.quantity
        if quantity is None or quantity.kind in _NO_FACTS:
            continue
        names = tuple(reversed(names_in(sentence.tokens, behind, at)))
        base, span = _base(sentence.tokens, at) if quantity.kind is Kind.PERCENT else ("", None)
        nouns = content_words(sentence.tokens[max(behind, at - 12) : at])
        role = roles.get(quantity.start, "level")
        facts.append(Fact(quantity, sentence.index, at, role, names, nouns, base, span, years=years))
        behind = at + 1
    yield from _measured(sentence, facts)


def _base(tokens: Sequence[Token], at: int) -> tuple[str, tuple[int, int] | None]:
    """What a percentage is said to be of: the words behind "of", up to a verb, a mark or a number."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "of":
        return "", None
    verbs = lexicon().verbs
    end = at + 2
    while end < len(tokens) and end < at + 2 + _BASE_WORDS:
        token = tokens[end]
        if token.kind is not TokenKind.WORD or token.low in verbs:
            break
        end += 1
    words = [token.low for token in tokens[at + 2 : end]]
    skip = next((i for i, word in enumerate(words) if word not in ("the", "all", "its", "their", "total")), len(words))
    if skip == len(words):
        return "", None
    return " ".join(words[skip:]), (tokens[at + 2 + skip].start, tokens[end - 1].end)


def _measured(sentence: SentenceReading, facts: list[Fact]) -> Iterator[Fact]:
    """The facts, with the slot of a kit where a phrase of it stands nearer to the number than to any other."""
    text = " ".join(sentence.lows)
    if not any(phrase in text for phrase, _, _ in measures().near):
        yield from facts
        return
    slots: dict[int, str] = {}
    for phrase, measure, kind in measures().near:
        place = _phrase_place(sentence.tokens, phrase.split())
        if place is not None and any(_inside(sentence.tokens[place].start, f.base_span) for f in facts):
            continue  # "78% of the votes cast" says what the share is of, not what the number before it counts
        fitting = [f for f in facts if f.quantity.kind.value == kind and f.token not in slots]
        if place is None or not fitting:
            continue
        nearest = min(fitting, key=lambda fact: abs(fact.token - place))
        if abs(nearest.token - place) <= 12:
            slots[nearest.token] = measure
    for fact in facts:
        yield replace(fact, measure=slots[fact.token]) if fact.token in slots else fact


def _inside(offset: int, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= offset < span[1]


def _phrase_place(tokens: Sequence[Token], phrase: list[str]) -> int | None:
    for at in range(len(tokens) - len(phrase) + 1):
        if all(tokens[at + k].low == word for k, word in enumerate(phrase)):
            return at
    return None
