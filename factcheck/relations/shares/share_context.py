"""What stands round a share whose part or whole is told apart: the counts before it, and whether it tells of others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck.facts.model import Reading
from factcheck.facts.names import names_in, share_name, singular
from factcheck.quantities.model import LABELS, Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.retold.around import told_apart
from factcheck.relations.shares.kin import known_noun
from factcheck.relations.shares.portions import Scene, Text, fits
from factcheck.statements.context import DIRECTION, is_per_unit, names_a_sort
from factcheck.statements.lexicon import lexicon

__all__ = ["FEW", "Context", "counts_before", "goes_elsewhere", "is_a_change", "is_only_count", "noun_of"]

NEAR = 3  # sentences
AGENTS = ("ers", "ors", "ists", "men", "people")  # ends of words for those who do a thing
FEW = 10  # a smaller number in words counts something by the way: "one of them", "two weeks"


class Context(NamedTuple):
    """A sentence with those in reach before it, the nearest last."""

    reading: Reading
    far: tuple[Scene, ...]
    scene: Scene

    @property
    def earlier(self) -> tuple[Scene, ...]:
        """Those of the sentences before that stand near."""
        at = self.scene.text.sentence.index
        return tuple(one for one in self.far if at - one.text.sentence.index <= NEAR)

    @property
    def before(self) -> Scene | None:
        """The sentence right before."""
        last = self.earlier[-1] if self.earlier else None
        return last if last is not None and self.scene.text.sentence.follows(last.text.sentence) else None


def is_only_count(text: Text, at: int) -> bool:
    """Whether no other count of the sentence may be the whole of one."""
    part = text.number(at)
    others = (text.number(k) for k in text.numbers if k != at)
    return not any(fits(part, other) and other.value > part.value for other in others)


def noun_of(text: Text, at: int) -> str:
    """What a number counts: the noun behind it, or behind "of the"."""
    lows = text.lows
    if lows[at + 1 : at + 2] == ("of",):
        named = [word for word in lows[at + 2 : at + 4] if word not in words_of("portions.determiners")]
        return singular(named[0]) if named and named[0] not in _no_nouns() else ""
    if text.number(at).kind is not Kind.COUNT:
        return ""
    return text.number(at).unit or "".join(map(known_noun, lows[at + 1 : at + 2]))


def _no_nouns() -> frozenset[str]:
    return words_of("portions.them") | words_of("portions.relative") | words_of("portions.asked")


def counts_before(context: Context, like: Quantity, *, far: bool = False) -> Iterator[tuple[Scene, int]]:
    """The amounts of the sentences in reach that may be the whole of one, or its part; `far` takes in all before."""
    for scene in context.far if far else context.earlier:
        for at in scene.text.numbers:
            quantity = scene.text.number(at)
            small = quantity.in_words and quantity.value < FEW
            sort = names_a_sort(quantity, scene.text.tokens) or is_per_unit(quantity, scene.text.tokens)
            if quantity.kind is like.kind and fits(quantity, like) and not small and not sort:
                yield scene, at


def is_a_change(reading: Reading, text: Text, at: int) -> bool:
    """Whether an amount tells by how much something changed: "rose by 72", "72 more", "the loss of 72"."""
    fact = reading.fact_of.get(text.number(at).start)
    if fact is not None and fact.role.partition(".")[0] in ("change", "move"):
        return True
    cues = lexicon().cues
    near = at - 2 if text.lows[at - 1 : at] in (("by",), ("of",), ("to",)) else at - 1
    around = (*text.lows[max(0, near) : near + 1], *text.lows[at + 1 : at + 2])
    return any(cues.get(word, "") in DIRECTION for word in around)


def goes_elsewhere(context: Context, until: int, since: int = 0, *, asked: bool = False) -> bool:
    """Whether a sentence tells of another place, time or sort than those before it, from token `since` to `until`.

    `asked` says that the share is one of those who were asked: what they would do is told of no others.
    """
    text, earlier = context.scene.text, [one.text for one in context.earlier]
    apart = words_of("portions.elsewhere") - (words_of("portions.unreal") if asked else frozenset())
    if not apart.isdisjoint(text.lows[since:until]):
        return True
    known = [name for one in earlier for name in names_in(one.tokens, 0, len(one.tokens))]
    first = since or _subject(text, until, alone=not known)
    names = names_in(text.tokens, first, until)
    if any(not share_name([name], known) for name in names):
        return True
    told = {_time(q) for one in earlier for token in one.tokens if (q := token.quantity) is not None and _is_time(q)}
    times = {_time(q) for token in text.tokens[since:until] if (q := token.quantity) is not None and _is_time(q)}
    years = any(kind is Kind.YEAR for kind, _ in times)
    if not times <= told and (told or years):
        return True
    return any(told_apart(one.sentence, text.sentence) for one in earlier[-1:])


def _subject(text: Text, until: int, *, alone: bool) -> int:
    """The token to look for names from.

    A capital at the head makes no name of what "was missing in 416 cases", of a plural, and of any word where no other
    name is told before (`alone`).
    """
    lows, tokens = text.lows, text.tokens
    plural = lows[0].endswith(AGENTS) or (
        lows[0].endswith("s") and lows[1:2] and lows[1] in ("were", "are", "have", "had")
    )
    found = any(lows[at - 1] == "in" for at in text.numbers if at < until)
    single = alone and len(tokens) > 1 and not tokens[1].text[:1].isupper()
    return 1 if plural or found or single else 0


def _is_time(quantity: Quantity) -> bool:
    return quantity.kind in LABELS


def _time(quantity: Quantity) -> tuple[Kind, Fraction]:
    return quantity.kind, quantity.value
