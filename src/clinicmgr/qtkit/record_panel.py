"""The record of a list in full: its own form, and further parts of it behind tabs."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.desk import Desk


class RecordPart(Protocol):
    """One tab of a record: a form, or lists such as leave. What is half typed is never lost."""

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""

    def show_record(self, record_id: int) -> None:
        """Show this record; if it is the one already shown, what is half typed stays."""

    def let_go(self) -> None:
        """Let go of what is half typed."""


class RecordPanel(QWidget):
    """Reads and changes one record; the first part is its form and is read at once, others when
    they are turned to. `dirty_changed` follows the form.

    A record has its own `change` and makes its parts; `form` needs a `draft()` besides.
    """

    dirty_changed = Signal(bool)
    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.record_id = 0
        self.form: Any = None
        self._parts: dict[str, RecordPart] = {}
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(_("Parts of the record"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        # Not a stack: that would be as long as its longest part, and scroll where nothing is.
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 0, 18, 12)
        self._column.setSpacing(14)
        self._column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._turn)

    def set_parts(self, form: Any, *parts: tuple[str, str, QWidget]) -> None:
        """Take the form and the parts (key, title, widget); the first shows or holds the form."""
        self.form = form
        form.dirty_changed.connect(self.dirty_changed)
        for key, title, part in parts:
            part.hide()
            self._column.addWidget(part, 1)
            self._parts[key] = cast("RecordPart", part)
            self.tabs.addTab(title)

    @property
    def tab(self) -> str:
        """The key of the part that is shown."""
        return list(self._parts)[self.tabs.currentIndex()]

    @property
    def is_on_form(self) -> bool:
        """Whether the first part is shown, the one with the form."""
        return self.tabs.currentIndex() == 0

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed anywhere."""
        return any(part.is_dirty for part in self._parts.values())

    def turn_to(self, tab: str) -> None:
        """Show the part with this key."""
        self.tabs.setCurrentIndex(list(self._parts).index(tab))

    def show_record(self, record_id: int) -> None:
        """Show a record; if it is the one already shown, what is half typed stays."""
        self.record_id = record_id
        next(iter(self._parts.values())).show_record(record_id)
        if not self.is_on_form:
            self._parts[self.tab].show_record(record_id)

    def change(self, record_id: int, draft: Any) -> str:
        """Keep the draft in one change and return the name of the record."""
        raise NotImplementedError

    def save(self) -> bool:
        """Keep the form as typed, in one change; errors stand beside their fields."""
        try:
            draft = self.form.draft()
        except UserError:
            return False  # the form has marked it
        names: list[str] = []
        kept = self._desk.attempt(
            lambda: names.append(self.change(self.record_id, draft)),
            refused=self.form.show_error,
        )
        if kept:
            self.form.let_go()
            self.form.show_record(self.record_id)
            self._desk.toast(_("Saved {name}").format(name=names[0]), undo=True)
        return kept

    def revert(self) -> None:
        """Let go of what is half typed."""
        for part in self._parts.values():
            part.let_go()
        self.show_record(self.record_id)

    def _turn(self) -> None:
        for key, part in self._parts.items():
            cast("QWidget", part).setVisible(key == self.tab)
        if self.record_id:
            self._parts[self.tab].show_record(self.record_id)
        self.turned.emit()
