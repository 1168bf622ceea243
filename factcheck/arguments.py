"""The arguments of the command before they are parsed: what may be left out is put in."""

from __future__ import annotations

__all__ = ["COMMANDS", "routed"]

COMMANDS = frozenset({"check", "numbers", "rules", "explain", "redact"})
_OPTIONS_OF_ALL = frozenset({"-h", "--help", "--version", "--install-completion", "--show-completion"})
_KINDS = frozenset({"notation", "all"})  # of fixes


def routed(args: list[str]) -> list[str]:
    """The arguments with the sub-command and the kind of fixes that they leave out.

    A sub-command wins over a file of that name, and a kind of fixes behind `--fix`.
    """
    if not args or args[0] in COMMANDS or args[0].partition("=")[0] in _OPTIONS_OF_ALL:
        return _with_kind(args)
    return ["check", *_with_kind(args)]


def _with_kind(args: list[str]) -> list[str]:
    """A bare `--fix` is `--fix=notation`, which puts in no more than words that were left out."""
    end = args.index("--") if "--" in args else len(args)
    kinds = [*args[1:], ""]
    bare = (at < end and arg == "--fix" and kinds[at] not in _KINDS for at, arg in enumerate(args))
    return ["--fix=notation" if alone else arg for arg, alone in zip(args, bare, strict=True)]
