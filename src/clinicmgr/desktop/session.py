"""The sitting: which practice is open behind the window, and changing over to another one."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.book import Book
from clinicmgr.desktop.opened import Opened
from clinicmgr.desktop.pages import PLACES, Place
from clinicmgr.desktop.safekeeping import Safekeeper
from clinicmgr.desktop.this_pc import ThisPc
from clinicmgr.desktop.window import Window
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.news import Changed
from clinicmgr.kernel.paths import Paths
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk, Files
from clinicmgr.qtkit.jobs import Progress


class Session(QObject):
    """Opens and closes practices. Where opening fails, the one that was open stays open."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        window: Window,
        paths: Paths,
        clock: Clock,
        *,
        files: Files | None = None,
        places: Sequence[Place] = PLACES,
    ) -> None:
        """`files` asks for files and `places` are the pages; a test may hand in its own."""
        super().__init__(window)
        window.furnish()
        self.window = window
        self.clock = clock
        self._places = places
        self.pc = ThisPc(paths, self)
        self.desk = Desk(window, clock, commands=window.commands, files=files)
        self.here: Opened | None = None
        self.book: Book | None = None
        self._actor = Actor(getpass.getuser())
        self._unsubscribe: Callable[[], None] = lambda: None
        window.closing.connect(self.close)
        window.undo_wanted.connect(self.undo)
        window.redo_wanted.connect(self.redo)
        window.went.connect(self.turn_to)
        self.desk.went.connect(self.turn_to)
        self.desk.undo_wanted.connect(self.undo)

    # Opening and closing

    def open(self, path: Path) -> None:
        """Open a practice in place of the one that is open. Raises UserError where it cannot."""
        if self.here is not None and path.resolve() == self.here.clinic.practice.path.resolve():
            self.desk.toast(_("{file} is open already.").format(file=path.name))
            return
        self._change_over(Clinic.open(path, self.clock, self._actor))

    def create(self, path: Path, settings: ClinicSettings) -> None:
        """Make a new practice and open it. Raises UserError where it cannot."""
        self._change_over(Clinic.create(path, settings, self.clock, self._actor))

    def attempt_open(self, path: Path) -> bool:
        """Open a practice; where it cannot be opened, say so above the page and return False."""
        self.window.show_notice("")
        try:
            self.open(path)
        except UserError as error:
            self.window.show_notice(error.sentence)
            return False
        return True

    def try_demo(self, wanted: Path | None = None) -> None:
        """Build the demo practice in a job and open it; a `wanted` file that is there is kept."""
        path = wanted or self.pc.paths.data / "Demo practice.clinic"
        if self.here is not None and path.resolve() == self.here.clinic.practice.path.resolve():
            self.desk.toast(_("The demo practice is open already."))
        elif wanted is not None and wanted.exists():
            self.attempt_open(wanted)
        else:
            today = self.clock.today()
            self.desk.jobs.run(
                lambda progress: build_demo(path, today, progress),
                self.attempt_open,
                self._tell_failure,
                _("Building the demo practice"),
            )

    def close(self) -> None:
        """Close for good: remember the window, make a backup, let the next one in."""
        self.desk.jobs.wait_for_done()
        page = self.book.current if self.book else self.pc.preferences.page
        self.pc.keep(window=self.window.geometry_text(), page=page)
        self._close_practice()

    def _change_over(self, clinic: Clinic) -> None:
        self._close_practice()
        self.window.show_notice("")
        keeper = Safekeeper(clinic.practice, self.pc.paths.backups, self.clock, self)
        self.here = Opened(clinic, self.desk, self.pc, keeper)
        self.book = Book(self.window, self.here, self._places)
        self._unsubscribe = clinic.journal.subscribe(self._hear)
        keeper.made.connect(self._show_facts)
        keeper.refused.connect(self.window.status.show_fault)
        self.pc.keep_opened(clinic.practice.path)
        self._show_steps()
        self._show_facts()
        self.opened.emit()

    def _close_practice(self) -> None:
        if self.here is None:
            return
        here, book = self.here, self.book
        self._unsubscribe()
        self.here, self.book = None, None
        if book is not None:
            book.close()
            book.deleteLater()
        here.keeper.stop()
        here.keeper.deleteLater()
        here.clinic.close()
        self.window.show_steps(None, None)
        self.window.status.show_nothing()
        self.closed.emit()

    # Doing

    def turn_to(self, page: str, ref: object = None) -> None:
        """Show a page of the open practice."""
        if self.book is not None:
            self.book.turn_to(page, ref)

    def undo(self) -> None:
        """Take back the last change, and say which it was."""
        self._step(lambda clinic: clinic.journal.undo(), _("Undone: {title}"))

    def redo(self) -> None:
        """Bring back the change that was undone last, and say which it was."""
        self._step(lambda clinic: clinic.journal.redo(), _("Redone: {title}"))

    def _step(self, step: Callable[[Clinic], str | None], words: str) -> None:
        if self.here is None:
            return
        try:
            title = step(self.here.clinic)
        except UserError as error:
            self.desk.warn(error.sentence)
            return
        if title is not None:
            self.desk.toast(words.format(title=title))

    def _hear(self, news: Changed) -> None:
        """Pass the news of a committed change on: pages first, then the frame."""
        if self.here is None or self.book is None:
            return
        self.here.keeper.note_change()
        self.book.mark_stale(news.domains)
        self.desk.changed.emit(news)
        self._show_steps()
        self._show_facts()

    def _show_steps(self) -> None:
        if self.here is not None:
            journal = self.here.clinic.journal
            self.window.show_steps(journal.undo_title, journal.redo_title)

    def _show_facts(self) -> None:
        if self.here is None:
            return
        clinic, status = self.here.clinic, self.window.status
        settings = clinic.settings.current()
        self.window.show_practice(settings.name, self._actor.name)
        status.show_saved()
        status.show_file(clinic.practice.path)
        last = self.here.keeper.last
        status.show_backup(last.at if last else None, self.clock.today())

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.window.show_notice(error.sentence)


def build_demo(path: Path, today: date, progress: Progress) -> Path:
    """Build the demo practice anew at `path`, beside it first; a job's work."""
    from clinicmgr.demo import build

    def tell(fraction: float, text: str) -> None:
        progress.stop_if_cancelled()
        progress(fraction, text)

    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.stem}.new{path.suffix}")
    fresh.unlink(missing_ok=True)
    try:
        build(fresh, today=today, progress=tell)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return path
