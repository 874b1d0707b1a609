"""What needs the manager, gathered domain by domain while the page can already be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.today import rules
from clinicmgr.today.gui.due_list import DueList, due_lines
from clinicmgr.today.gui.line_list import widen
from clinicmgr.today.service import Today


class Attention(Card):
    """The ranked list. What one domain says replaces what it said before, and nothing else."""

    chosen = Signal(object)

    def __init__(
        self, today: Today, pages: Mapping[str, str], locale: str, parent: QWidget
    ) -> None:
        """`pages` has the icon of each page by its id."""
        super().__init__(_("What needs you"), parent=parent)
        self._today, self._pages, self._locale = today, pages, locale
        self._parts: dict[int, tuple[Due, ...]] = {}
        self.list = DueList(self)
        self.nothing = EmptyState(
            "check-circle",
            _("Nothing needs you"),
            _("No gap, no expired credential, no overdue work. It will stand here as it comes up."),
            parent=self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self.body.addWidget(self._stack, 1)
        widen(self)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._choose)

    @property
    def found(self) -> list[Due]:
        """What is shown, in order."""
        return rules.ranked([self._parts[number] for number in sorted(self._parts)])

    @property
    def is_complete(self) -> bool:
        """Whether every domain was asked."""
        return len(self._parts) == self._today.domain_count

    def steps(self, on: date) -> list[Callable[[], object]]:
        """Return what is to be done to read the list, one step a domain."""
        return [partial(self._read, number, on) for number in range(self._today.domain_count)]

    def clear(self) -> None:
        """Forget what was found, such as that of another day."""
        self._parts = {}
        self.list.set_lines([], anew=True)
        self._say()

    def _read(self, number: int, on: date) -> None:
        self._parts[number] = self._today.due_of(number, on)
        found = self.found
        self.list.set_lines(due_lines(found, self._pages, self._locale))
        self._say()

    def _say(self) -> None:
        found = self.found
        nothing = self.is_complete and not found
        had_focus = self.list.hasFocus()
        self._stack.setCurrentWidget(self.nothing if nothing else self.list)
        if had_focus and nothing:
            self.list.setFocus()
        parts = [ngettext("{count} thing", "{count} things", len(found)).format(count=len(found))]
        for urgency, words in ((Urgency.WRONG, _("{count} wrong now")),
                               (Urgency.OVERDUE, _("{count} overdue"))):  # fmt: skip
            count = sum(due.urgency is urgency for due in found)
            parts += [words.format(count=count)] if count else []
        self.set_title(_("What needs you"), ", ".join(parts) if found else "")

    def _choose(self, key: object) -> None:
        due = self.list.due(key)
        if due is not None:
            self.chosen.emit(due)
