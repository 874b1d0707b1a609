"""A short list inside a record that can be added to: entries, and a form that opens in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.entry_list import Entry, EntryList
from clinicmgr.qtkit.form import Form

Keep = Callable[[Mapping[str, Any]], object]


class EntrySection(QWidget):
    """A title, the entries, and a form that opens in place to add or correct one."""

    def __init__(
        self,
        title: str,
        add: str,
        fields: Sequence[Field],
        keep: Keep,
        settings: ClinicSettings,
        parent: QWidget | None = None,
    ) -> None:
        """`keep` is the verb for a new entry; it gets the values and may raise a UserError."""
        super().__init__(parent)
        self._keep_new, self._keep = keep, keep
        self.title = labels.section(title, self)
        self.add_button = buttons.plain(add, self.open_new, icon="add", parent=self)
        self.form = Form(fields, locale=settings.locale, currency=settings.currency, parent=self)
        self._caption = labels.strong(parent=self)
        self.save_button = buttons.primary(_("Save"), self.save, parent=self)
        self._cancel = buttons.quiet(_("Cancel"), self.close_form, parent=self)
        self._list = EntryList(self)
        self._box = QFrame(self)
        self._lay_out()
        self.form.submitted.connect(self.save)
        self._box.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        self.top = top
        top.addWidget(self.title, 1)
        top.addWidget(self.add_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.save_button)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 4, 0, 8)
        inside.setSpacing(10)
        inside.addWidget(self._caption)
        inside.addWidget(self.form)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._box)
        column.addWidget(self._list)

    def show_entries(self, entries: Sequence[Entry], nothing: str = "") -> None:
        """Show these entries; `nothing` is the sentence when there are none."""
        self._list.show_entries(entries, nothing)

    # The form

    @property
    def is_open(self) -> bool:
        """Whether the form is open."""
        return not self._box.isHidden()

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        return self.is_open and self.form.is_dirty

    def open_new(self, values: Mapping[str, object] | None = None) -> None:
        """Open the form for a new entry, with these values to begin with."""
        self.open_form("", values or {}, self._keep_new)

    def open_form(self, caption: str, values: Mapping[str, object], keep: Keep) -> None:
        """Open the form with values and the verb that keeps them."""
        self._keep = keep
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        self.form.set_values(values)
        self._box.show()
        self.add_button.hide()
        self.form.focus_field()

    def close_form(self) -> None:
        """Close the form; what was typed is let go."""
        was_open = self.is_open
        self.form.set_values({})
        self._box.hide()
        self.add_button.show()
        if was_open:
            self.add_button.setFocus()

    def save(self) -> bool:
        """Keep what was typed; where it is refused the sentence stands beside its field."""
        try:
            values = self.form.values()
        except UserError:
            return False  # the form has marked it
        try:
            self._keep(values)
        except UserError as error:
            self.form.show_error(error)
            return False
        self.close_form()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_form()
        else:
            super().keyPressEvent(event)
