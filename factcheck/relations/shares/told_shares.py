"""Shares told of a part and its whole in words that leave no other: "18 of the 72 shops, 25% of the total".

Each tie is a function of `IN_ONE`, where all three stand in one sentence; those over sentences are `shares_again` and
`shares_apart`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from factcheck.facts.model import Reading
from factcheck.facts.names import singular
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.shares.portions import (
    OWNER,
    Portion,
    Scene,
    Text,
    Told,
    fits,
    is_owned,
    numbers_of,
    portions_of,
)
from factcheck.relations.shares.share_words import (
    ARTICLES,
    MARKS,
    called_before,
    closes,
    ends_soon,
    is_all,
    is_area,
    is_called,
    is_named,
    is_other,
    joint_before,
    of_another,
)
from factcheck.relations.shares.shares_again import shares_again
from factcheck.relations.shares.shares_apart import REACH, shares_apart
from factcheck.relations.units import is_amount, is_plain
from factcheck.statements.lexicon import lexicon
from factcheck.statements.model import SentenceReading

__all__ = ["told_shares"]

NOUN = 3  # words of the noun behind a part
BEHIND = 8  # words from a whole to the mark before its part
LONG = 12  # words from a part to ", or 34% of the 2,526"
TOLD = 5  # words from a part to ", 1.3% of the 2.4 million"
NEAR = 6  # tokens from a whole to ", a 21% share"
AGAINST = 3  # tokens from one result to the other
_CHANGES = frozenset({"change", "move", "versus"})

Portions = tuple[Portion, ...]


@lru_cache(maxsize=1)
def told_shares(reading: Reading) -> tuple[Told, ...]:
    """Each share of a document that is told of a part and a whole, in one sentence or in neighbouring ones.

    The last document's are kept: shares in percent and fractions are two rules.
    """
    return tuple(_told_shares(reading))


def _told_shares(reading: Reading) -> Iterator[Told]:
    earlier: tuple[Scene, ...] = ()
    for sentence in reading.sentences:
        scene = _scene(reading, sentence)
        if scene is None:
            continue
        earlier = tuple(
            one
            for one in earlier
            if sentence.index - one.text.sentence.index <= REACH and one.text.sentence.section == sentence.section
        )
        here = {one.share.start: one for one in _in_sentence(scene)}
        yield from here.values()
        before = earlier[-1] if earlier and sentence.follows(earlier[-1].text.sentence) else None
        again = [one for one in (*shares_again(before, scene),) if one.share.start not in here] if before else []
        yield from again
        if not (here or again):
            yield from shares_apart(reading, earlier, scene)
        earlier = (*earlier, scene)


def _scene(reading: Reading, sentence: SentenceReading) -> Scene | None:
    """A sentence with the numbers that may be parts, wholes and shares; None without any."""
    numbers = numbers_of(sentence.tokens)
    if not numbers:
        return None
    text = Text(sentence, sentence.tokens, sentence.lows, numbers)
    shares = tuple(at for at in numbers if _is_share(reading, text.number(at)) and not _is_result(text, at))
    portions = tuple(portions_of(text, reading.leads.get(sentence.index))) if len(numbers) > 1 else ()
    return Scene(text, portions, shares)


def _is_share(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is a percentage or a fraction, and no change."""
    if quantity.kind not in (Kind.PERCENT, Kind.RATIO) or not is_plain(quantity) or quantity.signed:
        return False
    fact = reading.fact_of.get(quantity.start)
    return fact is None or fact.role.partition(".")[0] not in _CHANGES


def _is_result(text: Text, at: int) -> bool:
    """Whether a share stands against another, as results of a vote do: "by 51% to 47%, or 116 votes of 2,700"."""
    place = text.numbers.index(at)
    near = [text.numbers[k] for k in (place - 1, place + 1) if 0 <= k < len(text.numbers)]
    return any(
        text.number(other).kind is text.number(at).kind
        and not words_of("portions.against").isdisjoint(text.lows[min(at, other) + 1 : max(at, other)])
        and abs(at - other) <= AGAINST
        for other in near
    )


def _in_sentence(scene: Scene) -> Iterator[Told]:
    """The shares of a sentence with the part and whole that they are told of there: the first tie that holds one."""
    for at in scene.shares:
        found = next((told for tie in IN_ONE if (told := tie(scene.text, scene.portions, at)) is not None), None)
        if found is not None:
            yield found


def _behind_its_portion(text: Text, portions: Portions, at: int) -> Told | None:
    """ "18 of the 72 shops, 25% of the total"; "42 of their 70 ballots, a turnout of 60%"."""
    for portion in portions:
        if portion.last < at and not text.between(portion.last, at):
            doubtful = _joined(text, portion, at)
            if doubtful is not None:
                return Told(portion.part, text.number(at), portion.whole, Licence.CLAUSE, doubtful)
    return None


def _joined(text: Text, portion: Portion, at: int) -> bool | None:
    """Whether a share behind a part and its whole is theirs, and doubtful; None where it is not."""
    between = text.lows[portion.last + 1 : at]
    if not (words_of("portions.turning") | words_of("portions.not_share")).isdisjoint(between) or ";" in between:
        return None
    joint = joint_before(text, at)
    if joint is None or text.lows[at - 1] in ARTICLES:
        called = is_called(text, portion.last, at) and not is_other(text, at)
        if not called or is_area(text, portion.whole, at):
            return None
        plain = not words_of("portions.plain_share").isdisjoint(text.lows[at + 1 : at + 2])
        return not (plain and len(between) <= NEAR and lexicon().verbs.isdisjoint(between))
    if text.lows[joint] in MARKS:
        return True if closes(text, at, portion.whole) else None
    if is_other(text, at) or of_another(text, at, portion.whole):
        return None
    if portion.headed:  # "Of the 40 firms, 12 paid late, or 30%": more may have been said of them
        apart = joint > portion.last + 1 and text.lows[at + 1 : at + 2] in ((")",), ("]",))
        alone = text.lows[joint] not in ("(", "[") or apart  # "31 (47.3%)" is a pair
        return True if alone and closes(text, at, portion.whole) else None
    return False


