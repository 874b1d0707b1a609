"""A month: what was planned, what came, what it makes of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.finance import rules
from clinicmgr.finance.gui.month_delegate import MonthDelegate
from clinicmgr.finance.gui.month_rows import MonthRow, month_columns, month_rows, tone_of
from clinicmgr.finance.gui.words import Amounts, percent_text
from clinicmgr.finance.records import Statement, VarianceLine, VarianceTotal
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.card import StatCard
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_table import RecordTable


class MonthView(QWidget):
    """Four figures above a table; Enter on an account asks for its entries of the month."""

    entries_wanted = Signal(int)

    def __init__(
        self, finance: Finance, settings: ClinicSettings, empty: Callable[[], EmptyState]
    ) -> None:
        """`empty` makes what is shown while there is no account."""
        super().__init__()
        self._finance, self._amounts = finance, Amounts.of(settings)
        self.statement: Statement | None = None
        self.income = StatCard(_("Income"), parent=self)
        self.cost = StatCard(_("Cost"), parent=self)
        self.result = StatCard(_("Result"), parent=self)
        self.year = StatCard(_("Result of the year, likely"), parent=self)
        self.banner = Banner("warning", self)
        self.table = RecordTable(month_columns(self._amounts), _("Budget and actual by account"))
        self.table.setItemDelegate(MonthDelegate(self.table))
        self.table.set_empty(empty())
        self._keep_order()
        self.note = labels.secondary("", self)
        self.note.setWordWrap(True)
        self._lay_out()
        self.table.opened.connect(self._open)

    def _keep_order(self) -> None:
        """The lines stand as in a statement: sums below what they add up."""
        self.table.setSortingEnabled(False)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in (self.income, self.cost, self.result, self.year):
            row.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        self.setFocusProxy(self.table)

    def show_month(self, month: date) -> None:
        """Read a month and show it."""
        self.statement = statement = self._finance.statement(month)
        has_lines = bool(statement.in_month.lines)
        self.table.set_records(month_rows(statement) if has_lines else [])
        for shown in (self.income, self.cost, self.result, self.year, self.note):
            shown.setVisible(has_lines)
        in_month = statement.in_month
        for card, total in (
            (self.income, in_month.income),
            (self.cost, in_month.cost),
            (self.result, in_month.result),
            (self.year, statement.forecast.result),
        ):
            self._show_total(card, total)
        self._say(month)

    def _show_total(self, card: StatCard, total: VarianceTotal) -> None:
        if total.is_partial:
            card.show_figure(_("not shown"), _("labor cost is not shown"))
            return
        words = {
            True: _("Plan {planned}, {share} better"),
            False: _("Plan {planned}, {share} worse"),
            None: _("Plan {planned}"),
        }[total.is_good]
        share = percent_text(total.share).lstrip("+-")
        if not total.budget_cents:
            words = _("nothing planned")
        elif share == "0 %":
            words = _("Plan {planned}")
        planned = self._amounts.whole(total.budget_cents)
        card.show_figure(
            self._amounts.whole(total.actual_cents),
            words.format(share=share, planned=planned),
            tone_of(total),
        )

    def _say(self, month: date) -> None:
        """Say first which accounts are far off, and below where labor comes from."""
        far = [row for row in self._accounts() if rules.is_far_off(row.in_month)]
        self.banner.clear()
        if far:
            far.sort(key=lambda row: -abs(row.in_month.variance_cents or 0))
            count = ngettext("{count} account", "{count} accounts", len(far))
            named = ", ".join(self._named(row) for row in far)
            self.banner.say(
                count.format(count=len(far)),
                _("far off the budget: {accounts}.").format(accounts=named),
                action=_("Show"),
                on_press=lambda: self._go_to(far[0]),
            )
        parts = [
            *self._of_labor(month),
            _(
                "Year, likely: months that have ended count with their actuals, the rest with "
                "their budget. Labor from the roster is hours times pay rate with overtime, "
                "without taxes and paid leave."
            ),
        ]
        self.note.setText(" ".join(parts))

    def _of_labor(self, month: date) -> Iterator[str]:
        """Yield what is missing in labor cost."""
        labor = [each for each in self._finance.actuals(month, month) if each.account.is_labor]
        unpaid = sum(each.unpaid for each in labor)
        if any(each.cents is None for each in labor):
            yield _("Labor cost is not shown: you may not see pay, or nobody has a pay rate.")
        elif unpaid:
            words = ngettext(
                "{count} person on the roster has no pay rate; that cost is missing.",
                "{count} people on the roster have no pay rate; that cost is missing.",
                unpaid,
            )
            yield words.format(count=unpaid)

    def _accounts(self) -> list[MonthRow]:
        return [row for row in self.table.shown_records() if not row.is_sum]

    def _named(self, row: MonthRow) -> str:
        figure = row.in_month
        name = figure.account.name if isinstance(figure, VarianceLine) else row.name
        return f"{name} {self._amounts.difference(figure.variance_cents or 0)}"

    def _go_to(self, row: MonthRow) -> None:
        self.table.select([row.id])
        self.table.setFocus()

    def _open(self, row_id: object) -> None:
        if isinstance(row_id, int):
            self.entries_wanted.emit(row_id)
        else:
            self.table.select([])
