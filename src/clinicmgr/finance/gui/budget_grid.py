"""The typed grid of a year: accounts down, months across, and sums that stay in sight below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from clinicmgr.finance.gui.words import Amounts
from clinicmgr.finance.records import (
    ACCOUNT_KIND_LABELS,
    MONTHS,
    SHORT_MONTHS,
    AccountKind,
    Budget,
    BudgetLine,
)
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.tokens import BODY
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.qtkit.typed_table import TypedTable

_MONTH = "month-"
_LEAST, _WIDE, _ROOMY, _SUM = 160, 190, 84, 92
_NARROW, _INSET = 44, 22


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A line of the grid, with what really happened on the account a year before."""

    line: BudgetLine
    last_year: int | None

    @property
    def id(self) -> int:
        """The account's id."""
        return self.line.account.id


@dataclass(frozen=True, slots=True)
class SumRow:
    """A sum below the grid: income, cost or the result by month."""

    id: str
    name: str
    months: tuple[int, ...]
    last_year: int | None

    @property
    def cents(self) -> int:
        """The sum of the year."""
        return sum(self.months)


class BudgetGrid(QWidget):
    """Typing keeps an amount at once; the sums below move sideways with the grid."""

    def __init__(
        self, amounts: Amounts, put: Callable[[Sequence[Edit]], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        columns = plan_columns(amounts)
        typed = [each.key for each in columns if each.key.startswith(_MONTH)]
        self.table = TypedTable(columns, _("Budget by account and month"), typed, put, parent=self)
        self.sums = TypedTable(_sum_columns(amounts), _("Sums of the budget"), (), put, parent=self)
        self._lay_out()
        self._move_together()

    def _lay_out(self) -> None:
        self.sums.horizontalHeader().hide()
        self.sums.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sums.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for table in (self.table, self.sums):
            header = table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self.sums)
        self.setFocusProxy(self.table)

    def _move_together(self) -> None:
        bars = self.table.horizontalScrollBar(), self.sums.horizontalScrollBar()
        bars[0].valueChanged.connect(bars[1].setValue)
        bars[1].valueChanged.connect(bars[0].setValue)

    def show_year(self, budget: Budget, last_year: dict[int, int | None]) -> None:
        """Show the plan of a year; `last_year` are actuals by account, None where not shown."""
        rows = [PlanRow(line, last_year.get(line.account.id, 0)) for line in budget.lines]
        self.table.set_records(rows)
        self.sums.set_records(_sums(rows) if rows else [])
        self.sums.horizontalHeader().hide()
        self.sums.setVisible(bool(rows))
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands it on
        self._fit()

    def _fit(self) -> None:
        """Share the width: the months as narrow as amounts allow, the account gets the rest."""
        high = 3 * self.sums.verticalHeader().defaultSectionSize()
        self.sums.setFixedHeight(high + 2 * self.sums.frameWidth() + 2)
        # The sums have no scroll bar at the side; they leave its place free.
        bar = self.table.verticalScrollBar()
        self.sums.setViewportMargins(0, 0, bar.width() if bar.isVisible() else 0, 0)
        room = self.table.viewport().width()
        needed = self._needed()
        months = max(needed, min(_ROOMY, (room - _WIDE - 2 * _SUM) // 12))
        # Where there is no room for last year as well, it is left beyond the edge; where there is
        # none for all months either, names are not cut short for nothing.
        rest = room - 12 * months - _SUM
        name = max(rest - _SUM, min(rest, _WIDE) if rest >= _LEAST else _WIDE)
        widths = (name, _SUM, *(months,) * 12, _SUM)
        for table in (self.table, self.sums):
            header = table.horizontalHeader()
            for at, wide in enumerate(widths):
                header.resizeSection(at, wide)

    def _needed(self) -> int:
        """Return how wide a month must be for the longest amount, in bold as in the sums."""
        columns = self.sums.records.columns[2:-1]
        records = [self.sums.records.record(row) for row in range(self.sums.records.rowCount())]
        texts = [column.text(record) for column in columns for record in records]
        metrics = QFontMetrics(theme.font(BODY, 600))
        return max((metrics.horizontalAdvance(text) for text in texts), default=_NARROW) + _INSET


def month_of(edit: Edit) -> int:
    """Return the month (1 to 12) of the column that was typed into."""
    return int(edit.key.removeprefix(_MONTH))


def plan_columns(amounts: Amounts) -> tuple[Column[PlanRow], ...]:
    """Return account, twelve months, the year, and last year's actual."""
    return (
        Column("account", _("Account"), lambda row: row.line.account.title, _WIDE,
               tone=lambda row: "" if row.line.account.active else "secondary"),
        Column("year", _("Year"), lambda row: amounts.planned(row.line.cents), _SUM, "right",
               strong=True),
        *(
            Column(f"{_MONTH}{month}", _(SHORT_MONTHS[month - 1]),
                   _planned_in(month, amounts), _NARROW, "right")
            for month in MONTHS
        ),
        Column("last", _("Last year"), lambda row: _last(row.last_year, amounts), _SUM, "right",
               tone=lambda _row: "secondary"),
    )  # fmt: skip


def _sum_columns(amounts: Amounts) -> tuple[Column[SumRow], ...]:
    def tone(row: SumRow) -> str:
        return "danger" if row.id == "result" and row.cents < 0 else ""

    return (
        Column("account", _("Account"), lambda row: row.name, _WIDE, strong=True),
        Column("year", _("Year"), lambda row: amounts.planned(row.cents), _SUM, "right",
               strong=True, tone=tone),
        *(
            Column(f"sum-{month}", _(SHORT_MONTHS[month - 1]),
                   _summed_in(month, amounts), _NARROW, "right",
                   strong=True)
            for month in MONTHS
        ),
        Column("last", _("Last year"), lambda row: _last(row.last_year, amounts), _SUM, "right",
               tone=lambda _row: "secondary"),
    )  # fmt: skip


def _planned_in(month: int, amounts: Amounts) -> Callable[[PlanRow], str]:
    return lambda row: amounts.planned(row.line.months[month - 1])


def _summed_in(month: int, amounts: Amounts) -> Callable[[SumRow], str]:
    return lambda row: amounts.planned(row.months[month - 1])


def _last(cents: int | None, amounts: Amounts) -> str:
    """Return whole units: last year is there to compare with."""
    return _("not shown") if cents is None else amounts.planned(round(cents / 100) * 100)


def _sums(rows: Sequence[PlanRow]) -> list[SumRow]:
    made = []
    for kind in AccountKind:
        members = [row for row in rows if row.line.account.kind is kind]
        months = tuple(sum(row.line.months[month - 1] for row in members) for month in MONTHS)
        past = [row.last_year for row in members]
        known = None if None in past else sum(cents or 0 for cents in past)
        made.append(SumRow(kind.value, _(ACCOUNT_KIND_LABELS[kind]), months, known))
    income, cost = made
    result = tuple(one - other for one, other in zip(income.months, cost.months, strict=True))
    past_result = (
        None
        if income.last_year is None or cost.last_year is None
        else income.last_year - cost.last_year
    )
    return [*made, SumRow("result", _("Result"), result, past_result)]
