"""A list of lines that keeps its place when it is read again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from clinicmgr.qtkit import tokens
from clinicmgr.qtkit.card import Card
from clinicmgr.today.gui.line_model import Line, LineModel
from clinicmgr.today.gui.line_painter import LinePainter

_EDGE = 8


class LineList(QListView):
    """Arrows move, Enter or a double click goes there; a button on a line does the same.

    Read again, it keeps the selected line and the first one in sight, and does not flicker where
    nothing changed.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, painter: type[LinePainter], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.painter = painter(self)
        self.setItemDelegate(self.painter)
        self._untouched = True
        self.lines_model = LineModel(self)
        self.setModel(self.lines_model)
        self.setStyleSheet("QListView, QListView:focus { border: none; padding: 0; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(lambda index: self._choose(index.row()))

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self.lines_model.lines

    @property
    def current_key(self) -> Hashable | None:
        """What the selected line is known by."""
        row = self.currentIndex().row()
        return self.lines[row].key if 0 <= row < len(self.lines) else None

    def set_lines(self, lines: Sequence[Line], *, anew: bool = False) -> None:
        """Show these lines; `anew` goes to the top, such as for another day."""
        if tuple(lines) == self.lines and not anew:
            return
        current, top = self.current_key, self._top()
        self.lines_model.take(lines)
        if anew or self._untouched:
            current = None  # the focus alone selected a line; what is more pressing comes before it
        if anew:
            self.scrollToTop()
            self._untouched = True
        rows = {line.key: at for at, line in enumerate(self.lines) if not line.fixed}
        self._select(rows.get(current, -1))
        if not anew:
            self._return_to(top)

    def select(self, key: Hashable) -> None:
        """Select a line by what it is known by."""
        for row, line in enumerate(self.lines):
            if line.key == key:
                self._untouched = False
                self._select(row)

    def _select(self, row: int) -> None:
        if row < 0 and self.hasFocus():
            row = self._first()
        if row >= 0:
            # Not setCurrentIndex: it would scroll, and nothing may move by itself.
            flag = self.selectionModel().SelectionFlag.ClearAndSelect
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(self.lines_model.index(row), flag)
            self.setAutoScroll(True)

    def _first(self) -> int:
        return next((row for row, line in enumerate(self.lines) if not line.fixed), -1)

    def _top(self) -> tuple[Hashable, int] | None:
        """The first line in sight and how far it is scrolled, None at the very top."""
        if self.verticalScrollBar().value() == 0:
            return None
        index = self.indexAt(QPoint(8, 1))
        if not index.isValid():
            return None
        return self.lines[index.row()].key, self.visualRect(index).top()

    def _return_to(self, top: tuple[Hashable, int] | None) -> None:
        if top is None:
            self.scrollToTop()
            return
        self.executeDelayedItemsLayout()
        for row, line in enumerate(self.lines):
            if line.key == top[0]:
                bar = self.verticalScrollBar()
                at = self.visualRect(self.lines_model.index(row)).top()
                bar.setValue(bar.value() + at - top[1])
                return

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.lines) and not self.lines[row].fixed:
            self.chosen.emit(self.lines[row].key)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._untouched = False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self.lines[self.currentIndex().row()].words)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_key is None:
            self._select(self._first())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._untouched = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.painter.mouse = event.position().toPoint()
        over = self._over_button() >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.painter.mouse = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._over_button())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.painter.mouse = QPoint(-1, -1)
            self.viewport().update()
        return super().viewportEvent(event)

    def _over_button(self) -> int:
        """The row on whose button the mouse is, -1 for none."""
        index = self.indexAt(self.painter.mouse)
        if not index.isValid():
            return -1
        place = self.painter.button(self.lines[index.row()].content, self.visualRect(index))
        return index.row() if place.contains(self.painter.mouse) else -1


def widen(card: Card) -> None:
    """Let the list in a card reach nearly to its edges, while its title stays where it was."""
    column = card.layout()
    if column is not None:
        column.setContentsMargins(_EDGE, tokens.CARD_PADDING - 2, _EDGE, _EDGE)
    card.header.setContentsMargins(tokens.CARD_PADDING - _EDGE, 0, tokens.CARD_PADDING - _EDGE, 0)
