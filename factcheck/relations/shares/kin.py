"""Whether two nouns may count the same things: "moorings" and "berths", "cattle" and "herd", "staff" and "women"."""

from __future__ import annotations

from functools import cache

from factcheck.facts.names import singular
from factcheck.relations.lexicon import words_of

__all__ = ["clash", "is_called", "is_general", "is_person", "kin", "known_noun"]

AGENTS = ("er", "or", "ist", "ian", "ee", "man")  # ends of words for those who do a thing


def kin(part: str, whole: str) -> bool:
    """Whether what the one noun counts may be some of what the other counts: "women" of "staff" too."""
    one, other = singular(part), singular(whole)
    sorts = other in _persons() and one in words_of("kin.people")
    people = other in words_of("kin.anyone") and is_person(one)
    return sorts or people or is_called(part, whole)


def is_person(noun: str) -> bool:
    """Whether a noun in the singular is a word for people: one that is told, or one that ends as those who do do."""
    told = noun in _persons() or noun in words_of("kin.people")
    return told or (noun.endswith(AGENTS) and noun not in _families()[1])


def is_general(noun: str) -> bool:
    """Whether a noun is a word for all of many sorts of things: "animal", "vehicle"."""
    return noun in _families()[0]


def clash(one: str, other: str) -> bool:
    """Whether two nouns can't count the same: people and things, or things of two sorts that are known."""
    if not one or not other or is_called(one, other) or kin(one, other) or kin(other, one):
        return False
    persons = is_person(one), is_person(other)
    known = _families()[1]
    return persons[0] != persons[1] or (not persons[0] and one in known and other in known)


def is_called(name: str, whole: str) -> bool:
    """Whether the one noun is a word for all that the other counts: "the herd" of "cattle", but no "calves"."""
    if not name or not whole:
        return False
    one, other = singular(name), singular(whole)
    if one == other or (other in _persons() and one in words_of("kin.bodies")):
        return True
    general, known = _families()
    words = general.get(one, frozenset()), general.get(other, frozenset())
    return not words[0].isdisjoint(known.get(other, frozenset())) or not words[1].isdisjoint(
        known.get(one, frozenset())
    )


def known_noun(word: str) -> str:
    """The word in the singular, where it is one that counts things; else ""."""
    noun = singular(word)
    return noun if noun in _families()[1] or noun in _persons() else ""


@cache
def _persons() -> frozenset[str]:
    return frozenset(singular(word) for word in words_of("totals.persons") | words_of("kin.persons"))


@cache
def _families() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """The families that each word is of, by their number: where it is a word for all, and where it is any."""
    general: dict[str, frozenset[int]] = {}
    known: dict[str, frozenset[int]] = {}
    for number, family in enumerate(sorted(words_of("kin.families"))):
        common, _, sorts = family.partition("|")
        for found, words in ((general, common), (known, common + sorts)):
            for word in words.split():
                found[word] = found.get(word, frozenset()) | {number}
    return general, known
