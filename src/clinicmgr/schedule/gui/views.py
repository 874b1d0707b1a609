"""The ways to look at the same shifts: rows by person, position or room, and the days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings, Settings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.schedule.gui.period import Period
from clinicmgr.schedule.gui.roster_building import RosterBuilder
from clinicmgr.schedule.gui.roster_cost import Budget, Pay, RosterCost
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import RosterView, RowMode
from clinicmgr.staff.service import Staff

_MONDAY = date(2024, 1, 1)
_DAY = timedelta(days=1)
MODES: tuple[tuple[RowMode, str, str, str], ...] = (
    ("people", N_("People"), N_("Rows by person"), "Ctrl+1"),
    ("positions", N_("Positions"), N_("Rows by position"), "Ctrl+2"),
    ("rooms", N_("Rooms"), N_("Rows by room"), "Ctrl+3"),
)


class RosterViews(QObject):
    """Which rows and days are shown; `changed` asks the page to show them."""

    changed = Signal()

    def __init__(
        self,
        page: Page,
        settings: Settings,
        desk: Desk,
        staff: Staff,
        budget: Budget | None = None,
    ) -> None:
        super().__init__(page)
        self._staff = staff
        self._budget = budget
        self._cost = RosterCost()
        self._paid: tuple[int, Pay | None] | None = None
        self.with_cost = True
        self._settings = settings
        self._desk = desk
        self._builder = RosterBuilder()
        self.mode: RowMode = "people"
        self.strip = QWidget(page)
        choices = [(key, _(words)) for key, words, _long, _keys in MODES]
        self.rows = Segmented(choices, _("Rows"), self.strip)
        self.rows.chosen.connect(self.show_rows)
        self.menu = QMenu(self.strip)
        self.menu.aboutToShow.connect(self._offer_days)
        self.options = buttons.tool("columns", _("Days and cost shown"), parent=self.strip)
        self.options.setMenu(self.menu)
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.rows)
        row.addWidget(self.options)
        for key, _short, words, keys in MODES:
            run = partial(self.show_rows, key)
            page.add_action(_(words), run, shortcut=keys, place="palette")
        page.add_action(_("Show or hide the cost"), self.toggle_cost, place="palette")

    def show_rows(self, mode: str) -> None:
        """Show rows by person, position or room."""
        self.rows.choose(mode)
        if mode != self.mode:
            self.mode = cast("RowMode", mode)
            self.changed.emit()

    def build(
        self,
        material: RosterMaterial,
        positions: Collection[int],
        period: Period,
    ) -> RosterView:
        """What is shown of a period; rows that did not change are those shown before."""
        pay = self._pay(material) if self.with_cost else None
        cost = self._cost.view(material, pay, positions, self._budget) if pay else None
        view = self._builder.view(
            material,
            positions,
            all_days=period.span != "week",
            mode=self.mode,
            head_tip=cost.tip if cost is not None else None,
        )
        known = cost is not None and cost.is_known
        return replace(view, cost=cost) if known else view

    def _pay(self, material: RosterMaterial) -> Pay | None:
        """The pay rates; read again only where more than shifts has changed."""
        if self._paid is None or self._paid[0] != material.facts_entry:
            self._paid = (material.facts_entry, self._staff.pay_rates_if_allowed())
        return self._paid[1]

    def toggle_cost(self) -> None:
        """Show what the roster costs, or hide it, as when patients stand at the desk."""
        self.with_cost = not self.with_cost
        self.changed.emit()

    def show_day(self, weekday: int, *, shown: bool) -> None:
        """Show a weekday in the week, or leave it out where nobody works; 0 is Monday."""
        now = self._settings.current()
        days = set(now.visible_days) | {weekday} if shown else set(now.visible_days) - {weekday}
        changed = replace(now, visible_days=tuple(sorted(days)))
        self._desk.attempt(lambda: self._settings.change(changed))

    def _offer_days(self) -> None:
        self.menu.clear()
        now = self._settings.current()
        for place in range(7):
            weekday = (now.week_start + place) % 7
            action = self.menu.addAction(_weekday(weekday, now))
            action.setCheckable(True)
            action.setChecked(weekday in now.visible_days)
            action.toggled.connect(lambda on, weekday=weekday: self.show_day(weekday, shown=on))
        note = self.menu.addAction(_("Other days show when somebody works"))
        note.setEnabled(False)
        if self._staff.pay_rates_if_allowed() is not None:
            self.menu.addSeparator()
            cost = self.menu.addAction(_("Cost"))
            cost.setCheckable(True)
            cost.setChecked(self.with_cost)
            cost.toggled.connect(lambda _on: self.toggle_cost())


def _weekday(weekday: int, settings: ClinicSettings) -> str:
    return format_day(_MONDAY + weekday * _DAY, "weekday", settings.locale).partition(",")[0]
