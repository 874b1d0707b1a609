"""The timeline with its axis and the curves of people there of those needed, framed as one card."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, icons, theme
from clinicmgr.qtkit.tokens import RADIUS_CARD
from clinicmgr.schedule.gui.inks import Inks
from clinicmgr.schedule.gui.roster_cells import CellMaker
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_view import RosterView
from clinicmgr.schedule.gui.timeline import Timeline
from clinicmgr.schedule.gui.timeline_building import build_timeline
from clinicmgr.schedule.gui.timeline_painter import AXIS, CURVE, MARGIN, TimelinePainter

_MINUTE = 60_000


class TimelineHead(QWidget):
    """Curves and hours above the lanes; a curve can be opened to see who could work."""

    chosen = Signal(int, object)

    def __init__(self, timeline: Timeline, parent: QWidget) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._at = 0
        self.folded = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggle = buttons.bare("chevron-down", _("Hide the coverage"), self.fold, parent=self)
        self.toggle.setFixedSize(24, 22)
        timeline.resized.connect(self.update)
        theme.current().changed.connect(self.update)

    def renew(self) -> None:
        """Show the curves of the timeline."""
        view = self._timeline.shown
        curves = () if self.folded else view.curves
        self._at = min(self._at, max(0, len(view.curves) - 1))
        self.setFixedHeight(AXIS + len(curves) * CURVE)
        self.toggle.move(self._timeline.scale.left - MARGIN - 30, 3)
        self.toggle.setVisible(bool(view.curves))
        self.setAccessibleName(
            _("Coverage: {words}").format(words="; ".join(one.spoken for one in view.curves))
        )
        self.update()

    def fold(self) -> None:
        """Show the curves, or the hours only."""
        self.folded = not self.folded
        self.toggle.setIcon(icons.icon("chevron-up" if self.folded else "chevron-down", "text_2"))
        name = _("Show the coverage") if self.folded else _("Hide the coverage")
        self.toggle.setAccessibleName(name)
        self.toggle.setToolTip(name)
        self.renew()

    def select(self, position_id: int, column: int) -> bool:
        """Make the curve of a position the current one; False if it is not shown."""
        if self.folded:
            self.fold()
        for number, curve in enumerate(self._timeline.shown.curves):
            if curve.position_id == position_id and column == 0:
                self._at = number
                self.setFocus()
                self.update()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        timeline = self._timeline
        inks, scale = Inks(theme.current().tokens), timeline.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), inks["surface_2"])
        pen = TimelinePainter(painter, inks, scale, timeline.shown)
        pen.axis(0)
        for number, curve in enumerate(() if self.folded else timeline.shown.curves):
            pen.curve(curve, AXIS + number * CURVE)
            if self.hasFocus() and number == self._at:
                pen.ring(self._line(number), "accent")
        painter.setPen(inks["hairline"])
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        edge = scale.left - MARGIN - 1
        painter.drawLine(edge, 0, edge, self.height())
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = (int(event.position().y()) - AXIS) // CURVE
        if event.position().y() >= AXIS:
            self._choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            last = max(0, len(self._timeline.shown.curves) - 1)
            self._at = max(0, min(self._at + (1 if key == Qt.Key.Key_Down else -1), last))
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        view = self._timeline.shown
        if 0 <= number < len(view.curves) and view.roster.days:
            self.chosen.emit(view.curves[number].position_id, view.roster.days[0].day)

    def _line(self, number: int) -> QRect:
        return QRect(4, AXIS + number * CURVE + 2, self.width() - 8, CURVE - 5)


class TimelineCard(QFrame):
    """The day as a card beside those of the week and the month."""

    def __init__(self, hands: RosterHands, clock: Clock) -> None:
        super().__init__()
        self._wall = clock
        self.grid = Timeline(hands, self)
        self.coverage = TimelineHead(self.grid, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.coverage)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self._pass_minute)
        self._clock.start()

    def show_roster(self, view: RosterView) -> None:
        """Show the view of one day."""
        material = self.grid.hands.cells.material
        named = any(row.kind in {"position", "room"} for row in view.rows)
        cells = CellMaker(material, view.days, Findings(material))
        made = build_timeline(
            material, view, lambda shift: cells.single(shift, named=named), self._now(view)
        )
        self.grid.show_timeline(made)
        self.coverage.renew()

    def _now(self, view: RosterView) -> int | None:
        now = self._wall.now()
        shown = bool(view.days) and view.days[0].day == now.date()
        return now.hour * 60 + now.minute if shown else None

    def _pass_minute(self) -> None:
        grid = self.grid
        if self.isVisible():
            grid.shown = replace(grid.shown, now=self._now(grid.view))
            grid.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().color("hairline"))
        painter.setBrush(theme.current().color("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS_CARD, RADIUS_CARD)
        painter.end()
        super().paintEvent(event)
