"""The sheets of a preview, below each other; only those in view are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme

_GAP = 16
_POINTS = 72.0
_KEPT = 8
Render = Callable[[int, float, Callable[[QImage], object]], None]


class Sheets(QAbstractScrollArea):
    """Lays out pages of given sizes (points) and asks for their pictures as they come into view."""

    moved = Signal(int)

    def __init__(self, render: Render, parent: QWidget) -> None:
        super().__init__(parent)
        self._render = render
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.page = 0
        self._fit = "page"
        self._scale = 1.0  # logical pixels a point
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: dict[int, float] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages"))
        self.setFrameShape(self.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes, from the first."""
        self.sizes = tuple(sizes)
        self._pictures.clear()
        self._asked.clear()
        self._lay_out()

    def fit(self, how: str) -> None:
        """Fit the whole "page" or its "width" into the view."""
        self._fit = how
        self._lay_out()

    def zoom_by(self, factor: float) -> None:
        """Show everything larger or smaller, between a quarter and four times the paper's size."""
        self._fit = ""
        self._scale = min(max(self._scale * factor, 0.25), 4.0)
        self._lay_out()

    def show_page(self, page: int) -> None:
        """Bring a page into view."""
        if self.sizes:
            wanted = min(max(page, 0), len(self.sizes) - 1)
            self.verticalScrollBar().setValue(self._boxes()[wanted].top() - _GAP)
            self._go(wanted)

    def _boxes(self) -> list[QRect]:
        """Where each page stands on the long strip of all."""
        boxes, top = [], _GAP
        widest = max([round(wide * self._scale) for wide, _high in self.sizes], default=0)
        room = max(self.viewport().width(), widest + 2 * _GAP)
        for wide, high in self.sizes:
            width, height = round(wide * self._scale), round(high * self._scale)
            boxes.append(QRect((room - width) // 2, top, width, height))
            top += height + _GAP
        return boxes

    def _lay_out(self) -> None:
        view = self.viewport().size()
        if self.sizes and self._fit:
            wide = max(size[0] for size in self.sizes)
            high = max(size[1] for size in self.sizes)
            by_width = (view.width() - 2 * _GAP) / wide
            by_height = (view.height() - 2 * _GAP) / high
            self._scale = max(by_width if self._fit == "width" else min(by_width, by_height), 0.1)
        boxes = self._boxes()
        bottom = boxes[-1].bottom() + _GAP if boxes else 0
        right = max((box.right() + _GAP for box in boxes), default=0)
        kept = self.page
        for bar, length, room in (
            (self.verticalScrollBar(), bottom, view.height()),
            (self.horizontalScrollBar(), right, view.width()),
        ):
            bar.setRange(0, max(length - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(40)
        self.show_page(kept)
        self.viewport().update()

    def _scrolled(self, value: int) -> None:
        """The page in view is the one that has the middle of the view."""
        middle = value + self.viewport().height() // 2
        boxes = self._boxes()
        self._go(next((at for at, box in enumerate(boxes) if box.bottom() >= middle), 0))

    def _go(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self.moved.emit(page)

    def _picture(self, page: int) -> QImage | None:
        """Return what there is of a page, and ask for it in the right size if that is missing."""
        dpi = self._scale * _POINTS * self.devicePixelRatioF()
        known = self._pictures.get(page)
        if (known is None or known[0] != dpi) and self._asked.get(page) != dpi:
            self._asked[page] = dpi
            self._render(page, dpi, lambda image: self._take(page, dpi, image))
        return None if known is None else known[1]

    def _take(self, page: int, dpi: float, image: QImage) -> None:
        self._pictures.pop(page, None)
        self._pictures[page] = (dpi, image)
        for far in list(self._pictures)[:-_KEPT]:
            del self._pictures[far]
            self._asked.pop(far, None)
        self.viewport().update()

    # What Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), look.color("surface_2"))
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for page, box in enumerate(self._boxes()):
            shown = box.translated(-left, -top)
            if shown.intersects(self.viewport().rect()):
                painter.fillRect(shown, Qt.GlobalColor.white)  # paper is white in every theme
                picture = self._picture(page)
                if picture is not None:
                    painter.drawImage(shown, picture)
                painter.setPen(look.color("hairline"))
                painter.drawRect(shown)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
        else:
            super().wheelEvent(event)
