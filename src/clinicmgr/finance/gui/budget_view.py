"""A year's budget: typed like a spreadsheet, copied from another year, spread over months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.finance.gui.budget_grid import BudgetGrid, month_of
from clinicmgr.finance.gui.words import Amounts
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import parse_money
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.typed_model import Edit


class BudgetView(QWidget):
    """Shows one year; an empty one offers to copy the year before."""

    def __init__(
        self,
        finance: Finance,
        desk: Desk,
        settings: ClinicSettings,
        empty: Callable[[], EmptyState],
        copy: Callable[[], object],
    ) -> None:
        """`empty` makes what is shown while there is no account, `copy` begins copying."""
        super().__init__()
        self._finance, self._desk, self._locale = finance, desk, settings.locale
        self._copy = copy
        self.year = desk.clock.today().year
        self.banner = Banner("info", self)
        self.grid = BudgetGrid(Amounts.of(settings), self.put, self)
        self.grid.table.set_empty(empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)
        self.grid.table.refused.connect(desk.warn)
        self.grid.table.accepted.connect(desk.hide_toast)

    def show_year(self, year: int) -> None:
        """Read the plan of a year, and the actuals of the year before."""
        self.year = year
        budget = self._finance.budget(year)
        last_year: dict[int, int | None] = {}
        for each in self._finance.actuals(date(year - 1, 1, 1), date(year - 1, 12, 31)):
            so_far = last_year.get(each.account.id, 0)
            known = None if each.cents is None or so_far is None else so_far + each.cents
            last_year[each.account.id] = known
        self.grid.show_year(budget, last_year)
        if budget.is_empty and budget.lines:
            self.banner.say(
                _("Nothing is planned for {year} yet.").format(year=year),
                _("Type amounts, or begin with another year plus a percentage."),
                action=_("Copy a year"),
                on_press=self._copy,
            )
        else:
            self.banner.clear()

    def put(self, edits: Sequence[Edit]) -> None:
        """Keep typed amounts in one change; UserError says what is no amount."""
        cells = {
            (edit.record.id, month_of(edit)): parse_money(edit.text, self._locale)
            if edit.text.strip()
            else 0
            for edit in edits
        }
        self._finance.set_budget(self.year, cells)

    def chosen_account(self) -> int | None:
        """Return the account of the current cell."""
        found: int | None = self.grid.table.current_id()
        return found
