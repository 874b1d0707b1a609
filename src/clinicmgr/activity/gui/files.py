"""Counts from and to files, and what is printed of activity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clinicmgr.activity.exchange import CountImporter, export_counts
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page_files import PageFiles

_EXPORTED_MONTHS = 12


class ActivityFiles(PageFiles):
    """Imports and exports counts, and opens documents in the preview."""

    def __init__(
        self, activity: Activity, desk: Desk, now: Callable[[], ClinicSettings], parent: QWidget
    ) -> None:
        super().__init__(desk, now, parent)
        self._activity = activity

    def ask_import(self) -> None:
        """Ask for a file of counts; `import_ready` then carries the panel that shows it."""
        self.ask_table(_("Import counts"), self.read_counts)

    def read_counts(self, path: Path) -> None:
        """Read a file of counts and show what importing it would do."""
        title = _("Import counts from {file}").format(file=path.name)
        self.show_import(path, lambda: CountImporter(self._activity), title, _counts)

    def ask_export(self) -> None:
        """Ask for a file and write the counts of the last year into it."""
        self.ask_target(_("Export counts"), _("Counts"), self.write_counts)

    def write_counts(self, path: Path) -> None:
        """Write the counts of the last year into a file."""
        first, last = add_months(self.today, -_EXPORTED_MONTHS), self.today
        self.export(
            path,
            lambda: export_counts(self._activity, path, first, last, self.locale),
            lambda count: ngettext(
                "{count} count written to {file}", "{count} counts written to {file}", count
            ),
        )

    # Paper

    def print_tally(self, first: date, last: date) -> None:
        """Open the tally sheets of some days in the preview, one page a day to fill in by hand."""
        from clinicmgr.activity.documents import TallySheetOptions, build_tally_sheet

        self.show_paper(build_tally_sheet, self._activity, TallySheetOptions(first, last))

    def print_utilization(self, first: date, last: date) -> None:
        """Open the utilization of a period in the preview."""
        from clinicmgr.activity.documents import UtilizationOptions, build_utilization

        self.show_paper(build_utilization, self._activity, UtilizationOptions(first, last))

    def print_summary(self) -> None:
        """Open the summary of last month in the preview, of this one from its second half on."""
        from clinicmgr.activity.documents import SummaryOptions, build_summary

        day = self.today if self.today.day > 15 else add_months(self.today, -1)
        self.show_paper(build_summary, self._activity, SummaryOptions(*month_bounds(day)))


def _counts(count: int) -> str:
    return ngettext("{count} count", "{count} counts", count).format(count=count)
