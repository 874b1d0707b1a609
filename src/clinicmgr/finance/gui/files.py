"""Money from and to files and paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clinicmgr.finance import exchange
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page_files import PageFiles


class MoneyFiles(PageFiles):
    """Imports and exports entries, budgets and accounts, and opens documents.

    `shown` tells the month and the year that the page shows.
    """

    def __init__(
        self,
        finance: Finance,
        desk: Desk,
        now: Callable[[], ClinicSettings],
        shown: Callable[[], tuple[date, int]],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, now, parent)
        self._finance, self._shown = finance, shown

    # In

    def ask_entries(self) -> None:
        """Ask for a file of income and expenses; `import_ready` carries the panel that shows it."""
        self.ask_table(_("Import income and expenses"), self.read_entries)

    def ask_accounts(self) -> None:
        """Ask for a file of accounts."""
        self.ask_table(_("Import accounts"), self.read_accounts)

    def ask_budget(self) -> None:
        """Ask for a file of budgets."""
        self.ask_table(_("Import a budget"), self.read_budget)

    def read_entries(self, path: Path) -> None:
        """Read a file of income and expenses and show what importing it would do."""
        title = _("Import income and expenses from {file}").format(file=path.name)
        self.show_import(path, lambda: exchange.ExpenseImporter(self._finance), title, _entries)

    def read_accounts(self, path: Path) -> None:
        """Read a file of accounts and show what importing it would do."""
        title = _("Import accounts from {file}").format(file=path.name)
        self.show_import(path, lambda: exchange.AccountImporter(self._finance), title, _accounts)

    def read_budget(self, path: Path) -> None:
        """Read a file of budgets and show what importing it would do."""
        title = _("Import a budget from {file}").format(file=path.name)
        self.show_import(path, lambda: exchange.BudgetImporter(self._finance), title, _lines)

    # Out

    def ask_export_entries(self) -> None:
        """Ask for a file and write the entries of the year that is shown into it."""
        name = _("Income and expenses {year}").format(year=self._shown()[0].year)
        self.ask_target(_("Export income and expenses"), name, self.write_entries)

    def ask_export_budget(self) -> None:
        """Ask for a file and write the budget of the year that is shown into it."""
        name = _("Budget {year}").format(year=self._shown()[1])
        self.ask_target(_("Export the budget"), name, self.write_budget)

    def ask_export_journal(self) -> None:
        """Ask for a file and write the journal of the month that is shown for QuickBooks."""
        name = _("Journal {month}").format(month=f"{self._shown()[0]:%Y-%m}")
        pattern = _("QuickBooks Online (*.csv);;QuickBooks Desktop (*.iif)")
        title = _("Export the journal for QuickBooks")
        self._desk.ask_save(title, f"{name}.csv", pattern, self.write_journal)

    def write_entries(self, path: Path) -> None:
        """Write the entries of the year that is shown."""
        year = self._shown()[0].year
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.export(
            path,
            lambda: exchange.export_expenses(self._finance, path, first, last, self.locale),
            _written,
        )

    def write_budget(self, path: Path) -> None:
        """Write the budget of the year that is shown."""
        years = [self._shown()[1]]
        self.export(
            path,
            lambda: exchange.export_budget(self._finance, path, years, self.locale),
            lambda count: ngettext(
                "{count} budget line written to {file}",
                "{count} budget lines written to {file}",
                count,
            ),
        )

    def write_journal(self, path: Path) -> None:
        """Write the journal of the month that is shown."""
        first, last = month_bounds(self._shown()[0])
        self.export(
            path, lambda: exchange.export_journal(self._finance, path, first, last), _written
        )

    def print_variance(self) -> None:
        """Open the month against its budget in the preview."""
        from clinicmgr.finance.documents import VarianceOptions, build_variance

        self.show_paper(build_variance, self._finance, VarianceOptions(self._shown()[0]))

    def print_budget(self) -> None:
        """Open the budget of the year in the preview."""
        from clinicmgr.finance.documents import BudgetOptions, build_budget

        self.show_paper(build_budget, self._finance, BudgetOptions(self._shown()[1]))

    def print_entries(self) -> None:
        """Open the entries of the month in the preview."""
        from clinicmgr.finance.documents import ExpenseListOptions, build_expense_list

        options = ExpenseListOptions(*month_bounds(self._shown()[0]))
        self.show_paper(build_expense_list, self._finance, options)


def _written(count: int) -> str:
    return ngettext("{count} entry written to {file}", "{count} entries written to {file}", count)


def _entries(count: int) -> str:
    return ngettext("{count} entry", "{count} entries", count).format(count=count)


def _accounts(count: int) -> str:
    return ngettext("{count} account", "{count} accounts", count).format(count=count)


def _lines(count: int) -> str:
    return ngettext("{count} budget line", "{count} budget lines", count).format(count=count)
