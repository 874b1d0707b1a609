"""The hours page as the manager sees it, over a small practice or an empty one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from clinicmgr.hours.gui.page import HoursPage
from clinicmgr.paper import Document
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.toast import Toast


class Asked:
    """Answers at once when the program asks for a file."""

    def __init__(self) -> None:
        self.open_path = Path()
        self.save_path = Path()
        self.suggested = ""

    def ask_open(self, title: str, pattern: str, done: Callable[[Path], object]) -> None:
        done(self.open_path)

    def ask_save(
        self, title: str, suggested: str, pattern: str, done: Callable[[Path], object]
    ) -> None:
        self.suggested = suggested
        done(self.save_path)


class Sight:
    """The window with the page, and what it said and wanted to print."""

    def __init__(self, clinic, window, desk, files) -> None:
        self.clinic, self.hours = clinic, clinic.hours
        self.window, self.desk, self.files = window, desk, files
        self.papers: list[Document] = []
        desk.paper_wanted.connect(self.papers.append)
        self.page = HoursPage(clinic.hours, clinic.settings, desk)
        clinic.journal.subscribe(lambda news: self.page.mark_stale(news.domains))
        window.setCentralWidget(self.page)

    @property
    def said(self) -> str:
        """The message at the bottom of the window."""
        toast = self.window.findChild(Toast)
        return "" if toast is None or toast.isHidden() else toast.accessibleName()

    @property
    def dialog(self) -> Dialog:
        """The question that is open."""
        return self.window.findChild(Dialog)


@pytest.fixture
def see(qtbot, qapp, clock) -> Iterator[Callable[..., Sight]]:
    theme.apply(qapp, "light", "comfortable")
    seen = []

    def make(clinic) -> Sight:
        window = QMainWindow()
        qtbot.addWidget(window)
        window.resize(1080, 760)
        files = Asked()
        desk = Desk(window, clock, files=files)
        sight = Sight(clinic, window, desk, files)
        window.show()
        seen.append(sight)
        return sight

    yield make
    for sight in seen:
        sight.desk.hide_toast()
