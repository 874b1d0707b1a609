"""The page of today over the small practice, with domains that say what a test wants."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from clinicmgr.kernel.backup import Backup
from clinicmgr.paper import Document
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.toast import Toast
from clinicmgr.today.gui.page import TodayPage
from clinicmgr.today.service import Today


class Shelf(QObject):
    """Keeps backups in memory."""

    made = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.last: Backup | None = None
        self.refusal: Exception | None = None

    def back_up(self) -> Backup:
        if self.refusal is not None:
            raise self.refusal
        self.last = Backup(Path("made.clinic"), datetime(2026, 11, 18, 9, 0))
        self.made.emit()
        return self.last


class Watch:
    """A clock that a test sets."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def today(self) -> Any:
        return self.at.date()


class Sight:
    """The window with the page, where it wanted to go, what it said and wanted to print."""

    def __init__(self, qtbot: Any, clinic: Any, domains: tuple[Any, ...], watch: Watch) -> None:
        self.qtbot, self.clinic, self.watch = qtbot, clinic, watch
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(1080, 772)
        self.desk = Desk(self.window, watch)
        self.went: list[tuple[str, object]] = []
        self.papers: list[Document] = []
        self.desk.went.connect(lambda page, ref: self.went.append((page, ref)))
        self.desk.paper_wanted.connect(self.papers.append)
        self.shelf = Shelf(self.window)
        today = Today(domains, clinic.schedule, clinic.staff, clinic.places, watch)
        self.page = TodayPage(today, clinic.settings, self.desk, self.shelf, {"staff": "staff"})
        clinic.journal.subscribe(lambda news: self.page.mark_stale(news.domains))
        self.window.setCentralWidget(self.page)
        self.window.show()

    def settle(self) -> "Sight":
        """Let the page read to its end."""
        self.qtbot.waitUntil(lambda: not self.page.reading.is_going_on)
        return self

    @property
    def said(self) -> str:
        toast = self.window.findChild(Toast)
        return "" if toast is None or toast.isHidden() else toast.accessibleName()

    @property
    def due_words(self) -> list[str]:
        return [line.words for line in self.page.attention.list.lines]

    @property
    def people_words(self) -> list[str]:
        return [line.words for line in self.page.people.lines]


@pytest.fixture
def see(qtbot: Any, qapp: Any) -> Iterator[Callable[..., Sight]]:
    theme.apply(qapp, "light", "comfortable")
    seen: list[Sight] = []

    def make(clinic: Any, *domains: Any) -> Sight:
        sight = Sight(qtbot, clinic, domains, Watch(datetime(2026, 11, 18, 9, 0)))
        seen.append(sight)
        return sight

    yield make
    for sight in seen:
        sight.desk.hide_toast()
