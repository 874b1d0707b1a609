"""The grid of one person's days, typed like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from clinicmgr.hours.gui.lines import DayRow, hours_text, signed_text
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.typed_model import Put
from clinicmgr.qtkit.typed_table import TypedTable

WORKED = "worked"


class DayTable(TypedTable):
    """Ctrl+D takes the plan of the selected days instead of filling down."""

    def __init__(
        self, put: Put, take_plan: Callable[[Sequence[date]], object], parent: QWidget
    ) -> None:
        super().__init__(_columns(), _("Days of the period"), (WORKED,), put, parent=parent)
        self._take_plan = take_plan

    def fill_down(self) -> None:
        """Take the plan of the selected days, or of the current one."""
        rows: list[DayRow] = self.selected_records()
        if not rows and self.currentIndex().isValid():
            rows = [self.records.record(self.currentIndex().row())]
        if rows:
            self._take_plan([row.id for row in rows])

    def go_to_day(self, day: date) -> None:
        """Put the cursor into the hours of a day."""
        row = self.records.row_of(day)
        if row is not None:
            self.go_to_cell(row, 2)


def _columns() -> tuple[Column[DayRow], ...]:
    return (
        Column("day", _("Day"), lambda row: row.day, 98,
               tone=lambda row: "" if row.line.shifts else "secondary"),
        Column("planned", _("Planned"), lambda row: row.planned, 100,
               tone=lambda _row: "secondary"),
        Column(WORKED, _("Worked"), lambda row: row.typed, 148, strong=True),
        Column("hours", _("Hours"), lambda row: hours_text(row.line.worked), 54, "right"),
        Column("difference", "±", _difference, 56, "right", tone=lambda _row: "secondary"),
        Column("overtime", _("Over"), lambda row: hours_text(row.line.overtime), 50, "right",
               tone=lambda _row: "warning"),
        Column("remarks", _("Remarks"), lambda row: row.remarks, 80, tone=lambda row: row.tone,
               icon=lambda row: row.icon, stretch=True),
    )  # fmt: skip


def _difference(row: DayRow) -> str:
    """Said once hours are in: before, nothing is missing yet."""
    return signed_text(row.line.difference) if row.line.stretches else ""
