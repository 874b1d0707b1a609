"""The manual: the pages that ship with the program, searchable, opened where one needs them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from clinicmgr.desktop.manual_style import styled
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.plain_text import plain
from clinicmgr.qtkit.search_field import SearchField

_FIRST = "index"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the manual: the name of its file without ending, its title, its text."""

    name: str
    title: str
    text: str


def chapters(folder: Path) -> list[Chapter]:
    """Read the manual, the index first and the others by title."""
    found = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        first = next((line for line in text.splitlines() if line.startswith("# ")), "")
        found.append(Chapter(path.stem, first.removeprefix("# ").strip() or path.stem, text))
    return sorted(found, key=lambda chapter: (chapter.name != _FIRST, chapter.title))


class HelpPage(Page):
    """Chapters at the left, the text at the right; what is searched is marked by its chapters."""

    watches: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, folder: Path, desk: Desk) -> None:
        super().__init__(_("Help"))
        self._folder = folder
        self._chapters: dict[str, Chapter] = {}
        self.search = SearchField(_("Find in the manual"), self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Chapters"))
        self.list.setFixedWidth(240)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(_("Manual"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.empty = EmptyState(
            "help", _("The manual is not here"), _("This copy was installed without its pages.")
        )
        self.add_action(_("Keyboard sheet"), desk.commands.action("keys").trigger, icon="keyboard")
        self._arrange()
        self.search.searched.connect(self._filter)
        self.search.left_down.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._show_current)
        desk.theme.changed.connect(self._show_current)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        self._split = QWidget(self)
        row = QHBoxLayout(self._split)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left)
        row.addWidget(self.text, 1)
        self.body.addWidget(self._split, 1)
        self.body.addWidget(self.empty, 1)

    def reload(self) -> None:
        """Read the pages of the manual; they do not change while the program runs."""
        found = chapters(self._folder)
        self._chapters = {chapter.name: chapter for chapter in found}
        self._split.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._filter(self.search.text())

    def go_to(self, ref: object) -> None:
        """Show the chapter with this name."""
        self.refresh()
        self.search.clear()
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == ref:
                self.list.setCurrentRow(at)

    def _filter(self, text: str) -> None:
        words = plain(text).split()
        kept = self._current()
        self.list.clear()
        for chapter in self._chapters.values():
            if all(word in plain(chapter.text) for word in words):
                item = QListWidgetItem(chapter.title)
                item.setData(Qt.ItemDataRole.UserRole, chapter.name)
                self.list.addItem(item)
        names = [
            self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count())
        ]
        self.list.setCurrentRow(names.index(kept) if kept in names else 0)
        if text:
            self.text.find(text)

    def _current(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _show_current(self) -> None:
        chapter = self._chapters.get(self._current())
        if chapter is not None:
            styled(self.text, chapter.text, theme.current().tokens)

    def _follow(self, link: QUrl) -> None:
        """Follow a link to another chapter; the program itself opens no connection."""
        if link.scheme() in {"http", "https", "mailto"}:
            QDesktopServices.openUrl(link)
            return
        path = Path(link.path())
        if path.suffix == ".md" or path.stem in self._chapters:
            self.go_to(path.stem)
        if link.hasFragment():
            self.text.scrollToAnchor(link.fragment())
