"""Files and paper of a page: importing with a preview, exporting, and what is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clinicmgr import __version__
from clinicmgr.exchange import Importer
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Document, Imprint
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.file_import import FileImport
from clinicmgr.qtkit.import_panel import ImportPanel

S = TypeVar("S")
O = TypeVar("O")  # noqa: E741 - the options of a document


class PageFiles(QObject):
    """Asks for files, shows what importing one would do, writes others, and opens documents.

    `import_ready` carries the panel that is to take the place of the page's content.
    """

    import_ready = Signal(object)

    def __init__(self, desk: Desk, now: Callable[[], ClinicSettings], parent: QWidget) -> None:
        """`now` gives the settings of the practice as they are when something is done."""
        super().__init__(parent)
        self._desk, self._now, self._page = desk, now, parent

    @property
    def today(self) -> date:
        """The day it is."""
        return self._desk.clock.today()

    @property
    def locale(self) -> str:
        """The locale in which numbers and dates of files are read and written."""
        return self._now().locale

    # In

    def ask_table(self, title: str, read: Callable[[Path], object]) -> None:
        """Ask for a file with a table in it; `read` gets the one that was chosen."""
        self._desk.ask_open(title, _("Tables (*.csv *.txt *.xlsx *.xls *.ods)"), read)

    def show_import(
        self,
        path: Path,
        importer: Callable[[], Importer[Any]],
        title: str,
        counted: Callable[[int], str],
    ) -> None:
        """Show what importing a file would do; nothing is written yet.

        `counted` says how many of what is imported: "1 person", "12 people".
        """

        def show() -> None:
            source = FileImport(path, importer, self.locale)
            self.import_ready.emit(ImportPanel(source, self._desk, title, counted, self._page))

        self._desk.attempt(show)

    # Out

    def ask_target(self, title: str, name: str, write: Callable[[Path], object]) -> None:
        """Ask where to write a table; `name` is what the file is called without an ending."""
        self._desk.ask_save(title, f"{name}.xlsx", _("Excel (*.xlsx);;CSV (*.csv)"), write)

    def export(self, path: Path, write: Callable[[], int], told: Callable[[int], str]) -> None:
        """Write a file and say so; `told` gives the words, with {count} and {file} left open."""
        done: list[int] = []
        if self._desk.attempt(lambda: done.append(write())):
            self._desk.toast(told(done[0]).format(count=done[0], file=path.name))

    def show_paper(
        self,
        build: Callable[[S, ClinicSettings, Imprint, O], Document],
        service: S,
        options: O,
    ) -> None:
        """Build a document as of now and open it in the preview."""
        now = self._now()
        imprint = Imprint(now.name, self._desk.clock.now(), __version__)
        self._desk.show_paper(build(service, now, imprint, options))
