"""Paints the cells of a record table: text, icon, category stripe and pill."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.cells import ALIGN, ICON, Index, paint_icon, paint_stripe
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.record_header import RecordHeader
from clinicmgr.qtkit.record_model import RecordModel
from clinicmgr.qtkit.tokens import BODY, LABEL, mixed

INSET = 12
_PILL_HEIGHT = 22


class RecordDelegate(QStyledItemDelegate):
    """Draws straight from the record, so that a full repaint of a big table stays under 20 ms."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1
        self._fonts = {False: theme.font(BODY), True: theme.font(BODY, 600)}
        self._metrics = {bold: QFontMetrics(font) for bold, font in self._fonts.items()}
        self._pill_font = theme.font(LABEL, 600)
        self._pill_metrics = QFontMetrics(self._pill_font)
        self._theme = theme.current()
        self._theme.changed.connect(self._take_colors)
        self._colors: dict[str, QColor] = {}
        self._take_colors()

    def _take_colors(self) -> None:
        tokens = self._theme.tokens
        roles = [role for role in tokens.__dataclass_fields__ if role != "mode"]
        self._colors = {role: QColor(tokens.color(role)) for role in roles}
        self._colors["hover"] = QColor(mixed(tokens.surface, tokens.surface_2, 0.6))
        self._colors[""] = self._colors["text"]
        self._colors["secondary"] = self._colors["text_2"]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = cast("RecordModel[Any]", index.model())
        column = model.columns[index.column()]
        text = column.text(model.record(index.row()))
        extra = 2 * INSET + 2 + (18 if column.pill else 0) + (ICON + 8 if column.icon else 0)
        extra += 14 if column.color else 0
        wide = self._metrics[column.strong].horizontalAdvance(text)
        return QSize(wide + extra, self._theme.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cast("RecordModel[Any]", index.model())
        column = model.columns[index.column()]
        record = model.record(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, index, selected)
        inner = rect.adjusted(INSET, 0, -INSET, -1)
        if column.color is not None and (number := column.color(record)) is not None:
            paint_stripe(painter, inner, number)
            inner.setLeft(inner.left() + 14)
        if column.icon is not None and (name := column.icon(record)):
            tone = column.tone(record) if column.tone else ""
            paint_icon(painter, inner, name, "text_2" if tone in {"", "secondary"} else tone)
            inner.setLeft(inner.left() + ICON + 8)
        self._words(painter, inner, column, record, selected)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        colors = self._colors
        if selected:
            painter.fillRect(rect, colors["accent_soft"])
        elif index.row() == self.hovered:
            painter.fillRect(rect, colors["hover"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors["hairline"])
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            self._ring(painter, rect, index.column())

    def _ring(self, painter: QPainter, rect: QRect, column: int) -> None:
        """The focus ring, which goes around the whole row."""
        accent = self._colors["accent"]
        order = cast("RecordHeader", self._view.horizontalHeader()).order()
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, accent)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, accent)
        if column == order[0]:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), accent)
        if column == order[-1]:
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), accent)

    def _words(
        self, painter: QPainter, rect: QRect, column: Column[Any], record: Any, selected: bool
    ) -> None:
        text = column.text(record).replace("\n", " ")
        tone = column.tone(record) if column.tone is not None else ""
        if not text:
            return
        if column.pill:
            soft = self._colors.get(f"{tone}_soft", self._colors["surface_2"])
            ground = self._colors["surface"] if selected else soft
            self._pill(painter, rect, column, text, (self._colors[tone or "text_2"], ground))
            return
        metrics = self._metrics[column.strong]
        painter.setFont(self._fonts[column.strong])
        painter.setPen(self._colors[tone])
        if metrics.horizontalAdvance(text) > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(ALIGN[column.align]), text)

    def _pill(
        self,
        painter: QPainter,
        rect: QRect,
        column: Column[Any],
        text: str,
        colors: tuple[QColor, QColor],
    ) -> None:
        room = rect.width() - 18
        text = self._pill_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        wide = self._pill_metrics.horizontalAdvance(text) + 18
        left = {
            "left": rect.left(),
            "center": rect.center().x() - wide // 2,
            "right": rect.right() - wide,
        }[column.align]
        top = rect.top() + (rect.height() - _PILL_HEIGHT) / 2
        shape = QRectF(left, top, wide, _PILL_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors[1])
        painter.drawRoundedRect(shape, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setPen(colors[0])
        painter.setFont(self._pill_font)
        painter.drawText(shape, int(Qt.AlignmentFlag.AlignCenter), text)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text only where it is cut off."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            wide = self.sizeHint(option, index).width()
            if wide <= view.visualRect(index).width():
                QToolTip.hideText()
                return True
        return super().helpEvent(event, view, option, index)
