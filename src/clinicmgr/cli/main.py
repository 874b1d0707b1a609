"""Reads the command line, runs one command, and turns what happened into an exit code."""

import io
import sys
from collections.abc import Sequence

from clinicmgr.cli import arguments
from clinicmgr.cli.answer import Answer, write
from clinicmgr.cli.context import Context, DrawPages
from clinicmgr.kernel.clock import Clock, SystemClock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.paths import Paths

DONE, REFUSED, USAGE = 0, 1, 2


def main(
    argv: Sequence[str],
    *,
    clock: Clock | None = None,
    paths: Paths | None = None,
    draw_pages: DrawPages | None = None,
) -> int:
    """Run the command in `argv` and return the exit code.

    `draw_pages` draws the window's pages for the demo; this front door has no Qt of its own.
    """
    try:
        options = arguments.parse(argv)
    except SystemExit as stopped:  # argparse has said what is wrong, or printed the help
        return DONE if stopped.code in (0, None) else USAGE
    _speak_plainly(as_json=options.json)
    context = Context(options, clock or SystemClock(), paths or Paths.standard(), draw_pages)
    try:
        answer: Answer = options.run(context)
    except UserError as refused:
        answer = Answer(refused.sentence, {"error": refused.sentence}, found_problems=True)
        write(answer, as_json=options.json, to=sys.stdout if options.json else sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130
    write(answer, as_json=options.json, to=sys.stdout)
    return REFUSED if answer.found_problems else DONE


def _speak_plainly(*, as_json: bool) -> None:
    """Let no letter stop a command: a pipe on Windows may know only some, but JSON is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if as_json and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
