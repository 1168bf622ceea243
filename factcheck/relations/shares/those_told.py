"""Those that a share of a whole told of, counted later: "A fifth of the 2,000 teenagers had one. The 400 who did …"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.names import singular
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.retold.taken_up import akin, stems
from factcheck.relations.shares.kin import kin
from factcheck.relations.shares.portions import OWNER, Scene, Text, Told, fits, is_owned
from factcheck.relations.shares.share_context import FEW, Context, noun_of
from factcheck.relations.shares.share_wholes import holds
from factcheck.statements.lexicon import lexicon

__all__ = ["those_told"]

CLAUSE = 7  # tokens behind a part that tell which are meant
NARROWED = 4  # tokens of "who voted for it" that may tell of some of them only
Shared = tuple[Scene, int, int]  # a sentence, with the places of a share and of its whole


def those_told(context: Context) -> Told | None:
    """The part that a definite description takes up, with the one share of a whole told in reach."""
    text = context.scene.text
    shared = [one for scene in context.earlier for one in _shared(scene)]
    if not shared:
        return None
    for at in text.numbers:
        number = text.number(at)
        few = number.in_words and number.value < FEW
        if number.kind is Kind.COUNT and not few and at and text.lows[at - 1] in ("the", "those", "these"):
            fitting = [one for one in shared if fits(number, _whole(one))]
            found = [one for one in fitting if holds(number, _share(one), _whole(one))] or fitting
            if len(found) == 1 and _is_meant(context, found[0], at):
                return Told(number, _share(found[0]), _whole(found[0]), Licence.STRUCTURE, False)
    return None


def _share(one: Shared) -> Quantity:
    return one[0].text.number(one[1])


def _whole(one: Shared) -> Quantity:
    return one[0].text.number(one[2])


def _shared(scene: Scene) -> Iterator[Shared]:
    """Each share of a sentence with the whole behind it: "two-thirds of the 141 barns", "half the 76 volunteers"."""
    text = scene.text
    for at in scene.shares:
        place = text.numbers.index(at)
        if place == 1 and text.lows[0] in words_of("portions.heads") and is_owned(text, 1, text.numbers[0]):
            if "," in text.lows[text.numbers[0] : at]:  # "Of the 1,500 who wrote in, two thirds …"
                yield scene, at, text.numbers[0]
            continue
        if place + 1 == len(text.numbers):
            continue
        whole = text.numbers[place + 1]
        first = at + 2 if text.lows[at + 1] == "of" else at + 1
        half = text.lows[at + 1] in words_of("portions.determiners")
        if (first > at + 1 or half) and whole - first <= OWNER and is_owned(text, first, whole):
            yield scene, at, whole


def _is_meant(context: Context, one: Shared, at: int) -> bool:
    """Whether those that a part counts are the ones that a share was told of, and not the others or some of them."""
    text, noun = context.scene.text, noun_of(one[0].text, one[2])
    behind = text.lows[at + 1 : at + 1 + CLAUSE]
    end = next((k for k, word in enumerate(behind) if word in words_of("portions.closing")), len(behind))
    behind = behind[:end]
    named = text.number(at).unit
    if _is_in_that(behind):
        return named not in words_of("kin.people") or named == noun
    if not words_of("portions.without").isdisjoint(behind):
        return False
    place = next((k for k in range(min(3, len(behind))) if behind[k] in words_of("portions.relative")), None)
    if place is not None:
        return _did(one, text, at + 2 + place, at + 1 + len(behind))
    if named and behind and behind[0] in ("affected", "concerned", "said", "aforementioned"):
        return True
    if named and behind and singular(behind[0]) == named and _is_told(one, text, at + 1):
        return True
    before = context.before is one[0]
    known = bool(named) and (text.lows[at - 1] in ("those", "these") or kin(named, noun))
    said = behind[1:2] and (behind[1] in lexicon().verbs or behind[1] in words_of("portions.the_ones"))
    alone = len(one[0].text.numbers) == 2
    return known and bool(said) and (before or text.lows[at - 1] != "the") and alone


def _is_in_that(behind: tuple[str, ...]) -> bool:
    """Whether "in that older bracket", "in this position" or the like follows a part."""
    for k, word in enumerate(behind[:3]):
        if word in ("in", "of", "with") and behind[k + 1 : k + 2] and behind[k + 1] in ("that", "this", "such"):
            return len(behind) > k + 2
    return False


def _did(one: Shared, text: Text, first: int, last: int) -> bool:
    """Whether "who did", or "who" and a verb of what the share told, follows a part."""
    clause = text.lows[first:last]
    if clause[:1] and clause[0] in ("did", "do", "does"):
        return True
    if clause[:1] and len(clause) == 1 and clause[0] in ("had", "have", "were", "are", "was", "could", "can", "would"):
        return True
    more = words_of("portions.narrowing").intersection(clause[1:NARROWED])  # "who voted for it" of those who "voted"
    return more.issubset(one[0].text.lows) and _is_told(one, text, first)


def _is_told(one: Shared, text: Text, at: int) -> bool:
    """Whether a word is of one stem with what a share was told of: "the 1,000 opponents" of those who "opposed"."""
    before = one[0].text
    told = stems(before.tokens[max(one[1:]) + 1 :]) - {noun_of(before, one[2])}
    return any(akin(word, other) for word in stems(text.tokens[at : at + 1]) for other in told)
