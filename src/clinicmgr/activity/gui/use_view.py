"""Utilization: people, rooms and equipment of a month, quarter or year, with their bars."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.activity.gui.spans import Length, Stretch
from clinicmgr.activity.gui.use_bar import BarDelegate
from clinicmgr.activity.records import ASSETS_FORMULA, PEOPLE_FORMULA, ROOMS_FORMULA, Use
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_hours
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.stepper import Stepper
from clinicmgr.staff.records.days import short_day

_FORMULAS = {"people": PEOPLE_FORMULA, "rooms": ROOMS_FORMULA, "assets": ASSETS_FORMULA}
_LENGTHS: dict[str, Length] = {"month": "month", "quarter": "quarter", "year": "year"}


class UseView(QWidget):
    """Shows how far each was used of what was available. `told` says over how many days."""

    told = Signal(str)

    def __init__(self, activity: Activity, desk: Desk, settings: ClinicSettings) -> None:
        super().__init__()
        self._activity, self._desk, self._settings = activity, desk, settings
        self._stretch = Stretch(desk.clock.today())
        self.stepper = Stepper(_("month"), self)
        self.length = Segmented(
            (("month", _("Month")), ("quarter", _("Quarter")), ("year", _("Year"))),
            _("Period"),
            self,
        )
        self.what = Segmented(
            (("people", _("People")), ("rooms", _("Rooms")), ("assets", _("Equipment"))),
            _("Of what"),
            self,
        )
        self.table = RecordTable(
            _columns(), _("Utilization"), id_of=lambda each: each.ref, parent=self
        )
        self.table.set_empty(
            EmptyState(
                "clock",
                _("Nothing to divide yet"),
                _(
                    "Utilization needs what was done, from the tally, and what was available: a "
                    "roster, rooms with opening hours, equipment that a service line needs."
                ),
            )
        )
        self._bars = BarDelegate(self.table, lambda use: use.share)
        self.table.setItemDelegateForColumn(1, self._bars)
        self.formula = labels.paragraph("", self)
        self.formula.setProperty("tone", "secondary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stepper)
        row.addStretch()
        row.addWidget(self.what)
        row.addWidget(self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.formula)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.stepper.previous.connect(lambda: self.step(-1))
        self.stepper.following.connect(lambda: self.step(1))
        self.stepper.today.connect(lambda: self.show_day(self._desk.clock.today()))
        self.length.chosen.connect(self._take_length)
        self.what.chosen.connect(lambda _key: self.reload())

    @property
    def first(self) -> date:
        """The first day that is looked at."""
        return self._stretch.first

    @property
    def last(self) -> date:
        """The last day that is looked at."""
        return self._stretch.last

    def step(self, count: int) -> None:
        """Show the period so many on."""
        self._stretch = self._stretch.step(count)
        self.reload()

    def show_day(self, day: date) -> None:
        """Show the period around a day."""
        self._stretch = Stretch(day, self._stretch.length)
        self.reload()

    def reload(self) -> None:
        """Read the period again."""
        found = self._activity.utilization(self.first, self.last)
        uses = {"people": found.people, "rooms": found.rooms, "assets": found.assets}
        self.table.set_records(
            [each for each in uses[self.what.key] if each.available_minutes or each.outside_minutes]
        )
        today = self._desk.clock.today()
        note = ""
        if self.first <= today < self.last:
            note = _("up to {day}").format(day=short_day(today))
        self.stepper.show_period(self._stretch.title, note)
        self.formula.setText(_(_FORMULAS[self.what.key]))
        days = ngettext("{count} counted day", "{count} counted days", found.counted_days)
        self.told.emit(days.format(count=found.counted_days))

    def _take_length(self, key: str) -> None:
        self._stretch = Stretch(self._stretch.day, _LENGTHS[key])
        self.stepper.set_period(self._stretch.word)
        self.reload()


def share_text(use: Use) -> str:
    """Return "87 %", or a dash where nothing was available."""
    return "–" if use.share is None else f"{round(use.share * 100)} %"


def _columns() -> list[Column[Use]]:
    return [
        Column("name", _("Name"), lambda use: use.name, 220, strong=True),
        Column("share", _("Utilization"), share_text, 320, "right", stretch=True, strong=True,
               sort=lambda use: use.share),
        Column("used", _("Used"), lambda use: format_hours(use.used_minutes), 110, "right",
               sort=lambda use: use.used_minutes),
        Column("available", _("Available"), lambda use: format_hours(use.available_minutes), 110,
               "right", sort=lambda use: use.available_minutes),
        Column("outside", _("Outside"),
               lambda use: format_hours(use.outside_minutes) if use.outside_minutes else "", 100,
               "right", sort=lambda use: use.outside_minutes, tone=lambda _use: "secondary"),
    ]  # fmt: skip
