"""Binds a whole to its parts: by a word of composition, by "a total of", or because the sum is exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.facts.model import Line, Reading
from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.lexicon import words_of
from factcheck.relations.model import Constraint, Licence
from factcheck.relations.rules import Rule
from factcheck.relations.totals.apportioned import apportioned_totals, is_of_a_group, partition
from factcheck.relations.totals.closing import closing_totals
from factcheck.relations.totals.grids import counts_of
from factcheck.relations.totals.itemised import single_thing
from factcheck.relations.totals.long_sums import long_sums
from factcheck.relations.totals.nested import is_of_a_part, is_taken_off, unless_one_is_no_part
from factcheck.relations.totals.outcome_sums import outcome_sums
from factcheck.relations.totals.parts_behind import parts_behind
from factcheck.relations.totals.split_behind import split_behind
from factcheck.relations.totals.summed_up import summed_up
from factcheck.relations.totals.tallies import tallies
from factcheck.relations.totals.told_splits import TELLING, told_splits
from factcheck.relations.units import comparable, is_amount, is_plain
from factcheck.statements.context import is_negative, place_of
from factcheck.statements.model import Cue, SentenceReading, Statement

__all__ = ["bind_parts"]

STRONG = 8.0
_MOST_PARTS = 10
_BACK = 3  # sentences
_MANY = 100  # of fewer things the same ones may be told of twice


def bind_parts(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Wholes with their parts, said to be such; and exact sums of neighbours, as relations that hold."""
    known: set[int] = set()  # the wholes whose parts words or lists tell
    for found in _told(rule, reading):
        known.add(found.operands["whole"][0].start)
        yield unless_one_is_no_part(found)
    for found in (*told_splits(rule, reading), *long_sums(rule, reading), *outcome_sums(rule, reading)):
        if found.operands["whole"][0].start not in known:
            yield unless_one_is_no_part(found)


