"""The rates page as the manager sees it, over a small practice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from clinicmgr.kernel.settings import Settings
from clinicmgr.paper import Document
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Chosen, Desk
from clinicmgr.qtkit.toast import Toast
from clinicmgr.rates.gui.page import RatesPage


class Asked:
    """Answers at once when the program asks for a file."""

    def __init__(self) -> None:
        self.path = Path()

    def ask_open(self, title: str, pattern: str, done: Chosen) -> None:
        done(self.path)

    def ask_save(self, title: str, suggested: str, pattern: str, done: Chosen) -> None:
        done(self.path)


class Sight:
    """The window with the page, and what it said and wanted to print."""

    def __init__(self, journal, rates, window, desk, files) -> None:
        self.window, self.desk, self.files, self.rates = window, desk, files, rates
        self.papers: list[Document] = []
        desk.paper_wanted.connect(self.papers.append)
        self.page = RatesPage(rates, Settings(journal), desk)
        journal.subscribe(lambda news: self.page.mark_stale(news.domains))
        window.setCentralWidget(self.page)
        window.show()

    @property
    def said(self) -> str:
        """The message at the bottom of the window."""
        toast = self.window.findChild(Toast)
        return "" if toast is None or toast.isHidden() else toast.accessibleName()

    @property
    def panel(self):
        """What stands in place of the lists."""
        return self.page.stack.currentWidget()

    def column(self, title):
        model = self.page.bench.table.records
        return next(at for at, each in enumerate(model.columns) if each.title == title)

    def cells(self, title):
        model = self.page.bench.table.records
        return [model.index(row, self.column(title)).data() for row in range(model.rowCount())]

    def type(self, code, title, text) -> bool:
        model = self.page.bench.table.records
        row = self.cells("Code").index(code)
        return model.setData(model.index(row, self.column(title)), text)


@pytest.fixture
def sight(qtbot, qapp, clock, journal, rates) -> Iterator[Sight]:
    theme.apply(qapp, "light", "comfortable")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1180, 780)
    files = Asked()
    seen = Sight(journal, rates, window, Desk(window, clock, files=files), files)
    yield seen
    seen.desk.hide_toast()
