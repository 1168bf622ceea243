"""Where the command starts, and where whatever goes wrong ends: in a sentence and a status, never a traceback."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

__all__ = ["main", "run"]


def main(args: list[str]) -> int:
    """Run the command with `args` (without the program's name) and return its exit status."""
    try:
        from typer.main import get_command

        from factcheck.arguments import routed
        from factcheck.cli import app

        get_command(app)(routed(args), prog_name="factcheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    except KeyboardInterrupt:
        return 130
    except OSError as error:  # the output cannot be written
        print(f"factcheck: {error.strerror or error}", file=sys.stderr)
        return 2
    except Exception as error:  # a traceback would end with status 1, which means findings
        print(f"factcheck: internal error: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


def run() -> NoReturn:
    """The console script."""
    gc.set_threshold(50_000, 20, 100)  # nearly everything lives to the end: looking for cycles takes 6% of a short run
    status = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # not there, full, closed: nothing is left to tell it to
            stream.flush()
    os._exit(status)  # taking the modules down one by one takes another 10%


if __name__ == "__main__":
    run()
