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
from factcheck.quantities.model import Kind, Quantity, TokenKind
from factcheck.relations.kin import is_called, kin
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Licence
from factcheck.relations.portions import OWNER, Scene, Text, Told, fits, is_owned
from factcheck.relations.share_context import (
    Context,
    counts_before,
    goes_elsewhere,
    is_a_change,
    is_only_count,
    noun_of,
)
from factcheck.relations.share_words import MARKS, is_all, is_other, joint_before
from factcheck.relations.taken_up import stems
from factcheck.statements.lexicon import lexicon

__all__ = ["REACH", "shares_apart"]

REACH = 2  # sentences from a whole to the share of it
GAP = 7  # words from a part to what joins its share to it
NAMED = 3  # words of what a share is of
_ALL, _NONE = "all", ""  # what a share is said to be of: the whole told before, or nothing
_HUNDREDTH = Fraction(1, 100)


def shares_apart(reading: Reading, earlier: tuple[Scene, ...], scene: Scene) -> Iterator[Told]:
    """The share that is told of a number of the sentences before, where nothing else can be meant."""
    if not earlier or not (scene.shares or any(one.shares for one in earlier)):
        return
    context = Context(reading, earlier, scene)
    for tie in APART:
        told = tie(context)
        if told is not None:
            if not _is_the_rest(told):
                yield told
            return


def _part_with_share(context: Context) -> Told | None:
    """ "… a vaccine to 2,400 cattle. In that time 72 animals fell ill, just 3 percent of the herd."."""
    text = context.scene.text
    if len(context.scene.shares) != 1 or _is_of_some(text):
        return None
    at = context.scene.shares[0]
    if is_other(text, at):
        return None
    found = _part_before(text, at) or _part_behind(text, at)
    if found is None:
        return None
    place, base = found
    part = text.number(place)
    if is_a_change(context.reading, text, place) or goes_elsewhere(context, max(at, place)):
        return None
    noun = noun_of(text, place)
    whole = _whole_before(context, part, noun, base)
    return None if whole is None else _told(part, text.number(at), whole)


def _is_of_some(text: Text) -> bool:
    """Whether a sentence opens with some of those told before: "Of those asked, …", but not "Of those, …"."""
    lows = text.lows
    all_of_them = words_of("portions.total") | words_of("portions.group")
    mark = 3 if lows[2:3] and lows[2] in all_of_them else 2
    taken_up = lows[mark : mark + 1] == (",",) and lows[1] in words_of("portions.them") | {"that", "this", "it"}
    return lows[0] in words_of("portions.heads") and not taken_up


def _part_before(text: Text, at: int) -> tuple[int, str] | None:
    """Where the part of "72 animals fell ill, just 3 percent of the herd" stands, and what the share is of."""
    place, joint, base = text.numbers.index(at), joint_before(text, at), _base(text, at)
    if not place or joint is None or base is None:
        return None
    part = text.numbers[place - 1]
    gap = text.lows[part + 1 : joint - 1 if text.lows[joint - 1] == "," else joint]
    if (
        len(gap) > GAP
        or not _only_words(text, part + 1, part + 1 + len(gap))
        or not (gap or base or text.lows[0] in words_of("portions.heads"))
    ):
        return None
    if not words_of("portions.turning").isdisjoint(gap) or not is_only_count(text, part):
        return None
    return part, base


def _part_behind(text: Text, at: int) -> tuple[int, str] | None:
    """Where the part of "in 65 percent of cases, or 416" stands, and what the share is of."""
    place = text.numbers.index(at)
    if place + 1 >= len(text.numbers):
        return None
    part = text.numbers[place + 1]
    joint = joint_before(text, part)
    if joint is None or text.lows[joint] in MARKS - {"-", "–", "—"} or not is_all(text, part):
        return None
    gap = text.lows[at + 1 : joint - 1 if text.lows[joint - 1] == "," else joint]
    if not _only_words(text, at + 1, at + 1 + len(gap)) or not is_only_count(text, part):
        return None
    base = _named(gap[1:]) if gap[:1] == ("of",) and lexicon().verbs.isdisjoint(gap) else None
    return (part, base) if base is not None else None


def _only_words(text: Text, first: int, last: int) -> bool:
    return all(token.kind is TokenKind.WORD for token in text.tokens[first:last])


