"""A form drawn from the description of a record's fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, read_all
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.form_row import FormRow

_SHORT = frozenset({"whole", "money", "hours", "time", "day", "phone"})


class Form(QWidget):
    """Labels above inputs, help below, and the sentence of an error beside its field.

    Two short fields that follow each other stand side by side; `halves` names further ones that
    may. Enter in a line, or Ctrl+Enter anywhere, emits `submitted`.
    """

    edited = Signal(str)
    dirty_changed = Signal(bool)
    submitted = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        *,
        locale: str = "en_US",
        currency: str = "USD",
        halves: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._locale = locale
        self._rows = {field.name: FormRow(field, locale, currency, self) for field in self._fields}
        self._shown: dict[str, object] = {}
        self._was_dirty = False
        self.banner = Banner("danger", self, wraps=True)
        self._lay_out(halves)
        for name, row in self._rows.items():
            row.edited.connect(lambda name=name: self._heard(name))
            if isinstance(row.editor, QLineEdit):
                row.editor.returnPressed.connect(self.submitted)
        self.set_values({})

    def _lay_out(self, halves: frozenset[str]) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.banner, 0, 0, 1, 2)
        line, column = 1, 0
        for at, field in enumerate(self._fields):
            short = field.kind in _SHORT or field.name in halves
            after = self._fields[at + 1] if at + 1 < len(self._fields) else None
            pairs = after is not None and (after.kind in _SHORT or after.name in halves)
            top = Qt.AlignmentFlag.AlignTop
            if short and (column == 1 or pairs):
                grid.addWidget(self._rows[field.name], line, column, top)
                line, column = line + column, 1 - column
            else:
                grid.addWidget(self._rows[field.name], line, 0, 1, 2, top)
                line, column = line + 1, 0
        grid.setRowStretch(line + 1, 1)

    # Values

    def values(self) -> dict[str, Any]:
        """The value of every field; UserError with the first wrong one, after all are marked."""
        self.clear_errors()
        good, errors = read_all(self._fields, self.raw_values(), self._locale)
        for name, error in errors.items():
            self._rows[name].show_error(error.sentence)
        for name, error in errors.items():
            self._rows[name].take_focus()
            raise error
        return good

    def raw_values(self) -> dict[str, object]:
        """What stands in the inputs, read or not."""
        return {name: row.editor.raw() for name, row in self._rows.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show these values as the stored ones; a field without one gets its default."""
        for field in self._fields:
            value = values.get(field.name, field.default)
            self._rows[field.name].editor.put(field.empty if value is None else value)
        self.clear_errors()
        self.set_clean()

    def renew_values(self, values: Mapping[str, object]) -> None:
        """Show stored values that changed elsewhere, but keep every field that is half typed."""
        kept = self.dirty_fields()
        for name, row in self._rows.items():
            if name not in kept and name in values:
                row.editor.put(values[name])
                self._shown[name] = row.editor.raw()
        self._tell_dirty()

    def set_choices(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        """Offer other choices in a field of kind choice or choices."""
        self._rows[name].offer(choices)

    # Dirty or not

    @property
    def is_dirty(self) -> bool:
        """Whether something differs from the stored values."""
        return bool(self.dirty_fields())

    def dirty_fields(self) -> frozenset[str]:
        """The names of the fields that differ from the stored values."""
        raw = self.raw_values()
        return frozenset(name for name in raw if raw[name] != self._shown.get(name))

    def set_clean(self) -> None:
        """Take what stands in the inputs as stored."""
        self._shown = self.raw_values()
        self._tell_dirty()

    # Errors and focus

    def show_error(self, error: UserError) -> None:
        """Say the sentence beside the field it belongs to, or above the form if it names none."""
        row = self._rows.get(error.field or "")
        if row is None or row.isHidden():
            self.banner.say("", error.sentence)
        else:
            row.show_error(error.sentence)
            row.take_focus()

    def clear_errors(self) -> None:
        """Take all sentences away."""
        self.banner.clear()
        for row in self._rows.values():
            row.show_error("")

    def focus_field(self, name: str = "") -> None:
        """Put the cursor into a field, the first one if no name is given."""
        first = next(iter(self._rows), "")
        if name or first:
            self._rows[name or first].take_focus()

    def editor(self, name: str) -> QWidget:
        """The input of a field; KeyError if the form has none of that name."""
        return self._rows[name].editor

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field; a hidden one keeps its value."""
        self._rows[name].setVisible(shown)

    def set_read_only(self, read_only: bool) -> None:
        """Let the form be read but not changed."""
        for row in self._rows.values():
            row.editor.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _heard(self, name: str) -> None:
        self._rows[name].show_error("")
        self.edited.emit(name)
        self._tell_dirty()

    def _tell_dirty(self) -> None:
        if self._was_dirty != self.is_dirty:
            self._was_dirty = not self._was_dirty
            self.dirty_changed.emit(self._was_dirty)
