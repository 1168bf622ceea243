"""The number that a sentence announces against the items of the list behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.model import ItemList, Reading
from factcheck.quantities.model import Quantity, Token, TokenKind
from factcheck.relations.evaluate import Verdict
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Evaluated, Licence
from factcheck.relations.rules import Rule
from factcheck.statements.announced import announces
from factcheck.statements.lexicon import lexicon

__all__ = ["bind_list"]

MOST = 20
FAR = 3  # a greater difference comes of a list that was cut in another way than its writer meant
_BITS = 3.0
_NEAR_END = 6  # tokens
_OPENING_REACH = 4  # words from "there are" to the number


def bind_list(rule: Rule, reading: Reading) -> Iterator[Evaluated]:
    """A sentence with a small count right before a list; a misfit only where nothing else may be counted."""
    for found in reading.lists:
        tokens = found.lead.tokens
        places = [at for at in range(len(tokens)) if _may_announce(tokens, at)]
        counts = [number for at in places if (number := tokens[at].quantity) is not None]
        fitting = [number for number in counts if number.value == len(found.items)]
        if fitting and (_ends_open(tokens) or _numbered(found)):
            yield _evaluated(rule, found, fitting[-1], Verdict.CONSISTENT)
        elif len(counts) == 1 and _surely(found, places[0]) and not _excused(found, counts[0]):
            yield _evaluated(rule, found, counts[0], Verdict.INCONSISTENT)


def _evaluated(rule: Rule, found: ItemList, count: Quantity, verdict: Verdict) -> Evaluated:
    constraint = Constraint(rule, {"count": (count,)}, Licence.CLAUSE, closed=True, items=found.items)
    return Evaluated(constraint, verdict, _BITS)


def _may_announce(tokens: Sequence[Token], at: int) -> bool:
    """Whether a small count stands before a noun and takes up nothing told before."""
    quantity = tokens[at].quantity
    if quantity is None or not announces(quantity, most=MOST) or at + 1 >= len(tokens):
        return False
    behind = tokens[at + 1]
    if behind.kind is not TokenKind.WORD or behind.start == tokens[at].end or behind.text.startswith("-"):
        return False
    lower = behind.low
    if lower in lexicon().function or lower in lexicon().verbs:
        return False
    return not at or tokens[at - 1].low not in words_of("announced.taken_up")


def _ends_open(tokens: Sequence[Token]) -> bool:
    return tokens[-1].text == ":"


def _numbered(found: ItemList) -> bool:
    """Whether the items say which they are: "First, …", "Second, …"."""
    ordinals = (words_of(f"announced.item_{place}") for place in ("first", "second"))
    return all(
        text.lower().replace(",", " ").split()[:1] and text.lower().replace(",", " ").split()[0] in words
        for text, words in zip(found.texts, ordinals, strict=False)
    )


def _surely(found: ItemList, at: int) -> bool:
    """Whether the sentence leaves no doubt that what follows are the things counted."""
    tokens = found.lead.tokens
    if _numbered(found):
        return len(tokens) - at <= _NEAR_END
    if not _ends_open(tokens):
        return False
    before = [token.low for token in tokens[:at]]
    behind = [token.low for token in tokens[at + 1 : -1]]
    if _opened(before[-_OPENING_REACH:]):
        return True
    known = bool(before) and before[-1] in words_of("announced.known")
    if at <= 1 and _closes(behind):
        return "," not in behind
    return not known and _plural_phrase(behind)


def _closes(behind: Sequence[str]) -> bool:
    """Whether the things counted are the subject of the last words before the colon."""
    return any(" ".join(behind[-size:]) in words_of("announced.closing") for size in (1, 2, 3) if len(behind) > size)


def _opened(before: Sequence[str]) -> bool:
    said = f" {' '.join(before)} "
    return any(f" {phrase} " in said for phrase in words_of("announced.opening"))


def _plural_phrase(behind: Sequence[str]) -> bool:
    """Whether nothing but a plural noun with its adjectives stands between the number and the colon."""
    words = lexicon()
    closed = words.function | words.verbs
    return bool(behind) and behind[-1].endswith("s") and all(w.isalpha() and w not in closed for w in behind)


def _excused(found: ItemList, count: Quantity) -> bool:
    """Whether items may be missing, joined or no items at all."""
    items, announced = len(found.items), count.value
    if items < 2 or abs(announced - items) > FAR or (found.open and announced > items):
        return True
    if any(text.endswith(":") for text in found.texts) and not found.nested:
        return True  # what is under them stands in the list as well
    loose = words_of("announced.loose_item")
    firsts = (text.lower().replace(",", " ").replace(":", " ").split()[:2] for text in found.texts)
    return any(words[:1] and (words[0] in loose or " ".join(words) in loose) for words in firsts)
