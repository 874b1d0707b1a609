"""The shifts of a week plan, typed like the roster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.schedule.gui.grid_commands import GridCommands
from clinicmgr.schedule.gui.grid_style import WEEK
from clinicmgr.schedule.gui.roster_building import build_view
from clinicmgr.schedule.gui.roster_card import RosterCard
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import DayHead, RosterView
from clinicmgr.schedule.gui.week_plans_edits import PlanEdits, plan_material
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.rules import WEEKDAYS


class PlanSheet(QWidget):
    """A week of the plan as a grid with its coverage; the weeks of a rotation are turned to."""

    closed = Signal()

    def __init__(
        self, schedule: Schedule, desk: Desk, settings: ClinicSettings, plan_id: int
    ) -> None:
        super().__init__()
        self._schedule = schedule
        self._settings = settings
        self._desk = desk
        self.edits = PlanEdits(schedule, plan_id)
        self.week = 1
        self.view = RosterView()
        self.material: RosterMaterial = plan_material(schedule, settings, self.edits, 1)
        # The hands call nothing of the schedule but what the edits of a plan have as well.
        self.hands = RosterHands(
            cast("Schedule", self.edits), lambda: self.material, lambda: self.view, lambda: None
        )
        self.title = labels.section(parent=self)
        self.card = RosterCard(WEEK, _("Shifts of the week plan"))
        self.grid = self.card.grid
        self.weeks = Segmented(self._week_names(), _("Week of the rotation"), self)
        self._arrange()
        self._connect()
        self.reload()

    def _arrange(self) -> None:
        hint = labels.secondary(_("Type a code or times into a cell; every change is kept."), self)
        close = buttons.primary(_("Done"), self.close_sheet, parent=self)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title)
        top.addWidget(self.weeks)
        top.addWidget(hint, 1)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.card, 1)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.grid.hands = self.hands
        self.grid.refused.connect(self._desk.warn)
        self.grid.opened.connect(self.grid.edit_cell)
        self.grid.double_clicked.connect(self.grid.edit_cell)
        self.grid.escaped.connect(self.close_sheet)
        self.weeks.chosen.connect(lambda key: self.turn_to(int(key)))
        commands = GridCommands(lambda: self.grid, self.hands, self._desk)
        for words, keys, run in (
            (_("Edit the cell"), "F2", commands.edit),
            (_("Copy"), "Ctrl+C", commands.copy),
            (_("Cut"), "Ctrl+X", commands.cut),
            (_("Paste"), "Ctrl+V", commands.paste),
            (_("Fill down"), "Ctrl+D", commands.fill_down),
            (_("Delete"), "Del", commands.remove),
        ):
            self._on_grid(words, keys, run)

    def turn_to(self, week: int) -> None:
        """Show another week of the rotation."""
        self.week = week
        self.reload()

    def reload(self) -> None:
        """Read the plan again; where it is gone, close."""
        try:
            plan = self.edits.plan()
        except UserError:
            self.close_sheet()
            return
        self.week = min(self.week, plan.weeks)
        self.material = plan_material(self._schedule, self._settings, self.edits, self.week)
        built = build_view(self.material, all_days=True)
        self.view = replace(built, days=tuple(map(_without_date, built.days)))
        self.title.setText(plan.name)
        self.weeks.setVisible(plan.weeks > 1)
        self.card.show_roster(self.view)
        self.grid.begin(self.material.first)
        self.grid.offer_codes([(one.code, one.name) for one in self.material.types])

    def close_sheet(self) -> None:
        """Go back to the list."""
        self.closed.emit()

    def _week_names(self) -> list[tuple[str, str]]:
        return [
            (str(number), _("Week {number}").format(number=number))
            for number in range(1, self.edits.plan().weeks + 1)
        ]

    def _on_grid(self, words: str, keys: str, run: Callable[[], object]) -> None:
        action = QAction(words, self.grid)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on=False: run())
        self.grid.addAction(action)


def _without_date(head: DayHead) -> DayHead:
    name = _(WEEKDAYS[head.day.weekday()])
    return replace(head, number="", name=name, note="", today=False, closed=False)
