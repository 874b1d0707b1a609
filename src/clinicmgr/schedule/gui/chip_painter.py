"""Draws one shift as a chip: stripe, times, code and place, and the signs of what is special."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from clinicmgr.qtkit import icons
from clinicmgr.qtkit.tokens import RADIUS_CHIP, mixed
from clinicmgr.schedule.gui.inks import Inks, elided, font, metrics
from clinicmgr.schedule.gui.roster_view import ChipLook, Mark
from clinicmgr.schedule.gui.shift_text import times_texts

STRIPE = 6
BADGE = 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_TALL = 33
_ROOMY = 96
_SIGN = QSize(12, 12)
_MEDIUM = 21


class ChipPainter:
    """Draws chips with a painter that somebody else opened.

    `variant` says how short times are written, so that all chips of a grid are written alike.
    """

    def __init__(self, painter: QPainter, inks: Inks, variant: int, *, hour12: bool) -> None:
        self._painter = painter
        self._inks = inks
        self._variant = variant
        self._hour12 = hour12

    def draw(self, look: ChipLook, rect: QRect) -> None:
        """Draw a chip as rich as there is room for."""
        if rect.height() < _TALL and look.name:
            self._named(look, rect)
            return
        if rect.height() < _TALL and rect.width() < _ROOMY - 10:
            self._small(look, rect)
            return
        self._shape(look, rect, STRIPE)
        inner = rect.adjusted(STRIPE + 6, 0, -4, 0)
        if rect.height() < _TALL:
            self._one_line(look, inner.adjusted(0, 0, -self._signs(look, rect), 0))
        elif rect.width() < _ROOMY:
            self._two_lines(look, inner, 0, self._low_signs(look, rect))
        else:
            used = self._signs(look, rect)
            self._two_lines(look, inner, used, used)

    def draw_code(self, look: ChipLook, rect: QRect) -> None:
        """Draw a chip that has room for a code only."""
        self._shape(look, rect, 3)
        text = look.initials or look.kind or look.code
        inner = rect.adjusted(3, 0, 0, 0)
        pixels = 12 if rect.height() >= 16 else 10
        while pixels > 9 and metrics(pixels, 600).horizontalAdvance(text) > inner.width() - 1:
            pixels -= 1
        self._write(text, inner, pixels, 600, self._inks.text(look.color), _CENTER)
        if look.mark is not Mark.QUIET:
            self._badge(look.mark, QRectF(rect.right() - 6.5, rect.top() - 3, 10, 10))

    def more(self, count: int, rect: QRect) -> None:
        """Say how many shifts there was no room for."""
        self._write(f"+{count}", rect, 12, 600, self._inks["text_2"], _CENTER)

    # Shape

    def _shape(self, look: ChipLook, rect: QRect, stripe: int) -> None:
        painter, inks = self._painter, self._inks
        box = QRectF(rect)
        path = QPainterPath()
        radius = min(RADIUS_CHIP, rect.height() / 3)
        path.addRoundedRect(box, radius, radius)
        ground = inks.fill(look.color)
        if look.proposed:
            ground = QColor(mixed(ground.name(), inks.tokens.surface, 0.55))
        painter.fillPath(path, ground)
        painter.save()
        painter.setClipPath(path)
        edge = QRectF(box.left(), box.top(), stripe, box.height())
        if look.draft:
            draft_edge(painter, edge, inks.strong(look.color))
        else:
            painter.fillRect(edge, inks.strong(look.color))
        painter.restore()
        if look.proposed:
            self._outline(box, QPen(inks["accent"], 1.5, Qt.PenStyle.DashLine))
        elif look.mark is Mark.PROBLEM:
            self._outline(box, QPen(inks["danger"], 1.6))

    def _outline(self, box: QRectF, pen: QPen) -> None:
        inset = pen.widthF() / 2
        radius = min(RADIUS_CHIP, box.height() / 3)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    # Words

    def _two_lines(self, look: ChipLook, inner: QRect, above: int, below: int) -> None:
        """Times above, code and place below; signs take `above` and `below` pixels at the right."""
        ink = self._inks.text(look.color)
        half = inner.height() // 2
        top = QRect(inner.left(), inner.top() + 1, inner.width() - above, half)
        low = QRect(inner.left(), inner.top() + half, inner.width() - below, half - 1)
        times = times_texts(look.start, look.end, hour12=self._hour12)[self._variant]
        self._write(times, top, 14, 600, ink, _LEFT)
        used = metrics(14, 600).horizontalAdvance(times) + 8
        wide = metrics(12, 600).horizontalAdvance(look.kind)
        if look.kind and top.width() - used >= wide + 2:
            self._write(look.kind, top.adjusted(0, 0, -2, 0), 12, 600, _faded(ink, 170), _RIGHT)
        self._write(self._second(look, low.width()), low, 12, 400, ink, _LEFT)

    def _second(self, look: ChipLook, room: int) -> str:
        """Code (or whose it is) and place, the place by its code where its name does not fit."""
        code = look.name or look.code
        long = f"{code} · {look.place}" if look.place else code
        if metrics(12).horizontalAdvance(long) <= room:
            return long
        short = f"{code} · {look.place_code}" if look.place_code else long
        fits = look.place_code == "" or metrics(12).horizontalAdvance(short) <= room
        return short if fits else code

    def _named(self, look: ChipLook, rect: QRect) -> None:
        """Whose the shift is, and its times where there is room for them behind the name."""
        self._shape(look, rect, 4)
        inner = rect.adjusted(8, 0, -3, 0)
        inner = inner.adjusted(0, 0, -self._signs(look, rect), 0)
        ink = self._inks.text(look.color)
        pixels = 12 if rect.height() >= 14 else 11
        name = metrics(pixels, 600).horizontalAdvance(look.name) + 6
        for times in times_texts(look.start, look.end, hour12=self._hour12)[1:]:
            if name + metrics(pixels).horizontalAdvance(times) <= inner.width():
                self._write(times, inner.adjusted(name, 0, 0, 0), pixels, 400, ink, _LEFT)
                break
        self._write(look.name, inner, pixels, 600, ink, _LEFT)

    def _small(self, look: ChipLook, rect: QRect) -> None:
        """A chip that shares its cell: its times, or only its start; signs at the corner."""
        self._shape(look, rect, 4)
        inner = rect.adjusted(7, 0, -2, 0)
        pixels = 12 if rect.height() >= 14 else 11
        times = times_texts(look.start, look.end, hour12=self._hour12)[-1]
        if metrics(pixels, 600).horizontalAdvance(times) > inner.width():
            times = times.partition("–")[0]
        self._write(times, inner, pixels, 600, self._inks.text(look.color), _LEFT)
        if look.mark is not Mark.QUIET:
            self._badge(look.mark, QRectF(rect.right() - 8.5, rect.top() - 2, 11, 11))

    def _one_line(self, look: ChipLook, inner: QRect) -> None:
        medium = inner.height() >= _MEDIUM
        pixels = 13 if medium else (12 if inner.height() >= 14 else 11)
        ink = self._inks.text(look.color)
        code = look.kind or look.code
        wide = metrics(12, 600).horizontalAdvance(code) + 5
        last = len(times_texts(look.start, look.end, hour12=self._hour12)) - 1
        for variant in range(max(self._variant, 1), last + 1):
            times = times_texts(look.start, look.end, hour12=self._hour12)[variant]
            if wide + metrics(pixels, 600).horizontalAdvance(times) <= inner.width():
                self._write(code, inner, min(pixels, 12), 400, ink, _LEFT)
                inner = inner.adjusted(wide, 0, 0, 0)
                break
        else:
            times = times_texts(look.start, look.end, hour12=self._hour12)[last]
        self._write(times, inner, pixels, 600, ink, _LEFT)
        used = metrics(pixels, 600).horizontalAdvance(times) + 10
        if look.place and metrics(12).horizontalAdvance(look.place) <= inner.width() - used:
            self._write(look.place, inner.adjusted(used, 0, 0, 0), 12, 400, ink, _LEFT)

    def _write(
        self, text: str, rect: QRect, pixels: int, weight: int, color: QColor,
        align: Qt.AlignmentFlag,
    ) -> None:  # fmt: skip
        self._painter.setFont(font(pixels, weight))
        self._painter.setPen(color)
        self._painter.drawText(rect, int(align), elided(text, rect.width(), pixels, weight))

    # Signs

    def _signs(self, look: ChipLook, rect: QRect) -> int:
        """Draw the signs at the right; return how much room they take."""
        used = 0
        side = min(BADGE, rect.height() - 2)
        if look.mark is not Mark.QUIET:
            top = rect.top() + 3 if rect.height() >= _TALL else rect.center().y() - side / 2 + 1
            self._badge(look.mark, QRectF(rect.right() - 3 - side, top, side, side))
            used = side + 3
        if look.locked or look.noted:
            size = _SIGN.width()
            tall = rect.height() >= _TALL
            top = rect.bottom() - size - 3 if tall else rect.center().y() - size // 2
            self._picture(look, rect.right() - 4 - size - (0 if tall else used), round(top))
            used = max(used, size + 3) if tall else used + size + 3
        return used

    def _low_signs(self, look: ChipLook, rect: QRect) -> int:
        """Signs in the lower line of a narrow chip, so that its times can be read."""
        used = 0
        if look.mark is not Mark.QUIET:
            self._badge(look.mark, QRectF(rect.right() - 16, rect.bottom() - 16, 14, 14))
            used = 15
        if look.locked or look.noted:
            self._picture(look, rect.right() - 3 - 12 - used, rect.bottom() - 15)
            used += 14
        return used

    def _picture(self, look: ChipLook, left: int, top: int) -> None:
        """A lock, or a sheet for a note."""
        color = _faded(self._inks.text(look.color), 210)
        scale = self._painter.device().devicePixelRatioF()
        name = "lock" if look.locked else "document"
        self._painter.drawPixmap(left, top, icons.drawn(name, color.name(), _SIGN, scale))

    def _badge(self, mark: Mark, box: QRectF) -> None:
        """A round sign for a problem, a triangle for a warning, each with an exclamation mark."""
        painter, inks = self._painter, self._inks
        painter.setPen(Qt.PenStyle.NoPen)
        if mark is Mark.PROBLEM:
            painter.setBrush(inks["danger"])
            painter.drawEllipse(box)
            words = box
        else:
            painter.setBrush(inks["warning"])
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(box.center().x(), box.top() + 0.5),
                        QPointF(box.right(), box.bottom() - 1),
                        QPointF(box.left(), box.bottom() - 1),
                    ]
                )
            )
            words = box.adjusted(0, box.height() * 0.18, 0, 0)
        pixels = max(8, round(box.height() * (0.78 if mark is Mark.PROBLEM else 0.62)))
        painter.setFont(font(pixels, 600))
        painter.setPen(inks["surface"])
        painter.drawText(words, int(_CENTER), "!")


def draft_edge(painter: QPainter, edge: QRectF, color: QColor) -> None:
    """Hatch the left edge of a chip that was not published: also seen without its color."""
    pen = QPen(color, 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setClipRect(edge, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen)
    slant = edge.width() * 0.7
    top = edge.top() - slant
    while top < edge.bottom() + slant:
        painter.drawLine(QPointF(edge.left(), top + slant), QPointF(edge.right(), top))
        top += 5
    painter.restore()


def _faded(color: QColor, alpha: int) -> QColor:
    made = QColor(color)
    made.setAlpha(alpha)
    return made
