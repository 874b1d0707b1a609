"""Paints the lines of a list: the ground here, what stands on it in each list's own painter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.tokens import mixed
from clinicmgr.schedule.gui.inks import Inks
from clinicmgr.today.gui.line_model import Index, LineModel


@dataclass(frozen=True, slots=True)
class Stroke:
    """What a line is painted with: where, in which colors, and how it stands to the user."""

    painter: QPainter
    rect: QRect
    inks: Inks
    selected: bool
    pointed: QPoint | None
    """Where the mouse is, if it is over this line."""


class LinePainter(QStyledItemDelegate):
    """Says how high a line is and paints it; each list has its own."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.mouse = QPoint(-1, -1)
        self._theme = theme.current()
        self._theme.changed.connect(self._take_inks)
        self.inks = Inks(self._theme.tokens)

    def height(self, content: Any, width: int) -> int:
        """Return how high a line is at this width."""
        raise NotImplementedError

    def draw(self, content: Any, stroke: Stroke) -> None:
        """Paint a line."""
        raise NotImplementedError

    def button(self, content: Any, rect: QRect) -> QRect:
        """Return where the button of a line is; empty where it has none."""
        return QRect()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = cast("LineModel", index.model()).lines[index.row()]
        width = self._view.viewport().width()
        return QSize(width, self.height(line.content, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = cast("LineModel", index.model()).lines[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        pointed = self.mouse if not line.fixed and rect.contains(self.mouse) else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not line.fixed:
            self._ground(painter, rect, selected=selected, pointed=pointed is not None)
        self.draw(line.content, Stroke(painter, rect, self.inks, selected, pointed))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, *, selected: bool, pointed: bool) -> None:
        colors = self.inks.tokens
        box = rect.adjusted(0, 1, 0, -1)
        ground = colors.accent_soft if selected else mixed(colors.surface, colors.surface_2, 0.6)
        if not selected and not pointed:
            return
        ringed = selected and self._view.hasFocus()
        painter.setPen(self.inks["accent"] if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), 5, 5)

    def _take_inks(self) -> None:
        self.inks = Inks(self._theme.tokens)
        self._view.viewport().update()
