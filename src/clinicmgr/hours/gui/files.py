"""Hours from and to files and paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clinicmgr.hours.exchange import (
    PunchImporter,
    adp_file_name,
    export_adp,
    export_gusto,
    export_hours,
)
from clinicmgr.hours.records import PayPeriod
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page_files import PageFiles


class HoursFiles(PageFiles):
    """Imports a time clock, writes tables and payroll files, opens documents in the preview."""

    def __init__(
        self, hours: Hours, desk: Desk, now: Callable[[], ClinicSettings], parent: QWidget
    ) -> None:
        super().__init__(desk, now, parent)
        self._hours = hours

    def ask_import(self) -> None:
        """Ask for the file of a time clock; `import_ready` then carries the panel that shows it."""
        self.ask_table(_("Import from the time clock"), self.read_punches)

    def read_punches(self, path: Path) -> None:
        """Read the file of a time clock and show what importing it would do."""
        title = _("Import hours from {file}").format(file=path.name)
        self.show_import(path, lambda: PunchImporter(self._hours, self.locale), title, _lines)

    def ask_export(self, period: PayPeriod) -> None:
        """Ask for a file and write the hours of a period into it."""
        name = _("Hours {first} to {last}").format(first=period.first, last=period.last)
        self.ask_target(_("Export hours"), name, lambda path: self.write_hours(path, period))

    def write_hours(self, path: Path, period: PayPeriod) -> None:
        """Write the hours of a period into a file."""
        self.export(
            path,
            lambda: export_hours(self._hours, path, period.first, period.last, self.locale),
            _written,
        )

    def ask_payroll(self, service: str, period: PayPeriod) -> None:
        """Ask where to write the file for "adp" or "gusto"."""
        company = self._hours.paying.codes().company
        name = f"Gusto {period.last}.csv"
        if service == "adp":
            name = adp_file_name(company) if company else "PRcccEPI.csv"
        self._desk.ask_save(
            _("Write the payroll file"),
            name,
            _("CSV (*.csv)"),
            lambda path: self.write_payroll(service, path, period),
        )

    def write_payroll(self, service: str, path: Path, period: PayPeriod) -> None:
        """Write the file for "adp" or "gusto"."""
        write = export_adp if service == "adp" else export_gusto
        self.export(path, lambda: write(self._hours, path, period.first), _written)

    # Paper

    def print_timesheets(self, period: PayPeriod, member_id: int | None) -> None:
        """Open the timesheet of one person, or of all, in the preview."""
        from clinicmgr.hours.documents import TimesheetOptions, build_timesheet

        options = TimesheetOptions(period.first, period.last, member_id)
        self.show_paper(build_timesheet, self._hours, options)

    def print_period(self, period: PayPeriod) -> None:
        """Open the sign-off sheet in the preview."""
        from clinicmgr.hours.documents import PayPeriodOptions, build_pay_period

        self.show_paper(build_pay_period, self._hours, PayPeriodOptions(period.first))

    def print_overtime(self, period: PayPeriod) -> None:
        """Open hours and overtime in the preview."""
        from clinicmgr.hours.documents import HoursOvertimeOptions, build_hours_overtime

        options = HoursOvertimeOptions(period.first, period.last)
        self.show_paper(build_hours_overtime, self._hours, options)


def _lines(count: int) -> str:
    return ngettext("{count} line", "{count} lines", count).format(count=count)


def _written(count: int) -> str:
    return ngettext("{count} line written to {file}", "{count} lines written to {file}", count)
