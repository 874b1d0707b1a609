"""The list of everything that can be printed, by domain, with a field to find one by its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from clinicmgr.kernel.fields import fold
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme, tokens
from clinicmgr.qtkit.search_field import SearchField
from clinicmgr.reports.catalog import Printable

_NAME = Qt.ItemDataRole.UserRole
_GROUP_HEIGHT = 34
Listed = Sequence[tuple[str, Sequence[Printable[Any]]]]


class _Names(QListWidget):
    """Names below headings; Up and Down step over the headings, Enter opens."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class Chooser(QWidget):
    """Emits `chosen` with a name as the choice moves, `opened` when Enter asks for more."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, printables: Sequence[Printable[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printables = tuple(printables)
        self._used: tuple[str, ...] = ()
        self.search = SearchField(_("Find a report"), self)
        self.search.setMaximumWidth(tokens.PAGE_MARGIN * 100)
        self.list = _Names(self)
        self.list.setAccessibleName(_("Reports"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.search.searched.connect(self._filter)
        self.search.left_down.connect(self._go_to_list)
        self.search.returnPressed.connect(self._go_to_list)
        self.list.currentItemChanged.connect(self._tell)
        self.list.opened.connect(lambda: self.opened.emit(self.current))
        self.list.itemDoubleClicked.connect(lambda _item: self.opened.emit(self.current))

    @property
    def current(self) -> str:
        """The name of the chosen printable; empty if nothing matches the search."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_NAME) or "")

    def show_used(self, used: Iterable[str]) -> None:
        """List these above the others, as they were used last."""
        self._used = tuple(used)
        self._fill(self.current)

    def choose(self, name: str) -> None:
        """Choose the printable of this name."""
        if self._rows_of(name) == []:
            self.search.clear()
        for row in self._rows_of(name)[:1]:
            self.list.setCurrentRow(row)
            self.list.scrollToItem(self.list.item(row))

    def _rows_of(self, name: str) -> list[int]:
        return [at for at in range(self.list.count()) if self.list.item(at).data(_NAME) == name]

    def _filter(self, _text: str) -> None:
        self._fill(self.current)
        if not self.current:
            first = next(
                (at for at in range(self.list.count()) if self.list.item(at).data(_NAME)), None
            )
            if first is not None:
                self.list.setCurrentRow(first)

    def _groups(self) -> Listed:
        words = fold(self.search.text()).split()
        found = [each for each in self._printables if _matches(each, words)]
        if words:
            return [
                (group, [one for one in found if one.group == group]) for group in _order(found)
            ]
        by_name = {each.name: each for each in found}
        used = [by_name[name] for name in self._used if name in by_name]
        rest = [(group, [one for one in found if one.group == group]) for group in _order(found)]
        return [(_("Used last"), used), *rest] if used else rest

    def _fill(self, kept: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for group, printables in self._groups():
            self._add_heading(_(group))
            for each in printables:
                item = QListWidgetItem(_(each.title))
                item.setData(_NAME, each.name)
                item.setToolTip(_(each.about))
                self.list.addItem(item)
        rows = self._rows_of(kept)
        if rows:
            self.list.setCurrentRow(rows[-1])
        self.list.blockSignals(False)

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.font(tokens.LABEL, 600))
        item.setSizeHint(QSize(0, _GROUP_HEIGHT))
        self.list.addItem(item)

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.current:
            self._filter("")

    def _tell(self) -> None:
        if self.current:
            self.chosen.emit(self.current)


def _order(printables: Iterable[Printable[Any]]) -> list[str]:
    return list(dict.fromkeys(each.group for each in printables))


def _matches(each: Printable[Any], words: Sequence[str]) -> bool:
    said = fold(" ".join((each.name, _(each.title), _(each.group), _(each.about))))
    return all(word in said for word in words)
