"""Paints a month: sums in bold on a ground of their own, accounts set in, bars by percent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from clinicmgr.finance.gui.month_rows import MonthRow
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.cells import Index
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.record_delegate import INSET, RecordDelegate
from clinicmgr.qtkit.record_model import RecordModel

_INDENT = 16
_BAR = 8
_TEXT_ROOM = 62
FULL_BAR = Decimal("0.5")
"""The share of the budget at which a bar is as long as it can be."""


class MonthDelegate(RecordDelegate):
    """A bar goes to the right of the middle where more came or went than planned."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = cast("RecordModel[MonthRow]", index.model())
        if model.columns[index.column()].key == "bar":
            self._bar(painter, option.rect, model.record(index.row()))

    def _ground(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        model = cast("RecordModel[MonthRow]", index.model())
        if model.record(index.row()).level == "total" and not selected:
            painter.fillRect(rect, self._colors["surface_2"])
        super()._ground(painter, rect, index, selected)

    def _words(
        self, painter: QPainter, rect: QRect, column: Column[Any], record: Any, selected: bool
    ) -> None:
        if record.is_sum:
            column = replace(column, strong=True)
        elif column.key == "account":
            rect = rect.adjusted(_INDENT, 0, 0, 0)
        super()._words(painter, rect, column, record, selected)

    def _bar(self, painter: QPainter, rect: QRect, row: MonthRow) -> None:
        share = row.in_month.share
        if not share:
            return
        room = rect.adjusted(INSET, 0, -INSET - _TEXT_ROOM, 0)
        half = room.width() / 2
        long = float(min(abs(share) / FULL_BAR, Decimal(1))) * half
        middle = room.left() + half
        top = rect.top() + (rect.height() - _BAR) / 2
        left = middle if share > 0 else middle - long
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(row.tone if row.tone != "secondary" else "text_2"))
        painter.drawRoundedRect(QRectF(left, top, max(long, 2), _BAR), 2, 2)
        painter.setBrush(theme.current().color("border"))
        painter.drawRect(QRectF(middle - 0.5, top - 4, 1, _BAR + 8))
        painter.restore()
