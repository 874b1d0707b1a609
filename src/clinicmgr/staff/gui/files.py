"""Staff from and to files and paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page_files import PageFiles
from clinicmgr.staff.exchange import StaffImporter, export_staff
from clinicmgr.staff.service import Staff


class StaffFiles(PageFiles):
    """Imports and exports everybody, and opens documents in the preview."""

    def __init__(
        self, staff: Staff, desk: Desk, now: Callable[[], ClinicSettings], parent: QWidget
    ) -> None:
        super().__init__(desk, now, parent)
        self._staff = staff

    def ask_import(self) -> None:
        """Ask for a file; `import_ready` then carries the panel that shows it."""
        self.ask_table(_("Import staff"), self.read)

    def read(self, path: Path) -> None:
        """Read a file and show what importing it would do; nothing is written yet."""
        title = _("Import staff from {file}").format(file=path.name)
        self.show_import(path, lambda: StaffImporter(self._staff), title, _people)

    def ask_export(self) -> None:
        """Ask for a file and write everybody into it."""
        self.ask_target(_("Export staff"), _("Staff"), self.write)

    def write(self, path: Path) -> None:
        """Write everybody into a file."""
        self.export(
            path,
            lambda: export_staff(self._staff, path, self.today, self.locale),
            lambda count: ngettext(
                "{count} person written to {file}", "{count} people written to {file}", count
            ),
        )

    def print_directory(self) -> None:
        """Open the directory in the preview."""
        from clinicmgr.staff.documents import DirectoryOptions, build_directory

        self.show_paper(build_directory, self._staff, DirectoryOptions(self.today))

    def print_expiries(self) -> None:
        """Open the list of credentials that expire in the preview."""
        from clinicmgr.staff.documents import ExpiryOptions, build_expiries

        self.show_paper(build_expiries, self._staff, ExpiryOptions(self.today))


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=count)
