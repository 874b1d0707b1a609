"""The last twelve weeks in small charts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit.card import Card
from clinicmgr.today.gui.week_chart import WeekChart
from clinicmgr.today.records import WeekFigures


def hours_text(minutes: int) -> str:
    """Whole hours, as exact as a small chart can be: "798 h"."""
    return _("{hours} h").format(hours=(minutes + 30) // 60)


class WeeksCard(Card):
    """Hours on the roster, hours nobody was there for, days of sick leave, and visits."""

    def __init__(self, locale: str, parent: QWidget) -> None:
        super().__init__(_("The last 12 weeks"), parent=parent)
        self._locale = locale
        self.rostered = WeekChart(_("On the roster"), hours_text, self)
        self.uncovered = WeekChart(_("Not covered"), hours_text, self)
        self.sick = WeekChart(_("Sick days"), str, self)
        self.visits = WeekChart(_("Visits"), str, self)
        row = QHBoxLayout()
        row.setSpacing(22)
        for chart in (self.rostered, self.uncovered, self.sick, self.visits):
            row.addWidget(chart, 1)
        self.visits.hide()
        self.body.addLayout(row)

    def show_weeks(self, weeks: Sequence[WeekFigures]) -> None:
        """Draw the weeks, the oldest first; visits only where any were counted."""
        names = [
            _("Week of {day}").format(day=format_day(week.first, "weekday", self._locale))
            for week in weeks
        ]
        for chart, values in (
            (self.rostered, [week.rostered_minutes for week in weeks]),
            (self.uncovered, [week.uncovered_minutes for week in weeks]),
            (self.sick, [week.sick_days for week in weeks]),
            (self.visits, [week.visits or 0 for week in weeks]),
        ):
            chart.show_weeks(list(zip(names, values, strict=True)))
        self.visits.setVisible(any(week.visits is not None for week in weeks))
