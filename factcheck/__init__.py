"""factcheck: a numeric-consistency linter for prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.check import check_text
    from factcheck.findings.model import Finding, Report

__version__ = "0.1.0"
__all__ = ["Finding", "Report", "__version__", "check_text"]

_HOMES = {"check_text": "factcheck.check", "Finding": "factcheck.findings.model", "Report": "factcheck.findings.model"}


def __getattr__(name: str) -> Any:  # public names load their layer on first use, so that `--version` stays fast
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
