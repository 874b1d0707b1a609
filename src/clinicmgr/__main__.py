"""The front of the program: no command opens the window, a command runs without one."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from clinicmgr.kernel import guard
from clinicmgr.kernel.clock import Clock

WINDOW_OPTIONS = ("--practice", "--today")


def main(argv: Sequence[str] | None = None) -> int:
    """Start ClinicMgr and return the exit code: 0 good, 2 refused to start."""
    if getattr(sys, "frozen", False):
        # In an installed copy the roster's own process starts this very program again.
        from multiprocessing import freeze_support

        freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    windowed = wants_window(arguments)
    refusal = guard.sqlite_refusal() or (_qt_refusal() if windowed else None)
    if refusal is not None:
        sys.stderr.write(refusal + "\n")
        return 2
    if windowed:
        from clinicmgr.desktop.app import main as open_window

        return open_window(arguments)
    from clinicmgr.cli import main as run_command

    return run_command(arguments, draw_pages=_draw_pages)


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments open the window.

    They do when they name no command, or a practice file (a double click does that), and for
    `demo` unless it is to run `--headless`.
    """
    left = list(arguments)
    while left and left[0].partition("=")[0] in WINDOW_OPTIONS:
        option = left.pop(0)
        if "=" not in option and left:
            left.pop(0)
    if not left or left[0].lower().endswith(".clinic"):
        return True
    headless = any(word.partition("=")[0] == "--headless" for word in left)
    return left[0] == "demo" and not headless


def _draw_pages(folder: Path, practice: Path, clock: Clock) -> list[Path]:
    """Draw the main pages without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from clinicmgr.desktop.screens import render_main_pages

    return render_main_pages(folder, practice, clock)


def _qt_refusal() -> str | None:
    import PySide6

    return guard.qt_refusal(PySide6.__version_info__)


if __name__ == "__main__":
    sys.exit(main())
