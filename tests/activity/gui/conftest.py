"""The activity page as the manager sees it, over the small practice or an empty one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMainWindow

from clinicmgr.activity.gui.page import ActivityPage
from clinicmgr.paper import Document
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.toast import Toast


class Asked:
    """Answers at once when the program asks for a file."""

    def __init__(self) -> None:
        self.open_path = Path()
        self.save_path = Path()

    def ask_open(self, title: str, pattern: str, done: Callable[[Path], object]) -> None:
        done(self.open_path)

    def ask_save(
        self, title: str, suggested: str, pattern: str, done: Callable[[Path], object]
    ) -> None:
        done(self.save_path)


class Sight:
    """The window with the page, and what it said and wanted to print."""

    def __init__(self, clinic, window, desk, files, qtbot) -> None:
        self.clinic, self.activity = clinic, clinic.activity
        self.window, self.desk, self.files, self.qtbot = window, desk, files, qtbot
        self.papers: list[Document] = []
        desk.paper_wanted.connect(self.papers.append)
        self.page = ActivityPage(
            clinic.activity, clinic.staff, clinic.places, clinic.settings, desk
        )
        clinic.journal.subscribe(lambda news: self.page.mark_stale(news.domains))
        window.setCentralWidget(self.page)

    @property
    def said(self) -> str:
        """The message at the bottom of the window."""
        toast = self.window.findChild(Toast)
        return "" if toast is None or toast.isHidden() else toast.accessibleName()

    @property
    def table(self):
        return self.page.tally.table

    def cell(self, row, column):
        return self.table.records.index(row, column).data()

    def headings(self):
        return [each.title for each in self.table.records.columns]

    def rows(self):
        count = self.table.records.rowCount()
        return [(self.cell(row, 0), self.cell(row, 1)) for row in range(count)]

    def type(self, row, column, text, key=Qt.Key.Key_Return):
        """Type into a cell as a person does."""
        self.table.setFocus()
        self.table.go_to_cell(row, column)
        self.qtbot.keyClicks(self.table, text[:1])
        editor = self.table.indexWidget(self.table.currentIndex())
        self.qtbot.keyClicks(editor, text[1:])
        self.qtbot.keyClick(editor, key)
        QCoreApplication.processEvents()  # Qt commits an edit by a queued call

    def escape(self):
        """Let go of what is typed."""
        self.qtbot.keyClick(self.table.indexWidget(self.table.currentIndex()), Qt.Key.Key_Escape)
        QCoreApplication.processEvents()


@pytest.fixture
def see(qtbot, qapp, clock) -> Iterator[Callable[..., Sight]]:
    theme.apply(qapp, "light", "comfortable")
    seen = []

    def make(clinic) -> Sight:
        window = QMainWindow()
        qtbot.addWidget(window)
        window.resize(1060, 760)
        files = Asked()
        desk = Desk(window, clock, files=files)
        sight = Sight(clinic, window, desk, files, qtbot)
        window.show()
        seen.append(sight)
        return sight

    yield make
    for sight in seen:
        sight.desk.hide_toast()
        sight.desk.jobs.wait_for_done()


@pytest.fixture
def empty(see, clinic):
    return see(clinic)


@pytest.fixture
def sight(see, clinic, office):
    return see(clinic)
