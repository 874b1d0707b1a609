"""A chart of `paper` on a page: the same drawing as in the print, in the colors of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, QTimer
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from shiboken6 import isValid

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.jobs import Jobs

if TYPE_CHECKING:
    from clinicmgr.paper import Chart

_DPI = 96  # logical pixels an inch, so that 9 points are the 12 pixels of our captions
_MM = _DPI / 25.4
_LEAST = QSize(240, 150)
_PAUSE = 60  # milliseconds without a change of size before it is drawn again


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that a drawing depends on; sizes in logical pixels."""

    chart: Chart
    width: int
    height: int
    ratio: float
    locale: str
    dark: bool


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What a job brings back: RGBA rows, where each category stands, and its values in words."""

    wanted: _Wanted
    pixels: bytes
    size: tuple[int, int]
    places: tuple[float, ...]
    words: tuple[str, ...]


class ChartView(QWidget):
    """Shows one chart, as large as there is room. Pointing at a category tells its values.

    It is drawn in a job, because the first drawing loads matplotlib and each takes 0.1 seconds;
    until then the last drawing is stretched.
    """

    def __init__(self, jobs: Jobs, locale: str = "en_US", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._locale = jobs, locale
        self._chart: Chart | None = None
        self._drawing: _Drawing | None = None
        self._picture = QImage()
        self._is_busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme = theme.current()
        self._theme.changed.connect(self._draw)

    def show_chart(self, chart: Chart) -> None:
        """Show this chart from now on; its title is also what is read aloud first."""
        self._chart = chart
        self.setAccessibleName(chart.title or _("Chart"))
        self.updateGeometry()
        self._draw()

    @property
    def is_drawn(self) -> bool:
        """Whether the chart is to be seen as it is now, in this size and theme."""
        return self._drawing is not None and self._drawing.wanted == self._wanted()

    def sizeHint(self) -> QSize:
        high = _LEAST.height() if self._chart is None else round(self._chart.height * _MM)
        return QSize(480, high)

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(event.pos()), self)
            return True
        return super().event(event)

    def _words_at(self, pos: QPoint) -> str:
        drawing = self._drawing
        if drawing is None or not drawing.places:
            return ""
        wanted = drawing.wanted
        if wanted.chart.kind == "hbar":
            at = pos.y() * wanted.height / max(self.height(), 1)
        else:
            at = pos.x() * wanted.width / max(self.width(), 1)
        near = min(range(len(drawing.places)), key=lambda number: abs(drawing.places[number] - at))
        return drawing.words[near]

    def _wanted(self) -> _Wanted | None:
        if self._chart is None:
            return None
        size, dark = self.size(), self._theme.tokens.mode == "dark"
        ratio = self.devicePixelRatioF()
        return _Wanted(self._chart, size.width(), size.height(), ratio, self._locale, dark)

    def _draw(self) -> None:
        wanted = self._wanted()
        is_room = self.width() >= _LEAST.width() and self.height() >= _LEAST.height()
        if wanted is None or self._is_busy or self.is_drawn or not is_room:
            return
        self._is_busy = True
        self._jobs.run(
            lambda _progress: _drawn(wanted), self._take, self._fail, _("Drawing the chart")
        )

    def _take(self, drawing: _Drawing) -> None:
        if not isValid(self):  # the page was closed meanwhile
            return
        self._is_busy = False
        self._drawing = drawing
        wide, high = drawing.size
        format_ = QImage.Format.Format_RGBA8888
        self._picture = QImage(drawing.pixels, wide, high, wide * 4, format_).copy()
        self.setAccessibleDescription("; ".join(drawing.words))
        self.update()
        self._draw()

    def _fail(self, _error: Exception) -> None:
        if isValid(self):
            self._is_busy = False


def _drawn(wanted: _Wanted) -> _Drawing:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from clinicmgr.paper.figure import figure

    chart = replace(wanted.chart, height=wanted.height / _MM)
    made = figure(chart, wanted.locale, dark=wanted.dark, width=wanted.width / _MM)
    made.set_dpi(_DPI * wanted.ratio)
    canvas: Any = FigureCanvasAgg(made)
    canvas.draw()
    high, wide, _bands = canvas.buffer_rgba().shape
    to_pixels = made.axes[0].transData.transform
    numbers = range(len(chart.categories))
    if chart.kind == "hbar":
        places = [(high - to_pixels((0, at))[1]) / wanted.ratio for at in numbers]
    else:
        places = [to_pixels((at, 0))[0] / wanted.ratio for at in numbers]
    words = values_in_words(chart, wanted.locale)
    return _Drawing(wanted, bytes(canvas.buffer_rgba()), (wide, high), tuple(places), words)


def values_in_words(chart: Chart, locale: str) -> tuple[str, ...]:
    """Return one line a category: "January: Plan 10, Actual 12, Target 11"."""
    from clinicmgr.paper.flatten import chart_table
    from clinicmgr.paper.wording import show

    table = chart_table(chart)
    lines = []
    for row in table.rows:
        texts = [
            f"{column.title} {show(cell, column.kind, locale)}".strip()
            for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
            if cell is not None
        ]
        lines.append(f"{row.cells[0]}: {', '.join(texts)}")
    return tuple(lines)
