"""Week plans in the practice setup: their names, notes and, in a grid, their shifts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_hours
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.schedule.gui.setup.week_plans_sheet import PlanSheet
from clinicmgr.schedule.records.week_plans import WEEK_PLAN_FIELDS, WeekPlan, WeekPlanDraft
from clinicmgr.schedule.service import Schedule


class WeekPlanShelf:
    """The week plans of the practice."""

    def __init__(self, schedule: Schedule) -> None:
        self._plans = schedule.week_plans

    def records(self) -> Sequence[WeekPlan]:
        """Return all plans by name."""
        return self._plans.plans()

    def name(self, record: WeekPlan) -> str:
        """Return the name."""
        return record.name

    def values(self, record: WeekPlan) -> Mapping[str, object]:
        """Return the values of the form."""
        return {each.name: getattr(record, each.name) for each in WEEK_PLAN_FIELDS}

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a plan begins with the defaults of its fields."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a plan without shifts."""
        return self._plans.add(WeekPlanDraft(**values))

    def change(self, record: WeekPlan, values: Mapping[str, Any]) -> int:
        """Give a plan another name, color, note or number of weeks."""
        self._plans.change(record.id, WeekPlanDraft(**values))
        return record.id

    def remove(self, record: WeekPlan) -> None:
        """Remove a plan."""
        self._plans.remove(record.id)

    def warning(self, record: WeekPlan) -> str:
        """Return what is to be known before."""
        return _("The roster stays as it is, also where the plan was applied. Undo brings it back.")


class WeekPlanBook(RecordBook):
    """The list of plans; `sheet_ready` carries the grid in which the shifts of one are typed."""

    sheet_ready = Signal(object)

    def __init__(self, schedule: Schedule, desk: Desk, settings: ClinicSettings) -> None:
        self._schedule = schedule
        self._settings = settings
        self.sheet: PlanSheet | None = None
        words = BookWords(
            _("Week plans"),
            _("Add week plan"),
            _("New week plan"),
            WEEK_PLAN_FIELDS,
            frozenset(("weeks", "color", "anchor")),
            frozenset(("people", "anchor", "note")),
        )
        table = RecordTable(_columns(settings.locale), words.title)
        super().__init__(WeekPlanShelf(schedule), table, words, desk, settings)
        table.set_empty(self._empty())
        self.shifts_button = buttons.quiet(
            _("Edit the shifts"), self.edit_shifts, icon="edit", parent=self
        )
        self.copy_button = buttons.quiet(_("Copy plan"), self.copy_plan, icon="copy", parent=self)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.shifts_button, 1)
        beside.addWidget(self.copy_button)
        self.below_form.addLayout(beside)
        self.shown.connect(self._show_buttons_below)

    def reload(self) -> None:
        """Read the list again, and the grid where one is open."""
        super().reload()
        if self.sheet is not None:
            self.sheet.reload()

    def edit_shifts(self) -> None:
        """Cover the list with the grid of the plan that is shown."""
        if not isinstance(self.record, WeekPlan) or not self._may_leave():
            return
        self.sheet = sheet = PlanSheet(self._schedule, self._desk, self._settings, self.record.id)
        sheet.closed.connect(self._sheet_closed)
        self.sheet_ready.emit(sheet)

    def copy_plan(self) -> None:
        """Copy the plan that is shown, and show the copy."""
        record, made = self.record, list[int]()
        if not isinstance(record, WeekPlan) or not self._may_leave():
            return
        if self._desk.attempt(lambda: made.append(self._schedule.week_plans.copy(record.id))):
            self.reload()
            self.open(made[0])
            self._desk.toast(_("Copied {name}").format(name=record.name), undo=True)

    def _sheet_closed(self) -> None:
        self.sheet = None

    def _show_buttons_below(self) -> None:
        for button in (self.shifts_button, self.copy_button):
            button.setVisible(self.record is not None)

    def _empty(self) -> EmptyState:
        sentence = _(
            "A week plan keeps the shifts of a usual week, such as “Normal” or “School holidays”, "
            "or a rotation of several weeks. Make one from a week of the schedule, or begin here; "
            "then apply it to as many weeks as you like."
        )
        return EmptyState(
            "calendar",
            _("No week plans yet"),
            sentence,
            buttons.primary(self.words.add, self.add, icon="add"),
        )


def _columns(locale: str) -> list[Column[WeekPlan]]:
    return [
        Column("name", _("Name"), lambda each: each.name, 190, strong=True,
               color=lambda each: each.color, stretch=True),
        Column("weeks", _("Weeks"), lambda each: str(each.weeks), 70, "right",
               sort=lambda each: each.weeks),
        Column("shifts", _("Shifts"), lambda each: str(len(each.shifts)), 70, "right",
               sort=lambda each: len(each.shifts)),
        Column("people", _("People"), lambda each: str(_people(each)), 70, "right", sort=_people),
        Column("hours", _("Hours a week"), _hours, 110, "right",
               tone=lambda _each: "secondary"),
        Column("anchor", _("Week 1 falls on"), lambda each: _anchor(each, locale), 140),
        Column("note", _("Note"), lambda each: each.note.partition("\n")[0], 220,
               tone=lambda _each: "secondary"),
    ]  # fmt: skip


def _people(plan: WeekPlan) -> int:
    return len({one.member_id for one in plan.shifts} - {None})


def _hours(plan: WeekPlan) -> str:
    minutes = sum(one.end - one.start - one.break_minutes for one in plan.shifts)
    return format_hours(minutes // plan.weeks)


def _anchor(plan: WeekPlan, locale: str) -> str:
    if plan.anchor is None or plan.weeks == 1:
        return ""
    return format_day(plan.anchor, "short", locale)
