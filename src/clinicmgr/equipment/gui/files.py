"""Equipment from and to files and paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clinicmgr import __version__
from clinicmgr.equipment.exchange import (
    AssetImporter,
    ReadingImporter,
    export_assets,
    export_readings,
)
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.kernel.settings import ClinicSettings, Settings
from clinicmgr.paper import Imprint
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.import_panel import ImportPanel
from clinicmgr.staff.gui.file_import import FileImport

if TYPE_CHECKING:
    from clinicmgr.paper import Document

_TABLES = "*.csv *.txt *.xlsx *.xls *.ods"
_LOG_MONTHS = 12


class EquipmentFiles(QObject):
    """Asks for files, imports and exports, and opens documents in the preview."""

    import_ready = Signal(object)

    def __init__(
        self, equipment: Equipment, desk: Desk, settings: Settings | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._equipment, self._desk, self._settings = equipment, desk, settings

    def ask_import_assets(self) -> None:
        """Ask for a file of assets; `import_ready` then carries the panel that shows it."""
        pattern = _("Tables ({endings})").format(endings=_TABLES)
        self._desk.ask_open(_("Import assets"), pattern, self.read_assets)

    def ask_import_readings(self) -> None:
        """Ask for a file of readings, such as one of a data logger."""
        pattern = _("Tables ({endings})").format(endings=_TABLES)
        self._desk.ask_open(_("Import readings"), pattern, self.read_readings)

    def read_assets(self, path: Path) -> None:
        """Read a file of assets and show what importing it would do."""

        def noun(count: int) -> str:
            return ngettext("{count} asset", "{count} assets", count).format(count=count)

        self._read(path, lambda: AssetImporter(self._equipment), noun)

    def read_readings(self, path: Path) -> None:
        """Read a file of readings and show what importing it would do."""

        def noun(count: int) -> str:
            return ngettext("{count} reading", "{count} readings", count).format(count=count)

        self._read(path, lambda: ReadingImporter(self._equipment), noun)

    def _read(self, path: Path, importer: Any, noun: Any) -> None:
        def show() -> None:
            plan: FileImport[Any] = FileImport(path, importer, self._now().locale)
            title = _("Import from {file}").format(file=path.name)
            self.import_ready.emit(ImportPanel(plan, self._desk, title, noun, self._page()))

        self._desk.attempt(show)

    def ask_export_assets(self) -> None:
        """Ask for a file and write all assets into it."""
        pattern = _("Excel (*.xlsx);;CSV (*.csv)")
        self._desk.ask_save(_("Export assets"), _("Assets") + ".xlsx", pattern, self.write_assets)

    def ask_export_readings(self) -> None:
        """Ask for a file and write the readings of the last year into it."""
        pattern = _("Excel (*.xlsx);;CSV (*.csv)")
        name = _("Readings") + ".xlsx"
        self._desk.ask_save(_("Export readings"), name, pattern, self.write_readings)

    def write_assets(self, path: Path) -> None:
        """Write all assets into a file."""
        done: list[int] = []
        locale = self._now().locale
        if self._desk.attempt(lambda: done.append(export_assets(self._equipment, path, locale))):
            words = ngettext("{count} asset written to {file}", "{count} assets written to {file}",
                             done[0])  # fmt: skip
            self._desk.toast(words.format(count=done[0], file=path.name))

    def write_readings(self, path: Path) -> None:
        """Write the readings of the last year into a file."""
        done: list[int] = []
        last, locale = self._desk.clock.today(), self._now().locale
        first = add_months(last, -_LOG_MONTHS)
        if self._desk.attempt(
            lambda: done.append(export_readings(self._equipment, path, first, last, locale))
        ):
            words = ngettext("{count} reading written to {file}",
                             "{count} readings written to {file}", done[0])  # fmt: skip
            self._desk.toast(words.format(count=done[0], file=path.name))

    # Paper

    def print_register(self) -> None:
        """Open the asset register in the preview."""
        from clinicmgr.equipment.documents import RegisterOptions, build_register

        options = RegisterOptions(self._desk.clock.today())
        self._show(build_register(self._equipment, self._now(), self._imprint(), options))

    def print_log(self, asset_id: int | None) -> None:
        """Open the log of an asset in the preview; of all in the last year where none is chosen."""
        from clinicmgr.equipment.documents import AssetLogOptions, build_asset_log

        last = self._desk.clock.today()
        first = add_months(last, -_LOG_MONTHS if asset_id is None else -10 * _LOG_MONTHS)
        options = AssetLogOptions(first, last, () if asset_id is None else (asset_id,))
        self._show(build_asset_log(self._equipment, self._now(), self._imprint(), options))

    def print_readings(self) -> None:
        """Open the sheet of this month's readings in the preview."""
        from clinicmgr.equipment.documents import ReadingSheetOptions, build_reading_sheet

        options = ReadingSheetOptions(*month_bounds(self._desk.clock.today()))
        self._show(build_reading_sheet(self._equipment, self._now(), self._imprint(), options))

    def print_calendar(self) -> None:
        """Open the maintenance calendar of this year in the preview."""
        from clinicmgr.equipment.documents import PlanCalendarOptions, build_plan_calendar

        options = PlanCalendarOptions(self._desk.clock.today().year)
        self._show(build_plan_calendar(self._equipment, self._now(), self._imprint(), options))

    def _show(self, document: Document) -> None:
        self._desk.show_paper(document)

    def _imprint(self) -> Imprint:
        return Imprint(self._now().name, self._desk.clock.now(), __version__)

    def _now(self) -> ClinicSettings:
        return ClinicSettings("") if self._settings is None else self._settings.current()

    def _page(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None
