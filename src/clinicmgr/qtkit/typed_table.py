"""A table that is typed like a spreadsheet: each cell is kept the moment it is left."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.cells import Index
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.column_widths import ColumnWidths
from clinicmgr.qtkit.editors import mark_invalid
from clinicmgr.qtkit.record_notice import RecordNotice
from clinicmgr.qtkit.typed_cells import TypedDelegate
from clinicmgr.qtkit.typed_model import Edit, Put, TypedModel

_STAYS = frozenset(
    (
        QAbstractItemDelegate.EndEditHint.SubmitModelCache,
        QAbstractItemDelegate.EndEditHint.EditNextItem,
        QAbstractItemDelegate.EndEditHint.EditPreviousItem,
    )
)


class TypedTable(QTableView):
    """Typing starts an edit, F2 and Enter edit, Enter goes down, Tab right, Escape reverts.

    What was refused stays open as it was typed, and `refused` carries the sentence. Delete
    empties cells, Ctrl+C and Ctrl+V exchange blocks with a spreadsheet, Ctrl+D fills down.
    `opened` is told of Enter or a double click on a cell that is not typed, `picked` of the row.
    """

    opened = Signal(object)
    picked = Signal()
    refused = Signal(str)
    accepted = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        typed: Iterable[str],
        put: Put,
        *,
        id_of: Callable[[Any], Hashable] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`typed` are the keys of the columns that are typed; `put` keeps what was typed."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.records = TypedModel(columns, frozenset(typed), put, id_of, self)
        self._delegate = TypedDelegate(self)
        self._notice = RecordNotice(self)
        self._header_end = QFrame(self)
        self._header_end.setProperty("kind", "header-end")
        self._theme = theme.current()
        self._theme.changed.connect(self._take_density)
        self._set_up(columns)

    def _set_up(self, columns: Sequence[Column[Any]]) -> None:
        self.setModel(self.records)
        self.setItemDelegate(self._delegate)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setStyleSheet("QHeaderView::section { padding: 0 9px; }")
        self.addScrollBarWidget(self._header_end, Qt.AlignmentFlag.AlignTop)
        ColumnWidths(self, columns)
        self.selectionModel().currentRowChanged.connect(lambda _now, _old: self.picked.emit())
        self.doubleClicked.connect(self._open)
        self._take_density()

    # Records

    def set_records(self, records: Sequence[Any]) -> None:
        """Show these records; the current cell and the scroll place stay."""
        current, column = self.current_id(), self.currentIndex().column()
        place = self.verticalScrollBar().value()
        if self.records.set_records(records):
            self._go_to(current, column)
            self.verticalScrollBar().setValue(place)
        self._notice.show(len(records), len(records))

    def set_empty(self, shown: QWidget) -> None:
        """Show this instead of the table when there is no record at all."""
        self._notice.take_empty(shown)
        self._notice.show(self.records.rowCount(), self.records.rowCount())

    def current_id(self) -> Any:
        """The id of the record whose cell has the focus, None if there is none."""
        index = self.currentIndex()
        return self.records.id_at(index.row()) if index.isValid() else None

    def selected_records(self) -> list[Any]:
        """The records of the selected cells, in the order of the rows."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self.records.record(row) for row in rows]

    def select(self, ids: Iterable[Hashable]) -> None:
        """Go to the first of these records, in the column that is current."""
        for record_id in ids:
            self._go_to(record_id, max(self.currentIndex().column(), 0))
            return

    def go_to_cell(self, row: int, column: int) -> None:
        """Let this cell be the current one, if it is there."""
        index = self.records.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)

    # Blocks of cells

    def copy_selection(self) -> None:
        """Put the selected cells on the clipboard as tab-separated text."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectionModel().selectedIndexes()):
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        if lines:
            text = "\n".join("\t".join(cells) for cells in lines.values())
            QGuiApplication.clipboard().setText(text + "\n")

    def paste(self) -> None:
        """Type the block on the clipboard into the cells from the current one on."""
        start = self.currentIndex()
        lines = QGuiApplication.clipboard().text().rstrip("\n").split("\n")
        if not start.isValid() or lines == [""]:
            return
        cells = {
            (start.row() + down, start.column() + right): text.strip()
            for down, line in enumerate(lines)
            for right, text in enumerate(line.split("\t"))
        }
        chosen = self.selectionModel().selectedIndexes()
        if len(cells) == 1 and len(chosen) > 1:
            only = next(iter(cells.values()))
            cells = {(index.row(), index.column()): only for index in chosen}
        self._put({place: text for place, text in cells.items() if text})

    def fill_down(self) -> None:
        """Type the topmost selected cells into those selected below them."""
        chosen = sorted(self.selectionModel().selectedIndexes())
        if chosen:
            top = chosen[0].row()
            source = {each.column(): str(each.data() or "") for each in chosen if each.row() == top}
            self._put(
                {
                    (each.row(), each.column()): source[each.column()]
                    for each in chosen
                    if each.row() != top
                }
            )

    def empty_cells(self) -> None:
        """Empty the selected cells."""
        chosen = self.selectionModel().selectedIndexes()
        self._put({(each.row(), each.column()): "" for each in chosen if each.data()})

    def _put(self, cells: dict[tuple[int, int], str]) -> None:
        edits = [
            Edit(self.records.record(row), self.records.columns[column].key, text)
            for (row, column), text in cells.items()
            if self.records.is_typed(row, column)
        ]
        if edits:
            self._tell(self.records.keep(edits))

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.refused.emit(sentence)
        else:
            self.accepted.emit()

    # What Qt asks

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        refusal = self.records.take_refusal()
        if refusal is not None and hint in _STAYS:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._edit_again(refusal.index, refusal.text)
        else:
            super().closeEditor(editor, hint)
            if refusal is None and hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
                self._step_down()
        if refusal is not None:
            self.refused.emit(refusal.sentence)
        elif hint != QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.accepted.emit()

    def _edit_again(self, index: Index, text: str) -> None:
        """Open the cell once more with what was typed, so that nothing typed is lost."""
        self.setCurrentIndex(index)
        self.edit(index)
        field = self.indexWidget(index)
        if isinstance(field, QLineEdit):
            field.setText(text)
            field.selectAll()
            mark_invalid(field, True)

    def _step_down(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.row() + 1 < self.records.rowCount():
            self.setCurrentIndex(self.records.index(index.row() + 1, index.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), QKeySequence.StandardKey
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(keys.Copy):
            self.copy_selection()
        elif event.matches(keys.Paste):
            self.paste()
        elif control and key == Qt.Key.Key_D:
            self.fill_down()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.modifiers():
            self.empty_cells()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._notice.place()

    # Inside

    def _open(self, index: Index) -> None:
        if not index.isValid():
            return
        if self.records.is_typed(index.row(), index.column()):
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit(index)
        else:
            self.opened.emit(self.records.id_at(index.row()))

    def _go_to(self, record_id: Hashable, column: int) -> None:
        row = None if record_id is None else self.records.row_of(record_id)
        if row is not None:
            index = self.records.index(row, max(column, 0))
            chosen = QItemSelection(index, index)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.selectionModel().select(chosen, flags.ClearAndSelect)
            self.scrollTo(index)

    def _take_density(self) -> None:
        high = max(self._theme.row_height - 4, 32)
        self.horizontalHeader().setFixedHeight(high)
        self._header_end.setFixedHeight(high)
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height)
