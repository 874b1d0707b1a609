"""Week plans on the page of the schedule: keep the week, apply a plan, copy a week or a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.editors import ChoiceEditor
from clinicmgr.schedule.gui.roster_side import RosterSide
from clinicmgr.schedule.gui.week_plans_asking import (
    Asking,
    Pairs,
    ask_day,
    ask_plan,
    ask_week,
    weeks_of,
)
from clinicmgr.schedule.gui.week_plans_keeping import KeepPanel
from clinicmgr.schedule.gui.week_plans_panel import LayingPanel
from clinicmgr.schedule.records.week_plans import WeekPlan
from clinicmgr.schedule.records.week_plans_applying import FromPlan, Outcome, Source
from clinicmgr.schedule.rules.rotation_words import summary, told_by_person
from clinicmgr.schedule.service import Schedule

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.page import SchedulePage


class RosterPlans:
    """Opens the panels beside the grid and keeps their preview with the roster."""

    def __init__(
        self, page: SchedulePage, schedule: Schedule, desk: Desk, side: RosterSide
    ) -> None:
        self._page = page
        self._schedule = schedule
        self._desk = desk
        self._side = side
        self._asking: Asking | None = None
        self._plans: list[WeekPlan] = []
        self._weeks: Pairs = ()

    @property
    def panel(self) -> LayingPanel | None:
        """The panel in which shifts are laid down, if it is shown."""
        content = self._side.panel.content
        return content if self._side.is_open and isinstance(content, LayingPanel) else None

    @property
    def keeping(self) -> KeepPanel | None:
        """The panel in which weeks are kept as a plan, if it is shown."""
        content = self._side.panel.content
        return content if self._side.is_open and isinstance(content, KeepPanel) else None

    def actions(self) -> list[QAction]:
        """Make the actions; they stand in the menu for copying and in the palette."""
        wanted = (
            (_("Apply a week plan…"), self.open_plan, "Ctrl+Shift+A"),
            (_("Keep this week as a plan…"), self.open_keep, ""),
            (_("Copy this week to other weeks…"), self.open_week, ""),
            (_("Copy this day to other days…"), self.open_day, ""),
        )
        return [
            self._page.add_action(words, run, shortcut=keys, place="palette")
            for words, run, keys in wanted
        ]

    # Opening

    def open_plan(self) -> None:
        """Ask which plan is to be applied; where there is none yet, how to make one."""
        self._plans = self._schedule.week_plans.plans()
        if not self._plans:
            self._desk.toast(_("There are no week plans yet. Keep this week as the first one."))
            self.open_keep()
            return
        self._open(ask_plan(lambda: self._plans, lambda: self._weeks, self._page.material.first))

    def open_week(self) -> None:
        """Ask to which weeks the week of the current cell is copied."""
        (week,) = self._schedule.week_plans.weeks(self._current_day(), 1)
        self._open(ask_week(lambda: self._weeks, week, self._locale))

    def open_day(self) -> None:
        """Ask to which days the day of the current cell is copied."""
        self._open(ask_day(self._current_day(), self._locale))

    def open_keep(self) -> None:
        """Ask for the name of a plan that is made from the week of the current cell."""
        if not self._may_open():
            return
        panel = KeepPanel(self._schedule, self._desk, self._current_day(), self._locale)
        panel.kept.connect(self._side.close_panel)
        self._side.open_panel(panel.title, panel, note=panel.note, foot=(panel.button,))
        panel.form.focus_field()

    def _open(self, asking: Asking) -> None:
        if not self._may_open():
            return
        self._asking, self._weeks = asking, ()
        panel = LayingPanel(asking.fields, asking.values, self._locale)
        panel.changed.connect(self._preview)
        panel.wanted.connect(self.apply)
        self.apply_button = buttons.primary(asking.button, self.apply, parent=panel)
        foot = [self.apply_button]
        if asking.is_plan:
            edit = buttons.quiet(_("Edit plans"), self._edit_plans, icon="edit", parent=panel)
            foot.insert(0, edit)
        self._side.open_panel(asking.title, panel, note=asking.note, foot=tuple(foot))
        self._preview()
        panel.form.focus_field()

    def _may_open(self) -> bool:
        if self._page.material.proposed:
            self._desk.warn(_("A proposal is shown. Accept or discard it first."))
            return False
        return self._side.cell is None or self._side.close_panel()

    def _edit_plans(self) -> None:
        self._desk.go_to("setup", "week_plans")

    # The preview, and doing it

    def renew(self) -> None:
        """The roster has changed: preview again."""
        panel, asking = self.panel, self._asking
        if self._page.material.proposed and (panel or self.keeping):
            self._side.close_panel()
        elif panel is not None and asking is not None:
            if asking.is_plan:
                self._plans = self._schedule.week_plans.plans()
                panel.form.set_choices("plan", [(one.id, one.name) for one in self._plans])
            self._preview()

    def apply(self) -> None:
        """Lay the shifts down as one change, and say what was left out and why."""
        panel, asking = self.panel, self._asking
        if panel is None or asking is None:
            return
        try:
            source, targets, laying = asking.answer(self._schedule, panel.values())
        except UserError as error:
            panel.form.show_error(error)
            return
        made: list[Outcome] = []
        week_plans = self._schedule.week_plans
        if not self._desk.attempt(
            lambda: made.append(week_plans.apply(source, targets, laying)),
            refused=panel.form.show_error,
        ):
            return
        if not self._is_shown(targets):
            self._page.go_to(min(targets))
        (done,) = made
        words = summary(done, done=True)
        if done.changes:  # what was done stays on the screen until something is chosen anew
            panel.show_preview(words, told_by_person(done, self._page.material.facts))
        self._desk.toast(words, undo=bool(done.changes))

    def _preview(self) -> None:
        panel, asking = self.panel, self._asking
        if panel is None or asking is None:
            return
        if asking.is_plan:
            self._offer_numbers(panel)
        try:
            self._offer_weeks(asking, panel)
            source, targets, laying = asking.answer(self._schedule, panel.values())
            found = self._schedule.week_plans.preview(source, targets, laying)
        except UserError as error:
            panel.form.clear_errors()
            panel.show_refusal(error)
            self.apply_button.setEnabled(False)
            return
        self.apply_button.setEnabled(bool(found.changes))
        words = [self._rotation(source, targets), summary(found, done=False)]
        panel.show_preview(
            " ".join(filter(None, words)), told_by_person(found, self._page.material.facts)
        )

    def _rotation(self, source: Source, weeks: Sequence[date]) -> str:
        """Which weeks of a rotation come one after the other: "Weeks 2, 1, 2 of the rotation."."""
        plans = {one.id: one for one in self._plans}
        if not isinstance(source, FromPlan) or plans[source.plan_id].weeks == 1:
            return ""
        numbers = self._schedule.week_plans.numbers(source, weeks)
        words = ngettext(
            "Week {list} of the rotation.", "Weeks {list} of the rotation.", len(numbers)
        )
        return words.format(list=", ".join(map(str, numbers)))

    def _offer_weeks(self, asking: Asking, panel: LayingPanel) -> None:
        """Offer the weeks in a row, to choose some of them."""
        values = panel.values()
        if "only" not in values:
            return
        weeks = asking.weeks(self._schedule, values)
        pairs = [(one, format_day(one, "weekday", self._locale)) for one in weeks]
        if pairs != self._weeks:
            self._weeks = pairs
            panel.form.set_choices("only", pairs)
        panel.form.show_field("only", len(pairs) > 1)

    def _offer_numbers(self, panel: LayingPanel) -> None:
        """Offer the weeks of the chosen rotation, and none of another one."""
        pairs = weeks_of(self._plans, panel.form.raw_values()["plan"])
        editor = panel.form.editor("week")
        if isinstance(editor, ChoiceEditor) and editor.raw() not in {None, *dict(pairs)}:
            editor.put(None)
        panel.form.set_choices("week", pairs)
        panel.form.show_field("week", bool(pairs))

    def _is_shown(self, targets: Sequence[date]) -> bool:
        material = self._page.material
        return any(material.first <= day <= material.last for day in targets)

    def _current_day(self) -> date:
        """The day of the current cell, or else the first one that is shown."""
        place, period = self._page.grid.current_place(), self._page.period
        return place[1] if place and period.holds(place[1]) else period.first

    @property
    def _locale(self) -> str:
        return self._page.material.settings.locale
