"""The same fact told twice: by lines of like names, sentences of like words, one noun, one figure, one age."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.model import Reading
from factcheck.relations.model import Constraint
from factcheck.relations.retold.bind_echo import bind_echoes
from factcheck.relations.retold.bind_figure import bind_figures
from factcheck.relations.retold.bind_headline import bind_headline
from factcheck.relations.retold.bind_headline_age import bind_headline_age
from factcheck.relations.retold.bind_near_swap import bind_near_swaps
from factcheck.relations.retold.bind_repeated import bind_repeated
from factcheck.relations.retold.bind_same import bind_same
from factcheck.relations.retold.bind_taken_up import bind_taken_up
from factcheck.relations.retold.bind_told_ages import bind_told_ages
from factcheck.relations.rules import Rule

__all__ = ["bind_restated"]

_BINDERS = (
    bind_same, bind_echoes, bind_figures, bind_headline, bind_headline_age, bind_taken_up,
    bind_told_ages, bind_near_swaps, bind_repeated,
)  # fmt: skip


def bind_restated(rule: Rule, reading: Reading) -> Iterator[Constraint]:
    """Each pair of numbers once, whichever way it was found."""
    seen: set[tuple[int, int]] = set()
    for bind in _BINDERS:
        for constraint in bind(rule, reading):
            pair = constraint.operands["first"][0].start, constraint.operands["again"][0].start
            if pair not in seen:
                seen.add(pair)
                yield constraint
