"""What the command line asks of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _


@dataclass(frozen=True, slots=True)
class Options:
    """Which practice to open; `demo` makes and opens the demo practice, as of `today` if given."""

    practice: Path | None = None
    demo: bool = False
    today: date | None = None


def options_from(arguments: Sequence[str]) -> Options:
    """Read `[demo] [FILE] [--practice FILE] [--today DAY]`; UserError for anything else."""
    demo, practice, today = False, None, None
    left = list(arguments)
    while left:
        word = left.pop(0)
        name, equals, value = word.partition("=")
        if word == "demo":
            demo = True
        elif name in {"--practice", "--today"}:
            value = value if equals else _value_after(name, left)
            if name == "--practice":
                practice = Path(value)
            else:
                today = _day(value)
        elif word.startswith("-"):
            raise UserError(_("The window knows no option {option}.").format(option=word))
        else:
            practice = Path(word)
    return Options(practice, demo, today)


def practice_to_open(options: Options, recent: Sequence[str]) -> Path | None:
    """Return the practice that was named, else the last one opened if it is still there."""
    if options.practice is not None:
        return options.practice
    last = Path(recent[0]) if recent else None
    return last if last is not None and last.exists() else None


def _value_after(name: str, left: list[str]) -> str:
    if not left:
        raise UserError(_("A value is missing after {option}.").format(option=name))
    return left.pop(0)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            _("“{text}” is not a day. Write it as 2026-11-18.").format(text=text)
        ) from error
