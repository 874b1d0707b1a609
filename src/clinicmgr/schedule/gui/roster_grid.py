"""The grid of a roster: people by days, for keyboard and mouse; it shows frozen values only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.schedule.gui.cell_editor import CellEditor
from clinicmgr.schedule.gui.chip_layout import chip_rects
from clinicmgr.schedule.gui.grid_cells import Block
from clinicmgr.schedule.gui.grid_headers import Corner, DayHeader, PersonHeader
from clinicmgr.schedule.gui.grid_lifting import Lifted
from clinicmgr.schedule.gui.grid_measures import share_columns, size_rows
from clinicmgr.schedule.gui.grid_mouse import GridMouse
from clinicmgr.schedule.gui.grid_painting import GridPainting
from clinicmgr.schedule.gui.grid_selecting import GridSelecting
from clinicmgr.schedule.gui.grid_style import WEEK, GridStyle
from clinicmgr.schedule.gui.grid_typing import GridTyping
from clinicmgr.schedule.gui.hands import Hands
from clinicmgr.schedule.gui.inks import Inks
from clinicmgr.schedule.gui.roster_model import Index, RosterModel
from clinicmgr.schedule.gui.roster_view import CellView, RosterView

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
Keys = Qt.KeyboardModifier
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class RosterGrid(QTableView):
    """Shows a `RosterView`; without `hands` it can be read only."""

    opened = Signal()
    double_clicked = Signal()
    gone_to = Signal()
    escaped = Signal()
    refused = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, style: GridStyle = WEEK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_style = style
        self.hands: Hands | None = None
        self.lifted = Lifted()
        self.noted: frozenset[tuple[tuple[str, int], date]] = frozenset()
        """The rows and days that have a note."""
        self.pressed_id: int | None = None
        """The shift whose chip was pressed last."""
        self.roster = RosterModel(self)
        self.setModel(self.roster)
        self.days = DayHeader(style, self)
        self.people = PersonHeader(style, self)
        self.setHorizontalHeader(self.days)
        self.setVerticalHeader(self.people)
        self.corner = Corner(self)
        self.corner_end = Corner(self, line=False)
        self.typing = GridTyping(self)
        self.mouse = GridMouse(self)
        self.selecting = GridSelecting(self)
        self.painting = GridPainting(self)
        self._set_up()

    def _set_up(self) -> None:
        scroll = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setHorizontalScrollMode(scroll)
        self.setVerticalScrollMode(scroll)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.corner_end.setFixedHeight(self.layout_style.header_height)
        for button in self.findChildren(QAbstractButton):  # Qt's own, below our corner
            button.setAccessibleName(_("Select all"))
        self.addScrollBarWidget(self.corner_end, Qt.AlignmentFlag.AlignTop)
        self.setStyleSheet("QTableView { border: none; border-radius: 0; }")
        self.selectionModel().currentChanged.connect(lambda _now, _was: self.gone_to.emit())
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _at: self.typing.follow_scroll())
        theme.current().changed.connect(self._take_theme)

    # What is shown

    @property
    def view(self) -> RosterView:
        """What is shown."""
        return self.roster.view

    def show_roster(self, view: RosterView) -> None:
        """Show another view; selection, scroll place and a half-typed text stay where they are."""
        place = self.current_place()
        scroll = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        others = self.roster.show_roster(view)
        self.painting.renew(view)
        size_rows(self)
        self.fit_columns()
        self.corner.say(view.corner)
        if others:
            if place is not None:
                self.select_place(*place, scroll=False)
            self.horizontalScrollBar().setValue(scroll[0])
            self.verticalScrollBar().setValue(scroll[1])
        for part in (self, self.days, self.people):
            part.viewport().update()

    def _take_theme(self) -> None:
        inks = Inks(theme.current().tokens)
        for part in (self.days, self.people, self.corner, self.corner_end):
            part.inks = inks
            part.update()
        self.painting.take_theme()
        size_rows(self)
        self.viewport().update()

    def fit_columns(self) -> None:
        """Share the width among the days."""
        share_columns(self)

    # Where one is

    def cell_at(self, index: Index) -> CellView:
        """The values of a cell."""
        return self.roster.cell(index.row(), index.column())

    def current_place(self) -> tuple[tuple[str, int], date] | None:
        """The row key and day of the current cell."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        return self.view.rows[index.row()].key, self.view.days[index.column()].day

    def current_cell(self) -> CellView | None:
        """The values of the current cell."""
        index = self.currentIndex()
        return self.cell_at(index) if index.isValid() else None

    def select_place(self, key: tuple[str, int], day: date, *, scroll: bool = True) -> bool:
        """Make the cell of a row and day the current one; False if it is not shown."""
        return self.select_cell(self.view.row_of(key), self.view.column_of(day), scroll=scroll)

    def select_cell(self, row: int, column: int, *, scroll: bool = True) -> bool:
        """Make a cell the current one; False if there is none."""
        index = self.roster.index(row, column)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, _SELECT)
        if scroll:
            self.scrollTo(index)
        return True

    def cell_towards(self, way: QAbstractItemView.CursorAction, keys: Keys) -> Index:
        """The cell that the cursor would go to."""
        return self.moveCursor(way, keys)

    def begin(self, day: date) -> None:
        """Before anybody chose a cell: the first person's on this day, so that one can type."""
        if self.current_place() is None:
            rows = enumerate(self.view.rows)
            people = (at for at, row in rows if row.kind not in {"open", "group"})
            self.select_cell(next(people, 0), max(0, self.view.column_of(day)))

    def selected_block(self) -> Block:
        """The rows (without headings) and columns of the selection, or of the current cell."""
        return self.selecting.block()

    def select_block(self, block: Block, *, current: tuple[int, int] | None = None) -> None:
        """Select the cells between the corners of a block; one of them is the current cell."""
        self.selecting.select(block, current)

    def block_ids(self, block: Block) -> list[int]:
        """The shifts of a block."""
        places = ((row, column) for row in block[0] for column in block[1])
        return [one for place in places for one in self.roster.cell(*place).shift_ids]

    def chip_at(self, at: QPoint) -> tuple[Index, int, QRect] | None:
        """The cell, the number of the shift in it, and its place, under a point; None: no chip."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        cell, rect = self.cell_at(index), self.visualRect(index)
        places = chip_rects(rect.width(), rect.height(), len(cell.shift_ids))
        for number, place in enumerate(places):
            if place.contains(at - rect.topLeft()):
                return index, number, place
        return None

    # Typing

    @property
    def editor(self) -> CellEditor:
        """The line that is typed into."""
        return self.typing.editor

    def offer_codes(self, codes: Sequence[tuple[str, str]]) -> None:
        """Offer these codes while somebody types."""
        self.editor.offer(codes)

    def edit_cell(self, typed: str | None = None) -> None:
        """Open the editor in the current cell, with its text or with what was typed."""
        self.typing.open(typed)

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if self.mouse.key_pressed(key) or self.selecting.key_pressed(event):
            return
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _COMMANDS:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Backspace:
            self.edit_cell("")
        elif key == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.menu_wanted.emit(self._below_cell())
        elif text.strip() and text.isprintable() and not event.modifiers() & _COMMANDS:
            self.edit_cell(text)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.mouse.key_released(Qt.Key(event.key()))
        super().keyReleaseEvent(event)

    def _escape(self) -> None:
        """Put down what was cut; with nothing cut, the page decides."""
        if self.lifted.put_down():
            self.viewport().update()
        else:
            self.escaped.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.mouse.pressed(event):
            return
        index = self.indexAt(event.position().toPoint())
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shifted and index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.selecting.extend(index)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.mouse.moved(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.released()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.roster.flags(self.indexAt(event.position().toPoint())):
            self.double_clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self._below_cell()
        self.menu_wanted.emit(at)

    def _below_cell(self) -> QPoint:
        """Where the menu of the current cell opens for somebody at the keyboard."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_columns()
        super().resizeEvent(event)
        self.typing.follow_scroll()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.corner.setGeometry(0, 0, self.people.width(), self.layout_style.header_height)
        self.corner.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painting.paint(event)
