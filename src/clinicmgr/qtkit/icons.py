"""Our icons: line drawings that take their color from the theme at the moment they are painted.

A `QIcon` from here may be given to any button, action or item and forgotten: after a change of
theme it paints itself in the new color, and at 200 % it is drawn at twice the size.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from clinicmgr.kernel.paths import resource
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.tokens import ICON, mixed


class TintedIcon(QIconEngine):
    """Draws one of our icons in the color of a role of the current theme."""

    def __init__(self, name: str, color_role: str, on_role: str) -> None:
        super().__init__()
        self._name = name
        self._role = color_role
        self._on_role = on_role

    def clone(self) -> QIconEngine:
        made = TintedIcon(self._name, self._role, self._on_role)
        theme.current().kept.append(made)  # Qt does not take over what Python returns here
        return made

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        tokens = theme.current().tokens
        color = tokens.color(self._on_role if state == QIcon.State.On else self._role)
        if mode == QIcon.Mode.Disabled:
            color = mixed(tokens.text_2, tokens.window, 0.5)
        return drawn(self._name, color, size, scale)


def icon(name: str, color_role: str = "text", on_role: str = "") -> QIcon:
    """The icon of that name in the color of a token, such as "text_2".

    `on_role` is its color on a button that is checked. FileNotFoundError if there is none.
    """
    if not _file(name).is_file():
        raise FileNotFoundError(_file(name))
    return QIcon(TintedIcon(name, color_role, on_role or color_role))


def pixmap(name: str, color_role: str = "text", pixels: int = ICON, scale: float = 1.0) -> QPixmap:
    """The icon as a picture of that size (logical pixels) for painting; it does not follow."""
    return drawn(name, theme.current().tokens.color(color_role), QSize(pixels, pixels), scale)


def app_icon() -> QIcon:
    """The sign of the program, in the sizes that window systems ask for."""
    made = QIcon()
    for pixels in (16, 32, 48, 128):
        made.addPixmap(drawn("app", "", QSize(pixels, pixels), 1.0))
    return made


def drawn(name: str, color: str, size: QSize, scale: float) -> QPixmap:
    """The drawing in a color ("#RRGGBB"), kept in Qt's cache of pictures."""
    key = f"clinicmgr:{name}:{color}:{size.width()}x{size.height()}@{scale:.3f}"
    known = cast("QPixmap | None", QPixmapCache.find(key))  # type: ignore[call-overload]
    if known is not None and not known.isNull():
        return known
    made = _rendered(name, color, size, scale)
    QPixmapCache.insert(key, made)
    return made


def _rendered(name: str, color: str, size: QSize, scale: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # two milliseconds, paid when the first icon is drawn

    source = _file(name).read_bytes().replace(b"currentColor", color.encode())
    renderer = QSvgRenderer(QByteArray(source))
    made = QPixmap(size * scale)
    made.setDevicePixelRatio(scale)
    made.fill(QColor(0, 0, 0, 0))  # not from `Qt`, see theme.py
    side = min(size.width(), size.height())
    target = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    painter = QPainter(made)
    renderer.render(painter, target)
    painter.end()
    return made


def _file(name: str) -> Path:
    return resource(f"icons/{name}.svg")
