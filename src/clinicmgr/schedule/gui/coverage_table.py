"""The coverage under the grid: it never scrolls away, and each shortage can be opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, icons, theme
from clinicmgr.schedule.gui.coverage_model import CoverageModel, Index
from clinicmgr.schedule.gui.inks import Inks, elided, font, metrics
from clinicmgr.schedule.gui.roster_view import CoverCell, CoverRow, DayHead

LINE = 22
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class CoverageDelegate(QStyledItemDelegate):
    """Paints have / needed as a pill with a sign: a check, or a triangle that points down."""

    def __init__(self, table: CoverageTable) -> None:
        super().__init__(table)
        self._table = table
        self.inks = Inks(theme.current().tokens)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cast("CoverageModel", index.model())
        cell = model.cell(index.row(), index.column())
        rect: QRect = option.rect
        head = model.days[index.column()]
        inks = self.inks
        painter.save()
        painter.fillRect(rect, inks["head_today" if head.today else "surface_2"])
        painter.setPen(inks["line"])
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if cell.needed:
            self._pill(painter, rect, cell)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus and self._table.hasFocus():
            painter.setPen(inks["accent"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -2, -1))
        painter.restore()

    def _pill(self, painter: QPainter, rect: QRect, cell: CoverCell) -> None:
        tone = "danger" if cell.short else ("success" if cell.have >= cell.ideal else "plain")
        ink = self.inks["text_2" if tone == "plain" else tone]
        words, wide = self._words(cell, rect.width() - 6)
        box = QRectF(rect.center().x() - wide / 2, rect.top() + 2, wide, rect.height() - 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if tone != "plain":
            painter.setBrush(self.inks[f"{tone}_soft"])
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = box.left() + (7 if words else (wide - 9) / 2)
        self._sign(painter, QPointF(left, box.center().y()), cell, ink)
        painter.setFont(font(12, 600))
        painter.setPen(ink)
        painter.drawText(box.adjusted(19, 0, -6, 0), _LEFT, words)

    def _words(self, cell: CoverCell, room: int) -> tuple[str, float]:
        """The longest words that fit, and the width of the pill."""
        count = f"{cell.have}/{cell.minimum}"
        there = _("{count} {site}").format(count=count, site=cell.site) if cell.site else ""
        tries = [there] if there else []
        if cell.at:
            starts = filter(None, (there, count))
            tries += [_("{count} at {time}").format(count=one, time=cell.at) for one in starts]
        for words in (*sorted(tries, key=len, reverse=True), count):
            wide = metrics(12, 600).horizontalAdvance(words) + 27.0
            if wide <= room:
                return words, wide
        return "", 20.0

    def _sign(self, painter: QPainter, at: QPointF, cell: CoverCell, color: QColor) -> None:
        if not cell.short:
            painter.setPen(QPen(color, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(at.x(), at.y() + 0.3),
                        QPointF(at.x() + 3, at.y() + 3.3),
                        QPointF(at.x() + 8.6, at.y() - 3.2),
                    ]
                )
            )
            return
        painter.setBrush(self.inks["danger"])
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(at.x(), at.y() - 3.5),
                    QPointF(at.x() + 9, at.y() - 3.5),
                    QPointF(at.x() + 4.5, at.y() + 4),
                ]
            )
        )


class CoverageHeads(QHeaderView):
    """The positions at the left of the pills."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self.inks = Inks(theme.current().tokens)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setDefaultSectionSize(LINE)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        rows = cast("CoverageModel", self.model()).rows
        if logical >= len(rows):
            return
        row, inks = rows[logical], self.inks
        painter.fillRect(rect, inks["surface_2"])
        painter.setPen(inks["hairline"])
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(12, 0, -32 if logical == 0 else -8, 0)
        if row.is_part:
            inner.setLeft(inner.left() + 30)
        if row.parts:
            is_open = row.position_id in cast("CoverageModel", self.model()).unfolded
            arrow = icons.pixmap("chevron-down" if is_open else "chevron-right", "text_2", 12,
                                 painter.device().devicePixelRatioF())  # fmt: skip
            painter.drawPixmap(inner.left(), rect.center().y() - 6, arrow)
        if row.code:
            inner.setLeft(inner.left() + 16)
        if row.code:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.strong(row.color))
            painter.drawRoundedRect(QRectF(inner.left(), rect.center().y() - 6, 4, 13), 2, 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            inner.setLeft(inner.left() + 12)
        painter.setFont(font(13, 400 if row.code or row.is_part else 600))
        painter.setPen(inks["text_2"])
        painter.drawText(inner, _LEFT, elided(row.title, inner.width(), 13))


class CoverageTable(QTableView):
    """As high as its lines; its columns follow those of the grid above it."""

    chosen = Signal(int, object)
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coverage = CoverageModel(self)
        self.setModel(self.coverage)
        self.heads = CoverageHeads(self)
        self.setVerticalHeader(self.heads)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self._pills = CoverageDelegate(self)
        self.setItemDelegate(self._pills)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Coverage: people there of those needed"))
        self.toggle = buttons.bare("chevron-down", _("Show one line of coverage"), self._fold,
                                   parent=self)  # fmt: skip
        self.toggle.setFixedSize(24, 22)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heads.sectionPressed.connect(self.unfold)
        self._paint_ground()
        theme.current().changed.connect(self._take_theme)

    def unfold(self, row: int) -> None:
        """Show how a position is covered at each site, or put that away again."""
        if 0 <= row < len(self.coverage.rows) and self.coverage.rows[row].parts:
            self.coverage.unfold(self.coverage.rows[row].position_id)
            self._fit()
            self.heads.viewport().update()
            self.viewport().update()

    def show_coverage(self, days: tuple[DayHead, ...], rows: tuple[CoverRow, ...]) -> None:
        """Show the coverage of these days."""
        self.coverage.show_coverage(days, rows)
        self._fit()
        self.viewport().update()
        self.heads.viewport().update()

    def follow(self, head_width: int, widths: Sequence[int]) -> None:
        """Stand under the columns of the grid."""
        if self.heads.width() != head_width:
            self.heads.setFixedWidth(head_width)
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self.toggle.move(head_width - 30, 2)

    def set_folded(self, folded: bool) -> None:
        """Show one line for all positions, or a line for each."""
        self.coverage.fold(folded)
        self.toggle.setIcon(icons.icon("chevron-up" if folded else "chevron-down", "text_2"))
        name = _("Show coverage by position") if folded else _("Show one line of coverage")
        self.toggle.setToolTip(name)
        self.toggle.setAccessibleName(name)
        self._fit()

    def select(self, position_id: int, column: int) -> bool:
        """Make the pill of a position and day the current one; False if it is not shown."""
        if self.coverage.folded:
            self.set_folded(False)
        for number, row in enumerate(self.coverage.rows):
            if row.position_id == position_id and 0 <= column < len(row.cells):
                self.setCurrentIndex(self.coverage.index(number, column))
                return True
        return False

    def _fold(self) -> None:
        self.set_folded(not self.coverage.folded)
        self.folded.emit(self.coverage.folded)

    def _fit(self) -> None:
        self.setFixedHeight(len(self.coverage.rows) * LINE + 2)
        self.setVisible(bool(self.coverage.rows))
        self.toggle.raise_()

    def _take_theme(self) -> None:
        self._pills.inks = self.heads.inks = Inks(theme.current().tokens)
        self._paint_ground()
        self.viewport().update()

    def _paint_ground(self) -> None:
        tokens = theme.current().tokens
        self.setStyleSheet(
            f"QTableView {{ border: none; border-radius: 0; background: {tokens.surface_2};"
            f" border-top: 1px solid {tokens.hairline}; }}"
        )

    def _choose(self, index: Index) -> None:
        if not index.isValid():
            return
        cell = self.coverage.cell(index.row(), index.column())
        if cell.needed:
            position = self.coverage.rows[index.row()].position_id
            self.chosen.emit(position, self.coverage.days[index.column()].day)

    # What Qt tells

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._choose(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        hand = index.isValid() and self.coverage.cell(index.row(), index.column()).gaps
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Minus}:
            self.unfold(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._pills.inks["surface_2"])
        painter.end()
        super().paintEvent(event)
