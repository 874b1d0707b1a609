"""Staff from and to files and paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clinicmgr import __version__
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings, Settings
from clinicmgr.paper import Imprint
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.import_panel import ImportPanel
from clinicmgr.staff.exchange import StaffImporter, export_staff
from clinicmgr.staff.gui.file_import import FileImport
from clinicmgr.staff.service import Staff


class StaffFiles(QObject):
    """Asks for files, imports and exports, and opens documents in the preview."""

    import_ready = Signal(object)

    def __init__(
        self, staff: Staff, desk: Desk, settings: Settings | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._staff, self._desk, self._settings = staff, desk, settings

    def ask_import(self) -> None:
        """Ask for a file; `import_ready` then carries the panel that shows it."""
        pattern = _("Tables (*.csv *.txt *.xlsx *.xls *.ods)")
        self._desk.ask_open(_("Import staff"), pattern, self.read)

    def read(self, path: Path) -> None:
        """Read a file and show what importing it would do; nothing is written yet."""

        def show() -> None:
            plan = FileImport(path, lambda: StaffImporter(self._staff), self._now().locale)
            title = _("Import staff from {file}").format(file=path.name)
            self.import_ready.emit(ImportPanel(plan, self._desk, title, _people, self._parent()))

        self._desk.attempt(show)

    def ask_export(self) -> None:
        """Ask for a file and write everybody into it."""
        suggested = _("Staff") + ".xlsx"
        pattern = _("Excel (*.xlsx);;CSV (*.csv)")
        self._desk.ask_save(_("Export staff"), suggested, pattern, self.write)

    def write(self, path: Path) -> None:
        """Write everybody into a file."""
        done: list[int] = []
        today, locale = self._desk.clock.today(), self._now().locale
        if self._desk.attempt(lambda: done.append(export_staff(self._staff, path, today, locale))):
            words = ngettext("{count} person written to {file}", "{count} people written to {file}",
                             done[0])  # fmt: skip
            self._desk.toast(words.format(count=done[0], file=path.name))

    def print_directory(self) -> None:
        """Open the directory in the preview."""
        from clinicmgr.staff.documents import DirectoryOptions, build_directory

        options = DirectoryOptions(self._desk.clock.today())
        self._desk.show_paper(build_directory(self._staff, self._now(), self._imprint(), options))

    def print_expiries(self) -> None:
        """Open the list of credentials that expire in the preview."""
        from clinicmgr.staff.documents import ExpiryOptions, build_expiries

        options = ExpiryOptions(self._desk.clock.today())
        self._desk.show_paper(build_expiries(self._staff, self._now(), self._imprint(), options))

    def _imprint(self) -> Imprint:
        return Imprint(self._now().name, self._desk.clock.now(), __version__)

    def _now(self) -> ClinicSettings:
        return ClinicSettings("") if self._settings is None else self._settings.current()

    def _parent(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=count)
