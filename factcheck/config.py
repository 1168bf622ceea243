"""What a reader may set."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Config"]


@dataclass(frozen=True, slots=True)
class Config:
    """`ignore` holds names of rules and of groups; `show_checks` keeps every evaluated relation in the report."""

    ignore: frozenset[str] = frozenset()
    show_checks: bool = False
