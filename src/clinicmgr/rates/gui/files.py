"""Rates from and to files and paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page_files import PageFiles
from clinicmgr.rates import exchange
from clinicmgr.rates.gui.cms_panel import CmsPanel
from clinicmgr.rates.service import Rates


class RatesFiles(PageFiles):
    """Imports services, prices and files of Medicare, exports prices, and opens documents."""

    def __init__(
        self, rates: Rates, desk: Desk, now: Callable[[], ClinicSettings], parent: QWidget
    ) -> None:
        super().__init__(desk, now, parent)
        self._rates = rates

    # In

    def ask_values(self) -> None:
        """Ask for a Relative Value File; `import_ready` then carries the panel that shows it."""
        self.ask_table(_("Import Medicare relative values"), self.read_values)

    def ask_indices(self) -> None:
        """Ask for a GPCI file."""
        self.ask_table(_("Import Medicare cost indices"), self.read_indices)

    def ask_prices(self) -> None:
        """Ask for a file of prices."""
        self.ask_table(_("Import prices"), self.read_prices)

    def ask_services(self) -> None:
        """Ask for a file of services."""
        self.ask_table(_("Import services"), self.read_services)

    def read_values(self, path: Path) -> None:
        """Read a Relative Value File and show what importing it would do."""

        def show() -> None:
            plan = exchange.plan_release(self._rates, path)
            keep = exchange.ReleaseImporter(self._rates)
            self._show_cms(path, plan, lambda: keep.apply(plan.new, plan.changed))

        self._desk.attempt(show)

    def read_indices(self, path: Path) -> None:
        """Read a GPCI file and show what importing it would do."""

        def show() -> None:
            plan = exchange.plan_index_set(self._rates, path)
            keep = exchange.IndexImporter(self._rates)
            self._show_cms(path, plan, lambda: keep.apply(plan.new, plan.changed))

        self._desk.attempt(show)

    def read_prices(self, path: Path) -> None:
        """Read a file of prices and show what importing it would do."""
        today = self.today
        title = _("Import prices from {file}").format(file=path.name)
        self.show_import(path, lambda: exchange.FeeImporter(self._rates, today), title, _prices)

    def read_services(self, path: Path) -> None:
        """Read a file of services and show what importing it would do."""
        title = _("Import services from {file}").format(file=path.name)
        self.show_import(path, lambda: exchange.ServiceImporter(self._rates), title, _services)

    # Out

    def ask_export(self) -> None:
        """Ask for a file and write the prices of today into it."""
        self.ask_target(_("Export prices"), _("Prices"), self.write)

    def write(self, path: Path) -> None:
        """Write the prices of today into a file."""
        self.export(
            path,
            lambda: exchange.export_fees(self._rates, path, self.today, self.locale),
            lambda count: ngettext(
                "{count} price written to {file}", "{count} prices written to {file}", count
            ),
        )

    def print_fee_list(self) -> None:
        """Open the fee list in the preview."""
        from clinicmgr.rates.documents import FeeListOptions, build_fee_list

        self.show_paper(build_fee_list, self._rates, FeeListOptions(self.today))

    def print_comparison(self) -> None:
        """Open the comparison of fee schedules in the preview."""
        from clinicmgr.rates.documents import ComparisonOptions, build_comparison

        self.show_paper(build_comparison, self._rates, ComparisonOptions(self.today))

    # Inside

    def _show_cms(self, path: Path, plan: Any, keep: Callable[[], object]) -> None:
        self.import_ready.emit(CmsPanel(path.name, plan, keep, self._desk, self._page))


def _prices(count: int) -> str:
    return ngettext("{count} price", "{count} prices", count).format(count=count)


def _services(count: int) -> str:
    return ngettext("{count} service", "{count} services", count).format(count=count)
