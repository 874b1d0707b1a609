"""Rates from and to files and paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clinicmgr import __version__
from clinicmgr.exchange import Importer
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings, Settings
from clinicmgr.paper import Imprint
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.import_panel import ImportPanel
from clinicmgr.rates import exchange
from clinicmgr.rates.gui.cms_panel import CmsPanel
from clinicmgr.rates.service import Rates
from clinicmgr.staff.gui.file_import import FileImport

TABLES = "(*.csv *.txt *.xlsx *.xls *.ods)"


class RatesFiles(QObject):
    """Asks for files, imports and exports, and opens documents in the preview."""

    import_ready = Signal(object)

    def __init__(self, rates: Rates, desk: Desk, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._rates, self._desk, self._settings = rates, desk, settings

    # In

    def ask_values(self) -> None:
        """Ask for a Relative Value File; `import_ready` then carries the panel that shows it."""
        self._ask(_("Import Medicare relative values"), self.read_values)

    def ask_indices(self) -> None:
        """Ask for a GPCI file."""
        self._ask(_("Import Medicare cost indices"), self.read_indices)

    def ask_prices(self) -> None:
        """Ask for a file of prices."""
        self._ask(_("Import prices"), self.read_prices)

    def ask_services(self) -> None:
        """Ask for a file of services."""
        self._ask(_("Import services"), self.read_services)

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
        today = self._desk.clock.today()
        title = _("Import prices from {file}").format(file=path.name)
        self._read(path, lambda: exchange.FeeImporter(self._rates, today), title, _prices)

    def read_services(self, path: Path) -> None:
        """Read a file of services and show what importing it would do."""
        title = _("Import services from {file}").format(file=path.name)
        self._read(path, lambda: exchange.ServiceImporter(self._rates), title, _services)

    # Out

    def ask_export(self) -> None:
        """Ask for a file and write the prices of today into it."""
        pattern = _("Excel (*.xlsx);;CSV (*.csv)")
        self._desk.ask_save(_("Export prices"), _("Prices") + ".xlsx", pattern, self.write)

    def write(self, path: Path) -> None:
        """Write the prices of today into a file."""
        done: list[int] = []
        today, locale = self._desk.clock.today(), self._now().locale
        if self._desk.attempt(
            lambda: done.append(exchange.export_fees(self._rates, path, today, locale))
        ):
            words = ngettext("{count} price written to {file}", "{count} prices written to {file}",
                             done[0])  # fmt: skip
            self._desk.toast(words.format(count=done[0], file=path.name))

    def print_fee_list(self) -> None:
        """Open the fee list in the preview."""
        from clinicmgr.rates.documents import FeeListOptions, build_fee_list

        options = FeeListOptions(self._desk.clock.today())
        self._desk.show_paper(build_fee_list(self._rates, self._now(), self._imprint(), options))

    def print_comparison(self) -> None:
        """Open the comparison of fee schedules in the preview."""
        from clinicmgr.rates.documents import ComparisonOptions, build_comparison

        options = ComparisonOptions(self._desk.clock.today())
        self._desk.show_paper(build_comparison(self._rates, self._now(), self._imprint(), options))

    # Inside

    def _ask(self, title: str, done: Callable[[Path], object]) -> None:
        self._desk.ask_open(title, _("Tables") + f" {TABLES}", done)

    def _read(
        self,
        path: Path,
        importer: Callable[[], Importer[Any]],
        title: str,
        counted: Callable[[int], str],
    ) -> None:
        def show() -> None:
            plan = FileImport(path, importer, self._now().locale)
            self.import_ready.emit(ImportPanel(plan, self._desk, title, counted, self._page()))

        self._desk.attempt(show)

    def _show_cms(self, path: Path, plan: Any, keep: Callable[[], object]) -> None:
        self.import_ready.emit(CmsPanel(path.name, plan, keep, self._desk, self._page()))

    def _imprint(self) -> Imprint:
        return Imprint(self._now().name, self._desk.clock.now(), __version__)

    def _now(self) -> ClinicSettings:
        return self._settings.current()

    def _page(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None


def _prices(count: int) -> str:
    return ngettext("{count} price", "{count} prices", count).format(count=count)


def _services(count: int) -> str:
    return ngettext("{count} service", "{count} services", count).format(count=count)
