"""Shares whose part or whole stands in a sentence before: "… 640 grants. Receipts were missing in 416 cases, or 65%".

Each tie is a function of `APART`. It holds only where one number in reach can fill the role that is not told beside the
share: the nouns must count the same things (`kin`), or no other count be near; and the sentence must tell of no other
place, time or sort.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.facts.model import Reading
from factcheck.facts.names import singular
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.retold.taken_up import stems
from factcheck.relations.shares.kin import is_called, kin
from factcheck.relations.shares.portions import Scene, Text, Told, fits
from factcheck.relations.shares.share_base import ALL, NONE, Base, base_of, head_base, words_between
from factcheck.relations.shares.share_context import (
    Context,
    counts_before,
    goes_elsewhere,
    is_a_change,
    is_only_count,
    noun_of,
)
from factcheck.relations.shares.share_wholes import whole_before
from factcheck.relations.shares.share_words import ARTICLES, MARKS, is_all, is_other, joint_before
from factcheck.relations.shares.shares_named import share_named
from factcheck.relations.shares.those_told import those_told

__all__ = ["REACH", "shares_apart"]

REACH = 5  # sentences from a whole to a share of all who were asked
GAP = 7  # words from a part to what joins its share to it
NAMED = 3  # words of what a share is of
_HUNDREDTH = Fraction(1, 100)


def shares_apart(reading: Reading, earlier: tuple[Scene, ...], scene: Scene) -> Iterator[Told]:
    """The share that is told of a number of the sentences before, where nothing else can be meant."""
    shares = any(scene.text.number(at).kind in (Kind.PERCENT, Kind.RATIO) for at in scene.text.numbers)
    if not earlier or not (shares or any(one.shares for one in earlier)):
        return
    context = Context(reading, earlier, scene)
    for tie in APART:
        told = tie(context)
        if told is not None:
            if tie is _part_with_share or not _is_the_rest(told):  # "or" and commas join no part to the others
                yield told
            return


def _part_with_share(context: Context) -> Told | None:
    """ "… a vaccine to 2,400 cattle. In that time 72 animals fell ill, just 3 percent of the herd."."""
    text = context.scene.text
    if len(context.scene.shares) != 1:
        return None
    at, head = context.scene.shares[0], head_base(text)
    if is_other(text, at) or (head is None and _is_of_some(text)):
        return None
    found = _part_before(text, at) or _part_behind(text, at)
    if found is None:
        return None
    place, base = found
    part = text.number(place)
    if is_a_change(context.reading, text, place):
        return None
    if base == NONE and head is not None and head[1] < min(at, place):
        base = head[0]
    of_them = text.lows[place + 1 : place + 2] == ("of",)
    if base == NONE and of_them:
        base = base_of(text, place) or NONE
    pointing = of_them and text.lows[place + 2 : place + 3] == ("them",)
    if not pointing and goes_elsewhere(context, max(at, place), asked=bool(base.asked) or head is not None):
        return None
    whole = whole_before(context, part, text.number(at), noun_of(text, place), base)
    return None if whole is None else _told(part, text.number(at), whole)


def _is_of_some(text: Text) -> bool:
    """Whether a sentence opens with some of those told before: "Of those aged ten, …", but not "Of those, …"."""
    lows = text.lows
    all_of_them = words_of("portions.total") | words_of("portions.group")
    mark = 3 if lows[2:3] and lows[2] in all_of_them else 2
    taken_up = lows[mark : mark + 1] == (",",) and lows[1] in words_of("portions.them") | {"that", "this", "it"}
    return lows[0] in words_of("portions.heads") and not taken_up


def _part_before(text: Text, at: int) -> tuple[int, Base] | None:
    """Where the part of "72 animals fell ill, just 3 percent of the herd" stands, and what the share is of."""
    place, joint, base = text.numbers.index(at), _joint(text, at), base_of(text, at)
    if joint is not None and text.lows[joint] not in MARKS and text.lows[at + 1 : at + 3] == ("of", "them"):
        base = ALL  # "432, or 4.5 per cent of them": but "432, 4.5 per cent of them new" is one of the part
    if not place or joint is None or base is None:
        return None
    part = text.numbers[place - 1]
    last = joint - 1 if text.lows[joint - 1] == "," else joint
    bare = (
        part + 1 == last
        and base == NONE
        and text.lows[0] not in words_of("portions.heads")
        and _called_from(text, at) is None
    )
    if last - part > GAP + 1 or not words_between(text, part + 1, last) or bare:
        return None
    if not words_of("portions.turning").isdisjoint(text.lows[part + 1 : last]) or not is_only_count(text, part):
        return None
    return part, base


def _joint(text: Text, at: int) -> int | None:
    """The first word of what joins a share to what stands before it: ", just", "or", ", a rate of"."""
    called = _called_from(text, at)
    return called if called is not None else joint_before(text, at)


def _called_from(text: Text, at: int) -> int | None:
    """The token before ", a rate of" or ", a success rate of", right before a share."""
    lows = text.lows
    if at < 5 or lows[at - 1] != "of" or lows[at - 2] not in words_of("portions.rate"):
        return None
    first = at - 3 if lows[at - 3] in ARTICLES else at - 4
    other = lows[at - 3] in words_of("portions.other_rate")
    return (
        first - 1 if lows[first] in ARTICLES and lows[first - 1] in words_of("portions.giving") and not other else None
    )


def _part_behind(text: Text, at: int) -> tuple[int, Base] | None:
    """Where the part of "in 65 percent of cases, or 416" stands, and what the share is of."""
    place = text.numbers.index(at)
    if place + 1 >= len(text.numbers):
        return None
    part = text.numbers[place + 1]
    joint = joint_before(text, part)
    if joint is None or not is_all(text, part) or not is_only_count(text, part):
        return None
    marked = text.lows[joint] in MARKS - {"-", "–", "—"}
    gap = text.lows[at + 1 : joint - 1 if text.lows[joint - 1] == "," else joint]
    if gap[:1] != ("of",) or not words_between(text, at + 1, at + 1 + len(gap)):
        return None
    base = base_of(text, at)
    return None if base is None or (marked and not _is_aside(text, part)) else (part, base)


def _is_aside(text: Text, part: int) -> bool:
    """Whether a part stands behind a mark with its noun and a comma, or with "in all": ", 115 people,"."""
    whole = " ".join(text.lows[part + 1 : part + 3]) in words_of("portions.in_all")
    return text.lows[part - 1] in MARKS and (whole or text.lows[part + 2 : part + 3] == (",",))


def _worked_out(context: Context) -> Told | None:
    """ "… cancelled 3,600 flights. With 48,000 departures a year, that works out at 7.5 per cent of all services."."""
    text = context.scene.text
    if len(text.numbers) < 2 or context.scene.shares != text.numbers[1:2]:
        return None
    whole, at = text.numbers[:2]
    base = base_of(text, at)
    if text.lows[0] not in words_of("portions.given") or base is None or not _says_that(text, whole, at):
        return None
    noun, number = noun_of(text, whole), text.number(whole)
    if not base.is_all and base != NONE and not is_called(base.noun, noun):
        return None
    found = [(scene, k) for scene, k in counts_before(context, number) if kin(noun_of(scene.text, k), noun)]
    if len(found) != 1 or found[0][0].shares:
        return None
    return _told(found[0][0].text.number(found[0][1]), text.number(at), number)


def _says_that(text: Text, first: int, at: int) -> bool:
    """Whether "that is", "that works out at" or the like stands right before a share."""
    said = (" ".join(text.lows[k:at]) for k in range(max(first + 1, at - 5), at - 1))
    return any(words in words_of("portions.again") for words in said)


def _pair_of_those(context: Context) -> Told | None:
    """ "… 10 per cent (6.5 million) gave care. Of this group over a third (38 per cent, 2.4 million)."."""
    before, text = context.before, context.scene.text
    if before is None or not _opens_with_those(text):
        return None
    pair = next((pair for at in context.scene.shares if (pair := _bracketed(text, at)) is not None), None)
    if pair is None:
        return None
    share, part = pair
    others = [number for k in text.numbers if (number := text.number(k)) not in pair]
    found = [at for scene, at in counts_before(context, part) if scene is before]
    if len(found) != 1 or any(_may_be_whole(part, number) or number.kind is Kind.PERCENT for number in others):
        return None
    changed = is_a_change(context.reading, before.text, found[0])
    return None if changed else _told(part, share, before.text.number(found[0]))


def _may_be_whole(part: Quantity, other: Quantity) -> bool:
    return fits(part, other) and other.value > part.value


def _opens_with_those(text: Text) -> bool:
    """Whether a sentence opens with "Of these" or "Of this group", and tells of no sort of them."""
    lows = text.lows
    if (
        lows[0] not in words_of("portions.heads")
        or lows[1:2] == ()
        or lows[1] not in ("these", "those", "this", "that")
    ):
        return False
    named = lows[2:3] != () and (lows[2] in words_of("portions.total") | words_of("portions.group"))
    return lows[2:3] == (",",) or text.numbers[0] == 2 or named


def _bracketed(text: Text, at: int) -> tuple[Quantity, Quantity] | None:
    """The share and the part of "(38 per cent, 2.4 million)" and of "38 per cent (2.4 million)"."""
    lows = text.lows
    told = (lows[at - 1] == "(" and lows[at + 1 : at + 2] == (",",)) or lows[at + 1 : at + 2] == ("(",)
    if not told or lows[at + 3 : at + 4] != (")",) or at + 2 not in text.numbers:
        return None
    part = text.number(at + 2)
    return (text.number(at), part) if part.kind is Kind.COUNT else None


def _portion_of_the_same(context: Context) -> Told | None:
    """ "Four in ten cars sold were electric. Dealers sold 11,500 vehicles, and 4,600 of them were electric."."""
    before, scene = context.before, context.scene
    if before is None or len(before.text.numbers) != 1 or len(before.shares) != 1 or len(scene.portions) != 1:
        return None
    at, portion = before.shares[0], scene.portions[0]
    first = at + 2 if before.text.lows[at + 1 : at + 2] == ("of",) else at + 1
    named = [word for word in before.text.lows[first : first + NAMED] if word not in words_of("portions.determiners")]
    noun = singular(named[0]) if named else ""
    if is_other(before.text, at) or not kin(portion.whole.unit, noun) or goes_elsewhere(context, portion.last):
        return None
    claimed = stems(before.text.tokens[first + 1 :]) & stems(scene.text.tokens[portion.first :])
    if not claimed - {noun, portion.whole.unit}:
        return None
    return _told(portion.part, before.text.number(at), portion.whole)


Tie = Callable[[Context], Told | None]
APART: tuple[Tie, ...] = (
    _worked_out,
    _part_with_share,
    _pair_of_those,
    _portion_of_the_same,
    share_named,
    those_told,
)


def _told(part: Quantity, share: Quantity, whole: Quantity) -> Told:
    return Told(part, share, whole, Licence.STRUCTURE, False)


def _is_the_rest(told: Told) -> bool:
    """Whether the part is what the share leaves of the whole: those that are told are the others."""
    share = told.share.interval.scaled(_HUNDREDTH) if told.share.kind is Kind.PERCENT else told.share.interval
    shared = share * told.whole.interval
    return shared.meets(told.whole.interval - told.part.interval) and not shared.meets(told.part.wide)
