"""What the cells of every table have in common: where text stands, titles, stripes and icons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from clinicmgr.kernel.colors import category
from clinicmgr.qtkit import icons, theme
from clinicmgr.qtkit.column import Column

Index = QModelIndex | QPersistentModelIndex

ICON = 16
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


def header_cell(
    columns: Sequence[Column[Any]], section: int, orientation: Qt.Orientation, role: int
) -> Any:
    """Return what a model says of the title of a column; rows have none."""
    if orientation == Qt.Orientation.Vertical or not 0 <= section < len(columns):
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return columns[section].title
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return ALIGN[columns[section].align]
    return None


def paint_stripe(painter: QPainter, rect: QRect, number: int) -> None:
    """Paint the stripe of a category at the left of `rect`; it takes 14 pixels with its gap."""
    shade = category(number)
    light = theme.current().tokens.mode == "light"
    high = min(22, rect.height() - 8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shade.strong if light else shade.dark_strong))
    top = rect.top() + (rect.height() - high) / 2
    painter.drawRoundedRect(QRectF(rect.left(), top, 5, high), 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_icon(painter: QPainter, rect: QRect, name: str, role: str) -> None:
    """Paint an icon at the left of `rect` in the color of a role."""
    scale = painter.device().devicePixelRatioF()
    top = rect.top() + (rect.height() - ICON) // 2
    painter.drawPixmap(rect.left(), top, icons.pixmap(name, role, ICON, scale))
