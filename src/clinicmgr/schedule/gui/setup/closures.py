"""Closed days: public holidays, the practice's own closures, and holidays that are worked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from PySide6.QtWidgets import QPushButton

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.stepper import Stepper
from clinicmgr.schedule.records import CLOSURE_FIELDS
from clinicmgr.schedule.service import Schedule

Kind = Literal["holiday", "own", "worked"]
_TONES: Mapping[Kind, str] = {"holiday": "accent", "own": "warning", "worked": "success"}
_ICONS: Mapping[Kind, str] = {"holiday": "calendar", "own": "lock", "worked": "check"}


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day on which the practice is closed, or a public holiday on which it works."""

    day: date
    name: str
    kind: Kind

    @property
    def id(self) -> date:
        """The day itself."""
        return self.day

    @property
    def kind_text(self) -> str:
        """The kind in words."""
        words = {
            "holiday": _("Public holiday"),
            "own": _("Closed by us"),
            "worked": _("Working day"),
        }
        return words[self.kind]


class ClosureShelf:
    """The closed days of one year."""

    def __init__(self, schedule: Schedule, settings: ClinicSettings) -> None:
        self._schedule, self._locale = schedule, settings.locale
        self.year = schedule.clock.today().year

    def records(self) -> Sequence[ClosedDay]:
        """Return the days of the year in order."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        own = {each.day: each for each in self._schedule.own_closures(first, last)}
        found = [
            ClosedDay(day, name, "own" if day in own else "holiday")
            for day, name in self._schedule.closures(first, last).items()
        ]
        holidays = self._schedule.public_holidays(first, last)
        found += [
            ClosedDay(each.day, holidays.get(each.day, each.name), "worked")
            for each in own.values()
            if not each.closed
        ]
        return sorted(found, key=lambda each: each.day)

    def name(self, record: ClosedDay) -> str:
        """Return the day with its weekday."""
        return format_day(record.day, "weekday", self._locale)

    def values(self, record: ClosedDay) -> Mapping[str, object]:
        """Return the values of the form."""
        return {"day": record.day, "name": record.name}

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a closure begins empty."""
        return {}

    def add(self, values: Mapping[str, Any]) -> date:
        """Close the practice on a day, and show the year it is in."""
        day: date = values["day"]
        self._schedule.close_day(day, values["name"])
        self.year = day.year
        return day

    def change(self, record: ClosedDay, values: Mapping[str, Any]) -> date:
        """Give a closure another reason."""
        if values["day"] != record.day:
            raise UserError(
                _("The day cannot be moved; add the other day and work on this one."), field="day"
            )
        return self.add(values)

    def remove(self, record: ClosedDay) -> None:
        """Work on the day."""
        self._schedule.open_day(record.day)

    def close_again(self, record: ClosedDay) -> None:
        """Close on a holiday that was to be worked."""
        self._schedule.close_day(record.day, record.name)

    def warning(self, record: ClosedDay) -> str:
        """Return nothing: working on a day is undone as easily."""
        return ""


class ClosureBook(RecordBook):
    """One year of closed days, with "Work on this day"."""

    def __init__(self, schedule: Schedule, desk: Desk, settings: ClinicSettings) -> None:
        self.shelf = ClosureShelf(schedule, settings)
        self.again_button = buttons.quiet(_("Close on this day"), self.close_again)
        columns: tuple[Column[ClosedDay], ...] = (
            Column("day", _("Day"), self.shelf.name, 150, strong=True,
                              sort=lambda each: each.day),
            Column("name", _("Reason"), lambda each: each.name, 260, stretch=True),
            Column("kind", _("Kind"), lambda each: each.kind_text, 180, pill=True,
                              tone=lambda each: _TONES[each.kind],
                              icon=lambda each: _ICONS[each.kind]),
        )  # fmt: skip
        words = BookWords(_("Closed days"), _("Close a day"), _("Close a day"), CLOSURE_FIELDS)
        table = RecordTable(columns, words.title)
        super().__init__(self.shelf, table, words, desk, settings)
        self.remove_button.setText(_("Work on this day"))
        self.remove_button.setProperty("kind", "quiet")
        self.stepper = Stepper(_("year"), self)
        self.stepper.today_button.setText(_("This year"))
        self._add_top()
        sentence = _(
            "Public holidays come by themselves from the country and state in the settings. Add "
            "the days on which the practice closes besides."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("calendar", _("Open every day"), sentence, add))
        self.shown.connect(self._show_kind)

    def _add_top(self) -> None:
        self.top.addWidget(self.stepper)
        self.top.addStretch()
        self.top.addWidget(labels.secondary(_("No demand is expected on closed days."), self))
        self.stepper.previous.connect(lambda: self.show_year(self.shelf.year - 1))
        self.stepper.following.connect(lambda: self.show_year(self.shelf.year + 1))
        self.stepper.today.connect(lambda: self.show_year(self._desk.clock.today().year))

    def reload(self) -> None:
        """Read the days of the year that is shown."""
        self.stepper.show_period(str(self.shelf.year))
        super().reload()

    def show_year(self, year: int) -> None:
        """Show another year, unless something is half typed."""
        if self.close():
            self.shelf.year = year
            self.reload()

    def ask_remove(self) -> None:
        """Work on the day at once; undo takes it back."""
        record = self._current()
        if isinstance(record, ClosedDay) and record.kind != "worked":
            self._desk.attempt(lambda: self._work_on(record))

    def close_again(self) -> None:
        """Close on a holiday that was to be worked."""
        record = self._current()
        if isinstance(record, ClosedDay) and self._desk.attempt(
            lambda: self.shelf.close_again(record)
        ):
            self._said(_("Closed on {day}"), record)

    def _work_on(self, record: ClosedDay) -> None:
        self.shelf.remove(record)
        self._said(_("Working on {day}"), record)

    def _said(self, words: str, record: ClosedDay) -> None:
        self._desk.toast(words.format(day=self.shelf.name(record)), undo=True)
        self.reload()

    def _foot(self) -> tuple[QPushButton, ...]:
        return self.again_button, *super()._foot()

    def _show_kind(self) -> None:
        kind = self.record.kind if isinstance(self.record, ClosedDay) else "own"
        self.form.set_read_only(kind != "own")
        self.form.editor("day").setEnabled(self.record is None)
        self.again_button.setVisible(kind == "worked")
        self.remove_button.setVisible(self.record is not None and kind != "worked")
        self.save_button.setVisible(kind == "own")
