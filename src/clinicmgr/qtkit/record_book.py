"""A list of records with a form beside it: the same for every list that a practice keeps."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, tokens
from clinicmgr.qtkit.beside_list import for_current, make_room, on_key
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.record_shelf import BookWords, Shelf
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.side_panel import SplitPanel
from clinicmgr.qtkit.typed_table import TypedTable


class RecordBook(QWidget):
    """Picking a row of a list, or opening one of a typed table, shows it in the form beside it.

    Save is one change; a half-typed form is never lost, it keeps the panel open and says so.
    `shown` follows whenever the form shows another record. Buttons of the list go into `top`, what
    stands below the form into `below_form`.
    """

    shown = Signal()

    def __init__(
        self,
        shelf: Shelf,
        table: RecordTable | TypedTable,
        words: BookWords,
        desk: Desk,
        settings: ClinicSettings,
    ) -> None:
        super().__init__()
        self._shelf, self._desk, self.words = shelf, desk, words
        self.table = table
        self.record: Any = None
        self.content = QWidget()
        self.form = Form(
            words.fields,
            locale=settings.locale,
            currency=settings.currency,
            halves=words.halves,
            parent=self.content,
        )
        self.below_form = QVBoxLayout()
        self.top = QHBoxLayout()
        self.split = SplitPanel(table, self)
        self.save_button = buttons.primary(_("Save"), self.save)
        self.revert_button = buttons.quiet(_("Revert"), self.revert)
        self.remove_button = buttons.danger(_("Remove"), self.ask_remove)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(18, 2, 18, 12)
        inside.setSpacing(14)
        inside.addWidget(self.form)
        inside.addLayout(self.below_form)
        inside.addStretch()
        self.split.panel.show_content(self.words.new, self.content, foot=self._foot())
        self.split.may_close = self._may_leave
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        self.top.setSpacing(8)
        column.addLayout(self.top)
        column.addWidget(self.split, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.picked.connect(self._picked)
        self.table.opened.connect(self.open)
        self.split.opened.connect(lambda: make_room(self.table, self.words.less, narrow=True))
        self.split.closed.connect(self._forget)
        self.form.submitted.connect(self.save)
        self.form.dirty_changed.connect(lambda _dirty: self._show_buttons())
        if isinstance(self.table, RecordTable):
            on_key(self.table, "F2", for_current(self.table, self.open))
            on_key(self.table, "Del", self.ask_remove)

    # Reading

    def reload(self) -> None:
        """Read the list and the choices again; what is half typed stays."""
        for field in self.words.fields:
            if field.kind in {"choice", "choices"}:
                self.form.set_choices(field.name, field.options())
        records = self._shelf.records()
        self.table.set_records(records)
        if self.record is None:
            return
        wanted = _id(self.record)
        again = next((each for each in records if _id(each) == wanted), None)
        if again is None:
            self._leave()
        else:
            self.record = again
            self.form.renew_values(self._shelf.values(again))
            self.split.panel.set_title(self._shelf.name(again))
            self.shown.emit()

    # Opening

    @property
    def is_new(self) -> bool:
        """Whether the form is open for a new record."""
        return self.split.is_open and self.record is None

    def add(self, values: Mapping[str, object] | None = None) -> None:
        """Open the form for a new record, with these values to begin with."""
        if self.split.is_open and not self._may_leave():
            return
        self.table.selectionModel().clearSelection()
        self._show(None, {**self._shelf.fresh(), **(values or {})})
        self.form.focus_field()

    def open(self, record_id: Hashable) -> None:
        """Show a record in the form and put the cursor there."""
        self._open(record_id)
        if self.record is not None and _id(self.record) == record_id:
            self.table.select([record_id])
            self.form.focus_field()

    def close(self) -> bool:
        """Close the form unless something is half typed."""
        return self.split.close_panel()

    # Verbs

    def save(self) -> bool:
        """Keep the form in one change; errors stand beside their fields."""
        if not self.split.is_open:
            return False
        try:
            values = self.form.values()
        except UserError:
            return False  # the form has marked it
        record, ids = self.record, list[Hashable]()

        def keep() -> None:
            known = record is not None
            ids.append(self._shelf.change(record, values) if known else self._shelf.add(values))

        if not self._desk.attempt(keep, refused=self.form.show_error):
            return False
        self.form.set_clean()
        self.reload()
        self._open(ids[0])
        self.table.select(ids)
        if record is None:
            self.table.setFocus()
        name = self._shelf.name(self.record) if self.record is not None else self.words.title
        self._desk.toast(_("Saved {name}").format(name=name), undo=True)
        return True

    def revert(self) -> None:
        """Let go of what is half typed."""
        if self.record is None:
            self.form.set_clean()
            self.close()
        else:
            self._show(self.record, self._shelf.values(self.record))

    def ask_remove(self) -> None:
        """Ask whether the record that is shown is to go."""
        record = self._current()
        if record is None:
            return
        question = _("Remove {name}?").format(name=self._shelf.name(record))
        self._desk.confirm(
            question,
            self._shelf.warning(record),
            _("Remove"),
            lambda: self._remove(record),
            danger=True,
        )

    def _remove(self, record: Any) -> None:
        name = self._shelf.name(record)
        self._shelf.remove(record)
        if self.record is not None and _id(self.record) == _id(record):
            self._leave()
        self._desk.toast(_("Removed {name}").format(name=name), undo=True)

    # Inside

    def _current(self) -> Any:
        if self.record is not None:
            return self.record
        picked = self.table.selected_records()
        return picked[0] if len(picked) == 1 else None

    def _picked(self) -> None:
        picked = self.table.selected_records()
        follows = isinstance(self.table, RecordTable) or self.split.is_open
        if len(picked) == 1 and follows:
            self._open(_id(picked[0]))

    def _open(self, record_id: Hashable) -> None:
        if self.record is not None and _id(self.record) == record_id:
            return
        record = next((each for each in self._shelf.records() if _id(each) == record_id), None)
        if record is None:
            return
        if self.split.is_open and not self._may_leave():
            self.table.select([] if self.record is None else [_id(self.record)])
            return
        self._show(record, self._shelf.values(record))

    def _show(self, record: Any, values: Mapping[str, object]) -> None:
        self.record = record
        self.form.set_values(values)
        title = self.words.new if record is None else self._shelf.name(record)
        if self.split.is_open:
            self.split.panel.set_title(title)
        else:
            self.split.open_panel(title, self.content, foot=self._foot())
        self._show_buttons()
        self.shown.emit()

    def _foot(self) -> tuple[QPushButton, ...]:
        return self.remove_button, self.revert_button, self.save_button

    def _show_buttons(self) -> None:
        self.remove_button.setVisible(self.record is not None)
        self.save_button.setEnabled(self.record is None or self.form.is_dirty)
        self.revert_button.setText(_("Cancel") if self.record is None else _("Revert"))
        self.revert_button.setVisible(self.record is None or self.form.is_dirty)

    def _may_leave(self) -> bool:
        if not self.form.is_dirty:
            return True
        self.form.banner.say("", _("Save or revert what is typed here first."), tone="warning")
        return False

    def _leave(self) -> None:
        """Close the form although the record is gone."""
        self.form.set_clean()
        self.split.close_panel()

    def _forget(self) -> None:
        make_room(self.table, self.words.less, narrow=False)
        self.record = None
        self.form.set_clean()
        self.table.selectionModel().clearSelection()


def _id(record: Any) -> Hashable:
    """Every record has an id; in lists that join several rows it may be made of their key."""
    found: Hashable = record.id
    return found
