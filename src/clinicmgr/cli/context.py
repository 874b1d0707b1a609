"""What a command is given: its options, the clock, the folders, and the practice to work on."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from clinicmgr.clinic import Clinic, opened
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.paths import Paths
from clinicmgr.kernel.periods import week_of
from clinicmgr.kernel.preferences import load_preferences

WEEKS = 4

DrawPages = Callable[[Path, Path, Clock], list[Path]]
"""Draws the main pages of a practice file into a folder; returns the pictures."""


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one command."""

    options: argparse.Namespace
    clock: Clock
    paths: Paths
    draw_pages: DrawPages | None = None

    @property
    def actor(self) -> Actor:
        """Whoever is signed in to this PC."""
        return Actor(getpass.getuser())

    def practice_file(self) -> Path:
        """Return the practice that was named, or else the last one opened."""
        if self.options.practice is not None:
            named: Path = self.options.practice
            return named
        recent = load_preferences(self.paths.preferences).recent
        if not recent:
            raise UserError(
                _("No practice was opened on this PC yet. Name one with --practice FILE.")
            )
        return Path(recent[0])

    @contextmanager
    def clinic(self) -> Iterator[Clinic]:
        """Open the practice for this command."""
        with opened(self.practice_file(), self.clock, self.actor) as clinic:
            yield clinic

    def period(self, clinic: Clinic, *, looking_back: bool = False) -> tuple[date, date]:
        """Return the days asked for; by default four weeks from this week's first day.

        For what has been (`looking_back`) they end with this week instead.
        """
        start = week_of(self.clock.today(), clinic.settings.current().week_start)
        if looking_back:
            start -= timedelta(days=7 * (WEEKS - 1))
        first = self.options.first or start
        last = self.options.last or first + timedelta(days=7 * WEEKS - 1)
        if last < first:
            raise UserError(
                _("The period ends before it begins: {first} to {last}.").format(
                    first=first, last=last
                )
            )
        return first, last

    def say(self, message: str) -> None:
        """Tell the person at the terminal, beside the answer."""
        sys.stderr.write(message + "\n")
