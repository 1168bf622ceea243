"""The command: options read, work called, results written, the exit status made.

Exit statuses: 0 nothing at or above `--fail-on`, 1 findings at or above it, 2 the work could not be done in full, 130
interrupted. What a command needs is imported when it runs, so that `--version` and `--help` cost nothing but typer.
"""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck import __version__

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from factcheck.findings.model import Fault, Report
    from factcheck.reports.rulebook import RuleText

__all__ = ["app"]

_RANKS = {"note": 0, "warning": 1, "error": 2, "never": 3}

app = typer.Typer(
    name="factcheck",
    help="Find the numbers in an article that contradict one another. `factcheck PATH…` is `factcheck check PATH…`.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Fix(StrEnum):
    NOTATION = "notation"
    ALL = "all"


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
]
StdinFilename = Annotated[
    str,
    typer.Option(metavar="NAME", help="What to call standard input; its ending tells the format.", show_default=False),
]
AsOf = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The day that the text calls today.", show_default=False)
]
OutputFormat = Annotated[Format, typer.Option("--format", help="How to print the result.")]


def _version(wanted: bool) -> None:
    if wanted:
        _write(f"factcheck {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def check(
    paths: Paths = None,
    output: OutputFormat = Format.TEXT,
    show_checks: Annotated[bool, typer.Option("--show-checks", help="Show every relation that was checked.")] = False,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE",
            help="Leave out a rule or a group; may be repeated, or a list with commas.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="The lowest severity that makes the exit status 1.")] = FailOn.ERROR,
    min_level: Annotated[
        Level | None,
        typer.Option(
            help="The lowest severity to show.  [default: warning, or --fail-on if lower]", show_default=False
        ),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Print the first suggestions as a patch instead.")] = False,
    fix: Annotated[
        Fix | None,
        typer.Option(help="Write first suggestions into the files: words left out, or all.", show_default=False),
    ] = None,
    as_of: AsOf = None,
    stdin_filename: StdinFilename = "",
) -> None:
    """Check that the numbers of each text agree with one another."""
    from factcheck.config import Config
    from factcheck.gather import check_paths

    config = Config(ignore=_ignored(ignore or [], _rules()), show_checks=show_checks)
    given = _inputs(paths, stdin_filename)
    _possible(given, output, diff, fix)

    def checked() -> Report:
        return check_paths(given, stdin_name=stdin_filename or "<stdin>", as_of=_day(as_of), config=config)

    report, level = checked(), min_level or min(Level.WARNING, fail_on, key=lambda level: _RANKS[level])
    if fix and not diff and _fixed(_at_level(report, level), fix):
        report = checked()
    if diff:
        from factcheck.reports.patch import render_patch

        _write(render_patch(_at_level(report, level), notation=fix is Fix.NOTATION), utf8=True)
    else:
        _print(_at_level(report, level), output, show_checks)
    _tell(report.faults, Format.TEXT if diff else output)
    failed = any(finding.severity.rank >= _RANKS[fail_on] for finding in report.findings)
    raise typer.Exit(2 if report.faults else int(failed))


def _possible(given: list[str], output: Format, diff: bool, fix: Fix | None) -> None:
    if fix and not diff and "-" in given:
        raise typer.BadParameter("standard input cannot be written; --diff prints a patch", param_hint="--fix")
    if diff and output is Format.JSON:
        raise typer.BadParameter("a patch is no JSON; leave out one of --diff and --format", param_hint="--diff")


def _fixed(report: Report, fix: Fix) -> int:
    """How many edits were written; what could not be written ends the command."""
    from factcheck.gather import fix_files

    made, faults = fix_files(report, notation=fix is Fix.NOTATION)
    print(f"factcheck: {made} edit{'' if made == 1 else 's'} written", file=sys.stderr)
    if faults:
        _tell(faults, Format.TEXT)
        raise typer.Exit(2)
    return made


@app.command()
def numbers(paths: Paths = None, output: OutputFormat = Format.TEXT, stdin_filename: StdinFilename = "") -> None:
    """List every number as it was read: its value, the values it may stand for, its unit and kind."""
    from factcheck.gather import read_paths

    listings, faults = read_paths(_inputs(paths, stdin_filename), stdin_name=stdin_filename or "<stdin>")
    if output is Format.JSON:
        from factcheck.reports.machine import render_numbers_json

        _write(render_numbers_json(listings, faults), utf8=True)
    else:
        from factcheck.reports.sheet import render_sheet

        _write(render_sheet(listings))
    _tell(faults, output)
    raise typer.Exit(2 if faults else 0)


@app.command()
def rules() -> None:
    """List the rules with their groups and severities."""
    from factcheck.reports.rulebook import render_rules

    _write(render_rules(_rules()))


@app.command()
def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="RULE|FILE:LINE[:COLUMN]",
            help="A name from `factcheck rules`, or a place in a text.",
            show_default=False,
        ),
    ],
    as_of: AsOf = None,
) -> None:
    """Tell what a rule holds to be true; or how a number was read, what it was compared with, and what came of it."""
    from factcheck.examine import place_of
    from factcheck.reports.rulebook import render_explanation

    table = {each.name: each for each in _rules()}
    place = place_of(what)
    if what in table:
        _write(render_explanation(table[what]))
    elif place is not None:
        from factcheck.aids import explained

        try:
            text, faults = explained(place, _day(as_of))
        except ValueError as error:
            raise typer.BadParameter(f"{place.path}: {error}", param_hint="FILE:LINE") from None
        _write(text)
        _tell(faults, Format.TEXT)
        raise typer.Exit(2 if faults else 0)
    else:
        raise typer.BadParameter(f"there is no rule {what!r}{_nearest(what, table)}", param_hint="RULE")


