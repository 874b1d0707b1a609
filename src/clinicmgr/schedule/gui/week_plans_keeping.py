"""The panel in which weeks of the roster are kept as a plan."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.form import Form
from clinicmgr.schedule.records.week_plans import WEEK_PLAN_FIELDS, WeekPlanDraft
from clinicmgr.schedule.service import Schedule

_DAY = timedelta(days=1)
_HALVES = frozenset({"weeks", "color"})


class KeepPanel(QWidget):
    """Name, number of weeks, color and note; Enter keeps the plan."""

    kept = Signal()

    def __init__(
        self, schedule: Schedule, desk: Desk, day: date, locale: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._desk = desk
        (self._first,) = schedule.week_plans.weeks(day, 1)
        self.title = _("Keep the week as a plan")
        self.note = _("From the week of {day} on").format(
            day=format_day(self._first, "weekday", locale)
        )
        self.form = Form(WEEK_PLAN_FIELDS, locale=locale, halves=_HALVES, parent=self)
        self.form.set_values({"anchor": self._first})
        self.count = labels.strong(parent=self)
        self.count.setWordWrap(True)
        self.button = buttons.primary(_("Keep as a plan"), self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(12)
        column.addWidget(self.count)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.edited.connect(lambda _name: self._say())
        self.form.submitted.connect(self.keep)
        self._say()

    def keep(self) -> None:
        """Keep the plan as one change and close."""
        try:
            draft = WeekPlanDraft(**self.form.values())
        except UserError:
            return  # the form has marked it
        if self._desk.attempt(
            lambda: self._schedule.week_plans.keep_weeks(self._first, draft),
            refused=self.form.show_error,
        ):
            words = _("Kept the week plan {name}").format(name=draft.name.strip())
            self._desk.toast(words, undo=True)
            self.kept.emit()

    def _say(self) -> None:
        typed = str(self.form.raw_values()["weeks"]).strip()
        weeks = int(typed) if typed.isdecimal() and 1 <= int(typed) <= 104 else 1
        last = self._first + timedelta(weeks=weeks) - _DAY
        shifts = self._schedule.shifts(self._first, last)
        people = {one.member_id for one in shifts} - {None}
        count = ngettext("{count} shift", "{count} shifts", len(shifts)).format(count=len(shifts))
        who = ngettext("{count} person", "{count} people", len(people)).format(count=len(people))
        self.count.setText(_("{shifts} of {people}").format(shifts=count, people=who))
