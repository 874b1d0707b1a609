"""Equipment from and to files and paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clinicmgr.equipment.exchange import (
    AssetImporter,
    ReadingImporter,
    export_assets,
    export_readings,
)
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page_files import PageFiles

_LOG_MONTHS = 12


class EquipmentFiles(PageFiles):
    """Imports and exports assets and readings, and opens documents in the preview."""

    def __init__(
        self, equipment: Equipment, desk: Desk, now: Callable[[], ClinicSettings], parent: QWidget
    ) -> None:
        super().__init__(desk, now, parent)
        self._equipment = equipment

    def ask_import_assets(self) -> None:
        """Ask for a file of assets; `import_ready` then carries the panel that shows it."""
        self.ask_table(_("Import assets"), self.read_assets)

    def ask_import_readings(self) -> None:
        """Ask for a file of readings, such as one of a data logger."""
        self.ask_table(_("Import readings"), self.read_readings)

    def read_assets(self, path: Path) -> None:
        """Read a file of assets and show what importing it would do."""
        title = _("Import from {file}").format(file=path.name)
        self.show_import(path, lambda: AssetImporter(self._equipment), title, _assets)

    def read_readings(self, path: Path) -> None:
        """Read a file of readings and show what importing it would do."""
        title = _("Import from {file}").format(file=path.name)
        self.show_import(path, lambda: ReadingImporter(self._equipment), title, _readings)

    def ask_export_assets(self) -> None:
        """Ask for a file and write all assets into it."""
        self.ask_target(_("Export assets"), _("Assets"), self.write_assets)

    def ask_export_readings(self) -> None:
        """Ask for a file and write the readings of the last year into it."""
        self.ask_target(_("Export readings"), _("Readings"), self.write_readings)

    def write_assets(self, path: Path) -> None:
        """Write all assets into a file."""
        self.export(
            path,
            lambda: export_assets(self._equipment, path, self.locale),
            lambda count: ngettext(
                "{count} asset written to {file}", "{count} assets written to {file}", count
            ),
        )

    def write_readings(self, path: Path) -> None:
        """Write the readings of the last year into a file."""
        last = self.today
        first = add_months(last, -_LOG_MONTHS)
        self.export(
            path,
            lambda: export_readings(self._equipment, path, first, last, self.locale),
            lambda count: ngettext(
                "{count} reading written to {file}", "{count} readings written to {file}", count
            ),
        )

    # Paper

    def print_register(self) -> None:
        """Open the asset register in the preview."""
        from clinicmgr.equipment.documents import RegisterOptions, build_register

        self.show_paper(build_register, self._equipment, RegisterOptions(self.today))

    def print_log(self, asset_id: int | None) -> None:
        """Open the log of an asset in the preview; of all in the last year where none is chosen."""
        from clinicmgr.equipment.documents import AssetLogOptions, build_asset_log

        last = self.today
        first = add_months(last, -_LOG_MONTHS if asset_id is None else -10 * _LOG_MONTHS)
        options = AssetLogOptions(first, last, () if asset_id is None else (asset_id,))
        self.show_paper(build_asset_log, self._equipment, options)

    def print_readings(self) -> None:
        """Open the sheet of this month's readings in the preview."""
        from clinicmgr.equipment.documents import ReadingSheetOptions, build_reading_sheet

        options = ReadingSheetOptions(*month_bounds(self.today))
        self.show_paper(build_reading_sheet, self._equipment, options)

    def print_calendar(self) -> None:
        """Open the maintenance calendar of this year in the preview."""
        from clinicmgr.equipment.documents import PlanCalendarOptions, build_plan_calendar

        options = PlanCalendarOptions(self.today.year)
        self.show_paper(build_plan_calendar, self._equipment, options)


def _assets(count: int) -> str:
    return ngettext("{count} asset", "{count} assets", count).format(count=count)


def _readings(count: int) -> str:
    return ngettext("{count} reading", "{count} readings", count).format(count=count)
