"""A rise or fall that the next sentence calls the contrary: "Output fell 3.4% in May. The rise follows …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.facts.model import Reading
from factcheck.quantities.model import LABELS, Quantity, Token
from factcheck.relations.evaluate import Verdict
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.context import DIRECTION
from factcheck.statements.model import Cue, SentenceReading, Word

__all__ = ["bind_resumed_direction"]

_BITS = 1.0
_NOUN, _BEHIND = 1, 2  # tokens of "The rise follows"
_OF_A_PERIOD = 5  # tokens of "in the second quarter"


def bind_resumed_direction(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """Each noun of change that opens a sentence with "the" or "this", against the changes told right before it.

    The sentence before must tell of changes in one direction alone, with a figure; "The rise in rents" may be another.
    """
    for before, sentence in pairwise(reading.sentences):
        if not sentence.follows(before):
            continue
        noun = _opening_noun(sentence)
        earlier = _one_direction(before) if noun is not None else None
        figure = _figure(before) if earlier is not None else None
        if noun is None or earlier is None or figure is None or _of_another(before, sentence):
            continue
        constraint = Constraint(
            rule,
            {"change": (figure,)},
            Licence.STRUCTURE,
            words={"direction": noun, "earlier": earlier},
            closed=True,
            direction=DIRECTION[noun.cue],
        )
        fits = DIRECTION[noun.cue] == DIRECTION[earlier.cue]
        yield Evaluated(constraint, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT, _BITS)


def _opening_noun(sentence: SentenceReading) -> Word | None:
    """The noun of "The rise follows", "This fall was", "The increase in the second quarter"."""
    tokens = sentence.tokens
    opens = len(tokens) > _BEHIND and tokens[0].low in words_of("resumed.opening")
    if not opens or tokens[_NOUN].low not in words_of("resumed.noun"):
        return None
    cue = next((cue for cue in sentence.cues if cue.first == cue.last == _NOUN and cue.type in DIRECTION), None)
    behind = tokens[_BEHIND].low
    alone = behind in words_of("resumed.behind") or (behind == "in" and _is_period(tokens[_BEHIND + 1 :]))
    return _word(sentence, cue) if cue is not None and alone else None


def _is_period(tokens: Sequence[Token]) -> bool:
    near = [token.low for token in tokens[:_OF_A_PERIOD]]
    return near[:1] == ["the"] and not words_of("resumed.period").isdisjoint(near)


def _one_direction(sentence: SentenceReading) -> Word | None:
    """The first word of change, where all of them go one way and one is told with a figure."""
    cues = [cue for cue in sentence.cues if DIRECTION.get(cue.type)]
    told = {statement.direction for statement in sentence.statements if statement.direction}
    ways = {DIRECTION[cue.type] for cue in cues} | told
    return _word(sentence, cues[0]) if cues and told and len(ways) == 1 else None


def _of_another(before: SentenceReading, sentence: SentenceReading) -> bool:
    """Whether the noun may take up another event or another time than the change of the sentence before."""
    told = set(before.lows)
    which = words_of("resumed.which_one")
    opening = {token.low for token in sentence.tokens[: _BEHIND + 1 + _OF_A_PERIOD]}
    return not words_of("resumed.joined").isdisjoint(told) or not (opening & which) <= told


def _figure(sentence: SentenceReading) -> Quantity | None:
    """The figure of the first change: its percentage, else any other."""
    for statement in sentence.statements:
        figures = (statement.roles.get(role) for role in ("percent", "points", "amount", "after", "before"))
        found = next((q for q in figures if q is not None and q.kind not in LABELS), None)
        if statement.direction and found is not None:
            return found
    return None


def _word(sentence: SentenceReading, cue: Cue) -> Word:
    first, last = sentence.tokens[cue.first], sentence.tokens[cue.last]
    return Word(cue.type, first.start, last.end, " ".join(t.text for t in sentence.tokens[cue.first : cue.last + 1]))
