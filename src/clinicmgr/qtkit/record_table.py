"""The table that every list of records is shown in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.record_delegate import RecordDelegate
from clinicmgr.qtkit.record_header import HeaderEnd, RecordHeader
from clinicmgr.qtkit.record_model import RecordModel
from clinicmgr.qtkit.record_notice import RecordNotice
from clinicmgr.qtkit.record_place import Place, mark
from clinicmgr.qtkit.type_ahead import TypeAhead


class RecordTable(QTableView):
    """Shows records in rows; keeps selection, current row and scroll place when they are reloaded.

    Enter or a double click opens a record, typing finds one, Ctrl+C copies the selected rows as
    they would be pasted into a spreadsheet.
    """

    opened = Signal(object)
    picked = Signal()
    shown_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        *,
        id_of: Callable[[Any], Hashable] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what a screen reader says; `id_of` reads a record's id (its `id` if None)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.records: RecordModel[Any] = RecordModel(columns, id_of, self)
        self._selection = QItemSelectionModel(self.records, self)
        self._delegate = RecordDelegate(self)
        self._header = RecordHeader(columns, self)
        self._header_end = HeaderEnd(self._header)
        self._notice = RecordNotice(self)
        self._type_ahead = TypeAhead()
        self._theme = theme.current()
        self._theme.changed.connect(self._take_density)
        self._set_up()

    def _set_up(self) -> None:
        self.setModel(self.records)
        self.setSelectionModel(self._selection)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._set_up_headers()
        self._selection.selectionChanged.connect(self._tell_picked)
        self.doubleClicked.connect(self._open_index)
        self.records.modelReset.connect(self._rows_changed)
        self.records.layoutChanged.connect(self._rows_changed)

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        # Never ResizeToContents: 50,000 rows take more than a minute.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(self._header)
        self._header.take_columns()
        self.addScrollBarWidget(self._header_end, Qt.AlignmentFlag.AlignTop)
        self.setSortingEnabled(True)
        self._take_density()

    # Records

    def set_records(self, records: Sequence[Any]) -> None:
        """Show these records; what was selected and where the list stood stays."""
        place = Place.of(self)
        if self.records.set_records(records):
            place.restore(self, scroll=True)
        self._show_notice()

    def set_filter(self, text: str) -> None:
        """Show only rows that have every word of the text."""
        self._keeping_selection(lambda: self.records.set_filter(text))

    def set_condition(self, condition: Callable[[Any], bool] | None) -> None:
        """Show only records that meet the condition; None shows all."""
        self._keeping_selection(lambda: self.records.set_condition(condition))

    def shown_records(self) -> list[Any]:
        """The records as they are shown, for printing and exporting exactly that."""
        return list(self.records.shown)

    def shown_columns(self) -> list[Column[Any]]:
        """The columns that are not hidden, in the order they stand."""
        return [self.records.columns[at] for at in self._header.order()]

    def first_column(self) -> int:
        """The number of the leftmost column."""
        return next(iter(self._header.order()), 0)

    def set_empty(self, shown: QWidget) -> None:
        """Show this (an EmptyState) instead of the table when there is no record at all."""
        self._notice.take_empty(shown)
        self._show_notice()

    # Selection

    def selected_ids(self) -> list[Any]:
        """The ids of the selected records, in the order of the rows."""
        rows = sorted(index.row() for index in self._selection.selectedRows())
        return [self.records.id_at(row) for row in rows]

    def selected_records(self) -> list[Any]:
        """The selected records, in the order of the rows."""
        rows = sorted(index.row() for index in self._selection.selectedRows())
        return [self.records.record(row) for row in rows]

    def current_id(self) -> Any:
        """The id of the record with the focus, None if there is none."""
        index = self.currentIndex()
        return self.records.id_at(index.row()) if index.isValid() else None

    def select(self, ids: Iterable[Hashable]) -> None:
        """Select these records, as far as they are shown, and bring the first into view."""
        wanted = list(ids)
        mark(self, wanted, wanted[0] if wanted else None)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by the column with this key; StopIteration if there is none."""
        at = next(at for at, column in enumerate(self.records.columns) if column.key == key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(at, order)

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard as tab-separated text."""
        columns = self.shown_columns()
        lines = [
            "\t".join(" ".join(column.text(record).split()) for column in columns)
            for record in self.selected_records()
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def columns_menu(self, parent: QWidget) -> QMenu:
        """A menu to sort by a column and to show or hide columns."""
        return self._header.menu(parent, self.sort_by)

    # What Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._open_index(self.currentIndex())
        elif event.key() == Qt.Key.Key_Home and not event.modifiers():
            self._go_to_row(0)
        elif event.key() == Qt.Key.Key_End and not event.modifiers():
            self._go_to_row(self.records.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row with a word that starts as typed."""
        texts = [
            lambda row, column=column: column.text(self.records.record(row))
            for column in self.shown_columns()
        ]
        row = self._type_ahead.find(
            search, self.currentIndex().row(), self.records.rowCount(), texts
        )
        if row is not None:
            self._go_to_row(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._notice.place()

    # Inside

    def _keeping_selection(self, change: Callable[[], object]) -> None:
        place = Place.of(self)
        change()
        place.restore(self, scroll=False)
        self._show_notice()

    def _go_to_row(self, row: int) -> None:
        if 0 <= row < self.records.rowCount():
            index = self.records.index(row, self.first_column())
            flags = QItemSelectionModel.SelectionFlag
            self._selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.records.id_at(index.row()))

    def _tell_picked(self) -> None:
        self.picked.emit()

    def _rows_changed(self) -> None:
        self._show_notice()
        self.shown_changed.emit()

    def _take_density(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height)
        self._header.updateGeometry()
        self.updateGeometries()

    def _show_notice(self) -> None:
        self._notice.show(self.records.count, self.records.rowCount())
