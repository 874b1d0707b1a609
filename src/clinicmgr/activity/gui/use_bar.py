"""A bar beside a share, in the column of a table."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.cells import Index
from clinicmgr.qtkit.record_delegate import INSET, RecordDelegate
from clinicmgr.qtkit.record_model import RecordModel

_TEXT = 64
_HIGH = 12.0


class BarDelegate(RecordDelegate):
    """Paints the text of the cell at its right end and a bar of the share before it.

    A share of one fills the room; what is beyond is cut off and the bar has another tone.
    """

    def __init__(self, view: QTableView, share: Callable[[Any], Decimal | None]) -> None:
        super().__init__(view)
        self._share = share

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        record = cast("RecordModel[Any]", index.model()).record(index.row())
        share = self._share(record)
        if share is None:
            return
        rect = option.rect.adjusted(INSET, 0, -INSET - _TEXT, -1)
        wide = float(min(share, Decimal(1))) * rect.width()
        top = rect.top() + (rect.height() - _HIGH) / 2
        colors = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("surface_2"))
        painter.drawRoundedRect(QRectF(rect.left(), top, rect.width(), _HIGH), 3, 3)
        painter.setBrush(colors.color("accent" if share <= 1 else "warning"))
        painter.drawRoundedRect(QRectF(rect.left(), top, wide, _HIGH), 3, 3)
        painter.restore()
