"""Trends: visits against last year, no-shows, service lines, and the seasons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from clinicmgr.activity.documents import (
    last_full_month,
    lines_chart,
    no_show_chart,
    season_chart,
    visits_chart,
)
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import tokens
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.chart_view import ChartView
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState

_CHARTS = (visits_chart, no_show_chart, lines_chart, season_chart)


class TrendView(QWidget):
    """Four charts of the twelve months that are over; what they show is read aloud too."""

    told = Signal(str)

    def __init__(self, activity: Activity, desk: Desk, settings: ClinicSettings) -> None:
        super().__init__()
        self._activity, self._desk = activity, desk
        self.charts = [ChartView(desk.jobs, settings.locale, self) for _chart in _CHARTS]
        shown = QWidget(self)
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.GAP)
        for at, chart in enumerate(self.charts):
            card = Card(parent=shown)
            card.body.addWidget(chart)
            grid.addWidget(card, at // 2, at % 2)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(
            EmptyState(
                "activity",
                _("No counts yet"),
                _("Once a few weeks are counted on the tally, their trend is drawn here."),
            )
        )

    def reload(self) -> None:
        """Read the months again and draw what is new."""
        is_counted = self._activity.first_day() is not None
        self._stack.setCurrentIndex(0 if is_counted else 1)
        self.told.emit("")
        if is_counted:
            last = last_full_month(self._desk.clock.today())
            for view, make in zip(self.charts, _CHARTS, strict=True):
                view.show_chart(make(self._activity, last))
