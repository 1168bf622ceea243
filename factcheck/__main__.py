"""Where the command starts, and where whatever goes wrong ends: in a sentence and a status, never a traceback."""

from __future__ import annotations

import sys

__all__ = ["main", "run"]


def main(args: list[str]) -> int:
    """Run the command with `args` (without the program's name) and return its exit status."""
    try:
        from typer.main import get_command

        from factcheck.cli import app, routed

        get_command(app)(routed(args), prog_name="factcheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a traceback would end with status 1, which means findings
        print(f"factcheck: internal error: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


def run() -> None:
    """The console script."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
