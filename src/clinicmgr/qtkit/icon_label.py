"""An icon that stands beside text and can be neither pressed nor reached."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clinicmgr.qtkit.icons import icon
from clinicmgr.qtkit.tokens import ICON


class IconLabel(QWidget):
    """One of our icons in the color of a token; it follows the theme."""

    def __init__(
        self,
        name: str = "info",
        color_role: str = "text",
        pixels: int = ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon(name, color_role)
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, color_role: str = "text") -> None:
        """Show another icon."""
        self._icon = icon(name, color_role)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._pixels, self._pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
