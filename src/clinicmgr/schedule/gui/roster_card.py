"""The grid with its coverage below, framed as one card with round corners."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.tokens import RADIUS_CARD
from clinicmgr.schedule.gui.cost_lines import CostLines
from clinicmgr.schedule.gui.coverage_table import CoverageTable
from clinicmgr.schedule.gui.grid_style import GridStyle
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.gui.roster_view import RosterView


class Rounding(QWidget):
    """Rounds a corner of the card off over the square views inside of it."""

    def __init__(self, card: QWidget, right: bool, low: bool) -> None:
        super().__init__(card)
        self._right, self._low = right, low
        self.setFixedSize(RADIUS_CARD, RADIUS_CARD)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        side = float(RADIUS_CARD)
        circle = QRectF(-side if self._right else 0, -side if self._low else 0, 2 * side, 2 * side)
        outside = QPainterPath()
        outside.addRect(QRectF(0, 0, side, side))
        disc = QPainterPath()
        disc.addEllipse(circle)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(disc), tokens.color("window"))
        painter.setPen(QPen(tokens.color("hairline"), 1))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class RosterCard(QFrame):
    """Grid and coverage scroll sideways together and have the same columns."""

    def __init__(self, style: GridStyle, name: str) -> None:
        """`name` is what a screen reader says of the grid."""
        super().__init__()
        self.grid = grid = RosterGrid(style, self)
        self.grid.setAccessibleName(name)
        self.coverage = CoverageTable(self)
        self.cost = CostLines(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(grid, 1)
        column.addWidget(self.coverage)
        column.addWidget(self.cost)
        self._corners = [
            Rounding(self, right, low) for right in (False, True) for low in (False, True)
        ]
        self.setFocusProxy(grid)
        bar = grid.horizontalScrollBar()
        bar.valueChanged.connect(self.coverage.horizontalScrollBar().setValue)
        bar.valueChanged.connect(lambda _at: self.cost.update())
        grid.installEventFilter(self)

    def show_roster(self, view: RosterView) -> None:
        """Show a view in both parts."""
        self.grid.show_roster(view)
        self.coverage.show_coverage(view.days, view.cover)
        self.cost.show_cost(view.cost, view.days)
        self._align()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.grid and event.type() == QEvent.Type.Resize:
            self._align()
        return super().eventFilter(watched, event)

    def _align(self) -> None:
        self.grid.fit_columns()
        widths = [self.grid.columnWidth(at) for at in range(len(self.grid.view.days))]
        self.coverage.follow(self.grid.people.width(), widths)
        self.cost.follow(self.grid.people.width(), self._place_of)

    def _place_of(self, column: int) -> tuple[int, int]:
        grid = self.grid
        return grid.columnViewportPosition(column), grid.columnWidth(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("hairline"), 1))
        painter.setBrush(theme.current().color("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right, low = self.width() - RADIUS_CARD, self.height() - RADIUS_CARD
        places = ((0, 0), (0, low), (right, 0), (right, low))
        for corner, (left, top) in zip(self._corners, places, strict=True):
            corner.move(QPointF(left, top).toPoint())
            corner.raise_()
