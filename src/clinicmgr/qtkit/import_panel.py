"""Importing a file in place: which column is what, what becomes of each row, and all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.import_columns import ColumnChooser
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.qtkit.typed_table import TypedTable

_TONES = {"new": "success", "changed": "accent", "same": "secondary", "error": "danger"}
_ICONS = {"new": "add", "changed": "edit", "same": "check", "error": "error"}


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of the file: its heading, what stands in it first, and the name of its field."""

    heading: str
    sample: str
    field: str | None


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of the file; `fate` is "new", "changed", "same", "error" or, before that, ""."""

    id: int
    fate: str
    cells: tuple[str, ...]
    sentence: str = ""
    wrong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ImportView:
    """What is to be seen of an import; `missing` says that a required column was not found."""

    file: str
    columns: tuple[FileColumn, ...]
    offers: tuple[tuple[str, str], ...]
    lines: tuple[FileLine, ...]
    notes: tuple[str, ...] = ()
    missing: str = ""

    def count(self, *fates: str) -> int:
        """How many lines have one of these fates."""
        return sum(line.fate in fates for line in self.lines)


class ImportSource(Protocol):
    """Whoever reads the file and carries the import out."""

    def view(self) -> ImportView:
        """Return what importing would do now."""

    def map_column(self, at: int, field: str | None) -> None:
        """Let a column be this field, or None."""

    def type_cell(self, line: int, column: int, text: str) -> None:
        """Correct a cell, here and not in the file."""

    def leave_out(self, lines: Sequence[int]) -> None:
        """Import without these lines."""

    def accept(self) -> None:
        """Import everything in one change; UserError where something is in the way."""

    def save_rejected(self, path: Path) -> int:
        """Write the lines with errors into a file; return how many."""


class ImportPanel(QWidget):
    """Shows what a file would do, lets it be corrected, and imports it with one button."""

    closed = Signal()
    imported = Signal(int)

    def __init__(
        self,
        source: ImportSource,
        desk: Desk,
        title: str,
        counted: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        """`counted` says how many of what is imported: "1 person", "12 people"."""
        super().__init__(parent)
        self._source, self._desk, self._counted = source, desk, counted
        self.view = source.view()
        self._title = labels.section(title, self)
        self.import_button = buttons.primary("", self.accept, icon="import", parent=self)
        self.rejected_button = buttons.quiet(
            _("Save rejected rows…"), self._ask_rejected, icon="save", parent=self
        )
        self.leave_out_button = buttons.quiet("", self.leave_out_wrong, parent=self)
        self.cancel_button = buttons.quiet(_("Cancel"), self.closed.emit, parent=self)
        self.banner = Banner("info", self, wraps=True)
        self.chooser = ColumnChooser(self.view, self)
        self.table = TypedTable(
            self._columns(), _("Rows of the file"), self._typed(), self._put, parent=self
        )
        self._why = labels.paragraph("", self)
        self._lay_out()
        self.table.picked.connect(self._explain)
        self.chooser.chosen.connect(self._map)
        self.table.refused.connect(self._desk.warn)
        self.show_view(self.view)
        self._go_to_first_error()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        for button in (
            self.rejected_button,
            self.leave_out_button,
            self.cancel_button,
            self.import_button,
        ):
            top.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.GAP)
        middle.addWidget(self.chooser)
        middle.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addWidget(self._why)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column[FileLine]]:
        fixed: list[Column[FileLine]] = [
            Column("line", _("Line"), lambda line: str(line.id), 52, "right",
                   tone=lambda _line: "secondary"),
            Column("fate", _("What happens"), _fate, 118, tone=_tone,
                   icon=lambda line: _ICONS.get(line.fate, "")),
            Column("why", _("Why"), lambda line: line.sentence, 200, tone=_tone),
        ]  # fmt: skip
        return fixed + [
            Column(
                f"cell{at}",
                column.heading or _("(no heading)"),
                lambda line, at=at: line.cells[at],  # type: ignore[misc]
                112,
                tone=lambda line, at=at: self._cell_tone(line, at),  # type: ignore[misc]
            )
            for at, column in enumerate(self.view.columns)
        ]

    def _typed(self) -> list[str]:
        return [f"cell{at}" for at in range(len(self.view.columns))]

    def _cell_tone(self, line: FileLine, at: int) -> str:
        if at in line.wrong:
            return "danger"
        return "secondary" if self.view.columns[at].field is None else ""

    # Showing

    def show_view(self, view: ImportView) -> None:
        """Show what importing would do now."""
        self.view = view
        self.chooser.show_view(view)
        self.table.set_records(view.lines)
        wrong, good = view.count("error"), view.count("new", "changed")
        self.table.setColumnHidden(2, wrong == 0)
        self.import_button.setText(_("Import {what}").format(what=self._counted(good)))
        self.import_button.setEnabled(good > 0 and wrong == 0 and not view.missing)
        self.rejected_button.setVisible(wrong > 0)
        self.leave_out_button.setVisible(wrong > 0)
        self.leave_out_button.setText(
            ngettext("Leave out {count} row", "Leave out {count} rows", wrong).format(count=wrong)
        )
        self._say(view, wrong, good)
        self._explain()

    def _explain(self) -> None:
        """Say in full what is wrong with the row that has the focus."""
        line = next((each for each in self.view.lines if each.id == self.table.current_id()), None)
        wrong = line is not None and line.fate == "error"
        hint = _("F2 corrects a cell here; the file itself is not changed.")
        self._why.setText(line.sentence if line is not None and wrong else hint)
        labels.set_tone(self._why, "danger" if wrong else "secondary")

    def _go_to_first_error(self) -> None:
        for row, line in enumerate(self.view.lines):
            if line.fate == "error":
                self.table.go_to_cell(row, 3 + min(line.wrong, default=0))
                return
        self.table.go_to_cell(0, 3)

    def _say(self, view: ImportView, wrong: int, good: int) -> None:
        notes = " ".join(view.notes)
        if view.missing:
            self.banner.say("", view.missing, tone="danger")
        elif wrong:
            count = ngettext("{count} row has errors.", "{count} rows have errors.", wrong)
            why = _("Correct them here or leave them out; until then nothing is imported.")
            self.banner.say(count.format(count=wrong), why, tone="danger")
        elif good:
            words = _("{new} new, {changed} changed, {same} as on record.").format(
                new=view.count("new"), changed=view.count("changed"), same=view.count("same")
            )
            count = _("Everything can be imported.")
            self.banner.say(count, f"{words} {notes}".strip(), tone="success")
        else:
            self.banner.say("", _("There is nothing in this file that is not on record."),
                            tone="info")  # fmt: skip

    # Doing

    def accept(self) -> None:
        """Import everything in one change."""
        count = self.view.count("new", "changed")
        if not self.import_button.isEnabled() or not self._desk.attempt(self._source.accept):
            return
        self._desk.toast(_("Imported {what}").format(what=self._counted(count)), undo=True)
        self.imported.emit(count)
        self.closed.emit()

    def leave_out_wrong(self) -> None:
        """Import without the rows that have errors."""
        self._source.leave_out([line.id for line in self.view.lines if line.fate == "error"])
        self.show_view(self._source.view())

    def save_rejected(self, path: Path) -> None:
        """Write the rows with errors into a file, with the reasons."""
        done: list[int] = []
        if self._desk.attempt(lambda: done.append(self._source.save_rejected(path))):
            words = ngettext(
                "{count} rejected row written to {file}",
                "{count} rejected rows written to {file}",
                done[0],
            )
            self._desk.toast(words.format(count=done[0], file=path.name))

    def _ask_rejected(self) -> None:
        suggested = f"{Path(self.view.file).stem} {_('rejected')}.csv"
        self._desk.ask_save(
            _("Save rejected rows"), suggested, _("CSV (*.csv)"), self.save_rejected
        )

    def _map(self, at: int, field: str) -> None:
        self._source.map_column(at, field or None)
        self.show_view(self._source.view())

    def _put(self, edits: Sequence[Edit]) -> None:
        for edit in edits:
            self._source.type_cell(edit.record.id, int(edit.key.removeprefix("cell")), edit.text)
        self.show_view(self._source.view())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _fate(line: FileLine) -> str:
    words = {
        "new": _("New"),
        "changed": _("Changed"),
        "same": _("On record"),
        "error": _("Error"),
    }
    return words.get(line.fate, "")


def _tone(line: FileLine) -> str:
    return _TONES.get(line.fate, "")