def _before_its_portion(text: Text, portions: Portions, at: int) -> Told | None:
    """ "Two thirds of the rowers, 60 out of 90"; "Turnout was 61.2%, with 30,600 of the 50,000 registered …"."""
    for portion in portions:
        if at < portion.first and not portion.headed and not text.between(at, portion.first):
            doubtful = _brings_in(text, portion, at)
            if doubtful is not None:
                return Told(portion.part, text.number(at), portion.whole, Licence.CLAUSE, doubtful)
    return None


def _brings_in(text: Text, portion: Portion, at: int) -> bool | None:
    """Whether a share before a part and its whole is theirs, and doubtful; None where it is not."""
    between = text.lows[at + 1 : portion.first]
    if not words_of("portions.turning").isdisjoint(between) or text.lows[portion.first] == "of":
        return None
    joint = joint_before(text, portion.first)
    if joint is not None and is_named(text, at, joint):
        if text.lows[joint] not in MARKS:
            return False
        return True if ends_soon(text, portion.last) else None
    if joint is not None and _explains(text, portion, at, joint):
        return True
    whole = portion.whole
    plain = text.lows[portion.last + 1 : portion.last + 2]
    counted = plain and (plain[0] in words_of("portions.entitled") or singular(plain[0]) == whole.unit)
    return True if counted and called_before(text, at, between) and not is_area(text, whole, at, "share") else None


def _explains(text: Text, portion: Portion, at: int, joint: int) -> bool:
    """Whether a colon or a dash brings in what a share at the head was worked out from: "Twelve per cent of …: 187"."""
    mark = text.lows[joint] in words_of("portions.explaining")
    subject = at <= 1 and text.lows[at + 1 : at + 2] == ("of",) and not is_other(text, at)
    return mark and subject and joint == portion.first - 1 and ends_soon(text, portion.last)


def _within_its_portion(text: Text, portions: Portions, at: int) -> Told | None:
    """ "Of the £5.4bn received, 97% was spent on research (£5.2bn)": a share between the head and its part."""
    for portion in portions:
        inside = portion.headed and portion.first < at < portion.last and not text.between(at, portion.last)
        if inside and text.lows[at - 1] in MARKS and not is_other(text, at):
            return Told(portion.part, text.number(at), portion.whole, Licence.CLAUSE, doubtful=True)
    return None


def _shared_out(text: Text, _: Portions, at: int) -> Told | None:
    """ "Two thirds of the 180 flats, or 120": the whole behind "of the", and the part behind that."""
    place = text.numbers.index(at)
    if text.lows[at + 1 : at + 2] != ("of",) or place + 2 >= len(text.numbers):
        return None
    whole, part = text.numbers[place + 1 : place + 3]
    if whole - at > OWNER + 2 or not is_owned(text, at + 2, whole) or not fits(text.number(part), text.number(whole)):
        return None
    joint = joint_before(text, part)
    if joint is None or joint - whole > BEHIND:
        return None
    between = text.lows[whole + 1 : joint]
    if not words_of("portions.turning").isdisjoint(between) or not lexicon().verbs.isdisjoint(between):
        return None
    if not is_all(text, part):
        return None
    return Told(text.number(part), text.number(at), text.number(whole), Licence.CLAUSE, text.lows[joint] in MARKS)


def _between(text: Text, _: Portions, at: int) -> Told | None:
    """ "$18bn, or 12%, of the $150bn": a share between its part and its whole."""
    place = text.numbers.index(at)
    if not place or place + 1 >= len(text.numbers):
        return None
    part, whole = text.numbers[place - 1], text.numbers[place + 1]
    behind = [k for k in range(at + 1, min(at + 3, whole)) if text.lows[k] == "of"]
    if not behind or whole - behind[0] > OWNER or not is_owned(text, behind[0] + 1, whole):
        return None
    joint = joint_before(text, at)
    between = text.lows[part + 1 : joint] if joint is not None else ("",)
    marked = text.lows[behind[0] - 1] in words_of("portions.closing") or (joint and text.lows[joint] == "or")
    apposed = joint is not None and text.lows[joint] == "," and behind[0] == at + 1
    told_apart = joint is not None and text.lows[joint] == "or" and text.lows[joint - 1] == ","
    longest = LONG if told_apart else TOLD if apposed else NOUN
    if joint is None or not (marked or apposed) or len(between) > longest or not set(between).isdisjoint({"and", "of"}):
        return None
    total = _in_unit_of(text.number(part), text.number(whole))
    if not is_amount(total) or not fits(text.number(part), total):
        return None
    return Told(text.number(part), text.number(at), total, Licence.CLAUSE, text.lows[joint] in MARKS)


def _in_unit_of(part: Quantity, whole: Quantity) -> Quantity:
    """A bare whole with the unit of its part: "31,600 hectares, 1.3% of the country's 2.43 million"."""
    bare = whole.kind is Kind.COUNT and not whole.unit and part.kind is Kind.MEASURE
    return replace(whole, kind=part.kind, unit=part.unit) if bare else whole


Tie = Callable[[Text, Portions, int], Told | None]
IN_ONE: tuple[Tie, ...] = (_behind_its_portion, _before_its_portion, _within_its_portion, _shared_out, _between)
