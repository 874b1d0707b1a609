"""Draws whole cells: ground, leave, chips; cells that look alike are drawn once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from clinicmgr.qtkit.tokens import RADIUS_CHIP
from clinicmgr.schedule.gui.chip_layout import INSET, chip_rects
from clinicmgr.schedule.gui.chip_painter import ChipPainter
from clinicmgr.schedule.gui.inks import Inks, elided, font, metrics
from clinicmgr.schedule.gui.roster_view import CellLook
from clinicmgr.schedule.gui.shift_text import VARIANTS, times_texts

_MOST_TILES = 1500
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_WIDEST = (10 * 60 + 30, 22 * 60 + 30)


class CellPainter:
    """Pictures of cells by look and size. `codes`: chips show their code only, as in a month."""

    def __init__(self, inks: Inks, *, codes: bool, hour12: bool) -> None:
        self.inks = inks
        self._codes = codes
        self._hour12 = hour12
        self._tiles: dict[tuple[CellLook, int, int, float], QPixmap] = {}

    def tile(self, look: CellLook, size: QSize, scale: float) -> QPixmap:
        """The picture of a cell of this size (logical pixels)."""
        key = (look, size.width(), size.height(), scale)
        known = self._tiles.get(key)
        if known is None:
            if len(self._tiles) >= _MOST_TILES:
                self._tiles.clear()
            known = self._tiles[key] = self._drawn(look, size, scale)
        return known

    def variant(self, width: int) -> int:
        """How times are written in cells of this width: the longest way that always fits."""
        room = width - 2 * INSET - 1 - 6 - 6 - 4 - 20
        for variant in range(VARIANTS):
            text = times_texts(*_WIDEST, hour12=self._hour12)[variant]
            if metrics(14, 600).horizontalAdvance(text) <= room:
                return variant
        return VARIANTS - 1

    def _drawn(self, look: CellLook, size: QSize, scale: float) -> QPixmap:
        made = QPixmap(round(size.width() * scale), round(size.height() * scale))
        made.setDevicePixelRatio(scale)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        whole = QRect(0, 0, size.width(), size.height())
        self._ground(painter, look, whole)
        chips = ChipPainter(painter, self.inks, self.variant(size.width()), hour12=self._hour12)
        self._chips(chips, look, size)
        painter.end()
        return made

    def _ground(self, painter: QPainter, look: CellLook, whole: QRect) -> None:
        inks = self.inks
        role = "surface"
        if look.closed or look.outside:
            role = "closed"
        elif look.today:
            role = "today"
        elif look.weekend:
            role = "weekend"
        painter.fillRect(whole, inks[role])
        if look.unavailable and not look.outside:
            self._corner(painter, whole)
        if look.leave:
            self._leave(painter, look, whole)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(inks["line"])
        painter.drawLine(whole.right(), 0, whole.right(), whole.bottom())
        painter.drawLine(0, whole.bottom(), whole.right(), whole.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _corner(self, painter: QPainter, whole: QRect) -> None:
        """A folded corner: the person is not available."""
        side = 7 if self._codes else 10
        right, top = float(whole.right()), 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks["corner"])
        painter.drawPolygon(
            QPolygonF([QPointF(right - side, top), QPointF(right, top), QPointF(right, side)])
        )

    def _leave(self, painter: QPainter, look: CellLook, whole: QRect) -> None:
        inks = self.inks
        box = QRectF(whole).adjusted(INSET, INSET, -INSET - 1, -INSET - 1)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        painter.save()
        painter.setClipPath(path)
        painter.setPen(QPen(inks["hatch"], 1))
        step, high = 7, int(box.height())
        for left in range(int(box.left()) - high, int(box.right()) + step, step):
            painter.drawLine(left, int(box.bottom()), left + high, int(box.top()))
        painter.restore()
        painter.setPen(QPen(inks["hatch"], 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        if not look.chips:
            self._word(painter, look.leave[:1] if self._codes else look.leave, box)

    def _word(self, painter: QPainter, word: str, box: QRectF) -> None:
        """The kind of leave on a clean ground in the middle of the hatch."""
        pixels = 12 if self._codes else 13
        text = elided(word, int(box.width()) - 14, pixels)
        wide = metrics(pixels).horizontalAdvance(text) + (6 if self._codes else 14)
        high = min(20.0, box.height() - 4)
        plate = QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks["surface"])
        painter.drawRoundedRect(plate, 3, 3)
        painter.setFont(font(pixels))
        painter.setPen(self.inks["text_2"])
        painter.drawText(plate, _CENTER, text)

    def _chips(self, chips: ChipPainter, look: CellLook, size: QSize) -> None:
        places = chip_rects(size.width(), size.height(), len(look.chips))
        left_over = len(look.chips) - len(places)
        for number, place in enumerate(places):
            if left_over and number == len(places) - 1:
                chips.more(left_over + 1, place)
            elif self._codes:
                chips.draw_code(look.chips[number], place)
            else:
                chips.draw(look.chips[number], place)
