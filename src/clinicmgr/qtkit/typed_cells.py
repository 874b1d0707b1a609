"""Paints the cells of a typed table and makes the line one types in."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.cells import ALIGN, ICON, Index, paint_icon, paint_stripe
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.tokens import BODY
from clinicmgr.qtkit.typed_model import TypedModel

_INSET = 10


class TypedDelegate(QStyledItemDelegate):
    """Lines between the cells, a ring around the current one, a soft ground for filled ones."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts = {False: theme.font(BODY), True: theme.font(BODY, 600)}
        self._metrics = {bold: QFontMetrics(font) for bold, font in self._fonts.items()}
        self._theme = theme.current()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        column, record = self._cell(index)
        wide = self._metrics[column.strong].horizontalAdvance(column.text(record))
        return QSize(wide + 2 * _INSET + 24, self._theme.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, record = self._cell(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        painter.setPen(self._theme.color("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(_INSET, 0, -_INSET, -1)
        if column.color is not None and (number := column.color(record)) is not None:
            paint_stripe(painter, inner, number)
            inner.setLeft(inner.left() + 14)
        if column.icon is not None and (name := column.icon(record)):
            paint_icon(painter, inner, name, self._tone(column, record))
            inner.setLeft(inner.left() + ICON + 7)
        self._words(painter, rect, inner, column, record)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        """A line of text with the name of its column."""
        line = QLineEdit(parent)
        line.setObjectName("cell")
        line.setAccessibleName(self._cell(index)[0].title)
        line.setAlignment(ALIGN[self._cell(index)[0].align])
        line.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 7px; min-height: 0; }")
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    def _cell(self, index: Index) -> tuple[Column[Any], Any]:
        model = cast("TypedModel", index.model())
        return model.columns[index.column()], model.record(index.row())

    def _tone(self, column: Column[Any], record: Any) -> str:
        tone = column.tone(record) if column.tone is not None else ""
        return {"": "text", "secondary": "text_2"}.get(tone, tone)

    def _words(
        self, painter: QPainter, rect: QRect, inner: QRect, column: Column[Any], record: Any
    ) -> None:
        text = column.text(record).replace("\n", " ")
        if not text:
            return
        tone = self._tone(column, record)
        if column.pill:
            soft = "accent_soft" if tone in {"text", "text_2"} else f"{tone}_soft"
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(soft))
            painter.drawRoundedRect(QRectF(rect.adjusted(5, 5, -5, -6)), 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        metrics = self._metrics[column.strong]
        painter.setFont(self._fonts[column.strong])
        painter.setPen(self._theme.color(tone))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(ALIGN[column.align]), text)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text only where it is cut off."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            column, record = self._cell(index)
            if self.sizeHint(option, index).width() > view.visualRect(index).width():
                QToolTip.showText(event.globalPos(), column.text(record), view)
            else:
                QToolTip.hideText()
            return True
        return super().helpEvent(event, view, option, index)
