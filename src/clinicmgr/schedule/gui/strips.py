"""Rows as pictures: a full repaint draws one picture for each row, not one for each cell."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from clinicmgr.schedule.gui.cell_painter import CellPainter
from clinicmgr.schedule.gui.roster_view import RosterView, RowView

Drawn = tuple[RowView, tuple[int, ...], int, float, QPixmap]


class Strips:
    """The pictures of the rows that were seen, kept while they stay as they are."""

    def __init__(self, cells: CellPainter) -> None:
        self.cells = cells
        self._drawn: dict[int, Drawn] = {}

    def forget(self) -> None:
        """Draw everything anew, as after a change of colors."""
        self._drawn.clear()

    def renew(self, view: RosterView) -> None:
        """Keep the pictures of rows that look the same in a new view."""
        kept = {}
        for number, (row, widths, height, scale, picture) in self._drawn.items():
            if number < len(view.rows) and _alike(view.rows[number], row):
                kept[number] = (view.rows[number], widths, height, scale, picture)
        self._drawn = kept

    def strip(
        self, number: int, row: RowView, widths: tuple[int, ...], height: int, scale: float
    ) -> QPixmap:
        """The picture of a row whose columns have these widths."""
        known = self._drawn.get(number)
        if known is not None and known[0] is row and known[1:4] == (widths, height, scale):
            return known[4]
        picture = self._draw(row, widths, height, scale)
        self._drawn[number] = (row, widths, height, scale, picture)
        return picture

    def _draw(self, row: RowView, widths: tuple[int, ...], height: int, scale: float) -> QPixmap:
        picture = QPixmap(round(sum(widths) * scale), round(height * scale))
        picture.setDevicePixelRatio(scale)
        painter = QPainter(picture)
        if row.kind == "group":
            self._band(painter, sum(widths), height)
        else:
            left = 0
            for cell, width in zip(row.cells, widths, strict=True):
                painter.drawPixmap(left, 0, self.cells.tile(cell.look, QSize(width, height), scale))
                left += width
        painter.end()
        return picture

    def _band(self, painter: QPainter, width: int, height: int) -> None:
        painter.fillRect(QRect(0, 0, width, height), self.cells.inks["band"])
        painter.setPen(self.cells.inks["line"])
        painter.drawLine(0, height - 1, width, height - 1)


def _alike(one: RowView, other: RowView) -> bool:
    return one.kind == other.kind and [cell.look for cell in one.cells] == [
        cell.look for cell in other.cells
    ]