def _base(text: Text, at: int) -> str | None:
    """What a share is said to be of: a noun, ALL of those told before, or nothing; None where more is said of it."""
    lows = text.lows
    behind = lows[at + 1 : at + 2]
    if not behind or behind[0] in words_of("portions.closing"):
        more = lows[at + 2 : at + 3]
        return None if more and more[0] in words_of("portions.causes") else _NONE
    if behind[0] != "of":
        return None
    reach = range(at + 2, min(len(lows), at + 3 + NAMED))
    ends = words_of("portions.closing") | lexicon().verbs
    last = next((k for k in reach if lows[k] in ends or (k > at + 3 and lows[k].endswith("ed"))), None)
    if last is None or not _only_words(text, at + 2, last):
        return None
    named = [lows[k] for k in range(at + 2, last) if not text.tokens[k].text[:1].isupper()]
    return _named(tuple(named))


def _named(words: tuple[str, ...]) -> str | None:
    """The one noun that a share is of, or ALL; None for a sort of them, and for "of them", which may be the part."""
    named = [word for word in words if word not in words_of("portions.determiners")]
    if len(named) != 1 or named[0] in words_of("portions.them"):
        return None
    return _ALL if named[0] in words_of("portions.total") else singular(named[0])


def _whole_before(context: Context, part: Quantity, noun: str, base: str) -> Quantity | None:
    """The one number before it that a part with its share can be of, by its noun or for want of any other."""
    counts = list(counts_before(context, part))
    if part.kind is not Kind.COUNT and base != _ALL:
        return None
    told = [(base, is_called)] if base not in (_ALL, _NONE, *words_of("portions.anything")) else [(noun, kin)]
    akin = [(scene, at) for scene, at in counts if all(tie(word, noun_of(scene.text, at)) for word, tie in told)]
    anything = told == [(noun, kin)] and (not noun or noun in words_of("portions.anything"))
    if not akin and not (anything and len(counts) == 1):
        return None
    found = [(scene, at) for scene, at in counts if not noun_of(scene.text, at) or (scene, at) in akin] or counts
    values = {scene.text.number(at).value for scene, at in found}
    scene, at = found[-1]
    if len(values) > 1 or scene.shares or is_a_change(context.reading, scene.text, at):
        return None
    whole = scene.text.number(at)
    near = scene is context.before and whole.value > part.value
    return whole if near or akin else None


def _those_of_the_share(context: Context) -> Told | None:
    """ "Two-thirds of the 141 barns are in poor repair. The 94 buildings concerned …"; "… Those 200 sightings …"."""
    before, text = context.before, context.scene.text
    if before is None or len(before.shares) != 1 or len(before.text.numbers) != 2 or text.numbers[0] != 1:
        return None
    share, whole = before.text.numbers
    if before.shares[0] != share or before.text.lows[share + 1 : share + 2] != ("of",):
        return None
    if whole - share > OWNER + 2 or not is_owned(before.text, share + 2, whole):
        return None
    part, number = text.number(1), before.text.number(whole)
    if part.kind is not Kind.COUNT or not fits(part, number) or not _takes_up(text, noun_of(before.text, whole)):
        return None
    return _told(part, before.text.number(share), number)


def _takes_up(text: Text, noun: str) -> bool:
    """Whether a sentence opens with "Those 200 sightings" or "The 94 buildings", no sort of what was told."""
    named = bool(text.number(1).unit) and (text.lows[0] in ("those", "these") or kin(text.number(1).unit, noun))
    behind = text.lows[3:4]
    said = bool(behind) and (behind[0] in lexicon().verbs or behind[0] in words_of("portions.the_ones"))
    return named and said and text.lows[0] in ("the", "those", "these")


def _worked_out(context: Context) -> Told | None:
    """ "… cancelled 3,600 flights. With 48,000 departures a year, that works out at 7.5 per cent of all services."."""
    text = context.scene.text
    if len(text.numbers) < 2 or context.scene.shares != text.numbers[1:2]:
        return None
    whole, at = text.numbers[:2]
    base = _base(text, at)
    if text.lows[0] not in words_of("portions.given") or base is None or not _says_that(text, whole, at):
        return None
    noun, number = noun_of(text, whole), text.number(whole)
    if base not in (_ALL, _NONE) and not is_called(base, noun):
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
    noun = singular(named[0]) if named else _NONE
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
    _those_of_the_share,
    _portion_of_the_same,
)


def _told(part: Quantity, share: Quantity, whole: Quantity) -> Told:
    return Told(part, share, whole, Licence.STRUCTURE, False)


def _is_the_rest(told: Told) -> bool:
    """Whether the part is what the share leaves of the whole: those that are told are the others."""
    share = told.share.interval.scaled(_HUNDREDTH) if told.share.kind is Kind.PERCENT else told.share.interval
    shared = share * told.whole.interval
    return shared.meets(told.whole.interval - told.part.interval) and not shared.meets(told.part.wide)
