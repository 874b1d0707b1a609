"""What a list does while a record is open beside it: columns make room, keys open and remove."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.typed_table import TypedTable


def make_room(table: RecordTable | TypedTable, less: Container[str], *, narrow: bool) -> None:
    """Hide the columns with these keys, or show again those that are not hidden by themselves."""
    for at, column in enumerate(table.records.columns):
        if column.key in less:
            table.horizontalHeader().setSectionHidden(at, narrow or column.hidden)


def on_key(table: RecordTable, keys: str, run: Callable[[], object]) -> None:
    """Run something on a key while the table itself has the focus."""
    shortcut = QShortcut(QKeySequence(keys), table)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(run)


def for_current(
    table: RecordTable | TypedTable, run: Callable[[Any], object]
) -> Callable[[], None]:
    """Return what runs something with the id of the row that has the focus, if there is one."""

    def run_it() -> None:
        record_id = table.current_id()
        if record_id is not None:
            run(record_id)

    return run_it
