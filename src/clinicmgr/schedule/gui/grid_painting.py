"""Painting a roster grid: row by row from kept pictures, the selection on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap

from clinicmgr.qtkit import theme
from clinicmgr.schedule.gui.cell_painter import CellPainter
from clinicmgr.schedule.gui.grid_notes import paint_corner
from clinicmgr.schedule.gui.inks import Inks
from clinicmgr.schedule.gui.roster_model import Index
from clinicmgr.schedule.gui.roster_view import RosterView
from clinicmgr.schedule.gui.strips import Strips

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.roster_grid import RosterGrid

_SHADE = 34  # of 255: how strongly selected cells are tinted


class GridPainting:
    """Draws what a grid shows at the moment."""

    def __init__(self, grid: RosterGrid) -> None:
        self._grid = grid
        self._hour12 = True
        self._strips = self._fresh()

    @property
    def inks(self) -> Inks:
        """The colors in use."""
        return self._strips.cells.inks

    def renew(self, view: RosterView) -> None:
        """Keep the pictures of rows that look the same in a new view."""
        if view.hour12 != self._hour12:
            self._hour12 = view.hour12
            self.take_theme()
        self._strips.renew(view)

    def take_theme(self) -> None:
        """Draw everything anew in the colors in use."""
        self._strips = self._fresh()

    def picture(self, index: Index) -> QPixmap:
        """The picture of a cell, to lift a chip from."""
        grid = self._grid
        size = grid.visualRect(index).size()
        return self._strips.cells.tile(grid.cell_at(index).look, size, grid.devicePixelRatioF())

    def paint(self, event: QPaintEvent) -> None:
        """Answer a paint event of the grid."""
        grid = self._grid
        painter = QPainter(grid.viewport())
        painter.fillRect(event.rect(), self.inks["surface"])
        widths = tuple(grid.columnWidth(at) for at in range(len(grid.view.days)))
        if widths:
            self._rows(painter, event.rect(), widths)
        self._notes(painter)
        self._lifted(painter)
        self._selection(painter)
        grid.mouse.paint(painter, self.inks)
        painter.end()

    def ring(self, painter: QPainter, rect: QRect, color: QColor) -> None:
        """A ring inside of a cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 3, 3)
        painter.restore()

    def _rows(self, painter: QPainter, area: QRect, widths: tuple[int, ...]) -> None:
        grid = self._grid
        left, scale = grid.columnViewportPosition(0), grid.devicePixelRatioF()
        for number in range(max(0, grid.rowAt(area.top())), len(grid.view.rows)):
            top = grid.rowViewportPosition(number)
            if top > area.bottom():
                break
            row, high = grid.view.rows[number], grid.rowHeight(number)
            painter.drawPixmap(left, top, self._strips.strip(number, row, widths, high, scale))

    def _notes(self, painter: QPainter) -> None:
        """A corner on each cell whose day has a note."""
        grid = self._grid
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key, day in grid.noted:
            row, column = grid.view.row_of(key), grid.view.column_of(day)
            if row >= 0 and column >= 0:
                place = grid.visualRect(grid.roster.index(row, column))
                paint_corner(painter, place, self.inks["accent"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _lifted(self, painter: QPainter) -> None:
        """A dashed line around the cells whose shifts were cut and wait to be pasted."""
        grid = self._grid
        if not grid.lifted.shift_ids:
            return
        painter.setPen(QPen(self.inks["accent"], 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row, line in enumerate(grid.view.rows):
            for column, cell in enumerate(line.cells):
                if not grid.lifted.shift_ids.isdisjoint(cell.shift_ids):
                    place = grid.visualRect(grid.roster.index(row, column))
                    painter.drawRect(place.adjusted(1, 1, -2, -2))

    def _selection(self, painter: QPainter) -> None:
        grid = self._grid
        block = grid.selectionModel().selection()
        if len(grid.selectionModel().selectedIndexes()) > 1:
            shade = QColor(self.inks["accent"])
            shade.setAlpha(_SHADE)
            for number in range(block.count()):
                part = block.at(number)
                area = grid.visualRect(part.topLeft()) | grid.visualRect(part.bottomRight())
                painter.fillRect(area, shade)
                painter.setPen(QPen(self.inks["accent"], 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.adjusted(0, 0, -1, -1))
        current = grid.currentIndex()
        if current.isValid():
            role = "accent" if grid.hasFocus() else "border"
            self.ring(painter, grid.visualRect(current), self.inks[role])

    def _fresh(self) -> Strips:
        inks = Inks(theme.current().tokens)
        codes = self._grid.layout_style.codes
        return Strips(CellPainter(inks, codes=codes, hour12=self._hour12))
