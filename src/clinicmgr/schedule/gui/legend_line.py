"""The quiet line under the grid: codes and names, keys, or what is wrong with the current cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels, theme
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.gui.chip_painter import draft_edge
from clinicmgr.schedule.gui.inks import Inks, font, metrics
from clinicmgr.schedule.gui.roster_view import LegendEntry, Mark

_HEIGHT = 22
_GAP = 14
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

_SIGNS = {
    Mark.QUIET: ("document", "text_2"),
    Mark.WARNING: ("warning", "warning"),
    Mark.PROBLEM: ("error", "danger"),
}


class Swatches(QWidget):
    """Positions with code and color, as many as there is room for, and key hints at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[LegendEntry] = ()
        self._hints: tuple[str, ...] = ()
        self._drafts = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_legend(
        self, entries: Sequence[LegendEntry], hints: tuple[str, ...], *, drafts: bool = False
    ) -> None:
        """Show these positions and key hints, the most useful hint first; `drafts`: their sign."""
        self._entries, self._hints, self._drafts = entries, hints, drafts
        names = ", ".join(f"{one.code} {one.name}" for one in entries)
        if drafts:
            names = f"{names}, {_('Draft')}"
        self.setAccessibleName(_("Legend: {names}").format(names=names))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = Inks(theme.current().tokens)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._paint_entries(painter, inks)
        self._paint_hints(painter, inks, left + 2 * _GAP)
        painter.end()

    def _paint_entries(self, painter: QPainter, inks: Inks) -> float:
        left, middle = self._paint_draft(painter, inks, 2.0), self.height() / 2
        for one in self._entries:
            code = metrics(12, 600).horizontalAdvance(one.code)
            name = metrics(12).horizontalAdvance(one.name)
            if left + code + name + 28 > self.width():
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.fill(one.color))
            painter.drawRoundedRect(QRectF(left, middle - 6, 12, 12), 3, 3)
            painter.setBrush(inks.strong(one.color))
            painter.drawRoundedRect(QRectF(left, middle - 6, 5, 12), 2, 2)
            painter.setPen(inks["text_2"])
            painter.setFont(font(12, 600))
            painter.drawText(QRectF(left + 17, 0, code + 2, self.height()), _LEFT, one.code)
            painter.setFont(font(12))
            painter.drawText(QRectF(left + 22 + code, 0, name + 2, self.height()), _LEFT, one.name)
            left += 22 + code + name + _GAP
        return left

    def _paint_draft(self, painter: QPainter, inks: Inks, left: float) -> float:
        """The hatched edge of what was not published, with its word."""
        if not self._drafts:
            return left
        middle, word = self.height() / 2, _("Draft")
        painter.fillRect(QRectF(left, middle - 7, 12, 14), inks["surface_2"])
        draft_edge(painter, QRectF(left, middle - 7, 6, 14), inks["text_2"])
        wide = metrics(12).horizontalAdvance(word)
        painter.setPen(inks["text_2"])
        painter.setFont(font(12))
        painter.drawText(QRectF(left + 17, 0, wide + 2, self.height()), _LEFT, word)
        return left + 17 + wide + _GAP

    def _paint_hints(self, painter: QPainter, inks: Inks, left: float) -> None:
        """As many of the hints as fit into what is left of the line."""
        painter.setFont(font(12))
        painter.setPen(inks["text_2"])
        for count in range(len(self._hints), 0, -1):
            words = " · ".join(self._hints[:count])
            if left + metrics(12).horizontalAdvance(words) <= self.width():
                painter.drawText(QRectF(left, 0, self.width() - left - 2, self.height()), _RIGHT,
                                 words)  # fmt: skip
                return


class LegendLine(QWidget):
    """Legend and keys; on a cell with a problem, its sentence in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.swatches = Swatches(self)
        self._said = QWidget(self)
        self._sign = IconLabel("error", "danger", 16, self._said)
        self._words = labels.ElidedLabel("", self._said)
        self._words.setFont(theme.font(13))
        row = QHBoxLayout(self._said)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.swatches)
        self._stack.addWidget(self._said)

    @property
    def sentence(self) -> str:
        """What is said at the moment; empty while the legend is shown."""
        return self._words.text() if self._stack.currentWidget() is self._said else ""

    def say(self, mark: Mark, sentences: Sequence[str]) -> None:
        """Say what is wrong with the current cell; nothing brings the legend back."""
        if not sentences:
            self._words.setText("")
            self._stack.setCurrentWidget(self.swatches)
            return
        self._sign.show_icon(*_SIGNS[mark])
        self._words.setText("  ".join(sentences))
        self._said.setAccessibleName(self._words.text())
        self._stack.setCurrentWidget(self._said)
