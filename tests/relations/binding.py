"""What a binder makes of a text, in short forms for tests."""

from __future__ import annotations

from factcheck.documents.markdown import parse_markdown
from factcheck.documents.text import parse_text
from factcheck.facts.resolve import resolve_facts
from factcheck.relations.bind import BINDERS, evaluate
from factcheck.relations.model import Constraint, Evaluated
from factcheck.relations.rules import load_rules


def evaluated(rule: str, text: str, *, md: bool = False) -> list[Evaluated]:
    """The relations of one rule in a text, judged, in the binder's order."""
    page = parse_markdown("article.md", text) if md else parse_text("article.txt", text)
    own = load_rules()[rule]
    found = BINDERS[own.bind](own, resolve_facts(page))
    return [one if isinstance(one, Evaluated) else evaluate(one) for one in found]


def bound(rule: str, text: str, *, md: bool = False) -> list[Constraint]:
    return [one.constraint for one in evaluated(rule, text, md=md)]


def only(rule: str, text: str, *, md: bool = False) -> Constraint:
    (found,) = bound(rule, text, md=md)
    return found


def roles(constraint: Constraint) -> dict[str, str]:
    """Each role's numbers as printed, those of a list with a plus between."""
    return {role: " + ".join(number.text for number in numbers) for role, numbers in constraint.operands.items()}


def words(constraint: Constraint) -> dict[str, str]:
    return {name: word.text for name, word in constraint.words.items()}
