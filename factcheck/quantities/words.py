"""The numeral at a place of the text, in figures or in words."""

from __future__ import annotations

from factcheck.quantities.cardinal import Atom, atoms_at, place_of, sum_up
from factcheck.quantities.lexer import Tape
from factcheck.quantities.lexicon import LEXICON, SCALES, SMALL
from factcheck.quantities.numeral import Numeral, read_figure, with_scale
from factcheck.quantities.parts import bare_part, denominated, with_half, with_point, with_tail

__all__ = ["read_numeral", "read_words"]


def read_numeral(tape: Tape, i: int) -> Numeral | None:
    """The numeral at piece `i`, in figures or words, with its scale word and its "and a half"."""
    if tape.words[i][-1].isdecimal():
        return with_half(tape, _with_lower(tape, with_scale(tape, read_figure(tape, i))))
    return read_words(tape, i)


def _with_lower(tape: Tape, numeral: Numeral) -> Numeral:
    """ "5 crore 20 lakh", "4 thousand 3 hundred and 21": `numeral` with what is said in lower scales behind it."""
    place, num, k = numeral.scale, numeral.num, numeral.after
    if place == 1 or numeral.den != 1 or numeral.form != "figure" or numeral.tail:
        return numeral
    while tape.near(k) and tape.words[k].isdecimal() and tape.near(k + 1):
        factor = 100 if tape.low(k + 1) == "hundred" else LEXICON.scales.get(tape.low(k + 1), place)
        if len(tape.words[k]) > 3 or int(tape.words[k]) * factor >= place:
            break
        place, num, k = factor, num + int(tape.words[k]) * factor, k + 2
    rest = tape.word(k + 1)
    if place == 100 and tape.low(k) == "and" and tape.near(k + 1) and rest.isdecimal() and len(rest) == 2:
        place, num, k = 1, num + int(rest), k + 2
    if k == numeral.after:
        return numeral
    end = tape.ends[k - 1]
    digits = tape.text[numeral.start : end]
    return numeral._replace(num=num, unit=place, scale=1, end=end, after=k, digits=digits)


def read_words(tape: Tape, i: int, *, joined: bool = True) -> Numeral | None:
    """The number in words that begins at piece `i`, or None where the words there are no number.

    `joined` false keeps "and" out of the number ("between two hundred and three hundred"). The scale words are applied;
    `form` is words, ordinal, part or multiple.
    """
    atoms = atoms_at(tape, i)
    if not atoms:
        return None
    first = atoms[0]
    if first.word in LEXICON.multiples:
        value = LEXICON.multiples[first.word]
        return Numeral(first.start, first.end, i + 1, value, 1, 1, 1, tape.text[first.start : first.end], "multiple")
    part = bare_part(tape, i, first)
    if part is not None:
        return part
    if first.word in SCALES or first.word == "hundred":
        atoms = _with_one(tape, i, atoms)
    return _number(tape, atoms, joined) if atoms else None


def _with_one(tape: Tape, i: int, atoms: list[Atom]) -> list[Atom]:
    """The one that a leading scale stands for: "a hundred", "hundred thousand"; [] where there is no number."""
    first = atoms[0]
    if first.word.endswith("s"):
        return []
    if tape.low(i - 1) in ("a", "an") and tape.near(i):
        return [Atom("one", tape.starts[i - 1], tape.ends[i - 1], i - 1, ""), *atoms]
    if first.word == "hundred" and len(atoms) > 1 and (atoms[1].word == "thousand" or atoms[1].word in SMALL):
        return [Atom("one", first.start, first.start, i, ""), *atoms]
    return []


def _number(tape: Tape, atoms: list[Atom], joined: bool) -> Numeral | None:
    value, ordinal, used = sum_up(atoms, joined=joined)
    if used == 0:
        return None
    part = None if ordinal else denominated(tape, atoms, used, value)
    if part is not None:
        return part
    first, last = atoms[0], atoms[used - 1]
    digits, form = tape.text[first.start : last.end], "ordinal" if ordinal else "words"
    scale = LEXICON.scales.get(last.word, 1) if value else 1
    place = scale if scale != 1 else place_of(value)
    numeral = Numeral(first.start, last.end, last.piece + 1, value, 1, place, scale, digits, form, last.rest)
    if last.rest:
        return numeral if ordinal else with_tail(tape, numeral)
    return numeral if ordinal else with_point(tape, with_half(tape, numeral))
