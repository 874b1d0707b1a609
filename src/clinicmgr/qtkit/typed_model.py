"""The model of a table that is typed: it hands what was typed to a verb and keeps a refusal."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from clinicmgr.kernel.errors import UserError
from clinicmgr.qtkit.cells import ALIGN, Index, header_cell
from clinicmgr.qtkit.column import Column

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Edit:
    """What was typed into one cell: of which record, in the column with which key."""

    record: Any
    key: str
    text: str


Put = Callable[[Sequence[Edit]], object]
"""Keeps edits in one change; UserError where something typed cannot be."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be kept, and why."""

    index: QPersistentModelIndex
    text: str
    sentence: str


class TypedModel(QAbstractTableModel):
    """Shows records through columns; typing into one calls the verb, whose news bring it back."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        typed: frozenset[str],
        put: Put,
        id_of: Callable[[Any], Hashable] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._typed = typed
        self._edit = put
        self._id_of: Callable[[Any], Hashable] = id_of or attrgetter("id")
        self._records: tuple[Any, ...] = ()
        self._refusal: Refusal | None = None

    # Records

    def record(self, row: int) -> Any:
        """The record in a row; IndexError beyond the last."""
        return self._records[row]

    def id_at(self, row: int) -> Hashable:
        """The id of the record in a row."""
        return self._id_of(self._records[row])

    def row_of(self, record_id: Hashable) -> int | None:
        """The row of a record, None if it is not shown."""
        ids = [self._id_of(record) for record in self._records]
        return ids.index(record_id) if record_id in ids else None

    def is_typed(self, row: int, column: int) -> bool:
        """Whether this cell can be typed into."""
        return (
            0 <= row < len(self._records)
            and 0 <= column < len(self.columns)
            and self.columns[column].key in self._typed
        )

    def set_records(self, records: Sequence[Any]) -> bool:
        """Show these records; True if the rows are others than before, False if only the texts."""
        ids = [self._id_of(record) for record in records]
        if ids == [self._id_of(record) for record in self._records]:
            self._records = tuple(records)
            if ids:
                last = self.index(len(ids) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()
        return True

    # Typing

    def keep(self, edits: Sequence[Edit]) -> str:
        """Keep edits; return the sentence of a refusal, "" if all is kept."""
        try:
            self._edit(edits)
        except UserError as error:
            return error.sentence
        return ""

    def take_refusal(self) -> Refusal | None:
        """Return what the last typed cell was refused for, once."""
        refusal, self._refusal = self._refusal, None
        return refusal

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.is_typed(index.row(), index.column()):
            return False
        text, column = str(value).strip(), self.columns[index.column()]
        record = self._records[index.row()]
        if text == column.text(record):
            return True
        place = QPersistentModelIndex(index)
        sentence = self.keep([Edit(record, column.key, text)])
        self._refusal = Refusal(place, text, sentence) if sentence else None
        return not sentence

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.is_typed(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        roles = Qt.ItemDataRole
        if role in {roles.DisplayRole, roles.EditRole}:
            return column.text(self._records[index.row()])
        if role == roles.AccessibleTextRole:
            return f"{column.title}: {column.text(self._records[index.row()])}"
        if role == roles.TextAlignmentRole:
            return ALIGN[column.align]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        return header_cell(self.columns, section, orientation, role)