@app.command()
def redact(path: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")]) -> None:
    """Print a text with made-up names and nouns that is judged as before, to pass on with a report of a false alarm."""
    from factcheck.aids import redacted

    text, kept, faults = redacted(path)
    _write(text)
    _tell(faults, Format.TEXT)
    if kept:
        print(f"factcheck: kept, as the text is judged otherwise without: {', '.join(kept)}", file=sys.stderr)
    raise typer.Exit(2 if faults else 0)


def _inputs(paths: list[str] | None, stdin_filename: str) -> list[str]:
    if paths:
        return paths
    if stdin_filename:
        return ["-"]
    raise typer.BadParameter("name a file, a folder, or - for standard input", param_hint="PATH...")


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    import datetime as dt

    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python reads other ISO forms too, whose weeks readers get wrong
        raise typer.BadParameter(f"{text!r} is not a date of the form 2024-06-30", param_hint="--as-of")
    return day


def _rules() -> Sequence[RuleText]:
    """Every rule; a rule file that is broken ends the command in a sentence that quotes its line."""
    from factcheck.check import rule_table
    from factcheck.relations.rules import RuleError

    try:
        return rule_table()
    except RuleError as error:
        print(f"factcheck: {error}", file=sys.stderr)
        raise typer.Exit(2) from None


def _ignored(given: Iterable[str], table: Iterable[RuleText]) -> frozenset[str]:
    names = [name.strip() for part in given for name in part.split(",") if name.strip()]
    known = {name for rule in table for name in (rule.name, rule.group)}
    for name in names:
        if name not in known:
            hint = _nearest(name, known)
            raise typer.BadParameter(f"there is no rule or group {name!r}{hint}", param_hint="--ignore")
    return frozenset(names)


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else "; `factcheck rules` lists them"


def _at_level(report: Report, level: str) -> Report:
    from dataclasses import replace

    shown = tuple(finding for finding in report.findings if finding.severity.rank >= _RANKS[level])
    return replace(report, findings=shown)


def _print(report: Report, output: Format, show_checks: bool) -> None:
    if output is Format.JSON:
        from factcheck.reports.machine import render_json

        _write(render_json(report, version=__version__, show_checks=show_checks), utf8=True)
    else:
        from factcheck.reports.text import render_text

        _write(render_text(report, colour=_has_colour(), width=_width()))


def _tell(faults: Iterable[Fault], output: Format) -> None:
    """Faults to stderr; in JSON they are in the document."""
    if output is Format.TEXT:
        for fault in faults:
            print(f"factcheck: {fault.path}: {fault.message}", file=sys.stderr)


def _has_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """Columns of the terminal within reason; 100 where the output goes elsewhere, so that it is the same everywhere."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 100
    return min(max(columns, 40), 120)


def _write(text: str, *, utf8: bool = False) -> None:
    """All of `text` to stdout, whatever the console can show; a reader that has gone away is no failure.

    A character that the console lacks is printed as "?", which keeps marks in their columns. In `utf8` output, which is
    JSON, a lone surrogate (of a path that is not UTF-8) becomes the escape that JSON has for it.
    """
    if utf8:
        content = text.encode("utf-8", "backslashreplace")
    else:
        content = text.encode(sys.stdout.encoding or "utf-8", "replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
