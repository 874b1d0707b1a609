"""Opens, keeps and closes the record that stands beside a list."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.beside_list import for_current, make_room, on_key
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.record_panel import RecordPanel
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.side_panel import SplitPanel


@dataclass(frozen=True, slots=True)
class NewWords:
    """What stands on the empty record: its title, a note below, the verb that adds, its icon.

    `first` is said when somebody would leave it half typed.
    """

    title: str
    note: str
    verb: str
    icon: str
    first: str


class OpenRecord(QObject):
    """The record beside a list: one that is known, or the empty one of something new.

    It follows the list. Nothing half typed is lost: the record then stays open and says so. A list
    says what differs: `head`, `make_panel`, `make_form`, `begin`, `add` and `ask_remove`.
    """

    def __init__(
        self,
        desk: Desk,
        table: RecordTable,
        split: SplitPanel,
        words: NewWords,
        less: Container[str] = (),
    ) -> None:
        """`less` are the columns of the table that make room while a record is open."""
        super().__init__(split)
        self._desk, self._table, self._words = desk, table, words
        self.split = split
        self.panel: Any = None
        self.new_form: Any = None
        # Made anew with each foot; these only stand for them until a record is open.
        self.save_button = buttons.primary("", parent=split)
        self.revert_button = buttons.quiet("", parent=split)
        for waiting in (self.save_button, self.revert_button):
            waiting.hide()
        split.may_close = self._may_leave
        split.opened.connect(lambda: make_room(table, less, narrow=True))
        split.closed.connect(lambda: make_room(table, less, narrow=False))
        split.closed.connect(self._forget)
        table.opened.connect(self.open)
        table.picked.connect(self._follow)
        on_key(table, "F2", for_current(table, self.open))
        on_key(table, "Del", for_current(table, self.ask_remove))

    # What a list says

    def head(self, record_id: int) -> tuple[str, str] | None:
        """Return the title of a record and the note below it, or None if it is gone."""
        raise NotImplementedError

    def make_panel(self) -> RecordPanel:
        """Return a new panel for records that are known."""
        raise NotImplementedError

    def make_form(self, parent: QWidget) -> Any:
        """Return an empty form for a new record."""
        raise NotImplementedError

    def begin(self, form: Any) -> None:
        """Fill in what a new record begins with, and put the cursor there."""
        raise NotImplementedError

    def add(self, form: Any) -> tuple[int, str]:
        """Add what is typed in one change; return its id and what is said. May refuse."""
        raise NotImplementedError

    def ask_remove(self, record_id: int) -> None:
        """Ask whether a record is to go."""
        raise NotImplementedError

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """Return what stands in the foot before Revert and Save."""
        return ()

    # What is open

    @property
    def is_open(self) -> bool:
        """Whether a record stands beside the list."""
        return self.split.is_open

    @property
    def record_id(self) -> int:
        """The id of the record that is open, 0 for none or a new one."""
        return self.panel.record_id if self.panel is not None and self.is_open else 0

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        shown = self.panel if self.new_form is None else self.new_form
        return shown is not None and bool(shown.is_dirty)

    # Opening

    def open(self, record_id: int, tab: str = "") -> None:
        """Show a record, in one of its parts, unless another one is half typed."""
        if self.record_id != record_id and not self._may_leave():
            return
        head = self.head(record_id)
        if head is None:
            raise UserError(_("This record is gone."))
        if self.panel is None:
            self._open_panel(record_id, *head)
        else:
            self.panel.show_record(record_id)
            self.split.panel.set_title(*head)
        if tab:
            self.panel.turn_to(tab)
        self._show_dirty()

    def _open_panel(self, record_id: int, title: str, note: str) -> None:
        self.new_form = None
        self.panel = panel = self.make_panel()
        panel.dirty_changed.connect(lambda _dirty: self._show_dirty())
        panel.turned.connect(self._show_dirty)
        panel.form.submitted.connect(self.save)
        panel.show_record(record_id)
        self.revert_button = buttons.quiet(_("Revert"), panel.revert)
        self.save_button = buttons.primary(_("Save"), self.save)
        foot = (*self.more_buttons(), self.revert_button, self.save_button)
        self.split.open_panel(title, panel, note=note, foot=foot)

    def open_new(self) -> None:
        """Show an empty record to add one."""
        if self.new_form is not None or not self._may_leave():
            return
        self.panel = None
        words, content = self._words, QWidget()
        self.new_form = form = self.make_form(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 0, 18, 12)
        column.addWidget(form)
        form.submitted.connect(self.save)
        self.save_button = buttons.primary(words.verb, self.save, icon=words.icon)
        foot = (buttons.quiet(_("Cancel"), self.cancel), self.save_button)
        self.split.open_panel(words.title, content, note=words.note, foot=foot)
        form.offer()
        self.begin(form)

    def reload(self) -> None:
        """Read the record again; it closes if it is gone."""
        if self.new_form is not None:
            self.new_form.offer()
        if not self.record_id:
            return
        head = self.head(self.record_id)
        if head is None:
            self.split.drop_panel()
            return
        self.panel.show_record(self.record_id)
        self.split.panel.set_title(*head)
        self._show_dirty()

    # Verbs

    def save(self) -> bool:
        """Keep what is typed: add what is new, or change the record that is open."""
        if self.new_form is not None:
            return self._add(self.new_form)
        if not self.record_id or not self.panel.form.is_dirty:
            return False
        return bool(self.panel.save())

    def cancel(self) -> None:
        """Let go of what was to be added."""
        self.split.drop_panel()

    def _add(self, form: Any) -> bool:
        added: list[tuple[int, str]] = []
        if not self._desk.attempt(lambda: added.append(self.add(form)), refused=form.show_error):
            return False
        form.set_clean()
        ((record_id, said),) = added
        self._desk.toast(said, undo=True)
        self.open(record_id)
        self._table.select([record_id])
        return True

    # Inside

    def _follow(self) -> None:
        """While a record is open, show the one that is picked."""
        picked = self._table.selected_ids()
        if not self.is_open or len(picked) != 1 or picked[0] == self.record_id:
            return
        if self._may_leave():
            self.open(picked[0])
        else:
            self._table.select([self.record_id])

    def _show_dirty(self) -> None:
        if self.panel is None:
            return
        on_form, dirty = self.panel.is_on_form, self.panel.form.is_dirty
        self.save_button.setVisible(on_form)
        self.save_button.setEnabled(dirty)
        self.revert_button.setVisible(on_form and dirty)

    def _may_leave(self) -> bool:
        if not self.is_open or not self.is_dirty:
            return True
        saving = _("Save or revert what is typed in the open record first.")
        self._desk.warn(saving if self.new_form is None else self._words.first)
        return False

    def _forget(self) -> None:
        self.panel = None
        self.new_form = None