def _told(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    for sentence, statement in reading.statements:
        if statement.kind == "parts" and "whole" in statement.roles:
            yield from _composition(rule, sentence, statement)
        elif statement.kind == "parts":
            yield from _taken_up(rule, reading, sentence, statement)
    apportioned = list(apportioned_totals(rule, reading))
    yield from apportioned
    known = {found.operands["whole"][0].start for found in apportioned}
    yield from (one for one in split_behind(rule, reading) if one.operands["whole"][0].start not in known)
    yield from _line_totals(rule, reading)
    yield from closing_totals(rule, reading)
    yield from tallies(rule, reading)
    yield from parts_behind(rule, reading)
    yield from summed_up(rule, reading)


def _composition(rule: Rule, sentence: SentenceReading, statement: Statement) -> Iterator[Constraint]:
    """ "$11bn, made up of $5.7bn for … and $5.3bn for …": every like number up to the end of the clause."""
    whole = statement.roles["whole"]
    parts = _listed(sentence, statement)
    if len(parts) < 2 or not is_plain(whole) or not _addable(whole, parts[0], statement):
        return
    if _is_itself_a_part(sentence, statement) or (_rest_behind(sentence, parts[-1]) and _falls_short(whole, parts)):
        return
    licence = Licence.CLAUSE
    of_which = statement.words["cue"].cue == "OFWHICH"
    if of_which and not any(cue.type == "REST" and cue.first > statement.first for cue in sentence.cues):
        sure = _is_parcelled(statement, whole) or _are_all_sorts(sentence, whole, parts)
        licence = Licence.STRUCTURE if sure else Licence.ARITHMETIC
    doubtful = not all(comparable(whole, part) for part in parts)  # "12 vehicles, comprising 9 cars and 3 vans"
    found = Constraint(rule, {"whole": (whole,), "parts": parts}, licence, doubtful=doubtful)
    some = of_which and _falls_short(whole, parts)  # not all of them, perhaps
    yield replace(found, doubtful=True) if some and not _is_telling(found) else found


def _is_telling(found: Constraint) -> bool:
    """Whether a sum that parts miss is one of money or a measure, and fine enough for a slip to say something."""
    return found.operands["whole"][0].kind is not Kind.COUNT and found.judged().bits >= TELLING


def _falls_short(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    return sum(part.value for part in parts) < whole.value


def _rest_behind(sentence: SentenceReading, last: Quantity) -> bool:
    """Whether the rest is told of behind the last number: "7,000 in Mexico, with the others in Peru"."""
    return any(t.low in words_of("rest.behind") for t in sentence.tokens if t.start >= last.end)


def _is_itself_a_part(sentence: SentenceReading, statement: Statement) -> bool:
    """Whether the number before "of this" is one of the parts: "steel made up 33 tonnes of this, copper 17"."""
    word = statement.words["cue"]
    before = next((t.low for t in reversed(sentence.tokens) if t.end <= word.start), "")
    return word.text.lower().startswith(("of this", "of that")) and before not in (",", ";", "—", "–", "and")


def _is_parcelled(statement: Statement, whole: Quantity) -> bool:
    """Whether "of which" shares out a sum or many things; "of whom 12 are men and 21 are under 30" need not exclude."""
    return statement.words["cue"].text.lower() == "of which" and (whole.kind is not Kind.COUNT or whole.value >= _MANY)


def _are_all_sorts(sentence: SentenceReading, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether they are parts that exclude each other: of medals the golds, the silvers and the bronzes."""
    places = [place_of(part, sentence.tokens) for part in parts]
    return bool(partition(sentence.tokens, place_of(whole, sentence.tokens), places))


def _addable(one: Quantity, other: Quantity, statement: Statement) -> bool:
    """Whether two amounts may be whole and part: of one unit, or counts of two nouns where the cue says "comprise"."""
    counts = one.kind is Kind.COUNT and other.kind is Kind.COUNT
    return comparable(one, other) or (counts and statement.words["cue"].cue == "COMPRISE")


def _listed(sentence: SentenceReading, statement: Statement) -> tuple[Quantity, ...]:
    """The parts that a word of composition opens; none where the list is not said to be whole."""
    first = statement.roles["first"]
    parts = [first]
    and_seen = False
    partial = any(_shared_out(sentence, cue) for cue in sentence.cues if cue.quantity is first)
    of_which = statement.words["cue"].cue == "OFWHICH"  # "of which 48 were new and 60 were used"
    aside = _asides(sentence)
    last = statement.last
    for at, cue in enumerate(sentence.cues):
        if cue.first <= statement.last or cue.first in aside or _leads_aside(sentence.cues, at, aside):
            continue
        if cue.type in ("AND", "DASH"):
            and_seen = True
        if cue.type in ("TO", "FROM") or (of_which and cue.type == "OFWHICH"):
            return ()  # "$5bn to $6bn" are two ends of one part; "300, of whom 100; and 200, of whom 50" two wholes
        if cue.type == "OR" or (cue.type == "REST" and not _counts_the_rest(sentence, cue)):
            break  # "or £30 with wine" tells another price
        if _ends(cue) and not (of_which and cue.type == "BREAK"):
            partial = partial or cue.type == "PARTIAL"
            break
        quantity = cue.quantity
        if quantity is not None and (_inside_brackets(sentence, cue) or is_of_a_part(sentence.tokens, cue.first)):
            continue
        if quantity is not None:
            if not (_addable(quantity, first, statement) and is_plain(quantity)):
                break
            partial = partial or _shared_out(sentence, cue) or is_taken_off(sentence.tokens[last : cue.first])
            last = cue.last
            parts.append(quantity)
    if not and_seen or partial or not all(map(is_plain, parts)):
        return ()
    if len({is_negative(q, sentence.tokens) for q in parts}) > 1:
        return ()
    return tuple(parts) if of_which else _with_single(sentence, parts)


def _with_single(sentence: SentenceReading, parts: list[Quantity]) -> tuple[Quantity, ...]:
    """The parts with the one thing of "and a book"; none where "and their coach" may stand for any number."""
    if parts[0].kind is not Kind.COUNT or _closes_on_number(sentence, parts):
        return tuple(parts)
    at = place_of(parts[-1], sentence.tokens)
    single = single_thing(sentence.tokens, at + 1, len(sentence.tokens))
    return (*parts, single[1]) if single is not None else ()


def _counts_the_rest(sentence: SentenceReading, cue: Cue) -> bool:
    """Whether the number of the rest follows at once: "the other 60", and not "the others in ten towns"."""
    if sentence.tokens[cue.last].low in ("other", "remaining"):
        return True  # or none that is counted: "17 tonnes of other goods"
    return any(token.quantity is not None for token in sentence.tokens[cue.last + 1 : cue.last + 3])


def _closes_on_number(sentence: SentenceReading, parts: Sequence[Quantity]) -> bool:
    """Whether "and" stands before the last number of a list, or no "and" behind it in its clause."""
    before, last = parts[-2].end if len(parts) > 1 else parts[0].start, parts[-1]
    inside = (token for token in sentence.tokens if before <= token.start < last.start)
    if any(token.low in ("and", "plus", "&") for token in inside):
        return True
    return not any(cue.type == "AND" and sentence.tokens[cue.first].start > last.end for cue in sentence.cues)


def _taken_up(rule: Rule, reading: Reading, sentence: SentenceReading, statement: Statement) -> Iterator[Constraint]:
    """ "Sales fell to 1,320 boats. They comprised 1,030 ferries, 250 tugs and 40 barges": the whole up to three back.

    Or earlier in the same one: the one amount there that may be it, the outcome of a change before its base; among
    several the number of a group of people, "a jury of twelve", where the parts are sorts of people.
    """
    parts = _listed(sentence, statement)
    if len(parts) < 2 or sentence.lows[0] in words_of(
        "totals.one_thing"
    ):  # "A choir made up of …": one not told of yet
        return
    earlier = [quantity for quantity in _amounts(sentence) if quantity.end <= sentence.tokens[statement.first].start]
    near = [(sentence, q) for q in earlier] or _amounts_before(reading, sentence)
    largest = max(part.value for part in parts)
    wholes = [(s, q) for s, q in near if q.value > largest and _addable(q, parts[0], statement) and is_plain(q)]
    found = [Constraint(rule, {"whole": (q,), "parts": parts}, Licence.STRUCTURE) for _, q in wholes]
    held = [constraint for constraint in found if constraint.holds()]
    groups = [one for one, (s, q) in zip(found, wholes, strict=True) if _is_that_group(sentence, s, q)]
    people = all(part.unit in words_of("totals.person_or_sort") for part in parts)
    near_by = [one for one, (s, _) in zip(found, wholes, strict=True) if s.index >= sentence.index - 1]
    alone = near_by if groups or not _has_a_group(wholes) else ()
    one = next((some for some in (alone, groups if people else ()) if len(some) == 1), [])
    yield from held[-1:] or one


def _has_a_group(wholes: Sequence[tuple[SentenceReading, Quantity]]) -> bool:
    return any(is_of_a_group(s.tokens, place_of(q, s.tokens)) for s, q in wholes)


def _is_that_group(sentence: SentenceReading, before: SentenceReading, whole: Quantity) -> bool:
    """Whether the head of a sentence takes up the group of people of a number before: "a jury of 12", "The panel"."""
    at = place_of(whole, before.tokens)
    if not is_of_a_group(before.tokens, at) or sentence.lows[0] not in ("the", "this", "that", "it", "they"):
        return False
    group, again = before.lows[at - 2], sentence.lows[1] if sentence.lows[0] not in ("it", "they") else ""
    return again in ("", group) or f"{group}/{again}" in words_of("totals.same_group")


def _amounts_before(reading: Reading, sentence: SentenceReading) -> list[tuple[SentenceReading, Quantity]]:
    """The amounts of the nearest sentence before that has any, up to three back, and of those behind them."""
    found: list[tuple[SentenceReading, Quantity]] = []
    for index in range(sentence.index - 1, sentence.index - 1 - _BACK, -1):
        before = reading.sentence_at.get(index)
        if before is not None and before.section == sentence.section:
            found = [*((before, q) for q in _amounts(before) if q.kind is not Kind.DURATION), *found]
    return found


def _amounts(sentence: SentenceReading) -> list[Quantity]:
    """The amounts of a sentence that are no changes and no bases of changes."""
    aside = _asides(sentence)
    numbers = [c.quantity for c in sentence.cues if c.quantity is not None and c.first not in aside]
    return [quantity for quantity in numbers if is_amount(quantity)]


def _asides(sentence: SentenceReading) -> set[int]:
    """The tokens of numbers that tell how another one of the sentence has changed: ", down 29.5% from 365,000,"."""
    changes = [s for s in sentence.statements if s.kind == "change" and "after" in s.roles]
    told = {q.start for s in changes for role, q in s.roles.items() if role != "after"}
    return {cue.first for cue in sentence.cues if cue.quantity is not None and cue.quantity.start in told}


def _leads_aside(cues: Sequence[Cue], at: int, aside: set[int]) -> bool:
    """Whether a word of change or a preposition leads to such a number."""
    following = cues[at + 1] if at + 1 < len(cues) else None
    leads = cues[at].type in ("UP", "DOWN", "MOVE", "FROM", "VS", "BY")
    return leads and following is not None and following.first in aside


def _shared_out(sentence: SentenceReading, cue: Cue) -> bool:
    """Whether a part is one of several alike: "1/2 pct each for management and underwriting"."""
    return any(token.low in ("each", "apiece") for token in sentence.tokens[cue.last + 1 : cue.last + 4])


def _ends(cue: Cue) -> bool:
    return cue.type in ("PARTIAL", "UP", "DOWN", "MOVE", "VS", "COLON", "BREAK") and cue.quantity is None


def _inside_brackets(sentence: SentenceReading, cue: Cue) -> bool:
    before = [c.type for c in sentence.cues if c.first < cue.first and c.type in ("LPAR", "RPAR")]
    return bool(before) and before[-1] == "LPAR"


def _line_totals(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """The counts of a line against a number nearby: confirmed by an exact sum, or called the total in words."""
    for line in reading.lines:
        counts = counts_of(line)
        if line.loose or not 2 <= len(counts) <= _MOST_PARTS or not all(map(is_plain, counts)):
            continue
        found = list(_totals_near(rule, reading, line, counts))
        held = [c for c in found if c.holds(STRONG)]
        yield from held[:1] or [c for c in found if c.licence is Licence.STRUCTURE][:1]


def _totals_near(rule: Rule, reading: Reading, line: Line, counts: Sequence[Quantity]) -> Iterator[Constraint]:
    own = {q.start for q in counts}
    for index in (line.sentence, line.sentence - 1, line.sentence + 1):
        sentence = reading.sentence_at.get(index)
        if sentence is None or sentence.section != line.section:
            continue
        for cue in sentence.cues:
            quantity = cue.quantity
            if quantity is None or quantity.start in own or not is_amount(quantity) or not is_plain(quantity):
                continue
            if not comparable(counts[0], quantity):
                continue
            named = _full_list(line) and (_called_total(sentence, cue) or _same_noun(quantity, line, counts))
            named = named or (_closes_list(sentence, cue, line) and not line.partial)
            if not named and quantity.value <= max(c.value for c in counts):
                continue
            licence = Licence.STRUCTURE if named else Licence.ARITHMETIC
            yield Constraint(rule, {"whole": (quantity,), "parts": tuple(counts)}, licence, doubtful=True)


def _same_noun(whole: Quantity, line: Line, counts: Sequence[Quantity]) -> bool:
    """Whether the number before the list counts what its first item counts: "65,600 homes … 54,596 homes in …"."""
    before = whole.start < counts[0].start and whole.value > max(count.value for count in counts)
    return before and whole.kind is Kind.COUNT and bool(whole.unit) and whole.unit == counts[0].unit


def _full_list(line: Line) -> bool:
    """Whether three cells or more, each under a name of its own, are not said to be a selection."""
    firsts = {cell.names[0] for cell in line.cells if cell.names}
    return not line.partial and len(line.cells) >= 3 and len(firsts) == len(line.cells)


def _closes_list(sentence: SentenceReading, cue: Cue, line: Line) -> bool:
    """Whether ", out of 4,421" follows right behind the last item."""
    behind = [c for c in sentence.cues if line.cells[-1].last < c.first < cue.first]
    return line.sentence == sentence.index and [c.type for c in behind] in (["COMMA", "OUTOF"], ["OUTOF"])


def _called_total(sentence: SentenceReading, cue: Cue) -> bool:
    """Whether "total" stands before the number in its clause."""
    before = [c for c in sentence.cues if c.first < cue.first]
    for earlier in reversed(before):
        if earlier.type == "TOTAL":
            return cue.first - earlier.last <= 8
        if earlier.quantity is not None or earlier.type in ("BREAK", "COMMA"):
            return False
    return False
